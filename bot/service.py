"""The composition root: settings become a running service. Everything is wired here, and nobody imports this file."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
import sys
from collections.abc import AsyncIterator, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

import structlog
from aiohttp import web

import admin.app
import locales
from bot import (
    backups,
    chat,
    chat_links,
    gate,
    headers,
    hints,
    keys,
    processors,
    resealing,
    starting,
    turnstile,
    upkeep,
)
from bot.account import Account
from bot.channels.base import Channel
from bot.channels.desk import Desk
from bot.channels.telegram import Telegram
from bot.channels.web import Web
from bot.clock import Clock, clock
from bot.deliver import Deliverer
from bot.fetch import Fetcher
from bot.folder import FolderLock
from bot.keys import Keys
from bot.metrics import Gauges, Metrics
from bot.own_data import Copies
from bot.processors import Processor
from bot.receive import Receiver
from bot.scribe import Scribe, serves
from bot.settings import Settings
from bot.turns import Turned, Turner
from bot.turnstile import Turnstile
from bot.web import Addresses, Readiness
from dialogs.schema import load_scripts
from dialogs.terms import Dialog
from locales import embedding, likeness, topics
from storage import health, uploads
from storage.database import Database, Unavailable, open_database
from storage.elections import Election
from storage.sealed import UnknownKey, Unopened

STOP_SECONDS = 4.5
"""Within which a service that is asked to stop has stopped."""

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Ground:
    """What every part stands on."""

    settings: Settings
    keys: Keys
    database: Database
    words: locales.Catalogue
    scripts: Mapping[str, Dialog]
    now: Clock
    metrics: Metrics
    carriers: Mapping[str, Processor]
    unlisted: tuple[str, ...]  # channels that lack a carrier whose contract holds


@asynccontextmanager
async def ground(settings: Settings) -> AsyncIterator[Ground]:
    """Keys, database, texts and dialogs. Raises `CannotStart`, `WrongSettings`, `locales.Incomplete`, `BadDialog`."""
    starting.writable(settings.data_dir)
    starting.private(settings)
    loaded = keys.load(settings)
    carriers = processors.read(settings)
    unlisted = processors.unlisted(settings, carriers, clock(settings)().date())
    words = _catalogue(settings)
    scripts = load_scripts(settings.legal_basis, settings.legal_regime)
    try:
        await asyncio.to_thread(backups.upgraded, settings, clock(settings)())
    except Unavailable as away:
        raise starting.CannotStart(starting.no_database(settings, away)) from None
    database = open_database(settings.database, loaded.ring, renewed=keys.renewal(settings))
    try:
        await _try_key(database)
        yield Ground(settings, loaded, database, words, scripts, clock(settings), Metrics(), carriers, unlisted)
    finally:
        await database.close()


class Service:
    """Everything that runs. `stopping` asks it to end."""

    def __init__(self, on: Ground, channels: Sequence[Channel]) -> None:
        self.on = on
        self.stopping = asyncio.Event()
        self.port = on.settings.port
        self.turner = Turner(
            on.database,
            on.words,
            on.scripts,
            on.now,
            on.metrics,
            self._told,
            organisation=on.settings.organisation,
            country=on.settings.country,
            shared=[channel.name for channel in channels if channel.push],
            page=chat_links.address(on.settings, channels),
            suggest=topics.suggest if on.settings.recognisers == "on" else None,
            languages=on.settings.recognisers == "on",
        )
        self.copies = Copies(on.database, on.words, on.scripts, on.now, on.settings.zone)
        self.receiver = Receiver(on.database, on.now, on.metrics, self.turner.wake)
        self.readiness = Readiness(on.database, self.receiver)
        self.channels = {channel.name: channel for channel in channels}
        self.accounts = {channel.name: self._account(channel) for channel in channels if channel.push}
        gauges = Gauges(on.metrics, on.database)
        pages = Addresses(self.channels, self.receiver, self.readiness, on.metrics, gauges).application()
        headers.on(pages, on.settings.public_url)
        pages.middlewares.extend([gate.known_by(on.settings.trusted_proxies), turnstile.for_pages(Turnstile())])
        self.chat = chat.opened(
            pages,
            self.channels,
            on.settings,
            on.database,
            on.words,
            self.receiver,
            on.now,
            on.metrics,
            self.copies.make,
            tuple(on.carriers.values()),
        )
        self.scribe = Scribe(on.database, on.now) if serves(on.settings) else None
        pages.add_subapp("/admin", _panel(on, self.scribe))
        self.application = pages
        self._runner = gate.Runner(pages, shutdown_timeout=1)
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._ending = asyncio.Event()

    @staticmethod
    @asynccontextmanager
    async def quiet(settings: Settings) -> AsyncIterator[Service]:
        """Without addresses and channels: `turn_all` turns what is due. For a conversation in a terminal."""
        async with ground(settings) as on:
            service = Service(on, ())
            try:
                yield service
            finally:
                await service.receiver.close()

    async def turn_all(self) -> int:
        """Turns whatever is due now; gives the number of rows. Raises `Unavailable`."""
        return await self.turner.all()

    async def start(self) -> None:
        """Opens the port, then takes messages. Raises `CannotStart`, `WrongSettings`."""
        processors.insist(self.on.settings, self.on.unlisted)
        for channel in self.on.unlisted:
            _log.warning("processor_unlisted", channel=channel)
        await self._listen()
        self._begin("turn", self.turner.run())
        on, url = self.on, self.on.settings.database
        self._begin("sweep", upkeep.sweep(on.database, Election(url, "retention"), on.now, self._ending))
        self._begin("seal", upkeep.seal(on.database, Election(url, "audit"), on.now, self._ending))
        self._begin("follow", upkeep.follow(on.settings, on.database, on.now, self._ending))
        self._begin("reseal", resealing.run(on.database, Election(url, "reseal"), on.now, self._ending))
        if self.scribe is not None:
            self._begin("voices", self.scribe.run())
        if self.chat is not None:
            self._begin("chat", self.chat.run())
        for name, account in self.accounts.items():
            self._begin(name, account.run())
        _log.info("started", port=self.port, channel=sorted(self.channels))

    async def until_stopped(self) -> None:
        """Returns when asked to stop. Raises what ended a part that should never end."""
        asked = asyncio.create_task(self.stopping.wait())
        try:
            await asyncio.wait([asked, *self._tasks.values()], return_when=asyncio.FIRST_COMPLETED)
        finally:
            asked.cancel()
        for task in self._tasks.values():
            if task.done():
                task.result()

    async def stop(self) -> None:
        """Takes no more, finishes the batch at hand, waits for sends on their way and settles them."""
        self.readiness.draining = True
        try:
            async with asyncio.timeout(STOP_SECONDS):
                for site in tuple(self._runner.sites):
                    await site.stop()
                await self._finish()
        except TimeoutError:
            _log.error("stopped_late")
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)
        await self._runner.cleanup()
        _log.info("stopped")

    async def _finish(self) -> None:
        if self.chat is not None:
            await self.chat.stop()
        self.turner.stop()
        self._ending.set()
        if self.scribe is not None:
            self.scribe.stop()
        # Waited for, not cancelled: a question to the database that is broken off takes its connection with it.
        if own := [
            self._tasks[name]
            for name in ("chat", "follow", "reseal", "seal", "sweep", "turn", "voices")
            if name in self._tasks
        ]:
            await asyncio.wait(own)
        for account in self.accounts.values():
            account.stop()
        ending = [self._tasks[name] for name in self.accounts if name in self._tasks]
        if ending:
            await asyncio.wait(ending)
        await self.receiver.close()

    def _begin(self, name: str, work: Coroutine[None, None, None]) -> None:
        self._tasks[name] = asyncio.create_task(work, name=name)

    def _account(self, channel: Channel) -> Account:
        on = self.on
        return Account(
            channel,
            Election(on.settings.database, channel.name),
            partial(self.receiver.arrived, channel),
            Deliverer(channel, on.database, on.now, on.metrics, on.settings.sends_per_second, self.copies.make),
            lambda: Fetcher(channel, on.database, on.now, on.metrics),
        )

    def _told(self, turned: Turned) -> None:
        for name in turned.channels & self.accounts.keys():
            self.accounts[name].spoken()
        for name in turned.wanted & self.accounts.keys():
            self.accounts[name].wanted()
        if self.chat is not None and Web.name in turned.channels | turned.wanted:
            self.chat.spoken()
            self.chat.wanted()

    async def _listen(self) -> None:
        settings = self.on.settings
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, settings.host, settings.port).start()
        except OSError as error:
            await self._runner.cleanup()
            raise starting.CannotStart(starting.no_port(settings, error)) from None
        self.port = self._runner.addresses[0][1]


def run(settings: Settings) -> int:
    """The service until it is asked to stop. Gives the exit code; raises as `ground` and `Service.start` do."""
    with _event_loop() as runner:
        runner.run(_serve(settings))
    return 0


GARBAGE = (20_000, 20, 20)
"""New objects before the youngest are looked through, and of how many such rounds the older: a batch of turns makes
tens of thousands that go by themselves, and looking through them as often as Python does took a tenth of its time.
"""


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[Service]:
    """A service from start to stop. Raises as `ground` and `Service.start` do, and `FolderBusy`."""
    starting.writable(settings.data_dir)
    with FolderLock(settings.data_dir) if settings.on_sqlite else contextlib.nullcontext():
        async with ground(settings) as on:
            service = Service(on, _channels(on))
            await service.start()
            try:
                yield service
            finally:
                await service.stop()


async def _serve(settings: Settings) -> None:
    async with running(settings) as service:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, service.stopping.set)
        # What stands from the start is not looked through again for garbage: that took up to 0.4 s at a time.
        gc.collect()
        gc.freeze()
        gc.set_threshold(*GARBAGE)
        link, gaps = await hints.of_staff(service.on.database, service.on.now)
        said = hints.text(settings, service.on.keys, service.port, link, gaps)
        sys.stdout.write(said)
        sys.stdout.flush()
        await service.until_stopped()


def _event_loop() -> asyncio.Runner:
    if sys.platform == "win32":
        return asyncio.Runner()
    import uvloop

    return asyncio.Runner(loop_factory=uvloop.new_event_loop)


def _panel(on: Ground, scribe: Scribe | None) -> web.Application:
    settings = on.settings
    return admin.app.build(
        on.database, on.words, on.scripts, on.now,
        organisation=settings.organisation, public_url=settings.public_url,
        second_factor=settings.second_factor, chat=settings.web == "on",
        unlisted=on.unlisted, suggest=topics.suggest if settings.recognisers == "on" else None,
        meaning=likeness if settings.recognisers == "on" and embedding.available() else None,
        listen=None if scribe is None else scribe.wake,
    )  # fmt: skip


def _channels(on: Ground) -> list[Channel]:
    settings = on.settings
    channels: list[Channel] = [Desk(settings.clock_offset)]
    if settings.web == "on":
        channels.append(Web(partial(_uploaded, on.database), settings.clock_offset))
    if settings.telegram_token is not None:
        channels.append(
            Telegram(
                settings.telegram_token.get_secret_value(),
                api_url=settings.telegram_api_url,
                mode=settings.telegram_mode,
                public_url=settings.public_url,
                commands=_commands(on.words),
                secret=keys.webhook_secret(settings, on.keys),
                clock_offset=settings.clock_offset,
                # A send takes 50 ms and more: so many at a time keep the rate, and some hang.
                connections=min(512, max(64, int(settings.sends_per_second / 4))),
            )
        )
    return channels


async def _uploaded(database: Database, ref: str) -> bytes | None:
    async with database.read() as conn:
        return await uploads.content(conn, ref)


def _catalogue(settings: Settings) -> locales.Catalogue:
    return locales.load(
        settings.languages,
        organisation=settings.organisation,
        country=settings.country,
        time_zone=settings.zone,
        office_hours=settings.office_hours,
        confirmed=settings.confirmed_numbers,
        clock=clock(settings),
    )


def _commands(words: locales.Catalogue) -> dict[str, list[tuple[str, str]]]:
    """The commands that an app offers, in each language: the start, and what the menu holds."""
    menu = ("need", "idea", "requests", "help", "person", "language", "stop", "delete")
    return {
        code: [
            ("start", words.text(code, "button.start")),
            *((command, words.text(code, f"menu.menu:{command}")) for command in menu),
        ]
        for code in words.languages
    }


async def _try_key(database: Database) -> None:
    try:
        async with database.read() as conn:
            await health.try_key(conn)
    except UnknownKey:
        raise  # the command names the key
    except Unopened:
        raise starting.CannotStart(
            "The data key does not open this database: it was sealed with another one. "
            "Put back your copy of keys/data.key, or set SEMPRE_DATA_KEY to the key that was in use."
        ) from None

"""A service with its platform and its people, killed and started again, and what its database says about it."""

from __future__ import annotations

import asyncio
import random
import signal
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.settings import Settings
from storage.database import Unavailable, open_database
from storage.sealed import Keyring
from storage.tables import contacts, inbox, outbox
from tests.crash.talks import InBrowser, InTelegram, Note, note
from tests.emulators.bot_api import BotApi
from tests.serving import Process, get, settings, until

KEY = bytes(range(32))
STARTING = 0.2
"""The share of kills that strike while it starts."""

MOST_SENDS = 12
GOES_ON = 120.0
"""Seconds within which a service that was started answers somebody."""

T = TypeVar("T")

SAID = ("text", "press", "command")


class Place:
    """`url` of its database; None for SQLite in its folder."""

    def __init__(self, name: str, folder: Path, api: BotApi, mode: str, seed: str, url: str | None = None) -> None:
        self.name = name
        self.api = api
        self.kills: Counter[str] = Counter()
        self.in_flight = 0
        more = {} if url is None else {"database_url": url}
        self.of: Settings = settings(folder, api, mode=mode, data_key=KEY.hex(), recognisers="off", **more)
        self.process = Process(self.of)
        self.notes: list[Note] = []
        self._dice = random.Random(seed)  # noqa: S311
        self._began = 0  # requests that the platform had seen when this process started
        self._numbers = count(1)
        self._calm = asyncio.Event()

    # -- people -----------------------------------------------------------------------------------

    async def talks(self, chats: int, browsers: int) -> None:
        """So many people at a time, each followed by another, until `no_more`."""
        async with asyncio.TaskGroup() as people:
            for _ in range(chats):
                people.create_task(self._one_after_the_other(in_browser=False))
            for _ in range(browsers):
                people.create_task(self._one_after_the_other(in_browser=True))

    def no_more(self) -> None:
        self._calm.set()

    async def _one_after_the_other(self, *, in_browser: bool) -> None:
        while not self._calm.is_set():
            number = next(self._numbers)
            told = note(f"{self.name}{number}")
            self.notes.append(told)
            if in_browser:
                await InBrowser(self.of.port, told, self._own_dice(), self._calm).tell()
            else:
                await self.in_telegram(told, hasty=number % 3 == 0).tell()

    def in_telegram(self, told: Note, *, hasty: bool = False) -> InTelegram:
        return InTelegram(self.api, told, self._own_dice(), self._calm, hasty=hasty)

    def _own_dice(self) -> random.Random:
        return random.Random(f"{self._dice.random()}")  # noqa: S311

    @property
    def killed_so_far(self) -> int:
        return sum(self.kills.values())

    # -- kills ------------------------------------------------------------------------------------

    async def start(self) -> None:
        self._began = len(self.api.requests)
        await self.process.start()

    async def killed(self) -> None:
        """Killed in the middle of something, and started again."""
        if self._dice.random() < STARTING:
            await self._end()  # a moment before; what counts is the next one
            await self._spawn()
            await asyncio.sleep(self._dice.uniform(0, 2))
            self.kills["while it starts"] += 1
        else:
            more = self._sends() + self._dice.randint(1, MOST_SENDS)
            await until(lambda: self._sends() >= more, GOES_ON)
            await asyncio.sleep(self._dice.uniform(0, 0.05))
            self.kills["at work"] += 1
        await self._end()
        await self._spawn()
        await self._ready()

    def _sends(self) -> int:
        """Of this process."""
        return sum(asked.method == "sendMessage" for asked in self.api.requests[self._began :])

    async def _end(self) -> None:
        await self.process.end(signal.SIGKILL)
        await asyncio.sleep(0.1)  # what had reached the platform is carried out
        self.in_flight += await self._flying()

    async def _spawn(self) -> None:
        self._began = len(self.api.requests)
        await self.process.spawn()

    async def _ready(self) -> None:
        """Started again whenever it refuses to start, as a supervisor does: its database may be away as well."""
        end = time.monotonic() + GOES_ON
        while (await get(self.of.port, "/readyz"))[0] != 200:
            assert time.monotonic() < end, f"{self.name} does not start: {self.process.log[-2000:]}"
            if self.process.ended:
                assert not self.of.on_sqlite, self.process.log[-2000:]
                await self._spawn()
            await asyncio.sleep(0.05)

    async def _flying(self) -> int:
        """How many messages this process had brought to the platform without writing that down."""
        sent = {}
        since = time.time() - time.monotonic()
        for asked in self.api.requests[self._began :]:
            if asked.method == "sendMessage" and asked.status == 200:
                sent[f"{self.api.token.partition(':')[0]}:{asked.parameters['chat_id']}"] = since + asked.at
        waiting = (
            select(contacts.c.address, func.min(outbox.c.created_at))
            .join_from(outbox, contacts, contacts.c.id == outbox.c.contact_id)
            .where(outbox.c.settled_at.is_(None), outbox.c.channel == "telegram")
            .group_by(contacts.c.id, contacts.c.address)
        )
        rows: Iterable[tuple[str, datetime]] = await self.read(lambda conn: _all(conn, waiting))
        return sum(written.timestamp() <= sent.get(address, 0) for address, written in rows)

    # -- the database -----------------------------------------------------------------------------

    async def read(self, ask: Callable[[AsyncConnection], Awaitable[T]]) -> T:
        """What the database says; asked again while it is away."""
        database = open_database(self.of.database, Keyring(KEY))
        end = time.monotonic() + GOES_ON
        try:
            while True:
                try:
                    async with database.read() as conn:
                        return await ask(conn)
                except Unavailable:
                    assert time.monotonic() < end, "the database does not come back"
                await asyncio.sleep(0.1)
        finally:
            await database.close()

    async def settled(self) -> bool:
        """Whether nothing waits: what was said is turned, what is to be said has reached the platform."""
        said = inbox.c.settled_at.is_(None) & inbox.c.sort.in_(SAID)
        unsent = outbox.c.settled_at.is_(None) & (outbox.c.channel == "telegram")
        return not any([await self.read(partial(rows, which=which)) for which in (said, unsent)])


async def _all(conn: AsyncConnection, query: Select[Any]) -> list[Any]:
    return list(await conn.execute(query))


async def rows(conn: AsyncConnection, which: ColumnElement[bool]) -> int:
    return int(await conn.scalar(select(func.count()).where(which)) or 0)


UNANSWERED = (
    inbox.c.sort.in_(SAID)
    & inbox.c.settled_at.is_not(None)
    & ~exists().where(outbox.c.inbox_id == inbox.c.id, outbox.c.action == "say")
)

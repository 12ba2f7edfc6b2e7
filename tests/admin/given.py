"""What the tests of the panel begin with: the panel on a real port, people who told something, staff at their desks."""

from __future__ import annotations

import io
import re
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from html import unescape
from itertools import count
from typing import Any, Self
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import aiohttp
from aiohttp import web
from yarl import URL

import locales
from admin import app
from bot import headers
from bot.media import NotTaken, known
from dialogs.schema import load_scripts
from dialogs.terms import Amend, Answer, Button, Consented, Conversation, File, Heard, Reply, Say, Sort, Submit
from locales.calendar import OfficeHours
from locales.likeness import Meaning
from storage import (
    alarms,
    casework,
    conversations,
    erasure,
    files,
    inbox,
    outbox,
    passwords,
    people,
    staff,
    submissions,
)
from storage.conversations import Held
from storage.database import Database
from storage.inbox import Arrival
from storage.outbox import Outcome, Parcel
from tests import canaries

NOW = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)  # a Wednesday; 11:00 in Berlin
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
ORGANISATION = "Hilfe auf dem Land"
PASSWORD = "correct horse battery"
PASSWORD_HASH = passwords.hashed(PASSWORD)
STORY = "The bus stopped last month and I cannot get to town for the market."
ARABIC = "لا توجد حافلة إلى الطبيب يوم الاثنين، وأنا أعيش وحدي في القرية."
NASTY = "<script>document.title='stolen'</script><img src=x onerror=alert(1)> & \"quotes\" {{ 7*7 }}"
KRISTINA = "kristina@example.org"
HTMX = {"HX-Request": "true"}

_rows = count(1)


@dataclass
class Office:
    """The panel on a port of its own, and a clock that a test may put on."""

    database: Database
    words: locales.Catalogue
    url: str = ""
    moment: datetime = NOW
    _held: dict[str, Held] = field(default_factory=dict)
    _addresses: dict[int, str] = field(default_factory=dict)

    def now(self) -> datetime:
        return self.moment

    # -- staff --------------------------------------------------------------------------------

    async def hire(self, email: str = KRISTINA, role: str = "caseworker", language: str | None = "en") -> int:
        """An account with `PASSWORD`."""
        async with self.database.write() as conn:
            member = await staff.add(conn, email, role, self.now())
            await staff.set_password_hash(conn, member, PASSWORD_HASH)
            if language:
                await staff.set_language(conn, member, language)
        return member

    async def link(self, member: int) -> str:
        async with self.database.write() as conn:
            return await staff.make_link(conn, member, self.now())

    async def token(self, member: int) -> str:
        """Of a session that is open: what the cookie holds."""
        async with self.database.write() as conn:
            token, _ = await staff.open_session(conn, member, self.now())
        canaries.said(token)
        return token

    # -- people -------------------------------------------------------------------------------

    async def need(
        self,
        reference: str = "N-7KM-4QX",
        *,
        address: str | None = None,
        story: str | None = STORY,
        language: str = "en",
        topic: str = "MOB",
        detail: str = "MOB.no_bus",
        place: str = "Liepa",
        urgency: tuple[str, str] = ("week", "U2"),
        ago: timedelta = HOUR,
        kind: str = "need",
        answers: Sequence[Answer] = (),
    ) -> Held:
        """Somebody told a need over Telegram, and read what the program said."""
        at = self.now() - ago
        canaries.said(story or "", *(answer.value or "" for answer in answers))
        told = answers or (
            Answer("topic", topic),
            Answer("detail", detail),
            Answer("story", story),
            Answer("place", place),
            Answer("urgency", urgency[0]),
        )
        async with self.database.write() as conn:
            address = address or f"77{next(_rows)}"
            held = await self._agreed(conn, address, language, at)
            self._addresses[held.id] = address
            await self._talked(conn, held, story or "", language, at)
            sent = Submit(reference, kind, 1, language, tuple(told), urgency[1])
            await submissions.create(conn, held, sent, "telegram", at)
        self._held[reference] = held
        return held

    async def replies(self, reference: str, message: int, text: str) -> None:
        """The person answers a message from staff."""
        held = self._held[reference]
        async with self.database.write() as conn:
            await casework.file_reply(conn, held, Reply(str(message), reference, text), self.now())
            await self._hears(conn, held, Heard(Sort.TEXT, self.now(), text))

    async def sends_file(
        self, reference: str, content: bytes | None, media: str = "photo", *, message: int | None = None
    ) -> int:
        """The person adds a file to what they sent, or answers a message with it; None: it is not fetched yet.

        Gives the number under which the panel knows it.
        """
        held, file = self._held[reference], File(f"file-{next(_rows)}", media)
        async with self.database.write() as conn:
            await files.want(conn, held, [file], None, self.now())
            if message is None:
                await submissions.amend(conn, held, Amend(reference, None, (file,)), self.now())
            else:
                await casework.file_reply(conn, held, Reply(str(message), reference, None, (file,)), self.now())
            await self._hears(conn, held, Heard(Sort.FILE, self.now(), None, files=(file,)))
            [wanted] = [one for one in await files.wanted(conn, "telegram", self.now(), 100) if one.file == file]
            if content is not None:
                try:
                    found = known(content)
                    await files.keep(conn, wanted.id, found.content, found.type, self.now())
                except NotTaken as wrong:
                    await files.fail(conn, wanted.id, wrong.reason, None)
        return wanted.id

    async def erases(self, reference: str) -> None:
        async with self.database.write() as conn:
            await erasure.erase(conn, self._held[reference], self.now())

    async def delivers(
        self,
        reference: str,
        message: int,
        outcome: str = "sent",
        reason: str | None = None,
        words: str = "We look for a ride.",
    ) -> None:
        """The turn and the delivery of a message from staff, as the bot does them."""
        held = self._held[reference]
        async with self.database.write() as conn:
            before = "A person from the office writes to you:"
            said = Say((before, words), language="en", from_staff=str(message))
            waiting = await inbox.due(conn, self.now() + DAY, 100)
            await inbox.settle(conn, [row.id for row in waiting if row.lane == held.lane], self.now())
            await outbox.put(conn, [_parcel(held, said, sender="staff")], self.now())
            ready = [row for row in await outbox.ready(conn, "telegram", self.now(), 50, []) if row.contact_id]
            mine = [row for row in ready if row.conversation_id == held.id]
            state: Any = outcome
            await outbox.settle(conn, [Outcome(row.id, state, "1", reason) for row in mine], self.now())

    async def blocks(self, reference: str) -> None:
        async with self.database.write() as conn:
            await people.reachable(conn, self._held[reference].contact_id, False, "blocked", self.now())

    async def fails(self, reference: str, sort: str, reason: str, words: str) -> None:
        """A message that no turn took ("turns"), or one of ours that was given up ("sends")."""
        held, soon = self._held[reference], self.now() + DAY
        async with self.database.write() as conn:
            if sort == "turns":
                heard = Heard(Sort.TEXT, self.now(), words)
                address = self._addresses[held.id]
                await inbox.put(conn, [Arrival("telegram", address, f"row-{next(_rows)}", 1, heard)], self.now())
                waiting = [row for row in await inbox.due(conn, soon, 100) if row.lane == held.lane]
                await inbox.fail(conn, waiting[-1].id, reason, None)
            else:
                await outbox.put(conn, [_parcel(held, Say((words,), language="en"))], self.now())
                ready = [
                    row for row in await outbox.ready(conn, "telegram", soon, 50, []) if row.conversation_id == held.id
                ]
                await outbox.settle(conn, [Outcome(row.id, "parked", None, reason) for row in ready], self.now())

    async def rings(self, reference: str, sort: str) -> None:
        async with self.database.write() as conn:
            await alarms.ring(conn, self._held[reference], sort, self.now())

    async def _agreed(self, conn: Any, address: str, language: str, at: datetime) -> Held:
        lane = inbox.lane("telegram", address)
        held = (await conversations.hold(conn, {lane: ("telegram", address)}, at))[lane]
        agreed = Consented("help", True, "Yes.", language, "tap")
        person = await people.consent(conn, held, agreed, "telegram", at)
        held = replace(held, person_id=person)
        await conversations.save(conn, [(held, Conversation(language=language, consent=True, last_draft=1))], at)
        return (await conversations.hold(conn, {lane: ("telegram", address)}, at))[lane]

    async def _talked(self, conn: Any, held: Held, story: str, language: str, at: datetime) -> None:
        ask = Say(
            ("What do you need help with?",),
            ((Button("topic:MOB~1", "Getting around"), Button("topic:HEA~1", "Health")),),
            language=language,
        )
        await outbox.put(conn, [_parcel(held, ask)], at - timedelta(minutes=3))
        await self._hears(conn, held, Heard(Sort.PRESS, at, "topic:MOB~1"), at - timedelta(minutes=2))
        await outbox.put(conn, [_parcel(held, Say(("Please tell us a little more.",), language="en"))], at)
        if story:
            await self._hears(conn, held, Heard(Sort.TEXT, at, story), at)
        waiting = await outbox.ready(conn, "telegram", at + HOUR, 100, [])
        await outbox.settle(conn, [Outcome(row.id, "sent", "1") for row in waiting], at)
        waiting = await outbox.ready(conn, "telegram", at + HOUR, 100, [])
        await outbox.settle(conn, [Outcome(row.id, "sent", "1") for row in waiting], at)

    async def _hears(self, conn: Any, held: Held, heard: Heard, at: datetime | None = None) -> None:
        address = self._addresses[held.id]
        await inbox.put(conn, [Arrival("telegram", address, f"row-{next(_rows)}", 1, heard)], at or self.now())
        due = await inbox.due(conn, self.now() + DAY, 100)
        await inbox.settle(conn, [row.id for row in due if row.address == address], at or self.now())


def _parcel(held: Held, said: Say, sender: str = "bot") -> Parcel:
    return Parcel(held.id, held.contact_id, held.channel, "reply", "say", said, sender=sender)


def catalogue(now: Any = lambda: NOW) -> locales.Catalogue:
    return locales.load(
        ("en", "ar"), organisation=ORGANISATION, country="DE", time_zone=ZoneInfo("Europe/Berlin"),
        office_hours=OfficeHours.parse("mo-fr 9-16"), clock=now,
    )  # fmt: skip


@asynccontextmanager
async def open_office(
    database: Database,
    *,
    public_url: str | None = None,
    second_factor: str = "off",
    suggest: Callable[[str, str | None], Sequence[tuple[str, float]]] | None = None,
    meaning: Meaning | None = None,
    listen: Callable[[], None] | None = None,
) -> AsyncIterator[Office]:
    office = Office(database, catalogue())
    main = web.Application(client_max_size=1024 * 1024)
    panel = app.build(
        database, office.words, load_scripts(), office.now,
        organisation=ORGANISATION, public_url=public_url, second_factor=second_factor, suggest=suggest,
        meaning=meaning, listen=listen,
    )  # fmt: skip
    main.add_subapp("/admin", panel)
    headers.on(main, public_url)
    runner = web.AppRunner(main, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    office.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield office
    finally:
        await runner.cleanup()


@dataclass(frozen=True, slots=True)
class Answered:
    status: int
    text: str
    body: bytes
    headers: Mapping[str, str]
    path: str

    @property
    def csrf(self) -> str:
        [first, *_] = re.findall(r'name="csrf" value="([^"]+)"', self.text)
        return str(first)

    def hidden(self, name: str) -> str:
        [first, *_] = re.findall(rf'name="{name}" value="([^"]*)"', self.text)
        return unescape(first)

    def references(self) -> list[str]:
        return re.findall(r'<tr data-reference="([^"]+)"', self.text)


class Desk:
    """A browser without JavaScript: cookies, forms, redirects."""

    def __init__(self, office: Office, **headers: str) -> None:
        self.office = office
        self._session = aiohttp.ClientSession(office.url, cookie_jar=aiohttp.CookieJar(unsafe=True), headers=headers)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()

    @property
    def cookies(self) -> aiohttp.abc.AbstractCookieJar:
        return self._session.cookie_jar

    async def get(self, path: str, *, follow: bool = True, headers: Mapping[str, str] | None = None) -> Answered:
        async with self._session.get(path, allow_redirects=follow, headers=headers) as answer:
            return await _read(answer)

    async def post(
        self, path: str, fields: Mapping[str, str], *, follow: bool = True, headers: Mapping[str, str] | None = None
    ) -> Answered:
        canaries.said(*(fields.get(name, "") for name in ("csrf", "email", "password", "q", "reason", "text")))
        sort = {"Content-Type": "application/x-www-form-urlencoded", **(headers or {})}
        body = io.BytesIO(urlencode(dict(fields)).encode())
        async with self._session.post(path, data=body, allow_redirects=follow, headers=sort) as answer:
            return await _read(answer)

    async def take_seat(self, member: int) -> None:
        """Signed in, without the password that takes so long to check."""
        url = URL(self.office.url) / "admin"
        self._session.cookie_jar.update_cookies({"sempre_staff": await self.office.token(member)}, url)

    async def sign_in(self, email: str = KRISTINA, password: str = PASSWORD) -> Answered:
        form = await self.get("/admin/sign-in")
        return await self.post("/admin/sign-in", {"csrf": form.csrf, "email": email, "password": password})

    async def does(self, action: str, reference: str = "N-7KM-4QX", **fields: str) -> Answered:
        """Opens the submission and sends one of its forms. `version` and `nonce` are the page's unless given."""
        shown = await self.get(f"/admin/submissions/{reference}")
        known = {"csrf": shown.csrf, "version": shown.hidden("version"), "nonce": shown.hidden("nonce")}
        return await self.post(f"/admin/submissions/{reference}/{action}", known | fields)


async def _read(answer: aiohttp.ClientResponse) -> Answered:
    body = await answer.read()
    text = body.decode("utf-8", "replace")
    return Answered(answer.status, text, body, answer.headers, answer.url.path_qs)

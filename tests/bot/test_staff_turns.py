"""A message from staff through the turn: said, answered, filed; also by a reply of the platform, and after erasure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

import locales
from bot.metrics import Metrics
from bot.turns import Turner
from dialogs.schema import load_scripts
from dialogs.terms import Conversation, Form, Heard, Sent, Sort
from locales.calendar import OfficeHours
from storage import casework, conversations, inbox, outbox, reading, staff, submissions
from storage.database import Database
from storage.inbox import Arrival
from storage.outbox import Outcome
from storage.reading import Detail
from tests.storage.given import NOW, agree, hold_one, need

WORDS = locales.load(
    ["en", "ar"],
    organisation="Heide Social Service",
    country="DE",
    time_zone=ZoneInfo("Europe/Berlin"),
    office_hours=OfficeHours.parse("mo-fr 9-16"),
)
REFERENCE = "N-7KM-4QX"

pytestmark = pytest.mark.usefixtures("log")


class Talk:
    """One person who sent a need, and one who works here."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.at = NOW
        self.sent = 0
        self.turner = Turner(database, WORDS, load_scripts(), lambda: self.at, Metrics())

    async def begin(self, forms: Sequence[Form] = ()) -> None:
        async with self.database.write() as conn:
            held = await agree(conn)
            await submissions.create(conn, held, need(), "telegram", NOW)
            known = Sent(REFERENCE, "need", 1, "new", NOW)
            talk = Conversation(language="en", consent=True, sent=(known,), last_draft=1, forms=tuple(forms))
            await conversations.save(conn, [(held, talk)], NOW)
            self.staff_id = await staff.add(conn, "ada@example.org", "caseworker", NOW)

    async def turn(self) -> None:
        self.at += timedelta(seconds=2)
        await self.turner.all()

    async def deliver(self) -> list[str]:
        """Sends what waits; gives the platform's ids, as m1, m2 …"""
        made = []
        async with self.database.write() as conn:
            while ready := await outbox.ready(conn, "telegram", self.at, 1, ()):
                self.sent += 1
                made.append(f"m{self.sent}")
                await outbox.settle(conn, [Outcome(ready[0].id, "sent", made[-1])], self.at)
        return made

    async def write(self, text: str) -> str:
        """Staff write; gives the platform's id of what arrived."""
        async with self.database.write() as conn:
            await casework.write_message(conn, REFERENCE, text, "en", text, self.staff_id, self.at)
        await self.turn()
        return (await self.deliver())[-1]

    async def person(self, text: str, reply_to: str | None = None) -> None:
        self.sent += 1
        self.at += timedelta(seconds=2)
        heard = Heard(Sort.TEXT, self.at, text, f"p{self.sent}", reply_to)
        async with self.database.write() as conn:
            await inbox.put(conn, [Arrival("telegram", "4815162342", f"p{self.sent}", self.sent, heard)], self.at)
        await self.turn()
        await self.deliver()

    async def detail(self) -> Detail:
        async with self.database.read() as conn:
            found = await reading.submission(conn, REFERENCE)
        assert found is not None
        return found


async def test_asked_and_answered(database: Database) -> None:
    talk = Talk(database)
    await talk.begin()
    await talk.write("When can we call you?")
    (message,) = (await talk.detail()).messages
    assert (message.state, message.replies) == ("sent", ())
    await talk.person("Tomorrow after ten, please")
    (message,) = (await talk.detail()).messages
    assert [reply.text for reply in message.replies] == ["Tomorrow after ten, please"]
    async with database.read() as conn:
        lines = (await reading.transcript(conn, (await talk.detail()).conversation_id, None, 20)).lines
    assert [line.speaker for line in lines] == ["staff", "person", "bot"]
    assert "When can we call you?" in (lines[0].text or "")


async def test_a_reply_goes_to_what_it_replies_to(database: Database) -> None:
    talk = Talk(database)
    await talk.begin()
    first = await talk.write("When can we call you?")
    await talk.write("Is the house warm?")
    await talk.person("Tomorrow after ten, please", reply_to=first)
    one, other = (await talk.detail()).messages
    assert [reply.text for reply in one.replies] == ["Tomorrow after ten, please"]
    assert other.replies == ()


async def test_a_state_that_staff_set_is_what_the_person_is_told(database: Database) -> None:
    talk = Talk(database)
    await talk.begin()
    async with database.write() as conn:
        await casework.set_status(conn, REFERENCE, "accepted", None, talk.staff_id, 0, talk.at)
    await talk.turn()
    assert await talk.deliver() == []
    async with database.write() as conn:
        held = await hold_one(conn)
    assert [sent.status for sent in held.conversation.sent] == ["accepted"]


async def test_a_withdrawal_reaches_staff(database: Database) -> None:
    talk = Talk(database)
    await talk.begin()
    for text in ("/requests", "2", "1"):
        heard = Heard(Sort.COMMAND, talk.at, text[1:]) if text.startswith("/") else Heard(Sort.TEXT, talk.at, text)
        talk.sent += 1
        async with database.write() as conn:
            arrival = Arrival("telegram", "4815162342", f"p{talk.sent}", talk.sent, heard)
            await inbox.put(conn, [arrival], talk.at)
        await talk.turn()
    found = await talk.detail()
    assert (found.status, found.events[-1].who, found.version) == ("withdrawn", "person", 1)

"""Several people behind one phone: whose row it is, in which order, and what stays of whom."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.turns import Turner
from dialogs.terms import Heard, Sort
from storage import conversations, inbox, outbox, phones, retention
from storage.database import Database
from storage.outbox import Outcome
from storage.tables import alarms, contacts
from storage.tables import conversations as table
from storage.tables import inbox as inbox_table
from storage.tables import people as people_table
from tests.bot.test_turns import BOOM, SCRIPTS, Bot, Faulty, words

pytestmark = pytest.mark.usefixtures("log")

CHAT = "1:1"


class Phone(Bot):
    """The chat 1:1, which several people share."""

    def another(self) -> Turner:
        return Turner(
            self.database, Faulty(), SCRIPTS, lambda: self.at, self.metrics, self.told.append,
            shared=["telegram"], page="https://sempre.example.org/chat/link",
        )  # fmt: skip

    async def says(self, *what: Heard | str) -> None:
        await self.turn(1, *what)

    async def heard_by(self, number: int) -> list[str]:
        """What was said to this person."""
        return [words(say) for say in await self.said(phones.address_of("1", number))]

    async def presses(self, number: int, payload: str) -> None:
        for say in reversed(await self.said(phones.address_of("1", number))):
            for row in say.buttons:
                for button in row:
                    if button.payload.partition("~")[0] == payload:
                        return await self.says(button.payload)
        raise AssertionError(payload)

    async def agrees(self, number: int, language: str = "en") -> None:
        await self.presses(number, f"language:{language}")
        await self.presses(number, "consent:yes")

    async def two(self) -> None:
        """Person 1 has agreed, then person 2 has; and person 2 writes."""
        await self.says("/start")
        await self.agrees(1)
        await self.says("!other")
        await self.presses(1, "speaker:new")
        await self.agrees(2)

    async def deliver(self) -> list[str]:
        """Everything is sent; gives the platform's ids."""
        made = []
        async with self.database.write() as conn:
            while ready := await outbox.ready(conn, "telegram", self.at, 1, ()):
                made.append(f"m{ready[0].id}")
                await outbox.settle(conn, [Outcome(ready[0].id, "sent", made[-1])], self.at)
        return made

    async def rows(self, number: int) -> list[str]:
        """What stands in the inbox as this person's, in order."""
        lane = inbox.lane("telegram", phones.address_of(CHAT, number))
        async with self.database.read() as conn:
            found = await conn.scalars(
                select(inbox_table.c.heard).where(inbox_table.c.lane == lane).order_by(inbox_table.c.id)
            )
            return [heard.get("text", "") for heard in found]

    async def addresses(self) -> dict[str | None, bool]:
        async with self.database.read() as conn:
            rows = await conn.execute(select(contacts.c.address, contacts.c.reachable).order_by(contacts.c.id))
            return {row.address: row.reachable for row in rows}


@pytest.fixture
def phone(database: Database) -> Phone:
    return Phone(database)


def test_the_ending_of_an_address_is_known_here_alone() -> None:
    assert phones.address_of("7:5", 1) == "7:5"
    assert phones.parted(phones.address_of("7:5", 3)) == ("7:5", 3)
    assert phones.parted("room#1") == ("room#1", 1)


async def test_each_has_rows_alarms_and_words_of_their_own(phone: Phone) -> None:
    await phone.two()
    # All that waits is turned in one batch, whoever it is for.
    await phone.put(1, "topic by words of hers", "!other", "speaker:p1", "A bus of his that stopped", "!other")
    await phone.put(1, "speaker:p2", "I want to die")
    await phone.turner.all()
    assert [row for row in await phone.rows(2) if " " in row] == ["topic by words of hers", "I want to die"]
    assert [row for row in await phone.rows(1) if " " in row] == ["A bus of his that stopped"]
    async with phone.database.read() as conn:
        alarmed = (await conn.scalars(select(table.c.phone).join(alarms))).all()
    assert alarmed == [inbox.lane("telegram", CHAT)]
    assert await phone.number(people_table) == 2
    assert await phone.number(inbox_table, inbox_table.c.settled_at.is_(None)) == 0
    # The platform blocks and unblocks a chat, not a person.
    await phone.says(Heard(Sort.BLOCKED, phone.at))
    assert await phone.addresses() == {CHAT: False, f"{CHAT}#2": False}
    await phone.says(Heard(Sort.UNBLOCKED, phone.at))
    assert await phone.addresses() == {CHAT: True, f"{CHAT}#2": True}


async def test_a_reply_goes_to_whom_it_answers(phone: Phone) -> None:
    await phone.two()
    asked = (await phone.deliver())[-1]
    await phone.says("!other", "speaker:p1")
    await phone.deliver()
    await phone.says(Heard(Sort.TEXT, phone.at, "There is no bus to the doctor", "99", reply_to=asked))
    assert "There is no bus to the doctor" in (await phone.rows(2))[-1]
    await phone.says("and these words are hers as well")
    assert (await phone.rows(2))[-1] == "and these words are hers as well"


async def test_changed_words_stay_with_who_wrote_them(phone: Phone) -> None:
    await phone.two()
    for press in ("topic:MOB", "detail:MOB.no_bus"):
        await phone.presses(2, press)
    await phone.says(Heard(Sort.TEXT, phone.at, "There is no bus to the doctor", "70"))
    await phone.says("!other", "speaker:p1")
    await phone.says(Heard(Sort.EDIT, phone.at, "There is a canary of hers", "70"))
    assert (await phone.rows(2))[-1] == "There is a canary of hers"
    assert "There is a canary of hers" not in await phone.rows(1)
    assert "Person 2 is writing now." in (await phone.heard_by(2))[-1]
    # Nobody is known to have written this, so neither of them has it in what they get, or what staff read.
    await phone.says("speaker:p1", Heard(Sort.EDIT, phone.at, "Nobody knows whose I want to die is", "71"))
    assert [row for row in [*await phone.rows(1), *await phone.rows(2)] if "Nobody" in row] == []
    assert "Please write it again if it is important." in (await phone.heard_by(1))[-1]


async def test_a_row_that_fails_holds_up_the_phone_and_is_its_persons(phone: Phone) -> None:
    await phone.two()
    await phone.put(1, BOOM, "!other", "speaker:p1")
    for _ in range(3):
        assert (await phone.heard_by(1))[-1].startswith("Who is writing now?")
        assert BOOM not in await phone.rows(2)
        await phone.turner.all()
        phone.at += timedelta(seconds=2)
    await phone.turner.all()
    assert BOOM in await phone.rows(2)
    assert any(said.startswith("Something went wrong") for said in await phone.heard_by(2))
    assert (await phone.heard_by(1))[-1].startswith("Person 1 is writing now.")


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)  # on SQLite nobody else holds anything
async def test_who_is_in_other_hands_is_waited_for(phone: Phone) -> None:
    await phone.two()
    before = await phone.rows(2)
    await phone.put(1, "These words are hers", "!other", "speaker:p1")
    for address in (f"{CHAT}#2", CHAT):
        async with phone.database.write() as conn:
            await conversations.hold(conn, {inbox.lane("telegram", address): ("telegram", address)}, phone.at)
            assert await phone.turner.batch() == 0
    assert await phone.rows(2) == before
    await phone.turner.all()
    assert (await phone.rows(2))[-2:] == ["These words are hers", "!other"]


async def test_what_staff_write_waits_for_a_row_before_it(phone: Phone) -> None:
    """A row of hers that is to be tried again is not overtaken by what she writes through the shared chat."""
    await phone.two()
    staff = Heard(Sort.STAFF, phone.at, "When can we call you?", "1")
    async with phone.database.write() as conn:
        hers = phones.address_of(CHAT, 2)
        await inbox.put(conn, [inbox.Arrival("telegram", hers, "staff:1", 0, staff)], phone.at)
        (waiting,) = await inbox.due(conn, phone.at, 10)
        await inbox.fail(conn, waiting.id, "LookupError", phone.at + timedelta(seconds=1))
    await phone.put(1, "These words answer it")
    assert await phone.turner.batch() == 0
    phone.at += timedelta(seconds=2)
    assert await phone.turner.all() == 2
    asked, answered = (await phone.heard_by(2))[-2:]
    assert "When can we call you?" in asked
    assert answered.startswith("I have added your last words.")  # they were written before it


async def test_each_is_forgotten_alone_and_the_last_one_leaves_nothing(phone: Phone) -> None:
    await phone.two()
    await phone.says("words of the second one here")
    await phone.says("!delete")
    await phone.presses(2, "erase:yes")
    await phone.deliver()
    assert await phone.addresses() == {CHAT: True}
    assert await phone.rows(2) == []
    # Somebody new has that number now; then the first goes, and the second still writes through their chat.
    await phone.presses(1, "speaker:p1")
    await phone.says("!other")
    await phone.presses(1, "speaker:new")
    await phone.agrees(2)
    await phone.presses(2, "!other")
    await phone.says("speaker:p1", "!delete")
    await phone.presses(1, "erase:yes")
    await phone.deliver()
    assert await phone.rows(1) == []
    assert await phone.addresses() == {None: True, f"{CHAT}#2": True}
    await phone.says("speaker:p2", "the second one goes on as before")
    assert (await phone.rows(2))[-1] == "the second one goes on as before"
    # What never agreed goes after its time, but not while others need it.
    for days in (60, 40):  # she writes meanwhile; nobody heard of him for longer than the 90 days
        phone.at += timedelta(days=days)
        async with phone.database.write() as conn:
            await retention.sweep(conn, phone.at)
        assert await phone.addresses() == {None: True, f"{CHAT}#2": True}
        await phone.says("the second one is still here")
    assert (await phone.rows(2))[-1] == "the second one is still here"
    await phone.says("!delete")
    await phone.presses(2, "erase:yes")
    await phone.deliver()
    for days in (2, 91):
        phone.at += timedelta(days=days)
        async with phone.database.write() as conn:
            await retention.sweep(conn, phone.at)
    assert await phone.addresses() == {}
    assert await phone.number(table) == await phone.number(people_table) == 0

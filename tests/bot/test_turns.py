from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Table, func, select, text

import locales
from bot import talks
from bot.metrics import Metrics
from bot.readings import Suggest
from bot.talks import ALPHABET, reference
from bot.turns import Turned, Turner
from dialogs import record
from dialogs.schema import load_scripts
from dialogs.terms import File, Heard, Say, Sort
from locales import topics
from locales.calendar import OfficeHours
from storage import conversations, inbox
from storage.alarms import ring as ring_alarm
from storage.database import Database
from storage.inbox import Arrival
from storage.outbox import put as put_outbox
from storage.tables import alarms, contacts, files, people, submission_words
from storage.tables import conversations as conversations_table
from storage.tables import inbox as inbox_table
from storage.tables import outbox as outbox_table
from storage.tables import submissions as submissions_table
from tests.serving import until
from tests.statements import counted

WORDS = locales.load(
    ["en", "ar"],
    organisation="Heide Social Service",
    country="DE",
    time_zone=ZoneInfo("Europe/Berlin"),
    office_hours=OfficeHours.parse("mo-fr 9-16"),
)
SCRIPTS = load_scripts()
BOOM = "boom"
SAID = outbox_table.c.action == "say"
_keys = count(1)

pytestmark = pytest.mark.usefixtures("log")


class Faulty:
    """The catalogue, but for a fault that no test of ours has found yet: a text with BOOM in it raises."""

    def __getattr__(self, name: str) -> Any:
        return getattr(WORDS, name)

    def label(self, language: str, text: str, /) -> str:
        if BOOM in text:
            raise LookupError(text)
        return WORDS.label(language, text)


class Bot:
    """A turner with a clock that a test moves."""

    suggest: Suggest | None = None

    def __init__(self, database: Database) -> None:
        self.database = database
        self.at = datetime.now(UTC).replace(microsecond=0)
        self.metrics = Metrics()
        self.told: list[Turned] = []
        self.turner = self.another()

    def another(self) -> Turner:
        return Turner(
            self.database,
            Faulty(),
            SCRIPTS,
            lambda: self.at,
            self.metrics,
            self.told.append,
            suggest=self.suggest,
        )

    async def put(self, chat: int, *what: Heard | str, channel: str = "telegram") -> None:
        arrivals = []
        for one in what:
            number = next(_keys)
            heard = one if isinstance(one, Heard) else self.heard(one, number)
            arrivals.append(Arrival(channel, f"1:{chat}", f"key{number}", number, heard))
        async with self.database.write() as conn:
            await inbox.put(conn, arrivals, self.at)

    def heard(self, text: str, number: int = 0) -> Heard:
        if text.startswith("/"):
            return Heard(Sort.COMMAND, self.at, text[1:], str(number))
        if re.match(r"[a-z]*[:!]", text):
            return Heard(Sort.PRESS, self.at, text, str(number))
        return Heard(Sort.TEXT, self.at, text, str(number))

    async def turn(self, chat: int, *what: Heard | str) -> list[Say]:
        """Puts and turns one after the other; gives all that is said."""
        for one in what:
            await self.put(chat, one)
            await self.turner.all()
            self.at += timedelta(seconds=1)
        return await self.said(chat)

    async def press(self, chat: int, payload: str) -> list[Say]:
        """Presses the button with this payload in the last message that has it, whatever its draft."""
        for say in reversed(await self.said(chat)):
            for row in say.buttons:
                for button in row:
                    if button.payload.partition("~")[0] == payload:
                        return await self.turn(chat, button.payload)
        raise AssertionError(payload)

    async def said(self, chat: int | str) -> list[Say]:
        lane = inbox.lane("telegram", f"1:{chat}")
        table = conversations_table
        async with self.database.read() as conn:
            wanted = select(outbox_table.c.say).join(table, table.c.id == outbox_table.c.conversation_id)
            rows = await conn.scalars(wanted.where(table.c.lane == lane, SAID).order_by(outbox_table.c.id))
            return [record.load_say(row) for row in rows]

    async def number(self, table: Any, *conditions: Any) -> int:
        async with self.database.read() as conn:
            return int(await conn.scalar(select(func.count()).select_from(table).where(*conditions)) or 0)

    def value(self, name: str, **labels: str) -> float:
        return self.metrics.registry.get_sample_value(name, labels) or 0.0

    async def consented(self, chat: int, language: str = "en") -> None:
        await self.turn(chat, "/start")
        await self.press(chat, f"language:{language}")
        await self.press(chat, "consent:yes")

    async def before_sending(self, chat: int) -> None:
        await self.consented(chat)
        await self.press(chat, "topic:MOB")
        await self.press(chat, "detail:MOB.no_bus")
        await self.turn(chat, "The bus stopped last month.", "Liepa")
        await self.press(chat, "urgency:week")


@pytest.fixture
def bot(database: Database) -> Bot:
    return Bot(database)


def words(say: Say) -> str:
    return re.sub("[\u2066-\u2069\u200e\u200f]", "", " ".join(say.paragraphs))


async def test_conversation_reply_and_row_are_one_commit(bot: Bot) -> None:
    await bot.put(1, "/start")
    assert await bot.turner.batch() == 1
    assert len(await bot.said(1)) == 1
    assert await bot.number(inbox_table, inbox_table.c.settled_at.is_(None)) == 0
    assert bot.value("sempre_commits_total", leg="turn") == 1
    assert bot.told == [Turned(1, frozenset({"telegram"}))]
    assert await bot.turner.batch() == 0


async def test_a_need_is_submitted_once(bot: Bot) -> None:
    await bot.before_sending(1)
    send = next(b.payload for row in (await bot.said(1))[-1].buttons for b in row if b.payload.startswith("check:send"))
    await bot.put(1, send, send)
    await bot.turner.all()
    assert await bot.number(submissions_table) == 1
    assert bot.value("sempre_submissions_total", kind="need") == 1


async def test_statements_do_not_grow_with_the_batch(bot: Bot) -> None:
    """The guard: how many statements and commits a batch takes, whatever its size. Timings are for `make bench`."""
    for chat in range(200):
        await bot.put(chat, "/start")
    with counted(bot.database) as statements:
        assert await bot.turner.batch() == 200
    assert bot.value("sempre_commits_total", leg="turn") == 1
    first = len(statements)
    for chat in range(200):
        await bot.put(chat, "language:en~1", "hello")
    with counted(bot.database) as statements:
        while await bot.turner.batch():
            pass
    assert bot.value("sempre_commits_total", leg="turn") <= 3
    assert first <= 12, statements
    assert len(statements) <= 20, statements
    for chat in range(200):
        said = await bot.said(chat)
        yes = said[-1].buttons[0][0].payload
        assert yes.startswith("consent:yes~")
        await bot.put(chat, yes)
    with counted(bot.database) as statements:
        assert await bot.turner.batch() == 200
    assert len(statements) <= 16, statements


async def test_eleven_queued_starts_get_one_reply(bot: Bot) -> None:
    await bot.put(1, *["/start"] * 11)
    assert await bot.turner.all() == 11
    assert len(await bot.said(1)) == 1


async def test_the_same_words_twice_are_no_repeated_command(bot: Bot) -> None:
    await bot.put(1, "hello", "hello")
    await bot.turner.all()
    assert len(await bot.said(1)) == 2


async def test_rows_of_a_chat_are_turned_in_their_order(bot: Bot) -> None:
    await bot.consented(1)
    topic = (await bot.said(1))[-1]
    draft = topic.buttons[0][0].payload.partition("~")[2]
    await bot.put(1, f"topic:MOB~{draft}", f"detail:MOB.no_bus~{draft}", "The bus stopped last month.")
    await bot.turner.all()
    assert (await bot.said(1))[-1].question == "place"


# -- a turn that raises ---------------------------------------------------------------------------


async def test_a_turn_that_raises_stops_its_own_chat_only(bot: Bot) -> None:
    await bot.consented(1, "ar")
    before = len(await bot.said(1))
    await bot.put(1, BOOM, "/help")
    await bot.put(2, "/start")
    await bot.turner.all()
    assert len(await bot.said(2)) == 1
    assert len(await bot.said(1)) == before
    bot.at += timedelta(seconds=2)
    await bot.turner.all()
    assert len(await bot.said(1)) == before
    bot.at += timedelta(seconds=6)
    await bot.turner.all()
    parked, helped = (await bot.said(1))[before:]
    assert (words(parked), parked.language) == (words(Say((WORDS.text("ar", "phrase.parked"),))), "ar")
    assert words(helped) != words(parked)
    assert bot.value("sempre_turns_failed_total") == 3
    assert bot.value("sempre_parked_total", leg="turn") == 1
    async with bot.database.read() as conn:
        assert await conn.scalar(select(inbox_table.c.reason).where(inbox_table.c.reason.is_not(None))) == "LookupError"


async def test_who_may_be_in_danger_is_not_kept_waiting_for_another_try(bot: Bot) -> None:
    await bot.consented(1)
    said = (await bot.turn(1, f"I want to die {BOOM}"))[-1]
    assert "112" in words(said)
    assert WORDS.text("en", "phrase.parked") in words(said)
    assert await bot.number(alarms, alarms.c.sort == "die") == 1


async def test_a_row_whose_effects_fail_takes_nobody_along(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    real = ring_alarm

    async def ring(conn: Any, held: Any, sort: str, now: datetime) -> bool:
        if held.lane == inbox.lane("telegram", "1:1"):
            raise LookupError
        return await real(conn, held, sort, now)

    monkeypatch.setattr("storage.alarms.ring", ring)
    for chat in (1, 2, 3):
        await bot.put(chat, "/start", "I want to die")
    await bot.turner.all()
    assert await bot.number(alarms) == 2
    assert [len(await bot.said(chat)) for chat in (2, 3)] == [2, 2]
    # Not even the alarm could be written: the row is put off, then parked, and nothing is repeated meanwhile.
    for _ in range(4):
        bot.at += timedelta(seconds=6)
        await bot.turner.all()
    assert await bot.number(inbox_table, inbox_table.c.parked_at.is_not(None)) == 1
    [said, _] = await bot.said(1)  # whom to call; then the greeting, which had waited behind it
    assert "112" in words(said)
    assert WORDS.text("en", "phrase.parked") in words(said)


async def _damage(bot: Bot, table: Table, column: str, *where: Any) -> None:
    """As a bad page of the disk, or a key that is gone."""
    async with bot.database.write() as conn:
        damaged = f"UPDATE {table.name} SET {column} = :bytes WHERE id = :id"  # noqa: S608
        for row in list(await conn.scalars(select(table.c.id).where(*where))):
            await conn.execute(text(damaged), {"bytes": b"\x01" * 60, "id": row})


@pytest.mark.parametrize("column", ["heard", "address"])
async def test_a_message_that_does_not_open_stops_nobody_else(bot: Bot, column: str) -> None:
    await bot.consented(1, "ar")
    before = len(await bot.said(1))
    await bot.put(1, "a story", "/help")
    first = inbox_table.c.id == select(func.max(inbox_table.c.id) - 1).scalar_subquery()
    await _damage(bot, inbox_table, column, first)
    await bot.put(2, "/start")
    await bot.turner.all()
    assert len(await bot.said(2)) == 1
    parked, helped = (await bot.said(1))[before:]
    assert (words(parked), parked.language) == (WORDS.text("ar", "phrase.parked"), "ar")
    assert words(helped) != words(parked)
    assert bot.value("sempre_parked_total", leg="turn") == 1


async def test_a_conversation_that_does_not_open_stops_nobody_else(bot: Bot) -> None:
    await bot.consented(1)
    before = len(await bot.said(1))
    await _damage(bot, conversations_table, "state")
    await bot.put(1, "a story of more than four words")
    await bot.put(2, "/start")
    await bot.put(3, "I want to die")
    for _ in range(3):
        await bot.turner.all()
        bot.at += timedelta(seconds=2)
    assert len(await bot.said(2)) == len(await bot.said(3)) == 1
    [said] = (await bot.said(1))[before:]
    assert words(said) == WORDS.text("en", "phrase.parked")
    await bot.put(1, "I want to die")
    await bot.turner.all()
    assert "112" in words((await bot.said(1))[-1])
    assert await bot.number(alarms, alarms.c.sort == "die") == 2


async def test_a_statement_for_all_that_fails_is_repeated_for_each(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    real = put_outbox

    async def put(conn: Any, parcels: Any, now: datetime) -> None:
        if any(parcel.say.language == "ar" for parcel in parcels):
            raise OverflowError
        await real(conn, parcels, now)

    monkeypatch.setattr("storage.outbox.put", put)
    await bot.put(1, Heard(Sort.COMMAND, bot.at, "start", device_language="ar"), "language:ar~1")
    for chat in range(2, 6):
        await bot.put(chat, "/start")
    await bot.turner.all()
    assert [len(await bot.said(chat)) for chat in range(1, 6)] == [0, 1, 1, 1, 1]
    assert bot.value("sempre_turns_failed_total") == 1


async def test_a_reference_that_is_taken_is_drawn_again(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    await bot.before_sending(1)
    await bot.before_sending(2)
    for chat in (1, 2):
        last = (await bot.said(chat))[-1]
        send = next(b.payload for row in last.buttons for b in row if b.payload.startswith("check:send"))
        await bot.put(chat, send)
    numbers = iter(["222-222", "222-222", "333-333", "444-444"])
    monkeypatch.setattr(talks, "reference", lambda: next(numbers))
    await bot.turner.all()
    async with bot.database.read() as conn:
        assert set(await conn.scalars(select(submissions_table.c.reference))) == {"N-333-333", "N-444-444"}


def test_references_are_drawn_from_signs_that_nobody_confuses() -> None:
    assert all(re.fullmatch(f"[{ALPHABET}]{{3}}-[{ALPHABET}]{{3}}", reference()) for _ in range(100))
    assert len(set(ALPHABET)) == 32
    assert not set("01IO") & set(ALPHABET)


# -- several processes ----------------------------------------------------------------------------


async def test_two_processes_turn_every_row_once(bot: Bot) -> None:
    for chat in range(60):
        await bot.put(chat, "/start")
    await asyncio.gather(*(turner.all() for turner in (bot.turner, bot.another(), bot.another())))
    while await bot.turner.all():
        pass
    assert [len(await bot.said(chat)) for chat in range(60)] == [1] * 60
    assert bot.value("sempre_turns_failed_total") == 0


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)  # on SQLite nobody else holds anything
async def test_a_chat_in_other_hands_is_left_for_later(bot: Bot) -> None:
    await bot.turn(1, "/start")
    lane = inbox.lane("telegram", "1:1")
    await bot.put(1, "/help")
    async with bot.database.write() as conn:
        await conversations.hold(conn, {lane: ("telegram", "1:1")}, bot.at)
        assert await bot.turner.batch() == 0
    assert await bot.turner.batch() == 1


# -- what else follows ----------------------------------------------------------------------------


async def test_a_voice_message_is_wanted_after_consent(bot: Bot) -> None:
    await bot.consented(1)
    await bot.press(1, "topic:MOB")
    await bot.press(1, "detail:MOB.no_bus")
    await bot.turn(1, Heard(Sort.FILE, bot.at, message="7", files=(File("ref", "voice"),)))
    assert await bot.number(files) == 1
    assert bot.told[-1].wanted == {"telegram"}


async def test_words_after_sending_go_with_what_was_sent(bot: Bot) -> None:
    await bot.before_sending(1)
    await bot.press(1, "check:send")
    await bot.turn(1, "The bus to the hospital stopped too.")
    assert await bot.number(submission_words) == 1
    assert await bot.number(submissions_table) == 1


async def test_a_false_alarm_is_taken_back(bot: Bot) -> None:
    await bot.turn(1, "I want to die")
    assert await bot.number(alarms, alarms.c.calmed_at.is_(None)) == 1
    await bot.press(1, "!fine")
    assert await bot.number(alarms, alarms.c.calmed_at.is_(None)) == 0
    assert bot.value("sempre_alarms_total", sort="die") == 1


async def test_a_group_is_left(bot: Bot) -> None:
    await bot.turn(1, Heard(Sort.GROUP, bot.at, "hello all"))
    assert await bot.number(outbox_table, outbox_table.c.action == "leave") == 1


async def test_who_blocks_us_is_not_reachable_until_they_come_back(bot: Bot) -> None:
    for sort, reachable in ((Sort.BLOCKED, False), (Sort.UNBLOCKED, True)):
        await bot.turn(1, Heard(sort, bot.at))
        assert await bot.number(contacts, contacts.c.reachable == reachable) == 1


async def test_a_no_forgets_what_was_in_transit(bot: Bot) -> None:
    await bot.turn(1, "/start")
    await bot.press(1, "language:en")
    before = len(await bot.said(1))
    await bot.press(1, "consent:no")
    assert len(await bot.said(1)) < before + 1
    assert await bot.number(people) == 0


async def test_erasing_leaves_the_farewell_alone(bot: Bot) -> None:
    await bot.consented(1)
    await bot.turn(1, "/delete")
    await bot.press(1, "erase:yes")
    assert len(await bot.said(1)) == 1


def _has(said: list[Say], payload: str) -> bool:
    return any(b.payload.partition("~")[0] == payload for say in said for row in say.buttons for b in row)


async def test_the_loop_wakes_rests_and_stops(bot: Bot) -> None:
    running = asyncio.create_task(bot.turner.run())
    await bot.put(1, "/start")
    bot.turner.wake()
    await until(lambda: bot.told, 2)
    await bot.put(1, "/help")  # as another process does, without a word to us
    await until(lambda: len(bot.told) == 2, 2)
    bot.turner.stop()
    await running


# -- topics told in words -------------------------------------------------------------------------


async def test_a_topic_told_in_words_is_asked_back(bot: Bot) -> None:
    bot.suggest = topics.suggest
    bot.turner = bot.another()
    await bot.turn(7, "hello", "language:en", "yes")
    said = await bot.turn(7, "no bus here any more")
    assert said[-1].question == "detail"
    assert [[button.payload.partition("~")[0] for button in row] for row in said[-1].buttons][:2] == [
        ["detail:MOB.no_bus"],
        ["detail:no"],
    ]


async def test_a_story_before_consent_is_asked_back_after_it(bot: Bot) -> None:
    bot.suggest = topics.suggest
    bot.turner = bot.another()
    said = await bot.turn(7, "معاش التقاعد لا يكفي للعيش", "language:ar", "نعم", "1")
    assert said[-1].question == "place"
    said = await bot.turn(7, "Heide", "3")
    field, detail = (WORDS.text("ar", label) for label in ("topic.MON", "detail.MON.benefit"))
    assert field in said[-1].paragraphs[1]
    assert detail in said[-1].paragraphs[1]

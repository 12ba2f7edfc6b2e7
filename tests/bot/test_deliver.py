from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, text

from bot import deliver
from bot.channels.base import Document, Outbound
from bot.channels.telegram import Telegram
from bot.deliver import Copying, Deliverer, Pace, pause
from bot.metrics import Metrics
from dialogs.terms import COPY, Say
from storage import conversations, inbox, outbox
from storage.conversations import Held
from storage.database import Database, open_database
from storage.outbox import Parcel
from storage.sealed import Keyring
from storage.tables import contacts
from storage.tables import outbox as rows
from tests.emulators.bot_api import BotApi
from tests.emulators.bot_api_people import Person
from tests.serving import bot_api, until

pytestmark = pytest.mark.usefixtures("log")


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture(autouse=True)
def _soon_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deliver, "PAUSES", (0.05, 0.2))


@asynccontextmanager
async def delivering(
    database: Database,
    api: BotApi,
    per_second: float = 1000,
    channel: type[Telegram] = Telegram,
    copies: Copying | None = None,
) -> AsyncIterator[Metrics]:
    telegram = channel(api.token, api_url=api.url, total_seconds=0.6)
    metrics = Metrics()
    deliverer = Deliverer(telegram, database, now, metrics, per_second, copies)
    running = asyncio.create_task(deliverer.run())
    try:
        yield metrics
    finally:
        deliverer.stop()
        await running
        await telegram.stop()


async def chat(database: Database, person: Person) -> Held:
    address = f"{person.api.me['id']}:{person.id}"
    lane = inbox.lane("telegram", address)
    async with database.write() as conn:
        return (await conversations.hold(conn, {lane: ("telegram", address)}, now()))[lane]


async def say(database: Database, held: Held, *texts: str, kind: str = "reply") -> None:
    parcels = [
        Parcel(held.id, held.contact_id, "telegram", kind, "say", Say((text,)), None, None)  # type: ignore[arg-type]
        for text in texts
    ]
    async with database.write() as conn:
        await outbox.put(conn, parcels, now())


async def states(database: Database) -> list[str | None]:
    async with database.read() as conn:
        return list(await conn.scalars(select(rows.c.state).order_by(rows.c.id)))


def texts(person: Person) -> list[str]:
    return [shown.text for shown in person.messages]


def value(metrics: Metrics, name: str, **labels: str) -> float:
    return metrics.registry.get_sample_value(name, labels) or 0.0


async def test_each_chat_hears_its_messages_in_order(database: Database, api: BotApi) -> None:
    people = [api.person() for _ in range(20)]
    for person in people:
        await say(database, await chat(database, person), "one", "two", "three")
    async with delivering(database, api):
        for person in people:
            assert [(await person.hears()).text for _ in range(3)] == ["one", "two", "three"]
    assert await states(database) == ["sent"] * 60


@pytest.mark.parametrize("fault", ["500", "drop", "garbage", "hang"])
async def test_order_holds_through_a_retry_and_nobody_else_waits(database: Database, api: BotApi, fault: str) -> None:
    slow, quick = api.person(), api.person()
    held = await chat(database, slow)
    await say(database, held, "one")
    api.order(fault, times=1)  # type: ignore[arg-type]
    async with delivering(database, api):
        await until(lambda: _asked(api, 1))
        await say(database, held, "two")
        await say(database, await chat(database, quick), "hello")
        await quick.hears(0.5)
        if fault == "drop":  # it was shown, but we could not know: it is repeated, never lost
            assert (await slow.hears()).text == "one"
        assert [(await slow.hears()).text for _ in range(2)] == ["one", "two"]
    assert await states(database) == ["sent"] * 3


async def _asked(api: BotApi, times: int) -> bool:
    return len(api.calls("sendMessage")) >= times


async def test_slow_down_is_obeyed_to_the_second_for_the_chat(database: Database, api: BotApi) -> None:
    one, other = api.person(), api.person()
    await say(database, await chat(database, one), "patience")
    api.order("429", times=1, retry_after=1)
    async with delivering(database, api):
        await until(lambda: _asked(api, 1))
        await say(database, await chat(database, other), "at once")
        await other.hears(0.5)
        await one.hears(3)
    refused, sent = (asked.at for asked in api.calls("sendMessage") if asked.parameters["chat_id"] == one.id)
    assert 1.0 <= sent - refused < 1.6


async def test_two_chats_told_to_slow_down_mean_the_account(database: Database, api: BotApi) -> None:
    people = [api.person() for _ in range(3)]
    api.order("429", times=2, retry_after=1)
    for person in people[:2]:
        await say(database, await chat(database, person), "slowly")
    async with delivering(database, api):
        await until(lambda: _asked(api, 2))
        await asyncio.sleep(0.1)
        start = time.monotonic()
        await say(database, await chat(database, people[2]), "later")
        await people[2].hears(3)
        assert time.monotonic() - start > 0.7
        for person in people[:2]:
            await person.hears(3)


async def test_who_is_gone_is_not_tried_again(database: Database, api: BotApi) -> None:
    person = api.person()
    held = await chat(database, person)
    await say(database, held, "hello")
    person.chat.refuses = (403, "Forbidden: bot was blocked by the user")
    async with delivering(database, api) as metrics:
        await until(lambda: _settled(database, 1))
        assert value(metrics, "sempre_failed_total", channel="telegram", fault="gone") == 1
    async with database.read() as conn:
        contact = (await conn.execute(select(contacts).where(contacts.c.id == held.contact_id))).one()
    assert (contact.reachable, contact.reachable_reason) == (False, "blocked")
    assert await states(database) == ["gone"]
    assert len(api.calls("sendMessage")) == 1


async def _settled(database: Database, count: int) -> bool:
    return sum(state is not None for state in await states(database)) >= count


async def test_our_fault_is_parked_counted_and_passed_over(database: Database, api: BotApi) -> None:
    person = api.person()
    held = await chat(database, person)
    api.order("400", times=1)
    await say(database, held, "refused", "next")
    async with delivering(database, api) as metrics:
        assert (await person.hears()).text == "next"
        assert value(metrics, "sempre_parked_total", leg="deliver") == 1
    assert await states(database) == ["parked", "sent"]


@pytest.mark.parametrize("table", ["outbox", "contacts"])
async def test_what_does_not_open_is_parked_and_holds_up_nobody(database: Database, api: BotApi, table: str) -> None:
    damaged, other = await chat(database, api.person()), api.person()
    await say(database, damaged, "hello")
    column = {"outbox": "say", "contacts": "address"}[table]
    async with database.write() as conn:
        await conn.execute(text(f"UPDATE {table} SET {column} = :bytes"), {"bytes": b"\x01" * 60})  # noqa: S608
    await say(database, await chat(database, other), "hello")
    async with delivering(database, api) as metrics:
        assert (await other.hears()).text == "hello"
        assert value(metrics, "sempre_parked_total", leg="deliver") == 1
    assert await states(database) == ["parked", "sent"]


async def test_a_wrong_token_parks_nothing(database: Database, api: BotApi) -> None:
    person = api.person()
    await say(database, await chat(database, person), "hello")
    async with delivering(database, api) as metrics:
        token, api.token = api.token, "7000001:another"
        await asyncio.sleep(0.3)
        api.token = token
        assert (await person.hears()).text == "hello"
        assert value(metrics, "sempre_parked_total", leg="deliver") == 0


async def test_after_many_tries_a_row_is_parked(
    database: Database, api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliver, "MOST_TRIES", 3)
    await say(database, await chat(database, api.person()), "hello")
    api.order("500", share=1)
    async with delivering(database, api):
        await until(lambda: _settled(database, 1))
    assert await states(database) == ["parked"]
    assert len(api.calls("sendMessage")) == 3


async def test_a_reply_overtakes_broadcasts_which_keep_a_second_apart(database: Database, api: BotApi) -> None:
    person, other = api.person(), api.person()
    held = await chat(database, person)
    await say(database, held, "news 1", "news 2", kind="broadcast")
    await say(database, held, "reply")
    async with delivering(database, api):
        start = time.monotonic()
        assert (await person.hears()).text == "reply"
        assert (await person.hears()).text == "news 1"
        await say(database, await chat(database, other), "hello")
        await other.hears(0.5)
        assert (await person.hears()).text == "news 2"
        assert time.monotonic() - start >= 1.9


async def test_the_rate_of_the_account_holds_without_one_refusal(database: Database) -> None:
    async with bot_api(per_second=100, chat_burst=1_000) as api:
        api._overall.burst = 10  # a narrow window, as the platform's
        people = [api.person() for _ in range(100)]
        for person in people:
            await say(database, await chat(database, person), "hello")
        async with delivering(database, api, per_second=100):
            start = time.monotonic()
            for person in people:
                await person.hears()
            took = time.monotonic() - start
    assert {asked.status for asked in api.calls("sendMessage")} == {200}
    assert 0.9 < took < 2.0


async def test_sends_that_were_held_up_together_do_not_leave_together(database: Database) -> None:
    async with bot_api(per_second=100, chat_burst=1_000) as api:
        api._overall.burst = 10
        people = [api.person() for _ in range(60)]
        for person in people:
            await say(database, await chat(database, person), "hello")
        async with delivering(database, api, per_second=100):
            await people[5].hears()
            time.sleep(0.3)  # noqa: ASYNC251 (the whole process stands still: 25 sends are past their time)
            for person in [*people[:5], *people[6:]]:
                await person.hears()
    assert {asked.status for asked in api.calls("sendMessage")} == {200}


async def test_stopping_waits_for_what_is_on_its_way_and_leaves_the_rest(database: Database, api: BotApi) -> None:
    api.latency = 0.2
    person, other = api.person(), api.person()
    await say(database, await chat(database, person), "one", "two")
    async with delivering(database, api):
        await asyncio.sleep(0.1)  # half of the way
    assert await states(database) == ["sent", None]
    assert texts(person) == ["one"]
    async with delivering(database, api):
        await say(database, await chat(database, other), "hello")
        await other.hears()
    assert texts(person) == ["one", "two"]


@pytest.mark.parametrize("fault", ["500", "429", "hang"])
async def test_a_long_text_goes_on_where_it_stopped(database: Database, api: BotApi, fault: str) -> None:
    person = api.person()
    await say(database, await chat(database, person), "\n\n".join(letter * 4000 for letter in "abcd"), "next")
    api.order(fault, times=2, after=2)  # type: ignore[arg-type]
    async with delivering(database, api):
        await until(lambda: _settled(database, 2))
    assert [text[0] for text in texts(person)] == ["a", "b", "c", "d", "n"]


async def test_after_a_crash_a_long_text_begins_anew(database: Database, api: BotApi) -> None:
    person = api.person()
    await say(database, await chat(database, person), "a" * 4000 + "\n\n" + "b" * 4000)
    api.order("500", share=1, after=1)
    async with delivering(database, api):
        await until(lambda: _asked(api, 2))
    api.no_more_orders()
    async with delivering(database, api):
        await until(lambda: _settled(database, 1))
    assert [text[0] for text in texts(person)] == ["a", "a", "b"]


class Faulty(Telegram):
    """The channel, but for a fault that no test of ours has found yet."""

    async def send(self, outbound: Outbound) -> str | None:
        if outbound.say == Say(("odd",)):
            raise LookupError
        return await super().send(outbound)


async def test_a_channel_that_raises_parks_that_message_only(database: Database, api: BotApi) -> None:
    person = api.person()
    await say(database, await chat(database, person), "odd", "next")
    async with delivering(database, api, channel=Faulty):
        assert (await person.hears()).text == "next"
    assert await states(database) == ["parked", "sent"]
    async with database.read() as conn:
        assert await conn.scalar(select(rows.c.reason).where(rows.c.state == "parked")) == "LookupError"


async def test_a_send_that_never_ends_is_ended(
    database: Database, api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliver, "SEND_SECONDS", 0.1)
    person = api.person()
    await say(database, await chat(database, person), "hello")
    api.order("hang", times=1)
    async with delivering(database, api):
        assert (await person.hears()).text == "hello"


async def test_what_was_sent_while_the_database_is_away_is_settled_later(
    sqlite_file: Path, keyring: Keyring, api: BotApi
) -> None:
    database = open_database(f"sqlite:///{sqlite_file}", keyring, patience=0.05)
    person = api.person()
    await say(database, await chat(database, person), "one", "two")
    api.latency = 0.1
    async with delivering(database, api):
        await asyncio.sleep(0.05)
        other = sqlite3.connect(sqlite_file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert (await person.hears()).text == "one"
        await person.hears_nothing(0.6)
        other.execute("ROLLBACK")
        other.close()
        assert (await person.hears()).text == "two"
    assert texts(person) == ["one", "two"]
    assert await states(database) == ["sent", "sent"]
    await database.close()


def test_sends_are_evenly_spaced() -> None:
    clock = [0.0]
    pace = Pace(10, lambda: clock[0])
    assert [round(pace.reserve(), 3) for _ in range(4)] == [0, 0, 0.1, 0.2]
    clock[0] = 0.25
    assert pace.free(0.26) == 2
    assert round(pace.reserve(), 3) == 0.05


def test_a_pause_moves_every_later_send() -> None:
    clock = [0.0]
    pace = Pace(10, lambda: clock[0])
    pace.pause(3)
    assert pace.free(1) == 0
    assert pace.reserve() == 3


def test_pauses_grow_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deliver, "PAUSES", (1.0, 300.0))
    assert 0.5 <= pause(0) <= 1
    assert 4 <= pause(3) <= 8
    assert 150 <= pause(10_000) <= 300


async def test_a_copy_that_cannot_be_made_now_waits_and_holds_up_nobody_else(database: Database, api: BotApi) -> None:
    person, other = api.person(), api.person()
    held = await chat(database, person)
    tries: list[int] = []

    async def copies(conversation_id: int) -> dict[str, Document]:
        tries.append(conversation_id)
        if len(tries) == 1:
            raise RuntimeError("not now")
        return {"html": Document("my-data.html", "text/html", b"<p>theirs")}

    offering = Parcel(held.id, held.contact_id, "telegram", "reply", "say", Say(("Here it is.",), data=COPY))
    async with database.write() as conn:
        await outbox.put(conn, [offering], now())
    await say(database, await chat(database, other), "hello")
    async with delivering(database, api, copies=copies):
        await other.hears()
        upload = (await person.hears()).upload
        assert upload is not None
        assert (upload.name, upload.content, (await person.hears()).text) == (
            "my-data.html",
            b"<p>theirs",
            "Here it is.",
        )
    assert tries == [held.id, held.id]

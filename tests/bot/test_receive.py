from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import receive
from bot.channels.base import Inbound
from bot.channels.telegram import Telegram
from bot.metrics import Metrics
from bot.receive import Receiver
from dialogs.terms import Heard, Sort
from storage import inbox
from storage.database import Database, Unavailable, open_database
from storage.sealed import Keyring
from storage.tables import inbox as rows
from tests.emulators.bot_api import BotApi
from tests.serving import bot_api, until

pytestmark = pytest.mark.usefixtures("log")


def now() -> datetime:
    return datetime.now(UTC)


def inbound(number: int, text: str = "hello", address: str = "7000001:5") -> Inbound:
    return Inbound(f"{address}:{number}", address, number, Heard(Sort.TEXT, now(), text))


class Way:
    """A receiver and what came of it."""

    def __init__(self, database: Database) -> None:
        self.metrics = Metrics()
        self.woken = 0
        self.after_first: Callable[[], object] = lambda: None
        self.channel = Telegram("7000001:token", api_url="http://127.0.0.1:9")
        self.receiver = Receiver(database, now, self.metrics, self._wake)

    def _wake(self) -> None:
        self.woken += 1
        if self.woken == 1:
            self.after_first()

    async def arrived(self, *inbounds: Inbound) -> None:
        await self.receiver.arrived(self.channel, inbounds)

    def count(self, name: str, **labels: str) -> float:
        return self.metrics.registry.get_sample_value(name, labels) or 0.0


@asynccontextmanager
async def receiving(database: Database) -> AsyncIterator[Way]:
    way = Way(database)
    try:
        yield way
    finally:
        await way.receiver.close()
        await way.channel.stop()


async def stored(database: Database) -> list[str | None]:
    async with database.read() as conn:
        return [row.heard.get("text") for row in await conn.execute(select(rows.c.heard).order_by(rows.c.id))]


async def test_what_arrives_together_is_committed_together(database: Database) -> None:
    async with receiving(database) as way:
        await asyncio.gather(*(way.arrived(inbound(number)) for number in range(100)))
        assert way.count("sempre_received_total", channel="telegram") == 100
        assert way.count("sempre_commits_total", leg="receive") <= 3
        assert way.woken >= 1
    assert len(await stored(database)) == 100


async def test_a_repeated_message_is_taken_as_done_and_stored_once(database: Database) -> None:
    async with receiving(database) as way:
        await way.arrived(inbound(1))
        woken = way.woken
        await way.arrived(inbound(1))
        await asyncio.gather(*(way.arrived(inbound(2)) for _ in range(5)))
        assert way.count("sempre_duplicates_total", channel="telegram") == 5
        assert way.woken == woken + 1
    assert len(await stored(database)) == 2


async def test_nothing_is_stored_for_nothing(database: Database) -> None:
    async with receiving(database) as way:
        await way.arrived()
        assert way.count("sempre_commits_total", leg="receive") == 0


async def test_a_caller_that_goes_away_takes_nobody_along(database: Database) -> None:
    async with receiving(database) as way:
        first, second = (asyncio.create_task(way.arrived(inbound(number))) for number in (1, 2))
        await asyncio.sleep(0)
        first.cancel()
        await second
        await until(lambda: _both(database))


async def _both(database: Database) -> bool:
    return len(await stored(database)) == 2


async def test_what_no_database_takes_is_stored_without_its_content(database: Database) -> None:
    """Else its platform would repeat it for ever, and hold back all that follows."""
    odd = replace(inbound(1), order=2**80)
    async with receiving(database) as way:
        await asyncio.gather(way.arrived(odd), way.arrived(inbound(2, "fine")))
    assert sorted(await stored(database), key=str) == [None, "fine"]


async def test_what_no_database_takes_leaves_the_others_of_its_caller_whole(database: Database) -> None:
    """Polling hands over a hundred at once."""
    odd = replace(inbound(2), order=2**80)
    around = [inbound(number, f"text {number}", f"7000001:{number}") for number in (1, 3, 4)]
    async with receiving(database) as way:
        await way.arrived(around[0], odd, *around[1:])
        assert sorted(await stored(database), key=str) == [None, "text 1", "text 3", "text 4"]
        assert way.count("sempre_received_total", channel="telegram") == 4
        await way.arrived(around[0], odd, *around[1:])
    assert len(await stored(database)) == 4


async def test_a_database_that_goes_away_between_them_refuses_the_caller(sqlite_file: Path, keyring: Keyring) -> None:
    database = open_database(f"sqlite:///{sqlite_file}", keyring, patience=0.05)
    other = sqlite3.connect(sqlite_file, isolation_level=None)
    together = (inbound(1), replace(inbound(2), order=2**80), inbound(3))
    async with receiving(database) as way:
        way.after_first = lambda: other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable):
            await way.arrived(*together)
        other.execute("ROLLBACK")
        other.close()
        await way.arrived(*together)
    assert sorted(await stored(database), key=str) == [None, "hello", "hello"]
    await database.close()


async def test_a_full_queue_refuses(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receive, "MOST_PENDING", 3)
    async with receiving(database) as way:
        waiting = [asyncio.create_task(way.arrived(inbound(number))) for number in range(3)]
        await asyncio.sleep(0)
        assert way.receiver.full
        with pytest.raises(inbox.Full):
            await way.arrived(inbound(4))
        await asyncio.gather(*waiting)
        await way.arrived(inbound(4))


async def test_a_locked_database_refuses_and_then_works_again(sqlite_file: Path, keyring: Keyring) -> None:
    database = open_database(f"sqlite:///{sqlite_file}", keyring, patience=0.05)
    async with receiving(database) as way:
        other = sqlite3.connect(sqlite_file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable) as refusal:
            await way.arrived(inbound(1))
        assert (refusal.value.reason, way.receiver.trouble) == ("locked", "locked")
        other.execute("ROLLBACK")
        other.close()
        await way.arrived(inbound(1))
        assert way.receiver.trouble is None
    assert len(await stored(database)) == 1
    await database.close()


async def test_presses_are_acknowledged_after_the_commit_and_nobody_waits_for_it(database: Database) -> None:
    async with bot_api() as api:
        person = api.person()
        queries = [api.new_query(person.id) for _ in range(50)]
        api.order("hang", "answerCallbackQuery", times=1)
        way = Way(database)
        way.channel = Telegram(api.token, api_url=api.url, total_seconds=1)
        presses = [
            replace(inbound(number), acknowledge=query, heard=Heard(Sort.PRESS, now(), "topic:MOB~1"))
            for number, query in enumerate(queries)
        ]
        async with asyncio.timeout(0.9):
            await way.arrived(*presses)
            await until(lambda: _answered(api, 49))
        await way.receiver.close()
        await way.channel.stop()


async def _answered(api: BotApi, count: int) -> bool:
    return len([asked for asked in api.calls("answerCallbackQuery") if asked.status == 200]) >= count

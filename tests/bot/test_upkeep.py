"""A service that was off for two years forgets in its first minute what is due, and says no more than how much."""

from __future__ import annotations

import asyncio
import io
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from bot import upkeep
from bot.service import running
from storage import submissions
from storage.database import open_database
from storage.elections import Election
from storage.sealed import Keyring
from storage.tables import contacts
from storage.tables import submissions as table
from storage.tables_retention import statistics
from tests.conftest import DATA_KEY
from tests.serving import settings, until
from tests.storage.given import ADDRESS, PLACE, STORY, agree, need


async def test_a_service_catches_up(database_url: str, tmp_path: Path, log: io.StringIO) -> None:
    database = open_database(database_url, Keyring(DATA_KEY))
    now = datetime.now(UTC)
    async with database.write() as conn:
        await submissions.create(conn, await agree(conn, now=now), need(), "telegram", now)
    late = settings(
        tmp_path / "data",
        database_url=database_url,
        data_key=DATA_KEY.hex(),
        secret_key="22" * 32,
        environment="test",
        clock_offset="+732d",
    )
    for _ in range(2):  # again, and nothing happens twice
        log.truncate(0)
        async with running(late):
            await until(lambda: "swept_all" in log.getvalue())
        async with database.read() as conn:
            left = [await conn.scalar(select(func.count()).select_from(one)) for one in (table, contacts)]
            assert left == [0, 0]
            assert await conn.scalar(select(statistics.c.told)) == 1
    lines = log.getvalue()
    assert [word for word in (ADDRESS, STORY, PLACE, "N-7KM-4QX") if word in lines] == []
    await database.close()


async def test_one_process_of_many_forgets(postgres_url: str, log: io.StringIO) -> None:
    """The others look again within the hour."""
    database = open_database(postgres_url, Keyring(DATA_KEY))
    now = datetime.now(UTC)
    async with database.write() as conn:
        await submissions.create(conn, await agree(conn, now=now), need(), "telegram", now)
    ending = asyncio.Event()
    async with Election(postgres_url, "retention") as elected:
        assert await elected.won()
        late = now + timedelta(days=732)
        loser = asyncio.create_task(upkeep.sweep(database, Election(postgres_url, "retention"), lambda: late, ending))
        await asyncio.sleep(0.3)
        async with database.read() as conn:
            assert await conn.scalar(select(func.count()).select_from(table)) == 1
    ending.set()
    await loser
    ending.clear()
    winner = asyncio.create_task(upkeep.sweep(database, Election(postgres_url, "retention"), lambda: late, ending))
    await until(lambda: "swept_all" in log.getvalue())
    ending.set()
    await winner
    swept = {one["sort"]: one["dropped"] for one in map(json.loads, log.getvalue().splitlines()) if "sort" in one}
    assert swept == {"submissions": 1, "drafts": 1}
    await database.close()

from __future__ import annotations

import asyncio
import io
import sqlite3
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import IntegrityError, OperationalError, StatementError

from storage import inbox
from storage.database import Database, Unavailable, WrongUrl, driver_url, open_database, upgrade
from storage.sealed import Keyring
from storage.tables import inbox as table
from storage.tables import people
from tests.postgres import Server
from tests.storage.given import ADDRESS, NOW, STORY, arrival


async def _put(database: Database) -> None:
    async with database.write() as conn:
        await inbox.put(conn, [arrival()], NOW)


async def _put_then(database: Database, *statements: str) -> None:
    async with database.write() as conn:
        await inbox.put(conn, [arrival()], NOW)
        for statement in statements:
            await conn.execute(text(statement))


async def _count(database: Database) -> int:
    async with database.read() as conn:
        return await inbox.waiting(conn)


async def test_committed_at_the_end(database: Database) -> None:
    await _put(database)
    assert await _count(database) == 1


async def test_rolled_back_where_the_block_raises(database: Database) -> None:
    with pytest.raises(StatementError):
        await _put_then(database, "INSERT INTO inbox (channel) VALUES ('x')")
    assert await _count(database) == 0


async def test_cancelled_in_the_middle(database: Database) -> None:
    begun = asyncio.Event()

    async def write() -> None:
        async with database.write() as conn:
            await inbox.put(conn, [arrival()], NOW)
            begun.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(write())
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await _count(database) == 0
    await _put(database)
    assert await _count(database) == 1


async def test_many_writers_take_turns(database: Database) -> None:
    await asyncio.gather(*(_put(database) for _ in range(40)))
    assert await _count(database) == 40


async def test_reading_while_somebody_writes(database: Database) -> None:
    async with database.write() as conn:
        await inbox.put(conn, [arrival()], NOW)
        assert await _count(database) == 0
    assert await _count(database) == 1


async def test_times_are_utc(database: Database) -> None:
    elsewhere = datetime(2026, 7, 1, 12, 0, 0, 5, tzinfo=timezone(timedelta(hours=2)))
    async with database.write() as conn:
        await conn.execute(insert(people).values(created_at=elsewhere))
        back = await conn.scalar(select(people.c.created_at))
        assert back is not None
        assert (back, back.tzinfo) == (datetime(2026, 7, 1, 10, 0, 0, 5, tzinfo=UTC), UTC)
        with pytest.raises(StatementError, match="zone"):
            await conn.execute(insert(people).values(created_at=datetime(2026, 7, 1)))  # noqa: DTZ001


async def test_an_error_shows_nothing_personal(database: Database) -> None:
    row = {"key_hash": b"k", "channel": "t", "address": ADDRESS, "heard": {"text": STORY}}
    with pytest.raises(IntegrityError) as caught:
        async with database.write() as conn:
            await conn.execute(insert(table).values(row))
    assert ADDRESS not in str(caught.value)
    assert STORY not in str(caught.value)


async def test_a_wrong_statement_is_no_unavailability(database: Database) -> None:
    with pytest.raises(Exception, match="nowhere") as caught:
        async with database.read() as conn:
            await conn.execute(text("SELECT * FROM nowhere"))
    assert not isinstance(caught.value, Unavailable)


@pytest.mark.parametrize(
    "url", ["", "nonsense", "mysql://x", "sqlite://", "sqlite:///:memory:", "postgresql://u:secret@h:p/x"]
)
def test_wrong_urls(url: str) -> None:
    with pytest.raises(WrongUrl) as caught:
        driver_url(url)
    assert "secret" not in str(caught.value)


# -- SQLite away ----------------------------------------------------------------------------------


async def test_sqlite_locked_by_another_program(sqlite_file: Path, keyring: Keyring) -> None:
    database = open_database(f"sqlite:///{sqlite_file}", keyring, patience=0.05)
    other = sqlite3.connect(sqlite_file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Unavailable) as caught:
        await _put(database)
    assert caught.value.reason == "locked"
    other.execute("ROLLBACK")
    other.close()
    await _put(database)
    assert await _count(database) == 1
    await database.close()


async def test_sqlite_disk_full(sqlite_file: Path, keyring: Keyring) -> None:
    database = open_database(f"sqlite:///{sqlite_file}", keyring)
    async with database.write() as conn:
        pages = await conn.scalar(text("PRAGMA page_count"))
        await conn.execute(text(f"PRAGMA max_page_count={pages}"))
    with pytest.raises(Unavailable) as caught:
        async with database.write() as conn:
            await inbox.put(conn, [arrival() for _ in range(500)], NOW)
    assert caught.value.reason == "full"
    assert await _count(database) == 0
    async with database.write() as conn:
        await conn.execute(text("PRAGMA max_page_count=1000000"))
    await _put(database)
    await database.close()


async def test_sqlite_without_its_folder(tmp_path: Path, keyring: Keyring) -> None:
    database = open_database(f"sqlite:///{tmp_path}/nowhere/sempre.sqlite", keyring)
    for attempt in (_put, _count):
        with pytest.raises(Unavailable) as caught:
            await attempt(database)
        assert caught.value.reason == "down"
    with pytest.raises(Unavailable):
        upgrade(f"sqlite:///{tmp_path}/nowhere/sempre.sqlite")
    await database.close()


@pytest.mark.parametrize("first", [0, 4096])
async def test_sqlite_damaged(sqlite_file: Path, keyring: Keyring, first: int) -> None:
    """From its first page on, which says what it is, or only behind that one."""
    with sqlite_file.open("r+b") as file:
        size = file.seek(0, io.SEEK_END)
        file.seek(first)
        file.write(b"\xa5" * (size - first))
    database = open_database(f"sqlite:///{sqlite_file}", keyring)
    for attempt in (_put, _count):
        with pytest.raises(Unavailable) as caught:
            await attempt(database)
        assert caught.value.reason == "corrupt"
    await database.close()


async def test_sqlite_is_set_up_to_last(sqlite_file: Path, keyring: Keyring) -> None:
    database = open_database(f"sqlite:///{sqlite_file}", keyring)
    async with database.write() as conn:
        settings = {
            name: await conn.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    await database.close()


async def test_sqlite_without_tables(tmp_path: Path, keyring: Keyring) -> None:
    database = open_database(f"sqlite:///{tmp_path}/sempre.sqlite", keyring)
    with pytest.raises(OperationalError, match="no such table"):
        await _put(database)
    await database.close()


async def test_a_program_that_fails_ends(sqlite_file: Path) -> None:
    """Also where nobody closed the database: the driver's threads must not keep it alive."""
    program = (
        "import asyncio\n"
        "from storage.database import open_database\n"
        "from storage.sealed import Keyring\n"
        "async def main():\n"
        f"    async with open_database('sqlite:///{sqlite_file}', Keyring(bytes(32))).write():\n"
        "        asyncio.get_running_loop().stop()\n"
        "        await asyncio.sleep(60)\n"
        "asyncio.new_event_loop().run_until_complete(main())\n"
    )
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", program, stderr=asyncio.subprocess.PIPE)
    _, errors = await asyncio.wait_for(process.communicate(), 20)
    assert b"RuntimeError" in errors
    assert process.returncode == 1


# -- PostgreSQL away ------------------------------------------------------------------------------


def _hang_up(postgres: Server, url: str) -> None:
    name = driver_url(url).database
    postgres.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")  # noqa: S608


async def _put_and_hang_up(database: Database, postgres: Server, url: str) -> None:
    async with database.write() as conn:
        await inbox.put(conn, [arrival()], NOW)
        _hang_up(postgres, url)
        await inbox.put(conn, [arrival()], NOW)


async def test_postgres_connection_lost(postgres: Server, postgres_url: str, keyring: Keyring) -> None:
    database = open_database(postgres_url, keyring)
    await _put(database)
    _hang_up(postgres, postgres_url)
    with pytest.raises(Unavailable) as caught:
        await _put(database)
    assert caught.value.reason == "down"
    await _put(database)
    assert await _count(database) == 2
    await database.close()


async def test_postgres_connection_lost_in_a_transaction(postgres: Server, postgres_url: str, keyring: Keyring) -> None:
    database = open_database(postgres_url, keyring)
    with pytest.raises(Unavailable) as caught:
        await _put_and_hang_up(database, postgres, postgres_url)
    assert caught.value.reason == "down"
    assert await _count(database) == 0
    await database.close()


async def test_postgres_away_for_a_while(postgres: Server, postgres_url: str, keyring: Keyring) -> None:
    database = open_database(postgres_url, keyring)
    await _put(database)
    postgres.stop()
    try:
        for _ in range(2):
            with pytest.raises(Unavailable) as caught:
                await _put(database)
            assert caught.value.reason == "down"
    finally:
        postgres.start()
    await _put(database)
    assert await _count(database) == 2
    await database.close()


async def test_postgres_unknown_database(postgres: Server, keyring: Keyring) -> None:
    database = open_database(postgres.url("nowhere"), keyring)
    with pytest.raises(Unavailable) as caught:
        await _put(database)
    assert caught.value.reason == "down"
    await database.close()


async def test_postgres_locked(postgres: Server, postgres_url: str, keyring: Keyring) -> None:
    postgres.run(f"ALTER DATABASE {driver_url(postgres_url).database} SET lock_timeout = '50ms'")
    database, impatient = open_database(postgres_url, keyring), open_database(postgres_url, keyring)
    async with database.write() as mine:
        await mine.execute(text("LOCK TABLE inbox IN ACCESS EXCLUSIVE MODE"))
        with pytest.raises(Unavailable) as caught:
            await _put_then(impatient)
    assert caught.value.reason == "locked"
    await database.close()
    await impatient.close()

"""The newest migration is what the models say, and each one goes up and down with data in the tables."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from dialogs.terms import Heard, Sort
from storage import conversations, inbox, migrations
from storage.database import migrating, migration_config, open_database, upgrade
from storage.inbox import Arrival
from storage.schema import metadata
from storage.sealed import Keyring

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


async def test_head_equals_models(database_url: str) -> None:
    async with migrating(database_url) as connection:
        context = {"compare_type": True, "target_metadata": metadata}
        found = await connection.run_sync(
            lambda sync: compare_metadata(MigrationContext.configure(sync, opts=context), metadata)
        )
    assert found == []


async def test_partial_indexes_equal_models(database_url: str) -> None:
    """Alembic compares columns of an index, not its condition."""
    ours = {str(i.name) for t in metadata.tables.values() for i in t.indexes if i.dialect_kwargs}
    async with migrating(database_url) as connection:
        there = await connection.run_sync(_partial_indexes)
    assert there == ours


def _partial_indexes(connection: Connection) -> set[str]:
    found = inspect(connection)
    return {
        str(index["name"])
        for table in found.get_table_names()
        for index in found.get_indexes(table)
        if any(key.endswith("_where") for key in index.get("dialect_options", {}))
    }


def test_the_newest_is_the_only_head() -> None:
    assert ScriptDirectory.from_config(migration_config()).get_heads() == [migrations.newest()]


async def test_up_and_down_with_data(empty_url: str, keyring: Keyring) -> None:
    upgrade(empty_url)
    await _fill(empty_url, keyring)
    async with migrating(empty_url) as connection:
        await connection.run_sync(lambda sync: command.downgrade(migration_config(sync), "base"))
        left = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
    assert set(left) <= {"alembic_version"}
    upgrade(empty_url)
    await _fill(empty_url, keyring)


async def test_upgrade_twice_changes_nothing(database_url: str, keyring: Keyring) -> None:
    await _fill(database_url, keyring)
    upgrade(database_url)
    database = open_database(database_url, keyring)
    async with database.read() as conn:
        assert await conn.scalar(text("SELECT count(*) FROM inbox")) == 1
    await database.close()


@pytest.mark.parametrize("times", [3])
async def test_upgrade_by_several_at_once(empty_url: str, times: int) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(times) as threads:
        for result in [threads.submit(upgrade, empty_url) for _ in range(times)]:
            result.result()


async def _fill(url: str, keyring: Keyring) -> None:
    database = open_database(url, keyring)
    async with database.write() as conn:
        assert await inbox.put(conn, [Arrival("telegram", "1", "k", 1, Heard(Sort.TEXT, NOW, "hello"))], NOW) == (True,)
        await conversations.hold(conn, {inbox.lane("telegram", "1"): ("telegram", "1")}, NOW)
    await database.close()

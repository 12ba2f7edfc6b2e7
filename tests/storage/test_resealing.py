"""A rotation of the data key on both databases: what was sealed with the old one is sealed with the new one."""

from __future__ import annotations

import pytest
from sqlalchemy import Integer, LargeBinary, select, type_coerce, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import health, inbox, resealing, sealed, upkeep
from storage.database import Database
from storage.schema import metadata
from storage.sealed import Keyring, Sealed, UnknownKey, Unopened
from storage.tables import contacts
from storage.tables import inbox as inbox_table
from tests.storage.given import ADDRESS, NOW, arrival, put_one
from tests.storage.test_canaries import leave_words_everywhere, opened

OLD = bytes(range(32))
NEW = bytes(range(32, 64))
BOTH = Keyring(NEW, 2, {1: OLD})
NEW_ALONE = Keyring(NEW, 2, {}, Keyring(OLD).hash_key)


async def _numbers(conn: AsyncConnection) -> dict[int, int]:
    """How many values each key sealed."""
    found: dict[int, int] = {}
    for table in metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, Sealed):
                for value in await conn.scalars(select(type_coerce(column, LargeBinary)).where(column.is_not(None))):
                    found[value[0]] = found.get(value[0], 0) + 1
    return found


async def test_a_rotation_loses_nothing_and_goes_on_where_it_was(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resealing, "SLICE", 2)
    resealing.tables.cache_clear()
    async with database.write() as conn:
        await leave_words_everywhere(conn)
        before = await opened(conn)
        assert set(await _numbers(conn)) == {1}
        assert resealing.progress(await upkeep.done(conn), BOTH)
    sealed.unlock(BOTH)
    async with database.write() as conn:
        while set(await _numbers(conn)) == {1}:  # and then the machine stops
            assert await resealing.step(conn, NOW)
        assert set(await _numbers(conn)) == {1, 2}
        await inbox.put(conn, [arrival("later", order=7, text="sealed anew at once")], NOW)
    lane = inbox.lane("telegram", ADDRESS)
    await resealing.finish(database, NOW)
    resealing.tables.cache_clear()
    async with database.read() as conn:
        assert set(await _numbers(conn)) == {2}
        assert resealing.progress(await upkeep.done(conn), BOTH) == []
        assert not await resealing.step(conn, NOW)
    sealed.unlock(NEW_ALONE)
    async with database.write() as conn:
        after = [row for row in await opened(conn) if row[0] != "upkeep" and "sealed anew at once" not in row[1]]
        assert sorted(after) == sorted(before)
        assert inbox.lane("telegram", ADDRESS) == lane  # hashes stay, so everybody is found again
        assert await conn.scalar(select(contacts.c.address).where(contacts.c.lane == lane)) == ADDRESS
    sealed.unlock(Keyring(OLD))
    async with database.read() as conn:
        with pytest.raises(
            UnknownKey, match=r"contacts\.address: sealed with data key 2, which is not on this keyring"
        ):
            await health.try_key(conn)


async def test_who_writes_meanwhile_is_not_overwritten(database: Database) -> None:
    """Between the reading of a slice and its writing, a value changed, and another row went."""
    async with database.write() as conn:
        await leave_words_everywhere(conn)
    kept = next(one for one in resealing.tables() if one.raw.name == "contacts")
    async with database.write() as conn:
        rows = (await conn.execute(select(kept.raw.c.id.label("key"), kept.raw.c.address))).all()
        await conn.execute(update(contacts).values(address="moved"))
        changes = resealing._changes(kept, rows, BOTH)
        for names, change in changes.items():
            await conn.execute(resealing._replacing(kept, names), change)
        assert await conn.scalar(select(contacts.c.address)) == "moved"


async def test_a_process_that_did_not_notice_is_found(database: Database) -> None:
    sealed.unlock(BOTH)
    await resealing.finish(database, NOW)
    async with database.write() as conn:
        sealed.unlock(Keyring(OLD))
        await put_one(conn, arrival(text="late"))
    sealed.unlock(BOTH)
    assert await resealing.older(database) == ["inbox"]
    await resealing.finish(database, NOW)
    assert await resealing.older(database) == []


async def test_a_key_that_comes_in_the_middle_is_looked_for(database: Database) -> None:
    """Another process rotated a moment ago, and what it sealed is read here."""
    sealed.unlock(BOTH)
    async with database.write() as conn:
        await put_one(conn, arrival(text="new"))
    sealed.unlock(Keyring(OLD), lambda: BOTH)
    async with database.read() as conn:
        assert await conn.scalar(select(inbox_table.c.address)) == ADDRESS
    assert sealed.current() is BOTH
    sealed.unlock(Keyring(OLD), lambda: None)
    async with database.read() as conn:
        with pytest.raises(Unopened):
            await conn.scalar(select(inbox_table.c.address))


def test_every_sealed_table_has_one_number_by_which_it_is_gone_through() -> None:
    assert all(isinstance(kept.key.type, Integer) for kept in resealing.tables())

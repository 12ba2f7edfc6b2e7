"""A backup comes back: whole or not at all, brought to this version, and without those who were erased since (R-21)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BufferedReader
from typing import Any

from sqlalchemy import Column, Connection, Table, delete, inspect, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.terms import Conversation
from storage import audit, backups, erased, erasure, migrations, sealed, upkeep
from storage.backup_file import NoBackup
from storage.backups import Contents
from storage.conversations import Held
from storage.database import insert_or_ignore, migrating, migration_config
from storage.erased import Stone
from storage.sealed import Keyring
from storage.tables import conversations, inbox, outbox, submissions, tombstones
from storage.tables_casework import searches
from storage.tables_staff import staff_links, staff_sessions, staff_tries

AHEAD = 1_000_000
"""Rows that may have been numbered after the backup: readers of a talk remember numbers, and none comes twice."""

PAGE = 500
RESTORED = "restored"

SIGNED_IN = (staff_sessions, staff_links, staff_tries, searches)
"""Who had the way in when the backup was made need not have it now."""


@dataclass(frozen=True, slots=True)
class Restored:
    """`parked`: messages that waited to be sent; `erased`: talks that were removed once more."""

    parked: int
    erased: int


async def restore(
    url: str,
    file: BufferedReader,
    keyring: Keyring,
    contents: Contents,
    stones: Sequence[Stone],
    now: datetime,
    kept: Collection[str] | None = (),
) -> Restored:
    """Puts `contents`, as `backups.verified` gave them, in place of all that is in the database, in one transaction.

    What waited to be sent is put aside, for it may have been sent since; not on the channels `kept` (None: on none).
    Unlocks the keyring.
    Raises `NoBackup`, `Unavailable`; the database is then as it was.
    """
    if contents.revision not in migrations.known():
        raise NoBackup("The backup was made by a later version of Sempre. Install that one first.")
    sealed.unlock(keyring)
    async with migrating(url) as conn:
        if await conn.run_sync(migrations.current) is not None:
            stones = [*stones, *await _stones_there(conn)]
            await conn.run_sync(_empty)
        await conn.run_sync(_at, contents.revision)
        await backups.put_back(conn, file, keyring, contents, AHEAD)
        await conn.run_sync(_at, "head")
        return await _settled(conn, stones, kept, now)


async def holds_anything(conn: AsyncConnection) -> bool:
    """Whether anybody's words or accounts would be lost. What a first start makes by itself does not count."""
    tables = set(await conn.run_sync(lambda sync: inspect(sync).get_table_names()))
    for name in sorted(tables & {"contacts", "inbox", "submissions", "people"}):
        if await conn.scalar(text(f"SELECT 1 FROM {name} LIMIT 1")) is not None:  # noqa: S608 (a name of ours)
            return True
    signed_in = "SELECT 1 FROM staff WHERE signed_in_at IS NOT NULL LIMIT 1"
    return "staff" in tables and await conn.scalar(text(signed_in)) is not None


async def _stones_there(conn: AsyncConnection) -> list[Stone]:
    """Of a database that is replaced in place. One of an older version is brought to this one first."""
    await conn.run_sync(_at, "head")
    return await erased.everyone(conn)


def _at(connection: Connection, revision: str) -> None:
    from alembic import command

    command.upgrade(migration_config(connection), revision)


def _empty(connection: Connection) -> None:
    from alembic import command

    command.downgrade(migration_config(connection), "base")


# -- what no backup can know ----------------------------------------------------------------------


async def _settled(
    conn: AsyncConnection, stones: Sequence[Stone], kept: Collection[str] | None, now: datetime
) -> Restored:
    for table in SIGNED_IN:
        await conn.execute(delete(table))
    parked = 0
    if kept is not None:
        waiting = update(outbox).where(outbox.c.settled_at.is_(None), outbox.c.channel.not_in(kept))
        aside = waiting.values(settled_at=now, state="parked", parked_at=now, reason=RESTORED)
        parked = (await conn.execute(aside)).rowcount
    count = await _erase_again(conn, stones, now)
    await erasure.depart(conn, now)
    await upkeep.note_keys(conn, sealed.current(), now)
    await upkeep.note(conn, upkeep.RESTORED, "1", now)
    await audit.note(conn, now, who="system", action=RESTORED)
    return Restored(parked, count)


async def _erase_again(conn: AsyncConnection, stones: Sequence[Stone], now: datetime) -> int:
    """Applies the tombstones that the backup lacks, and keeps them. Gives how many talks and submissions went."""
    marked = {stone.mark: stone for stone in stones}
    known = await erased.marks(conn, marked.keys())
    fresh = [stone for mark, stone in marked.items() if mark not in known]
    if not fresh:
        return 0
    hashes: dict[str, set[bytes]] = {}
    for stone in fresh:
        hashes.setdefault(stone.sort, set()).add(stone.hash)
    count = await _erase_contacts(conn, hashes.get("contact", set()), now)
    count += await _erase_authors(conn, hashes.get("submission", set()), now)
    count += await _forget_again(conn, hashes.get("forgotten", set()))
    await _know_messages(conn, [stone for stone in fresh if stone.sort == "message"])
    rows = [{"mark": one.mark, "sort": one.sort, "hash": one.hash, "day": one.day} for one in fresh]
    for start in range(0, len(rows), PAGE):
        await conn.execute(insert_or_ignore(conn, tombstones), rows[start : start + PAGE])
    return count


async def _erase_contacts(conn: AsyncConnection, hashes: Collection[bytes], now: datetime) -> int:
    if not hashes:
        return 0
    count = 0
    async for chats in _pages(conn, conversations):
        for chat in chats:
            if sealed.current().hash("tombstone", "contact", bytes(chat.lane).hex()) in hashes:
                await _erase(conn, chat, now)
                count += 1
    return count


async def _erase_authors(conn: AsyncConnection, hashes: Collection[bytes], now: datetime) -> int:
    """A talk may have had another address when the backup was made: who sent what was erased goes with it."""
    if not hashes:
        return 0
    count = 0
    async for rows in _pages(conn, submissions):
        for row in rows:
            if sealed.current().hash("tombstone", "submission", row.reference) in hashes:
                theirs = select(*_open(conversations)).where(conversations.c.id == row.conversation_id)
                if (chat := (await conn.execute(theirs)).first()) is not None:
                    await _erase(conn, chat, now)
                await erasure.remove_submissions(conn, [row.id])
                count += 1
    return count


async def _forget_again(conn: AsyncConnection, hashes: Collection[bytes]) -> int:
    """What went by itself, as the idea of somebody too young to agree to it; who told it stays."""
    if not hashes:
        return 0
    count = 0
    async for rows in _pages(conn, submissions):
        gone = [row.id for row in rows if sealed.current().hash("tombstone", "forgotten", row.reference) in hashes]
        if gone:
            await erasure.remove_submissions(conn, gone)
            count += len(gone)
    return count


async def _erase(conn: AsyncConnection, chat: Any, now: datetime) -> None:
    lane = bytes(chat.lane)
    held = Held(chat.id, lane, chat.contact_id, chat.person_id, chat.channel, Conversation(), chat.version)
    await erasure.erase(conn, held, now)
    await conn.execute(delete(outbox).where(outbox.c.conversation_id == chat.id))
    await erasure.empty(conn, inbox.c.lane == lane)


async def _pages(conn: AsyncConnection, table: Table) -> AsyncIterator[Sequence[Any]]:
    after = 0
    columns = [column for column in table.columns if not isinstance(column.type, sealed.Sealed)]
    while rows := (
        await conn.execute(select(*columns).where(table.c.id > after).order_by(table.c.id).limit(PAGE))
    ).all():
        yield rows
        after = rows[-1].id


def _open(table: Table) -> list[Column[Any]]:
    return [column for column in table.columns if not isinstance(column.type, sealed.Sealed)]


async def _know_messages(conn: AsyncConnection, stones: Sequence[Stone]) -> None:
    """As if they had come and been emptied: a repeat of them is not new."""
    blank: Mapping[str, Any] = {"channel": "", "ordinal": 0, "sort": "", "tries": 0}
    rows = [
        {"key_hash": one.hash, "received_at": one.day, "ready_at": one.day, "settled_at": one.day, **blank}
        for one in stones
    ]
    for start in range(0, len(rows), PAGE):
        await conn.execute(insert_or_ignore(conn, inbox), rows[start : start + PAGE])

"""What an operator wants to know of the database: its version, its key, and what lies aside."""

from __future__ import annotations

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import migrations, sealed
from storage.sealed import UnknownKey
from storage.tables import contacts, inbox, outbox
from storage.tables_upkeep import upkeep
from storage.upkeep import SEALING


async def revision(conn: AsyncConnection) -> str | None:
    """The version of the tables; None where there are none."""
    return await conn.run_sync(migrations.current)


async def damaged(conn: AsyncConnection) -> bool:
    """Whether a page of an SQLite file is not what it should be. Reads the whole file. A server looks by itself."""
    if conn.dialect.name != "sqlite":
        return False
    return bool(await conn.scalar(text("PRAGMA quick_check(1)")) != "ok")


async def try_key(conn: AsyncConnection) -> None:
    """Opens two sealed values, if there are any, and asks which key sealed last.

    Raises `storage.sealed.Unopened` where the key is another one.
    """
    known = select(contacts.c.address).where(contacts.c.address.is_not(None)).limit(1)
    for order in (contacts.c.id, contacts.c.id.desc()):
        await conn.scalar(known.order_by(order))
    noted = await conn.scalar(select(upkeep.c.value).where(upkeep.c.name == SEALING))
    number = int(noted.partition(":")[0]) if noted else sealed.current().number
    if number not in sealed.current().numbers:
        raise UnknownKey("the newest values", number)


async def parked(conn: AsyncConnection, bound: int) -> int:
    """Messages in and out that were given up and wait for somebody to look, counted up to `bound`."""
    total = 0
    for table in (inbox, outbox):
        aside = select(table.c.id).where(table.c.parked_at.is_not(None)).limit(bound).subquery()
        total += await conn.scalar(select(func.count()).select_from(aside)) or 0
    return min(total, bound)

"""What becomes of talks at the desk (`storage.desk`): whose they are, when they move, when they go."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, delete, exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.terms import Sort
from storage.conversations import TRANSIT
from storage.database import Unavailable
from storage.inbox import lane
from storage.tables import contacts, conversations, inbox, outbox, submissions
from storage.tables_desk import desk_talks as table

CHANNEL = "desk"
WEB = "web"


def waits(of: bytes) -> ColumnElement[bool]:
    """Reminders that fall due later are no answers."""
    return exists().where(inbox.c.lane == of, inbox.c.settled_at.is_(None), inbox.c.sort != Sort.REMIND.value)


async def taken_by(conn: AsyncConnection, of: bytes) -> int | None:
    """Who took down what is told in this lane: an id of staff."""
    found: int | None = await conn.scalar(select(table.c.staff_id).where(table.c.lane == of))
    return found


async def hand_over(conn: AsyncConnection, of: bytes, address: str, now: datetime) -> bytes:
    """The talk of this lane moves to the web chat, under the same address. Gives its new lane.

    Raises `Unavailable` while something that staff entered waits for its turn: it would be turned in a talk that is
    not there any more.
    """
    new = lane(WEB, address)
    found = select(conversations.c.id).where(conversations.c.lane == of).with_for_update()
    chat = await conn.scalar(found)
    # Whoever writes to the person about one of these holds it: their row is then there, or goes to the new lane.
    await conn.execute(select(submissions.c.id).where(submissions.c.conversation_id == chat).with_for_update())
    # From here on nothing more is entered.
    await conn.execute(update(table).where(table.c.lane == of).values(handed_at=now))
    if await conn.scalar(select(waits(of))):
        raise Unavailable("locked")
    for moved in (contacts, conversations, inbox):
        await conn.execute(update(moved).where(moved.c.lane == of).values(lane=new, channel=WEB))
    await conn.execute(update(outbox).where(outbox.c.conversation_id == chat).values(channel=WEB))
    await conn.execute(update(table).where(table.c.lane == of).values(lane=new))
    return new


async def earlier(conn: AsyncConnection, lanes: Collection[bytes]) -> list[bytes]:
    """The lanes at the desk of those talks among these that have moved."""
    moved = select(table.c.address).where(table.c.lane.in_(lanes), table.c.handed_at.is_not(None))
    return [lane(CHANNEL, address) for address in await conn.scalars(moved)]


async def forget(conn: AsyncConnection, lanes: Collection[bytes], now: datetime) -> None:
    """The people of these lanes are forgotten. Staff may read them the farewell, for a day."""
    later = now + TRANSIT
    await conn.execute(update(table).where(table.c.lane.in_(lanes), table.c.until > later).values(until=later))


async def sweep(conn: AsyncConnection, now: datetime) -> int:
    """What nobody wrote in for a long time, and what was forgotten. Gives how many."""
    return (await conn.execute(delete(table).where(table.c.until <= now))).rowcount

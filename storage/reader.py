"""Where the reader of a pull channel (console, web) stands in its conversation."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.inbox import lane
from storage.tables import conversations, inbox, outbox


@dataclass(frozen=True, slots=True)
class Place:
    """`conversation_id` is None where there is no talk yet. `seen`: the last sequence number that was acknowledged.

    `answered`: whether all that this person wrote was turned (or put aside), so that its replies stand in the outbox.
    """

    conversation_id: int | None
    seen: int
    answered: bool


async def place(conn: AsyncConnection, channel: str, address: str) -> Place:
    of = lane(channel, address)
    found = await conn.scalar(select(conversations.c.id).where(conversations.c.lane == of))
    waits = await conn.scalar(select(exists().where(inbox.c.lane == of, inbox.c.settled_at.is_(None))))
    seen = await conn.scalar(
        select(func.max(outbox.c.id)).where(outbox.c.conversation_id == found, outbox.c.settled_at.is_not(None))
    )
    return Place(found, seen or 0, not waits)

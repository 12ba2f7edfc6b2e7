"""Alarms for staff: class, time and whose conversation it is. Never words, so that they may stand before consent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import safeguarding
from storage.conversations import Held
from storage.database import insert_or_ignore
from storage.tables import alarms, conversations

PERSON = "person"
"""The sort of an alarm by which somebody asks for a human: that is no crisis, and "I am fine" does not answer it."""


@dataclass(frozen=True, slots=True)
class Open:
    id: int
    conversation_id: int
    contact_id: int
    person_id: int | None
    channel: str
    language: str | None
    sort: str
    rung_at: datetime


async def ring(conn: AsyncConnection, held: Held, sort: str, now: datetime) -> bool:
    """False where an alarm of this sort is open already: it keeps the time of the first."""
    result = await conn.execute(
        insert_or_ignore(conn, alarms).returning(alarms.c.id),
        [{"conversation_id": held.id, "sort": sort, "rung_at": now}],
    )
    fresh = result.first() is not None
    if fresh:
        await safeguarding.rung(conn, held.id, sort)
    return fresh


async def calm(conn: AsyncConnection, held: Held, now: datetime) -> None:
    """The person is fine: open alarms of crisis end."""
    await conn.execute(
        update(alarms)
        .where(alarms.c.conversation_id == held.id, alarms.c.calmed_at.is_(None), alarms.c.sort != PERSON)
        .values(calmed_at=now)
    )


async def open_alarms(conn: AsyncConnection, limit: int) -> list[Open]:
    """The oldest first."""
    rows = await conn.execute(
        select(
            alarms.c.id,
            alarms.c.conversation_id,
            conversations.c.contact_id,
            conversations.c.person_id,
            conversations.c.channel,
            conversations.c.language,
            alarms.c.sort,
            alarms.c.rung_at,
        )
        .join_from(alarms, conversations, conversations.c.id == alarms.c.conversation_id)
        .where(alarms.c.calmed_at.is_(None))
        .order_by(alarms.c.id)
        .limit(limit)
    )
    return [Open(*row) for row in rows]

"""What the program could not do by itself and put aside: messages that no turn took, sends that were given up.

Nothing here says what anybody told: kind, time, reason and channel of a row, and the submission by which its talk is
found, where whoever asks may see that one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, Update, and_, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import audit, cursors
from storage.moments import micros, moment
from storage.scope import Scope
from storage.tables import contacts, conversations, inbox, outbox, submissions

Sort = Literal["turns", "sends"]


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last row of a page."""

    at: datetime
    id: int

    def __str__(self) -> str:
        return cursors.written(micros(self.at), self.id)

    @classmethod
    def parse(cls, text: str) -> Cursor:
        """Raises ValueError where `text` never was a cursor."""
        at, row = cursors.read(text, 2)
        return cls(moment(at), row)


@dataclass(frozen=True, slots=True)
class Trouble:
    """`at`: when the message came, or when the send was given up. `reason` is a machine word.

    `reference`: the newest submission of the same talk that whoever asks may see.
    """

    id: int
    at: datetime
    reason: str | None
    channel: str
    tries: int
    reference: str | None

    @property
    def cursor(self) -> Cursor:
        return Cursor(self.at, self.id)


async def turns(
    conn: AsyncConnection, scope: Scope, before: Cursor | None, limit: int, now: datetime
) -> Sequence[Trouble]:
    """Messages that no turn took, the newest first. Their people heard that somebody will look."""
    talk = select(conversations.c.id).where(conversations.c.lane == inbox.c.lane).limit(1).scalar_subquery()
    of = inbox.c
    rows = select(of.id, of.received_at.label("at"), of.reason, of.channel, of.tries, talk.label("talk"))
    return await _page(conn, scope, rows.where(of.parked_at.is_not(None)), of.received_at, of.id, before, limit, now)


async def sends(
    conn: AsyncConnection, scope: Scope, before: Cursor | None, limit: int, now: datetime
) -> Sequence[Trouble]:
    """What was to be said and was given up, the newest first. Nobody has read it."""
    of = outbox.c
    rows = select(of.id, of.parked_at.label("at"), of.reason, of.channel, of.tries, of.conversation_id.label("talk"))
    return await _page(conn, scope, rows.where(of.parked_at.is_not(None)), of.parked_at, of.id, before, limit, now)


async def _page(
    conn: AsyncConnection,
    scope: Scope,
    rows: Select[Any],
    at: ColumnElement[Any],
    row_id: ColumnElement[Any],
    before: Cursor | None,
    limit: int,
    now: datetime,
) -> list[Trouble]:
    if before is not None:
        rows = rows.where(or_(at < before.at, and_(at == before.at, row_id < before.id)))
    found = list(await conn.execute(rows.order_by(at.desc(), row_id.desc()).limit(limit)))
    known = await _references(conn, scope, {row.talk for row in found if row.talk is not None}, now)
    return [Trouble(row.id, row.at, row.reason, row.channel, row.tries, known.get(row.talk)) for row in found]


async def _references(conn: AsyncConnection, scope: Scope, talks: set[int], now: datetime) -> dict[int, str]:
    if not talks:
        return {}
    of = submissions.c
    seen = select(of.conversation_id, of.reference).where(of.conversation_id.in_(talks), scope.sees(now))
    return {row.conversation_id: row.reference for row in await conn.execute(seen.order_by(of.id))}


async def try_again(conn: AsyncConnection, sort: Sort, row: int, staff_id: int, now: datetime) -> bool:
    """It waits again, as when it came. False where there is no such row, or nobody any more to whom it could go."""
    anew = {"settled_at": None, "parked_at": None, "reason": None, "tries": 0, "ready_at": now}
    if sort == "turns":
        change = update(inbox).where(inbox.c.id == row, inbox.c.parked_at.is_not(None), inbox.c.lane.is_not(None))
    else:
        there = exists().where(contacts.c.id == outbox.c.contact_id, contacts.c.address.is_not(None))
        change = update(outbox).where(outbox.c.id == row, outbox.c.parked_at.is_not(None), there)
        anew["state"] = None
    return await _noted(conn, change.values(**anew), "tried_again", staff_id, now)


async def put_away(conn: AsyncConnection, sort: Sort, row: int, staff_id: int, now: datetime) -> bool:
    """Somebody looked: it stays undone, and is listed no more. False where there is no such row."""
    table = inbox if sort == "turns" else outbox
    change = update(table).where(table.c.id == row, table.c.parked_at.is_not(None)).values(parked_at=None)
    return await _noted(conn, change, "put_away", staff_id, now)


async def _noted(conn: AsyncConnection, change: Update, action: str, staff_id: int, now: datetime) -> bool:
    if not (await conn.execute(change)).rowcount:
        return False
    await audit.note(conn, now, who="staff", staff_id=staff_id, action=action)
    return True

"""Opening one submission beyond what one may see, because somebody needs it now: with a reason, for an hour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import audit
from storage.casework import ReasonMissing, UnknownReference
from storage.scope import Scope
from storage.tables import staff, submission_events, submissions
from storage.tables_casework import break_glass as table

LASTS = timedelta(minutes=60)
SHORTEST = 10
"""Characters of a reason: "x" is none."""


@dataclass(frozen=True, slots=True)
class Opening:
    id: int
    reference: str
    by: str  # an e-mail address
    reason: str
    opened_at: datetime
    until: datetime


async def open_with_reason(conn: AsyncConnection, scope: Scope, reference: str, reason: str, now: datetime) -> None:
    """Whoever works with submissions sees this one for an hour. What may be seen anyway is not opened.

    It stands in its history, in the trail, and before the data-protection officer (`openings`). Raises `ReasonMissing`,
    `UnknownReference`; that too for what its person has restricted (R-23).
    """
    why = " ".join(reason.split())
    if len(why) < SHORTEST:
        raise ReasonMissing
    column = submissions.c
    wanted = select(column.id, column.status, scope.sees(now).label("seen"))
    row = (await conn.execute(wanted.where(column.reference == reference, column.restricted_at.is_(None)))).first()
    if row is None or not scope.works:
        raise UnknownReference
    if row.seen:
        return
    of = {"submission_id": row.id, "staff_id": scope.staff_id, "reason": why}
    await conn.execute(insert(table).values(**of, opened_at=now, until=now + LASTS))
    await conn.execute(
        insert(submission_events).values(**of, sort="opened", status=row.status, who="staff", created_at=now)
    )
    await audit.note(
        conn, now, who="staff", staff_id=scope.staff_id, action="break_glass", submission_id=row.id, reason=why
    )


async def openings(conn: AsyncConnection, before: int | None, limit: int) -> Sequence[Opening]:
    """The newest first, of every organisation; those after the one with the id `before`."""
    rows = await conn.execute(
        select(table.c.id, submissions.c.reference, staff.c.email, table.c.reason, table.c.opened_at, table.c.until)
        .join(submissions, submissions.c.id == table.c.submission_id)
        .join(staff, staff.c.id == table.c.staff_id)
        .where(table.c.id < before if before is not None else table.c.id > 0)
        .order_by(table.c.id.desc())
        .limit(limit)
    )
    return [Opening(*row) for row in rows]

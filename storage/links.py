"""Submissions that somebody joined: the same person, the same need, or one thing sent twice.

A link says so, and nothing else: both stay as they are, with their own consents, answers and periods (R-42). Whoever
joins them may see both, and so does whoever is shown a link or takes it away. Software joins nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.changes import STAFF, UnknownReference, note, put_down
from storage.database import insert_or_ignore
from storage.listing import LISTED, Listed, shown
from storage.scope import Scope
from storage.tables import staff, submissions
from storage.tables_casework import submission_links as table

SORTS = ("same_person", "same_need", "duplicate")

MOST = 50
"""Links of one submission that are shown."""


class UnknownSort(ValueError):
    """Not one of `SORTS`."""


class Itself(Exception):
    """Both ends are the same submission."""


class NoLink(Exception):
    """There is none under this number, any more, or it may not be seen."""


@dataclass(frozen=True, slots=True)
class Link:
    """`by` is an e-mail address; `other` the submission at its other end."""

    id: int
    sort: str
    by: str
    at: datetime
    other: Listed


async def join(
    conn: AsyncConnection, scope: Scope, reference: str, other: str, sort: str, staff_id: int, now: datetime
) -> None:
    """Joined already, by this sort of link, changes nothing. The change stands in history and trail of both.

    Raises `UnknownSort`, `Itself`, `UnknownReference` for one that may not be seen, or not be used now (R-23).
    """
    if sort not in SORTS:
        raise UnknownSort(sort)
    if reference == other:
        raise Itself
    ends = await _held(conn, scope, (submissions.c.reference.in_((reference, other)),), now)
    one, two = sorted(row.id for row in ends)
    values = {"submission_id": one, "other_id": two, "sort": sort, "staff_id": staff_id, "created_at": now}
    made = await conn.execute(insert_or_ignore(conn, table).values(**values).returning(table.c.id))
    if made.scalar() is not None:
        await _noted(conn, ends, "joined", staff_id, now)


async def part(conn: AsyncConnection, scope: Scope, reference: str, link: int, staff_id: int, now: datetime) -> None:
    """Takes a link away. Raises `NoLink`."""
    own = select(submissions.c.id).where(submissions.c.reference == reference).scalar_subquery()
    mine = (table.c.id == link, or_(table.c.submission_id == own, table.c.other_id == own))
    row = (await conn.execute(select(table.c.submission_id, table.c.other_id).where(*mine))).first()
    if row is None:
        raise NoLink
    try:
        ends = await _held(conn, scope, (submissions.c.id.in_(tuple(row)),), now)
    except UnknownReference:
        raise NoLink from None
    if (await conn.execute(delete(table).where(table.c.id == link))).rowcount:
        await _noted(conn, ends, "parted", staff_id, now)


async def of(conn: AsyncConnection, scope: Scope, submission_id: int, now: datetime) -> list[Link]:
    """Those of which the other end may be seen, the newest first."""
    wanted = (
        select(table.c.id, table.c.sort, staff.c.email, table.c.created_at, table.c.submission_id, table.c.other_id)
        .join_from(table, staff, staff.c.id == table.c.staff_id, isouter=True)
        .where(or_(table.c.submission_id == submission_id, table.c.other_id == submission_id))
        .order_by(table.c.id.desc())
        .limit(MOST)
    )
    found = [(row, row.submission_id + row.other_id - submission_id) for row in await conn.execute(wanted)]
    if not found:
        return []
    ends = select(*LISTED, scope.sees(now).label("seen")).where(
        submissions.c.id.in_({number for _, number in found}), submissions.c.restricted_at.is_(None)
    )
    rows = [row for row in await conn.execute(ends) if row.seen]
    seen = {line.id: line for line in await shown(conn, rows)}
    return [Link(row.id, row.sort, row.email or "", row.created_at, seen[end]) for row, end in found if end in seen]


async def told(conn: AsyncConnection, submission_id: int) -> Sequence[Any]:
    """`sort`, `role` of whoever joined it and `created_at` of each; with whom is not for its person to know."""
    own = or_(table.c.submission_id == submission_id, table.c.other_id == submission_id)
    wanted = select(table.c.sort, staff.c.role, table.c.created_at).join_from(
        table, staff, staff.c.id == table.c.staff_id, isouter=True
    )
    return (await conn.execute(wanted.where(own).order_by(table.c.id))).all()


async def _held(conn: AsyncConnection, scope: Scope, which: tuple[Any, ...], now: datetime) -> Sequence[Any]:
    """Both ends, held until the commit, in one order for everybody, so that no two wait for each other."""
    column = submissions.c
    wanted = select(column.id, column.status, scope.sees(now).label("seen")).where(
        *which, column.restricted_at.is_(None)
    )
    rows = [row for row in await conn.execute(wanted.order_by(column.id).with_for_update()) if row.seen]
    if len(rows) != 2:
        raise UnknownReference
    return rows


async def _noted(conn: AsyncConnection, ends: Sequence[Any], action: str, staff_id: int, now: datetime) -> None:
    """Without the number of the other: whoever sees one end need not know of the other."""
    for end in ends:
        await put_down(conn, end.id, action, end.status, now, who=STAFF, staff_id=staff_id)
        await note(conn, end.id, action, staff_id, now)

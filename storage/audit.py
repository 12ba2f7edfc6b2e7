"""The trail: who did or looked at what, when, in which role, and why (R-33). It only grows, and holds no content.

What goes in is a machine word and numbers; a reason is sealed, and can be emptied when its person is forgotten without
breaking the chain, which covers a keyed hash of it.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from typing import Any, Literal

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import sealed
from storage.moments import micros
from storage.tables import staff, submissions
from storage.tables_audit import audit_entries as table

Who = Literal["staff", "person", "system"]

MOST_LOOKS = 5_000
"""Entries about one person's submissions that an answer to "who looked?" is made of, the newest."""

_ACTION = re.compile(r"[a-z][a-z_]{1,39}")


async def note(
    conn: AsyncConnection,
    now: datetime,
    *,
    who: Who,
    staff_id: int | None = None,
    role: str | None = None,
    action: str,
    submission_id: int | None = None,
    concerns_id: int | None = None,
    reason: str | None = None,
) -> None:
    """One more entry, in the transaction of what it tells of. One insert; without a `role`, that of `staff_id` is read.

    `action` is a machine word like "view" (ValueError else); each has a text `audit.action.<action>` in the panel.
    `concerns_id` is the member of staff it was done to. `reason` is why, in the words of whoever acted: for break-glass
    and the like, never what a person told.
    """
    if _ACTION.fullmatch(action) is None:
        raise ValueError("an action is one machine word")
    if role is None and staff_id is not None:
        role = await conn.scalar(select(staff.c.role).where(staff.c.id == staff_id))
    said = _salted(reason)
    entry: dict[str, Any] = {
        "at": now,
        "who": who,
        "staff_id": staff_id,
        "role": role,
        "action": action,
        "submission_id": submission_id,
        "concerns_id": concerns_id,
        "reason_hash": None if said is None else hash_of(said),
    }
    await conn.execute(insert(table).values(**entry, reason=said, mac=mac(entry)))


def mac(entry: Any) -> bytes:
    """By which a changed or invented entry is known. `entry` has the columns as keys."""
    hashed = entry["reason_hash"]
    known = (entry["who"], entry["staff_id"], entry["role"], entry["action"], entry["submission_id"])
    told = [str(micros(entry["at"]))]
    told += ["" if one is None else str(one) for one in known]
    told.append("" if hashed is None else bytes(hashed).hex())
    if entry["concerns_id"] is not None:
        told.append(str(entry["concerns_id"]))
    return sealed.current().hash("audit entry", *told)


def hash_of(said: Collection[str]) -> bytes:
    """Of a reason with its salt: when both have gone, nothing can be guessed from what is left."""
    return sealed.current().hash("audit reason", *said)


def _salted(reason: str | None) -> list[str] | None:
    words = (reason or "").strip()
    return [secrets.token_hex(16), words] if words else None


async def forget_reasons(conn: AsyncConnection, submission_ids: Collection[int]) -> None:
    """Reasons are written by people about people: they go with the submissions that they are about."""
    mine = (table.c.submission_id.in_(submission_ids), table.c.reason.is_not(None))
    await conn.execute(update(table).where(*mine).values(reason=None))


# -- who looked -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Look:
    """On that day somebody in that role did this, so many times."""

    day: date
    role: str
    action: str
    times: int


async def who_looked(conn: AsyncConnection, submission_ids: Collection[int], zone: tzinfo = UTC) -> list[Look]:
    """What staff looked at and did, the newest day first (R-33: a person can ask). Nobody is named, as the law asks.

    Lists and downloads of many submissions at once are noted without saying whose, so they are not among these.
    """
    rows = await conn.execute(
        select(table.c.at, table.c.role, table.c.action)
        .where(table.c.submission_id.in_(submission_ids), table.c.who == "staff")
        .order_by(table.c.id.desc())
        .limit(MOST_LOOKS)
    )
    times: dict[tuple[date, str, str], int] = {}
    for row in rows:
        key = (row.at.astimezone(zone).date(), row.role or "", row.action)
        times[key] = times.get(key, 0) + 1
    return [Look(*key, count) for key, count in times.items()]


# -- the whole trail ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entry:
    """`by` and `concerns` are e-mail addresses. `reference` is None where the submission has gone."""

    id: int
    at: datetime
    who: str  # staff, person, system
    by: str | None
    role: str | None
    action: str
    submission_id: int | None
    reference: str | None
    concerns: str | None
    reason: str | None


_by = staff.alias("by")
_concerned = staff.alias("concerned")


async def entries(
    conn: AsyncConnection, *, submission_id: int | None, staff_id: int | None, before: int | None, limit: int
) -> list[Entry]:
    """The newest first, older than entry `before`. Each filter has its index."""
    wanted = select(
        table.c.id, table.c.at, table.c.who, _by.c.email.label("by"), table.c.role, table.c.action,
        table.c.submission_id, submissions.c.reference, _concerned.c.email.label("concerns"), table.c.reason,
    )  # fmt: skip
    joined = wanted.join_from(table, _by, _by.c.id == table.c.staff_id, isouter=True)
    joined = joined.join(submissions, submissions.c.id == table.c.submission_id, isouter=True)
    joined = joined.join(_concerned, _concerned.c.id == table.c.concerns_id, isouter=True)
    for column, value in ((table.c.submission_id, submission_id), (table.c.staff_id, staff_id)):
        if value is not None:
            joined = joined.where(column == value)
    if before is not None:
        joined = joined.where(table.c.id < before)
    rows = (await conn.execute(joined.order_by(table.c.id.desc()).limit(limit))).mappings()
    return [Entry(**{**row, "reason": row["reason"][1] if row["reason"] else None}) for row in rows]

"""What a need is about, as staff code it. The person's own answers stay as they gave them (domain.md §3.3, T3).

One code is the main one, which the list shows and figures count; up to `MOST` further ones stand beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import safeguarding
from storage.changes import STAFF, change, note, put_down, take
from storage.submissions import further, rank

MOST = 2
"""Codes beside the main one."""


class Enough(Exception):
    """There are as many further codes as there may be."""


class NotThere(Exception):
    """It is not among the further codes."""


async def set_detail(
    conn: AsyncConnection,
    reference: str,
    detail: str,
    staff_id: int,
    version: int | None,
    now: datetime,
    urgent: str | None = None,
) -> int:
    """The main code from now on, as `MOB.no_bus`; `urgent` is how soon such a need is looked at (U0–U4), if it says so.

    Gives the new version. Urgency is only ever raised by this, and a case of safeguarding never ended.
    Raises `UnknownReference`, `Stale`.
    """
    row = await take(conn, reference, version)
    left = [code for code in further(row) if code != detail]
    values = {"topic": _topic(detail), "detail": detail, **_beside(left), **_raised(row, detail, urgent)}
    return await _coded(conn, row, "coded", values, staff_id, now)


async def add_detail(
    conn: AsyncConnection,
    reference: str,
    detail: str,
    staff_id: int,
    version: int | None,
    now: datetime,
    urgent: str | None = None,
) -> int:
    """It is about this too. As `set_detail`; what stands there already changes nothing. Raises also `Enough`."""
    row = await take(conn, reference, version)
    known = further(row)
    if detail in (row.detail, *known):
        return int(row.version)
    if len(known) >= MOST:
        raise Enough
    values = {**_beside([*known, detail]), **_raised(row, detail, urgent)}
    return await _coded(conn, row, "also_coded", values, staff_id, now)


async def remove_detail(
    conn: AsyncConnection, reference: str, detail: str, staff_id: int, version: int | None, now: datetime
) -> int:
    """It is not about this, one of the further codes. Urgency and safeguarding stay: a human says when those end.

    Gives the new version. Raises `UnknownReference`, `Stale`, `NotThere`.
    """
    row = await take(conn, reference, version)
    known = further(row)
    if detail not in known:
        raise NotThere
    return await _coded(conn, row, "uncoded", _beside([code for code in known if code != detail]), staff_id, now)


async def _coded(
    conn: AsyncConnection, row: Any, action: str, values: dict[str, Any], staff_id: int, now: datetime
) -> int:
    await change(conn, row.id, now, values)
    await put_down(conn, row.id, action, row.status, now, who=STAFF, staff_id=staff_id)
    await note(conn, row.id, action, staff_id, now)
    return int(row.version) + 1


def _raised(row: Any, detail: str, urgent: str | None) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if safeguarding.told(_topic(detail), detail):
        values["safeguarding"] = True
    if urgent is not None and urgent < (row.urgency_staff or "U9"):
        values |= {"urgency_staff": urgent, "rank": rank(row.status, urgent)}
    return values


def _beside(details: Sequence[str]) -> dict[str, Any]:
    second, third = (*details, None, None)[:MOST]
    return {
        "second_topic": _topic(second), "second_detail": second,
        "third_topic": _topic(third), "third_detail": third,
    }  # fmt: skip


def _topic(detail: str | None) -> str | None:
    return None if detail is None else detail.partition(".")[0]

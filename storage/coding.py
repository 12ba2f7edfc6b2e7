"""What a need is about, as staff code it. The person's own answers stay as they gave them (domain.md §3.3, T3)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import safeguarding
from storage.changes import STAFF, change, note, put_down, take
from storage.submissions import rank


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
    topic = detail.partition(".")[0]
    values: dict[str, Any] = {"topic": topic, "detail": detail}
    if safeguarding.told(topic, detail):
        values["safeguarding"] = True
    if urgent is not None and urgent < (row.urgency_staff or "U9"):
        values |= {"urgency_staff": urgent, "rank": rank(row.status, urgent)}
    await change(conn, row.id, now, values)
    await put_down(conn, row.id, "coded", row.status, now, who=STAFF, staff_id=staff_id)
    await note(conn, row.id, "coded", staff_id, now)
    return int(row.version) + 1

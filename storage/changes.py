"""What every change of a submission has in common: it is held, versioned, and told in its history and in the trail."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.terms import Heard
from storage import audit, inbox
from storage.inbox import Arrival
from storage.tables import contacts, conversations, staff, submission_events, submissions
from storage.tables import inbox as inbox_table
from storage.tables_casework import submission_vectors

PERSON: Literal["person"] = "person"
STAFF: Literal["staff"] = "staff"


class UnknownReference(Exception):
    """Nothing was sent under this reference, or it has been erased."""


class Stale(Exception):
    """Somebody was faster; nothing was changed. `by` is an e-mail address, "person" or "system"."""

    def __init__(self, by: str, what: str, at: datetime) -> None:
        super().__init__(what)
        self.by = by
        self.what = what  # the sort of an event: status, assigned, translated …
        self.at = at


WANTED = (
    select(
        submissions.c.id,
        submissions.c.reference,
        submissions.c.kind,
        submissions.c.status,
        submissions.c.version,
        submissions.c.language,
        submissions.c.detail,
        submissions.c.second_detail,
        submissions.c.third_detail,
        submissions.c.urgency_staff,
        submissions.c.updated_at,
        submissions.c.keep_until,
        submissions.c.extended,
        submissions.c.organisation_id,
        submissions.c.safeguarding,
        contacts.c.id.label("contact_id"),
    )
    .join_from(submissions, conversations, conversations.c.id == submissions.c.conversation_id)
    .join(contacts, contacts.c.id == conversations.c.contact_id)
    .where(submissions.c.reference == bindparam("reference"))
    .with_for_update(of=submissions)
)


async def take(conn: AsyncConnection, reference: str, version: int | None) -> Any:
    """The submission, held until the commit. Raises `UnknownReference`, `Stale`."""
    row = (await conn.execute(WANTED, {"reference": reference})).first()
    if row is None:
        raise UnknownReference
    if version is not None and row.version != version:
        raise await _stale(conn, row)
    return row


async def _stale(conn: AsyncConnection, row: Any) -> Stale:
    last = (
        await conn.execute(
            select(submission_events.c.who, submission_events.c.sort, submission_events.c.created_at, staff.c.email)
            .join_from(submission_events, staff, staff.c.id == submission_events.c.staff_id, isouter=True)
            .where(submission_events.c.submission_id == row.id)
            .order_by(submission_events.c.id.desc())
            .limit(1)
        )
    ).first()
    if last is None:
        return Stale("system", "status", row.updated_at)
    return Stale(last.email or last.who, last.sort, last.created_at)


async def change(conn: AsyncConnection, submission_id: int, now: datetime, values: Mapping[str, Any]) -> None:
    """A new version; whoever began from the one before is `Stale`."""
    await conn.execute(
        update(submissions)
        .where(submissions.c.id == submission_id)
        .values(version=submissions.c.version + 1, updated_at=now, **values)
    )


async def forget_meaning(conn: AsyncConnection, submission_id: int) -> None:
    """Its words changed, or may not be used now: what was kept of their meaning goes (`storage.likeness`)."""
    await conn.execute(delete(submission_vectors).where(submission_vectors.c.submission_id == submission_id))


async def put_down(
    conn: AsyncConnection, submission_id: int, sort: str, status: str, now: datetime, **more: Any
) -> int:
    """A line of the history; gives its id. `status` is as it is from then on."""
    values = {"submission_id": submission_id, "sort": sort, "status": status, "created_at": now, **more}
    made = await conn.execute(insert(submission_events).values(**values).returning(submission_events.c.id))
    return int(made.scalar_one())


async def note(
    conn: AsyncConnection, submission_id: int, action: str, staff_id: int, now: datetime, concerns_id: int | None = None
) -> None:
    """In the trail, by somebody who works here."""
    await audit.note(
        conn, now, who=STAFF, staff_id=staff_id, action=action, submission_id=submission_id, concerns_id=concerns_id
    )


async def tell(conn: AsyncConnection, row: Any, key: str, told: Heard, now: datetime) -> None:
    """An inbox row for the submission's conversation, behind whatever waits in it. None where the address is gone."""
    # Read when the submission is held: a talk of the desk may have moved since (`storage.desk_talks.hand_over`).
    where = select(contacts.c.lane, contacts.c.channel, contacts.c.address).where(contacts.c.id == row.contact_id)
    to = (await conn.execute(where)).one()
    if to.address is None:
        return
    waiting = (inbox_table.c.lane == to.lane, inbox_table.c.settled_at.is_(None))
    order = await conn.scalar(select(func.max(inbox_table.c.ordinal)).where(*waiting))
    await inbox.put(conn, [Arrival(to.channel, to.address, key, order or 0, told)], now)

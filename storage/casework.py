"""What staff do with a submission, and what its person answers: each change with its history, none of them lost.

A change of status, assignee or translation carries the version that its author had seen; if somebody was faster, it is
refused and says who changed what. Notes and messages only add, so they never clash; their nonce keeps a form that was
sent twice from counting twice. Whatever the conversation must hear of goes into the inbox in the same transaction.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Table, and_, bindparam, case, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs import record
from dialogs.terms import Heard, Reply, Sort, Withdraw
from storage import audit, files, inbox, keeping, scope, sealed, words_index
from storage import staff as members
from storage.conversations import Held
from storage.database import UtcTime, insert_or_ignore
from storage.erasure import empty
from storage.inbox import Arrival
from storage.statuses import STATUSES
from storage.submissions import heard, of_person, rank
from storage.tables import (
    contacts,
    conversations,
    message_replies,
    notes,
    staff,
    staff_messages,
    submission_events,
    submissions,
    translations,
)
from storage.tables import inbox as inbox_table

SETTABLE = tuple(status for status in STATUSES if status not in ("new", "erased"))
"""What staff may set. `new` is how it began, and only erasure erases."""

NEEDS_REASON = frozenset({"referred_rejected", "not_possible"})
"""domain.md §8.4: what was refused, and what could not be done, say why."""

PERSON: Literal["person"] = "person"
STAFF: Literal["staff"] = "staff"


class UnknownReference(Exception):
    """Nothing was sent under this reference, or it has been erased."""


class UnknownStaff(Exception):
    """Nobody works here under this address."""


class UnknownStatus(ValueError):
    """Not one of `SETTABLE`."""


class ReasonMissing(Exception):
    """This status says why."""


class KeptLongEnough(Exception):
    """It was extended as often as it may be."""


class Empty(Exception):
    """Nothing is written in it."""


class Stale(Exception):
    """Somebody was faster; nothing was changed. `by` is an e-mail address, "person" or "system"."""

    def __init__(self, by: str, what: str, at: datetime) -> None:
        super().__init__(what)
        self.by = by
        self.what = what  # the sort of an event: status, assigned, translated …
        self.at = at


# -- changes that may clash -----------------------------------------------------------------------


async def set_status(
    conn: AsyncConnection,
    reference: str,
    status: str,
    reason: str | None,
    staff_id: int,
    version: int | None,
    now: datetime,
) -> int:
    """Gives the new version. The conversation hears of it, and tells the person when they ask.

    Raises `UnknownReference`, `UnknownStatus`, `ReasonMissing`, `Stale`, `inbox.Full`. A `version` of None is not
    compared.
    """
    if status not in SETTABLE:
        raise UnknownStatus(status)
    why = (reason or "").strip() or None
    if why is None and status in NEEDS_REASON:
        raise ReasonMissing
    row = await _take(conn, reference, version)
    await _become(conn, row, status, now)
    event = await _record(conn, row.id, "status", status, now, reason=why, who=STAFF, staff_id=staff_id)
    await _note(conn, row.id, "status", staff_id, now)
    told = Heard(Sort.STATUS, now, status, subject=row.reference)
    await _tell(conn, row, f"status:{event}", told, now)
    await words_index.add(conn, row.id, [(why, row.language)])
    return int(row.version) + 1


async def assign(
    conn: AsyncConnection, reference: str, email: str | None, staff_id: int, version: int | None, now: datetime
) -> int:
    """To nobody, if `email` is None or empty. Gives the new version.

    Raises `UnknownReference`, `UnknownStaff` for somebody who could not see it then, `Stale`.
    """
    row = await _take(conn, reference, version)
    concerned = None
    if email and email.strip():
        able = {
            address: member for member, address in await scope.assignable(conn, row.organisation_id, row.safeguarding)
        }
        concerned = able.get(members.normal(email))
        if concerned is None:
            raise UnknownStaff
    await _change(conn, row.id, now, {"assignee_id": concerned})
    await _record(conn, row.id, "assigned", row.status, now, who=STAFF, staff_id=staff_id, concerns_id=concerned)
    await _note(conn, row.id, "assign", staff_id, now, concerned)
    return int(row.version) + 1


async def make_case(
    conn: AsyncConnection, reference: str, case: bool, reason: str, staff_id: int, version: int | None, now: datetime
) -> int:
    """A case of safeguarding from now on, or none any more (`storage.safeguarding`). Gives the new version.

    Raises `UnknownReference`, `ReasonMissing`, `Stale`.
    """
    why = reason.strip()
    if not why:
        raise ReasonMissing
    row = await _take(conn, reference, version)
    await _change(conn, row.id, now, {"safeguarding": case})
    sort = "guarded" if case else "released"
    await _record(conn, row.id, sort, row.status, now, reason=why, who=STAFF, staff_id=staff_id)
    await _note(conn, row.id, sort, staff_id, now)
    return int(row.version) + 1


async def translate(
    conn: AsyncConnection,
    reference: str,
    language: str,
    text: str,
    staff_id: int,
    version: int | None,
    now: datetime,
) -> int:
    """The story in another language, by a human; in the place of an earlier one. Gives the new version.

    Raises `UnknownReference`, `Empty`, `Stale`.
    """
    words = _written(text)
    row = await _take(conn, reference, version)
    values = {"text": words, "staff_id": staff_id, "created_at": now}
    put = insert_or_ignore(conn, translations).values(submission_id=row.id, language=language, **values)
    if (await conn.execute(put.returning(translations.c.id))).scalar() is None:
        old = (translations.c.submission_id == row.id, translations.c.language == language)
        await conn.execute(update(translations).where(*old).values(**values))
    await _change(conn, row.id, now, {})
    await _record(conn, row.id, "translated", row.status, now, who=STAFF, staff_id=staff_id)
    await _note(conn, row.id, "translate", staff_id, now)
    await words_index.add(conn, row.id, [(words, language)])
    return int(row.version) + 1


async def withdraw(conn: AsyncConnection, held: Held, effect: Withdraw, now: datetime) -> bool:
    """The person stops it. False where they sent nothing under that reference."""
    row = (await conn.execute(_wanted.where(of_person(held)), {"reference": effect.reference})).first()
    if row is None:
        return False
    if row.status != "withdrawn":
        await _become(conn, row, "withdrawn", now)
        await _record(conn, row.id, "status", "withdrawn", now, who=PERSON)
        await audit.note(conn, now, who=PERSON, action="withdrew", submission_id=row.id)
    return True


async def restrict(conn: AsyncConnection, whose: Held | int, on: bool, now: datetime) -> int:
    """What this person has sent is kept and not used (R-23), or may be used again. Gives how many submissions changed.

    `whose` is the conversation in which they ask, or the id of a person. What is sent later is sent to be used.
    """
    theirs = submissions.c.person_id == whose if isinstance(whose, int) else of_person(whose)
    other = submissions.c.restricted_at.is_(None) if on else submissions.c.restricted_at.is_not(None)
    wanted = select(submissions.c.id, submissions.c.status).where(theirs, other).with_for_update()
    rows = (await conn.execute(wanted)).all()
    later = keeping.midnight(now + keeping.FREED)
    for row in rows:
        kept = case((submissions.c.keep_until < later, literal(later, UtcTime())), else_=submissions.c.keep_until)
        await _change(conn, row.id, now, {"restricted_at": now} if on else {"restricted_at": None, "keep_until": kept})
        sort = "restricted" if on else "unrestricted"
        await _record(conn, row.id, sort, row.status, now, who=PERSON)
        await audit.note(conn, now, who=PERSON, action=sort, submission_id=row.id)
    if on and rows:
        await _forget_timers(conn, whose)
    return len(rows)


async def keep_longer(
    conn: AsyncConnection, reference: str, reason: str, staff_id: int, version: int | None, now: datetime
) -> int:
    """As long again as it is kept now, with a reason, twice at most (R-40). Gives the new version.

    Raises `UnknownReference`, `ReasonMissing`, `KeptLongEnough`, `Stale`.
    """
    why = reason.strip()
    if not why:
        raise ReasonMissing
    row = await _take(conn, reference, version)
    if row.extended >= keeping.EXTENSIONS:
        raise KeptLongEnough
    longer = max(row.keep_until or now, now) + keeping.period(row.kind, row.status)
    await _change(conn, row.id, now, {"extended": row.extended + 1, "keep_until": keeping.midnight(longer)})
    await _record(conn, row.id, "kept", row.status, now, reason=why, who=STAFF, staff_id=staff_id)
    await _note(conn, row.id, "kept", staff_id, now)
    return int(row.version) + 1


async def _forget_timers(conn: AsyncConnection, whose: Held | int) -> None:
    """Whoever wants nothing done with their words is not reminded of them either."""
    if isinstance(whose, int):
        lanes = list(await conn.scalars(select(conversations.c.lane).where(conversations.c.person_id == whose)))
    else:
        lanes = [whose.lane]
    timers = inbox_table.c.sort.in_((Sort.REMIND.value, Sort.FOLLOW_UP.value))
    await empty(conn, and_(inbox_table.c.lane.in_(lanes), inbox_table.c.settled_at.is_(None), timers))


# -- what only adds -------------------------------------------------------------------------------


async def add_note(
    conn: AsyncConnection, reference: str, text: str, staff_id: int, nonce: str | None, now: datetime
) -> int:
    """Gives the note's id; the same nonce again gives the same note. Raises `UnknownReference`, `Empty`."""
    words = _written(text)
    row = await _take(conn, reference, None)
    values = {"staff_id": staff_id, "text": words, "created_at": now}
    note, fresh = await _once(conn, notes, row.id, nonce, values)
    if fresh:
        await words_index.add(conn, row.id, [(words, await _language(conn, staff_id))])
        await _note(conn, row.id, "note", staff_id, now)
    return note


async def write_message(
    conn: AsyncConnection,
    reference: str,
    text: str,
    language: str | None,
    nonce: str | None,
    staff_id: int,
    now: datetime,
) -> int:
    """A message to the person; gives its id, the same one for the same nonce. `language` None: that of the submission.

    An unreachable person's message stays with its state. Raises `UnknownReference`, `Empty`, `inbox.Full`.
    """
    words = _written(text)
    row = await _take(conn, reference, None)
    spoken = language or row.language
    values = {"staff_id": staff_id, "text": words, "language": spoken, "created_at": now}
    message, fresh = await _once(conn, staff_messages, row.id, nonce, values)
    if fresh:
        asked = Heard(Sort.STAFF, now, words, message=str(message), subject=row.reference, language=spoken)
        await _tell(conn, row, message_key(message), asked, now)
        kept = keeping.until_at_least(row.kind, row.status, now)
        await conn.execute(update(submissions).where(submissions.c.id == row.id).values(keep_until=kept))
        await words_index.add(conn, row.id, [(words, spoken)])
        await _note(conn, row.id, "message", staff_id, now)
    return message


def message_key(message_id: int) -> str:
    """The key of the inbox row by which a message from staff goes its way."""
    return f"staff:{message_id}"


async def file_reply(conn: AsyncConnection, held: Held, effect: Reply, now: datetime) -> bool:
    """Files what the person answered with the message from staff. False where that message is not one to them."""
    if not effect.message.isdecimal():
        return False
    row = (
        await conn.execute(
            select(submissions.c.id, submissions.c.kind, submissions.c.status, submissions.c.language)
            .join_from(staff_messages, submissions, submissions.c.id == staff_messages.c.submission_id)
            .where(staff_messages.c.id == int(effect.message), of_person(held))
        )
    ).first()
    if row is None:
        return False
    await conn.execute(
        insert(message_replies).values(
            submission_id=row.id,
            message_id=int(effect.message),
            text=effect.text,
            files=record.dump(effect.files) if effect.files else None,
            created_at=now,
        )
    )
    await heard(conn, row, now)
    await files.belong(conn, held, effect.files, row.id, keeping.voice_until(row.status, now))
    await words_index.add(conn, row.id, [(effect.text, held.conversation.language or row.language)])
    return True


# -- rows -----------------------------------------------------------------------------------------

_wanted = (
    select(
        submissions.c.id,
        submissions.c.reference,
        submissions.c.kind,
        submissions.c.status,
        submissions.c.version,
        submissions.c.language,
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


async def _take(conn: AsyncConnection, reference: str, version: int | None) -> Any:
    """The submission, held until the commit. Raises `UnknownReference`, `Stale`."""
    row = (await conn.execute(_wanted, {"reference": reference})).first()
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


async def _change(conn: AsyncConnection, submission_id: int, now: datetime, values: Mapping[str, Any]) -> None:
    await conn.execute(
        update(submissions)
        .where(submissions.c.id == submission_id)
        .values(version=submissions.c.version + 1, updated_at=now, **values)
    )


async def _become(conn: AsyncConnection, row: Any, status: str, now: datetime) -> None:
    kept = keeping.until_at_least(row.kind, status, now)
    changed = {"status": status, "status_since": now, "rank": rank(status, row.urgency_staff), "keep_until": kept}
    await _change(conn, row.id, now, changed)
    await files.keep_voices(conn, row.id, keeping.voice_until(status, now))


async def _record(conn: AsyncConnection, submission_id: int, sort: str, status: str, now: datetime, **more: Any) -> int:
    values = {"submission_id": submission_id, "sort": sort, "status": status, "created_at": now, **more}
    made = await conn.execute(insert(submission_events).values(**values).returning(submission_events.c.id))
    return int(made.scalar_one())


async def _note(
    conn: AsyncConnection, submission_id: int, action: str, staff_id: int, now: datetime, concerns_id: int | None = None
) -> None:
    await audit.note(
        conn, now, who=STAFF, staff_id=staff_id, action=action, submission_id=submission_id, concerns_id=concerns_id
    )


async def _once(
    conn: AsyncConnection, table: Table, submission_id: int, nonce: str | None, values: Mapping[str, Any]
) -> tuple[int, bool]:
    """The id of the row, and whether it was made now."""
    # Any string may be a nonce, also a personal one: only its hash is kept.
    hashed = sealed.current().hash("nonce", nonce or secrets.token_hex(16))
    put = insert_or_ignore(conn, table).values(submission_id=submission_id, nonce_hash=hashed, **values)
    made = (await conn.execute(put.returning(table.c.id))).scalar()
    if made is not None:
        return int(made), True
    there = select(table.c.id).where(table.c.submission_id == submission_id, table.c.nonce_hash == hashed)
    return int((await conn.execute(there)).scalar_one()), False


async def _tell(conn: AsyncConnection, row: Any, key: str, told: Heard, now: datetime) -> None:
    """An inbox row for the submission's conversation, behind whatever waits in it. None where the address is gone."""
    # Read when the submission is held: a talk of the desk may have moved since (`storage.desk_talks.hand_over`).
    where = select(contacts.c.lane, contacts.c.channel, contacts.c.address).where(contacts.c.id == row.contact_id)
    to = (await conn.execute(where)).one()
    if to.address is None:
        return
    waiting = (inbox_table.c.lane == to.lane, inbox_table.c.settled_at.is_(None))
    order = await conn.scalar(select(func.max(inbox_table.c.ordinal)).where(*waiting))
    await inbox.put(conn, [Arrival(to.channel, to.address, key, order or 0, told)], now)


async def _language(conn: AsyncConnection, staff_id: int) -> str:
    return await conn.scalar(select(staff.c.language).where(staff.c.id == staff_id)) or "en"


def _written(text: str) -> str:
    words = text.strip()
    if not words:
        raise Empty
    return words

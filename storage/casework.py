"""What staff do with a submission, and what its person answers: each change with its history, none of them lost.

A change of status, assignee or translation carries the version that its author had seen; if somebody was faster, it is
refused and says who changed what. Notes and messages only add, so they never clash; their nonce keeps a form that was
sent twice from counting twice. Whatever the conversation must hear of goes into the inbox in the same transaction.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Table, and_, case, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs import record
from dialogs.terms import Heard, Reply, Sort, Withdraw
from storage import audit, files, keeping, scope, sealed, words_index
from storage import staff as members
from storage.changes import PERSON, STAFF, WANTED, change, forget_meaning, note, put_down, take, tell
from storage.changes import Stale as Stale
from storage.changes import UnknownReference as UnknownReference
from storage.conversations import Held
from storage.database import UtcTime, insert_or_ignore
from storage.erasure import empty
from storage.statuses import STATUSES
from storage.submissions import heard, of_person, rank
from storage.tables import conversations, staff, submissions
from storage.tables import inbox as inbox_table
from storage.tables_casework import message_replies, notes, staff_messages, translations

SETTABLE = tuple(status for status in STATUSES if status not in ("new", "erased"))
"""What staff may set. `new` is how it began, and only erasure erases."""

NEEDS_REASON = frozenset({"referred_rejected", "not_possible"})
"""domain.md §8.4: what was refused, and what could not be done, say why."""


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
    row = await take(conn, reference, version)
    await _become(conn, row, status, now)
    event = await put_down(conn, row.id, "status", status, now, reason=why, who=STAFF, staff_id=staff_id)
    await note(conn, row.id, "status", staff_id, now)
    told = Heard(Sort.STATUS, now, status, subject=row.reference)
    await tell(conn, row, f"status:{event}", told, now)
    await words_index.add(conn, row.id, [(why, row.language)])
    return int(row.version) + 1


async def assign(
    conn: AsyncConnection, reference: str, email: str | None, staff_id: int, version: int | None, now: datetime
) -> int:
    """To nobody, if `email` is None or empty. Gives the new version.

    Raises `UnknownReference`, `UnknownStaff` for somebody who could not see it then, `Stale`.
    """
    row = await take(conn, reference, version)
    concerned = None
    if email and email.strip():
        able = {
            address: member for member, address in await scope.assignable(conn, row.organisation_id, row.safeguarding)
        }
        concerned = able.get(members.normal(email))
        if concerned is None:
            raise UnknownStaff
    await change(conn, row.id, now, {"assignee_id": concerned})
    await put_down(conn, row.id, "assigned", row.status, now, who=STAFF, staff_id=staff_id, concerns_id=concerned)
    await note(conn, row.id, "assign", staff_id, now, concerned)
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
    row = await take(conn, reference, version)
    await change(conn, row.id, now, {"safeguarding": case})
    sort = "guarded" if case else "released"
    await put_down(conn, row.id, sort, row.status, now, reason=why, who=STAFF, staff_id=staff_id)
    await note(conn, row.id, sort, staff_id, now)
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
    row = await take(conn, reference, version)
    values = {"text": words, "staff_id": staff_id, "created_at": now}
    put = insert_or_ignore(conn, translations).values(submission_id=row.id, language=language, **values)
    if (await conn.execute(put.returning(translations.c.id))).scalar() is None:
        old = (translations.c.submission_id == row.id, translations.c.language == language)
        await conn.execute(update(translations).where(*old).values(**values))
    await change(conn, row.id, now, {})
    await put_down(conn, row.id, "translated", row.status, now, who=STAFF, staff_id=staff_id)
    await note(conn, row.id, "translate", staff_id, now)
    await words_index.add(conn, row.id, [(words, language)])
    return int(row.version) + 1


async def withdraw(conn: AsyncConnection, held: Held, effect: Withdraw, now: datetime) -> bool:
    """The person stops it. False where they sent nothing under that reference."""
    row = (await conn.execute(WANTED.where(of_person(held)), {"reference": effect.reference})).first()
    if row is None:
        return False
    if row.status != "withdrawn":
        await _become(conn, row, "withdrawn", now)
        await put_down(conn, row.id, "status", "withdrawn", now, who=PERSON)
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
        await forget_meaning(conn, row.id)
        await change(conn, row.id, now, {"restricted_at": now} if on else {"restricted_at": None, "keep_until": kept})
        sort = "restricted" if on else "unrestricted"
        await put_down(conn, row.id, sort, row.status, now, who=PERSON)
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
    row = await take(conn, reference, version)
    if row.extended >= keeping.EXTENSIONS:
        raise KeptLongEnough
    longer = max(row.keep_until or now, now) + keeping.period(row.kind, row.status)
    await change(conn, row.id, now, {"extended": row.extended + 1, "keep_until": keeping.midnight(longer)})
    await put_down(conn, row.id, "kept", row.status, now, reason=why, who=STAFF, staff_id=staff_id)
    await note(conn, row.id, "kept", staff_id, now)
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
    row = await take(conn, reference, None)
    values = {"staff_id": staff_id, "text": words, "created_at": now}
    made, fresh = await _once(conn, notes, row.id, nonce, values)
    if fresh:
        await words_index.add(conn, row.id, [(words, await _language(conn, staff_id))])
        await note(conn, row.id, "note", staff_id, now)
    return made


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
    row = await take(conn, reference, None)
    spoken = language or row.language
    values = {"staff_id": staff_id, "text": words, "language": spoken, "created_at": now}
    message, fresh = await _once(conn, staff_messages, row.id, nonce, values)
    if fresh:
        asked = Heard(Sort.STAFF, now, words, message=str(message), subject=row.reference, language=spoken)
        await tell(conn, row, message_key(message), asked, now)
        kept = keeping.until_at_least(row.kind, row.status, now)
        await conn.execute(update(submissions).where(submissions.c.id == row.id).values(keep_until=kept))
        await words_index.add(conn, row.id, [(words, spoken)])
        await note(conn, row.id, "message", staff_id, now)
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


async def _become(conn: AsyncConnection, row: Any, status: str, now: datetime) -> None:
    kept = keeping.until_at_least(row.kind, status, now)
    changed = {"status": status, "status_since": now, "rank": rank(status, row.urgency_staff), "keep_until": kept}
    await change(conn, row.id, now, changed)
    if status == "withdrawn":
        await forget_meaning(conn, row.id)
    await files.keep_voices(conn, row.id, keeping.voice_until(status, now))


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


async def _language(conn: AsyncConnection, staff_id: int) -> str:
    return await conn.scalar(select(staff.c.language).where(staff.c.id == staff_id)) or "en"


def _written(text: str) -> str:
    words = text.strip()
    if not words:
        raise Empty
    return words

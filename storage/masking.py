"""Hide a part of what was told from everybody who works here, show it again, or take it away for good.

A part stands in many places: in answers and added words, in the transcript, in notes, translations and messages. All
places of one submission go together, and the index of words with them. Hidden parts stay as they are in the database
and are covered as they are read; what is taken away is written over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import audit, dossier, words_index
from storage import masks as hiding
from storage import transcript as transcripts
from storage.casework import UnknownReference
from storage.changes import forget_meaning
from storage.dossier import Detail
from storage.masks import GONE, LONGEST, SHORTEST, covered, hide
from storage.redacting import Texts
from storage.submissions import CODED
from storage.tables import conversations, staff, submission_events, submissions
from storage.tables_casework import masks, searches
from storage.transcript import Before, Transcript
from storage.voices import Voice


class WrongLength(ValueError):
    """A part has `SHORTEST` to `LONGEST` characters: shorter ones would cover half of the text."""


class NotThere(Exception):
    """It stands nowhere in what belongs to this submission."""


class UnknownMask(Exception):
    """Nothing is hidden under this number, any more."""


@dataclass(frozen=True, slots=True)
class Mask:
    """`by` is an e-mail address. What is hidden is not said."""

    id: int
    by: str
    at: datetime


# -- read -----------------------------------------------------------------------------------------


async def submission(conn: AsyncConnection, reference: str) -> Detail | None:
    """As `dossier.submission`, with bars."""
    found = await dossier.submission(conn, reference)
    if found is None:
        return None
    hidden = (await hiding.patterns(conn, [found.id])).get(found.id)
    return found if hidden is None else _covered(found, hidden)


def _covered(one: Detail, hidden: re.Pattern[str]) -> Detail:
    answers = (given if given.question in CODED else hiding.answer(given, hidden) for given in one.answers)
    messages = (
        replace(
            message,
            text=covered(message.text, hidden),
            replies=tuple(replace(reply, text=hide(reply.text, hidden)) for reply in message.replies),
        )
        for message in one.messages
    )
    return replace(
        one,
        place=hide(one.place, hidden),
        excerpt=hide(one.excerpt, hidden),
        answers=tuple(answers),
        added=tuple(replace(more, text=hide(more.text, hidden)) for more in one.added),
        notes=tuple(replace(note, text=covered(note.text, hidden)) for note in one.notes),
        events=tuple(replace(event, reason=hide(event.reason, hidden)) for event in one.events),
        messages=tuple(messages),
        translations=tuple(replace(told, text=covered(told.text, hidden)) for told in one.translations),
        voices={number: _voice(said, hidden) for number, said in one.voices.items()},
    )


def _voice(said: Voice, hidden: re.Pattern[str]) -> Voice:
    written, draft = said.written, said.draft
    return Voice(
        written and replace(written, text=covered(written.text, hidden)),
        draft and replace(draft, text=hide(draft.text, hidden)),
    )


async def transcript(conn: AsyncConnection, conversation_id: int, before: Before | None, limit: int) -> Transcript:
    """As `storage.transcript`, with the bars of all that was sent in this conversation."""
    told = await transcripts.transcript(conn, conversation_id, before, limit)
    hidden = await hiding.of_talk(conn, conversation_id)
    if hidden is None:
        return told
    lines = tuple(
        replace(line, text=hide(line.text, hidden), labels=tuple(covered(label, hidden) for label in line.labels))
        for line in told.lines
    )
    return replace(told, lines=lines)


async def of(conn: AsyncConnection, submission_id: int) -> list[Mask]:
    rows = await conn.execute(
        select(masks.c.id, staff.c.email, masks.c.created_at)
        .join_from(masks, staff, staff.c.id == masks.c.staff_id, isouter=True)
        .where(masks.c.submission_id == submission_id)
        .order_by(masks.c.id)
    )
    return [Mask(row.id, row.email or "", row.created_at) for row in rows]


# -- hide, show, take away ------------------------------------------------------------------------


async def mask(
    conn: AsyncConnection, reference: str, part: str, staff_id: int, reason: str | None, now: datetime
) -> int:
    """Gives in how many places it is hidden. Raises `UnknownReference`, `WrongLength`, `NotThere`."""
    wanted = _wanted(part)
    row = await _take(conn, reference)
    hidden = _pattern(wanted)
    places = await Texts(conn, row, hidden).count()
    if not places:
        raise NotThere
    known = (await hiding.parts(conn, [row.id])).get(row.id, ())
    if wanted not in known:
        values = {"submission_id": row.id, "text": wanted, "staff_id": staff_id, "created_at": now}
        await conn.execute(insert(masks).values(**values))
        await _done(conn, row, "mask", staff_id, hide(reason, hidden), now)
    return places


async def unmask(conn: AsyncConnection, reference: str, mask_id: int, staff_id: int, now: datetime) -> None:
    """Raises `UnknownReference`, `UnknownMask`."""
    row = await _take(conn, reference)
    gone = await conn.execute(delete(masks).where(masks.c.id == mask_id, masks.c.submission_id == row.id))
    if not gone.rowcount:
        raise UnknownMask
    await _done(conn, row, "unmask", staff_id, None, now)


async def hidden_part(conn: AsyncConnection, reference: str, mask_id: int) -> str:
    """What is hidden under this number, for whoever takes it away. Raises `UnknownMask`."""
    own = select(submissions.c.id).where(submissions.c.reference == reference).scalar_subquery()
    found: str | None = await conn.scalar(
        select(masks.c.text).where(masks.c.id == mask_id, masks.c.submission_id == own)
    )
    if found is None:
        raise UnknownMask
    return found


async def places(conn: AsyncConnection, reference: str, part: str) -> int:
    """In how many places it stands. Raises `UnknownReference`, `WrongLength`, `NotThere`."""
    row = await _take(conn, reference)
    found = await Texts(conn, row, _pattern(_wanted(part))).count()
    if not found:
        raise NotThere
    return found


async def redact(conn: AsyncConnection, reference: str, part: str, staff_id: int, reason: str, now: datetime) -> int:
    """Takes it away for good; gives from how many places. Raises as `mask` does."""
    hidden = _pattern(_wanted(part))
    row = await _take(conn, reference)
    changed = await Texts(conn, row, hidden).overwrite()
    if not changed:
        raise NotThere
    await conn.execute(delete(searches))  # what staff searched may be just that; it is kept for an hour at most anyway
    await _done(conn, row, "redact", staff_id, hide(reason, hidden, GONE), now)
    return changed


def _wanted(part: str) -> str:
    wanted = " ".join(part.split())
    if not SHORTEST <= len(wanted) <= LONGEST:
        raise WrongLength
    return wanted


def _pattern(part: str) -> re.Pattern[str]:
    found = hiding.pattern([part])
    assert found is not None  # noqa: S101  there is one part
    return found


async def _take(conn: AsyncConnection, reference: str) -> Any:
    column = submissions.c
    wanted = select(
        column.id,
        column.status,
        column.language,
        column.conversation_id,
        column.person_id,
        column.place,
        column.answers,
    )
    row = (await conn.execute(wanted.where(column.reference == reference).with_for_update())).first()
    if row is None:
        raise UnknownReference
    return row


async def _done(conn: AsyncConnection, row: Any, action: str, staff_id: int, reason: str | None, now: datetime) -> None:
    """The index, what was kept of the meaning, the history, the trail."""
    await _reindex(conn, row.id)
    await forget_meaning(conn, row.id)
    event = {"submission_id": row.id, "sort": action, "status": row.status, "who": "staff", "staff_id": staff_id}
    await conn.execute(insert(submission_events).values(**event, created_at=now))
    version = submissions.c.version + 1
    await conn.execute(update(submissions).where(submissions.c.id == row.id).values(version=version, updated_at=now))
    await audit.note(conn, now, who="staff", staff_id=staff_id, action=action, submission_id=row.id, reason=reason)


async def _reindex(conn: AsyncConnection, submission_id: int) -> None:
    """The words that are left, without those behind a bar: nobody shall find by what they may not read."""
    reference = await conn.scalar(select(submissions.c.reference).where(submissions.c.id == submission_id))
    one = await submission(conn, reference or "")
    if one is None:
        return
    chat = select(conversations.c.language).where(conversations.c.id == one.conversation_id)
    own = await conn.scalar(chat) or one.language
    texts = [(one.reference, one.language)]
    texts += [(answer.value, one.language) for answer in one.answers if answer.question not in CODED and answer.value]
    texts += [(more.text, own) for more in one.added if more.text]
    texts += [(event.reason, one.language) for event in one.events if event.reason]
    texts += [(told.text, told.language) for told in one.translations]
    texts += [(said.written.text, said.written.language) for said in one.voices.values() if said.written]
    texts += [(message.text, message.language) for message in one.messages]
    texts += [(reply.text, own) for message in one.messages for reply in message.replies if reply.text]
    spoken = {row.email: row.language for row in await conn.execute(select(staff.c.email, staff.c.language))}
    texts += [(note.text, spoken.get(note.by) or "en") for note in one.notes]
    await words_index.rebuild(conn, submission_id, texts)

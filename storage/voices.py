"""What is said in a voice, written down: drafted by a machine, confirmed or put right by a person, kept as such alone.

The recording stays the answer. A draft is a suggestion (R-24): it waits a day for a person, and goes when one has
confirmed it. What is confirmed takes the place of an earlier text, as a translation does; who and when is history.

A draft that staff asked for is a row, and one process of many takes it: nothing is lost where that process ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, bindparam, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import words_index
from storage.casework import Empty
from storage.changes import STAFF, change, note, put_down, take
from storage.database import insert_or_ignore
from storage.tables import files, staff, submissions
from storage.tables_casework import voice_drafts, voice_texts

LASTS = timedelta(days=1)
"""How long a draft waits for a person."""

AGAIN = timedelta(minutes=15)
"""After which a draft that a process has taken and not finished is anybody's again."""

MOST_TRIES = 2
"""A voice over which two processes have ended is not given to a third."""

ASKED, WRITTEN = "asked", "written"
ENDED = "ended"
"""States of a draft; every other one is a machine word that says why there is none."""


class UnknownVoice(Exception):
    """No such voice belongs to this submission, or it is not here any more."""


@dataclass(frozen=True, slots=True)
class Draft:
    """`text` is set where `state` is `WRITTEN`."""

    state: str
    language: str
    text: str | None
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Written:
    """Confirmed by a person. `by` is an e-mail address."""

    language: str
    text: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Voice:
    written: Written | None = None
    draft: Draft | None = None


Voices = Mapping[int, Voice]
"""By the number of the file."""


# -- read -----------------------------------------------------------------------------------------


async def of_submission(conn: AsyncConnection, submission_id: int) -> Voices:
    """Those of which anything is written down, or shall be."""
    text, draft = voice_texts.c, voice_drafts.c
    told = (
        select(text.file_id, text.language, text.text, text.created_at, staff.c.email)
        .join_from(voice_texts, staff, staff.c.id == text.staff_id, isouter=True)
        .where(text.submission_id == submission_id)
    )
    found = {
        row.file_id: Voice(Written(row.language, row.text, row.email or "", row.created_at))
        for row in await conn.execute(told)
    }
    made = select(draft.file_id, draft.state, draft.language, draft.text, draft.asked_at)
    for row in await conn.execute(made.where(draft.submission_id == submission_id)):
        before = found.get(row.file_id, Voice())
        found[row.file_id] = Voice(before.written, Draft(row.state, row.language, row.text, row.asked_at))
    return found


async def are_written(conn: AsyncConnection, submission_id: int) -> bool:
    """Whether there are words of a voice that a person has confirmed."""
    mine = select(voice_texts.c.id).where(voice_texts.c.submission_id == submission_id).limit(1)
    return await conn.scalar(mine) is not None


# -- by staff -------------------------------------------------------------------------------------


async def ask(conn: AsyncConnection, reference: str, file_id: int, staff_id: int, now: datetime) -> None:
    """A draft of this voice is wanted. One that waits or is there stays, as does what a person
    has confirmed; one that failed is made anew.

    Raises `UnknownReference`, `UnknownVoice`.
    """
    row = await take(conn, reference, None)
    if not await _is_here(conn, row.id, file_id):
        raise UnknownVoice
    mine = voice_drafts.c.file_id == file_id
    there = select(voice_texts.c.id).where(voice_texts.c.submission_id == row.id, voice_texts.c.file_id == file_id)
    state = await conn.scalar(select(voice_drafts.c.state).where(mine))
    if state in (ASKED, WRITTEN) or await conn.scalar(there) is not None:
        return
    await conn.execute(delete(voice_drafts).where(mine))
    values = {"submission_id": row.id, "file_id": file_id, "language": row.language, "state": ASKED, "asked_at": now}
    # Another one may ask at the same moment.
    await conn.execute(insert_or_ignore(conn, voice_drafts).values(**values, tries=0, until=now + LASTS))
    await note(conn, row.id, "draft", staff_id, now)


async def confirm(
    conn: AsyncConnection,
    reference: str,
    file_id: int,
    text: str,
    staff_id: int,
    version: int | None,
    now: datetime,
) -> int:
    """What is said in this voice, as a person has read or written it. Gives the new version of the submission.

    Raises `UnknownReference`, `UnknownVoice`, `Empty`, `Stale`.
    """
    row = await take(conn, reference, version)
    mine = (voice_texts.c.submission_id == row.id, voice_texts.c.file_id == file_id)
    there = await conn.scalar(select(voice_texts.c.id).where(*mine))
    if there is None and not await _is_here(conn, row.id, file_id):
        raise UnknownVoice
    words = text.strip()
    if not words:
        raise Empty
    values = {"text": words, "staff_id": staff_id, "created_at": now}
    if there is None:
        made = {"submission_id": row.id, "file_id": file_id, "language": row.language, **values}
        await conn.execute(voice_texts.insert().values(**made))
    else:
        await conn.execute(update(voice_texts).where(*mine).values(**values))
    await conn.execute(delete(voice_drafts).where(voice_drafts.c.file_id == file_id))
    await change(conn, row.id, now, {"has_words": True})
    await put_down(conn, row.id, "written", row.status, now, who=STAFF, staff_id=staff_id)
    await note(conn, row.id, "written", staff_id, now)
    await words_index.add(conn, row.id, [(words, row.language)])
    return int(row.version) + 1


async def _is_here(conn: AsyncConnection, submission_id: int, file_id: int) -> bool:
    file = files.c
    sound = (file.content.is_not(None), file.type.startswith("audio/"))
    wanted = select(file.id).where(file.id == file_id, file.submission_id == submission_id, *sound)
    return await conn.scalar(wanted) is not None


# -- by the machine -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Asked:
    """A draft that this process is to make. `file` is the number of the voice."""

    id: int
    file: int
    language: str


_waiting = (
    select(voice_drafts.c.id, voice_drafts.c.file_id, voice_drafts.c.language, voice_drafts.c.tries)
    .join_from(voice_drafts, submissions, submissions.c.id == voice_drafts.c.submission_id)
    .where(
        voice_drafts.c.state == ASKED,
        or_(voice_drafts.c.taken_at.is_(None), voice_drafts.c.taken_at <= bindparam("again")),
        submissions.c.restricted_at.is_(None),  # it may be kept and not used
    )
    .order_by(voice_drafts.c.asked_at, voice_drafts.c.id)
    .limit(1)
    .with_for_update(of=voice_drafts, skip_locked=True)
)


async def take_asked(conn: AsyncConnection, now: datetime) -> Asked | None:
    """The draft that waits longest, for this process alone; None where none waits."""
    while (row := (await conn.execute(_waiting, {"again": now - AGAIN})).first()) is not None:
        if row.tries >= MOST_TRIES:
            await settle(conn, row.id, ENDED, None, now)
            continue
        taken = {"taken_at": now, "tries": row.tries + 1}
        await conn.execute(update(voice_drafts).where(voice_drafts.c.id == row.id).values(**taken))
        return Asked(row.id, row.file_id, row.language)
    return None


async def sound(conn: AsyncConnection, file_id: int) -> Any:
    """`type` and `content` of a voice; None where it is not here any more."""
    kept = (files.c.id == file_id, files.c.content.is_not(None))
    return (await conn.execute(select(files.c.type, files.c.content).where(*kept))).first()


async def settle(conn: AsyncConnection, draft_id: int, state: str, text: str | None, now: datetime) -> None:
    """`state` is `WRITTEN`, or why there is no `text`. What was erased or confirmed meanwhile stays so."""
    mine = and_(voice_drafts.c.id == draft_id, voice_drafts.c.state == ASKED)
    await conn.execute(update(voice_drafts).where(mine).values(state=state, text=text, until=now + LASTS))


async def give_back(conn: AsyncConnection, draft_id: int) -> None:
    """This process ends before it has made the draft: no fault of the voice."""
    mine = and_(voice_drafts.c.id == draft_id, voice_drafts.c.state == ASKED)
    given = {"taken_at": None, "tries": voice_drafts.c.tries - 1}
    await conn.execute(update(voice_drafts).where(mine).values(**given))


async def sweep(conn: AsyncConnection, now: datetime) -> int:
    """Drafts for which nobody came. Gives how many."""
    return (await conn.execute(delete(voice_drafts).where(voice_drafts.c.until <= now))).rowcount

"""Voice messages, photos and documents: wanted in the turn, fetched after it, kept sealed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, bindparam, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs import record
from dialogs.terms import File
from storage import keeping, sealed
from storage.conversations import DRAFT, Held
from storage.database import insert_all, insert_or_ignore
from storage.tables import files as table
from storage.tables import submissions


@dataclass(frozen=True, slots=True)
class Wanted:
    id: int
    file: File
    tries: int


async def want(
    conn: AsyncConnection, held: Held, files: Sequence[File], submission_ref: str | None, now: datetime
) -> None:
    """Each file once for a conversation, however often it is asked for."""
    rows = [
        {
            "conversation_id": held.id,
            "channel": held.channel,
            "ref_hash": _ref_hash(held, file),
            "file": record.dump(file),
            "wanted_at": now,
            "ready_at": now,
            "tries": 0,
            "until": now + DRAFT,
        }
        for file in files
    ]
    await insert_all(conn, insert_or_ignore(conn, table), rows)
    if submission_ref is None:
        return
    theirs = (submissions.c.reference == submission_ref, submissions.c.conversation_id == held.id)
    found = (await conn.execute(select(submissions.c.id, submissions.c.status).where(*theirs))).first()
    if found is not None:
        await belong(conn, held, files, found.id, keeping.voice_until(found.status, now))


async def belong(
    conn: AsyncConnection, held: Held, files: Sequence[File], submission_id: int, until: datetime | None
) -> None:
    """Files of an answer go with what was sent; voice messages not later than `until` (see `keeping.voice_until`)."""
    hashes = [_ref_hash(held, file) for file in files]
    if hashes:
        await conn.execute(
            update(table)
            .where(table.c.conversation_id == held.id, table.c.ref_hash.in_(hashes))
            .values(submission_id=submission_id, until=until)
        )


async def go_with(conn: AsyncConnection, held: Held, there: Held, files: Sequence[File]) -> None:
    """Files of a form that goes on in another conversation of the same person."""
    for file in files:
        theirs = update(table).where(table.c.conversation_id == held.id, table.c.ref_hash == _ref_hash(held, file))
        await conn.execute(theirs.values(conversation_id=there.id, ref_hash=_ref_hash(there, file)))


async def keep_voices(conn: AsyncConnection, submission_id: int, until: datetime | None) -> None:
    """What was sent is closed, or open again: `until` when its voice messages are kept."""
    await conn.execute(update(table).where(table.c.submission_id == submission_id).values(until=until))


def _ref_hash(held: Held, file: File) -> bytes:
    return sealed.current().hash("file", held.channel, file.ref)


_wanted = (
    select(table.c.id, table.c.file, table.c.tries)
    .where(table.c.settled_at.is_(None), table.c.channel == bindparam("channel"), table.c.ready_at <= bindparam("now"))
    .order_by(table.c.ready_at, table.c.id)
    .limit(bindparam("most"))
)


async def wanted(conn: AsyncConnection, channel: str, now: datetime, limit: int) -> list[Wanted]:
    rows = await conn.execute(_wanted, {"channel": channel, "now": now, "most": limit})
    return [Wanted(row.id, record.load_file(row.file), row.tries) for row in rows]


async def keep(conn: AsyncConnection, file_id: int, content: bytes, media_type: str | None, now: datetime) -> None:
    """A file whose person has been erased meanwhile is not kept."""
    await conn.execute(
        update(table)
        .where(table.c.id == file_id, table.c.settled_at.is_(None))
        .values(content=content, type=media_type, settled_at=now, reason=None)
    )


async def fail(conn: AsyncConnection, file_id: int, reason: str, again_at: datetime | None) -> None:
    """`reason` is a machine word. None for `again_at` gives the file up."""
    row = update(table).where(table.c.id == file_id, table.c.settled_at.is_(None))
    if again_at is None:
        row = row.values(tries=table.c.tries + 1, reason=reason, settled_at=table.c.ready_at)
    else:
        row = row.values(tries=table.c.tries + 1, reason=reason, ready_at=again_at)
    await conn.execute(row)


# -- for staff ------------------------------------------------------------------------------------

KEPT = "kept"
WAITING = "waiting"
FAILED = "failed"
NAMED = "named"
EXPIRED = "expired"
"""Also the reason that stands with a file whose content went when its time was up."""

_SORTS = {"image": "photo", "audio": "voice", "video": "video"}


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file as staff see it. `media` is what it is once it is kept, and what the channel says until then.

    `state` is kept, waiting (to be fetched), failed (for `reason`, a machine word), expired, or named: no more than its
    sort is known, and it has no `id`. `type` is set where it is kept.
    """

    media: str
    state: str = NAMED
    id: int | None = None
    type: str | None = None
    reason: str | None = None


Rows = Mapping[str, FileRow]
"""Files by their refs."""


async def of_submission(conn: AsyncConnection, submission_id: int) -> Rows:
    return await _rows(conn, table.c.submission_id == submission_id)


async def of_talk(conn: AsyncConnection, conversation_id: int, channel: str, files: Sequence[File]) -> Rows:
    """What became of these files of one conversation; those that nobody wanted are missing."""
    if not files:
        return {}
    hashes = {sealed.current().hash("file", channel, file.ref) for file in files}
    return await _rows(conn, and_(table.c.conversation_id == conversation_id, table.c.ref_hash.in_(hashes)))


async def _rows(conn: AsyncConnection, which: ColumnElement[bool]) -> Rows:
    column = table.c
    kept = column.content.is_not(None).label("kept")
    rows = await conn.execute(
        select(column.id, column.file, column.type, kept, column.settled_at, column.reason).where(which)
    )
    found = {}
    for row in rows:
        file = record.load_file(row.file)
        if row.kept:
            sort = _SORTS.get((row.type or "").partition("/")[0], "document")
            found[file.ref] = FileRow(sort, KEPT, row.id, row.type)
        elif row.settled_at is None:
            found[file.ref] = FileRow(file.media, WAITING, row.id)
        elif row.reason == EXPIRED:
            found[file.ref] = FileRow(file.media, EXPIRED, row.id)
        else:
            found[file.ref] = FileRow(file.media, FAILED, row.id, reason=row.reason)
    return found


def shown(files: Sequence[File], rows: Rows) -> tuple[FileRow, ...]:
    return tuple(rows.get(file.ref) or FileRow(file.media) for file in files)


@dataclass(frozen=True, slots=True)
class Content:
    type: str | None
    content: bytes


async def content(conn: AsyncConnection, reference: str, file_id: int, talk: bool) -> Content | None:
    """A file that belongs to this submission, or with `talk` was sent in the conversation that is shown with it."""
    here = submissions.c.id == table.c.submission_id
    said = submissions.c.conversation_id == table.c.conversation_id
    row = (
        await conn.execute(
            select(table.c.type, table.c.content)
            .join(submissions, or_(here, said) if talk else here)
            .where(table.c.id == file_id, submissions.c.reference == reference, table.c.content.is_not(None))
        )
    ).first()
    return None if row is None else Content(row.type, row.content)

"""One submission with all that belongs to it. A handful of statements by its number, none of them grows with others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Table, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs import record
from dialogs.terms import Answer
from storage import sealed, voices
from storage.casework import message_key
from storage.desk_talks import CHANNEL as DESK
from storage.erasure import SHARED
from storage.files import FileRow, Rows, of_submission, shown
from storage.listing import LISTED, Listed, listed
from storage.submissions import further
from storage.tables import alarms, contacts, conversations, inbox, outbox, staff, submission_events, submission_words
from storage.tables import submissions as table
from storage.tables_casework import message_replies, notes, staff_messages, translations
from storage.voices import Voices

WAITING = "waiting"
SENT = "sent"
FAILED = "failed"
UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class Added:
    """Words or files that the person added later."""

    text: str | None
    files: tuple[FileRow, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class Note:
    id: int
    by: str  # an e-mail address
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the history. `by` and `concerns` are e-mail addresses."""

    id: int
    sort: str  # see `tables.submission_events`
    who: str  # person, staff, system
    by: str | None
    status: str
    reason: str | None
    concerns: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Replied:
    id: int
    text: str | None
    files: tuple[FileRow, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class Message:
    """A message from staff. `state` is waiting, sent, failed or unreachable; `reason` a machine word."""

    id: int
    by: str
    text: str
    language: str
    state: str
    reason: str | None
    at: datetime
    replies: tuple[Replied, ...]


@dataclass(frozen=True, slots=True)
class Translation:
    language: str
    text: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AlarmRow:
    sort: str
    rung_at: datetime
    calmed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Detail(Listed):
    further: tuple[str, ...]  # details that it is also about
    organisation: str | None
    conversation_id: int
    reachable: bool
    shared: bool  # several people read what is written in this chat
    at_desk: bool  # told at the desk, and not taken on by the person yet
    keep_until: datetime | None
    extended: int  # how often staff put that off
    restricted_at: datetime | None
    answers: tuple[Answer, ...]
    added: tuple[Added, ...]
    notes: tuple[Note, ...]
    events: tuple[Event, ...]
    messages: tuple[Message, ...]
    translations: tuple[Translation, ...]
    alarms: tuple[AlarmRow, ...]
    files: Rows  # of all its answers, added words and replies
    voices: Voices  # what is said in those of them that are voices


async def submission(conn: AsyncConnection, reference: str) -> Detail | None:
    """None where nothing was sent under this reference, or it has been erased."""
    row = (
        await conn.execute(
            select(
                *LISTED,
                table.c.second_detail,
                table.c.third_detail,
                table.c.organisation,
                table.c.conversation_id,
                table.c.keep_until,
                table.c.extended,
                table.c.restricted_at,
                contacts.c.address.is_not(None).label("known"),
                contacts.c.reachable,
                contacts.c.channel.label("of_channel"),
                or_(conversations.c.phone.is_not(None), SHARED).label("shared"),
                table.c.answers,
            )
            .join_from(table, conversations, conversations.c.id == table.c.conversation_id)
            .join(contacts, contacts.c.id == conversations.c.contact_id)
            .where(table.c.reference == reference)
        )
    ).first()
    if row is None:
        return None
    found = row.id
    reachable = bool(row.known and row.reachable)
    sent = await of_submission(conn, found)
    return Detail(
        **listed(row),
        further=tuple(further(row)),
        organisation=row.organisation,
        conversation_id=row.conversation_id,
        reachable=reachable,
        shared=row.shared,
        at_desk=row.of_channel == DESK,
        keep_until=row.keep_until,
        extended=row.extended,
        restricted_at=row.restricted_at,
        answers=tuple(record.load_answer(one) for one in row.answers),
        added=await _added(conn, found, sent),
        notes=await _notes(conn, found),
        events=await _events(conn, found),
        messages=await _messages(conn, found, row.of_channel, reachable, sent),
        translations=await _translations(conn, found),
        alarms=await _alarms(conn, row.conversation_id),
        files=sent,
        voices=await _voices(conn, found, sent),
    )


_by = staff.alias("by")
_concerned = staff.alias("concerned")


async def _of(conn: AsyncConnection, source: Table, submission_id: int, *columns: ColumnElement[Any]) -> Sequence[Any]:
    """Rows of this submission, the oldest first, with the address of whoever of the staff made them as `by`."""
    return (
        await conn.execute(
            select(*columns, _by.c.email.label("by"))
            .join_from(source, _by, _by.c.id == source.c.staff_id, isouter=True)
            .where(source.c.submission_id == submission_id)
            .order_by(source.c.id)
        )
    ).all()


async def _added(conn: AsyncConnection, submission_id: int, sent: Rows) -> tuple[Added, ...]:
    words = submission_words.c
    rows = await conn.execute(
        select(words.text, words.files, words.created_at).where(words.submission_id == submission_id).order_by(words.id)
    )
    return tuple(Added(row.text, _shown(row.files, sent), row.created_at) for row in rows)


async def _notes(conn: AsyncConnection, submission_id: int) -> tuple[Note, ...]:
    rows = await _of(conn, notes, submission_id, notes.c.id, notes.c.text, notes.c.created_at)
    return tuple(Note(row.id, row.by or "", row.text, row.created_at) for row in rows)


async def _events(conn: AsyncConnection, submission_id: int) -> tuple[Event, ...]:
    event = submission_events.c
    concerns = select(_concerned.c.email).where(_concerned.c.id == event.concerns_id).scalar_subquery()
    columns = (event.id, event.sort, event.who, event.status, event.reason, concerns.label("about"), event.created_at)
    rows = await _of(conn, submission_events, submission_id, *columns)
    return tuple(
        Event(row.id, row.sort, row.who, row.by, row.status, row.reason, row.about, row.created_at) for row in rows
    )


async def _translations(conn: AsyncConnection, submission_id: int) -> tuple[Translation, ...]:
    told = translations.c
    rows = await _of(conn, translations, submission_id, told.language, told.text, told.created_at)
    return tuple(Translation(row.language, row.text, row.by or "", row.created_at) for row in rows)


async def _voices(conn: AsyncConnection, submission_id: int, sent: Rows) -> Voices:
    """Most send none, and cost no question."""
    spoken = any(file.media == "voice" for file in sent.values())
    return await voices.of_submission(conn, submission_id) if spoken else {}


async def _alarms(conn: AsyncConnection, conversation_id: int) -> tuple[AlarmRow, ...]:
    rows = await conn.execute(
        select(alarms.c.sort, alarms.c.rung_at, alarms.c.calmed_at)
        .where(alarms.c.conversation_id == conversation_id)
        .order_by(alarms.c.id)
    )
    return tuple(AlarmRow(*row) for row in rows)


def _shown(dumped: Sequence[Any] | None, sent: Rows) -> tuple[FileRow, ...]:
    return shown([record.load_file(one) for one in dumped or ()], sent)


# -- messages and how far they came ---------------------------------------------------------------


async def _messages(
    conn: AsyncConnection, submission_id: int, channel: str, reachable: bool, sent: Rows
) -> tuple[Message, ...]:
    written = staff_messages.c
    columns = (written.id, written.text, written.language, written.created_at)
    rows = await _of(conn, staff_messages, submission_id, *columns)
    if not rows:
        return ()
    ids = [row.id for row in rows]
    ways = await _ways(conn, channel, ids, reachable)
    replies = await _replies(conn, submission_id, sent)
    return tuple(
        Message(
            row.id, row.by or "", row.text, row.language, *ways[row.id], row.created_at, tuple(replies.get(row.id, ()))
        )
        for row in rows
    )


async def _replies(conn: AsyncConnection, submission_id: int, sent: Rows) -> dict[int, list[Replied]]:
    reply = message_replies.c
    found: dict[int, list[Replied]] = {}
    for row in await conn.execute(
        select(reply.id, reply.message_id, reply.text, reply.files, reply.created_at)
        .where(reply.submission_id == submission_id)
        .order_by(reply.id)
    ):
        found.setdefault(row.message_id, []).append(Replied(row.id, row.text, _shown(row.files, sent), row.created_at))
    return found


async def _ways(
    conn: AsyncConnection, channel: str, ids: Sequence[int], reachable: bool
) -> Mapping[int, tuple[str, str | None]]:
    """(state, reason) of each message: read off the inbox row it went in by, and the outbox row it goes out by."""
    # A talk of the desk that its person took on since: what was written before came under the name of the desk.
    ways = {channel, DESK}
    keys = {sealed.current().hash("key", way, message_key(one)): one for one in ids for way in ways}
    incoming = await conn.execute(
        select(inbox.c.key_hash, inbox.c.settled_at, inbox.c.parked_at, inbox.c.reason).where(
            inbox.c.key_hash.in_(keys)
        )
    )
    outgoing = await conn.execute(
        select(outbox.c.staff_message_id, outbox.c.settled_at, outbox.c.state, outbox.c.reason)
        .where(outbox.c.staff_message_id.in_(ids))
        .order_by(outbox.c.id)
    )
    into = {keys[bytes(row.key_hash)]: row for row in incoming}
    out = {row.staff_message_id: row for row in outgoing}
    return {one: _way(into.get(one), out.get(one), reachable) for one in ids}


def _way(into: Any, out: Any, reachable: bool) -> tuple[str, str | None]:
    if out is not None:
        return delivery(out.settled_at, out.state, out.reason, reachable)
    if into is not None and into.parked_at is not None:
        return FAILED, into.reason
    if not reachable or into is None:
        return UNREACHABLE, None
    return (WAITING, None) if into.settled_at is None else (FAILED, "not_said")


def delivery(
    settled_at: datetime | None, state: str | None, reason: str | None, reachable: bool
) -> tuple[str, str | None]:
    """The honest state of an outbox row, in the words of the panel."""
    if settled_at is None:
        return (WAITING, reason) if reachable else (UNREACHABLE, reason)
    if state in ("sent", "seen"):
        return SENT, None
    return (UNREACHABLE if state == "gone" else FAILED), reason

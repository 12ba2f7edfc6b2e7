"""A talk as the person read it: inbox and outbox, in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs import record
from dialogs.terms import Heard, Say, Sort
from storage.dossier import FAILED, delivery
from storage.files import FileRow, Rows, of_talk, shown
from storage.tables import contacts, conversations, inbox, outbox

PERSON = "person"
SILENT = frozenset(
    {Sort.STAFF, Sort.STATUS, Sort.HELLO, Sort.BLOCKED, Sort.UNBLOCKED, Sort.REMIND, Sort.FOLLOW_UP, Sort.MOVE}
)
"""What moved the conversation and stood nowhere in the chat. What staff wrote stands in the outbox."""

Before = tuple[int, int]
"""Numbers of an inbox and an outbox row: what comes before both is the page before."""

_ALL: Before = (2**62, 2**62)


@dataclass(frozen=True, slots=True)
class Line:
    """`speaker` is person, bot or staff. A press (`pressed`) shows the label of its button, as far as it is known.

    `labels` are the buttons under a message. `state` is that of delivery (see `storage.dossier`), None for the person.
    """

    at: datetime
    speaker: str
    text: str | None
    files: tuple[FileRow, ...] = ()
    language: str | None = None
    pressed: bool = False
    labels: tuple[str, ...] = ()
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Transcript:
    """Lines from oldest to newest; `before` asks for the page before, None where there is none."""

    lines: tuple[Line, ...]
    before: Before | None


@dataclass(frozen=True, slots=True)
class _Row:
    at: datetime
    source: int  # 0 inbox, 1 outbox: what answers comes after what it answers
    id: int
    said: Heard | Say
    speaker: str
    state: str | None = None


async def transcript(conn: AsyncConnection, conversation_id: int, before: Before | None, limit: int) -> Transcript:
    """The last `limit` lines before `before`."""
    chat = (
        await conn.execute(
            select(conversations.c.lane, conversations.c.channel, conversations.c.language, contacts.c.reachable)
            .join_from(conversations, contacts, contacts.c.id == conversations.c.contact_id)
            .where(conversations.c.id == conversation_id)
        )
    ).first()
    if chat is None:
        return Transcript((), None)
    upto = before or _ALL
    heard = await _heard(conn, chat.lane, upto[0], limit + 1)
    said = await _said(conn, conversation_id, upto[1], limit + 1, chat.reachable)
    rows = sorted((*heard, *said), key=lambda row: (row.at, row.source, row.id))
    last = rows[-limit:] if limit > 0 else []
    more = len(rows) > len(last)
    sent = [file for row in last if isinstance(row.said, Heard) for file in row.said.files]
    files = await of_talk(conn, conversation_id, chat.channel, sent)
    lines = _lines(rows, chat.language, files)[len(rows) - len(last) :]  # a button may stand on the page before
    return Transcript(lines, _first_of(last, upto) if more and last else None)


def _first_of(rows: Sequence[_Row], upto: Before) -> Before:
    firsts = [min((row.id for row in rows if row.source == source), default=upto[source]) for source in (0, 1)]
    return firsts[0], firsts[1]


async def _heard(conn: AsyncConnection, lane: bytes, upto: int, limit: int) -> list[_Row]:
    rows = await conn.execute(
        select(inbox.c.id, inbox.c.received_at, inbox.c.heard)
        .where(inbox.c.lane == lane, inbox.c.id < upto, inbox.c.sort.not_in([sort.value for sort in SILENT]))
        .order_by(inbox.c.id.desc())
        .limit(limit)
    )
    return [_Row(row.received_at, 0, row.id, record.load_heard(row.heard), PERSON) for row in rows]


async def _said(conn: AsyncConnection, conversation_id: int, upto: int, limit: int, reachable: bool) -> list[_Row]:
    columns = (outbox.c.id, outbox.c.created_at, outbox.c.say, outbox.c.sender)
    rows = await conn.execute(
        select(*columns, outbox.c.settled_at, outbox.c.state, outbox.c.reason)
        .where(outbox.c.conversation_id == conversation_id, outbox.c.id < upto, outbox.c.action == "say")
        .order_by(outbox.c.id.desc())
        .limit(limit)
    )
    return [
        _Row(row.created_at, 1, row.id, record.load_say(row.say), row.sender, _state(row, reachable)) for row in rows
    ]


def _state(row: Any, reachable: bool) -> str:
    return delivery(row.settled_at, row.state, row.reason, reachable)[0]


def _lines(rows: Iterable[_Row], language: str | None, files: Rows) -> tuple[Line, ...]:
    labels: dict[str, str] = {}
    lines = []
    for row in rows:
        if isinstance(row.said, Say):
            lines.append(_spoken(row, row.said))
            if row.state != FAILED:
                labels |= {button.payload: button.label for buttons in row.said.buttons for button in buttons}
        else:
            lines.append(_told(row, row.said, labels, language, files))
    return tuple(lines)


def _spoken(row: _Row, say: Say) -> Line:
    labels = tuple(button.label for buttons in say.buttons for button in buttons)
    text = "\n\n".join(say.paragraphs)
    return Line(row.at, row.speaker, text, language=say.language, labels=labels, state=row.state)


def _told(row: _Row, heard: Heard, labels: dict[str, str], language: str | None, files: Rows) -> Line:
    pressed = heard.sort is Sort.PRESS
    text = heard.text
    if pressed:
        text = labels.get(heard.text or "")
    elif heard.sort is Sort.COMMAND:
        text = f"/{heard.text}"
    sent = shown(heard.files, files)
    if not sent and not text and not pressed:
        sent = (FileRow(heard.sort.value),)  # location, sticker …: nothing of it is kept but that it came
    return Line(row.at, row.speaker, text, sent, heard.readings.language or language, pressed)

"""All that is kept about one person, for that person (R-18): read when it is handed over, and never stored as such.

The shape of what `gather` gives is docs/schemas/my-data.schema.json (R-19). Staff stand in it as their role, never by
name; what they wrote about others (addresses, telephone numbers) is left out, for those have rights of their own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs import record
from dialogs.terms import Answer, Form
from storage import audit, dossier, links, transcript
from storage.files import FileRow, shown
from storage.tables import alarms, consents, contacts, conversations, files, people, staff, submissions

FORMAT, VERSION = "sempre-my-data", 1
MOST_SUBMISSIONS = 1_000
MOST_LINES = 20_000
"""Bounds of one copy, far beyond what one person tells in years."""

LARGEST_FILES = 20 * 1024 * 1024
"""Bytes of files that come with it: they go out by a slow line within a minute. What is left out is named."""

_PAGE = 500
_OTHERS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\+?\d(?:[\s/().-]{0,2}\d){6,}")
"""What leads to a person: an e-mail address, a telephone number."""

_ENDINGS = {"audio/ogg": "ogg", "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "audio/mpeg": "mp3"}

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class OwnData:
    """`language` is that of the talk. `files`: name → content of what the person sent; the names stand in `data`."""

    language: str | None
    data: Json
    files: Mapping[str, bytes]


async def gather(conn: AsyncConnection, conversation_id: int, now: datetime, zone: tzinfo) -> OwnData:
    """Whatever is kept about the person of this conversation, on every channel of theirs."""
    chats = await _chats(conn, conversation_id)
    ids = [chat.id for chat in chats]
    person = next((chat.person_id for chat in chats), None)
    here = submissions.c.conversation_id.in_(ids)
    theirs = here if person is None else or_(here, submissions.c.person_id == person)
    sent = (
        await conn.execute(
            select(submissions.c.id, submissions.c.reference, submissions.c.restricted_at)
            .where(theirs)
            .order_by(submissions.c.id)
            .limit(MOST_SUBMISSIONS)
        )
    ).all()
    named, contents = await _files(conn, ids, [row.id for row in sent])
    own = next((chat for chat in chats if chat.id == conversation_id), None)
    since = None if person is None else await conn.scalar(select(people.c.created_at).where(people.c.id == person))
    looks = await audit.who_looked(conn, [row.id for row in sent], zone)
    data = {
        "format": FORMAT,
        "version": VERSION,
        "made_at": _time(now),
        "known_since": _time(since),
        "permissions": await _permissions(conn, person),
        "sent": [await _sent(conn, row, named) for row in sent],
        "talks": [await _talk(conn, chat, named) for chat in chats],
        "alarms": await _alarms(conn, ids),
        "seen_by": [
            {"day": look.day.isoformat(), "role": look.role, "action": look.action, "times": look.times}
            for look in looks
        ],
        "files": [{**one, "included": one["name"] in contents} for one in named.values()],
    }
    return OwnData(None if own is None else own.language, data, contents)


async def has_files(conn: AsyncConnection, conversation_id: int) -> bool:
    """Whether `gather` would find files."""
    ids = [chat.id for chat in await _chats(conn, conversation_id)]
    mine = select(files.c.id).where(files.c.conversation_id.in_(ids), files.c.content.is_not(None)).limit(1)
    return await conn.scalar(mine) is not None


async def _chats(conn: AsyncConnection, conversation_id: int) -> Sequence[Any]:
    person = await conn.scalar(select(conversations.c.person_id).where(conversations.c.id == conversation_id))
    own = conversations.c.id == conversation_id if person is None else conversations.c.person_id == person
    chat = conversations.c
    columns = (chat.id, chat.person_id, chat.channel, chat.language, chat.state, chat.created_at)
    return (
        await conn.execute(
            select(*columns, contacts.c.address, contacts.c.reachable)
            .join_from(conversations, contacts, contacts.c.id == chat.contact_id)
            .where(own)
            .order_by(chat.id)
        )
    ).all()


async def _permissions(conn: AsyncConnection, person: int | None) -> list[Json]:
    rows = await conn.execute(select(consents).where(consents.c.person_id == person).order_by(consents.c.id))
    return [
        {
            "purpose": row.purpose,
            "given": row.given,
            "at": _time(row.created_at),
            "language": row.language,
            "channel": row.channel,
            "method": row.method,
            "text_sha256": bytes(row.text_sha256).hex(),
        }
        for row in rows
    ]


async def _alarms(conn: AsyncConnection, chats: Collection[int]) -> list[Json]:
    rows = await conn.execute(select(alarms).where(alarms.c.conversation_id.in_(chats)).order_by(alarms.c.id))
    return [{"sort": row.sort, "at": _time(row.rung_at), "ended_at": _time(row.calmed_at)} for row in rows]


# -- files ----------------------------------------------------------------------------------------


async def _files(
    conn: AsyncConnection, chats: Collection[int], sent: Collection[int]
) -> tuple[dict[int, Json], dict[str, bytes]]:
    """Row of each file → how it is named here; name → content, up to `LARGEST_FILES` together."""
    mine = or_(files.c.conversation_id.in_(chats), files.c.submission_id.in_(sent))
    rows = await conn.execute(
        select(files.c.id, files.c.file, files.c.type, files.c.content, files.c.wanted_at)
        .where(mine)
        .order_by(files.c.id)
    )
    named: dict[int, Json] = {}
    contents: dict[str, bytes] = {}
    room = LARGEST_FILES
    for number, row in enumerate(rows, 1):
        media = record.load_file(row.file).media
        name = f"file-{number:03}.{_ENDINGS.get(row.type or '', 'bin')}"
        size = None if row.content is None else len(row.content)
        named[row.id] = {"name": name, "media": media, "type": row.type, "size": size, "at": _time(row.wanted_at)}
        if size is not None and size <= room:
            contents[name] = row.content
            room -= size
    return named, contents


def _named(rows: Collection[FileRow], named: Mapping[int, Json]) -> list[str]:
    return [named[row.id]["name"] if row.id is not None and row.id in named else row.media for row in rows]


# -- what was sent ----------------------------------------------------------------------------------


async def _sent(conn: AsyncConnection, row: Any, named: Mapping[int, Json]) -> Json:
    found = await dossier.submission(conn, row.reference)
    if found is None:  # erased between two questions of this reading
        return {"reference": row.reference}
    who = await _roles(conn, found)
    return {
        "reference": found.reference,
        "kind": found.kind,
        "status": found.status,
        "organisation": found.organisation,
        "language": found.language,
        "channel": found.channel,
        "topic": found.topic,
        "detail": found.detail,
        "further": list(found.further),
        "urgency": found.urgency,
        "urgency_staff": found.urgency_staff,
        "place": found.place,
        "created_at": _time(found.created_at),
        "updated_at": _time(found.updated_at),
        "paused_since": _time(row.restricted_at),
        "answers": [_answer(answer, found, named) for answer in found.answers],
        "added": [{"text": one.text, "files": _named(one.files, named), "at": _time(one.at)} for one in found.added],
        "history": [
            {
                "sort": event.sort,
                "status": event.status,
                "by": who.get(event.by or "", event.who),
                "to": None if event.concerns is None else who.get(event.concerns, "staff"),
                "reason": without_others(event.reason),
                "at": _time(event.at),
            }
            for event in found.events
        ],
        "notes": [
            {"text": without_others(note.text), "by": who.get(note.by, "staff"), "at": _time(note.at)}
            for note in found.notes
        ],
        "messages": [_message(one, who, named) for one in found.messages],
        "voices": list(_voices(found, who, named)),
        "translations": [
            {"language": one.language, "text": one.text, "by": who.get(one.by, "staff"), "at": _time(one.at)}
            for one in found.translations
        ],
        "links": [
            {"sort": one.sort, "by": one.role or "staff", "at": _time(one.created_at)}
            for one in await links.told(conn, found.id)
        ],
    }


async def _roles(conn: AsyncConnection, found: dossier.Detail) -> Mapping[str, str]:
    """E-mail address → role, of all staff who had to do with it."""
    by = {event.by for event in found.events} | {event.concerns for event in found.events}
    by |= {one.by for rows in (found.notes, found.messages, found.translations) for one in rows}
    by |= {said.written.by for said in found.voices.values() if said.written}
    rows = await conn.execute(select(staff.c.email, staff.c.role).where(staff.c.email.in_([one for one in by if one])))
    return {row.email: row.role for row in rows}


def _voices(found: dossier.Detail, who: Mapping[str, str], named: Mapping[int, Json]) -> Iterator[Json]:
    """What is said in them, as a person wrote it down, and as the program did until one has confirmed it."""
    for number, said in found.voices.items():
        file = named[number]["name"] if number in named else "voice"
        if (one := said.written) is not None:
            by = who.get(one.by, "staff")
            yield {"file": file, "language": one.language, "text": one.text, "by": by, "at": _time(one.at)}
        if (draft := said.draft) is not None and draft.text is not None:
            told = {"file": file, "language": draft.language, "text": draft.text}
            yield {**told, "by": "system", "at": _time(draft.asked_at)}


def _answer(answer: Answer, found: dossier.Detail, named: Mapping[int, Json]) -> Json:
    given: Json = {
        "question": answer.question,
        "value": answer.value,
        "files": _named(shown(answer.files, found.files), named),
    }
    if answer.label is not None:
        given["label"] = answer.label
    if answer.places:
        meant = answer.places[0]
        given["meant"] = {"name": meant.name, "area": meant.area, "how": answer.how}
    if answer.earlier:
        given["earlier"] = [{"value": was.value, "until": _time(was.until)} for was in answer.earlier]
    return given


def _message(one: dossier.Message, who: Mapping[str, str], named: Mapping[int, Json]) -> Json:
    replies = [
        {"text": reply.text, "files": _named(reply.files, named), "at": _time(reply.at)} for reply in one.replies
    ]
    return {
        "text": one.text,
        "language": one.language,
        "by": who.get(one.by, "staff"),
        "state": one.state,
        "at": _time(one.at),
        "replies": replies,
    }


# -- what was said ----------------------------------------------------------------------------------


async def _talk(conn: AsyncConnection, chat: Any, named: Mapping[int, Json]) -> Json:
    conversation = record.load_conversation(chat.state)
    return {
        "channel": chat.channel,
        "address": None if chat.channel == "web" else chat.address,  # there it is a number of ours
        "reachable": chat.reachable,
        "since": _time(chat.created_at),
        "language": chat.language,
        "stopped": conversation.stopped,
        "paused": conversation.paused,
        "young": conversation.young,
        "unfinished": [_unfinished(form) for form in conversation.forms if form.answers],
        "waiting": [kept.text for kept in conversation.kept if kept.text],
        "messages": await _messages(conn, chat.id, named),
    }


def _unfinished(form: Form) -> Json:
    return {
        "dialog": form.dialog,
        "answers": [{"question": one.question, "value": one.value} for one in form.answers if one.value],
    }


async def _messages(conn: AsyncConnection, conversation_id: int, named: Mapping[int, Json]) -> list[Json]:
    lines: list[transcript.Line] = []
    before: transcript.Before | None = None
    while len(lines) < MOST_LINES:
        page = await transcript.transcript(conn, conversation_id, before, _PAGE)
        lines = [*page.lines, *lines]
        if page.before is None:
            break
        before = page.before
    return [
        {"at": _time(line.at), "by": line.speaker, "text": line.text, "files": _named(line.files, named)}
        for line in lines
    ]


# -- small things -----------------------------------------------------------------------------------


def without_others(text: str | None) -> str | None:
    """What staff wrote, without what leads to other people."""
    return None if text is None else _OTHERS.sub("[…]", text)


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="seconds").replace("+00:00", "Z")

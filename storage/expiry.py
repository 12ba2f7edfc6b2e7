"""What was sent, and files, when their time is up: what is left is a count in `storage.statistics`.

With a need or an idea goes what the talk still says about it: its place among what was sent, the messages of staff, and
whatever was said before the oldest one that is still there may have begun. What is restricted stays (R-23).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs import record
from dialogs.terms import Conversation
from storage import audit, keeping, sealed, statistics
from storage.casework import message_key
from storage.conversations import DRAFT
from storage.erasure import SLICE, empty, remove_submissions
from storage.files import EXPIRED
from storage.tables import alarms, conversations, files, inbox, outbox, submissions
from storage.tables_casework import staff_messages

_chat = conversations.c
_over = (
    select(
        submissions,
        _chat.lane,
        _chat.channel.label("of_channel"),
        _chat.state,
        _chat.draft_until,
        _chat.updated_at.label("talked_at"),
    )
    .join_from(submissions, conversations, _chat.id == submissions.c.conversation_id)
    .where(submissions.c.restricted_at.is_(None), submissions.c.keep_until <= bindparam("now"))
    .order_by(submissions.c.keep_until, submissions.c.id)
    .limit(SLICE)
    # Both at once, and neither waited for: a turn that holds a talk goes on to its submissions.
    .with_for_update(of=[submissions, conversations], skip_locked=True)
)


async def expire_submissions(conn: AsyncConnection, now: datetime) -> int:
    """A slice of the needs and ideas whose time is up. Gives how many."""
    rows = (await conn.execute(_over, {"now": now})).all()
    if not rows:
        return 0
    ids = [row.id for row in rows]
    await statistics.count(conn, rows)
    await _forget_staff_messages(conn, rows, ids)
    await remove_submissions(conn, ids)
    await _forget_in_talks(conn, rows)
    await _forget_talk_before(conn, rows, now)
    for one in ids:
        await audit.note(conn, now, who="system", action="expired", submission_id=one)
    return len(rows)


async def _forget_staff_messages(conn: AsyncConnection, rows: Sequence[Row[Any]], ids: Collection[int]) -> None:
    """As they went in, and as they came out in the chat."""
    channels = {row.id: row.of_channel for row in rows}
    message = staff_messages.c
    told = (await conn.execute(select(message.id, message.submission_id).where(message.submission_id.in_(ids)))).all()
    keyring = sealed.current()
    keys = [keyring.hash("key", channels[one.submission_id], message_key(one.id)) for one in told]
    await empty(conn, and_(inbox.c.key_hash.in_(keys), inbox.c.settled_at.is_not(None)))
    shown = outbox.c.staff_message_id.in_([one.id for one in told])
    await conn.execute(delete(outbox).where(outbox.c.staff_message_id.is_not(None), shown))


_less = (
    update(conversations)
    .where(_chat.id == bindparam("chat"))
    .values(state=bindparam("next"), version=_chat.version + 1, draft_until=bindparam("draft"))
)


async def _forget_in_talks(conn: AsyncConnection, rows: Sequence[Row[Any]]) -> None:
    """Of what was sent, and of forms about it. A talk in which nothing is left goes when it was idle long enough."""
    gone: dict[int, set[str]] = {}
    for row in rows:
        gone.setdefault(row.conversation_id, set()).add(row.reference)
    changes = {
        row.conversation_id: {
            "chat": row.conversation_id,
            "next": record.dump(_without(record.load_conversation(row.state), gone[row.conversation_id])),
            "draft": row.draft_until or row.talked_at + DRAFT,
        }
        for row in rows
    }
    await conn.execute(_less, list(changes.values()))


def _without(conversation: Conversation, gone: Collection[str]) -> Conversation:
    forms = tuple(form for form in conversation.forms if form.subject not in gone)
    drafts = {form.draft for form in forms}
    asked = conversation.asked
    return replace(
        conversation,
        sent=tuple(one for one in conversation.sent if one.reference not in gone),
        from_staff=tuple(one for one in conversation.from_staff if one.reference not in gone),
        forms=forms,
        asked=asked if asked is None or asked.draft in drafts else None,
    )


async def _forget_talk_before(conn: AsyncConnection, rows: Sequence[Row[Any]], now: datetime) -> None:
    chats = {row.conversation_id: row.lane for row in rows}
    of = submissions.c.conversation_id
    left = select(of, func.min(submissions.c.created_at).label("first")).where(of.in_(chats)).group_by(of)
    oldest = {row.conversation_id: row.first for row in await conn.execute(left)}
    for chat, lane in chats.items():
        before = oldest.get(chat, now) - DRAFT
        done = or_(inbox.c.settled_at.is_not(None), inbox.c.parked_at.is_not(None))
        await empty(conn, and_(inbox.c.lane == lane, done, inbox.c.received_at < before))
        old = (outbox.c.conversation_id == chat, outbox.c.settled_at.is_not(None), outbox.c.created_at < before)
        await conn.execute(delete(outbox).where(*old))
        calm = (alarms.c.conversation_id == chat, alarms.c.calmed_at.is_not(None), alarms.c.rung_at < before)
        await conn.execute(delete(alarms).where(*calm))


# -- files ----------------------------------------------------------------------------------------

_due_files = (
    select(
        files.c.id,
        files.c.type,
        files.c.file,
        files.c.submission_id,
        submissions.c.restricted_at,
        _chat.draft_until,
    )
    .join_from(files, conversations, _chat.id == files.c.conversation_id)
    .join(submissions, submissions.c.id == files.c.submission_id, isouter=True)
    .where(files.c.until <= bindparam("now"))
    .order_by(files.c.until)
    .limit(SLICE)
    .with_for_update(of=files, skip_locked=True)
)


async def expire_files(conn: AsyncConnection, now: datetime) -> int:
    """A slice of those that belong to nothing, and of voice messages of what is closed. Gives how many."""
    rows = (await conn.execute(_due_files, {"now": now})).all()
    loose = [row for row in rows if row.submission_id is None]
    drafted = {row.id: row.draft_until for row in loose if row.draft_until is not None and row.draft_until > now}
    await conn.execute(delete(files).where(files.c.id.in_([row.id for row in loose if row.id not in drafted])))
    sent = [row for row in rows if row.submission_id is not None]
    voices = [row.id for row in sent if row.restricted_at is None and _is_voice(row)]
    gone = {"content": None, "reason": EXPIRED, "settled_at": func.coalesce(files.c.settled_at, now), "until": None}
    await conn.execute(update(files).where(files.c.id.in_(voices)).values(**gone))
    later = keeping.midnight(now + keeping.VOICE)
    for row in sent:
        if row.id not in voices:
            drafted[row.id] = None if row.restricted_at is None else later
    for file, until in drafted.items():
        await conn.execute(update(files).where(files.c.id == file).values(until=until))
    return len(rows)


def _is_voice(row: Any) -> bool:
    return (row.type or "").startswith("audio/") or record.load_file(row.file).media == "voice"

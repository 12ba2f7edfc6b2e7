"""When time is up: what has been kept long enough goes, whether or not anybody asks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs import record
from dialogs.terms import Conversation
from storage import doors, staff, words_index
from storage.conversations import DRAFT, TRANSIT
from storage.erasure import ALARMED, CHAT, SENT_SOMETHING, SHARED, SLICE, UNSENT, empty, let_go, read_rows, remove
from storage.tables import alarms, contacts, conversations, inbox, outbox

MOST_SLICES = 50


@dataclass(frozen=True, slots=True)
class Swept:
    """How many: talks before consent, addresses, messages nobody turned, unfinished forms, contacts."""

    transit: int = 0
    addresses: int = 0
    inbox: int = 0
    drafts: int = 0
    contacts: int = 0


async def sweep(conn: AsyncConnection, now: datetime) -> Swept:
    """Whatever has stood its time goes: before consent a day, unfinished forms 90 days (R-16).

    Idempotent; to be called each hour. One call takes a bounded number of rows, the next one goes on.
    """
    await words_index.sweep(conn, now)
    await staff.sweep(conn, now)
    await doors.sweep(conn, now)
    return Swept(
        transit=await _slices(conn, now, _sweep_transit),
        inbox=await _sweep_inbox(conn, now),
        addresses=await _sweep_addresses(conn, now),
        drafts=await _slices(conn, now, _sweep_drafts),
        contacts=await _slices(conn, now, _sweep_contacts),
    )


async def _slices(conn: AsyncConnection, now: datetime, step: Any) -> int:
    total = 0
    for _ in range(MOST_SLICES):
        count: int = await step(conn, now)
        total += count
        if count < SLICE:
            break
    return total


def _due_chats(until: ColumnElement[datetime | None], now: datetime, *more: ColumnElement[bool]) -> Any:
    return (
        select(*CHAT, conversations.c.state)
        .where(until <= now, *more)
        .order_by(until)
        .limit(SLICE)
        .with_for_update(of=conversations, skip_locked=True)
    )


_overtaken = (
    update(conversations)
    .where(conversations.c.id == bindparam("chat"))
    .values(
        state=bindparam("next"),
        version=conversations.c.version + 1,
        transit_until=bindparam("transit"),
        draft_until=bindparam("draft"),
    )
)


async def _sweep_transit(conn: AsyncConnection, now: datetime) -> int:
    chats = (await conn.execute(_due_chats(conversations.c.transit_until, now))).all()
    if not chats:
        return 0
    ids = [chat.id for chat in chats]
    await empty(conn, read_rows([chat.lane for chat in chats], now - TRANSIT))
    old = or_(outbox.c.settled_at.is_not(None), outbox.c.created_at <= now - TRANSIT)
    await conn.execute(delete(outbox).where(outbox.c.conversation_id.in_(ids), old))
    busy = set(await conn.scalars(select(outbox.c.conversation_id).where(outbox.c.conversation_id.in_(ids))))
    changes = [
        {
            "chat": chat.id,
            "next": record.dump(_preferences(record.load_conversation(chat.state))),
            "transit": now + timedelta(hours=1) if chat.id in busy else None,
            "draft": now + DRAFT,
        }
        for chat in chats
    ]
    await conn.execute(_overtaken, changes)
    await let_go(conn, [chat for chat in chats if chat.leaving and chat.id not in busy], now)
    return len(chats)


def _preferences(conversation: Conversation) -> Conversation:
    """What is no content: the language, a no, and the number of the last draft, so that old buttons stay old.

    Whoever took back their yes still has what they sent, and must be able to see, copy and delete it.
    """
    return Conversation(
        language=conversation.language,
        consent=conversation.consent,
        stopped=conversation.stopped,
        last_draft=conversation.last_draft,
        sent=conversation.sent,
        purposes=conversation.purposes,
        permissions=conversation.permissions,
        paused=conversation.paused,
        phone=conversation.phone,
    )


async def _sweep_inbox(conn: AsyncConnection, now: datetime) -> int:
    """Messages that were never turned, of people who never agreed."""
    lane = or_(conversations.c.lane == inbox.c.lane, conversations.c.phone == inbox.c.lane)  # or another of that phone
    agreed = exists().where(lane, conversations.c.person_id.is_not(None))
    waiting = and_(inbox.c.settled_at.is_(None), inbox.c.ready_at <= now - TRANSIT)
    parked = and_(inbox.c.parked_at.is_not(None), inbox.c.received_at <= now - TRANSIT)
    return await empty(conn, and_(waiting, ~agreed)) + await empty(conn, and_(parked, ~agreed))


async def _sweep_addresses(conn: AsyncConnection, now: datetime) -> int:
    chat = conversations.c.contact_id == contacts.c.id
    live = exists().where(chat, or_(conversations.c.transit_until > now, conversations.c.person_id.is_not(None)))
    alarmed = (
        exists()
        .where(chat, alarms.c.conversation_id == conversations.c.id, alarms.c.calmed_at.is_(None))
        .correlate(contacts)
    )
    result = await conn.execute(
        update(contacts)
        .where(contacts.c.address_until <= now, ~live, ~alarmed)
        .values(address=None, address_until=None)
    )
    return result.rowcount


async def _sweep_drafts(conn: AsyncConnection, now: datetime) -> int:
    """Of people who agreed: the unfinished forms go, what they sent stays."""
    due = _due_chats(conversations.c.draft_until, now, conversations.c.person_id.is_not(None))
    chats = (await conn.execute(due)).all()
    changes = [
        {
            "chat": chat.id,
            "next": record.dump(
                replace(record.load_conversation(chat.state), forms=(), kept=(), asked=None, album=None)
            ),
            "transit": None,
            "draft": None,
        }
        for chat in chats
    ]
    if changes:
        await conn.execute(_overtaken, changes)
    return len(chats)


async def _sweep_contacts(conn: AsyncConnection, now: datetime) -> int:
    """Of people who never agreed, or refused: language and hash of the address go."""
    nobody = conversations.c.person_id.is_(None)
    idle = conversations.c.transit_until.is_(None)
    needless = (~UNSENT, ~ALARMED, ~SENT_SOMETHING, ~SHARED)
    due = _due_chats(conversations.c.draft_until, now, nobody, idle, *needless)
    chats = (await conn.execute(due)).all()
    if chats:
        ids = [chat.id for chat in chats]
        await empty(conn, read_rows([chat.lane for chat in chats], None))
        await conn.execute(delete(outbox).where(outbox.c.conversation_id.in_(ids)))
        await remove(conn, ids, [chat.contact_id for chat in chats])
    return len(chats)

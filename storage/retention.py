"""When time is up: what has been kept long enough goes, whether or not anybody asks. How long stands in `keeping`.

Each step takes a slice of what is due through an index, in a transaction of its own, and can be repeated at any time:
what it costs depends on what is due, and whoever was off for a month catches up.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, bindparam, delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs import record
from dialogs.terms import Conversation
from storage import audit_chain, desk_talks, doors, erased, proofs, staff, voices, words_index
from storage.conversations import DRAFT, TRANSIT
from storage.database import Database
from storage.erasure import (
    ALARMED,
    CHAT,
    SENT_SOMETHING,
    SHARED,
    SLICE,
    UNSENT,
    empty,
    let_go,
    read_rows,
    remove,
    remove_person,
)
from storage.expiry import expire_files, expire_submissions
from storage.tables import alarms, contacts, conversations, inbox, outbox, submissions

MOST_SLICES = 50
"""Of one step in one transaction."""

UNHEARD = timedelta(days=365)
"""How long an alarm stays open that nobody ended."""

Step = Callable[[AsyncConnection, datetime], Awaitable[int]]


@dataclass(frozen=True, slots=True)
class Swept:
    """How many rows were done with, for each of `STEPS`."""

    transit: int = 0
    inbox: int = 0
    addresses: int = 0
    submissions: int = 0
    files: int = 0
    drafts: int = 0
    contacts: int = 0
    alarms: int = 0
    proofs: int = 0
    searches: int = 0
    voices: int = 0
    staff: int = 0
    doors: int = 0
    desk: int = 0
    tombstones: int = 0
    audit: int = 0


async def sweep(conn: AsyncConnection, now: datetime) -> Swept:
    """Everything that is due, in the transaction at hand; of each sort a bounded number, the next call goes on."""
    counts = dict.fromkeys(STEPS, 0)
    for name, step in STEPS.items():
        for _ in range(MOST_SLICES):
            count = await step(conn, now)
            counts[name] += count
            if count < SLICE:
                break
    return Swept(**counts)


async def drain(database: Database, step: Step, now: datetime, stopping: Callable[[], bool] = lambda: False) -> int:
    """All that is due of one of `STEPS`, each slice in a transaction of its own, so that nobody waits for all of it."""
    total, count = 0, SLICE
    while count >= SLICE and not stopping():
        async with database.write() as conn:
            count = await step(conn, now)
        total += count
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
    count = 0
    for which in (waiting, parked):
        ids = list(await conn.scalars(select(inbox.c.id).where(which, ~agreed).limit(SLICE)))
        count += await empty(conn, inbox.c.id.in_(ids))
    return count


async def _sweep_addresses(conn: AsyncConnection, now: datetime) -> int:
    chat = conversations.c.contact_id == contacts.c.id
    live = exists().where(chat, or_(conversations.c.transit_until > now, conversations.c.person_id.is_not(None)))
    alarmed = (
        exists()
        .where(chat, alarms.c.conversation_id == conversations.c.id, alarms.c.calmed_at.is_(None))
        .correlate(contacts)
    )
    due = select(contacts.c.id).where(contacts.c.address_until <= now, ~live, ~alarmed).limit(SLICE)
    result = await conn.execute(update(contacts).where(contacts.c.id.in_(due)).values(address=None, address_until=None))
    return result.rowcount


_theirs = submissions.alias("theirs")
_sent_by_person = exists().where(_theirs.c.person_id == conversations.c.person_id)


async def _sweep_drafts(conn: AsyncConnection, now: datetime) -> int:
    """Of people who agreed: the unfinished forms go; what they sent stays, and where nothing is left, they go."""
    of_person = (
        conversations.c.person_id,
        _sent_by_person.label("sent"),
        SENT_SOMETHING.label("sent_here"),
    )
    due = _due_chats(conversations.c.draft_until, now, conversations.c.person_id.is_not(None)).add_columns(*of_person)
    chats = (await conn.execute(due)).all()
    idle = [chat for chat in chats if not (chat.needed or chat.sent)]
    idle += await _silent_beside(conn, idle, now)
    changes = [
        {
            "chat": chat.id,
            "next": record.dump(
                replace(record.load_conversation(chat.state), forms=(), kept=(), asked=None, album=None)
            ),
            "transit": None,
            # When what was sent here goes, this talk is looked at; for whatever else keeps it, from time to time.
            "draft": None if chat.sent_here else now + DRAFT,
        }
        for chat in chats
        if chat not in idle
    ]
    if changes:
        await conn.execute(_overtaken, changes)
    await _remove_idle(conn, idle, now)
    return len(chats)


async def _silent_beside(conn: AsyncConnection, idle: Sequence[Row[Any]], now: datetime) -> list[Row[Any]]:
    """Other talks of these people in which nobody said anything for so long: they go together, and so does the person.

    One by one, the proof of a consent (`storage.proofs`) would be found by the last of the addresses alone.
    """
    if not idle:
        return []
    beside = (
        select(*CHAT, conversations.c.state, conversations.c.person_id)
        .where(
            conversations.c.person_id.in_({chat.person_id for chat in idle}),
            conversations.c.id.not_in([chat.id for chat in idle]),
            conversations.c.updated_at <= now - DRAFT,
        )
        .with_for_update(of=conversations, skip_locked=True)
    )
    return [chat for chat in await conn.execute(beside) if not chat.needed]


async def _remove_idle(conn: AsyncConnection, chats: Sequence[Row[Any]], now: datetime) -> None:
    """Whoever has nothing here any more, and was not heard of for so long."""
    if not chats:
        return
    lanes = [chat.lane for chat in chats]
    await doors.forget(conn, lanes, now)
    await empty(conn, read_rows(lanes, now - TRANSIT))
    await conn.execute(delete(outbox).where(outbox.c.conversation_id.in_([chat.id for chat in chats])))
    going = [chat for chat in chats if not chat.shared]
    await remove(conn, [chat.id for chat in going], [chat.contact_id for chat in going])
    await _hollow(conn, [chat for chat in chats if chat.shared], now)
    people = dict.fromkeys(chat.person_id for chat in chats)
    still = select(conversations.c.person_id).where(conversations.c.person_id.in_(people))
    for person in people.keys() - set(await conn.scalars(still)):
        await remove_person(conn, person, [chat.lane for chat in chats if chat.person_id == person], now)


async def _hollow(conn: AsyncConnection, chats: Sequence[Row[Any]], now: datetime) -> None:
    """The first of a phone that others go on using: of their talk stays what leads to the others'."""
    if not chats:
        return
    phones = [(chat.id, record.load_conversation(chat.state).phone.left()) for chat in chats]
    changes = [
        {"chat": chat, "next": record.dump(Conversation(phone=phone)), "transit": None, "draft": now + DRAFT}
        for chat, phone in phones
    ]
    await conn.execute(_overtaken, changes)
    these = conversations.c.id.in_([chat.id for chat in chats])
    await conn.execute(update(conversations).where(these).values(person_id=None, language=None))
    nameless = contacts.c.id.in_([chat.contact_id for chat in chats])
    await conn.execute(update(contacts).where(nameless).values(address=None))


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


async def _sweep_alarms(conn: AsyncConnection, now: datetime) -> int:
    """Alarms that nobody ended go with the case they belong to; alone they keep an address a year."""
    old = (alarms.c.calmed_at.is_(None), alarms.c.rung_at <= now - UNHEARD)
    due = select(alarms.c.id).where(*old).order_by(alarms.c.id).limit(SLICE)
    return (await conn.execute(delete(alarms).where(alarms.c.id.in_(due)))).rowcount


STEPS: Mapping[str, Step] = {
    "transit": _sweep_transit,
    "inbox": _sweep_inbox,
    "addresses": _sweep_addresses,
    "submissions": expire_submissions,
    "files": expire_files,
    "alarms": _sweep_alarms,
    "drafts": _sweep_drafts,
    "contacts": _sweep_contacts,
    "proofs": proofs.sweep,
    "searches": words_index.sweep,
    "voices": voices.sweep,
    "staff": staff.sweep,
    "doors": doors.sweep,
    "desk": desk_talks.sweep,
    "tombstones": erased.sweep,
    "audit": audit_chain.forget,
}

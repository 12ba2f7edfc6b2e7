"""Forgetting: at a person's word, at a refusal, and when time is up. `storage.people` is where others call it.

Three things stay. The keyed hash of each message that came, so that a repeat is still recognised, cut loose from the
contact and its time cut to the day. A tombstone (hash and day), so that a restored backup can be brought up to it.
And, until the farewell is settled or 24 hours have passed, the address it goes to: the conversation is then `leaving`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    literal_column,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs import record
from dialogs.terms import Conversation
from storage import doors, sealed, staff, words_index
from storage.conversations import DRAFT, TRANSIT, Held
from storage.database import UtcTime, insert_all
from storage.tables import (
    OF_SUBMISSION,
    alarms,
    consents,
    contacts,
    conversations,
    files,
    inbox,
    outbox,
    people,
    person_contacts,
    searches,
    submissions,
    tombstones,
)

SLICE = 200
MOST_SLICES = 50
ERASED = "erased"
REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Swept:
    """How many: talks before consent, addresses, messages nobody turned, unfinished forms, contacts."""

    transit: int = 0
    addresses: int = 0
    inbox: int = 0
    drafts: int = 0
    contacts: int = 0


# -- at a person's word ---------------------------------------------------------------------------


async def erase(conn: AsyncConnection, held: Held, now: datetime, upto: int | None = None) -> None:
    """Everything of the person who chats here, on every channel of theirs.

    `upto` is the inbox row in which they asked for it: that and older ones are emptied at once, whatever of this
    transaction is settled later goes with the farewell. Outbox rows that were written at `now` stay until settled.
    """
    person = await conn.scalar(select(conversations.c.person_id).where(conversations.c.id == held.id))
    own = conversations.c.id == held.id if person is None else conversations.c.person_id == person
    of_chat = select(conversations.c.id, conversations.c.lane, conversations.c.contact_id)
    chats = (await conn.execute(of_chat.where(own))).all()
    ids = [chat.id for chat in chats]
    await _bury(conn, "contact", [chat.lane.hex() for chat in chats], now)
    await _erase_submissions(conn, person, ids, now)
    await conn.execute(delete(alarms).where(alarms.c.conversation_id.in_(ids)))
    await conn.execute(delete(outbox).where(outbox.c.conversation_id.in_(ids), outbox.c.created_at < now))
    lanes = [chat.lane for chat in chats]
    await doors.forget(conn, lanes, now)
    await _empty(conn, _read_rows(lanes, None))
    await _empty(conn, and_(inbox.c.lane.in_(lanes), inbox.c.sort.in_(("staff", "status"))))  # not turned yet
    if upto is not None:
        await _empty(conn, and_(inbox.c.lane == held.lane, inbox.c.id <= upto))
    await _blank(conn, [(chat.id, chat.contact_id) for chat in chats], ERASED, now)
    if person is not None:
        await conn.execute(delete(consents).where(consents.c.person_id == person))
        await conn.execute(delete(person_contacts).where(person_contacts.c.person_id == person))
        await conn.execute(delete(people).where(people.c.id == person))
    await depart(conn, now, but=held.id)


async def forget_transit(conn: AsyncConnection, held: Held, now: datetime, upto: int | None = None) -> None:
    """A no before anything was saved: what is in transit goes; language and hash of the address stay. See `erase`."""
    await conn.execute(delete(files).where(files.c.conversation_id == held.id, files.c.submission_id.is_(None)))
    await conn.execute(delete(outbox).where(outbox.c.conversation_id == held.id, outbox.c.created_at < now))
    await doors.forget(conn, [held.lane], now)
    await _empty(conn, _read_rows([held.lane], None))
    if upto is not None:
        await _empty(conn, and_(inbox.c.lane == held.lane, inbox.c.id <= upto))
    await _blank(conn, [(held.id, held.contact_id)], REFUSED, now, held.conversation.language)


async def _erase_submissions(conn: AsyncConnection, person: int | None, chats: list[int], now: datetime) -> None:
    loose = and_(files.c.conversation_id.in_(chats), files.c.submission_id.is_(None))
    await conn.execute(delete(files).where(loose))
    if person is None:
        return
    theirs = select(submissions.c.id, submissions.c.reference).where(submissions.c.person_id == person)
    sent = (await conn.execute(theirs.with_for_update())).all()  # so that nobody adds to them meanwhile
    ids = [row.id for row in sent]
    for table in (files, *OF_SUBMISSION):
        await conn.execute(delete(table).where(table.c.submission_id.in_(ids)))
    await conn.execute(delete(submissions).where(submissions.c.id.in_(ids)))
    await conn.execute(delete(searches))  # what staff typed may be about them; it is kept for an hour at most anyway
    await _bury(conn, "submission", [row.reference for row in sent], now)


async def _bury(conn: AsyncConnection, sort: str, names: Sequence[str], now: datetime) -> None:
    keyring = sealed.current()
    rows = [{"sort": sort, "hash": keyring.hash("tombstone", sort, name), "day": _day(now)} for name in names]
    await insert_all(conn, insert(tombstones), rows)


async def _blank(
    conn: AsyncConnection, chats: Sequence[tuple[int, int]], leaving: str, now: datetime, language: str | None = None
) -> None:
    """No new version: whoever holds these conversations in this transaction saves what follows."""
    await conn.execute(
        update(conversations)
        .where(conversations.c.id.in_([chat for chat, _ in chats]))
        .values(
            state=record.dump(Conversation(language=language)),
            language=language,
            person_id=None,
            updated_at=now,
            transit_until=now + TRANSIT,
            draft_until=now + DRAFT,
            leaving=leaving,
        )
    )
    await conn.execute(
        update(contacts).where(contacts.c.id.in_([contact for _, contact in chats])).values(address_until=now + TRANSIT)
    )


# -- the farewell is settled ----------------------------------------------------------------------

_unsent = exists().where(outbox.c.conversation_id == conversations.c.id, outbox.c.settled_at.is_(None))
_alarmed = exists().where(alarms.c.conversation_id == conversations.c.id, alarms.c.calmed_at.is_(None))
_sent_something = exists().where(submissions.c.conversation_id == conversations.c.id)
_chat = (
    conversations.c.id,
    conversations.c.lane,
    conversations.c.contact_id,
    conversations.c.leaving,
    or_(_alarmed, _sent_something).label("needed"),
)
_departing = (
    select(*_chat)
    .where(conversations.c.leaving.is_not(None), ~_unsent, conversations.c.id != bindparam("but"))
    .order_by(conversations.c.id)
    .limit(SLICE)
    .with_for_update(of=conversations, skip_locked=True)
)


async def depart(conn: AsyncConnection, now: datetime, but: int = 0) -> None:
    """Lets go of whoever is leaving and has nothing left to be told; not of conversation `but`.

    Called after every settlement: few are ever leaving, and an index knows them.
    """
    await _let_go(conn, (await conn.execute(_departing, {"but": but})).all(), now)


async def _let_go(conn: AsyncConnection, chats: Sequence[Row[Any]], now: datetime) -> None:
    if not chats:
        return
    await _empty(conn, _read_rows([chat.lane for chat in chats], None))
    ids = [chat.id for chat in chats]
    await conn.execute(delete(outbox).where(outbox.c.conversation_id.in_(ids)))
    gone = [chat for chat in chats if chat.leaving == ERASED and not chat.needed]
    await _remove(conn, [chat.id for chat in gone], [chat.contact_id for chat in gone])
    staying = [chat for chat in chats if chat not in gone]
    if not staying:
        return
    await conn.execute(
        update(conversations)
        .where(conversations.c.id.in_([chat.id for chat in staying]))
        .values(leaving=None, transit_until=None)
    )
    # An open alarm keeps the address; the sweep takes it when the alarm has ended.
    await conn.execute(
        update(contacts).where(contacts.c.id.in_([chat.contact_id for chat in staying])).values(address_until=now)
    )
    calm = [chat.contact_id for chat in staying if not chat.needed]
    await conn.execute(update(contacts).where(contacts.c.id.in_(calm)).values(address=None, address_until=None))


async def _remove(conn: AsyncConnection, chats: Collection[int], of: Collection[int]) -> None:
    if not chats:
        return
    for table in (files, alarms):
        await conn.execute(delete(table).where(table.c.conversation_id.in_(chats)))
    await conn.execute(delete(conversations).where(conversations.c.id.in_(chats)))
    await conn.execute(delete(person_contacts).where(person_contacts.c.contact_id.in_(of)))
    await conn.execute(delete(contacts).where(contacts.c.id.in_(of)))


# -- emptied rows ---------------------------------------------------------------------------------


def _read_rows(lanes: Collection[bytes], older_than: datetime | None) -> ColumnElement[bool]:
    """Rows of these lanes that were settled, or that came before `older_than`."""
    done: ColumnElement[bool] = inbox.c.settled_at.is_not(None)
    if older_than is not None:
        done = or_(done, inbox.c.received_at <= older_than)
    return and_(inbox.c.lane.in_(lanes), done)


async def _empty(conn: AsyncConnection, rows: ColumnElement[bool]) -> int:
    """What stays of a message is its keyed hash and the day it came."""
    day = _day_of(conn, inbox.c.received_at)
    result = await conn.execute(
        update(inbox)
        .where(rows)
        .values(
            lane=None,
            address=None,
            heard=None,
            channel="",
            ordinal=0,
            sort="",
            reason=None,
            parked_at=None,
            received_at=day,
            ready_at=day,
            settled_at=day,
        )
    )
    return result.rowcount


def _day(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


def _day_of(conn: AsyncConnection, column: ColumnElement[datetime]) -> ColumnElement[datetime]:
    if conn.dialect.name == "postgresql":
        return func.date_trunc("day", column, literal_column("'UTC'"), type_=UtcTime())
    # SQLite keeps times as text, "2026-11-22 10:18:00.000000"
    return func.strftime("%Y-%m-%d 00:00:00.000000", column, type_=UtcTime())


# -- when time is up ------------------------------------------------------------------------------


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
        select(*_chat, conversations.c.state)
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
    await _empty(conn, _read_rows([chat.lane for chat in chats], now - TRANSIT))
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
    await _let_go(conn, [chat for chat in chats if chat.leaving and chat.id not in busy], now)
    return len(chats)


def _preferences(conversation: Conversation) -> Conversation:
    """What is no content: the language, a no, and the number of the last draft, so that old buttons stay old."""
    return Conversation(
        language=conversation.language,
        consent=conversation.consent,
        stopped=conversation.stopped,
        last_draft=conversation.last_draft,
    )


async def _sweep_inbox(conn: AsyncConnection, now: datetime) -> int:
    """Messages that were never turned, of people who never agreed."""
    agreed = exists().where(conversations.c.lane == inbox.c.lane, conversations.c.person_id.is_not(None))
    waiting = and_(inbox.c.settled_at.is_(None), inbox.c.ready_at <= now - TRANSIT)
    parked = and_(inbox.c.parked_at.is_not(None), inbox.c.received_at <= now - TRANSIT)
    return await _empty(conn, and_(waiting, ~agreed)) + await _empty(conn, and_(parked, ~agreed))


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
    due = _due_chats(conversations.c.draft_until, now, nobody, idle, ~_unsent, ~_alarmed, ~_sent_something)
    chats = (await conn.execute(due)).all()
    if chats:
        ids = [chat.id for chat in chats]
        await _empty(conn, _read_rows([chat.lane for chat in chats], None))
        await conn.execute(delete(outbox).where(outbox.c.conversation_id.in_(ids)))
        await _remove(conn, ids, [chat.contact_id for chat in chats])
    return len(chats)

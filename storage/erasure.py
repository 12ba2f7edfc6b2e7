"""Forgetting: at a person's word and at a refusal. `storage.people` is where others call it.

`storage.retention` forgets when time is up.

Four things stay. The keyed hash of each message that came, so that a repeat is still recognised, cut loose from the
contact and its time cut to the day. A tombstone (hash and day), so that a restored backup can be brought up to it.
Proofs of what the person had agreed to (`storage.proofs`). And, until the farewell is settled or 24 hours have passed,
the address it goes to: the conversation is then `leaving`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
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
from dialogs.terms import Conversation, Phone
from storage import audit, desk_talks, doors, erased, keeping, proofs, sealed
from storage.conversations import DRAFT, TRANSIT, Held
from storage.database import UtcTime, insert_all
from storage.tables import (
    alarms,
    contacts,
    conversations,
    files,
    inbox,
    outbox,
    people,
    person_contacts,
    submissions,
    tombstones,
)
from storage.tables_casework import OF_SUBMISSION, searches, submission_links

SLICE = 200
ERASED = "erased"
REFUSED = "refused"


# -- at a person's word ---------------------------------------------------------------------------


async def erase(
    conn: AsyncConnection, held: Held, now: datetime, upto: int | None = None, proof: str | None = None
) -> None:
    """Everything of the person who chats here, on every channel of theirs.

    `upto` is the inbox row in which they asked for it: that and older ones are emptied at once, whatever of this
    transaction is settled later goes with the farewell. `proof` is the number that they are told: see `proved`.
    Outbox rows that were written at `now` stay until settled.
    """
    person = await conn.scalar(select(conversations.c.person_id).where(conversations.c.id == held.id))
    own = conversations.c.id == held.id if person is None else conversations.c.person_id == person
    of_chat = select(conversations.c.id, conversations.c.lane, conversations.c.contact_id, conversations.c.state)
    chats = (await conn.execute(of_chat.where(own))).all()
    ids = [chat.id for chat in chats]
    if proof is not None:
        await conn.execute(insert(tombstones).values(sort="proof", hash=_proof_hash(proof), day=keeping.day(now)))
    known_as = [chat.lane for chat in chats]
    known_as += await desk_talks.earlier(conn, known_as)  # a backup may hold them under that
    await bury(conn, "contact", [lane.hex() for lane in known_as], now)
    await erased.bury_messages(conn, [chat.lane for chat in chats], now)
    await _erase_submissions(conn, person, ids, now)
    await conn.execute(delete(alarms).where(alarms.c.conversation_id.in_(ids)))
    await conn.execute(delete(outbox).where(outbox.c.conversation_id.in_(ids), outbox.c.created_at < now))
    lanes = [chat.lane for chat in chats]
    await doors.forget(conn, lanes, now)
    await desk_talks.forget(conn, lanes, now)
    await empty(conn, read_rows(lanes, None))
    await empty(conn, and_(inbox.c.lane.in_(lanes), inbox.c.sort.in_(("staff", "status"))))  # not turned yet
    if upto is not None:
        await empty(conn, and_(inbox.c.lane == held.lane, inbox.c.id <= upto))
    phones = [(chat.id, chat.contact_id, record.load_conversation(chat.state).phone.left()) for chat in chats]
    await _blank(conn, phones, ERASED, now)
    if person is not None:
        await remove_person(conn, person, lanes, now)
    await depart(conn, now, but=held.id)


async def remove_person(conn: AsyncConnection, person: int, lanes: Collection[bytes], now: datetime) -> None:
    """Nothing of theirs is left. `lanes` are their addresses, by which it can still be shown that they had agreed."""
    await proofs.keep(conn, person, lanes, now)
    await conn.execute(delete(person_contacts).where(person_contacts.c.person_id == person))
    await conn.execute(delete(people).where(people.c.id == person))


async def forget_transit(conn: AsyncConnection, held: Held, now: datetime, upto: int | None = None) -> None:
    """A no before anything was saved: what is in transit goes; language and hash of the address stay. See `erase`."""
    await conn.execute(delete(files).where(files.c.conversation_id == held.id, files.c.submission_id.is_(None)))
    await conn.execute(delete(outbox).where(outbox.c.conversation_id == held.id, outbox.c.created_at < now))
    await doors.forget(conn, [held.lane], now)
    await desk_talks.forget(conn, [held.lane], now)
    await empty(conn, read_rows([held.lane], None))
    if upto is not None:
        await empty(conn, and_(inbox.c.lane == held.lane, inbox.c.id <= upto))
    one = (held.id, held.contact_id, held.conversation.phone)
    await _blank(conn, [one], REFUSED, now, held.conversation.language)


async def _erase_submissions(conn: AsyncConnection, person: int | None, chats: list[int], now: datetime) -> None:
    loose = and_(files.c.conversation_id.in_(chats), files.c.submission_id.is_(None))
    await conn.execute(delete(files).where(loose))
    if person is None:
        return
    theirs = select(submissions.c.id, submissions.c.reference).where(submissions.c.person_id == person)
    sent = (await conn.execute(theirs.with_for_update())).all()  # so that nobody adds to them meanwhile
    ids = [row.id for row in sent]
    await remove_submissions(conn, ids)
    await conn.execute(delete(searches))  # what staff typed may be about them; it is kept for an hour at most anyway
    await bury(conn, "submission", [row.reference for row in sent], now)
    for one in ids:
        await audit.note(conn, now, who="person", action="erased", submission_id=one)


async def remove_submissions(conn: AsyncConnection, ids: Collection[int]) -> None:
    """With all that belongs to them."""
    for end in (submission_links.c.submission_id, submission_links.c.other_id):
        await conn.execute(delete(submission_links).where(end.in_(ids)))
    for table in (files, *OF_SUBMISSION):
        await conn.execute(delete(table).where(table.c.submission_id.in_(ids)))
    await conn.execute(delete(submissions).where(submissions.c.id.in_(ids)))
    await audit.forget_reasons(conn, ids)


async def bury(conn: AsyncConnection, sort: str, names: Sequence[str], now: datetime) -> None:
    keyring = sealed.current()
    rows = [{"sort": sort, "hash": keyring.hash("tombstone", sort, name), "day": keeping.day(now)} for name in names]
    await insert_all(conn, insert(tombstones), rows)


async def _blank(
    conn: AsyncConnection,
    chats: Sequence[tuple[int, int, Phone]],
    leaving: str,
    now: datetime,
    language: str | None = None,
) -> None:
    """No new version: whoever holds these conversations in this transaction saves what follows.

    `chats`: conversation, contact, and what others on the same phone still need to be known of it.
    """
    if not chats:
        return  # this talk went with another one of the same person
    blank = update(conversations).where(conversations.c.id == bindparam("chat"))
    blank = blank.values(
        state=bindparam("next"),
        language=language,
        person_id=None,
        updated_at=now,
        transit_until=now + TRANSIT,
        draft_until=now + DRAFT,
        leaving=leaving,
    )
    states = [{"chat": id_, "next": record.dump(Conversation(language, phone=phone))} for id_, _, phone in chats]
    await conn.execute(blank, states)
    ids = [contact for _, contact, _ in chats]
    await conn.execute(update(contacts).where(contacts.c.id.in_(ids)).values(address_until=now + TRANSIT))


# -- a deletion proved (R-21) ---------------------------------------------------------------------

_proof = (
    select(tombstones.c.day)
    .where(tombstones.c.sort == "proof", tombstones.c.hash == bindparam("hash"))
    .order_by(tombstones.c.id)
    .limit(1)
)


async def proved(conn: AsyncConnection, code: str) -> datetime | None:
    """The day (UTC) on which somebody who was told this number was erased; None where there is none. Nobody is named.

    Numbers may be typed in small letters, with other dashes or none.
    """
    found: datetime | None = await conn.scalar(_proof, {"hash": _proof_hash(code)})
    return found


def _proof_hash(code: str) -> bytes:
    letters = "".join(sign for sign in code.upper() if sign.isalnum())
    return sealed.current().hash("tombstone", "proof", letters)


# -- the farewell is settled ----------------------------------------------------------------------

UNSENT = exists().where(outbox.c.conversation_id == conversations.c.id, outbox.c.settled_at.is_(None))
ALARMED = exists().where(alarms.c.conversation_id == conversations.c.id, alarms.c.calmed_at.is_(None))
SENT_SOMETHING = exists().where(submissions.c.conversation_id == conversations.c.id)
_further = conversations.alias("further")
SHARED = exists().where(_further.c.phone == conversations.c.lane).correlate(conversations)
"""The first person of a phone on which there are others: their messages come through this conversation."""

CHAT = (
    conversations.c.id,
    conversations.c.lane,
    conversations.c.contact_id,
    conversations.c.leaving,
    or_(ALARMED, SENT_SOMETHING).label("needed"),
    SHARED.label("shared"),
)
_departing = (
    select(*CHAT)
    .where(conversations.c.leaving.is_not(None), ~UNSENT, conversations.c.id != bindparam("but"))
    .order_by(conversations.c.id)
    .limit(SLICE)
    .with_for_update(of=conversations, skip_locked=True)
)


async def depart(conn: AsyncConnection, now: datetime, but: int = 0) -> None:
    """Lets go of whoever is leaving and has nothing left to be told; not of conversation `but`.

    Called after every settlement: few are ever leaving, and an index knows them.
    """
    await let_go(conn, (await conn.execute(_departing, {"but": but})).all(), now)


async def let_go(conn: AsyncConnection, chats: Sequence[Row[Any]], now: datetime) -> None:
    if not chats:
        return
    await empty(conn, read_rows([chat.lane for chat in chats], None))
    ids = [chat.id for chat in chats]
    await conn.execute(delete(outbox).where(outbox.c.conversation_id.in_(ids)))
    gone = [chat for chat in chats if chat.leaving == ERASED and not (chat.needed or chat.shared)]
    await remove(conn, [chat.id for chat in gone], [chat.contact_id for chat in gone])
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


async def remove(conn: AsyncConnection, chats: Collection[int], of: Collection[int]) -> None:
    if not chats:
        return
    for table in (files, alarms):
        await conn.execute(delete(table).where(table.c.conversation_id.in_(chats)))
    await conn.execute(delete(conversations).where(conversations.c.id.in_(chats)))
    await conn.execute(delete(person_contacts).where(person_contacts.c.contact_id.in_(of)))
    await conn.execute(delete(contacts).where(contacts.c.id.in_(of)))


# -- emptied rows ---------------------------------------------------------------------------------


def read_rows(lanes: Collection[bytes], older_than: datetime | None) -> ColumnElement[bool]:
    """Rows of these lanes that were settled, or that came before `older_than`."""
    done: ColumnElement[bool] = inbox.c.settled_at.is_not(None)
    if older_than is not None:
        done = or_(done, inbox.c.received_at <= older_than)
    return and_(inbox.c.lane.in_(lanes), done)


async def empty(conn: AsyncConnection, rows: ColumnElement[bool]) -> int:
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


def _day_of(conn: AsyncConnection, column: ColumnElement[datetime]) -> ColumnElement[datetime]:
    if conn.dialect.name == "postgresql":
        return func.date_trunc("day", column, literal_column("'UTC'"), type_=UtcTime())
    # SQLite keeps times as text, "2026-11-22 10:18:00.000000"
    return func.strftime("%Y-%m-%d 00:00:00.000000", column, type_=UtcTime())

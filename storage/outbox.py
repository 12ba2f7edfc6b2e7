"""What is to be said, until it is settled. Order holds within a lane of a chat; replies overtake broadcasts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import Select, bindparam, exists, insert, or_, select, union_all, update
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs import record
from dialogs.terms import Say
from storage import erasure, sealed
from storage.database import bounded_count, insert_all
from storage.sealed import Unopened
from storage.tables import BROADCAST, REPLY, contacts, conversations, inbox, outbox

AHEAD = timedelta(seconds=90)
"""By how much a reply to somebody in danger overtakes others: thousands of them, at the rate that a platform allows.
Less than a page may leave a message unread before a mail is written (`bot.chat_mail`).
"""

LANE_KINDS = {"reply": REPLY, "broadcast": BROADCAST}


@dataclass(frozen=True, slots=True)
class Parcel:
    conversation_id: int
    contact_id: int
    channel: str
    lane_kind: Literal["reply", "broadcast"]
    action: str  # say, leave
    say: Say | None
    inbox_id: int | None = None
    due_at: datetime | None = None
    sender: str = "bot"  # bot, staff


@dataclass(frozen=True, slots=True)
class Ready:
    """`edits` is the platform's id of the message that this one may replace."""

    id: int
    contact_id: int
    conversation_id: int
    address: str
    action: str
    say: Say | None
    tries: int
    edits: str | None = None
    lane_kind: Literal["reply", "broadcast"] = "reply"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`message` is the platform's id of what was sent, `reason` a machine word."""

    id: int
    state: Literal["sent", "again", "gone", "parked"]
    message: str | None = None
    reason: str | None = None
    again_at: datetime | None = None


async def put(conn: AsyncConnection, parcels: Sequence[Parcel], now: datetime) -> None:
    await insert_all(conn, insert(outbox), [_row(parcel, now) for parcel in parcels])


def _row(parcel: Parcel, now: datetime) -> dict[str, Any]:
    shown = parcel.say and parcel.say.from_staff
    return {
        "conversation_id": parcel.conversation_id,
        "contact_id": parcel.contact_id,
        "channel": parcel.channel,
        "lane_kind": LANE_KINDS[parcel.lane_kind],
        "action": parcel.action,
        "sender": "staff" if shown else parcel.sender,
        "staff_message_id": int(shown) if shown else None,
        "say": None if parcel.say is None else record.dump(parcel.say),
        "toggles": parcel.say is not None and parcel.say.toggles,
        "inbox_id": parcel.inbox_id,
        "created_at": now,
        "ready_at": parcel.due_at or now,
        "tries": 0,
    }


async def hurry(conn: AsyncConnection, conversations: Collection[int], now: datetime) -> None:
    """What waits to be said in these conversations goes out before what waits for others, in its own order."""
    if conversations:
        waiting = update(outbox).where(
            outbox.c.conversation_id.in_(conversations),
            outbox.c.settled_at.is_(None),
            outbox.c.lane_kind == REPLY,
            outbox.c.ready_at > now - AHEAD,
            outbox.c.ready_at <= now,
        )
        await conn.execute(waiting.values(ready_at=now - AHEAD))


# -- push -----------------------------------------------------------------------------------------


def _ready(kind: int) -> Select[Any]:
    earlier = outbox.alias()
    return (
        select(
            outbox.c.id,
            outbox.c.contact_id,
            outbox.c.conversation_id,
            contacts.c.address,
            outbox.c.action,
            outbox.c.say,
            outbox.c.tries,
            outbox.c.toggles,
            outbox.c.lane_kind,
        )
        .join_from(outbox, contacts, contacts.c.id == outbox.c.contact_id)
        .where(
            outbox.c.settled_at.is_(None),
            outbox.c.channel == bindparam("channel"),
            outbox.c.lane_kind == kind,
            outbox.c.ready_at <= bindparam("now"),
            outbox.c.contact_id.not_in(bindparam("busy", expanding=True)),
            contacts.c.address.is_not(None),
            ~exists().where(
                earlier.c.conversation_id == outbox.c.conversation_id,
                earlier.c.lane_kind == kind,
                earlier.c.settled_at.is_(None),
                earlier.c.id < outbox.c.id,
            ),
        )
        .order_by(outbox.c.ready_at, outbox.c.id)
        .limit(bindparam("most"))
    )


_replies_then_broadcasts = union_all(
    select(_ready(REPLY).subquery("replies")), select(_ready(BROADCAST).subquery("broadcasts"))
)


async def ready(conn: AsyncConnection, channel: str, now: datetime, limit: int, busy: Collection[int]) -> list[Ready]:
    """The oldest waiting row of each lane of a chat, replies first, but none of the contacts in `busy`."""
    rows = (
        await conn.execute(
            _replies_then_broadcasts, {"channel": channel, "now": now, "most": limit, "busy": list(busy)}
        )
    ).all()[:limit]
    edits = await _edits(conn, [row.id for row in rows if row.toggles])
    return [
        Ready(
            row.id,
            row.contact_id,
            row.conversation_id,
            row.address,
            row.action,
            None if row.say is None else record.load_say(row.say),
            row.tries,
            edits.get(row.id),
            "reply" if row.lane_kind == REPLY else "broadcast",
        )
        for row in rows
    ]


async def unopened(conn: AsyncConnection, channel: str, limit: int) -> list[int]:
    """Waiting rows whose words or address do not open; asked when `ready` raises `Unopened`. See `inbox.unopened`."""
    waiting = select(outbox.c.id).where(outbox.c.settled_at.is_(None), outbox.c.channel == channel)
    one = select(outbox.c.say, contacts.c.address).join_from(outbox, contacts, contacts.c.id == outbox.c.contact_id)
    damaged = []
    for row in list(await conn.scalars(waiting.order_by(outbox.c.ready_at, outbox.c.id).limit(limit))):
        try:
            (await conn.execute(one.where(outbox.c.id == row))).all()
        except Unopened:
            damaged.append(row)
    return damaged


_previous = outbox.alias("previous")
_older = outbox.alias("older")
_toggled = (
    select(outbox.c.id, _previous.c.message)
    .join_from(outbox, contacts, contacts.c.id == outbox.c.contact_id)
    .join(
        _previous,
        _previous.c.id
        == select(_older.c.id)
        .where(_older.c.conversation_id == outbox.c.conversation_id, _older.c.id < outbox.c.id)
        .order_by(_older.c.id.desc())
        .limit(1)
        .scalar_subquery(),
    )
    .where(
        outbox.c.id.in_(bindparam("ids", expanding=True)),
        _previous.c.state == "sent",
        _previous.c.action == "say",
        # A press leaves nothing in the chat; anything else stands below the message, which is then out of sight.
        ~exists().where(
            inbox.c.lane == contacts.c.lane,
            inbox.c.id > _previous.c.inbox_id,
            inbox.c.id <= outbox.c.inbox_id,
            inbox.c.sort != "press",
        ),
    )
)


async def _edits(conn: AsyncConnection, ids: list[int]) -> dict[int, str]:
    if not ids:
        return {}
    rows = await conn.execute(_toggled, {"ids": ids})
    return {row.id: row.message for row in rows if row.message is not None}


_settle = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"), outbox.c.settled_at.is_(None))
    .values(
        settled_at=bindparam("at"),
        state=bindparam("became"),
        parked_at=bindparam("put_aside"),
        message=bindparam("platform"),
        message_hash=bindparam("platform_hash"),
        reason=bindparam("why"),
        tries=outbox.c.tries + 1,
    )
)
_again = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"), outbox.c.settled_at.is_(None))
    .values(ready_at=bindparam("at"), reason=bindparam("why"), tries=outbox.c.tries + 1)
)


async def settle(conn: AsyncConnection, outcomes: Sequence[Outcome], now: datetime) -> None:
    """A row that has been erased meanwhile is no error."""
    final = [one for one in outcomes if one.state != "again"]
    again = [one for one in outcomes if one.state == "again"]
    if final:
        await conn.execute(
            _settle,
            [_final(one, now) for one in final],
        )
        await erasure.depart(conn, now)
    if again:
        await conn.execute(_again, [{"row": one.id, "at": one.again_at or now, "why": one.reason} for one in again])


def _final(one: Outcome, now: datetime) -> dict[str, Any]:
    return {
        "row": one.id,
        "at": now,
        "became": one.state,
        "put_aside": now if one.state == "parked" else None,
        "platform": one.message,
        "platform_hash": None if one.message is None else _message_hash(one.message),
        "why": one.reason,
    }


def _message_hash(message: str) -> bytes:
    return sealed.current().hash("message", message)


_asked = (
    select(conversations.c.lane, outbox.c.message_hash, outbox.c.say)
    .join_from(outbox, conversations, conversations.c.id == outbox.c.conversation_id)
    .where(
        conversations.c.lane.in_(bindparam("lanes", expanding=True)),
        outbox.c.message_hash.in_(bindparam("hashes", expanding=True)),
        outbox.c.action == "say",
    )
    .order_by(outbox.c.id)
)


async def asked(
    conn: AsyncConnection, messages: Collection[tuple[bytes, str]]
) -> dict[tuple[bytes, str], tuple[int, str]]:
    """(lane, platform's message id) → (draft, question) that the message put; none where it put no question."""
    if not messages:
        return {}
    wanted = {(lane, _message_hash(message)): (lane, message) for lane, message in messages}
    lanes, hashes = zip(*wanted, strict=True)
    found = {}
    for row in await conn.execute(_asked, {"lanes": list(set(lanes)), "hashes": list(set(hashes))}):
        say = record.load_say(row.say)
        if (row.lane, row.message_hash) in wanted and say.draft is not None and say.question is not None:
            found[wanted[row.lane, row.message_hash]] = (say.draft, say.question)
    return found


# -- pull -----------------------------------------------------------------------------------------

_after = (
    select(outbox.c.id, outbox.c.say, outbox.c.sender)
    .where(
        outbox.c.conversation_id == bindparam("conversation"),
        outbox.c.id > bindparam("seq"),
        outbox.c.action == "say",
        # A platform took it, a reader saw it, or it waits; what was given up was never part of the talk.
        or_(outbox.c.settled_at.is_(None), outbox.c.state.in_(("sent", "seen"))),
    )
    .order_by(outbox.c.id)
    .limit(bindparam("most"))
)


async def after(conn: AsyncConnection, conversation_id: int, seq: int, limit: int) -> list[tuple[int, Say, str]]:
    """(sequence number, what is said, bot or staff), seen before or not, in order."""
    rows = await conn.execute(_after, {"conversation": conversation_id, "seq": seq, "most": limit})
    return [(row.id, record.load_say(row.say), row.sender) for row in rows]


OFFERED = timedelta(hours=24)
"""How long a copy of one's data can be fetched where the reader fetches."""


async def offered(conn: AsyncConnection, conversation_id: int, row_id: int, now: datetime) -> tuple[str, ...]:
    """The forms of a copy that this message offers and that were not taken yet."""
    row = (await conn.execute(_offer, {"row": row_id, "conversation": conversation_id, "since": now - OFFERED})).first()
    return () if row is None or row.say is None else record.load_say(row.say).data


async def take_offer(conn: AsyncConnection, conversation_id: int, row_id: int, form: str, now: datetime) -> bool:
    """Once each: False where it was taken before, or nobody offered it."""
    asked = {"row": row_id, "conversation": conversation_id, "since": now - OFFERED}
    row = (await conn.execute(_offer.with_for_update(), asked)).first()
    say = None if row is None or row.say is None else record.load_say(row.say)
    if say is None or form not in say.data:
        return False
    left = replace(say, data=tuple(other for other in say.data if other != form))
    await conn.execute(update(outbox).where(outbox.c.id == row_id).values(say=record.dump(left)))
    return True


_offer = select(outbox.c.say).where(
    outbox.c.id == bindparam("row"),
    outbox.c.conversation_id == bindparam("conversation"),
    outbox.c.created_at > bindparam("since"),
)


async def seen(conn: AsyncConnection, conversation_id: int, seq: int, now: datetime) -> None:
    """The reader has everything up to `seq`."""
    await conn.execute(
        update(outbox)
        .where(outbox.c.conversation_id == conversation_id, outbox.c.settled_at.is_(None), outbox.c.id <= seq)
        .values(settled_at=now, state="seen")
    )
    await erasure.depart(conn, now)


async def waiting(conn: AsyncConnection, bound: int = 100_000) -> int:
    """How many rows wait, counted up to `bound`."""
    rows = select(outbox.c.id).where(outbox.c.settled_at.is_(None)).limit(bound)
    return await bounded_count(conn, rows.subquery(), bound)

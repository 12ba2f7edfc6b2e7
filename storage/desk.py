"""The desk: talks that staff fill in for somebody on the phone, at the counter or from paper.

Such a talk is a conversation like any other, in a pull channel whose reader is the member of staff who began it. When
the person opens it with the code of the receipt, it moves to the web chat and is theirs: staff write no more in it.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs import record
from dialogs.terms import Conversation, Heard, Say, Sort
from storage import inbox as arriving
from storage import outbox as sending
from storage.conversations import DRAFT
from storage.desk_talks import CHANNEL, WEB, waits
from storage.inbox import Arrival, lane
from storage.tables import alarms, conversations, outbox
from storage.tables_desk import desk_talks as table

WAYS = ("phone", "counter", "paper")
DIALOGS = ("need", "idea")
MOST_SAID = 100


@dataclass(frozen=True, slots=True)
class Intake:
    """A talk at the desk. `address` stands in the address of its page: random, and of use to one member of staff."""

    address: str
    lane: bytes
    way: str
    language: str
    began_at: datetime
    handed: bool
    ended: bool


@dataclass(frozen=True, slots=True)
class Stand:
    """Where it stands. `conversation` is None before the first turn; `answered`: all that was entered is turned.

    `say` is what is said to the person now, `seq` its number. `alarms` are the sorts of those that are open.
    """

    conversation: Conversation | None
    conversation_id: int | None
    answered: bool
    say: Say | None
    seq: int
    alarms: tuple[str, ...] = ()


async def begin(conn: AsyncConnection, staff_id: int, way: str, language: str, dialog: str, now: datetime) -> str:
    """A new talk in the person's language, up to the question whether we may save. Gives its address.

    Raises `inbox.Full`, and ValueError for a way or a dialog that there is not.
    """
    if way not in WAYS or dialog not in DIALOGS:
        raise ValueError("no such way or dialog")
    address = secrets.token_urlsafe(18)
    row = {"lane": lane(CHANNEL, address), "address": address, "staff_id": staff_id, "way": way, "language": language}
    await conn.execute(insert(table).values(**row, began_at=now, until=now + DRAFT))
    first = [_heard(Sort.HELLO, None, now, language), _heard(Sort.PRESS, f"language:{language}", now)]
    if dialog == "idea":
        first.append(_heard(Sort.PRESS, "!idea", now))
    await _put(conn, address, "begin", first, now)
    return address


async def find(conn: AsyncConnection, address: str, staff_id: int) -> Intake | None:
    """None for an address that is none, or somebody else's."""
    row = (await conn.execute(_own(address, staff_id))).first()
    return None if row is None else _intake(row)


async def unfinished(conn: AsyncConnection, staff_id: int, limit: int) -> list[Intake]:
    """What this member of staff has begun, and neither ended nor handed over; the newest first."""
    own = select(table).where(table.c.staff_id == staff_id, table.c.handed_at.is_(None), table.c.ended_at.is_(None))
    return [_intake(row) for row in await conn.execute(own.order_by(table.c.id.desc()).limit(limit))]


def _own(address: str, staff_id: int) -> Select[Any]:
    lanes = (lane(CHANNEL, address), lane(WEB, address))  # at the desk, and once the person has it
    return select(table).where(table.c.lane.in_(lanes), table.c.staff_id == staff_id)


def _intake(row: Any) -> Intake:
    handed, ended = row.handed_at is not None, row.ended_at is not None
    return Intake(row.address, bytes(row.lane), row.way, row.language, row.began_at, handed, ended)


async def stand(conn: AsyncConnection, of: Intake) -> Stand:
    """Of a talk that the person took on, nothing: it is theirs."""
    if of.handed:
        return Stand(None, None, True, None, 0)
    chat = select(conversations.c.id, conversations.c.state).where(conversations.c.lane == of.lane)
    row = (await conn.execute(chat)).first()
    waiting = await conn.scalar(select(waits(of.lane)))
    if row is None:
        return Stand(None, None, not waiting, None, 0)
    last = await conn.scalar(
        select(outbox.c.id)
        .where(outbox.c.conversation_id == row.id, outbox.c.action == "say")
        .order_by(outbox.c.id.desc())
        .limit(1)
    )
    said = await sending.after(conn, row.id, last - 1, 1) if last else []
    seq, say = (said[0][0], said[0][1]) if said else (0, None)
    rung = await conn.scalars(
        select(alarms.c.sort).where(alarms.c.conversation_id == row.id, alarms.c.calmed_at.is_(None))
    )
    return Stand(record.load_conversation(row.state), row.id, not waiting, say, seq, tuple(rung))


async def enter(
    conn: AsyncConnection, of: Intake, said: Sequence[tuple[Sort, str]], seen: int, nonce: str, now: datetime
) -> bool:
    """What was entered becomes rows of the inbox, the same `nonce` once; all up to `seen` was read to the person.

    False where the talk has become the person's own. Raises `inbox.Full`.
    """
    mine = update(table).where(table.c.lane == of.lane, table.c.handed_at.is_(None))
    if (await conn.execute(mine.values(until=now + DRAFT, ended_at=None))).rowcount == 0:
        return False
    chat = await conn.scalar(select(conversations.c.id).where(conversations.c.lane == of.lane))
    if chat is not None:
        await sending.seen(conn, chat, seen, now)
    await _put(conn, of.address, nonce, [_heard(sort, text, now) for sort, text in said], now)
    return True


def _heard(sort: Sort, text: str | None, now: datetime, language: str | None = None) -> Heard:
    return Heard(sort, now.replace(microsecond=0), text, device_language=language)


async def _put(conn: AsyncConnection, address: str, nonce: str, said: Sequence[Heard], now: datetime) -> None:
    order = int(now.timestamp() * 1000) * MOST_SAID
    rows = [
        Arrival(CHANNEL, address, f"{address}:{nonce}:{number}", order + number, heard)
        for number, heard in enumerate(said[:MOST_SAID])
    ]
    await arriving.put(conn, rows, now)


async def end(conn: AsyncConnection, of: Intake, now: datetime) -> None:
    """Off the list of whoever began it. What was told stays, as long as that of anybody who stopped writing."""
    await conn.execute(update(table).where(table.c.lane == of.lane).values(ended_at=now))

"""Everything that moves a conversation: messages, timers, changes by staff. One row each, taken oldest first.

A row waits (`settled_at` NULL), is settled, or is parked when it cannot be turned. Its keyed key stays for good, so
that what came once never counts twice.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, exists, func, literal_column, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs import record
from dialogs.terms import Heard, Readings, Sort
from storage import sealed
from storage.database import bounded_count, insert_or_ignore
from storage.sealed import Unopened
from storage.tables import RETRIED, inbox

BOUND = 100_000
"""Rows that may wait before nothing more is taken."""

LANE_BOUND = 100
"""Rows of one lane in one batch: whoever floods us holds up the others no longer than that."""

_RECOUNT = 1_000  # arrivals after which a connection counts again; counting at each would cost most when load is worst
_ROOM = "inbox_room"

_log = logging.getLogger(__name__)


class Full(Exception):
    """More waits than the bound; nothing was taken."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a channel hands over. `key` is unique for a channel; `order` orders the rows of an address."""

    channel: str
    address: str
    key: str
    order: int
    heard: Heard
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    id: int
    lane: bytes
    channel: str
    address: str
    order: int
    tries: int
    heard: Heard
    received_at: datetime


def lane(channel: str, address: str) -> bytes:
    """The keyed hash by which an address is known everywhere."""
    return sealed.current().hash("contact", channel, address)


async def put(
    conn: AsyncConnection, arrivals: Sequence[Arrival], now: datetime, bound: int = BOUND
) -> tuple[bool, ...]:
    """Stores what is new. For each arrival: False where its key was seen before. Raises `Full` and takes nothing."""
    if not arrivals:
        return ()
    await _check_room(conn, len(arrivals), now, bound)
    rows = [_row(arrival, now) for arrival in arrivals]
    result = await conn.execute(insert_or_ignore(conn, inbox).returning(inbox.c.key_hash), rows)
    fresh = {bytes(key) for key in result.scalars()}
    return tuple(_take(fresh, row["key_hash"]) for row in rows)


def _take(fresh: set[bytes], key: bytes) -> bool:
    """Whether this row is the one that was stored: the first of its key."""
    if key in fresh:
        fresh.remove(key)
        return True
    return False


def _row(arrival: Arrival, now: datetime) -> dict[str, Any]:
    return {
        "key_hash": sealed.current().hash("key", arrival.channel, arrival.key),
        "lane": lane(arrival.channel, arrival.address),
        "channel": arrival.channel,
        "address": arrival.address,
        "ordinal": arrival.order,
        "sort": arrival.heard.sort.value,
        "heard": record.dump(arrival.heard),
        "received_at": now,
        "ready_at": arrival.due_at or now,
        "tries": 0,
    }


async def _check_room(conn: AsyncConnection, arrivals: int, now: datetime, bound: int) -> None:
    left, of = conn.info.get(_ROOM, (0, bound))
    if of != bound or left < arrivals:
        room = bound - await waiting(conn, bound, now)
        if room < arrivals:
            conn.info.pop(_ROOM, None)
            raise Full
        left = max(arrivals, min(room, _RECOUNT))
    conn.info[_ROOM] = (left - arrivals, bound)


_first = inbox.alias("first")
_retried = inbox.alias("retried")
_ready = (
    select(inbox.c.lane)
    .where(inbox.c.settled_at.is_(None), inbox.c.ready_at <= bindparam("now"))
    # A row that is tried again later holds up its own lane, and nobody else's.
    .where(
        ~exists().where(
            _retried.c.lane == inbox.c.lane,
            _retried.c.settled_at.is_(None),
            _retried.c.tries > literal_column("0"),
            _retried.c.ready_at > bindparam("now"),
        )
    )
    # One row stands for a lane, so that a flood from one address does not fill the batch.
    .where(
        ~exists().where(
            _first.c.lane == inbox.c.lane,
            _first.c.settled_at.is_(None),
            _first.c.ready_at <= bindparam("now"),
            _first.c.id < inbox.c.id,
        )
    )
    .order_by(inbox.c.ready_at, inbox.c.id)
    .limit(bindparam("most"))
)
_in_lane = (
    select(
        inbox.c.id,
        inbox.c.lane,
        inbox.c.channel,
        inbox.c.address,
        inbox.c.ordinal,
        inbox.c.tries,
        inbox.c.heard,
        inbox.c.received_at,
        func.row_number().over(partition_by=inbox.c.lane, order_by=(inbox.c.ordinal, inbox.c.id)).label("place"),
    )
    .where(
        inbox.c.settled_at.is_(None),
        inbox.c.lane.in_(bindparam("lanes", expanding=True)),
        inbox.c.ready_at <= bindparam("now"),
    )
    .subquery("in_lane")
)
_of_lanes = (
    select(_in_lane)
    .where(_in_lane.c.place <= LANE_BOUND)
    .order_by(_in_lane.c.place, _in_lane.c.lane)
    .limit(bindparam("most"))
)


async def due(conn: AsyncConnection, now: datetime, limit: int) -> list[Waiting]:
    """The due rows of the `limit` lanes that wait longest: a lane as a whole (up to `LANE_BOUND`), by (order, id).

    Behind a long queue a lane may come in parts, so that a batch has at most `limit` × 4 rows.

    Takes no lock: hold the conversations next, then ask `still_waiting`.
    """
    lanes = dict.fromkeys((await conn.execute(_ready, {"now": now, "most": limit})).scalars())
    if not lanes:
        return []
    rows = await conn.execute(_of_lanes, {"lanes": list(lanes), "now": now, "most": limit * 4})
    found: dict[bytes, list[Waiting]] = {one: [] for one in lanes}
    for row in rows:
        found[row.lane].append(
            Waiting(
                row.id,
                row.lane,
                row.channel,
                row.address,
                row.ordinal,
                row.tries,
                _heard(row.id, row.heard, row.received_at),
                row.received_at,
            )
        )
    return [one for rows_of_lane in found.values() for one in rows_of_lane]


async def unopened(conn: AsyncConnection, now: datetime, limit: int) -> list[Waiting]:
    """Due rows whose sealed content does not open: a damaged page, or a key that is gone. As rows without content.

    Asked when `due` raises `Unopened`; each is tried by itself, so that one of them stops nobody but its own lane.
    """
    lanes = list(dict.fromkeys((await conn.execute(_ready, {"now": now, "most": limit})).scalars()))
    of = inbox.c
    mine = select(of.id, of.lane, of.channel, of.ordinal, of.tries, of.received_at)
    mine = mine.where(of.settled_at.is_(None), of.lane.in_(lanes)).order_by(of.id).limit(limit * 4)
    damaged = []
    for row in (await conn.execute(mine)).all():
        try:
            (await conn.execute(select(of.address, of.heard).where(of.id == row.id))).all()
        except Unopened:
            nothing = Heard(Sort.OTHER, row.received_at)
            kept = (row.id, row.lane, row.channel, "", row.ordinal, row.tries, nothing, row.received_at)
            damaged.append(Waiting(*kept))
    return damaged


def _heard(row_id: int, data: Any, received_at: datetime) -> Heard:
    """A row written by another version, in words we do not know, is something; it must not stop everybody."""
    try:
        return record.load_heard(data)
    except (AttributeError, KeyError, TypeError, ValueError):
        _log.warning("inbox_row_unknown id=%d", row_id)
        return Heard(Sort.OTHER, received_at)


_these = (inbox.c.id.in_(bindparam("ids", expanding=True)), inbox.c.settled_at.is_(None))
_unsettled = select(inbox.c.id).where(*_these)
_settle = update(inbox).where(*_these).values(settled_at=bindparam("at"))


async def still_waiting(conn: AsyncConnection, ids: Collection[int]) -> set[int]:
    """Which of them nobody has settled meanwhile. Asked after `hold`, where several processes turn."""
    if not ids:
        return set()
    return set(await conn.scalars(_unsettled, {"ids": list(ids)}))


async def move(conn: AsyncConnection, row: Waiting, address: str) -> Waiting:
    """The row belongs to another person of the same phone: it is theirs from now on, and nobody else's."""
    moved = replace(row, lane=lane(row.channel, address), address=address)
    theirs = update(inbox).where(inbox.c.id == row.id, inbox.c.settled_at.is_(None))
    await conn.execute(theirs.values(lane=moved.lane, address=address))
    return moved


async def forget_words(conn: AsyncConnection, row: Waiting) -> Waiting:
    """The row was heard, and nobody keeps what it said."""
    heard = replace(row.heard, text=None, files=(), readings=Readings())
    await conn.execute(update(inbox).where(inbox.c.id == row.id).values(heard=record.dump(heard)))
    return replace(row, heard=replace(row.heard, text=None, files=()))


async def held_up(conn: AsyncConnection, lane: bytes) -> bool:
    """Whether a row of this lane is to be tried again: others wait for it."""
    return bool(await conn.scalar(select(exists().where(inbox.c.lane == lane, RETRIED))))


async def settle(conn: AsyncConnection, ids: Collection[int], now: datetime) -> None:
    if ids:
        await conn.execute(_settle, {"ids": list(ids), "at": now})


async def fail(conn: AsyncConnection, row_id: int, reason: str, again_at: datetime | None) -> None:
    """`reason` is a machine word. None for `again_at` parks the row: it no longer waits, and blocks nothing."""
    row = update(inbox).where(inbox.c.id == row_id, inbox.c.settled_at.is_(None))
    if again_at is None:
        when = inbox.c.ready_at  # its last try: there is no other time at hand, and only NULL or not is ever asked
        row = row.values(tries=inbox.c.tries + 1, reason=reason, settled_at=when, parked_at=when)
    else:
        row = row.values(tries=inbox.c.tries + 1, reason=reason, ready_at=again_at)
    await conn.execute(row)


async def waiting(conn: AsyncConnection, bound: int = BOUND, now: datetime | None = None) -> int:
    """How many rows wait, counted up to `bound`; with `now` only those that are due."""
    rows = select(inbox.c.id).where(inbox.c.settled_at.is_(None)).limit(bound)
    if now is not None:
        rows = rows.where(inbox.c.ready_at <= now)
    return await bounded_count(conn, rows.subquery(), bound)

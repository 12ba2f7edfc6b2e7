"""A talk as the reader of the web chat reads it: what they wrote and what we said, in one order.

The sequence number of what we say is its outbox row times `STEP`; what the person wrote stands between, counted on
from what they had read. Numbers of a talk only grow. While a message waits for its turn, an answer to an earlier one
may still come in before it, and it then gets a higher number: readers know it by its own id.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs import record
from dialogs.terms import Heard, Say, Sort
from storage import outbox as sending
from storage.tables import conversations, inbox, outbox

STEP = 10_000
AT_ONCE = 200
SHOWN = tuple(sort.value for sort in (Sort.TEXT, Sort.PRESS, Sort.COMMAND, Sort.FILE))


@dataclass(frozen=True, slots=True)
class Line:
    """One message: `say` where we spoke, `heard` where the person did. `row` is its outbox or inbox row."""

    seq: int
    row: int
    sender: str  # bot, staff, you
    say: Say | None = None
    heard: Heard | None = None
    toggled: bool = False  # it differs from the message before it only in its marks, and nothing came between


@dataclass(frozen=True, slots=True)
class Latest:
    """The newest row on either side of a talk; 0 where there is none."""

    said: int
    heard: int


_talk = select(conversations.c.id, conversations.c.person_id, conversations.c.language).where(
    conversations.c.lane == bindparam("lane")
)


@dataclass(frozen=True, slots=True)
class Talk:
    id: int
    agreed: bool
    language: str | None


async def find(conn: AsyncConnection, lane: bytes) -> Talk | None:
    row = (await conn.execute(_talk, {"lane": lane})).first()
    return None if row is None else Talk(row.id, row.person_id is not None, row.language)


_said = (
    select(outbox.c.id, outbox.c.say, outbox.c.sender, outbox.c.inbox_id, outbox.c.toggles)
    .where(
        outbox.c.conversation_id == bindparam("talk"),
        outbox.c.action == "say",
        or_(outbox.c.settled_at.is_(None), outbox.c.state.in_(("sent", "seen"))),
    )
    .limit(bindparam("most"))
)
_said_after = _said.where(outbox.c.id > bindparam("row")).order_by(outbox.c.id)
_said_before = _said.where(outbox.c.id <= bindparam("row")).order_by(outbox.c.id.desc())
_heard_after = (
    select(inbox.c.id, inbox.c.heard, inbox.c.sort)
    .where(inbox.c.lane == bindparam("lane"), inbox.c.id > bindparam("row"), inbox.c.sort.in_(SHOWN))
    .order_by(inbox.c.id)
    .limit(bindparam("most"))
)
_answered = (
    select(outbox.c.inbox_id)
    .where(
        outbox.c.conversation_id == bindparam("talk"),
        outbox.c.id <= bindparam("row"),
        outbox.c.inbox_id.is_not(None),
    )
    .order_by(outbox.c.id.desc())
    .limit(1)
)


async def after(conn: AsyncConnection, lane: bytes, seq: int) -> list[Line]:
    """Up to about `AT_ONCE` messages after `seq`, in order; ask again until there are none."""
    talk = await find(conn, lane)
    if talk is None:
        return []
    row, count = divmod(seq, STEP)
    of = {"talk": talk.id, "row": row, "most": AT_ONCE}
    said = list(await conn.execute(_said_after, of))
    answered = await conn.scalar(_answered, {"talk": talk.id, "row": row}) or 0
    heard = list(await conn.execute(_heard_after, {"lane": lane, "row": answered, "most": AT_ONCE + count}))
    if len(heard) == AT_ONCE + count:  # there are more: what was said after the last of them comes next time
        said = [one for one in said if (one.inbox_id or 0) <= heard[-1].id]
    elif len(said) == AT_ONCE:
        last = max((one.inbox_id or 0 for one in said), default=0)
        heard = [one for one in heard if one.id <= last]
    pressed = all(one.sort == Sort.PRESS for one in heard[:count])
    return _merged(said, heard[count:], row, count, pressed)


def _merged(said: list[Any], heard: list[Any], row: int, count: int, pressed: bool) -> list[Line]:
    """Each message of the person's stands before the answer to it, and a message may have no answer.

    `pressed`: whether nothing but presses came since we spoke last.
    """
    lines: list[Line] = []
    for one in said:
        while heard and heard[0].id <= (one.inbox_id or 0):
            count += 1
            pressed = pressed and heard[0].sort == Sort.PRESS
            lines.append(_own(heard.pop(0), row, count))
        toggled = one.toggles and pressed and row > 0
        row, count, pressed = one.id, 0, True
        lines.append(Line(row * STEP, row, one.sender, say=record.load_say(one.say), toggled=toggled))
    lines += (_own(one, row, count + place) for place, one in enumerate(heard, 1))
    return lines


def _own(one: Any, row: int, count: int) -> Line:
    return Line(row * STEP + count, one.id, "you", heard=record.load_heard(one.heard))


async def said_before(conn: AsyncConnection, lane: bytes, seq: int, limit: int) -> list[Say]:
    """What we said last up to `seq`, newest first: the buttons that may have been pressed."""
    talk = await find(conn, lane)
    if talk is None:
        return []
    rows = await conn.execute(_said_before, {"talk": talk.id, "row": seq // STEP, "most": limit})
    return [record.load_say(row.say) for row in rows]


async def seen(conn: AsyncConnection, lane: bytes, seq: int, now: datetime) -> None:
    """The reader has everything up to `seq`."""
    talk = await find(conn, lane)
    if talk is not None:
        await sending.seen(conn, talk.id, seq // STEP, now)


_newest = select(
    conversations.c.lane,
    select(outbox.c.id)
    .where(outbox.c.conversation_id == conversations.c.id)
    .order_by(outbox.c.id.desc())
    .limit(1)
    .scalar_subquery()
    .label("said"),
    select(inbox.c.id)
    .where(inbox.c.lane == conversations.c.lane)
    .order_by(inbox.c.id.desc())
    .limit(1)
    .scalar_subquery()
    .label("heard"),
).where(conversations.c.lane.in_(bindparam("lanes", expanding=True)))


async def latest(conn: AsyncConnection, lanes: Collection[bytes]) -> dict[bytes, Latest]:
    """Where these talks stand now; a talk that does not exist yet is missing."""
    found = {}
    for row in await conn.execute(_newest, {"lanes": list(lanes)}):
        found[bytes(row.lane)] = Latest(row.said or 0, row.heard or 0)
    return found

"""Who wishes to be told by e-mail that there is something new in their web chat.

An address that was left is asked first: nothing else is sent to it before its holder said that it is theirs.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import sealed
from storage.tables import conversations, outbox
from storage.tables_web import web_notices as table

UNCONFIRMED = timedelta(days=2)
"""How long the link in the question works. An address that nobody confirmed goes then."""


@dataclass(frozen=True, slots=True)
class Question:
    """A mail that asks whether the address is theirs. `confirm` is the word in its link."""

    id: int
    email: str
    confirm: str
    language: str


@dataclass(frozen=True, slots=True)
class Due:
    """A mail to write. `stop` is the word in the link that ends them."""

    id: int
    email: str
    stop: str
    language: str
    newest: int


async def leave(conn: AsyncConnection, lane: bytes, conversation_id: int, email: str, language: str) -> None:
    """This address is told of what is new, once it is confirmed; an empty one ends it."""
    await conn.execute(delete(table).where(table.c.lane == lane))
    if not email:
        return
    newest = await conn.scalar(select(func.max(outbox.c.id)).where(outbox.c.conversation_id == conversation_id))
    word = secrets.token_urlsafe(24)
    row = {"lane": lane, "email": email, "stop": word, "stop_hash": _hash(word), "language": language}
    await conn.execute(insert(table).values(**row, told=newest or 0))


async def stop(conn: AsyncConnection, word: str) -> bool:
    """Whether the word of a link ended something."""
    result = await conn.execute(delete(table).where(table.c.stop_hash == _hash(word)))
    return result.rowcount > 0


async def take_questions(conn: AsyncConnection, now: datetime, limit: int) -> list[Question]:
    """Whoever was not asked yet. They count as asked now: a word that is lost on its way opens nothing."""
    unasked = select(table.c.id, table.c.email, table.c.language).where(table.c.asked_at.is_(None))
    taken = []
    for row in (await conn.execute(unasked.order_by(table.c.id).limit(limit))).all():
        word = secrets.token_urlsafe(24)
        mine = update(table).where(table.c.id == row.id, table.c.asked_at.is_(None))
        result = await conn.execute(mine.values(asked_at=now, confirm_hash=_confirm_hash(word)))
        if result.rowcount > 0:
            taken.append(Question(row.id, row.email, word, row.language))
    return taken


async def confirm(conn: AsyncConnection, word: str, now: datetime) -> bool:
    """Whether the word of a link stood for an address that waited for it. It does so once."""
    asked = update(table).where(table.c.confirm_hash == _confirm_hash(word), table.c.asked_at > now - UNCONFIRMED)
    result = await conn.execute(asked.values(confirmed_at=now, confirm_hash=None))
    return result.rowcount > 0


async def sweep(conn: AsyncConnection, now: datetime) -> int:
    """Addresses that nobody confirmed in time. Gives how many."""
    late = table.c.asked_at <= now - UNCONFIRMED
    return (await conn.execute(delete(table).where(table.c.confirmed_at.is_(None), late))).rowcount


# Unread, older than the moment in which an open page would have shown it, and no mail was sent since the last reading.
_unread = outbox.alias("unread")
_due = (
    select(table.c.id, table.c.email, table.c.stop, table.c.language, func.max(_unread.c.id).label("newest"))
    .join_from(table, conversations, conversations.c.lane == table.c.lane)
    .join(_unread, _unread.c.conversation_id == conversations.c.id)
    .where(
        table.c.confirmed_at.is_not(None),
        _unread.c.settled_at.is_(None),
        _unread.c.action == "say",
        _unread.c.ready_at <= bindparam("before"),
    )
    .group_by(table.c.id, table.c.email, table.c.stop, table.c.language)
    .having(func.min(_unread.c.id) > table.c.told)
    .order_by(table.c.id)
    .limit(bindparam("most"))
)


async def take_due(conn: AsyncConnection, before: datetime, limit: int) -> list[Due]:
    """Whoever has unread messages from before that time and was not told of any of them. They count as told now.

    One unread message told of is enough: the next mail comes after they have read.
    """
    rows = (await conn.execute(_due, {"before": before, "most": limit})).all()
    return [Due(row.id, row.email, row.stop, row.language, row.newest) for row in rows if await _take(conn, row)]


async def _take(conn: AsyncConnection, row: Any) -> bool:
    """Whether this process is the one that writes the mail."""
    result = await conn.execute(
        update(table).where(table.c.id == row.id, table.c.told < row.newest).values(told=row.newest)
    )
    return result.rowcount > 0


def _hash(word: str) -> bytes:
    return sealed.current().hash("stop", word)


def _confirm_hash(word: str) -> bytes:
    return sealed.current().hash("confirm", word)

"""What opens a talk in a browser: a cookie, and a code that one keeps on paper.

Both are random, and only their keyed hashes are stored, beside the sealed address of the talk that they open.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs import record
from dialogs.terms import Heard, Sort
from storage import desk_talks, notices, sealed
from storage.inbox import Arrival, lane, put
from storage.tables import conversations
from storage.tables_web import web_doors as table
from storage.tables_web import web_notices, web_uploads

CHANNEL = "web"

UNUSED = timedelta(days=1)
"""How long a cookie lasts with which nobody wrote anything."""

LASTS = timedelta(days=180)
"""How long a cookie lasts after the latest message, and a code after it was made."""

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # that of the references: 32 signs that nobody confuses
GROUPS, GROUP = 4, 4

LINK = timedelta(minutes=15)
"""How long a link from a messenger can be opened (R-29)."""

_FRESH = timedelta(days=1)  # a cookie is prolonged once a day, not at each message


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever comes through a door: the talk that it opens, and until when."""

    address: str
    lane: bytes
    until: datetime


async def new_visitor(conn: AsyncConnection, now: datetime) -> str:
    """A door to a talk that does not exist yet. Gives the cookie, 192 random bits."""
    [cookie] = await new_visitors(conn, 1, now)
    return cookie


async def new_visitors(conn: AsyncConnection, count: int, now: datetime) -> list[str]:
    """As many doors at once."""
    cookies = [secrets.token_urlsafe(24) for _ in range(count)]
    addresses = [secrets.token_urlsafe(18) for _ in cookies]
    doors = [
        _door("cookie", cookie, lane(CHANNEL, address), address, now + UNUSED)
        for cookie, address in zip(cookies, addresses, strict=True)
    ]
    await conn.execute(insert(table), doors)
    return cookies


async def visitor(conn: AsyncConnection, cookie: str, now: datetime) -> Visitor | None:
    """None where the cookie opens nothing (any more)."""
    row = (await conn.execute(_opens("cookie", cookie, now))).first()
    return None if row is None else Visitor(row.address, row.lane, row.until)


def wants_keeping(found: Visitor, now: datetime) -> bool:
    """Whether `keep` would prolong it."""
    return found.until < now + LASTS - _FRESH


async def keep(conn: AsyncConnection, cookie: str, now: datetime) -> None:
    """Somebody writes here: the cookie lasts."""
    await conn.execute(update(table).where(table.c.hash == _hash("cookie", cookie)).values(until=now + LASTS))


async def close(conn: AsyncConnection, cookie: str) -> None:
    """The cookie opens nothing any more. The talk stays."""
    await conn.execute(delete(table).where(table.c.hash == _hash("cookie", cookie)))


async def new_code(conn: AsyncConnection, of: Visitor, now: datetime) -> str:
    """Sixteen signs (80 bits) in groups of four that open this talk again. The one made before opens nothing."""
    drawn = ["".join(secrets.choice(ALPHABET) for _ in range(GROUP)) for _ in range(GROUPS)]
    await conn.execute(delete(table).where(table.c.lane == of.lane, table.c.sort == "code"))
    await _add(conn, "code", "".join(drawn), of.lane, of.address, now + LASTS)
    return "-".join(drawn)


async def open_by_code(conn: AsyncConnection, typed: str, now: datetime) -> str | None:
    """A cookie for the talk of this code, however it was typed; None where there is none.

    A talk that was written down at the desk is from then on one of the web chat, and the person's own. Raises
    `Unavailable` while something of it waits for its turn.
    """
    code = re.sub(r"[\s\W_]+", "", typed).upper()
    if len(code) != GROUPS * GROUP:
        return None
    row = (await conn.execute(_opens("code", code, now))).first()
    if row is None:
        return None
    if bytes(row.lane) != lane(CHANNEL, row.address):
        new = await desk_talks.hand_over(conn, bytes(row.lane), row.address, now)
        await conn.execute(update(table).where(table.c.lane == row.lane).values(lane=new))
    return await _add_cookie(conn, row.address, now + LASTS)


@dataclass(frozen=True, slots=True)
class Linked:
    """What a link leads from: a talk on a messenger, and the draft of the form that goes on, if one does.

    `page` is the address of the talk that it leads to, where that was begun before.
    """

    channel: str
    address: str
    draft: int | None
    language: str | None
    page: str | None


async def new_link(conn: AsyncConnection, channel: str, address: str, draft: int | None, now: datetime) -> str:
    """A token, 192 random bits, that leads to the person's talk in a browser, once, and takes this form along.

    The one made before opens nothing.
    """
    of = lane(channel, address)
    await conn.execute(delete(table).where(table.c.lane == of, table.c.sort == "link"))
    token = secrets.token_urlsafe(24)
    row = {"sort": "link", "hash": _hash("link", token), "lane": of, "address": address, "draft": draft}
    await conn.execute(insert(table).values(**row, until=now + LINK))
    return token


async def linked(conn: AsyncConnection, token: str, now: datetime) -> Linked | None:
    """Where the link leads from; None where it has been opened, or is too old. Looking does not spend it."""
    found = _opens("link", token, now).add_columns(
        conversations.c.channel, conversations.c.language, conversations.c.state
    )
    row = (await conn.execute(found.join(conversations, conversations.c.lane == table.c.lane))).first()
    if row is None:
        return None
    return Linked(row.channel, row.address, row.draft, row.language, record.load_conversation(row.state).page)


async def spend_link(conn: AsyncConnection, token: str, now: datetime) -> str | None:
    """Opens the link: gives a cookie for the talk in which the form goes on with the next turn; else None."""
    of = await linked(conn, token, now)
    spent = await conn.execute(delete(table).where(table.c.hash == _hash("link", token)))
    if of is None or spent.rowcount != 1:
        return None
    address = of.page or secrets.token_urlsafe(18)
    if of.draft is not None:
        heard = Heard(Sort.MOVE, now, address, subject=str(of.draft))
        await put(conn, [Arrival(of.channel, of.address, f"move:{token}", 0, heard)], now)
    return await _add_cookie(conn, address, now + LASTS)


async def forget(conn: AsyncConnection, lanes: Collection[bytes], now: datetime) -> None:
    """The people of these lanes are forgotten. The browser keeps its way in for a day: the farewell is read there."""
    for those in (web_uploads, web_notices):
        await conn.execute(delete(those).where(those.c.lane.in_(lanes)))
    await conn.execute(delete(table).where(table.c.lane.in_(lanes), table.c.sort.in_(("code", "link"))))
    later = now + UNUSED
    await conn.execute(update(table).where(table.c.lane.in_(lanes), table.c.until > later).values(until=later))


async def sweep(conn: AsyncConnection, now: datetime) -> int:
    """What has stood its time. Gives how many."""
    over = [delete(those).where(those.c.until <= now) for those in (table, web_uploads)]
    return sum([(await conn.execute(statement)).rowcount for statement in over]) + await notices.sweep(conn, now)


async def _add_cookie(conn: AsyncConnection, address: str, until: datetime) -> str:
    cookie = secrets.token_urlsafe(24)
    await _add(conn, "cookie", cookie, lane(CHANNEL, address), address, until)
    return cookie


async def _add(conn: AsyncConnection, sort: str, secret: str, of: bytes, address: str, until: datetime) -> None:
    await conn.execute(insert(table).values(_door(sort, secret, of, address, until)))


def _door(sort: str, secret: str, of: bytes, address: str, until: datetime) -> dict[str, Any]:
    return {"sort": sort, "hash": _hash(sort, secret), "lane": of, "address": address, "until": until}


def _opens(sort: str, secret: str, now: datetime) -> Select[Any]:
    return select(table).where(table.c.hash == _hash(sort, secret), table.c.until > now)


def _hash(sort: str, secret: str) -> bytes:
    return sealed.current().hash("door", sort, secret)

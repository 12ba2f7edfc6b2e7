"""How often a password may be guessed: so seldom that nobody finds one, and so that no outsider locks anybody out.

A browser in which somebody has signed in keeps a word by which it is known again for that account, and counts by
itself (OWASP: device cookies). All others are strangers. Ten wrong passwords within 15 minutes stop one account at one
address, or one known browser; strangers together get 50 for an account, so an attack from many addresses makes 4,800 a
day at most, against passwords of 12 signs; an address gets 200, for an office stands behind one. While strangers have
used up an account's tries, its owner signs in from a known browser, or by a link.
"""

from __future__ import annotations

import hmac
import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import sealed
from storage.database import bounded_count
from storage.staff import TRIES_LAST, normal
from storage.tables_staff import staff_tries

MOST = 10
MOST_BY_STRANGERS = 50
MOST_AT_ADDRESS = 200

KNOWN_LASTS = timedelta(days=180)
"""How long a browser keeps its word."""


def known_word(email: str) -> str:
    """A fresh word by which a browser is known again for this account."""
    nonce = secrets.token_urlsafe(12)
    return f"{nonce}.{_signed(email, nonce)}"


def _signed(email: str, nonce: str) -> str:
    return sealed.current().hash("known browser", normal(email), nonce).hex()


def _keys(email: str, address: str, word: str) -> dict[str, int]:
    """What a try counts for, and how often it may."""
    nonce, _, signed = word.partition(".")
    if hmac.compare_digest(signed.encode(), _signed(email, nonce).encode()):
        return {f"browser {normal(email)} {nonce}": MOST}
    return {
        f"account {normal(email)} {address}": MOST,
        f"strangers {normal(email)}": MOST_BY_STRANGERS,
        f"address {address}": MOST_AT_ADDRESS,
    }


async def refused(conn: AsyncConnection, email: str, address: str, word: str, now: datetime) -> bool:
    """Whether no password may be tried now for this account, from this address, in the browser with this word."""
    for key, most in _keys(email, address, word).items():
        recent = (staff_tries.c.key_hash == _hash(key), staff_tries.c.tried_at > now - TRIES_LAST)
        some = select(staff_tries.c.id).where(*recent).limit(most).subquery()
        if await bounded_count(conn, some, most) >= most:
            return True
    return False


async def wrong(conn: AsyncConnection, email: str, address: str, word: str, now: datetime) -> None:
    """Counts a try."""
    rows = [{"key_hash": _hash(key), "tried_at": now} for key in _keys(email, address, word)]
    await conn.execute(insert(staff_tries), rows)


async def right(conn: AsyncConnection, email: str, address: str, word: str) -> None:
    """What went before here was this person's own. Tries of strangers elsewhere stay counted."""
    own = next(iter(_keys(email, address, word)))
    await conn.execute(delete(staff_tries).where(staff_tries.c.key_hash == _hash(own)))


def _hash(key: str) -> bytes:
    return sealed.current().hash("staff try", key)

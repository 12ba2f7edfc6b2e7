"""That somebody who has gone had agreed: what stays of the record of a consent (R-03) for three years (R-16).

Whoever kept something about a person must be able to show that they agreed (Art. 7(1) GDPR), also after the person has
deleted everything (Art. 17(3)(e)). So each yes and no stays with its purpose, the hash of the words that were read,
language, channel, way and day. It has no key to anything else, and says nothing about what was told. It is found by
whoever knows the address: the person, who tells it when they ask or complain.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import keeping, sealed
from storage.database import insert_all
from storage.inbox import lane
from storage.tables import consents
from storage.tables_retention import consent_proofs as table

KEPT = timedelta(days=3 * 365)
SLICE = 200


@dataclass(frozen=True, slots=True)
class Proof:
    """`text_sha256` is that of the words which the person read."""

    purpose: str
    given: bool
    text_sha256: bytes
    language: str
    method: str
    day: datetime


async def keep(conn: AsyncConnection, person: int, lanes: Collection[bytes], now: datetime) -> None:
    """The consents of a person who goes become proofs, found by each of their addresses."""
    rows = (await conn.execute(select(consents).where(consents.c.person_id == person).order_by(consents.c.id))).all()
    made = [
        {
            "who": _who(one),
            "purpose": row.purpose,
            "given": row.given,
            "text_sha256": row.text_sha256,
            "language": row.language,
            "channel": row.channel,
            "method": row.method,
            "day": keeping.day(row.created_at),
            "until": keeping.midnight(now + KEPT),
        }
        for one in lanes
        for row in rows
    ]
    await insert_all(conn, insert(table), made)
    await conn.execute(delete(consents).where(consents.c.person_id == person))


async def of(conn: AsyncConnection, channel: str, address: str) -> list[Proof]:
    """What whoever had this address agreed to and refused, before they went; the oldest first."""
    columns = [table.c[name] for name in ("purpose", "given", "text_sha256", "language", "method", "day")]
    rows = await conn.execute(select(*columns).where(table.c.who == _who(lane(channel, address))).order_by(table.c.id))
    return [Proof(*row) for row in rows]


async def sweep(conn: AsyncConnection, now: datetime) -> int:
    """Those whose time is up, a slice of them. Gives how many."""
    due = select(table.c.id).where(table.c.until <= now).order_by(table.c.until).limit(SLICE)
    return (await conn.execute(delete(table).where(table.c.id.in_(due)))).rowcount


def _who(of_lane: bytes) -> bytes:
    return sealed.current().hash("proof", of_lane.hex())

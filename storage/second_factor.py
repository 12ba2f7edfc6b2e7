"""A second factor for staff: six digits from a program on a phone (TOTP, RFC 6238), or one of ten codes on paper.

A number counts once, and 30 seconds before and after its time, since clocks differ. After five wrong ones in a row each
further one costs a wait that doubles, a day at most: 30 wrong ones take three weeks, of a million that are possible.
"""

from __future__ import annotations

import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import sealed
from storage.database import insert_or_ignore
from storage.tables_staff import staff_factors as table
from storage.tables_staff import staff_recovery_codes as codes_table

Rule = Literal["off", "optional", "required"]

DEMANDED = frozenset({"coordinator", "administrator", "data-protection-officer"})
"""Roles that ask for it where the rule is `optional`: they see most, or decide who does."""

SECRET_BYTES = 20  # RFC 4226, 4: as long as the hash
DIGITS = 6
STEP = 30  # seconds
DRIFT = 1  # steps to either side
FREE = 5
"""Wrong numbers in a row before the waits begin."""

LONGEST_WAIT = timedelta(days=1)
BEGUN_LASTS = timedelta(minutes=10)
CODES = 10
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


class Wait(Exception):
    """Too many wrong numbers: none is looked at before `until`."""

    def __init__(self, until: datetime) -> None:
        super().__init__("too many wrong numbers")
        self.until = until


@dataclass(frozen=True, slots=True)
class Factor:
    """`confirmed_at` None: begun, and not in use. `codes`: those on paper that are left."""

    confirmed_at: datetime | None
    codes: int


def demanded(rule: str, roles: frozenset[str]) -> bool:
    """Whether somebody in these roles has to have one. The rule beats what a role asks."""
    return rule == "required" or (rule == "optional" and bool(roles & DEMANDED))


async def of(conn: AsyncConnection, staff_id: int) -> Factor | None:
    confirmed = select(table.c.confirmed_at).where(table.c.staff_id == staff_id)
    row = (await conn.execute(confirmed)).first()
    left = select(func.count()).where(codes_table.c.staff_id == staff_id, codes_table.c.spent_at.is_(None))
    return None if row is None else Factor(row.confirmed_at, int(await conn.scalar(left) or 0))


async def begin(conn: AsyncConnection, staff_id: int, now: datetime) -> bytes:
    """The secret to be scanned: the same for ten minutes, or until a number of it has come."""
    old = (table.c.staff_id == staff_id, table.c.confirmed_at.is_(None), table.c.created_at <= now - BEGUN_LASTS)
    await conn.execute(delete(table).where(*old))
    fresh = {"staff_id": staff_id, "secret": secrets.token_bytes(SECRET_BYTES), "created_at": now}
    await conn.execute(insert_or_ignore(conn, table).values(**fresh))
    secret: bytes = (await conn.execute(select(table.c.secret).where(table.c.staff_id == staff_id))).scalar_one()
    return secret


def address(secret: bytes, email: str, organisation: str) -> str:
    """What the picture holds that such a program reads: `otpauth://totp/…`."""
    return _totp(secret).get_provisioning_uri(email, organisation)


async def confirm(conn: AsyncConnection, staff_id: int, number: str, now: datetime) -> list[str] | None:
    """The first number puts it in use, and gives the codes for paper. None for a wrong one. Raises `Wait`."""
    if not await accepts(conn, staff_id, number, now):
        return None
    await conn.execute(update(table).where(table.c.staff_id == staff_id).values(confirmed_at=now))
    return await fresh_codes(conn, staff_id)


async def fresh_codes(conn: AsyncConnection, staff_id: int) -> list[str]:
    """Ten codes, as `7KM4Q-XN2PV`, in place of all there were. Each signs in once."""
    await conn.execute(delete(codes_table).where(codes_table.c.staff_id == staff_id))
    drawn = ["".join(secrets.choice(ALPHABET) for _ in range(10)) for _ in range(CODES)]
    await conn.execute(
        insert(codes_table), [{"staff_id": staff_id, "code_hash": _hash(staff_id, code)} for code in drawn]
    )
    return [f"{code[:5]}-{code[5:]}" for code in drawn]


async def accepts(conn: AsyncConnection, staff_id: int, written: str, now: datetime) -> bool:
    """Whether this is a number of now that was not used yet, or a code that is left; either is used up by it.

    Raises `Wait`. A code is looked at all the same: nobody guesses one of 2⁵⁰.
    """
    plain = re.sub(r"[\s-]", "", written).upper()
    if len(plain) == 10 and await _spend(conn, staff_id, plain, now):
        await conn.execute(update(table).where(table.c.staff_id == staff_id).values(wrong=0))
        return True
    row = (await conn.execute(select(table).where(table.c.staff_id == staff_id).with_for_update())).first()
    if row is None:
        return False
    until = _until(row)
    if until is not None and now < until:
        raise Wait(until)
    step = _step(row.secret, plain, now)
    fits = step is not None and step > row.last_step
    values = {"wrong": 0, "last_step": step} if fits else {"wrong": row.wrong + 1, "wrong_at": now}
    await conn.execute(update(table).where(table.c.staff_id == staff_id).values(**values))
    return fits


async def forget(conn: AsyncConnection, staff_id: int) -> bool:
    """It is set up anew at the next sign-in, if it is asked for. False where there was none."""
    await conn.execute(delete(codes_table).where(codes_table.c.staff_id == staff_id))
    return (await conn.execute(delete(table).where(table.c.staff_id == staff_id))).rowcount > 0


async def _spend(conn: AsyncConnection, staff_id: int, code: str, now: datetime) -> bool:
    mine = (codes_table.c.code_hash == _hash(staff_id, code), codes_table.c.spent_at.is_(None))
    return (await conn.execute(update(codes_table).where(*mine).values(spent_at=now))).rowcount == 1


def _until(row: Any) -> datetime | None:
    if row.wrong < FREE or row.wrong_at is None:
        return None
    at: datetime = row.wrong_at
    return at + min(timedelta(minutes=2 ** min(row.wrong - FREE, 11)), LONGEST_WAIT)


def _step(secret: bytes, written: str, now: datetime) -> int | None:
    """The step whose number this is; None for none near now."""
    present = int(now.timestamp()) // STEP
    for step in range(present - DRIFT, present + DRIFT + 1):
        if hmac.compare_digest(_totp(secret).generate(step * STEP), written.encode()):
            return step
    return None


def _totp(secret: bytes) -> TOTP:
    # The programs on phones know no other hash; as a keyed one it is not broken (RFC 6238, 1.2).
    return TOTP(secret, DIGITS, SHA1(), STEP)  # noqa: S303


def _hash(staff_id: int, code: str) -> bytes:
    return sealed.current().hash("recovery code", str(staff_id), code)

"""Staff: who they are, how they sign in, and how long that lasts. Of every token only a keyed hash is kept."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import sealed
from storage.database import insert_all, insert_or_ignore
from storage.places import Placed, placed
from storage.tables import staff as table
from storage.tables_staff import staff_links, staff_places, staff_sessions, staff_tries

ROLES = ("reader", "caseworker", "coordinator", "analyst", "administrator", "data-protection-officer")
"""domain.md R-15. Somebody may have several: they stand in one text, joined by commas."""

FIRST_EMAIL = "first@localhost"
FIRST_ROLE = "administrator,caseworker"

LINK_LASTS = timedelta(minutes=15)
IDLE = timedelta(minutes=30)
SESSION_LASTS = timedelta(hours=12)
MOST_SESSIONS = 50
TOUCH = timedelta(minutes=1)
"""A session is written to at most so often, although every page is a sign of life."""

HALF_LASTS = timedelta(minutes=10)
"""How long the second factor may take, after password or link."""

TRIES_LAST = timedelta(minutes=15)
"""See `storage.guessing`."""


class Exists(Exception):
    """There is somebody with this address already."""


class UnknownRole(ValueError):
    """Not one of `ROLES`."""


@dataclass(frozen=True, slots=True)
class Staff:
    id: int
    email: str
    role: str
    language: str | None
    password_hash: str | None = field(repr=False)
    created_at: datetime
    signed_in_at: datetime | None
    disabled_at: datetime | None
    organisation_id: int = 0
    safeguarding: bool = False

    @property
    def roles(self) -> frozenset[str]:
        return frozenset(self.role.split(","))


@dataclass(frozen=True, slots=True)
class Session:
    """`csrf` is one value for the whole session. It ends at `idle_until` unless touched, at `until` anyway."""

    id: int
    staff: Staff
    csrf: str = field(repr=False)
    seen_at: datetime
    idle_until: datetime
    until: datetime
    wants: str | None = None  # code, enrolment: what is missing until somebody is really in
    device: str | None = None

    def wants_touch(self, now: datetime) -> bool:
        return now - self.seen_at >= TOUCH


# -- people at work -------------------------------------------------------------------------------


async def add(conn: AsyncConnection, email: str, role: str, now: datetime) -> int:
    """Gives the new id. `role` is one of `ROLES`, or several joined by commas. Raises `Exists`, `UnknownRole`."""
    made = await conn.execute(
        insert_or_ignore(conn, table)
        .values(email=normal(email), role=_several(role), created_at=now)
        .returning(table.c.id)
    )
    staff_id: int | None = made.scalar()
    if staff_id is None:
        raise Exists
    return staff_id


def normal(email: str) -> str:
    """The one form in which an address is kept and compared."""
    return email.strip().lower()


_COLUMNS: tuple[Any, ...] = (
    table.c.id,
    table.c.email,
    table.c.role,
    table.c.language,
    table.c.password_hash,
    table.c.created_at,
    table.c.signed_in_at,
    table.c.disabled_at,
    table.c.organisation_id,
    table.c.safeguarding,
)


async def by_email(conn: AsyncConnection, email: str) -> Staff | None:
    row = (await conn.execute(select(*_COLUMNS).where(table.c.email == normal(email)))).first()
    return None if row is None else Staff(*row)


async def by_id(conn: AsyncConnection, staff_id: int) -> Staff | None:
    row = (await conn.execute(select(*_COLUMNS).where(table.c.id == staff_id))).first()
    return None if row is None else Staff(*row)


async def active(conn: AsyncConnection, limit: int = 500) -> list[Staff]:
    """Everybody who may be given something to do, by address."""
    rows = await conn.execute(
        select(*_COLUMNS).where(table.c.disabled_at.is_(None)).order_by(table.c.email).limit(limit)
    )
    return [Staff(*row) for row in rows]


async def everybody(conn: AsyncConnection) -> list[Staff]:
    """Every account, disabled ones too, by address."""
    return [Staff(*row) for row in await conn.execute(select(*_COLUMNS).order_by(table.c.email))]


async def set_password_hash(conn: AsyncConnection, staff_id: int, password_hash: str) -> None:
    """See `storage.passwords`. Sessions that are open stay open."""
    await conn.execute(update(table).where(table.c.id == staff_id).values(password_hash=password_hash))


async def set_language(conn: AsyncConnection, staff_id: int, language: str) -> None:
    await conn.execute(update(table).where(table.c.id == staff_id).values(language=language))


async def set_roles(conn: AsyncConnection, staff_id: int, role: str) -> None:
    """In place of all there were: one of `ROLES`, or several joined by commas. Raises `UnknownRole`."""
    await conn.execute(update(table).where(table.c.id == staff_id).values(role=_several(role)))


def _several(role: str) -> str:
    roles = [one.strip() for one in role.split(",")]
    if not set(roles) <= set(ROLES):
        raise UnknownRole(role)
    return ",".join(dict.fromkeys(roles))


async def move(conn: AsyncConnection, staff_id: int, organisation_id: int) -> None:
    """To another organisation; the places stay behind."""
    await conn.execute(update(table).where(table.c.id == staff_id).values(organisation_id=organisation_id))
    await set_places(conn, staff_id, ())


async def set_places(conn: AsyncConnection, staff_id: int, places: Collection[str | Placed]) -> None:
    """In place of all there were. None: the whole organisation."""
    await conn.execute(delete(staff_places).where(staff_places.c.staff_id == staff_id))
    named = {place.hashed: " ".join(place.name.split()) for place in map(placed, places)}
    rows = [{"staff_id": staff_id, "place_hash": hashed, "place": place} for hashed, place in named.items()]
    await insert_all(conn, insert(staff_places), rows)


async def places_of(conn: AsyncConnection, staff_id: int) -> list[str]:
    return sorted(await conn.scalars(select(staff_places.c.place).where(staff_places.c.staff_id == staff_id)))


async def name_for_safeguarding(conn: AsyncConnection, staff_id: int, named: bool) -> None:
    """Whether they see cases of safeguarding (R-41)."""
    await conn.execute(update(table).where(table.c.id == staff_id).values(safeguarding=named))


async def enable(conn: AsyncConnection, staff_id: int) -> None:
    await conn.execute(update(table).where(table.c.id == staff_id).values(disabled_at=None))


async def disable(conn: AsyncConnection, staff_id: int, now: datetime) -> None:
    """Nobody signs in with this account any more, and whoever is signed in is not."""
    await conn.execute(
        update(table).where(table.c.id == staff_id, table.c.disabled_at.is_(None)).values(disabled_at=now)
    )
    await conn.execute(delete(staff_sessions).where(staff_sessions.c.staff_id == staff_id))
    await conn.execute(delete(staff_links).where(staff_links.c.staff_id == staff_id))


# -- one-time links -------------------------------------------------------------------------------


async def make_link(conn: AsyncConnection, staff_id: int, now: datetime) -> str:
    """A token that signs in once, within 15 minutes."""
    token = secrets.token_urlsafe(32)
    await conn.execute(
        insert(staff_links).values(staff_id=staff_id, token_hash=_hash("link", token), until=now + LINK_LASTS)
    )
    return token


async def link_holder(conn: AsyncConnection, token: str, now: datetime) -> Staff | None:
    """Whose link it is, while it can be spent. Does not spend it: programs that look at links beforehand do no harm."""
    row = (
        await conn.execute(
            select(*_COLUMNS)
            .join_from(staff_links, table, table.c.id == staff_links.c.staff_id)
            .where(*_spendable(token, now), table.c.disabled_at.is_(None))
        )
    ).first()
    return None if row is None else Staff(*row)


async def spend_link(conn: AsyncConnection, token: str, now: datetime) -> Staff | None:
    """Spends the link. None where it was spent before, is too old, or never was."""
    spent = await conn.execute(
        update(staff_links).where(*_spendable(token, now)).values(spent_at=now).returning(staff_links.c.staff_id)
    )
    staff_id = spent.scalar()
    found = None if staff_id is None else await by_id(conn, staff_id)
    return None if found is None or found.disabled_at is not None else found


def _spendable(token: str, now: datetime) -> tuple[Any, ...]:
    return (
        staff_links.c.token_hash == _hash("link", token),
        staff_links.c.spent_at.is_(None),
        staff_links.c.until > now,
    )


async def first_link(conn: AsyncConnection, now: datetime) -> str | None:
    """A link for a first account with every right, while nobody has ever signed in; else None."""
    if await conn.scalar(select(table.c.id).where(table.c.signed_in_at.is_not(None)).limit(1)) is not None:
        return None
    first = await by_email(conn, FIRST_EMAIL)
    if first is None and await conn.scalar(select(table.c.id).limit(1)) is not None:
        return None  # `sempre staff add` was here before: its link is the way in
    try:
        staff_id = await add(conn, FIRST_EMAIL, FIRST_ROLE, now) if first is None else first.id
    except Exists:  # by another process that starts in the same moment
        return await first_link(conn, now)
    return await make_link(conn, staff_id, now)


# -- sessions -------------------------------------------------------------------------------------


async def open_session(
    conn: AsyncConnection, staff_id: int, now: datetime, *, wants: str | None = None, device: str | None = None
) -> tuple[str, str]:
    """Gives the token for the cookie, and the csrf value. `device`: roughly which, as "Firefox, Linux".

    `wants` (code, enrolment) is what is missing of the second factor: with it one is not in yet, for 10 minutes.
    """
    token = secrets.token_urlsafe(32)
    values = {"staff_id": staff_id, "token_hash": _hash("session", token), "created_at": now, "seen_at": now}
    await conn.execute(insert(staff_sessions).values(**values, wants=wants, device=device))
    if wants is None:
        await conn.execute(update(table).where(table.c.id == staff_id).values(signed_in_at=now))
    return token, _csrf(token)


async def session(conn: AsyncConnection, token: str, now: datetime) -> Session | None:
    """The session, if it has not ended. Only reads: `touch` it where it `wants_touch`."""
    row = (
        await conn.execute(
            select(
                staff_sessions.c.id.label("session_id"), staff_sessions.c.created_at.label("began"),
                staff_sessions.c.seen_at, staff_sessions.c.wants, staff_sessions.c.device, *_COLUMNS,
            )
            .join_from(staff_sessions, table, table.c.id == staff_sessions.c.staff_id)
            .where(
                staff_sessions.c.token_hash == _hash("session", token),
                staff_sessions.c.seen_at > now - IDLE,
                staff_sessions.c.created_at > now - SESSION_LASTS,
                or_(staff_sessions.c.wants.is_(None), staff_sessions.c.created_at > now - HALF_LASTS),
                table.c.disabled_at.is_(None),
            )
        )
    ).first()  # fmt: skip
    if row is None:
        return None
    until = row.began + (HALF_LASTS if row.wants else SESSION_LASTS)
    ends = min(until, row.seen_at + IDLE)
    return Session(row.session_id, Staff(*row[5:]), _csrf(token), row.seen_at, ends, until, row.wants, row.device)


async def touch(conn: AsyncConnection, session_id: int, now: datetime) -> None:
    """A sign of life: the time of idleness begins anew."""
    await conn.execute(
        update(staff_sessions)
        .where(staff_sessions.c.id == session_id, staff_sessions.c.seen_at < now)
        .values(seen_at=now)
    )


@dataclass(frozen=True, slots=True)
class Opened:
    """A session as its owner sees it. `device` None: not known."""

    id: int
    began: datetime
    seen_at: datetime
    device: str | None


async def sessions(conn: AsyncConnection, staff_id: int, now: datetime) -> list[Opened]:
    """Those that have not ended, the latest first."""
    of = staff_sessions.c
    rows = await conn.execute(
        select(of.id, of.created_at, of.seen_at, of.device)
        .where(of.staff_id == staff_id, of.wants.is_(None))
        .where(of.seen_at > now - IDLE, of.created_at > now - SESSION_LASTS)
        .order_by(of.seen_at.desc(), of.id.desc())
        .limit(MOST_SESSIONS)
    )
    return [Opened(*row) for row in rows]


async def end_one(conn: AsyncConnection, staff_id: int, session_id: int) -> None:
    """One of somebody's own."""
    mine = (staff_sessions.c.staff_id == staff_id, staff_sessions.c.id == session_id)
    await conn.execute(delete(staff_sessions).where(*mine))


async def end_others(conn: AsyncConnection, staff_id: int, but: int | None) -> None:
    """All of somebody's sessions, also those that are half open, but the one with this id."""
    others = (staff_sessions.c.staff_id == staff_id, staff_sessions.c.id != (but or 0))
    await conn.execute(delete(staff_sessions).where(*others))


async def end_session(conn: AsyncConnection, token: str) -> None:
    await conn.execute(delete(staff_sessions).where(staff_sessions.c.token_hash == _hash("session", token)))


# -- when time is up ------------------------------------------------------------------------------


async def sweep(conn: AsyncConnection, now: datetime) -> int:
    """Links, sessions and tries that are over. Gives how many."""
    over = (
        delete(staff_links).where(staff_links.c.until <= now),
        delete(staff_sessions).where(staff_sessions.c.seen_at <= now - IDLE),
        delete(staff_tries).where(staff_tries.c.tried_at <= now - TRIES_LAST),
    )
    return sum([(await conn.execute(statement)).rowcount for statement in over])


async def count(conn: AsyncConnection) -> int:
    """Everybody with an account, disabled ones too. Few, whatever the size of the service."""
    return int(await conn.scalar(select(func.count()).select_from(table)) or 0)


def _hash(sort: str, token: str) -> bytes:
    return sealed.current().hash(f"staff {sort}", token)


def _csrf(token: str) -> str:
    """Follows from the token, so that it need not be kept."""
    return _hash("csrf", token).hex()

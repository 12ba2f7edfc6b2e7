"""Organisations that share one service, and whose a place is. Without any, all is the service's own, which is number 0.

A submission belongs to one from its first moment: that of its place, else the service's own. Whoever works for one sees
nothing of the others (`storage.scope`).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import insert_or_ignore
from storage.places import Placed, placed
from storage.tables_staff import organisation_places
from storage.tables_staff import organisations as table

LEVELS = ("local", "regional", "transnational")
OWN = 0
"""The service's own: its name is the setting `SEMPRE_ORGANISATION`."""

LONGEST = 60
"""Characters of a name, as of the service's own."""


class Exists(Exception):
    """There is an organisation of this name already."""


class Unknown(Exception):
    """There is no organisation of this name."""


class Taken(Exception):
    """This place is another organisation's."""


@dataclass(frozen=True, slots=True)
class Organisation:
    id: int
    name: str
    level: str
    places: tuple[str, ...]


async def add(conn: AsyncConnection, name: str, level: str, now: datetime) -> int:
    """Gives the new id. Raises `Exists`; ValueError for a level that is none of `LEVELS`."""
    if level not in LEVELS:
        raise ValueError(level)
    made = await conn.execute(
        insert_or_ignore(conn, table).values(name=normal(name), level=level, created_at=now).returning(table.c.id)
    )
    found: int | None = made.scalar()
    if found is None:
        raise Exists
    return found


def normal(name: str) -> str:
    """The one form in which a name is kept and compared."""
    return " ".join(name.split())


async def by_name(conn: AsyncConnection, name: str) -> int:
    """The id. Raises `Unknown`."""
    found: int | None = await conn.scalar(select(table.c.id).where(table.c.name == normal(name)))
    if found is None:
        raise Unknown
    return found


async def every(conn: AsyncConnection) -> list[Organisation]:
    """All of them, by name, with their places. Not the service's own."""
    places: dict[int, list[str]] = {}
    for row in await conn.execute(select(organisation_places.c.organisation_id, organisation_places.c.place)):
        places.setdefault(row.organisation_id, []).append(row.place)
    rows = await conn.execute(select(table.c.id, table.c.name, table.c.level).order_by(table.c.name))
    return [Organisation(*row, tuple(sorted(places.get(row.id, ())))) for row in rows]


async def take_places(conn: AsyncConnection, organisation_id: int, places: Collection[str | Placed]) -> None:
    """What comes from these places from now on is this organisation's. Raises `Taken` where one is another's."""
    for place in map(placed, places):
        values = {"organisation_id": organisation_id, "place_hash": place.hashed, "place": normal(place.name)}
        put = insert_or_ignore(conn, organisation_places).values(**values).returning(organisation_places.c.id)
        if (await conn.execute(put)).scalar() is not None:
            continue
        whose = organisation_places.c.place_hash == values["place_hash"]
        if await conn.scalar(select(organisation_places.c.organisation_id).where(whose)) != organisation_id:
            raise Taken(place.name)


async def leave_places(conn: AsyncConnection, organisation_id: int, places: Collection[str | Placed]) -> int:
    """What comes from there goes to the service's own again. Gives how many were theirs."""
    hashes = [place.hashed for place in map(placed, places)]
    of = (organisation_places.c.organisation_id == organisation_id, organisation_places.c.place_hash.in_(hashes))
    return (await conn.execute(delete(organisation_places).where(*of))).rowcount

"""After a rotation: what older keys sealed is sealed again with the newest, slice by slice, beside the traffic.

How far it is stands in `upkeep`, so that it goes on after a stop. A value is replaced only where it is still the one
that was read, so whoever writes meanwhile is never overwritten.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    LargeBinary,
    MetaData,
    Table,
    and_,
    bindparam,
    func,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import sealed, upkeep
from storage.database import Database
from storage.schema import metadata
from storage.sealed import Keyring, Sealed, SealedBytes, SealedVector
from storage.tables_upkeep import upkeep as remembered

SLICE = 200
SLICE_OF_FILES = 4
"""Rows in one transaction; of tables that hold files, 20 MB each, only a few."""

LOOK = 20
"""Slices that are looked through in one transaction."""

PREFIX = "resealed."


class Behind(Exception):
    """Another process still seals with an older key: what it wrote is there again after three rounds."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A table with sealed columns, as it lies in the database: `raw` seals and opens nothing."""

    raw: Table
    key: Column[Any]
    labels: Mapping[str, str]  # column → label
    slice: int


@cache
def tables() -> tuple[Kept, ...]:
    return tuple(_kept())


def _kept() -> Iterator[Kept]:
    for table in metadata.sorted_tables:
        found = {column.name: column.type for column in table.columns if isinstance(column.type, Sealed)}
        if not found:
            continue
        (key,) = table.primary_key.columns
        raw = Table(
            table.name, MetaData(), Column(key.name, key.type, primary_key=True),
            *(Column(name, LargeBinary) for name in found),
        )  # fmt: skip
        files = any(isinstance(kind, SealedBytes) and not isinstance(kind, SealedVector) for kind in found.values())
        labels = {name: kind.label for name, kind in found.items()}
        yield Kept(raw, raw.c[key.name], labels, SLICE_OF_FILES if files else SLICE)


async def step(conn: AsyncConnection, now: datetime) -> bool:
    """Seals one slice anew. False when all is sealed with the newest key. Raises `storage.sealed.Unopened`."""
    keyring = sealed.current()
    there = {name.removeprefix(PREFIX): one for name, one in (await upkeep.done(conn)).items()}
    for kept in tables():
        number, _, position = there[kept.raw.name].value.partition(":") if kept.raw.name in there else ("", "", "")
        if number != str(keyring.number):
            position = "0"
        if position == "all":
            continue
        following = await _slice(conn, kept, int(position), keyring)
        await upkeep.note(conn, PREFIX + kept.raw.name, f"{keyring.number}:{following or 'all'}", now)
        return True
    return False


async def _slice(conn: AsyncConnection, kept: Kept, after: int, keyring: Keyring) -> int | None:
    """The last row that was looked at; None where none is left."""
    columns = [kept.raw.c[name] for name in kept.labels]
    rows = (
        await conn.execute(
            select(kept.key.label("key"), *columns).where(kept.key > after).order_by(kept.key).limit(kept.slice)
        )
    ).all()
    for names, changes in (await asyncio.to_thread(_changes, kept, rows, keyring)).items():
        await conn.execute(_replacing(kept, names), changes)
    return rows[-1].key if len(rows) == kept.slice else None


def _changes(kept: Kept, rows: Sequence[Any], keyring: Keyring) -> dict[tuple[str, ...], list[dict[str, Any]]]:
    """By the columns that change. Files are large: away from the event loop."""
    found: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row in rows:
        old = {name: value for name in kept.labels if (value := row._mapping[name]) and value[0] != keyring.number}
        change: dict[str, Any] = {"this": row.key}
        for name, value in old.items():
            label = kept.labels[name]
            change |= {f"old_{name}": value, f"new_{name}": keyring.seal(keyring.open(value, label), label)}
        if old:
            found.setdefault(tuple(old), []).append(change)
    return found


def _replacing(kept: Kept, names: Sequence[str]) -> Any:
    still = and_(*(kept.raw.c[name] == bindparam(f"old_{name}") for name in names))
    new: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
    return update(kept.raw).where(kept.key == bindparam("this"), still).values(new)


async def finish(database: Database, now: datetime) -> None:
    """Until nothing is sealed with an older key; beside the traffic. Raises `Behind`."""
    for _ in range(3):
        while True:
            async with database.write() as conn:
                more = await step(conn, now)
            if not more:
                break
            await asyncio.sleep(0)
        behind = await older(database)
        if not behind:
            return
        async with database.write() as conn:
            for name in behind:
                await conn.execute(remembered.delete().where(remembered.c.name == PREFIX + name))
    raise Behind


async def older(database: Database) -> list[str]:
    """Tables that hold anything not sealed with the newest key. Reads all of them, a piece in each transaction."""
    number = bytes([sealed.current().number])
    return [kept.raw.name for kept in tables() if await _holds_older(database, kept, number)]


async def _holds_older(database: Database, kept: Kept, number: bytes) -> bool:
    after: int | None = 0
    while after is not None:
        async with database.read() as conn:
            found, after = await _look(conn, kept, after, number)
        if found:
            return True
    return False


async def _look(conn: AsyncConnection, kept: Kept, after: int, number: bytes) -> tuple[bool, int | None]:
    piece = select(kept.raw).where(kept.key > after).order_by(kept.key).limit(LOOK * kept.slice).subquery()
    strange: list[ColumnElement[bool]] = [
        and_(piece.c[name].is_not(None), func.substr(piece.c[name], 1, 1, type_=LargeBinary()) != literal(number))
        for name in kept.labels
    ]
    other = select(piece.c[kept.key.name]).where(or_(*strange)).limit(1)
    if await conn.scalar(other) is not None:
        return True, None
    last = await conn.scalar(select(func.max(piece.c[kept.key.name])))
    return False, last


def progress(done: Mapping[str, upkeep.Done], keyring: Keyring) -> list[str]:
    """Tables that are not through yet, by what `upkeep.done` gives."""
    through = f"{keyring.number}:all"
    known = {name.removeprefix(PREFIX) for name, one in done.items() if one.value == through}
    return [kept.raw.name for kept in tables() if kept.raw.name not in known]

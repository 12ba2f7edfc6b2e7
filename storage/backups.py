"""The whole database as one sealed file, from one moment, beside the traffic; and back, into either kind of it.

What is written follows the tables that are there, not those of this version: so a database can be backed up before it
is upgraded, and an older backup is brought to this version after it was read. Sealed values stay sealed as they are.
The content of the file: one line of JSON that says what follows, then lines of rows, then one that counts them.
"""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BufferedReader
from typing import Any, BinaryIO

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    DateTime,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    func,
    insert,
    inspect,
    literal,
    select,
    text,
    tuple_,
    types,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import backup_file, migrations
from storage.backup_file import NoBackup
from storage.database import UtcTime, snapshot
from storage.sealed import Keyring

FORMAT = 1
ROWS = 500
BYTES = 8 * 1024 * 1024
"""A page of rows: whichever is reached first. A single row may be larger, as a file that somebody sent."""

VERSION_TABLE = "alembic_version"

_KINDS: Mapping[str, tuple[type[types.TypeEngine[Any]], type[types.TypeEngine[Any]]]] = {
    # as found in a database, as read and written here
    "bytes": (LargeBinary, LargeBinary),
    "bool": (Boolean, Boolean),
    "time": (DateTime, UtcTime),
    "int": (Integer, BigInteger),
    "float": (Float, Float),
    "text": (String, String),
}


@dataclass(frozen=True, slots=True)
class Kept:
    """A table: its columns with their kinds, those of its key, and the last number it gave."""

    name: str
    columns: Mapping[str, str]
    key: Sequence[str]
    last: int | None = None

    def table(self) -> Table:
        """With types that seal and open nothing."""
        columns = [Column(name, _KINDS[kind][1](), primary_key=name in self.key) for name, kind in self.columns.items()]
        return Table(self.name, MetaData(), *columns)


@dataclass(frozen=True, slots=True)
class Contents:
    revision: str
    made_at: datetime
    tables: Sequence[Kept]


class Unreadable(Exception):
    """A table of the database has a column of a kind that no backup holds."""


# -- write ----------------------------------------------------------------------------------------


async def write(url: str, file: BinaryIO, keyring: Keyring, now: datetime) -> Mapping[str, int]:
    """Everything that is committed at one moment. Gives how many rows of each table. Raises `Unavailable`, OSError."""
    out = backup_file.Writer(file, keyring)
    counts = {}
    async with snapshot(url) as conn:
        contents = await _contents(conn, now)
        await asyncio.to_thread(_put, out, _described(contents))
        for kept in contents.tables:
            counts[kept.name] = 0
            async for page in _pages(conn, kept):
                counts[kept.name] += len(page)
                await asyncio.to_thread(_put_rows, out, kept, page)
    _put(out, {"counts": counts})
    out.close()
    return counts


async def _contents(conn: AsyncConnection, now: datetime) -> Contents:
    revision = await conn.run_sync(migrations.current)
    if revision is None:
        raise NoBackup("The database has no tables yet.")
    found = await conn.run_sync(_reflected)
    return Contents(revision, now, [Kept(one.name, one.columns, one.key, await _last(conn, one)) for one in found])


def _reflected(connection: Connection) -> list[Kept]:
    metadata = MetaData()
    metadata.reflect(connection)
    return [
        Kept(
            table.name,
            {column.name: _kind(table.name, column) for column in table.columns},
            [column.name for column in table.primary_key.columns],
        )
        for table in metadata.sorted_tables  # what a row points to comes before it
        if table.name != VERSION_TABLE
    ]


def _kind(table: str, column: Column[Any]) -> str:
    for kind, (found, _) in _KINDS.items():
        if isinstance(column.type, found):
            return kind
    raise Unreadable(f"{table}.{column.name}")


async def _last(conn: AsyncConnection, kept: Kept) -> int | None:
    """The last number that the database gave to a row; None where it gives none."""
    if list(kept.key) != ["id"]:
        return None
    if conn.dialect.name == "sqlite":
        found = await conn.scalar(text("SELECT seq FROM sqlite_sequence WHERE name = :name"), {"name": kept.name})
        return None if found is None else int(found)
    sequence = await conn.scalar(text("SELECT pg_get_serial_sequence(:name, 'id')"), {"name": kept.name})
    return None if sequence is None else int(await conn.scalar(text(f"SELECT last_value FROM {sequence}")) or 0)  # noqa: S608


async def _pages(conn: AsyncConnection, kept: Kept) -> AsyncIterator[Sequence[Any]]:
    """All rows, in the order of the key. Pages are bounded in bytes too, where a row may be large."""
    table = kept.table()
    key = list(table.primary_key.columns)
    sizes = [func.coalesce(func.length(table.c[name]), 0) for name, kind in kept.columns.items() if kind == "bytes"]
    after: Sequence[Any] | None = None
    while True:
        beyond = []
        if after is not None:
            there = (literal(value, column.type) for column, value in zip(key, after, strict=True))
            beyond = [tuple_(*key) > tuple_(*there)]
        looked = (
            select(*key, sum(sizes[1:], sizes[0]) if sizes else text("0")).where(*beyond).order_by(*key).limit(ROWS)
        )
        heads = (await conn.execute(looked)).all()
        if not heads:
            return
        fits = _fitting([head[-1] for head in heads])
        page = (await conn.execute(select(table).where(*beyond).order_by(*key).limit(fits))).all()
        yield page
        after = tuple(heads[fits - 1][:-1])


def _fitting(sizes: Sequence[int]) -> int:
    """How many of the first rows make a page."""
    total = 0
    for count, size in enumerate(sizes):
        total += size
        if total > BYTES and count:
            return count
    return len(sizes)


def _put(out: backup_file.Writer, what: Any) -> None:
    out.write(json.dumps(what, ensure_ascii=True, separators=(",", ":")).encode() + b"\n")


def _put_rows(out: backup_file.Writer, kept: Kept, page: Sequence[Any]) -> None:
    pack = [_PACK.get(kind, _same) for kind in kept.columns.values()]
    rows = [[None if value is None else one(value) for one, value in zip(pack, row, strict=True)] for row in page]
    _put(out, {"of": kept.name, "rows": rows})


def _described(contents: Contents) -> dict[str, Any]:
    tables = [
        {"name": one.name, "columns": dict(one.columns), "key": list(one.key), "last": one.last}
        for one in contents.tables
    ]
    return {
        "sempre": FORMAT, "revision": contents.revision, "at": contents.made_at.isoformat(), "tables": tables,
    }  # fmt: skip


def _same(value: Any) -> Any:
    return value


_PACK: Mapping[str, Callable[[Any], Any]] = {
    "bytes": lambda value: base64.b64encode(value).decode(),
    "time": lambda value: value.isoformat(),
}
_UNPACK: Mapping[str, Callable[[Any], Any]] = {"bytes": base64.b64decode, "time": datetime.fromisoformat}


# -- read -----------------------------------------------------------------------------------------


def verified(file: BufferedReader, keyring: Keyring) -> Contents:
    """Reads the whole file and changes nothing. Raises `NoBackup` where anything of it is not as it was written."""
    lines = _lines(file, keyring)
    contents = _read_contents(next(lines, {}))
    counts = {one.name: 0 for one in contents.tables}
    for line in lines:
        if "counts" in line:
            if line["counts"] != counts:
                break
            return contents
        counts[line["of"]] += len(line["rows"])
    raise NoBackup("The file is damaged.")


def rows(file: BufferedReader, keyring: Keyring, contents: Contents) -> Iterator[tuple[Kept, list[dict[str, Any]]]]:
    """Page by page, as they were written. The file was `verified` before."""
    tables = {one.name: one for one in contents.tables}
    for line in _lines(file, keyring):
        if "of" in line:
            kept = tables[line["of"]]
            unpack = [_UNPACK.get(kind, _same) for kind in kept.columns.values()]
            yield (
                kept,
                [
                    {
                        name: None if value is None else one(value)
                        for name, one, value in zip(kept.columns, unpack, row, strict=True)
                    }
                    for row in line["rows"]
                ],
            )


def _lines(file: BufferedReader, keyring: Keyring) -> Iterator[dict[str, Any]]:
    file.seek(0)
    waiting = bytearray()
    for piece in backup_file.read(file, keyring):
        waiting += piece
        if b"\n" not in piece:
            continue
        *whole, rest = bytes(waiting).split(b"\n")
        waiting = bytearray(rest)
        for line in whole:
            yield json.loads(line)


def _read_contents(line: dict[str, Any]) -> Contents:
    if line.get("sempre") != FORMAT:
        raise NoBackup("The backup was made by a later version of Sempre.")
    tables = [Kept(one["name"], one["columns"], one["key"], one["last"]) for one in line["tables"]]
    return Contents(line["revision"], datetime.fromisoformat(line["at"]).astimezone(UTC), tables)


# -- put back -------------------------------------------------------------------------------------


async def put_back(
    conn: AsyncConnection, file: BufferedReader, keyring: Keyring, contents: Contents, ahead: int
) -> None:
    """Fills tables of the same version, which are empty but for what the migrations put there.

    Numbers of new rows go on `ahead` of the last one that the backup knows, so that none is given a second time.
    """
    await _clear(conn, contents)
    known: dict[str, Table] = {}
    for kept, page in rows(file, keyring, contents):
        table = known.setdefault(kept.name, kept.table())
        await conn.execute(insert(table), page)
    for kept in contents.tables:
        if kept.last is not None:
            await _number_from(conn, kept.name, kept.last + ahead)


async def _clear(conn: AsyncConnection, contents: Contents) -> None:
    there = set(await conn.run_sync(lambda sync: inspect(sync).get_table_names()))
    missing = {one.name for one in contents.tables} - there
    if missing:
        raise NoBackup("The backup holds a table that its version does not have.")
    for kept in reversed(contents.tables):
        table = kept.table()
        if await conn.scalar(select(func.count()).select_from(select(table).limit(1).subquery())):
            await conn.execute(table.delete())


async def _number_from(conn: AsyncConnection, name: str, last: int) -> None:
    row = {"name": name, "last": last}
    if conn.dialect.name == "sqlite":
        await conn.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), {"name": name})
        await conn.execute(text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :last)"), row)
    else:
        await conn.execute(text("SELECT setval(pg_get_serial_sequence(:name, 'id'), :last)"), row)

"""The trail as a chain: batches of entries under a seal, each seal over the one before, and whether all of it stands.

A seal is a keyed hash, so nobody without the data key can make one that fits. Whoever has the key and the database can
write the whole chain anew; only a head that was written down elsewhere (`sempre audit head`) gives that away.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import LargeBinary, RowMapping, delete, func, select, text, type_coerce, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import sealed
from storage.audit import hash_of, mac
from storage.database import Database, insert_or_ignore
from storage.moments import micros
from storage.sealed import Unopened
from storage.tables_audit import audit_entries as entries
from storage.tables_audit import audit_marks as marks
from storage.tables_audit import audit_seals as seals

BATCH = 2_000
"""Entries under one seal, at most."""

KEPT = timedelta(days=731)
"""24 months, the longest they can be (R-16)."""

MOST_FORGOTTEN = 20_000
"""Entries that go in one transaction."""

LOCK_SECONDS = 1
HEAD = "head"
ANCHOR = "anchor"

_HEAD = re.compile(r"([1-9][0-9]{0,17})-([0-9a-f]{32})")
_GUARDS = ("audit_entries_stay", "audit_entries_fixed", "audit_seals_stay", "audit_seals_fixed", "audit_marks_stay")
_WHOLE = ("audit_entries_whole", "audit_seals_whole", "audit_marks_whole")


class Link(NamedTuple):
    """The end of a chain: the number of its last seal, its last entry, and the hash of that seal."""

    number: int
    entry_id: int
    hash: bytes

    def __str__(self) -> str:
        return f"{self.number}-{self.hash.hex()}"


START = Link(0, 0, b"")


class NotAHead(ValueError):
    """This was never printed by `sempre audit head`."""


def parse_head(text: str) -> Link:
    """Raises `NotAHead`."""
    found = _HEAD.fullmatch(text.strip())
    if found is None:
        raise NotAHead
    return Link(int(found[1]), 0, bytes.fromhex(found[2]))


# -- seal -----------------------------------------------------------------------------------------


async def seal(database: Database, now: datetime) -> Link | None:
    """Seals what was noted since the last seal. Gives the new head, None where there was nothing.

    Several processes may call it; a seal is made once. Raises `Unavailable`, also where a transaction that noted
    something stays open: then it is for the next minute.
    """
    upto = await _settled(database)
    head = None
    while True:
        async with database.write() as conn:
            made, full = await _seal(conn, upto, now)
        head = made or head
        if not full:
            return head


async def _settled(database: Database) -> int:
    """The newest entry before which no other can appear any more."""
    if database.dialect != "postgresql":  # one writer: entries appear in their order
        async with database.read() as conn:
            return await _newest(conn)
    async with database.write() as conn:
        # A number is drawn before its commit, and a lower one may be committed later. Whoever holds a number holds
        # this table for writing; so once we have it for ourselves, all that were drawn are committed or never will be.
        await conn.execute(text(f"SET LOCAL lock_timeout = '{LOCK_SECONDS}s'"))
        await conn.execute(text("LOCK TABLE audit_entries IN SHARE MODE"))
        return await _newest(conn)


async def _newest(conn: AsyncConnection) -> int:
    return await conn.scalar(select(func.max(entries.c.id))) or 0


async def _seal(conn: AsyncConnection, upto: int, now: datetime) -> tuple[Link | None, bool]:
    """The seal that was made, and whether more may wait for one."""
    last = await head(conn)
    rows = (
        await conn.execute(
            select(entries.c.id, entries.c.mac)
            .where(entries.c.id > last.entry_id, entries.c.id <= upto)
            .order_by(entries.c.id)
            .limit(BATCH)
        )
    ).all()
    if not rows:
        return None, False
    fresh = {
        "number": last.number + 1,
        "from_id": last.entry_id + 1,
        "to_id": rows[-1].id,
        "count": len(rows),
        "sealed_at": now,
    }
    hashed = _hash(last.hash, fresh, [(row.id, row.mac) for row in rows])
    made = await conn.execute(insert_or_ignore(conn, seals).values(**fresh, hash=hashed).returning(seals.c.number))
    if made.scalar() is None:
        return None, False  # another process was faster
    link = Link(last.number + 1, rows[-1].id, hashed)
    await _mark(conn, HEAD, link, now)
    return link, len(rows) == BATCH


def _hash(before: bytes, of: Any, rows: Sequence[tuple[int, bytes]]) -> bytes:
    told = [before.hex(), *(str(of[key]) for key in ("number", "from_id", "to_id", "count")), _micro(of["sealed_at"])]
    for number, one in rows:
        told += [str(number), bytes(one).hex()]
    return sealed.current().hash("audit seal", *told)


def _micro(at: datetime) -> str:
    return str(micros(at))


async def head(conn: AsyncConnection) -> Link:
    """The last seal that stands; where all have gone, the anchor; else `START`."""
    row = (await conn.execute(select(seals).order_by(seals.c.number.desc()).limit(1))).first()
    if row is not None:
        return Link(row.number, row.to_id, bytes(row.hash))
    anchor = await _marked(conn, ANCHOR)
    return START if anchor is None else _link(anchor)


# -- marks ----------------------------------------------------------------------------------------


async def _mark(conn: AsyncConnection, name: str, link: Link, at: datetime) -> None:
    values = {"number": link.number, "entry_id": link.entry_id, "at": at, "hash": link.hash}
    values["mac"] = _mark_mac(name, link, at)
    put = await conn.execute(insert_or_ignore(conn, marks).values(name=name, **values).returning(marks.c.name))
    if put.scalar() is None:
        await conn.execute(update(marks).where(marks.c.name == name).values(**values))


async def _marked(conn: AsyncConnection, name: str) -> Any:
    return (await conn.execute(select(marks).where(marks.c.name == name))).first()


def _link(mark: Any) -> Link:
    return Link(mark.number, mark.entry_id, bytes(mark.hash))


def _mark_mac(name: str, link: Link, at: datetime) -> bytes:
    return sealed.current().hash("audit mark", name, str(link.number), str(link.entry_id), _micro(at), link.hash.hex())


# -- when time is up ------------------------------------------------------------------------------


async def forget(conn: AsyncConnection, now: datetime) -> int:
    """Drops what was sealed 24 months ago, whole seals of it. Gives how many entries; the next call goes on."""
    oldest = await conn.execute(select(seals).order_by(seals.c.number).limit(1_000))
    last, gone = None, 0
    for one in oldest.mappings():
        if one["sealed_at"] > now - KEPT or gone + one["count"] > MOST_FORGOTTEN:
            break
        last, gone = one, gone + one["count"]
    if last is None:
        return 0
    # First the anchor: the triggers let go of what stands before it, and of nothing else.
    await _mark(conn, ANCHOR, Link(last["number"], last["to_id"], bytes(last["hash"])), last["sealed_at"])
    await conn.execute(delete(entries).where(entries.c.id <= last["to_id"]))
    await conn.execute(delete(seals).where(seals.c.number <= last["number"]))
    return gone


# -- verify ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Verified:
    """How many entries are under how many seals, how many wait for one, since when there are any, and what is wrong.

    A problem is one line; there are `MOST_PROBLEMS` of them at most.
    """

    entries: int
    seals: int
    waiting: int
    since: datetime | None
    head: Link
    problems: tuple[str, ...]


MOST_PROBLEMS = 20


async def verify(database: Database, now: datetime, written: Link | None = None) -> Verified:
    """Reads the whole trail. `written` is a head that was written down earlier, elsewhere."""
    async with database.read() as conn:
        if conn.dialect.name == "postgresql":
            await conn.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
        return await walk(conn, now, written)


async def walk(conn: AsyncConnection, now: datetime, written: Link | None = None) -> Verified:
    """As `verify`, of what this transaction sees."""
    return await _Walk(conn, now, written).through()


class _Walk:
    """Along the chain, from its anchor to the newest entry."""

    def __init__(self, conn: AsyncConnection, now: datetime, written: Link | None) -> None:
        self.conn = conn
        self.now = now
        self.written = written
        self.problems: list[str] = []
        self.last = START
        self.entries = self.seals = self.waiting = 0
        self.since: datetime | None = None

    async def through(self) -> Verified:
        await self._guards()
        await self._begin()
        after = self.last.number
        while page := await self._seals(after):
            for one in page:
                await self._seal(one)
            after = page[-1].number
        await self._waiting()
        await self._end()
        found = tuple(self.problems[:MOST_PROBLEMS])
        return Verified(self.entries, self.seals, self.waiting, self.since, self.last, found)

    def _wrong(self, line: str) -> None:
        self.problems.append(line)

    async def _guards(self) -> None:
        if self.conn.dialect.name == "postgresql":
            asked = "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D'"
        else:
            asked = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        there = set(await self.conn.scalars(text(asked)))
        for name in (*_GUARDS, *(_WHOLE if self.conn.dialect.name == "postgresql" else ())):
            if name not in there:
                self._wrong(f"The database lets the trail be changed: its trigger {name} is missing.")

    async def _begin(self) -> None:
        anchor = await _marked(self.conn, ANCHOR)
        if anchor is not None:
            self.last, self.since = _link(anchor), anchor.at
            if bytes(anchor.mac) != _mark_mac(ANCHOR, self.last, anchor.at):
                self._wrong("The anchor, where the kept part begins, was not set by Sempre.")
            if anchor.at > self.now - KEPT:
                self._wrong("Entries were taken away before their 24 months were over.")
        before = select(entries.c.id).where(entries.c.id <= self.last.entry_id).order_by(entries.c.id).limit(1)
        if (found := await self.conn.scalar(before)) is not None:
            self._wrong(f"Entry {found} stands before the first one.")

    async def _seals(self, after: int) -> Sequence[RowMapping]:
        page = select(seals).where(seals.c.number > after).order_by(seals.c.number).limit(500)
        return (await self.conn.execute(page)).mappings().all()

    async def _seal(self, one: Any) -> None:
        before, self.last = self.last, Link(one["number"], one["to_id"], bytes(one["hash"]))
        self.seals += 1
        where = f"Seal {self.last.number} (entries {one['from_id']} to {one['to_id']})"
        rows = await self._entries(one["from_id"], one["to_id"])
        self.entries += len(rows)
        if one["number"] != before.number + 1:
            missing = f"{before.number + 1}" if one["number"] == before.number + 2 else f"{before.number + 1} and more"
            self._wrong(f"Seal {missing} before seal {one['number']} is missing.")
        elif one["from_id"] != before.entry_id + 1:
            self._wrong(f"{where} does not begin where the one before ends.")
        elif len(rows) != one["count"]:
            self._wrong(f"{where} was put on {one['count']} entries, and there are {len(rows)}.")
        elif _hash(before.hash, one, rows) != self.last.hash:
            self._wrong(f"{where} does not fit: something under it, or the seal itself, was changed.")

    async def _entries(self, first: int, last: int) -> list[tuple[int, bytes]]:
        """Number and mac of each; says which of them were changed."""
        columns = [column for column in entries.c if column.name != "reason"]
        raw = type_coerce(entries.c.reason, LargeBinary).label("raw")
        found: list[tuple[int, bytes]] = []
        after = first - 1
        while True:
            page = select(*columns, raw).where(entries.c.id > after, entries.c.id <= last).order_by(entries.c.id)
            rows = (await self.conn.execute(page.limit(BATCH))).mappings().all()
            for row in rows:
                self.since = self.since or row["at"]
                found.append((row["id"], bytes(row["mac"])))
                if bytes(row["mac"]) != mac(row) or not _reason_fits(row["raw"], row["reason_hash"]):
                    self._wrong(f"Entry {row['id']} was changed, or was not noted by Sempre.")
            if len(rows) < BATCH:
                return found
            after = rows[-1]["id"]

    async def _waiting(self) -> None:
        self.waiting = len(await self._entries(self.last.entry_id + 1, await _newest(self.conn)))

    async def _end(self) -> None:
        mark = await _marked(self.conn, HEAD)
        if mark is None:
            if self.last != START:
                self._wrong("The mark of the last seal is missing.")
        elif bytes(mark.mac) != _mark_mac(HEAD, _link(mark), mark.at):
            self._wrong("The mark of the last seal was not set by Sempre.")
        elif mark.number != self.last.number:
            self._wrong(f"The last seal was number {mark.number}; the chain ends with {self.last.number}.")
        if self.written is not None:
            await self._compare(self.written)

    async def _compare(self, written: Link) -> None:
        asked = select(seals.c.hash).where(seals.c.number == written.number)
        anchor = await _marked(self.conn, ANCHOR)
        known = await self.conn.scalar(asked)
        if known is None and anchor is not None:
            if written.number < anchor.number:
                self._wrong(f"Seal {written.number} went when its 24 months were over. Compare with a newer head.")
                return
            known = anchor.hash if written.number == anchor.number else None
        if known is None:
            self._wrong(f"Seal {written.number}, whose head was written down, is not in the chain.")
        elif bytes(known) != written.hash:
            self._wrong(f"Seal {written.number} is not the one whose head was written down: the chain was made anew.")


def _reason_fits(raw: bytes | None, hashed: bytes | None) -> bool:
    """An emptied reason fits: it went with its person."""
    if raw is None or hashed is None:
        return raw is None
    try:
        return hash_of(json.loads(sealed.current().open(bytes(raw), "audit_entries.reason"))) == bytes(hashed)
    except (Unopened, ValueError, TypeError, AttributeError):
        return False

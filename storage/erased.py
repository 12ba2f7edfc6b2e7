"""Who was erased must stay so when an older backup comes back (R-21).

Each tombstone has a random mark. A restored backup lacks the marks of those who were erased after it was made; they
are taken from the database that it replaces, and from a file beside it, which holds hashes and days and nothing else.
The file follows the table: what was not written when a machine stopped is found at the next start.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import delete, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import insert_or_ignore
from storage.tables import inbox
from storage.tables import tombstones as table

REPEATED = timedelta(days=7)
"""For so long platforms repeat a message that they think was not taken."""

PAGE = 1_000
OVERLAP = 200  # on PostgreSQL a lower number may be committed later


@dataclass(frozen=True, slots=True)
class Stone:
    mark: bytes
    sort: str
    hash: bytes
    day: datetime  # midnight, UTC


def _stone(mark: bytes, sort: str, hashed: bytes, day: datetime) -> Stone:
    return Stone(bytes(mark), sort, bytes(hashed), day)


# -- in the database ------------------------------------------------------------------------------


async def bury_messages(conn: AsyncConnection, lanes: Collection[bytes], now: datetime) -> None:
    """The keyed hashes of what came in the last days, so that a repeat is recognised also after a restoration.

    To be called before the messages are emptied. The hashes stay in the inbox as well, which a restoration replaces.
    """
    day = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    columns = (inbox.c.key_hash, literal("message"), inbox.c.key_hash, literal(day, table.c.day.type))
    recent = select(*columns).where(inbox.c.lane.in_(lanes), inbox.c.received_at > now - REPEATED)
    await conn.execute(insert_or_ignore(conn, table).from_select(["mark", "sort", "hash", "day"], recent))


async def sweep(conn: AsyncConnection, now: datetime) -> int:
    """Nobody repeats messages that are older. Gives how many went."""
    gone = await conn.execute(delete(table).where(table.c.sort == "message", table.c.day <= now - 2 * REPEATED))
    return gone.rowcount


async def marks(conn: AsyncConnection, among: Collection[bytes]) -> set[bytes]:
    """Which of these marks are in this database."""
    wanted, found = list(among), set[bytes]()
    for start in range(0, len(wanted), PAGE):
        of_page = table.c.mark.in_(wanted[start : start + PAGE])
        found |= {bytes(mark) for mark in await conn.scalars(select(table.c.mark).where(of_page))}
    return found


async def after(conn: AsyncConnection, number: int) -> tuple[list[Stone], int | None]:
    """Tombstones after that row, a page of them, and the last row that was looked at; None at the end."""
    rows = (await conn.execute(select(table).where(table.c.id > number).order_by(table.c.id).limit(PAGE))).all()
    stones = [_stone(row.mark, row.sort, row.hash, row.day) for row in rows if row.mark is not None]
    return stones, rows[-1].id if rows else None


async def everyone(conn: AsyncConnection) -> list[Stone]:
    found: list[Stone] = []
    last: int | None = 0
    while last is not None:
        stones, last = await after(conn, last)
        found += stones
    return found


# -- in the file ----------------------------------------------------------------------------------


def read(path: Path) -> list[Stone]:
    """What stands in the file; a last line that was cut off is passed over. Raises OSError."""
    if not path.exists():
        return []
    found = {}
    for line in path.read_text(encoding="ascii", errors="replace").splitlines():
        with contextlib.suppress(ValueError):
            mark, sort, hashed, day = line.split(" ")
            stone = Stone(
                bytes.fromhex(mark), sort, bytes.fromhex(hashed), datetime.fromisoformat(day).replace(tzinfo=UTC)
            )
            found[stone.mark] = stone
    return list(found.values())


def append(path: Path, stones: Sequence[Stone]) -> None:
    """Written through to the disk. Raises OSError."""
    if not stones:
        return
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="ascii") as file:
        file.write("".join(f"\n{_line(stone)}" if place == 0 else _line(stone) for place, stone in enumerate(stones)))
        file.flush()
        os.fsync(file.fileno())


def tidy(path: Path, now: datetime) -> None:
    """Leaves out the hashes of messages that have had their day. Raises OSError."""
    stones = read(path)
    kept = [stone for stone in stones if stone.sort != "message" or stone.day > now - 2 * REPEATED]
    if len(kept) < len(stones):
        draft = path.with_name(f".{path.name}.{os.getpid()}")
        draft.unlink(missing_ok=True)
        append(draft, kept)
        draft.replace(path)


def _line(stone: Stone) -> str:
    return f"{stone.mark.hex()} {stone.sort} {stone.hash.hex()} {stone.day:%Y-%m-%d}\n"


class Follower:
    """Keeps the file up to the table."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = set[bytes]()
        self._begun = False
        self._last = 0

    async def follow(self, conn: AsyncConnection, now: datetime) -> int:
        """Writes down what is new; gives how many. The first call looks through all. Raises OSError."""
        if not self._begun or not self._path.exists():
            self._begin(now)
        written = 0
        number = max(0, self._last - OVERLAP)
        while True:
            stones, last = await after(conn, number)
            written += self._write(stones)
            if last is None:
                break
            number = last
        self._last = max(self._last, number)
        return written

    def _begin(self, now: datetime) -> None:
        tidy(self._path, now)
        self._known = {stone.mark for stone in read(self._path)}
        self._last, self._begun = 0, True

    def _write(self, stones: Iterable[Stone]) -> int:
        fresh = [stone for stone in stones if stone.mark not in self._known]
        append(self._path, fresh)
        self._known |= {stone.mark for stone in fresh}
        return len(fresh)

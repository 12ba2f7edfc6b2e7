"""`sempre restore FILE`: a backup in place of the database, on SQLite or PostgreSQL, whichever it was made of.

All of the file is read before anything is written. On SQLite a new file is made beside the old one and then takes its
place, so that a damaged one can be replaced; on PostgreSQL everything is one transaction.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from bot import backups, keys, settings
from bot.channels.console import Console
from bot.channels.desk import Desk
from bot.channels.web import Web
from bot.clock import clock
from bot.folder import FolderLock, settle
from bot.problem import Problem
from bot.settings import Settings
from storage import erased, restoring
from storage.backups import Contents
from storage.database import Unavailable, checkpointed, others_connected, snapshot, upgrade
from storage.erased import Stone
from storage.restoring import Restored
from storage.sealed import Keyring

PULLED = frozenset({Web.name, Console.name, Desk.name})
"""Channels whose readers fetch by themselves: unread is not failed, and nothing is sent twice."""


def run(arguments: argparse.Namespace) -> int:
    asyncio.run(_restore(settings.load(), Path(arguments.file), arguments.replace, arguments.send_waiting))
    return 0


async def _restore(current: Settings, path: Path, replace: bool, send_waiting: bool) -> None:
    ring = keys.ring(current)
    contents = backups.check(path, ring)
    now = clock(current)()
    current.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    with FolderLock(current.data_dir) if current.on_sqlite else contextlib.nullcontext():
        before = await _make_room(current, ring, replace, now)
        done = await _put_back(current, ring, path, contents, before, send_waiting, now)
    print(_told(path, contents, done, before))


def _told(path: Path, contents: Contents, done: Restored, before: _Before) -> str:
    lines = [f"The database is as it was at {contents.made_at:%Y-%m-%d %H:%M} UTC, from {path}."]
    if before.backup is not None:
        lines.append(f"What was there before is in {before.backup}; remove it when you are sure.")
    if before.damaged is not None:
        lines.append(f"The damaged file was put aside: {before.damaged}. Remove it when you are sure.")
    if done.erased:
        lines.append(f"{done.erased} talks and submissions that had been erased since were erased again.")
    if done.parked:
        lines.append(f"{done.parked} messages that waited then were put aside, for they may have been sent since.")
    lines.append("Everybody on the panel signs in anew. What people wrote after that moment is gone.")
    return "\n".join(lines)


class _Before:
    """What was there: the tombstones that it knew, where it is kept now."""

    def __init__(self) -> None:
        self.stones: list[Stone] = []
        self.backup: Path | None = None
        self.damaged: Path | None = None
        self.broken = False


# -- what is there --------------------------------------------------------------------------------


async def _make_room(current: Settings, ring: Keyring, replace: bool, now: datetime) -> _Before:
    """Refuses what must not be lost. Raises `Problem`."""
    before = _Before()
    stones = backups.tombstones(current)
    try:
        before.stones = await asyncio.to_thread(erased.read, stones)
    except OSError as error:
        raise Problem(f"{stones} cannot be read ({error.strerror}), and it says who was erased.") from None
    if current.sqlite_file is not None and not current.sqlite_file.exists():
        return before
    try:
        await _save(current, ring, replace, before, now)
    except Unavailable as away:
        if away.reason != "corrupt" or current.sqlite_file is None:
            raise
        if not replace:
            raise Problem(f"{current.sqlite_file} is damaged. With --replace it is put aside.") from None
        before.broken = True
    return before


async def _save(current: Settings, ring: Keyring, replace: bool, before: _Before, now: datetime) -> None:
    async with snapshot(current.database) as conn:
        if not replace and await others_connected(conn):
            raise Problem("Others are connected to the database. Stop every `sempre serve`, or give --replace.")
        if not await restoring.holds_anything(conn):
            return
    if not replace:
        raise Problem("The database holds what people told. With --replace it is backed up first, and then replaced.")
    before.backup = await backups.make_before(current, ring, "restore", now)
    await asyncio.to_thread(upgrade, current.database)
    async with snapshot(current.database) as conn:
        before.stones += await erased.everyone(conn)


# -- what comes -----------------------------------------------------------------------------------


async def _put_back(
    current: Settings, ring: Keyring, path: Path, contents: Contents, before: _Before, send_waiting: bool, now: datetime
) -> Restored:
    kept = None if send_waiting else PULLED
    async with _target(current, before) as url:
        with path.open("rb") as file:
            return await restoring.restore(url, file, ring, contents, before.stones, now, kept)


@asynccontextmanager
async def _target(current: Settings, before: _Before) -> AsyncIterator[str]:
    """The database to fill: a new file on SQLite, which takes the place of the old one when all is in it."""
    file = current.sqlite_file
    if file is None:
        yield current.database
        return
    draft = file.with_name(f".{file.name}.restoring")
    _remove(draft)
    try:
        yield f"sqlite:///{draft}"
        await checkpointed(f"sqlite:///{draft}")
        before.damaged = await _aside(file, broken=before.broken)
        draft.replace(file)
        settle(file.parent)
    finally:
        _remove(draft)


async def _aside(file: Path, *, broken: bool) -> Path | None:
    """The old file is left without companions, which would be taken for those of the new one."""
    if broken:
        damaged = file.with_name(f"{file.name}.damaged")
        for ending in ("", "-wal", "-shm"):
            with contextlib.suppress(FileNotFoundError):
                file.with_name(file.name + ending).replace(damaged.with_name(damaged.name + ending))
        return damaged
    with contextlib.suppress(Unavailable):  # there is none, or it holds nothing
        await checkpointed(f"sqlite:///{file}")
    _remove(file, ("-wal", "-shm"))
    return None


def _remove(file: Path, endings: tuple[str, ...] = ("", "-wal", "-shm")) -> None:
    for ending in endings:
        file.with_name(file.name + ending).unlink(missing_ok=True)

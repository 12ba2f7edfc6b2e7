"""`sempre backup FILE`: the whole database as one sealed file, beside a running `serve`."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path

from bot import backups, keys, settings
from bot.clock import clock
from bot.problem import Problem
from storage import audit, health, migrations, upkeep
from storage.database import open_database


def run(arguments: argparse.Namespace) -> int:
    asyncio.run(_backup(settings.load(), Path(arguments.file)))
    return 0


async def _backup(current: settings.Settings, path: Path) -> None:
    if current.sqlite_file is not None and not current.sqlite_file.exists():
        raise Problem(f"There is no database at {current.sqlite_file} yet. Start `sempre serve` once.")
    ring = keys.ring(current)
    database = open_database(current.database, ring, renewed=keys.renewal(current))
    try:
        async with database.read() as conn:
            if await health.revision(conn) != migrations.newest():
                raise Problem("The database has the tables of another version: `sempre db upgrade` makes a backup too.")
            await health.try_key(conn)
        now = clock(current)()
        count = await backups.make(current, ring, path, now)
        async with database.write() as conn:
            await upkeep.note(conn, upkeep.BACKUP, str(ring.number), now)
            await audit.note(conn, now, who="system", action="backup")
    finally:
        await database.close()
    print(
        f"{path} holds the database as it was at {now:%Y-%m-%d %H:%M} UTC, {count} rows, and was read back. It opens "
        f"with data key {ring.number} alone, which is not in it. Keep it elsewhere, and for 35 days at most."
    )

"""`sempre proof NUMBER`: whether somebody who was told this number was deleted, and when. Nobody learns who it was."""

from __future__ import annotations

import argparse
import asyncio

from bot import keys, settings
from bot.problem import Problem
from storage import people
from storage.database import open_database


def run(arguments: argparse.Namespace) -> int:
    current = settings.load()
    if current.sqlite_file is not None and not current.sqlite_file.exists():
        raise Problem(f"There is no database at {current.sqlite_file} yet. Start `sempre serve` once.")
    return asyncio.run(_look(current, arguments.code))


async def _look(current: settings.Settings, code: str) -> int:
    database = open_database(current.database, keys.load(current).ring)
    try:
        async with database.read() as conn:
            day = await people.proved(conn, code)
    finally:
        await database.close()
    if day is None:
        print("No deletion has this number.")
        return 1
    print(f"The data of whoever was told this number was deleted on {day:%Y-%m-%d} (UTC).")
    return 0

"""`sempre consents CHANNEL`: what somebody who has gone had agreed to (Art. 7(1) GDPR), by the address that they tell.

The address is read from standard input: on the command line it would stand in the history of the shell.
"""

from __future__ import annotations

import argparse
import asyncio
import sys

from bot import keys, settings
from bot.channels.console import Console
from bot.channels.desk import Desk
from bot.channels.telegram import Telegram
from bot.channels.web import Web
from bot.problem import Problem, WrongUsage
from storage import proofs
from storage.database import open_database

CHANNELS = (Telegram.name, Web.name, Desk.name, Console.name)


def run(arguments: argparse.Namespace) -> int:
    if arguments.channel not in CHANNELS:  # a misspelt one would say that nothing is kept
        raise WrongUsage(f"CHANNEL is one of {', '.join(CHANNELS)}.")
    current = settings.load()
    if current.sqlite_file is not None and not current.sqlite_file.exists():
        raise Problem(f"There is no database at {current.sqlite_file} yet. Start `sempre serve` once.")
    address = sys.stdin.readline().strip()
    if not address:
        raise Problem("Write the address on standard input, one line: for Telegram the number of the chat.")
    return asyncio.run(_show(current, arguments.channel, address))


async def _show(current: settings.Settings, channel: str, address: str) -> int:
    database = open_database(current.database, keys.load(current).ring)
    try:
        async with database.read() as conn:
            found = await proofs.of(conn, channel, address)
    finally:
        await database.close()
    if not found:
        print("Of whoever had this address nothing is kept any more, or they are still here.")
        return 1
    for one in found:
        word = "yes" if one.given else "no"
        print(f"{one.day:%Y-%m-%d} {word} to {one.purpose}, by {one.method}, in {one.language}")
        print(f"           the words they read have the SHA-256 {one.text_sha256.hex()}")
    return 0

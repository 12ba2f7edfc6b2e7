"""`sempre audit verify` and `sempre audit head`: does the trail stand, and its newest seal to write down elsewhere."""

from __future__ import annotations

import argparse
import asyncio

from bot import settings
from bot.problem import Problem, WrongUsage
from bot.service import Ground, ground
from bot.settings import Settings
from storage import audit_chain
from storage.audit_chain import Link, NotAHead, Verified


def run(arguments: argparse.Namespace) -> int:
    written = None if arguments.action == "head" or arguments.head is None else _written(arguments.head)
    current = settings.load()
    if current.sqlite_file is not None and not current.sqlite_file.exists():
        raise Problem(f"There is no database at {current.sqlite_file} yet. Start `sempre serve` once.")
    return asyncio.run(_run(current, arguments.action, written))


def _written(text: str) -> Link:
    try:
        return audit_chain.parse_head(text)
    except NotAHead:
        raise WrongUsage("HEAD is what `sempre audit head` printed: a number, a dash and 32 signs.") from None


async def _run(current: Settings, action: str, written: Link | None) -> int:
    async with ground(current) as on:
        return await (_head(on) if action == "head" else _verify(on, written))


async def _head(on: Ground) -> int:
    await audit_chain.seal(on.database, on.now())
    async with on.database.read() as conn:
        head = await audit_chain.head(conn)
    if not head.number:
        raise Problem("Nothing has been noted yet, so there is no head.")
    print(head)
    return 0


async def _verify(on: Ground, written: Link | None) -> int:
    found = await audit_chain.verify(on.database, on.now(), written)
    for problem in found.problems:
        print(problem)
    if found.problems:
        print(f"The trail does not stand. {_content(found)}")
        return 1
    print(f"The trail stands. {_content(found)}")
    if written is None:
        print("Whoever has the data key could write it anew: compare with a head from elsewhere, --head HEAD.")
    return 0


def _content(found: Verified) -> str:
    since = "" if found.since is None else f", since {found.since:%Y-%m-%d}"
    return f"{found.entries} entries under {found.seals} seals, {found.waiting} wait for theirs{since}."

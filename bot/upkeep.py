"""What a service does by the clock, beside the messages: forgets what was kept long enough, seals the trail, and
writes down beside the database who was erased.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

import structlog

from bot import backups
from bot.clock import Clock
from bot.settings import Settings
from storage import audit_chain, erased, retention
from storage.database import Database, Unavailable
from storage.elections import Election

SWEEP_SECONDS = 3600.0
"""Between two looks for what was kept long enough (24 hours in transit, 90 days as a draft)."""

SEAL_SECONDS = 60.0
"""For so long somebody who has the database could take an entry from the trail without a trace (R-33)."""

FOLLOW_SECONDS = 5.0
"""For so long an erasure is known to the database alone."""

AGAIN_SECONDS = 60.0

_log = structlog.get_logger()


async def sweep(database: Database, election: Election, now: Clock, ending: asyncio.Event) -> None:
    """One process of many forgets. Most falls due at midnight UTC, so it goes in the first hour of the night (R-16)."""

    async def once() -> None:
        if not await election.won():
            return
        failed: list[Exception] = []
        for sort, step in retention.STEPS.items():
            try:
                if dropped := await retention.drain(database, step, now(), ending.is_set):
                    _log.info("swept", sort=sort, dropped=dropped)
            except Unavailable:
                raise
            except Exception as error:  # what else is due goes all the same
                failed.append(error)
        if failed:
            raise failed[0]
        _log.info("swept_all")

    async with election:
        await _each(SWEEP_SECONDS, once, "sweep_failed", ending)


async def seal(database: Database, election: Election, now: Clock, ending: asyncio.Event) -> None:
    """One process of many seals. The head goes to the log as well, which is usually kept elsewhere."""

    async def once() -> None:
        if await election.won() and (head := await audit_chain.seal(database, now())) is not None:
            _log.info("audit_sealed", row=head.number, head=str(head))

    async with election:
        await _each(SEAL_SECONDS, once, "seal_failed", ending)


async def follow(settings: Settings, database: Database, now: Clock, ending: asyncio.Event) -> None:
    """Each process keeps its own file of tombstones up to the database, and drops its own old backups."""
    follower = erased.Follower(backups.tombstones(settings))

    async def once() -> None:
        async with database.read() as conn:
            await follower.follow(conn, now())
        await asyncio.to_thread(backups.drop_old, settings, now())

    await _each(FOLLOW_SECONDS, once, "follow_failed", ending)


async def _each(seconds: float, once: Callable[[], Awaitable[None]], failed: str, ending: asyncio.Event) -> None:
    while not ending.is_set():
        wait = seconds
        try:
            await once()
        except Unavailable:
            wait = AGAIN_SECONDS
        except Exception as error:  # it is done again, whatever it was
            _log.error(failed, exc_info=error)
            wait = AGAIN_SECONDS
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(wait):
                await ending.wait()

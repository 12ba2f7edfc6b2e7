"""What `serve` does in the background for its keys: notices a new one, and seals with it what older ones sealed."""

from __future__ import annotations

import asyncio
import contextlib
import time

import structlog

from bot.clock import Clock
from storage import resealing, sealed, upkeep
from storage.database import Database, Unavailable
from storage.elections import Election

LOOK_SECONDS = 2.0
AFTER_A_FAULT = 60.0
SHARE = 4
"""After a slice, so many times as long as it took belongs to messages alone."""

_log = structlog.get_logger()


async def run(database: Database, election: Election, now: Clock, ending: asyncio.Event) -> None:
    """On PostgreSQL one process of many does it; `election` says which."""
    noted = ""
    async with election:
        while not ending.is_set():
            began = time.monotonic()
            seconds = LOOK_SECONDS
            try:
                noted = await _note(database, now, noted)
                if await _once(database, election, now):
                    seconds = SHARE * (time.monotonic() - began)
            except Unavailable:
                pass
            except Exception as error:  # messages go on, and doctor says that older keys are still needed
                _log.error("reseal_failed", exc_info=error)
                seconds = AFTER_A_FAULT
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await ending.wait()


async def _once(database: Database, election: Election, now: Clock) -> bool:
    """Whether there was something to do."""
    if len(sealed.current().numbers) == 1 or not await election.won():
        return False
    async with database.write() as conn:
        return await resealing.step(conn, now())


async def _note(database: Database, now: Clock, noted: str) -> str:
    """Since when which key seals: for `doctor`, and so that a start without that key is refused."""
    keyring = sealed.current()
    if noted != keyring.fingerprint:
        async with database.write() as conn:
            await upkeep.note_keys(conn, keyring, now())
        _log.info("data_key", count=len(keyring.numbers))
    return keyring.fingerprint

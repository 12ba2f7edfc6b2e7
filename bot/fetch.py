"""Files that people sent: fetched from the platform after the turn, known by their content, and kept sealed."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import structlog

from bot.channels.base import Channel, Fault, SendError
from bot.clock import Clock
from bot.deliver import pause
from bot.media import NotTaken, known
from bot.metrics import Metrics
from storage import files
from storage.database import Database, Unavailable
from storage.files import Wanted

POLL = 2.0
"""Seconds until files that another process asked for are noticed."""

TOGETHER = 4
"""Files fetched at one time: each may be 20 MB, and all of it is in memory until it is sealed."""

MOST_TRIES = 100
"""Tries of one file, about eight hours of them; then it is parked."""

FETCH_SECONDS = 120.0

_log = structlog.get_logger()


class Fetcher:
    """Fetches for one channel. One of them runs for an account (see `bot.account`)."""

    def __init__(self, channel: Channel, database: Database, now: Clock, metrics: Metrics) -> None:
        self._channel = channel
        self._database = database
        self._now = now
        self._metrics = metrics
        self._awake = asyncio.Event()
        self._stopping = False

    def stop(self) -> None:
        """`run` ends after the files at hand."""
        self._stopping = True
        self._awake.set()

    def wake(self) -> None:
        self._awake.set()

    async def run(self) -> None:
        """Until stopped or cancelled. A file whose fetch is cancelled is still wanted."""
        while not self._stopping:
            self._awake.clear()
            try:
                if await self.batch():
                    continue
            except Unavailable as away:
                _log.warning("fetch_waits", channel=self._channel.name, reason=away.reason)
            except Exception as error:  # this loop is the last one standing
                _log.error("fetch_failed", channel=self._channel.name, exc_info=error)
            try:
                async with asyncio.timeout(POLL):
                    await self._awake.wait()
            except TimeoutError:
                pass

    async def batch(self) -> int:
        """Fetches up to `TOGETHER` wanted files; gives how many were tried. Raises `Unavailable`."""
        async with self._database.read() as conn:
            wanted = await files.wanted(conn, self._channel.name, self._now(), TOGETHER)
        await asyncio.gather(*(self._fetch(one) for one in wanted))
        return len(wanted)

    async def _fetch(self, wanted: Wanted) -> None:
        try:
            async with asyncio.timeout(FETCH_SECONDS):
                content = await self._channel.fetch(wanted.file)
            media = await asyncio.to_thread(known, content)
        except SendError as error:
            await self._failed(wanted, error)
            return
        except NotTaken as wrong:
            await self._failed(wanted, SendError(Fault.OURS, None, wrong.reason))
            return
        except TimeoutError:
            await self._failed(wanted, SendError(Fault.AGAIN, None, "timeout"))
            return
        except Exception as error:
            _log.error("fetch_raised", channel=self._channel.name, file=wanted.id, exc_info=error)
            await self._failed(wanted, SendError(Fault.OURS, None, type(error).__name__))
            return
        async with self._database.write(patient=True) as conn:
            await files.keep(conn, wanted.id, media.content, media.type, self._now())
        self._metrics.fetched.labels(self._channel.name).inc()

    async def _failed(self, wanted: Wanted, error: SendError) -> None:
        again = error.rule.retry and wanted.tries + 1 < MOST_TRIES
        seconds = error.retry_after or pause(wanted.tries)
        async with self._database.write() as conn:
            again_at = self._now() + timedelta(seconds=seconds) if again else None
            await files.fail(conn, wanted.id, error.reason, again_at)
        _log.warning("file_not_fetched", channel=self._channel.name, file=wanted.id, reason=error.reason)
        if not again:
            self._metrics.parked.labels("fetch").inc()

"""News for the pages that are open: one look for all of them, so that each costs the same however many there are.

This process wakes it after each of its turns; what another process wrote is found by looking again.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from storage import talk
from storage.database import Database, Unavailable
from storage.talk import Latest

LOOK = 0.25
"""Seconds until what another process wrote is noticed."""

PAUSE = 0.03
"""Between two looks, however often we are woken."""

AWAY = 1.0
TOGETHER = 500

_log = structlog.get_logger()


class Hub:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._watched: dict[bytes, set[asyncio.Event]] = {}
        self._known: dict[bytes, Latest] = {}
        self._awake = asyncio.Event()
        self._anybody = asyncio.Event()
        self._stopping = False

    def stop(self) -> None:
        """`run` ends after the look at hand."""
        self._stopping = True
        self._awake.set()
        self._anybody.set()

    def wake(self) -> None:
        """Something was said."""
        self._awake.set()

    @contextmanager
    def watching(self, lane: bytes, news: asyncio.Event) -> Iterator[None]:
        """Sets `news` whenever there is something new in this talk."""
        self._watched.setdefault(lane, set()).add(news)
        self._anybody.set()
        try:
            yield
        finally:
            self._watched[lane].discard(news)
            if not self._watched[lane]:
                del self._watched[lane]
                self._known.pop(lane, None)

    async def run(self) -> None:
        """Until stopped: a look that is broken off takes its connection to the database with it."""
        while not self._stopping:
            if not self._watched:
                self._anybody.clear()
                await self._anybody.wait()
                continue
            self._awake.clear()
            began = time.monotonic()
            try:
                await self.look()
            except Unavailable:
                await asyncio.sleep(AWAY)
                continue
            except Exception as error:  # the pages depend on this loop
                _log.error("chat_look_failed", exc_info=error)
                await asyncio.sleep(AWAY)
                continue
            await asyncio.sleep(max(PAUSE, time.monotonic() - began))  # never more than half of the time
            if not self._stopping:
                await self._rest()

    async def look(self) -> None:
        """Tells whoever has news. Raises `Unavailable`."""
        everybody = tuple(self._watched)
        for start in range(0, len(everybody), TOGETHER):
            lanes = everybody[start : start + TOGETHER]
            async with self._database.read() as conn:
                found = await talk.latest(conn, lanes)
            for lane, latest in found.items():
                if self._known.get(lane) != latest:
                    self._known[lane] = latest
                    for news in self._watched.get(lane, ()):
                        news.set()

    async def _rest(self) -> None:
        try:
            async with asyncio.timeout(LOOK):
                await self._awake.wait()
        except TimeoutError:
            pass

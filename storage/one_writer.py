"""Who writes next where only one may: SQLite has one writer, and here is a better place to wait than at its file."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

LONGEST = 2.0
"""Seconds after which whoever is patient is not any more."""


class OneWriter:
    """One after the other; whoever is patient waits until nobody else does."""

    def __init__(self) -> None:
        self._busy = False
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._patient: deque[tuple[float, asyncio.Future[None]]] = deque()  # since when

    @asynccontextmanager
    async def turn(self, *, patient: bool) -> AsyncIterator[None]:
        if self._busy:
            await self._wait(patient)
        self._busy = True
        try:
            yield
        finally:
            self._next()

    async def _wait(self, patient: bool) -> None:
        loop = asyncio.get_running_loop()
        mine: asyncio.Future[None] = loop.create_future()
        if patient:
            self._patient.append((loop.time(), mine))
        else:
            self._waiting.append(mine)
        try:
            await mine
        except asyncio.CancelledError:
            if mine.done() and not mine.cancelled():  # it was called up at the same moment
                self._next()
            raise

    def _next(self) -> None:
        while self._waiting or self._patient:
            called = self._called()
            if not called.done():  # else whoever waited has gone
                called.set_result(None)
                return  # still busy: the turn is theirs already
        self._busy = False

    def _called(self) -> asyncio.Future[None]:
        if self._patient:
            since, first = self._patient[0]
            if not self._waiting or asyncio.get_running_loop().time() - since > LONGEST:
                self._patient.popleft()
                return first
        return self._waiting.popleft()

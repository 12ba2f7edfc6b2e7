"""Pages wait for each other, so that messages need not wait for pages.

An answer to somebody who writes takes many small steps, and between two of them everything else that is ready has its
turn. So of a flood of requests only a few are worked on at a time. The others wait in a row for each address, and the
rows are served in turn: whoever floods waits behind themselves.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

from aiohttp import web

AT_ONCE = 4

LONGEST = 0.05
"""Seconds after which the next one is let in anyway: who reads slowly, or waits for a disk, holds nobody up."""

FREE = ("/healthz", "/readyz", "/metrics")

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Turnstile:
    def __init__(self, at_once: int = AT_ONCE, longest: float = LONGEST) -> None:
        self._free = at_once
        self._longest = longest
        self._rows: dict[str, deque[asyncio.Future[None]]] = {}  # by address, the next one first

    @asynccontextmanager
    async def turn(self, address: str) -> AsyncIterator[None]:
        if self._free:
            self._free -= 1
        else:
            await self._wait(address)
        back = _Once(self._next)
        timer = asyncio.get_running_loop().call_later(self._longest, back)
        try:
            yield
        finally:
            timer.cancel()
            back()

    async def _wait(self, address: str) -> None:
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._rows.setdefault(address, deque()).append(mine)
        try:
            await mine
        except asyncio.CancelledError:
            if mine.done() and not mine.cancelled():  # it was called up at the same moment
                self._next()
            else:
                self._leave(address, mine)
            raise

    def _leave(self, address: str, mine: asyncio.Future[None]) -> None:
        with suppress(KeyError, ValueError):
            self._rows[address].remove(mine)
            if not self._rows[address]:
                del self._rows[address]

    def _next(self) -> None:
        while self._rows:
            address = next(iter(self._rows))
            row = self._rows.pop(address)
            called = row.popleft()
            if row:
                self._rows[address] = row  # behind all others
            if not called.done():
                called.set_result(None)
                return
        self._free += 1


class _Once:
    def __init__(self, does: Callable[[], None]) -> None:
        self._does = does
        self._done = False

    def __call__(self) -> None:
        if not self._done:
            self._done = True
            self._does()


def for_pages(turnstile: Turnstile) -> Any:
    """A middleware. Who posts, talks over a socket or looks after us passes by; what they may is bounded elsewhere."""

    @web.middleware
    async def passes(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.method not in {"GET", "HEAD"} or request.path in FREE or "Upgrade" in request.headers:
            return await handler(request)
        async with turnstile.turn(request.remote or ""):
            if request.transport is None:  # gone while it waited
                raise ConnectionResetError
            return await handler(request)

    return passes

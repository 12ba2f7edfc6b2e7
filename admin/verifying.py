"""Passwords are compared one after the other, behind everything else: each takes 64 MiB and a processor for a moment.

So whoever guesses, from however many addresses, takes no time from people who chat. Who would wait too long is asked to
come back; an address may have only a few waiting, so that nobody fills the row alone.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
import threading
from collections import Counter
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

from storage import passwords

AT_ONCE = max(1, min(4, (os.cpu_count() or 1) // 2))
MOST_WAITING = 24
MOST_OF_AN_ADDRESS = 6
BEHIND = 4
"""How much lower than the rest of the service its threads stand."""


class Crowded(Exception):
    """Too many passwords wait already."""


class Verifier:
    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(AT_ONCE, "passwords", _step_back)
        self._turn = asyncio.Semaphore(AT_ONCE)
        self._waiting: Counter[str] = Counter()

    @asynccontextmanager
    async def turn(self, address: str) -> AsyncIterator[None]:
        """Tries are counted within it, so that guesses at the same moment do not all pass. Raises `Crowded`."""
        if self._waiting.total() >= MOST_WAITING or self._waiting[address] >= MOST_OF_AN_ADDRESS:
            raise Crowded
        self._waiting[address] += 1
        try:
            async with self._turn:
                yield
        finally:
            self._waiting[address] -= 1
            if not self._waiting[address]:
                del self._waiting[address]

    async def fits(self, hashed: str | None, password: str) -> bool:
        """Whether it is the password; takes as long where there is no account. Within a `turn`."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, passwords.fits, hashed, password)


def _step_back() -> None:
    if sys.platform == "linux":  # elsewhere a thread has no priority of its own
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), BEHIND)

"""Doors for those who come for the first time, many in one commit: a crowd must not make others wait."""

from __future__ import annotations

import asyncio

from bot.clock import Clock
from storage import doors
from storage.database import Database

MOST_TOGETHER = 50
"""Doors in one commit, so that a message waits for few."""


class NewVisitors:
    def __init__(self, database: Database, now: Clock) -> None:
        self._database = database
        self._now = now
        self._waiting: list[asyncio.Future[str]] = []
        self._making: asyncio.Task[None] | None = None

    async def cookie(self) -> str:
        """The cookie of a new talk, once it is stored. Raises `Unavailable`."""
        mine: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._waiting.append(mine)
        if self._making is None or self._making.done():
            self._making = asyncio.create_task(self._make())
        return await mine

    async def _make(self) -> None:
        while self._waiting:
            together, self._waiting = self._waiting[:MOST_TOGETHER], self._waiting[MOST_TOGETHER:]
            try:
                async with self._database.write(patient=True) as conn:
                    cookies = await doors.new_visitors(conn, len(together), self._now())
            except Exception as error:
                for one in together:
                    if not one.done():  # a browser may have gone away meanwhile
                        one.set_exception(error)
            else:
                for one, cookie in zip(together, cookies, strict=True):
                    if not one.done():
                        one.set_result(cookie)

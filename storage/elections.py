"""One process of many: an advisory lock of PostgreSQL that its session holds, and loses with its connection."""

from __future__ import annotations

import asyncio
import zlib
from types import TracebackType
from typing import Any

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

from storage.database import CONNECT_SECONDS, driver_url

ELECTIONS = 0x53656D71  # "Semq": the first half of the key, so that no other lock of ours is met
ANSWER_SECONDS = 2.0


class Election:
    """Who may send and poll for `account`. On SQLite the lock of the data folder decides, so it is won at once.

    `lost` is set as soon as the session that holds the lock ends: another process may have won a moment later.
    """

    def __init__(self, url: str, account: str) -> None:
        self.lost = asyncio.Event()
        address = driver_url(url)
        self._key = zlib.crc32(account.encode()) - 2**31
        self._connection: AsyncConnection | None = None
        self._engine = None
        if address.get_backend_name() == "postgresql":
            arguments = {"timeout": CONNECT_SECONDS, "command_timeout": ANSWER_SECONDS}
            self._engine = create_async_engine(
                address, poolclass=NullPool, isolation_level="AUTOCOMMIT", connect_args=arguments
            )

    async def won(self) -> bool:
        """Whether this process is the one now. Ask every few seconds: it is lost with the connection."""
        if self._engine is None:
            return True
        try:
            if self._connection is not None and not self.lost.is_set():
                await self._connection.execute(text("SELECT 1"))
                return True
            await self.close()
            self.lost = asyncio.Event()
            self._connection = await self._engine.connect()
            key = {"elections": ELECTIONS, "key": self._key}
            if await self._connection.scalar(text("SELECT pg_try_advisory_lock(:elections, :key)"), key):
                await self._watch(self._connection)
                return True
        except (DBAPIError, OSError, TimeoutError):
            pass
        await self.close()
        return False

    async def _watch(self, connection: AsyncConnection) -> None:
        """The driver tells at once when the session ends, without being asked."""
        lost = self.lost
        session: Any = (await connection.get_raw_connection()).driver_connection
        session.add_termination_listener(lambda _: lost.set())

    async def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            try:
                await connection.close()
            except (DBAPIError, OSError, TimeoutError):
                await connection.invalidate()

    async def __aenter__(self) -> Election:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

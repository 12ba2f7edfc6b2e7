"""aiosqlite with one hop to its thread for each statement, instead of four.

Its cursor is made, used, read and closed in the thread by a call each. SQLAlchemy reads every result whole anyway, so
all four can be done at once; that was most of the processor time of a turn. So can the beginning of a transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, Self

import aiosqlite


class Whole:
    """A cursor whose result is in memory once `execute` has ended."""

    arraysize = 1

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: Sequence[Any] = ()
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, parameters: Any = ()) -> Self:
        return await self._run(lambda cursor: cursor.execute(statement, parameters))

    async def executemany(self, statement: str, parameters: Any) -> Self:
        return await self._run(lambda cursor: cursor.executemany(statement, parameters))

    async def fetchall(self) -> Sequence[Any]:
        rows, self._rows = self._rows, ()
        return rows

    async def close(self) -> None:
        self._rows = ()

    async def _run(self, statement: Callable[[sqlite3.Cursor], object]) -> Self:
        await self._connection.in_thread(self._whole, statement)
        return self

    def _whole(self, database: sqlite3.Connection, statement: Callable[[sqlite3.Cursor], object]) -> None:
        cursor = database.cursor()
        try:
            statement(cursor)
            self.description = cursor.description
            self._rows = () if cursor.description is None else cursor.fetchall()
            self.rowcount, self.lastrowid = cursor.rowcount, cursor.lastrowid
        finally:
            cursor.close()


class Connection(aiosqlite.Connection):
    """A transaction begins with its first statement, in the same hop; one without any takes none at all."""

    begins: str | None = None

    def cursor(self) -> Whole:  # type: ignore[override]
        return Whole(self)

    async def in_thread(self, call: Callable[..., object], *arguments: object) -> object:
        """`call(sqlite3 connection, *arguments)` in the thread of this connection."""
        begins, self.begins = self.begins, None

        def work() -> object:
            if begins is not None:
                self._conn.execute(begins)
            return call(self._conn, *arguments)

        done: object = await self._execute(work)  # type: ignore[no-untyped-call]
        return done

    async def commit(self) -> None:
        await self._end(sqlite3.Connection.commit)

    async def rollback(self) -> None:
        await self._end(sqlite3.Connection.rollback)

    async def _end(self, how: Callable[[sqlite3.Connection], None]) -> None:
        if self.begins is None:
            await self.in_thread(how)
        self.begins = None

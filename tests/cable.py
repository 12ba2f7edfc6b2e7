"""A line between a browser and the service that can be cut and mended, as lines in the country are."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Self


class Cable:
    """Passes bytes on. `deaf`: what the service answers is lost on the way."""

    def __init__(self, to: int) -> None:
        self.port = 0
        self.deaf = False
        self._to = to
        self._whole = True
        self._server: asyncio.Server | None = None
        self._ends: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self.cut()
        assert self._server is not None
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def cut(self) -> None:
        """Everything that is open breaks off, and nothing new gets through."""
        self._whole = False
        for end in self._ends:
            end.transport.abort()

    def mend(self) -> None:
        self._whole = True
        self.deaf = False

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not self._whole:
            writer.transport.abort()
            return
        try:
            there, back = await asyncio.open_connection("127.0.0.1", self._to)
        except OSError:
            writer.transport.abort()
            return
        for first, second, answers in ((reader, back, False), (there, writer, True)):
            self._ends.add(second)
            task = asyncio.create_task(self._pass(first, second, answers))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, answers: bool) -> None:
        try:
            await passed(reader, writer, lambda: answers and self.deaf)
        finally:
            self._ends.discard(writer)


async def passed(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, lost: Callable[[], bool] = lambda: False
) -> None:
    """Passes bytes on until either side ends; none while they are `lost`."""
    try:
        while data := await reader.read(65_536):
            if not lost():
                writer.write(data)
                await writer.drain()
    except ConnectionError:
        pass
    finally:
        writer.close()

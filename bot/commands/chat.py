"""`sempre chat`: the console channel, with a person at the keyboard or lines from a pipe.

What is typed becomes an inbox row, what is said is read from the outbox. A running `serve` turns the row; where none
holds the data folder, this process turns it, and holds the folder for just that moment.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import getpass
import io
import logging
import os
import sys
import threading
import time
import uuid
from collections.abc import Mapping
from pathlib import Path

from bot import logs, settings
from bot.channels import console
from bot.channels.base import Document, Unreadable
from bot.channels.console import Console
from bot.folder import FolderLock
from bot.problem import Problem, WrongUsage
from bot.service import Service
from bot.settings import Settings
from dialogs.terms import Say
from storage import inbox, outbox, reader
from storage.inbox import Arrival

PATIENCE = 20.0
"""Seconds to wait for an answer before saying that none comes."""

GLANCE = 0.03
IDLE = 1.0
"""Seconds between two looks into the outbox: while an answer is due, and while the person thinks."""

AT_ONCE = 50
LONGEST_NAME = 64


def run(arguments: argparse.Namespace) -> int:
    current = settings.load()
    logs.start(logging.ERROR)
    name = arguments.name or _login()
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise WrongUsage(f"--as takes a name of up to {LONGEST_NAME} characters that can be seen.")
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_converse(current, name, arguments.language))
    if sys.stdin.isatty():
        print(f"\nGoodbye. `sempre chat --as {name}` goes on from here.")
    return 0


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name, as in some containers
        return "console"


async def _converse(current: Settings, name: str, language: str | None) -> None:
    async with Service.quiet(current) as service:
        offered = service.on.words.languages
        if language is not None and language not in offered:
            raise WrongUsage(f"--language {language} is not offered. There are: {', '.join(offered)}.")
        talk = _Talk(service, Console(name, current.clock_offset))
        lines = _Lines()
        is_new = await talk.catch_up()
        if language is None or is_new:
            await talk.say({"hello": True}, shown=language is None)
        if language is not None:
            await talk.say({"press": f"language:{language}"})
        while (line := await _next(lines, talk)) is not None:
            if line.strip():
                await talk.say(console.typed(line, talk.stands))


async def _next(lines: _Lines, talk: _Talk) -> str | None:
    """The next line; what staff write meanwhile is shown."""
    if sys.stdin.isatty():
        print("\n> ", end="", flush=True)
    while True:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(IDLE):
                return await lines.get()
        await talk.show()


class _Talk:
    """One person's talk. `stands` is the message that was shown last."""

    def __init__(self, service: Service, channel: Console) -> None:
        self.service = service
        self.channel = channel
        self.stands: Say | None = None
        self._seen = 0
        self._lock = FolderLock(service.on.settings.data_dir) if service.on.settings.on_sqlite else None

    async def catch_up(self) -> bool:
        """Begins after what was shown in an earlier run, and shows what was not. Whether this talk is a new one."""
        place = await self._place()
        self._seen = place.seen
        if not place.answered:
            await self._answered()
        await self.show()
        return place.conversation_id is None

    async def say(self, said: Mapping[str, object], *, shown: bool = True) -> None:
        """Stores it, waits until it is turned, and shows the answer (or passes over it)."""
        try:
            inbounds = await self.channel.read(console.message(uuid.uuid4().hex, said))
        except Unreadable:
            print(f"A message has at most {console.LONGEST_TEXT} characters here.")
            return
        arrivals = [Arrival(self.channel.name, one.address, one.key, one.order, one.heard) for one in inbounds]
        async with self.service.on.database.write() as conn:
            await inbox.put(conn, arrivals, self.service.on.now())
        await self._answered()
        await self.show(printed=shown)

    async def show(self, *, printed: bool = True) -> None:
        place = await self._place()
        if place.conversation_id is None:
            return
        async with self.service.on.database.read() as conn:
            fresh = await outbox.after(conn, place.conversation_id, self._seen, AT_ONCE)
        for seq, said, _ in fresh:
            if printed:
                print("\n" + "\n".join(console.lines(said)), flush=True)
                await self._write_copy(place.conversation_id, said)
            self.stands = said
            self._seen = seq
        if fresh:
            async with self.service.on.database.write() as conn:
                await outbox.seen(conn, place.conversation_id, self._seen, self.service.on.now())

    async def _write_copy(self, conversation_id: int, said: Say) -> None:
        """Into the folder where the person is; only they may read it."""
        if not said.data:
            return
        for document in (await self.service.copies.make(conversation_id)).values():
            print(f"  {await asyncio.to_thread(_written, document)}", flush=True)

    async def _answered(self) -> None:
        until = time.monotonic() + PATIENCE
        while not (await self._place()).answered:
            if time.monotonic() > until:
                raise Problem("No answer comes, though the message is stored. `sempre doctor` may say why.")
            if not await self._turn():
                await asyncio.sleep(GLANCE)

    async def _turn(self) -> bool:
        """Turns what is due, unless another process holds the folder and does. Whether there was any."""
        if self._lock is None:
            return await self.service.turn_all() > 0
        if not self._lock.try_take():
            return False
        try:
            return await self.service.turn_all() > 0
        finally:
            self._lock.free()

    async def _place(self) -> reader.Place:
        async with self.service.on.database.read() as conn:
            return await reader.place(conn, self.channel.name, self.channel.address)


def _written(document: Document) -> Path:
    path = Path(document.name).absolute()
    path.unlink(missing_ok=True)  # an older copy may have been readable for others
    path.write_bytes(document.content)
    return path


class _Lines:
    """Lines of standard input. A thread waits for them, so that staff's words can come in between."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._queue: asyncio.Queue[str | None] = asyncio.Queue()
        self._wanted = threading.Semaphore(0)
        self._asked = False
        # Not sys.stdin: the lock of its buffer, held by a thread that waits, aborts Python's own shutdown.
        self._input = io.FileIO(os.dup(sys.stdin.fileno()))
        threading.Thread(target=self._read, daemon=True, name="lines").start()

    async def get(self) -> str | None:
        """The next line; None at the end."""
        if not self._asked:
            self._asked = True
            self._wanted.release()
        line = await self._queue.get()
        self._asked = False
        return line

    def _read(self) -> None:
        while True:
            self._wanted.acquire()
            raw = self._input.readline()
            line = raw.decode("utf-8", "replace").rstrip("\r\n") if raw else None
            with contextlib.suppress(RuntimeError):  # the loop has ended
                self._loop.call_soon_threadsafe(self._queue.put_nowait, line)

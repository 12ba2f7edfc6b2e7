"""One open page of the web chat, from its connection to its end: the protocol of design.md §5.

What the person says is committed, then acknowledged. What is said to them comes in order of its sequence numbers,
whoever wrote it. A frame that cannot be read is named, and the next one is read like any other.
"""

from __future__ import annotations

import asyncio
import json
import time
import uuid
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

import structlog
from aiohttp import WSCloseCode, WSMsgType, web

from bot import chat_frames
from bot.channels.base import Unreadable
from bot.channels.web import LONGEST_TEXT, Web, checked, message
from bot.chat_frames import Frame
from bot.chat_hub import Hub
from bot.chat_limits import Bucket
from bot.clock import Clock
from bot.metrics import Metrics
from bot.receive import Receiver
from dialogs.terms import File, Say, Words
from storage import doors, reader, talk, uploads
from storage.database import Database, Unavailable
from storage.doors import Visitor
from storage.inbox import Full
from storage.talk import STEP, Line

LARGEST_FRAME = 256 * 1024
"""Characters of a frame that is read: twice what the longest text takes with every letter escaped."""

LARGEST_READ = 1024 * 1024 + 4096
"""Bytes of a frame that is received at all; the connection ends at a larger one."""

SLOWED = 0.2
"""Seconds for which somebody who sends too fast is not listened to."""

LETTERS = 2000
"""A frame with so many letters counts as two: to read a long text takes longer than to receive it."""

MOST_REFUSED = 20
"""Frames of a connection that may be too fast; a page of ours waits for each acknowledgement, so it sends none."""

SEEN_TOGETHER = 0.5
"""Seconds between two commits of "I have seen it", so that not every message costs one."""

ENDING = 2.0
"""Seconds that are given to what is under way when a page closes."""

LOOK_AGAIN = 60.0
"""Seconds after which we look whether the cookie still opens this talk."""

GREETED = 5.0
"""Seconds in which a talk is greeted once, however many pages of it open."""

_log = structlog.get_logger()


@dataclass
class Rooms:
    """What all pages share."""

    channel: Web
    database: Database
    receiver: Receiver
    words: Words
    hub: Hub
    now: Clock
    metrics: Metrics
    pace: Bucket  # frames of a talk
    greeted: dict[bytes, float]
    stopping: bool = False


class Visit:
    """`language` is that of the browser, for what is said before the talk has one."""

    def __init__(
        self, rooms: Rooms, socket: web.WebSocketResponse, cookie: str, visitor: Visitor, language: str, device: str
    ) -> None:
        self._rooms = rooms
        self._socket = socket
        self._visitor = visitor
        self._language = language
        self._device = device
        self.cookie = cookie
        self._news = asyncio.Event()
        self._position: int | None = None  # None until the page said hello
        self._shown: deque[int] = deque(maxlen=1000)  # inbox rows that stand on the page
        self._says: deque[Say] = deque(maxlen=8)  # newest first
        self._seen = 0
        self._saved = 0
        self._saved_at = float("-inf")
        self._complained_at = float("-inf")
        self._too_fast = 0

    async def run(self) -> None:
        """Until either side ends it."""
        writer = asyncio.create_task(self._write())
        try:
            with self._rooms.hub.watching(self._visitor.lane, self._news):
                async for frame in self._socket:
                    if frame.type is WSMsgType.TEXT:
                        await self._take(frame.data)
                    elif frame.type is WSMsgType.BINARY:
                        await self._refuse("not_json")
        finally:
            self._news.set()  # it ends by itself: a question to the database is better not broken off
            try:
                await asyncio.wait([writer], timeout=ENDING)
            finally:
                writer.cancel()

    async def close(self, code: str) -> None:
        """Says why, then ends the connection."""
        await self._send(chat_frames.error(code, self._rooms.words, self._language))
        await self._socket.close(code=4403 if code == "expired" else 1012)

    # -- in ---------------------------------------------------------------------------------------

    async def _take(self, data: str) -> None:
        seconds = self._rooms.pace.take(self._visitor.lane, 1 + min(len(data), LONGEST_TEXT) / LETTERS)
        if seconds:
            self._too_fast += 1
            await self._complain()
            await asyncio.sleep(min(seconds, SLOWED))  # what is not read stays on their side
            if self._too_fast >= MOST_REFUSED:
                await self._socket.close(code=WSCloseCode.POLICY_VIOLATION)
            return
        if len(data) > LARGEST_FRAME:
            await self._refuse("too_long")
            return
        try:
            frame = checked(data)
        except Unreadable as wrong:
            await self._refuse(wrong.reason, _id_in(data))
            return
        try:
            await self._follow(frame)
        except (Unavailable, Full):
            await self._refuse("busy", frame.get("id"))
        except ConnectionError:
            raise
        except Exception as error:
            _log.error("chat_frame_failed", exc_info=error)
            await self._refuse("busy", frame.get("id"))

    async def _follow(self, frame: Mapping[str, object]) -> None:
        match frame:
            case {"type": "hello", "after": int(after)}:
                await self._hello(after)
            case {"type": "seen", "seq": int(seq)}:
                self._note_seen(seq)
            case {"type": "file", "file": str(ref), "id": name}:
                file = await self._uploaded(ref)
                if file is None:
                    await self._refuse("file_gone", name)
                else:
                    await self._store({**frame, "file": file})
            case _:
                await self._store(frame)

    async def _uploaded(self, ref: str) -> File | None:
        async with self._rooms.database.read() as conn:
            return await uploads.find(conn, self._visitor.lane, ref, self._rooms.now())

    async def _store(self, frame: Mapping[str, object]) -> None:
        rooms = self._rooms
        if rooms.stopping:
            await self._refuse("stopping", frame.get("id"))
            return
        inbounds = await rooms.channel.read(message(self._visitor.address, frame, self._device))
        await rooms.receiver.arrived(rooms.channel, inbounds)
        if frame["type"] != "hello":
            await self._send({"type": "ack", "id": frame["id"]})
            await self._keep()
        self._news.set()

    async def _keep(self) -> None:
        """Somebody who writes comes back. Read anew each time: an erasure cuts the cookie short."""
        rooms = self._rooms
        async with rooms.database.read() as conn:
            found = await doors.visitor(conn, self.cookie, rooms.now())
        if found is not None and doors.wants_keeping(found, rooms.now()):
            async with rooms.database.write(patient=True) as conn:
                await doors.keep(conn, self.cookie, rooms.now())

    async def _hello(self, after: int) -> None:
        lane = self._visitor.lane
        async with self._rooms.database.read() as conn:
            latest = (await talk.latest(conn, [lane])).get(lane)
            place = await reader.place(conn, doors.CHANNEL, self._visitor.address)
            there = await talk.find(conn, lane)
            if latest is None or after >= (latest.said + 1) * STEP:  # the page knows another talk than we do
                after = 0
            self._says.extend(await talk.said_before(conn, lane, after, 8))
        if (latest is None or not latest.said) and place.answered and self._greets_first():
            await self._store({"type": "hello", "id": f"hello-{uuid.uuid4()}"})
        if there is not None and there.language is not None:
            self._language = there.language
        self._position = after
        self._news.set()

    def _greets_first(self) -> bool:
        """Two pages that open at the same moment are greeted once: the talk is one."""
        greeted, now = self._rooms.greeted, time.monotonic()
        for lane in [lane for lane, at in greeted.items() if at < now - GREETED]:
            del greeted[lane]
        if self._visitor.lane in greeted:
            return False
        greeted[self._visitor.lane] = now
        return True

    # -- out --------------------------------------------------------------------------------------

    async def _write(self) -> None:
        looked_at = time.monotonic()
        while not self._socket.closed:
            try:
                async with asyncio.timeout(self._seen_due()):
                    await self._news.wait()
            except TimeoutError:
                pass
            self._news.clear()
            try:
                if time.monotonic() - looked_at > LOOK_AGAIN:
                    looked_at = time.monotonic()
                    if await self._is_closed():
                        await self.close("expired")
                        return
                await self._push()
                await self._save_seen()
            except Unavailable:
                await asyncio.sleep(1)
                self._news.set()
            except ConnectionError:
                return
            except Exception as error:
                _log.error("chat_push_failed", exc_info=error)
                await asyncio.sleep(1)

    async def _is_closed(self) -> bool:
        async with self._rooms.database.read() as conn:
            return await doors.visitor(conn, self.cookie, self._rooms.now()) is None

    async def _push(self) -> None:
        while self._position is not None:
            async with self._rooms.database.read() as conn:
                lines = await talk.after(conn, self._visitor.lane, self._position)
            for line in lines:
                frame = self._frame(line)
                if frame is not None:
                    await self._send(frame)
                self._position = line.seq
            if not lines:
                return

    def _frame(self, line: Line) -> Frame | None:
        """None where the page has it already, under a lower number."""
        if line.say is not None:
            self._says.appendleft(line.say)
            self._rooms.greeted.pop(self._visitor.lane, None)
            self._language = line.say.language
            return chat_frames.said(line, line.say)
        if line.heard is None or line.row in self._shown:
            return None
        self._shown.append(line.row)
        return chat_frames.heard(line, line.heard, self._says, self._rooms.words, self._language)

    async def _send(self, frame: Frame) -> None:
        if not self._socket.closed:
            await self._socket.send_str(json.dumps(frame, ensure_ascii=False))

    async def _refuse(self, code: str, about: object = None) -> None:
        self._rooms.metrics.refused.labels(self._rooms.channel.name, code).inc()
        await self._send(chat_frames.error(code, self._rooms.words, self._language, about))

    async def _complain(self) -> None:
        """Once a second: an answer to each of a thousand frames would be what they are."""
        if time.monotonic() - self._complained_at > 1:
            self._complained_at = time.monotonic()
            await self._refuse("too_fast")

    # -- seen -------------------------------------------------------------------------------------

    def _note_seen(self, seq: int) -> None:
        self._seen = max(self._seen, min(seq, self._position or 0))  # what was not shown was not seen
        self._news.set()

    def _seen_due(self) -> float:
        """Seconds until there is something to do, if nothing happens."""
        if self._seen == self._saved:
            return LOOK_AGAIN
        return max(0.0, self._saved_at + SEEN_TOGETHER - time.monotonic())

    async def _save_seen(self) -> None:
        """At most every `SEEN_TOGETHER` seconds; at once where the page is gone."""
        if self._seen == self._saved or (self._seen_due() > 0 and not self._socket.closed):
            return
        seen, self._saved_at = self._seen, time.monotonic()
        async with self._rooms.database.write(patient=True) as conn:
            await talk.seen(conn, self._visitor.lane, seen, self._rooms.now())
        self._saved = seen


def _id_in(data: str) -> object:
    """The id of a frame that is otherwise wrong."""
    try:
        frame = json.loads(data)
    except (ValueError, RecursionError):
        return None
    name = frame.get("id") if isinstance(frame, dict) else None
    # Half of a pair of code units, for one, cannot be said back.
    return name if isinstance(name, str) and len(name) <= 64 and name.isprintable() else None

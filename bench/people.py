"""The people and the Bot API, in one process beside the bot: bare protocols, so that they are never the limit.

A person sends the next thing when the answer to the last one has come. So many talk at once (`run` at full load), or
so many updates begin each second (`run` with a rate). Figures are taken between two moments, when all is warm.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import unquote_plus

from bench.script import STEPS

TOKEN = "4815162342:AAHbench-bench-bench-bench-bench-12"  # noqa: S105 (of an emulator)
CONNECTIONS = 40  # what Telegram opens to a webhook unless told otherwise

_LENGTH = re.compile(rb"content-length:\s*(\d+)", re.IGNORECASE)
_CHUNKED = re.compile(rb"transfer-encoding:\s*chunked", re.IGNORECASE)
_BOUNDARY = re.compile(rb"multipart/form-data;\s*boundary=\"?([^\s\";]+)", re.IGNORECASE)
_CHAT = re.compile(r'(?:^|[&,{\s])"?chat_id"?[=:]\s*"?(\d+)')
_PAYLOAD = re.compile(r'"callback_data"\s*:\s*"([^"]+)"')

Answer = Callable[[str, int, list[str]], None]


@dataclass(slots=True)
class Figures:
    updates: int = 0
    answers: int = 0
    talks: int = 0
    presses: int = 0
    callbacks: int = 0  # presses that were answered
    left: int = 0  # talks that were left open
    repeats: int = 0  # answers that came twice, or were no answer to what was last said
    sent_at: list[float] = field(default_factory=list)  # when each message of the bot came, in seconds of a clock
    delays: list[float] = field(default_factory=list)  # seconds from an update to its answer


class BotApi(asyncio.Protocol):
    """The platform's side: answers each call at once, or `away` seconds later."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._data = b""
        self._out: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._out = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self._data += data
        while (cut := _message(self._data)) is not None:
            head, body, self._data = cut
            method = head[: head.index(b" HTTP/")].rpartition(b"/")[2].partition(b"?")[0].decode()
            answer = self._world.called(method, head, body)
            if self._world.away:
                asyncio.get_running_loop().call_later(self._world.away, self._answer, answer)
            else:
                self._answer(answer)

    def _answer(self, result: Any) -> None:
        body = json.dumps({"ok": True, "result": result}).encode()
        if self._out is not None and not self._out.is_closing():
            self._out.write(
                b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
            )


class Hook(asyncio.Protocol):
    """One connection to the webhook. The next update goes when the last was acknowledged."""

    def __init__(self, world: World, path: str, secret: str, port: int) -> None:
        self._world, self._port = world, port
        self._head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        self._head += f"X-Telegram-Bot-Api-Secret-Token: {secret}\r\nContent-Length: "
        self._data = b""
        self._out: asyncio.Transport | None = None
        self._sent: bytes | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._out = cast("asyncio.Transport", transport)
        self.next()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        """The bot closed it, as some do when idle: another one is opened, and what was not taken goes again."""
        if self in self._world.idle:
            self._world.idle.remove(self)
        if self._sent is not None:
            self._world.waiting.appendleft(self._sent)
        self._world.lost_hook(self._port)

    def next(self) -> None:
        if self._sent is None and self._world.waiting and self._out is not None:
            self._sent = self._world.waiting.popleft()
            self._out.write(f"{self._head}{len(self._sent)}\r\n\r\n".encode() + self._sent)
        elif self._sent is None:
            self._world.idle.append(self)

    def data_received(self, data: bytes) -> None:
        self._data += data
        cut = _message(self._data)
        if cut is None:
            return
        head, _, self._data = cut
        status, body, self._sent = head.split(b" ", 2)[1], self._sent, None
        if not status.startswith(b"2") and body is not None:
            self._world.waiting.appendleft(body)  # as the platform does: again until it is taken
            self._world.sent_back += 1
        self.next()


def _message(data: bytes) -> tuple[bytes, bytes, bytes] | None:
    """Head, body and what follows of an HTTP message, once it is whole."""
    end = data.find(b"\r\n\r\n")
    if end < 0:
        return None
    head, rest = data[:end], data[end + 4 :]
    length = _LENGTH.search(head)
    if length is not None:
        size = int(length[1])
        return None if len(rest) < size else (head, rest[:size], rest[size:])
    if _CHUNKED.search(head):
        body = b""
        while True:
            line, found, after = rest.partition(b"\r\n")
            if not found or len(after) < int(line, 16) + 2:
                return None
            size = int(line, 16)
            body, rest = body + after[:size], after[size + 2 :]
            if size == 0:
                return head, body, rest
    return head, b"", rest


def read_call(head: bytes, body: bytes) -> tuple[int, list[str]]:
    """Chat and payloads of a `sendMessage` in any of the forms that libraries send."""
    boundary = _BOUNDARY.search(head)
    if boundary is not None:
        text = body.decode()
        found = re.search(r'name="chat_id"\r\n(?:[^\r\n]+\r\n)*\r\n(\d+)', text)
        return int(found[1]) if found else 0, _PAYLOAD.findall(text)
    text = body.decode()
    if b"application/x-www-form-urlencoded" in head.lower():
        text = unquote_plus(text)
    found = _CHAT.search(text)
    return int(found[1]) if found else 0, _PAYLOAD.findall(text.replace('\\"', '"'))


@dataclass(slots=True)
class Person:
    chat: int
    step: int = 0
    sent_at: float = 0.0
    payloads: list[str] = field(default_factory=list)


class World:
    """All people, and what the bot calls. `away`: seconds to the Bot API; `leave_at`: answers after which people fall
    silent; `first`: the number of the first chat and of the first message.
    """

    def __init__(self, away: float = 0.0, leave_at: int | None = None, first: int = 1000) -> None:
        self.away = away
        self._leave_at = leave_at
        self.waiting: deque[bytes] = deque()
        self.idle: list[Hook] = []
        self.figures = Figures()
        self.sent_back = 0
        self.ready = asyncio.Event()
        self._people: dict[int, Person] = {}
        self._numbers = first  # of messages and presses: none comes twice
        self._chats = first
        self._closed = False
        self._to = "", ""
        self._again: asyncio.Future[None] | None = None
        self._keep = 0
        self._wanted_left = 0
        self._enough = asyncio.Event()
        self._server: asyncio.Server | None = None
        self._hooks: list[asyncio.BaseTransport] = []

    # -- the platform -----------------------------------------------------------------------------

    async def open(self) -> int:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: BotApi(self), "127.0.0.1", 0)
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    def called(self, method: str, head: bytes, body: bytes) -> Any:
        if method == "sendMessage":
            chat, payloads = read_call(head, body)
            self.figures.sent_at.append(time.perf_counter())
            self._answered(chat, payloads)
            self._numbers += 1
            return {"message_id": self._numbers, "date": int(time.time()), "chat": _chat(chat), "text": "…"}
        if method == "getMe":
            return {"id": 1, "is_bot": True, "first_name": "Bench", "username": "bench_bot", "can_join_groups": True,
                    "can_read_all_group_messages": False, "supports_inline_queries": False}  # fmt: skip
        if method == "answerCallbackQuery":
            self.figures.callbacks += 1
        if method == "setWebhook":
            self.ready.set()
        if method == "getWebhookInfo":
            return {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
        return True

    async def connect(self, ports: Sequence[int], path: str, secret: str) -> None:
        """Opens the connections of the webhook, in turn to each of the ports."""
        self._to = path, secret
        for number in range(CONNECTIONS):
            await self._connect(ports[number % len(ports)])

    async def _connect(self, port: int) -> None:
        path, secret = self._to
        loop = asyncio.get_running_loop()
        transport, _hook = await loop.create_connection(lambda: Hook(self, path, secret, port), "127.0.0.1", port)
        self._hooks.append(transport)

    def lost_hook(self, port: int) -> None:
        if not self._closed:
            self._again = asyncio.ensure_future(self._connect(port))

    async def close(self) -> None:
        self._closed = True
        self._people.clear()  # whatever is answered from now on, nobody says more
        for hook in self._hooks:
            hook.close()
        self._hooks = []
        if self._server is not None:
            self._server.close()

    # -- the people -------------------------------------------------------------------------------

    def full(self, people: int) -> None:
        """So many talk from now on; whoever has come to the end makes room for the next."""
        self._keep = people
        while len(self._people) < people:
            self._begin()

    async def at_rate(self, updates: float, seconds: float) -> None:
        """New people come so fast that about so many updates are sent each second."""
        self._keep = 0
        pause = len(STEPS) / updates
        loop = asyncio.get_running_loop()
        next_at, end = loop.time(), loop.time() + seconds
        while next_at < end:
            self._begin()
            next_at += pause
            await asyncio.sleep(max(0.0, next_at - loop.time()))

    def stop(self) -> None:
        self._keep = 0

    async def left(self, conversations: int) -> None:
        """Until so many were left open."""
        self._wanted_left = conversations
        await self._enough.wait()

    def _begin(self) -> None:
        self._chats += 1
        self._people[self._chats] = person = Person(self._chats)
        self._say(person)

    def _say(self, person: Person) -> None:
        kind, words = STEPS[person.step]
        self._numbers += 1
        number, now = self._numbers, int(time.time())
        who = {"id": person.chat, "is_bot": False, "first_name": "Person", "language_code": "en"}
        message = {"message_id": number, "date": now, "chat": _chat(person.chat), "from": who, "text": words}
        update: dict[str, Any] = {"update_id": number}
        if kind == "text":
            update["message"] = message
        else:
            found = next(one for one in person.payloads if _fits(one, words))
            self.figures.presses += 1
            message["from"] = {"id": 1, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
            update["callback_query"] = {
                "id": str(number), "from": who, "message": message, "chat_instance": "1", "data": found,
            }  # fmt: skip
        person.sent_at = time.perf_counter()
        self.figures.updates += 1
        self.waiting.append(json.dumps(update).encode())
        while self.idle and self.waiting:
            self.idle.pop().next()

    def _answered(self, chat: int, payloads: list[str]) -> None:
        person = self._people.get(chat)
        if person is None:
            return
        following = _following(person.step, payloads)
        if following is None:
            self.figures.repeats += 1
            return
        self.figures.answers += 1
        self.figures.delays.append(time.perf_counter() - person.sent_at)
        person.payloads = payloads
        person.step = following
        left = person.step == self._leave_at
        if person.step < len(STEPS) and not left:
            self._say(person)
            return
        del self._people[chat]
        self.figures.talks += not left
        self.figures.left += left
        if left and self.figures.left == self._wanted_left:
            self._enough.set()
        if len(self._people) < self._keep:
            self._begin()

    @property
    def open_talks(self) -> int:
        return len(self._people)


def _following(step: int, payloads: list[str]) -> int | None:
    """The step that this answer asks for: the next one, or, where the bot has understood the topic, the one after it.

    None: it is no answer to what was said at `step`.
    """
    for following in (step + 1, step + 2):
        kind, words = STEPS[following] if following < len(STEPS) else ("text", "")
        if kind == "text" and following == step + 1:
            return following
        if kind == "press" and any(_fits(one, words) for one in payloads):
            return following
    return None


def _fits(payload: str, wanted: str) -> bool:
    return payload == wanted or payload.startswith(f"{wanted}~")


def _chat(number: int) -> dict[str, Any]:
    return {"id": number, "type": "private", "first_name": "Person"}

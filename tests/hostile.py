"""A hundred clients that mean ill, as a process of their own: `python -m tests.hostile PORT SECONDS [KIND …]`.

Some have addresses of their own, some share that of everybody else, as in a village behind one. At the end it prints a
line of JSON: how often each kind came, and what was answered how often.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import random
import re
import socket
import struct
import sys
from collections import Counter
from collections.abc import Awaitable, Callable

import aiohttp

from tests.pictures import jpeg

HOST = "127.0.0.1"
_dice = random.Random(5)  # noqa: S311
_NOISE = _dice.randbytes(65_536)
_LARGE = jpeg() + _NOISE * 140
_seen: Counter[str] = Counter()
_port = 0


def _address(number: int) -> str:
    """Every third shares the address of the ordinary ones."""
    return HOST if number % 3 == 0 else f"127.0.{1 + number // 200}.{1 + number % 200}"


# -- over raw lines -------------------------------------------------------------------------------


async def _line(number: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    return await asyncio.open_connection(HOST, _port, local_addr=(_address(number), 0))


async def _drip(number: int, head: bytes, drop: bytes, pause: float = 0.2) -> None:
    """A request that never comes to its end."""
    reader, writer = await _line(number)
    try:
        writer.write(head)
        while not reader.at_eof():
            writer.write(drop)
            await writer.drain()
            await asyncio.sleep(pause)
    finally:
        writer.close()


async def slow_body(number: int) -> None:
    path = ("/chat/open", "/admin/sign-in", "/chat/files", "/chat/mail/stop", "/healthz")[number % 5]
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {HOST}:{_port}\r\nOrigin: http://{HOST}:{_port}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 4000\r\n\r\n"
    )
    await _drip(number, head.encode(), b"a")


async def slow_head(number: int) -> None:
    await _drip(number, b"GET / HTTP/1.1\r\n", f"X-{number}: y\r\n".encode())


async def half_open(number: int) -> None:
    """Many lines on which nobody says anything, and lines that break off as soon as they are there."""
    lines = [await _line(number) for _ in range(20)]
    try:
        for _ in range(20):
            _, writer = await _line(number)
            raw = writer.get_extra_info("socket")
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            writer.write(b"GET /chat HTTP/1.1\r\nHost: x\r\n\r\n")
            writer.transport.abort()
            await asyncio.sleep(0.05)
    finally:
        for _, writer in lines:
            writer.close()


async def header_bomb(number: int) -> None:
    bombs = (
        b"GET / HTTP/1.1\r\n" + b"X-Bomb: " + b"x" * 200_000,
        b"GET / HTTP/1.1\r\n" + b"".join(b"X-%d: y\r\n" % n for n in range(5000)) + b"\r\n",
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n",
        _NOISE,
        b"GET / HTTP/1.1\r\nHost: x\r\nCookie: sempre_chat=" + b"a" * 7000 + b"\r\n\r\n",
    )
    reader, writer = await _line(number)
    try:
        writer.write(_dice.choice(bombs))
        await asyncio.wait_for(reader.read(64), 2)
    finally:
        writer.close()
    await asyncio.sleep(0.02)


# -- over HTTP ------------------------------------------------------------------------------------


def _session(number: int) -> aiohttp.ClientSession:
    jar = aiohttp.CookieJar(unsafe=True)
    connector = aiohttp.TCPConnector(local_addr=(_address(number), 0), limit=8)
    timeout = aiohttp.ClientTimeout(total=5)
    return aiohttp.ClientSession(
        f"http://{HOST}:{_port}", connector=connector, cookie_jar=jar, timeout=timeout,
        headers={"Origin": f"http://{HOST}:{_port}"},
    )  # fmt: skip


async def flood(number: int) -> None:
    """As many pages as there are answers, some without ever keeping a cookie."""
    paths = ("/", "/chat", "/admin/sign-in", "/privacy", "/metrics", "/nowhere", "/admin/submissions", "/chat/visit")
    async with _session(number) as session:
        for _ in range(40):
            if number % 2:
                session.cookie_jar.clear()
            async with session.get(_dice.choice(paths), allow_redirects=False) as answer:
                await answer.read()
                _seen[f"flood {answer.status}"] += 1


async def guess(number: int) -> None:
    async with _session(number) as session:
        async with session.get("/admin/sign-in") as answer:
            found = re.search(r'name="csrf" value="([^"]+)"', await answer.text())
        fields = {"email": f"kristina{number % 4}@example.org", "csrf": found[1] if found else ""}
        for _ in range(10):
            fields["password"] = f"summer{_dice.random()}"
            async with session.post("/admin/sign-in", data=fields) as answer:
                _seen[f"guess {answer.status}"] += 1


async def upload(number: int) -> None:
    async def endless() -> object:
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
        for _ in range(2000):
            yield _NOISE

    async with _session(number) as session:
        await (await session.get("/chat")).read()
        for _ in range(4):
            if number % 2:
                headers = {"Content-Type": "multipart/form-data; boundary=x"}
                request = session.post("/chat/files", data=endless(), headers=headers)
            else:
                form = aiohttp.FormData()
                form.add_field("file", _LARGE, filename="a.jpg", content_type="image/jpeg")
                request = session.post("/chat/files", data=form)
            async with request as answer:
                _seen[f"upload {answer.status}"] += 1


async def chat_flood(number: int) -> None:
    """A talk of its own, in which it says more than anybody could, and much that is no frame."""
    async with _session(number) as session:
        await (await session.get("/chat")).read()
        async with session.ws_connect("/chat/ws") as ws:
            await ws.send_str('{"type":"hello","after":0}')
            for count in range(400):
                frame = _dice.choice((
                    json.dumps({"type": "text", "id": f"f-{count}", "text": "x" * _dice.choice((5, 500, 19_000))}),
                    json.dumps({"type": "press", "id": f"p-{count}", "payload": "language:en"}),
                    "[" * 9000, "{", json.dumps({"type": "seen", "seq": 10**17}),
                ))  # fmt: skip
                await ws.send_str(frame)
                if count % 20 == 0:
                    with contextlib.suppress(TimeoutError):
                        await ws.receive(timeout=0.05)
                if ws.closed:
                    break
            _seen[f"chat {ws.close_code}"] += 1


async def broken_frames(number: int) -> None:
    """What is no WebSocket, on a line that is one."""
    async with _session(number) as session, session.get("/chat") as answer:
        cookie = answer.cookies["sempre_chat"].value if "sempre_chat" in answer.cookies else ""
    reader, writer = await _line(number)
    try:
        writer.write(
            f"GET /chat/ws HTTP/1.1\r\nHost: {HOST}:{_port}\r\nOrigin: http://{HOST}:{_port}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {'A' * 22}==\r\n"
            f"Cookie: sempre_chat={cookie}\r\n\r\n".encode()
        )
        await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 3)
        for _ in range(20):
            writer.write(_dice.choice((
                _NOISE[:300], b"\x81\xff" + struct.pack("!Q", 2**62), b"\x81\x85abcd\xff\xfe\xfd\xfc\xfb",
                b"\x01\x80abcd" * 200, b"\x89\xfe\x03\xe8abcd" + b"x" * 1000,
            )))  # fmt: skip
            await writer.drain()
            await asyncio.sleep(0.01)
    finally:
        writer.close()
    await asyncio.sleep(0.05)


KINDS: tuple[tuple[Callable[[int], Awaitable[None]], int], ...] = (
    (slow_body, 15), (slow_head, 10), (half_open, 10), (header_bomb, 10), (flood, 15), (guess, 12), (upload, 8),
    (chat_flood, 10), (broken_frames, 10),
)  # fmt: skip


async def _until(end: float, kind: Callable[[int], Awaitable[None]], number: int) -> None:
    while asyncio.get_running_loop().time() < end:  # a cancellation alone may drown in somebody's time-out
        _seen[kind.__name__] += 1
        try:
            await kind(number)
        except (OSError, aiohttp.ClientError, TimeoutError, asyncio.IncompleteReadError, ConnectionError) as error:
            _seen[f"{kind.__name__} {type(error).__name__}"] += 1
            await asyncio.sleep(0.05)


async def main(port: int, seconds: float, *only: str) -> None:
    global _port
    _port = port
    kinds = [kind for kind, count in KINDS for _ in range(count) if not only or kind.__name__ in only]
    end = asyncio.get_running_loop().time() + seconds
    tasks = [asyncio.create_task(_until(end, kind, number)) for number, kind in enumerate(kinds)]
    await asyncio.sleep(seconds)
    for task in tasks:
        task.cancel()
    ended = await asyncio.gather(*tasks, return_exceptions=True)
    # Whoever looked at the clock just now ended by itself, before it was cancelled.
    faults = {repr(error) for error in ended if not (error is None or isinstance(error, asyncio.CancelledError))}
    print(json.dumps({"clients": len(kinds), "faults": sorted(faults), "seen": dict(sorted(_seen.items()))}))


if __name__ == "__main__":
    os.nice(19)  # they work on machines of their own; here they share the processors of the service they attack
    asyncio.run(main(int(sys.argv[1]), float(sys.argv[2]), *sys.argv[3:]))

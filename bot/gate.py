"""Where connections come in: who really asks, how many may be open, and how long a silent one is borne.

Each connection costs memory and a descriptor, also where nobody says anything. What aiohttp answers by itself, to bytes
that are no HTTP, is answered here in a word: its own answer quotes what was sent, and names its version.
"""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import sys
from collections.abc import Awaitable, Callable, Sequence
from functools import lru_cache
from typing import Any

from aiohttp import web

if sys.platform != "win32":
    import resource

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

HEAD_SECONDS = 20.0
"""In which a new connection must have said a whole request, but for its body."""

IDLE_SECONDS = 75.0
"""For which a connection waits for its next request: longer than the usual proxy keeps one, which is a minute."""

LINGER_SECONDS = 2.0
"""For which the rest of a body is read that nobody wants, so that a browser reads our answer to it."""

SPARE_FILES = 256
"""Descriptors that are kept for databases, platforms and files."""


class Runner(web.AppRunner):
    """aiohttp's, with `Protocol` for each connection."""

    def __init__(self, app: web.Application, **more: Any) -> None:
        super().__init__(
            app,
            access_log=None,  # its lines hold addresses
            handle_signals=False,
            keepalive_timeout=IDLE_SECONDS,
            lingering_time=LINGER_SECONDS,
            auto_decompress=False,  # nobody sends us packed bodies; a small one may unpack to a very large one
            **more,
        )

    async def _make_server(self) -> web.Server:
        return _Server(await super()._make_server(), most_connections())


def most_connections() -> int:
    """As many as the system lets us open. Raises our own limit as far as it may be raised."""
    if sys.platform == "win32":
        return 512
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = min(hard, 65_536) if hard != resource.RLIM_INFINITY else 65_536
    if soft < wanted:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        soft = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    return max(64, min(soft, 20_000) - SPARE_FILES)


class _Server(web.Server):
    def __init__(self, plain: web.Server, most: int) -> None:
        super().__init__(
            plain.request_handler, request_factory=plain.request_factory, loop=plain._loop, **plain._kwargs
        )
        self._most = most
        self._silent: dict[Protocol, None] = {}  # oldest first

    def __call__(self) -> Protocol:
        return Protocol(self, loop=self._loop, **self._kwargs)

    def came(self, connection: Protocol) -> None:
        """Where there is no room, whoever has kept silent longest makes some: a flood keeps nobody out for long."""
        if len(self._connections) > self._most:
            first = next(iter(self._silent), connection)
            self._silent.pop(first, None)
            first.force_close()
        if connection.transport is not None:
            self._silent[connection] = None

    def spoke(self, connection: Protocol) -> None:
        self._silent.pop(connection, None)


class Protocol(web.RequestHandler):
    """One connection."""

    __slots__ = ("_head", "_server")

    def __init__(self, server: _Server, **more: Any) -> None:
        super().__init__(server, **more)
        self._server = server
        self._head: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self._head = self._loop.call_later(HEAD_SECONDS, self._look)
        self._server.came(self)

    def connection_lost(self, exc: BaseException | None) -> None:
        self._heard()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self._head is not None and self._request_count:
            self._heard()

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,  # noqa: ARG002 (it quotes what was sent)
    ) -> web.StreamResponse:
        if isinstance(exc, ConnectionError):
            raise exc  # nobody is there to answer, and nothing is wrong
        if status >= 500:
            self.log_exception("Error handling request", exc_info=exc)
        if request.writer.output_size > 0:
            raise ConnectionError
        answer = _Bare(status=status, text="failed\n" if status >= 500 else "not_http\n")
        answer.force_close()
        return answer

    def _look(self) -> None:
        self._heard()
        if not self._request_count:
            self.force_close()

    def _heard(self) -> None:
        if self._head is not None:
            self._head.cancel()
            self._head = None
            self._server.spoke(self)


class _Bare(web.Response):
    """An answer outside of the application, where no signal completes the headers."""

    async def _prepare_headers(self) -> None:
        await super()._prepare_headers()
        self.headers.popall("Server", None)
        self.headers["X-Content-Type-Options"] = "nosniff"
        self.headers["Cache-Control"] = "no-store"


# -- who asks -------------------------------------------------------------------------------------


def known_by(proxies: Sequence[Network]) -> Any:
    """A middleware: from here on `request.remote` is whoever a trusted proxy names, by the network of one household."""

    @web.middleware
    async def named(request: web.Request, handler: Handler) -> web.StreamResponse:
        asks = peer(request.remote, request.headers.getall("X-Forwarded-For", ()), proxies)
        return await handler(request if asks == request.remote else request.clone(remote=asks))

    return named


def peer(remote: str | None, forwarded: Sequence[str], proxies: Sequence[Network]) -> str:
    """The last address that no proxy of ours has: what stands before it anybody may have written.

    Of IPv6 the network (/64), for a household has all the addresses in it.
    """
    found = _address(remote or "")
    if found is None:
        return remote or ""
    named = [part.strip() for line in forwarded for part in line.split(",")]
    while named and any(found in network for network in proxies):
        following = _address(named.pop())
        if following is None:
            break
        found = following
    if isinstance(found, ipaddress.IPv6Address):
        return str(ipaddress.IPv6Network((int(found), 64), strict=False)) if not found.is_loopback else str(found)
    return str(found)


@lru_cache(maxsize=4096)
def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        found = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return (found.ipv4_mapped or found) if isinstance(found, ipaddress.IPv6Address) else found

"""The addresses of the service over HTTP: what platforms post, and whether we are alive and able to take it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from typing import Protocol, runtime_checkable

import structlog
from aiohttp import web

from bot.channels.base import Channel, Unreadable
from bot.metrics import Gauges, Metrics
from bot.receive import Receiver
from storage import probe
from storage.database import Database, Unavailable
from storage.inbox import Full

LARGEST_BODY = 1024 * 1024
"""Bytes. A platform's message is a few thousand; files come by reference."""

BODY_SECONDS = 20.0
RETRY_AFTER = "2"
KNOWN_FOR = 1.0
"""Seconds for which "the database can commit" is believed without asking again."""

REFUSED_FOR = 3.0
"""Seconds for which a refused commit counts, though a smaller one may succeed, as on a disk that is almost full."""

PROBE_SECONDS = 3.0
"""The longest a commit may take for us to be ready: a platform does not wait much longer."""

_log = structlog.get_logger()


@runtime_checkable
class Posted(Channel, Protocol):
    """A channel whose platform posts to us."""

    def admit(self, headers: Mapping[str, str]) -> bool:
        """Whether a request comes from the platform."""
        ...


class Readiness:
    """Whether messages can be taken now."""

    def __init__(self, database: Database, receiver: Receiver) -> None:
        self._database = database
        self._receiver = receiver
        self._asked_at = float("-inf")
        self._reason: str | None = None
        self._asking = asyncio.Lock()
        self.draining = False

    async def trouble(self) -> str | None:
        """Why not, as a machine word; None where they can be."""
        if self.draining:
            return "stopping"
        if self._receiver.full:
            return "queue_full"
        refused = time.monotonic() - self._receiver.tried_at < REFUSED_FOR
        if self._receiver.trouble is not None and refused:
            return self._receiver.trouble
        if self._receiver.trouble is None and time.monotonic() - self._receiver.tried_at < KNOWN_FOR:
            return None
        async with self._asking:  # many who ask at once share one answer
            if time.monotonic() - self._asked_at >= KNOWN_FOR:
                self._reason = await self._probe()
                self._asked_at = time.monotonic()
        return self._reason

    async def _probe(self) -> str | None:
        try:
            async with asyncio.timeout(PROBE_SECONDS):
                await probe.commit(self._database)
        except Unavailable as away:
            return away.reason
        except TimeoutError:
            return "locked"
        return None


class Addresses:
    """The handlers. None of them says more than a machine word about what went wrong."""

    def __init__(
        self,
        channels: Mapping[str, Channel],
        receiver: Receiver,
        readiness: Readiness,
        metrics: Metrics,
        gauges: Gauges,
    ) -> None:
        # Looked at once: whether an object keeps to a protocol is found out by looking for each of its names.
        self._posted = {name: channel for name, channel in channels.items() if isinstance(channel, Posted)}
        self._receiver = receiver
        self._readiness = readiness
        self._metrics = metrics
        self._gauges = gauges

    def application(self) -> web.Application:
        app = web.Application(client_max_size=LARGEST_BODY)
        app.router.add_post("/channels/{name}", self.post)
        app.router.add_get("/healthz", self.alive)
        app.router.add_get("/readyz", self.ready)
        app.router.add_get("/metrics", self.figures)
        return app

    async def post(self, request: web.Request) -> web.Response:
        """200 only after the commit. 503 tells the platform to come back with the same message."""
        channel = self._posted.get(request.match_info["name"])
        if channel is None:
            raise web.HTTPNotFound(text="no such channel\n")
        if not channel.admit(request.headers):
            return self._refused(channel, 403, "wrong_secret")
        if (request.content_length or 0) > LARGEST_BODY:
            return self._refused(channel, 413, "too_large")
        if self._readiness.draining:
            return self._refused(channel, 503, "stopping")
        try:
            async with asyncio.timeout(BODY_SECONDS):
                raw = await request.read()
        except web.HTTPRequestEntityTooLarge:
            return self._refused(channel, 413, "too_large")
        except TimeoutError:
            return self._refused(channel, 408, "too_slow")
        return await self._take(channel, raw)

    async def _take(self, channel: Channel, raw: bytes) -> web.Response:
        try:
            await self._receiver.arrived(channel, await channel.read(raw))
        except Unreadable as wrong:
            if wrong.reason == "not_json":
                return self._refused(channel, 400, wrong.reason)
            # The platform would repeat it for ever, and hold back what the same chat sends after it.
            self._metrics.refused.labels(channel.name, wrong.reason).inc()
            _log.warning("update_unreadable", channel=channel.name, reason=wrong.reason)
        except Unavailable as away:
            return self._refused(channel, 503, away.reason)
        except Full:
            return self._refused(channel, 503, "queue_full")
        return web.Response(text="ok\n")

    def _refused(self, channel: Channel, status: int, reason: str) -> web.Response:
        self._metrics.refused.labels(channel.name, reason).inc()
        _log.warning("request_refused", channel=channel.name, status=status, reason=reason)
        answer = web.Response(status=status, text=f"{reason}\n")
        if status == 503:
            answer.headers["Retry-After"] = RETRY_AFTER
        if status in {403, 408, 413}:
            answer.force_close()  # the rest of such a request is not worth reading
        return answer

    async def alive(self, _: web.Request) -> web.Response:
        return web.Response(text="alive\n")

    async def ready(self, _: web.Request) -> web.Response:
        trouble = await self._readiness.trouble()
        if trouble is None:
            return web.Response(text="ready\n")
        return web.Response(status=503, text=f"{trouble}\n", headers={"Retry-After": RETRY_AFTER})

    async def figures(self, _: web.Request) -> web.Response:
        return web.Response(
            body=await self._gauges.text(), headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"}
        )

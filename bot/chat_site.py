"""The pages around the chat: the start page with its ways in, the privacy notice, the accessibility statement."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol, runtime_checkable

from aiohttp import web

from bot.channels.base import Channel, SendError
from bot.chat_pages import Pages
from bot.processors import Processor

LINK_AGAIN = 60.0
"""Seconds until a platform that did not tell our address there is asked again."""

LINK_SECONDS = 3.0

Link = Callable[[], Awaitable[str | None]]
"""Gives the address at which an app opens the chat with us. Raises `SendError`."""


@runtime_checkable
class Linked(Channel, Protocol):
    """A channel whose app opens the chat with us by a link."""

    async def link(self) -> str | None:
        """The address; None where there is none. Raises `SendError`."""
        ...


class Site:
    """`telegram` gives our address in Telegram, where that channel is on; `chat`: whether the web chat is.

    `heard`: whether voices may be written down here, which the privacy notice says.
    """

    def __init__(
        self, pages: Pages, telegram: Link | None, carriers: Sequence[Processor], *, chat: bool, heard: bool = False
    ) -> None:
        self.pages = pages
        self._carriers = [(one.name, one.country) for one in carriers]
        self._link = telegram
        self._chat = chat
        self._heard = heard
        self._linked: str | None = None
        self._link_asked_at = float("-inf")

    def add_to(self, app: web.Application) -> None:
        app.router.add_get("/", self.start)
        app.router.add_get("/privacy", self.privacy)
        app.router.add_get("/accessibility", self.accessibility)
        app.router.add_get("/robots.txt", robots)
        app.router.add_get("/pages/{version}/{name}", self.asset)
        app.router.add_get("/{other:.+}", self.missing)

    async def missing(self, request: web.Request) -> web.Response:
        """For whoever followed an old link, or typed the address wrong: in words, with a way on."""
        if "text/html" not in request.headers.get("Accept", ""):
            raise web.HTTPNotFound(text="no such page\n")
        return self.pages.page(request, "error.html", 404, chat=self._chat, code="page_gone")

    async def start(self, request: web.Request) -> web.Response:
        return self.pages.start(request, await self.telegram(), chat=self._chat)

    async def privacy(self, request: web.Request) -> web.Response:
        page = self.pages.page
        return page(request, "privacy.html", chat=self._chat, carriers=self._carriers, heard=self._heard)

    async def accessibility(self, request: web.Request) -> web.Response:
        return self.pages.page(request, "accessibility.html", chat=self._chat)

    async def asset(self, request: web.Request) -> web.Response:
        return self.pages.asset(request)

    async def telegram(self) -> str | None:
        """The link to our chat in Telegram, once Telegram has told it."""
        if self._link is None or self._linked is not None or time.monotonic() - self._link_asked_at < LINK_AGAIN:
            return self._linked
        self._link_asked_at = time.monotonic()
        try:
            async with asyncio.timeout(LINK_SECONDS):
                self._linked = await self._link()
        except (SendError, TimeoutError):
            return None
        return self._linked


async def robots(_: web.Request) -> web.Response:
    return web.Response(text="User-agent: *\nDisallow: /chat\nDisallow: /admin\n")

"""The one-time link by which a form goes on in a browser that was begun on a messenger (R-29).

Opening it shows a page, and only its button spends it: messengers look at links in advance.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from aiohttp import web

from bot.channels.base import Channel
from bot.channels.web import Web
from bot.chat_forms import Refused, asking
from bot.chat_limits import Bucket
from bot.chat_pages import Pages
from bot.clock import Clock
from bot.settings import Settings
from storage import doors, talk
from storage.database import Database
from storage.doors import Visitor

PATH = "/chat/link"
LONGEST_TOKEN = 64
TURN_SECONDS = 3.0
"""The longest that the browser waits for the talk that it is sent to: what is asked first should be the question."""


def address(settings: Settings, channels: Sequence[Channel]) -> str | None:
    """Below which links stand; None where there is no web chat that everybody can reach."""
    open_to_all = settings.public_url is not None and any(channel.name == Web.name for channel in channels)
    return f"{settings.public_url}{PATH}" if open_to_all else None


class Links:
    def __init__(self, pages: Pages, database: Database, now: Clock) -> None:
        self._pages = pages
        self._database = database
        self._now = now
        self._tries = Bucket(rate=1 / 5, burst=60)  # of an address

    async def ask(self, request: web.Request, visitor: Visitor | None) -> web.Response:
        """`visitor`: whose talk is open in this browser."""
        async with self._database.read() as conn:
            found = await doors.linked(conn, _token(request), self._now())
            begun = None if visitor is None else await talk.find(conn, visitor.lane)
        if found is None:
            return self._pages.page(request, "link.html", 410, chat=True, gone=True, busy=False)
        other = visitor is not None and begun is not None and visitor.address != found.page
        return self._pages.page(request, "link.html", language=found.language, chat=True, gone=False, busy=other)

    async def spend(self, request: web.Request, old: str) -> str | None:
        """The cookie of the talk in which the form goes on, once it does; instead of `old`. None: the link is gone."""
        if seconds := self._tries.take(asking(request)):
            raise Refused(429, "many_tries", seconds)
        async with self._database.write() as conn:
            cookie = await doors.spend_link(conn, _token(request), self._now())
            if cookie is not None and old:
                await doors.close(conn, old)
        if cookie is not None:
            await self._until_there(cookie)
        return cookie

    def onward(self, request: web.Request) -> web.Response:
        language = self._pages.asked(request)
        return web.Response(status=303, headers={"Location": f"/chat?language={language}" if language else "/chat"})

    async def _until_there(self, cookie: str) -> None:
        ends = asyncio.get_running_loop().time() + TURN_SECONDS
        while asyncio.get_running_loop().time() < ends:
            async with self._database.read() as conn:
                found = await doors.visitor(conn, cookie, self._now())
                if found is None or await talk.find(conn, found.lane) is not None:
                    return
            await asyncio.sleep(0.05)


def _token(request: web.Request) -> str:
    return request.match_info["token"][:LONGEST_TOKEN]

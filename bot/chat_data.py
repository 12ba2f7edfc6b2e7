"""The copy of one's data in the web chat: a page that offers it, and each of its forms once, for the cookie's holder.

The number in the address is that of the message that offered it. It opens nothing without the cookie of its talk.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.chat_forms import Refused
from bot.chat_pages import Pages
from bot.clock import Clock
from bot.deliver import Copying
from bot.own_data import TYPES, name
from storage import outbox, own_data, talk
from storage.database import Database
from storage.doors import Visitor

LABELS = {"html": "page", "json": "machine", "zip": "everything"}

Finding = Callable[[web.Request], Awaitable[Visitor | None]]
Asking = Callable[[web.Request], Awaitable[Visitor]]


class OwnData:
    """`visitor` gives whoever's cookie it is; `strict` also asks for an `Origin` of ours, and raises `Refused`."""

    def __init__(
        self, pages: Pages, database: Database, now: Clock, copies: Copying, visitor: Finding, strict: Asking
    ) -> None:
        self._pages = pages
        self._database = database
        self._now = now
        self._copies = copies
        self._visitor = visitor
        self._strict = strict

    async def offer(self, request: web.Request) -> web.Response:
        """What is still to be had. A look takes nothing."""
        visitor = await self._visitor(request)
        if visitor is None:
            raise Refused(403, "expired")
        async with self._database.read() as conn:
            of = await talk.find(conn, visitor.lane)
            forms: tuple[str, ...] = ()
            if of is not None:
                forms = await outbox.offered(conn, of.id, _number(request), self._now())
                if "zip" in forms and not await own_data.has_files(conn, of.id):
                    forms = tuple(form for form in forms if form != "zip")
        language = None if of is None else of.language
        labels = {form: LABELS[form] for form in forms}
        number = request.match_info["number"]
        return self._pages.page(request, "data.html", language=language, chat=True, labels=labels, number=number)

    async def give(self, request: web.Request) -> web.Response:
        visitor = await self._strict(request)
        form = request.match_info["form"]
        async with self._database.read() as conn:
            of = await talk.find(conn, visitor.lane)
            there = of is not None and form in await outbox.offered(conn, of.id, _number(request), self._now())
        if of is None or not there:
            raise Refused(410, "data_gone")
        made = await self._copies(of.id)
        async with self._database.write() as conn:  # only now: whoever was refused for a fault of ours asks again
            if not await outbox.take_offer(conn, of.id, _number(request), form, self._now()):
                raise Refused(410, "data_gone")
        document = made.get(form)
        if document is None:
            raise Refused(410, "data_gone")
        headers = {"Content-Disposition": f'attachment; filename="{name(form)}"', "Content-Security-Policy": "sandbox"}
        return web.Response(body=document.content, content_type=TYPES[form], headers=headers)


def _number(request: web.Request) -> int:
    return int(request.match_info["number"])

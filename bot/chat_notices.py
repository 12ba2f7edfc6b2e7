"""The web chat's addresses around e-mails: leaving one, and the two links that stand in mails.

A link opens a page that asks, and its button does it: mail programs look at links in advance.
"""

from __future__ import annotations

from datetime import timedelta

from aiohttp import web

from bot.chat_forms import Refused, form
from bot.chat_limits import Bucket, Limits
from bot.chat_mail import Mail, is_address
from bot.chat_pages import Pages
from bot.clock import Clock
from storage import notices, sealed, talk
from storage.database import Database
from storage.doors import Visitor

LONGEST_WORD = 64


class Notices:
    """`mail` is None where the service has no mail server; then nobody is asked."""

    def __init__(self, pages: Pages, database: Database, now: Clock, mail: Mail | None) -> None:
        self._pages = pages
        self._database = database
        self._now = now
        self._mail = mail
        # Of an address: whoever fills in a stranger's must not be able to fill their letter box.
        self._questions = Bucket(rate=1 / timedelta(hours=8).total_seconds(), burst=3)

    async def leave(self, request: web.Request, visitor: Visitor, limits: Limits) -> web.Response:
        """An address to tell of news; an empty one ends that. Only after consent: it is something that we save."""
        address = (await form(request)).get("email", "").strip()
        if self._mail is None:
            raise Refused(404, "page_gone")
        if address and not is_address(address):
            raise Refused(422, "email_wrong")
        limits.change(visitor.lane)
        if address and (seconds := self._questions.take(sealed.current().hash("email", address.casefold()))):
            raise Refused(429, "many_tries", seconds)
        async with self._database.write() as conn:
            of = await talk.find(conn, visitor.lane)
            if of is None or not of.agreed:
                raise Refused(409, "email_early")
            language = of.language or self._pages.language(request)
            await notices.leave(conn, visitor.lane, of.id, address, language)
        if address:
            self._mail.wake()
        return web.json_response({"type": "saved" if address else "stopped"})

    async def ask(self, request: web.Request) -> web.Response:
        """What a link in a mail opens: `stop` or `confirm`, with the word that is proof enough."""
        what = request.match_info["what"]
        return self._page(request, what, request.query.get(what, ""), done=False)

    async def act(self, request: web.Request) -> web.Response:
        what = request.match_info["what"]
        word = (await form(request)).get(what, "")[:LONGEST_WORD]
        async with self._database.write() as conn:
            if what == "stop":
                await notices.stop(conn, word)
                known = True  # whoever wants no mails gets none, whether the link is an old one or not
            else:
                known = await notices.confirm(conn, word, self._now())
        if not known:
            raise Refused(410, "link_gone")
        return self._page(request, what, "", done=True)

    def _page(self, request: web.Request, what: str, word: str, *, done: bool) -> web.Response:
        return self._pages.page(request, "mail.html", chat=True, what=what, word=word[:LONGEST_WORD], done=done)

"""The web chat over HTTP: its page, its cookie, its socket, and what a person may do around a talk.

The cookie is an opaque random token that opens one talk. Whatever changes something asks for it, and for an `Origin`
of our own. A refusal is a text in the person's language.
"""

from __future__ import annotations

import asyncio
import contextlib
import math
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import structlog
from aiohttp import WSCloseCode, web

from bot import chat_codes, chat_files, chat_frames, chat_links
from bot.channels.base import Channel
from bot.channels.web import Web
from bot.chat_data import OwnData
from bot.chat_forms import LARGEST_FILE, LARGEST_FORM, Refused, asking, file_part, form
from bot.chat_hub import Hub
from bot.chat_limits import Limits
from bot.chat_links import Links
from bot.chat_mail import Mail
from bot.chat_notices import Notices
from bot.chat_pages import Pages, accepted, same_origin
from bot.chat_site import Linked, Site
from bot.chat_socket import ENDING, LARGEST_READ, Rooms, Visit
from bot.chat_visitors import NewVisitors
from bot.clock import Clock
from bot.deliver import Copying
from bot.fetch import Fetcher
from bot.media import NotTaken, taken
from bot.metrics import Metrics
from bot.processors import Processor
from bot.receive import Receiver
from bot.scribe import serves
from bot.settings import Settings
from dialogs.terms import File
from locales import Catalogue
from storage import doors, talk, uploads
from storage.database import Database, Unavailable
from storage.doors import LASTS, Visitor
from storage.inbox import Full

COOKIE = "sempre_chat"
HEARTBEAT = 25.0
_log = structlog.get_logger()


class Chat:
    """Runs beside the legs: `run` looks for news, fetches files and writes e-mails until `stop`."""

    def __init__(
        self,
        settings: Settings,
        site: Site,
        channel: Web,
        database: Database,
        words: Catalogue,
        receiver: Receiver,
        now: Clock,
        metrics: Metrics,
        copies: Copying,
    ) -> None:
        self._public_url = settings.public_url
        self._database = database
        self._words = words
        self._now = now
        self._site = site
        self._pages = site.pages
        self._hub = Hub(database)
        self._fetcher = Fetcher(channel, database, now, metrics)
        self._mail = Mail(settings, database, words, now) if settings.smtp_url else None
        self._data = OwnData(self._pages, database, now, copies, self._of_cookie, self._visitor)
        self._notices = Notices(self._pages, database, now, self._mail)
        self._links = Links(self._pages, database, now)
        self._visitors = NewVisitors(database, now)
        self.limits = Limits()
        self._rooms = Rooms(channel, database, receiver, words, self._hub, now, metrics, self.limits.pace, {})
        self._visits: set[Visit] = set()
        self._empty = asyncio.Event()
        self._empty.set()

    def add_to(self, app: web.Application) -> None:
        route = app.router
        route.add_get("/chat", self._shown(self.open))
        route.add_get("/chat/ws", self._answered(self.socket))
        route.add_get("/chat/visit", self._answered(self.visit))
        route.add_get("/chat/texts", self._answered(self.texts))
        route.add_post("/chat/files", self._answered(self.upload))
        route.add_get("/chat/files/{ref}", self._answered(self.file))
        route.add_get("/chat/data/{number:[0-9]{1,15}}", self._shown(self._data.offer))
        route.add_post("/chat/data/{number:[0-9]{1,15}}/{form:html|json|zip}", self._shown(self._data.give))
        route.add_post("/chat/code", self._answered(self.new_code))
        route.add_post("/chat/open", self._answered(self.open_by_code))
        route.add_get(f"{chat_links.PATH}/{{token}}", self._shown(self.ask_link))
        route.add_post(f"{chat_links.PATH}/{{token}}", self._shown(self.open_by_link))
        route.add_post("/chat/end", self._answered(self.end))
        route.add_post("/chat/mail", self._answered(self.mail))
        route.add_get("/chat/mail/{what:stop|confirm}", self._shown(self._notices.ask))
        route.add_post("/chat/mail/{what:stop|confirm}", self._shown(self._notices.act))

    # -- beside the requests ----------------------------------------------------------------------

    def spoken(self) -> None:
        """There is something to show."""
        self._hub.wake()

    def wanted(self) -> None:
        """There is a file to keep."""
        self._fetcher.wake()

    async def run(self) -> None:
        """Until `stop`."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._hub.run())
            tasks.create_task(self._fetcher.run())
            if self._mail is not None:
                tasks.create_task(self._mail.run())

    async def stop(self) -> None:
        """Takes no more, and asks the pages to come back."""
        self._rooms.stopping = True
        await asyncio.gather(*(visit.close("stopping") for visit in tuple(self._visits)), return_exceptions=True)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(ENDING):
                await self._empty.wait()
        for part in (self._hub, self._fetcher, self._mail):
            if part is not None:
                part.stop()

    # -- pages ------------------------------------------------------------------------------------

    async def open(self, request: web.Request) -> web.Response:
        """The page of the chat; whoever has no talk gets the cookie of a new one."""
        cookie = request.cookies.get(COOKIE, "")
        found = await self._find(cookie)
        if found is None:
            self.limits.new_talk(asking(request))
            cookie = await self._visitors.cookie()
        language = None if found is None else await self._language(found)
        answer = self._pages.page(request, "chat.html", language=language, telegram=await self._site.telegram())
        self._set_cookie(answer, cookie)
        return answer

    async def _language(self, visitor: Visitor) -> str | None:
        async with self._database.read() as conn:
            of = await talk.find(conn, visitor.lane)
        return None if of is None else of.language

    # -- a talk -----------------------------------------------------------------------------------

    async def socket(self, request: web.Request) -> web.StreamResponse:
        visitor = await self._visitor(request)
        if self._rooms.stopping:
            raise Refused(503, "stopping")
        with self.limits.window(visitor.lane, asking(request)):
            return await self._converse(request, visitor)

    async def _converse(self, request: web.Request, visitor: Visitor) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT, max_msg_size=LARGEST_READ, compress=False)
        if not socket.can_prepare(request).ok:
            raise Refused(400, "malformed")
        try:
            await socket.prepare(request)
        except ConnectionError:  # it broke off while we looked for the cookie
            raise Refused(400, "malformed") from None
        device = next(iter(filter(None, [self._pages.asked(request), *accepted(request)])), "")
        cookie = request.cookies[COOKIE]
        visit = Visit(self._rooms, socket, cookie, visitor, self._pages.language(request), device)
        self._visits.add(visit)
        self._empty.clear()
        try:
            await visit.run()
        except ConnectionError:
            pass
        finally:
            self._visits.discard(visit)
            if not self._visits:
                self._empty.set()
            await socket.close(code=WSCloseCode.OK)
        return socket

    async def visit(self, request: web.Request) -> web.Response:
        """Whether the cookie still opens a talk: a socket cannot tell a page why it was refused."""
        cookie = request.cookies.get(COOKIE, "")
        if await self._find(cookie) is None:
            raise Refused(403, "expired")
        return web.json_response({"type": "visit"})

    async def texts(self, request: web.Request) -> web.Response:
        return web.json_response(self._pages.spoken(self._pages.language(request)))

    async def upload(self, request: web.Request) -> web.Response:
        """One part named `file`. Gives the ref that a frame may name, what it is and how large."""
        visitor = await self._visitor(request)
        if (request.content_length or 0) > LARGEST_FILE + LARGEST_FORM:
            raise Refused(413, "file_too_large")
        with self.limits.uploading(visitor.lane, asking(request)) as more:
            return await self._keep(visitor, await file_part(request, more))

    async def _keep(self, visitor: Visitor, content: bytes) -> web.Response:
        try:
            media = await asyncio.to_thread(taken, content)
        except NotTaken as wrong:
            raise Refused(415, f"file_{wrong.reason}") from None
        file = File("", media.media, len(media.content), media.type)
        async with self._database.write(patient=True) as conn:
            file = await uploads.put(conn, visitor.lane, file, media.content, self._now())
        return web.json_response({"file": file.ref, "media": file.media, "type": file.type, "size": file.size})

    async def file(self, request: web.Request) -> web.Response:
        """What they sent themselves. A page asks for it without an `Origin`; the cookie goes along from ours alone."""
        visitor = await self._find(request.cookies.get(COOKIE, ""))
        if visitor is None:
            raise Refused(403, "expired")
        with self.limits.looking(visitor.lane):
            async with self._database.read() as conn:
                found = await uploads.own(conn, Web.name, visitor.lane, request.match_info["ref"][:64], self._now())
        if found is None:
            raise Refused(404, "file_gone")
        return chat_files.shown(request, found)

    # -- around a talk ----------------------------------------------------------------------------

    async def new_code(self, request: web.Request) -> web.Response:
        visitor = await self._visitor(request)
        self.limits.change(visitor.lane)
        async with self._database.write() as conn:
            code = await doors.new_code(conn, visitor, self._now())
            await doors.keep(conn, request.cookies[COOKIE], self._now())
        return web.json_response({"code": code})

    async def open_by_code(self, request: web.Request) -> web.Response:
        """The cookie opens the talk of the code from now on, and not the one it opened before."""
        self._check_origin(request)
        old = request.cookies.get(COOKIE, "")
        typed = (await form(request)).get("code", "")
        self.limits.code(old, asking(request))
        cookie = await chat_codes.opened(self._database, typed, old, self._now)
        if cookie is None:
            raise Refused(403, "code_wrong")
        return await self._opened(web.json_response({"type": "opened"}), old, cookie)

    async def _opened(self, answer: web.Response, old: str, cookie: str) -> web.Response:
        await self._close_windows(old)
        self._set_cookie(answer, cookie)
        return answer

    async def ask_link(self, request: web.Request) -> web.Response:
        return await self._links.ask(request, await self._find(request.cookies.get(COOKIE, "")))

    async def open_by_link(self, request: web.Request) -> web.Response:
        self._check_origin(request)
        old = request.cookies.get(COOKIE, "")
        cookie = await self._links.spend(request, old)
        if cookie is None:
            return await self._links.ask(request, None)
        return await self._opened(self._links.onward(request), old, cookie)

    async def end(self, request: web.Request) -> web.Response:
        """This browser forgets the talk, and we forget this browser."""
        self._check_origin(request)
        cookie = request.cookies.get(COOKIE, "")
        async with self._database.write() as conn:
            await doors.close(conn, cookie)
        await self._close_windows(cookie)
        answer = web.json_response({"type": "ended"}, headers={"Clear-Site-Data": '"storage"'})
        answer.del_cookie(COOKIE, path="/chat")
        return answer

    async def mail(self, request: web.Request) -> web.Response:
        return await self._notices.leave(request, await self._visitor(request), self.limits)

    # -- what every request passes ----------------------------------------------------------------

    def _shown(self, handler: Callable[[web.Request], Awaitable[web.Response]]) -> Any:
        """A page, and a page for what went wrong."""

        async def shown(request: web.Request) -> web.StreamResponse:
            try:
                return await handler(request)
            except Exception as error:
                refused = _as_refused(error)
                answer = self._pages.page(request, "error.html", refused.status, chat=True, code=refused.code)
                return _later(answer, refused)

        return shown

    def _answered(self, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> Any:
        """JSON, and JSON for what went wrong."""

        async def answered(request: web.Request) -> web.StreamResponse:
            try:
                return await handler(request)
            except Exception as error:
                return self._refusal(request, _as_refused(error))

        return answered

    def _refusal(self, request: web.Request, refused: Refused) -> web.Response:
        _log.info("chat_refused", status=refused.status, reason=refused.code)
        self._rooms.metrics.refused.labels(self._rooms.channel.name, refused.code).inc()
        frame = chat_frames.error(refused.code, self._words, self._pages.language(request))
        answer = _later(web.json_response(frame, status=refused.status), refused)
        if not request.body_exists or refused.status == 409:
            return answer
        answer.force_close()  # the rest of such a request is not worth reading
        return answer

    def _check_origin(self, request: web.Request) -> None:
        if not same_origin(request, self._public_url):
            raise Refused(403, "foreign")

    async def _visitor(self, request: web.Request) -> Visitor:
        self._check_origin(request)
        found = await self._find(request.cookies.get(COOKIE, ""))
        if found is None:
            raise Refused(403, "expired")
        return found

    async def _of_cookie(self, request: web.Request) -> Visitor | None:
        return await self._find(request.cookies.get(COOKIE, ""))

    async def _find(self, cookie: str) -> Visitor | None:
        if not cookie or len(cookie) > 128:
            return None
        async with self._database.read() as conn:
            return await doors.visitor(conn, cookie, self._now())

    async def _close_windows(self, cookie: str) -> None:
        mine = [visit for visit in tuple(self._visits) if visit.cookie == cookie]
        await asyncio.gather(*(visit.close("expired") for visit in mine), return_exceptions=True)

    def _set_cookie(self, answer: web.Response, cookie: str) -> None:
        secure = (self._public_url or "").startswith("https://")
        lasts = int(LASTS.total_seconds())
        answer.set_cookie(COOKIE, cookie, max_age=lasts, path="/chat", secure=secure, httponly=True, samesite="Lax")


def _as_refused(error: Exception) -> Refused:
    """What is said of it. A fault of ours sounds like one that passes, and is logged."""
    if isinstance(error, Refused):
        return error
    if isinstance(error, ConnectionError):  # whoever asked is gone
        raise error
    if isinstance(error, Unavailable | Full):
        return Refused(503, "busy", 2)
    _log.error("chat_failed", exc_info=error)
    return Refused(500, "busy", 5)


def _later(answer: web.Response, refused: Refused) -> web.Response:
    if refused.wait or refused.status == 429:
        answer.headers["Retry-After"] = str(max(1, math.ceil(refused.wait)))
    return answer


def opened(
    app: web.Application,
    channels: Mapping[str, Channel],
    settings: Settings,
    database: Database,
    words: Catalogue,
    receiver: Receiver,
    now: Clock,
    metrics: Metrics,
    copies: Copying,
    carriers: Sequence[Processor] = (),
) -> Chat | None:
    """Adds the start page to `app`, and the web chat where that channel is on. The privacy notice names `carriers`."""
    linked = next((channel for channel in channels.values() if isinstance(channel, Linked)), None)
    channel = channels.get(Web.name)
    pages = Pages(words, settings.public_url, settings.legal_regime, mails=settings.smtp_url is not None)
    link, heard = None if linked is None else linked.link, serves(settings)
    site = Site(pages, link, carriers, chat=channel is not None, heard=heard)
    site.add_to(app)
    if not isinstance(channel, Web):
        return None
    chat = Chat(settings, site, channel, database, words, receiver, now, metrics, copies)
    chat.add_to(app)
    return chat

"""What the person takes home: the number, until when somebody answers, and a code that opens the talk for them.

The code is shown once, on the page that answers the request for it: nothing that opens a talk stands in an address.
"""

from __future__ import annotations

import io
from datetime import date

import segno
from aiohttp import web

from admin import desk_talk, panel
from admin.panel import Panel
from admin.rendering import page
from locales import languages
from storage import audit, desk, doors
from storage.desk import Intake
from storage.doors import Visitor


async def show(request: web.Request) -> web.Response:
    of = await desk_talk.mine(request)
    if of.handed:
        raise web.HTTPSeeOther(f"/admin/desk/{of.address}")
    return await _render(request, of, None)


async def act(request: web.Request) -> web.Response:
    """With a new code; the one of an earlier receipt opens nothing any more."""
    on, of = panel.of(request), await desk_talk.mine(request)
    if of.handed or not on.chat:
        raise web.HTTPSeeOther(f"/admin/desk/{of.address}/receipt")
    async with on.database.write() as conn:
        code = await doors.new_code(conn, Visitor(of.address, of.lane, on.now()), on.now())
        staff_id = request[panel.SESSION].staff.id
        await audit.note(conn, on.now(), who="staff", staff_id=staff_id, action="desk_receipt")
    return await _render(request, of, code)


async def _render(request: web.Request, of: Intake, code: str | None) -> web.Response:
    on = panel.of(request)
    async with on.database.read() as conn:
        stand = await desk.stand(conn, of)
    conversation = stand.conversation
    language = (conversation.language if conversation else None) or of.language

    def theirs(context: str, **values: str) -> str:
        return on.words.text(language, f"web.receipt.{context}", **values)

    sent = [
        (one.reference, on.words.day(language, date.fromisoformat(one.until)) if one.until else None)
        for one in (conversation.sent if conversation else ())
    ]
    at = f"{on.public_url}/chat" if on.public_url else f"{request.url.origin()}/chat"
    return page(
        request, "receipt.html",
        of=of, sent=sent, code=code, at=at, theirs=theirs, language=language,
        dir=languages.known()[language].direction, picture=_picture(on, at, code), chat=on.chat,
        enter=on.words.text(language, "web.later.enter"),
    )  # fmt: skip


def _picture(on: Panel, at: str, code: str | None) -> str | None:
    """For the camera of a phone. What follows the # never reaches a server or its log."""
    if code is None or on.public_url is None:
        return None
    out = io.BytesIO()
    segno.make(f"{at}#code={code}", micro=False).save(
        out, kind="svg", xmldecl=False, svgns=False, omitsize=True, border=3, dark="#000", light="#fff", nl=False
    )
    return out.getvalue().decode()

"""A note for colleagues."""

from __future__ import annotations

from aiohttp import web

from admin import panel, submission_show
from admin.refusals import not_found
from storage import casework

MOST = 10_000
"""Characters."""


async def act(request: web.Request) -> web.Response:
    on, fields, of = panel.of(request), request[panel.FORM], submission_show.reference(request)
    text, words = fields.get("text", ""), panel.wording(request)
    if len(text) > MOST:
        return await _again(request, of, words("notes.long", n=len(text), most=MOST))
    try:
        async with on.database.write() as conn:
            member = request[panel.SESSION].staff.id
            await casework.add_note(conn, of, text, member, fields.get("nonce") or None, on.now())
    except casework.UnknownReference:
        raise not_found() from None
    except casework.Empty:
        return await _again(request, of, words("notes.empty"))
    raise submission_show.back(of, "note")


async def _again(request: web.Request, of: str, wrong: str) -> web.Response:
    typed = {"note": request[panel.FORM].get("text", "")}
    return await submission_show.render(request, of, 422, wrong={"note": wrong}, typed=typed)

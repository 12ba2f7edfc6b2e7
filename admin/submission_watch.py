"""What came in since the page was made: the conversation and the state of our messages, or nothing (204)."""

from __future__ import annotations

from aiohttp import web

from admin import panel, submission_show, talk
from admin.rendering import page
from storage import reading


async def show(request: web.Request) -> web.Response:
    """Asks nothing of the session: a page that is left open ends like any other."""
    of = submission_show.reference(request)
    async with panel.of(request).database.read() as conn:
        detail = await reading.submission(conn, of)
        if detail is None:  # erased while we looked (else `security` says so)
            return page(request, "gone.html")
        told = await talk.load(conn, request, detail)
    if told.watch.endswith(f"seen={request.query.get('seen', '-')}"):
        return web.Response(status=204)
    known = request.query.get("replies", "")
    values = told.values()
    fresh = int(values["replies"]) - (int(known) if known.isdecimal() and len(known) < 7 else 0)
    return page(request, "watched.html", one=detail, fresh=max(0, fresh), **values)

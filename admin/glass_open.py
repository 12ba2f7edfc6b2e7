"""Open with a reason: one submission that one may not see otherwise, because somebody needs it now."""

from __future__ import annotations

from aiohttp import web

from admin import panel, submission_show
from admin.refusals import Refused
from admin.rendering import page
from storage import break_glass
from storage.casework import ReasonMissing, UnknownReference

MOST = 1000
"""Characters of a reason."""


async def show(request: web.Request) -> web.Response:
    return _page(request)


async def act(request: web.Request) -> web.Response:
    on, fields = panel.of(request), request[panel.FORM]
    of, reason = fields.get("reference", "").strip().upper(), fields.get("reason", "")
    if len(reason) > MOST:
        return _page(request, 422, "glass.long")
    try:
        if not submission_show.REFERENCE.fullmatch(of):
            raise UnknownReference
        async with on.database.write() as conn:
            await break_glass.open_with_reason(conn, request[panel.SCOPE], of, reason, on.now())
    except ReasonMissing:
        return _page(request, 422, "glass.missing")
    except UnknownReference:
        return _page(request, 422, "glass.unknown")
    raise web.HTTPSeeOther(f"/admin/submissions/{of}")


def _page(request: web.Request, status: int = 200, wrong: str | None = None) -> web.Response:
    fields = request.get(panel.FORM, {})
    typed = {name: fields.get(name, "") for name in ("reference", "reason")}
    return page(request, "glass.html", status, wrong=wrong, most=MOST, typed=typed)


async def listed(request: web.Request) -> web.Response:
    """What was opened so, for the data-protection officer."""
    on, given = panel.of(request), request.query.get("before", "")
    if given and not (given.isdecimal() and given.isascii() and len(given) < 18):
        raise Refused(404, "error.404_lead")
    async with on.database.read() as conn:
        rows = await break_glass.openings(conn, int(given) if given else None, LIMIT + 1)
    following = f"/admin/openings?before={rows[LIMIT - 1].id}" if len(rows) > LIMIT else None
    return page(request, "openings.html", rows=rows[:LIMIT], following=following)


LIMIT = 25

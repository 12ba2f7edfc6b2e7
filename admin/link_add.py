"""Two submissions joined by whoever works with both: from the list of those that may be the same, or by a number."""

from __future__ import annotations

from aiohttp import web

from admin import panel, submission_show
from storage import links
from storage.changes import UnknownReference


async def act(request: web.Request) -> web.Response:
    on, fields, of = panel.of(request), request[panel.FORM], submission_show.reference(request)
    other, sort = fields.get("reference", "").strip().upper(), fields.get("sort", "")
    try:
        async with on.database.write() as conn:
            member = request[panel.SESSION].staff.id
            await links.join(conn, request[panel.SCOPE], of, other, sort, member, on.now())
    except links.UnknownSort:
        return await wrong(request, of, "links.sort_missing")
    except links.Itself:
        return await wrong(request, of, "links.itself")
    except UnknownReference:
        return await wrong(request, of, "links.unknown")
    raise submission_show.back(of, "link")


async def wrong(request: web.Request, of: str, why: str) -> web.Response:
    fields = request[panel.FORM]
    typed = {"link": fields.get("reference", ""), "link_sort": fields.get("sort", "")}
    return await submission_show.render(request, of, 422, wrong={"link": panel.wording(request)(why)}, typed=typed)

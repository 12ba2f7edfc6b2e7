"""A link taken away again, from either of its ends."""

from __future__ import annotations

from aiohttp import web

from admin import link_add, panel, submission_show
from storage import links


async def act(request: web.Request) -> web.Response:
    on, of = panel.of(request), submission_show.reference(request)
    number, member = submission_show.number(request[panel.FORM].get("link", "")), request[panel.SESSION].staff.id
    try:
        async with on.database.write() as conn:
            await links.part(conn, request[panel.SCOPE], of, number, member, on.now())
    except links.NoLink:
        return await link_add.wrong(request, of, "links.gone")
    raise submission_show.back(of, "unlink")

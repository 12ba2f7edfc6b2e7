"""Something is tried again, or put away by whoever has looked at it."""

from __future__ import annotations

from collections.abc import Mapping

from aiohttp import web

from admin import panel, trouble_list
from admin.submission_show import number
from storage import trouble

SORTS: Mapping[str, trouble.Sort] = {"turns": "turns", "sends": "sends"}
ACTS = {"again": trouble.try_again, "away": trouble.put_away}


async def act(request: web.Request) -> web.Response:
    on, fields = panel.of(request), request[panel.FORM]
    sort, what, row = SORTS.get(fields.get("sort", "")), fields.get("act", ""), number(fields.get("row", ""))
    done = False
    if what in ACTS and row and sort is not None:
        async with on.database.write() as conn:
            done = await ACTS[what](conn, sort, row, request[panel.SESSION].staff.id, on.now())
    if not done:
        return await trouble_list.render(request, 422, "trouble.gone")
    raise web.HTTPSeeOther(f"/admin/trouble?done={what}#{sort}")

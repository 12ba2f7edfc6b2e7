"""Show a hidden part again, to everybody who may read the submission."""

from __future__ import annotations

from aiohttp import web

from admin import panel, part_hide, submission_show
from admin.refusals import not_found
from storage import masking
from storage.casework import UnknownReference
from storage.masking import UnknownMask


async def act(request: web.Request) -> web.Response:
    on, of = panel.of(request), submission_show.reference(request)
    try:
        async with on.database.write() as conn:
            number = submission_show.number(request[panel.FORM].get("mask", ""))
            await masking.unmask(conn, of, number, request[panel.SESSION].staff.id, on.now())
    except UnknownReference:
        raise not_found() from None
    except UnknownMask:
        return await part_hide.again(request, of, "hide.shown")
    raise submission_show.back(of, "show")

"""Keeps a submission longer, with a reason, twice at most (R-40)."""

from __future__ import annotations

from aiohttp import web

from admin import conflicts, panel, submission_show
from admin.refusals import not_found
from storage import casework
from storage.casework import Stale

MOST = 1000
"""Characters of a reason."""


async def act(request: web.Request) -> web.Response:
    on, fields, of = panel.of(request), request[panel.FORM], submission_show.reference(request)
    reason, words = fields.get("reason", ""), panel.wording(request)
    if len(reason) > MOST:
        return await _again(request, of, words("change.reason_long", n=len(reason), most=MOST))
    try:
        async with on.database.write() as conn:
            member, seen = request[panel.SESSION].staff.id, submission_show.version(fields)
            await casework.keep_longer(conn, of, reason, member, seen, on.now())
    except casework.UnknownReference:
        raise not_found() from None
    except casework.ReasonMissing:
        return await _again(request, of, words("keep.reason_missing"))
    except casework.KeptLongEnough:
        return await _again(request, of, words("keep.long_enough"))
    except Stale as stale:
        return await conflicts.show(request, of, stale, "keep", words("keep.save"))
    raise submission_show.back(of, "keep")


async def _again(request: web.Request, of: str, wrong: str) -> web.Response:
    typed = {"keep": request[panel.FORM].get("reason", "")}
    return await submission_show.render(request, of, 422, wrong={"keep": wrong}, typed=typed)

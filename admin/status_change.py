"""What becomes of a submission: one select and one button."""

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
    status, reason, words = fields.get("status", ""), fields.get("reason", ""), panel.wording(request)
    if len(reason) > MOST:
        return await _again(request, of, words("change.reason_long", n=len(reason), most=MOST))
    try:
        async with on.database.write() as conn:
            member, seen = request[panel.SESSION].staff.id, submission_show.version(fields)
            await casework.set_status(conn, of, status, reason, member, seen, on.now())
    except casework.UnknownReference:
        raise not_found() from None
    except casework.UnknownStatus:
        return await _again(request, of, words("change.unknown"))
    except casework.ReasonMissing:
        return await _again(request, of, words("change.reason_missing"))
    except Stale as stale:
        return await conflicts.show(request, of, stale, "status", words.code("status", status))
    raise submission_show.back(of, "status")


async def _again(request: web.Request, of: str, wrong: str) -> web.Response:
    fields = request[panel.FORM]
    typed = {"status": fields.get("status", ""), "reason": fields.get("reason", "")}
    return await submission_show.render(request, of, 422, wrong={"status": wrong}, typed=typed)

"""A case of safeguarding or not: whoever works with it may make it one, those who see such cases may say it is none."""

from __future__ import annotations

from aiohttp import web

from admin import conflicts, panel, submission_show
from admin.refusals import Refused, not_found
from storage import casework
from storage.casework import Stale

MOST = 1000
"""Characters of a reason."""


async def act(request: web.Request) -> web.Response:
    on, fields, of = panel.of(request), request[panel.FORM], submission_show.reference(request)
    case, reason, words = fields.get("case", ""), fields.get("reason", ""), panel.wording(request)
    if case not in {"yes", "no"} or (case == "no" and not request[panel.SCOPE].guards):
        raise Refused(403, "case.not_yours")
    if len(reason) > MOST:
        return await _again(request, of, words("change.reason_long", n=len(reason), most=MOST))
    member, seen = request[panel.SESSION].staff.id, submission_show.version(fields)
    try:
        async with on.database.write() as conn:
            await casework.make_case(conn, of, case == "yes", reason, member, seen, on.now())
    except casework.UnknownReference:
        raise not_found() from None
    except casework.ReasonMissing:
        return await _again(request, of, words("case.reason_missing"))
    except Stale as stale:
        return await conflicts.show(request, of, stale, "safeguarding", words(f"case.{case}"))
    if case == "yes" and not request[panel.SCOPE].guards:  # from now on it does not exist for whoever made it one
        raise web.HTTPSeeOther("/admin/submissions?done=case")
    raise submission_show.back(of, "case")


async def _again(request: web.Request, of: str, wrong: str) -> web.Response:
    typed = {"case_reason": request[panel.FORM].get("reason", "")}
    return await submission_show.render(request, of, 422, wrong={"case": wrong}, typed=typed)

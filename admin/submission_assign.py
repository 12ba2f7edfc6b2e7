"""Who takes care of a submission."""

from __future__ import annotations

from aiohttp import web

from admin import conflicts, panel, submission_show
from admin.refusals import not_found
from storage import casework, scope
from storage.casework import Stale


async def act(request: web.Request) -> web.Response:
    on, fields, of = panel.of(request), request[panel.FORM], submission_show.reference(request)
    email, words = fields.get("email", "").strip(), panel.wording(request)
    try:
        async with on.database.write() as conn:
            member, seen = request[panel.SESSION].staff.id, submission_show.version(fields)
            await casework.assign(conn, of, email or None, member, seen, on.now())
            still = await scope.seen(conn, request[panel.SCOPE], of, on.now())
    except casework.UnknownReference:
        raise not_found() from None
    except casework.UnknownStaff:
        wrong = {"assign": words("assign.unknown")}
        return await submission_show.render(request, of, 422, wrong=wrong, typed={"email": email})
    except Stale as stale:
        return await conflicts.show(request, of, stale, "assign", email or words("assign.nobody"))
    if still is None:  # it was seen because it was theirs
        raise web.HTTPSeeOther("/admin/submissions?done=assign")
    raise submission_show.back(of, "assign")

"""Sign out."""

from __future__ import annotations

from aiohttp import web

from admin import panel, security
from storage import audit, staff


async def act(request: web.Request) -> web.Response:
    on = panel.of(request)
    async with on.database.write() as conn:
        await staff.end_session(conn, request.cookies.get(security.COOKIE, ""))
        await audit.note(conn, on.now(), who="staff", staff_id=request[panel.SESSION].staff.id, action="sign_out")
    answered = web.Response(status=303, headers={"Location": "/admin/sign-in?done=out"})
    answered.del_cookie(security.COOKIE, path="/admin")
    return answered

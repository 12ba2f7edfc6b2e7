"""Sign out."""

from __future__ import annotations

from aiohttp import web

from admin import panel, security
from storage import staff


async def act(request: web.Request) -> web.Response:
    on = panel.of(request)
    async with on.database.write() as conn:
        await staff.end_session(conn, request.cookies.get(security.COOKIE, ""))
    answered = web.Response(status=303, headers={"Location": "/admin/sign-in?done=out"})
    answered.del_cookie(security.COOKIE, path="/admin")
    return answered

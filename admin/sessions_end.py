"""End a session of mine that is open elsewhere, or all but this one."""

from __future__ import annotations

import re

from aiohttp import web

from admin import panel
from storage import audit, staff


async def act(request: web.Request) -> web.Response:
    on, session, which = panel.of(request), request[panel.SESSION], request[panel.FORM].get("session", "")
    me = session.staff.id
    async with on.database.write() as conn:
        if which == "others":
            await staff.end_others(conn, me, session.id)
        elif re.fullmatch(r"[0-9]{1,18}", which):
            await staff.end_one(conn, me, int(which))
        await audit.note(conn, on.now(), who="staff", staff_id=me, action="session_ended", concerns_id=me)
    raise web.HTTPSeeOther("/admin/account?done=session")

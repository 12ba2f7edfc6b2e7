"""My account: who I am here, and a password of my own, so that I need no link next time."""

from __future__ import annotations

import asyncio

from aiohttp import web

from admin import panel
from admin.rendering import page
from storage import audit, passwords, staff

SHORTEST = 12
LONGEST = 200


async def show(request: web.Request) -> web.Response:
    return _page(request, said=request.query.get("done") == "password")


async def act(request: web.Request) -> web.Response:
    fields = request[panel.FORM]
    wrong = _wrong(fields.get("password", ""), fields.get("again", ""))
    if wrong is not None:
        return _page(request, 422, wrong=wrong)
    kept = await asyncio.to_thread(passwords.hashed, fields["password"])
    on, member = panel.of(request), request[panel.SESSION].staff.id
    async with on.database.write() as conn:
        await staff.set_password_hash(conn, member, kept)
        await audit.note(conn, on.now(), who="staff", staff_id=member, action="password_set", concerns_id=member)
    raise web.HTTPSeeOther("/admin/account?done=password")


def _page(request: web.Request, status: int = 200, *, wrong: str | None = None, said: bool = False) -> web.Response:
    return page(request, "account.html", status, wrong=wrong, said=said, roles=panel.role(request))


def _wrong(password: str, again: str) -> str | None:
    if len(password) < SHORTEST:
        return "account.short"
    if len(password) > LONGEST:
        return "account.long"
    return None if password == again else "account.differs"

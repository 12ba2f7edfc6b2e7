"""My account: who I am here, and a password of my own, so that I need no link next time, and where I am signed in."""

from __future__ import annotations

import asyncio

from aiohttp import web

from admin import panel
from admin.rendering import page
from storage import audit, passwords, second_factor, staff

SHORTEST = 12
LONGEST = 200
SAID = {"password": "account.saved", "factor": "factor.gone", "session": "sessions.ended"}


async def show(request: web.Request) -> web.Response:
    return await _page(request, said=SAID.get(request.query.get("done", "")))


async def act(request: web.Request) -> web.Response:
    fields = request[panel.FORM]
    wrong = _wrong(fields.get("password", ""), fields.get("again", ""))
    if wrong is not None:
        return await _page(request, 422, wrong=wrong)
    kept = await asyncio.to_thread(passwords.hashed, fields["password"])
    on, member = panel.of(request), request[panel.SESSION].staff.id
    async with on.database.write() as conn:
        await staff.set_password_hash(conn, member, kept)
        await staff.end_others(conn, member, request[panel.SESSION].id)
        await audit.note(conn, on.now(), who="staff", staff_id=member, action="password_set", concerns_id=member)
    raise web.HTTPSeeOther("/admin/account?done=password")


async def _page(
    request: web.Request, status: int = 200, *, wrong: str | None = None, said: str | None = None
) -> web.Response:
    on, session = panel.of(request), request[panel.SESSION]
    async with on.database.read() as conn:
        sessions = await staff.sessions(conn, session.staff.id, on.now())
        factor = await second_factor.of(conn, session.staff.id)
    return page(
        request,
        "account.html",
        status,
        wrong=wrong,
        said=said,
        roles=panel.role(request),
        sessions=sessions,
        factor_rule=on.second_factor,
        factor=factor is not None and factor.confirmed_at is not None,
    )


def _wrong(password: str, again: str) -> str | None:
    if len(password) < SHORTEST:
        return "account.short"
    if len(password) > LONGEST:
        return "account.long"
    return None if password == again else "account.differs"

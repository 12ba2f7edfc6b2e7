"""The second half of signing in: six digits from the phone, or a code on paper."""

from __future__ import annotations

from math import ceil

from aiohttp import web
from sqlalchemy.ext.asyncio import AsyncConnection

from admin import forms, panel, session_open
from admin.rendering import page
from storage import audit, second_factor, staff
from storage.second_factor import Wait


async def show(request: web.Request) -> web.Response:
    if request[panel.SESSION].wants != "code":
        raise web.HTTPSeeOther(panel.home(request[panel.SESSION]))
    return _page(request)


async def act(request: web.Request) -> web.Response:
    on, session, fields = panel.of(request), request[panel.SESSION], request[panel.FORM]
    if session.wants != "code":
        raise web.HTTPSeeOther(panel.home(session))
    who, wait = session.staff, None
    token = ""
    async with on.database.write() as conn:
        try:
            fits = await second_factor.accepts(conn, who.id, fields.get("code", ""), on.now())
        except Wait as until:
            fits, wait = False, ceil((until.until - on.now()).total_seconds() / 60)
        if fits:
            token = await through(request, conn)
        elif wait is None:
            await audit.note(conn, on.now(), who="system", action="code_failed", concerns_id=who.id)
    if fits:
        following = forms.inside(fields.get("next", "")) or panel.begins(who)
        return session_open.opened(request, who, token, following)
    return _page(request, 401 if wait is None else 429, wait)


async def through(request: web.Request, conn: AsyncConnection) -> str:
    """A whole session in place of the half one; gives its token. Nobody who saw the old one has it."""
    on, session = panel.of(request), request[panel.SESSION]
    await staff.end_one(conn, session.staff.id, session.id)
    token, _ = await staff.open_session(conn, session.staff.id, on.now(), device=session.device)
    member = session.staff
    await audit.note(conn, on.now(), who="staff", staff_id=member.id, role=member.role, action="sign_in")
    return token


def _page(request: web.Request, status: int = 200, wait: int | None = None) -> web.Response:
    given = request.get(panel.FORM, request.query).get("next", "")
    wrong = None if status == 200 else "factor.wrong" if wait is None else "factor.wait"
    return page(request, "code.html", status, wrong=wrong, wait=wait or 0, next=forms.inside(given) or "")

"""Sign in: with a password, or with a link that works once and is spent only by pressing the button."""

from __future__ import annotations

import structlog
from aiohttp import web

from admin import forms, panel, security
from admin.verifying import Crowded, Verifier
from storage import audit, staff
from storage.staff import Staff

WAIT_MINUTES = int(staff.WINDOW.total_seconds() // 60)
START = "/admin/submissions"

_log = structlog.get_logger()
_verifier = Verifier()


async def show(request: web.Request) -> web.Response:
    following = forms.inside(request.query.get("next", "")) or ""
    said = "sign_in.signed_out" if request.query.get("done") == "out" else None
    link = request.query.get("link")
    if link is None:
        if panel.SESSION in request:
            raise web.HTTPSeeOther(START)
        return security.sign_in_page(request, next=following, said=said)
    on = panel.of(request)
    async with on.database.read() as conn:
        holder = await staff.link_holder(conn, link, on.now())
    if holder is None:
        return security.sign_in_page(request, 410, wrong="sign_in.link_gone")
    return security.sign_in_page(request, link=link, holder=holder.email, next=following)


async def act(request: web.Request) -> web.Response:
    fields = request[panel.FORM]
    if "link" in fields:
        return await _by_link(request, fields["link"])
    email, password = fields.get("email", "").strip(), fields.get("password", "")
    if not email or not password:
        return _again(request, 422, "sign_in.missing")
    try:
        async with _verifier.turn(request.remote or ""):
            return await _by_password(request, email, password)
    except Crowded:
        _log.warning("sign_in_refused", reason="crowded")
        return _again(request, 429, "sign_in.crowded", 10)


async def _by_link(request: web.Request, link: str) -> web.Response:
    on = panel.of(request)
    async with on.database.write() as conn:
        holder = await staff.spend_link(conn, link, on.now())
    if holder is None:
        return security.sign_in_page(request, 410, wrong="sign_in.link_gone")
    return await _open(request, holder, START if holder.password_hash else "/admin/account")


async def _by_password(request: web.Request, email: str, password: str) -> web.Response:
    on, address = panel.of(request), request.remote or ""
    async with on.database.read() as conn:
        if await staff.throttled(conn, email, address, on.now()):
            _log.warning("sign_in_refused", reason="throttled")
            return _again(request, 429, "sign_in.too_many")
        known = await staff.by_email(conn, email)
    usable = known is not None and known.disabled_at is None
    fits = await _verifier.fits(known.password_hash if known and usable else None, password)
    async with on.database.write() as conn:
        if fits:
            await staff.forget_tries(conn, staff.account_key(email))
        else:
            await staff.count_try(conn, staff.account_key(email), on.now())
            await staff.count_try(conn, staff.address_key(address), on.now())
            about = known.id if known else None  # the address that was typed may be a password, or anything
            await audit.note(conn, on.now(), who="system", action="sign_in_failed", concerns_id=about)
    if not fits or known is None:
        _log.warning("sign_in_refused", reason="password")
        return _again(request, 401, "sign_in.wrong")
    return await _open(request, known, START)


def _again(request: web.Request, status: int, wrong: str, wait: int = WAIT_MINUTES * 60) -> web.Response:
    fields = request[panel.FORM]
    following = forms.inside(fields.get("next", "")) or ""
    answered = security.sign_in_page(request, status, email=fields.get("email", ""), wrong=wrong, next=following)
    if status == 429:
        answered.headers["Retry-After"] = str(wait)
    return answered


async def _open(request: web.Request, who: Staff, start: str) -> web.Response:
    """A new session, whatever session this browser had: nobody can slip one in beforehand."""
    on = panel.of(request)
    async with on.database.write() as conn:
        if before := request.cookies.get(security.COOKIE):
            await staff.end_session(conn, before)
        token, _ = await staff.open_session(conn, who.id, on.now())
        await audit.note(conn, on.now(), who="staff", staff_id=who.id, role=who.role, action="sign_in")
    _log.info("signed_in", staff=who.id)
    answered = web.Response(status=303)
    answered.headers["Location"] = forms.inside(request[panel.FORM].get("next", "")) or start
    security.set_cookie(request, answered, security.COOKIE, token, samesite="Lax")
    answered.del_cookie(security.DOOR, path="/admin")
    return answered

"""Sign in: with a password, or with a link that works once and is spent only by pressing the button."""

from __future__ import annotations

import structlog
from aiohttp import web

from admin import devices, forms, panel, security
from admin.verifying import Crowded, Verifier
from storage import audit, guessing, second_factor, staff
from storage.staff import Staff

WAIT_MINUTES = int(staff.TRIES_LAST.total_seconds() // 60)
KNOWN = "sempre_known"
"""Cookie of a browser in which somebody has signed in (`storage.guessing`)."""

_log = structlog.get_logger()
_verifier = Verifier()


async def show(request: web.Request) -> web.Response:
    following = forms.inside(request.query.get("next", "")) or ""
    said = "sign_in.signed_out" if request.query.get("done") == "out" else None
    link = request.query.get("link")
    if link is None:
        if panel.SESSION in request:
            raise web.HTTPSeeOther(panel.home(request[panel.SESSION]))
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
    return await _open(request, holder, None if holder.password_hash else "/admin/account")


async def _by_password(request: web.Request, email: str, password: str) -> web.Response:
    on, whence = panel.of(request), (email, request.remote or "", request.cookies.get(KNOWN, ""))
    async with on.database.read() as conn:
        if await guessing.refused(conn, *whence, on.now()):
            _log.warning("sign_in_refused", reason="throttled")
            return _again(request, 429, "sign_in.too_many")
        known = await staff.by_email(conn, email)
    usable = known is not None and known.disabled_at is None
    fits = await _verifier.fits(known.password_hash if known and usable else None, password)
    async with on.database.write(patient=True) as conn:
        if fits:
            await guessing.right(conn, *whence)
        else:
            await guessing.wrong(conn, *whence, on.now())
            about = known.id if known else None  # the address that was typed may be a password, or anything
            await audit.note(conn, on.now(), who="system", action="sign_in_failed", concerns_id=about)
    if not fits or known is None:
        _log.warning("sign_in_refused", reason="password")
        return _again(request, 401, "sign_in.wrong")
    return await _open(request, known, None)


def _again(request: web.Request, status: int, wrong: str, wait: int = WAIT_MINUTES * 60) -> web.Response:
    fields = request[panel.FORM]
    following = forms.inside(fields.get("next", "")) or ""
    answered = security.sign_in_page(request, status, email=fields.get("email", ""), wrong=wrong, next=following)
    if status == 429:
        answered.headers["Retry-After"] = str(wait)
    return answered


async def _open(request: web.Request, who: Staff, start: str | None) -> web.Response:
    """A new session, whatever session this browser had: nobody can slip one in beforehand."""
    on = panel.of(request)
    async with on.database.write() as conn:
        if before := request.cookies.get(security.COOKIE):
            await staff.end_session(conn, before)
        factor = await second_factor.of(conn, who.id)
        wants = _wanted(on.second_factor, who, factor)
        device = devices.rough(request.headers.get("User-Agent", ""))
        token, _ = await staff.open_session(conn, who.id, on.now(), wants=wants, device=device)
        if wants is None:
            await audit.note(conn, on.now(), who="staff", staff_id=who.id, role=who.role, action="sign_in")
    following = forms.inside(request[panel.FORM].get("next", "")) or start
    if wants is not None:
        following = security.WAITS[wants] + forms.query(next=following)
    _log.info("signed_in", staff=who.id, state=wants or "in")
    return opened(request, who, token, following or panel.begins(who))


def _wanted(rule: str, who: Staff, factor: second_factor.Factor | None) -> str | None:
    """What is missing of the second factor. The setting beats the role, and what somebody set up."""
    if rule == "off":
        return None
    if factor is not None and factor.confirmed_at is not None:
        return "code"
    return "enrolment" if second_factor.demanded(rule, who.roles) else None


def opened(request: web.Request, who: Staff, token: str, following: str) -> web.Response:
    """To the page that was wanted, with the session's cookie, in a browser that is known from now on."""
    answered = web.Response(status=303, headers={"Location": following})
    security.set_cookie(request, answered, security.COOKIE, token, samesite="Lax")
    answered.del_cookie(security.DOOR, path="/admin")
    lasts = int(guessing.KNOWN_LASTS.total_seconds())
    word = guessing.known_word(who.email)
    answered.set_cookie(
        KNOWN, word, path="/admin/sign-in", max_age=lasts, httponly=True, secure=security.encrypted(request),
        samesite="Strict",
    )  # fmt: skip
    return answered

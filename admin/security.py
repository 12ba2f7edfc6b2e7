"""What every request passes: origin, session, csrf, the size of a form, and the page for what went wrong.

The session's cookie is an opaque random token; the database holds its keyed hash alone (`storage.staff`). The csrf
value follows from the token. The sign-in form carries a value that follows from a cookie of its own.
"""

from __future__ import annotations

import contextlib
import hmac
import secrets
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

import structlog
from aiohttp import web

from admin import forms, panel, submission_show
from admin.refusals import KNOWN, Refused
from admin.rendering import page
from storage import scope, sealed, staff
from storage.database import Unavailable
from storage.inbox import Full

COOKIE = "sempre_staff"
DOOR = "sempre_door"
"""Cookie of a browser in which nobody is signed in."""

ANYBODY = frozenset({"anybody"})
"""Instead of roles: nobody has to be signed in."""

WAITS = {"code": "/admin/sign-in/code", "enrolment": "/admin/second-factor"}
"""Where somebody is who has given a password, and not yet what else is asked for."""

RULES = web.AppKey("rules", Mapping[web.AbstractRoute, frozenset[str]])
"""The roles of each route, one of which is asked for."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_log = structlog.get_logger()


@web.middleware
async def answer(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Outermost: whatever happens becomes a page in the layout."""
    try:
        return await handler(request)
    except Refused as refused:
        return refusal(request, refused)
    except web.HTTPRequestEntityTooLarge:
        return refusal(request, Refused(413, "error.413_lead"))
    except web.HTTPException as other:
        if other.status < 400:
            raise
        status = other.status if other.status in KNOWN else 404
        return refusal(request, Refused(status, "error.404_lead" if status == 404 else None))
    except (Unavailable, Full) as away:
        reason = away.reason if isinstance(away, Unavailable) else "queue_full"
        _log.warning("panel_refused", reason=reason)
        typed = forms.typed(request.get(panel.FORM, {}))
        return refusal(request, Refused(503, "error.503_lead", typed=typed, headers={"Retry-After": "5"}))
    except ConnectionError:  # whoever asked is gone, and nobody reads an answer
        raise
    except Exception as error:
        _log.error("panel_failed", exc_info=error)
        return refusal(request, Refused(500, "error.500_lead", typed=forms.typed(request.get(panel.FORM, {}))))


def refusal(request: web.Request, refused: Refused) -> web.Response:
    answered = page(
        request,
        "error.html",
        refused.status,
        headers=refused.headers,
        refused=refused,
        offers_glass=refused.status == 404 and panel.SCOPE in request and request[panel.SCOPE].works,
    )
    if refused.status in {403, 408, 413, 415}:
        answered.force_close()  # the rest of such a request is not worth reading
    return answered


@web.middleware
async def origin(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Nothing is changed at the wish of another site's page."""
    if request.method not in {"GET", "HEAD"} and not _ours(request):
        _log.warning("panel_refused", reason="foreign_origin")
        raise Refused(403, "error.403_form")
    return await handler(request)


def _ours(request: web.Request) -> bool:
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        return False
    claimed = request.headers.get("Origin")
    if claimed is None:
        return True
    public = panel.of(request).public_url
    if public is not None and claimed == "{0.scheme}://{0.netloc}".format(urlsplit(public)):
        return True
    return urlsplit(claimed).netloc == request.host


@web.middleware
async def session(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Who is asking. Whoever is nobody gets to the sign-in alone."""
    on = panel.of(request)
    token = request.cookies.get(COOKIE)
    if token:
        async with on.database.read() as conn:
            found = await staff.session(conn, token, on.now())
        if found is not None:
            request[panel.SESSION] = found
    if panel.SESSION not in request and rule(request) != ANYBODY:
        return await _sign_in_first(request)
    half = request[panel.SESSION].wants if panel.SESSION in request else None
    if half is not None and rule(request) != ANYBODY and request.path not in (WAITS[half], "/admin/sign-out"):
        if request.headers.get("HX-Request"):
            return page(request, "ended.html", 401)
        raise web.HTTPSeeOther(WAITS[half])
    return await handler(request)


def rule(request: web.Request) -> frozenset[str]:
    """The roles that this address asks for; none, which nobody has, where nothing was said of it."""
    return request.config_dict[RULES].get(request.match_info.route, frozenset())


@web.middleware
async def may(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Who is asking has one of the roles that the address asks for, or does not come in."""
    roles, found = rule(request), request.match_info.http_exception is None
    if found and roles != ANYBODY and not request[panel.SESSION].staff.roles & roles:
        raise Refused(403, "error.403_role", {"role": panel.role(request)})
    if found and (roles <= panel.SEERS | panel.MENDERS or "reference" in request.match_info):
        return await _within(request, handler)
    return await handler(request)


async def _within(request: web.Request, handler: Handler) -> web.StreamResponse:
    """What may not be seen is answered like what does not exist, whatever is asked of it."""
    on, named = panel.of(request), "reference" in request.match_info
    of = submission_show.reference(request) if named else ""
    async with on.database.read() as conn:
        request[panel.SCOPE] = mine = await scope.of(conn, request[panel.SESSION].staff)
        seen = await scope.seen(conn, mine, of, on.now()) if named else None
    if seen is not None:
        request[panel.SEEN] = seen
    elif named:
        if request.headers.get("HX-Request"):  # erased in the meantime, so it must not stay on the screen
            return page(request, "gone.html")
        raise Refused(404, "error.404_lead", typed=forms.typed(request.get(panel.FORM, {})))
    return await handler(request)


async def _sign_in_first(request: web.Request) -> web.Response:
    if request.headers.get("HX-Request"):
        return page(request, "ended.html", 401)
    if request.method in {"GET", "HEAD"}:
        wanted = str(request.rel_url)
        raise web.HTTPSeeOther(f"/admin/sign-in{'' if request.path == '/admin' else forms.query(next=wanted)}")
    typed = forms.typed(await forms.read(request))
    return sign_in_page(request, 401, kept=typed)


@web.middleware
async def form(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Reads what was sent and compares its csrf value. A handler finds the fields in `FORM`."""
    if request.method == "POST":
        fields = await forms.read(request)
        request[panel.FORM] = fields
        if not hmac.compare_digest(fields.get("csrf", "").encode(), csrf(request).encode()):
            _log.warning("panel_refused", reason="csrf")
            raise Refused(403, "error.403_form", typed=forms.typed(fields))
        await keep_awake(request)
    return await handler(request)


async def keep_awake(request: web.Request) -> None:
    """A sign of life. Pages that ask by themselves are none."""
    on, found = panel.of(request), request.get(panel.SESSION)
    if found is None or not found.wants_touch(on.now()):
        return
    with contextlib.suppress(Unavailable):  # a page that can be read is worth more than this
        async with on.database.write() as conn:
            await staff.touch(conn, found.id, on.now())
            request[panel.SESSION] = (await staff.session(conn, request.cookies[COOKIE], on.now())) or found


@web.middleware
async def awake(request: web.Request, handler: Handler) -> web.StreamResponse:
    if request.method == "GET" and not request.headers.get("HX-Request") and panel.SESSION in request:
        await keep_awake(request)
    return await handler(request)


# -- cookies --------------------------------------------------------------------------------------


def encrypted(request: web.Request) -> bool:
    public = panel.of(request).public_url
    return public is not None and public.startswith("https:")


def csrf(request: web.Request) -> str:
    """The value that a form of this browser carries."""
    if panel.SESSION in request:
        return request[panel.SESSION].csrf
    door = request.cookies.get(DOOR)
    return _of_door(door) if door else secrets.token_hex(16)


def _of_door(door: str) -> str:
    return sealed.current().hash("sign-in form", door).hex()


def sign_in_page(request: web.Request, status: int = 200, **values: Any) -> web.Response:
    """The sign-in, with a cookie by which its form is known again."""
    door = request.cookies.get(DOOR) or secrets.token_urlsafe(24)
    known = request[panel.SESSION].csrf if panel.SESSION in request else _of_door(door)
    shown: dict[str, Any] = {
        "email": "",
        "wrong": None,
        "next": "",
        "kept": None,
        "link": None,
        "holder": None,
        "said": None,
    }
    answered = page(request, "sign_in.html", status, csrf=known, **{**shown, **values})
    set_cookie(request, answered, DOOR, door, samesite="Strict")
    return answered


def set_cookie(request: web.Request, on: web.StreamResponse, name: str, value: str, *, samesite: str) -> None:
    on.set_cookie(name, value, path="/admin", httponly=True, secure=encrypted(request), samesite=samesite)


MIDDLEWARES = (answer, origin, session, form, awake, may)

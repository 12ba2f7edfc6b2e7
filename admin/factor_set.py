"""My second factor: scan a picture, type what the phone shows, keep ten codes on paper; or switch it off again."""

from __future__ import annotations

import base64
from math import ceil

import segno
from aiohttp import web
from sqlalchemy.ext.asyncio import AsyncConnection

from admin import code_check, forms, panel, session_open
from admin.refusals import not_found
from admin.rendering import page
from storage import audit, second_factor, staff
from storage.second_factor import Wait

NOTED = {"confirm": "factor_on", "codes": "factor_codes", "off": "factor_off"}


async def show(request: web.Request) -> web.Response:
    if panel.of(request).second_factor == "off":
        raise not_found()
    return await _page(request)


async def act(request: web.Request) -> web.Response:
    on, session, fields = panel.of(request), request[panel.SESSION], request[panel.FORM]
    do, me = fields.get("do", ""), session.staff.id
    if on.second_factor == "off" or do not in NOTED:
        raise not_found()
    codes: list[str] | None = None
    token = None
    try:
        async with on.database.write() as conn:
            fits, codes = await _done(request, conn, do)
            if fits:
                await audit.note(conn, on.now(), who="staff", staff_id=me, action=NOTED[do], concerns_id=me)
            if fits and session.wants is not None:
                token = await code_check.through(request, conn)
    except Wait as until:
        return await _page(request, 429, "factor.wait", ceil((until.until - on.now()).total_seconds() / 60))
    if not fits:
        return await _page(request, 422, "factor.wrong")
    if codes is None:
        raise web.HTTPSeeOther("/admin/account?done=factor")
    following = forms.inside(fields.get("next", "")) or panel.begins(session.staff)
    answered = page(request, "codes.html", codes=codes, following=following)
    if token is not None:
        answered.cookies.update(session_open.opened(request, session.staff, token, following).cookies)
    return answered


async def _done(request: web.Request, conn: AsyncConnection, do: str) -> tuple[bool, list[str] | None]:
    """Whether the number was right, and fresh codes where there are some."""
    on, session, written = panel.of(request), request[panel.SESSION], request[panel.FORM].get("code", "")
    me = session.staff.id
    factor = await second_factor.of(conn, me)
    in_use = factor is not None and factor.confirmed_at is not None
    if do == "confirm":
        if in_use:
            return False, None
        codes = await second_factor.confirm(conn, me, written, on.now())
        return codes is not None, codes
    demanded = second_factor.demanded(on.second_factor, session.staff.roles)
    if not in_use or (do == "off" and demanded) or not await second_factor.accepts(conn, me, written, on.now()):
        return False, None
    if do == "codes":
        return True, await second_factor.fresh_codes(conn, me)
    await second_factor.forget(conn, me)
    await staff.end_others(conn, me, session.id)
    return True, None


async def _page(request: web.Request, status: int = 200, wrong: str | None = None, wait: int = 0) -> web.Response:
    on, member = panel.of(request), request[panel.SESSION].staff
    secret = b""
    async with on.database.write() as conn:
        factor = await second_factor.of(conn, member.id)
        if factor is None or factor.confirmed_at is None:
            secret = await second_factor.begin(conn, member.id, on.now())
            factor = None
    typed = base64.b32encode(secret).decode()
    following = forms.inside(request.get(panel.FORM, request.query).get("next", "")) or ""
    return page(
        request,
        "factor.html",
        status,
        factor=factor,
        picture=_picture(second_factor.address(secret, member.email, on.organisation)) if secret else None,
        secret=" ".join(typed[at : at + 4] for at in range(0, len(typed), 4)),
        demanded=second_factor.demanded(on.second_factor, member.roles),
        wrong=wrong,
        wait=wait,
        next=following,
    )


def _picture(address: str) -> str:
    """The code as a drawing in the page: nothing is fetched, and nothing of it is kept by the browser."""
    drawn = segno.make(address, error="m", micro=False)
    drawing: str = drawn.svg_inline(border=4, dark="#000", light="#fff", omitsize=True, svgclass=None, lineclass=None)
    return drawing

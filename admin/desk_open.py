"""Begin a talk at the desk, or go on with one of one's own."""

from __future__ import annotations

from aiohttp import web

from admin import panel
from admin.rendering import page
from storage import audit, desk

LIMIT = 25


async def show(request: web.Request) -> web.Response:
    return await render(request)


async def render(request: web.Request, status: int = 200, wrong: str | None = None) -> web.Response:
    on, words = panel.of(request), panel.wording(request)
    async with on.database.read() as conn:
        mine = await desk.unfinished(conn, request[panel.SESSION].staff.id, LIMIT)
    offered = sorted((words.spoken(code), code) for code in on.words.languages)
    typed = request.get(panel.FORM, {})
    return page(
        request, "desk.html", status, mine=mine, ways=desk.WAYS, dialogs=desk.DIALOGS, wrong=wrong, typed=typed,
        languages=[(code, name, on.words.own_name(code)) for name, code in offered],
    )  # fmt: skip


async def act(request: web.Request) -> web.Response:
    on, fields = panel.of(request), request[panel.FORM]
    way, language, dialog = (fields.get(name, "") for name in ("way", "language", "dialog"))
    if way not in desk.WAYS or language not in on.words.languages or dialog not in desk.DIALOGS:
        return await render(request, 422, "desk.missing")
    staff_id = request[panel.SESSION].staff.id
    async with on.database.write() as conn:
        address = await desk.begin(conn, staff_id, way, language, dialog, on.now())
        await audit.note(conn, on.now(), who="staff", staff_id=staff_id, action="desk_began")
    raise web.HTTPSeeOther(f"/admin/desk/{address}")

"""The language in which this person reads the panel."""

from __future__ import annotations

from aiohttp import web

from admin import forms, panel
from admin.refusals import Refused
from storage import staff


async def act(request: web.Request) -> web.Response:
    on, fields = panel.of(request), request[panel.FORM]
    if fields.get("language") not in on.wordings:
        raise Refused(422)
    async with on.database.write() as conn:
        await staff.set_language(conn, request[panel.SESSION].staff.id, fields["language"])
    raise web.HTTPSeeOther(forms.inside(fields.get("back", "")) or "/admin/submissions")

"""What waits for somebody who speaks both languages."""

from __future__ import annotations

from aiohttp import web

from admin import forms, panel
from admin.rendering import page
from storage import reading
from storage.reading import Cursor, Page

LIMIT = 25


async def show(request: web.Request) -> web.Response:
    on, words = panel.of(request), panel.wording(request)
    given = forms.clean(request.query.get("after", ""))
    try:
        after = Cursor.parse(given) if given else None
        async with on.database.read() as conn:
            rows = await reading.wanting_translation(conn, request[panel.SCOPE], words.language, after, LIMIT)
    except ValueError:
        rows = Page([], None)
    following = None if rows.next is None else f"/admin/translate{forms.query(after=str(rows.next))}"
    return page(request, "translate.html", rows=rows.rows, following=following, later=bool(given))

"""What a need is also about: a second and a third code beside the main one, each put there or taken away by one tap."""

from __future__ import annotations

from aiohttp import web
from sqlalchemy.ext.asyncio import AsyncConnection

from admin import panel, submission_show, topic_set
from storage import coding


async def act(request: web.Request) -> web.Response:
    on, fields, of = panel.of(request), request[panel.FORM], submission_show.reference(request)
    code, do = fields.get("detail", ""), fields.get("do", "")
    flags = topic_set.flagged(on, code)
    if do not in {"add", "remove"} or (do == "add" and flags is None):
        return await topic_set.unknown(request, of)

    async def change(conn: AsyncConnection, member: int, seen: int | None) -> int:
        if do == "remove":
            return await coding.remove_detail(conn, of, code, member, seen, on.now())
        return await coding.add_detail(conn, of, code, member, seen, on.now(), topic_set.urgent(flags or frozenset()))

    try:
        return await topic_set.coded(request, of, "further", code, change)
    except coding.Enough:
        return await topic_set.unknown(request, of, "about.enough")
    except coding.NotThere:
        return await topic_set.unknown(request, of)

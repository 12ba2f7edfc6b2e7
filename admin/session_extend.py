"""Stay signed in: somebody is typing, or pressed the button. Answers how many seconds are left now."""

from __future__ import annotations

from aiohttp import web

from admin import panel


async def act(request: web.Request) -> web.Response:
    """The form was the sign of life (`security.keep_awake`)."""
    session = request[panel.SESSION]
    left = int((session.idle_until - panel.of(request).now()).total_seconds())
    clock = panel.wording(request).clock(session.idle_until)
    return web.json_response({"left": left, "at": clock})

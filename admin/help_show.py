"""Help: how the panel works, what the states mean, and how accessible it is."""

from __future__ import annotations

from aiohttp import web

from admin.rendering import page
from storage.statuses import STATUSES


async def show(request: web.Request) -> web.Response:
    return page(request, "help.html", statuses=[status for status in STATUSES if status != "erased"])

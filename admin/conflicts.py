"""Somebody was faster: who changed what, and the form once more with all that was typed, made for how it stands now."""

from __future__ import annotations

from aiohttp import web

from admin import panel, submission_show
from admin.rendering import page
from storage.casework import Stale

ACTIONS = {
    "status": "status",
    "assign": "assign",
    "keep": "keep",
    "about": "topic",
    "further": "further",
    "translation": "translation",
    "safeguarding": "safeguarding",
}
WORDS = ("reason", "text")
"""Fields that hold what somebody wrote; the others are chosen."""


async def show(request: web.Request, of: str, stale: Stale, action: str, wanted: str) -> web.Response:
    on, fields = panel.of(request), request[panel.FORM]
    async with on.database.read() as conn:
        now = await submission_show.current(conn, of)
    kept = {name: value for name, value in fields.items() if name not in {"csrf", "version"}}
    return page(
        request,
        "conflict.html",
        409,
        one=now,
        stale=stale,
        action=f"/admin/submissions/{of}/{ACTIONS.get(action, action)}",
        wanted=wanted,
        written={name: value for name, value in kept.items() if name in WORDS and value},
        hidden={name: value for name, value in kept.items() if name not in WORDS},
        translation=submission_show.translated(now, fields.get("language", "")),
    )

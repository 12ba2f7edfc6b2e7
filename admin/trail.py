"""Notes who looked (R-33): one place for all pages, by the action behind the address. What staff do, storage notes.

A page that shows what people told is noted or not shown: where the note cannot be stored, no page is given out.
The list is noted as a list: it shows topic, place and state of many, none of their words. A search is noted without
its words, a download without whose it was.
"""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

from admin import (
    code_check,
    desk_answer,
    desk_open,
    desk_receipt,
    factor_set,
    file_show,
    glass_open,
    help_show,
    likeness_show,
    panel,
    password_set,
    session_open,
    static,
    submission_show,
    submission_watch,
    submissions_export,
    submissions_list,
    trail_list,
    translations_list,
    trouble_list,
    voice_show,
)
from admin.security import Handler
from storage import audit, submissions

VIEWS: Mapping[Handler, str] = {
    submissions_list.show: "list",
    translations_list.show: "list",
    submission_show.show: "view",
    submission_watch.show: "view",
    likeness_show.show: "alike",
    file_show.show: "file",
    voice_show.show: "view",
    submissions_export.show: "export",
    glass_open.listed: "openings",
    trail_list.show: "audit",
    desk_answer.show: "desk",
    desk_receipt.show: "desk",
}
PLAIN: frozenset[Handler] = frozenset(
    {
        static.show,
        session_open.show,
        password_set.show,
        help_show.show,
        submissions_list.start,
        code_check.show, factor_set.show, glass_open.show,
        desk_open.show, trouble_list.show,
    }
)  # fmt: skip
"""Pages on which nothing stands that people told."""

STREAMED: frozenset[Handler] = frozenset({file_show.show, submissions_export.show})
"""These give out before they end: they call `request[panel.NOTE]` themselves, before the first byte."""


@web.middleware
async def noted(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Innermost: whoever comes here may see it. A refusal, or a page without news (204), shows nothing."""
    action = VIEWS.get(request.match_info.handler)
    if action is None:
        return await handler(request)
    if request.match_info.handler in STREAMED:
        note: Callable[[], Awaitable[None]] = functools.partial(_note, request, action)
        request[panel.NOTE] = note
        return await handler(request)
    answered = await handler(request)
    if answered.status == 200:
        await _note(request, action)
    return answered


async def _note(request: web.Request, action: str) -> None:
    on, member = panel.of(request), request[panel.SESSION].staff
    reference = request.match_info.get("reference")
    async with on.database.write() as conn:
        about = None if reference is None else await submissions.number(conn, reference.upper())
        if about is None and reference is not None:
            return  # there is no such thing to see
        await audit.note(
            conn, on.now(), who="staff", staff_id=member.id, role=member.role, action=action, submission_id=about
        )

"""What a need is about: what its words seem to say beside what it is filed under, taken over by one tap.

Software proposes and changes nothing by itself.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from aiohttp import web
from sqlalchemy.ext.asyncio import AsyncConnection

from admin import conflicts, panel, submission_show
from admin.panel import Panel
from admin.refusals import not_found
from dialogs.urgency import OWN_LEVEL
from storage import coding, scope
from storage.changes import Stale, UnknownReference
from storage.reading import Detail
from storage.submissions import own_words

MOST = 3
LEAST = 0.1
"""Proposals, and how sure the last of them is."""

Change = Callable[[AsyncConnection, int, int | None], Awaitable[int]]
"""What is done to the codes, by whom, on top of which version."""


async def proposed(on: Panel, detail: Detail) -> Sequence[str]:
    """Codes that a need's words may be about beside its own, best first; none where nothing recognises them."""
    spoken = (said.written.text for said in detail.voices.values() if said.written)
    words = next(iter(own_words(detail.answers)), None) or next(spoken, None)
    if on.suggest is None or detail.kind != "need" or words is None:
        return ()
    found = await asyncio.to_thread(on.suggest, words, detail.language)
    known = (detail.detail, *detail.further)
    return [code for code, sure in found if sure >= LEAST and code not in known][:MOST]


async def act(request: web.Request) -> web.Response:
    on, of, code = panel.of(request), submission_show.reference(request), request[panel.FORM].get("detail", "")
    flags = flagged(on, code)
    if flags is None:
        return await unknown(request, of)

    async def change(conn: AsyncConnection, member: int, seen: int | None) -> int:
        return await coding.set_detail(conn, of, code, member, seen, on.now(), urgent(flags))

    return await coded(request, of, "about", code, change)


def flagged(on: Panel, code: str) -> frozenset[str] | None:
    """What the taxonomy says of a detail; None where it is none."""
    return next((topic.details.get(code[4:]) for topic in on.words.topics if code[:4] == f"{topic.code}."), None)


def urgent(flags: frozenset[str]) -> str | None:
    """How soon such a need is looked at, if it says so."""
    return next(iter(sorted(flags & set(OWN_LEVEL.values()))), None)


async def unknown(request: web.Request, of: str, why: str = "about.unknown") -> web.Response:
    return await submission_show.render(request, of, 422, wrong={"about": panel.wording(request)(why)})


async def coded(request: web.Request, of: str, action: str, code: str, change: Change) -> web.Response:
    """Changes the codes. `action` is that of `conflicts`, and what the page says afterwards."""
    on, fields = panel.of(request), request[panel.FORM]
    try:
        async with on.database.write() as conn:
            await change(conn, request[panel.SESSION].staff.id, submission_show.version(fields))
            still = await scope.seen(conn, request[panel.SCOPE], of, on.now())
    except UnknownReference:
        raise not_found() from None
    except Stale as stale:
        return await conflicts.show(request, of, stale, action, panel.wording(request).code("detail", code))
    if still is None:  # it is a case of safeguarding now, and others see those
        raise web.HTTPSeeOther("/admin/submissions?done=about")
    raise submission_show.back(of, action)

"""What a need is about: what its words seem to say beside what it is filed under, taken over by one tap.

Software proposes and changes nothing by itself.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from aiohttp import web

from admin import conflicts, panel, submission_show
from admin.panel import Panel
from admin.refusals import not_found
from dialogs.urgency import OWN_LEVEL
from storage import coding, scope
from storage.changes import Stale, UnknownReference
from storage.reading import Detail
from storage.submissions import CODED

MOST = 3
LEAST = 0.1
"""Proposals, and how sure the last of them is."""


async def proposed(on: Panel, detail: Detail) -> Sequence[str]:
    """Codes that a need's words may be about beside its own, best first; none where nothing recognises them."""
    told = [answer.value for answer in detail.answers if answer.value and answer.question not in CODED]
    words = next((text for text in told if any(letter.isalpha() for letter in text)), None)
    if on.suggest is None or detail.kind != "need" or words is None:
        return ()
    found = await asyncio.to_thread(on.suggest, words, detail.language)
    return [code for code, sure in found if sure >= LEAST and code != detail.detail][:MOST]


async def act(request: web.Request) -> web.Response:
    on, fields, of = panel.of(request), request[panel.FORM], submission_show.reference(request)
    code = fields.get("detail", "")
    words = panel.wording(request)
    flags = next((topic.details.get(code[4:]) for topic in on.words.topics if code[:4] == f"{topic.code}."), None)
    if flags is None:
        return await submission_show.render(request, of, 422, wrong={"about": words("about.unknown")})
    urgent = next(iter(sorted(flags & set(OWN_LEVEL.values()))), None)
    try:
        async with on.database.write() as conn:
            member = request[panel.SESSION].staff.id
            await coding.set_detail(conn, of, code, member, submission_show.version(fields), on.now(), urgent)
            still = await scope.seen(conn, request[panel.SCOPE], of, on.now())
    except UnknownReference:
        raise not_found() from None
    except Stale as stale:
        return await conflicts.show(request, of, stale, "about", words.code("detail", code))
    if still is None:  # it is a case of safeguarding now, and others see those
        raise web.HTTPSeeOther("/admin/submissions?done=about")
    raise submission_show.back(of, "about")

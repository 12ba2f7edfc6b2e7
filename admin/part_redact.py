"""Take a part away for good: first a page that says from how many places, then the deed."""

from __future__ import annotations

from aiohttp import web

from admin import panel, part_hide, submission_show
from admin.refusals import Refused, not_found
from admin.rendering import page
from storage import masking
from storage.casework import UnknownReference
from storage.masking import NotThere, UnknownMask, WrongLength
from storage.masks import LONGEST, SHORTEST


async def act(request: web.Request) -> web.Response:
    on, fields, of = panel.of(request), request[panel.FORM], submission_show.reference(request)
    if request[panel.SEEN].opened_until is not None:  # whose case it is decides what nobody can bring back
        raise Refused(403, "redact.opened")
    reason = fields.get("reason", "").strip()
    wrong = "redact.reason_missing" if not reason else "redact.reason_long" if len(reason) > part_hide.MOST else None
    sure = "sure" in fields
    try:
        async with on.database.write() as conn:
            hidden = fields.get("mask", "")
            known = submission_show.number(hidden)
            part = await masking.hidden_part(conn, of, known) if hidden else fields.get("part", "")
            if done := sure and wrong is None:
                await masking.redact(conn, of, part, request[panel.SESSION].staff.id, reason, on.now())
            else:
                times = await masking.places(conn, of, part)
    except UnknownReference:
        raise not_found() from None
    except UnknownMask:
        return await part_hide.again(request, of, "hide.shown")
    except WrongLength:
        return await part_hide.again(request, of, "hide.length", least=SHORTEST, most=LONGEST)
    except NotThere:
        return await part_hide.again(request, of, "hide.not_there")
    if done:
        raise submission_show.back(of, "redact")
    return page(
        request,
        "redact.html",
        422 if sure else 200,
        reference=of,
        part="" if hidden else part,
        mask=hidden,
        times=times,
        reason=reason,
        wrong=wrong if sure else None,
        most=part_hide.MOST,
    )

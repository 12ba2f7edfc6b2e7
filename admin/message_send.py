"""Write to the person. The message goes its way as a row of the inbox, in one commit; sent twice, it counts once."""

from __future__ import annotations

from aiohttp import web

from admin import panel, submission_show
from admin.refusals import not_found
from locales import languages
from storage import casework

MOST = 3000
"""Characters. A message of Telegram holds 4,096, and our own lines around it."""

LONGEST_NONCE = 64


async def act(request: web.Request) -> web.Response:
    on, fields, of = panel.of(request), request[panel.FORM], submission_show.reference(request)
    text, words = fields.get("text", ""), panel.wording(request)
    if len(text) > MOST:
        return await _again(request, of, words("answer.long", n=len(text), most=MOST))
    language = fields.get("language", "")
    nonce = fields.get("nonce", "")[:LONGEST_NONCE] or None
    try:
        async with on.database.write() as conn:
            await casework.write_message(
                conn, of, text, language if language in languages.known() else None, nonce,
                request[panel.SESSION].staff.id, on.now(),
            )  # fmt: skip
    except casework.UnknownReference:
        raise not_found() from None
    except casework.Empty:
        return await _again(request, of, words("answer.empty"))
    raise submission_show.back(of, "message")


async def _again(request: web.Request, of: str, wrong: str) -> web.Response:
    fields = request[panel.FORM]
    typed = {"message": fields.get("text", ""), "language": fields.get("language", "")}
    return await submission_show.render(request, of, 422, wrong={"message": wrong}, typed=typed)

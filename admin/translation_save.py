"""The story in the reader's language, by a human. The story itself is never touched."""

from __future__ import annotations

from aiohttp import web

from admin import conflicts, panel, submission_show
from admin.refusals import not_found
from locales import languages
from storage import casework
from storage.casework import Stale

MOST = 20_000
"""Characters."""


async def act(request: web.Request) -> web.Response:
    on, fields, of = panel.of(request), request[panel.FORM], submission_show.reference(request)
    text, words = fields.get("text", ""), panel.wording(request)
    if len(text) > MOST:
        return await _again(request, of, words("translation.long", n=len(text), most=MOST))
    language = fields.get("language", words.language)
    try:
        async with on.database.write() as conn:
            member, seen = request[panel.SESSION].staff.id, submission_show.version(fields)
            spoken = language if language in languages.known() else words.language
            await casework.translate(conn, of, spoken, text, member, seen, on.now())
    except casework.UnknownReference:
        raise not_found() from None
    except casework.Empty:
        return await _again(request, of, words("translation.empty"))
    except Stale as stale:
        return await conflicts.show(request, of, stale, "translation", words("translation.title"))
    raise submission_show.back(of, "translation")


async def _again(request: web.Request, of: str, wrong: str) -> web.Response:
    typed = {"translation": request[panel.FORM].get("text", "")}
    return await submission_show.render(request, of, 422, wrong={"translation": wrong}, typed=typed)

"""What is said in a voice, confirmed or put right by whoever has heard it. The voice itself stays the answer."""

from __future__ import annotations

from aiohttp import web

from admin import conflicts, panel, submission_show, voice_show
from admin.refusals import not_found
from locales import speech
from storage import voices
from storage.casework import Empty, Stale
from storage.changes import UnknownReference
from storage.voices import UnknownVoice

MOST = speech.MOST_CHARACTERS


async def act(request: web.Request) -> web.Response:
    on, fields, of = panel.of(request), request[panel.FORM], submission_show.reference(request)
    text, words, file = fields.get("text", ""), panel.wording(request), voice_show.number(request)
    if len(text) > MOST:
        return await voice_show.render(request, 422, wrong=words("voice.long", n=len(text), most=MOST))
    try:
        async with on.database.write() as conn:
            member, seen = request[panel.SESSION].staff.id, submission_show.version(fields)
            await voices.confirm(conn, of, file, text, member, seen, on.now())
    except (UnknownReference, UnknownVoice):
        raise not_found() from None
    except Empty:
        return await voice_show.render(request, 422, wrong=words("voice.empty"))
    except Stale as stale:
        return await conflicts.show(request, of, stale, f"files/{file}/words", words("voice.title"))
    raise submission_show.back(of, "written")

"""Has a machine of ours write down what is said in a voice: a row that the bot takes up. Nobody waits for it here."""

from __future__ import annotations

from aiohttp import web

from admin import panel, submission_show, voice_show
from admin.refusals import not_found
from locales import speech
from storage import voices
from storage.changes import UnknownReference
from storage.voices import UnknownVoice


async def act(request: web.Request) -> web.Response:
    on, of, file = panel.of(request), submission_show.reference(request), voice_show.number(request)
    async with on.database.read() as conn:
        detail = await submission_show.current(conn, of)
    if on.listen is None or detail.language not in speech.LANGUAGES:
        raise not_found()
    try:
        async with on.database.write() as conn:
            await voices.ask(conn, of, file, request[panel.SESSION].staff.id, on.now())
    except (UnknownReference, UnknownVoice):
        raise not_found() from None
    on.listen()
    raise web.HTTPSeeOther(f"/admin/submissions/{of}/files/{file}/words")

"""One voice: to be heard, and beside it what is said in it, to be put right and confirmed by a person."""

from __future__ import annotations

from aiohttp import web

from admin import panel, submission_show, voice
from admin.refusals import not_found
from admin.rendering import page
from storage.masks import BAR
from storage.reading import Detail, FileRow
from storage.voices import ASKED, Voice


async def show(request: web.Request) -> web.Response:
    return await render(request)


def number(request: web.Request) -> int:
    """Of the voice, as it stands in the address; 0, which none has, for nonsense."""
    return submission_show.number(request.match_info["file"])


def _sent(request: web.Request, detail: Detail) -> FileRow:
    """Raises `Refused`: it is no voice, or belongs to another submission."""
    wanted = number(request)
    found = next((file for file in detail.files.values() if file.id == wanted and file.media == "voice"), None)
    if found is None:
        raise not_found()
    return found


async def render(request: web.Request, status: int = 200, *, wrong: str | None = None) -> web.Response:
    """`wrong` says what has to be changed in what was typed."""
    of, fields = submission_show.reference(request), request.get(panel.FORM, {})
    async with panel.of(request).database.read() as conn:
        detail = await submission_show.current(conn, of)
    file = _sent(request, detail)
    said = detail.voices.get(file.id or 0, Voice())
    waits = said.written is None and said.draft is not None and said.draft.state == ASKED
    if waits and request.headers.get("HX-Request"):
        return web.Response(status=204)
    return page(
        request,
        "voice.html",
        status,
        one=detail,
        title=submission_show.title(panel.wording(request), detail),
        file=file,
        said=said,
        waits=waits,
        hearing=voice.hearing(request, detail),
        bar=BAR,
        wrong=wrong,
        typed=fields.get("text"),
    )

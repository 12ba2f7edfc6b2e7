"""A file that a person sent. Pictures and sound of a few inert types are shown on the page, all others only saved.

Whatever it is, no browser runs it: its type is said and not to be guessed, and as a document it may do nothing.
"""

from __future__ import annotations

import re

import structlog
from aiohttp import web

from admin import panel, submission_show
from admin.file_types import INERT, SAVED
from admin.refusals import not_found
from storage import files

PIECE = 64 * 1024

_HEADERS = {
    "Accept-Ranges": "bytes",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}

_log = structlog.get_logger()


async def show(request: web.Request) -> web.StreamResponse:
    of, number = submission_show.reference(request), request.match_info["file"]
    if not re.fullmatch(r"[0-9]{1,18}", number):
        raise not_found()
    async with panel.of(request).database.read() as conn:
        found = await files.content(conn, of, int(number), request[panel.SEEN].talk)
    if found is None:
        raise not_found()
    kind = found.type or ""
    ending = INERT.get(kind) or SAVED.get(kind)
    name = f"{of}-{number}.{ending}" if ending else f"{of}-{number}"
    where = "inline" if kind in INERT else "attachment"
    answer = web.StreamResponse(headers={**_HEADERS, "Content-Disposition": f'{where}; filename="{name}"'})
    answer.content_type = kind if kind in INERT else "application/octet-stream"
    begin, end = _part(request, answer, len(found.content))
    if answer.status != 416:
        await request[panel.NOTE]()
    return await _sent(request, answer, memoryview(found.content)[begin:end])


def _part(request: web.Request, answer: web.StreamResponse, size: int) -> tuple[int, int]:
    """What is asked for, one range at most (RFC 9110, 14): whoever asks for several, or badly, gets all of it."""
    try:
        asked = request.http_range
    except ValueError:
        return 0, size
    if asked.start is None and asked.stop is None:
        return 0, size
    begin, end, _ = asked.indices(size)
    if begin >= end:
        answer.set_status(416)
        answer.headers["Content-Range"] = f"bytes */{size}"
        return 0, 0
    answer.set_status(206)
    answer.headers["Content-Range"] = f"bytes {begin}-{end - 1}/{size}"
    return begin, end


async def _sent(request: web.Request, answer: web.StreamResponse, content: memoryview) -> web.StreamResponse:
    answer.content_length = len(content)
    try:
        await answer.prepare(request)
        for at in range(0, len(content), PIECE):
            await answer.write(content[at : at + PIECE])
        await answer.write_eof()
    except ConnectionError:  # the page was closed, or the player has heard enough
        _log.debug("file_not_read_to_its_end")
    return answer

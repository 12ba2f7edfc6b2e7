"""A voice message or a picture, given back to whoever sent it. No browser runs it, keeps it, or shows it elsewhere."""

from __future__ import annotations

from aiohttp import web

from bot.media import EVERYWHERE
from storage.files import Content

HEADERS = {
    "Accept-Ranges": "bytes",
    "Content-Disposition": "inline",
    "Content-Security-Policy": "sandbox; default-src 'none'",
}


def shown(request: web.Request, found: Content) -> web.Response:
    """The file, or the one part that is asked for (RFC 9110, 14): some players ask for parts alone."""
    kind = found.type if found.type in EVERYWHERE else "application/octet-stream"
    answer = web.Response(headers=HEADERS, content_type=kind)
    size = len(found.content)
    try:
        asked = request.http_range
    except ValueError:
        asked = slice(None)
    begin, end, _ = asked.indices(size)
    if asked.start is None and asked.stop is None:
        answer.body = found.content
    elif begin >= end:
        answer.set_status(416)
        answer.headers["Content-Range"] = f"bytes */{size}"
    else:
        answer.set_status(206)
        answer.headers["Content-Range"] = f"bytes {begin}-{end - 1}/{size}"
        answer.body = found.content[begin:end]
    return answer

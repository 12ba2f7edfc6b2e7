"""What comes in the body of a request to the web chat, read no further than it may be large; and who sends it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

LARGEST_FILE = 10 * 1024 * 1024
LARGEST_FORM = 4096
FORM_SECONDS = 20.0
UPLOAD_SECONDS = 600.0
"""A photo over a slow line in the country takes its time."""

SLOW_START = 60.0
SLOWEST = 1024
"""Bytes a second that an upload must bring after its first minute: even a line of the nineties brings more."""

SORT = "application/x-www-form-urlencoded"
MOST_FIELDS = 20


class Refused(Exception):
    """A request that is not followed. `code` is one of the texts `web.error.*`; `wait`: seconds until it may be."""

    def __init__(self, status: int, code: str, wait: float = 0.0) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.wait = wait


async def form(request: web.Request) -> dict[str, str]:
    """The fields of a small form. Raises `Refused`."""
    if (request.content_length or 0) > LARGEST_FORM:
        raise Refused(413, "malformed")
    if request.content_type != SORT and request.body_exists:
        raise Refused(400, "malformed")
    sent = bytearray()
    try:
        async with asyncio.timeout(FORM_SECONDS):
            async for piece in request.content.iter_any():  # its length may not be said beforehand
                sent += piece
                if len(sent) > LARGEST_FORM:
                    raise Refused(413, "malformed")
        fields = parse_qsl(sent.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except (TimeoutError, ValueError):
        raise Refused(400, "malformed") from None
    return dict(fields)


async def file_part(request: web.Request, more: Callable[[int], None]) -> bytes:
    """The content of the part `file`, read no further than it may be large; `more` hears of each piece.

    Raises `Refused`.
    """
    content, begin = bytearray(), time.monotonic()
    try:
        async with asyncio.timeout(UPLOAD_SECONDS):
            async for part in await request.multipart():
                if not isinstance(part, BodyPartReader) or part.name != "file":
                    raise Refused(400, "malformed")
                while chunk := await part.read_chunk(64 * 1024):
                    more(len(chunk))
                    content += chunk
                    if len(content) < (time.monotonic() - begin - SLOW_START) * SLOWEST:
                        raise Refused(503, "busy", 5)
                    if len(content) > LARGEST_FILE:
                        raise Refused(413, "file_too_large")
                return bytes(content)
    except (ValueError, AssertionError, TimeoutError, LookupError):  # a body that is no form, or ends in its middle
        pass
    raise Refused(400, "malformed")


def asking(request: web.Request) -> str:
    """Who asks, by address, as `bot.gate` found it."""
    return request.remote or ""

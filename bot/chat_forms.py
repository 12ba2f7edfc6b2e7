"""What comes in the body of a request to the web chat, read no further than it may be large; and who sends it."""

from __future__ import annotations

import asyncio

from aiohttp import BodyPartReader, web

LARGEST_FILE = 10 * 1024 * 1024
LARGEST_FORM = 4096
FORM_SECONDS = 20.0
UPLOAD_SECONDS = 600.0
"""A photo over a slow line in the country takes its time."""


class Refused(Exception):
    """A request that is not followed. `code` is one of the texts `web.error.*`."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code


async def form(request: web.Request) -> dict[str, str]:
    """The fields of a small form. Raises `Refused`."""
    if (request.content_length or 0) > LARGEST_FORM:
        raise Refused(413, "malformed")
    try:
        async with asyncio.timeout(FORM_SECONDS):
            posted = await request.post()
    except (web.HTTPRequestEntityTooLarge, TimeoutError, ValueError, LookupError):
        raise Refused(400, "malformed") from None
    return {name: value for name, value in posted.items() if isinstance(value, str)}


async def file_part(request: web.Request) -> bytes:
    """The content of the part `file`, read no further than it may be large. Raises `Refused`."""
    content = bytearray()
    try:
        async with asyncio.timeout(UPLOAD_SECONDS):
            async for part in await request.multipart():
                if not isinstance(part, BodyPartReader) or part.name != "file":
                    raise Refused(400, "malformed")
                while chunk := await part.read_chunk(64 * 1024):
                    content += chunk
                    if len(content) > LARGEST_FILE:
                        raise Refused(413, "file_too_large")
                return bytes(content)
    except (ValueError, AssertionError, TimeoutError, LookupError):  # a body that is no form, or ends in its middle
        pass
    raise Refused(400, "malformed")


def asking(request: web.Request) -> str:
    """Who asks, by address, as `bot.gate` found it."""
    return request.remote or ""

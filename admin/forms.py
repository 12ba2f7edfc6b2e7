"""Forms as they are sent: read within bounds, cleaned, and given back where they could not be used."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from urllib.parse import quote, urlencode

from aiohttp import web

from admin.refusals import Refused

LARGEST = 1024 * 1024
"""Bytes of a form. 100,000 letters of any script fit in, so that they can be given back with a word about the limit."""

SECONDS = 20.0
SORT = "application/x-www-form-urlencoded"

# Control characters but line feed and tab, and what overrides the direction of text: nobody types them.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

_WORDS = ("text", "reason")
"""The fields in which somebody may have typed for ten minutes."""


async def read(request: web.Request) -> dict[str, str]:
    """The fields, each once, cleaned. Raises `Refused` before the body is read where it is too large."""
    if request.content_type != SORT:
        if (request.content_length or 0) == 0:
            return {}
        raise Refused(415)
    if (request.content_length or 0) > LARGEST:
        raise Refused(413, "error.413_lead")
    try:
        async with asyncio.timeout(SECONDS):
            sent = await request.post()
    except TimeoutError:
        raise Refused(408) from None
    except (ValueError, LookupError):  # escapes that are none, or an encoding that nobody knows
        raise Refused(415) from None
    return {name: clean(value) for name, value in sent.items() if isinstance(value, str)}


def clean(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _LONE_SURROGATE.sub("\ufffd", _UNWANTED.sub("", text))


def typed(fields: Mapping[str, str]) -> str | None:
    """What would be lost."""
    return next((fields[name] for name in _WORDS if fields.get(name, "").strip()), None)


def query(**values: str | None) -> str:
    """A query string of what is set, with its question mark."""
    given = {name: value for name, value in values.items() if value}
    return f"?{urlencode(given, quote_via=quote)}" if given else ""


def inside(address: str) -> str | None:
    """The address, if it leads to a page of the panel and nowhere else."""
    if not re.fullmatch(r"/admin(?:[/?#][^\\\s]*)?", address) or "//" in address.partition("?")[0]:
        return None
    return address

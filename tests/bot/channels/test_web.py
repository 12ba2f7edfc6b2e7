"""The web channel as a table: frame → what is heard, or why not."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.channels.base import SendError, Unreadable
from bot.channels.web import LONGEST_TEXT, Web, checked, message
from dialogs.terms import File, Sort

VOICE = File("ref", "voice", 1000, "audio/webm")


async def content(ref: str) -> bytes | None:
    return b"sound" if ref == "ref" else None


@pytest.mark.parametrize(
    ("frame", "sort", "text"),
    [
        ({"type": "hello", "id": "h"}, Sort.HELLO, None),
        ({"type": "text", "id": "a", "text": "No bus"}, Sort.TEXT, "No bus"),
        ({"type": "text", "id": "a", "text": "two\r\nlines"}, Sort.TEXT, "two\nlines"),
        ({"type": "text", "id": "a", "text": "/Help"}, Sort.COMMAND, "help"),
        ({"type": "text", "id": "a", "text": " \u202e "}, Sort.OTHER, None),
        ({"type": "press", "id": "a", "payload": "have:+room~k3"}, Sort.PRESS, "have:+room~k3"),
        ({"type": "file", "id": "a", "file": VOICE}, Sort.FILE, None),
    ],
)
async def test_read(frame: dict[str, Any], sort: Sort, text: str | None) -> None:
    (inbound,) = await Web(content).read(message("here", frame, "ar-EG"))
    heard = inbound.heard
    assert (heard.sort, heard.text, inbound.address, heard.device_language) == (sort, text, "here", "ar-EG")
    assert heard.message == (None if sort is Sort.HELLO else "a")
    assert heard.files == ((VOICE,) if sort is Sort.FILE else ())


@pytest.mark.parametrize(
    "raw",
    [
        {"address": "", "frame": {"type": "text", "id": "a", "text": "x"}},
        {"address": "here", "frame": {"type": "text", "text": "x"}},
        {"address": "here", "frame": {"type": "text", "id": "a", "text": "x" * (LONGEST_TEXT + 1)}},
        {"address": "here", "frame": {"type": "file", "id": "a", "file": "ref"}},
        {"address": "here", "frame": {"type": "file", "id": "a", "file": {"ref": 7, "media": "voice"}}},
        {"address": "here", "frame": {"type": "dance", "id": "a"}},
        {"address": "here", "frame": "text"},
    ],
)
async def test_no_envelope_of_ours(raw: dict[str, Any]) -> None:
    with pytest.raises(Unreadable):
        await Web(content).read(json.dumps(raw).encode())


async def test_a_language_that_is_none_is_passed_over() -> None:
    (inbound,) = await Web(content).read(message("here", {"type": "hello", "id": "h"}, "<script>"))
    assert inbound.heard.device_language is None


def test_a_checked_frame_holds_what_it_needs_and_no_more() -> None:
    frame = {"type": "text", "id": "a", "text": "x", "address": "somebody else", "more": [1]}
    assert checked(json.dumps(frame)) == {"type": "text", "id": "a", "text": "x"}
    assert checked('{"type": "seen", "seq": 7, "id": "a"}') == {"type": "seen", "seq": 7}


async def test_fetch_gives_what_was_uploaded() -> None:
    assert await Web(content).fetch(VOICE) == b"sound"
    with pytest.raises(SendError):
        await Web(content).fetch(File("gone", "voice"))

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from bot.channels.base import Unreadable
from bot.channels.console import Console, lines, message, typed
from dialogs.terms import Button, Say, Sort

ASKS = Say(
    ("What do you need help with?", "One line\nand another"),
    (
        (Button("topic:HEA~k3", "Health", 1),),
        (Button("topic:MOB~k3", "✓ Getting around", 2),),
        (Button("topic!back~k3", "Back"), Button("topic!skip~k3", "Skip")),
        (Button("!help", "Help"),),
    ),
)
IN_ARABIC = Say(("رقمك \u2068N-7KM-4QX\u2069",), ((Button("consent:yes~k3", "نعم", 1),),), language="ar")


def test_lines() -> None:
    assert lines(ASKS) == [
        "What do you need help with?",
        "",
        "One line",
        "and another",
        "",
        "  1. Health",
        "  2. ✓ Getting around",
        "",
        "  [Back] [Skip]",
        "  [Help]",
    ]


def test_lines_keep_isolates() -> None:
    assert lines(IN_ARABIC) == ["رقمك \u2068N-7KM-4QX\u2069", "", "  1. نعم"]


def test_lines_without_buttons() -> None:
    assert lines(Say(("Thank you.",))) == ["Thank you."]
    assert lines(Say(())) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("1", {"press": "topic:HEA~k3"}),
        (" 2. ", {"press": "topic:MOB~k3"}),
        ("2)", {"press": "topic:MOB~k3"}),
        ("٢", {"press": "topic:MOB~k3"}),
        ("۲", {"press": "topic:MOB~k3"}),
        ("3", {"text": "3"}),
        ("²", {"text": "²"}),
        ("health", {"press": "topic:HEA~k3"}),
        ("getting around", {"press": "topic:MOB~k3"}),
        ("BACK", {"press": "topic!back~k3"}),
        ("[Back]", {"press": "topic!back~k3"}),
        ("I need a bus", {"text": "I need a bus"}),
        ("", {"text": ""}),
    ],
)
def test_typed(line: str, said: dict[str, Any]) -> None:
    assert typed(line, ASKS) == said


def test_typed_before_anything_was_shown() -> None:
    assert typed("1", None) == {"text": "1"}


async def test_hello_brings_the_language_of_the_device() -> None:
    (inbound,) = await Console().read(message("a", {"hello": True}, "ar"))
    assert (inbound.heard.sort, inbound.heard.device_language) == (Sort.HELLO, "ar")


async def test_nothing_but_white_space() -> None:
    (inbound,) = await Console().read(message("a", {"text": " \x00 "}))
    assert (inbound.heard.sort, inbound.heard.text) == (Sort.OTHER, None)


async def test_a_clock_that_was_put_on() -> None:
    (now,) = await Console().read(message("a", {"text": "x"}))
    (later,) = await Console(clock_offset=timedelta(days=31)).read(message("a", {"text": "x"}))
    assert timedelta(days=31) <= later.heard.at - now.heard.at < timedelta(days=31, seconds=5)


@pytest.mark.parametrize(
    "said",
    [
        {"id": "a"},
        {"id": "", "text": "x"},
        {"id": "a" * 65, "text": "x"},
        {"id": "a\x00", "text": "x"},
        {"id": 5, "text": "x"},
        {"id": "a", "text": "x", "press": "y"},
        {"id": "a", "text": "x", "colour": "red"},
        {"id": "a", "text": 5},
        {"id": "a", "text": "x" * 20_001},
        {"id": "a", "press": ""},
        {"id": "a", "press": "x" * 65},
        {"id": "a", "hello": False},
    ],
)
async def test_malformed(said: dict[str, Any]) -> None:
    with pytest.raises(Unreadable, match="malformed"):
        await Console().read(json.dumps(said).encode())

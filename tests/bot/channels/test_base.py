from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels import telegram_connection
from bot.channels.base import REASONS, RULES, Fault, SendError, clean, command, split, with_number
from dialogs.terms import Button

CHANNELS = Path(telegram_connection.__file__).parent


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("plain\nwith\ttab", "plain\nwith\ttab"),
        ("a\x00b\x07c\x1b[31m\x7f\x85", "abc[31m"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("\u202eevil\u202c \u2067x\u2069 \u200e\u200f\u061c", "evil x "),
        ("می\u200cخواهم", "می\u200cخواهم"),  # the zero-width non-joiner is part of Persian spelling
        ("half a \ud83d pair", "half a \ufffd pair"),
        ("😀", "😀"),
    ],
)
def test_clean(text: str, stored: str) -> None:
    assert clean(text) == stored


@given(st.text(st.characters()))
def test_clean_text_can_be_stored_and_stays_clean(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode()
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start", ("start", "")),
        ("/start@sempre_bot need", ("start", "")),  # the token of a link
        ("/start@sempre_bot no bus", ("start", "no bus")),
        ("/NEED there is no bus", ("need", "there is no bus")),
        ("/need\nno bus", ("need", "no bus")),
        ("/", None),
        ("/a/b", None),
        ("and /start", None),
        ("/" + "x" * 33, None),
    ],
)
def test_command(text: str, found: tuple[str, str] | None) -> None:
    assert command(text) == found


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("short", ["short"]),
        ("one two\n\nthree four", ["one two", "three four"]),
        ("One two. Three four", ["One two.", "Three four"]),
        ("one two three", ["one two", "three"]),
        ("x" * 25, ["x" * 10, "x" * 10, "x" * 5]),
        ("😀" * 6, ["😀" * 5, "😀"]),
    ],
)
def test_split(text: str, parts: list[str]) -> None:
    assert split(text, 10) == parts


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(2, 50))
def test_split_loses_nothing_but_white_space(text: str, longest: int) -> None:
    parts = split(text, longest)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(0 < len(part.encode("utf-16-le")) // 2 <= longest for part in parts)


def test_number_stands_before_the_label() -> None:
    assert with_number(Button("topic:HEA~k3", "Health", 1)) == "1. Health"
    assert with_number(Button("!help", "Help")) == "Help"


def test_every_fault_has_a_rule() -> None:
    assert set(RULES) == set(Fault)
    assert [fault for fault in Fault if RULES[fault].retry] == [Fault.AGAIN_AFTER, Fault.AGAIN]
    assert SendError(Fault.GONE, None, "blocked").rule is RULES[Fault.GONE]
    assert all(rule.sentence.endswith(".") and rule.deliver for rule in RULES.values())


def test_every_reason_that_a_channel_gives_is_in_the_list() -> None:
    given = {reason for *_, reason in telegram_connection.REFUSALS}
    for file in CHANNELS.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "SendError":
                last = node.args[-1]
                given |= {last.value} if isinstance(last, ast.Constant) and isinstance(last.value, str) else set()
    of_the_content = {"damaged"}  # what `bot.media` says of a file that came whole
    ours = {"copy"}  # what `bot.deliver` says where there is nothing to send yet
    assert given | {"timeout", "network"} | of_the_content | ours == set(REASONS)

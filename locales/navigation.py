"""Words of navigation: a whole message that is one ("back", "ارجع"), in any of our languages at once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from locales.folding import fold
from locales.source import DATA, read_toml

LONGEST = 60  # characters; no word of navigation is longer, and "help" inside a story is a story
_QUESTION_MARKS = frozenset("?\u037e\u061f\u055e\u1367\uff1f")  # Greek, Arabic, Armenian, Ethiopic, full width


def word(text: str) -> str | None:
    """yes no help back skip stop menu person delete language status start hello need idea other permissions data later.

    None where it is none of them.
    """
    text = text.strip()
    if not text or len(text) > LONGEST:
        return None
    if set(text) <= _QUESTION_MARKS:
        return "help"
    return _words().get(fold(text.removeprefix("/")))


@cache
def _words() -> Mapping[str, str]:
    """Folded text → word. One text means one thing, whatever the language: the tests keep that."""
    return {folded: name for name, folded in entries()}


def entries() -> list[tuple[str, str]]:
    """Every word and folded text of every language's list."""
    return [
        (name, folded)
        for path in sorted((DATA / "navigation").glob("*.toml"))
        for name, texts in read_toml(path).items()
        for text in texts
        if (folded := fold(text))
    ]

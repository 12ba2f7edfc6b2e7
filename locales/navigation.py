"""Words of navigation: a whole message that is one ("back", "ارجع"), in any of our languages.

The lists are in data/navigation/<language>.toml. One text may mean different things in different languages ("no" is a
Polish yes): the language that the person chose decides; without one, what most languages say. Stopping and deleting
need more: nothing else may be near, no wish stands in front, and no slip is forgiven in a short word. `none` in a list
holds ordinary words that are near to one of navigation ("Stadt", "Start").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from locales.folding import fold
from locales.nearness import allowed
from locales.phrasebook import PIECES, SURE, WISH, Phrasebook
from locales.source import DATA, read_toml

LONGEST = 60  # characters; no word of navigation is longer, and "help" inside a story is a story
GRAVE = frozenset({"stop", "delete"})
NONE = "none"
_SAFER = (
    "no",
    "help",
    "back",
    "menu",
    "language",
    "status",
    "person",
    "skip",
    "yes",
)  # where languages are evenly split
_SPLIT = 0.6  # how sure that is
_MARKS = str.maketrans(dict.fromkeys((0xFE0F, 0xFE0E, *range(0x1F3FB, 0x1F400)), ""))  # variants and tones of skin
_EMOJI: Mapping[str, str] = {
    sign: word
    for word, signs in {
        "yes": "👍👌✅✔☑🆗",
        "no": "👎❌✖🚫🙅",
        "help": "?\u037e\u061f\u055e\u1367\uff1f❓❔ℹ",  # question marks: Greek, Arabic, Armenian, Ethiopic, full width
        "back": "⬅🔙◀↩⏪",
        "skip": "⏭⏩",
        "stop": "🛑⛔",
        "menu": "🏠",
        "hello": "👋",
    }.items()
    for sign in signs
}


@dataclass(frozen=True, slots=True)
class Found:
    """What a text means in each language that knows it, and how sure that is (0–1)."""

    meanings: Mapping[str, str]
    confidence: float

    def word(self, language: str | None = None) -> tuple[str, float] | None:
        """The word and how sure it is, for somebody who chose `language`."""
        own = self.meanings.get(language.split("-")[0]) if language else None
        if own is not None:
            return None if own == NONE else (own, self.confidence)
        words = Counter(self.meanings.values())
        if len(words) == 1:
            only = next(iter(words))
            return None if only == NONE or (language and self._foreign(only)) else (only, self.confidence)
        open_ = [word for word in words if word not in GRAVE and word != NONE]
        if not open_:
            return None
        safest = min(open_, key=lambda word: (-words[word], _SAFER.index(word) if word in _SAFER else len(_SAFER)))
        return safest, min(_SPLIT, self.confidence)

    def _foreign(self, word: str) -> bool:
        """A short word that stops in one other language only, and may be anything in the person's own."""
        return word in GRAVE and len(self.meanings) == 1 and self.confidence < SURE


def word(text: str, language: str | None = None) -> str | None:
    """yes no help back skip stop menu person delete language status start hello need idea other permissions data later.

    `language` is the code that the person chose, if they did. None where the text is none of them.
    """
    found = find(text)
    return _only(found.word(language)) if found else None


def reading(text: str) -> tuple[str | None, tuple[tuple[str, str | None], ...]]:
    """The word for somebody of whom no language is known, and where it is another: (language, word)."""
    found = find(text)
    if found is None:
        return None, ()
    default = _only(found.word())
    others = ((language, _only(found.word(language))) for language in sorted(languages()))
    return default, tuple((language, name) for language, name in others if name != default)


def find(text: str) -> Found | None:
    """What a whole message means as a word of navigation, in every language that knows it. Below a millisecond."""
    text = text.strip()
    if not text or len(text) > LONGEST:
        return None
    signs = set(text.translate(_MARKS)) - {" "}
    if signs <= _EMOJI.keys():
        words = {_EMOJI[sign] for sign in signs}
        return Found({"": words.pop()}, PIECES) if len(words) == 1 else None
    found = _book().find(fold(text.removeprefix("/")))
    return Found(*found) if found else None


@cache
def languages() -> frozenset[str]:
    """The languages that have a list."""
    return frozenset(path.stem for path in (DATA / "navigation").glob("*.toml"))


def entries() -> list[tuple[str, str, str]]:
    """Every (language, word, folded text) of the lists; the word is `none` for what only looks like one."""
    return [
        (path.stem, name, folded)
        for path in sorted((DATA / "navigation").glob("*.toml"))
        for name, texts in read_toml(path).items()
        for text in texts
        if (folded := fold(text))
    ]


def _only(chosen: tuple[str, float] | None) -> str | None:
    return chosen[0] if chosen else None


class _Book(Phrasebook):
    def _may_slip(self, text: str, slips: int, meaning: str) -> bool:
        return meaning not in GRAVE or (slips < 2 and allowed(text) == 2)


@cache
def _book() -> _Book:
    return _Book(entries(), _together, NONE)


def _together(said: frozenset[str]) -> str | None:
    """One word; a greeting or a yes beside it is a manner of speaking. With a wish nothing is stopped or deleted."""
    words = said - {WISH}
    if len(words) > 1:
        words -= {"hello"}
    if len(words) == 2 and "yes" in words and "no" not in words and not words & GRAVE:
        words -= {"yes"}
    if len(words) != 1 or (WISH in said and words & GRAVE):
        return None
    return next(iter(words))

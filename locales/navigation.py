"""Words of navigation: a whole message that is one ("back", "ارجع"), in any of our languages.

A text is looked up in the lists of data/navigation/<language>.toml in four steps, and the first that finds anything
decides: as it is · as pieces that all say the same, with the words of data/around.toml between them ("yes yes
please") · without spaces and with doubled letters made single · with small slips. One text may mean different
things in different languages ("no" is a Polish yes): the language that the person chose decides; without one, what
most languages say. Stopping and deleting need more: nothing else may be near, and no slip is forgiven in a short word.
`none` in a list holds ordinary words that are near to one of navigation ("Stadt", "Start").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from locales.folding import fold
from locales.nearness import allowed, distance
from locales.source import DATA, read_toml

LONGEST = 60  # characters; no word of navigation is longer, and "help" inside a story is a story
MOST_WORDS = 8
GRAVE = frozenset({"stop", "delete"})
NONE = "none"
ANY = "any"  # politeness that every language has borrowed
_NOTHING, _WISH = "", "wish"
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
_SURE, _PIECES, _SQUEEZED, _SLIP, _SPLIT = 0.99, 0.95, 0.9, 0.8, 0.6
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
_DOUBLED = re.compile(r"(.)\1+")
_WRITTEN_OUT = re.compile(r"([aou])e")  # "zurueck"

Meanings = dict[str, str]  # language → word of navigation
_Pieces = dict[tuple[str, int], list[tuple[int, str]]]  # (language, first word) → (end, what it says), longest first


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
        return word in GRAVE and len(self.meanings) == 1 and self.confidence < _SURE


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
        return Found({"": words.pop()}, _PIECES) if len(words) == 1 else None
    folded = fold(text.removeprefix("/"))
    words_ = folded.split()
    if not words_ or len(words_) > MOST_WORDS + 2:
        return None
    lists = _lists()
    if folded in lists.exact:
        return Found(lists.exact[folded], _sureness(folded, lists.exact[folded]))
    if len(words_) > 1 and (found := _in_pieces(words_, lists)):
        return Found(found, _PIECES)
    squeezed = _squeeze(folded)
    for form in dict.fromkeys((squeezed, _DOUBLED.sub(r"\1", _WRITTEN_OUT.sub(r"\1", squeezed)))):
        if form in lists.squeezed:
            return Found(lists.squeezed[form], _SQUEEZED)
    near = _near(squeezed, lists)
    return Found(near, _SLIP) if near else None


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


@dataclass(frozen=True, slots=True)
class _Lists:
    exact: Mapping[str, Meanings]
    squeezed: Mapping[str, Meanings]
    ends: Mapping[tuple[bool, str, int], list[str]]  # (at the beginning?, letter there, length) → squeezed texts
    polite: Mapping[str, set[str]]  # folded → languages
    wishes: Mapping[str, set[str]]


@cache
def _lists() -> _Lists:
    exact: dict[str, Meanings] = {}
    squeezed: dict[str, Meanings] = {}
    for language, name, folded in entries():
        exact.setdefault(folded, {})[language] = name
        short = _squeeze(folded)
        if squeezed.setdefault(short, {}).setdefault(language, name) != name:
            squeezed[short][language] = NONE
    ends: dict[tuple[bool, str, int], list[str]] = {}
    for text in squeezed:
        for first, letter in ((True, text[0]), (False, text[-1])):
            ends.setdefault((first, letter, len(text)), []).append(text)
    around = read_toml(DATA / "around.toml")
    return _Lists(exact, squeezed, ends, _around(around["polite"]), _around(around["wishes"]))


def _around(table: Mapping[str, Iterable[str]]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for language, texts in table.items():
        for text in texts:
            found.setdefault(fold(text), set()).add(language)
    return found


def _sureness(folded: str, meanings: Meanings) -> float:
    """A word of one or two syllables from one language only may be anything in another."""
    return _SURE if len(folded) >= 5 or len(meanings) > 1 or not folded.isascii() else _PIECES


def _squeeze(folded: str) -> str:
    return _DOUBLED.sub(r"\1", folded.replace(" ", ""))


def _in_pieces(words: list[str], lists: _Lists) -> Meanings:
    """Languages in which the text falls into pieces that say one thing, with words of politeness and wishes around."""
    pieces: _Pieces = {}
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            for language, said in _piece(" ".join(words[start:end]), lists):
                pieces.setdefault((language, start), []).append((end, said))
    spoken = {language for language, start in pieces if start == 0} - {ANY}
    if (ANY, 0) in pieces:
        spoken = {language for language, _ in pieces} - {ANY}
    covered = {language: _cover(pieces, language, 0, len(words), frozenset()) for language in spoken}
    return {language: name for language, name in covered.items() if name}


def _piece(text: str, lists: _Lists) -> Iterator[tuple[str, str]]:
    """(language, what the piece says): a word of navigation, or nothing of its own, or a wish."""
    for language, name in lists.exact.get(text, {}).items():
        if name != NONE:
            yield language, _NOTHING if name == "hello" else name
    for language in lists.polite.get(text, ()):
        yield language, _NOTHING
    for language in lists.wishes.get(text, ()):
        yield language, _WISH


def _cover(pieces: _Pieces, language: str, at: int, last: int, said: frozenset[str]) -> str | None:
    """What all from here on says, with what was `said` before."""
    if at == last:
        return _sum(said)
    for end, name in (*pieces.get((language, at), ()), *pieces.get((ANY, at), ())):
        if found := _cover(pieces, language, end, last, said if name == _NOTHING else said | {name}):
            return found
    return None


def _sum(said: frozenset[str]) -> str | None:
    """One word; a yes beside another is a manner of speaking. With a wish nothing is stopped or deleted."""
    words = said - {_WISH}
    if len(words) == 2 and "yes" in words and "no" not in words and not words & GRAVE:
        words -= {"yes"}
    if len(words) != 1 or (_WISH in said and words & GRAVE):
        return None
    return next(iter(words))


def _near(squeezed: str, lists: _Lists) -> Meanings:
    """What the nearest texts mean, where they are near enough."""
    most = allowed(squeezed)
    best: list[str] = []
    for text in _candidates(squeezed, most, lists):
        slips = distance(squeezed, text, min(most, allowed(text)))
        if slips is not None and slips <= most:
            best, most = ([text], slips) if slips < most else ([*best, text], slips)
    found: Meanings = {}
    for text in best:
        for language, name in lists.squeezed[text].items():
            grave = name in GRAVE and (most > 1 or allowed(text) < 2)
            found[language] = NONE if grave or found.get(language, name) != name else name
    return found


def _candidates(squeezed: str, most: int, lists: _Lists) -> Iterator[str]:
    """One slip, and mostly two, leave the beginning or the end as it was."""
    if not most:
        return
    for length in range(len(squeezed) - most, len(squeezed) + most + 1):
        yield from lists.ends.get((True, squeezed[0], length), ())
        for text in lists.ends.get((False, squeezed[-1], length), ()):
            if text[0] != squeezed[0]:
                yield text

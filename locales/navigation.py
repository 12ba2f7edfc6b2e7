"""Words of navigation: a whole message that is one ("back", "ارجع"), in any of our languages.

The lists are in data/navigation/<language>.toml. One text may mean different things in different languages ("no" is a
Polish yes): the language that the person chose decides; without one, what most languages say. Stopping and deleting
need more: nothing else may be near, no wish stands in front, and no slip is forgiven in a short word. `none` in a list
holds ordinary words that are near to one of navigation ("Stadt", "Start").

People have more ways to say these than lists hold. Where they know nothing of a short message, weights are asked that
were learned from them (`locales.weights`, `.ci/words.py`): a guess, which the talk follows only where it does no harm.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from locales import weights
from locales.folding import fold
from locales.nearness import allowed
from locales.phrasebook import PIECES, SLIP, SURE, WISH, Entry, Phrasebook
from locales.source import DATA, read_toml
from locales.weights import Model

LONGEST = 60  # characters; no word of navigation is longer, and "help" inside a story is a story
GRAVE = frozenset({"stop", "delete"})
WORDS = ("yes", "no", "help", "back", "skip", "stop", "menu", "person", "delete", "language", "status")
"""Those that are asked for from outside, and learned; the others open what the service has besides."""

LISTS = DATA / "navigation"
FILE = DATA / "words.bin"
SLOTS = 1 << 16
RUNS = (2, 3, 4, 5)
REACH = 2  # words after another that make a pair with it
FEWEST, MOST = 4, 9  # letters and words of a message of which the weights are asked
ENOUGH = 0.6
"""Probability from which the weights name a word for which no other was measured."""

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


def reading(text: str) -> tuple[str | None, tuple[tuple[str, str | None], ...], str | None]:
    """The word for somebody of whom no language is known; where it is another: (language, word); and, where no list
    knows anything of the text, what it is by the weights.
    """
    found = find(text)
    guessed = _only(guess(text)) if unknown(found) else None
    if found is None:
        return None, (), guessed
    default = _only(found.word())
    others = ((language, _only(found.word(language))) for language in sorted(languages()))
    return default, tuple((language, name) for language, name in others if name != default), guessed


def suggest(text: str, language: str | None = None) -> tuple[str, float] | None:
    """The word and how sure it is: by the lists, or, of what they do not know, by the weights."""
    found = find(text)
    if known := found.word(language) if found else None:
        return known
    guessed = guess(text) if unknown(found) else None
    return (guessed[0], min(guessed[1], SLIP)) if guessed else None


def unknown(found: Found | None) -> bool:
    """Whether the lists do not know the text: nothing, or only that with a slip it is near to several things."""
    return found is None or found.confidence <= SLIP


def guess(text: str, model: Model | None = None) -> tuple[str, float] | None:
    """One of `WORDS` that a short message means by the weights that ship, or by others, with its probability."""
    folded = fold(text)
    count = len(folded.split())
    if len(folded) < FEWEST or count > MOST or len(text.strip()) > LONGEST:
        return None
    model = model or shipped()
    name, chance = max(model.scores(parts(text)).items(), key=lambda one: one[1])
    if name in GRAVE and count == 1:  # a single word is for the lists: "message" stops nobody
        return None
    return (name, chance) if chance >= model.limits.get(name, ENOUGH) else None


def parts(text: str) -> Iterator[str]:
    """What the weights weigh: the whole, words, words near each other, where they stand, runs of letters."""
    words = fold(text).split()
    yield "=" + " ".join(words)
    for number, word in enumerate(words):
        yield word
        yield from weights.runs(word, RUNS)
        for other in words[number + 1 : number + 1 + REACH]:
            yield f"{word} {other}"
    if words:
        yield f"^ {words[0]}"
        yield f"{words[-1]} $"
        yield f"#{len(words)}"


@cache
def shipped() -> Model:
    """The weights of data/words.bin."""
    return weights.read(FILE.read_bytes())


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
    return frozenset(path.stem for path in LISTS.glob("*.toml"))


def entries() -> Iterator[tuple[str, str, str]]:
    """Every (language, word, folded text) of the lists; the word is `none` for what only looks like one."""
    for path in sorted(LISTS.glob("*.toml")):
        language = path.stem
        for name, texts in read_toml(path).items():
            for text in texts:
                if folded := fold(text):
                    yield language, name, folded


def _only(chosen: tuple[str, float] | None) -> str | None:
    return chosen[0] if chosen else None


class _Book(Phrasebook):
    def _may_slip(self, text: str, slips: int, meaning: str) -> bool:
        return meaning not in GRAVE or (slips < 2 and allowed(text) == 2)


def book(known: Iterable[Entry]) -> Phrasebook:
    """What finds these entries; those of the lists are found by `find`."""
    return _Book(known, together, NONE)


@cache
def _book() -> Phrasebook:
    return book(entries())


def together(said: frozenset[str]) -> str | None:
    """One word; a greeting or a yes beside it is a manner of speaking. With a wish nothing is stopped or deleted."""
    words = said - {WISH}
    if len(words) > 1:
        words -= {"hello"}
    if len(words) == 2 and "yes" in words and "no" not in words and not words & GRAVE:
        words -= {"yes"}
    if len(words) != 1 or (WISH in said and words & GRAVE):
        return None
    return next(iter(words))

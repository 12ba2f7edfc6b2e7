"""Danger in words that no list holds: a small counted model beside the phrases of `locales.crisis`.

What it weighs are words, words near each other and runs of letters, folded as the lists are (see `locales.weights`). It
learned from examples; `.ci/danger.py` says from which. It knows nothing but what people write alike: it may raise too
often, it never says "all is well".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from locales import weights
from locales.folding import fold
from locales.source import DATA
from locales.weights import Model

CLASSES = ("die", "hurt", "now", "child")
SLOTS = 1 << 17

READ = 48  # words that are read of one sentence
RUNS = (3, 4, 5)
REACH = 3  # words after another that make a pair with it
STEM = 5  # letters: what inflection leaves alone
RAISED = 0.4
"""Probability from which staff are told, in a language of which nothing else was measured."""

FEWEST = 3  # words; what is shorter is for the lists, which know what it means
SHORT, MORE = 4, 0.2
"""A sentence of up to so many words says little, and has to be so much more likely."""

IN_AN_IDIOM = 0.85
"""The same for a sentence in which the lists know an idiom ("dying of boredom")."""

FILE = DATA / "danger.bin"
LISTS = (DATA / "danger", DATA / "crisis")


def parts(text: str) -> Iterator[str]:
    words = fold(text).split()[:READ]
    stems = [word[:STEM] for word in words]
    for number, word in enumerate(words):
        yield word
        yield from weights.runs(word, RUNS)
        for other in words[number + 1 : number + 1 + REACH]:
            yield f"{word} {other}"
        for other in stems[number + 1 : number + 1 + REACH]:
            yield f"{stems[number]}_{other}"


def scores(text: str, model: Model | None = None) -> dict[str, float]:
    """Class → probability from 0 to 1, by the weights that ship or by others. About 0.1 ms for a short message."""
    return (model or shipped()).scores(parts(text))


def limit(language: str | None, model: Model | None = None) -> float:
    """The probability from which a sentence in this language is danger: `RAISED` where nothing else was measured."""
    return (model or shipped()).limits.get(language or "", RAISED)


def limits(model: Model | None = None) -> tuple[float, float]:
    """The lowest and the highest of all."""
    every = [RAISED, *(model or shipped()).limits.values()]
    return min(every), max(every)


@cache
def shipped() -> Model:
    return weights.read(FILE.read_bytes())

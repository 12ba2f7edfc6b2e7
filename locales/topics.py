"""What is a message about? Field and detail of the taxonomy, as a suggestion that is confirmed by one tap.

data/topics/<language>.toml says for each detail what people write about it: `examples`, whole messages, and
`keywords`, folded words that say it almost surely (several words stand beside each other; a star ends the beginning
of a word). A text is compared with all examples of all languages at once by what it means (`embedding`,
`topic_model`), and keywords count on top. Without the model, keywords and the beginnings of the examples' words serve.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from locales import embedding
from locales.folding import fold
from locales.source import DATA, read_toml
from locales.taxonomy import topics

SHOWN = 5
"""Candidates that are given."""

KEYWORD = 0.25  # what a keyword adds to a score that runs from 0 to about 1
FOREIGN = 0.5  # what a keyword of another language counts beside one of the person's own
SHARPNESS = 12.0  # from scores to confidence; both by leaving examples out, see docs/languages.md
STEM = 5  # letters: what inflection leaves alone
_SHORTEST = 3  # letters before a star
_PLAIN_SHARPNESS = 2.5
_ARABIC_FRONTS = ("وال", "بال", "عال", "فال", "كال", "لل", "ال", "و", "ب", "ل", "ف", "ك", "ع")

Suggestions = list[tuple[str, float]]
"""Codes as `MOB.no_bus` with a confidence from 0 to 1, best first."""


class Example(NamedTuple):
    language: str
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class _Keyword:
    language: str
    code: str
    words: tuple[str, ...]
    share: float  # of 1, where several details claim the same words


def suggest(text: str, language: str | None = None, *, by_meaning: bool | None = None) -> Suggestions:
    """The best `SHOWN` details; empty only where no letter is written. `language` is the person's, where it is known.

    `by_meaning` False leaves the model aside; None takes it where it is. With it about 12 ms of CPU for a short text,
    not more than 65 for a long one, and half a second the first time.
    """
    words = fold(embedding.first_words(text)).split()
    if not any(character.isalpha() for word in words for character in word):
        return []
    by_meaning = embedding.available() if by_meaning is None else by_meaning
    scores, sharpness = _scores(text, words, language, by_meaning)
    highest = max(scores.values())
    shares = {code: math.exp(sharpness * (score - highest)) for code, score in scores.items()}
    whole = sum(shares.values())
    best = sorted(shares, key=lambda code: -shares[code])[:SHOWN]
    return [(code, shares[code] / whole) for code in best]


def _scores(text: str, words: Sequence[str], language: str | None, by_meaning: bool) -> tuple[dict[str, float], float]:
    said = keywords_in(words, language)
    if by_meaning:
        from locales import topic_model

        meant = topic_model.scores(text)
        return {code: score + KEYWORD * said.get(code, 0.0) for code, score in meant.items()}, SHARPNESS
    alike = _alike(words, language)
    return {code: alike.get(code, 0.0) + 2 * said.get(code, 0.0) for code in codes()}, _PLAIN_SHARPNESS


# -- keywords -------------------------------------------------------------------------------------


def keywords_in(words: Sequence[str], language: str | None = None) -> dict[str, float]:
    """For each detail that a keyword among these folded words speaks for: how strongly, from 0 to 1."""
    found: dict[str, float] = {}
    readings = [_readings(word) for word in words]
    for place, forms in enumerate(readings):
        for keyword in _beginning_with(forms):
            if all(
                at < len(readings) and any(_fits(part, form) for form in readings[at])
                for at, part in enumerate(keyword.words, place)
            ):
                weight = keyword.share * (1.0 if language in (None, keyword.language) else FOREIGN)
                found[keyword.code] = max(found.get(keyword.code, 0.0), weight)
    return found


def _readings(word: str) -> tuple[str, ...]:
    """The word, and without what Arabic writes together with it: "and", "with", "the"."""
    bare = (
        word.removeprefix(front) for front in _ARABIC_FRONTS if word.startswith(front) and len(word) > len(front) + 2
    )
    return (word, *dict.fromkeys(bare))


def _beginning_with(forms: Sequence[str]) -> Iterator[_Keyword]:
    index = _keywords()
    for form in forms:
        yield from index.get(form, ())
        for length in range(_SHORTEST, len(form) + 1):
            yield from index.get(f"{form[:length]}*", ())


def _fits(part: str, word: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


@cache
def _keywords() -> Mapping[str, Sequence[_Keyword]]:
    """By their first word."""
    claims: dict[tuple[str, ...], set[tuple[str, str]]] = defaultdict(set)
    for language, details in _lists().items():
        for code, entry in details.items():
            for keyword in entry["keywords"]:
                if parts := tuple(part for word in keyword.split() for part in _parts(word)):
                    claims[parts].add((language, code))
    index: dict[str, list[_Keyword]] = defaultdict(list)
    for parts, claimed in claims.items():
        for language, code in claimed:
            rivals = len({code for other, code in claimed if other == language})
            index[parts[0]].append(_Keyword(language, code, parts, 1 / rivals))
    return index


def _parts(word: str) -> list[str]:
    star = "*" if word.endswith("*") and len(fold(word)) >= _SHORTEST else ""
    *others, last = fold(word).split() or [""]
    return [*others, last + star] if last else others


# -- without the model ----------------------------------------------------------------------------


def _alike(words: Sequence[str], language: str | None) -> dict[str, float]:
    """How much of the text the examples of a detail share by the beginnings of its words."""
    stems = _stems()
    found: dict[str, float] = defaultdict(float)
    for stem in {word[:STEM] for word in words}:
        counts = stems.get(stem)
        if counts is None:
            continue
        own = {code: count for (code, spoken), count in counts.items() if spoken == language}
        told = own or Counter({code: count for (code, _), count in counts.items()})
        whole = sum(told.values())
        for code, count in told.items():
            found[code] += count / (whole + 1)
    return found


@cache
def _stems() -> Mapping[str, Mapping[tuple[str, str], int]]:
    found: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for language, code, text in examples():
        for stem in {word[:STEM] for word in fold(text).split()}:
            found[stem][code, language] += 1
    return found


# -- the lists ------------------------------------------------------------------------------------


@cache
def codes() -> tuple[str, ...]:
    """The details that are recognised, in the order of the taxonomy: all but "something else"."""
    return tuple(f"{topic.code}.{detail}" for topic in topics() for detail in topic.details if detail != "other")


def examples() -> Iterator[Example]:
    """Every example of every language, always in the same order."""
    for language, details in _lists().items():
        for code, entry in details.items():
            for text in entry["examples"]:
                yield Example(language, code, text)


def digest() -> str:
    """A short name of today's examples: the model says of which it was made."""
    lines = "\n".join("\t".join(example) for example in examples())
    return hashlib.sha256(lines.encode()).hexdigest()[:16]


@cache
def _lists() -> Mapping[str, Mapping[str, Mapping[str, list[str]]]]:
    """Language → code → `examples` and `keywords`."""
    return {
        path.stem: {
            f"{field}.{detail}": entry
            for field, details in read_toml(path).items()
            for detail, entry in details.items()
        }
        for path in sorted((DATA / "topics").glob("*.toml"))
    }

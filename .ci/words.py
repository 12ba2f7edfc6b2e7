"""Learns the weights of `locales.navigation` (locales/data/words.bin) from its lists, about five minutes.

    python .ci/words.py            writes the weights anew
    python .ci/words.py quick      the same with the probabilities that were measured last, half a minute
    python .ci/words.py measure    prints how many of the entries that were left out are found

It learns from the words of navigation in every language, also with politeness around them, and, as what is none of
them, from typed answers, the examples of topics, messages of danger, everyday words, places and what the service itself
says. Every fourth text is left out in turn. On those the probability is chosen from which each word is named: for
stopping and deleting one at which no other text is taken for them.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import learning
import numpy as np
from learning import Example

from locales import navigation
from locales.folding import fold
from locales.languages import UNDERSTOOD
from locales.source import DATA, read_toml

COUNTS = {"entry": 1.5, "around": 0.5, "none": 2.0, "near": 2.0, "two": 0.5, "topic": 1.0, "answer": 1.0, "other": 0.5}
"""What an example of each source counts."""

AROUND = 2  # ways of putting politeness around one entry
PAIRS = 150  # of entries in a row that say different things, in each language
MOST = 800  # of answers and of everyday words each, in each language
AMBIGUOUS = ("yes", "no", "stop", "more", "phone")  # values of answers that mean what a word of navigation means
PARTS = 4
FALSE = {"topic": 0.001, "near": 0.01, "answer": 0.003}
"""Of what is none of them, so many may be taken for one word, by source; nothing for one of `navigation.GRAVE`. Answers
are looked for first where they are asked, and "somebody should phone me" is a wish for a person as well.
"""
CERTAIN = 0.94
"""Below which nothing is stopped or deleted, whatever was measured."""
LIMITS = tuple(round(0.3 + 0.02 * step, 2) for step in range(35))
WAY = learning.Way(navigation.parts, navigation.WORDS, navigation.SLOTS, COUNTS)


def examples(dice: random.Random) -> list[Example]:
    """What can be a word of navigation by its length; what a list has is none of the others."""
    listed = {folded for _, _, folded in navigation.entries()}
    known = []
    for language in UNDERSTOOD:
        known += [
            *_entries(language, dice),
            *_denied(language, dice),
            *(one for one in _none(language, dice) if fold(one.text) not in listed),
        ]
    return [one for one in known if 0 < len(fold(one.text).split()) <= navigation.MOST]


def _entries(language: str, dice: random.Random) -> Iterator[Example]:
    lists = learning.lists("navigation", language)
    politeness = _politeness(language)
    for word, texts in lists.items():
        name = _name(word)
        for text in texts:
            yield Example(
                language, text, name, "none" if word == navigation.NONE else "entry" if name else "other", text
            )
            if word != navigation.NONE:
                for _ in range(AROUND):
                    yield Example(language, _said(text, politeness, dice), name, "around", text)
    every = [(word, text) for word, texts in lists.items() if word != navigation.NONE for text in texts]
    for _ in range(PAIRS):
        (word, text), (other, after) = dice.sample(every, 2)
        name = _name(navigation.together(frozenset({word, other})))
        yield Example(language, f"{text} {after}", name, "two", text)


def _name(word: str | None) -> str | None:
    """The class of a word of the lists: whoever wants to begin anew gets to the menu."""
    return "menu" if word == "start" else word if word in navigation.WORDS else None


def _denied(language: str, dice: random.Random) -> Iterator[Example]:
    """What is not to be stopped or deleted."""
    words = read_toml(DATA / "numbers.toml")["not"].get(language, ())
    for word in sorted(navigation.GRAVE) if words else ():
        for text in learning.lists("navigation", language)[word]:
            said = f"{dice.choice(words)} {text}"
            yield Example(language, said, None, "two", text)


def _politeness(language: str) -> list[str]:
    table = read_toml(DATA / "around.toml")["polite"]
    return [*table.get(language, ()), *table.get("any", ())]


def _said(text: str, politeness: Sequence[str], dice: random.Random) -> str:
    before, after = dice.choice(((1, 0), (0, 1), (0, 1), (1, 1)))
    return " ".join([*dice.sample(politeness, before), text, *dice.sample(politeness, after)])


def _none(language: str, dice: random.Random) -> Iterator[Example]:
    sources = [
        ("near", read_toml(DATA / "lookalikes.toml")[language]),
        ("answer", learning.some(learning.answers(language, without=AMBIGUOUS), MOST, dice)),
        ("topic", map(_beginning, learning.topics(language))),
        ("topic", (_beginning(text) for texts in learning.lists("danger", language).values() for text in texts)),
        ("other", learning.some(learning.everyday(language), MOST, dice)),
        ("other", learning.places(language, dice)),
        ("other", (text for context, text in learning.our_own(language) if not context.startswith("button."))),
    ]
    for source, texts in sources:
        yield from (Example(language, text, None, source, text) for text in texts)


def _beginning(text: str) -> str:
    """As much of a story as could be a word of navigation."""
    words = text.split()[: navigation.MOST]
    while len(" ".join(words)) > navigation.LONGEST:
        words.pop()
    return " ".join(words)


# -- on what was left out --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Found:
    """A text that was left out: what it is, what the lists that did not have it found, and what the weights did."""

    example: Example
    listed: str | None
    guessed: str | None
    chance: float

    def word(self, limits: Mapping[str, float]) -> str | None:
        return self.listed or (self.guessed if self.chance >= limits.get(self.guessed or "", 1) else None)


def left_out(known: Sequence[Example], at: learning.Slots, dice: random.Random) -> Iterator[Found]:
    drawn: dict[str, int] = defaultdict(lambda: dice.randrange(PARTS))
    part = [drawn[fold(one.of or one.text)] for one in known]
    for one, model, numbers in learning.in_parts(known, at, WAY, part, dict.fromkeys(navigation.WORDS, 0.0)):
        book = navigation.book([entry for entry in navigation.entries() if drawn[entry[2]] != one])
        for example in (known[number] for number in numbers):
            if example.source in ("entry", "near", "topic", "answer"):
                found = navigation.Found(*told) if (told := book.find(fold(example.text))) else None
                listed = found.word(example.language) if found else None
                guessed = navigation.guess(example.text, model) if navigation.unknown(found) else None
                yield Found(example, _name(listed[0]) if listed else None, *(guessed or (None, 0.0)))


def limits(found: Sequence[Found]) -> dict[str, float]:
    """For each word the lowest probability at which so little else is taken for it."""
    others = [one for one in found if one.example.name is None]
    return {word: next((x for x in LIMITS if _few(others, word, x)), 1.0) for word in navigation.WORDS}


def _few(others: Sequence[Found], word: str, limit: float) -> bool:
    if word in navigation.GRAVE:
        return limit >= CERTAIN and not any(one.guessed == word and one.chance >= limit for one in others)
    sources = Counter(one.example.source for one in others)
    taken = Counter(one.example.source for one in others if one.guessed == word and one.chance >= limit)
    return all(taken[source] <= share * sources[source] for source, share in FALSE.items())


def table(found: Sequence[Found], chosen: Mapping[str, float]) -> Iterator[str]:
    yield "from " + " ".join(f"{word} {limit:.2f}" for word, limit in chosen.items())
    columns = ("right, lists", "and weights", "other word", "of none: lists", "and weights", "grave")
    yield f"{'':6}" + "".join(f"{column:>16}" for column in columns)
    rows = [_row([one for one in found if one.example.language == language], chosen) for language in UNDERSTOOD]
    for language, row in zip((*UNDERSTOOD, "mean"), [*rows, list(np.array(rows).mean(0))], strict=True):
        yield f"{language:6}" + "".join(f"{100 * share:14.2f} %" for share in row)


def _row(found: Sequence[Found], chosen: Mapping[str, float]) -> list[float]:
    words = [one for one in found if one.example.name]
    none = [one for one in found if one.example.name is None]
    said = [one.word(chosen) for one in words]
    false = [one.word(chosen) for one in none]
    right = sum(name == one.example.name for name, one in zip(said, words, strict=True))
    return [
        sum(one.listed == one.example.name for one in words) / len(words),
        right / len(words),
        (sum(name is not None for name in said) - right) / len(words),
        sum(one.listed is not None for one in none) / len(none),
        sum(name is not None for name in false) / len(none),
        sum(name in navigation.GRAVE for name in false) / len(none),
    ]


def main() -> None:
    dice = random.Random(7)  # noqa: S311 (the same each time)
    known = examples(dice)

    def measured(at: learning.Slots) -> tuple[Mapping[str, float], Iterator[str]]:
        left = list(left_out(known, at, dice))
        chosen = limits(left)
        return chosen, table(left, chosen)

    learning.run(known, WAY, measured, [navigation.LISTS], navigation.FILE)


if __name__ == "__main__":
    main()

"""How the small models of `locales.weights` are learned, and from what: for `.ci/danger.py` and `.ci/words.py`.

Each class is a logistic regression of its own over the same features, by AdaGrad (Duchi, Hazan and Singer 2011). In
each round some of an example's features are left out by chance, so that no single word has to carry it (dropout), and
the weights that ship are the mean over all steps of the last rounds, which hold better for what was not seen.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from babel.messages.pofile import read_po
from numpy.typing import NDArray

from locales import gazetteer, weights
from locales.source import DATA, read_toml

LOCALES = DATA.parent

Floats = NDArray[np.float32]
Slots = Sequence[NDArray[np.int32]]


@dataclass(frozen=True, slots=True)
class Example:
    language: str
    text: str
    name: str | None  # class, None where it is none
    source: str
    of: str = ""  # what it is a variation of: both are left out together


@dataclass(frozen=True, slots=True)
class Way:
    """How to learn: `counts`, what an example of each source weighs; `dropped`, the share left out in each round."""

    parts: Callable[[str], Iterable[str]]
    names: Sequence[str]
    size: int
    counts: Mapping[str, float]
    rounds: int = 5
    rate: float = 0.5
    dropped: float = 0.2
    averaged: int = 2  # the last rounds, over which the weights are averaged


def slots(known: Sequence[Example], way: Way) -> Slots:
    """Where the features of each example stand; made once, since several models are learned from parts of them."""
    return [np.array(weights.slots_of(way.parts(one.text), way.size), np.int32) for one in known]


def learned(known: Sequence[Example], at: Slots, way: Way, made_of: str = "", seed: int = 1) -> weights.Model:
    right = np.array([[one.name == name for name in way.names] for one in known], np.float32)
    counts = np.array([way.counts[one.source] for one in known], np.float32)
    table, bias = _fitted(at, right, counts, way, np.random.default_rng(seed))
    rows, scales = _in_bytes(table)
    return weights.Model(tuple(way.names), rows, scales, tuple(round(float(one), 4) for one in bias), made_of)


def run(
    known: Sequence[Example],
    way: Way,
    measured: Callable[[Slots], tuple[Mapping[str, float], Iterable[str]]],
    made_of: Iterable[Path],
    file: Path,
) -> None:
    """The command of a script: learns and writes `file`; `measure` prints alone, `quick` keeps the limits that stand.

    `measured` leaves examples out in turn: the limits that follow from it, and the lines of its table.
    """
    at = slots(known, way)
    if sys.argv[1:] == ["quick"]:
        limits = dict(weights.read(file.read_bytes()).limits)
    else:
        found, table = measured(at)
        limits = dict(found)
        for line in table:
            print(line)
    if sys.argv[1:] == ["measure"]:
        return
    model = replace(learned(known, at, way, weights.digest(made_of)), limits=limits)
    file.write_bytes(weights.written(model))
    print(f"Written: {file.name}, {file.stat().st_size / 1000:.0f} kB, of {len(known):,} examples.")


def _fitted(at: Slots, right: Floats, counts: Floats, way: Way, dice: np.random.Generator) -> tuple[Floats, Floats]:
    classes = right.shape[1]
    table, seen = np.zeros((way.size, classes), np.float32), np.full((way.size, classes), 1e-3, np.float32)
    late = np.zeros((way.size, classes), np.float32)  # each step, by how late it came: what the mean lacks of the last
    bias, bias_seen = np.full(classes, -2.0, np.float32), np.full(classes, 1e-3, np.float32)
    usable = [number for number, row in enumerate(at) if len(row)]
    steps, first = 0, (way.rounds - way.averaged) * len(usable)
    for _ in range(way.rounds):
        for number in dice.permutation(usable):
            row, steps = at[number], steps + 1
            kept = row[dice.random(len(row)) >= way.dropped]
            row = kept if len(kept) else row
            share = np.float32(1 / np.sqrt(len(row)))
            chance = 1 / (1 + np.exp(-(table[row].sum(0) * share + bias)))
            step = (chance - right[number]) * counts[number]
            seen[row] += (step * share) ** 2
            change = way.rate * step * share / np.sqrt(seen[row])
            table[row] -= change
            if steps > first:
                late[row] -= change * np.float32((steps - first) / (way.averaged * len(usable)))
            bias_seen += step**2
            bias -= 0.1 * step / np.sqrt(bias_seen)
    return table - late, bias


def _in_bytes(table: Floats) -> tuple[tuple[bytes, ...], tuple[float, ...]]:
    """The largest thousandth of the weights that are any is cut, so that a byte is fine enough for the others."""
    rows, scales = [], []
    for column in table.T:
        used = np.abs(column[column != 0])
        most = float(np.percentile(used, 99.9)) + 1e-9 if len(used) else 1.0
        rows.append(bytes((np.clip(np.round(column / most * 127), -127, 127) + weights.NOTHING).astype(np.uint8)))
        scales.append(round(most / 127, 8))
    return tuple(rows), tuple(scales)


def in_parts(
    known: Sequence[Example], at: Slots, way: Way, part: Sequence[int], limits: Mapping[str, float]
) -> Iterator[tuple[int, weights.Model, list[int]]]:
    """Each part in turn, a model with these limits that was learned without it, and the numbers of its examples."""
    for one in sorted(set(part)):
        others = [number for number, its in enumerate(part) if its != one]
        model = learned([known[number] for number in others], [at[number] for number in others], way)
        yield one, replace(model, limits=limits), [number for number, its in enumerate(part) if its == one]


# -- what is neither: of every language ------------------------------------------------------------


def some(texts: Iterable[str], most: int, dice: random.Random) -> list[str]:
    """At most so many of them, by chance: what is alike in thousands is learned from hundreds."""
    every = list(texts)
    return every if len(every) <= most else dice.sample(every, most)


def lists(of: str, language: str) -> dict[str, Any]:
    path = DATA / of / f"{language}.toml"
    return dict(read_toml(path)) if path.exists() else {}


def topics(language: str, without: Iterable[str] = ()) -> Iterator[str]:
    """The examples of all details but those whose code begins so."""
    for topic, details in lists("topics", language).items():
        for detail, told in details.items():
            if not f"{topic}.{detail}".startswith(tuple(without)):
                yield from told["examples"]


def answers(language: str, without: Iterable[str] = ()) -> Iterator[str]:
    """Typed answers to questions with choices, but those that mean one of these values."""
    for values in lists("answers", language).values():
        for value, texts in values.items():
            if value not in without:
                yield from texts


def our_own(language: str) -> Iterator[tuple[str, str]]:
    """What the service itself says, sentence by sentence, with its context: labels come back as typed answers."""
    path = LOCALES / language / "LC_MESSAGES" / "messages.po"
    if not path.exists():
        return
    with path.open("rb") as file:
        for message in read_po(file):
            for text in (message.string, message.id):
                for one in (text,) if isinstance(text, str) else text or ():
                    for sentence in re.split(r"(?<=[.!?؟:])\s+|\n", one):
                        yield message.context or "", sentence


LIVING = {
    "en": ("i live in {}", "a village near {}", "next to {}", "in {}, by the church"),
    "de": ("ich wohne in {}", "wohne in einem dorf bei {}", "in der nähe von {}", "kleines dorf neben {}"),
    "fi": ("asun {}", "kylä lähellä {}", "lähellä {} kirkkoa", "{} kylä"),
    "ru": ("живу в {}", "деревня рядом с {}", "посёлок около {}", "недалеко от {}"),
    "ar": ("أنا ساكن في {}", "قرية قرب {}", "جنب {}", "ضيعة قريبة من {}"),
}
"""How people say where they live, which is asked of everybody."""


def places(language: str, dice: random.Random) -> list[str]:
    ways = LIVING.get(language, ("{}",))
    names = [place.name for country in gazetteer.COUNTRIES for place in gazetteer.gazetteer(country).places]
    return [dice.choice(ways).format(name) for name in dice.sample(names, 200)]


def everyday(language: str) -> list[str]:
    """Words and sentences that languages are told apart by."""
    path: Path = DATA / "languages" / f"{language}.txt"
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []

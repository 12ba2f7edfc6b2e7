"""Learns the weights of `locales.danger` (locales/data/danger.bin) from what people write, about two minutes.

    python .ci/danger.py            writes the weights anew
    python .ci/danger.py measure    leaves every fourth message out in turn, and prints how many of those are raised

It learns from the messages in locales/data/danger, from phrases that the lists in locales/data/crisis allow, and, as
what is no danger, from the examples of topics, words of navigation and typed answers. Each class is a logistic
regression of its own over the same features, by AdaGrad (Duchi, Hazan and Singer 2011).
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from babel.messages.pofile import read_po
from numpy.typing import NDArray

from locales import crisis, danger, gazetteer
from locales.languages import UNDERSTOOD
from locales.source import DATA, read_toml

LOCALES = DATA.parent

Floats = NDArray[np.float32]

WEIGHT = {"message": 3.0, "phrase": 0.6, "topic": 2.0, "word": 0.7, "said": 1.0}
"""What an example of each source counts. A message stands for many; phrases are made by the dozen."""

SPOKEN = 12  # ways of saying one phrase of a list
NEARLY = frozenset({"FAM.fights", "FAM.worry", "WRK.rights", "HEA.mind"})
"""Details that are told in words of danger now and then; those of SAF always are."""

ROUNDS = 4
RATE = 0.5
PARTS = 4
_PIECE = re.compile(r"\(([^)]*)\)(\??)|(\S+)")


@dataclass(frozen=True, slots=True)
class Example:
    language: str
    text: str
    name: str | None  # class, None where there is no danger
    source: str


def examples(dice: random.Random) -> list[Example]:
    return [one for language in UNDERSTOOD for one in _of(language, dice)]


def _of(language: str, dice: random.Random) -> Iterator[Example]:
    for name, phrases in _read("crisis", language).items():
        for phrase in phrases:
            for _ in range(SPOKEN if "|" in phrase or "*" in phrase else 1):
                yield Example(language, _said(phrase, dice), _class(name), "phrase")
    for name, messages in _read("danger", language).items():
        for text in messages:
            yield Example(language, text, _class(name), "message")
    for topic, details in _read("topics", language).items():
        for detail, told in details.items() if topic != "SAF" else ():
            if f"{topic}.{detail}" not in NEARLY:
                yield from (Example(language, text, None, "topic") for text in told["examples"])
    yield from (Example(language, text, None, "said") for text in _our_own(language))
    yield from (Example(language, text, None, "said") for text in _places(language, dice))
    words = [*_read("navigation", language).values(), _everyday(language)]
    words += [texts for values in _read("answers", language).values() for texts in values.values()]
    for texts in words:
        yield from (Example(language, text, None, "word") for text in texts if isinstance(text, str))


def _our_own(language: str) -> Iterator[str]:
    """What the service itself says: labels come back as typed answers, and nobody is in danger who types one."""
    path = LOCALES / language / "LC_MESSAGES" / "messages.po"
    if not path.exists():
        return
    with path.open("rb") as file:
        for message in read_po(file):
            for text in (message.string, message.id):
                for one in (text,) if isinstance(text, str) else text:
                    yield from re.split(r"(?<=[.!?؟:])\s+|\n", one)


LIVING = {
    "en": ("i live in {}", "a village near {}", "next to {}", "in {}, by the church"),
    "de": ("ich wohne in {}", "wohne in einem dorf bei {}", "in der nähe von {}", "kleines dorf neben {}"),
    "fi": ("asun {}", "kylä lähellä {}", "lähellä {} kirkkoa", "{} kylä"),
    "ru": ("живу в {}", "деревня рядом с {}", "посёлок около {}", "недалеко от {}"),
    "ar": ("أنا ساكن في {}", "قرية قرب {}", "جنب {}", "ضيعة قريبة من {}"),
}
"""How people say where they live, which is asked of everybody."""


def _places(language: str, dice: random.Random) -> list[str]:
    ways = LIVING.get(language, ("{}",))
    names = [place.name for country in gazetteer.COUNTRIES for place in gazetteer.gazetteer(country).places]
    return [dice.choice(ways).format(name) for name in dice.sample(names, 400)]


def _everyday(language: str) -> list[str]:
    """Words and sentences that languages are told apart by."""
    path = DATA / "languages" / f"{language}.txt"
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def _read(of: str, language: str) -> dict[str, Any]:
    path = DATA / of / f"{language}.toml"
    return dict(read_toml(path)) if path.exists() else {}


def _class(name: str) -> str | None:
    return name if name in danger.CLASSES else None


def _said(phrase: str, dice: random.Random) -> str:
    """One way of saying a phrase of the lists (see `locales.crisis`), without the words that may stand between."""
    said = []
    for options, optional, word in _PIECE.findall(phrase):
        if not optional or dice.random() < 0.5:
            option = dice.choice((options or word).split("|"))
            said += [one.rstrip("*").replace("-", dice.choice(("", " "))) for one in option.split() if one != "*"]
    return " ".join(said)


def learned(known: Sequence[Example], seed: int = 1) -> danger.Model:
    slots = [np.fromiter(danger.features(one.text), dtype=np.int32) for one in known]
    right = np.array([[one.name == name for name in danger.CLASSES] for one in known], np.float32)
    counts = np.array([WEIGHT[one.source] for one in known], np.float32)
    weights, seen = np.zeros((danger.SLOTS, 4), np.float32), np.full((danger.SLOTS, 4), 1e-3, np.float32)
    bias, bias_seen = np.full(4, -2.0, np.float32), np.full(4, 1e-3, np.float32)
    order = np.random.default_rng(seed)
    for _ in range(ROUNDS):
        for number in order.permutation(len(known)):
            row = slots[number]
            if not len(row):
                continue
            share = 1 / np.sqrt(len(row))
            chance = 1 / (1 + np.exp(-(weights[row].sum(0) * share + bias)))
            step = (chance - right[number]) * counts[number]
            seen[row] += (step * share) ** 2
            weights[row] -= RATE * step * share / np.sqrt(seen[row])
            bias_seen += step**2
            bias -= 0.1 * step / np.sqrt(bias_seen)
    return _in_bytes(weights, bias)


def _in_bytes(weights: Floats, bias: Floats) -> danger.Model:
    """The largest thousandth of the weights is cut, so that a byte is fine enough for the others."""
    rows, scales = [], []
    for number in range(len(danger.CLASSES)):
        most = float(np.percentile(np.abs(weights[:, number]), 99.9)) + 1e-9
        rows.append(bytes((np.clip(np.round(weights[:, number] / most * 127), -127, 127) + 128).astype(np.uint8)))
        scales.append(most / 127)
    return danger.Model(tuple(rows), tuple(scales), tuple(float(one) for one in bias))


def measure(known: Sequence[Example], dice: random.Random) -> None:
    part = [dice.randrange(PARTS) for _ in known]
    raised: dict[str, dict[str, list[tuple[bool, bool]]]] = {}
    for one in range(PARTS):
        model = learned([example for example, its in zip(known, part, strict=True) if its != one])
        for example, its in zip(known, part, strict=True):
            if its == one and example.source in ("message", "topic"):
                kind = "danger" if example.name else "near" if example.source == "message" else "plain"
                by_list = bool(crisis.listed(example.text))
                heard = by_list or max(danger.scores(example.text, model).values()) >= danger.RAISED
                raised.setdefault(example.language, {}).setdefault(kind, []).append((by_list, heard))
    print(f"{'':6}{'danger':>18}{'near':>18}{'plain':>18}   (by the lists alone → with the weights)")
    for language, kinds in raised.items():
        shares = (np.array(kinds.get(kind, [(0, 0)])).mean(0) * 100 for kind in ("danger", "near", "plain"))
        print(f"{language:6}" + "".join(f"{alone:9.1f} → {both:5.1f}" for alone, both in shares))


def main() -> None:
    dice = random.Random(7)  # noqa: S311 (the same each time)
    known = examples(dice)
    if sys.argv[1:] == ["measure"]:
        measure(known, dice)
        return
    danger.FILE.write_bytes(danger.written(learned(known)))
    print(f"Written: {danger.FILE.name}, {danger.FILE.stat().st_size / 1000:.0f} kB, of {len(known):,} examples.")


if __name__ == "__main__":
    main()

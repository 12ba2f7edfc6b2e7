"""Learns the weights of `locales.danger` (locales/data/danger.bin) from what people write, about five minutes.

    python .ci/danger.py            writes the weights anew
    python .ci/danger.py quick      the same with the probabilities that were measured last, half a minute
    python .ci/danger.py measure    prints how many of the messages that were left out are raised

It learns from the messages in locales/data/danger, from phrases that the lists in locales/data/crisis allow, and, as
what is no danger, from ordinary.toml, the examples of topics, words of navigation and typed answers. Every fourth
message is left out in turn; on those the probability is chosen from which each language raises, and both commands print
what is raised.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import learning
import numpy as np
from learning import Example

from locales import crisis, danger
from locales.languages import UNDERSTOOD
from locales.source import DATA, read_toml

COUNTS = {"message": 3.0, "phrase": 0.6, "topic": 2.0, "word": 0.7, "said": 1.0}
"""What an example of each source counts. A message stands for many; phrases are made by the dozen."""

SPOKEN = 12  # ways of saying one phrase of a list
WORDS = 500  # of everyday words, answers and words of navigation each, in each language
NEARLY = (
    *("SAF.", "FAM.fights", "FAM.worry", "FAM.alone", "FAM.baby", "HEA.mind", "HEA.addict", "HOM.none", "PPR.family"),
    "WRK.rights",
)
"""Details that are told in words of danger now and then, or, in SAF, always."""

PARTS = 4
MOST_NEAR, MOST_PLAIN = 0.12, 0.015
"""Of what only sounds like danger, and of examples of topics, so many may be raised when they were left out."""
LIMITS = tuple(round(0.2 + 0.02 * step, 2) for step in range(26))
WAY = learning.Way(danger.parts, danger.CLASSES, danger.SLOTS, COUNTS, rounds=6, dropped=0.4, averaged=3)
_PIECE = re.compile(r"\(([^)]*)\)(\??)|(\S+)")


def examples(dice: random.Random) -> list[Example]:
    return [one for language in UNDERSTOOD for one in _of(language, dice)]


def _of(language: str, dice: random.Random) -> Iterator[Example]:
    for name, phrases in learning.lists("crisis", language).items():
        for phrase in phrases:
            for _ in range(SPOKEN if "|" in phrase or "*" in phrase else 1):
                yield Example(language, _said(phrase, dice), _class(name), "phrase")
    for name, messages in learning.lists("danger", language).items():
        for text in messages:
            yield Example(language, text, _class(name), "message")
    plain = [
        ("message", read_toml(DATA / "ordinary.toml")[language]),
        ("topic", learning.topics(language, NEARLY)),
        ("said", (sentence for _, sentence in learning.our_own(language))),
        ("said", learning.places(language, dice)),
        ("word", learning.some(learning.everyday(language), WORDS, dice)),
        ("word", learning.some(learning.answers(language), WORDS, dice)),
        ("word", learning.some(_navigation(language), WORDS, dice)),
    ]
    for source, texts in plain:
        yield from (Example(language, text, None, source) for text in texts)


def _navigation(language: str) -> Iterator[str]:
    for texts in learning.lists("navigation", language).values():
        yield from texts


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


# -- on what was left out --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heard:
    """A message that was left out: `kind` danger, near or plain; raised by the lists; how likely to the weights."""

    language: str
    kind: str
    listed: bool
    chance: float


def left_out(known: Sequence[Example], at: learning.Slots, dice: random.Random) -> Iterator[Heard]:
    part = [dice.randrange(PARTS) for _ in known]
    for _, model, numbers in learning.in_parts(known, at, WAY, part, dict.fromkeys(UNDERSTOOD, LIMITS[0])):
        for example in (known[number] for number in numbers):
            if example.source in ("message", "topic"):
                kind = "danger" if example.name else "near" if example.source == "message" else "plain"
                chance = max((sure for _, sure in crisis.learned(example.text, model)), default=0.0)
                yield Heard(example.language, kind, bool(crisis.listed(example.text)), chance)


def limits(heard: Sequence[Heard]) -> dict[str, float]:
    """For each language the lowest probability at which neither too much that is near nor that is plain is raised."""
    return {
        language: next((limit for limit in LIMITS if _few(heard, language, limit)), LIMITS[-1])
        for language in UNDERSTOOD
    }


def _few(heard: Sequence[Heard], language: str, limit: float) -> bool:
    near, plain = (_share(heard, language, kind, limit)[1] for kind in ("near", "plain"))
    return near <= MOST_NEAR and plain <= MOST_PLAIN


def _share(heard: Sequence[Heard], language: str, kind: str, limit: float) -> tuple[float, float]:
    """By the lists alone, and with the weights."""
    those = [one for one in heard if (one.language, one.kind) == (language, kind)]
    raised = [one.listed or one.chance >= limit for one in those]
    return sum(one.listed for one in those) / max(1, len(those)), sum(raised) / max(1, len(those))


def table(heard: Sequence[Heard], chosen: Mapping[str, float]) -> Iterator[str]:
    yield f"{'':6}{'from':>6}{'danger':>18}{'near':>18}{'plain':>18}   (by the lists alone → with the weights)"
    rows = []
    for language, limit in chosen.items():
        rows.append([_share(heard, language, kind, limit) for kind in ("danger", "near", "plain")])
        yield f"{language:6}{limit:6.2f}" + _row(rows[-1])
    mean = np.array(rows).mean(0)
    yield f"{'mean':12}" + _row([(float(alone), float(both)) for alone, both in mean])


def _row(shares: Sequence[tuple[float, float]]) -> str:
    return "".join(f"{100 * alone:9.1f} → {100 * both:5.1f}" for alone, both in shares)


def main() -> None:
    dice = random.Random(7)  # noqa: S311 (the same each time)
    known = examples(dice)

    def measured(at: learning.Slots) -> tuple[Mapping[str, float], Iterator[str]]:
        left = list(left_out(known, at, dice))
        chosen = limits(left)
        return chosen, table(left, chosen)

    learning.run(known, WAY, measured, danger.LISTS, danger.FILE)


if __name__ == "__main__":
    main()

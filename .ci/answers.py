"""Learns the weights of `locales.answers` (locales/data/answers.bin) from its lists, half a minute.

    python .ci/answers.py            writes the weights anew
    python .ci/answers.py measure    prints how many of the answers that were left out are found

Each question has a model of its own, of all languages at once. It learns from what the question's lists, labels and
those of a question alike say, and, as what names none of its values, from answers to other questions and examples of
topics. `measure` leaves every fourth answer out in turn.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import learning
from learning import Example

from locales import answers, offers, weights
from locales.folding import fold
from locales.languages import UNDERSTOOD

COUNTS = {"answer": 1.5, "other": 1.0}
"""What an example of each source counts."""

OTHERS = 1500
"""Answers to other questions, and examples of topics, in each question's model."""
MOST = 9  # words of an example of a topic
PARTS = 4


def way(question: str) -> learning.Way:
    names = [f"{question}:{value}" for value in offers.questions()[question]]
    return learning.Way(answers.parts, names, answers.SLOTS, COUNTS)


def examples(question: str, lists: answers.Lists, dice: random.Random) -> list[Example]:
    own = [
        Example(language, text, f"{question}:{value}", "answer")
        for language, value, text in answers.known(question, lists)
    ]
    said = {one.text for one in own}
    others = [
        Example(language, folded, None, "other")
        for language, other, _, text in answers.entries()
        if other != question and (folded := fold(text)) not in said
    ]
    told = [
        Example(language, " ".join(fold(text).split()[:MOST]), None, "other")
        for language in UNDERSTOOD
        for text in learning.topics(language)
    ]
    return [*own, *dice.sample(others, OTHERS), *dice.sample(told, OTHERS)]


@dataclass(frozen=True, slots=True)
class Left:
    """An answer that was left out: its question, and what the weights made of it, with how sure they were."""

    example: Example
    question: str
    named: str
    chance: float


def left_out(question: str, known: Sequence[Example], at: learning.Slots, dice: random.Random) -> Iterator[Left]:
    drawn: dict[str, int] = defaultdict(lambda: dice.randrange(PARTS))
    part = [drawn[one.text] for one in known]
    for _, model, numbers in learning.in_parts(known, at, way(question), part, {}):
        for example in (known[number] for number in numbers):
            name, chance = max(model.scores(answers.parts(example.text)).items(), key=lambda one: one[1])
            yield Left(example, question, name, chance)


def table(left: Sequence[Left]) -> Iterator[str]:
    yield f"{'':12}" + "".join(f"{column:>14}" for column in ("right", "other value", "of none"))
    groups: dict[str, list[Left]] = defaultdict(list)
    for one in left:
        groups[one.example.language].append(one)
        groups[one.question].append(one)
    for group in (*UNDERSTOOD, *offers.questions()):
        yield f"{group:12}" + "".join(f"{100 * share:12.1f} %" for share in _row(groups[group]))
    yield f"{'all':12}" + "".join(f"{100 * share:12.1f} %" for share in _row(left))


def _row(left: Sequence[Left]) -> list[float]:
    named = [one for one in left if one.example.name]
    said = [one for one in named if one.chance >= answers.LEAST]
    right = sum(one.named == one.example.name for one in said)
    none = [one.chance >= answers.LEAST for one in left if one.example.name is None]
    return [right / len(named), (len(said) - right) / len(named), sum(none) / max(1, len(none))]


def main() -> None:
    dice, lists = random.Random(7), answers.lists()  # noqa: S311 (the same each time)
    if sys.argv[1:] == ["measure"]:
        left: list[Left] = []
        for question in offers.questions():
            known = examples(question, lists, dice)
            left += left_out(question, known, learning.slots(known, way(question)), dice)
        for line in table(left):
            print(line)
        return
    models = []
    for question in offers.questions():
        known = examples(question, lists, dice)
        models.append(learning.learned(known, learning.slots(known, way(question)), way(question)))
    model = replace(weights.joined(models), made_of=weights.digest([answers.LISTS]))
    answers.FILE.write_bytes(weights.written(model))
    print(f"Written: {answers.FILE.name}, {answers.FILE.stat().st_size / 1000:.0f} kB, of {len(models)} questions.")


if __name__ == "__main__":
    main()

"""How well stories are compared, on pairs written for that: the same need in two languages, or another of its topic."""

from __future__ import annotations

import itertools
import tomllib
from pathlib import Path
from typing import NamedTuple

from locales import likeness
from storage.likeness import DETAIL, PLACE, SHOWN, TIME

NEEDS = tomllib.loads((Path(__file__).parent / "likeness.toml").read_text(encoding="utf-8"))["need"]


class Telling(NamedTuple):
    need: int
    half: str
    detail: str
    language: str
    text: str


def tellings() -> list[Telling]:
    return [
        Telling(number, need["half"], need["detail"], language, text)
        for number, need in enumerate(NEEDS)
        for language, text in need.items()
        if language not in ("half", "detail")
    ]


class Counts(NamedTuple):
    """Pairs of the `same` need, and `right` among them shown; of `others` of a topic, `wrong` ones shown."""

    same: int
    right: int
    others: int
    wrong: int

    @property
    def recall(self) -> float:
        return self.right / self.same

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong)


def measured(half: str, *, place: bool, threshold: float = SHOWN) -> Counts:
    """Of all pairs of one topic, told on the same day; `place`: all in the same place."""
    of_half = [one for one in tellings() if one.half == half]
    kept = dict(zip(of_half, likeness.packed([one.text for one in of_half]), strict=True))
    same = right = others = wrong = 0
    for one in of_half:
        rest = [other for other in of_half if other is not one and other.detail[:3] == one.detail[:3]]
        for other, words in zip(rest, likeness.nearness(kept[one], [kept[other] for other in rest]), strict=True):
            points = words + DETAIL * (one.detail == other.detail) + PLACE * place + TIME
            if other.need == one.need:
                same, right = same + 1, right + (points >= threshold)
            else:
                others, wrong = others + 1, wrong + (points >= threshold)
    return Counts(same, right, others, wrong)


def test_the_pairs_are_what_they_say() -> None:
    told = tellings()
    assert len({one.text for one in told}) == len(told)
    assert len({one.language for one in told}) >= 18
    assert all(
        one.language != other.language for one, other in itertools.combinations(told, 2) if one.need == other.need
    )


def test_the_same_need_is_found_and_few_others() -> None:
    """The figures of docs/languages.md, a little below them."""
    there, elsewhere = measured("test", place=True), measured("test", place=False)
    assert (there.recall > 0.9, there.precision > 0.95) == (True, True), there
    assert (elsewhere.recall > 0.8, elsewhere.precision > 0.97) == (True, True), elsewhere


def test_nothing_told_is_like_nothing() -> None:
    words, none, digits = likeness.packed(["A bus", "", "123 45"])
    assert (len(words), none, digits) == (384, b"", b"")
    assert [round(near, 3) for near in likeness.nearness(words, [none, words])] == [0.0, 1.0]
    assert likeness.nearness(none, [words]) == [0.0]

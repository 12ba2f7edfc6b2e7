"""What is counted of the answers to a test set: one row of figures for each group, and one over all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from locales.languages import UNDERSTOOD
from tests.understanding.sets import Asked

SURE = 0.8
"""The confidence from which a language is suggested."""

BUCKETS = {"1": range(1, 2), "2–3": range(2, 4), "4–7": range(4, 8), "8+": range(8, 10_000)}
"""Columns of the table of languages: how many words a message has."""

Figures = Mapping[str, float | None]
"""Column → share from 0 to 1, or a count if the name begins with a number sign; None where nothing is to be counted."""


def _share(asked: Iterable[Asked], right: Callable[[Asked], bool]) -> float | None:
    verdicts = [right(one) for one in asked]
    return sum(verdicts) / len(verdicts) if verdicts else None


def language(asked: Sequence[Asked]) -> Figures:
    """A stranger (a language that we do not speak) is right when it is not claimed."""
    if asked[0].case.expected not in UNDERSTOOD:
        return {
            "#": len(asked),
            "claimed": _share(asked, lambda one: _raised(one) and one.confidence >= SURE),
        }
    sure = [one for one in asked if one.confidence >= SURE]
    return {
        "#": len(asked),
        **{
            bucket: _share((one for one in asked if len(one.case.text.split()) in sizes), _first)
            for bucket, sizes in BUCKETS.items()
        },
        "among 3": _share(asked, lambda one: one.case.expected in one.codes[:3]),
        "sure": len(sure) / len(asked),
        "sure, right": _share(sure, _first),
    }


def words(asked: Sequence[Asked]) -> Figures:
    named, none = _named_and_none(asked)
    dangerous = [one for one in asked if one.codes[:1] in (("stop",), ("delete",)) and not _first(one)]
    return {
        "#": len(asked),
        "right": _share(named, _first),
        "left alone": _share(none, _silent),
        "# false stop": len(dangerous),
    }


def answer(asked: Sequence[Asked]) -> Figures:
    named, none = _named_and_none(asked)
    return {"#": len(asked), "right": _share(named, _all_values), "left alone": _share(none, _silent)}


def topic(asked: Sequence[Asked]) -> Figures:
    named, none = _named_and_none(asked)
    return {
        "#": len(asked),
        "detail": _share(named, lambda one: _among(one, 1, detail=True)),
        "detail, 3": _share(named, lambda one: _among(one, 3, detail=True)),
        "field": _share(named, lambda one: _among(one, 1, detail=False)),
        "field, 3": _share(named, lambda one: _among(one, 3, detail=False)),
        "unsure of none": _share(none, lambda one: one.confidence < 0.5),
    }


def crisis(asked: Sequence[Asked]) -> Figures:
    danger, none = _named_and_none(asked)
    near = [one for one in none if one.case.further == "near"]
    plain = [one for one in none if one.case.further != "near"]
    return {
        "#": len(asked),
        "raised": _share(danger, _raised),
        "right class": _share(danger, _first),
        "near raised": _share(near, _raised),
        "plain raised": _share(plain, _raised),
    }


def place(asked: Sequence[Asked]) -> Figures:
    named, none = _named_and_none(asked)
    return {
        "#": len(asked),
        "first": _share(named, lambda one: _named_so(one, 1)),
        "among 5": _share(named, lambda one: _named_so(one, 5)),
        "left alone": _share(none, _silent),
    }


COUNTED: Mapping[str, Callable[[Sequence[Asked]], Figures]] = {
    "language": language,
    "words": words,
    "answer": answer,
    "topic": topic,
    "crisis": crisis,
    "place": place,
}


def mean(rows: Iterable[Figures]) -> Figures:
    """Over groups, each counting the same; counts are added up."""
    columns: dict[str, list[float]] = {}
    for row in rows:
        for column, figure in row.items():
            columns.setdefault(column, []).extend([] if figure is None else [figure])
    return {
        column: None if not figures else sum(figures) if column[0] == "#" else sum(figures) / len(figures)
        for column, figures in columns.items()
    }


def _named_and_none(asked: Sequence[Asked]) -> tuple[list[Asked], list[Asked]]:
    return [one for one in asked if one.case.expected != "-"], [one for one in asked if one.case.expected == "-"]


def _first(one: Asked) -> bool:
    return one.codes[:1] == (one.case.expected,)


def _raised(one: Asked) -> bool:
    return bool(one.codes) and one.codes[0] != "-"


def _silent(one: Asked) -> bool:
    return not _raised(one)


def _all_values(one: Asked) -> bool:
    wanted = one.case.expected.split()
    return set(one.codes[: len(wanted)]) == set(wanted)


def _among(one: Asked, first: int, *, detail: bool) -> bool:
    wanted = {one.case.expected, *one.case.further.split()}
    if detail:
        return not wanted.isdisjoint(one.codes[:first])
    fields = list(dict.fromkeys(code.partition(".")[0] for code in one.codes))
    return not {code.partition(".")[0] for code in wanted}.isdisjoint(fields[:first])


def _named_so(one: Asked, first: int) -> bool:
    wanted = set(one.case.expected.split(" / "))
    return any(not wanted.isdisjoint(code.split(" / ")) for code in one.codes[:first])

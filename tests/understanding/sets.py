"""The test sets on disk, in the format of README.md, and asking a recogniser each of their lines."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from locales.languages import UNDERSTOOD
from locales.recognisers import Found, Recogniser

SETS = Path(__file__).parent / "sets"


@dataclass(frozen=True, slots=True)
class Case:
    """One line of a set. `group` is its file's name, a language or a country; `further` its third column."""

    group: str
    text: str
    expected: str
    further: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a recogniser said to a case, and the CPU milliseconds that it took."""

    case: Case
    found: Found
    cpu: float

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(code for code, _ in self.found)

    @property
    def confidence(self) -> float:
        return self.found[0][1] if self.found else 0.0


class BadSet(ValueError):
    """A line that is not in the format. Names file and line, not the text."""


def read(recogniser: str, sets: Path = SETS) -> Mapping[str, Sequence[Case]]:
    """The cases of a recogniser by group, in the order of `UNDERSTOOD`, others after it by name. Raises `BadSet`."""
    order = {code: place for place, code in enumerate(UNDERSTOOD)}
    paths = sorted((sets / recogniser).glob("*.tsv"), key=lambda path: (order.get(path.stem, len(order)), path.stem))
    return {path.stem: list(_cases(path)) for path in paths}


def _cases(path: Path) -> Iterator[Case]:
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line or line.startswith("# "):
            continue
        columns = [column.strip() for column in line.split("\t")]
        if len(columns) not in (2, 3) or not all(columns[:2]):
            raise BadSet(
                f"{path.parent.name}/{path.name}, line {number}: a text, a tab, what is expected [, a tab, more]"
            )
        yield Case(path.stem, *columns)


def ask(recogniser: Recogniser, cases: Sequence[Case], *, bare: bool = False) -> list[Asked]:
    """Each case as `sempre try` would ask it; `bare` keeps the language back. Data is loaded before the clock runs."""
    for case in cases[:1]:
        recogniser.read(case.text, *_known(recogniser.name, case, bare=bare))
    asked = []
    for case in cases:
        known = _known(recogniser.name, case, bare=bare)
        start = time.process_time_ns()
        found = recogniser.read(case.text, *known)
        asked.append(Asked(case, found, (time.process_time_ns() - start) / 1e6))
    return asked


def _known(name: str, case: Case, *, bare: bool) -> tuple[str | None, str | None, str | None]:
    """Language, country and question of a case."""
    if name == "place":
        return None if bare else case.further or None, case.group, None
    language = case.further if name == "words" and case.further else case.group
    return None if bare or name == "language" else language, None, case.further if name == "answer" else None

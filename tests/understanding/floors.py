"""What the recognisers must not fall below: floors.toml, made by `python -m tests.understanding --floors`.

A recogniser's figures are means over the languages that it names there, so that a set of a further language needs no
change. Only a part of each set is asked, because these tests run with all others.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from locales.recognisers import Recogniser
from tests.understanding.counting import COUNTED, Figures, mean
from tests.understanding.sets import Case, ask

FLOORS = Path(__file__).parent / "floors.toml"
EVERY = 3
"""Of so many lines one is asked."""

ROOM = 0.03
"""Below what was reached, above what was raised wrongly."""

LOWER = frozenset({"claimed", "near raised", "plain raised", "# false stop"})
"""Columns in which less is better."""


@dataclass(frozen=True, slots=True)
class Floor:
    """`groups`: languages or countries. `columns`: the share that is wanted at least; in those of `LOWER`, at most."""

    groups: Sequence[str]
    columns: Mapping[str, float]


def floors() -> Mapping[str, Floor]:
    """By recogniser."""
    given = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return {name: Floor(table["groups"], table["columns"]) for name, table in given.items()}


def reached(recogniser: Recogniser, sets: Mapping[str, Sequence[Case]], groups: Sequence[str]) -> Figures:
    """The means over those groups, each counting the same. Strangers have columns of their own."""
    count = COUNTED[recogniser.name]
    return mean(count(ask(recogniser, sets[group][::EVERY])) for group in groups)


def short(wanted: Mapping[str, float], figures: Figures) -> Iterator[str]:
    """The columns in which too little is reached, or too much is raised."""
    for column, floor in wanted.items():
        figure = figures.get(column)
        if figure is None or (figure > floor if column in LOWER else figure < floor):
            yield f"{column}: {figure and round(figure, 3)}, wanted {floor}"


def table(name: str, groups: Sequence[str], figures: Figures) -> str:
    """The table of one recogniser as it stands in floors.toml."""
    lines = [f"[{name}]", f"groups = {json.dumps(groups)}", "", f"[{name}.columns]"]
    for column, figure in figures.items():
        if figure is None or column == "#":
            continue
        room = 0.0 if column.startswith("#") else ROOM
        floor = min(1.0, figure + room) if column in LOWER else max(0.0, figure - room)
        lines.append(f'"{column}" = {floor:.3f}')
    return "\n".join(lines)

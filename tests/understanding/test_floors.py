"""What was reached on the unseen sets is not lost again. It names figures, never a text."""

from __future__ import annotations

import pytest

from locales import recognisers
from tests.understanding.floors import floors, reached, short
from tests.understanding.sets import read


@pytest.mark.parametrize("name", sorted(floors()))
def test_no_recogniser_falls_below_what_it_reached(name: str) -> None:
    floor = floors()[name]
    figures = reached(recognisers.installed()[name], read(name), floor.groups)
    assert list(short(floor.columns, figures)) == []


def test_a_figure_that_is_too_low_or_too_high_is_named() -> None:
    wanted = {"right": 0.9, "near raised": 0.1, "field": 0.5}
    assert list(short(wanted, {"right": 0.85, "near raised": 0.2, "field": 0.5})) == [
        "right: 0.85, wanted 0.9",
        "near raised: 0.2, wanted 0.1",
    ]

"""What no list holds is heard by the learned weights, and what only sounds like danger is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from locales import crisis, danger, weights
from locales.languages import UNDERSTOOD
from locales.source import DATA, read_toml


def test_the_weights_were_learned_from_todays_lists() -> None:
    assert danger.shipped().made_of == weights.digest(danger.LISTS), "run `make danger`"


@pytest.mark.parametrize("language", UNDERSTOOD)
def test_every_language_has_been_learned(language: str) -> None:
    """From what its people write, with what sounds alike beside it; nearly all of that is heard as it is meant."""
    told = read_toml(DATA / "danger" / f"{language}.toml")
    assert set(told) == {*danger.CLASSES, "near"}
    heard = [bool(crisis.find(text)) for name in danger.CLASSES for text in told[name]]
    raised = [bool(crisis.find(text)) for text in told["near"]]
    assert sum(heard) >= 0.85 * len(heard), "run `make danger`"
    assert sum(raised) <= 0.2 * len(raised), "run `make danger`"


def test_the_lists_come_first() -> None:
    assert crisis.find("i want to die") == crisis.listed("i want to die")


def test_an_idiom_makes_the_weights_careful() -> None:
    assert danger.scores("dying of boredom here again")["die"] > 0
    assert crisis.find("dying of boredom here again") == []


def test_each_language_raises_from_where_it_was_measured() -> None:
    """And a text of no known language from where all were."""
    model = replace(danger.shipped(), limits={"en": 0.0, "de": 1.0})
    assert crisis.learned("lovely weather in the village today", model)
    assert not crisis.learned("schönes Wetter heute im Dorf bei uns", model)
    assert danger.limit(None, model) == danger.RAISED


def test_nothing_to_read_is_no_danger() -> None:
    assert set(danger.scores(" 👍 ").values()) == {0.0}

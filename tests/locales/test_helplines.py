"""Help lines: only what is in the country's file and certain, and 112 always (domain.md 3.7)."""

from __future__ import annotations

from datetime import date

import pytest

from locales import helplines
from locales.source import messages

ALL = ("die", "hurt", "child", "now", "victims", "medical")


def numbers(country: str | None, *classes: str, language: str = "en", confirmed: tuple[str, ...] = ()) -> list[str]:
    return [line.number for line in helplines.read(country, confirmed).find(language, classes)]


@pytest.mark.parametrize("country", [*helplines.countries(), None, "FR"])
def test_112_is_always_first(country: str | None) -> None:
    assert numbers(country)[0] == "112"
    assert numbers(country, *ALL)[0] == "112"


def test_the_nine_countries_are_there() -> None:
    assert helplines.countries() == ("DE", "DK", "EE", "FI", "LT", "LV", "NO", "PL", "SE")


@pytest.mark.parametrize(
    ("country", "classes", "expected"),
    [
        ("EE", ("die",), ["112", "116 123"]),
        ("EE", ("child",), ["112", "116 111"]),
        ("EE", ("hurt",), ["112", "116 006"]),
        ("DE", ("hurt",), ["112", "116 016"]),
        ("DE", ("die",), ["112"]),  # only from second-hand sources: hidden
        ("DE", ("now",), ["112"]),
        ("SE", ("die", "hurt"), ["112", "90101", "020-50 50 50"]),
        ("FI", ("hurt",), ["112", "080 005 005", "116 016"]),
        ("NO", ALL, ["112"]),  # everything else in Norway is only known, not found
        ("DK", ("die",), ["112", "70 201 201"]),
        ("PL", ("hurt",), ["112"]),
        (None, ALL, ["112"]),
    ],
)
def test_a_crisis_leads_to_the_numbers_that_are_certain(
    country: str | None, classes: tuple[str, ...], expected: list[str]
) -> None:
    assert numbers(country, *classes) == expected


def test_a_class_that_nobody_knows_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        numbers("DE", "low_mood")


@pytest.mark.parametrize(
    ("country", "number"), [("LV", "116 123"), ("LT", "116 123"), ("EE", "116 123"), ("SE", "90101")]
)
def test_who_wants_to_die_is_shown_somebody_to_talk_to(country: str, number: str) -> None:
    assert number in numbers(country, "die")


def test_a_number_that_serves_two_kinds_is_said_once() -> None:
    assert numbers("EE", "hurt", "victims") == ["112", "116 006"]


@pytest.mark.parametrize(
    ("language", "number"),
    [
        ("fi", "09 2525 0111"),
        ("sv", "09 2525 0112"),
        ("ar", "09 2525 0113"),
        ("uk", "09 2525 0114"),
        ("so", "09 2525 0113"),
    ],
)
def test_a_line_that_speaks_the_language_is_preferred_and_english_comes_next(language: str, number: str) -> None:
    assert numbers("FI", "die", language=language) == ["112", number]


def test_the_operator_confirms_a_number_for_one_country() -> None:
    assert numbers("DE", "die", confirmed=("DE:116123",)) == ["112", "116 123"]
    assert numbers("DE", "die", confirmed=("0800 111 0 111", "0800 111 0 222")) == [
        "112",
        "0800 111 0 111",
        "0800 111 0 222",
    ]
    assert numbers("DE", "die", confirmed=("PL:116123",)) == ["112"]


def test_what_waits_for_confirmation_is_listed() -> None:
    waiting = {line.number for line in helplines.read("DE").unconfirmed()}
    assert waiting == {"116 111", "0800 111 0 111", "0800 111 0 222", "116 123", "116 117"}
    assert "116 123" not in {line.number for line in helplines.read("DE", ("DE:116123",)).unconfirmed()}


def test_old_sources_are_listed_and_those_without_a_date() -> None:
    known = helplines.read("EE")
    assert {line.number for line in known.old(date(2023, 2, 1))} == {"116 111", "1220"}
    assert {line.number for line in known.old(date(2026, 1, 1))} == {"116 111", "116 123", "116 006", "1220"}
    assert "116 123" not in {line.number for line in helplines.read("EE", ("EE:116123",)).old(date(2026, 1, 1))}


@pytest.mark.parametrize("country", [*helplines.countries(), None])
def test_every_line_says_where_it_comes_from_and_has_a_name(country: str | None) -> None:
    for line in helplines.read(country).lines:
        assert line.mark in ("F", "K", "I", "secondary")
        assert line.mark != "F" or line.source
        assert f"help.{line.kind}" in messages()


def test_116_123_is_not_printed_where_it_is_not_the_line() -> None:
    for country in ("DK", "FI", "SE"):
        assert "116 123" not in {line.number for line in helplines.read(country).lines}

"""What an idea may cost, in the money of the country and as the reader's language writes it."""

from __future__ import annotations

from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

import locales
from admin import wording
from dialogs.schema import load_scripts
from locales import bidi, helplines, money
from locales.calendar import OfficeHours

STEPS = ["up_500", "up_2000", "up_10000"]


def catalogue(country: str | None) -> locales.Catalogue:
    return locales.load(
        (), organisation="Test", country=country, time_zone=ZoneInfo("Europe/Berlin"),
        office_hours=OfficeHours.parse("mo-fr 9-16"),
    )  # fmt: skip


def test_every_country_has_its_steps_in_rising_order_under_the_values_that_are_offered() -> None:
    assert sorted(money.countries()) == list(helplines.countries())
    question = load_scripts("consent")["idea"].question("money")
    assert question is not None
    offered = [choice.value for choice in question.choices]
    for country in (*money.countries(), None, "FR"):
        steps = money.amounts(country, "en")
        assert [value for value in offered if value in steps] == STEPS == list(steps)
        numbers = [int("".join(filter(str.isdecimal, amount))) for amount in steps.values()]
        assert all(low < high for low, high in pairwise(numbers))


@pytest.mark.parametrize(
    ("country", "language", "label"),
    [
        (None, "en", "Up to €2,000"),
        ("FI", "fi", "Enintään 2 000 €"),
        ("DE", "ru", "До 2 000 €"),
        ("DK", "en", "Up to DKK 15,000"),
        ("SE", "de", "Bis 20.000 SEK"),
        ("PL", "ar", "حتى 8,000 PLN"),
    ],
)
def test_a_person_reads_the_money_of_the_country_isolated_and_types_it_as_they_read_it(
    country: str | None, language: str, label: str
) -> None:
    words = catalogue(country)
    text = words.text(language, "idea.money:up_2000")
    assert text.translate(dict.fromkeys((0x2068, 0x2069, 0x200F))).replace("\u00a0", " ") == label
    assert bidi.is_balanced(text)
    assert "\u2068" in text
    assert words.label(language, text) == words.label(language, label)


def test_staff_read_the_same_amount_in_their_language() -> None:
    german = wording.load(ZoneInfo("Europe/Copenhagen"), "DK")["de"]
    assert german.answer("idea", "money", "up_500") == "Bis \u20684.000\u00a0DKK\u2069"

"""Amounts of money in a country's own, written as a language writes them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from babel import Locale
from babel.numbers import format_currency, get_currency_symbol

from locales.languages import babel_code
from locales.source import DATA, read_toml

ELSEWHERE = "EUR"
_NO_BREAK = "\u00a0"


def currency(country: str | None) -> str:
    """ISO 4217, of a country (ISO 3166-1); the euro where it is unknown."""
    found: str = _steps()["currency"].get(country or "", ELSEWHERE)
    return found


def countries() -> tuple[str, ...]:
    """Those whose money we know."""
    return tuple(_steps()["currency"])


@cache
def amounts(country: str | None, language: str) -> Mapping[str, str]:
    """Value of an answer → the amount that it stands for here, as in `{"up_2000": "15.000 kr."}`."""
    unit = currency(country)
    return {value: _written(amount, unit, language) for value, amount in _steps()[unit].items()}


def steps(unit: str) -> Mapping[str, int]:
    """Value of an answer → the most that it stands for, in this money (ISO 4217)."""
    return {value: int(amount) for value, amount in _steps()[unit].items()}


@cache
def _steps() -> Mapping[str, Mapping[str, Any]]:
    return read_toml(DATA / "money.toml")


def _written(amount: int, unit: str, language: str) -> str:
    # CLDR writes English the American way; nobody in our countries does.
    locale = Locale.parse("en_GB" if language == "en" else babel_code(language))
    pattern = locale.currency_formats["standard"].pattern.replace("0.00", "0")
    if get_currency_symbol(unit, locale)[-1].isalpha() and pattern.startswith("¤#"):
        pattern = pattern.replace("¤", f"¤{_NO_BREAK}")  # CLDR's currencySpacing, which Babel leaves out
    written: str = format_currency(amount, unit, pattern, locale=locale, currency_digits=False)
    return written

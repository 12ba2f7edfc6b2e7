"""Numbers in words ("die zweite", "nr. 2", "፪") and stretches of time ("in zwei Wochen"), in many languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from locales.folding import fold, number
from locales.phrasebook import Meanings, Phrasebook, around
from locales.source import DATA, read_toml

MOST = 10  # the highest number that is known in words
_COUNTED = re.compile(r"(\d{1,3})\D{0,3}")  # "2", "1st", "2-й"
_AMOUNT = re.compile(r"(\d{1,3}(?: \d{3})+|\d{1,7})(k?)")
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
Vocabulary = Mapping[str, frozenset[str]]
"""Folded text → languages."""


@cache
def _table() -> Mapping[str, Any]:
    return read_toml(DATA / "numbers.toml")


@cache
def vocabulary(name: str) -> Vocabulary:
    """One of the tables `label`, `and`, `both`, `not`."""
    found: dict[str, frozenset[str]] = {}
    for language, texts in _table()[name].items():
        for text in texts:
            found[fold(text)] = found.get(fold(text), frozenset()) | {language}
    return found


def said(table: str, text: str, language: str | None) -> bool:
    """Whether a folded text stands in that table, for this language or, without one, for any."""
    spoken = vocabulary(table).get(text, frozenset())
    return bool(spoken) and (language is None or not spoken.isdisjoint({language, "any"}))


def number_of(text: str, language: str | None = None) -> int | None:
    """The number that a whole text is: digits of any script, a word, an ordinal, with "number" or "the" in front."""
    digits = number(text)
    if digits is not None:
        return digits
    words = [word for word in fold(text).split() if not _empty(word, language)] or fold(text).split()
    if len(words) == 1 and (counted := _COUNTED.fullmatch(words[0])):
        return int(counted[1])
    return in_words(" ".join(words), language) or in_words(fold(text), language)


def in_words(folded: str, language: str | None = None) -> int | None:
    """A folded number or ordinal from one to ten, not guessed from slips; None where languages mean different ones."""
    meant: Meanings = _book().exact.get(folded) or {}
    if language is not None and language in meant:
        return int(meant[language])
    values = set(meant.values())
    return int(values.pop()) if len(values) == 1 and language is None else None


def days(words: Sequence[str], language: str | None = None) -> float | None:
    """The stretch of time that these folded words hold ("in two weeks"), in days. None where they hold none."""
    for place, word in enumerate(words):
        if (two := _two().get(word)) is not None:
            return 2 * two
        unit = _unit(word, language)
        if unit is None:
            continue
        for before in (words[place - 1 : place], words[place - 2 : place - 1], words[place + 1 : place + 2]):
            count = _count(before[0], language) if before else None
            if count is not None:
                return count * unit
    return None


def amount(text: str) -> int | None:
    """A sum of money in figures: "500", "1.000 €", "2k". None where there is no single one."""
    found = _AMOUNT.findall(fold(text.replace(" ", "")))
    if len(found) != 1:
        return None
    figures, thousands = found[0]
    return int(re.sub(r"\D", "", figures)) * (1000 if thousands else 1)


def _count(word: str, language: str | None) -> int | None:
    return int(word) if word.isdecimal() and len(word) < 4 else in_words(word, language)


def _empty(word: str, language: str | None) -> bool:
    spoken = around().polite.get(word, frozenset()) | around().wishes.get(word, frozenset())
    polite = bool(spoken) and (language is None or not spoken.isdisjoint({language, "any"}))
    return polite or said("label", word, language)


@cache
def _book() -> Phrasebook:
    def entries() -> Iterable[tuple[str, str, str]]:
        for name in ("cardinal", "ordinal"):
            for language, numbers in _table()[name].items():
                for value, texts in enumerate(numbers, 1):
                    for text in texts.split("|"):
                        yield language, str(value), fold(text)

    return Phrasebook(entries(), lambda said: next(iter(said)) if len(said) == 1 else None)


def _length(unit: str) -> float:
    return _DAYS.get(unit, 0.04 if unit == "hour" else 0.001)


@cache
def _two() -> Mapping[str, float]:
    return {fold(text): _length(unit) for unit, texts in _table()["two"].items() for text in texts}


@cache
def _units() -> Mapping[str, Sequence[tuple[str, float]]]:
    """Language → (word, or with * its beginning; its length in days)."""
    found: dict[str, list[tuple[str, float]]] = {}
    for unit, languages in _table()["unit"].items():
        for language, texts in languages.items():
            for text in texts:
                form = fold(text) + "*" * text.endswith("*")
                found.setdefault(language, []).append((form, _length(unit)))
    return found


def _unit(word: str, language: str | None) -> float | None:
    for spoken in (language,) if language else _units():
        for form, length in _units().get(spoken, ()):
            if word == form or (form[-1] == "*" and word.startswith(form[:-1])):
                return length
    return None

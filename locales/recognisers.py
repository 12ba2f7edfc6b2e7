"""Every recogniser behind one small face, as `sempre try` and the test sets ask it.

A recogniser suggests. Language and topic always name their best code, so that doubt shows as a low confidence;
the others say nothing where nothing fits. Each loads its data when it is first asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from locales import answers, crisis, detect, navigation, places, topics

Found = list[tuple[str, float]]
"""Codes with their confidence from 0 to 1, best first; empty where nothing fits."""

NAMES = ("language", "topic", "crisis", "words", "place", "answer")
"""All that may be asked for, whether or not this installation has them."""


class Recogniser(Protocol):
    """`read` takes a text, the person's language (a code of `languages.UNDERSTOOD`), the country (ISO 3166-1 alpha-2)
    and the key of the question that is open, each None where it is not known.
    """

    @property
    def name(self) -> str: ...

    def read(self, text: str, language: str | None, country: str | None, question: str | None, /) -> Found: ...


@dataclass(frozen=True, slots=True)
class Language:
    """`language` is here that of the person's app."""

    name: str = "language"

    def read(self, text: str, language: str | None, country: str | None, question: str | None, /) -> Found:  # noqa: ARG002
        return detect.guess(text, language)


@dataclass(frozen=True, slots=True)
class Words:
    """Whoever wants to begin anew gets to the menu: that is the word for it among those asked for from outside."""

    name: str = "words"

    def read(self, text: str, language: str | None, country: str | None, question: str | None, /) -> Found:  # noqa: ARG002
        chosen = navigation.suggest(text, language)
        word = "menu" if chosen and chosen[0] == "start" else chosen and chosen[0]
        return [(word, chosen[1])] if chosen and word in navigation.WORDS else []


@dataclass(frozen=True, slots=True)
class Topic:
    name: str = "topic"

    def read(self, text: str, language: str | None, country: str | None, question: str | None, /) -> Found:  # noqa: ARG002
        return topics.suggest(text, language)


@dataclass(frozen=True, slots=True)
class Crisis:
    name: str = "crisis"

    def read(self, text: str, language: str | None, country: str | None, question: str | None, /) -> Found:  # noqa: ARG002
        return crisis.find(text)


@dataclass(frozen=True, slots=True)
class Answer:
    """Several values of one answer, as for "1, 3", come in their order with the same confidence."""

    name: str = "answer"

    def read(self, text: str, language: str | None, country: str | None, question: str | None, /) -> Found:  # noqa: ARG002
        return list(answers.find(question, text, language)) if question else []


@dataclass(frozen=True, slots=True)
class Place:
    """The names of towns and villages; where several have the name, it is said once."""

    name: str = "place"

    def read(self, text: str, language: str | None, country: str | None, question: str | None, /) -> Found:  # noqa: ARG002
        known = country if country in places.COUNTRIES else None
        found: dict[str, float] = {}
        for guess in places.find(text, known, most=12):
            found.setdefault(guess.place.name, guess.confidence)
        return list(found.items())[:6]


def installed() -> Mapping[str, Recogniser]:
    """Those of this installation, by name: a new one is one line here."""
    found: tuple[Recogniser, ...] = (
        Language(),
        Topic(),
        Words(),
        Crisis(),
        Answer(),
        Place(),
    )
    return {recogniser.name: recogniser for recogniser in found}

"""Places that an operator names: the gazetteer's, so that what people write finds them. A slip is refused."""

from __future__ import annotations

from collections.abc import Sequence

from bot.problem import Problem
from locales import places
from locales.folding import fold
from storage.places import Placed

SURE = 0.9
"""Confidence from which a name is taken without a question: that of an exact name, or of another spelling of it."""


def named(words: Sequence[str], country: str | None) -> list[Placed]:
    """Each with its code; of places of one name the largest, unless the region is named too ("Husum, Niedersachsen").

    What is like no place we know stands for itself: a hamlet, a parish, a quarter. Raises `Problem` where it is
    nearly the name of one.
    """
    return [_named(" ".join(one.split()), country) for one in words]


def _named(word: str, country: str | None) -> Placed:
    guesses = _guesses(word, country)
    if not guesses:
        return Placed(word)
    first = guesses[0]
    if first.confidence < SURE and not _spelt_so(word, first.place):
        likely = ", or ".join(dict.fromkeys(_said(one, guesses) for one in guesses[:5]))
        raise Problem(f"{word[:60]} is no place we know. Did you mean {likely}?")
    return Placed(_said(first, guesses), first.place.code)


def known(words: Sequence[str], country: str | None) -> list[Placed]:
    """What was taken under such a name: the place that it means, and the mere words."""
    found = [Placed(word, one.place.code) for word in words for one in _guesses(word, country)[:1]]
    return [*found, *map(Placed, words)]


def _guesses(word: str, country: str | None) -> list[places.Guess]:
    return places.find(word, country if country in places.COUNTRIES else None)


def _spelt_so(word: str, place: places.Place) -> bool:
    """As it is written there, or that and the region."""
    left = fold(word)
    for part in (*sorted(place.names, key=len, reverse=True), place.area):
        left = left.replace(fold(part), "")
    return not left.strip() and any(fold(name) in fold(word) for name in place.names)


def _said(guess: places.Guess, guesses: Sequence[places.Guess]) -> str:
    """Its name, and the region where there is another of that name."""
    same = [one for one in guesses if one.place.name == guess.place.name]
    return f"{guess.place.name} ({guess.place.area})" if len(same) > 1 else guess.place.name

"""By what a place is known: it is stored sealed, and compared by its keyed hash.

Where the gazetteer knows it, that is the hash of its code, so that "vaasa", "Vasa" and «Вааса» are one place; where it
does not, that of the words.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from dialogs.terms import Answer
from storage import sealed


@dataclass(frozen=True, slots=True)
class Placed:
    """A place as it was named, and the gazetteer's code of it, where it has one."""

    name: str
    code: str | None = None

    @property
    def hashed(self) -> bytes:
        return place_hash(self.name) if self.code is None else sealed.current().hash("place", f"#{self.code}")

    @property
    def hashes(self) -> tuple[bytes, ...]:
        """By all that it may be stored under: as the gazetteer knows it, and as mere words, which it did not know."""
        return tuple(dict.fromkeys((self.hashed, place_hash(self.name))))


def placed(named: str | Placed) -> Placed:
    return named if isinstance(named, Placed) else Placed(named)


def place_hash(place: str) -> bytes:
    """By which words that name a place are found: however they are written large or small, with or without marks."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", place) if not unicodedata.combining(sign))
    return sealed.current().hash("place", " ".join(bare.casefold().split()))


def answered(answer: Answer | None) -> Placed | None:
    """The place that an answer names; None where it was skipped."""
    if answer is None or answer.value is None:
        return None
    return Placed(answer.value, answer.places[0].code if answer.places else None)

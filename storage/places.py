"""By what a place is known: it is stored sealed, and compared by its keyed hash."""

from __future__ import annotations

import unicodedata

from storage import sealed


def place_hash(place: str) -> bytes:
    """By which a place is found: however it is written large or small, with or without its marks."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", place) if not unicodedata.combining(sign))
    return sealed.current().hash("place", " ".join(bare.casefold().split()))

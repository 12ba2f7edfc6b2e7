"""The last row of a page as text for an address: numbers only, nothing personal."""

from __future__ import annotations


def written(*numbers: int) -> str:
    return ".".join(map(str, numbers))


def read(text: str, count: int) -> list[int]:
    """`count` numbers that `written` wrote. Raises ValueError where `text` never was a cursor."""
    parts = text.split(".")
    if len(parts) != count or not all(part.isdecimal() and part.isascii() and len(part) < 18 for part in parts):
        raise ValueError("not a place in the list")
    return [int(part) for part in parts]

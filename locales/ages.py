"""From which age somebody may agree alone to what rests on consent, by country (data/ages.toml)."""

from __future__ import annotations

from functools import cache

from locales.source import DATA, read_toml


@cache
def of(country: str | None) -> int:
    """Years. The regulation's own age where the country (ISO 3166-1) is unknown."""
    known = read_toml(DATA / "ages.toml")
    return int(known.get(country or "", known["unknown"])["age"])

"""The towns and villages of nine countries, as they are written there (data/places, made by `make places`).

Each country is read when it is first asked for (Germany: 0.2 s, 20 MB; all nine: 0.4 s, 30 MB); not on an event loop.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from sys import intern
from threading import Lock

from locales.endings import stems
from locales.folding import fold
from locales.sounds import loose, skeleton
from locales.source import DATA

FOLDER = DATA / "places"
COUNTRIES = ("DE", "DK", "EE", "FI", "LT", "LV", "NO", "PL", "SE")
"""ISO 3166-1; each has a file."""


@dataclass(frozen=True, slots=True)
class Place:
    """A town or village. `name` is official, two official names joined by " / ", the one that more people use first."""

    code: str  # stable: the country and GeoNames' number, "FI-632978"
    name: str
    country: str
    region: str  # ISO 3166-2; in Latvia the municipality
    area: str  # what the region is called there
    latitude: float
    longitude: float
    population: int
    exact: bool  # False: the point is that of a neighbouring town

    @property
    def names(self) -> list[str]:
        """Each official name."""
        return self.name.split(" / ")

    def distance(self, other: Place) -> float:
        """In kilometres."""
        return kilometres((self.latitude, self.longitude), (other.latitude, other.longitude))


class Gazetteer:
    """One country, and the forms under which its places are found: 2 × row, + 1 where the name is not official."""

    def __init__(self, country: str) -> None:
        self.country = country
        self.places: list[Place] = []
        self.names: dict[str, tuple[int, ...]] = {}
        self.loose: dict[str, tuple[int, ...]] = {}
        self.stems: dict[str, tuple[int, ...]] = {}
        self.sounds: dict[str, tuple[int, ...]] = {}
        self._heard: list[str] = []
        with (FOLDER / f"{country}.tsv").open(encoding="utf-8") as file:
            for line in file:
                self._add(line.rstrip("\n").split("\t"))

    def sound(self, number: int) -> list[str]:
        """How the official names of a place sound, in the letters of `locales.sounds`."""
        return self._heard[number >> 1].split("|")

    def _add(self, values: list[str]) -> None:
        number, name, region, latitude, longitude, population, names, sounds, spellings = values
        code, _, area = region.partition(" ")
        own = number.removeprefix(f"{self.country.lower()}-")
        point = (float(latitude), float(longitude))
        row, other = (2 * len(self.places),), (2 * len(self.places) + 1,)  # shared by all forms of the place
        where = (self.country, intern(code), intern(area))
        self.places.append(Place(f"{self.country}-{own}", name, *where, *point, int(population), number.isdecimal()))
        self._heard.append(sounds)
        for key in names.split("|"):
            _put(self.names, key, row)
            _put(self.loose, loose(key), row)
            for stem in stems(key):
                _put(self.stems, stem, row)
        for heard in sounds.split("|"):
            _put(self.sounds, skeleton(heard), row)
        for key in spellings.split("|") if spellings else ():
            _put(self.names, key, other)
            if not key.isascii():  # a foreign name in Latin letters is seldom declined
                for stem in stems(key)[1:]:
                    _put(self.stems, stem, other)


def joined(text: str) -> str:
    """Folded, and without the gaps that some write as a hyphen, some as a space and some not at all."""
    return fold(text).replace(" ", "")


def _put(index: dict[str, tuple[int, ...]], key: str, row: tuple[int]) -> None:
    known = index.get(key)
    if known is None:
        index[key] = row
    elif all(row[0] >> 1 != other >> 1 for other in known):
        index[key] = known + row


_known: dict[str, Gazetteer] = {}
_loading = Lock()


def gazetteer(country: str) -> Gazetteer:
    """The places of a country of `COUNTRIES`, read once, whichever thread comes first."""
    if country not in _known:
        with _loading:
            if country not in _known:
                _known[country] = Gazetteer(country)
    return _known[country]


def place(code: str) -> Place | None:
    """The place of that code; None where there is none (any more)."""
    country = code.partition("-")[0]
    return _codes(country).get(code) if country in COUNTRIES else None


@cache
def _codes(country: str) -> dict[str, Place]:
    return {one.code: one for one in gazetteer(country).places}


def nearest(latitude: float, longitude: float, countries: tuple[str, ...] = COUNTRIES) -> Place | None:
    """The place whose point is nearest, at most 40 km away: what remains of a shared location (domain.md 3.6).

    A town counts as nearer than a hamlet beside it: a point at the edge of a town is in that town.
    """
    best: tuple[float, Place] | None = None
    for one in _within(latitude, longitude, countries):
        away = kilometres((latitude, longitude), (one.latitude, one.longitude))
        weighed = away - math.log10(one.population + 1)
        if away <= 40 and (best is None or weighed < best[0]):
            best = (weighed, one)
    return best and best[1]


def _within(latitude: float, longitude: float, countries: tuple[str, ...]) -> Iterator[Place]:
    """A box of 40 km and more around the point."""
    wide = 0.4 / max(math.cos(math.radians(latitude)), 0.1)
    for country in countries:
        for one in gazetteer(country).places:
            if one.exact and abs(one.latitude - latitude) < 0.4 and abs(one.longitude - longitude) < wide:
                yield one


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Between two points of latitude and longitude, on a sphere."""
    (a, b), (c, d) = ((math.radians(x), math.radians(y)) for x, y in (one, other))
    part = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742 * math.asin(math.sqrt(part))

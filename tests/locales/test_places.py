"""Places that are meant by what people type, and what of the gazetteer the code relies on."""

from __future__ import annotations

import re

import pytest

from locales import places
from locales.gazetteer import COUNTRIES, gazetteer, nearest, place

MEANT = [
    ("FI", "vaasa", "Vaasa / Vasa"),
    ("FI", "Vasa", "Vaasa / Vasa"),
    ("FI", "Вааса", "Vaasa / Vasa"),
    ("FI", "asun Seinäjoella", "Seinäjoki"),
    ("FI", "HELSINGISSA", "Helsinki / Helsingfors"),
    ("EE", "20 km from Kuressaare", "Kuressaare"),
    ("EE", "в Нарве", "Narva"),
    ("EE", "Kassari, Hiiumaa", "Kassari"),
    ("LV", "рядом с Даугавпилсом", "Daugavpils"),
    ("LV", "Rīgā", "Rīga"),
    ("LT", "Klaipėdoje", "Klaipėda"),
    ("LT", "netoli Kauno", "Kaunas"),
    ("PL", "w Nowym Sączu", "Nowy Sącz"),
    ("PL", "Danzig", "Gdańsk"),
    ("SE", "Мальмё", "Malmö"),
    ("NO", "tromsoe", "Tromsø"),
    ("DK", "Toender", "Tønder"),
    ("DE", "Dorf bei Husum", "Husum"),
    ("DE", "Witzwort bei Husum", "Witzwort"),
    ("DE", "a village near Heide", "Heide"),
    ("DE", "قرب هايده", "Heide"),
    ("DE", "Ниебюллем", "Niebüll"),
    ("DE", "Hsuum", "Husum"),
    ("DE", "Brunsbutel", "Brunsbüttel"),
    ("DE", "ሃምቡርግ", "Hamburg"),
    (None, "Breslau", "Wrocław"),
]


@pytest.mark.parametrize(("country", "text", "name"), MEANT)
def test_the_place_that_is_meant_comes_first(country: str | None, text: str, name: str) -> None:
    assert places.find(text, country)[0].place.name == name


@pytest.mark.parametrize(
    "text", ["", "…", "keine Ahnung", "hilfe", "hello there", "I need a doctor", "London", "не хочу говорить", "12345"]
)
def test_what_is_no_place_is_none(text: str) -> None:
    assert places.find(text, "DE") == []


def test_of_places_of_one_name_the_larger_comes_first_unless_something_near_is_named() -> None:
    assert [guess.place.area for guess in places.find("Husum", "DE")] == ["Schleswig-Holstein", "Niedersachsen"]
    assert places.find("Husum bei Nienburg", "DE")[0].place.area == "Niedersachsen"


def test_an_ambiguous_name_is_less_sure() -> None:
    sure, unsure = places.find("Flensburg", "DE")[0], places.find("Neustadt", "DE")[0]
    assert sure.confidence > 0.95 > unsure.confidence


def test_a_point_becomes_the_place_it_is_in_and_none_far_from_all() -> None:
    found = nearest(63.1, 21.62)
    assert found is not None
    assert found.name == "Vaasa / Vasa"
    assert nearest(0.0, 0.0) is None


def test_a_village_of_ours_takes_no_point_for_its_own() -> None:
    kassari = places.find("Kassari", "EE")[0].place
    assert not kassari.exact
    assert nearest(kassari.latitude, kassari.longitude) == places.find("Käina", "EE")[0].place


@pytest.mark.parametrize("country", COUNTRIES)
def test_each_line_is_whole(country: str) -> None:
    codes = set()
    for one in gazetteer(country).places:
        assert one.code not in codes
        codes.add(one.code)
        assert place(one.code) is one
        assert all(name.strip() == name and name for name in one.names)
        assert re.fullmatch(rf"{country}-\w{{1,3}}", one.region), one
        assert one.area
        assert 53 < one.latitude < 81 or country in ("DE", "PL")
    assert len(codes) > 500


def test_a_code_that_is_none_has_no_place() -> None:
    assert place("DE-0") is None
    assert place("XX-1") is None

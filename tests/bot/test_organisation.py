"""`sempre organisation …` and what `sempre staff …` changes: who is where, as what, and what nobody would see."""

from __future__ import annotations

import re
from pathlib import Path

from tests.command import here, lines

ADA = "ada@example.org"
BO = "bo@example.org"


def test_organisations_their_places_and_who_works_there(tmp_path: Path) -> None:
    def sempre(*words: str) -> tuple[int, str]:
        done = here(tmp_path, *words, organisation="Diakonie")
        return done.code, done.out + done.err

    assert sempre("organisation", "list") == (0, "Diakonie: the service's own · all places\n")
    added = ("organisation", "add", " Caritas  Heide ", "--level", "local", "--place", "Heide", "--place", "Büsum")
    assert sempre(*added) == (0, "Caritas Heide: local · Büsum, Heide\n")
    assert sempre(*added)[0] == 1
    assert sempre("organisation", "add", "Hilfe", "--level", "national")[0] == 2
    assert sempre("organisation", "add", "Diakonie", "--level", "local")[0] == 1
    code, said = sempre("organisation", "add", "Hilfe", "--level", "regional", "--place", "BUSUM")
    assert (code, said.startswith("sempre: Büsum is another organisation's. ")) == (1, True)
    assert sempre("organisation", "places", "Caritas Heide", "--without", "büsum", "--place", "Husum")[0] == 0
    assert sempre("organisation", "places", "Nobody", "--place", "Husum")[0] == 1
    assert sempre("organisation", "list")[1].endswith("Caritas Heide: local · Heide, Husum (Schleswig-Holstein)\n")
    code, said = sempre("organisation", "places", "Caritas Heide", "--place", "Weselburn")
    assert (code, said) == (1, "sempre: Weselburn is no place we know. Did you mean Wesselburen?\n")
    assert sempre("organisation", "places", "Caritas Heide", "--place", "Hof Nirgends an der Quarz")[0] == 0
    assert sempre("organisation", "places", "Caritas Heide", "--without", "Hof Nirgends an der Quarz")[0] == 0

    assert sempre("staff", "list")[1].startswith("Nobody works here yet.")
    new = ("staff", "add", ADA, "--role", "caseworker", "--organisation", "Caritas Heide", "--place", "Heide")
    assert sempre(*new)[0] == 0
    assert sempre(*new)[0] == 1  # an account that is there is not moved by the way
    assert sempre("staff", "add", BO, "--role", "administrator", "--organisation", "Nobody")[0] == 1
    assert sempre("staff", "add", BO, "--role", "administrator", "--organisation", "Diakonie")[0] == 0
    assert sempre("staff", "list")[1] == lines(
        f"{ADA}: caseworker · Caritas Heide · Heide · never signed in",
        f"{BO}: administrator · Diakonie · all places · never signed in",
    )
    said = sempre("doctor")[1]
    assert "warning  staff      nobody of Caritas Heide is named for safeguarding, so every caseworker sees" in said
    assert "warning  staff      everybody of Caritas Heide works in certain places" in said
    _changed(tmp_path)


def _changed(folder: Path) -> None:
    for words, code, said in (
        (("places", ADA, "Heide", "Wesselburen"), 0, f"{ADA} works in Heide; Wesselburen.\n"),
        (("places", ADA), 0, f"{ADA} works in all places of their organisation.\n"),
        (("safeguarding", ADA, "on"), 0, f"{ADA} sees cases of safeguarding.\n"),
        (("safeguarding", ADA, "perhaps"), 2, ""),
        (("safeguarding", BO, "on"), 1, ""),
        (("role", BO, "chief"), 2, ""),
        (("role", BO, "coordinator,analyst"), 0, f"{BO} works as coordinator,analyst now.\n"),
        (("organisation", BO, "Caritas Heide"), 0, f"{BO} works for Caritas Heide now.\n"),
        (("disable", BO), 0, f"{BO} is not let in any more.\n"),
        (("disable", "nobody@example.org"), 1, ""),
    ):
        done = here(folder, "staff", *words, organisation="Diakonie")
        assert (done.code, done.out) == (code, said), (words, done.err)
    listed = here(folder, "staff", "list", organisation="Diakonie").out
    assert listed == lines(
        f"{ADA}: caseworker · Caritas Heide · all places · safeguarding · never signed in",
        f"{BO}: coordinator,analyst · Caritas Heide · all places · never signed in · not let in",
    )
    said = here(folder, "doctor", organisation="Diakonie", second_factor="optional").out
    assert re.findall(r"  staff  +(.*)", said) == ["the second factor is optional"]
    assert here(folder, "staff", "reset-second-factor", ADA, organisation="Diakonie").code == 0
    assert here(folder, "staff", "enable", BO, organisation="Diakonie").code == 0

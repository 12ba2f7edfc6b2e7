"""The printed shares are only worth something if they are counted rightly."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.understanding.counting import answer, crisis, language, mean, place, topic
from tests.understanding.sets import Asked, BadSet, Case, read


def asked(text: str, expected: str, further: str, *found: tuple[str, float]) -> Asked:
    return Asked(Case("de", text, expected, further), list[tuple[str, float]](found), 0.1)


def test_a_language_counts_by_the_number_of_words_and_a_stranger_by_not_being_claimed() -> None:
    figures = language(
        [asked("hilfe", "de", "", ("de", 0.9)), asked("ich brauche hilfe", "de", "", ("da", 0.9), ("de", 0.1))]
    )
    assert (figures["1"], figures["2–3"], figures["4–7"]) == (1.0, 0.0, None)
    assert (figures["among 3"], figures["sure"], figures["sure, right"]) == (1.0, 1.0, 0.5)
    assert language([asked("hulp", "nl", "", ("de", 0.79)), asked("x", "nl", "", ("-", 1.0))])["claimed"] == 0.0


def test_both_values_of_an_answer_are_wanted_in_any_order() -> None:
    right = asked("beides", "time room", "have", ("room", 1.0), ("time", 1.0))
    half = asked("beides", "time room", "have", ("room", 1.0), ("skills", 1.0))
    assert answer([right, half, asked("was", "-", "have")]) == {"#": 3, "right": 0.5, "left alone": 1.0}


def test_a_field_counts_once_among_three() -> None:
    figures = topic([asked("x", "WRK.job", "", ("MOB.no_bus", 0.5), ("MOB.no_car", 0.2), ("WRK.rights", 0.1))])
    assert (figures["detail, 3"], figures["field"], figures["field, 3"]) == (0.0, 0.0, 1.0)


def test_danger_near_misses_and_ordinary_messages_are_counted_apart() -> None:
    figures = crisis(
        [asked("a", "die", "", ("now", 1.0)), asked("b", "-", "near", ("die", 1.0)), asked("c", "-", "plain")]
    )
    assert figures == {"#": 3, "raised": 1.0, "right class": 0.0, "near raised": 1.0, "plain raised": 0.0}


def test_one_of_two_official_names_is_enough() -> None:
    assert place([asked("åbo", "Turku / Åbo", "", ("Åbo", 0.9))])["first"] == 1.0


def test_every_group_counts_the_same_in_the_mean() -> None:
    assert mean([{"#": 90, "right": 1.0}, {"#": 10, "right": 0.5}, {"#": 5, "right": None}]) == {
        "#": 105,
        "right": 0.75,
    }


def test_a_line_that_is_no_case_is_named_without_its_text(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "de.tsv").write_text("# By a reader.\n\nhilfe\thelp\ngeheim\n", encoding="utf-8")
    with pytest.raises(BadSet, match=r"words/de\.tsv, line 4") as bad:
        read("words", tmp_path)
    assert "geheim" not in str(bad.value)

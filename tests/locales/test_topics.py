"""Topics told in words: the lists are whole, and what people write finds its detail, whatever the language."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from locales import embedding, topic_model, topics
from locales.folding import fold
from locales.source import DATA, read_toml

LISTS = sorted((DATA / "topics").glob("*.toml"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_list_says_something_about_every_detail(path: Path) -> None:
    told = {
        f"{field}.{detail}": entry for field, details in read_toml(path).items() for detail, entry in details.items()
    }
    assert set(told) == set(topics.codes())
    assert not [code for code, entry in told.items() if len(set(entry["examples"])) < 6 or len(entry["keywords"]) < 2]
    # A keyword that more than two details claim says none of them.
    claimed = Counter(keyword for entry in told.values() for keyword in {fold(one) for one in entry["keywords"]})
    assert not [keyword for keyword, times in claimed.items() if times > 2]


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("the bus does not come on sundays", "en", "MOB.no_bus"),
        ("MEINE WOHNUNG IST GEKÜNDIGT WORDEN", "de", "HOM.lose"),
        ("kaipaan jotakuta kahvittelemaan luonani", "fi", "PEO.visit"),
        ("где можно выучить немецкий", "ru", "LRN.lang"),
        ("ضاع جواز سفري", "ar", "PPR.id"),
        ("potrzebuję tłumacza u lekarza", None, "PPR.interp"),
        ("me duelen los dientes", "es", "HEA.dentist"),
    ],
)
def test_words_find_their_detail(text: str, language: str | None, code: str) -> None:
    (best, confidence), *others = topics.suggest(text, language)
    assert best == code
    assert 1 >= confidence > others[0][1] > 0
    assert len(others) == topics.SHOWN - 1


def test_only_the_first_words_are_read() -> None:
    begins = "the dentist takes no new patients and my tooth hurts very much " * 3
    assert topics.suggest(begins + "the bus " * 500, "en") == topics.suggest(begins + "my rent " * 500, "en")


@pytest.mark.parametrize("text", ["", "  ", "12", "👍🏽", "?!"])
def test_no_letters_say_nothing(text: str) -> None:
    assert topics.suggest(text) == []


def test_what_it_cannot_know_it_says_with_doubt() -> None:
    assert topics.suggest("hello", "en")[0][1] < 0.4


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("I need a dentist", "en", "HEA.dentist"),
        ("meine Zähne", "de", "HEA.dentist"),
        ("bussia ei ole", "fi", "MOB.no_bus"),
        ("والصيدلية بعيدة", "ar", "HEA.medicine"),
        ("xyzzy", None, topics.codes()[0]),
    ],
)
def test_without_the_model_words_serve(text: str, language: str | None, code: str) -> None:
    assert topics.suggest(text, language, by_meaning=False)[0][0] == code


def test_a_processor_that_cannot_run_it_is_named(tmp_path: Path) -> None:
    old = tmp_path / "cpuinfo"
    old.write_text("flags : sse2 fma\n")
    assert embedding.missing(old) == "the recogniser of topics needs a processor with AVX2"
    assert embedding.missing(tmp_path / "none") is not None
    old.write_text("flags : sse2 fma avx2\n")
    assert embedding.missing(old) is None


def test_the_model_was_made_of_todays_examples() -> None:
    assert topic_model.read().made_of == topics.digest(), "make topics"


def test_the_same_examples_make_the_same_file(tmp_path: Path) -> None:
    about = ["the bus is gone", "no bus today", "my tooth hurts", "the dentist is far"]
    codes = ["MOB.no_bus", "MOB.no_bus", "HEA.dentist", "HEA.dentist"]
    raw = embedding.vectors(about)
    for name in ("one", "other"):
        topic_model.write(topic_model.fitted(raw, ["en", "en", "en", "en"], codes, "four"), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
    scores = topic_model.read(tmp_path / "one").scores(embedding.vectors(["the bus does not come"]))[0]
    assert scores[1] > scores[0]  # codes in alphabetical order

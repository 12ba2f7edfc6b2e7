"""The catalogue as a talk uses it: texts with isolated values, labels, promises, numbers to call."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

import locales
from dialogs.schema import load_english
from dialogs.terms import Words
from locales import bidi, languages, texts
from locales.calendar import OfficeHours
from locales.source import dialog_texts, messages

NOW = datetime(2026, 4, 30, 9, tzinfo=UTC)
FSI, PDI, RLM = bidi.FSI, bidi.PDI, bidi.RLM


def catalogue(
    *offered: str, country: str | None = "LV", confirmed: tuple[str, ...] = (), now: datetime = NOW
) -> locales.Catalogue:
    return locales.load(
        offered or ("en", "ar"),
        organisation="Diakonie Heide",
        country=country,
        time_zone=ZoneInfo("Europe/Riga"),
        office_hours=OfficeHours.parse("mo-fr 9-16"),
        confirmed=confirmed,
        clock=lambda: now,
    )


WORDS = catalogue()


def test_it_is_what_the_engine_asks_for() -> None:
    words: Words = WORDS
    assert tuple(words.languages) == ("en", "ar")
    assert [topic.code for topic in words.topics][:2] == ["HEA", "CAR"]


def test_the_contexts_are_those_of_the_dialogs() -> None:
    known = load_english()
    assert {context: (text,) for context, text in known.items()} == {
        context: source.forms
        for context, source in messages().items()
        if not context.startswith(("topic.", "detail.", "help.", "web.", "mydata."))
    }


@pytest.mark.parametrize(
    ("language", "context", "values", "expected"),
    [
        ("en", "need.urgency:week", {}, "This week"),
        ("ar", "need.urgency:week", {}, "هذا الأسبوع"),
        (
            "en",
            "phrase.added",
            {"reference": "N-7KM-4QX"},
            f"Thank you. I have added your words to {FSI}N-7KM-4QX{PDI}.",
        ),
        ("ar", "phrase.added", {"reference": "N-7KM-4QX"}, f"شكرًا لك. لقد أضفت كلماتك إلى {FSI}N-7KM-4QX{PDI}."),
        ("en", "need.consent.1", {}, f"I am a computer program. I work for {FSI}Diakonie Heide{PDI}."),
        ("en", "phrase.your_answer", {"answer": "a\nb"}, f"Your answer was: {FSI}a{PDI}\n{FSI}b{PDI}"),
        ("ar", "phrase.line", {"label": "متى", "value": "2"}, f"{RLM}{FSI}متى{PDI}: {FSI}2{PDI}"),
        ("ar", "need.check.2", {"summary": "a\nب"}, f"{RLM}{FSI}a{PDI}\n{RLM}{FSI}ب{PDI}"),
        ("de", "need.urgency:week", {}, "This week"),  # not offered: the first language that is
    ],
)
def test_a_text_holds_its_values_isolated(
    language: str, context: str, values: dict[str, str | int], expected: str
) -> None:
    assert WORDS.text(language, context, **values) == expected


def test_an_unknown_context_and_a_missing_value_are_faults_of_the_program() -> None:
    with pytest.raises(KeyError):
        WORDS.text("en", "need.nothing")
    with pytest.raises(KeyError, match="reference"):
        WORDS.text("en", "phrase.added")


@given(st.text(alphabet=st.sampled_from("aب1 \n\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\u200f{}")))
def test_no_value_reaches_the_text_around_it(value: str) -> None:
    for language in ("en", "ar"):
        text = WORDS.text(language, "phrase.your_answer", answer=value)
        assert bidi.is_balanced(text)
        assert text.count("{") == value.count("{")


@given(st.text(), st.sampled_from(["phrase.line", "need.check.2", "phrase.request", "phrase.your_answer"]))
def test_every_line_of_arabic_starts_right_to_left(value: str, context: str) -> None:
    values = dict.fromkeys(("label", "value", "summary", "reference", "state", "answer"), value)
    for line in WORDS.text("ar", context, **values).split("\n"):
        assert not line or line.startswith(RLM) or bidi.first_strong(line[0]) in ("R", "AL")


def test_every_text_can_be_said_in_every_language() -> None:
    names = "reference date answer answers label value state summary topic detail words what language number hours who"
    more = "when name n until button country area typed place"
    values = dict.fromkeys(f"{names} {more}".split(), "x")
    for language in WORDS.languages:
        for context in messages():
            text = WORDS.text(language, context, **values)
            assert text
            assert bidi.is_balanced(text)


def test_languages_call_themselves_by_their_own_name() -> None:
    assert WORDS.own_name("ar") == "العربية"
    assert WORDS.own_name("fa-AF") == "دری"
    assert WORDS.own_name("xx") == "xx"
    assert all(language.rtl == (language.script == "Arab") for language in languages.known().values())


def test_labels_and_numbers_are_compared_folded() -> None:
    assert WORDS.label("ar", "الصِّحَّة") == WORDS.label("ar", WORDS.text("ar", "topic.HEA"))
    assert WORDS.label("en", "THIS week " * 20) == WORDS.label("en", "this WEEK " * 20)
    assert WORDS.number("٣") == 3


def test_a_promise_is_a_date_and_its_words() -> None:
    assert WORDS.promise("en", "U1", NOW) == (date(2026, 5, 5), "Tuesday 5 May")
    assert WORDS.promise("ar", "U1", NOW) == (date(2026, 5, 5), "الثلاثاء 5 أيار/مايو")
    assert WORDS.promise("en", "U3", datetime(2026, 12, 23, 9, tzinfo=UTC))[1] == "Tuesday 12 January 2027"


def test_a_day_is_that_of_the_office_and_says_the_year_if_it_is_another() -> None:
    assert WORDS.day("en", datetime(2026, 5, 3, 22, 30, tzinfo=UTC)) == "Monday 4 May"
    assert WORDS.day("en", date(2025, 12, 31)) == "Wednesday 31 December 2025"


def test_help_lines_say_what_they_are_and_when_somebody_answers() -> None:
    words = catalogue(country="EE")
    assert words.help_lines("en", ["die", "hurt", "child"]) == (
        f"{FSI}Emergency{PDI}: {FSI}112{PDI}",
        f"{FSI}Someone to talk to{PDI}: {FSI}116 123{PDI} ({FSI}10–24{PDI})",
        f"{FSI}Violence at home{PDI}: {FSI}116 006{PDI} (day and night)",
        f"{FSI}Help for children{PDI}: {FSI}116 111{PDI}",
    )
    assert words.help_lines("ar", [])[0] == f"{RLM}{FSI}الطوارئ{PDI}: {FSI}112{PDI}"


def test_an_unconfirmed_number_is_hidden_until_the_operator_confirms_it() -> None:
    assert len(catalogue(country="DE").help_lines("en", ["die"])) == 1
    assert "116 123" in catalogue(country="DE", confirmed=("DE:116123",)).help_lines("en", ["die"])[1]


def test_the_office_is_watched_in_its_hours() -> None:
    assert WORDS.watched(NOW)
    assert not WORDS.watched(datetime(2026, 5, 3, 9, tzinfo=UTC))


def test_without_a_choice_all_complete_languages_are_offered() -> None:
    assert locales.complete()[:1] == ("en",)
    words = locales.load(
        (), organisation="x", country=None, time_zone=ZoneInfo("UTC"), office_hours=OfficeHours.parse("mo 9-10")
    )
    assert tuple(words.languages) == locales.complete()
    assert "ar" in words.languages
    assert words.day("en", datetime.now(UTC))  # the clock is the machine's, if none is given


def test_an_incomplete_language_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(locales.Incomplete, match=r"'sv' are not complete: .* and \d+ more"):
        catalogue("en", "sv")
    with pytest.raises(locales.Incomplete, match="'xx'"):
        catalogue("xx")
    for damage in (('msgstr "هذا الأسبوع"', 'msgstr ""'), ('msgid "This week"', 'msgid "Next week"')):
        path = texts.po_path("ar", folder=tmp_path)
        path.parent.mkdir(parents=True, exist_ok=True)
        whole = texts.po_path("ar").read_text(encoding="utf-8")
        assert damage[0] in whole
        path.write_text(whole.replace(*damage), encoding="utf-8")
        assert texts.read("ar", folder=tmp_path).missing == ("need.urgency:week",)
        assert locales.complete(tmp_path) == ("en",)


@pytest.mark.parametrize(
    ("language", "number", "form"),
    [
        ("ar", 0, "zero"),
        ("ar", 1, "one"),
        ("ar", 2, "two"),
        ("ar", 5, "few"),
        ("ar", 11, "many"),
        ("ar", 100, "other"),
        ("en", 1, "one"),
        ("en", 2, "other"),
        ("lv", 0, "zero"),
        ("lv", 11, "zero"),
        ("lv", 21, "one"),
        ("pl", 22, "few"),
        ("pl", 5, "many"),
    ],
)
def test_a_number_chooses_the_plural_form(language: str, number: int, form: str) -> None:
    assert texts.Texts(language, {"x": texts.categories(language)}).find("x", number) == form


def test_a_source_may_count() -> None:
    data = {"name": "phrases", "phrase": {"days": {"one": "{n} day", "other": "{n} days"}}}
    (source,) = dialog_texts(data)
    assert (source.context, source.forms) == ("phrase.days", ("{n} day", "{n} days"))
    assert texts.Texts("en", {source.context: source.forms}).find("phrase.days", 1) == "{n} day"


def test_the_panel_has_its_own_domain() -> None:
    assert texts.po_path("ar", "staff").name == "staff.po"

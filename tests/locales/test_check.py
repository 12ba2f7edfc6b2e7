"""The checks, each proven by a catalogue that breaks its rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from locales import check, texts
from locales.source import Source, english

AR_PLURALS = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
SOURCES = (
    Source("need.week.1", ("Hello {org}.",)),
    Source("need.week.2", ("Do you want that?",)),
    Source("need.week:now", ("Now",)),
    Source("need.week:later", ("Later",)),
    Source("need.week.repair.1", ("Please tap one of the buttons.",)),
    Source("need.week.page.1", ("Who we are?",)),
    Source("button.back", ("Back",)),
    Source("topic.HEA", ("Health",)),
    Source("phrase.days", ("{n} day", "{n} days")),
)
LONG = "كلمة " * 12 + "كلمة."
DAYS = ["لا أيام {n}", "يوم واحد", "يومان", "{n} أيام", "{n} يومًا", "{n} يوم"]
WHOLE: dict[str, str | list[str]] = {
    "need.week.1": "مرحبًا {org}.",
    "need.week.2": "هل تريد ذلك؟",
    "need.week:now": "الآن",
    "need.week:later": "لاحقًا",
    "need.week.repair.1": "يرجى الضغط على أحد الأزرار.",
    "need.week.page.1": "من نحن؟",
    "button.back": "رجوع",
    "topic.HEA": "الصحة",
    "phrase.days": DAYS,
}


def source(domain: str) -> Mapping[str, Source]:
    return {text.context: text for text in SOURCES} if domain == "messages" else {}


def write(folder: Path, translated: Mapping[str, str | list[str]], plurals: str = AR_PLURALS, more: str = "") -> None:
    """An Arabic catalogue of the sources above; `more` is put behind it as it is."""
    header = f'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\nPlural-Forms: {plurals}\\n"\n'
    entries = [_entry(text, translated[text.context]) for text in SOURCES if text.context in translated]
    path = texts.po_path("ar", folder=folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([header, *entries, more]), encoding="utf-8")


def _entry(text: Source, translation: str | list[str]) -> str:
    if isinstance(translation, str):
        return f'msgctxt "{text.context}"\nmsgid "{text.forms[0]}"\nmsgstr "{translation}"\n'
    forms = "".join(f'msgstr[{place}] "{form}"\n' for place, form in enumerate(translation))
    return f'msgctxt "{text.context}"\nmsgid "{text.forms[0]}"\nmsgid_plural "{text.forms[1]}"\n{forms}'


def problems(folder: Path) -> list[str]:
    return check.problems(["ar"], folder, source)


def test_what_is_shipped_is_whole() -> None:
    assert check.problems() == []


def test_a_whole_catalogue_has_no_problem(tmp_path: Path) -> None:
    write(tmp_path, WHOLE)
    assert problems(tmp_path) == []


@pytest.mark.parametrize(
    ("context", "translation", "problem"),
    [
        ("need.week.2", "", "ar: need.week.2: there is no translation [missing]"),
        ("need.week.1", "مرحبًا.", "ar: need.week.1: the placeholders must be org [placeholders]"),
        ("need.week.1", "مرحبًا {organisation}.", "ar: need.week.1: the placeholders must be org [placeholders]"),
        ("need.week.1", "مرحبًا {org.", "ar: need.week.1: the placeholders must be org [placeholders]"),
        ("need.week.2", "هل تريد {n}؟", "ar: need.week.2: the placeholders must be none [placeholders]"),
        ("button.back", "ا" * 21, f"ar: button.back: {'ا' * 21!r} has 21 characters, at most 20 are allowed [length]"),
        ("topic.HEA", "ا" * 25, f"ar: topic.HEA: {'ا' * 25!r} has 25 characters, at most 24 are allowed [length]"),
        (
            "need.week:now",
            "👍" * 13,
            f"ar: need.week:now: {'👍' * 13!r} has 26 characters, at most 24 are allowed [length]",
        ),
        ("need.week:now", "لاحقا", "ar: need.week:later: reads the same as need.week:now [labels]"),
        (
            "need.week.1",
            "مرحبًا \u2068{org}.",
            "ar: need.week.1: an isolate is not closed, or the direction is overridden [isolates]",
        ),
        (
            "need.week.1",
            "مرحبًا \u202e{org}.",
            "ar: need.week.1: an isolate is not closed, or the direction is overridden [isolates]",
        ),
        ("need.week.1", "Hallo {org} مرحبًا.", "ar: need.week.1: the text begins left-to-right [direction]"),
        ("need.week.1", "هل {org} هنا؟", "ar: need.week: 2 question marks, one prompt asks one thing [questions]"),
        (
            "need.week.repair.1",
            LONG,
            f"ar: need.week.repair.1: a sentence has 13 words, at most 12 are allowed: {LONG!r} [sentences]",
        ),
        (
            "need.week.repair.1",
            "واحد. اثنان. ثلاثة. أربعة.",
            "ar: need.week.repair.1: at most 3 sentences and 300 characters in a message [sentences]",
        ),
        ("need.week.repair.1", "اضغط 👍 هنا.", "ar: need.week.repair.1: at most one emoji, at the start [emoji]"),
        ("phrase.days", DAYS[:5], "ar: phrase.days: there is no translation [missing]"),
        ("phrase.days", [*DAYS[:5], ""], "ar: phrase.days: there is no translation [missing]"),
        ("phrase.days", [*DAYS[:5], "{m} يوم"], "ar: phrase.days: the placeholders must be n [placeholders]"),
    ],
)
def test_a_broken_text_is_named_with_its_rule(
    tmp_path: Path, context: str, translation: str | list[str], problem: str
) -> None:
    write(tmp_path, {**WHOLE, context: translation})
    assert problem in problems(tmp_path)


def test_a_text_that_is_not_there_is_missing(tmp_path: Path) -> None:
    write(tmp_path, {context: text for context, text in WHOLE.items() if context != "button.back"})
    assert problems(tmp_path) == ["ar: button.back: there is no translation [missing]"]


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        (
            'msgctxt "need.gone"\nmsgid "Gone"\nmsgstr "ذهب"\n',
            "ar: need.gone: the dialogs do not have this text any more [extra]",
        ),
        (
            '#, fuzzy\nmsgctxt "button.back"\nmsgid "Back"\nmsgstr "رجوع"\n',
            "ar: button.back: the translation is marked as fuzzy [missing]",
        ),
        (
            'msgctxt "button.back"\nmsgid "Go back"\nmsgstr "رجوع"\n',
            "ar: button.back: the English text has changed to 'Back' [missing]",
        ),
    ],
)
def test_what_is_left_over_or_out_of_date_is_named(tmp_path: Path, more: str, problem: str) -> None:
    write(tmp_path, {context: text for context, text in WHOLE.items() if context != "button.back"}, more=more)
    assert problem in problems(tmp_path)


@pytest.mark.parametrize(
    "plurals",
    [
        AR_PLURALS.replace("n%100>=11 ? 4 : 5", "n%100>=11 ? 5 : 4"),
        # What Babel writes by itself, with the last two forms the other way round than CLDR:
        AR_PLURALS.replace("n%100>=11 ?", "n%100>=0 && n%100<=2 ?"),
        "nplurals=6; plural=(n = 1);",
    ],
)
def test_the_plural_forms_are_exactly_those_of_cldr(tmp_path: Path, plurals: str) -> None:
    write(tmp_path, WHOLE, plurals)
    expected = "ar: Plural-Forms must give 6 forms in this order: zero, one, two, few, many, other [plurals]"
    assert expected in problems(tmp_path)


def test_there_is_no_form_too_few(tmp_path: Path) -> None:
    write(tmp_path, {**WHOLE, "phrase.days": DAYS[4:]}, "nplurals=2; plural=(n != 1);")
    assert problems(tmp_path) == [
        "ar: phrase.days: there must be a form for each of zero, one, two, few, many, other [plurals]",
        "ar: Plural-Forms must give 6 forms in this order: zero, one, two, few, many, other [plurals]",
    ]


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b"\xff\xfe"),
        lambda path: path.write_text("this is no catalogue"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_problem(tmp_path: Path, damage: Callable[[Path], object]) -> None:
    write(tmp_path, WHOLE)
    damage(texts.po_path("ar", folder=tmp_path))
    (problem,) = problems(tmp_path)
    assert problem.startswith("ar: messages.po cannot be read")


def test_a_language_without_a_catalogue_is_one_problem(tmp_path: Path) -> None:
    assert check.problems(["xx"], tmp_path) == ["xx: there is no catalogue of this language [missing]"]


def test_english_is_held_to_the_same_rules(tmp_path: Path) -> None:
    broken = {"button.back": Source("button.back", ("Back to the question before",))}
    (problem,) = check.problems(["en"], tmp_path, lambda domain: broken if domain == "messages" else {})
    assert problem.endswith("has 27 characters, at most 20 are allowed [length]")


def test_status_counts_what_is_translated(tmp_path: Path) -> None:
    total = len(english())
    shipped = {(line.language, line.domain): line.translated for line in check.status()}
    assert shipped["en", "messages"] == shipped["ar", "messages"] == total
    write(tmp_path, WHOLE)
    found = [
        (line.language, line.translated, line.total) for line in check.status(tmp_path) if line.domain == "messages"
    ]
    assert found == [("en", total, total), ("ar", 2, total)]


def test_a_line_of_status_says_whether_a_native_speaker_has_read_it() -> None:
    assert str(check.Status("en", "messages", 7, 7, None)).endswith("7 of 7 texts  the source")
    assert str(check.Status("ar", "messages", 6, 7, None)).endswith(
        "6 of 7 texts  draft, no native speaker has read it"
    )
    assert str(check.Status("ar", "staff", 7, 7, "2026-05-04")).endswith("read by a native speaker on 2026-05-04")

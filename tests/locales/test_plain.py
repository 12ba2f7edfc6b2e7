"""Plain words: the lists say what to say instead, and our own texts keep to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from locales import plain


@pytest.mark.parametrize(
    ("language", "text", "rule"),
    [
        ("en", "You are eligible for help.", "instead"),
        ("en", "Please submit it.", "instead"),
        ("en", "Submitting is easy.", "instead"),
        ("en", "Come in two weeks.", "instead"),
        ("en", "Your application is here.", "instead"),
        ("en", "Click here.", "same"),
        ("en", "We meet on 03/05.", "dates"),
        ("en", "We meet on 3.5.2026.", "dates"),
        ("de", "Möchtest du Hilfe?", "address"),
        ("de", "Das ist z. B. ein Bus.", "instead"),
        ("de", "Klicken Sie hier.", "same"),
        ("fi", "Tämä on teidän numeronne.", "address"),
        ("fi", "Soita, mikäli tarvitset apua.", "instead"),
        ("ru", "Это твой номер.", "address"),
        ("ru", "Для осуществления помощи", "instead"),
        ("ar", "انقر هنا", "same"),
        ("ar", "المستفيدون", "instead"),
    ],
)
def test_a_hard_word_is_named_with_a_plainer_one(language: str, text: str, rule: str) -> None:
    (line,) = plain.lint(language, text)
    assert line.endswith(f"[{rule}]")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The person at the casement has an invalidity pension."),
        ("en", "Your number is {reference}."),
        ("en", "Version 2.2 of the rules, on Monday 3 May."),
        ("de", "Die Dusche ist kaputt. Was brauchen Sie?"),
        ("ru", "Трижды, и тысяча рублей."),
        ("xx", "Please submit the application."),
    ],
)
def test_a_plain_text_is_left_alone(language: str, text: str) -> None:
    assert list(plain.lint(language, text)) == []


def test_lists_are_read_from_the_folder(tmp_path: Path) -> None:
    (tmp_path / "data" / "plain").mkdir(parents=True)
    (tmp_path / "data" / "plain" / "en.toml").write_text('[same]\n"bus" = ["coach*"]\n', encoding="utf-8")
    assert list(plain.lint("en", "Two coaches", tmp_path)) == ["'coaches': say 'bus' [same]"]

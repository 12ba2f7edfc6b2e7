"""A language is only suggested where it is clear (L1 to L5)."""

from __future__ import annotations

import pytest

from locales import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("أريد مساعدة في إيجاد طبيب", "ar"),
        ("مرحبا", "ar"),
        ("الحافلة لا تأتي", "ar"),
        ("بدي روح عالدكتور", "ar"),
        ("بدي المساعدة في Husum", "ar"),
        ("I need help because there is no bus", "en"),
        ("Where can you help my mother?", "en"),
        ("Hello", "en"),
        ("I don’t know what to do with this letter", "en"),
    ],
)
def test_a_clear_text_is_suggested(text: str, language: str) -> None:
    assert detect.suggest(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "👍",
        "123",
        "ok",
        "Husum",
        "Anna",
        "من به کمک نیاز دارم",  # Persian
        "زه مرستې ته اړتیا لرم",  # Pashto
        "پێویستم بە یارمەتییە",  # Sorani
        "مجھے مدد کی ضرورت ہے",  # Urdu
        "سلام",  # a greeting in many languages
        "Ich brauche Hilfe beim Arzt",
        "Jeg har brug for hjælp til min mor",
        "Man vajag palidzibu",
        "Potrzebuję pomocy",
        "Мне нужна помощь",
        "Waan u baahanahay caawimaad",
        "ሓገዝ የድልየኒ",
    ],
)
def test_anything_else_is_left_open(text: str) -> None:
    assert detect.suggest(text) is None

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
        ("Мне нужна помощь", "ru"),
        ("Здравствуйте!", "ru"),
        ("я не хочу больше жить", "ru"),
        ("он бьёт меня", "ru"),
        ("У нас в деревне нет автобуса", "ru"),
        ("Кто может возить ребёнка к врачу в Husum", "ru"),
        ("I need help because there is no bus", "en"),
        ("Where can you help my mother?", "en"),
        ("Hello", "en"),
        ("I don’t know what to do with this letter", "en"),
        ("Tarvitsen apua, koska bussi ei kulje", "fi"),
        ("haluan kuolla", "fi"),
        ("missa on laakari, en paase kotoa", "fi"),
        ("Hyvää päivää", "fi"),
        ("Ich brauche Hilfe beim Arzt", "de"),
        ("ich will sterben", "de"),
        ("Mein Mann schlägt mich", "de"),
        ("Ich moechte wissen wo es Hilfe gibt", "de"),
        ("Guten Tag!", "de"),
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
        "hei",  # Finnish and Norwegian
        "hallo",
        "Ma vajan abi, mul ei ole autot",  # Estonian
        "Mina olen siin ja ma ei tea",
        "Ik heb hulp nodig, ik ben ziek",  # Dutch
        "Ik wil niet meer leven",
        "Jag behöver hjälp med min mamma",  # Swedish
        "Minä ja Anna, 2",
        "Ik bruuk Hülp bi'n Dokter",  # Low German
        "Jeg er syk og må til legen",
        "Jeg har brug for hjælp til min mor",
        "Man vajag palidzibu",
        "Potrzebuję pomocy",
        "Мені потрібна допомога, будь ласка",  # Ukrainian
        "Мне патрэбна дапамога",  # Belarusian, without a letter of its own
        "Трябва ми помощ за лекар",  # Bulgarian
        "Потребна ми је помоћ",  # Serbian
        "Маған көмек керек",  # Kazakh
        "Я хочу до лікаря",  # Ukrainian
        "Не хочу",
        "да",
        "Waan u baahanahay caawimaad",
        "ሓገዝ የድልየኒ",
    ],
)
def test_anything_else_is_left_open(text: str) -> None:
    assert detect.suggest(text) is None

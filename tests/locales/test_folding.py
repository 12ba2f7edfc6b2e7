"""Labels and numbers as people type them: table of inputs and what is compared (I-07, L6)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales import folding

SAME = [
    ("en", "This week", "this week!"),
    ("en", "This week", "3. This week"),
    ("en", "This week", "3) this  WEEK"),
    ("en", "This week", "3️⃣ This week"),
    ("en", "Yes, save them", "yes save them"),
    ("en", "I am fine, go on", "“I am fine go on” 👍"),
    ("en", "I don't know", "i dont know"),
    ("en", "I don't know", "I don’t know"),
    ("ar", "الصحة", "الصحه"),
    ("ar", "الصحة", "الصِّحَّة"),
    ("ar", "أخرى", "اخري"),
    ("ar", "إيقاف", "ايقاف"),
    ("ar", "العائلة والأطفال", "العائله والاطفال"),
    ("ar", "مســـاعدة", "مساعدة"),
    ("ar", "هذا الأسبوع", "٣- هذا الاسبوع"),
    ("ar", "كل شيء", "كل شئ"),
    ("ar", "الصحة", "\u200fالصحة\u200f"),
    ("ar", "مكتب كبير", "مکتب کبیر"),
    ("fa", "نمی‌خواهم", "نميخواهم"),
    ("ckb", "یارمەتی", "يارمه‌تى"),
    ("ckb", "ڕۆژێک", "روژيك"),
    ("ckb", "ماڵەوە", "مالةوة"),
    ("kmr", "Dîlan çû şevê", "dilan cu seve"),
    ("ps", "ښه ورځ", "شه ورز"),
    ("ps", "مرسته ګړندۍ", "مرسته گرندي"),
    ("ti", "ሓገዝ ዓይኒ ፀሓይ", "ሀገዝ አይኒ ጸሐይ"),
    ("ti", "ሠላም፡ ኣይክእልን።", "ሰላም አይኽእልን"),
    ("tr", "İyi", "iyi"),
    ("tr", "Isparta", "ısparta"),
    ("tr", "ISINMA", "ısınma"),
    ("de", "Küche", "kueche"),
    ("de", "Straße", "STRASSE"),
    ("da", "Tønder", "Toender"),
    ("pl", "Łódź", "lodz"),
    ("lv", "Liepāja", "liepaja"),
    ("uk", "Їжа", "їжа"),
]


@pytest.mark.parametrize(("language", "label", "typed"), SAME)
def test_a_label_is_known_however_it_is_typed(language: str, label: str, typed: str) -> None:
    assert folding.label(language, label) == folding.label(language, typed)


@pytest.mark.parametrize(
    ("one", "other"),
    [("1 or 2 people", "or 2 people"), ("This week", "This month"), ("Up to 500 €", "Up to 2,000 €"), ("نعم", "لا")],
)
def test_different_labels_stay_different(one: str, other: str) -> None:
    assert folding.label("en", one) != folding.label("en", other)


def test_marks_that_are_vowels_stay() -> None:
    assert folding.fold("किताब") == "किताब"


def test_what_has_no_letters_is_empty() -> None:
    assert folding.label("en", "👍 !!") == ""


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2", 2),
        (" 2 ", 2),
        ("2.", 2),
        ("2)", 2),
        ("(2)", 2),
        ("#2", 2),
        ("2!", 2),
        ("2️⃣", 2),
        ("12", 12),
        ("٢", 2),
        ("۲", 2),
        ("২", 2),
        ("२", 2),
        ("２", 2),
        ("١٢.", 12),
        ("\u2068٣\u2069", 3),
        ("02", 2),
        ("", None),
        ("two", None),
        ("2 people", None),
        ("1, 3", None),
        ("2,5", None),
        ("-2", None),
        ("½", None),
        ("²", None),
        ("0176 1234567", None),
        ("01761234567", None),
    ],
)
def test_a_number_in_any_digits_is_a_whole_message(text: str, number: int | None) -> None:
    assert folding.number(text) == number


@given(st.text())
def test_folding_is_stable_and_takes_anything(text: str) -> None:
    folded = folding.fold(text)
    assert folding.fold(folded) == folded
    folding.label("tr", text)
    folding.number(text)

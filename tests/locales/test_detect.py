"""A language is only suggested where it is clear (L1 to L5); what we do not speak is not claimed to be ours.

How good that is in figures: tests/understanding.
"""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from locales import detect, vote
from locales.languages import UNDERSTOOD

CLEAR = [
    ("en", "I need help because there is no bus"),
    ("de", "Ich moechte wissen wo es Hilfe gibt"),
    ("da", "Jeg har brug for hjælp til min mor"),
    ("sv", "Jag behöver hjälp med min mamma"),
    ("fi", "missa on laakari, en paase kotoa"),
    ("et", "Ma vajan abi, mul ei ole autot"),
    ("lv", "Man vajag palidzibu"),
    ("lt", "Man reikia pagalbos su dokumentais"),
    ("pl", "Potrzebuję pomocy"),
    ("nb", "Jeg er syk og må til legen, men bussen går ikke"),
    ("ru", "У нас в деревне нет автобуса"),
    ("uk", "Мені потрібна допомога, будь ласка"),
    ("be", "Мне патрэбна дапамога"),
    ("ar", "بدي روح عالدكتور"),
    ("fa", "من به کمک نیاز دارم"),
    ("ps", "زه مرستې ته اړتیا لرم"),
    ("ckb", "پێویستم بە یارمەتییە"),
    ("kmr", "Alîkariya min bikin, ez nexweş im"),
    ("tr", "YARDIMA IHTIYACIM VAR"),
    ("so", "Waan u baahanahay caawimaad"),
    ("ti", "ሓገዝ የድልየኒ"),
    ("ro", "Am nevoie de ajutor cu actele"),
    ("fr", "j'ai besoin d'aide pour mon fils"),
    ("es", "necesito ayuda con los papeles"),
]


@pytest.mark.parametrize(("language", "text"), CLEAR)
def test_a_clear_text_is_suggested(language: str, text: str) -> None:
    assert detect.suggest(text)[0] == language
    assert detect.suggest(text.upper())[0] == language


def test_every_language_that_is_understood_is_told_apart() -> None:
    assert {language for language, _ in CLEAR} == set(UNDERSTOOD)
    shares = dict(detect.guess("hallo") + detect.guess("привет") + detect.guess("سلام") + detect.guess("ሰላም"))
    assert shares.keys() - {"-"} == set(UNDERSTOOD)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hilfe", "de"),
        ("hjälp", "sv"),
        ("Здравствуйте!", "ru"),
        ("кватэра", "be"),
        ("лікарня", "uk"),
        ("kiitos", "fi"),
        ("aitäh", "et"),
        ("يوجعني راسي", "ar"),
        ("مننه", "ps"),
        ("alîkarî", "kmr"),
    ],
)
def test_a_word_or_two_may_be_enough(text: str, language: str) -> None:
    assert detect.suggest(text)[0] == language


@pytest.mark.parametrize(
    "text",
    [
        "ok",
        "Husum",
        "Anna",
        "hei",  # Finnish and Norwegian
        "hallo",
        "да",
        "مجھے مدد کی ضرورت ہے",  # Urdu
        "Ik heb hulp nodig, ik ben ziek",  # Dutch
        "Ik bruuk Hülp bi'n Dokter",  # Low German
        "Трябва ми помощ за лекар",  # Bulgarian
        "Потребна ми је помоћ",  # Serbian
        "Маған көмек керек",  # Kazakh
        "እርዳታ እፈልጋለሁ",  # Amharic
        "Segítségre van szükségem",  # Hungarian
        "Kam nevojë për ndihmë",  # Albanian
        "Ho bisogno di aiuto per mia madre",  # Italian
    ],
)
def test_what_is_open_or_strange_is_not_claimed(text: str) -> None:
    assert detect.suggest(text)[0] is None


@pytest.mark.parametrize("text", ["", "👍", "123", "https://example.org/hilfe", "@maria", "/help", "你好", "გამარჯობა"])
def test_nothing_is_said_without_letters_that_we_know(text: str) -> None:
    assert detect.guess(text) == []


def test_the_language_of_the_app_tips_the_scale_but_does_not_outweigh_a_clear_text() -> None:
    [(alone, _), *_] = detect.guess("tak")
    assert {detect.guess("tak", "da-DK")[0][0], detect.guess("tak", "pl")[0][0]} == {"da", "pl"}
    assert alone in ("da", "pl")
    assert detect.suggest("Ich brauche Hilfe mit meiner Wohnung", "pl")[0] == "de"
    assert detect.guess("hei", "xx") == detect.guess("hei")


def test_four_words_or_more_may_leave_no_doubt() -> None:
    assert detect.suggest("ich brauche einen Arzt") == ("de", True)
    assert detect.suggest("ich brauche Hilfe") == ("de", False)
    assert detect.suggest("det er en god by") == (None, False)


def test_shares_are_of_one_and_best_first() -> None:
    found = detect.guess("kan du hjelpe meg")
    assert sum(share for _, share in found) <= 1.0001
    assert [share for _, share in found] == sorted((share for _, share in found), reverse=True)


def test_without_the_vote_it_is_less_sure_and_still_right() -> None:
    """As on a machine for which there is no wheel of CLD2: its import fails there."""
    script = "import sys; sys.modules['pycld2'] = None\nfrom locales import detect, vote\n"
    script += f"print(vote.AVAILABLE, [detect.suggest(text)[0] for _, text in {CLEAR[:20]!r}])"
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert vote.AVAILABLE
    assert said.strip() == f"False {[language for language, _ in CLEAR[:20]]}"


@pytest.mark.parametrize("piece", ["a", "@", "a@", "<", "é", "ب", "ا ", "a'", "\u0301", "😀"])
def test_a_long_message_costs_little_whatever_it_is(piece: str) -> None:
    detect.load()
    start = time.process_time()
    detect.guess((piece * 4096)[:4096])
    assert time.process_time() - start < 0.1


@pytest.mark.alone
def test_a_message_costs_less_than_a_millisecond() -> None:
    detect.load()
    start = time.process_time()
    for _, text in CLEAR * 10:
        detect.guess(text)
    assert (time.process_time() - start) / (10 * len(CLEAR)) < 0.001

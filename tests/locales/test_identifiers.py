"""Numbers of identity, payment and accounts are found, however they are written, and others are not."""

from __future__ import annotations

import pytest

from locales.identifiers import Identifier, found
from tests.numbers import CARD, IBAN, IDS, finnish


def wrong(number: str) -> str:
    """One digit in the middle is another one."""
    place = next(place for place in range(len(number) // 2 + 1, len(number)) if number[place].isdigit())
    return f"{number[:place]}{(int(number[place]) + 1) % 10}{number[place + 1 :]}"


def one(text: str) -> Identifier:
    [identifier] = found(text)
    return identifier


@pytest.mark.parametrize("country", IDS)
def test_a_national_number_is_found_wherever_it_stands(country: str) -> None:
    number = IDS[country]
    for text in (number, f"my number is {number}, thanks", f"ID{number}", f"isikukood:{number}ja", f"({number})"):
        identifier = one(text)
        assert (identifier.sort, text[identifier.start : identifier.end]) == ("id", number), text
        assert country in identifier.countries
    assert not any(country in identifier.countries for identifier in found(wrong(number)))


@pytest.mark.parametrize("country", [country for country in IDS if country != "FI"])
def test_a_national_number_may_stand_in_groups(country: str) -> None:
    number = IDS[country]
    for between in ("-", " ", ".", " - ", "\u00a0", "\u200f", "–"):
        text = f"x {number[:6]}{between}{number[6:]} y"
        identifier = one(text)
        assert country in identifier.countries
        assert text[identifier.start : identifier.end] == f"{number[:6]}{between}{number[6:]}"


def test_other_digits_are_digits() -> None:
    arabic = IDS["DE"].translate({ord("0") + n: 0x660 + n for n in range(10)})
    assert one(f"رقمي {arabic} شكرا") == Identifier("id", 5, 16, ("DE",))


def test_finnish_numbers_of_each_century_and_small_letters() -> None:
    for sign in "-+Y":
        assert one(f"hetu {finnish(sign).lower()}.").countries == ("FI",)
        assert one(f"31 12 99 {sign} {finnish()[-4:]}").countries == ("FI",)


def test_a_card_and_an_account() -> None:
    assert one(f"card {CARD[:4]} {CARD[4:8]} {CARD[8:12]} {CARD[12:]}!").sort == "card"
    assert found(wrong(CARD)) == []
    for text in (IBAN, IBAN.lower(), " ".join(IBAN[at : at + 4] for at in range(0, 22, 4)) + " please pay"):
        identifier = one(text)
        assert (identifier.sort, identifier.countries) == ("iban", ("DE",))
        assert text[identifier.start : identifier.end].replace(" ", "").upper() == IBAN
    assert not any(identifier.sort == "iban" for identifier in found(wrong(IBAN)))


def test_several_in_one_text_do_not_run_into_each_other() -> None:
    text = f"{IDS['PL']} {IDS['EE']}\n{IBAN} {CARD}"
    assert [identifier.sort for identifier in found(text)] == ["id", "id", "iban", "card"]
    assert [text[identifier.start : identifier.end] for identifier in found(text)] == text.split()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The bus at 12:30 on 31.12.2026 costs 4,50.",
        "Call +49 170 1234567 or 0049 30 901820, or 112.",
        "1234567890 12345678901 0000000000",
        "N-7KM-4QX and 00000 and 1000000000000",
        "9" * 5_000,
        "7 " * 5_000,
        "DE" * 5_000,
    ],
)
def test_what_is_no_such_number_is_left_alone(text: str) -> None:
    assert found(text) == []

"""Numbers that a person should not have had to write: of identity cards, payment cards and bank accounts (R-10).

A hint for staff, no more: a number that fits may be something else, and one with a slip of the pen is not found. Known
are those that have a check digit, of the countries for which this service is made.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from stdnum import iban, luhn
from stdnum.de import idnr
from stdnum.dk import cpr
from stdnum.ee import ik
from stdnum.fi import hetu
from stdnum.lt import asmens
from stdnum.lv import pvn
from stdnum.no import fodselsnummer
from stdnum.pl import pesel
from stdnum.se import personnummer

Sort = Literal["id", "card", "iban"]

LOOKED_AT = 20_000
"""Characters of a text."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """`start` and `end` in the text as it was given; `countries` whose number it may be, none for a card."""

    sort: Sort
    start: int
    end: int
    countries: tuple[str, ...] = ()


_BETWEEN = r"[\s.\-/\u00ad\u200b-\u200f\u2010-\u2015\u2066-\u2069]{0,3}"
_RUN = re.compile(rf"\d(?:{_BETWEEN}\d){{8,}}")
_LONGEST = 19
_HETU = re.compile(
    rf"(?<!\d)(\d{_BETWEEN}\d{_BETWEEN}\d{_BETWEEN}\d{_BETWEEN}\d{_BETWEEN}\d)\s?([-+A-Fa-fU-Yu-y])\s?(\d{{3}})\s?([0-9A-Ya-y])(?!\d)"
)
_IBAN = re.compile(rf"(?<![A-Za-z])[A-Za-z]{{2}}{_BETWEEN}\d{_BETWEEN}\d(?:{_BETWEEN}[A-Za-z0-9]){{11,30}}")
_SHORTEST_IBAN = 15
_CARD = re.compile(r"[3-6]\d{12,18}")  # the first digit names the trade: 3 to 6 are cards that pay (ISO/IEC 7812)


def _danish(number: str) -> bool:
    """Since 2007 numbers are given whose check digit does not fit; without it, any date with four digits would do."""
    return cpr.is_valid(number) and cpr.checksum(number) == 0


def _latvian(number: str) -> bool:
    return number[0] < "4" and pvn.is_valid(number)  # from 4 on they are companies'


_NATIONAL: Mapping[int, Mapping[str, Callable[[str], bool]]] = {
    10: {"DK": _danish, "SE": personnummer.is_valid},
    11: {
        "DE": idnr.is_valid,
        "EE": ik.is_valid,
        "LT": asmens.is_valid,
        "LV": _latvian,
        "NO": fodselsnummer.is_valid,
        "PL": pesel.is_valid,
    },
    12: {"SE": personnummer.is_valid},
}


def found(text: str) -> list[Identifier]:
    """In the order of the text; no two overlap. Numbers may stand in groups, in other digits, and close to letters."""
    plain = "".join(_plain(sign) for sign in text[:LOOKED_AT])
    taken: list[Identifier] = []
    for one in (*_ibans(plain), *_finnish(plain), *_numbers(plain)):
        if all(one.end <= other.start or other.end <= one.start for other in taken):
            taken.append(one)
    return sorted(taken, key=lambda one: one.start)


def _plain(sign: str) -> str:
    """Digits of any script as ours; every sign stays one sign, so that places stay."""
    digit = unicodedata.decimal(sign, None)
    return sign if digit is None else str(digit)


def _ibans(text: str) -> Iterator[Identifier]:
    for match in _IBAN.finditer(text):
        ends = [place + 1 for place in range(match.start(), match.end()) if text[place].isalnum()]
        # What comes behind may be the next word: the longest beginning that fits is the number.
        for end in reversed(ends[_SHORTEST_IBAN - 1 :]):
            bare = _bare(text[match.start() : end])
            if iban.is_valid(bare):
                yield Identifier("iban", match.start(), end, (bare[:2].upper(),))
                break


def _finnish(text: str) -> Iterator[Identifier]:
    for match in _HETU.finditer(text):
        if hetu.is_valid("".join((_bare(match[1]), *match.groups()[1:])), allow_temporary=True):
            yield Identifier("id", match.start(), match.end(), ("FI",))


def _numbers(text: str) -> Iterator[Identifier]:
    for run in _RUN.finditer(text):
        if text[: run.start()].rstrip().endswith("+"):
            continue  # of a telephone
        groups = [(match.start(), match.end()) for match in re.finditer(r"\d+", run[0])]
        first = 0
        while first < len(groups):
            hit = next(_from(run[0], groups, first), None)
            if hit is None:
                first += 1
                continue
            one, first = hit
            yield Identifier(one.sort, run.start() + one.start, run.start() + one.end, one.countries)


def _from(run: str, groups: list[tuple[int, int]], first: int) -> Iterator[tuple[Identifier, int]]:
    """The longest that fits first, each with the group that follows it."""
    for last in range(min(len(groups), first + _LONGEST), first, -1):
        start, end = groups[first][0], groups[last - 1][1]
        bare = _bare(run[start:end])
        if len(bare) > _LONGEST:
            continue
        if _CARD.fullmatch(bare) and luhn.is_valid(bare):
            yield Identifier("card", start, end), last
        countries = tuple(land for land, fits in _NATIONAL.get(len(bare), {}).items() if fits(bare))
        if countries:
            yield Identifier("id", start, end, countries), last


def _bare(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())

"""Words and letters of a text as languages are told by them: small letters, the marks kept, and the script.

Other than `locales.folding`, which makes alike what is written differently: here the difference is what counts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from locales.folding import fold

LONG = 32
"""Letters of a word, with what stands between words, that are enough."""

_ASIDE = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|[@#/]\w+|<[^>]*>")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`´\u200c-][^\W\d_]+)*")
_MARKS = re.compile("[\u0640\u064b-\u065f\u0670\u200b-\u200f\u2066-\u2069\u202a-\u202e\ufeff]")
SCRIPTS: Mapping[str, re.Pattern[str]] = {
    "latin": re.compile("[a-z\u00aa-\u024f\u1e00-\u1eff]"),
    "cyrillic": re.compile("[\u0400-\u052f]"),
    "arabic": re.compile("[\u0620-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]"),
    "ethiopic": re.compile("[\u1200-\u139f\u2d80-\u2ddf]"),
}


def lower(text: str) -> str:
    """Small letters, one code point for each; a Turkish İ is an i. Romanian ș and ț are written with either mark."""
    text = unicodedata.normalize("NFC", text.replace("İ", "i")).lower()
    return _MARKS.sub("", text).replace("ș", "ş").replace("ț", "ţ")


def words(text: str, most: int | None = None) -> list[str]:
    """The words, at most so many; without addresses, names after an @, commands and numbers."""
    if most is not None:
        text = text[: most * LONG]
    found: list[str] = []
    for match in _WORD.finditer(lower(_ASIDE.sub(" ", text))):
        found += re.split(r"['ʼ`´-]", match[0])
        if most is not None and len(found) >= most:
            return found[:most]
    return [word for word in found if word]


def bare(text: str) -> str:
    """The text as somebody types it who leaves marks out or has not the keyboard for them; its spaces stay."""
    return text if text.isascii() else "".join(_bare(letter) for letter in text)


@cache
def _bare(letter: str) -> str:
    return fold(letter) or letter


def script(text: str) -> str | None:
    """The one of latin, cyrillic, arabic and ethiopic in which most of its letters are; None for any other."""
    best, most = None, 0
    for name, pattern in SCRIPTS.items():
        if (count := len(pattern.findall(text))) > most:
            best, most = name, count
    return best if most * 2 >= sum(letter.isalpha() for letter in text) else None


def grams(word: str, longest: int) -> Iterator[str]:
    """Runs of one to so many letters of a word with a space on each side; a space alone is none."""
    yield from word
    padded = f" {word} "
    for order in range(2, longest + 1):
        for start in range(len(padded) - order + 1):
            yield padded[start : start + order]

"""The form in which two texts are compared: what a hurried thumb leaves out or adds does not count.

Display text is never folded; only labels, words of navigation and crisis phrases are, on both sides of the comparison.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

# Letters that no decomposition takes apart, and letters that different keyboards write differently.
_LETTERS = str.maketrans(
    {
        "ı": "i",  # Turkish: casefold makes İ and I an i, so the dotless one must become one as well
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ħ": "h",
        "æ": "ae",
        "œ": "oe",
        "ə": "e",
        "ى": "ي",
        "ی": "ي",  # Persian and Kurdish keyboards
        "ې": "ي",
        "ک": "ك",
        "ڪ": "ك",
        "ة": "ه",
        "ۀ": "ه",
        "ہ": "ه",
        "ە": "ه",
        "ٱ": "ا",
        "ـ": "",  # tatweel only stretches a word
        "ء": "",
        # Kurdish and Pashto letters, which people without such a keyboard write with the plain one.
        "ۆ": "و",
        "ۇ": "و",
        "ێ": "ي",
        "ے": "ي",
        "ۍ": "ي",
        "ڵ": "ل",
        "ڕ": "ر",
        "ړ": "ر",
        "ھ": "ه",
        "ڤ": "ف",
        "ټ": "ت",
        "ډ": "د",
        "ڼ": "ن",
        "ښ": "ش",
        "ږ": "ژ",
        "ځ": "ز",
        "څ": "س",
        "ګ": "گ",
        "ዉ": "ው",
        "ዪ": "ይ",
    }
)
# Ethiopic letters that sound alike, or of which Tigrinya uses one for the other: seven vowels in a row from each.
_ETHIOPIC = {"ሐ": "ሀ", "ኀ": "ሀ", "ሠ": "ሰ", "ዐ": "አ", "ፀ": "ጸ", "ኸ": "ከ", "ቐ": "ቀ"}
_LETTERS.update(
    {ord(one) + vowel: chr(ord(other) + vowel) for one, other in _ETHIOPIC.items() for vowel in range(7)}
    # After these two the first vowel sounds as the fourth.
    | {ord(letter): fourth for letters, fourth in (("ሀሐኀ", "ሃ"), ("አዐ", "ኣ")) for letter in letters}
)
# Two letters that stand for one with a mark: "Toender" is Tønder, "fuer" is für.
_PAIRS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "de": (("ae", "a"), ("oe", "o"), ("ue", "u")),
    "da": (("ae", "a"), ("oe", "o"), ("aa", "a")),
    "nb": (("ae", "a"), ("oe", "o"), ("aa", "a")),
    "sv": (("ae", "a"), ("oe", "o"), ("aa", "a")),
    "fi": (("ae", "a"), ("oe", "o")),
}
# In these scripts marks on letters may be left out in writing; in others (Devanagari, Thai) they are the vowels.
_BARE = ("LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW", "COMBINING")
_NUMBERED = re.compile(r"^\s*[\(\[#]?\s*\d{1,3}\s*(?:\ufe0f?\u20e3|[.):\]\-–—])+\s*(?=\D)")
_NUMBER = re.compile(r"[\s(\[#]*(\d{1,9})[\s.):\]!\ufe0f\u20e3]*")
_ETHIOPIC_DIGITS = {0x1368 + value: str(value) for value in range(1, 11)}  # one sign each up to ten, and no zero
_ISOLATES = dict.fromkeys((*range(0x2066, 0x206A), *range(0x202A, 0x202F), 0x200E, 0x200F, 0x061C))


def fold(text: str) -> str:
    """Case, marks, punctuation, quotes and emoji gone; one space between words; an apostrophe joins ("dont")."""
    return " ".join(unicodedata.normalize("NFKD", text).casefold().translate(_FOLDED).split())


def label(language: str, text: str) -> str:
    """A label as it is compared: folded, and without the number in front of it ("1. This week", "٢) نعم")."""
    text = text.translate(_ISOLATES)
    folded = fold(_NUMBERED.sub("", text, count=1)) or fold(text)
    for pair, letter in _PAIRS.get(language.split("-")[0], ()):
        folded = folded.replace(pair, letter)
    return folded


def number(text: str) -> int | None:
    """The number that a whole message is, in any script's decimal digits (L6): "2", "2.", "٢", "(२)", "2️⃣"."""
    match = _NUMBER.fullmatch(text.translate(_ISOLATES).translate(_ETHIOPIC_DIGITS))
    if match is None:
        return None
    return int("".join(str(unicodedata.decimal(digit)) for digit in match[1]))


def _folded(character: str) -> str:
    if character.isalpha():
        return character
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if character in "'’‘ʼ`´":
        return ""
    category = unicodedata.category(character)
    if category[0] == "M":
        name = unicodedata.name(character, "")
        return "" if name.startswith(_BARE) or category == "Me" or "VARIATION" in name else character
    # Format characters (joiners, bidi marks, zero-width spaces) may sit inside a word; all else parts words.
    return "" if category == "Cf" else " "


class _Folded(dict[int, str]):
    """Code point → what it folds to, found at its first use; a text of thousands of rare letters leaves no trace."""

    MOST = 20_000

    def __missing__(self, point: int) -> str:
        plain = chr(point).translate(_LETTERS).translate(_ETHIOPIC_DIGITS)
        folded = "".join(map(_folded, plain))
        if len(self) < self.MOST:
            self[point] = folded
        return folded


_FOLDED = _Folded()

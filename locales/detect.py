"""Which language is a text written in? For now a gate by script and plain words, for the two languages we speak.

It suggests and never claims: it is silent rather than wrong, and what it says is only ever asked back (L1, L2).
"""

from __future__ import annotations

import re

_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff]")
# Persian, Dari, Pashto, Urdu, Kurdish: letters that Arabic does not have, in the code points of their keyboards (L4).
_NOT_ARABIC = re.compile("[پچژگکیےۀەێۆۇڕڵٹڈڑںھہټډړږښڼځڅېۍې]")
# What only Arabic writes: ta marbuta, dotless and dotted ya, kaf, hamza on alef; its article; words without either.
_ARABIC_CLUE = re.compile(r"[ةىيكأإ]|(?:^|\s)[وبفل]?ال\w{2,}")
_ARABIC_WORDS = "مرحبا اهلا شكرا انا بدي لازم عندنا شو وين عايز محتاج نحن هون هنا معنا"
# Words that no neighbouring language has; "in", "am", "is", "for", "have" are words elsewhere too.
_ENGLISH_WORDS = """
the and with you your they this that there what where when which who how why because please thanks thank need help would
could should want not don't can't doesn't didn't i'm i've it's my our their his her she we from about live hello doctor
people person every some any nobody someone something nothing very much too
"""
_ARABIC_ONLY = frozenset(_ARABIC_WORDS.split())
_ENGLISH = frozenset(_ENGLISH_WORDS.split())


def suggest(text: str) -> str | None:
    """`ar`, `en`, or None where that is not clear."""
    arabic, letters = len(_ARABIC.findall(text)), sum(character.isalpha() for character in text)
    if not letters:
        return None
    if arabic * 2 > letters:
        return "ar" if _is_arabic(text) else None
    return "en" if not arabic and _is_english(text) else None


def _is_arabic(text: str) -> bool:
    if _NOT_ARABIC.search(text):
        return False
    return bool(_ARABIC_CLUE.search(text)) or bool(_ARABIC_ONLY & set(_WORDS.findall(text)))


def _is_english(text: str) -> bool:
    words = [word.replace("’", "'").casefold() for word in _WORDS.findall(text)]
    if not text.isascii() and any(ord(letter) > 127 for word in words for letter in word):
        return False
    known = sum(word in _ENGLISH for word in words)
    return words == ["hello"] or (len(set(words) & _ENGLISH) >= 2 and known * 3 >= len(words))

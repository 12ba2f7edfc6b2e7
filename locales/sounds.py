"""How a name sounds, in few letters, so that «Сейняйоки», "سيناجوكي" and "Seinajocki" meet Seinäjoki.

Two forms. `sound`: Latin letters, roughly as a neighbour would say them. `skeleton`: the consonants alone, in classes.
A name is found by its skeleton, and what was found is compared by its sound. Rough on purpose: each language writes
foreign names in its own way, and few people know which.
"""

from __future__ import annotations

import re
import unicodedata

from locales.folding import fold

_CYRILLIC = dict(
    zip("абвгґдезийклмнопрстуфхыэіўљњћџјђѓќї", "abvggdeziiklmnoprstufhieiulnszjgkki", strict=True)
) | {
    "ж": "z", "ц": "s", "ч": "s", "ш": "s", "щ": "s", "ъ": "", "ь": "", "ю": "u", "я": "a", "є": "e", "ё": "o",
}  # fmt: skip
_ARABIC = dict(
    zip(
        "اأإآبپتثجچحخدذرزژسشصضطظعغفڤقكکگلمنهةوؤيیىئټډړږښګڼڕڵۆێەېۍ",
        "aaiabpttgshhddrzzsssdtzagfvkkkglmnhawwiiiitdrzsgnrloeeei",
        strict=True,
    )
)
# Before the marks are gone: what they say of the sound.
_MARKED = {"PL": (("ą", "on"), ("ę", "en"), ("ó", "u"))}
_SPELT = {
    "DE": (
        ("tsch", "s"), ("sch", "s"), ("chs", "ks"), ("ch", "h"), ("ck", "k"), ("ph", "f"), ("th", "t"), ("dt", "t"),
        ("v", "f"), ("w", "v"), ("tz", "s"), ("z", "s"), ("ei", "ai"), ("eu", "oi"), ("ie", "i"), ("qu", "kv"),
    ),
    "PL": (
        ("dz", "z"), ("rz", "z"), ("sz", "s"), ("cz", "s"), ("ch", "h"), ("w", "v"), ("c", "s"), ("szcz", "s"),
    ),
    "SE": (("skj", "s"), ("stj", "s"), ("sj", "s"), ("ck", "k"), ("ch", "k"), ("w", "v"), ("gj", "j"), ("hj", "j")),
    "LT": (("ch", "h"), ("c", "s")),
}  # fmt: skip
_SPELT["NO"] = _SPELT["DK"] = _SPELT["FI"] = _SPELT["SE"]
_SPELT["LV"] = _SPELT["EE"] = _SPELT["LT"]
# How somebody writes by ear in Latin letters, whatever the country.
_ANY = (
    ("shch", "s"), ("sch", "s"), ("sh", "s"), ("tch", "s"), ("zh", "z"), ("kh", "h"), ("ck", "k"), ("ph", "f"),
    ("th", "t"), ("tz", "s"), ("ts", "s"), ("qu", "kv"), ("x", "ks"), ("q", "k"), ("c", "k"), ("w", "v"), ("y", "i"),
)  # fmt: skip
_JOINED = (("tz", "s"), ("ts", "s"), ("dz", "z"))  # two letters there, one sound here
_CLASSES = str.maketrans({"b": "p", "d": "t", "g": "k", "z": "s", "f": "v", "w": "v"} | dict.fromkeys("aeiouyjh"))
_LOOSE = (
    ("sch", "s"), ("sh", "s"), ("sz", "s"), ("cz", "c"), ("ch", "c"), ("ae", "a"), ("oe", "o"), ("ue", "u"),
    ("aa", "a"), ("ph", "f"), ("th", "t"), ("qu", "kv"), ("ck", "k"), ("tz", "z"), ("ts", "z"), ("dt", "t"),
    ("x", "ks"), ("w", "v"), ("c", "k"), ("q", "k"), ("y", "i"), ("j", "i"),
)  # fmt: skip
_DOUBLE = re.compile(r"(.)\1+")


def loose(key: str) -> str:
    """A folded name without what is often left out or doubled: "Toender" = "Tønder", "Kuresare" = "Kuressaare"."""
    for heard, said in _LOOSE:
        key = key.replace(heard, said)
    return _DOUBLE.sub(r"\1", key)


def sound(name: str, country: str = "") -> str:
    """A name in Latin letters, as it is written in `country`, or by somebody's ear."""
    name = name.casefold()
    for sign, said in _MARKED.get(country, ()):
        name = name.replace(sign, said)
    said_so = fold(name).replace(" ", "")
    for heard, said in _SPELT.get(country, ()):
        said_so = said_so.replace(heard, said)
    for heard, said in _ANY:
        said_so = said_so.replace(heard, said)
    return _DOUBLE.sub(r"\1", said_so)


def heard(word: str) -> list[str]:
    """What a word of any of our scripts may sound like, likely first: a «г» is a g or an h, a "و" a vowel or a v."""
    folded = fold(word).replace(" ", "")
    first = folded[:1]
    if not first or first.isascii():
        return [sound(word)]
    if "\u0400" <= first <= "\u052f":
        said = _either(_spelt(folded, _CYRILLIC), "g", "h")
        return [*said, *(re.sub("([aeo])u", r"\1v", one) for one in said if re.search("[aeo]u", one))]  # Belarusian ў
    if "\u0600" <= first <= "\u06ff":
        return [said for one in _bare(folded) for said in _either(_spelt(one, _ARABIC), "w", "v", "o")]
    if "\u1200" <= first <= "\u139f":
        return [_DOUBLE.sub(r"\1", "".join(map(_syllable, folded)))]
    return [sound(word)]


def skeleton(said: str) -> str:
    """The consonants of a sound, in classes: p is b, t is d, k is g, s is z, f is v; h and j may be missing."""
    return _DOUBLE.sub(r"\1", said.translate(_CLASSES))


def likeness(one: str, other: str, abjad: bool = False) -> float:
    """How much alike two sounds are, 0 to 1. `abjad`: vowels that are not written cost little."""
    missing = 0.12 if abjad else 0.35
    row = [0.0]
    for sign in other:
        row.append(row[-1] + _weight(sign, missing))
    for letter in one:
        above, row = row, [row[0] + _weight(letter, missing)]
        for at, sign in enumerate(other, 1):
            row.append(
                min(
                    above[at - 1] + _change(letter, sign),
                    above[at] + _weight(letter, missing),
                    row[-1] + _weight(sign, missing),
                )
            )
    return max(0.0, 1 - row[-1] / max(len(one), len(other), 1))


def _weight(letter: str, missing: float) -> float:
    return missing if letter in "aeiouyw" else 0.4 if letter in "hj" else 1.0


_ALIKE = {
    frozenset(pair): 0.2 for pair in ("bp", "dt", "gk", "sz", "fv", "gh", "kh", "ij", "uv", "uw", "ow", "vw", "jg")
}


def _change(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if one in "aeiouy" and other in "aeiouy":
        return 0.3
    return _ALIKE.get(frozenset((one, other)), 1.0)


def _spelt(word: str, letters: dict[str, str]) -> str:
    said = "".join(letters.get(sign, sign) for sign in word)
    for heard, one in _JOINED:
        said = said.replace(heard, one)
    return _DOUBLE.sub(r"\1", said)


def _either(said: str, sign: str, *others: str) -> list[str]:
    """The sound as it is, and with what else a sign of it may stand for: all of them, or the first one alone."""
    if sign not in said:
        return [said]
    found = [said.replace(sign, other) for other in others] + [said.replace(sign, other, 1) for other in others]
    return list(dict.fromkeys([said, *found]))


def _bare(word: str) -> list[str]:
    """A word of Arabic script without "in", "to" or the article, which are written together with it."""
    short = [word[len(prefix) :] for prefix in ("ب", "ل", "ال", "بال", "لل") if word.startswith(prefix)]
    return [word, *(one for one in short if len(one) > 2)]


def _syllable(sign: str) -> str:
    """ "ETHIOPIC SYLLABLE SHE" → "se"."""
    said = unicodedata.name(sign, "").rpartition(" ")[2].lower()
    return (
        sound(said.replace("glottal", "").replace("ts", "s"))
        if unicodedata.name(sign, "").startswith("ETHIO")
        else sign
    )

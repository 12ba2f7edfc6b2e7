"""Whole short messages and what they mean, in many languages: found also with slips, and with politeness around them.

A text is looked up in four steps, and the first that finds anything decides: as it is · as pieces that all say the
same, with the words of data/around.toml between them ("yes yes please") · without spaces and with doubled letters made
single · with small slips.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from locales.folding import fold
from locales.nearness import allowed, distance
from locales.source import DATA, read_toml

ANY = "any"  # politeness that every language has borrowed
WISH, NOTHING = "wish", ""
SURE, PIECES, SQUEEZED, SLIP = 0.99, 0.95, 0.9, 0.8  # how sure each step is
MOST_WORDS = 10
_LETTERS_ALONE = 5  # in ASCII: a shorter word of one language only may be anything in another
_DOUBLED = re.compile(r"(.)\1+")
_WRITTEN_OUT = re.compile(r"([aou])e")  # "zurueck"

Meanings = Mapping[str, str]
"""Language → meaning."""
Entry = tuple[str, str, str]
"""Language, meaning, folded text."""
_Pieces = dict[tuple[str, int], list[tuple[int, str]]]  # (language, first word) → (end, what it says), longest first


@dataclass(frozen=True, slots=True)
class Around:
    """What people put around what they mean: folded → languages."""

    polite: Mapping[str, frozenset[str]]
    wishes: Mapping[str, frozenset[str]]
    fillers: Mapping[str, frozenset[str]]


@cache
def around() -> Around:
    table = read_toml(DATA / "around.toml")
    return Around(_by_text(table["polite"]), _by_text(table["wishes"]), _by_text(table["fillers"]))


def _by_text(table: Mapping[str, Iterable[str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for language, texts in table.items():
        for text in texts:
            found[fold(text)] = found.get(fold(text), frozenset()) | {language}
    return found


def squeeze(folded: str) -> str:
    """Without spaces, and doubled letters single: what is the same in a hurry."""
    return _DOUBLED.sub(r"\1", folded.replace(" ", ""))


class Phrasebook:
    """Folded texts with their meanings. `agree` says what pieces with these meanings say together, if anything;
    `none` is the meaning of texts that only look like others.
    """

    def __init__(
        self, entries: Iterable[Entry], agree: Callable[[frozenset[str]], str | None], none: str = "none"
    ) -> None:
        self._agree = agree
        self._none = none
        exact, squeezed = _Gathered(), _Gathered()
        buckets: dict[_Key, set[str]] = {}
        for language, meaning, folded in entries:
            exact.add(folded, language, meaning)
            short = squeeze(folded)
            squeezed.add(short, language, meaning, where_two=none)
            for bucket in _buckets(short):
                buckets.setdefault(bucket, set()).add(short)
        self.exact: Meant = Meant(exact)
        self._squeezed = Meant(squeezed)
        self._near_to = {bucket: _Bucket(texts) for bucket, texts in buckets.items()}

    def find(self, folded: str) -> tuple[Meanings, float] | None:
        """What a folded text means in each language that knows it, and how sure that is (0–1)."""
        words = folded.split()
        if not words or len(words) > MOST_WORDS:
            return None
        if exact := self.exact.get(folded):
            alone = len(exact) == 1 and folded.isascii() and len(folded) < _LETTERS_ALONE
            return exact, PIECES if alone else SURE
        if len(words) > 1 and (pieces := self._in_pieces(words)):
            return pieces, PIECES
        squeezed = squeeze(folded)
        for form in dict.fromkeys((squeezed, _DOUBLED.sub(r"\1", _WRITTEN_OUT.sub(r"\1", squeezed)))):
            if known := self._squeezed.get(form):
                return known, SQUEEZED
        near = self._near(squeezed)
        return (near, SLIP) if near else None

    def _in_pieces(self, words: list[str]) -> Meanings:
        """Languages in which the text falls into pieces that say one thing."""
        pieces: _Pieces = {}
        for start in range(len(words)):
            for end in range(len(words), start, -1):
                for language, said in self._piece(" ".join(words[start:end])):
                    pieces.setdefault((language, start), []).append((end, said))
        spoken = {language for language, start in pieces if start == 0 or (ANY, 0) in pieces} - {ANY}
        covered = {language: self._cover(pieces, language, 0, len(words), frozenset()) for language in spoken}
        return {language: meaning for language, meaning in covered.items() if meaning}

    def _piece(self, text: str) -> Iterator[tuple[str, str]]:
        for language, meaning in (self.exact.get(text) or {}).items():
            if meaning != self._none:
                yield language, meaning
        for language in around().polite.get(text, ()):
            yield language, NOTHING
        for language in around().wishes.get(text, ()):
            yield language, WISH

    def _cover(self, pieces: _Pieces, language: str, at: int, last: int, said: frozenset[str]) -> str | None:
        """What all from here on says, with what was `said` before."""
        if at == last:
            return self._agree(said)
        for end, meaning in (*pieces.get((language, at), ()), *pieces.get((ANY, at), ())):
            if found := self._cover(pieces, language, end, last, said if meaning == NOTHING else said | {meaning}):
                return found
        return None

    def _near(self, squeezed: str) -> Meanings:
        """What the nearest texts mean, where they are near enough; nothing for a language in which they disagree."""
        most = allowed(squeezed)
        best: list[str] = []
        for text in self._candidates(squeezed, most):
            slips = distance(squeezed, text, min(most, allowed(text)))
            if slips is not None:
                best, most = ([text], slips) if slips < most else ([*best, text], slips)
        found: dict[str, str] = {}
        for text in best:
            for language, meaning in (self._squeezed.get(text) or {}).items():
                doubtful = found.get(language, meaning) != meaning or not self._may_slip(text, most, meaning)
                found[language] = self._none if doubtful else meaning
        return found

    def _may_slip(self, text: str, slips: int, meaning: str) -> bool:  # noqa: ARG002 narrowed by others
        return True

    def _candidates(self, squeezed: str, most: int) -> Iterator[str]:
        """One slip, and mostly two, leave the beginning or the end as it was."""
        if not most:
            return
        own = _letters(squeezed)
        for length in range(len(squeezed) - most, len(squeezed) + most + 1):
            for bucket in _buckets(squeezed, length):
                if texts := self._near_to.get(bucket):
                    near = texts.like(own, most)
                    yield from near if bucket[0] else (text for text in near if text[0] != squeezed[0])


_Key = tuple[bool, str, int]  # by the first letter or the last, that letter, and how long the texts are


def _buckets(text: str, length: int | None = None) -> tuple[_Key, _Key]:
    length = len(text) if length is None else length
    return (True, text[0], length), (False, text[-1], length)


class _Bucket:
    """Texts of one length, one behind the other, and which letters each has."""

    def __init__(self, texts: Iterable[str]) -> None:
        ordered = sorted(texts)
        self._length = len(ordered[0])
        self._texts = "".join(ordered)
        self._letters = array("Q", map(_letters, ordered))

    def like(self, letters: int, most: int) -> list[str]:
        """Those whose letters are so many slips away: each takes one letter away and puts one there, at the most."""
        length, texts = self._length, self._texts
        return [
            texts[number * length : (number + 1) * length]
            for number, its in enumerate(self._letters)
            if (its ^ letters).bit_count() <= 2 * most
        ]


def _letters(text: str) -> int:
    """A bit for each letter; some share theirs."""
    bits = 0
    for letter in text:
        bits |= 1 << ord(letter) % 61
    return bits


class _Gathered:
    """Texts and their meanings while they are read: the number of what a text means in its languages, by its hash."""

    def __init__(self) -> None:
        self.texts: dict[int, int] = {}
        self.meanings: list[Meanings] = [{}]
        self._numbers: dict[tuple[tuple[str, str], ...], int] = {(): 0}

    def add(self, text: str, language: str, meaning: str, *, where_two: str | None = None) -> None:
        """`where_two`: what a text means that already means something else in this language; else the new meaning."""
        before = self.meanings[self.texts.get(hash(text), 0)]
        if where_two is not None and before.get(language, meaning) != meaning:
            meaning = where_two
        after = {**before, language: meaning}
        key = tuple(sorted(after.items()))
        if key not in self._numbers:
            self._numbers[key] = len(self.meanings)
            self.meanings.append(after)
        self.texts[hash(text)] = self._numbers[key]


class Meant:
    """What texts mean, by language. Tens of thousands in 12 bytes each: of a text its hash is kept, of 64 bits."""

    def __init__(self, gathered: _Gathered) -> None:
        ordered = sorted(gathered.texts)
        self._hashes = array("q", ordered)
        self._numbers = array("I", (gathered.texts[one] for one in ordered))
        self._meanings = gathered.meanings

    def get(self, text: str) -> Meanings | None:
        wanted = hash(text)
        at = bisect_left(self._hashes, wanted)
        if at == len(self._hashes) or self._hashes[at] != wanted:
            return None
        return self._meanings[self._numbers[at]]

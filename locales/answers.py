"""What a typed answer says to a question of choices, in many languages: which of its values, and how sure that is.

The lists in data/answers/<language>.toml hold whole answers for each question and value ("asap", "nicht eilig"). An
answer is looked up, in this order, as a number of the choices ("2", "٢", "die zweite") · as a whole text, with slips
and politeness around it (see `phrasebook`) · as a stretch of time or a sum, where the question is when or how much ·
as pieces of what was written, several of which name several values · by weights that were learned from all lists (see
`weights`, `.ci/answers.py`). What only another language than the person's says is less sure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from threading import Lock

from locales import counting, money, navigation, offers, texts, weights
from locales.folding import fold
from locales.languages import UNDERSTOOD
from locales.nearness import SHORT
from locales.phrasebook import Entry, Meanings, Phrasebook, around
from locales.source import DATA, read_toml

_loading = Lock()  # two threads that come at once would both make them

Found = tuple[tuple[str, float], ...]
"""Values with their confidence (0–1), best first; empty where none fits."""

LONGEST = 120  # characters; what is longer tells something
_SAME = {"who": ("group",), "group": ("who",)}  # questions that share most of their values
_ABROAD = 0.85  # how much of its sureness keeps what only another language says
_SLIP = 0.9  # and a piece in which a slip was forgiven
_LONGEST_PIECE = 6  # words
_TELLING = 3  # words of a piece that says more than a single word elsewhere
_SHORT = 5  # words: a time named in more may be of something else
_PARTS = re.compile(r"[,;+&/،؛、\n]+")

LISTS = DATA / "answers"
FILE = DATA / "answers.bin"
SLOTS = 1 << 14
RUNS = (3, 4, 5)
REACH = 2  # words after another that make a pair with it
LEAST = 0.6
"""Probability from which the weights name a value."""
_LEARNED = 0.85  # how sure what was learned can be at most


def find(question: str, text: str, language: str | None = None, values: Sequence[str] = ()) -> Found:
    """The values that `text` names at the question with this key. `values` are those offered, in the order of their
    numbers: by default those of the dialogs.

    More than one value of the same confidence: all of them are named, in that order. About a millisecond.
    """
    offered = tuple(values) or tuple(offers.questions().get(question, ()))
    language = language.split("-")[0] if language else None
    if not offered or not text.strip() or len(text) > LONGEST:
        return ()
    reading = _Reading(question, offered, language)
    return (
        reading.numbers(text)
        or reading.whole(text)
        or reading.time(text)
        or reading.money(text)
        or reading.pieces(text)
        or reading.learned(text)
    )


def parts(text: str) -> Iterator[str]:
    """What the weights weigh: words, words near each other, runs of letters."""
    words = fold(text).split()
    for number, word in enumerate(words):
        yield word
        yield from weights.runs(word, RUNS)
        for other in words[number + 1 : number + 1 + REACH]:
            yield f"{word} {other}"


@cache
def shipped() -> weights.Model:
    return weights.read(FILE.read_bytes())


@dataclass(frozen=True, slots=True)
class _Reading:
    question: str
    offered: tuple[str, ...]
    language: str | None

    def numbers(self, text: str) -> Found:
        """ "2", "1, 3", "1 and 3", "nr. 2": the values that have these numbers."""
        parts = [part for part in _PARTS.split(text) if part.strip()]
        if len(parts) == 1 and counting.number_of(text, self.language) is None:
            parts = [word for word in text.split() if not counting.said("and", fold(word), self.language)]
        found = [self._number(part) for part in parts]
        chosen = [self.offered[number - 1] for number in found if number and number <= len(self.offered)]
        if not chosen or len(chosen) != len(found):
            return ()
        return tuple((value, 0.99) for value in dict.fromkeys(chosen))

    def _number(self, text: str) -> int | None:
        if self._lookup(fold(text)) is not None and not text.strip()[:1].isdecimal():
            return None  # "one" may be an answer by itself
        return counting.number_of(text, self.language)

    def whole(self, text: str) -> Found:
        signs = navigation.find(text)
        if signs is not None and "" in signs.meanings and signs.meanings[""] in self.offered:
            return ((signs.meanings[""], signs.confidence),)
        folded = fold(text)
        if counting.said("both", folded, self.language) and self.question == "for_whom":
            return tuple((value, 0.9) for value in self.offered)
        found = self._lookup(folded)
        return self._chosen(*found) if found else ()

    def _lookup(self, folded: str) -> tuple[Meanings, float] | None:
        found = _book(self.question).find(folded)
        if found is None:
            return None
        meanings = {code: value for code, value in found[0].items() if value in self.offered}
        return (meanings, found[1]) if meanings else None

    def _chosen(self, meanings: Meanings, confidence: float) -> Found:
        """The person's language decides; else what most languages say, with the others behind it."""
        if self.language is not None and self.language in meanings:
            return ((meanings[self.language], confidence),)
        counted = Counter(meanings.values())
        ranked = sorted(counted, key=lambda value: (-counted[value], self.offered.index(value)))
        confidence *= (_ABROAD if self.language else 1) * (1 if len(ranked) == 1 else 0.6)
        return tuple((value, round(confidence - 0.1 * place, 2)) for place, value in enumerate(ranked))

    def time(self, text: str) -> Found:
        """At the question when: how far the time lies that was named."""
        if self.question != "urgency":
            return ()
        days = counting.days(fold(text).split(), self.language)
        if days is None and self.language:
            days = counting.days(fold(text).split())
        if days is None:
            return ()
        named = next(value for most, value in _REACH if days <= most)
        confidence = 0.9 if len(text.split()) <= _SHORT else 0.75
        return ((named, confidence),) if named in self.offered else ()

    def money(self, text: str) -> Found:
        """At the question how much: the step that a sum in figures belongs to, in euro or the money that is named."""
        paid = counting.amount(text) if self.question == "money" else None
        if paid is None:
            return ()
        steps = money.steps(next((name for sign, name in _MONEY if sign in fold(text)), "EUR"))
        named = "none" if paid == 0 else next((value for value, most in steps.items() if paid <= most), "over")
        return ((named, 0.9),) if named in self.offered else ()

    def pieces(self, text: str) -> Found:
        words = fold(text).split()
        if not words:
            return ()
        spoken = (self.language,) if self.language else tuple(UNDERSTOOD)
        read = [_Pieces.of(words, code, self) for code in spoken]
        best = max(read, key=lambda pieces: (bool(pieces.values), pieces.covered))
        if not best.values and self.language:
            return ()
        return best.found(self) if best.values else ()

    def learned(self, text: str) -> Found:
        """What is like what the lists have, though none of it stands there."""
        names = [name for name in shipped().names if name.partition(":")[0] == self.question]
        if not names or not any(letter.isalpha() for letter in text):
            return ()
        scores = shipped().only(names).scores(parts(text))
        ranked = sorted(((chance, name) for name, chance in scores.items() if chance >= LEAST), reverse=True)
        found = [(name.partition(":")[2], round(chance * _LEARNED, 2)) for chance, name in ranked]
        return tuple(found) if found and found[0][0] in self.offered else ()


_REACH = ((1.5, "today"), (7, "week"), (31, "month"), (float("inf"), "wait"))  # days up to which it is that one


_MONEY = (("dkk", "DKK"), ("nok", "NOK"), ("sek", "SEK"), ("kr", "SEK"), ("zl", "PLN"), ("pln", "PLN"))


@dataclass(frozen=True, slots=True)
class _Pieces:
    """What the pieces of a text name in one language, in order, and how much of it (0–1) is a piece or says nothing."""

    values: tuple[tuple[str, int], ...]  # value, and words of the piece
    covered: float
    denied: bool

    @classmethod
    def of(cls, words: Sequence[str], language: str, reading: _Reading) -> _Pieces:
        values: list[tuple[str, int]] = []
        at, told, empty, denied, negated = 0, 0.0, 0, False, False
        while at < len(words):
            value, end, share = _longest(words, at, language, reading)
            if value is None:
                nothing = _says_nothing(words[at], language)
                negated = counting.said("not", words[at], language) or (negated and nothing)
                empty += nothing and not negated
                at += 1
                continue
            if negated:
                denied = True
            else:
                values.append((value, end - at))
                told += share * (end - at)
            negated, at = False, end
        weight = max(1, len(words) - empty)
        return cls(tuple(values), min(1.0, told / weight), denied)

    def found(self, reading: _Reading) -> Found:
        confidence = round(0.5 + 0.45 * self.covered, 2)
        if offers.several(reading.question):
            named = dict.fromkeys(value for value, _ in self.values)
            return tuple((value, confidence) for value in named)
        ranked = sorted(self.values, key=lambda piece: piece[1] < _TELLING)
        values = tuple(dict.fromkeys(value for value, _ in ranked))
        if len(values) > 1:
            confidence = min(confidence, 0.6)
        return tuple((value, round(max(0.1, confidence - 0.1 * place), 2)) for place, value in enumerate(values))


def _longest(words: Sequence[str], at: int, language: str, reading: _Reading) -> tuple[str | None, int, float]:
    """The value that the longest piece from here on names, where it ends, and how sure it is."""
    book = _book(reading.question)
    for end in range(min(len(words), at + _LONGEST_PIECE), at, -1):
        value = (book.exact.get(" ".join(words[at:end])) or {}).get(language)
        if value in reading.offered and not _too_little(words[at:end], language):
            return value, end, 1.0
    word = words[at]
    if word[0] == "و" and len(word) > 3:
        value = (book.exact.get(word[1:]) or {}).get(language)
        if value in reading.offered:
            return value, at + 1, 1.0
    if len(word) >= SHORT and not _says_nothing(word, language):
        near = book.find(word)
        value = near[0].get(language) if near else None
        if value in reading.offered:
            return value, at + 1, _SLIP
    return None, at, 0.0


def _too_little(piece: Sequence[str], language: str) -> bool:
    """A single word that also only joins or negates says nothing as a piece of more."""
    return len(piece) == 1 and (
        counting.said("not", piece[0], language) or counting.said("and", piece[0], language) or len(piece[0]) < 2
    )


def _says_nothing(word: str, language: str) -> bool:
    tables = around()
    spoken = frozenset[str]().union(
        *(table.get(word, frozenset()) for table in (tables.polite, tables.wishes, tables.fillers))
    )
    return not spoken.isdisjoint({language, "any"}) or counting.said("and", word, language)


def load() -> None:
    """What else the first typed answer would wait for: two seconds, with all questions at once."""
    with _loading:
        _books()


@cache
def _books() -> Mapping[str, Phrasebook]:
    of = lists()
    return {question: _book_of(known(question, of)) for question in offers.questions()}


def _book(question: str) -> Phrasebook:
    load()
    return _books().get(question) or _book_of(())


def _book_of(entries: Iterable[Entry]) -> Phrasebook:
    return Phrasebook(entries, lambda said: next(iter(said)) if len(said) == 1 else None)


def entries() -> Iterable[tuple[str, str, str, str]]:
    """Every (language, question, value, text) of the lists, as it is written."""
    for path in sorted((DATA / "answers").glob("*.toml")):
        language = path.stem
        for question, table in read_toml(path).items():
            for value, answers in table.items():
                for text in answers:
                    yield language, question, value, text


@dataclass(frozen=True, slots=True)
class Lists:
    """What the files hold, folded: by question, and the words for yes and no."""

    answers: Mapping[str, Sequence[Entry]]
    yes_and_no: Sequence[Entry]


def lists() -> Lists:
    """Read anew each time: what is made of them is kept, they are not."""
    found: dict[str, list[Entry]] = {}
    for language, question, value, text in entries():
        if folded := fold(text):
            found.setdefault(question, []).append((language, value, folded))
    return Lists(found, [entry for entry in navigation.entries() if entry[1] in ("yes", "no")])


def known(question: str, of: Lists) -> list[Entry]:
    """The question's own list first; then labels of the catalogues, the words for yes and no, and a question alike."""
    values = offers.questions().get(question, {})
    found: dict[tuple[str, str], str] = {}
    sources: list[Iterable[Entry]] = [of.answers.get(question, ()), _labels(question)]
    if not {"yes", "no"}.isdisjoint(values):
        sources.append(of.yes_and_no)
    sources += [of.answers.get(other, ()) for other in _SAME.get(question, ())]
    for source in sources:
        for language, value, folded in source:
            if value in values:
                found.setdefault((language, folded), value)
    return [(language, value, folded) for (language, folded), value in found.items()]


def _labels(question: str) -> Iterable[Entry]:
    for language in offers.offered():
        forms = texts.read(language).forms
        for value, contexts in offers.questions().get(question, {}).items():
            for context in contexts:
                if (folded := fold(forms.get(context, ("",))[-1])) and "{" not in forms[context][-1]:
                    yield language, value, folded

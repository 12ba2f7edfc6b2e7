"""Words of crisis in a message, in every language at once (G1): it may raise too often, it must not miss.

A text is read sentence by sentence, as folded words, with doubled letters made single ("kil myselff"). The lists in
data/crisis/<language>.toml hold phrases for each class, and under `unless` idioms: a phrase whose last word
lies in an idiom does not count ("die of boredom"). A phrase of one or two words does not count in a sentence that is
clearly of another language. In a phrase

    (a|b c)   one of these      (a|b)?   one of these, or nothing      word*   begins with      *   up to two words
    a-b       written together or apart, as Persian and Kurdish verbs are

A long word with one slip is read as the word of the lists that it is near to, if no list has it as it stands.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from locales import danger
from locales.detect import guess
from locales.folding import fold
from locales.languages import UNDERSTOOD
from locales.nearness import distance
from locales.source import DATA, read_toml
from locales.weights import Model

# Where one text holds several: what needs an answer first. 112 stands in front of every answer.
CLASSES = ("die", "child", "now", "hurt")
GAP = 2
SURE, SLIP = 0.95, 0.8
LONG, VERY_LONG = 6, 9  # letters of a word that may hold a slip, and of one that may where little stands around it
READ = 64  # words of a sentence that are looked at for slips
SHORTEST = 3  # letters of a beginning
SPEAKING = 3  # words of a phrase that are more than chance in another language
CLEAR = 0.9  # how sure a sentence has to be in a language for short phrases of others not to count
ALIKE = tuple(map(frozenset, ({"da", "nb", "sv"}, {"ru", "uk", "be"}, {"ar", "fa", "ps", "ckb"}, {"tr", "kmr"})))
_Match = tuple[int, int, str, str]  # indices of the first and the last word, class, language
_SENTENCES = re.compile(r"[.!?;؟؛。۔።፧]+(?=\s)")
_DOUBLED = re.compile(r"([^\W\d])\1+")
_PIECE = re.compile(r"\(([^)]*)\)(\??)|(\S+)")
_NONE: _Options = {}
_ARABIC_AND = ("و", "ف")  # written together with the word that follows


_Tail = tuple[str, ...]  # the further words of one that is several ("b c"), mostly none
_Options = Mapping[str, tuple[_Tail, ...]]


@dataclass(frozen=True, slots=True)
class _Part:
    """One place in a phrase: the first words of what may stand there, or their beginnings; or else a gap."""

    words: _Options
    beginnings: _Options
    optional: bool
    gap: bool


@dataclass(frozen=True, slots=True)
class _Phrase:
    parts: tuple[_Part, ...]
    name: str  # its class, or "unless"
    language: str


def detect(text: str) -> str | None:
    """die, hurt, child or now, or None. A few milliseconds for 4,096 characters."""
    found = find(text)
    return found[0][0] if found else None


def find(text: str) -> list[tuple[str, float]]:
    """Every class that the text speaks of, in the order of `CLASSES`, and how sure that is (0–1).

    Where the lists have nothing, the learned weights are asked (`locales.danger`), sentence by sentence.
    """
    return listed(text) or learned(text)


def learned(text: str, model: Model | None = None) -> list[tuple[str, float]]:
    """What the weights hear, those that ship or others."""
    found: dict[str, float] = {}
    for sentence in _SENTENCES.split(text):
        if len(sentence.split()) < danger.FEWEST:
            continue
        name, chance = max(danger.scores(sentence, model).items(), key=lambda one: one[1])
        chance -= danger.MORE if len(sentence.split()) <= danger.SHORT else 0
        if chance >= _enough_here(sentence, chance, model):
            found[name] = max(found.get(name, 0.0), min(chance, SLIP))
    return [(name, found[name]) for name in CLASSES if name in found]


def _enough_here(sentence: str, chance: float, model: Model | None) -> float:
    """The probability that is danger in this sentence, by its language; more in an idiom. Looked up only in doubt."""
    lowest, highest = danger.limits(model)
    if chance < lowest:
        return lowest
    if chance < danger.IN_AN_IDIOM and "unless" in _names([_readings(word) for word in _words(sentence)]):
        return danger.IN_AN_IDIOM
    return danger.limit(_language(sentence), model) if chance < highest else highest


def _language(sentence: str) -> str | None:
    guessed = guess(sentence)
    return guessed[0][0] if guessed else None


def _names(readings: list[tuple[str, ...]]) -> set[str]:
    """What any phrase of the lists says of these words, idioms included."""
    return {name for _, _, name, _ in _matches(readings)}


def listed(text: str) -> list[tuple[str, float]]:
    """What the lists have."""
    found: dict[str, float] = {}
    for sentence in _SENTENCES.split(text):
        words = _words(sentence)
        for name in _found(sentence, [_readings(word) for word in words]):
            found[name] = SURE
        if len(found) < len(CLASSES) and (slips := _slips(words)):
            for name in _found(sentence, slips, words):
                found.setdefault(name, SLIP)
    return [(name, found[name]) for name in CLASSES if name in found]


def _found(sentence: str, readings: list[tuple[str, ...]], slipped: Sequence[str] = ()) -> set[str]:
    """The classes of the phrases in a sentence that lie in no idiom of the same language, or of one that is like it.

    `slipped`: the words as written, where slips are forgiven. A phrase of one or two words is then too little, unless
    a word in it is very long: "shopping" is near to "shooting".
    """
    matches = _matches(readings)
    idioms = [(language, start, end) for start, end, name, language in matches if name == "unless"]
    standing = [
        match
        for match in matches
        if match[2] != "unless"
        and not any(match[3] in _alike(language) and first <= match[1] <= last for language, first, last in idioms)
    ]
    if slipped:
        standing = [match for match in standing if _enough(slipped[match[0] : match[1] + 1])]
    short = [match for match in standing if match[1] - match[0] < SPEAKING]
    if short and len(readings) >= SPEAKING and (other := _other_languages(sentence)):
        standing = [match for match in standing if match not in short or match[3] not in other]
    return {name for _, _, name, _ in standing}


def _enough(words: Sequence[str]) -> bool:
    return len(words) >= SPEAKING or any(len(word) >= VERY_LONG for word in words)


def _other_languages(sentence: str) -> frozenset[str]:
    """The languages that the sentence is surely not written in: a few of its words may be theirs by chance."""
    guessed = guess(sentence)
    if not guessed or guessed[0][1] < CLEAR:
        return frozenset()
    return frozenset(UNDERSTOOD) - _alike(guessed[0][0]) if guessed[0][0] in UNDERSTOOD else frozenset()


@cache
def _alike(language: str) -> frozenset[str]:
    return next((group for group in ALIKE if language in group), frozenset({language}))


def _matches(readings: list[tuple[str, ...]]) -> list[_Match]:
    phrases = _phrases()
    found: list[_Match] = []
    for start, words in enumerate(readings):
        for word in words:
            candidates: Iterable[_Phrase] = phrases.words.get(word, ())
            if starts := [one for one in _beginnings(word) if one in phrases.beginnings]:
                candidates = chain(candidates, *(phrases.beginnings[one] for one in starts))
            for phrase in candidates:
                ends: list[int] = []
                _follow(phrase.parts, 0, readings, start, ends)
                found += [(start, end - 1, phrase.name, phrase.language) for end in ends]
    return found


def _follow(parts: Sequence[_Part], number: int, readings: list[tuple[str, ...]], at: int, ends: list[int]) -> None:
    """Add where the phrase may end, from this part of it and this word on: the index after its last word."""
    if number == len(parts):
        ends.append(at)
        return
    part, number = parts[number], number + 1
    if part.optional:
        _follow(parts, number, readings, at, ends)
    if part.gap:
        for place in _gap(readings, at):
            _follow(parts, number, readings, place, ends)
        return
    for word in readings[at] if at < len(readings) else ():
        tails = part.words.get(word, ())
        if part.beginnings:
            tails = (*tails, *(tail for one in _beginnings(word) for tail in part.beginnings.get(one, ())))
        for tail in tails:
            for place in _through(tail, readings, at + 1) if tail else (at + 1,):
                _follow(parts, number, readings, place, ends)


def _through(tail: _Tail, readings: list[tuple[str, ...]], at: int) -> set[int]:
    """Where it goes on after these words."""
    places = {at}
    for token in tail:
        places = {place for before in places for place in _after(token, readings, before)}
    return places


def _gap(readings: list[tuple[str, ...]], at: int) -> Sequence[int]:
    return range(at, min(at + GAP, len(readings)) + 1)


def _after(token: str, readings: list[tuple[str, ...]], at: int) -> Sequence[int]:
    if token == "*":  # noqa: S105 a star of the phrase language
        return _gap(readings, at)
    words = readings[at] if at < len(readings) else ()
    if token.endswith("*"):
        return (at + 1,) if any(word.startswith(token[:-1]) for word in words) else ()
    return (at + 1,) if token in words else ()


def _beginnings(word: str) -> Iterator[str]:
    return (word[:length] for length in range(SHORTEST, len(word) + 1))


def _readings(word: str) -> tuple[str, ...]:
    return (word, word[1:]) if word[0] in _ARABIC_AND and len(word) > 3 else (word,)


def _slips(words: list[str]) -> list[tuple[str, ...]] | None:
    """The readings with the words that the long ones may have been meant as; None where there is no such word."""
    near = {word: _near(word) for word in words[:READ] if len(word) >= LONG}
    if not any(near.values()):
        return None
    return [_readings(word) + near.get(word, ()) for word in words]


@lru_cache(maxsize=4096)
def _near(word: str) -> tuple[str, ...]:
    """Words of the lists that are one slip away, neither at the beginning nor at the end: there it may be another form.

    Empty for a word that some list has.
    """
    phrases = _phrases()
    if word in phrases.known:
        return ()
    candidates = {*_those_with(phrases.long, word, _beginning), *_those_with(phrases.long_by_end, word, _end)}
    return tuple(other for other in candidates if _same_ends(word, other) and distance(word, other, 1))


def _those_with(words: Sequence[str], word: str, letters: Callable[[str], str]) -> Sequence[str]:
    """Of words in the order of these letters, those that have them as `word` has."""
    wanted = letters(word)
    return words[bisect_left(words, wanted, key=letters) : bisect_right(words, wanted, key=letters)]


def _beginning(word: str) -> str:
    return word[:3]


def _end(word: str) -> str:
    return word[-3:]


def _same_ends(word: str, other: str) -> bool:
    if word[0] != other[0] or word[-1] != other[-1]:
        return False
    return word[-2:] == other[-2:] or sorted(word) == sorted(other)  # two letters in the other order are a slip


def _words(text: str) -> list[str]:
    return _DOUBLED.sub(r"\1", fold(text)).split()


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The phrases under the words, and the beginnings of words, that they may start with."""

    words: Mapping[str, Sequence[_Phrase]]
    beginnings: Mapping[str, Sequence[_Phrase]]
    known: frozenset[str]  # every word that stands in a phrase
    long: Sequence[str]  # the long ones of them, by their first letters
    long_by_end: Sequence[str]  # and by their last three


@cache
def _phrases() -> _Phrases:
    reader = _Reader()
    words: dict[str, list[_Phrase]] = {}
    beginnings: dict[str, list[_Phrase]] = {}
    for path in sorted((DATA / "crisis").glob("*.toml")):
        for name, texts in read_toml(path).items():
            for text in texts:
                phrase = _Phrase(reader.parts(text), name, path.stem)
                for part in _first(phrase.parts):
                    for table, options in ((words, part.words), (beginnings, part.beginnings)):
                        for word in options:
                            table.setdefault(word, []).append(phrase)
    known = reader.known()
    long = [word for word in known if len(word) >= LONG]
    return _Phrases(words, beginnings, known, sorted(long), sorted(long, key=_end))


def _first(parts: Sequence[_Part]) -> Iterator[_Part]:
    """Those with which a phrase may start."""
    for part in parts:
        yield part
        if not part.optional:
            return


class _Reader:
    """Many phrases share their parts ("(my husband|he|…)"), and most parts their words: each is made once."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, bool], _Part] = {}
        self._folded: dict[str, tuple[str, ...]] = {}
        self._tails: dict[tuple[_Tail, ...], tuple[_Tail, ...]] = {}

    def parts(self, text: str) -> tuple[_Part, ...]:
        return tuple(self._part(options or word, bool(mark)) for options, mark, word in _PIECE.findall(text))

    def known(self) -> frozenset[str]:
        """Every word that stood in a phrase."""
        found: set[str] = set()
        for part in self._made.values():
            found.update(part.words)
            for tail in chain(*part.words.values(), *part.beginnings.values()):
                found.update(token for token in tail if not token.endswith("*"))
        return frozenset(found)

    def _part(self, piece: str, optional: bool) -> _Part:
        key = (piece, optional)
        if key not in self._made:
            words: dict[str, tuple[_Tail, ...]] = {}
            beginnings: dict[str, tuple[_Tail, ...]] = {}
            for option in () if piece == "*" else _spellings(piece):
                first, *tail = chain.from_iterable(map(self._tokens, option.split()))
                table, word = (beginnings, first[:-1]) if first.endswith("*") else (words, first)
                tails = (*table.get(word, ()), tuple(tail))
                table[word] = self._tails.setdefault(tails, tails)
            self._made[key] = _Part(words or _NONE, beginnings or _NONE, optional, gap=piece == "*")
        return self._made[key]

    def _tokens(self, word: str) -> tuple[str, ...]:
        """A word as it is compared, with its star."""
        if word not in self._folded:
            words = _words(word)
            tokens = (" ".join(words) + "*",) if word.endswith("*") else tuple(words)
            self._folded[word] = tuple(sys.intern(token) for token in tokens)
        return self._folded[word]


def _spellings(options: str) -> list[str]:
    return [
        option.replace("-", joint) for option in options.split("|") for joint in (("", " ") if "-" in option else ("",))
    ]

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
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from locales import danger
from locales.detect import guess
from locales.folding import fold
from locales.languages import UNDERSTOOD
from locales.nearness import distance
from locales.source import DATA, read_toml

# Where one text holds several: what needs an answer first. 112 stands in front of every answer.
CLASSES = ("die", "child", "now", "hurt")
GAP = 2
SURE, SLIP = 0.95, 0.8
LONG, VERY_LONG = 6, 9  # letters of a word that may hold a slip, and of one that may where little stands around it
READ = 64  # words of a sentence that are looked at for slips
SPEAKING = 3  # words of a phrase that are more than chance in another language
CLEAR = 0.9  # how sure a sentence has to be in a language for short phrases of others not to count
ALIKE = tuple(map(frozenset, ({"da", "nb", "sv"}, {"ru", "uk", "be"}, {"ar", "fa", "ps", "ckb"}, {"tr", "kmr"})))
_Match = tuple[int, int, str, str]  # indices of the first and the last word, class, language
_SENTENCES = re.compile(r"[.!?;؟؛。۔።፧]+(?=\s)")
_DOUBLED = re.compile(r"([^\W\d])\1+")
_PIECE = re.compile(r"\(([^)]*)\)(\??)|(\S+)")
_ARABIC_AND = ("و", "ف")  # written together with the word that follows


class _Node:
    """A place in the phrases: which words lead on from here, and what it means if nothing more has to follow.

    There are tens of thousands, and most lead on to little: what is empty, or leads to one place alone, is shared.
    """

    __slots__ = ("alone", "beginnings", "ends", "gaps", "words")

    def __init__(self) -> None:
        self.words = _NOWHERE
        self.beginnings = _NOWHERE
        self.gaps: tuple[_Node, ...] = ()
        self.ends: frozenset[tuple[str, str]] = frozenset()  # class and language
        self.alone = (self,)

    def lead(self, token: str, to: _Node) -> None:
        if token == "*":  # noqa: S105 a star of the phrase language
            self.gaps += to.alone
        elif token.endswith("*"):
            self.beginnings = _with(self.beginnings, token[:-1], to)
        else:
            self.words = _with(self.words, token, to)


_NOWHERE: dict[str, tuple[_Node, ...]] = {}


def _with(table: dict[str, tuple[_Node, ...]], key: str, to: _Node) -> dict[str, tuple[_Node, ...]]:
    table = {} if table is _NOWHERE else table
    table[sys.intern(key)] = table[key] + to.alone if key in table else to.alone
    return table


def detect(text: str) -> str | None:
    """die, hurt, child or now, or None. A few milliseconds for 4,096 characters."""
    found = find(text)
    return found[0][0] if found else None


def find(text: str) -> list[tuple[str, float]]:
    """Every class that the text speaks of, in the order of `CLASSES`, and how sure that is (0–1).

    Where the lists have nothing, the learned weights are asked (`locales.danger`), sentence by sentence.
    """
    return listed(text) or _learned(text)


def _learned(text: str) -> list[tuple[str, float]]:
    found: dict[str, float] = {}
    for sentence in _SENTENCES.split(text):
        if len(sentence.split()) < danger.FEWEST:
            continue
        name, chance = max(danger.scores(sentence).items(), key=lambda one: one[1])
        idiom = chance >= danger.RAISED and "unless" in _names([_readings(word) for word in _words(sentence)])
        if chance >= (danger.IN_AN_IDIOM if idiom else danger.RAISED):
            found[name] = max(found.get(name, 0.0), min(chance, SLIP))
    return [(name, found[name]) for name in CLASSES if name in found]


def _names(readings: list[tuple[str, ...]]) -> set[str]:
    """What any phrase of the lists says of these words, idioms included."""
    matches: list[_Match] = []
    for start in range(len(readings)):
        _follow(_phrases().root, readings, start, start, matches)
    return {name for _, _, name, _ in matches}


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
    root = _phrases().root
    matches: list[_Match] = []
    for start in range(len(readings)):
        _follow(root, readings, start, start, matches)
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


def _follow(node: _Node, readings: list[tuple[str, ...]], start: int, at: int, matches: list[_Match]) -> None:
    """Add each phrase that goes on from here."""
    matches += [(start, at - 1, name, language) for name, language in node.ends]
    if at == len(readings):
        return
    for word in readings[at]:
        for following in node.words.get(word, ()):
            _follow(following, readings, start, at + 1, matches)
        if node.beginnings:
            for length in range(3, len(word) + 1):
                for following in node.beginnings.get(word[:length], ()):
                    _follow(following, readings, start, at + 1, matches)
    for following in node.gaps:
        for skipped in range(min(GAP, len(readings) - at) + 1):
            _follow(following, readings, start, at + skipped, matches)


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
    if word in phrases.words:
        return ()
    candidates = {*phrases.ends.get(word[:3], ()), *phrases.ends.get("-" + word[-3:], ())}
    return tuple(other for other in candidates if _same_ends(word, other) and distance(word, other, 1))


def _same_ends(word: str, other: str) -> bool:
    if word[0] != other[0] or word[-1] != other[-1]:
        return False
    return word[-2:] == other[-2:] or sorted(word) == sorted(other)  # two letters in the other order are a slip


def _words(text: str) -> list[str]:
    return _DOUBLED.sub(r"\1", fold(text)).split()


@dataclass(frozen=True, slots=True)
class _Phrases:
    root: _Node
    words: frozenset[str]
    ends: Mapping[str, list[str]]  # first three letters, or - and the last three → long words


@cache
def _phrases() -> _Phrases:
    root, words = _Node(), set[str]()
    for path in sorted((DATA / "crisis").glob("*.toml")):
        for name, phrases in read_toml(path).items():
            for phrase in phrases:
                _add(root, phrase, (name, path.stem), words)
    ends: dict[str, list[str]] = {}
    for word in sorted(words):
        if len(word) >= LONG:
            ends.setdefault(word[:3], []).append(word)
            ends.setdefault("-" + word[-3:], []).append(word)
    return _Phrases(root, frozenset(words), ends)


def _add(root: _Node, phrase: str, end: tuple[str, str], words: set[str]) -> None:
    """Each part of a phrase ends in one common node, so that many alternatives stay few nodes."""
    fronts = [root]
    for options, optional, word in _PIECE.findall(phrase):
        after = _Node()
        for option in _spellings(options or word):
            tokens = _tokens(option)
            words.update(token for token in tokens if not token.endswith("*"))
            for front in fronts:
                node = front
                for token in tokens[:-1]:
                    between = _Node()
                    node.lead(token, between)
                    node = between
                node.lead(tokens[-1], after)
        fronts = [after, *fronts] if optional else [after]
    for front in fronts:
        front.ends |= {end}


def _spellings(options: str) -> list[str]:
    return [
        option.replace("-", joint) for option in options.split("|") for joint in (("", " ") if "-" in option else ("",))
    ]


def _tokens(option: str) -> list[str]:
    return [
        piece if piece == "*" else " ".join(_words(piece)) + "*" * piece.endswith("*")
        for word in option.split()
        for piece in (_words(word) if not word.endswith("*") else [word])
    ]

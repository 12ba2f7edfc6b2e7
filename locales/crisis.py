"""Words of crisis in a message, in every language at once (G1): it may raise too often, it must not miss.

A text is read sentence by sentence, as folded words, with doubled letters made single ("kil myselff"). The lists in
data/crisis/<language>.toml hold phrases for each class, and under `unless` idioms: a phrase whose last word
lies in an idiom does not count ("die of boredom"). In a phrase

    (a|b c)   one of these      (a|b)?   one of these, or nothing      word*   begins with      *   up to two words
    a-b       written together or apart, as Persian and Kurdish verbs are
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from locales.folding import fold
from locales.source import DATA, read_toml

# Where one text holds several: what needs an answer first. 112 stands in front of every answer.
CLASSES = ("die", "child", "now", "hurt")
GAP = 2
_SENTENCES = re.compile(r"[.!?;؟؛。۔።፧]+(?=\s)")
_DOUBLED = re.compile(r"([^\W\d])\1+")
_PIECE = re.compile(r"\(([^)]*)\)(\??)|(\S+)")
_ARABIC_AND = ("و", "ف")  # written together with the word that follows


@dataclass(slots=True)
class _Node:
    """A place in the phrases: which words lead on from here, and what it means if nothing more has to follow."""

    words: dict[str, list[_Node]] = field(default_factory=dict)
    beginnings: dict[str, list[_Node]] = field(default_factory=dict)
    gaps: list[_Node] = field(default_factory=list)
    ends: set[str] = field(default_factory=set)

    def lead(self, token: str, to: _Node) -> None:
        if token == "*":  # noqa: S105 a star of the phrase language
            self.gaps.append(to)
        elif token.endswith("*"):
            self.beginnings.setdefault(token[:-1], []).append(to)
        else:
            self.words.setdefault(token, []).append(to)


def detect(text: str) -> str | None:
    """die, hurt, child or now, or None. A few milliseconds for 4,096 characters."""
    found: set[str] = set()
    for sentence in _SENTENCES.split(text):
        words = _words(sentence)
        found |= _found(words)
    return next((name for name in CLASSES if name in found), None)


def _found(words: list[str]) -> set[str]:
    root, readings = _phrases(), [_readings(word) for word in words]
    matches: list[tuple[int, int, str]] = []
    for start in range(len(words)):
        _follow(root, readings, start, start, matches)
    idioms = [(start, end) for start, end, name in matches if name == "unless"]
    return {
        name for _, end, name in matches if name != "unless" and not any(first <= end <= last for first, last in idioms)
    }


def _follow(
    node: _Node, readings: list[tuple[str, ...]], start: int, at: int, matches: list[tuple[int, int, str]]
) -> None:
    """Add (index of the first word, index of the last, class) for each phrase that goes on from here."""
    matches += [(start, at - 1, name) for name in node.ends]
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


def _words(text: str) -> list[str]:
    return _DOUBLED.sub(r"\1", fold(text)).split()


@cache
def _phrases() -> _Node:
    root = _Node()
    for path in sorted((DATA / "crisis").glob("*.toml")):
        for name, phrases in read_toml(path).items():
            for phrase in phrases:
                _add(root, phrase, name)
    return root


def _add(root: _Node, phrase: str, name: str) -> None:
    """Each part of a phrase ends in one common node, so that many alternatives stay few nodes."""
    fronts = [root]
    for options, optional, word in _PIECE.findall(phrase):
        after = _Node()
        for option in _spellings(options or word):
            tokens = _tokens(option)
            for front in fronts:
                node = front
                for token in tokens[:-1]:
                    between = _Node()
                    node.lead(token, between)
                    node = between
                node.lead(tokens[-1], after)
        fronts = [after, *fronts] if optional else [after]
    for front in fronts:
        front.ends.add(name)


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

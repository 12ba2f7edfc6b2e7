"""Plain words, by lists in data/plain/<language>.toml: what a word list can tell of I-03 to I-06 of domain.md §5.

instead   a hard word, with what to say instead                    (I-04; numbers in digits: I-06)
address   a wrong "you": one form of address for each language     (I-05)
same      a second word for a thing that has one already           (I-03)
dates     a date in figures alone                                  (I-06)
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from locales.source import HERE

_DATE = re.compile(r"\b\d{1,2}([./-])\d{1,2}\1\d{2,4}\b|\b\d{1,2}/\d{1,2}\b")
_PLACEHOLDER = re.compile(r"{\w*}")


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    say: str
    pattern: re.Pattern[str]


def lint(language: str, text: str, folder: Path = HERE) -> Iterator[str]:
    """One line for each word in `text` that a plainer one should replace; nothing for a language without a list."""
    text = _PLACEHOLDER.sub("", text)
    for rule in _rules(language, folder):
        if found := rule.pattern.search(text):
            yield f"{found[0]!r}: say {rule.say!r} [{rule.name}]"
    if found := _DATE.search(text):
        yield f"{found[0]!r}: write the day and the month in words [dates]"


@cache
def _rules(language: str, folder: Path) -> tuple[_Rule, ...]:
    path = folder / "data" / "plain" / f"{language}.toml"
    if not path.exists():
        return ()
    lists = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(_read(lists))


def _read(lists: Mapping[str, Mapping[str, str | list[str]]]) -> Iterator[_Rule]:
    for name in ("instead", "address"):
        for word, say in lists.get(name, {}).items():
            yield _Rule(name, str(say), _pattern(word))
    for say, others in lists.get("same", {}).items():
        yield from (_Rule("same", say, _pattern(other)) for other in others)


def _pattern(word: str) -> re.Pattern[str]:
    """A whole word, however it is written large or small; `*` stands for any ending."""
    bare = word.removesuffix("*")
    ending = r"\w*" if word.endswith("*") else r"(?!\w)"
    return re.compile(rf"(?<!\w){re.escape(bare)}{ending}", re.IGNORECASE)

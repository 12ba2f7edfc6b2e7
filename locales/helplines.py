"""Numbers to call in one country. Nothing is shown that is not in its file (G3) or not confirmed; 112 is always."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from locales.source import DATA, read_toml

NOWHERE = "ZZ"  # CLDR's code for an unknown region: the file with 112 alone
OLD = timedelta(days=180)
# What helps in which class of crisis, or with what else a person may ask for. Another name is a fault of the program.
KINDS = {
    "now": ("emergency", "ambulance", "fire"),
    "die": ("mood",),
    "hurt": ("violence",),
    "child": ("child",),
    "victims": ("victims",),
    "medical": ("medical",),
}


@dataclass(frozen=True, slots=True)
class HelpLine:
    """`mark` is the evidence: F found, K known, I inferred, or secondary. `hours`: `24/7`, `7-22`, or unknown."""

    kind: str
    number: str
    mark: str
    source: str = ""
    checked_on: date | None = None
    hours: str | None = None
    languages: tuple[str, ...] = ()
    cost: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class HelpLines:
    country: str
    lines: tuple[HelpLine, ...]
    confirmed: frozenset[str] = frozenset()

    def shown(self, line: HelpLine) -> bool:
        return line.number == "112" or line.mark == "F" or _digits(line.number) in self.confirmed

    def find(self, language: str, classes: Sequence[str]) -> tuple[HelpLine, ...]:
        """The emergency number, then what helps in these classes, preferring lines that speak the language."""
        kinds = ["emergency"]
        for name in classes:
            kinds.extend(KINDS[name])
        found: dict[str, HelpLine] = {}
        for kind in dict.fromkeys(kinds):
            for line in self._best(kind, language):
                found.setdefault(_digits(line.number), line)  # one number may serve two kinds; say it once
        return tuple(found.values())

    def unconfirmed(self) -> tuple[HelpLine, ...]:
        """Lines that wait for the operator: they are known, but nobody has checked them."""
        return tuple(line for line in self.lines if not self.shown(line))

    def old(self, today: date) -> tuple[HelpLine, ...]:
        """Shown lines whose source is older than 180 days, or has no date; 112 does not age."""
        return tuple(
            line
            for line in self.lines
            if self.shown(line)
            and line.number != "112"
            and _digits(line.number) not in self.confirmed
            and (line.checked_on is None or today - line.checked_on > OLD)
        )

    def _best(self, kind: str, language: str) -> Iterator[HelpLine]:
        lines = [line for line in self.lines if line.kind == kind and self.shown(line)]
        best = min((_rank(line, language) for line in lines), default=0)
        return (line for line in lines if _rank(line, language) == best)


def countries() -> tuple[str, ...]:
    """The countries that have a file."""
    return tuple(sorted(path.stem for path in (DATA / "helplines").glob("*.toml") if path.stem != NOWHERE))


def read(country: str | None, confirmed: Collection[str] = ()) -> HelpLines:
    """The lines of a country (ISO 3166-1), or 112 alone where it is unknown.

    `confirmed` are numbers that the operator has called, as `DE:116111` or bare, however spaced.
    """
    code = country if country in countries() else NOWHERE
    entries = read_toml(DATA / "helplines" / f"{code}.toml")["line"]
    lines = tuple(HelpLine(**{**entry, "languages": tuple(entry.get("languages", ()))}) for entry in entries)
    called = (entry.rpartition(":") for entry in confirmed)
    return HelpLines(code, lines, frozenset(_digits(number) for where, _, number in called if where in ("", code)))


def known(country: str, number: str) -> bool:
    """Whether that country has a line of that number, however spaced."""
    return country in countries() and any(_digits(line.number) == _digits(number) for line in read(country).lines)


def _rank(line: HelpLine, language: str) -> int:
    """Lower is better: speaks the language; does not say what it speaks; speaks English; speaks something else."""
    if language in line.languages:
        return 0
    if not line.languages:
        return 1
    return 2 if "en" in line.languages else 3


def _digits(number: str) -> str:
    return "".join(character for character in number if character.isdigit())

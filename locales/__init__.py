"""The words, and understanding them: catalogues, labels, dates, help lines; crisis and navigation words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from pathlib import Path
from string import Formatter
from zoneinfo import ZoneInfo

from dialogs.terms import Topic
from locales import ages, answers, folding, helplines, languages, money, taxonomy, texts
from locales.bidi import isolate, start_right_to_left
from locales.calendar import OfficeCalendar, OfficeHours, in_words
from locales.source import HERE
from locales.texts import Incomplete, Texts

__all__ = ["Catalogue", "Incomplete", "complete", "load"]

_HOURS = re.compile(r"\d{1,2}(:\d\d)?-\d{1,2}(:\d\d)?")


class Catalogue:
    """The texts of the offered languages and what else a talk needs to speak: `dialogs.terms.Words`."""

    def __init__(
        self,
        offered: Mapping[str, Texts],
        organisation: str,
        calendar: OfficeCalendar,
        lines: helplines.HelpLines,
        clock: Callable[[], datetime],
    ) -> None:
        self.languages: Sequence[str] = tuple(offered)
        self.topics: Sequence[Topic] = taxonomy.topics()
        self.calendar = calendar
        self.help = lines
        self._texts = offered
        self._organisation = organisation
        self._age = ages.of(calendar.country)
        self._clock = clock
        self._label = lru_cache(maxsize=4096)(folding.label)

    def text(self, language: str, context: str, /, **values: str | int) -> str:
        """The text, every value in it isolated; `{n}` chooses the plural form.

        `{org}`, `{age}` (from which one may agree alone) and the amounts of money of the country are always known.

        A language that is not offered any more is answered in the first that is. Raises KeyError for a
        context that does not exist or a placeholder without a value: that is a fault of the program.
        """
        found = self._offered(language)
        number = values.get("n")
        template = found.find(context, number if isinstance(number, int) else None)
        if "{" in template:
            amounts = money.amounts(self.calendar.country, found.language)
            known: dict[str, str | int] = {"org": self._organisation, "age": self._age, **amounts, **values}
            template = template.format_map({name: isolate(str(known[name])) for name in _named(template)})
        return start_right_to_left(template) if languages.known()[found.language].rtl else template

    def own_name(self, language: str, /) -> str:
        known = languages.known().get(language)
        return known.name if known else language

    def label(self, language: str, text: str, /) -> str:
        """Empty for a text without letters and digits, which is equal to nothing."""
        # Labels come again and again; what a person writes at length is not kept in a cache.
        return self._label(language, text) if len(text) <= 40 else folding.label(language, text)

    def number(self, text: str, /) -> int | None:
        return folding.number(text)

    def answer(self, language: str, question: str, values: Sequence[str], text: str, /) -> Sequence[tuple[str, float]]:
        return answers.find(question, text, language, values)

    def promise(self, language: str, urgency: str, now: datetime, /) -> tuple[date, str]:
        day = self.calendar.promise(urgency, now)
        return day, self._in_words(language, day, self.calendar.local(now).date())

    def day(self, language: str, moment: datetime | date, /) -> str:
        day = self.calendar.local(moment).date() if isinstance(moment, datetime) else moment
        return self._in_words(language, day, self.calendar.local(self._clock()).date())

    def morning(self, now: datetime, days: int, /) -> datetime:
        return self.calendar.morning(now, days)

    def help_lines(self, language: str, classes: Sequence[str], /) -> tuple[str, ...]:
        return tuple(self._help_line(language, line) for line in self.help.find(language, classes))

    def watched(self, now: datetime, /) -> bool:
        return self.calendar.watched(now)

    def _offered(self, language: str) -> Texts:
        found = self._texts.get(language) or self._texts.get(language.split("-")[0])
        return found or self._texts[self.languages[0]]

    def _in_words(self, language: str, day: date, today: date) -> str:
        return in_words(languages.known()[self._offered(language).language], day, today)

    def _help_line(self, language: str, line: helplines.HelpLine) -> str:
        what = self.text(language, f"help.{line.kind}")
        # Always on is what 112 is known for; said of another number it takes away a doubt.
        if line.hours == "24/7" and line.kind != "emergency":
            return self.text(language, "help.always", what=what, number=line.number)
        if line.hours and _HOURS.fullmatch(line.hours):
            hours = line.hours.replace("-", "–")
            return self.text(language, "help.between", what=what, number=line.number, hours=hours)
        return self.text(language, "help.plain", what=what, number=line.number)


@cache
def _named(template: str) -> tuple[str, ...]:
    """The placeholders of a text. There are as many templates as the catalogues have texts."""
    return tuple({name for _, name, _, _ in Formatter().parse(template) if name})


def complete(folder: Path = HERE) -> tuple[str, ...]:
    """The languages whose catalogue for people is whole, in the order of data/languages.toml."""
    return tuple(
        code
        for code in languages.known()
        if (code == texts.SOURCE_LANGUAGE or texts.po_path(code, folder=folder).exists())
        and not texts.read(code, folder=folder).missing
    )


def load(
    offered: Sequence[str],
    *,
    organisation: str,
    country: str | None,
    time_zone: ZoneInfo,
    office_hours: OfficeHours,
    confirmed: Collection[str] = (),
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    folder: Path = HERE,
) -> Catalogue:
    """The catalogue of the `offered` languages, in this order; of all complete ones if none is named.

    `confirmed` are help lines that the operator has called (`DE:116111`). `clock` tells only whether a date
    lies in this year. Raises `Incomplete` for a language with a missing text, or without any.
    """
    read: dict[str, Texts] = {}
    for code in offered or complete(folder):
        if code not in languages.known():
            raise Incomplete(code, ("the language itself, in data/languages.toml",))
        read[code] = texts.read(code, folder=folder)
        if read[code].missing:
            raise Incomplete(code, read[code].missing)
    lines = helplines.read(country, confirmed)
    name = unicodedata.normalize("NFC", organisation)
    calendar = OfficeCalendar(office_hours, time_zone, country)
    # Public holidays take a while to import: better at start than in somebody's turn.
    calendar.promise("U1", clock())
    return Catalogue(read, name, calendar, lines, clock)

"""When the office is staffed, until when a person answers, and dates in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import holidays
from babel.dates import format_date
from holidays.registry import EntityLoader

from locales.languages import Language, babel_code

DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
# Working days until a person answers (domain.md 3.5). U4, "the next network meeting", is within four weeks.
PROMISE: Mapping[str, int] = {"U0": 1, "U1": 1, "U2": 3, "U3": 10, "U4": 20}
_EXAMPLE = "write it as 'mo-fr 9-16' or 'mo-th 8-12,13-16; fr 8:30-12'"
_GAPS = re.compile(r"\s*([-–,;])\s*")
_DAYS = re.compile(r"([a-z]{2})(?:[-–]([a-z]{2}))?")
_HOURS = re.compile(r"(\d{1,2})(?::([0-5]\d))?[-–](\d{1,2})(?::([0-5]\d))?")

Spans = tuple[tuple[int, int], ...]  # from, until, in minutes of the local day


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """Spans of minutes for each weekday (0 is Monday) on which somebody is there; at least one day."""

    spans: Mapping[int, Spans]

    @classmethod
    def parse(cls, text: str) -> OfficeHours:
        """`mo-fr 9-16`, `mo-th 8-12,13-16; fr 8:30-12`. Raises ValueError saying what would be right."""
        spans: dict[int, Spans] = {}
        for part in filter(None, _GAPS.sub(r"\1", text.strip().casefold()).split(";")):
            days, _, hours = part.partition(" ")
            wanted = [_span(piece, text) for piece in hours.split(",")]
            for day in (day for piece in days.split(",") for day in _weekdays(piece, text)):
                if day in spans:
                    raise ValueError(f"{text!r} names {DAYS[day]} twice: {_EXAMPLE}")
                spans[day] = tuple(sorted(wanted))
        if not spans:
            raise ValueError(f"the office hours are empty: {_EXAMPLE}")
        return cls(spans)

    def open_at(self, local: datetime) -> bool:
        minute = local.hour * 60 + local.minute
        return any(start <= minute < end for start, end in self.spans.get(local.weekday(), ()))


@dataclass(frozen=True, slots=True)
class OfficeCalendar:
    """Office hours in a time zone, with the public holidays of a country (those of the whole country)."""

    hours: OfficeHours
    zone: ZoneInfo
    country: str | None = None
    _holidays: dict[int, frozenset[date]] = field(default_factory=dict, compare=False)

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone)

    def works_on(self, day: date) -> bool:
        return day.weekday() in self.hours.spans and day not in self._year(day.year)

    def watched(self, now: datetime) -> bool:
        local = self.local(now)
        return self.works_on(local.date()) and self.hours.open_at(local)

    def promise(self, urgency: str, now: datetime) -> date:
        """The last day on which a person answers: so many working days after today, whatever the hour."""
        day = self.local(now).date()
        left = PROMISE.get(urgency, PROMISE["U3"])
        while left:
            day += timedelta(days=1)
            left -= self.works_on(day)
        return day

    def morning(self, now: datetime, days: int) -> datetime:
        """Ten o'clock local time, `days` days after `now`, as UTC: never within the quiet hours of 20 to 9."""
        local = self.local(now)
        return datetime.combine(local.date() + timedelta(days=days), time(10), self.zone).astimezone(UTC)

    def _year(self, year: int) -> frozenset[date]:
        if year not in self._holidays:
            known = holidays.country_holidays(self.country, years=year) if self.country in _known_countries() else {}
            self._holidays[year] = frozenset(day for day, name in known.items() if name != "Sunday")
        return self._holidays[year]


def _known_countries() -> frozenset[str]:
    """Whose public holidays are known, by name alone: `holidays.list_supported_countries` would import all of them."""
    return frozenset(EntityLoader.get_country_codes(include_aliases=True))


def in_words(language: Language, day: date, today: date) -> str:
    """ "Monday 3 May"; with the year only if that is not this year (I-06)."""
    if language.day is None or language.day_of_year is None:
        return format_date(day, "full", locale=babel_code(language.code))
    pattern = language.day if day.year == today.year else language.day_of_year
    if language.months:
        month = format_date(day, "MMMM", locale=language.months)
        pattern = pattern.replace("MMMM", f"'{month}'/MMMM")
    return format_date(day, pattern, locale=babel_code(language.code))


def _weekdays(text: str, whole: str) -> list[int]:
    match = _DAYS.fullmatch(text)
    if match is None or any(name and name not in DAYS for name in match.groups()):
        raise ValueError(f"{text!r} in {whole!r} is no day (known are {' '.join(DAYS)}): {_EXAMPLE}")
    first = DAYS.index(match[1])
    last = DAYS.index(match[2]) if match[2] else first
    return [day % 7 for day in range(first, last + 1 if last >= first else last + 8)]


def _span(text: str, whole: str) -> tuple[int, int]:
    match = _HOURS.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} in {whole!r} are no hours: {_EXAMPLE}")
    start, end = (int(match[hour]) * 60 + int(match[hour + 1] or 0) for hour in (1, 3))
    if not start < end <= 24 * 60:
        raise ValueError(f"{text!r} in {whole!r} must run from an earlier to a later hour of one day: {_EXAMPLE}")
    return start, end

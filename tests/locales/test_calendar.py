"""Office hours, working days and dates in words."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from locales import languages
from locales.calendar import PROMISE, OfficeCalendar, OfficeHours, in_words

RIGA = ZoneInfo("Europe/Riga")


def calendar(hours: str = "mo-fr 9-16", country: str | None = "LV", zone: ZoneInfo = RIGA) -> OfficeCalendar:
    return OfficeCalendar(OfficeHours.parse(hours), zone, country)


@pytest.mark.parametrize(
    ("text", "weekday", "spans"),
    [
        ("mo-fr 9-16", 4, ((540, 960),)),
        ("MO-FR 9-16", 0, ((540, 960),)),
        ("mo - fr 9 - 16", 0, ((540, 960),)),
        ("mo-th 8-12,13-16; fr 8:30-12", 0, ((480, 720), (780, 960))),
        ("mo-th 8-12,13-16; fr 8:30-12", 4, ((510, 720),)),
        ("mo, we 10-12", 2, ((600, 720),)),
        ("sa-su 0-24", 6, ((0, 1440),)),
        ("sa-mo 10-11", 0, ((600, 660),)),
    ],
)
def test_office_hours_are_read(text: str, weekday: int, spans: tuple[tuple[int, int], ...]) -> None:
    assert OfficeHours.parse(text).spans[weekday] == spans


@pytest.mark.parametrize(
    "text",
    ["", ";", "9-16", "mo-fr", "mo-fx 9-16", "mo 16-9", "mo 9-9", "mo 9-25", "mo 9:60-10", "mo-fr 9-16; fr 9-12"],
)
def test_wrong_office_hours_say_what_would_be_right(text: str) -> None:
    with pytest.raises(ValueError, match="mo-fr 9-16"):
        OfficeHours.parse(text)


@pytest.mark.parametrize(
    ("moment", "watched"),
    [
        ("2026-11-23T09:00+02:00", True),
        ("2026-11-23T15:59+02:00", True),
        ("2026-11-23T08:59+02:00", False),
        ("2026-11-23T16:00+02:00", False),
        ("2026-11-22T12:00+02:00", False),  # a Sunday
        ("2026-11-18T12:00+02:00", False),  # Latvia's independence day, a Wednesday
        ("2026-11-23T07:30+00:00", True),  # half past nine in Riga
    ],
)
def test_the_office_is_watched_in_its_hours_on_its_days(moment: str, watched: bool) -> None:
    assert calendar().watched(datetime.fromisoformat(moment)) is watched


def test_without_a_country_there_are_no_public_holidays() -> None:
    assert calendar(country=None).watched(datetime(2026, 11, 18, 10, tzinfo=UTC))
    assert calendar(country="ZZ").watched(datetime(2026, 11, 18, 10, tzinfo=UTC))


@pytest.mark.parametrize(
    ("urgency", "until"),
    [
        ("U0", date(2026, 5, 5)),  # Friday 1 May and Monday 4 May are public holidays in Latvia
        ("U1", date(2026, 5, 5)),
        ("U2", date(2026, 5, 7)),
        ("U3", date(2026, 5, 18)),
        ("U4", date(2026, 6, 1)),
        ("unknown", date(2026, 5, 18)),
    ],
)
def test_a_promise_counts_working_days_only(urgency: str, until: date) -> None:
    assert calendar().promise(urgency, datetime(2026, 4, 30, 9, tzinfo=UTC)) == until


def test_a_promise_over_the_turn_of_the_year() -> None:
    # 24, 25, 26 and 31 December and 1 January are public holidays in Latvia; Saturdays and Sundays are free.
    assert calendar().promise("U3", datetime(2026, 12, 23, 9, tzinfo=UTC)) == date(2027, 1, 12)


def test_the_day_begins_where_the_office_is() -> None:
    late = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)  # already Tuesday in Riga
    assert calendar().promise("U1", late) == date(2026, 11, 25)
    assert calendar(zone=ZoneInfo("Europe/Lisbon")).promise("U1", late) == date(2026, 11, 24)


def test_an_office_of_one_day_a_week_promises_its_own_days() -> None:
    assert calendar("tu 9-12").promise("U2", datetime(2026, 11, 23, 9, tzinfo=UTC)) == date(2026, 12, 8)


def test_the_more_urgent_the_sooner() -> None:
    days = [PROMISE[level] for level in ("U0", "U1", "U2", "U3", "U4")]
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("language", "day", "words"),
    [
        ("en", date(2027, 5, 3), "Monday 3 May"),
        ("en", date(2028, 1, 4), "Tuesday 4 January 2028"),
        ("ar", date(2027, 5, 3), "الاثنين 3 أيار/مايو"),
        ("ar", date(2028, 1, 4), "الثلاثاء 4 كانون الثاني/يناير 2028"),
        ("fi", date(2027, 5, 3), "maanantaina 3. toukokuuta"),  # "on Monday", as it stands in every sentence
        ("fi", date(2028, 1, 4), "tiistaina 4. tammikuuta 2028"),
        ("de", date(2027, 5, 3), "Montag, 3. Mai"),
        ("de", date(2028, 1, 4), "Dienstag, 4. Januar 2028"),
        ("sv", date(2027, 5, 3), "måndag 3 maj 2027"),  # as CLDR has it
    ],
)
def test_a_date_in_words_has_weekday_and_month_and_the_year_only_if_it_is_another(
    language: str, day: date, words: str
) -> None:
    assert in_words(languages.known()[language], day, date(2027, 4, 30)) == words

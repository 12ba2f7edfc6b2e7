"""`sempre breach`: what the notification of a breach asks for, when it is due, and a text for whom it concerns."""

from __future__ import annotations

import argparse
import asyncio
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

import locales
from bot import keys, settings
from bot.clock import clock
from bot.problem import Problem, WrongUsage
from bot.settings import Settings
from locales import taxonomy
from storage import breach, staff
from storage.breach import Concerned
from storage.database import open_database

TERM = timedelta(hours=72)
"""Art. 33(1) GDPR: from the moment at which one learned of it. DSG-EKD § 32 says "without delay, within 72 hours"."""


def run(arguments: argparse.Namespace) -> int:
    current = settings.load()
    now = clock(current)()
    since, until, learned = (_moment(current, name, getattr(arguments, name)) for name in ("since", "until", "learned"))
    if not arguments.everything and since is None:
        raise WrongUsage("Say from when, as --since 2026-11-20T08:00, or --everything if database and key were taken.")
    found = asyncio.run(_ask(current, arguments, since, until or now))
    for line in (*_clock(current, learned or now, now), "", *_numbers(found, arguments), "", *_texts(current)):
        print(line)
    return 0


def _moment(current: Settings, name: str, given: str | None) -> datetime | None:
    """As typed, in the office's time zone unless it names one."""
    if given is None:
        return None
    try:
        moment = datetime.fromisoformat(given)
    except ValueError:
        raise WrongUsage(f"--{name}: that is no moment. Right would be: 2026-11-20T08:00.") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=current.zone)


async def _ask(current: Settings, arguments: argparse.Namespace, since: datetime | None, until: datetime) -> Concerned:
    if current.sqlite_file is not None and not current.sqlite_file.exists():
        raise Problem("There is no database yet, so nothing of anybody can have been seen.")
    database = open_database(current.database, keys.load(current).ring, renewed=keys.renewal(current))
    try:
        async with database.read() as conn:
            if arguments.everything or since is None:
                return await breach.everything(conn)
            member = None if arguments.staff is None else await staff.by_email(conn, arguments.staff)
            if arguments.staff is not None and member is None:
                raise Problem("There is no account of that address.")
            return await breach.seen(conn, since, until, None if member is None else member.id)
    finally:
        await database.close()


def _clock(current: Settings, learned: datetime, now: datetime) -> Iterator[str]:
    due = (learned + TERM).astimezone(current.zone)
    left = int((learned + TERM - now).total_seconds() // 3600)
    yield f"Learned of it: {learned.astimezone(current.zone):%Y-%m-%d %H:%M %Z}"
    state = f"{left} hours left" if left >= 0 else f"{-left} hours late: say why, when you report it"
    yield f"The supervisory authority has to know by: {due:%Y-%m-%d %H:%M %Z} ({state})"


def _numbers(found: Concerned, arguments: argparse.Namespace) -> Iterator[str]:
    yield f"People concerned: {found.people}"
    yield f"Needs and ideas: {found.submissions}, with {found.files} files and {found.notes} notes of staff"
    special = sum(count for code, count in found.details.items() if _special(*code))
    yield f"Of these about health or other special categories (Art. 9): {special}"
    yield f"Languages: {_counts(found.languages)}"
    yield f"Channels: {_counts(found.channels)}"
    if arguments.everything:
        yield f"Addresses on channels: {found.addresses}; accounts of staff: {found.accounts}"
    elif found.of_many:
        yield f"Many at once, without saying whose: {_counts(found.of_many)}"
        yield "After a list or a download count everybody (--everything), unless you know what was in it."


def _special(topic: str | None, detail: str | None) -> bool:
    """By the flags of the taxonomy (domain.md §3.3); free words about nothing we know are counted as special (R-08)."""
    flags = {one.code: one.details for one in taxonomy.topics()}.get(topic or "", {}).get(
        (detail or "").partition(".")[2]
    )
    return flags is None or bool(flags & {"9", "S"})


def _counts(counter: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counter.most_common()) or "none"


def _texts(current: Settings) -> Iterator[str]:
    yield "For the people concerned, where their risk is high (Art. 34), in a way that does not harm them:"
    words = locales.load(
        current.languages, organisation=current.organisation, country=current.country, time_zone=current.zone,
        office_hours=current.office_hours, confirmed=current.confirmed_numbers,
    )  # fmt: skip
    for language in words.languages:
        yield f"  {language}: {words.text(language, 'phrase.breach')}"

"""`sempre breach` (R-35): whom it concerns, by when it is due, and a text for them in every language."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from bot import keys
from bot.settings import Settings
from dialogs.terms import Answer
from storage import audit, breach, staff, submissions
from storage.database import Database, open_database
from tests.command import here
from tests.storage.given import DAY, HOUR, NOW, STORY, VOICE, agree, need


async def seen(database: Database) -> int:
    """Three needs of two people; Ada looks at two of them and at the list, Bo at the third a day later. Gives Ada."""
    async with database.write() as conn:
        ada = await staff.add(conn, "ada@example.org", "caseworker", NOW)
        bo = await staff.add(conn, "bo@example.org", "caseworker", NOW)
        first, second = await agree(conn), await agree(conn, "another")
        ill = (Answer("topic", "HEA"), Answer("detail", "HEA.doctor"), Answer("story", STORY, files=(VOICE,)))
        await submissions.create(conn, first, need("N-222-222", 1), "telegram", NOW)
        await submissions.create(conn, first, need("N-333-333", 2, ill), "telegram", NOW)
        await submissions.create(conn, second, need("N-444-444", 1), "telegram", NOW)
        for who, number, at in ((ada, 1, NOW), (ada, 2, NOW + HOUR), (bo, 3, NOW + DAY)):
            await audit.note(conn, at, who="staff", staff_id=who, action="view", submission_id=number)
        await audit.note(conn, NOW, who="staff", staff_id=ada, action="export")
    return ada


async def test_what_was_seen_from_then_to_then_by_whom(database: Database) -> None:
    ada = await seen(database)
    async with database.read() as conn:
        hers = await breach.seen(conn, NOW, NOW + 2 * DAY, ada)
        all_of_them = await breach.seen(conn, NOW, NOW + 2 * DAY, None)
        early = await breach.seen(conn, NOW, NOW + HOUR, None)
        taken = await breach.everything(conn)
    assert (hers.people, hers.submissions, hers.of_many) == (1, 2, Counter(export=1))
    assert hers.details == {("MOB", "MOB.no_bus"): 1, ("HEA", "HEA.doctor"): 1}
    assert (all_of_them.people, all_of_them.submissions, all_of_them.channels) == (2, 3, Counter(telegram=3))
    assert (early.people, early.submissions) == (1, 1)
    assert (taken.people, taken.submissions, taken.addresses, taken.accounts) == (2, 3, 2, 2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    assert here(tmp_path, "staff", "add", "first@example.org", "--role", "reader").code == 0

    async def fill() -> None:
        current = Settings(data_dir=tmp_path / "var")
        database = open_database(current.database, keys.load(current).ring)
        await seen(database)
        await database.close()

    asyncio.run(fill())
    return tmp_path


def test_the_report(folder: Path) -> None:
    since = NOW.strftime("%Y-%m-%dT%H:%M:%SZ")
    done = here(folder, "breach", "--since", since, "--learned", since, "--staff", "ada@example.org", country="FI")
    assert (done.code, done.err) == (0, "")
    assert "has to know by: 2026-11-25 12:00 EET" in done.out
    assert "People concerned: 1\nNeeds and ideas: 2, with 0 files and 0 notes" in done.out
    assert "special categories (Art. 9): 1\n" in done.out
    assert "Many at once, without saying whose: export 1\n" in done.out
    assert "\n  ar: نحن آسفون" in done.out
    for words in (STORY, "another", "N-222"):
        assert words not in done.out
    taken = here(folder, "breach", "--everything")
    assert "People concerned: 2\n" in taken.out
    assert "Addresses on channels: 2; accounts of staff: 3" in taken.out


def test_wrong_usage(folder: Path) -> None:
    assert here(folder, "breach").code == 2
    wrong = here(folder, "breach", "--since", "yesterday")
    assert (wrong.code, wrong.err) == (2, "sempre: --since: that is no moment. Right would be: 2026-11-20T08:00.\n")
    unknown = here(folder, "breach", "--since", "2026-11-20", "--staff", "nobody@example.org")
    assert (unknown.code, unknown.err) == (1, "sempre: There is no account of that address.\n")

"""The panel's list, counts and transcripts: order, filters, pages; and that none of it reads more than it must."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.terms import Amend, Answer, Button, File, Heard, Say, Sort, Submit
from storage import alarms, casework, inbox, outbox, reading, staff, submissions, words_index
from storage.conversations import Held
from storage.database import Database, open_database
from storage.inbox import Arrival
from storage.outbox import Outcome
from storage.reading import Cursor, Filters, Page
from storage.scope import Scope
from storage.sealed import Keyring
from storage.submissions import ExportRow
from storage.tables import submissions as table
from tests.storage.given import ADDRESS, DAY, EVERYTHING, HOUR, MINUTE, NOW, STORY, VOICE, agree, hold_one, need, parcel
from tests.storage.test_cost import plans

_drafts = count(100)
LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def number(n: int) -> str:
    return f"N-{LETTERS[n // 32 % 32]}{LETTERS[n % 32]}2-222"


async def send(conn: AsyncConnection, held: Held, reference: str, level: str = "U3", **said: str) -> None:
    told = {"topic": "MOB", "detail": "MOB.no_bus", "story": STORY, "place": "Heide", "urgency": "month"} | said
    language = told.pop("language", "de")
    kind = told.pop("kind", "need")
    answers = tuple(Answer(question, value) for question, value in told.items())
    effect = Submit(reference, kind, next(_drafts), language, answers, level)
    assert await submissions.create(conn, held, effect, "telegram", NOW)


async def references(conn: AsyncConnection, filters: Filters | None = None) -> list[str]:
    page = await reading.submissions(conn, EVERYTHING, filters or Filters(), None, 100)
    assert page.next is None
    return [row.reference for row in page.rows]


# -- the list -------------------------------------------------------------------------------------


async def test_urgent_first_then_who_waits_longest_then_what_is_closed(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        for n, level in enumerate(("U3", "U0", "U4", "U1", "U3", "U2")):
            await send(conn, held, number(n), level)
        ada = await staff.add(conn, "ada@example.org", "caseworker", NOW)
        await casework.set_status(conn, number(1), "done", None, ada, 0, NOW)
        await casework.set_status(conn, number(0), "contacting", None, ada, 0, NOW + HOUR)
        assert await references(conn) == [number(n) for n in (3, 5, 4, 0, 2, 1)]


async def test_a_line_of_the_list(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        await submissions.create(conn, held, need(), "telegram", NOW)
        await submissions.amend(conn, held, Amend("N-7KM-4QX", "more"), NOW + HOUR)
        ada = await staff.add(conn, "ada@example.org", "caseworker", NOW)
        await casework.assign(conn, "N-7KM-4QX", "ada@example.org", ada, 0, NOW + HOUR)
        await alarms.ring(conn, held, "die", NOW)
        (row,) = (await reading.submissions(conn, EVERYTHING, Filters(), None, 10)).rows
        assert (row.assignee, row.alarm, row.heard_at, row.version) == ("ada@example.org", "die", NOW + HOUR, 1)
        assert (row.kind, row.status, row.language, row.topic, row.detail) == ("need", "new", "de", "MOB", "MOB.no_bus")
        assert (row.urgency, row.urgency_staff, row.place) == ("week", "U2", "Kleinwaldhausen")
        await alarms.calm(conn, held, NOW)
        found = await reading.submission(conn, "N-7KM-4QX")
        assert found is not None
        assert replace(row, alarm=None) == reading.Listed(
            **{field.name: getattr(found, field.name) for field in fields(reading.Listed)}
        )


FILTERED = [
    (Filters(), [0, 1, 2, 3]),
    (Filters(kind="", place=" ", found=""), [0, 1, 2, 3]),
    (Filters(kind="idea"), [3]),
    (Filters(status="seen"), [1]),
    (Filters(status="erased"), []),
    (Filters(topic="MOB"), [0, 1]),
    (Filters(topic="MOB.no_bus"), [0]),
    (Filters(urgency="now"), [2]),
    (Filters(urgency="U1"), [2]),
    (Filters(language="ar"), [1, 2]),
    (Filters(place="łódz "), [2]),
    (Filters(place="Nowhere"), []),
    (Filters(assignee="Ada@example.org"), [1]),
    (Filters(assignee="nobody@example.org"), []),
    (Filters(language="ar", topic="MOB", status="seen", kind="need"), [1]),
    (Filters(language="ar", topic="MOB", status="new"), []),
    (Filters(kind="'; DROP TABLE submissions; --"), []),
]


@pytest.mark.parametrize(("filters", "expected"), FILTERED, ids=lambda value: str(value)[:60])
async def test_filters_combine(database: Database, filters: Filters, expected: list[int]) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        await send(conn, held, number(0))
        await send(conn, held, number(1), language="ar", detail="MOB.other")
        await send(conn, held, number(2), "U1", language="ar", topic="HEA", urgency="now", place="Łódź", detail="HEA.x")
        await send(conn, held, number(3), kind="idea", topic="HEA", detail="HEA.x")
        ada = await staff.add(conn, "ada@example.org", "caseworker", NOW)
        await casework.set_status(conn, number(1), "seen", None, ada, None, NOW)
        await casework.assign(conn, number(1), "ada@example.org", ada, None, NOW)
        assert sorted(await references(conn, filters)) == [number(n) for n in expected]
        assert await reading.count(conn, EVERYTHING, filters) == (len(expected), False)
        found = await words_index.search(conn, "Bus", ada, NOW)
        assert sorted(await references(conn, replace(filters, found=found))) == [number(n) for n in expected]


async def test_pages_hold_each_once(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        for n in range(23):
            await send(conn, held, number(n), f"U{n % 3}", language="de" if n % 2 else "ar")
        ada = await staff.add(conn, "ada@example.org", "caseworker", NOW)
        found = await words_index.search(conn, "bus", ada, NOW)
        for filters, total in ((Filters(), 23), (Filters(language="ar"), 12), (Filters(found=found), 23)):
            whole = await references(conn, filters)
            assert len(set(whole)) == total
            assert await _paged(conn, filters) == whole
            assert await reading.count(conn, EVERYTHING, filters, 5) == (5, True)


async def _paged(conn: AsyncConnection, filters: Filters) -> list[str]:
    seen: list[str] = []
    after: Cursor | None = None
    while True:
        page = await reading.submissions(conn, EVERYTHING, filters, after, 4)
        seen += [row.reference for row in page.rows]
        if page.next is None:
            return seen
        after = Cursor.parse(str(page.next))
        assert after == page.next


async def test_a_page_beyond_the_end(database: Database) -> None:
    async with database.write() as conn:
        await send(conn, await agree(conn), number(0))
        beyond = Cursor(9, NOW + 9000 * DAY, 10**15)
        assert await reading.submissions(conn, EVERYTHING, Filters(), beyond, 10) == Page([], None)
        assert await reading.submissions(conn, EVERYTHING, Filters(), None, 0) == Page([], None)


WRONG = ["", "x", "1.2", "1.2.3.4", "-1.2.3", "1.2.3e5", "१.2.3", "10.2.3", "1.999999999999999999.3", "1..3", "1.2.3\n"]


@pytest.mark.parametrize("text", [*WRONG, "9" * 500])
def test_what_is_no_cursor(text: str) -> None:
    with pytest.raises(ValueError, match="not a place in the list"):
        Cursor.parse(text)


async def test_an_export_of_what_is_filtered(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        for n in range(5):
            await send(conn, held, number(n), language="ar" if n else "de")
        await submissions.amend(conn, held, Amend(number(2), "später"), NOW)
        rows: list[ExportRow] = []
        after: Cursor | None = None
        while True:
            page = await reading.export_rows(conn, EVERYTHING, Filters(language="ar"), after, 2)
            rows += page.rows
            after = page.next
            if after is None:
                break
        every = await submissions.export_rows(conn, 0, 10)
        nothing = await reading.export_rows(conn, EVERYTHING, Filters(topic="ZZZ"), None, 2)
    assert rows == every[1:]
    assert rows[1]["answers"]["added"] == "später"
    assert nothing == Page([], None)


# -- please translate -----------------------------------------------------------------------------


async def test_what_wants_translation(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        spoken = ("de", "ar", "ti", "en", "ar", "ar")
        for n, language in enumerate(spoken):
            await send(conn, held, number(n), "U0" if n == 4 else "U3", language=language)
        nothing_told = Submit(number(9), "need", 9, "ar", (Answer("topic", "MOB"), Answer("place", "Heide")), "U0")
        await submissions.create(conn, held, nothing_told, "telegram", NOW)
        ada = await staff.add(conn, "ada@example.org", "caseworker", NOW)
        await casework.translate(conn, number(1), "en", "No bus", ada, None, NOW)
        await casework.set_status(conn, number(5), "done", None, ada, None, NOW)
        assert await _wanting(conn, "en") == [number(n) for n in (4, 0, 2)]
        assert await _wanting(conn, "de") == [number(n) for n in (4, 1, 2, 3)]


async def _wanting(conn: AsyncConnection, language: str) -> list[str]:
    seen: list[str] = []
    after: Cursor | None = None
    while True:
        page = await reading.wanting_translation(conn, EVERYTHING, language, after, 1)
        seen += [row.reference for row in page.rows]
        after = page.next
        if after is None:
            return seen


async def test_nothing_to_translate(database: Database) -> None:
    async with database.write() as conn:
        assert (await reading.wanting_translation(conn, EVERYTHING, "en", None, 10)).rows == ()
        await send(conn, await agree(conn), number(0))
        assert (await reading.wanting_translation(conn, EVERYTHING, "de", None, 10)).rows == ()


# -- one submission -------------------------------------------------------------------------------


async def test_all_that_belongs_to_it_and_nothing_of_others(database: Database) -> None:
    async with database.write() as conn:
        other = await agree(conn, "other")
        await submissions.create(conn, other, need("N-222-222"), "telegram", NOW)
        await submissions.amend(conn, other, Amend("N-222-222", "of the other"), NOW)
        held = await agree(conn)
        await submissions.create(conn, held, need(), "telegram", NOW, "Heide")
        await submissions.amend(conn, held, Amend("N-7KM-4QX", None, (VOICE,)), NOW)
        await alarms.ring(conn, held, "die", NOW)
        found = await reading.submission(conn, "N-7KM-4QX")
    assert found is not None
    assert (found.organisation, found.conversation_id, found.reachable) == ("Heide", held.id, True)
    assert [answer.value for answer in found.answers][2] == STORY
    assert [(one.text, [file.media for file in one.files]) for one in found.added] == [(None, ["voice"])]
    assert (found.notes, found.messages, found.translations, len(found.events)) == ((), (), (), 1)
    assert [(one.sort, one.calmed_at) for one in found.alarms] == [("die", None)]


# -- transcript -----------------------------------------------------------------------------------


async def test_a_talk_as_it_was_read(database: Database) -> None:
    buttons = ((Button("urgency:week~k3", "This week"),),)
    sorts = [
        Heard(Sort.COMMAND, NOW, "start"),
        Heard(Sort.PRESS, NOW, "urgency:week~k3"),
        Heard(Sort.PRESS, NOW, "old:thing~1"),
        Heard(Sort.FILE, NOW, None, files=(VOICE,)),
        Heard(Sort.STICKER, NOW),
        Heard(Sort.STATUS, NOW, "seen", subject="N-7KM-4QX"),
        Heard(Sort.TEXT, NOW, "Danke"),
    ]
    async with database.write() as conn:
        held = await agree(conn)
        stranger = await agree(conn, "stranger")
        await outbox.put(conn, [parcel(stranger, "to somebody else")], NOW)
        asked = Say(("When?", "Say it in your words."), buttons, "de")
        await outbox.put(conn, [parcel(held, say=asked), parcel(held, say=Say(("Ada writes",), from_staff="7"))], NOW)
        arrivals = [Arrival("telegram", ADDRESS, f"k{n}", n, one) for n, one in enumerate(sorts)]
        for n, one in enumerate(arrivals):
            await inbox.put(conn, [one], NOW + (n + 1) * MINUTE)
        (row,) = await outbox.ready(conn, "telegram", NOW, 10, [stranger.contact_id])
        await outbox.settle(conn, [Outcome(row.id, "parked", None, "too_long")], NOW)
        lines = (await reading.transcript(conn, held.id, None, 50)).lines
    assert [(line.speaker, line.text, tuple(file.media for file in line.files)) for line in lines] == [
        ("bot", "When?\n\nSay it in your words.", ()),
        ("staff", "Ada writes", ()),
        ("person", "/start", ()),
        ("person", None, ()),
        ("person", None, ()),
        ("person", None, ("voice",)),
        ("person", None, ("sticker",)),
        ("person", "Danke", ()),
    ]
    assert [line.pressed for line in lines] == [False, False, False, True, True, False, False, False]
    assert (lines[0].state, lines[1].state, lines[2].state) == ("failed", "waiting", None)
    assert (lines[0].labels, lines[0].language, lines[-1].language) == (("This week",), "de", "de")


async def test_a_press_shows_its_label(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        asked = Say(("When?",), ((Button("urgency:week~k3", "This week"),),))
        await outbox.put(conn, [parcel(held, say=asked)], NOW)
        pressed = Arrival("telegram", ADDRESS, "k", 1, Heard(Sort.PRESS, NOW, "urgency:week~k3"))
        await inbox.put(conn, [pressed], NOW + MINUTE)
        for limit in (50, 1):  # the question may stand on the page before
            line = (await reading.transcript(conn, held.id, None, limit)).lines[-1]
            assert (line.text, line.pressed) == ("This week", True)


async def test_pages_of_a_transcript(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        for n in range(10):
            moment = NOW + n * MINUTE
            heard = Arrival("telegram", ADDRESS, f"k{n}", n, Heard(Sort.TEXT, moment, f"p{n}"))
            await inbox.put(conn, [heard], moment)
            await outbox.put(conn, [parcel(held, f"b{n}")], moment + timedelta(seconds=1))
        seen: list[str | None] = []
        before = None
        while True:
            page = await reading.transcript(conn, held.id, before, 3)
            seen = [line.text for line in page.lines] + seen
            before = page.before
            if before is None:
                break
        assert seen == [text for n in range(10) for text in (f"p{n}", f"b{n}")]
        assert (await reading.transcript(conn, 10**6, None, 3)).lines == ()
        empty = await hold_one(conn, "silent")
        assert (await reading.transcript(conn, empty.id, None, 3)) == reading.Transcript((), None)


# -- what it costs --------------------------------------------------------------------------------


@pytest.fixture
async def sqlite(sqlite_file: Path, keyring: Keyring) -> Database:
    return open_database(f"sqlite:///{sqlite_file}", keyring)


ONE_SHARE = replace(EVERYTHING, guards=False)
BOUND = replace(EVERYTHING, places=(b"Heide", b"Liepa"))
OFFICER = replace(ONE_SHARE, reads=False, works=False, officer=True)


async def _planned(
    database: Database, filters: Sequence[Filters], after: Cursor | None, scope: Scope = ONE_SHARE
) -> list[str]:
    async with database.write() as conn:
        ada = await staff.add(conn, "ada@example.org", "caseworker", NOW)
        held = await agree(conn)
        for n in range(40):
            await send(conn, held, number(n), files=File("x", "photo").media)
        found = await words_index.search(conn, "Bus Kleinwaldhausen", ada, NOW)
    lines = []
    async with database.read() as conn:
        async with plans(conn) as plan:
            for one in filters:
                chosen = replace(one, found=found) if one.found else one
                await reading.submissions(conn, scope, chosen, after, 50)
                await reading.count(conn, scope, chosen)
                await reading.export_rows(conn, scope, chosen, after, 50)
            await reading.wanting_translation(conn, scope, "en", after, 50)
            await reading.submission(conn, number(3))
            await reading.transcript(conn, held.id, None, 50)
            await words_index.found(conn, found, ada, NOW)
        lines = plan
    await database.close()
    return lines


# Of the list itself only its index in the order of work is read from one end, and as far as a page reaches.
FROM_ONE_END = (
    "SCAN submissions USING INDEX ix_submissions_queue",
    "SCAN submissions USING COVERING INDEX ix_submissions_queue",
    "SCAN submissions USING INDEX ix_submissions_restricted",
    "SCAN submissions USING COVERING INDEX ix_submissions_restricted",
)
MADE_ON_THE_WAY = (
    "SCAN languages", "SCAN candidates", "SCAN fitting", "SCAN counted", "SCAN anon_", "SCAN chosen", "SCAN (subquery",
    "SCAN CONSTANT ROW", "SCAN language", "SCAN hits",
)  # fmt: skip


@pytest.mark.parametrize(
    ("after", "scope"),
    [(None, "EVERYTHING"), (Cursor(3, NOW, 5), "ONE_SHARE"), (Cursor(3, NOW, 5), "BOUND"), (None, "OFFICER")],
)
async def test_no_filter_reads_a_whole_table(sqlite: Database, after: Cursor | None, scope: str) -> None:
    one_each = [
        Filters(**{name: value})
        for name, value in {
            "kind": "need", "status": "new", "topic": "MOB", "urgency": "week", "language": "de", "place": "Heide",
            "assignee": "ada@example.org", "found": "yes",
        }.items()
    ]  # fmt: skip
    more = [
        Filters(),
        Filters(topic="MOB.no_bus"),
        Filters(urgency="U0"),
        Filters(kind="need", status="new", place="Heide"),
    ]
    together = Filters(kind="need", language="de", found="yes")
    lines = await _planned(sqlite, [*one_each, *more, together], after, globals()[scope])
    scans = [
        line for line in lines if line.startswith("SCAN") and not line.startswith((*FROM_ONE_END, *MADE_ON_THE_WAY))
    ]
    assert scans == []


async def test_the_filter_that_fits_fewest_leads(sqlite: Database) -> None:
    wanted = [Filters(kind="need", status="new", language="de", topic="MOB", place="Heide")]
    lines = await _planned(sqlite, wanted, None)
    led = [line for line in lines if "submissions" in line and "INDEX ix_submissions_place" in line]
    assert len(led) == 3
    assert not [line for line in lines if "ix_submissions_kind" in line or "ix_submissions_status" in line]


@pytest.mark.parametrize(("scope", "sorted_pages"), [("ONE_SHARE", 0), ("EVERYTHING", 4), ("BOUND", 4)])
async def test_a_page_is_not_sorted(sqlite: Database, scope: str, sorted_pages: int) -> None:
    """The index has the order already, so a page of 50 reads 50 rows; the first pages of several shares are sorted."""
    async with sqlite.write() as conn:
        await send(conn, await agree(conn), number(0))
    async with sqlite.read() as conn:
        async with plans(conn) as plan:
            for filters in (
                Filters(),
                Filters(kind="need"),
                Filters(status="new", language="de"),
                Filters(place="Heide"),
            ):
                await reading.submissions(conn, globals()[scope], filters, Cursor(3, NOW, 5), 50)
        assert len([line for line in plan if "TEMP B-TREE FOR ORDER BY" in line]) == sorted_pages
        assert await conn.scalar(select(table.c.rank)) == 3
    await sqlite.close()

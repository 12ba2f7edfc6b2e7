"""What staff do with a submission: history, clashes, messages on their way, and that nothing counts twice."""

from __future__ import annotations

import asyncio
from datetime import datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.terms import Answer, File, Heard, Reply, Say, Sort, Withdraw
from storage import casework, files, inbox, outbox, people, reading, staff, submissions
from storage.casework import Stale, UnknownReference
from storage.conversations import Held
from storage.database import Database
from storage.inbox import Arrival
from storage.outbox import Outcome
from storage.reading import Detail
from storage.tables import inbox as inbox_table
from storage.tables import submission_events
from storage.tables import submissions as submission_table
from storage.tables_casework import message_replies, notes, staff_messages
from tests.storage.given import ADDRESS, HOUR, MINUTE, NOW, agree, arrival, need, parcel, put_one

REFERENCE = "N-7KM-4QX"
LATER = NOW + HOUR


async def sent(conn: AsyncConnection, address: str = ADDRESS, reference: str = REFERENCE) -> Held:
    held = await agree(conn, address)
    assert await submissions.create(conn, held, need(reference), "telegram", NOW)
    return held


async def worker(conn: AsyncConnection, email: str = "ada@example.org") -> int:
    return await staff.add(conn, email, "caseworker", NOW)


async def detail(conn: AsyncConnection, reference: str = REFERENCE) -> Detail:
    found = await reading.submission(conn, reference)
    assert found is not None
    return found


# -- status, assignee, translation ----------------------------------------------------------------


async def test_a_status_is_set_and_the_conversation_hears_of_it(database: Database) -> None:
    async with database.write() as conn:
        await sent(conn)
        ada = await worker(conn)
        assert await casework.set_status(conn, REFERENCE, "accepted", "  I call  ", ada, 0, LATER) == 1
        found = await detail(conn)
        (row,) = await inbox.due(conn, LATER, 10)
    assert (found.status, found.status_since, found.version) == ("accepted", LATER, 1)
    event = found.events[-1]
    assert (event.sort, event.who, event.by, event.status) == ("status", "staff", "ada@example.org", "accepted")
    assert (event.reason, event.at, found.events[0].status, found.events[0].who) == ("I call", LATER, "new", "person")
    assert (row.heard.sort, row.heard.text, row.heard.subject) == (Sort.STATUS, "accepted", REFERENCE)


@pytest.mark.parametrize("status", ["new", "erased", "nonsense", ""])
async def test_a_status_that_nobody_sets(database: Database, status: str) -> None:
    async with database.write() as conn:
        await sent(conn)
        with pytest.raises(casework.UnknownStatus):
            await casework.set_status(conn, REFERENCE, status, None, await worker(conn), None, NOW)


async def test_every_status_of_the_domain_can_be_set(database: Database) -> None:
    async with database.write() as conn:
        await sent(conn)
        ada = await worker(conn)
        for status in casework.SETTABLE:
            await casework.set_status(conn, REFERENCE, status, "because", ada, None, LATER)
        found = await detail(conn)
    assert [event.status for event in found.events] == ["new", *casework.SETTABLE]
    assert len(casework.SETTABLE) == 11


@pytest.mark.parametrize("status", sorted(casework.NEEDS_REASON))
async def test_what_could_not_be_done_says_why(database: Database, status: str) -> None:
    async with database.write() as conn:
        await sent(conn)
        ada = await worker(conn)
        with pytest.raises(casework.ReasonMissing):
            await casework.set_status(conn, REFERENCE, status, "  ", ada, None, NOW)
        assert (await detail(conn)).version == 0


async def test_who_was_slower_hears_who_was_faster(database: Database) -> None:
    async with database.write() as conn:
        held = await sent(conn)
        ada, bo = await worker(conn), await worker(conn, "bo@example.org")
        await casework.assign(conn, REFERENCE, "BO@example.org ", ada, 0, LATER)
        with pytest.raises(Stale) as slower:
            await casework.set_status(conn, REFERENCE, "accepted", None, bo, 0, LATER + MINUTE)
        assert (slower.value.by, slower.value.what, slower.value.at) == ("ada@example.org", "assigned", LATER)
        assert (await detail(conn)).status == "new"
        assert await casework.withdraw(conn, held, Withdraw(REFERENCE), LATER + MINUTE)
        with pytest.raises(Stale) as overtaken:
            await casework.translate(conn, REFERENCE, "en", "No bus", bo, 1, LATER + HOUR)
    assert (overtaken.value.by, overtaken.value.what) == ("person", "status")


async def test_assigned_and_given_back(database: Database) -> None:
    async with database.write() as conn:
        await sent(conn)
        ada, bo = await worker(conn), await worker(conn, "bo@example.org")
        await casework.assign(conn, REFERENCE, "bo@example.org", ada, 0, LATER)
        assert (await detail(conn)).assignee == "bo@example.org"
        await casework.assign(conn, REFERENCE, "", bo, 1, LATER)
        found = await detail(conn)
        assert found.assignee is None
        assert [event.concerns for event in found.events] == [None, "bo@example.org", None]
        await staff.disable(conn, bo, LATER)
        for nobody in ("bo@example.org", "nobody@example.org"):
            with pytest.raises(casework.UnknownStaff):
                await casework.assign(conn, REFERENCE, nobody, ada, None, LATER)


async def test_a_translation_takes_the_place_of_an_earlier_one(database: Database) -> None:
    async with database.write() as conn:
        await sent(conn)
        ada, bo = await worker(conn), await worker(conn, "bo@example.org")
        await casework.translate(conn, REFERENCE, "en", "No bus.", ada, 0, NOW)
        await casework.translate(conn, REFERENCE, "sv", "Ingen buss.", ada, 1, NOW)
        assert await casework.translate(conn, REFERENCE, "en", "There is no bus.", bo, 2, LATER) == 3
        found = await detail(conn)
    assert [(one.language, one.text, one.by) for one in found.translations] == [
        ("en", "There is no bus.", "bo@example.org"),
        ("sv", "Ingen buss.", "ada@example.org"),
    ]
    assert found.answers[2] == Answer("story", found.answers[2].value, files=found.answers[2].files)


async def test_nothing_of_that_name(database: Database) -> None:
    async with database.write() as conn:
        ada = await worker(conn)
        with pytest.raises(UnknownReference):
            await casework.set_status(conn, "N-999-999", "seen", None, ada, None, NOW)
        with pytest.raises(UnknownReference):
            await casework.assign(conn, "N-999-999", None, ada, None, NOW)
        with pytest.raises(UnknownReference):
            await casework.add_note(conn, "N-999-999", "x", ada, None, NOW)
        with pytest.raises(UnknownReference):
            await casework.write_message(conn, "N-999-999", "x", "de", "n", ada, NOW)
        with pytest.raises(UnknownReference):
            await casework.translate(conn, "N-999-999", "en", "x", ada, None, NOW)
        assert await reading.submission(conn, "N-999-999") is None


async def test_nothing_written(database: Database) -> None:
    async with database.write() as conn:
        await sent(conn)
        ada = await worker(conn)
        with pytest.raises(casework.Empty):
            await casework.add_note(conn, REFERENCE, " \n", ada, None, NOW)
        with pytest.raises(casework.Empty):
            await casework.write_message(conn, REFERENCE, "", "de", "n", ada, NOW)
        with pytest.raises(casework.Empty):
            await casework.translate(conn, REFERENCE, "en", "\t", ada, None, NOW)


# -- many at once ---------------------------------------------------------------------------------


async def test_a_hundred_changes_twenty_at_once_lose_nothing(database: Database) -> None:
    async with database.write() as conn:
        await sent(conn)
        ada = await worker(conn)

    office = asyncio.Semaphore(20)

    async def change(number: int) -> None:
        async with office:
            await insist(number)

    async def insist(number: int) -> None:
        version = 0
        while True:
            try:
                async with database.write() as conn:
                    await casework.add_note(conn, REFERENCE, f"note {number}", ada, f"n{number}", NOW)
                    await casework.set_status(conn, REFERENCE, "contacting", f"try {number}", ada, version, NOW)
                return
            except Stale:
                async with database.read() as conn:
                    version = (await detail(conn)).version

    await asyncio.gather(*(change(number) for number in range(100)))
    async with database.read() as conn:
        found = await detail(conn)
        waiting = await inbox.waiting(conn)
    assert found.version == 100
    assert {event.reason for event in found.events[1:]} == {f"try {number}" for number in range(100)}
    assert {note.text for note in found.notes} == {f"note {number}" for number in range(100)}
    assert (len(found.notes), len(found.events), waiting) == (100, 101, 100)


async def test_a_form_sent_many_times_at_once_counts_once(database: Database) -> None:
    async with database.write() as conn:
        await sent(conn)
        ada = await worker(conn)

    async def send() -> tuple[int, int]:
        async with database.write() as conn:
            message = await casework.write_message(conn, REFERENCE, "We call you", "de", "form-1", ada, NOW)
            return message, await casework.add_note(conn, REFERENCE, "called", ada, "form-1", NOW)

    ids = await asyncio.gather(*(send() for _ in range(20)))
    async with database.read() as conn:
        assert len(set(ids)) == 1
        for table in (staff_messages, notes):
            assert await conn.scalar(select(func.count()).select_from(table)) == 1
        assert await inbox.waiting(conn) == 1


async def test_a_nonce_belongs_to_one_submission_and_to_one_sort(database: Database) -> None:
    async with database.write() as conn:
        await sent(conn)
        await sent(conn, "other", "N-222-222")
        ada = await worker(conn)
        ids = {
            await casework.write_message(conn, reference, "Hello", "de", "1", ada, NOW)
            for reference in (REFERENCE, "N-222-222")
        }
        assert len(ids) == 2
        two = [await casework.add_note(conn, REFERENCE, "same", ada, None, NOW) for _ in range(2)]
    assert two[0] != two[1]


# -- messages and replies -------------------------------------------------------------------------


async def test_a_message_goes_behind_what_waits(database: Database) -> None:
    async with database.write() as conn:
        await sent(conn)
        ada = await worker(conn)
        await put_one(conn, arrival(order=4711, text="from the person"))
        first = await casework.write_message(conn, REFERENCE, "one", None, "1", ada, NOW)
        second = await casework.write_message(conn, REFERENCE, "two", "en", "2", ada, NOW)
        rows = await inbox.due(conn, NOW, 10)
    assert [row.heard.text for row in rows] == ["from the person", "one", "two"]
    assert [row.heard.message for row in rows[1:]] == [str(first), str(second)]
    assert [(row.heard.sort, row.heard.subject, row.heard.language) for row in rows[1:]] == [
        (Sort.STAFF, REFERENCE, "de"),
        (Sort.STAFF, REFERENCE, "en"),
    ]


async def said(conn: AsyncConnection, held: Held, message: int) -> None:
    """As a turn does it."""
    rows = await inbox.due(conn, NOW, 10)
    await outbox.put(conn, [parcel(held, say=Say(("Hello",), from_staff=str(message)))], NOW)
    await inbox.settle(conn, [row.id for row in rows], NOW)


@pytest.mark.parametrize(
    ("outcome", "state", "reason"),
    [
        (("sent", None), "sent", None),
        (("gone", "blocked"), "unreachable", "blocked"),
        (("parked", "too_long"), "failed", "too_long"),
        (("again", "slow"), "waiting", "slow"),
    ],
)
async def test_how_far_a_message_came(
    database: Database, outcome: tuple[str, str | None], state: str, reason: str | None
) -> None:
    async with database.write() as conn:
        held = await sent(conn)
        message = await casework.write_message(conn, REFERENCE, "Hello", "de", "1", await worker(conn), NOW)
        assert [(one.state, one.reason) for one in (await detail(conn)).messages] == [("waiting", None)]
        await said(conn, held, message)
        assert [one.state for one in (await detail(conn)).messages] == ["waiting"]
        (row,) = await outbox.ready(conn, "telegram", NOW, 10, ())
        became, why = outcome
        await outbox.settle(conn, [Outcome(row.id, became, "m1", why, LATER)], NOW)  # type: ignore[arg-type]
        assert [(one.state, one.reason) for one in (await detail(conn)).messages] == [(state, reason)]


async def test_a_message_that_cannot_be_turned_failed(database: Database) -> None:
    async with database.write() as conn:
        await sent(conn)
        await casework.write_message(conn, REFERENCE, "Hello", "de", "1", await worker(conn), NOW)
        (row,) = await inbox.due(conn, NOW, 10)
        await inbox.fail(conn, row.id, "KeyError", None)
        assert [(one.state, one.reason) for one in (await detail(conn)).messages] == [("failed", "KeyError")]


async def test_somebody_who_blocked_us_shows_as_unreachable(database: Database) -> None:
    async with database.write() as conn:
        held = await sent(conn)
        await people.reachable(conn, held.contact_id, False, "blocked", NOW)
        await casework.write_message(conn, REFERENCE, "Hello", "de", "1", await worker(conn), NOW)
        found = await detail(conn)
    assert (found.reachable, [one.state for one in found.messages]) == (False, ["unreachable"])


async def test_a_reply_is_filed_with_its_message(database: Database) -> None:
    photo = File("p1", "photo")
    async with database.write() as conn:
        held = await sent(conn)
        ada = await worker(conn)
        first = await casework.write_message(conn, REFERENCE, "When?", "de", "1", ada, NOW)
        await casework.write_message(conn, REFERENCE, "Where?", "de", "2", ada, NOW)
        await files.want(conn, held, [photo], None, NOW)
        for text, sent_files in (("Tomorrow", ()), (None, (photo,))):
            assert await casework.file_reply(conn, held, Reply(str(first), REFERENCE, text, sent_files), LATER)
        found = await detail(conn)
    answered, silent = found.messages
    assert [(one.text, [file.media for file in one.files]) for one in answered.replies] == [
        ("Tomorrow", []),
        (None, ["photo"]),
    ]
    assert (silent.replies, found.heard_at) == ((), LATER)
    assert [(one.media, one.state) for one in found.files.values()] == [("photo", "waiting")]


async def test_nobody_answers_for_somebody_else(database: Database) -> None:
    async with database.write() as conn:
        await sent(conn)
        stranger = await agree(conn, "stranger")
        message = await casework.write_message(conn, REFERENCE, "When?", "de", "1", await worker(conn), NOW)
        for name in (str(message), "999", "", "²", "x"):
            assert not await casework.file_reply(conn, stranger, Reply(name, REFERENCE, "mine"), NOW)
        assert not await casework.withdraw(conn, stranger, Withdraw(REFERENCE), NOW)
        assert await conn.scalar(select(func.count()).select_from(message_replies)) == 0


async def test_withdrawn_once(database: Database) -> None:
    async with database.write() as conn:
        held = await sent(conn)
        for _ in range(2):
            assert await casework.withdraw(conn, held, Withdraw(REFERENCE), LATER)
        found = await detail(conn)
        assert (found.status, found.version, found.events[-1].who) == ("withdrawn", 1, "person")
        assert await conn.scalar(select(func.count()).select_from(submission_events)) == 2
        assert await inbox.waiting(conn) == 0


async def test_a_reply_of_the_platform_finds_what_was_asked(database: Database) -> None:
    async with database.write() as conn:
        held = await sent(conn)
        await sent(conn, "other", "N-222-222")
        asked = Say(("When?",), question="reply", draft=7)
        await outbox.put(conn, [parcel(held, say=asked), parcel(held, "just said")], NOW)
        for number in range(2):
            (row,) = await outbox.ready(conn, "telegram", NOW, 10, ())
            await outbox.settle(conn, [Outcome(row.id, "sent", f"m{number}")], NOW)
        other = inbox.lane("telegram", "other")
        wanted = [(held.lane, "m0"), (held.lane, "m1"), (held.lane, "m2"), (other, "m0")]
        assert await outbox.asked(conn, wanted) == {(held.lane, "m0"): (7, "reply")}
        assert await outbox.asked(conn, []) == {}


async def test_the_key_of_a_message_stays_seen(database: Database) -> None:
    """The inbox row is made once, whatever happens to it."""
    async with database.write() as conn:
        await sent(conn)
        ada = await worker(conn)
        await casework.write_message(conn, REFERENCE, "Hello", "de", "1", ada, NOW)
        (row,) = await inbox.due(conn, NOW, 10)
        await inbox.settle(conn, [row.id], NOW)
        await casework.write_message(conn, REFERENCE, "Hello", "de", "1", ada, LATER)
        assert await conn.scalar(select(func.count()).select_from(inbox_table)) == 1


# -- restriction ----------------------------------------------------------------------------------


async def test_what_is_restricted_is_kept_and_not_reminded_of(database: Database) -> None:
    """R-23, by the person and by their id; whoever else shares the machine is not touched."""
    async with database.write() as conn:
        held = await sent(conn)
        other = await sent(conn, "other", "N-222-222")
        assert held.person_id is not None
        for one in (held, other):
            address = ADDRESS if one is held else "other"
            due = Arrival("telegram", address, f"remind:{one.id}", 0, Heard(Sort.REMIND, NOW), due_at=LATER)
            await inbox.put(conn, [due], NOW)
        assert await casework.restrict(conn, held, True, NOW) == 1
        assert await casework.restrict(conn, held.person_id, True, NOW) == 0
        assert [row.address for row in await inbox.due(conn, LATER, 10)] == ["other"]
        assert await flags(conn) == {REFERENCE: NOW, "N-222-222": None}
        with pytest.raises(Stale) as told:
            await casework.assign(conn, REFERENCE, "", await worker(conn), 0, LATER)
        assert (told.value.by, told.value.what) == ("person", "restricted")
        assert await casework.restrict(conn, held.person_id, False, LATER) == 1
        assert await flags(conn) == {REFERENCE: None, "N-222-222": None}
        assert [event.sort for event in (await detail(conn)).events] == ["status", "restricted", "unrestricted"]


async def flags(conn: AsyncConnection) -> dict[str, datetime | None]:
    rows = await conn.execute(select(submission_table.c.reference, submission_table.c.restricted_at))
    return {row.reference: row.restricted_at for row in rows}

"""The chain of the trail: it is sealed in batches, stands as long as nobody touches it, and says where it breaks."""

from __future__ import annotations

import asyncio
import contextlib
from datetime import timedelta

import pytest
from sqlalchemy import func, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import audit, audit_chain
from storage.audit_chain import BATCH, KEPT, NotAHead, parse_head, seal, verify, walk
from storage.database import Database, Unavailable
from storage.tables_audit import audit_entries, audit_marks, audit_seals
from tests.storage.given import HOUR, MINUTE, NOW

DAY = timedelta(days=1)
LATER = NOW + HOUR


async def note(conn: AsyncConnection, *submissions: int, reason: str | None = None) -> None:
    for one in submissions:
        await audit.note(conn, NOW, who="staff", role="reader", action="view", submission_id=one, reason=reason)


async def three_seals(database: Database) -> None:
    """Entries 1–3, 4–6 and 7–9 under seals 1–3; entry 10 waits."""
    for first in (1, 4, 7):
        async with database.write() as conn:
            await note(conn, first, first + 1, first + 2, reason="because")
        await seal(database, NOW + first * MINUTE)
    async with database.write() as conn:
        await note(conn, 10)


async def tamper(conn: AsyncConnection, *statements: str) -> None:
    """As somebody who has the database, but not the key."""
    triggers: list[str] = []
    if conn.dialect.name == "postgresql":
        await conn.execute(text("SET LOCAL session_replication_role = replica"))
    else:
        found = (await conn.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))).all()
        triggers = [row.sql for row in found]
        for row in found:
            await conn.execute(text(f"DROP TRIGGER {row.name}"))
    for one in (*statements, *triggers):
        await conn.exec_driver_sql(one)


async def test_an_untouched_trail_stands_and_says_what_is_in_it(database: Database) -> None:
    nothing = await verify(database, NOW)
    assert (nothing.entries, nothing.seals, nothing.since, nothing.problems) == (0, 0, None, ())
    assert await seal(database, NOW) is None
    await three_seals(database)
    found = await verify(database, LATER)
    assert (found.entries, found.seals, found.waiting, found.since, found.problems) == (9, 3, 1, NOW, ())
    async with database.write() as conn:
        await audit.forget_reasons(conn, [2, 5, 10])  # their people were forgotten
    assert (await verify(database, LATER, parse_head(str(found.head)))).problems == ()


TOUCHED = {
    "UPDATE audit_entries SET action = 'sign_in' WHERE id = 5": "Entry 5 was changed",
    "UPDATE audit_entries SET submission_id = NULL WHERE id = 5": "Entry 5 was changed",
    "UPDATE audit_entries SET reason = (SELECT reason FROM audit_entries WHERE id = 4) WHERE id = 5": "Entry 5 was",
    "UPDATE audit_entries SET mac = (SELECT mac FROM audit_entries WHERE id = 4) WHERE id = 5": "Seal 2 (entries 4 to "
    "6) does not fit",
    "UPDATE audit_entries SET action = 'sign_in' WHERE id = 10": "Entry 10 was changed",
    "DELETE FROM audit_entries WHERE id = 5": "Seal 2 (entries 4 to 6) was put on 3 entries, and there are 2.",
    "DELETE FROM audit_entries WHERE id > 3 AND id < 7": "Seal 2 (entries 4 to 6) was put on 3 entries",
    "INSERT INTO audit_entries (id, at, who, action, mac) SELECT 0, at, who, action, mac FROM audit_entries "
    "WHERE id = 3": "Entry 0 stands before the first one.",
    "INSERT INTO audit_entries (id, at, who, action, mac) SELECT 11, at, who, 'export', mac FROM audit_entries "
    "WHERE id = 3": "Entry 11 was changed, or was not noted",
    "UPDATE audit_seals SET count = 2 WHERE number = 2": "Seal 2 (entries 4 to 6) was put on 2 entries",
    "UPDATE audit_seals SET sealed_at = (SELECT sealed_at FROM audit_seals WHERE number = 1) WHERE number = 2": "Seal "
    "2 (entries 4 to 6) does not fit",
    "DELETE FROM audit_seals WHERE number = 3": "The last seal was number 3; the chain ends with 2.",
    "DELETE FROM audit_seals WHERE number = 2": "Seal 2 before seal 3 is missing.",
    "DELETE FROM audit_seals": "The last seal was number 3; the chain ends with 0.",
    "DELETE FROM audit_marks": "The mark of the last seal is missing.",
    "UPDATE audit_marks SET number = 2": "The mark of the last seal was not set by Sempre.",
    "UPDATE audit_marks SET name = 'anchor'": "The anchor, where the kept part begins, was not set by Sempre.",
}


class TakenBack(Exception):
    """Ends a transaction that is not to be committed."""


async def test_whatever_is_touched_shows_where(database: Database) -> None:
    await three_seals(database)
    for statement, said in TOUCHED.items():
        with contextlib.suppress(TakenBack):
            async with database.write() as conn:
                await tamper(conn, statement)
                found = await walk(conn, LATER)
                assert any(said in line for line in found.problems), (statement, found.problems)
                raise TakenBack
    assert (await verify(database, LATER)).problems == ()


async def test_a_cut_end_whose_mark_was_put_back_shows_by_a_head_written_elsewhere(database: Database) -> None:
    async with database.write() as conn:
        await note(conn, 1)
    first = await seal(database, NOW)
    async with database.read() as conn:
        mark = (await conn.execute(select(audit_marks))).mappings().one()
    async with database.write() as conn:
        await note(conn, 2)
    second = await seal(database, LATER)
    assert first is not None
    assert second is not None
    async with database.write() as conn:
        await tamper(conn, "DELETE FROM audit_entries WHERE id = 2", "DELETE FROM audit_seals WHERE number = 2")
        await conn.execute(update(audit_marks).values(**mark))
    assert (await verify(database, LATER)).problems == ()  # nothing in the database can tell
    [line] = (await verify(database, LATER, second)).problems
    assert line == "Seal 2, whose head was written down, is not in the chain."
    async with database.write() as conn:
        await note(conn, 3)
    await seal(database, LATER)  # and the service, none the wiser, goes on
    [line] = (await verify(database, LATER, second)).problems
    assert line == "Seal 2 is not the one whose head was written down: the chain was made anew."
    assert (await verify(database, LATER, first)).problems == ()
    with pytest.raises(NotAHead):
        parse_head("2-abc")


async def test_missing_triggers_show(database: Database) -> None:
    async with database.write() as conn:
        more = " ON audit_entries" if database.dialect == "postgresql" else ""
        await conn.execute(text(f"DROP TRIGGER audit_entries_fixed{more}"))
    assert (await verify(database, NOW)).problems == (
        "The database lets the trail be changed: its trigger audit_entries_fixed is missing.",
    )


async def test_after_24_months_whole_seals_go_and_an_anchor_stays(database: Database) -> None:
    await three_seals(database)
    over = NOW + KEPT + 5 * MINUTE  # seals of minutes 1 and 4, not that of minute 7
    async with database.write() as conn:
        assert await audit_chain.forget(conn, NOW + KEPT) == 0
        assert await audit_chain.forget(conn, over) == 6
        assert await audit_chain.forget(conn, over) == 0
    found = await verify(database, over)
    assert (found.entries, found.seals, found.since, found.problems) == (3, 1, NOW + 4 * MINUTE, ())
    async with database.write() as conn:
        assert await audit_chain.forget(conn, over + DAY) == 3
    assert (await seal(database, over + DAY)) is not None  # entry 10, on the anchor
    found = await verify(database, over + DAY)
    assert (found.entries, found.seals, found.head.number, found.problems) == (1, 1, 4, ())
    assert (await verify(database, NOW)).problems == ("Entries were taken away before their 24 months were over.",)


async def test_an_entry_that_is_committed_after_later_ones_is_sealed_all_the_same(database: Database) -> None:
    """On PostgreSQL numbers are drawn before the commit: a seal waits for whoever holds a lower one."""
    if database.dialect == "sqlite":
        await three_seals(database)  # one writer: there is nothing to wait for
        return
    drawn, commit = asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        async with database.write() as conn:
            await note(conn, 1)
            drawn.set()
            await commit.wait()

    writing = asyncio.create_task(slow())
    await drawn.wait()
    async with database.write() as conn:
        await note(conn, 2)
    with pytest.raises(Unavailable):
        await seal(database, NOW)
    async with database.read() as conn:
        assert await conn.scalar(select(func.count()).select_from(audit_seals)) == 0
    commit.set()
    await writing
    await seal(database, NOW)
    found = await verify(database, NOW)
    assert (found.entries, found.seals, found.problems) == (2, 1, ())


async def test_many_processes_seal_while_others_note(database: Database) -> None:
    async with database.write() as conn:
        await note(conn, *range(BATCH + 5))

    async def noting(number: int) -> None:
        async with database.write() as conn:
            await note(conn, number)

    await asyncio.gather(*(noting(number) for number in range(20)), *(seal(database, NOW) for _ in range(4)))
    await seal(database, NOW)
    found = await verify(database, NOW)
    assert (found.entries, found.waiting, found.problems) == (BATCH + 25, 0, ())
    async with database.read() as conn:
        assert await conn.scalar(select(func.count()).select_from(audit_entries)) == BATCH + 25

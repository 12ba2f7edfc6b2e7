"""Nothing may grow with what is stored: what runs all day uses an index, by the plans of both databases."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.terms import Amend, Conversation, Sort
from storage import (
    alarms,
    conversations,
    files,
    inbox,
    likeness,
    links,
    listing,
    outbox,
    people,
    retention,
    submissions,
    words_index,
)
from storage.database import Database
from storage.listing import Filters
from storage.outbox import Outcome
from tests.storage.given import (
    ADDRESS,
    AGREED,
    DAY,
    EVERYTHING,
    HOUR,
    NOW,
    VOICE,
    agree,
    arrival,
    hold_one,
    need,
    parcel,
    put_one,
    say,
)

# A search by a bound, an index that holds the waiting rows alone, and what is made on the way are no scans of a table.
SMALL = re.compile(
    r"USING (COVERING )?INDEX (ix|uq)_\w*(ready|waiting|retried|parked|until|leaving|open)\b"
    r"|SCAN (audit_seals|replies|broadcasts|in_lane|anon_\w+|fitting|candidates|counted|CONSTANT ROW)"
    r"|SCAN \(subquery|SCAN \d+"
)

WHOLE = re.compile(r"Seq Scan on (?!audit_seals|searches\b.*DELETE FROM searches$)")
"""A table that PostgreSQL reads whole. Searches last an hour; all of them go where one of them may tell of somebody."""

EXPLAIN = {"sqlite": "EXPLAIN QUERY PLAN {}", "postgresql": "EXPLAIN {}"}


@asynccontextmanager
async def plans(conn: AsyncConnection) -> AsyncIterator[list[str]]:
    """Collects the plan of each statement on this connection."""
    found: list[str] = []
    explaining = False

    def explain(
        connection: Connection, _cursor: Any, statement: str, parameters: Any, _context: Any, many: bool
    ) -> None:
        nonlocal explaining
        if explaining or not statement.startswith(("SELECT", "UPDATE", "DELETE")):
            return
        explaining = True
        given = parameters[0] if many else parameters
        plan = connection.exec_driver_sql(EXPLAIN[connection.dialect.name].format(statement), given)
        found.extend(f"{row[-1]}   <- {statement[:60]}" for row in plan)
        explaining = False

    engine: Engine = conn.engine.sync_engine
    if engine.dialect.name == "postgresql":
        # So few rows would be read without an index anyway; like this, only where there is none.
        await conn.exec_driver_sql("SET LOCAL enable_seqscan = off")
    event.listen(engine, "before_cursor_execute", explain)
    try:
        yield found
    finally:
        event.remove(engine, "before_cursor_execute", explain)


def scans(found: list[str]) -> list[str]:
    assert found
    return [
        line for line in found if (line.startswith("SCAN") and not SMALL.search(line)) or WHOLE.search(line)
    ]  # fmt: skip


async def _some(conn: AsyncConnection) -> None:
    for number in range(20):
        held = await agree(conn, str(number))
        row = await put_one(conn, arrival(str(number)))
        await inbox.settle(conn, [row.id], NOW)
        await outbox.put(conn, [parcel(held)], NOW)
        await outbox.seen(conn, held.id, 10_000, NOW)
        await submissions.create(conn, held, need(f"N-{number:03}-222"), "telegram", NOW)


async def test_receive(database: Database) -> None:
    async with database.write() as conn:
        await _some(conn)
        async with plans(conn) as found:
            await inbox.put(conn, [arrival()], NOW + HOUR)
            await inbox.waiting(conn)
    assert scans(found) == []


async def test_turn(database: Database) -> None:
    async with database.write() as conn:
        await _some(conn)
        row = await put_one(conn, arrival())
        async with plans(conn) as found:
            rows = await inbox.due(conn, NOW, 300)
            held = await hold_one(conn)
            held = await hold_one(conn)
            assert await inbox.still_waiting(conn, [one.id for one in rows]) == {row.id}
            await people.consent(conn, held, AGREED, "telegram", NOW)
            await submissions.create(conn, held, need(), "telegram", NOW)
            await submissions.amend(conn, held, Amend("N-7KM-4QX", "more", (VOICE,)), NOW)
            await files.want(conn, held, [VOICE], "N-7KM-4QX", NOW)
            await alarms.ring(conn, held, "die", NOW)
            await alarms.calm(conn, held, NOW)
            await people.reachable(conn, held.contact_id, False, "blocked", NOW)
            await conversations.save(conn, [(held, Conversation(language="de"))], NOW)
            await outbox.put(conn, [parcel(held)], NOW)
            await inbox.fail(conn, row.id, "bug", None)
            await inbox.settle(conn, [row.id], NOW)
    assert scans(found) == []


async def test_deliver(database: Database) -> None:
    async with database.write() as conn:
        await _some(conn)
        held = await hold_one(conn)
        first = await put_one(conn)
        press = await put_one(conn, arrival(sort=Sort.PRESS))
        await outbox.put(conn, [parcel(held, inbox_id=first.id)], NOW)
        async with plans(conn) as found:
            (row,) = await outbox.ready(conn, "telegram", NOW, 30, [1, 2, 3])
            await outbox.settle(conn, [Outcome(row.id, "sent", "m1")], NOW)
            await outbox.put(conn, [parcel(held, say=say(toggles=True), inbox_id=press.id)], NOW)
            (row,) = await outbox.ready(conn, "telegram", NOW, 30, [])
            assert row.edits == "m1"
            await outbox.settle(conn, [Outcome(row.id, "again", None, "slow", NOW)], NOW)
            await outbox.after(conn, held.id, 0, 50)
            await outbox.seen(conn, held.id, row.id, NOW)
            await outbox.waiting(conn)
            await files.wanted(conn, "telegram", NOW, 10)
            await alarms.open_alarms(conn, 10)
    assert scans(found) == []


async def test_forget(database: Database) -> None:
    async with database.write() as conn:
        await _some(conn)
        held = await agree(conn)
        await submissions.create(conn, held, need(), "telegram", NOW)
        async with plans(conn) as found:
            await people.erase(conn, held, NOW + HOUR, upto=1)
            await outbox.put(conn, [parcel(held)], NOW + HOUR)
            await outbox.seen(conn, held.id, 100_000, NOW + HOUR)
            other = await hold_one(conn, "other")
            await people.forget_transit(conn, other, NOW + HOUR)
            await retention.sweep(conn, NOW + 2 * DAY)
            await retention.sweep(conn, NOW + timedelta(days=400))
            assert (await retention.sweep(conn, NOW + timedelta(days=800))).submissions == 20
    assert scans(found) == []


async def test_export(database: Database) -> None:
    async with database.write() as conn:
        await _some(conn)
        async with plans(conn) as found:
            assert len(await submissions.export_rows(conn, 10, 5)) == 5
    assert scans(found) == []


async def test_list(database: Database) -> None:
    combined = Filters(topic="MOB", urgency="week", language="de", status="new", kind="need")
    async with database.write() as conn:
        await _some(conn)
        async with plans(conn) as found:
            for filters in (
                Filters(),
                Filters(kind="need"),
                Filters(urgency="U2"),
                Filters(place="Heide"),
                combined,
                Filters(topic="MOB.no_bus"),
                Filters(topic="MOB", assignee="nobody@example.org"),
            ):
                await listing.submissions(conn, EVERYTHING, filters, None, 5)
                await listing.count(conn, EVERYTHING, filters)
    assert scans(found) == []


async def test_further_codes_are_ranges_of_their_own_index(database: Database) -> None:
    async with database.write() as conn:
        await _some(conn)
        async with plans(conn) as found:
            await listing.submissions(conn, EVERYTHING, Filters(topic="MOB"), None, 5)
    assert scans(found) == []
    if database.dialect == "sqlite":  # of so few rows PostgreSQL takes any index
        for name in ("topic", "second_topic", "third_topic"):
            assert [line for line in found if f"ix_submissions_{name} " in line], name


async def test_likeness(database: Database) -> None:
    """What is compared is looked for in the indexes of the list, in the order of time within a rank."""
    async with database.write() as conn:
        await _some(conn)
        async with plans(conn) as found:
            one = await likeness.one(conn, 1, "m")
            assert one is not None
            others = await likeness.others(conn, EVERYTHING, one, NOW, "m")
            await likeness.told(conn, [other.id for other in others])
            await likeness.keep(conn, {one: b"v"}, "m")
            await likeness.lines(conn, EVERYTHING, likeness.best(one, dict.fromkeys(others, 1.0), 0.5, 5))
            await links.join(conn, EVERYTHING, one.reference, others[0].reference, "same_need", 1, NOW)
            await links.of(conn, EVERYTHING, one.id, NOW)
    assert len(others) == 19
    assert scans(found) == []
    if database.dialect == "sqlite":
        used = {name for line in found for name in re.findall(r"INDEX (ix_submissions_\w+)", line)}
        assert used == {"ix_submissions_topic", "ix_submissions_place"}  # of the rest of the list nothing is read


async def test_search(database: Database) -> None:
    async with database.write() as conn:
        await _some(conn)
        searched = await words_index.search(conn, "Bus Kleinwaldhausen", 1, NOW)
        async with plans(conn) as found:
            await listing.submissions(conn, EVERYTHING, Filters(found=searched), None, 5)
    assert scans(found) == []


async def test_our_search_would_find_a_scan(database: Database) -> None:
    async with database.write() as conn, plans(conn) as found:
        await conn.exec_driver_sql("SELECT id FROM inbox WHERE reason = 'x'")
    assert scans(found)


async def test_a_turn_is_few_statements(database: Database) -> None:
    """For any number of people: what costs is the statement, not the row."""
    _, *counts = [await _statements(database, size) for size in (2, 1, 100)]
    assert counts[0] == counts[1] <= 7


async def _statements(database: Database, size: int) -> int:
    addresses = [f"{ADDRESS}-{size}-{number}" for number in range(size)]
    lanes = {inbox.lane("telegram", one): ("telegram", one) for one in addresses}
    async with database.write() as conn:
        await conversations.hold(conn, lanes, NOW)
        count = 0

        def one_more(*_: object) -> None:
            nonlocal count
            count += 1

        event.listen(conn.engine.sync_engine, "before_cursor_execute", one_more)
        await inbox.put(conn, [arrival(one) for one in addresses], NOW)
        rows = await inbox.due(conn, NOW, 300)
        held = await conversations.hold(conn, lanes, NOW)
        await conversations.save(conn, [(one, Conversation(language="de")) for one in held.values()], NOW)
        await outbox.put(conn, [parcel(one) for one in held.values()], NOW)
        await inbox.settle(conn, [row.id for row in rows], NOW)
        event.remove(conn.engine.sync_engine, "before_cursor_execute", one_more)
    return count

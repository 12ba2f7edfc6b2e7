"""The trail: what is noted, who looked, and that the database refuses to change it."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import DBAPIError

from storage import audit, people, staff, submissions
from storage.audit import Look
from storage.database import Database
from storage.tables import submissions as submission_table
from storage.tables_audit import audit_entries, audit_marks, audit_seals
from tests.storage.given import NOW, agree, need

DAY = timedelta(days=1)


async def test_an_entry_says_who_when_what_and_why_and_its_role_is_that_of_now(database: Database) -> None:
    async with database.write() as conn:
        ada = await staff.add(conn, "ada@example.org", "reader,coordinator", NOW)
        await audit.note(conn, NOW, who="staff", staff_id=ada, action="view", submission_id=7, reason=" on the phone ")
        await audit.note(conn, NOW, who="system", role="command", action="staff_added")
        first, second = (await conn.execute(select(audit_entries).order_by(audit_entries.c.id))).all()
    assert (first.at, first.who, first.staff_id, first.role) == (NOW, "staff", ada, "reader,coordinator")
    assert (first.action, first.submission_id, first.reason[1]) == ("view", 7, "on the phone")
    assert (second.who, second.role, second.reason, second.reason_hash) == ("system", "command", None, None)
    with pytest.raises(ValueError, match="machine word"):
        async with database.write() as conn:
            await audit.note(conn, NOW, who="staff", action="Aino has a fever")


async def test_the_database_refuses_to_change_it(database: Database) -> None:
    async with database.write() as conn:
        await audit.note(conn, NOW, who="system", action="view")
        seal = {"number": 1, "from_id": 1, "to_id": 1, "count": 1, "sealed_at": NOW, "hash": b"x"}
        await conn.execute(insert(audit_seals).values(**seal))
        mark = {"name": "head", "number": 1, "entry_id": 1, "at": NOW, "hash": b"x", "mac": b"x"}
        await conn.execute(insert(audit_marks).values(**mark))
    for statement in (
        "UPDATE audit_entries SET action = 'nothing'",
        "UPDATE audit_entries SET at = at",
        "DELETE FROM audit_entries",
        "UPDATE audit_seals SET count = 0",
        "DELETE FROM audit_seals",
        "DELETE FROM audit_marks",
        *(["TRUNCATE audit_entries"] if database.dialect == "postgresql" else []),
    ):
        with pytest.raises(DBAPIError, match="the trail is not changed"):
            async with database.write() as conn:
                await conn.execute(text(statement))


async def test_who_looked_names_days_roles_and_deeds(database: Database) -> None:
    async with database.write() as conn:
        for action, at in (("view", NOW), ("view", NOW), ("note", NOW), ("view", NOW + DAY)):
            await audit.note(conn, at, who="staff", role="caseworker", action=action, submission_id=7)
        await audit.note(conn, NOW, who="staff", role="reader", action="view", submission_id=8)
        await audit.note(conn, NOW, who="person", action="withdrew", submission_id=7)
        await audit.note(conn, NOW, who="staff", role="coordinator", action="export")
        looked = await audit.who_looked(conn, [7, 9], ZoneInfo("Europe/Berlin"))
    today = NOW.date()
    assert looked == [
        Look(today + DAY, "caseworker", "view", 1),
        Look(today, "caseworker", "note", 1),
        Look(today, "caseworker", "view", 2),
    ]


async def test_after_an_erasure_nothing_in_the_trail_leads_to_the_person(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        await submissions.create(conn, held, need(), "telegram", NOW)
        mine = await conn.scalar(select(submission_table.c.id))
        await audit.note(
            conn, NOW, who="staff", role="reader", action="view", submission_id=mine, reason="her son called"
        )
        await audit.note(conn, NOW, who="staff", role="reader", action="view", submission_id=99, reason="stays")
        await people.erase(conn, held, NOW)
        rows = (await conn.execute(select(audit_entries).order_by(audit_entries.c.id))).all()
    assert [(row.action, row.who, row.submission_id, row.reason and row.reason[1]) for row in rows] == [
        ("view", "staff", mine, None),
        ("view", "staff", 99, "stays"),
        ("erased", "person", mine, None),
    ]


async def test_many_note_at_once(database: Database) -> None:
    async def one(number: int) -> None:
        async with database.write() as conn:
            await audit.note(conn, NOW, who="staff", role="reader", action="view", submission_id=number)

    await asyncio.gather(*(one(number) for number in range(40)))
    async with database.read() as conn:
        assert sorted(await conn.scalars(select(audit_entries.c.submission_id))) == list(range(40))

"""The trail under a service: sealed while it runs, noted by commands, verified beside it."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.service import Service, running
from storage import audit
from storage.tables_audit import audit_seals
from tests.command import here
from tests.serving import free_port, settings, until


async def _seals(service: Service) -> int:
    async with service.on.database.read() as conn:
        return len((await conn.execute(select(audit_seals))).all())


@pytest.mark.usefixtures("log")
async def test_a_service_seals_what_was_noted(tmp_path: Path) -> None:
    async with Service.quiet(settings(tmp_path / "var")) as service:
        now = service.on.now
        async with service.on.database.write() as conn:
            await audit.note(conn, now(), who="staff", role="reader", action="view", submission_id=1)
    async with running(settings(tmp_path / "var")) as service:

        async def is_sealed() -> bool:
            return await _seals(service) == 1

        await until(is_sealed, 5)


def test_commands_are_noted_and_the_trail_is_verified(tmp_path: Path) -> None:
    done = here(tmp_path, "audit", "verify")
    assert (done.code, "There is no database" in done.err) == (1, True)
    assert here(tmp_path, "staff", "add", "ada@example.org", "--role", "reader").code == 0
    assert here(tmp_path, "export", "submissions").code == 0
    file = tmp_path / "var" / "sempre.db"
    with sqlite3.connect(file) as database:
        noted = database.execute("SELECT who, role, action, concerns_id FROM audit_entries ORDER BY id").fetchall()
    assert noted == [
        ("system", "command", "staff_added", 1),
        ("system", "command", "link_made", 1),
        ("system", "command", "export", None),
    ]
    done = here(tmp_path, "audit", "verify")
    assert done.code == 0
    assert re.match(r"The trail stands\. 0 entries under 0 seals, 3 wait for theirs", done.out)
    head = here(tmp_path, "audit", "head").out.strip()
    done = here(tmp_path, "audit", "verify", "--head", head)
    assert done.out.startswith("The trail stands. 3 entries under 1 seals, 0 wait for theirs, since 20")

    done = here(tmp_path, "audit", "verify", "--head", "1-" + "0" * 32)
    assert (done.code, "Seal 1 is not the one whose head was written down" in done.out) == (1, True)
    done = here(tmp_path, "audit", "verify", "--head", "yesterday")
    assert (done.code, done.err.count("\n"), "HEAD is what `sempre audit head` printed" in done.err) == (2, 1, True)

    with sqlite3.connect(file) as database:
        database.execute("DROP TRIGGER audit_entries_fixed")
        database.execute("UPDATE audit_entries SET action = 'view' WHERE id = 3")
    done = here(tmp_path, "audit", "verify")
    assert done.code == 1
    assert done.out.splitlines() == [
        "The database lets the trail be changed: its trigger audit_entries_fixed is missing.",
        "Entry 3 was changed, or was not noted by Sempre.",
        done.out.splitlines()[-1],
    ]
    assert done.out.splitlines()[-1].startswith("The trail does not stand. 3 entries under 1 seals")


def test_the_newest_seal_is_on_a_server_too(tmp_path: Path, postgres_url: str) -> None:
    port = str(free_port())
    for words in (("staff", "add", "ada@example.org", "--role", "reader"), ("audit", "head"), ("audit", "verify")):
        done = here(tmp_path, *words, database_url=postgres_url, port=port)
        assert done.code == 0, done.err
    assert done.out.startswith("The trail stands. 2 entries under 1 seals")

"""The second migration with data: a submission gets its place in the list; back down it stands as before."""

from __future__ import annotations

from alembic import command
from sqlalchemy import text

from storage.database import migrating, migration_config

ROWS = """
INSERT INTO people (id, created_at) VALUES (1, '2026-11-22 10:00:00');
INSERT INTO contacts (id, lane, channel, reachable, created_at) VALUES (1, {lane}, 'web', true, '2026-11-22 10:00:00');
INSERT INTO conversations (id, lane, contact_id, channel, state, version, created_at, updated_at)
 VALUES (1, {lane}, 1, 'web', {lane}, 0, '2026-11-22 10:00:00', '2026-11-22 10:00:00');
INSERT INTO submissions (id, reference, kind, conversation_id, person_id, draft, status, language, channel, answers,
 urgency_staff, created_at, updated_at) VALUES
 (1, 'N-222-222', 'need', 1, 1, 1, 'new', 'de', 'web', {lane}, 'U1', '2026-11-22 10:00:00', '2026-11-22 11:00:00'),
 (2, 'N-333-333', 'need', 1, 1, 2, 'done', 'de', 'web', {lane}, 'U0', '2026-11-22 10:00:00', '2026-11-22 12:00:00'),
 (3, 'N-444-444', 'need', 1, 1, 3, 'new', 'de', 'web', {lane}, NULL, '2026-11-22 10:00:00', '2026-11-22 13:00:00');
INSERT INTO submission_events (id, submission_id, status, created_at) VALUES (1, 1, 'new', '2026-11-22 10:00:00')
"""

LATER = """
UPDATE submissions SET second_topic = 'MOB', second_detail = 'MOB.no_bus' WHERE id = 1;
INSERT INTO submission_vectors (submission_id, model, vector) VALUES (1, 'm', {lane});
INSERT INTO submission_links (submission_id, other_id, sort, staff_id, created_at)
 VALUES (1, 2, 'same_need', 1, '2026-11-22 10:00:00')
"""
"""What later migrations made room for."""


async def test_what_was_sent_gets_its_place_and_keeps_it(empty_url: str) -> None:
    async with migrating(empty_url) as connection:
        await connection.run_sync(lambda sync: command.upgrade(migration_config(sync), "0001"))
        lane = "'\\x01'" if connection.dialect.name == "postgresql" else "X'01'"
        for statement in ROWS.format(lane=lane).split(";"):
            await connection.execute(text(statement))
        before = (await connection.execute(text("SELECT * FROM submissions ORDER BY id"))).all()
    async with migrating(empty_url) as connection:
        await connection.run_sync(lambda sync: command.upgrade(migration_config(sync), "head"))
        placed = await connection.execute(
            text("SELECT rank, version, status_since = updated_at, has_words FROM submissions ORDER BY id")
        )
        assert [tuple(row) for row in placed] == [(1, 0, True, True), (9, 0, True, True), (3, 0, True, True)]
        event = (await connection.execute(text("SELECT sort, who, staff_id FROM submission_events"))).one()
        assert tuple(event) == ("status", "person", None)
        for statement in LATER.format(lane=lane).split(";"):
            await connection.execute(text(statement))
    async with migrating(empty_url) as connection:
        await connection.run_sync(lambda sync: command.downgrade(migration_config(sync), "0001"))
        assert (await connection.execute(text("SELECT * FROM submissions ORDER BY id"))).all() == before

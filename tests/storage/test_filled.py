"""What `make flat` measures on is what the service would have stored: copies are whole, and no two of them meet."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import func, select

from bench.filled import LANGUAGES, POINTS, copied, fill, story
from bot.service import Service
from bot.settings import Settings
from storage import listing, words_index
from storage.listing import Filters
from storage.tables import contacts, conversations, inbox, submissions
from tests.serving import REFERENCE
from tests.storage.given import EVERYTHING, NOW

REAL, WANTED = 8, 50


async def test_copies_are_whole(empty_url: str, tmp_path: Path) -> None:
    settings = Settings(_env_file=None, data_dir=tmp_path, database_url=empty_url, languages=LANGUAGES)
    rows = await fill(settings, WANTED, REAL)
    assert (rows["people"], rows["submissions"], rows["inbox"], rows["outbox"]) == (64, 64, 576, 576)
    async with Service.quiet(settings) as service, service.on.database.write() as conn:
        found = await words_index.search(conn, story(1).split()[0], 1, NOW)
        page = await listing.submissions(conn, EVERYTHING, Filters(found=found), None, 5)
        assert page.total is not None
        assert page.total >= 8
        assert all(REFERENCE.fullmatch(row.reference) and row.place for row in page.rows)
        for one, other in ((conversations.c.lane, contacts.c.lane), (inbox.c.lane, conversations.c.lane)):
            joined = one.table.outerjoin(other.table, one == other)
            assert await conn.scalar(select(func.count()).select_from(joined).where(other.is_(None))) == 0
        assert await conn.scalar(select(func.count(func.distinct(submissions.c.created_at)))) == 8  # they came at once


def test_what_points_without_a_foreign_key_is_known() -> None:
    """A column that names a row of what is copied moves with it."""
    named = {
        (table.name, column.name)
        for table in copied()
        for column in table.columns
        if re.search(r"_id$", column.name) and not column.foreign_keys
    }
    stay = {("submissions", "organisation_id"), ("submissions", "assignee_id"), ("outbox", "staff_message_id")}
    stay |= {("submission_events", "staff_id"), ("submission_events", "concerns_id")}
    assert named == POINTS.keys() | stay

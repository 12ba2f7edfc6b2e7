"""What a person joined: shown at both ends to whoever may see both, taken away again, and nothing is merged."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import casework, links, people, retention, staff, submissions
from storage.changes import UnknownReference
from storage.conversations import Held
from storage.database import Database
from storage.scope import Scope
from storage.tables import consents
from storage.tables import submissions as table
from storage.tables_audit import audit_entries
from storage.tables_casework import submission_links
from tests.storage.given import EVERYTHING, HOUR, NOW, agree, need

ONE, TWO = "N-222-222", "N-333-333"
NARROW = replace(EVERYTHING, guards=False)


async def two(conn: AsyncConnection) -> tuple[int, Held, Held]:
    ada = await staff.add(conn, "ada@example.org", "caseworker", NOW)
    first, second = await agree(conn, "first"), await agree(conn, "second")
    await submissions.create(conn, first, need(ONE), "telegram", NOW)
    await submissions.create(conn, second, need(TWO), "telegram", NOW)
    return ada, first, second


async def shown(conn: AsyncConnection, reference: str, scope: Scope = EVERYTHING) -> list[tuple[str, str]]:
    number = await submissions.number(conn, reference)
    return [(one.sort, one.other.reference) for one in await links.of(conn, scope, number or 0, NOW)]


async def test_a_link_stands_at_both_ends_and_is_taken_away_from_either(database: Database) -> None:
    async with database.write() as conn:
        ada, _, _ = await two(conn)
        for reference, other, sort in ((ONE, TWO, "same_need"), (TWO, ONE, "same_need"), (TWO, ONE, "same_person")):
            await links.join(conn, EVERYTHING, reference, other, sort, ada, NOW)
        assert await shown(conn, ONE) == [("same_person", TWO), ("same_need", TWO)]
        assert await shown(conn, TWO) == [("same_person", ONE), ("same_need", ONE)]
        [_, link] = await links.of(conn, EVERYTHING, await submissions.number(conn, ONE) or 0, NOW)
        assert (link.by, link.at, link.other.place) == ("ada@example.org", NOW, "Kleinwaldhausen")
        await links.part(conn, EVERYTHING, TWO, link.id, ada, NOW)
        with pytest.raises(links.NoLink):
            await links.part(conn, EVERYTHING, TWO, link.id, ada, NOW)
        assert await shown(conn, ONE) == [("same_person", TWO)]
        noted = list(await conn.scalars(select(audit_entries.c.action)))
        assert (noted.count("joined"), noted.count("parted")) == (4, 2)


async def test_both_ends_have_to_be_seen(database: Database) -> None:
    async with database.write() as conn:
        ada, _, second = await two(conn)
        for wrong in (("N-999-999", "same_need", UnknownReference), (ONE, "same_need", links.Itself)):
            with pytest.raises(wrong[2]):
                await links.join(conn, EVERYTHING, ONE, wrong[0], wrong[1], ada, NOW)
        with pytest.raises(links.UnknownSort):
            await links.join(conn, EVERYTHING, ONE, TWO, "cousins", ada, NOW)
        await links.join(conn, EVERYTHING, ONE, TWO, "duplicate", ada, NOW)
        [link] = await links.of(conn, EVERYTHING, 1, NOW)
        await casework.make_case(conn, TWO, True, "in danger", ada, None, NOW)
        assert (await shown(conn, ONE, NARROW), await shown(conn, ONE)) == ([], [("duplicate", TWO)])
        with pytest.raises(links.NoLink):
            await links.part(conn, NARROW, ONE, link.id, ada, NOW)
        with pytest.raises(UnknownReference):
            await links.join(conn, NARROW, ONE, TWO, "same_need", ada, NOW)
        await casework.restrict(conn, second, True, NOW)  # paused: kept, and not used
        assert await shown(conn, ONE) == []
        with pytest.raises(UnknownReference):
            await links.join(conn, EVERYTHING, ONE, TWO, "same_need", ada, NOW)


async def test_a_link_merges_nothing_and_goes_with_either_end(database: Database) -> None:
    async with database.write() as conn:
        ada, first, second = await two(conn)
        before = (await conn.execute(select(table).order_by(table.c.id))).all()
        agreed = (await conn.execute(select(consents).order_by(consents.c.id))).all()
        await links.join(conn, EVERYTHING, ONE, TWO, "same_person", ada, NOW)
        assert (await conn.execute(select(table).order_by(table.c.id))).all() == before
        assert (await conn.execute(select(consents).order_by(consents.c.id))).all() == agreed
        await people.erase(conn, second, NOW + HOUR)
        assert await conn.scalar(select(func.count()).select_from(submission_links)) == 0
        await submissions.create(conn, await agree(conn, "third"), need(TWO), "telegram", NOW)
        await links.join(conn, EVERYTHING, TWO, ONE, "same_need", ada, NOW)
        await people.erase(conn, first, NOW + HOUR)
        assert await conn.scalar(select(func.count()).select_from(submission_links)) == 0
        await submissions.create(conn, await agree(conn, "fourth"), need(ONE), "telegram", NOW)
        await links.join(conn, EVERYTHING, TWO, ONE, "same_need", ada, NOW)
        await retention.sweep(conn, NOW + timedelta(days=800))
        assert await conn.scalar(select(func.count()).select_from(submission_links)) == 0

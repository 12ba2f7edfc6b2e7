from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from dialogs.terms import Conversation, Sent
from storage import conversations, inbox
from storage.conversations import DRAFT, TRANSIT, Stale
from storage.database import Database, open_database
from storage.sealed import Keyring
from storage.tables import conversations as table
from tests.storage.given import HOUR, NOW, agree, hold_one, talk


async def test_a_conversation_is_made_once(database: Database) -> None:
    addresses = {inbox.lane("telegram", one): ("telegram", one) for one in "cab"}
    async with database.write() as conn:
        first = await conversations.hold(conn, addresses, NOW)
    async with database.write() as conn:
        again = await conversations.hold(conn, addresses, NOW + HOUR)
    assert list(first) == list(again) == list(addresses)
    assert first == again
    assert all(held.conversation == Conversation() and held.person_id is None for held in first.values())


async def test_nobody_to_hold(database: Database) -> None:
    async with database.write() as conn:
        assert await conversations.hold(conn, {}, NOW) == {}
        await conversations.save(conn, [], NOW)


async def test_some_known_some_new(database: Database) -> None:
    async with database.write() as conn:
        known = await hold_one(conn, "a")
    async with database.write() as conn:
        lanes = {inbox.lane("telegram", one): ("telegram", one) for one in ("a", "b")}
        held = await conversations.hold(conn, lanes, NOW)
    assert held[known.lane].id == known.id
    assert len({one.id for one in held.values()}) == 2


async def test_what_is_saved_comes_back(database: Database) -> None:
    async with database.write() as conn:
        held = await hold_one(conn)
        await conversations.save(conn, [(held, talk(consent=True))], NOW)
    async with database.write() as conn:
        again = await hold_one(conn)
        row = (await conn.execute(select(table))).one()
    assert again.conversation == talk(consent=True)
    assert (again.version, row.language, row.updated_at) == (1, "de", NOW)


async def test_saving_what_was_changed_meanwhile(database: Database) -> None:
    async with database.write() as conn:
        held = await hold_one(conn)
        await conversations.save(conn, [(held, talk())], NOW)
    if database.dialect == "postgresql":
        return  # there the rows are locked until the commit, and the driver does not count
    with pytest.raises(Stale):
        async with database.write() as conn:
            await conversations.save(conn, [(held, Conversation())], NOW)
    async with database.write() as conn:
        assert (await hold_one(conn)).conversation == talk()


async def test_transit_is_counted_from_the_first_word(database: Database) -> None:
    async with database.write() as conn:
        held = await hold_one(conn)
        await conversations.save(conn, [(held, talk())], NOW + HOUR)
        row = (await conn.execute(select(table))).one()
    assert (row.transit_until, row.draft_until) == (NOW + TRANSIT, NOW + HOUR + DRAFT)


async def test_consent_ends_transit_and_what_was_sent_keeps_a_talk_without_a_draft(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        row = (await conn.execute(select(table))).one()
        assert (row.transit_until, row.draft_until) == (None, NOW + DRAFT)  # whoever sends nothing goes after that
        sent = Conversation(language="de", consent=True, sent=(Sent("N-7KM-4QX", "need", 1, "new", NOW),))
        await conversations.save(conn, [(held, sent)], NOW)
        row = (await conn.execute(select(table))).one()
        assert (row.transit_until, row.draft_until) == (None, None)
        unfinished = replace(talk(), consent=True, sent=sent.sent)
        await conversations.save(conn, [(await hold_one(conn), unfinished)], NOW)
        row = (await conn.execute(select(table))).one()
        assert (row.transit_until, row.draft_until) == (None, NOW + DRAFT)


async def test_another_process_has_it(postgres_url: str, keyring: Keyring) -> None:
    """PostgreSQL only: SQLite has one writer."""
    ours, theirs = open_database(postgres_url, keyring), open_database(postgres_url, keyring)
    a, b = inbox.lane("telegram", "a"), inbox.lane("telegram", "b")
    async with ours.write() as conn:
        await hold_one(conn, "a")
    async with ours.write() as mine:
        await hold_one(mine, "a")
        async with theirs.write() as conn:
            held = await conversations.hold(conn, {a: ("telegram", "a"), b: ("telegram", "b")}, NOW)
            assert set(held) == {b}
    async with theirs.write() as conn:
        assert (await hold_one(conn, "a")).lane == a
    await ours.close()
    await theirs.close()

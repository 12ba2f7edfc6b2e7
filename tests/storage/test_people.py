"""Consent, erasure, refusal."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Table, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.terms import Amend, Conversation
from storage import alarms, conversations, files, inbox, outbox, people, submissions
from storage.conversations import TRANSIT, Held
from storage.database import Database
from storage.outbox import Outcome
from storage.schema import metadata
from storage.sealed import Keyring
from storage.tables import (
    consents,
    contacts,
    person_contacts,
    tombstones,
)
from storage.tables import conversations as chats
from storage.tables import files as file_table
from storage.tables import inbox as inbox_table
from storage.tables import outbox as outbox_table
from storage.tables import people as people_table
from storage.tables import submissions as submission_table
from tests.storage.given import (
    ADDRESS,
    AGREED,
    HOUR,
    MINUTE,
    NOW,
    REFUSED,
    VOICE,
    agree,
    arrival,
    hold_one,
    need,
    parcel,
    put_one,
    say,
    talk,
)

LATER = NOW + HOUR


async def counts(conn: AsyncConnection, *tables: Table) -> list[int]:
    return [int(await conn.scalar(select(func.count()).select_from(table)) or 0) for table in tables]


async def everything(conn: AsyncConnection, address: str = ADDRESS, reference: str = "N-7KM-4QX") -> Held:
    """Somebody who agreed, wrote, sent, added words and a voice message, was answered, and rang an alarm."""
    held = await agree(conn, address)
    row = await put_one(conn, arrival(address))
    await inbox.settle(conn, [row.id], NOW)
    await submissions.create(conn, held, need(reference), "telegram", NOW)
    await submissions.amend(conn, held, Amend(reference, "more", (VOICE,)), NOW)
    await files.want(conn, held, [VOICE], reference, NOW)
    await alarms.ring(conn, held, "person", NOW)
    await outbox.put(conn, [parcel(held, "sent"), parcel(held, "unsent")], NOW)
    (first, *_) = await outbox.ready(conn, "telegram", NOW, 1, ())
    await outbox.settle(conn, [Outcome(first.id, "sent", "m1")], NOW)
    await conversations.save(conn, [(held, talk(consent=True))], NOW)
    return replace(held, version=held.version + 1)


# -- consent --------------------------------------------------------------------------------------


async def test_consent_is_recorded(database: Database) -> None:
    async with database.write() as conn:
        held = await hold_one(conn)
        person = await people.consent(conn, held, AGREED, "telegram", NOW)
        row = (await conn.execute(select(consents))).one()
        assert await conn.scalar(select(contacts.c.address_until)) is None
        assert (await hold_one(conn)).person_id == person
    assert (row.person_id, row.purpose, row.given, row.language) == (person, "help", True, "en")
    assert (row.channel, row.method, row.created_at) == ("telegram", "tap", NOW)
    assert row.text_sha256 == hashlib.sha256(AGREED.text.encode()).digest()


async def test_a_second_purpose_is_of_the_same_person(database: Database) -> None:
    async with database.write() as conn:
        held = await hold_one(conn)  # not held anew: two effects of one turn
        first = await people.consent(conn, held, AGREED, "telegram", NOW)
        second = await people.consent(conn, held, replace(REFUSED, purpose="photos"), "telegram", NOW)
        assert first == second
        assert await counts(conn, people_table, person_contacts, consents) == [1, 1, 2]


async def test_a_no_of_somebody_unknown_leaves_nothing(database: Database) -> None:
    async with database.write() as conn:
        assert await people.consent(conn, await hold_one(conn), REFUSED, "telegram", NOW) is None
        assert await counts(conn, people_table, consents) == [0, 0]


async def test_reachable(database: Database) -> None:
    async with database.write() as conn:
        held = await hold_one(conn)
        await people.reachable(conn, held.contact_id, False, "blocked", NOW)
        await people.reachable(conn, held.contact_id, False, "again", LATER)
        row = (await conn.execute(select(contacts))).one()
        assert (row.reachable, row.reachable_reason, row.reachable_at) == (False, "blocked", NOW)
        await people.reachable(conn, held.contact_id, True, None, LATER)
        assert await conn.scalar(select(contacts.c.reachable))


# -- erasure --------------------------------------------------------------------------------------


async def erase_with_farewell(conn: AsyncConnection, held: Held, now: datetime = LATER) -> int:
    """As a turn does it: erase, say goodbye, save a blank conversation, settle the row that asked for it."""
    asked = await put_one(conn, arrival(order=9, text="/delete"), now)
    await people.erase(conn, held, now, upto=asked.id)
    await outbox.put(conn, [parcel(held, "goodbye", inbox_id=asked.id)], now)
    await conversations.save(conn, [(held, Conversation(language="de"))], now)
    await inbox.settle(conn, [asked.id], now)
    return asked.id


async def test_erasure_leaves_hashes_a_tombstone_and_the_farewell(database: Database, keyring: Keyring) -> None:
    async with database.write() as conn:
        held = await everything(conn)
        await erase_with_farewell(conn, held)
        gone = [
            t
            for t in metadata.sorted_tables
            if t.name
            not in {"inbox", "outbox", "contacts", "conversations", "tombstones", "audit_entries", "consent_proofs"}
        ]
        assert await counts(conn, *gone) == [0] * len(gone)
        (farewell,) = await outbox.ready(conn, "telegram", LATER, 10, ())
        assert (farewell.say, farewell.address) == (say("goodbye"), ADDRESS)
        hashes = {(row.sort, row.hash) for row in await conn.execute(select(tombstones))}
        keys = set(await conn.scalars(select(inbox_table.c.key_hash)))
        assert {hashed for sort, hashed in hashes if sort == "message"} == keys  # so that no repeat revives anybody
        assert {row.day for row in await conn.execute(select(tombstones.c.day))} == {NOW.replace(hour=0)}
    assert {one for one in hashes if one[0] != "message"} == {
        ("contact", keyring.hash("tombstone", "contact", held.lane.hex())),
        ("submission", keyring.hash("tombstone", "submission", "N-7KM-4QX")),
    }


async def test_after_the_farewell_nothing_links_to_anybody(database: Database) -> None:
    async with database.write() as conn:
        await erase_with_farewell(conn, await everything(conn))
    async with database.write() as conn:
        (farewell,) = await outbox.ready(conn, "telegram", LATER, 10, ())
        await outbox.settle(conn, [Outcome(farewell.id, "sent", "m2")], LATER + MINUTE)
        left = {t.name: n for t in metadata.sorted_tables if (n := (await counts(conn, t))[0])}
        assert left == {"inbox": 2, "tombstones": 4, "audit_entries": 1, "consent_proofs": 1}
        for row in (await conn.execute(select(inbox_table))).mappings():
            assert_only_key_and_day(row)


def assert_only_key_and_day(row: Any) -> None:
    kept = {name: value for name, value in row.items() if name not in {"id", "key_hash"} and value not in (None, "", 0)}
    assert kept == dict.fromkeys(("received_at", "ready_at", "settled_at"), NOW.replace(hour=0))
    assert row["key_hash"]


async def test_a_repeat_is_recognised_after_erasure(database: Database) -> None:
    one = arrival()
    async with database.write() as conn:
        held = await agree(conn)
        row = await put_one(conn, one)
        await people.erase(conn, held, LATER, upto=row.id)
        assert await inbox.put(conn, [one], LATER) == (False,)
        assert await inbox.due(conn, LATER, 10) == []


async def test_what_came_after_the_wish_is_still_answered(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        asked = await put_one(conn, arrival(order=1, text="/delete"))
        await inbox.put(conn, [arrival(order=2, text="hello again")], NOW)
        await people.erase(conn, held, LATER, upto=asked.id)
        assert [row.heard.text for row in await inbox.due(conn, LATER, 10)] == ["hello again"]


async def test_without_a_row_number_the_wish_goes_with_the_farewell(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        asked = await put_one(conn, arrival(text="/delete"))
        await people.erase(conn, held, LATER)
        await outbox.put(conn, [parcel(held, "goodbye")], LATER)
        await inbox.settle(conn, [asked.id], LATER)
        (farewell,) = await outbox.ready(conn, "telegram", LATER, 10, ())
        await outbox.settle(conn, [Outcome(farewell.id, "gone")], LATER)
        assert_only_key_and_day((await conn.execute(select(inbox_table))).mappings().one())
        assert await counts(conn, contacts, chats, outbox_table) == [0, 0, 0]


async def test_a_web_reader_sees_the_farewell(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        await people.erase(conn, held, LATER)
        await outbox.put(conn, [parcel(held, "goodbye")], LATER)
        ((seq, _, _),) = await outbox.after(conn, held.id, 0, 10)
        await outbox.seen(conn, held.id, seq, LATER)
        assert await counts(conn, contacts, chats, outbox_table) == [0, 0, 0]


async def test_others_stay(database: Database) -> None:
    async with database.write() as conn:
        await everything(conn, "other", "N-222-222")
        tables = [table for table in metadata.sorted_tables if table is not tombstones]
        before = await counts(conn, *tables)
        held = await everything(conn)
        await people.erase(conn, held, LATER)
        await outbox.put(conn, [parcel(held, "goodbye")], LATER)
        rows = [row for row in await outbox.ready(conn, "telegram", LATER, 10, ()) if row.address == ADDRESS]
        await outbox.settle(conn, [Outcome(row.id, "sent") for row in rows], LATER)
        after = await counts(conn, *tables)
    names = [table.name for table in tables]
    more = {name: b - a for name, a, b in zip(names, before, after, strict=True) if a != b}
    assert more == {"inbox": 1, "audit_entries": 1, "consent_proofs": 1}


async def test_somebody_who_starts_again_before_the_farewell_stays(database: Database) -> None:
    async with database.write() as conn:
        held = await everything(conn)
        await erase_with_farewell(conn, held)
        again = await hold_one(conn, now=LATER)
        assert (again.person_id, again.conversation) == (None, Conversation(language="de"))
        await conversations.save(conn, [(again, talk())], LATER)
        (farewell,) = await outbox.ready(conn, "telegram", LATER, 10, ())
        await outbox.settle(conn, [Outcome(farewell.id, "sent")], LATER)
        assert (await hold_one(conn)).conversation == talk()


async def test_every_chat_of_the_person_goes(database: Database) -> None:
    """One person, two addresses."""
    async with database.write() as conn:
        held = await everything(conn, "first")
        other = await everything(conn, "second", "N-222-222")
        await conn.execute(update(chats).where(chats.c.id == other.id).values(person_id=held.person_id))
        await conn.execute(update(submission_table).values(person_id=held.person_id))
        await conn.execute(insert(person_contacts).values(person_id=held.person_id, contact_id=other.contact_id))
        await people.erase(conn, held, LATER)
        assert await counts(conn, submission_table, file_table) == [0, 0]
        assert (await conn.execute(select(chats.c.id))).scalars().all() == [held.id]


async def test_a_file_that_arrives_after_erasure_is_not_kept(database: Database) -> None:
    async with database.write() as conn:
        held = await everything(conn)
        (wanted,) = await files.wanted(conn, "telegram", NOW, 10)
        await people.erase(conn, held, LATER)
        await files.keep(conn, wanted.id, b"OggS", "audio/ogg", LATER)
        assert await counts(conn, file_table) == [0]


# -- refusal --------------------------------------------------------------------------------------


async def refuse(conn: AsyncConnection) -> Held:
    held = await hold_one(conn)
    first = await put_one(conn)
    await conversations.save(conn, [(held, talk())], NOW)
    await outbox.put(conn, [parcel(held, "may we?")], NOW)
    await inbox.settle(conn, [first.id], NOW)
    held = await hold_one(conn)
    no = await put_one(conn, arrival(order=2, text="no"), LATER)
    await people.forget_transit(conn, held, LATER, upto=no.id)
    await outbox.put(conn, [parcel(held, "call 112")], LATER)
    await conversations.save(conn, [(held, Conversation(language="de", consent=False))], LATER)
    await inbox.settle(conn, [no.id], LATER)
    return held


async def test_refusal_keeps_language_and_hash(database: Database) -> None:
    async with database.write() as conn:
        held = await refuse(conn)
        (row,) = await outbox.ready(conn, "telegram", LATER, 10, ())
        assert (row.say, row.address) == (say("call 112"), ADDRESS)
        await outbox.settle(conn, [Outcome(row.id, "sent")], LATER)
        contact = (await conn.execute(select(contacts))).one()
        assert (contact.lane, contact.address) == (held.lane, None)
        assert await counts(conn, outbox_table, people_table, consents) == [0, 0, 0]
        for line in (await conn.execute(select(inbox_table))).mappings():
            assert_only_key_and_day(line)
        chat = await hold_one(conn)
    assert chat.conversation == Conversation(language="de", consent=False)


async def test_somebody_who_refused_writes_again(database: Database) -> None:
    async with database.write() as conn:
        await refuse(conn)
        (row,) = await outbox.ready(conn, "telegram", LATER, 10, ())
        await outbox.settle(conn, [Outcome(row.id, "sent")], LATER)
        held = await hold_one(conn, now=LATER)
        await outbox.put(conn, [parcel(held, "hello")], LATER)
        (ready,) = await outbox.ready(conn, "telegram", LATER, 10, ())
        assert ready.address == ADDRESS
        assert await conn.scalar(select(contacts.c.address_until)) == LATER + TRANSIT

"""What goes when time is up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from dialogs.terms import Conversation, Form
from storage import alarms, conversations, inbox, outbox, retention
from storage.conversations import DRAFT
from storage.database import Database
from storage.outbox import Outcome
from storage.retention import Swept
from storage.schema import metadata
from storage.tables import contacts
from storage.tables import conversations as chats
from storage.tables import inbox as inbox_table
from storage.tables import outbox as outbox_table
from storage.tables import submissions as submission_table
from tests.storage.given import ADDRESS, DAY, HOUR, MINUTE, NOW, agree, arrival, hold_one, parcel, put_one, say, talk
from tests.storage.test_people import LATER, assert_only_key_and_day, counts, erase_with_farewell, everything, refuse


async def test_an_alarm_keeps_the_address_after_a_refusal(database: Database) -> None:
    async with database.write() as conn:
        held = await hold_one(conn)
        await alarms.ring(conn, held, "die", NOW)
        await refuse(conn)
        (row,) = await outbox.ready(conn, "telegram", LATER, 10, ())
        await outbox.settle(conn, [Outcome(row.id, "sent")], LATER)
        assert await conn.scalar(select(contacts.c.address)) == ADDRESS
        await alarms.calm(conn, held, LATER)
        assert await retention.sweep(conn, LATER + MINUTE) == Swept(addresses=1)
        assert await conn.scalar(select(contacts.c.address)) is None


async def test_a_day_before_consent(database: Database) -> None:
    async with database.write() as conn:
        held = await hold_one(conn)
        row = await put_one(conn)
        await inbox.settle(conn, [row.id], NOW)
        await conversations.save(conn, [(held, talk())], NOW)
        await outbox.put(conn, [parcel(held)], NOW)
        assert await retention.sweep(conn, NOW + 22 * HOUR) == Swept()
        assert await retention.sweep(conn, NOW + DAY) == Swept(transit=1, addresses=1)
        assert await retention.sweep(conn, NOW + DAY) == Swept()
        assert_only_key_and_day((await conn.execute(select(inbox_table))).mappings().one())
        assert await counts(conn, outbox_table) == [0]
        assert await conn.scalar(select(contacts.c.address)) is None
        again = await hold_one(conn, now=NOW + DAY)
    assert again.conversation == Conversation(language="de", last_draft=1)


async def test_somebody_in_the_middle_of_a_talk_is_still_answered(database: Database) -> None:
    late = NOW + 22 * HOUR + 30 * MINUTE
    async with database.write() as conn:
        held = await hold_one(conn)
        await conversations.save(conn, [(held, talk())], late)
        await outbox.put(conn, [parcel(held, "old")], NOW)
        await outbox.put(conn, [parcel(held, "new")], late)
        await put_one(conn, arrival(text="new"), late)
        swept = await retention.sweep(conn, NOW + DAY)
        assert swept.transit == 1
        (row,) = await outbox.ready(conn, "telegram", NOW + DAY, 10, ())
        assert (row.say, row.address) == (say("new"), ADDRESS)
        assert [one.heard.text for one in await inbox.due(conn, NOW + DAY, 10)] == ["new"]
        await retention.sweep(conn, late + DAY)
        await retention.sweep(conn, late + DAY + HOUR)
        assert await counts(conn, outbox_table) == [0]
        assert await conn.scalar(select(contacts.c.address)) is None


async def test_an_open_alarm_keeps_the_address(database: Database) -> None:
    async with database.write() as conn:
        held = await hold_one(conn)
        await alarms.ring(conn, held, "die", NOW)
        await conversations.save(conn, [(held, talk())], NOW)
        assert await retention.sweep(conn, NOW + DAY) == Swept(transit=1)
        assert await conn.scalar(select(contacts.c.address)) == ADDRESS
        assert await retention.sweep(conn, NOW + DAY + 2 * DRAFT) == Swept()
        await alarms.calm(conn, held, NOW + DAY)
        swept = await retention.sweep(conn, NOW + DAY + 2 * DRAFT)
        assert (swept.addresses, swept.contacts) == (1, 1)
        assert await counts(conn, contacts, chats) == [0, 0]


async def test_messages_that_were_never_turned_go_too(database: Database) -> None:
    async with database.write() as conn:
        await agree(conn, "known")
        for address in ("known", "waiting", "parked"):
            row = await put_one(conn, arrival(address))
            if address == "parked":
                await inbox.fail(conn, row.id, "bug", None)
        assert await retention.sweep(conn, NOW + DAY) == Swept(inbox=2)
        assert [row.address for row in await inbox.due(conn, NOW + DAY, 10)] == ["known"]


async def test_a_farewell_that_cannot_be_sent(database: Database) -> None:
    async with database.write() as conn:
        await erase_with_farewell(conn, await everything(conn))
        assert (await retention.sweep(conn, LATER + DAY)).transit == 1
        left = {t.name for t in metadata.sorted_tables if (await counts(conn, t))[0]}
    assert left == {"inbox", "tombstones", "audit_entries", "consent_proofs"}


async def test_an_unfinished_form_after_ninety_days(database: Database) -> None:
    async with database.write() as conn:
        held = await everything(conn)
        assert await retention.sweep(conn, NOW + DRAFT - DAY) == Swept()
        assert await retention.sweep(conn, NOW + DRAFT) == Swept(drafts=1)
        assert await retention.sweep(conn, NOW + DRAFT) == Swept()
        again = await hold_one(conn)
        assert again.conversation == replace(talk(consent=True), forms=())
        assert again.version == held.version + 1
        assert await counts(conn, submission_table) == [1]


async def test_language_and_hash_after_ninety_days(database: Database) -> None:
    async with database.write() as conn:
        held = await hold_one(conn)
        await conversations.save(conn, [(held, talk())], NOW)
        await retention.sweep(conn, NOW + DAY)
        assert await retention.sweep(conn, NOW + DAY + DRAFT) == Swept(contacts=1)
        assert await counts(conn, contacts, chats) == [0, 0]


@pytest.mark.parametrize("size", [450])
async def test_many_at_once(database: Database, size: int) -> None:
    async with database.write() as conn:
        lanes = {inbox.lane("telegram", str(n)): ("telegram", str(n)) for n in range(size)}
        held = await conversations.hold(conn, lanes, NOW)
        await conversations.save(conn, [(one, Conversation(forms=(Form("need", 1),))) for one in held.values()], NOW)
        assert await retention.sweep(conn, NOW + DAY) == Swept(transit=size, addresses=size)
        assert await retention.sweep(conn, NOW + DAY + DRAFT) == Swept(contacts=size)

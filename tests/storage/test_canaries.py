"""Words that nobody else uses, in every place where a person or staff may leave some: sealed before, gone after."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.terms import Amend, Answer, Complete, Consented, Conversation, Correct, File, Reply, Say
from storage import (
    alarms,
    audit,
    break_glass,
    casework,
    conversations,
    desk,
    desk_talks,
    doors,
    files,
    inbox,
    likeness,
    masking,
    notices,
    outbox,
    people,
    retention,
    rights,
    scope,
    sealed,
    staff,
    submissions,
    uploads,
    voices,
    words_index,
)
from storage.conversations import Held
from storage.database import Database, open_database
from storage.outbox import Outcome
from storage.schema import metadata
from storage.sealed import Keyring
from storage.tables import conversations as chats
from storage.tables import files as file_table
from storage.tables import submissions as table
from storage.tables import tombstones, word_index
from storage.tables_casework import OF_SUBMISSION, searches, voice_drafts
from tests.storage.given import ADDRESS, HOUR, NOW, PLACE, VOICE, agree, arrival, need, parcel, put_one

REFERENCE = "N-7KM-4QX"
LATER = NOW + HOUR
CANARIES = (
    "zeisig", "stieglitz", "girlitz", "gimpel", "dompfaff", "haenfling", "ammer", "kernbeisser", "fichtenkreuz",
    "birkenzeisig", "ortolan", "kleiber", "seidenschwanz", "wiesenpieper", "schneeammer", "rotkehlchen", "wiedehopf",
    "zilpzalp", "zaunkoenig",
    "goldhaehnchen",
    ADDRESS, PLACE.casefold(), "wamid-4815162342",
)  # fmt: skip
LEFT_BY_NATURE = {"inbox", "tombstones", "staff", "audit_entries", "consent_proofs"}
"""What stays when somebody is erased: keyed hashes of messages and of the erased, proofs of consent, and our own."""


async def leave_words_everywhere(conn: AsyncConnection, address: str = ADDRESS, reference: str = REFERENCE) -> Held:
    held = await agree(conn, address)
    ada = (await staff.by_email(conn, "ada@example.org")) or await staff.by_id(
        conn, await staff.add(conn, "ada@example.org", "caseworker", NOW)
    )
    assert ada is not None
    row = await put_one(conn, arrival(address, text="zeisig"))
    await inbox.settle(conn, [row.id], NOW)
    story = Answer("story", "stieglitz", files=(VOICE,))
    await submissions.create(conn, held, need(reference, answers=[story, Answer("place", PLACE)]), "telegram", NOW)
    await submissions.amend(conn, held, Amend(reference, "girlitz", (File("dompfaff", "photo"),)), NOW)
    await submissions.complete(conn, held, Complete(reference, (Answer("more", "gimpel"),)), NOW)
    await files.want(conn, held, [VOICE], reference, NOW)
    await doors.new_link(conn, "telegram", address, 1, NOW)
    for wanted in await files.wanted(conn, "telegram", NOW, 10):
        await files.keep(conn, wanted.id, b"haenfling", "audio/ogg", NOW)
    await alarms.ring(conn, held, "die", NOW)
    await rights.correct(conn, held, Correct(reference, (Answer("more", "kleiber"),)), NOW)
    await _beside_on_the_web(conn, held)
    message = await casework.write_message(conn, reference, "ammer", "de", f"ammer-{reference}", ada.id, NOW)
    reply = Reply(str(message), reference, "kernbeisser", (VOICE,))
    await casework.file_reply(conn, held, reply, NOW)
    await casework.add_note(conn, reference, "fichtenkreuz", ada.id, f"fichtenkreuz-{reference}", NOW)
    await casework.translate(conn, reference, "en", "birkenzeisig", ada.id, None, NOW)
    await _voice(conn, reference, ada.id)
    await masking.mask(conn, reference, "stieglitz", ada.id, None, NOW)
    await casework.set_status(conn, reference, "not_possible", "ortolan", ada.id, None, NOW)
    await casework.assign(conn, reference, "ada@example.org", ada.id, None, NOW)
    await words_index.search(conn, "schneeammer", ada.id, NOW)
    elsewhere = await scope.of(conn, replace(ada, organisation_id=7))
    await break_glass.open_with_reason(conn, elsewhere, reference, "wiedehopf at the door", NOW)
    await _compared(conn, reference)
    sent = await conn.scalar(select(table.c.id).where(table.c.reference == reference))
    await audit.note(conn, NOW, who="staff", staff_id=ada.id, action="view", submission_id=sent, reason="rotkehlchen")
    await outbox.put(conn, [parcel(held, say=Say(("ammer",), from_staff=str(message)))], NOW)
    (ready, *_) = await outbox.ready(conn, "telegram", NOW, 1, ())
    await outbox.settle(conn, [Outcome(ready.id, "sent", "wamid-4815162342")], NOW)
    return held


async def _compared(conn: AsyncConnection, reference: str) -> None:
    one = await likeness.one(conn, await submissions.number(conn, reference) or 0, "model")
    assert one is not None
    await likeness.keep(conn, {one: b"goldhaehnchen"}, "model")


async def _voice(conn: AsyncConnection, reference: str, ada: int) -> None:
    """What is said in a voice, as a person wrote it down; and a draft, as if that were of another one."""
    sent, file = (
        await conn.execute(
            select(file_table.c.submission_id, file_table.c.id).order_by(file_table.c.id.desc()).limit(1)
        )
    ).one()
    await voices.confirm(conn, reference, file, "zilpzalp", ada, None, NOW)
    row = {"submission_id": sent, "file_id": file, "language": "de", "asked_at": NOW, "tries": 1, "until": LATER}
    await conn.execute(voice_drafts.insert().values(**row, state=voices.WRITTEN, text="zaunkoenig"))


async def _beside_on_the_web(conn: AsyncConnection, held: Held) -> None:
    """The same person in a browser: a code, a file on its way, an e-mail address."""
    cookie = await doors.new_visitor(conn, NOW)
    visitor = await doors.visitor(conn, cookie, NOW)
    assert visitor is not None
    beside = (await conversations.hold(conn, {visitor.lane: ("web", visitor.address)}, NOW))[visitor.lane]
    await conn.execute(update(chats).where(chats.c.id == beside.id).values(person_id=held.person_id))
    await doors.new_code(conn, visitor, NOW)
    await doors.close(conn, cookie)
    await uploads.put(conn, visitor.lane, File("", "photo"), b"seidenschwanz", NOW)
    await notices.leave(conn, visitor.lane, beside.id, "wiesenpieper@example.org", "de")


async def goodbye(conn: AsyncConnection, held: Held) -> None:
    """As a turn does it, and the farewell is sent."""
    asked = await put_one(conn, arrival(order=9, text="/delete"), LATER)
    await people.erase(conn, held, LATER, upto=asked.id)
    await outbox.put(conn, [parcel(held, "goodbye", inbox_id=asked.id)], LATER)
    await conversations.save(conn, [(held, Conversation())], LATER)
    await inbox.settle(conn, [asked.id], LATER)
    (farewell,) = await outbox.ready(conn, "telegram", LATER, 10, ())
    await outbox.settle(conn, [Outcome(farewell.id, "sent", "m9")], LATER)


async def opened(conn: AsyncConnection) -> list[tuple[str, str]]:
    """(table, all that one row of it says) of every table there is, sealed columns opened."""
    rows: list[tuple[str, str]] = []
    for one in metadata.sorted_tables:
        rows += [(one.name, repr(tuple(row))) for row in await conn.execute(select(one))]
    return rows


async def sizes(conn: AsyncConnection, *tables: Any) -> dict[str, int]:
    return {one.name: int(await conn.scalar(select(func.count()).select_from(one)) or 0) for one in tables}


async def test_every_canary_sings_before_and_none_after(database: Database) -> None:
    async with database.write() as conn:
        held = await leave_words_everywhere(conn)
        before = " ".join([text.casefold() for _, text in await opened(conn)])
        assert [word for word in CANARIES if word not in before] == []
        assert 0 not in (await sizes(conn, *OF_SUBMISSION, searches, file_table, table)).values()
        await goodbye(conn, held)
        left = await opened(conn)
    assert {name for name, _ in left} <= LEFT_BY_NATURE
    assert [word for word in CANARIES for _, text in left if word in text.casefold()] == []


async def test_a_message_that_was_not_said_yet_is_not_said_after_erasure(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        await submissions.create(conn, held, need(), "telegram", NOW)
        ada = await staff.add(conn, "ada@example.org", "caseworker", NOW)
        asked = await put_one(conn, arrival(order=9, text="/delete"))
        await casework.write_message(conn, REFERENCE, "ammer", "de", "1", ada, NOW)
        await people.erase(conn, held, LATER, upto=asked.id)
        assert await inbox.due(conn, LATER, 10) == []
        assert [text for _, text in await opened(conn) if "ammer" in text] == []


async def test_a_talk_of_the_desk_goes_with_its_person(database: Database) -> None:
    async with database.write() as conn:
        ada = await staff.add(conn, "ada@example.org", "caseworker", NOW)
        address = await desk.begin(conn, ada, "phone", "en", "need", NOW)
        other = await desk.begin(conn, ada, "phone", "en", "need", NOW)
        rows = await inbox.due(conn, NOW, 10)
        (mine,) = {row.lane for row in rows if row.address == address}
        held = (await conversations.hold(conn, {mine: ("desk", address)}, NOW))[mine]
        await people.consent(conn, held, Consented("help", True, "May we?", "en", "staff-noted"), "desk", NOW)
        await people.erase(conn, held, NOW, upto=max(row.id for row in rows))
        assert await desk.find(conn, address, ada) is not None  # staff read the farewell
        await retention.sweep(conn, NOW + 24 * HOUR)
        assert [text for _, text in await opened(conn) if address in text] == []
        assert await desk.find(conn, other, ada) is not None


async def test_a_talk_that_moved_from_the_desk_is_buried_under_both_its_names(database: Database) -> None:
    async with database.write() as conn:
        ada = await staff.add(conn, "ada@example.org", "caseworker", NOW)
        address = await desk.begin(conn, ada, "phone", "en", "need", NOW)
        rows = await inbox.due(conn, NOW, 10)
        old = rows[0].lane
        held = (await conversations.hold(conn, {old: ("desk", address)}, NOW))[old]
        await people.consent(conn, held, Consented("help", True, "May we?", "en", "staff-noted"), "desk", NOW)
        await inbox.settle(conn, [row.id for row in rows], NOW)
        new = await desk_talks.hand_over(conn, old, address, NOW)
        held = (await conversations.hold(conn, {new: ("web", address)}, NOW))[new]
        await people.erase(conn, held, NOW)
        buried = set(await conn.scalars(select(tombstones.c.hash).where(tombstones.c.sort == "contact")))
        assert buried == {sealed.current().hash("tombstone", "contact", one.hex()) for one in (old, new)}


async def test_others_keep_all_of_theirs(database: Database) -> None:
    async with database.write() as conn:
        await leave_words_everywhere(conn, "other", "N-222-222")
        before = await sizes(conn, *OF_SUBMISSION, file_table, table)
        theirs = set(await conn.scalars(select(word_index.c.hash)))
        held = await leave_words_everywhere(conn)
        await people.erase(conn, held, LATER)
        assert await sizes(conn, *OF_SUBMISSION, file_table, table) == before
        assert set(await conn.scalars(select(word_index.c.hash))) == theirs


async def test_staff_who_come_too_late_hear_that_it_is_gone(database: Database) -> None:
    """An erasure and a note at the same moment: either order leaves nothing behind."""
    async with database.write() as conn:
        held = await agree(conn)
        await submissions.create(conn, held, need(), "telegram", NOW)
        ada = await staff.add(conn, "ada@example.org", "caseworker", NOW)

    async def note(number: int) -> None:
        try:
            async with database.write() as conn:
                await casework.add_note(conn, REFERENCE, f"note {number}", ada, None, NOW)
        except casework.UnknownReference:
            pass

    async def erase() -> None:
        async with database.write() as conn:
            await people.erase(conn, held, LATER)

    await asyncio.gather(*(note(n) for n in range(5)), erase(), *(note(n) for n in range(5, 10)))
    async with database.read() as conn:
        assert set((await sizes(conn, *OF_SUBMISSION, table)).values()) == {0}


async def test_none_can_be_read_from_the_file(sqlite_file: Path, keyring: Keyring) -> None:
    database = open_database(f"sqlite:///{sqlite_file}", keyring)
    async with database.write() as conn:
        await leave_words_everywhere(conn)
    there = sorted(path for path in sqlite_file.parent.iterdir() if path.name.startswith(sqlite_file.name))
    content = b"".join(path.read_bytes() for path in there).lower()
    await database.close()
    assert REFERENCE.lower().encode() in content  # that we look in the right place
    assert [word for word in CANARIES if word.encode() in content or word.encode("utf-16-le") in content] == []

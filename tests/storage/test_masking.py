"""A part is hidden in every place where it stands, shown again as it was, or taken away from all of them for good."""

from __future__ import annotations

from datetime import UTC
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.terms import Amend, Answer, Conversation, Form, Heard, Reply, Say, Sort
from storage import (
    casework,
    conversations,
    exporting,
    inbox,
    masking,
    masks,
    outbox,
    own_data,
    reading,
    staff,
    submissions,
    words_index,
)
from storage.conversations import Held
from storage.database import Database
from storage.inbox import Arrival
from storage.masking import NotThere, UnknownMask, WrongLength
from storage.masks import BAR, GONE
from storage.reading import Filters
from storage.schema import metadata
from storage.tables import inbox as inbox_table
from storage.tables import outbox as outbox_table
from storage.tables import submissions as table
from storage.tables_audit import audit_entries
from tests.storage.given import ADDRESS, EVERYTHING, NOW, agree, need, parcel

REFERENCE = "N-7KM-4QX"
PART = "Gimpel Dompfaff"
STORY = f"I live with {PART} in the village and he is ill"


async def told(conn: AsyncConnection) -> tuple[Held, int]:
    """The part stands in every place where words may stand. Gives the talk, and who works here."""
    held = await agree(conn)
    ada = await staff.add(conn, "ada@example.org", "coordinator", NOW)
    kinds = (Heard(Sort.TEXT, NOW, STORY), Heard(Sort.PRESS, NOW, "topic:MOB~1"), Heard(Sort.FILE, NOW, PART.upper()))
    for number, heard in enumerate(kinds):
        await inbox.put(conn, [Arrival("telegram", ADDRESS, f"k{number}", number, heard)], NOW)
    sent = need(REFERENCE, answers=[Answer("topic", "MOB"), Answer("story", STORY), Answer("place", f"near {PART}")])
    await submissions.create(conn, held, sent, "telegram", NOW)
    await submissions.amend(conn, held, Amend(REFERENCE, "gimpel\n  dompfaff again"), NOW)
    message = await casework.write_message(conn, REFERENCE, f"Is {PART} with you?", "en", "1", ada, NOW)
    await casework.file_reply(conn, held, Reply(str(message), REFERENCE, f"yes, {PART}s wife too"), NOW)
    await casework.add_note(conn, REFERENCE, f"{PART} called", ada, "1", NOW)
    await casework.translate(conn, REFERENCE, "de", f"Ich wohne mit {PART}", ada, None, NOW)
    await casework.set_status(conn, REFERENCE, "accepted", f"asked {PART}", ada, None, NOW)
    await outbox.put(conn, [parcel(held, say=Say((f"You wrote: {STORY}", "short: I live with Gimpel Dom…")))], NOW)
    draft = Conversation(language="en", consent=True, forms=(Form("need", 9, answers=(Answer("story", STORY),)),))
    await conversations.save(conn, [(held, draft)], NOW)
    return held, ada


async def everything(conn: AsyncConnection) -> str:
    rows: list[Any] = []
    for one in metadata.sorted_tables:
        rows += (await conn.execute(select(one))).all()
    return repr(rows)


async def panel(conn: AsyncConnection, held: Held) -> str:
    """All that staff may read of it."""
    detail = await reading.submission(conn, REFERENCE)
    talk = await reading.transcript(conn, held.id, None, 50)
    exported = [exporting.row(row) for row in await submissions.export_rows(conn, 0, 10)]
    return repr((detail, talk, exported))


async def finds(conn: AsyncConnection, word: str, staff_id: int) -> bool:
    found = await words_index.search(conn, word, staff_id, NOW)
    return (await reading.count(conn, EVERYTHING, Filters(found=found)))[0] == 1


async def test_hidden_everywhere_and_shown_again_as_it_was(database: Database) -> None:
    async with database.write() as conn:
        held, ada = await told(conn)
        before = await panel(conn, held)
        assert await finds(conn, "gimpel", ada)
        assert before.casefold().count("gimpel") >= 14
        found = await masking.mask(conn, REFERENCE, f"  {PART.lower()} ", ada, "not needed", NOW)
        after = await panel(conn, held)
        assert ("gimpel" in after.casefold(), after.count(BAR) >= 14, found >= 12) == (False, True, True)
        assert (await finds(conn, "Gimpel", ada), await finds(conn, "village", ada)) == (False, True)
        assert "in the village and he is ill" in after
        assert await masking.mask(conn, REFERENCE, PART.lower(), ada, None, NOW) == found  # once is enough
        [one] = await masking.of(conn, 1)
        assert one.by == "ada@example.org"

        assert PART in repr(await own_data.gather(conn, held.id, NOW, UTC))  # their own words are not hidden from them

        with pytest.raises(UnknownMask):
            await masking.unmask(conn, REFERENCE, one.id + 1, ada, NOW)
        await masking.unmask(conn, REFERENCE, one.id, ada, NOW)
        assert (await panel(conn, held)).casefold().count("gimpel") == before.casefold().count("gimpel")
        assert await finds(conn, "gimpel", ada)
        done = audit_entries.c.action.in_(("mask", "unmask"))
        entries = (await conn.execute(select(audit_entries).where(done).order_by(audit_entries.c.id))).all()
    assert [(one.action, one.reason and one.reason[1]) for one in entries] == [("mask", "not needed"), ("unmask", None)]


async def test_taken_away_for_good_from_everywhere(database: Database) -> None:
    async with database.write() as conn:
        held, ada = await told(conn)
        await words_index.search(conn, "Gimpel", ada, NOW)
        await masking.mask(conn, REFERENCE, f"with {PART}", ada, None, NOW)
        expected = await masking.places(conn, REFERENCE, PART)
        payloads = select(inbox_table.c.heard).where(inbox_table.c.sort == "press")
        pressed = await conn.scalar(payloads)
        assert await masking.redact(conn, REFERENCE, PART, ada, f"{PART} asked for it", NOW) == expected
        left = await everything(conn)
        assert "gimpel" not in left.casefold()
        assert left.count(GONE) >= expected
        assert await conn.scalar(payloads) == pressed
        assert await conn.scalar(select(table.c.topic)) == "MOB"
        assert not await finds(conn, "gimpel", ada)
        assert "in the village and he is ill" in await panel(conn, held)
        with pytest.raises(NotThere):
            await masking.redact(conn, REFERENCE, PART, ada, "again", NOW)
        entries = (await conn.execute(select(audit_entries).where(audit_entries.c.action == "redact"))).all()
    assert entries[-1].reason[1] == f"{GONE} asked for it"


async def test_what_cannot_be_hidden(database: Database) -> None:
    async with database.write() as conn:
        _, ada = await told(conn)
        for part in ("", " a ", "x" * (masks.LONGEST + 1)):
            with pytest.raises(WrongLength):
                await masking.mask(conn, REFERENCE, part, ada, None, NOW)
        for part in ("topic:MOB", "nobody wrote this", "[a-z]+"):
            with pytest.raises(NotThere):
                await masking.mask(conn, REFERENCE, part, ada, None, NOW)
        with pytest.raises(casework.UnknownReference):
            await masking.redact(conn, "N-222-222", PART, ada, "why", NOW)


async def test_a_talk_of_many_messages_is_gone_through_to_its_end(database: Database) -> None:
    async with database.write() as conn:
        held, ada = await told(conn)
        many = [parcel(held, say=Say((f"{PART} {number}",))) for number in range(1_100)]
        await outbox.put(conn, many, NOW)
        await masking.redact(conn, REFERENCE, PART, ada, "why", NOW)
        assert "Gimpel" not in repr((await conn.execute(select(outbox_table.c.say))).all())
        assert (await conn.scalar(select(func.count()).select_from(outbox_table)) or 0) >= 1_100

"""What is said in voices: asked for once, drafted by one process of many, kept only as a person confirmed it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.terms import Answer
from storage import casework, files, masking, people, reading, retention, staff, submissions, voices, words_index
from storage.conversations import Held
from storage.database import Database
from storage.tables import submissions as table
from storage.tables_casework import voice_drafts, voice_texts
from tests.storage.given import DAY, EVERYTHING, HOUR, NOW, VOICE, agree, need

REFERENCE = "N-7KM-4QX"
HEARD = "Der Bus faehrt am Sonntag nicht, sagt Wiedehopf."


async def sent(conn: AsyncConnection) -> tuple[Held, int, int]:
    """Somebody who sent a voice, its number, and Ada who works here."""
    held = await agree(conn)
    told = [replace(answer, value=None) if answer.question == "story" else answer for answer in need().answers]
    await submissions.create(conn, held, need(answers=told), "telegram", NOW)
    await files.want(conn, held, [VOICE], REFERENCE, NOW)
    [wanted] = await files.wanted(conn, "telegram", NOW, 10)
    await files.keep(conn, wanted.id, b"OggS", "audio/ogg", NOW)
    return held, wanted.id, await staff.add(conn, "ada@example.org", "caseworker", NOW)


async def detail(conn: AsyncConnection) -> reading.Detail:
    found = await reading.submission(conn, REFERENCE)
    assert found is not None
    return found


async def drafts(conn: AsyncConnection) -> list[Any]:
    return list(await conn.scalars(select(voice_drafts.c.state)))


async def test_a_draft_is_asked_for_once_made_once_and_confirmed_by_a_person(database: Database) -> None:
    async with database.write() as conn:
        _, file, ada = await sent(conn)
        await voices.ask(conn, REFERENCE, file, ada, NOW)
        await voices.ask(conn, REFERENCE, file, ada, NOW)
        asked = await voices.take_asked(conn, NOW)
        assert asked is not None
        assert (asked.file, asked.language) == (file, "de")
        assert await voices.take_asked(conn, NOW + HOUR / 5) is None  # a process is at it
        assert (await voices.sound(conn, file)).content == b"OggS"
        await voices.settle(conn, asked.id, voices.WRITTEN, HEARD, NOW)
        before = await detail(conn)
        draft = before.voices[file].draft
        assert draft is not None
        assert (draft.state, draft.text, draft.language) == ("written", HEARD, "de")
        assert await reading.wanting_translation(conn, EVERYTHING, "en", None, 10) == reading.Page([], None)
        assert await found(conn, "Sonntag") == []  # nobody has confirmed it
        version = await voices.confirm(conn, REFERENCE, file, HEARD, ada, before.version, NOW)
        now = await detail(conn)
        assert await drafts(conn) == []
        assert (now.version, now.answers) == (version, before.answers)  # the recording stays the answer
        assert now.voices[file] == voices.Voice(voices.Written("de", HEARD, "ada@example.org", NOW))
        assert await found(conn, "Sonntag") == [REFERENCE]
        assert [row.reference for row in (await reading.wanting_translation(conn, EVERYTHING, "en", None, 10)).rows]
        with pytest.raises(casework.Stale):
            await voices.confirm(conn, REFERENCE, file, "anders", ada, before.version, NOW)
        await voices.confirm(conn, REFERENCE, file, " Der Bus faehrt nie. ", ada, version, NOW + HOUR)
        await voices.ask(conn, REFERENCE, file, ada, NOW)  # what a person wrote down needs no draft
        now = await detail(conn)
        assert now.voices[file] == voices.Voice(
            voices.Written("de", "Der Bus faehrt nie.", "ada@example.org", NOW + HOUR)
        )
        assert [event.sort for event in now.events] == ["status", "written", "written"]


async def found(conn: AsyncConnection, word: str) -> list[str]:
    search = await words_index.search(conn, word, 1, NOW)
    page = await reading.submissions(conn, EVERYTHING, reading.Filters(found=search), None, 10)
    return [row.reference for row in page.rows]


async def test_what_is_no_voice_of_this_submission_and_no_text_is_refused(database: Database) -> None:
    async with database.write() as conn:
        held, file, ada = await sent(conn)
        await submissions.create(
            conn, held, need("N-222-222", draft=2, answers=[Answer("topic", "MOB")]), "telegram", NOW
        )
        for reference, number in ((REFERENCE, file + 1), ("N-222-222", file)):
            with pytest.raises(voices.UnknownVoice):
                await voices.ask(conn, reference, number, ada, NOW)
            with pytest.raises(voices.UnknownVoice):
                await voices.confirm(conn, reference, number, HEARD, ada, None, NOW)
        with pytest.raises(casework.UnknownReference):
            await voices.ask(conn, "N-333-333", file, ada, NOW)
        with pytest.raises(casework.Empty):
            await voices.confirm(conn, REFERENCE, file, " \n", ada, None, NOW)


async def test_a_process_that_ends_loses_nothing_and_a_voice_ends_two_at_most(database: Database) -> None:
    async with database.write() as conn:
        _, file, ada = await sent(conn)
        await voices.ask(conn, REFERENCE, file, ada, NOW)
        first = await voices.take_asked(conn, NOW)
        assert first is not None
        await voices.give_back(conn, first.id)  # it was asked to stop
        assert await voices.take_asked(conn, NOW) == first
        assert await voices.take_asked(conn, NOW + voices.AGAIN) == first  # it was killed
        assert await voices.take_asked(conn, NOW + 2 * voices.AGAIN) is None
        assert await drafts(conn) == [voices.ENDED]
        await voices.settle(conn, first.id, voices.WRITTEN, "zu spaet", NOW)
        assert await drafts(conn) == [voices.ENDED]
        await voices.ask(conn, REFERENCE, file, ada, NOW)  # a person wants it all the same
        assert await drafts(conn) == [voices.ASKED]


async def test_what_may_only_be_kept_is_not_listened_to(database: Database) -> None:
    async with database.write() as conn:
        held, file, ada = await sent(conn)
        await voices.ask(conn, REFERENCE, file, ada, NOW)
        await casework.restrict(conn, held, True, NOW)
        assert await voices.take_asked(conn, NOW) is None
        await casework.restrict(conn, held, False, NOW)
        assert await voices.take_asked(conn, NOW) is not None


async def test_a_draft_goes_after_a_day_a_text_stays_longer_than_its_recording(database: Database) -> None:
    async with database.write() as conn:
        held, file, ada = await sent(conn)
        await voices.ask(conn, REFERENCE, file, ada, NOW)
        assert (await retention.sweep(conn, NOW + voices.LASTS - HOUR)).voices == 0
        assert (await retention.sweep(conn, NOW + voices.LASTS)).voices == 1
        await voices.confirm(conn, REFERENCE, file, HEARD, ada, None, NOW)
        await casework.set_status(conn, REFERENCE, "done", None, ada, None, NOW)
        await retention.sweep(conn, NOW + 31 * DAY)
        assert await voices.sound(conn, file) is None
        told = (await detail(conn)).voices[file].written
        assert told is not None
        assert told.text == HEARD
        await voices.confirm(conn, REFERENCE, file, "Richtig.", ada, None, NOW)  # it may still be put right
        with pytest.raises(voices.UnknownVoice):
            await voices.ask(conn, REFERENCE, file, ada, NOW)
        await people.erase(conn, held, NOW + HOUR)
        assert list(await conn.scalars(select(voice_texts.c.id))) == []


async def test_hidden_parts_are_hidden_there_and_taken_away_there(database: Database) -> None:
    async with database.write() as conn:
        _, file, ada = await sent(conn)
        await voices.ask(conn, REFERENCE, file, ada, NOW)
        asked = await voices.take_asked(conn, NOW)
        assert asked is not None
        await voices.settle(conn, asked.id, voices.WRITTEN, HEARD, NOW)
        assert await masking.mask(conn, REFERENCE, "wiedehopf", ada, None, NOW) == 1
        draft = (await detail(conn)).voices[file].draft
        assert draft is not None
        assert draft.text == HEARD.replace("Wiedehopf", "█████")
        await voices.confirm(conn, REFERENCE, file, HEARD, ada, None, NOW)
        assert await found(conn, "Sonntag") == [REFERENCE]
        await masking.mask(conn, REFERENCE, "Sonntag", ada, None, NOW)
        assert await found(conn, "Sonntag") == []
        assert await masking.redact(conn, REFERENCE, "Wiedehopf", ada, "not needed", NOW) == 1
        assert "Wiedehopf" not in repr((await conn.execute(select(voice_texts))).all())
        assert await conn.scalar(select(table.c.version)) == (await detail(conn)).version

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from dialogs.terms import Amend, Answer, File
from storage import files, submissions
from storage.database import Database
from storage.places import place_hash
from storage.statuses import STATUSES
from storage.submissions import ReferenceTaken
from storage.tables import files as file_table
from storage.tables import submission_events, submission_words
from storage.tables import submissions as table
from tests.storage.given import HOUR, NOW, PLACE, STORY, VOICE, agree, hold_one, need


async def test_export_of_what_was_sent(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        assert await submissions.create(conn, held, need(), "telegram", NOW, "Diakonie Heide")
        (row,) = await submissions.export_rows(conn, 0, 10)
    assert dict(row) == {
        "reference": "N-7KM-4QX",
        "kind": "need",
        "status": "new",
        "language": "de",
        "channel": "telegram",
        "organisation": "Diakonie Heide",
        "topic": "MOB",
        "detail": "MOB.no_bus",
        "urgency": "week",
        "urgency_staff": "U2",
        "place": PLACE,
        "answers": {
            "topic": "MOB",
            "detail": "MOB.no_bus",
            "story": STORY,
            "place": PLACE,
            "urgency": "week",
            "phone": None,
            "files": "voice",
        },
        "created_at": NOW,
        "updated_at": NOW,
        "further": [],
    }


async def test_a_draft_is_sent_once(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        assert await submissions.create(conn, held, need(), "telegram", NOW)
        assert not await submissions.create(conn, held, need("N-222-222"), "telegram", NOW)
        assert await submissions.create(conn, held, need("N-333-333", draft=2), "telegram", NOW)
        assert await conn.scalar(select(func.count()).select_from(table)) == 2
        events = (await conn.execute(select(submission_events.c.status))).scalars().all()
    assert events == ["new", "new"]


async def test_a_reference_of_somebody_else(database: Database) -> None:
    async with database.write() as conn:
        assert await submissions.create(conn, await agree(conn, "a"), need(), "telegram", NOW)
        held = await agree(conn, "b")
        with pytest.raises(ReferenceTaken):
            await submissions.create(conn, held, need(), "telegram", NOW)
        assert await submissions.create(conn, held, need("N-222-222"), "telegram", NOW)


async def test_where_no_consent_is_asked_sending_makes_the_person(database: Database) -> None:
    async with database.write() as conn:
        assert await submissions.create(conn, await hold_one(conn), need(), "telegram", NOW)
        held = await hold_one(conn)
        assert held.person_id == await conn.scalar(select(table.c.person_id))


async def test_nothing_answered(database: Database) -> None:
    async with database.write() as conn:
        sent = need(answers=[Answer("story", None)])
        assert await submissions.create(conn, await agree(conn), sent, "telegram", NOW)
        (row,) = await submissions.export_rows(conn, 0, 10)
    assert (row["place"], row["topic"], row["answers"]) == (None, None, {"story": None})


async def test_words_added_later(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        await submissions.create(conn, held, need(), "telegram", NOW)
        photo = File("photo-1", "photo")
        assert await submissions.amend(conn, held, Amend("N-7KM-4QX", "It is urgent now"), NOW + HOUR)
        assert await submissions.amend(conn, held, Amend("N-7KM-4QX", "The bus again", (photo,)), NOW + HOUR)
        assert await submissions.amend(conn, held, Amend("N-7KM-4QX", None, (photo,)), NOW + HOUR)
        (row,) = await submissions.export_rows(conn, 0, 10)
    assert row["answers"]["added"] == "It is urgent now\nThe bus again"
    assert row["answers"]["files"] == "voice, photo, photo"
    assert (row["created_at"], row["updated_at"]) == (NOW, NOW + HOUR)


async def test_nobody_adds_to_what_others_sent(database: Database) -> None:
    async with database.write() as conn:
        await submissions.create(conn, await agree(conn, "a"), need(), "telegram", NOW)
        for held in (await agree(conn, "b"), await hold_one(conn, "c")):
            assert not await submissions.amend(conn, held, Amend("N-7KM-4QX", "mine"), NOW)
        assert await conn.scalar(select(func.count()).select_from(submission_words)) == 0


async def test_export_in_pages(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        for draft in range(1, 6):
            await submissions.create(conn, held, need(f"N-22{draft + 1}-222", draft), "telegram", NOW)
        seen: list[str] = []
        after = 0
        while page := await submissions.export_rows(conn, after, 2):
            seen += [row["reference"] for row in page]
            after = page[-1].id
    assert seen == ["N-222-222", "N-223-222", "N-224-222", "N-225-222", "N-226-222"]


async def test_files_of_answers_belong_to_what_was_sent(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        await files.want(conn, held, [VOICE, File("other", "photo")], None, NOW)
        await submissions.create(conn, held, need(), "telegram", NOW)
        of = (await conn.execute(select(file_table.c.submission_id).order_by(file_table.c.id))).scalars().all()
        assert of == [await conn.scalar(select(table.c.id)), None]


def test_a_place_is_found_however_it_is_written(keyring: object) -> None:
    from storage import sealed
    from storage.sealed import Keyring

    assert isinstance(keyring, Keyring)
    sealed.unlock(keyring)
    assert place_hash("Łódź  Baluty") == place_hash("łódz baluty ")
    assert place_hash("Łódź") != place_hash("Lodz-Zdrój")


def test_statuses_are_those_of_the_domain() -> None:
    assert STATUSES[0] == "new"
    assert len(STATUSES) == len(set(STATUSES)) == 13

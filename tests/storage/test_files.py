from __future__ import annotations

from sqlalchemy import func, select

from dialogs.terms import File
from storage import files, submissions
from storage.database import Database
from storage.tables import files as table
from tests.storage.given import MINUTE, NOW, VOICE, agree, need


async def test_wanted_fetched_and_kept(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        await files.want(conn, held, [VOICE], None, NOW)
        (wanted,) = await files.wanted(conn, "telegram", NOW, 10)
        assert (wanted.file, wanted.tries) == (VOICE, 0)
        await files.keep(conn, wanted.id, b"OggS...", "audio/ogg", NOW)
        assert await files.wanted(conn, "telegram", NOW, 10) == []
        row = (await conn.execute(select(table.c.content, table.c.type))).one()
    assert tuple(row) == (b"OggS...", "audio/ogg")


async def test_a_file_is_wanted_once(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        await files.want(conn, held, [VOICE, VOICE], None, NOW)
        await files.want(conn, held, [VOICE], None, NOW)
        await files.want(conn, held, [], None, NOW)
        assert len(await files.wanted(conn, "telegram", NOW, 10)) == 1
        assert await files.wanted(conn, "web", NOW, 10) == []


async def test_wanted_with_what_was_sent(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        await submissions.create(conn, held, need(), "telegram", NOW)
        photo = File("photo-1", "photo")
        await files.want(conn, held, [photo], "N-7KM-4QX", NOW)
        await files.want(conn, held, [File("photo-2", "photo")], "N-999-999", NOW)
        assert await conn.scalar(select(func.count()).where(table.c.submission_id.is_not(None))) == 1


async def test_fetching_fails_and_is_given_up(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        await files.want(conn, held, [VOICE], None, NOW)
        (wanted,) = await files.wanted(conn, "telegram", NOW, 10)
        await files.fail(conn, wanted.id, "slow", NOW + MINUTE)
        assert await files.wanted(conn, "telegram", NOW, 10) == []
        (again,) = await files.wanted(conn, "telegram", NOW + MINUTE, 10)
        assert again.tries == 1
        await files.fail(conn, wanted.id, "too_big", None)
        assert await files.wanted(conn, "telegram", NOW + MINUTE, 10) == []
        await files.keep(conn, wanted.id, b"late", None, NOW)
        assert tuple((await conn.execute(select(table.c.content, table.c.reason))).one()) == (None, "too_big")

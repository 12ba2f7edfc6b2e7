"""The raw files of the database, searched for the words of a story, a chat id, a place: nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogs.terms import Amend
from storage import alarms, conversations, files, inbox, outbox, submissions
from storage.database import Database, open_database
from storage.outbox import Outcome
from storage.sealed import Keyring
from tests.postgres import Server
from tests.storage.given import ADDRESS, NOW, PLACE, STORY, VOICE, agree, arrival, need, parcel, put_one, talk

WORDS = [*STORY.split(), PLACE, ADDRESS, VOICE.ref, "zwoelf Briefe", "OggS-der-Ton", "wamid-4815162342", "Antwort"]


async def _talk(database: Database) -> None:
    """Everything that a person leaves: told, answered, sent, added, a voice message fetched, an alarm."""
    async with database.write() as conn:
        held = await agree(conn)
        row = await put_one(conn, arrival(text=STORY))
        await conversations.save(conn, [(held, talk(consent=True))], NOW)
        await submissions.create(conn, held, need(), "telegram", NOW)
        await submissions.amend(conn, held, Amend("N-7KM-4QX", "zwoelf Briefe", (VOICE,)), NOW)
        await files.want(conn, held, [VOICE], "N-7KM-4QX", NOW)
        (wanted,) = await files.wanted(conn, "telegram", NOW, 10)
        await files.keep(conn, wanted.id, b"OggS-der-Ton", "audio/ogg", NOW)
        await alarms.ring(conn, held, "die", NOW)
        await outbox.put(conn, [parcel(held, "Antwort")], NOW)
        (ready,) = await outbox.ready(conn, "telegram", NOW, 10, ())
        await outbox.settle(conn, [Outcome(ready.id, "sent", "wamid-4815162342")], NOW)
        await inbox.settle(conn, [row.id], NOW)


def _found(paths: list[Path]) -> set[str]:
    content = b"".join(path.read_bytes() for path in paths).lower()
    return {
        word
        for word in WORDS
        if len(word) > 3
        for encoding in ("utf-8", "utf-16-le")
        if word.lower().encode(encoding) in content
    }


async def test_sqlite(sqlite_file: Path, keyring: Keyring) -> None:
    database = open_database(f"sqlite:///{sqlite_file}", keyring)
    await _talk(database)
    files_there = sorted(path for path in sqlite_file.parent.iterdir() if path.name.startswith(sqlite_file.name))
    assert [path.suffix for path in files_there] == [".sqlite", ".sqlite-shm", ".sqlite-wal"]
    assert b"N-7KM-4QX" in b"".join(path.read_bytes() for path in files_there)  # that we look in the right place
    assert _found(files_there) == set()
    await database.close()
    assert _found([sqlite_file]) == set()


async def test_postgres(postgres: Server, postgres_url: str, keyring: Keyring) -> None:
    database = open_database(postgres_url, keyring)
    await _talk(database)
    await database.close()
    postgres.run("CHECKPOINT")
    paths = [path for path in (postgres.folder / "data").rglob("*") if path.is_file()]
    paths.append(postgres.folder / "log")
    assert any(b"N-7KM-4QX" in path.read_bytes() for path in paths)
    assert _found(paths) == set()


@pytest.mark.parametrize("word", ["told", "sent"])
async def test_our_search_would_find_it(tmp_path: Path, word: str) -> None:
    (tmp_path / word).write_text(f"{STORY}")
    assert PLACE in _found([tmp_path / word])

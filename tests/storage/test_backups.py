"""A backup of either database, taken beside traffic, comes back row by row in either, and the erased stay away."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from sqlalchemy import delete, insert, select

from storage import (
    backup_file,
    backups,
    erased,
    inbox,
    outbox,
    people,
    resealing,
    restoring,
    rights,
    sealed,
    upkeep,
)
from storage import submissions as sent
from storage.backup_file import NoBackup, OtherKey
from storage.backups import Contents
from storage.database import Database, open_database
from storage.schema import metadata
from storage.sealed import Keyring
from storage.tables import conversations as chats
from storage.tables import outbox as outbox_table
from storage.tables import submissions, tombstones
from storage.tables_web import web_uploads
from tests.conftest import DATA_KEY
from tests.storage.given import ADDRESS, HOUR, MINUTE, NOW, agree, arrival, need, parcel, put_one
from tests.storage.test_canaries import CANARIES, goodbye, leave_words_everywhere

FRESH = {*(table.name for table in restoring.SIGNED_IN), "upkeep", "audit_entries"}
"""What a restoration empties or adds to."""


async def rows(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Everything, opened, in the order of the key."""
    async with database.read() as conn:
        return {
            table.name: [tuple(row) for row in await conn.execute(select(table).order_by(*table.primary_key.columns))]
            for table in metadata.sorted_tables
        }


def same(after: dict[str, list[tuple[Any, ...]]], before: dict[str, list[tuple[Any, ...]]]) -> None:
    assert after.keys() == before.keys()
    for name in before.keys() - FRESH:
        assert after[name] == before[name], name


async def backup(url: str, file: Path, keyring: Keyring) -> Contents:
    with file.open("xb") as out:
        await backups.write(url, out, keyring, NOW)
    with file.open("rb") as whole:
        return backups.verified(whole, keyring)


async def restore(url: str, file: Path, keyring: Keyring, **more: Any) -> restoring.Restored:
    with file.open("rb") as whole:
        contents = backups.verified(whole, keyring)
        given = {"stones": (), "now": NOW + HOUR, **more}
        return await restoring.restore(url, whole, keyring, contents, **given)


def raw(file: Path) -> bytes:
    return file.read_bytes()


def cut(file: Path) -> None:
    file.write_bytes(raw(file)[: file.stat().st_size * 2 // 3])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a.backup"


async def test_row_by_row_into_either_database(
    database_url: str, database: Database, empty_url: str, file: Path, keyring: Keyring
) -> None:
    async with database.write() as conn:
        held = await leave_words_everywhere(conn)
        await leave_words_everywhere(conn, "other", "N-222-222")
        large = {"file": {}, "until": NOW, "lane": held.lane}
        for number in range(3):  # together more than a page holds
            row = {"ref_hash": bytes([number]), "content": bytes([number]) * (backups.BYTES // 2 + 1), **large}
            await conn.execute(insert(web_uploads).values(row))
        await outbox.put(conn, [parcel(held, "waits")], NOW)
    before = await rows(database)
    contents = await backup(database_url, file, keyring)
    assert contents.made_at == NOW
    content = raw(file).lower()
    assert [word for word in (*CANARIES, "N-222-222", "telegram") if word.lower().encode() in content] == []
    done = await restore(empty_url, file, keyring)
    assert done == restoring.Restored(parked=1, erased=0)
    restored = open_database(empty_url, keyring)
    try:
        after = await rows(restored)
        waiting = [row for row in before["outbox"] if row not in after["outbox"]]
        assert len(waiting) == 1
        assert [row[0] for row in after["outbox"]] == [row[0] for row in before["outbox"]]
        same(after, {**before, "outbox": after["outbox"]})
        async with restored.write() as conn:
            parked = (await conn.execute(select(outbox_table).where(outbox_table.c.reason == "restored"))).one()
            assert (parked.state, parked.id) == ("parked", waiting[0][0])
            assert (await upkeep.done(conn))[upkeep.RESTORED].at == NOW + HOUR
            # Numbers that were given after the backup are not given again.
            new = await put_one(conn, arrival("third", text="after"), NOW)
            assert new.id > restoring.AHEAD
    finally:
        await restored.close()


async def test_one_moment_beside_traffic(database_url: str, database: Database, keyring: Keyring) -> None:
    """Each transaction makes a talk and its message; a backup in the middle holds both or none."""
    stop = asyncio.Event()

    async def talk() -> int:
        number = 0
        while not stop.is_set():
            async with database.write() as conn:
                held = await agree(conn, f"person {number}")
                await outbox.put(conn, [parcel(held, f"to {number}")], NOW)
            number += 1
        return number

    going = asyncio.create_task(talk())
    counts: list[dict[str, int]] = []
    for _ in range(5):
        with io.BytesIO() as out:
            counts.append(dict(await backups.write(database_url, out, keyring, NOW)))
    stop.set()
    assert await going >= counts[-1]["outbox"] > counts[0]["outbox"] >= 0
    assert all(one["outbox"] == one["conversations"] == one["people"] == one["consents"] for one in counts)


async def test_whoever_was_erased_since_stays_away(
    database_url: str, database: Database, file: Path, keyring: Keyring, tmp_path: Path
) -> None:
    first, second = arrival(text="before the backup"), arrival(text="after the backup", order=2)
    async with database.write() as conn:
        held = await leave_words_everywhere(conn)
        await put_one(conn, first)
        other = await leave_words_everywhere(conn, "other", "N-222-222")
        await sent.create(conn, other, replace(need("M-333-333", 9), kind="idea"), "telegram", NOW)
    others = await rows(database)
    await backup(database_url, file, keyring)
    async with database.write() as conn:
        await inbox.settle(conn, [(await put_one(conn, second)).id], NOW)
        await goodbye(conn, held)
        assert await rights.forget(conn, other, "M-333-333", NOW)  # that alone: who told it stays
        # The same person came back, and is gone with the state after the backup; they may come again.
        again = await agree(conn, ADDRESS, NOW + 2 * HOUR)
    follower = erased.Follower(tmp_path / "tombstones")
    async with database.read() as conn:
        assert await follower.follow(conn, NOW) >= 3
        assert await follower.follow(conn, NOW) == 0
    stones = erased.read(tmp_path / "tombstones")
    written = (tmp_path / "tombstones").read_text()
    assert [word for word in (ADDRESS, held.lane.hex(), "N-7KM-4QX") if word in written] == []
    # Once with the database that is replaced, once with nothing but the file.
    for given in ((), stones):
        if given:
            async with database.write() as conn:
                await conn.execute(delete(tombstones))
        done = await restore(database_url, file, keyring, stones=given)
        assert done.erased >= 1
        async with database.write() as conn:
            held_again = await conn.scalar(select(chats.c.id).where(chats.c.lane == held.lane))
            assert held_again is None
            assert await conn.scalar(select(submissions.c.id).where(submissions.c.reference == "N-7KM-4QX")) is None
            assert await conn.scalar(select(submissions.c.id).where(submissions.c.reference == "N-222-222"))
            assert await conn.scalar(select(submissions.c.id).where(submissions.c.reference == "M-333-333")) is None
            assert await inbox.put(conn, [first, second], NOW) == (False, False)  # repeats revive nobody
        now = await rows(database)
        said = " ".join(repr(row) for table in now.values() for row in table).casefold()
        assert f"'{ADDRESS}'" not in said
        assert len(now["submission_words"]) == len(others["submission_words"]) // 2
    # What was applied is known from now on: a second restoration of a later backup leaves whoever came back.
    async with database.write() as conn:
        back = await agree(conn, ADDRESS, NOW + 3 * HOUR)
        assert back.lane == again.lane
    later = tmp_path / "later.backup"
    await backup(database_url, later, keyring)
    assert (await restore(database_url, later, keyring, stones=stones)).erased == 0
    async with database.read() as conn:
        assert await conn.scalar(select(chats.c.id).where(chats.c.lane == held.lane)) is not None


async def test_the_file_of_tombstones_survives_what_was_cut_off(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "tombstones"
    async with database.write() as conn:
        held = await agree(conn)
        await put_one(conn)
        await people.erase(conn, held, NOW)
        await erased.Follower(path).follow(conn, NOW)
        kept = erased.read(path)
        assert {stone.sort for stone in kept} == {"contact", "message"}
        path.write_text(path.read_text()[:-20])  # the power failed
        assert len(erased.read(path)) == len(kept) - 1
        assert await erased.Follower(path).follow(conn, NOW) == 1
        assert sorted(erased.read(path), key=repr) == sorted(kept, key=repr)
        later = NOW + timedelta(days=15)
        await erased.sweep(conn, later)
        await erased.Follower(path).follow(conn, later)
        assert {stone.sort for stone in erased.read(path)} == {"contact"}


# -- the file -------------------------------------------------------------------------------------


def sealed_file(plain: bytes, keyring: Keyring) -> bytes:
    out = io.BytesIO()
    writer = backup_file.Writer(out, keyring)
    writer.write(plain)
    writer.close()
    return out.getvalue()


def read(whole: bytes, keyring: Keyring) -> bytes:
    return b"".join(backup_file.read(io.BufferedReader(io.BytesIO(whole)), keyring))


@pytest.mark.parametrize("size", [0, 1, backup_file.PIECE, backup_file.PIECE + 1, 3 * backup_file.PIECE])
def test_a_stream_comes_back(keyring: Keyring, size: int) -> None:
    plain = bytes(range(256)) * (size // 256 + 1)
    assert read(sealed_file(plain[:size], keyring), keyring) == plain[:size]


def _pieces(whole: bytes) -> Iterator[bytes]:
    header = backup_file._HEADER.size
    yield whole[:header]
    rest = whole[header:]
    while rest:
        (length,) = backup_file._LENGTH.unpack(rest[:4])
        yield rest[: 4 + length]
        rest = rest[4 + length :]


def test_whatever_is_done_to_it_is_noticed(keyring: Keyring) -> None:
    whole = sealed_file(b"x" * (2 * backup_file.PIECE + 9), keyring)
    header, first, second, last = _pieces(whole)
    assert read(header + first + second + last, keyring)
    for wrong in (
        header + second + first + last,
        header + first + last,
        header + first + second,
        header + first + second + last + first,
        header + first + second + last + b"x",
        header + first + second + last[:-1],
        header[:-1] + b"x" + first + second + last,
        b"",
        header,
        b"PK" + whole,
        whole[:100] + bytes([whole[100] ^ 1]) + whole[101:],
        whole.replace(backup_file.MAGIC + b"\x01", backup_file.MAGIC + b"\x02"),
    ):
        with pytest.raises(NoBackup):
            read(wrong, keyring)
    for other in (Keyring(b"o" * 32), Keyring(DATA_KEY, 2, {}, keyring.hash_key)):
        with pytest.raises(OtherKey, match="data key 1"):
            read(whole, other)


class _Full(io.BytesIO):
    def write(self, _: Any) -> int:
        raise OSError(28, "No space left on device")


async def test_a_backup_that_was_cut_off_changes_nothing(
    database_url: str, database: Database, file: Path, keyring: Keyring
) -> None:
    async with database.write() as conn:
        await leave_words_everywhere(conn)
    before = await rows(database)
    await backup(database_url, file, keyring)
    cut(file)
    with pytest.raises(NoBackup):
        await restore(database_url, file, keyring)
    full: BinaryIO = _Full()
    with pytest.raises(OSError, match="No space"):
        await backups.write(database_url, full, keyring, NOW)
    assert await rows(database) == before


async def test_a_backup_of_before_a_rotation_is_sealed_anew_later(
    database_url: str, database: Database, file: Path, keyring: Keyring
) -> None:
    async with database.write() as conn:
        await leave_words_everywhere(conn)
    before = await rows(database)
    await backup(database_url, file, keyring)
    both = Keyring(b"n" * 32, 2, {1: DATA_KEY})
    await restore(database_url, file, both)
    assert sealed.current() is both
    await resealing.finish(database, NOW + MINUTE)
    sealed.unlock(Keyring(b"n" * 32, 2, {}, keyring.hash_key))
    after = await rows(database)
    same(after, {**before, "outbox": after["outbox"]})

"""`sempre backup` and `sempre restore` as an operator types them, and the backup before an upgrade."""

from __future__ import annotations

import asyncio
import re
import shutil
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot import backups
from bot.problem import Problem
from bot.settings import Settings
from storage import migrations
from storage.database import migrating, open_database, snapshot
from storage.sealed import Keyring
from tests.bot.test_command import TELL
from tests.command import Done, here, sempre
from tests.conftest import DATA_KEY
from tests.storage.given import NOW
from tests.storage.test_backups import rows, same
from tests.storage.test_canaries import CANARIES, leave_words_everywhere


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which one need was told."""
    folder = tmp_path_factory.mktemp("told")
    assert sempre(folder, "chat", "--language", "en", "--as", "Aino", stdin=TELL).code == 0
    return folder


@pytest.fixture
def folder(told: Path, tmp_path: Path) -> Path:
    shutil.copytree(told / "var", tmp_path / "var")
    return tmp_path


def exported(folder: Path) -> str:
    done = here(folder, "export", "submissions")
    assert done.code == 0, done.err
    return done.out


def refused(done: Done, words: str) -> None:
    assert (done.code, done.err.count("\n")) == (1, 1), done.err
    assert words in done.err


def test_a_backup_and_the_way_back(folder: Path) -> None:
    before = exported(folder)
    assert re.search(r"warning +backup +there is none yet", here(folder, "doctor").out)
    done = here(folder, "backup", "a.backup")
    assert (done.code, "was read back" in done.out) == (0, True), done.err
    assert stat.S_IMODE((folder / "a.backup").stat().st_mode) == 0o600
    assert re.search(r"ok +backup +the newest one is of 20", here(folder, "doctor").out)
    with closing(sqlite3.connect(folder / "var" / "sempre.db")) as file, file:
        file.execute("UPDATE upkeep SET at = '2026-01-02 03:04:05.000000'")
    told = here(folder, "doctor").out
    assert re.search(r"warning +backup +the newest one is of 2026-01-02: `sempre backup FILE`", told)
    refused(here(folder, "backup", "a.backup"), "no backup is overwritten")
    refused(here(folder, "restore", "a.backup"), "With --replace")
    assert sempre(folder, "chat", "--language", "en", "--as", "Samir", stdin=TELL).code == 0
    assert exported(folder) != before
    done = here(folder, "restore", "a.backup", "--replace")
    assert done.code == 0, done.err
    (kept,) = (folder / "var" / "backups").iterdir()
    assert str(kept) in done.out
    assert exported(folder) == before
    # What was replaced is in that backup: nothing was lost by a restoration too many.
    assert here(folder, "restore", str(kept), "--replace").code == 0
    assert len(exported(folder).splitlines()) == 2 * len(before.splitlines())
    # To an empty machine, with the key alone.
    other = folder / "other"
    (other / "var" / "keys").mkdir(parents=True)
    shutil.copy(folder / "var" / "keys" / "data.key", other / "var" / "keys" / "data.key")
    assert here(other, "restore", str(folder / "a.backup")).code == 0
    assert exported(other) == before
    assert sempre(other, "chat", "--as", "Aino", stdin="menu\n").code == 0
    left = sorted(path.name for path in (other / "var").iterdir() if "restoring" in path.name)
    assert left == []


def test_what_is_not_a_backup_of_ours(folder: Path) -> None:
    assert here(folder, "backup", "a.backup").code == 0
    whole = (folder / "a.backup").read_bytes()
    (folder / "cut").write_bytes(whole[:-9])
    before = exported(folder)
    for name, words in (
        ("cut", "cut off"),
        ("nowhere", "cannot be read"),
        ("var/keys/data.key", "no backup of Sempre"),
    ):
        refused(here(folder, "restore", name, "--replace"), words)
    assert exported(folder) == before
    refused(here(folder, "restore", "a.backup", "--replace", data_key="61" * 32), "data key 1 of another keyring")
    refused(here(folder, "backup", "nowhere/a.backup"), "Choose another place")
    refused(here(folder / "var", "backup", "b.backup"), "There is no database")


def test_a_damaged_database_is_put_aside(folder: Path) -> None:
    assert here(folder, "backup", "a.backup").code == 0
    before = exported(folder)
    database = folder / "var" / "sempre.db"
    database.write_bytes(b"no database at all" * 100)
    refused(here(folder, "restore", "a.backup"), "With --replace it is put aside")
    done = here(folder, "restore", "a.backup", "--replace")
    assert (done.code, "sempre.db.damaged" in done.out) == (0, True), done.err
    assert (folder / "var" / "sempre.db.damaged").read_bytes().startswith(b"no database")
    assert exported(folder) == before


def test_a_full_disk_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The kernel's own full disk: /dev/full takes what is opened and refuses what is written."""
    place = folder / "small"
    place.mkdir()

    def full(_name: str, flags: int) -> int:
        import os

        return os.open("/dev/full", flags & ~os.O_CREAT & ~os.O_EXCL)

    monkeypatch.setattr(backups, "_private", full)
    refused(here(folder, "backup", "small/a.backup"), "No space left on device). Nothing was left there. Make room")
    assert list(place.iterdir()) == []


def test_own_backups_go_after_35_days(tmp_path: Path) -> None:
    current = Settings(data_dir=tmp_path)
    backups.folder(current).mkdir()
    (backups.folder(current) / "before-upgrade-x.backup").write_bytes(b"x")
    now = datetime.now(UTC)
    assert backups.drop_old(current, now + timedelta(days=34)) == 0
    assert backups.drop_old(current, now + timedelta(days=36)) == 1


# -- before an upgrade ----------------------------------------------------------------------------

BEFORE = "0013"
"""The last version whose tombstones had no marks."""

FAILS = '''"""Begins well, then fails."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{before}"


def upgrade() -> None:
    op.create_table("half", sa.Column("id", sa.Integer(), primary_key=True))
    op.add_column("people", sa.Column("half", sa.Text()))
    op.execute("DELETE FROM submission_words")
    {then}


def downgrade() -> None:
    op.drop_column("people", "half")
    op.drop_table("half")
'''


def _steps(folder: Path, then: str) -> Path:
    """The migrations of this version, and one more."""
    shutil.copytree(migrations.HERE, folder)
    (folder / "versions" / "9999_fails.py").write_text(FAILS.format(before=migrations.newest(), then=then))
    return folder


async def test_an_upgrade_that_fails_changes_nothing_and_names_its_backup(
    database_url: str, keyring: Keyring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    of = Settings(database_url=database_url, data_dir=tmp_path / "data", data_key=DATA_KEY.hex())
    assert backups.upgraded(of, NOW) is None
    database = open_database(database_url, keyring)
    async with database.write() as conn:
        await leave_words_everywhere(conn)
    before = await rows(database)
    for name, then in (("fails", "op.execute('SELECT nothing FROM nowhere')"), ("works", "pass")):
        migrations.newest.cache_clear()
        monkeypatch.setattr(migrations, "HERE", migrations.HERE)
        with monkeypatch.context() as patched:
            patched.setattr(migrations, "HERE", _steps(tmp_path / name, then))
            migrations.newest.cache_clear()
            if name == "fails":
                with pytest.raises(
                    Problem, match=r"the database is as it was\. A backup of it is .*before-upgrade-"
                ) as why:
                    await asyncio.to_thread(backups.upgraded, of, NOW)
                assert "nowhere" not in str(why.value)
                assert await rows(database) == before
            else:
                made = await asyncio.to_thread(backups.upgraded, of, NOW)
                assert made is not None
                content = await asyncio.to_thread(made.read_bytes)
                assert [word for word in CANARIES if word.encode() in content.lower()] == []
                async with snapshot(database_url) as conn:
                    assert await conn.scalar(text("SELECT count(*) FROM submission_words")) == 0
                # The version before cannot be restored from what a later one made; the other way round it can.
                contents = backups.check(made, keyring)
                assert contents.revision != "9999"
        migrations.newest.cache_clear()
    await database.close()
    assert len(list(backups.folder(of).iterdir())) == 2


async def test_an_older_backup_is_brought_to_this_version(empty_url: str, keyring: Keyring, tmp_path: Path) -> None:
    from alembic import command

    from storage import restoring
    from storage.database import migration_config

    async with migrating(empty_url) as conn:
        await conn.run_sync(lambda sync: command.upgrade(migration_config(sync), BEFORE))
        day = NOW if "postgres" in empty_url else "2026-11-22 00:00:00.000000"
        old = text("INSERT INTO tombstones (sort, hash, day) VALUES ('contact', :hash, :day)")
        await conn.execute(old, {"hash": b"x", "day": day})
    of = Settings(database_url=empty_url, data_dir=tmp_path / "data", data_key=DATA_KEY.hex())
    made = await asyncio.to_thread(backups.upgraded, of, NOW)
    assert made is not None
    contents = backups.check(made, keyring)
    assert contents.revision == BEFORE
    database = open_database(empty_url, keyring)
    before = await rows(database)
    with made.open("rb") as file:
        await restoring.restore(empty_url, file, keyring, contents, (), NOW)
    after = await rows(database)
    await database.close()
    assert len(before["tombstones"]) == len(after["tombstones"]) == 1
    same(after, before)

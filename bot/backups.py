"""Backups as files on a disk: whole or not at all, for their owner alone; and those that Sempre makes by itself."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from bot import keys
from bot.folder import settle
from bot.problem import Problem
from bot.settings import Settings, WrongSettings
from storage import backups
from storage.backup_file import NoBackup
from storage.database import Unavailable, upgrade
from storage.periods import BACKUP
from storage.sealed import Keyring

KEPT = BACKUP
"""No backup is older (R-16)."""

ENDING = ".backup"


def folder(settings: Settings) -> Path:
    """Of the backups that Sempre makes itself, before it changes tables or replaces a database."""
    return settings.data_dir / "backups"


def tombstones(settings: Settings) -> Path:
    """The file that remembers who was erased, for when the database does not. See `storage.erased`."""
    return settings.data_dir / "tombstones"


async def make(settings: Settings, keyring: Keyring, path: Path, now: datetime) -> int:
    """Writes a backup, and reads it back. Gives how many rows it holds. Raises `Problem`, `Unavailable`."""
    with _whole(path) as file:
        counts = await backups.write(settings.database, file, keyring, now)
        await asyncio.to_thread(_read_back, file, path, keyring)
    return sum(counts.values())


def _read_back(file: BinaryIO, path: Path, keyring: Keyring) -> None:
    file.flush()
    os.fsync(file.fileno())
    try:
        with open(file.name, "rb") as written:  # noqa: PTH123
            backups.verified(written, keyring)
    except NoBackup:
        raise Problem(f"{path} could not be read back as it was written. Is its disk in order?") from None


def check(path: Path, keyring: Keyring) -> backups.Contents:
    """Reads all of it. Raises `Problem`."""
    try:
        with path.open("rb") as file:
            return backups.verified(file, keyring)
    except NoBackup as wrong:
        raise Problem(f"{path}: {wrong}") from None
    except OSError as error:
        raise Problem(f"{path} cannot be read ({error.strerror}).") from None


async def make_before(settings: Settings, keyring: Keyring, what: str, now: datetime) -> Path:
    """One in the data folder, named after what is done next. Raises as `make`."""
    place = folder(settings)
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = place / f"before-{what}-{now:%Y%m%dT%H%M%S}-{secrets.token_hex(2)}{ENDING}"
    await make(settings, keyring, path, now)
    return path


def drop_old(settings: Settings, now: datetime) -> int:
    """Those in the data folder that have had their time. Gives how many went."""
    count = 0
    for path in folder(settings).glob(f"*{ENDING}"):
        with contextlib.suppress(OSError):
            if path.stat().st_mtime < (now - KEPT).timestamp():
                path.unlink()
                count += 1
    return count


def upgraded(settings: Settings, now: datetime) -> Path | None:
    """Brings the tables to this version; a database that holds something is backed up first, and that file is given.

    Raises `Unavailable`, and `Problem` where a step fails: the database is then as it was.
    """
    made: list[Path] = []

    async def before() -> None:
        made.append(await make_before(settings, keys.load(settings).ring, "upgrade", now))

    try:
        upgrade(settings.database, before)
    except (Problem, Unavailable, WrongSettings):
        raise
    except Exception as error:
        where = f" A backup of it is {made[0]}." if made else ""
        raise Problem(
            f"The tables could not be brought to this version ({type(error).__name__}), and the database is as it was."
            f"{where} Go back to the version that ran before, and please report this line."
        ) from error
    return made[0] if made else None


@contextlib.contextmanager
def _whole(path: Path) -> Iterator[BinaryIO]:
    """A file that appears whole or not at all. Raises `Problem`."""
    if path.exists():
        raise Problem(f"{path} is there already, and no backup is overwritten. Choose another name.")
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with open(draft, "xb", opener=_private) as file:
            yield file
        _appear(draft, path)
    except FileExistsError:
        raise Problem(f"{path} is there already, and no backup is overwritten. Choose another name.") from None
    except OSError as error:
        remedy = "Make room, or choose another place." if error.errno == errno.ENOSPC else "Choose another place."
        raise Problem(f"{path} could not be written ({error.strerror}). Nothing was left there. {remedy}") from None
    finally:
        draft.unlink(missing_ok=True)


def _private(name: str, flags: int) -> int:
    return os.open(name, flags | os.O_CLOEXEC, 0o600)


def _appear(draft: Path, path: Path) -> None:
    """Raises FileExistsError. A link does not overwrite; some disks, as of cameras and sticks, have none."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:
        if path.exists():
            raise FileExistsError from None
        draft.replace(path)
    settle(path.parent)

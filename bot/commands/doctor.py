"""`sempre doctor`: one line for each thing that can be in order or not, with the remedy where it is not.

It changes nothing: it makes no key, no table and no folder. It works beside a running `serve`.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib
import shutil
import stat
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

import locales
from bot import hints, keys, processors, settings
from bot.channels.base import REASONS, SendError
from bot.channels.telegram import Telegram
from bot.folder import FolderLock
from bot.problem import damaged
from bot.settings import Settings, WrongSettings
from dialogs.schema import BadDialog, load_scripts
from locales import embedding, helplines, speech, vote
from storage import alarms, health, inbox, migrations, outbox, resealing, safeguarding, sealed, upkeep
from storage.database import Database, Unavailable, open_database
from storage.sealed import Keyring, UnknownKey, Unopened

LITTLE_ROOM = 1024**3
NO_ROOM = 100 * 1024**2
"""Bytes free on the disk of the data folder: below the first a warning, below the second a problem."""

KEY_LASTS = timedelta(days=366)
"""After which the data key is to be rotated (R-14)."""

BACKUP_LASTS = timedelta(days=7)

SHOWN = 100
"""Rows are counted up to here."""


@dataclass(frozen=True, slots=True)
class Finding:
    level: Literal["ok", "warning", "problem"]
    part: str
    text: str

    def __str__(self) -> str:
        return f"{self.level:8} {self.part:10} {self.text}"


def run(_: argparse.Namespace) -> int:
    return asyncio.run(_report())


async def _report() -> int:
    counts = {"ok": 0, "warning": 0, "problem": 0}
    async for finding in _findings():
        counts[finding.level] += 1
        print(finding)
    print(f"{counts['ok']} ok, {counts['warning']} warnings, {counts['problem']} problems")
    return 1 if counts["problem"] else 0


async def _findings() -> AsyncIterator[Finding]:
    try:
        current = settings.load()
    except WrongSettings as wrong:
        for line in wrong.lines:
            yield Finding("problem", "settings", line)
        return
    given = sorted(name for name in current.model_fields_set)
    yield Finding("ok", "settings", f"{len(given)} set, the others at their default")
    for finding in (
        *_program(),
        *_folder(current),
        *_disk(current),
        *_keys(current),
        *_words(current),
        *_help_lines(current),
        _told_apart(current),
        _topics(current),
        _voices(current),
        *_processors(current),
    ):
        yield finding
    yield _second_factor(current)
    async for finding in _database(current):
        yield finding
    yield await _telegram(current)


def _program() -> Iterator[Finding]:
    """Imported here, so that a library that is missing is told, and all else is told too."""
    try:
        importlib.import_module("bot.service")
    except ImportError as missing:
        yield Finding("problem", "program", f"the library {missing.name} is missing: `make setup` installs it")
    else:
        yield Finding("ok", "program", "has all its parts")


def _folder(current: Settings) -> Iterator[Finding]:
    folder = current.data_dir
    if not folder.is_dir():
        yield Finding("ok", "folder", f"{folder} is not there yet; `sempre serve` makes it")
        return
    if stat.S_IMODE(folder.stat().st_mode) & 0o077:
        yield Finding("warning", "folder", f"other users of this machine can look into {folder}: chmod 700 {folder}")
    else:
        yield Finding("ok", "folder", f"{folder}, for its owner alone")
    if current.on_sqlite:
        lock = FolderLock(folder)
        free = lock.try_take()
        lock.free()
        yield Finding("ok", "serve", "is not running" if free else "is running on this folder")


def _disk(current: Settings) -> Iterator[Finding]:
    folder = next(path for path in (current.data_dir, *current.data_dir.parents) if path.exists())
    free = shutil.disk_usage(folder).free
    room = f"{free / 1024**3:.1f} GiB free"
    if free < NO_ROOM:
        yield Finding("problem", "disk", f"{room}: nothing can be stored soon; make room")
    elif free < LITTLE_ROOM:
        yield Finding("warning", "disk", f"{room}: make room before it is full")
    else:
        yield Finding("ok", "disk", room)


def _keys(current: Settings) -> Iterator[Finding]:
    yield _key("data", None if current.data_key else keys.data_file(current), current)
    yield _key("secret", None if current.secret_key else keys.folder(current) / "secret.key", current)


def _key(name: str, path: Path | None, current: Settings) -> Finding:
    if path is not None and not path.exists():
        if name == "data" and current.sqlite_file is not None and current.sqlite_file.exists():
            return Finding(
                "problem", "keys", f"{path} is missing, and nothing can be read without: put back your copy, "
                "or type in your recovery copy with `sempre keys restore`"
            )  # fmt: skip
        return Finding("ok", "keys", f"{name}.key is not there yet; `sempre serve` makes it")
    if path is not None and stat.S_IMODE(path.stat().st_mode) & 0o077:
        return Finding("problem", "keys", f"other users of this machine can read {path}: chmod 600 {path}")
    try:
        ring = keys.ring(current) if name == "data" else None
        if name == "secret":
            keys.secret(current)
    except WrongSettings as wrong:
        return Finding("problem", "keys", wrong.lines[0])
    older = f"; key {ring.number} seals, {len(ring.numbers) - 1} more open" if ring and len(ring.numbers) > 1 else ""
    return Finding("ok", "keys", f"{name}.key is good{older}")


def _words(current: Settings) -> Iterator[Finding]:
    try:
        catalogue = locales.load(
            current.languages,
            organisation=current.organisation,
            country=current.country,
            time_zone=current.zone,
            office_hours=current.office_hours,
            confirmed=current.confirmed_numbers,
        )
        yield Finding("ok", "languages", ", ".join(catalogue.languages))
    except locales.Incomplete as missing:
        yield Finding("problem", "languages", f"{missing}; SEMPRE_LANGUAGES chooses those that are offered")
    try:
        yield Finding("ok", "dialogs", ", ".join(sorted(load_scripts())))
    except BadDialog as bad:
        yield Finding("problem", "dialogs", str(bad))


def _help_lines(current: Settings) -> Iterator[Finding]:
    if current.country is None:
        yield Finding("warning", "help lines", "only 112 is shown: set SEMPRE_COUNTRY to show those of your country")
        return
    lines = helplines.read(current.country, current.confirmed_numbers)
    old = lines.old(datetime.now(UTC).date())
    hidden = lines.unconfirmed()
    confirm = "call them, then name them in SEMPRE_CONFIRMED_NUMBERS"
    if old:
        numbers = ", ".join(f"{current.country}:{line.number}" for line in old)
        yield Finding("warning", "help lines", f"shown, but last checked over 180 days ago ({numbers}): {confirm}")
    if hidden:
        numbers = ", ".join(f"{current.country}:{line.number}" for line in hidden)
        yield Finding("warning", "help lines", f"hidden, because nobody has confirmed them ({numbers}): {confirm}")
    if not old and not hidden:
        yield Finding("ok", "help lines", f"those of {current.country} are confirmed")


def _topics(current: Settings) -> Finding:
    if current.recognisers == "off":
        return Finding("ok", "topics", "told in words are not recognised: SEMPRE_RECOGNISERS is off")
    if reason := embedding.missing():
        return Finding("warning", "topics", f"told in words are recognised by lists of words alone: {reason}")
    return Finding("ok", "topics", "told in words are recognised by what they mean")


def _voices(current: Settings) -> Finding:
    if current.recognisers == "off":
        return Finding("ok", "voices", "are not written down: SEMPRE_RECOGNISERS is off")
    if reason := speech.missing():
        return Finding("ok", "voices", f"are not written down: {reason}")
    if reason := speech.wrong():
        return Finding("problem", "voices", reason)
    return Finding("ok", "voices", "are written down on this machine when staff ask for it, as drafts")


def _told_apart(current: Settings) -> Finding:
    if current.recognisers == "off":
        return Finding("ok", "language", "of what is typed is not recognised: SEMPRE_RECOGNISERS is off")
    if not vote.AVAILABLE:
        return Finding(
            "warning", "language", "of what is typed is recognised less well: there is no pycld2 for this machine"
        )
    return Finding("ok", "language", "of what is typed is recognised, with the vote of CLD2")


def _processors(current: Settings) -> Iterator[Finding]:
    try:
        missing = processors.unlisted(current, processors.read(current), datetime.now(UTC).date())
        processors.insist(current, missing)
    except WrongSettings as wrong:
        yield from (Finding("problem", "processors", line) for line in wrong.lines)
        return
    for channel in missing:
        yield Finding(
            "warning",
            "processors",
            f"{channel} is on, and no contract is listed that holds today: see SEMPRE_PROCESSORS",
        )
    if not missing:
        yield Finding("ok", "processors", "every channel that is on and runs over others' machines is listed")


async def _database(current: Settings) -> AsyncIterator[Finding]:
    if current.sqlite_file is not None and not current.sqlite_file.exists():
        yield Finding("ok", "database", "is not there yet; `sempre serve` makes it")
        return
    try:
        ring = keys.ring(current)
    except WrongSettings:
        return  # said above; without the key there is nothing to look at
    database = open_database(current.database, ring, renewed=keys.renewal(current))
    try:
        async for finding in _stored(database):
            yield finding
    except Unavailable as away:
        if away.reason == "corrupt":
            yield Finding("problem", "database", damaged(current.sqlite_file))
            return
        yield Finding("problem", "database", f"cannot be used ({away.reason}): start it, or mend SEMPRE_DATABASE_URL")
    except UnknownKey as unknown:
        yield Finding(
            "problem", "keys", f"data key {unknown.number} is missing, and sealed what is stored: put back the newest "
            "copy of data.key, or type in your recovery copy with `sempre keys restore`"
        )  # fmt: skip
    except Unopened:
        yield Finding("problem", "keys", "data.key is not the one that sealed this database: restore that one")
    finally:
        await database.close()


async def _stored(database: Database) -> AsyncIterator[Finding]:
    async with database.read() as conn:
        revision, newest = await health.revision(conn), migrations.newest()
        if revision is None:
            yield Finding("warning", "database", "has no tables yet: `sempre db upgrade`, or start `sempre serve`")
            return
        if revision != newest:
            yield Finding("problem", "database", "has the tables of another version: `sempre db upgrade`")
            return
        if await health.damaged(conn):
            raise Unavailable("corrupt")
        await health.try_key(conn)
        waiting = await inbox.waiting(conn, SHOWN) + await outbox.waiting(conn, SHOWN)
        parked = await health.parked(conn, SHOWN)
        open_alarms = await alarms.open_alarms(conn, SHOWN)
        done = await upkeep.done(conn)
        gaps = await safeguarding.gaps(conn)
    yield Finding("ok", "database", f"answers, has the tables of this version; {_count(waiting)} messages wait")
    for finding in _kept(done, sealed.current(), datetime.now(UTC)):
        yield finding
    for gap in gaps:
        yield Finding("warning", "staff", hints.overlooked(gap))
    if parked:
        yield Finding("warning", "messages", f"{_count(parked)} were given up and are kept; the log says why")
    if open_alarms:
        yield Finding("warning", "alarms", f"{_count(len(open_alarms))} open: somebody wants a person or is in danger")


def _kept(done: Mapping[str, upkeep.Done], ring: Keyring, now: datetime) -> Iterator[Finding]:
    confirmed, since, backup = (done.get(name) for name in (upkeep.RECOVERY, upkeep.SEALING, upkeep.BACKUP))
    if confirmed is None or confirmed.value != ring.fingerprint:
        yield Finding(
            "warning", "keys", "nobody has confirmed a copy of the data key on paper, and without the key all is lost: "
            "`sempre keys recovery`, then `sempre keys confirm`"
        )  # fmt: skip
    else:
        yield Finding("ok", "keys", f"the recovery copy was confirmed on {confirmed.at:%Y-%m-%d}")
    if since is not None and now - since.at > KEY_LASTS:
        yield Finding("warning", "keys", f"the data key is in use since {since.at:%Y-%m-%d}: `sempre keys rotate`")
    if len(ring.numbers) > 1 and not resealing.progress(done, ring):
        yield Finding("warning", "keys", "older data keys are not needed any more: `sempre keys retire`")
    if backup is None:
        yield Finding("warning", "backup", "there is none yet: `sempre backup FILE`")
    elif now - backup.at > BACKUP_LASTS:
        yield Finding("warning", "backup", f"the newest one is of {backup.at:%Y-%m-%d}: `sempre backup FILE`")
    else:
        yield Finding("ok", "backup", f"the newest one is of {backup.at:%Y-%m-%d %H:%M} UTC")


def _second_factor(current: Settings) -> Finding:
    if current.second_factor == "off":
        return Finding("warning", "staff", "a password alone opens the panel: set SEMPRE_SECOND_FACTOR=optional")
    return Finding("ok", "staff", f"the second factor is {current.second_factor}")


async def _telegram(current: Settings) -> Finding:
    if current.telegram_token is None:
        return Finding("ok", "telegram", "is off; SEMPRE_TELEGRAM_TOKEN switches it on")
    channel = Telegram(current.telegram_token.get_secret_value(), api_url=current.telegram_api_url)
    try:
        await channel.check()
    except SendError as error:
        return Finding("problem", "telegram", f"{REASONS[error.reason]} Mend SEMPRE_TELEGRAM_TOKEN or the network")
    return Finding("ok", "telegram", f"answers, and knows the token; messages come by {current.telegram_mode}")


def _count(number: int) -> str:
    return f"{SHOWN} or more" if number >= SHOWN else str(number)

"""A database as it is after years: real talks of a few hundred people, copied by the database until there are enough.

The first people tell their need through the turns of Sempre itself, so that every row is as the service writes it. Each
round then copies all of them: numbers move up, keyed hashes and references become others, times move back, so that a
round doubles what there is. Indexes that only serve questions are made anew afterwards, which is far faster.

What staff did and what a trail notes is not copied: its chain belongs to its rows.
"""

from __future__ import annotations

import asyncio
import hashlib
import itertools
import math
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import asyncpg
from sqlalchemy import Column, Table, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Dialect
from sqlalchemy.schema import CreateIndex

from bot.service import Service
from bot.settings import Settings
from bot.talks import ALPHABET
from dialogs import record
from dialogs.terms import Heard, Say, Sort
from storage import inbox, outbox, tables
from storage.database import Database
from storage.inbox import Arrival
from storage.outbox import Outcome
from storage.schema import metadata

FIRST = 500
"""People whose talks are real."""

SPREAD = timedelta(days=300)
"""Over which the talks came. Nothing of it is due to be deleted."""

SCRIPT = (
    "/start", "language:{language}", "consent:yes", "topic:{topic}", "detail:{detail}", "{story}", "{place}",
    "urgency:{urgency}", "check:send",
)  # fmt: skip

LANGUAGES = ("en", "fi", "ar", "de", "ru")
DETAILS = (
    "MOB.no_bus", "HEA.doctor", "CAR.errand", "PEO.lonely", "MON.bills", "HOM.repair", "LRN.phone", "PPR.permit",
)  # fmt: skip
URGENCIES = ("today", "week", "month", "wait")
PLACES = ("Heide", "Liepa", "Vaasa", "Jurbarkas", "Varde", "Kuressaare", "Luleå", "Husum", "Tønder", "Kokkola")
_SAID = (
    "bus stopped month town market doctor retired nobody came winter road shop closed alone neighbour help letter "
    "office pension form phone screen small children school train ticket money heating cold roof stairs wheelchair"
)
WORDS = tuple(_SAID.split())

SHIFTED = {
    "created_at", "updated_at", "received_at", "ready_at", "settled_at", "status_since", "rung_at", "wanted_at",
}  # fmt: skip
"""Columns of times that tell when something was; what tells when something is due stays ahead."""

MIXED = {
    ("contacts", "lane"), ("conversations", "lane"), ("inbox", "lane"), ("inbox", "key_hash"),
    ("outbox", "message_hash"), ("tombstones", "hash"), ("tombstones", "mark"),
}  # fmt: skip
"""Keyed hashes that belong to one person or one message. The others name places and words, which many share."""

POINTS = {("outbox", "contact_id"): "contacts", ("outbox", "inbox_id"): "inbox"}
"""What points to another row without a foreign key."""

LEFT = {"upkeep", "organisations", "organisation_places", "searches"}


# -- the first people -----------------------------------------------------------------------------


async def first(settings: Settings, people: int) -> None:
    """That many people tell a need each, as if over Telegram, and have read what they were answered."""
    async with Service.quiet(settings) as service:
        database, numbers = service.on.database, itertools.count(1)
        for step in SCRIPT:
            said = await _last_said(database)
            now = datetime.now(UTC)
            arrivals = [_arrival(step, chat, said, next(numbers), now) for chat in range(1, people + 1)]
            for start in range(0, people, 200):
                async with database.write() as conn:
                    await inbox.put(conn, arrivals[start : start + 200], now)
            await service.turn_all()
            async with database.write() as conn:
                waiting = (
                    await conn.scalars(select(tables.outbox.c.id).where(tables.outbox.c.settled_at.is_(None)))
                ).all()
                await outbox.settle(conn, [Outcome(row, "sent", str(row)) for row in waiting], now)


def _address(chat: int) -> str:
    return f"1:{chat}"


async def _last_said(database: Database) -> Mapping[bytes, Say]:
    """Lane → what was said there last."""
    told, talks = tables.outbox, tables.conversations
    wanted = select(talks.c.lane, told.c.say).join(talks, talks.c.id == told.c.conversation_id).order_by(told.c.id)
    async with database.read() as conn:
        return {lane: record.load_say(say) for lane, say in (await conn.execute(wanted)).all() if say is not None}


def _arrival(step: str, chat: int, said: Mapping[bytes, Say], number: int, now: datetime) -> Arrival:
    detail = DETAILS[chat % len(DETAILS)]
    text = step.format(
        language=LANGUAGES[chat % len(LANGUAGES)], topic=detail[:3], detail=detail, place=PLACES[chat % len(PLACES)],
        urgency=URGENCIES[chat % len(URGENCIES)], story=story(chat),
    )  # fmt: skip
    sort = Sort.TEXT
    if text.startswith("/"):
        sort, text = Sort.COMMAND, text[1:]
    elif ":" in step:
        sort, text = Sort.PRESS, _payload(text, said[inbox.lane("telegram", _address(chat))])
    heard = Heard(sort, now, text, str(number), device_language=LANGUAGES[chat % len(LANGUAGES)])
    return Arrival("telegram", _address(chat), f"filled {number}", number, heard)


def _payload(wanted: str, said: Say) -> str:
    """With the number of the draft, as the button has it."""
    return next(button.payload for row in said.buttons for button in row if button.payload.partition("~")[0] == wanted)


def story(chat: int) -> str:
    """Twelve words; some are in every tenth story, some in every third."""
    return " ".join(WORDS[(chat * step + step * step) % len(WORDS)] for step in range(1, 13))


# -- copies of them -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Copy:
    """One round: each table's rows once more. Rounds are counted from 0."""

    number: int
    shifts: Mapping[str, int]  # table → its highest number so far

    @property
    def back(self) -> timedelta:
        """Rounds halve it, so that times lie evenly over `SPREAD`."""
        return timedelta(seconds=SPREAD.total_seconds() / 2 ** (self.number + 1))


def copied() -> list[Table]:
    """In an order in which what is pointed to stands first."""
    apart = (
        "staff", "audit", "web", "desk", "break", "notes", "translations", "masks", "message", "submission_links",
        "voice",
    )  # fmt: skip
    return [
        table for table in metadata.sorted_tables if table.name not in LEFT and not table.name.startswith(apart)
    ]  # fmt: skip


def copy_statement(table: Table, copy: Copy, dialect: Dialect) -> str:
    """INSERT … SELECT of one round."""
    names = ", ".join(column.name for column in table.columns)
    values = ", ".join(_value(table, column, copy, dialect) for column in table.columns)
    return f"INSERT INTO {table.name} ({names}) SELECT {values} FROM {table.name}"  # noqa: S608 names of our own tables


def _value(table: Table, column: Column[object], copy: Copy, dialect: Dialect) -> str:
    key = (table.name, column.name)
    if (to := _points_to(table, column)) is not None:
        return f"{column.name} + {copy.shifts[to]}"
    if column.name == "id":
        return f"id + {copy.shifts[table.name]}"
    if key in MIXED:
        mark = f"{copy.number:02d}"
        if dialect.name == "sqlite":
            return f"mixed({column.name}, '{mark}')"
        return f"substr(sha256({column.name} || '{mark}'::bytea), 1, 16)"
    if key == ("submissions", "reference"):
        return f"{'' if dialect.name == 'sqlite' else 'pg_temp.'}referred(kind, id + {copy.shifts['submissions']})"
    if column.name in SHIFTED:
        seconds = int(copy.back.total_seconds())
        if dialect.name == "sqlite":
            return f"strftime('%Y-%m-%d %H:%M:%f000', {column.name}, '-{seconds} seconds')"
        return f"{column.name} - interval '{seconds} seconds'"
    return column.name


def _points_to(table: Table, column: Column[object]) -> str | None:
    """The copied table whose number stands there."""
    to = POINTS.get((table.name, column.name))
    if to is None and column.foreign_keys:
        (key,) = column.foreign_keys
        to = key.column.table.name
    return to


def reference(kind: str, number: int) -> str:
    """One that no other number has: the factor is odd, 32**6 is a power of two, so every number lands elsewhere."""
    number = number * 387_420_489 % len(ALPHABET) ** 6
    drawn = ""
    for _ in range(6):
        number, place = divmod(number, len(ALPHABET))
        drawn += ALPHABET[place]
    return f"{'M' if kind == 'idea' else 'N'}-{drawn[:3]}-{drawn[3:]}"


REFERENCE_IN_SQL = f"""
CREATE FUNCTION pg_temp.referred(kind text, id bigint) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE number bigint := (id * 387420489) % {len(ALPHABET) ** 6}; drawn text := '';
BEGIN
  FOR _ IN 1..6 LOOP
    drawn := drawn || substr('{ALPHABET}', (number % {len(ALPHABET)})::int + 1, 1);
    number := number / {len(ALPHABET)};
  END LOOP;
  RETURN CASE kind WHEN 'idea' THEN 'M-' ELSE 'N-' END || substr(drawn, 1, 3) || '-' || substr(drawn, 4);
END $$
"""
"""The same as `reference`, for PostgreSQL."""


def rounds_for(people: int, first: int = FIRST) -> int:
    """After how many rounds `first` people have become so many."""
    return max(0, math.ceil(math.log2(people / first)))


def _mixed(value: bytes | None, mark: str) -> bytes | None:
    return None if value is None else hashlib.sha256(value + mark.encode()).digest()[:16]


def _dropped(dialect: Dialect) -> tuple[list[str], list[str]]:
    """Statements that drop the indexes of what is copied, and that make them anew."""
    indexes = [index for table in copied() for index in sorted(table.indexes, key=lambda one: str(one.name))]
    made = [str(CreateIndex(index).compile(dialect=dialect)) for index in indexes]
    return [f"DROP INDEX {index.name}" for index in indexes], made


def multiply_sqlite(file: Path, rounds: int) -> None:
    """The service must not run meanwhile. What a power cut leaves of it is of no use."""
    database = sqlite3.connect(file, isolation_level=None)
    database.create_function("mixed", 2, _mixed, deterministic=True)
    database.create_function("referred", 2, reference, deterministic=True)
    for setting in (
        "foreign_keys=OFF",
        "synchronous=OFF",
        "journal_mode=OFF",
        "cache_size=-1000000",
        "temp_store=MEMORY",
    ):
        database.execute(f"PRAGMA {setting}")
    dialect = sqlite.dialect()
    drop, make = _dropped(dialect)
    for statement in drop:
        database.execute(statement)
    database.execute(_REFERRED.format(""))
    for number in range(rounds):
        highest = {name: database.execute(_HIGHEST.format(name)).fetchone()[0] for name in _numbered()}
        database.execute("BEGIN")
        for table in copied():
            database.execute(copy_statement(table, Copy(number, highest), dialect))
        database.execute("COMMIT")
    for statement in make:
        database.execute(statement)
    database.execute("PRAGMA journal_mode=WAL")
    database.close()


_HIGHEST = "SELECT coalesce(max(id), 0) FROM {}"
_NEXT = "SELECT setval(pg_get_serial_sequence('{0}', 'id'), greatest(max(id), 1)) FROM {0}"
_REFERRED = "UPDATE submissions SET reference = {}referred(kind, id)"  # so that none of the copies has one of the first


def _numbered() -> list[str]:
    return [table.name for table in copied() if "id" in table.columns]


async def multiply_postgresql(url: str, rounds: int) -> None:
    """By one connection, which may not check foreign keys: a superuser's."""
    parts = urlsplit(url)
    connection = await asyncpg.connect(
        user=parts.username, password=parts.password, database=parts.path.lstrip("/"), port=parts.port,
        host=parse_qs(parts.query).get("host", [parts.hostname])[0],
    )  # fmt: skip
    try:
        await connection.execute("SET session_replication_role = replica")
        await connection.execute("SET synchronous_commit = off")
        await connection.execute("SET maintenance_work_mem = '512MB'")
        await connection.execute(REFERENCE_IN_SQL)
        dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
        drop, make = _dropped(dialect)
        for statement in drop:
            await connection.execute(statement)
        await connection.execute(_REFERRED.format("pg_temp."))
        for number in range(rounds):
            highest = {name: await connection.fetchval(_HIGHEST.format(name)) for name in _numbered()}
            for table in copied():
                await connection.execute(copy_statement(table, Copy(number, highest), dialect))
        for statement in make:
            await connection.execute(statement)
        for name in _numbered():
            await connection.execute(_NEXT.format(name))
        await connection.execute("ANALYZE")
    finally:
        await connection.close()


async def fill(settings: Settings, people: int, real: int = FIRST) -> dict[str, int]:
    """At least so many people, each with a submission and what was said; `real` of them talked. Gives table → rows.

    `settings` name an empty database. On SQLite nothing else may use it meanwhile.
    """
    await first(settings, min(people, real))
    rounds = rounds_for(people, real)
    if settings.sqlite_file is not None:
        await asyncio.to_thread(multiply_sqlite, settings.sqlite_file, rounds)
    else:
        await multiply_postgresql(settings.database, rounds)
    async with Service.quiet(settings) as service, service.on.database.read() as conn:
        return {
            table.name: int(await conn.scalar(select(func.count()).select_from(table)) or 0) for table in copied()
        }  # fmt: skip

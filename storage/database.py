"""The database: one transaction at a time for a writer, and four reasons why it may not be there.

SQLite has one writer connection behind a lock, so that nobody here waits for a lock of the file; PostgreSQL has a pool.
The same Core statements run on both.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

import aiosqlite
from sqlalchemy import Connection, DateTime, Dialect, FromClause, Insert, Table, event, func, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.types import TypeDecorator

from storage import driver, migrations, sealed
from storage.one_writer import OneWriter
from storage.sealed import Keyring

if TYPE_CHECKING:
    from alembic.config import Config

Reason = Literal["locked", "down", "full", "corrupt"]

UPGRADING = 0x53656D70  # "Semp": the advisory lock under which one process of many upgrades
DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}
SQLITE_READERS = 4
POSTGRES_POOL = 10
CONNECT_SECONDS = 5.0
QUEUE_SECONDS = 20.0  # for a free connection: who waits for it is late, but the database is there
STATEMENT_SECONDS = 30.0


class Unavailable(Exception):
    """The database did not take it; nothing was committed. `reason` is "locked", "down", "full" or "corrupt"."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(f"the database is {reason}")
        self.reason: Reason = reason


class WrongUrl(ValueError):
    """Not an address of a database that we speak. The text never repeats the address: it may hold a password."""


class UtcTime(TypeDecorator[datetime]):
    """An aware time, always UTC. SQLite has no zone of its own and gives back what is taken as UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone")
        return value.astimezone(UTC)

    def bind_processor(self, dialect: Dialect) -> Any:
        return _as_stored if dialect.name == "sqlite" else super().bind_processor(dialect)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _as_stored(value: datetime | None) -> str | None:
    """As SQLAlchemy writes a time into SQLite. The same moment comes dozens of times in a batch, so it is kept."""
    return None if value is None else _written(value)


@lru_cache(maxsize=256)
def _written(value: datetime) -> str:
    if value.tzinfo is None:
        raise ValueError("a time without a zone")
    return value.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


class Database:
    """`write()` and `read()` give a connection in one transaction; `write()` commits when its block ends well."""

    def __init__(self, writer: AsyncEngine, reader: AsyncEngine) -> None:
        self._writer = writer
        self._reader = reader
        self._one_writer = OneWriter() if writer.dialect.name == "sqlite" else None

    @property
    def dialect(self) -> str:
        """ "sqlite" or "postgresql"."""
        return self._writer.dialect.name

    @asynccontextmanager
    async def write(self, *, patient: bool = False) -> AsyncIterator[AsyncConnection]:
        """One transaction, committed at the end. Raises `Unavailable` where it cannot be.

        `patient`: others may write first. For what is large, so that nobody's answer waits for somebody's picture.
        """
        if self._one_writer is None:
            async with _transaction(self._writer) as connection:
                yield connection
        else:
            async with self._one_writer.turn(patient=patient), _transaction(self._writer) as connection:
                yield connection

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """One transaction that sees one state of the data on SQLite, the last committed one on PostgreSQL."""
        async with _transaction(self._reader) as connection:
            yield connection

    async def close(self) -> None:
        await self._writer.dispose()
        if self._reader is not self._writer:
            await self._reader.dispose()


def open_database(
    url: str, keyring: Keyring, *, patience: float = 2.0, renewed: Callable[[], Keyring | None] | None = None
) -> Database:
    """Opens `sqlite:///file` or `postgresql://…`; connects at first use. `patience`: seconds to wait for SQLite's lock.

    Sets the keyring of the process, see `storage.sealed.unlock`. Raises `WrongUrl`.
    """
    address = driver_url(url)
    sealed.unlock(keyring, renewed)
    if address.get_backend_name() == "postgresql":
        engine = _postgres_engine(address)
        return Database(engine, engine)
    writer = _sqlite_engine(address, patience, "BEGIN IMMEDIATE", 1)
    reader = _sqlite_engine(address, patience, "BEGIN", SQLITE_READERS)
    return Database(writer, reader)


def driver_url(url: str) -> URL:
    """The address with our driver in it. Raises `WrongUrl`."""
    try:
        address = make_url(url)
        driver = DRIVERS[address.get_backend_name()]
    except Exception:
        raise WrongUrl("the database address must begin with sqlite:/// or postgresql://") from None
    if driver == DRIVERS["sqlite"] and address.database in (None, "", ":memory:"):
        raise WrongUrl("the SQLite address must name a file: sqlite:///var/sempre.sqlite")
    return address.set(drivername=driver)


def insert_or_ignore(connection: AsyncConnection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """INSERT that leaves a row out where any unique key of it stands already."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()


async def insert_all(connection: AsyncConnection, statement: Insert, rows: list[dict[str, Any]]) -> None:
    """One executemany for all rows; nothing for none."""
    if rows:
        await connection.execute(statement, rows)


async def bounded_count(connection: AsyncConnection, source: FromClause, bound: int) -> int:
    """How many rows `source` has, counted no further than `bound`. `source` must bring its own LIMIT."""
    counted = await connection.scalar(select(func.count()).select_from(source))
    return min(int(counted or 0), bound)


# -- upgrade --------------------------------------------------------------------------------------


def migration_config(connection: Connection | None = None) -> Config:
    """Alembic's configuration, made here so that no file of it needs to be found at run time."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations.HERE).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def upgrade(url: str, before: Callable[[], Awaitable[None]] | None = None) -> None:
    """Brings the tables to the newest version. Safe while other processes do the same. Raises `Unavailable`.

    All steps are one transaction: where one fails, the database is as it was. `before` is awaited before the first of
    them, where there are tables already. In a thread with a loop of its own, so that it may be called from anywhere.
    Where nothing is to be done, as at most starts, it takes no lock and does not even load Alembic.
    """
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, _upgrade(url, before)).result()


async def _upgrade(url: str, before: Callable[[], Awaitable[None]] | None) -> None:
    async with _alone(driver_url(url), "BEGIN") as connection:
        if await connection.run_sync(migrations.current) == migrations.newest():
            return
    from alembic import command

    async with migrating(url) as connection:
        there = await connection.run_sync(migrations.current)
        if before is not None and there not in (None, migrations.newest()):
            await before()
        await connection.run_sync(lambda sync: command.upgrade(migration_config(sync), "head"))


@asynccontextmanager
async def migrating(url: str) -> AsyncIterator[AsyncConnection]:
    """A connection that alone may change the tables."""
    async with _alone(driver_url(url), "BEGIN IMMEDIATE") as connection:
        if connection.dialect.name == "postgresql":
            await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": UPGRADING})
        yield connection


@asynccontextmanager
async def snapshot(url: str) -> AsyncIterator[AsyncConnection]:
    """A connection that sees one moment, however long it looks; writers go on beside it."""
    async with _alone(driver_url(url), "BEGIN") as connection:
        if connection.dialect.name == "postgresql":
            await connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"))
        yield connection


async def others_connected(connection: AsyncConnection) -> bool:
    """Whether anybody else is connected to this PostgreSQL database; on SQLite the lock of the folder tells."""
    if connection.dialect.name != "postgresql":
        return False
    others = "datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
    return bool(await connection.scalar(text(f"SELECT count(*) FROM pg_stat_activity WHERE {others}")))  # noqa: S608


async def checkpointed(url: str) -> None:
    """Brings all of an SQLite database into its one file; its companions go. Raises `Unavailable`."""
    address = driver_url(url)
    connection = await _sqlite_connection(str(address.database), CONNECT_SECONDS)
    try:
        await connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
        raise Unavailable(_SQLITE_REASONS.get(code & 0xFF, "corrupt")) from error
    finally:
        await connection.close()


@asynccontextmanager
async def _alone(address: URL, begin: str) -> AsyncIterator[AsyncConnection]:
    """One connection by itself, in one transaction."""
    on_postgres = address.get_backend_name() == "postgresql"
    engine = _postgres_engine(address) if on_postgres else _sqlite_engine(address, 30.0, begin, 1)
    try:
        async with _transaction(engine) as connection:
            yield connection
    finally:
        await engine.dispose()


# -- engines --------------------------------------------------------------------------------------


def _sqlite_engine(address: URL, patience: float, begin: str, connections: int) -> AsyncEngine:
    file = str(address.database)
    engine = create_async_engine(
        address,
        # Parameters are personal: they never reach an exception's text.
        hide_parameters=True,
        pool_size=connections,
        max_overflow=0,
        pool_reset_on_return=None,  # every block commits or rolls back by itself: one hop to the thread less
        async_creator=lambda: _sqlite_connection(file, patience),
    )

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        for setting in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "secure_delete=ON",  # what is erased is overwritten, not only unlinked
            "journal_size_limit=67108864",
            "temp_store=MEMORY",
        ):
            cursor.execute(f"PRAGMA {setting}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def start(connection: Connection) -> None:
        ours: Any = connection.connection.driver_connection
        ours.begins = begin

    return engine


async def _sqlite_connection(file: str, patience: float) -> aiosqlite.Connection:
    # Tried plainly first: where the file cannot be opened, the driver leaves a thread behind that outlives the loop.
    await asyncio.to_thread(lambda: sqlite3.connect(file, timeout=patience).close())
    # The driver's own transactions would begin late and unlocked; "begin" above does it.
    connection = driver.Connection(lambda: sqlite3.connect(file, timeout=patience, isolation_level=None), 64)
    connection._thread.daemon = True  # as SQLAlchemy does for its own: a program that fails must be able to end
    return await connection


def _postgres_engine(address: URL) -> AsyncEngine:
    return create_async_engine(
        address,
        hide_parameters=True,
        pool_size=POSTGRES_POOL,
        max_overflow=POSTGRES_POOL,
        pool_timeout=QUEUE_SECONDS,
        connect_args={
            "timeout": CONNECT_SECONDS,
            "command_timeout": STATEMENT_SECONDS,
            # Compiling a statement took 40 ms and more of every page once tables were large, to read some fifty rows.
            "server_settings": {"jit": "off"},
        },
    )


@asynccontextmanager
async def _transaction(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    connection = await _connect(engine)
    try:
        async with connection.begin():
            yield connection
    except DBAPIError as error:
        reason = _reason(error)
        if reason is None:
            raise
        raise Unavailable(reason) from error
    except (ConnectionError, TimeoutError) as error:
        if engine.dialect.name != "postgresql":
            raise  # not from this driver: it is the caller's own
        raise Unavailable("down" if isinstance(error, ConnectionError) else "locked") from error
    finally:
        await connection.close()


async def _connect(engine: AsyncEngine) -> AsyncConnection:
    try:
        return await engine.connect()
    except PoolTimeout as error:
        raise Unavailable("locked") from error
    except DBAPIError as error:
        raise Unavailable(_reason(error) or "down") from error
    except (OSError, TimeoutError) as error:
        raise Unavailable("down") from error


_SQLITE_REASONS: Mapping[int, Reason] = {
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_IOERR: "full",  # where a disk is full in the middle of a page, this is what SQLite says
    sqlite3.SQLITE_CANTOPEN: "down",
    sqlite3.SQLITE_READONLY: "down",
    sqlite3.SQLITE_CORRUPT: "corrupt",
    sqlite3.SQLITE_NOTADB: "corrupt",
}
# https://www.postgresql.org/docs/current/errcodes-appendix.html: classes of two, then whole codes
_POSTGRES_REASONS: Mapping[str, Reason] = {
    "08": "down",  # connection
    "57": "down",  # operator intervention: shutdown, starting up
    "58": "down",  # system error
    "53": "down",  # no resources: too many connections
    "28": "down",  # not let in
    "3D": "down",  # no such database
    "40": "locked",  # serialisation, deadlock
    "55": "locked",
    "57014": "locked",  # cancelled by a time limit
    "53100": "full",
    "XX001": "corrupt",
    "XX002": "corrupt",
    "25006": "down",  # read-only: a standby
}


def _reason(error: DBAPIError) -> Reason | None:
    """Why the database did not take it; None where the statement itself is wrong."""
    orig = error.orig
    code = getattr(orig, "sqlite_errorcode", None)
    if code is not None:
        return _SQLITE_REASONS.get(code & 0xFF)  # the low byte is the primary code, the rest its variety
    state = getattr(orig, "sqlstate", None) or ""
    reason = _POSTGRES_REASONS.get(state) or _POSTGRES_REASONS.get(state[:2])
    return reason or ("down" if error.connection_invalidated else None)

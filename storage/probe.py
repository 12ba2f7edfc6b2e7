"""Can the database commit now? A read would not tell: a full disk still reads."""

from __future__ import annotations

from sqlalchemy import text

from storage.database import Database

# Both end in a commit that must reach the disk, and change nothing: SQLite writes the page with the number, which
# nobody uses; PostgreSQL writes the end of a transaction that has a number of its own.
_WRITE = {"sqlite": "PRAGMA user_version = 0", "postgresql": "SELECT pg_current_xact_id()"}


async def commit(database: Database) -> None:
    """Raises `Unavailable` where nothing can be committed."""
    async with database.write() as conn:
        await conn.execute(text(_WRITE[database.dialect]))

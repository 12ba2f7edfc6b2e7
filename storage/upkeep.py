"""What was done to keep the machine: read by `doctor`, written by the commands and by `serve`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.sealed import Keyring
from storage.tables_upkeep import upkeep

SEALING = "sealing"
"""Which data key seals: its number and the keyring's fingerprint."""

RECOVERY = "recovery"
"""The fingerprint of the keyring whose recovery copy was typed back."""

BACKUP = "backup"
"""The number of the data key that sealed the newest backup."""

RESTORED = "restored"
"""When a backup was put in place of all that was here."""


@dataclass(frozen=True, slots=True)
class Done:
    value: str
    at: datetime


async def note(conn: AsyncConnection, name: str, value: str, now: datetime) -> None:
    row = {"value": value, "at": now}
    dialect = postgresql if conn.dialect.name == "postgresql" else sqlite
    new = dialect.insert(upkeep).values(name=name, **row)
    await conn.execute(new.on_conflict_do_update(index_elements=[upkeep.c.name], set_=row))


async def done(conn: AsyncConnection) -> Mapping[str, Done]:
    """All of it, by name: a dozen rows or two."""
    return {row.name: Done(row.value, row.at) for row in await conn.execute(select(upkeep))}


async def note_keys(conn: AsyncConnection, keyring: Keyring, now: datetime) -> None:
    """Since when this key seals; nothing where that is known."""
    value = f"{keyring.number}:{keyring.fingerprint}"
    if await conn.scalar(select(upkeep.c.value).where(upkeep.c.name == SEALING)) != value:
        await note(conn, SEALING, value, now)

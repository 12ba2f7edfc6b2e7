"""Files that came with the web chat, sealed, on their way to the turn that wants them."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs import record
from dialogs.terms import File
from storage import sealed
from storage.conversations import TRANSIT
from storage.tables import web_uploads as table


async def put(conn: AsyncConnection, lane: bytes, file: File, content: bytes, now: datetime) -> File:
    """Gives the file under the ref by which its message may name it. It stays for a day at most."""
    kept = replace(file, ref=secrets.token_urlsafe(24))
    row = {"ref_hash": _hash(kept.ref), "lane": lane, "file": record.dump(kept), "content": content}
    await conn.execute(insert(table).values(**row, until=now + TRANSIT))
    return kept


async def find(conn: AsyncConnection, lane: bytes, ref: str, now: datetime) -> File | None:
    """What was uploaded in this talk under `ref`."""
    row = select(table.c.file).where(table.c.ref_hash == _hash(ref), table.c.lane == lane, table.c.until > now)
    found = await conn.scalar(row)
    return None if found is None else record.load_file(found)


async def content(conn: AsyncConnection, ref: str) -> bytes | None:
    return await conn.scalar(select(table.c.content).where(table.c.ref_hash == _hash(ref)))


def _hash(ref: str) -> bytes:
    return sealed.current().hash("upload", ref)

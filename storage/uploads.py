"""Files that came with the web chat, sealed: on their way to the turn that wants them, and for who sent them."""

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
from storage.files import Content
from storage.tables import conversations, files
from storage.tables_web import web_uploads as table


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


async def own(conn: AsyncConnection, channel: str, lane: bytes, ref: str, now: datetime) -> Content | None:
    """What was sent in this talk under `ref`: as it came, or as it was kept. None where it is neither any more."""
    came = select(table.c.file, table.c.content).where(table.c.ref_hash == _hash(ref), table.c.lane == lane)
    row = (await conn.execute(came.where(table.c.until > now))).first()
    if row is not None:
        return Content(record.load_file(row.file).type, row.content)
    kept = (
        select(files.c.type, files.c.content)
        .join_from(files, conversations, conversations.c.id == files.c.conversation_id)
        .where(conversations.c.lane == lane, files.c.ref_hash == sealed.current().hash("file", channel, ref))
    )
    row = (await conn.execute(kept.where(files.c.content.is_not(None)))).first()
    return None if row is None else Content(row.type, row.content)


def _hash(ref: str) -> bytes:
    return sealed.current().hash("upload", ref)

"""Whom a breach concerns, and what of theirs: numbers for the report of Art. 33 GDPR (R-35). No word of anybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import contacts, files, people, staff, submissions
from storage.tables_audit import audit_entries
from storage.tables_casework import notes

SLICE = 500


@dataclass(slots=True)
class Concerned:
    """Numbers. `of_many`: times that a list or a download of many was seen, without saying whose."""

    people: int = 0
    submissions: int = 0
    details: Counter[tuple[str | None, str | None]] = field(default_factory=Counter)  # (topic, detail)
    languages: Counter[str] = field(default_factory=Counter)
    channels: Counter[str] = field(default_factory=Counter)
    files: int = 0
    notes: int = 0
    addresses: int = 0
    accounts: int = 0
    of_many: Counter[str] = field(default_factory=Counter)


async def everything(conn: AsyncConnection) -> Concerned:
    """Where database and key were taken: all that stands there now."""
    found = Concerned()
    await _submissions(conn, found, true())
    found.people = await _count(conn, people.c.id)
    found.addresses = await _count(conn, contacts.c.address)
    found.accounts = await _count(conn, staff.c.id)
    return found


async def seen(conn: AsyncConnection, since: datetime, until: datetime, staff_id: int | None) -> Concerned:
    """What staff (all of them, or one) saw or did from `since` until before `until`, by the trail."""
    found = Concerned()
    window = [audit_entries.c.who == "staff", audit_entries.c.at >= since, audit_entries.c.at < until]
    window += [] if staff_id is None else [audit_entries.c.staff_id == staff_id]
    looked = await conn.scalars(
        select(audit_entries.c.submission_id).where(*window, audit_entries.c.submission_id.is_not(None)).distinct()
    )
    concerned: set[int] = set()
    for ids in _slices(sorted(one for one in looked if one is not None)):
        concerned |= await _submissions(conn, found, submissions.c.id.in_(ids))
    found.people = len(concerned)
    many = select(audit_entries.c.action, func.count()).where(*window, audit_entries.c.submission_id.is_(None))
    found.of_many.update({row[0]: row[1] for row in await conn.execute(many.group_by(audit_entries.c.action))})
    return found


async def _submissions(conn: AsyncConnection, found: Concerned, which: ColumnElement[bool]) -> set[int]:
    """Adds what stands about these submissions; gives the people who sent them."""
    sorts = (submissions.c.topic, submissions.c.detail, submissions.c.language, submissions.c.channel)
    for topic, detail, language, channel, count in await conn.execute(
        select(*sorts, func.count()).where(which).group_by(*sorts)
    ):
        found.submissions += count
        found.details[topic, detail] += count
        found.languages[language] += count
        found.channels[channel] += count
    mine = select(submissions.c.id).where(which)
    found.files += await _count(conn, files.c.id, files.c.submission_id.in_(mine))
    found.notes += await _count(conn, notes.c.id, notes.c.submission_id.in_(mine))
    if which is true():
        return set()
    return {one for one in await conn.scalars(select(submissions.c.person_id).where(which).distinct()) if one}


async def _count(conn: AsyncConnection, column: Any, *where: ColumnElement[bool]) -> int:
    return int(await conn.scalar(select(func.count(column)).where(*where)) or 0)


def _slices(ids: list[int]) -> Iterator[list[int]]:
    return (ids[start : start + SLICE] for start in range(0, len(ids), SLICE))

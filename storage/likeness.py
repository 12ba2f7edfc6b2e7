"""Which others may be about the same as one submission: who is compared, what is kept for it, and what counts.

Compared are the newest of the same topic, or kind for an idea, and of the same place, by indexes and never more than
`MOST`, within the scope of whoever asks. What a story means is kept as a sealed vector from the first look on: it is
made outside of any transaction, and goes with the story: as soon as that changes, is stopped, paused or deleted.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, delete, false, insert, select, true, union
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs import record
from storage import masks
from storage.database import insert_all
from storage.listing import LISTED, Listed, beginning, shown
from storage.scope import Scope
from storage.submissions import LAST, own_words
from storage.tables import submissions as table
from storage.tables_casework import submission_links as links
from storage.tables_casework import submission_vectors as vectors

MOST = 300
"""Others that are compared with one."""

SINCE = timedelta(days=400)
"""How far apart two may be that are compared."""

PLACE, DETAIL, TIME = 0.08, 0.08, 0.04
"""What the same place, the same detail and the same day add to the nearness of words, which runs up to 1."""

MONTH = 30.0
"""Days after which a third is left of what the same day adds."""

SHOWN = 0.52
"""Points from which on one is shown. How it was chosen: docs/languages.md."""

_RANKS = (0, 1, 2, 3, 4, LAST)


@dataclass(frozen=True, slots=True)
class One:
    """A submission as it is compared. `vector` None: not made yet; empty: nothing in it can be compared."""

    id: int
    reference: str
    kind: str
    topic: str | None
    detail: str | None
    place_hash: bytes | None
    created_at: datetime
    updated_at: datetime
    changed_at: datetime  # its status
    version: int
    vector: bytes | None


@dataclass(frozen=True, slots=True)
class Near:
    """Another one, and why it may be the same."""

    id: int
    points: float
    place: bool
    detail: bool
    words: bool


_USED = (table.c.restricted_at.is_(None), table.c.status != "withdrawn")
"""What nobody may use any more is neither compared nor shown (R-04, R-23)."""


async def one(conn: AsyncConnection, submission_id: int, model: str) -> One | None:
    """None where it may not be used, or is gone."""
    row = (await conn.execute(_ones(model).where(table.c.id == submission_id, *_USED))).first()
    return None if row is None else _one(row)


async def others(conn: AsyncConnection, scope: Scope, of: One, now: datetime, model: str) -> list[One]:
    """Those that it is compared with, the last changed first, among what may be seen and is not joined with it."""
    groups = [table.c.topic == of.topic] if of.topic else [table.c.kind == of.kind] if of.kind == "idea" else []
    if of.place_hash is not None:
        groups.append(table.c.place_hash == of.place_hash)
    using = scope.using()
    cases = (False, True) if using.guards else (False,)
    parts = [_newest(using, group, case, rank) for group in groups for case in cases for rank in _RANKS]
    if not parts:
        return []
    some = union(*(select(part.subquery()) for part in parts)).subquery()
    chosen = select(some.c.id).order_by(some.c.status_since.desc(), some.c.id.desc()).limit(MOST)
    fitting = (table.c.id != of.id, table.c.created_at > now - SINCE, *_USED, *_unjoined(of.id))
    rows = await conn.execute(_ones(model, using.holds().label("held")).where(table.c.id.in_(chosen), *fitting))
    found = [_one(row) for row in rows if row.held]
    return sorted(found, key=lambda one: (one.changed_at, one.id), reverse=True)


def _newest(scope: Scope, group: ColumnElement[bool], case: bool, rank: int) -> Select[Any]:
    """Of one rank: the indexes of the list are in the order of work, and within a rank that is the order of time."""
    column = table.c
    within = (column.organisation_id == scope.organisation_id, column.safeguarding == (true() if case else false()))
    newest = (column.status_since.desc(), column.id.desc())
    newest_first = select(column.id, column.status_since).where(*within, group, column.rank == rank).order_by(*newest)
    return newest_first.limit(MOST)


def _unjoined(submission_id: int) -> list[ColumnElement[bool]]:
    ends = (links.c.submission_id, links.c.other_id)
    pairs = zip(ends, reversed(ends), strict=True)
    return [table.c.id.not_in(select(theirs).where(mine == submission_id)) for mine, theirs in pairs]


def _ones(model: str, *more: ColumnElement[Any]) -> Select[Any]:
    """Who may see it is a column where many are looked for: as a condition, SQLite would look for it by an index."""
    column = table.c
    made = (vectors.c.submission_id == column.id) & (vectors.c.model == model)
    return select(
        column.id, column.reference, column.kind, column.topic, column.detail, column.place_hash, column.created_at,
        column.updated_at, column.status_since.label("changed_at"), column.version, vectors.c.vector, *more,
    ).join_from(table, vectors, made, isouter=True)  # fmt: skip


def _one(row: Row[Any]) -> One:
    return One(*row[: len(fields(One))])


# -- what is kept ---------------------------------------------------------------------------------


async def told(conn: AsyncConnection, ids: Collection[int], bar: str = " ") -> Mapping[int, str]:
    """In the person's own words, without what stands behind a bar: nobody shall find by what they may not read."""
    rows = (await conn.execute(select(table.c.id, table.c.answers).where(table.c.id.in_(ids)))).all()
    hidden = await masks.patterns(conn, ids)
    words = {row.id: "\n".join(own_words(record.load_answer(one) for one in row.answers)) for row in rows}
    return {number: masks.hide(text, hidden.get(number), bar) or "" for number, text in words.items()}


async def keep(conn: AsyncConnection, made: Mapping[One, bytes], model: str) -> None:
    """For later looks; but not for what was changed since its words were read."""
    known = {of.id: (of.version, of.updated_at) for of in made}
    now = select(table.c.id, table.c.version, table.c.updated_at).where(table.c.id.in_(known), *_USED)
    rows = (await conn.execute(now.order_by(table.c.id).with_for_update())).all()
    still = {row.id for row in rows if (row.version, row.updated_at) == known[row.id]}
    await conn.execute(delete(vectors).where(vectors.c.submission_id.in_(still)))
    values = [
        {"submission_id": of.id, "model": model, "vector": vector} for of, vector in made.items() if of.id in still
    ]
    await insert_all(conn, insert(vectors), values)


# -- what counts ----------------------------------------------------------------------------------


def best(of: One, near: Mapping[One, float], alike: float, most: int) -> Sequence[Near]:
    """By how near the words of each are to its own (up to 1), which are called alike from `alike` on."""
    found = [_near(of, other, words, alike) for other, words in near.items()]
    enough = [one for one in found if one.points >= SHOWN]
    return sorted(enough, key=lambda one: (-one.points, -one.id))[:most]


def _near(of: One, other: One, words: float, alike: float) -> Near:
    place = of.place_hash is not None and of.place_hash == other.place_hash
    detail = of.detail is not None and of.detail == other.detail
    days = abs(of.created_at - other.created_at) / timedelta(days=1)
    points = words + PLACE * place + DETAIL * detail + TIME * MONTH / (MONTH + 2 * days)
    return Near(other.id, points, place, detail, words >= alike)


@dataclass(frozen=True, slots=True)
class Alike:
    """A line of the list, why it may be the same, and the first words of its person."""

    near: Near
    line: Listed
    words: str


async def lines(conn: AsyncConnection, scope: Scope, found: Sequence[Near]) -> list[Alike]:
    """In the same order; without what may not be seen any more."""
    by_number = {one.id: one for one in found}
    wanted = select(*LISTED, scope.using().holds().label("held")).where(table.c.id.in_(by_number), *_USED)
    seen = [row for row in await conn.execute(wanted) if row.held]
    listed = {line.id: line for line in await shown(conn, seen)}
    words = await told(conn, listed.keys(), masks.BAR)
    return [Alike(one, listed[one.id], beginning(words[one.id]) or "") for one in found if one.id in listed]

"""The list of the panel: which submissions, in which order, how many. Others call it as `storage.reading`.

The list is in the order of work: urgent first, then who waits longest; whatever nobody waits for any more comes last.
There is an index in that order for each filter, so that a page costs the same whatever lies behind it. Where several
filters meet, the one that usually fits fewest leads, and the others are compared in its index, row by row. Whoever may
see several shares of it (`storage.scope`) gets the first of each, put together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from textwrap import shorten
from typing import Any, Generic, TypeVar

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Select,
    SmallInteger,
    case,
    exists,
    func,
    literal,
    literal_column,
    or_,
    select,
    tuple_,
    union,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs import record
from storage import cursors, masks, words_index
from storage import staff as members
from storage.database import UtcTime
from storage.moments import micros, moment
from storage.places import Placed, placed
from storage.scope import Scope, Share
from storage.submissions import LAST, ExportRow, exported
from storage.tables import QUEUE, alarms, staff
from storage.tables import submissions as table
from storage.tables_casework import translations

Item = TypeVar("Item")

NOBODY = -1
STAFF_LEVELS = ("U0", "U1", "U2", "U3", "U4")


@dataclass(frozen=True, slots=True)
class Filters:
    """All that is given must fit. An empty text counts as not given."""

    kind: str | None = None
    status: str | None = None
    topic: str | None = None  # a topic, "MOB", or a detail, "MOB.no_bus"; also where it is the second or third
    urgency: str | None = None  # the person's (now today week month wait), or that of staff (U0–U4)
    language: str | None = None
    place: str | Placed | None = None
    assignee: str | None = None  # an e-mail address
    found: str | None = None  # from `words_index.search`


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last row of a page."""

    rank: int
    since: datetime
    id: int

    def __str__(self) -> str:
        return cursors.written(self.rank, micros(self.since), self.id)

    @classmethod
    def parse(cls, text: str) -> Cursor:
        """Raises ValueError where `text` never was a cursor."""
        rank, since, row = cursors.read(text, 3)
        if rank > LAST:
            raise ValueError("not a place in the list")
        return cls(rank, moment(since), row)


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """`next` is None on the last page. `total` is how many there are in all, where that was seen on the way."""

    rows: Sequence[Item]
    next: Cursor | None
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the list. `alarm` is the sort of an alarm that is open in its conversation.

    `excerpt` is how an idea begins, in the person's own words: it has no topic by which to tell it from others.
    """

    id: int
    reference: str
    kind: str
    status: str
    status_since: datetime
    version: int
    language: str
    channel: str
    topic: str | None
    detail: str | None
    urgency: str | None
    urgency_staff: str | None
    place: str | None
    assignee: str | None
    alarm: str | None
    heard_at: datetime | None
    created_at: datetime
    updated_at: datetime
    excerpt: str | None


_alarm = (
    select(alarms.c.sort)
    .where(alarms.c.conversation_id == table.c.conversation_id, alarms.c.calmed_at.is_(None))
    .order_by(alarms.c.id)
    .limit(1)
    .scalar_subquery()
)
_assignee = select(staff.c.email).where(staff.c.id == table.c.assignee_id).scalar_subquery()
_told = case((table.c.kind == "idea", table.c.answers))
_OTHERS = {
    "assignee": _assignee.label("assignee"), "alarm": _alarm.label("alarm"), "excerpt": _told.label("excerpt"),
}  # fmt: skip
LISTED = tuple(_OTHERS[field.name] if field.name in _OTHERS else table.c[field.name] for field in fields(Listed))
"""The columns of a `Listed`, in its order; what becomes the excerpt comes as all that an idea was told in."""

EXCERPT = 80


def listed(row: Any) -> dict[str, Any]:
    """The fields of a `Listed` from a row that holds its columns."""
    found: dict[str, Any] = {field.name: getattr(row, field.name) for field in fields(Listed)}
    return found | {"excerpt": _excerpt(found["excerpt"] or ())}


async def shown(conn: AsyncConnection, rows: Sequence[Any]) -> list[Listed]:
    """As lines of the list, by rows that hold `LISTED`; without what is hidden from staff."""
    hidden = await masks.patterns(conn, [row.id for row in rows])
    lines = [Listed(**listed(row)) for row in rows]
    return [
        replace(line, place=masks.hide(line.place, found), excerpt=masks.hide(line.excerpt, found))
        if (found := hidden.get(line.id))
        else line
        for line in lines
    ]


def _excerpt(answers: Sequence[Any]) -> str | None:
    """The idea, else the problem that it is for, cut between two words."""
    told = {answer.question: answer.value for answer in map(record.load_answer, answers)}
    return beginning(told.get("idea") or told.get("problem") or "")


def beginning(text: str) -> str | None:
    """At most `EXCERPT` characters of it; None of nothing."""
    words = text.split()
    return shorten(" ".join(words), EXCERPT, placeholder=" …") or " ".join(words)[:EXCERPT] or None


async def submissions(
    conn: AsyncConnection, scope: Scope, filters: Filters, after: Cursor | None, limit: int
) -> Page[Listed]:
    """The next `limit` of what fits and may be seen, after row `after`. An empty page for a place beyond the end."""
    rows = await _rows(conn, scope, (*LISTED, table.c.rank), filters, after, limit)
    following, total = _next(rows, limit), None
    if after is None and limit > 0:
        total = len(rows) if following is None else getattr(rows[0], "total", None)
    return Page(await shown(conn, rows[:limit]), following, total)


async def count(conn: AsyncConnection, scope: Scope, filters: Filters, bound: int = 1000) -> tuple[int, bool]:
    """How many fit and may be seen, up to `bound`, and whether there are more than that."""
    parts = [
        (part.order_by(None) if filters.found else part).limit(bound + 1)  # what was found would be sorted for nothing
        for part in await _parts(conn, scope, (table.c.id,), filters, None)
    ]
    if not parts:
        return 0, False
    some = parts[0].subquery() if len(parts) == 1 else union(*(select(part.subquery()) for part in parts)).subquery()
    number = int(await conn.scalar(select(func.count()).select_from(some)) or 0)
    return min(number, bound), number > bound


async def export_rows(
    conn: AsyncConnection, scope: Scope, filters: Filters, after: Cursor | None, limit: int
) -> Page[ExportRow]:
    """A page as `storage.submissions.export_rows` gives it, of what fits and in the order of the list."""
    rows = await _rows(conn, scope.using(), tuple(table.c), filters, after, limit)
    return Page(await exported(conn, rows[:limit]), _next(rows, limit))


async def _rows(
    conn: AsyncConnection,
    scope: Scope,
    columns: Sequence[ColumnElement[Any]],
    filters: Filters,
    after: Cursor | None,
    limit: int,
) -> list[Any]:
    """One row more than `limit`, where there is one."""
    parts = await _parts(conn, scope, columns, filters, after)
    if filters.found and parts:
        return await _found(conn, columns, parts[0], limit)
    if len(parts) == 1:
        return list(await conn.execute(parts[0].limit(limit + 1)))
    if not parts:
        return []
    return await _merged(conn, columns, [part.with_only_columns(*QUEUE) for part in parts], limit)


async def _found(
    conn: AsyncConnection, columns: Sequence[ColumnElement[Any]], part: Select[Any], limit: int
) -> list[Any]:
    """Thousands are sorted, by their order alone, and counted on the way (`total`); a page of them is read whole."""
    counted = (
        part.with_only_columns(table.c.id, func.count().over().label("total")).limit(limit + 1).subquery("counted")
    )
    statement = select(*columns, counted.c.total).join(counted, counted.c.id == table.c.id)
    return list(await conn.execute(statement.order_by(table.c.rank + 0, *QUEUE[1:])))


async def _merged(
    conn: AsyncConnection, columns: Sequence[ColumnElement[Any]], parts: Sequence[Select[Any]], limit: int
) -> list[Any]:
    """The first of all parts together, each read no further than a page. A row that is in several comes once."""
    chosen = union_all(*(select(part.limit(limit + 1).subquery()) for part in parts)).subquery("chosen")
    statement = select(*columns).where(table.c.id.in_(select(chosen.c.id))).order_by(table.c.rank + 0, *QUEUE[1:])
    return list(await conn.execute(statement.limit(limit + 1)))


def _next(rows: Sequence[Any], limit: int) -> Cursor | None:
    """Where the next page begins; None where no row was left over."""
    if len(rows) <= limit or limit < 1:
        return None
    last = rows[limit - 1]
    return Cursor(last.rank, last.status_since, last.id)


# -- filters --------------------------------------------------------------------------------------


Ways = Sequence[tuple[Column[Any], Any]]
"""Columns with a value each: in one of them it has to stand."""


async def _parts(
    conn: AsyncConnection,
    scope: Scope,
    columns: Sequence[ColumnElement[Any]],
    filters: Filters,
    after: Cursor | None,
) -> list[Select[Any]]:
    """Statements, each in the order of the list, some for each share of the scope; what was found comes as one."""
    wanted, shares = await _wanted(conn, filters), scope.shares()
    if filters.found and shares:
        # As an expression the rank has no index: so what was found is sorted, instead of the list searched for it.
        order = (table.c.rank + 0, *QUEUE[1:])
        found = table.c.id.in_(await words_index.matches(conn, filters.found, scope.using().holds()))
        compared = [_one_of(conn, ways) for ways in wanted]
        return [select(*columns).where(found, *compared, *_behind(order, after)).order_by(*order)]
    return [part for share in shares for part in _of_share(conn, columns, share, wanted, after)]


def _of_share(
    conn: AsyncConnection,
    columns: Sequence[ColumnElement[Any]],
    share: Share,
    wanted: Sequence[Ways],
    after: Cursor | None,
) -> list[Select[Any]]:
    """One for each way in which the filter that leads may be stored: each is a range of its index."""
    leading = [] if share.narrow else wanted[:1]
    compared = [_one_of(conn, ways) for ways in wanted[len(leading) :]]
    ranges: list[Sequence[ColumnElement[bool]]] = [[column == value] for ways in leading for column, value in ways]
    return [
        select(*columns).where(*share.within, *one, *compared, *_behind(QUEUE, after)).order_by(*QUEUE)
        for one in ranges or [()]
    ]


async def _wanted(conn: AsyncConnection, filters: Filters) -> list[Ways]:
    """Of each filter, the one that usually fits fewest first."""
    column = table.c
    assignee = None
    if filters.assignee:
        assignee = await members.by_email(conn, filters.assignee)
    place = placed(filters.place or "")
    level = "detail" if "." in (filters.topic or "") else "topic"
    urgency = column.urgency_staff if filters.urgency in STAFF_LEVELS else column.urgency
    given: tuple[Ways, ...] = (  # in the order of `tables.FILTERS`
        [(column.place_hash, way) for way in place.hashes] if place.name.strip() else [],
        [(column.assignee_id, (assignee.id if assignee else NOBODY) if filters.assignee else None)],
        [(column[name], filters.topic) for name in (level, f"second_{level}", f"third_{level}")],
        [(urgency, filters.urgency)],
        [(column.language, filters.language)],
        [(column.status, filters.status)],
        [(column.kind, filters.kind)],
    )
    return [ways for ways in given if any(value for _, value in ways)]


def _one_of(conn: AsyncConnection, ways: Ways) -> ColumnElement[bool]:
    return or_(*(_compared(conn, column) == value for column, value in ways))


def _compared(conn: AsyncConnection, column: Column[Any]) -> ColumnElement[Any]:
    """The column, but for SQLite no reason to choose its index: without statistics it would choose any."""
    if conn.dialect.name == "sqlite":
        return literal_column(f"+{column.table}.{column.name}", column.type)
    return column


def _behind(order: Sequence[ColumnElement[Any]], after: Cursor | None) -> tuple[ColumnElement[bool], ...]:
    if after is None:
        return ()
    place = (literal(after.rank, SmallInteger), literal(after.since, UtcTime()), literal(after.id, BigInteger))
    return (tuple_(*order) > tuple_(*place),)


# -- please translate -----------------------------------------------------------------------------


def _languages(share: Share) -> Select[Any]:
    """The languages of a share, each found in its index by going on from the one before."""
    first = select(func.min(table.c.language).label("language")).where(*share.within).cte("languages", recursive=True)
    following = select(func.min(table.c.language)).where(*share.within, table.c.language > first.c.language)
    every = first.union_all(select(following.scalar_subquery()).where(first.c.language.is_not(None)))
    return select(every.c.language).where(every.c.language.is_not(None))


async def wanting_translation(
    conn: AsyncConnection, scope: Scope, language: str, after: Cursor | None, limit: int
) -> Page[Listed]:
    """What may be seen, waits for somebody, is told in other words than `language`, and has no translation into it."""
    translated = exists().where(translations.c.submission_id == table.c.id, translations.c.language == language)
    waiting = (table.c.rank < LAST, table.c.has_words, ~translated, *_behind(QUEUE, after))
    parts = []
    for share in scope.using().shares():
        if share.narrow:
            foreign = [_compared(conn, table.c.language) != language]
        else:
            # Language by language, each by its index: words in the reader's own may be most of all there is.
            foreign = [table.c.language == one for one in await conn.scalars(_languages(share)) if one != language]
        parts += [select(*QUEUE).where(*share.within, one, *waiting).order_by(*QUEUE) for one in foreign]
    if not parts:
        return Page((), None)
    rows = await _merged(conn, (*LISTED, table.c.rank), parts, limit)
    return Page(await shown(conn, rows[:limit]), _next(rows, limit))

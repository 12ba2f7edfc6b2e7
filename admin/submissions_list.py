"""The list: what is urgent, and how long it waits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from aiohttp import web
from sqlalchemy.ext.asyncio import AsyncConnection

from admin import choosing, forms, panel
from admin.panel import Panel
from admin.rendering import page
from storage import reading, words_index
from storage.reading import Cursor, Filters, Listed, Page
from storage.statuses import CLOSED

LIMIT = 25
BOUND = 1000
SAID = {"case": "case.hidden", "assign": "assign.saved"}
"""What was done on a page that may not be seen any more."""
UNANSWERED = frozenset({"new", "seen"})
"""States in which the person still waits for a first sign of us: until when, they were told."""


@dataclass(frozen=True, slots=True)
class Due:
    """Until when an answer was promised: `sort` is due, due_today or overdue."""

    sort: str
    day: datetime


@dataclass(frozen=True, slots=True)
class Found:
    """What a page shows. `searched` is the text of the search behind it, `beyond` a place that has nothing."""

    rows: Page[Listed]
    count: int
    more: bool
    searched: str | None
    beyond: bool


async def start(request: web.Request) -> web.Response:
    raise web.HTTPSeeOther(panel.home(request[panel.SESSION]))


async def show(request: web.Request) -> web.Response:
    chosen = choosing.given(request.query)
    gone = False
    if "found" in chosen:
        on = panel.of(request)
        async with on.database.read() as conn:
            mine = await words_index.found(conn, chosen["found"], request[panel.SESSION].staff.id, on.now())
        gone = mine is None
    if gone:
        del chosen["found"]
        return await render(request, chosen, 410, wrong="search.gone")
    return await render(request, chosen)


async def render(
    request: web.Request, chosen: Mapping[str, str], status: int = 200, *, wrong: str | None = None, q: str = ""
) -> web.Response:
    on = panel.of(request)
    wanted = await choosing.filters(request, chosen)
    async with on.database.read() as conn:
        found = await _find(conn, request, wanted, forms.clean(request.query.get("after", "")))
        nothing_yet = not found.rows.rows and (await reading.count(conn, request[panel.SCOPE], Filters(), 1))[0] == 0
    following = found.rows.next
    return page(
        request,
        "list.html",
        status,
        rows=[(row, due(on, row)) for row in found.rows.rows],
        found=found,
        nothing_yet=nothing_yet,
        bound=BOUND,
        chosen=chosen,
        choices=choosing.choices(request),
        filters_on=len([key for key in chosen if key != "found"]),
        following=None if following is None else choosing.address(chosen, after=str(following)),
        first=choosing.address(chosen),
        unsearched=choosing.address({key: value for key, value in chosen.items() if key != "found"}),
        export="/admin/submissions/export" + forms.query(**chosen),
        wrong=wrong,
        q=q or found.searched or "",
        closed=CLOSED,
        later="after" in request.query,
        said=SAID.get(request.query.get("done", "")),
        reads=request[panel.SCOPE].reads,
    )


async def _find(conn: AsyncConnection, request: web.Request, wanted: Filters, after: str) -> Found:
    on = panel.of(request)
    searched = None
    if wanted.found:
        searched = await words_index.found(conn, wanted.found, request[panel.SESSION].staff.id, on.now())
    try:
        cursor = Cursor.parse(after) if after else None
    except ValueError:
        return Found(Page([], None), *await reading.count(conn, request[panel.SCOPE], wanted, BOUND), searched, True)
    rows = await reading.submissions(conn, request[panel.SCOPE], wanted, cursor, LIMIT)
    if rows.total is not None:
        return Found(rows, min(rows.total, BOUND), rows.total > BOUND, searched, beyond=False)
    number, more = await reading.count(conn, request[panel.SCOPE], wanted, BOUND)
    return Found(rows, number, more, searched, beyond=cursor is not None and not rows.rows)


def due(on: Panel, row: Listed) -> Due | None:
    if row.status not in UNANSWERED:
        return None
    calendar = on.words.calendar
    promised = calendar.promise(row.urgency_staff or "", row.created_at)
    today = calendar.local(on.now()).date()
    sort = "overdue" if promised < today else "due_today" if promised == today else "due"
    return Due(sort, _noon(promised, on))


def _noon(day: date, on: Panel) -> datetime:
    return datetime.combine(day, datetime.min.time(), on.words.calendar.zone) + timedelta(hours=12)

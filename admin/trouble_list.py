"""Trouble: what the program could not do by itself, in sections, each with what to do about it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from aiohttp import web
from sqlalchemy.ext.asyncio import AsyncConnection

from admin import forms, panel
from admin.refusals import not_found
from admin.rendering import page
from storage import trouble
from storage.scope import Scope
from storage.trouble import Cursor, Trouble

LIMIT = 25

Find = Callable[[AsyncConnection, Scope, Cursor | None, int, datetime], Awaitable[Sequence[Trouble]]]

SECTIONS: Mapping[str, Find] = {"turns": trouble.turns, "sends": trouble.sends}
"""In their order on the page. A name stands in addresses (`?turns=…`: from where on) and in texts (`trouble.turns`)."""

SAID = {"again": "trouble.tried", "away": "trouble.put_away"}


@dataclass(frozen=True, slots=True)
class Section:
    """`following`: the address of its next page, the other sections where they are."""

    name: str
    rows: Sequence[Trouble]
    following: str | None


async def show(request: web.Request) -> web.Response:
    return await render(request)


async def render(request: web.Request, status: int = 200, wrong: str | None = None) -> web.Response:
    given = {name: request.query.get(name, "") for name in SECTIONS}
    try:
        before = {name: Cursor.parse(text) if text else None for name, text in given.items()}
    except ValueError:
        raise not_found() from None
    on, sections = panel.of(request), []
    async with on.database.read() as conn:
        for name, find in SECTIONS.items():
            rows = await find(conn, request[panel.SCOPE], before[name], LIMIT + 1, on.now())
            following = None
            if len(rows) > LIMIT:
                following = "/admin/trouble" + forms.query(**{**given, name: str(rows[LIMIT - 1].cursor)}) + f"#{name}"
            sections.append(Section(name, rows[:LIMIT], following))
    return page(
        request, "trouble.html", status, sections=sections, wrong=wrong, said=SAID.get(request.query.get("done", ""))
    )

"""Templates become pages. Everything that is put into one is escaped; a name that is missing is an error."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from admin import panel, static
from admin.file_types import INERT
from admin.wording import direction

TEMPLATES = Path(__file__).parent / "templates"

WARN = timedelta(minutes=4)
"""Before a session ends (I-36 asks for two minutes at least)."""


@cache
def environment() -> Environment:
    """Compiled once a process: it holds nothing of any one panel."""
    pages = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    pages.globals |= {"static": static.address, "direction": direction, "inert": frozenset(INERT)}
    return pages


def page(
    request: web.Request,
    template: str,
    /,
    status: int = 200,
    *,
    headers: Mapping[str, str] | None = None,
    **values: Any,
) -> web.Response:
    """The page, with what every page shows: texts, who is signed in and until when."""
    on = panel.of(request)
    template_of = on.pages.get_template(template)
    text = template_of.render({**_frame(request), **values})
    return web.Response(status=status, text=text, content_type="text/html", headers=headers)


def _frame(request: web.Request) -> dict[str, Any]:
    on, wording, now = panel.of(request), panel.wording(request), panel.of(request).now()
    session = request.get(panel.SESSION)

    def ago(at: datetime) -> str:
        return wording.span(now - at)

    def since(at: datetime) -> str:
        return wording.span(now - at, "since")

    def when(at: datetime) -> str:
        return wording.moment(at, now)

    def day(at: datetime) -> str:
        return wording.day(at, now)

    return {
        "t": wording,
        "wordings": on.wordings.values(),
        "organisation": on.organisation,
        "session": session,
        "csrf": "" if session is None else session.csrf,
        "unlisted": () if session is None else on.unlisted,
        "places": panel.places(session),
        "home": panel.home(session),
        "works": session is not None and panel.may_work(session),
        "seconds_left": 0 if session is None else int((session.idle_until - now).total_seconds()),
        "warn_seconds": int(WARN.total_seconds()),
        "ago": ago,
        "since": since,
        "when": when,
        "day": day,
        "here": request.path,
        "address": str(request.rel_url),
    }


def digest(*parts: str) -> str:
    """By which a page knows whether something changed since. Says nothing about what it was made of."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]

"""What every action of the panel stands on, and who is asking."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from aiohttp import web
from jinja2 import Environment

from admin.wording import Wording
from dialogs.terms import Dialog
from locales import Catalogue
from storage.database import Database
from storage.staff import Session

READERS = frozenset({"reader", "caseworker", "coordinator"})
"""Roles that may read what people told (R-15). Whoever is not named in a rule may not."""

WORKERS = frozenset({"caseworker", "coordinator"})
"""Roles that may change it, answer, and take it out of the panel."""


@dataclass(frozen=True, slots=True)
class Panel:
    """`wordings`: the languages of the panel, English first. `public_url`: where browsers reach us, if that is set."""

    database: Database
    words: Catalogue
    scripts: Mapping[str, Dialog]
    now: Callable[[], datetime]
    organisation: str
    public_url: str | None
    wordings: Mapping[str, Wording]
    pages: Environment
    unlisted: tuple[str, ...] = ()


PANEL = web.AppKey("panel", Panel)
SESSION = web.RequestKey("session", Session)
FORM = web.RequestKey("form", dict[str, str])


def of(request: web.Request) -> Panel:
    return request.config_dict[PANEL]


def wording(request: web.Request) -> Wording:
    """In the language that this person chose, else in the first of their browser's that we speak."""
    wordings = of(request).wordings
    session = request.get(SESSION)
    chosen = session.staff.language if session else None
    if chosen is not None and chosen in wordings:
        return wordings[chosen]
    accepted = request.headers.get("Accept-Language", "").replace(";", ",").split(",")
    codes = (part.strip().lower().split("-")[0] for part in accepted)
    return next((wordings[code] for code in codes if code in wordings), next(iter(wordings.values())))


def may_work(session: Session) -> bool:
    return bool(session.staff.roles & WORKERS)


def role(request: web.Request) -> str:
    """Of whoever is signed in, in words."""
    words = wording(request)
    return ", ".join(words.code("role", code) for code in sorted(request[SESSION].staff.roles))

"""What every action of the panel stands on, and who is asking."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from aiohttp import web
from jinja2 import Environment

from admin.wording import Wording
from dialogs.terms import Dialog
from locales import Catalogue
from locales.likeness import Meaning
from storage.database import Database
from storage.scope import OFFICER, READS, WORKS, Scope, Seen
from storage.staff import ROLES, Session, Staff

READERS = READS
"""Roles that may read what people told (R-15). Whoever is not named in a rule may not."""

WORKERS = WORKS
"""Roles that may change it, answer, and take it out of the panel."""

OFFICERS = frozenset({OFFICER})

RESTORERS = frozenset({"coordinator"})
"""Roles that may show again what was hidden."""

MENDERS = frozenset({"coordinator", "administrator"})
"""Roles that see what the program could not do by itself, and may have it tried again."""

REDACTERS = RESTORERS | OFFICERS
"""Roles that may take a part of what was told away for good: another right than hiding it."""

SEERS = READS | {OFFICER}
"""Roles in whose scope there may be a submission: what is in it, `storage.scope` says."""


PLACES: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("/admin/submissions", "submissions", SEERS),
    ("/admin/desk", "desk", WORKERS),
    ("/admin/translate", "translate", READERS),
    ("/admin/break-glass", "glass", WORKERS),
    ("/admin/openings", "openings", OFFICERS),
    ("/admin/audit", "audit", OFFICERS),
    ("/admin/account", "account", frozenset(ROLES)),
    ("/admin/trouble", "trouble", MENDERS),
)
"""What the menu leads to: address, name, and the roles that find it there. The first is where somebody begins."""


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
    second_factor: str  # off, optional, required
    chat: bool  # whether people may go on in the web chat
    unlisted: tuple[str, ...] = ()
    suggest: Callable[[str, str | None], Sequence[tuple[str, float]]] | None = None  # details that words are about
    meaning: Meaning | None = None  # compares stories
    listen: Callable[[], None] | None = None  # says that a voice is to be written down; None: nobody could


PANEL = web.AppKey("panel", Panel)
SESSION = web.RequestKey("session", Session)
SCOPE = web.RequestKey("scope", Scope)
SEEN = web.RequestKey("seen", Seen)
"""The submission that the address names, where it may be seen; else the request never comes to its action."""

NOTE: web.RequestKey[Callable[[], Awaitable[None]]] = web.RequestKey("note")
"""What a stream awaits before it begins (`admin.trail`)."""

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


def places(session: Session | None) -> list[tuple[str, str]]:
    """Address and name of what the menu offers."""
    roles = session.staff.roles if session and session.wants is None else frozenset()
    return [(path, name) for path, name, of in PLACES if roles & of] + [("/admin/help", "help")]


def home(session: Session | None) -> str:
    """Where somebody begins."""
    return begins(session.staff) if session else "/admin/submissions"


def begins(member: Staff) -> str:
    return next(path for path, _, of in PLACES if member.roles & of)


def role(request: web.Request) -> str:
    """Of whoever is signed in, in words."""
    words = wording(request)
    return ", ".join(words.code("role", code) for code in sorted(request[SESSION].staff.roles))

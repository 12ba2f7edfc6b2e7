"""The panel as an application, to be mounted at /admin: the table of its addresses. Each action is a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from aiohttp import web

from admin import (
    code_check,
    desk_answer,
    desk_open,
    desk_receipt,
    factor_set,
    file_show,
    further_set,
    glass_open,
    help_show,
    keep_extend,
    language_choose,
    likeness_show,
    link_add,
    link_remove,
    message_send,
    note_add,
    part_hide,
    part_redact,
    part_show,
    password_set,
    rendering,
    safeguarding_set,
    security,
    session_close,
    session_extend,
    session_open,
    sessions_end,
    static,
    status_change,
    submission_assign,
    submission_show,
    submission_watch,
    submissions_export,
    submissions_list,
    submissions_search,
    topic_set,
    trail,
    trail_list,
    translation_save,
    translations_list,
    trouble_list,
    trouble_settle,
    voice_confirm,
    voice_draft,
    voice_show,
    wording,
)
from admin.panel import MENDERS, OFFICERS, PANEL, READERS, REDACTERS, RESTORERS, SEERS, WORKERS, Panel
from dialogs.terms import Dialog
from locales import Catalogue
from locales.likeness import Meaning
from storage.database import Database
from storage.staff import ROLES

ANYBODY = security.ANYBODY
EVERYBODY = frozenset(ROLES)

ONE = "/submissions/{reference:[^/]+}"
TALK = "/desk/{talk}"

# A route without roles refuses everybody (`security.may`), and so does one that does not stand here.
ROUTES: tuple[tuple[str, str, security.Handler, frozenset[str]], ...] = (
    ("GET", "/static/{name}", static.show, ANYBODY),
    ("GET", "/sign-in", session_open.show, ANYBODY),
    ("POST", "/sign-in", session_open.act, ANYBODY),
    ("GET", "/sign-in/code", code_check.show, EVERYBODY),
    ("POST", "/sign-in/code", code_check.act, EVERYBODY),
    ("GET", "/second-factor", factor_set.show, EVERYBODY),
    ("POST", "/second-factor", factor_set.act, EVERYBODY),
    ("POST", "/account/sessions", sessions_end.act, EVERYBODY),
    ("POST", "/sign-out", session_close.act, EVERYBODY),
    ("POST", "/session", session_extend.act, EVERYBODY),
    ("GET", "/account", password_set.show, EVERYBODY),
    ("POST", "/account", password_set.act, EVERYBODY),
    ("POST", "/language", language_choose.act, EVERYBODY),
    ("GET", "/help", help_show.show, ANYBODY),
    ("GET", "", submissions_list.start, EVERYBODY),
    ("GET", "/submissions", submissions_list.show, SEERS),
    ("POST", "/search", submissions_search.act, READERS),
    ("GET", "/submissions/export", submissions_export.show, WORKERS),
    ("GET", "/translate", translations_list.show, READERS),
    ("GET", "/desk", desk_open.show, WORKERS),
    ("POST", "/desk", desk_open.act, WORKERS),
    ("GET", TALK, desk_answer.show, WORKERS),
    ("POST", TALK, desk_answer.act, WORKERS),
    ("POST", f"{TALK}/end", desk_answer.end, WORKERS),
    ("GET", f"{TALK}/receipt", desk_receipt.show, WORKERS),
    ("POST", f"{TALK}/receipt", desk_receipt.act, WORKERS),
    ("GET", ONE, submission_show.show, SEERS),
    ("GET", f"{ONE}/conversation", submission_watch.show, SEERS),
    ("GET", f"{ONE}/files/{{file}}", file_show.show, SEERS),
    ("GET", f"{ONE}/files/{{file}}/words", voice_show.show, WORKERS),
    ("POST", f"{ONE}/files/{{file}}/words", voice_confirm.act, WORKERS),
    ("POST", f"{ONE}/files/{{file}}/draft", voice_draft.act, WORKERS),
    ("POST", f"{ONE}/status", status_change.act, WORKERS),
    ("POST", f"{ONE}/notes", note_add.act, WORKERS),
    ("POST", f"{ONE}/assign", submission_assign.act, WORKERS),
    ("POST", f"{ONE}/messages", message_send.act, WORKERS),
    ("POST", f"{ONE}/keep", keep_extend.act, WORKERS),
    ("POST", f"{ONE}/topic", topic_set.act, WORKERS),
    ("POST", f"{ONE}/further", further_set.act, WORKERS),
    ("GET", f"{ONE}/alike", likeness_show.show, READERS),
    ("POST", f"{ONE}/links", link_add.act, WORKERS),
    ("POST", f"{ONE}/unlink", link_remove.act, WORKERS),
    ("POST", f"{ONE}/translation", translation_save.act, WORKERS),
    ("POST", f"{ONE}/hide", part_hide.act, WORKERS),
    ("POST", f"{ONE}/show", part_show.act, RESTORERS),
    ("POST", f"{ONE}/redact", part_redact.act, REDACTERS),
    ("POST", f"{ONE}/safeguarding", safeguarding_set.act, WORKERS),
    ("GET", "/break-glass", glass_open.show, WORKERS),
    ("POST", "/break-glass", glass_open.act, WORKERS),
    ("GET", "/openings", glass_open.listed, OFFICERS),
    ("GET", "/audit", trail_list.show, OFFICERS),
    ("GET", "/trouble", trouble_list.show, MENDERS),
    ("POST", "/trouble", trouble_settle.act, MENDERS),
)


def build(
    database: Database,
    words: Catalogue,
    scripts: Mapping[str, Dialog],
    now: Callable[[], datetime],
    *,
    organisation: str,
    public_url: str | None = None,
    chat: bool = False,
    unlisted: tuple[str, ...] = (),
    second_factor: str = "off",
    suggest: Callable[[str, str | None], Sequence[tuple[str, float]]] | None = None,
    meaning: Meaning | None = None,
    listen: Callable[[], None] | None = None,
) -> web.Application:
    """Mount it with `add_subapp("/admin", …)`. `chat`: whether people may go on in the web chat.

    `unlisted`: channels that the list of processors lacks (R-28). `suggest`: what says which details words are about.
    `meaning`: what compares stories.
    `listen`: says that a draft of a voice waits (`storage.voices`); None where voices are not written down.
    """
    app = web.Application(middlewares=(*security.MIDDLEWARES, trail.noted))
    wordings = wording.load(words.calendar.zone, words.calendar.country)
    pages = rendering.environment()
    app[PANEL] = Panel(
        database, words, scripts, now, organisation, public_url, wordings, pages, second_factor, chat, unlisted,
        suggest, meaning, listen,
    )  # fmt: skip
    rules = {app.router.add_route(method, path, handler): roles for method, path, handler, roles in ROUTES}
    app[security.RULES] = rules
    return app

"""One submission: the person's own words first, then their answers, the conversation, and what we do about it."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from aiohttp import web
from sqlalchemy.ext.asyncio import AsyncConnection

from admin import forms, panel, part_hide, submissions_list, talk, topic_set
from admin.refusals import not_found
from admin.rendering import page
from admin.wording import Wording
from dialogs.terms import Answer
from storage import coding, links, reading, scope
from storage.casework import SETTABLE
from storage.files import shown as as_shown
from storage.keeping import EXTENSIONS
from storage.links import SORTS
from storage.reading import Detail, FileRow, Listed, Translation
from storage.submissions import CODED

REFERENCE = re.compile(r"[A-Z]-[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}")
SAID = frozenset(
    {
        "status", "note", "assign", "keep", "message", "translation", "case", "hide", "show", "redact", "about",
        "further", "link", "unlink", "written",
    }
)  # fmt: skip
TO_INFORM = timedelta(days=30)  # Art. 14(3)(a) of the GDPR: a month, and the shortest of them
ABOUT_US = frozenset({"language", "consent", "check", "extra"})
"""Questions about the talk itself. Their answers say nothing about the need."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer as staff read it. `own` marks the person's own words; `value` None: not answered."""

    question: str
    title: str
    value: str | None
    code: str
    own: bool
    files: tuple[FileRow, ...]
    earlier: tuple[Before, ...] = ()


@dataclass(frozen=True, slots=True)
class Before:
    """What an answer was before the person put it right."""

    value: str | None
    until: datetime


async def show(request: web.Request) -> web.Response:
    return await render(request, reference(request))


def reference(request: web.Request) -> str:
    """As it stands in the address; raises `Refused` where it can be none, before the database is asked."""
    given = request.match_info["reference"].upper()
    if not REFERENCE.fullmatch(given):
        raise not_found()
    return given


async def render(
    request: web.Request,
    of: str,
    status: int = 200,
    *,
    wrong: Mapping[str, str] | None = None,
    typed: Mapping[str, str] | None = None,
) -> web.Response:
    """`wrong` says for each form what has to be changed, `typed` gives back what stood in its fields."""
    on, words = panel.of(request), panel.wording(request)
    async with on.database.read() as conn:
        detail = await reading.submission(conn, of)
        if detail is None:
            raise not_found()
        told = await talk.load(conn, request, detail)
        hiding = await part_hide.values(conn, request, detail)
        seen = request[panel.SEEN]
        joined = await links.of(conn, request[panel.SCOPE], detail.id, on.now())
        members = [email for _, email in await scope.assignable(conn, seen.organisation_id, seen.safeguarding)]
    answers = shown(words, detail)
    proposals = await topic_set.proposed(on, detail)
    done = request.query.get("done", "") if request.method == "GET" else ""
    return page(
        request,
        "submission.html",
        status,
        **told.values(),
        **hiding,
        one=detail,
        title=title(words, detail),
        due=submissions_list.due(on, detail),
        own=[answer for answer in answers if answer.own],
        answers=[answer for answer in answers if not answer.own],
        translation=translated(detail, words.language),
        inform_until=inform_until(detail),
        kept=kept(detail, on.now()),
        extensions=EXTENSIONS,
        about=[(code, *_labels(words, code)) for code in proposals],
        further=[(code, *_labels(words, code)) for code in detail.further],
        room=len(detail.further) < coding.MOST,
        links=[(link, title(words, link.other)) for link in joined],
        sorts=SORTS,
        compares=on.meaning is not None,
        reads=request[panel.SCOPE].reads,
        foreign=detail.language != words.language,
        languages=sorted(((code, words.spoken(code)) for code in spoken(on.words.languages, detail)), key=_name),
        statuses=SETTABLE,
        members=members if detail.assignee in (None, *members) else [detail.assignee, *members],
        case=seen.safeguarding,
        guards=request[panel.SCOPE].guards,
        opened_until=seen.opened_until,
        nonce=secrets.token_hex(16),
        open_translation="translate" in request.query,
        done=done if done in SAID else "",
        wrong=wrong or {},
        typed=typed or {},
        urgent_alarms=[alarm for alarm in detail.alarms if alarm.calmed_at is None],
    )


@dataclass(frozen=True, slots=True)
class Kept:
    """`last` is in the last day on which it is kept, `days` how many there are until then."""

    last: datetime
    days: int


def kept(detail: Detail, now: datetime) -> Kept | None:
    if detail.keep_until is None:
        return None
    return Kept(detail.keep_until - timedelta(hours=12), max(0, (detail.keep_until - now).days))


def _labels(words: Wording, code: str) -> tuple[str, str]:
    return words.code("topic", code.partition(".")[0]), words.code("detail", code)


def _name(pair: tuple[str, str]) -> str:
    return pair[1]


def title(words: Wording, detail: Listed) -> str:
    if detail.kind == "idea" or not detail.topic:
        return words.code("kind", detail.kind)
    topic = words.code("topic", detail.topic)
    return f"{topic}: {words.code('detail', detail.detail)}" if detail.detail else topic


def spoken(offered: Sequence[str], detail: Detail) -> list[str]:
    return list(dict.fromkeys((detail.language, *offered)))


def translated(detail: Detail, language: str) -> Translation | None:
    return next((one for one in detail.translations if one.language == language), None)


def shown(words: Wording, detail: Detail) -> list[Shown]:
    return [_shown(words, detail, answer) for answer in detail.answers if answer.question not in ABOUT_US]


def _shown(words: Wording, detail: Detail, answer: Answer) -> Shown:
    context = f"question.{answer.question}"
    coded = answer.question in CODED
    value = _said(words, detail, answer.question, answer.value, answer.label)
    if value is not None and answer.places:
        value = f"{value} ({answer.places[0].name}, {answer.places[0].area})"
    return Shown(
        answer.question,
        words(context if words.has(context) else "question.other"),
        value,
        answer.value or "",
        own=not coded and answer.question != "place" and bool(answer.value or answer.files),
        files=as_shown(answer.files, detail.files),
        earlier=tuple(
            Before(_said(words, detail, answer.question, was.value), was.until) for was in reversed(answer.earlier)
        ),
    )


def _said(words: Wording, detail: Detail, question: str, value: str | None, label: str | None = None) -> str | None:
    if value is None or question not in CODED:
        return value
    labels = [words.answer(detail.kind, question, code) for code in value.split(",")]
    # A value that is not offered any more keeps the label that the person chose.
    return ", ".join(found for found in labels if found) or label or value


def inform_until(detail: Detail) -> datetime | None:
    """Until when somebody else, whom this is about and who does not know it, has to be told (R-07, Art. 14)."""
    knows = next((answer.value for answer in detail.answers if answer.question == "knows"), None)
    waits = knows in ("not_yet", "cannot") and detail.status != "withdrawn"
    return detail.created_at + TO_INFORM if waits else None


async def current(conn: AsyncConnection, of: str) -> Detail:
    found = await reading.submission(conn, of)
    if found is None:
        raise not_found()
    return found


def version(fields: Mapping[str, str]) -> int | None:
    """What the form was made from. None for a form that does not say; -1, which is always stale, for nonsense."""
    given = fields.get("version", "")
    if not given:
        return None
    return int(given) if re.fullmatch(r"[0-9]{1,9}", given) else -1


def number(text: str) -> int:
    """Of a row, as a form says it; 0, which none has, for nonsense."""
    return int(text) if re.fullmatch(r"[0-9]{1,18}", text) else 0


def back(of: str, done: str) -> web.HTTPSeeOther:
    """To the page, where it says what was saved."""
    return web.HTTPSeeOther(f"/admin/submissions/{of}{forms.query(done=done)}#done")

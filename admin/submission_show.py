"""One submission: the person's own words first, then their answers, the conversation, and what we do about it."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aiohttp import web
from sqlalchemy.ext.asyncio import AsyncConnection

from admin import forms, panel, submissions_list, talk
from admin.refusals import not_found
from admin.rendering import page
from admin.wording import Wording
from dialogs.terms import Answer
from storage import reading, staff
from storage.casework import SETTABLE
from storage.files import shown as as_shown
from storage.reading import Detail, FileRow, Translation
from storage.submissions import CODED

REFERENCE = re.compile(r"[A-Z]-[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}")
SAID = frozenset({"status", "note", "assign", "message", "translation"})
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
        members = [member.email for member in await staff.active(conn)]
    answers = shown(words, detail)
    done = request.query.get("done", "") if request.method == "GET" else ""
    return page(
        request,
        "submission.html",
        status,
        **told.values(),
        one=detail,
        title=title(words, detail),
        due=submissions_list.due(on, detail),
        own=[answer for answer in answers if answer.own],
        answers=[answer for answer in answers if not answer.own],
        translation=translated(detail, words.language),
        foreign=detail.language != words.language,
        languages=sorted(((code, words.spoken(code)) for code in spoken(on.words.languages, detail)), key=_name),
        statuses=SETTABLE,
        members=members if detail.assignee in (None, *members) else [detail.assignee, *members],
        nonce=secrets.token_hex(16),
        open_translation="translate" in request.query,
        done=done if done in SAID else "",
        wrong=wrong or {},
        typed=typed or {},
        urgent_alarms=[alarm for alarm in detail.alarms if alarm.calmed_at is None],
    )


def _name(pair: tuple[str, str]) -> str:
    return pair[1]


def title(words: Wording, detail: Detail) -> str:
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
    value = answer.value
    if value is not None and coded:
        labels = [words.answer(detail.kind, answer.question, code) for code in value.split(",")]
        # A value that is not offered any more keeps the label that the person chose.
        value = ", ".join(label for label in labels if label) or answer.label or value
    return Shown(
        answer.question,
        words(context if words.has(context) else "question.other"),
        value,
        answer.value or "",
        own=not coded and answer.question != "place" and bool(answer.value or answer.files),
        files=as_shown(answer.files, detail.files),
    )


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


def back(of: str, done: str) -> web.HTTPSeeOther:
    """To the page, where it says what was saved."""
    return web.HTTPSeeOther(f"/admin/submissions/{of}{forms.query(done=done)}#done")

"""Hide a part of what was told from everybody who works here: a name, a number, whatever nobody needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web
from sqlalchemy.ext.asyncio import AsyncConnection

from admin import panel, submission_show
from admin.refusals import not_found
from locales import identifiers
from storage import masking
from storage.casework import UnknownReference
from storage.masking import NotThere, WrongLength
from storage.masks import BAR, LONGEST, SHORTEST
from storage.reading import Detail
from storage.submissions import CODED

MOST = 1000
"""Characters of a reason."""

MOST_SUGGESTED = 20


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`text` may be a number that nobody needs here. Software only points it out (R-10, R-24)."""

    text: str
    sort: str  # id, card, iban
    countries: str


async def values(conn: AsyncConnection, request: web.Request, detail: Detail) -> Mapping[str, Any]:
    """What the template of this part is made from."""
    roles = request[panel.SESSION].staff.roles
    return {
        "suggested": list(suggestions(detail))[:MOST_SUGGESTED],
        "masks": await masking.of(conn, detail.id),
        "bar": BAR,
        "restores": bool(roles & panel.RESTORERS),
        "redacts": bool(roles & panel.REDACTERS) and request[panel.SEEN].opened_until is None,
    }


def suggestions(detail: Detail) -> Iterator[Suggestion]:
    """Each number once, in the order of the page."""
    known = set()
    for text in _texts(detail):
        for one in identifiers.found(text):
            number = text[one.start : one.end]
            if number not in known:
                known.add(number)
                yield Suggestion(number, one.sort, ", ".join(one.countries))


def _texts(detail: Detail) -> Iterator[str]:
    yield from (answer.value for answer in detail.answers if answer.value and answer.question not in CODED)
    yield from (more.text for more in detail.added if more.text)
    for message in detail.messages:
        yield message.text
        yield from (reply.text for reply in message.replies if reply.text)
    yield from (note.text for note in detail.notes)
    yield from (told.text for told in detail.translations)
    for said in detail.voices.values():
        yield from (one.text for one in (said.written, said.draft) if one is not None and one.text)


async def act(request: web.Request) -> web.Response:
    on, fields, of = panel.of(request), request[panel.FORM], submission_show.reference(request)
    part, reason = fields.get("part", ""), fields.get("reason", "")
    if len(reason) > MOST:
        return await again(request, of, "change.reason_long", n=len(reason), most=MOST)
    try:
        async with on.database.write() as conn:
            await masking.mask(conn, of, part, request[panel.SESSION].staff.id, reason or None, on.now())
    except UnknownReference:
        raise not_found() from None
    except WrongLength:
        return await again(request, of, "hide.length", least=SHORTEST, most=LONGEST)
    except NotThere:
        return await again(request, of, "hide.not_there")
    raise submission_show.back(of, "hide")


async def again(request: web.Request, of: str, wrong: str, **values: Any) -> web.Response:
    fields = request[panel.FORM]
    typed = {"part": fields.get("part", ""), "hide_reason": fields.get("reason", "")}
    said = {"hide": panel.wording(request)(wrong, **values)}
    return await submission_show.render(request, of, 422, wrong=said, typed=typed)

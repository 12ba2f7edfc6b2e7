"""Others that may be about the same: compared by what their words mean, where and when, and shown to be judged.

A part of the page of a submission, asked for when it comes into sight; without JavaScript a page of its own. What is
shown of another stands in the trail of that one too.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aiohttp import web

from admin import panel, submission_show
from admin.rendering import page
from locales.likeness import ALIKE, Meaning
from storage import audit, likeness
from storage.likeness import Alike, One

MOST = 5
"""Others that are shown."""

LOOK = 24
"""Stories whose meaning is made at one look, a quarter of a second of CPU: it is kept, and the next look goes on."""


@dataclass(frozen=True, slots=True)
class Look:
    """`state` is off, unused or on; `left`: others that were not compared yet."""

    state: str
    found: Sequence[Alike] = ()
    left: int = 0


async def show(request: web.Request) -> web.Response:
    of, words = submission_show.reference(request), panel.wording(request)
    look = await _look(request)
    return page(
        request,
        "alike.html" if request.headers.get("HX-Request") else "alike_page.html",
        of=of,
        path=f"/admin/submissions/{of}",
        look=look,
        titles=[submission_show.title(words, alike.line) for alike in look.found],
    )


async def _look(request: web.Request) -> Look:
    on, scope = panel.of(request), request[panel.SCOPE]
    if on.meaning is None:
        return Look("off")
    async with on.database.read() as conn:
        one = await likeness.one(conn, request[panel.SEEN].id, on.meaning.MODEL)
        if one is None:
            return Look("unused")
        others = await likeness.others(conn, scope, one, on.now(), on.meaning.MODEL)
        unmade = [other for other in others if other.vector is None]
        unmade.sort(key=lambda other: -_in_common(one, other))
        wanted = [*([one] if one.vector is None else []), *unmade][:LOOK]
        texts = await likeness.told(conn, [other.id for other in wanted])
    made = await _made(request, on.meaning, wanted, texts)
    vectors = {other: made.get(other, other.vector) for other in others}
    compared = {other: vector for other, vector in vectors.items() if vector is not None}
    own = made.get(one, one.vector or b"")
    near = await asyncio.to_thread(on.meaning.nearness, own, list(compared.values()))
    best = likeness.best(one, dict(zip(compared, near, strict=True)), ALIKE, MOST)
    return Look("on", await _shown(request, best), len(others) - len(compared))


def _in_common(one: One, other: One) -> int:
    return (one.place_hash == other.place_hash) + (one.detail == other.detail)


async def _made(
    request: web.Request, meaning: Meaning, wanted: Sequence[One], texts: Mapping[int, str]
) -> Mapping[One, bytes]:
    """Of those that have none yet; in a thread, outside of any transaction."""
    if not wanted:
        return {}
    on = panel.of(request)
    packed = await asyncio.to_thread(meaning.packed, [texts.get(other.id, "") for other in wanted])
    made = dict(zip(wanted, packed, strict=True))
    async with on.database.write() as conn:
        await likeness.keep(conn, made, meaning.MODEL)
    return made


async def _shown(request: web.Request, best: Sequence[likeness.Near]) -> Sequence[Alike]:
    """Noted where anything is shown: their first words are (R-33)."""
    on, member = panel.of(request), request[panel.SESSION].staff
    async with on.database.read() as conn:
        found = await likeness.lines(conn, request[panel.SCOPE], best)
    if found:
        async with on.database.write() as conn:
            for alike in found:
                await audit.note(
                    conn, on.now(), who="staff", staff_id=member.id, role=member.role, action="alike",
                    submission_id=alike.line.id,
                )  # fmt: skip
    return found

"""Parts of a text that stand behind a bar for everybody who works here: what is hidden, and how (`storage.masking`).

The person's own copy of their data is not hidden from them (`storage.own_data`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.terms import Answer
from storage.tables import submissions
from storage.tables_casework import masks

BAR = "█████"
"""The same length for every part: it tells nothing of what it hides."""

GONE = "[…]"
"""What stands where a part was taken away for good."""

SHORTEST = 3
"""Characters of a part: it is hidden wherever it stands, also inside longer words."""

LONGEST = 500
CUT = 4
"""Where a text was shortened to "…", so many first characters of a part in front of that are a part too."""


def pattern(parts: Collection[str]) -> re.Pattern[str] | None:
    """Finds any of them, whatever their capitals and however their words are spaced. None for no parts."""
    if not parts:
        return None
    wanted = [one for part in sorted(parts, key=len, reverse=True) for one in (_spaced(part), *_beginnings(part))]
    return re.compile("|".join(wanted), re.IGNORECASE)


def _spaced(part: str) -> str:
    return r"\s+".join(re.escape(word) for word in part.split())


def _beginnings(part: str) -> list[str]:
    return [rf"{_spaced(part[:length])}(?=\s?…)" for length in range(len(part) - 1, CUT - 1, -1)]


async def parts(conn: AsyncConnection, submission_ids: Collection[int]) -> Mapping[int, Sequence[str]]:
    """What is hidden of each of them; those of which nothing is are left out."""
    found: dict[int, list[str]] = {}
    if submission_ids:
        wanted = select(masks.c.submission_id, masks.c.text).where(masks.c.submission_id.in_(submission_ids))
        for row in await conn.execute(wanted):
            found.setdefault(row.submission_id, []).append(row.text)
    return found


async def patterns(conn: AsyncConnection, submission_ids: Iterable[int]) -> Mapping[int, re.Pattern[str]]:
    hidden = await parts(conn, list(submission_ids))
    return {one: made for one, those in hidden.items() if (made := pattern(those)) is not None}


async def of_talk(conn: AsyncConnection, conversation_id: int) -> re.Pattern[str] | None:
    """Of all that was sent in this conversation: its transcript holds the words of each."""
    wanted = select(masks.c.text).join_from(masks, submissions, submissions.c.id == masks.c.submission_id)
    return pattern(set(await conn.scalars(wanted.where(submissions.c.conversation_id == conversation_id))))


def hide(text: str | None, hidden: re.Pattern[str] | None, sign: str = BAR) -> str | None:
    """The text with `sign` in the place of whatever `hidden` finds."""
    return text if text is None or hidden is None else hidden.sub(lambda _: sign, text)


def covered(text: str, hidden: re.Pattern[str] | None) -> str:
    return hide(text, hidden) or ""


def answer(given: Answer, hidden: re.Pattern[str], sign: str = BAR) -> Answer:
    """Of a question that is answered in words."""
    return replace(
        given,
        value=hide(given.value, hidden, sign),
        label=hide(given.label, hidden, sign),
        places=() if hidden.search(given.value or "") else given.places,
        parts=tuple(replace(part, text=hide(part.text, hidden, sign)) for part in given.parts),
        earlier=tuple(replace(was, value=hide(was.value, hidden, sign)) for was in given.earlier),
    )

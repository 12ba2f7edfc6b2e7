"""What is left of a need or an idea when its time is up (R-17): one more person who told of the same thing.

A row is a count of people, with no number, no text and no time but a month, so nothing leads back from it. Whoever
deletes their data, stops what they sent, or has its use restricted, is not counted: counting is a use. Figures are
shown to nobody below the thresholds of domain.md §7.4; that is for whoever reads this table.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from sqlalchemy import Row, and_, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs import record
from storage.database import insert_or_ignore
from storage.tables import consents, submissions
from storage.tables_retention import statistics as table

TWICE = timedelta(days=90)
"""Who tells the same thing again within that time is one person who told it (domain.md §7.1)."""

NOT_SAFE = "SAF"
"""Of who is in danger nothing but the field is counted: a rare combination must not point at anybody (R-41)."""

LANGUAGES = {
    "ckb": "ku", "kmr": "ku", "fa-AF": "fa", "bs": "bks", "hr": "bks", "sr": "bks", "nn": "nb", "no": "nb",
    **{code: code for code in (
        "da", "de", "en", "et", "fi", "lt", "lv", "nb", "pl", "sv",
        "ru", "uk", "ar", "fa", "so", "tr", "be", "ti", "ro",
    )},
}  # fmt: skip
"""Language → its group: the official ones and the large ones of domain.md §2.2. Any other is "other"."""

_OUTCOMES = {"yes": "solved", "little": "partly", "no": "not"}  # what the person said when asked


class Cell(NamedTuple):
    """Codes; "" where something is not known. `month` is "2026-11"."""

    month: str
    kind: str
    area: str = ""
    field: str = ""
    sub: str = ""
    groups: str = ""
    urgency: str = ""
    outcome: str = ""
    barrier: str = ""
    language: str = ""


async def count(conn: AsyncConnection, rows: Sequence[Row[Any]]) -> None:
    """Counts submissions that go now, whole rows of the table; to be called before they are deleted."""
    rows = [row for row in rows if row.status != "withdrawn"]
    ids = [row.id for row in rows]
    again = await _told_again(conn, ids)
    no_group = await _without_groups(conn, [row.person_id for row in rows])
    cells = Counter(cell(row, row.person_id not in no_group) for row in rows if row.id not in again)
    # In no order of theirs: the log of a database would tell which of them came first.
    for one in sorted(cells, key=lambda _: secrets.randbits(64)):
        await conn.execute(insert_or_ignore(conn, table).values(**one._asdict(), told=0))
        same = [table.c[name] == value for name, value in one._asdict().items()]
        await conn.execute(update(table).where(*same).values(told=table.c.told + cells[one]))


def cell(row: Any, groups: bool) -> Cell:
    """Where a submission is counted. `groups`: whether the person agrees that theirs are known."""
    bare = Cell(f"{row.created_at:%Y-%m}", row.kind, field=row.topic or "")
    if row.topic == NOT_SAFE or row.safeguarding:
        return bare
    answers = [record.load_answer(one) for one in row.answers]
    said = {answer.question: answer.value or "" for answer in answers}
    area = next((answer.places[0].region for answer in answers if answer.question == "place" and answer.places), "")
    told = set(said.get("group", "").split(",")) - {"", "nosay"} if groups else set[str]()
    return bare._replace(
        area=area,
        sub=(row.detail or "").partition(".")[2],
        groups=",".join(sorted(told)),
        urgency=row.urgency_staff or "",
        outcome="not" if row.status == "not_possible" else _OUTCOMES.get(said.get("helped", ""), "unknown"),
        barrier=said.get("barrier", ""),
        language=LANGUAGES.get(row.language, "other"),
    )


_other = submissions.alias("other")


async def _told_again(conn: AsyncConnection, ids: Sequence[int]) -> set[int]:
    """Those of which the same person told again, in what is still there: that is counted when it goes."""
    at = submissions.c.created_at
    same = (
        submissions.c.kind == "need",  # two ideas are two ideas
        _other.c.kind == "need",
        _other.c.person_id == submissions.c.person_id,
        func.coalesce(_other.c.detail, _other.c.topic, "")
        == func.coalesce(submissions.c.detail, submissions.c.topic, ""),
        _other.c.id != submissions.c.id,
        _other.c.status != "withdrawn",
    )
    pairs = await conn.execute(
        select(submissions.c.id, at, _other.c.id.label("other"), _other.c.created_at.label("other_at"))
        .join_from(submissions, _other, and_(*same))
        .where(submissions.c.id.in_(ids))
    )
    going = set(ids)
    return {
        pair.id
        for pair in pairs
        if abs(pair.other_at - pair.created_at) <= TWICE and (pair.other not in going or pair.other > pair.id)
    }


async def _without_groups(conn: AsyncConnection, people: Sequence[int]) -> set[int]:
    """Those whose latest word about their group was no."""
    newest = consents.alias("newest")
    later = exists().where(
        newest.c.person_id == consents.c.person_id, newest.c.purpose == consents.c.purpose, newest.c.id > consents.c.id
    )
    no = (consents.c.person_id.in_(people), consents.c.purpose == "group", ~consents.c.given, ~later)
    return set(await conn.scalars(select(consents.c.person_id).where(*no)))

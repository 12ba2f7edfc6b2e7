"""Needs and ideas as they were sent, words added later, and what became of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs import record
from dialogs.terms import Amend, Answer, Complete, Submit
from storage import desk_talks, files, keeping, masks, people, safeguarding, words_index
from storage.changes import forget_meaning
from storage.conversations import Held
from storage.database import insert_all, insert_or_ignore
from storage.places import Placed, answered, place_hash
from storage.statuses import CLOSED, STATUSES
from storage.tables import submission_events, submission_words
from storage.tables import submissions as table
from storage.tables_staff import organisation_places, organisations

LAST = 9

CODED = frozenset(
    {
        "language", "consent", "topic", "detail", "urgency", "check", "who", "with", "have", "help", "money",
        "extra", "for_whom", "knows", "group", "contact", "support", "regional", "transnational",
        "helped", "barrier", "now", "close",
    }
)  # fmt: skip
"""Questions that are answered with a code (design.md §5). What answers the others are the person's own words."""


def rank(status: str, urgency: str | None) -> int:
    """Where it stands in the list of the panel: 0 (danger now) to 4, as its urgency; 9 when nobody waits any more."""
    if status in CLOSED:
        return LAST
    return int(urgency[1]) if urgency in ("U0", "U1", "U2", "U3", "U4") else 3


def further(row: Any) -> list[str]:
    """What it is also about, in codes, by the columns of its row: the second and the third, where there are any."""
    return [code for code in (row.second_detail, row.third_detail) if code is not None and code != row.detail]


class ReferenceTaken(Exception):
    """This number belongs to something else: draw another."""


class ExportRow(dict[str, Any]):
    """One submission with the keys of the export; `id` is what the next page comes after."""

    def __init__(self, row_id: int, values: dict[str, Any]) -> None:
        super().__init__(values)
        self.id = row_id


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that was sent, in a conversation, over a channel."""

    held: Held
    effect: Submit
    channel: str


async def create(
    conn: AsyncConnection,
    held: Held,
    effect: Submit,
    channel: str,
    now: datetime,
    organisation: str | None = None,
) -> bool:
    """As `create_all` for one; False where this draft of the conversation was sent before."""
    return bool(await create_all(conn, [Sent(held, effect, channel)], now, organisation))


async def create_all(
    conn: AsyncConnection, sent: Sequence[Sent], now: datetime, organisation: str | None = None
) -> list[Sent]:
    """Stores forms that were sent; gives those that were not sent before.

    Each belongs to the organisation of its place, else to the service's own, whose name is `organisation`.
    Raises `ReferenceTaken` where the reference exists for another draft; the transaction stays usable.
    """
    made = await _insert(conn, sent, now, organisation)
    began = [{"submission_id": number, **await _beginning(conn, one, now)} for number, one in made.items()]
    await insert_all(conn, insert(submission_events), began)
    await words_index.add_all(conn, {number: _told(one.effect) for number, one in made.items()})
    for number, one in made.items():
        told = [file for answer in one.effect.answers for file in answer.files]
        await files.belong(conn, one.held, told, number, None)
    return list(made.values())


_known = select(table.c.id).where(
    table.c.conversation_id == bindparam("conversation"), table.c.draft == bindparam("draft")
)


async def _insert(
    conn: AsyncConnection, sent: Sequence[Sent], now: datetime, organisation: str | None
) -> dict[int, Sent]:
    """By their numbers, those whose draft was not sent before."""
    people_of = await people.of_all(conn, [one.held for one in sent], now)
    rows = [
        {**_row(one.effect, one.channel, now), "conversation_id": one.held.id, "person_id": people_of[one.held.id]}
        for one in sent
    ]
    whose = await _whose(conn, rows, organisation)
    stored = insert_or_ignore(conn, table).returning(table.c.id, table.c.conversation_id, table.c.draft)
    fresh = {(row.conversation_id, row.draft): row.id for row in await conn.execute(stored, whose)}
    made: dict[int, Sent] = {}
    for one in sent:
        number = fresh.pop((one.held.id, one.effect.draft), None)
        if number is not None:
            made[number] = one
        elif await conn.scalar(_known, {"conversation": one.held.id, "draft": one.effect.draft}) is None:
            raise ReferenceTaken
    return made


async def _beginning(conn: AsyncConnection, one: Sent, now: datetime) -> dict[str, Any]:
    """The first line of its history: the person sent it, or staff at the desk took it in."""
    at_desk = one.channel == desk_talks.CHANNEL
    staff_id = await desk_talks.taken_by(conn, one.held.lane) if at_desk else None
    who = "staff" if at_desk else "person"
    return {"sort": "status", "status": STATUSES[0], "who": who, "staff_id": staff_id, "created_at": now}


def _told(effect: Submit) -> list[tuple[str | None, str]]:
    return [(text, effect.language) for text in (effect.reference, *_own_words(effect.answers))]


_of_places = (
    select(organisation_places.c.place_hash, organisations.c.id, organisations.c.name)
    .join(organisations, organisations.c.id == organisation_places.c.organisation_id)
    .where(organisation_places.c.place_hash.in_(bindparam("places", expanding=True)))
)


async def _whose(
    conn: AsyncConnection, rows: Sequence[dict[str, Any]], organisation: str | None
) -> list[dict[str, Any]]:
    """The rows with the organisation of their place, and whether only those named for safeguarding see them."""
    by_words = [None if row["place"] is None else place_hash(row["place"]) for row in rows]
    places = {*(row["place_hash"] for row in rows), *by_words} - {None}
    found = await conn.execute(_of_places, {"places": list(places)}) if places else ()
    of_place = {row.place_hash: row for row in found}
    ringing = await safeguarding.ringing(conn, [row["conversation_id"] for row in rows])
    whose = []
    for row, words in zip(rows, by_words, strict=True):
        theirs = of_place.get(row["place_hash"]) or of_place.get(words)  # the gazetteer's before the mere words
        seen_by_few = safeguarding.told(row["topic"], row["detail"]) or row["conversation_id"] in ringing
        whose.append(
            {
                **row,
                "organisation": theirs.name if theirs else organisation,
                "organisation_id": theirs.id if theirs else 0,
                "safeguarding": seen_by_few,
            }
        )
    return whose


def _row(effect: Submit, channel: str, now: datetime) -> dict[str, Any]:
    answers = _at_desk(effect.answers) if channel == desk_talks.CHANNEL else effect.answers
    said = {answer.question: answer.value for answer in answers}
    place = _place(answers)
    return {
        "reference": effect.reference,
        "kind": effect.kind,
        "draft": effect.draft,
        "status": STATUSES[0],
        "language": effect.language,
        "channel": channel,
        "topic": said.get("topic"),
        "detail": said.get("detail"),
        "urgency": said.get("urgency"),
        "urgency_staff": effect.urgency,
        "place": said.get("place"),
        "place_hash": place and place.hashed,
        "answers": record.dump(answers),
        "has_words": any(_own_words(answer for answer in effect.answers if answer.question != "place")),
        "version": 0,
        "status_since": now,
        "rank": rank(STATUSES[0], effect.urgency),
        "keep_until": keeping.until(effect.kind, STATUSES[0], now),
        "created_at": now,
        "updated_at": now,
    }


def _place(answers: Iterable[Answer]) -> Placed | None:
    return answered(next((answer for answer in answers if answer.question == "place"), None))


def _at_desk(answers: Sequence[Answer]) -> tuple[Answer, ...]:
    """Staff typed them, or chose among what was found."""
    return tuple(replace(answer, how="staff") if answer.places else answer for answer in answers)


def _own_words(answers: Iterable[Answer]) -> list[str]:
    return [answer.value for answer in answers if answer.value and answer.question not in CODED]


def own_words(answers: Iterable[Answer]) -> list[str]:
    """What the person told of the matter itself, in the order of the answers; no place, nothing without letters."""
    told = _own_words(answer for answer in answers if answer.question != "place")
    return [text for text in told if any(letter.isalpha() for letter in text)]


async def number(conn: AsyncConnection, reference: str) -> int | None:
    """By which other tables know it. None where nothing was sent under this reference, or it has been erased."""
    found: int | None = await conn.scalar(select(table.c.id).where(table.c.reference == reference))
    return found


def of_person(held: Held) -> ColumnElement[bool]:
    """What was sent in this conversation, or in another one by the person who chats here."""
    here = table.c.conversation_id == held.id
    return here if held.person_id is None else or_(here, table.c.person_id == held.person_id)


async def amend(conn: AsyncConnection, held: Held, effect: Amend, now: datetime) -> bool:
    """Adds words or files to what this person sent; False where they sent nothing under that reference."""
    columns = (table.c.id, table.c.kind, table.c.status, table.c.language)
    found = select(*columns).where(table.c.reference == effect.reference, of_person(held))
    row = (await conn.execute(found)).first()
    if row is None:
        return False
    amended = row.id
    await conn.execute(
        insert(submission_words).values(
            submission_id=amended,
            text=effect.text,
            files=record.dump(effect.files) if effect.files else None,
            created_at=now,
        )
    )
    await heard(conn, row, now)
    await files.belong(conn, held, effect.files, amended, keeping.voice_until(row.status, now))
    await words_index.add(conn, amended, [(effect.text, held.conversation.language or row.language)])
    return True


async def complete(conn: AsyncConnection, held: Held, effect: Complete, now: datetime) -> bool:
    """Answers about what was sent, given afterwards: each replaces an earlier one to the same question.

    False where this person sent nothing under that reference.
    """
    wanted = (
        select(table.c.id, table.c.kind, table.c.status, table.c.language, table.c.answers)
        .where(table.c.reference == effect.reference, of_person(held))
        .with_for_update()
    )
    found = (await conn.execute(wanted)).one_or_none()
    if found is None:
        return False
    asked = {answer.question for answer in effect.answers}
    before = [record.load_answer(one) for one in found.answers]
    answers = [*(answer for answer in before if answer.question not in asked), *effect.answers]
    await heard(conn, found, now, answers=record.dump(answers))
    await forget_meaning(conn, found.id)
    language = held.conversation.language or found.language
    await words_index.add(conn, found.id, [(text, language) for text in _own_words(effect.answers)])
    later = [file for answer in effect.answers for file in answer.files]
    await files.belong(conn, held, later, found.id, keeping.voice_until(found.status, now))
    return True


async def heard(conn: AsyncConnection, row: Any, now: datetime, **values: Any) -> None:
    """The person said something about it. `row` has its id, kind and status."""
    kept = keeping.until_at_least(row.kind, row.status, now)
    told = update(table).where(table.c.id == row.id)
    await conn.execute(told.values(updated_at=now, heard_at=now, keep_until=kept, **values))


_PLAIN = (
    "reference",
    "kind",
    "status",
    "language",
    "channel",
    "organisation",
    "topic",
    "detail",
    "urgency",
    "urgency_staff",
    "place",
    "created_at",
    "updated_at",
)
_page = (
    select(table)
    .where(table.c.id > bindparam("after"), table.c.restricted_at.is_(None))
    .order_by(table.c.id)
    .limit(bindparam("most"))
)
_added = (
    select(submission_words.c.submission_id, submission_words.c.text, submission_words.c.files)
    .where(submission_words.c.submission_id.in_(bindparam("of", expanding=True)))
    .order_by(submission_words.c.submission_id, submission_words.c.id)
)


async def export_rows(conn: AsyncConnection, after: int, limit: int) -> list[ExportRow]:
    """The next `limit` submissions after row `after`, as design.md §5 names their fields.

    `answers` is {question: value}, skipped as None. Words added later are joined in "added", and what was sent as a
    file is named there by its sort ("voice, photo") in "files".
    """
    return await exported(conn, (await conn.execute(_page, {"after": after, "most": limit})).all())


async def exported(conn: AsyncConnection, rows: Sequence[Row[Any]]) -> list[ExportRow]:
    """Whole rows of `submissions`, as `export_rows` gives them."""
    words: dict[int, list[Any]] = {row.id: [] for row in rows}
    if rows:
        for added in await conn.execute(_added, {"of": list(words)}):
            words[added.submission_id].append(added)
    hidden = await masks.patterns(conn, words)
    return [ExportRow(row.id, _barred(_exported(row, words[row.id]), hidden.get(row.id))) for row in rows]


def _barred(values: dict[str, Any], hidden: re.Pattern[str] | None) -> dict[str, Any]:
    """Without what stands behind a bar on the panel."""
    if hidden is None:
        return values
    own = {
        question: value if question in CODED else masks.hide(value, hidden)
        for question, value in values["answers"].items()
    }
    return values | {"place": masks.hide(values["place"], hidden), "answers": own}


def _exported(row: Row[Any], added: Sequence[Any]) -> dict[str, Any]:
    """Of what the person stopped, only that it was: nobody uses their answers any more (R-04)."""
    values = {key: getattr(row, key) for key in _PLAIN} | {"further": further(row)}
    if row.status == "withdrawn":
        return values | {"place": None, "answers": {}}
    return values | {"answers": _answers(row.answers, added)}


def _answers(data: Sequence[Any], added: Sequence[Any]) -> dict[str, str | None]:
    answers: list[Answer] = [record.load_answer(one) for one in data]
    shown: dict[str, str | None] = {answer.question: answer.value for answer in answers}
    later = "\n".join(one.text for one in added if one.text)
    if later:
        shown["added"] = later
    media = [file.media for answer in answers for file in answer.files]
    media += [record.load_file(file).media for one in added for file in one.files or ()]
    if media:
        shown["files"] = ", ".join(media)
    return shown

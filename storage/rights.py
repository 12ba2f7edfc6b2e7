"""What a person does with what is kept of them: an answer put right, a permission taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs import record
from dialogs.terms import Answer, Correct, Earlier, Withdraw
from storage import casework, erasure, files, keeping, safeguarding, voices, words_index
from storage.changes import forget_meaning
from storage.conversations import Held
from storage.places import answered
from storage.statuses import CLOSED
from storage.submissions import CODED, heard, of_person, rank
from storage.tables import submission_events
from storage.tables import submissions as table
from storage.tables_casework import searches

KIND = {"help": "need", "idea": "idea"}  # purpose → what was sent for it
SHARED = {"share-regional": "regional", "share-transnational": "transnational"}  # purpose → the answer that says so
COLUMNS = ("topic", "detail", "urgency", "place")  # answers that stand in columns as well
AT_ONCE = 500


# -- put right (R-20) -----------------------------------------------------------------------------

_wanted = select(
    table.c.id,
    table.c.reference,
    table.c.kind,
    table.c.status,
    table.c.language,
    table.c.answers,
    table.c.urgency_staff,
).with_for_update()


async def correct(conn: AsyncConnection, held: Held, effect: Correct, now: datetime) -> bool:
    """Each new answer takes the place of the one before, which stays beside it for staff to see.

    False where this person sent nothing under that reference. Urgency is only ever raised by this.
    """
    row = (await conn.execute(_wanted.where(table.c.reference == effect.reference, of_person(held)))).first()
    if row is None or not effect.answers:
        return False
    before = [record.load_answer(one) for one in row.answers]
    after = _put_right(before, effect.answers, now)
    told = {answer.question: answer.value for answer in effect.answers}
    values: dict[str, Any] = {name: told[name] for name in COLUMNS if name in told}
    if "place" in told:
        place = answered(next(answer for answer in effect.answers if answer.question == "place"))
        values["place_hash"] = place and place.hashed
    if safeguarding.told(told.get("topic"), told.get("detail")):  # and never back: a human says that it is no case
        values["safeguarding"] = True
    words = [answer for answer in after if answer.question != "place" and answer.question not in CODED]
    values["has_words"] = any(answer.value for answer in words) or await voices.are_written(conn, row.id)
    if effect.urgency is not None and effect.urgency < (row.urgency_staff or "U9"):
        values |= {"urgency_staff": effect.urgency, "rank": rank(row.status, effect.urgency)}
    await _change(conn, row, now, {**values, "answers": record.dump(after)})
    await forget_meaning(conn, row.id)
    event = {"submission_id": row.id, "sort": "corrected", "status": row.status, "who": "person", "created_at": now}
    await conn.execute(insert(submission_events).values(**event))
    language = held.conversation.language or row.language
    own = [(answer.value, language) for answer in effect.answers if answer.question not in CODED]
    await words_index.add(conn, row.id, own)
    sent = [file for answer in effect.answers for file in answer.files]
    await files.belong(conn, held, sent, row.id, keeping.voice_until(row.status, now))
    return True


def _put_right(before: Sequence[Answer], given: Sequence[Answer], now: datetime) -> list[Answer]:
    old = {answer.question: answer for answer in before}
    new = {}
    for answer in given:
        was = old.get(answer.question, Answer(answer.question))
        earlier = (*was.earlier, Earlier(was.value, was.files, now))
        new[answer.question] = replace(answer, earlier=earlier)
    kept = [new.pop(answer.question, answer) for answer in before]
    return [*kept, *new.values()]


async def _change(conn: AsyncConnection, row: Any, now: datetime, values: dict[str, Any]) -> None:
    await heard(conn, row, now, version=table.c.version + 1, **values)


# -- a permission taken back (R-04) ---------------------------------------------------------------


async def take_back(conn: AsyncConnection, held: Held, purpose: str, now: datetime) -> None:
    """What rested on this yes ends with it, in the same transaction: exports and jobs find nothing of it any more."""
    if purpose in KIND:
        await _withdraw_all(conn, held, KIND[purpose], now)
    elif purpose == "group":
        await _without(conn, held, "group", None, now)
    elif purpose in SHARED:
        await _without(conn, held, SHARED[purpose], "no", now)


async def _withdraw_all(conn: AsyncConnection, held: Held, kind: str, now: datetime) -> None:
    open_ones = table.c.status.not_in(CLOSED)
    theirs = select(table.c.reference).where(of_person(held), table.c.kind == kind, open_ones).limit(AT_ONCE)
    for reference in list(await conn.scalars(theirs)):
        await casework.withdraw(conn, held, Withdraw(reference), now)


async def _without(conn: AsyncConnection, held: Held, question: str, instead: str | None, now: datetime) -> None:
    """Takes the answer away, or puts `instead` in its place; what was said is not kept beside it."""
    for row in (await conn.execute(_wanted.where(of_person(held)).limit(AT_ONCE))).all():
        answers = [record.load_answer(one) for one in row.answers]
        if not any(answer.question == question for answer in answers):
            continue
        left = [answer for answer in answers if answer.question != question]
        left += [] if instead is None else [Answer(question, instead)]
        await _change(conn, row, now, {"answers": record.dump(left)})


# -- one thing that was sent (R-12) ---------------------------------------------------------------


async def forget(conn: AsyncConnection, held: Held, reference: str, now: datetime) -> bool:
    """With all that belongs to it. False where this person sent nothing under that reference."""
    one = (await conn.execute(_wanted.where(table.c.reference == reference, of_person(held)))).first()
    if one is None:
        return False
    await erasure.remove_submissions(conn, [one.id])
    await conn.execute(delete(searches))  # what staff typed may be about it
    await erasure.bury(conn, "forgotten", [reference], now)  # this alone: its author stays
    return True

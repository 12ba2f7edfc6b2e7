"""What was sent goes when its time is up (R-16), a count stays (R-17), and who has nothing here any more goes too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Integer, Text, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.terms import Amend, Answer, Conversation, File, Reply, Sent, Withdraw
from storage import (
    alarms,
    casework,
    conversations,
    files,
    inbox,
    keeping,
    outbox,
    people,
    phones,
    proofs,
    reading,
    retention,
    staff,
    statistics,
    submissions,
)
from storage.casework import SETTABLE
from storage.conversations import DRAFT, Held
from storage.database import Database
from storage.outbox import Outcome
from storage.schema import metadata
from storage.statuses import CLOSED
from storage.tables import consents, contacts
from storage.tables import conversations as chats
from storage.tables import files as file_table
from storage.tables import inbox as inbox_table
from storage.tables import outbox as outbox_table
from storage.tables import people as people_table
from storage.tables import submissions as table
from storage.tables_audit import audit_entries
from storage.tables_casework import OF_SUBMISSION
from storage.tables_retention import statistics as figures
from tests.storage.given import (
    ADDRESS,
    DAY,
    HOUR,
    NOW,
    VOICE,
    agree,
    arrival,
    hold_one,
    need,
    parcel,
    put_one,
    talk,
)
from tests.storage.test_canaries import CANARIES, leave_words_everywhere, opened, sizes
from tests.storage.test_people import counts

REFERENCE = "N-7KM-4QX"
OTHER = "N-222-222"
YEAR = timedelta(days=366)
PHOTO = File("file-ref-772", "photo", 1000, "image/jpeg")


async def send(conn: AsyncConnection, held: Held, *references: str, now: datetime = NOW, **more: Any) -> Held:
    """As a turn does it: the conversation remembers what was sent."""
    sent = list(held.conversation.sent)
    for reference in references:
        draft = len(sent) + 1
        made = need(reference, draft, **more)
        assert await submissions.create(conn, held, made, "telegram", now)
        sent.append(Sent(reference, "need", draft, "new", now))
    spoken = replace(held.conversation, consent=True, sent=tuple(sent))
    await conversations.save(conn, [(held, spoken)], now)
    return await hold_one(conn, ADDRESS, now)


async def worker(conn: AsyncConnection) -> int:
    return await staff.add(conn, "ada@example.org", "caseworker", NOW)


async def left(conn: AsyncConnection) -> set[str]:
    return set(await conn.scalars(select(table.c.reference)))


async def kept(conn: AsyncConnection, reference: str = REFERENCE) -> datetime:
    until: datetime | None = await conn.scalar(select(table.c.keep_until).where(table.c.reference == reference))
    assert until is not None
    return until


async def told(conn: AsyncConnection) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in await conn.execute(select(figures).order_by(*figures.primary_key.columns))]


# -- how long -------------------------------------------------------------------------------------


def test_how_long_each_status_of_a_need_and_an_idea_is_kept() -> None:
    days = {status: keeping.period("need", status).days for status in ("new", *SETTABLE)}
    assert {status for status, number in days.items() if number == 365} == CLOSED - {"withdrawn"}
    assert {status for status, number in days.items() if number == 90} == {"contacting", "waiting_user", "withdrawn"}
    assert set(days.values()) == {90, 365, 730}
    ideas = {status: keeping.period("idea", status).days for status in ("new", *SETTABLE)}
    assert ideas.pop("withdrawn") == 90
    assert set(ideas.values()) == {730}
    assert keeping.until("need", "done", NOW) == datetime(2027, 11, 23, tzinfo=UTC)
    assert keeping.until("need", "done", datetime(2026, 11, 22, tzinfo=UTC)) == datetime(2027, 11, 22, tzinfo=UTC)


async def test_each_contact_begins_it_anew_and_an_extension_is_never_cut_short(database: Database) -> None:
    async with database.write() as conn:
        held = await send(conn, await agree(conn), REFERENCE)
        ada, at = await worker(conn), NOW
        seen = [await kept(conn)]
        for number, step in enumerate(("waiting_user", "message", "reply", "words", "done", "reopened", "withdrawn")):
            at += 10 * DAY
            match step:
                case "message":
                    message = await casework.write_message(conn, REFERENCE, "When?", "de", "1", ada, at)
                case "reply":
                    assert await casework.file_reply(conn, held, Reply(str(message), REFERENCE, "Today"), at)
                case "words":
                    assert await submissions.amend(conn, held, Amend(REFERENCE, "more"), at)
                case "withdrawn":
                    assert await casework.withdraw(conn, held, Withdraw(REFERENCE), at)
                case status:
                    status = "started" if status == "reopened" else status
                    await casework.set_status(conn, REFERENCE, status, "so", ada, None, at)
            seen.append(await kept(conn) - number * 10 * DAY)
        assert [(until - NOW).days for until in seen] == [730, 100, 100, 100, 100, 375, 740, 100]
        version = await casework.keep_longer(conn, REFERENCE, " The office asks ", ada, None, at)
        longer = await kept(conn)
        assert (longer - at).days == 180
        assert await submissions.amend(conn, held, Amend(REFERENCE, "more"), at + DAY)
        assert await kept(conn) == longer
        with pytest.raises(casework.ReasonMissing):
            await casework.keep_longer(conn, REFERENCE, " ", ada, version, at)
        await casework.keep_longer(conn, REFERENCE, "again", ada, version, at)
        with pytest.raises(casework.KeptLongEnough):
            await casework.keep_longer(conn, REFERENCE, "and again", ada, version + 1, at)


# -- what goes, and what is left ------------------------------------------------------------------


async def test_a_closed_need_goes_with_all_of_it_and_whoever_has_nothing_left(database: Database) -> None:
    """Canaries in every place; what is left of the person is a count, a proof that they agreed, and hashes."""
    async with database.write() as conn:
        held = await leave_words_everywhere(conn)  # ends in not_possible
        spoken = Conversation(language="de", consent=True, sent=(Sent(REFERENCE, "need", 1, "new", NOW),))
        await conversations.save(conn, [(held, spoken)], NOW)
        await alarms.calm(conn, held, NOW)
        assert await kept(conn) == datetime(2027, 11, 23, tzinfo=UTC)
        assert (await retention.sweep(conn, NOW + 31 * DAY)).files == 1
        rows = (await conn.execute(select(file_table))).all()
        assert {(row.content, row.reason) for row in rows if row.type == "audio/ogg"} == {(None, "expired")}
        await retention.sweep(conn, NOW + 364 * DAY)
        assert await left(conn) == {REFERENCE}
        swept = await retention.sweep(conn, NOW + YEAR)
        assert (swept.submissions, swept.drafts) == (1, 1)
        assert await retention.sweep(conn, NOW + YEAR) == retention.Swept()
        assert set((await sizes(conn, *OF_SUBMISSION, table, file_table, chats, outbox_table)).values()) == {0}
        rest = await opened(conn)
        (proof,) = await proofs.of(conn, "telegram", ADDRESS)
        expired = await conn.scalar(select(func.count()).where(audit_entries.c.action == "expired"))
        assert await told(conn) == [("2026-11", "need", *[""] * 8, 1)]  # there was an alarm
        assert (await retention.sweep(conn, NOW + YEAR + proofs.KEPT + DAY)).proofs == 2  # one for each address
        assert await proofs.of(conn, "telegram", ADDRESS) == []
    assert (proof.purpose, proof.given, proof.day, expired) == ("help", True, NOW.replace(hour=0), 1)
    assert {name for name, _ in rest} == {"inbox", "staff", "statistics", "consent_proofs", "audit_entries"}
    assert [word for word in CANARIES for _, text in rest if word in text.casefold()] == []


async def test_the_talk_forgets_what_went_and_keeps_what_stands(database: Database) -> None:
    """Two needs, one closed and one open: only what belongs to the closed one goes."""
    async with database.write() as conn:
        early = await put_one(conn, arrival(text="old words"))
        await inbox.settle(conn, [early.id], NOW)
        held = await send(conn, await agree(conn), REFERENCE)
        ada, later = await worker(conn), NOW + 200 * DAY
        await outbox.put(conn, [parcel(held, "old answer")], NOW)
        (ready,) = await outbox.ready(conn, "telegram", NOW, 1, ())
        await outbox.settle(conn, [Outcome(ready.id, "sent", "m1")], NOW)
        held = await send(conn, held, OTHER, now=later)
        await casework.set_status(conn, REFERENCE, "done", None, ada, None, NOW)
        await casework.set_status(conn, OTHER, "started", None, ada, None, later)
        for row in await inbox.due(conn, later, 10):
            await inbox.settle(conn, [row.id], later)
        assert (await retention.sweep(conn, NOW + YEAR)).submissions == 1
        held = await hold_one(conn, ADDRESS, later)
        assert [sent.reference for sent in held.conversation.sent] == [OTHER]
        heard = [row["heard"] for row in (await conn.execute(select(inbox_table))).mappings() if row["heard"]]
        assert [one["subject"] for one in heard] == [OTHER]
        assert await counts(conn, outbox_table) == [0]
        assert await left(conn) == {OTHER}


async def test_who_agreed_and_sent_nothing_goes_after_ninety_days(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        await conversations.save(conn, [(held, talk(consent=True))], NOW)
        await files.want(conn, held, [PHOTO], None, NOW)
        other = await agree(conn, "other")
        await alarms.ring(conn, other, "die", NOW)
        assert await retention.sweep(conn, NOW + DRAFT - HOUR) == retention.Swept()
        swept = await retention.sweep(conn, NOW + DRAFT)
        assert (swept.drafts, swept.files) == (2, 1)
        assert await counts(conn, chats, consents) == [1, 1]  # an open alarm keeps an address, a year at most
        await retention.sweep(conn, NOW + YEAR)
        assert {t.name for t in metadata.sorted_tables if (await counts(conn, t))[0]} == {"consent_proofs"}


async def test_a_file_of_an_unfinished_form_waits_for_it(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        await files.want(conn, held, [PHOTO], None, NOW)
        held = await hold_one(conn)
        await conversations.save(conn, [(held, talk(consent=True))], NOW + 30 * DAY)
        await retention.sweep(conn, NOW + DRAFT)
        assert await counts(conn, file_table) == [1]
        await retention.sweep(conn, NOW + 30 * DAY + DRAFT)
        assert await counts(conn, file_table) == [0]


async def test_what_is_restricted_stays_and_is_not_counted_until_it_may_be_used_again(database: Database) -> None:
    """R-23: whatever its time, also its voice messages."""
    async with database.write() as conn:
        held = await send(conn, await agree(conn), REFERENCE)
        await files.want(conn, held, [VOICE], REFERENCE, NOW)
        for wanted in await files.wanted(conn, "telegram", NOW, 10):
            await files.keep(conn, wanted.id, b"voice", "audio/ogg", NOW)
        await casework.set_status(conn, REFERENCE, "done", None, await worker(conn), None, NOW)
        await casework.restrict(conn, held, True, NOW)
        at = NOW + 3 * YEAR
        await retention.sweep(conn, at)
        assert await left(conn) == {REFERENCE}
        assert await conn.scalar(select(file_table.c.content)) == b"voice"
        assert await told(conn) == []
        await casework.restrict(conn, held, False, at)
        assert (await retention.sweep(conn, at + 29 * DAY)).submissions == 0
        assert (await retention.sweep(conn, at + 32 * DAY)).submissions == 1
        assert len(await told(conn)) == 1


async def test_a_voice_that_comes_when_all_is_closed_goes_after_thirty_days(database: Database) -> None:
    async with database.write() as conn:
        held = await send(conn, await agree(conn), REFERENCE)
        await casework.set_status(conn, REFERENCE, "done", None, await worker(conn), None, NOW)
        await files.want(conn, held, [VOICE, PHOTO], REFERENCE, NOW)
        for wanted in await files.wanted(conn, "telegram", NOW, 10):
            await files.keep(conn, wanted.id, b"kept", "audio/ogg" if wanted.file == VOICE else "image/jpeg", NOW)
        assert (await retention.sweep(conn, NOW + 30 * DAY)).files == 0
        assert (await retention.sweep(conn, NOW + 31 * DAY)).files == 2
        rows = await conn.execute(select(file_table.c.type, file_table.c.content, file_table.c.until))
        assert {tuple(row) for row in rows} == {("audio/ogg", None, None), ("image/jpeg", b"kept", None)}
        detail = await reading.submission(conn, REFERENCE)
        assert detail is not None
        assert {(file.media, file.state) for file in detail.files.values()} == {("voice", "expired"), ("photo", "kept")}


async def test_many_slices(database: Database) -> None:
    """Each in a transaction of its own, and repeated without harm."""
    size = 450
    async with database.write() as conn:
        held = await send(conn, await agree(conn), REFERENCE)
        first = dict((await conn.execute(select(table))).mappings().one())
        del first["id"]
        rows = [first | {"reference": f"N-{number:03}-222", "draft": number + 2} for number in range(size)]
        await conn.execute(insert(table), rows)
        assert held.person_id is not None
    due = retention.STEPS["submissions"]
    assert await retention.drain(database, due, NOW + 2 * YEAR, lambda: True) == 0
    assert await retention.drain(database, due, NOW + 2 * YEAR) == size + 1
    assert await retention.drain(database, due, NOW + 2 * YEAR) == 0
    async with database.write() as conn:
        assert [row[-1] for row in await told(conn)] == [1]  # one person, however often within 90 days


# -- figures --------------------------------------------------------------------------------------


def test_a_figure_has_no_key_no_text_and_no_time() -> None:
    """R-17, of the schema: nothing that leads back, not even an order."""
    assert list(figures.primary_key.columns) == [column for column in figures.c if column.name != "told"]
    assert tuple(column.name for column in figures.primary_key.columns) == statistics.Cell._fields
    assert {type(column.type) for column in figures.primary_key.columns} == {Text}
    assert isinstance(figures.c.told.type, Integer)
    assert not any(column.foreign_keys for column in figures.c)
    assert figures.dialect_options["sqlite"]["with_rowid"] is False
    assert not {"id", "reference", "person_id", "created_at"} & {column.name for column in figures.c}


TOLD = (
    Answer("topic", "HEA"),
    Answer("detail", "HEA.doctor"),
    Answer("story", "Zahnweh"),
    Answer("group", "youth,carer,nosay"),
    Answer("helped", "little"),
    Answer("barrier", "far"),
)


async def test_people_are_counted_in_codes(database: Database) -> None:
    async with database.write() as conn:
        for number in range(3):
            held = await agree(conn, str(number))
            reference = f"N-22{number + 2}-222"
            await submissions.create(conn, held, need(reference, answers=TOLD), "telegram", NOW)
            if number == 2:
                row = dict((await conn.execute(select(consents).limit(1))).mappings().one())
                del row["id"]
                no = row | {"person_id": held.person_id, "purpose": "group", "given": False}
                await conn.execute(insert(consents).values(no))
        await _danger(conn, "prs")
        stopped = await agree_and_send(conn, "stopped", "N-777-777")
        assert await casework.withdraw(conn, stopped, Withdraw("N-777-777"), NOW)
        await people.erase(conn, await agree_and_send(conn, "erased", "N-999-999"), NOW)
        await retention.sweep(conn, NOW + 2 * YEAR)
        common = ("2026-11", "need", "", "HEA", "doctor")
        assert await told(conn) == [
            (*common, "", "U2", "partly", "far", "de", 1),
            (*common, "carer,youth", "U2", "partly", "far", "de", 2),
            ("2026-11", "need", "", "SAF", "", "", "", "", "", "", 1),
        ]


async def agree_and_send(conn: AsyncConnection, address: str, reference: str, answers: Sequence[Answer] = TOLD) -> Held:
    held = await agree(conn, address)
    await submissions.create(conn, held, need(reference, answers=answers), "telegram", NOW)
    return held


async def _danger(conn: AsyncConnection, language: str) -> None:
    await agree_and_send(conn, "danger", "N-888-888", (Answer("topic", "SAF"), Answer("detail", "SAF.hurt"), *TOLD[2:]))
    await conn.execute(update(table).where(table.c.reference == "N-888-888").values(language=language))


def test_a_language_of_few_is_another_one() -> None:
    assert statistics.LANGUAGES["ckb"] == statistics.LANGUAGES["kmr"] == "ku"
    assert "yi" not in statistics.LANGUAGES


async def test_the_first_of_a_phone_goes_and_the_other_goes_on(database: Database) -> None:
    """What leads to the others of that phone stays; nothing of the first person does."""
    async with database.write() as conn:
        await agree(conn)
        second = phones.address_of(ADDRESS, 2)
        held = await agree(conn, second)
        await submissions.create(conn, held, need(REFERENCE), "telegram", NOW)
        assert (await retention.sweep(conn, NOW + DRAFT)).drafts == 2
        rows = (
            await conn.execute(select(chats.c.person_id, contacts.c.address).join(contacts).order_by(chats.c.id))
        ).all()
        assert [(row.person_id is None, row.address) for row in rows] == [(True, None), (False, second)]
        assert len(await proofs.of(conn, "telegram", ADDRESS)) == 1
        assert await counts(conn, people_table, consents) == [1, 1]

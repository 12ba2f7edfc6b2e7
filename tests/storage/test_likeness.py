"""Who is compared with whom, and how what is kept of a story goes with it."""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import LargeBinary, func, select, type_coerce, update
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.terms import Answer, Complete, Correct, Withdraw
from storage import casework, likeness, links, masking, rights, staff, submissions
from storage.conversations import Held
from storage.database import Database
from storage.likeness import One
from storage.tables import submissions as table
from storage.tables_casework import submission_vectors
from tests.storage.given import DAY, EVERYTHING, HOUR, NOW, PLACE, STORY, agree, need

ONE = "N-222-222"
MODEL = "test/1"


def told(topic: str = "MOB", detail: str = "MOB.no_bus", place: str = PLACE, story: str = STORY) -> list[Answer]:
    answers = [Answer("topic", topic), Answer("detail", detail), Answer("story", story), Answer("place", place)]
    return [*answers, Answer("urgency", "week")]


async def send(conn: AsyncConnection, reference: str, answers: list[Answer] | None = None) -> Held:
    held = await agree(conn, reference)
    await submissions.create(conn, held, need(reference, answers=answers or told()), "telegram", NOW)
    return held


async def get(conn: AsyncConnection, reference: str = ONE) -> One:
    found = await likeness.one(conn, await submissions.number(conn, reference) or 0, MODEL)
    assert found is not None
    return found


async def kept(conn: AsyncConnection) -> int:
    return await conn.scalar(select(func.count()).select_from(submission_vectors)) or 0


async def test_who_is_compared(database: Database) -> None:
    async with database.write() as conn:
        ada = await staff.add(conn, "ada@example.org", "caseworker", NOW)
        await send(conn, ONE)
        await send(conn, "N-333-333", told(detail="MOB.ride_shop", place="Heide"))  # the same topic
        await send(conn, "N-444-444", told("HEA", "HEA.doctor"))  # the same place
        await send(conn, "N-555-555", told("HEA", "HEA.doctor", "Heide"))  # nothing in common
        await send(conn, "N-666-666")
        await casework.make_case(conn, "N-666-666", True, "in danger", ada, None, NOW)
        paused = await send(conn, "N-777-777")
        await casework.restrict(conn, paused, True, NOW)
        stopped = await send(conn, "N-888-888")
        await casework.withdraw(conn, stopped, Withdraw("N-888-888"), NOW)
        await send(conn, "N-999-999")
        elsewhere = update(table).where(table.c.reference == "N-999-999").values(organisation_id=7)
        await conn.execute(elsewhere)
        await send(conn, "N-AAA-AAA")
        await casework.set_status(conn, "N-AAA-AAA", "done", None, ada, None, NOW + HOUR)
        long_ago = update(table).where(table.c.reference == "N-AAA-AAA").values(created_at=NOW - 401 * DAY)

        async def compared(guards: bool) -> list[str]:
            scope = replace(EVERYTHING, guards=guards)
            return [one.reference for one in await likeness.others(conn, scope, await get(conn), NOW, MODEL)]

        assert await compared(guards=False) == ["N-AAA-AAA", "N-444-444", "N-333-333"]
        assert await compared(guards=True) == ["N-AAA-AAA", "N-666-666", "N-444-444", "N-333-333"]
        await conn.execute(long_ago)
        assert await compared(guards=False) == ["N-444-444", "N-333-333"]
        bound = replace(EVERYTHING, guards=False, places=(b"nowhere",))
        assert await likeness.others(conn, bound, await get(conn), NOW, MODEL) == []
        for gone in (paused, stopped):
            number = await conn.scalar(select(table.c.id).where(table.c.person_id == gone.person_id))
            assert await likeness.one(conn, number or 0, MODEL) is None


async def test_an_idea_is_compared_with_ideas_and_with_what_is_told_of_its_place(database: Database) -> None:
    async with database.write() as conn:
        for reference, place in (("M-222-222", "Heide"), ("M-333-333", PLACE)):
            answers = [Answer("problem", "lonely winters"), Answer("idea", "a café"), Answer("place", place)]
            sent = replace(need(reference, answers=answers), kind="idea")
            await submissions.create(conn, await agree(conn, reference), sent, "telegram", NOW)
        await send(conn, "N-444-444", told(place="Heide"))
        await send(conn, "N-555-555")
        idea = await get(conn, "M-222-222")
        found = await likeness.others(conn, EVERYTHING, idea, NOW, MODEL)
        assert sorted(one.reference for one in found) == ["M-333-333", "N-444-444"]
        assert await likeness.told(conn, [idea.id]) == {idea.id: "lonely winters\na café"}


async def test_never_more_than_so_many_the_last_changed_first(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(likeness, "MOST", 3)
    async with database.write() as conn:
        for number in range(2, 8):
            await send(conn, f"N-{number}{number}{number}-222")
            fresh = update(table).where(table.c.reference == f"N-{number}{number}{number}-222")
            await conn.execute(fresh.values(status_since=NOW + number * HOUR))
        found = await likeness.others(conn, EVERYTHING, await get(conn, "N-222-222"), NOW, MODEL)
        assert [one.reference for one in found] == ["N-777-222", "N-666-222", "N-555-222"]


def _changes(conn: AsyncConnection, held: Held) -> dict[str, Awaitable[object]]:
    return {
        "more": submissions.complete(conn, held, Complete(ONE, (Answer("more", "and a dog"),)), NOW),
        "corrected": rights.correct(conn, held, Correct(ONE, (Answer("story", "no bus"),)), NOW),
        "hidden": masking.mask(conn, ONE, "Kleinwaldhausen", 1, None, NOW),
        "deleted": masking.redact(conn, ONE, "Kleinwaldhausen", 1, "told by mistake", NOW),
        "paused": casework.restrict(conn, held, True, NOW),
        "lifted": casework.restrict(conn, held, False, NOW),
        "stopped": casework.withdraw(conn, held, Withdraw(ONE), NOW),
    }


async def test_what_is_kept_is_sealed_and_goes_as_soon_as_the_story_changes(database: Database) -> None:
    async with database.write() as conn:
        await staff.add(conn, "ada@example.org", "caseworker", NOW)
        held = await send(conn, ONE)
        one = await get(conn)
        for what, change in _changes(conn, held).items():
            if what != "lifted":
                await likeness.keep(conn, {await get(conn): b"four numbers"}, MODEL)
                assert (await get(conn)).vector == b"four numbers"
                raw = await conn.scalar(select(type_coerce(submission_vectors.c.vector, LargeBinary)))
                assert raw is not None
                assert b"numbers" not in bytes(raw)
            await change
            assert await kept(conn) == 0, what
        await likeness.keep(conn, {one: b"four numbers"}, MODEL)  # as it was before it was stopped
        assert await kept(conn) == 0


async def test_what_was_changed_meanwhile_is_not_kept(database: Database) -> None:
    """The words were read, somebody hid a part of them, and then what they meant came to be stored."""
    async with database.write() as conn:
        await staff.add(conn, "ada@example.org", "caseworker", NOW)
        await send(conn, ONE)
        read = await get(conn)
        await masking.mask(conn, ONE, "Kleinwaldhausen", 1, None, NOW + HOUR)
        assert await likeness.told(conn, [read.id]) == {read.id: "Der Bus nach   faehrt nicht mehr"}
        await likeness.keep(conn, {read: b"with the hidden part"}, MODEL)
        assert await kept(conn) == 0
        await likeness.keep(conn, {await get(conn): b"old"}, "test/0")
        assert (await get(conn)).vector is None  # of another model
        await likeness.keep(conn, {await get(conn): b"new"}, MODEL)
        assert ((await get(conn)).vector, await kept(conn)) == (b"new", 1)


async def test_place_detail_and_time_count_beside_the_words(database: Database) -> None:
    async with database.read() as conn:
        assert await links.of(conn, EVERYTHING, 1, NOW) == []
    of = One(1, ONE, "need", "MOB", "MOB.no_bus", b"here", NOW, NOW, NOW, 0, b"")
    here = replace(of, id=2)
    later = replace(of, id=3, created_at=NOW + timedelta(days=90))
    there = replace(of, id=4, place_hash=b"there", detail="MOB.cost")
    nowhere = replace(of, id=5, place_hash=None, detail=None)
    near = dict.fromkeys((there, later, here, nowhere), likeness.SHOWN - likeness.TIME / 2)
    best = likeness.best(of, near, likeness.SHOWN, 3)
    assert [(one.id, one.place, one.detail, one.words) for one in best] == [
        (2, True, True, False), (3, True, True, False), (5, False, False, False),
    ]  # fmt: skip
    assert likeness.best(of, {here: 0.1}, 0.5, 5) == []  # a place alone is no likeness

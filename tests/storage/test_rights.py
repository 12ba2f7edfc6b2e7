"""What a person does with what is kept of them: put right, taken back, proved to be gone."""

from __future__ import annotations

from dataclasses import replace

from dialogs.terms import Answer, Complete, Correct, Submit
from storage import casework, conversations, people, reading, retention, rights, submissions
from storage.conversations import TRANSIT
from storage.database import Database
from storage.reading import Filters
from tests.storage.given import DAY, EVERYTHING, HOUR, NOW, PLACE, VOICE, agree, hold_one, need

REFERENCE = "N-7KM-4QX"
LATER = NOW + HOUR


def idea(reference: str, *answers: Answer) -> Submit:
    return Submit(reference, "idea", 7, "de", answers, "U4")


async def test_an_answer_is_put_right_and_what_it_was_stays_beside_it(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        await submissions.create(conn, held, need(), "telegram", NOW)
        topic = Correct(REFERENCE, (Answer("topic", "HEA"), Answer("detail", "HEA.doctor")))
        assert await rights.correct(conn, held, topic, LATER)
        sooner = Correct(REFERENCE, (Answer("urgency", "today"), Answer("place", "Liepa")), "U1")
        assert await rights.correct(conn, held, sooner, LATER)
        assert await rights.correct(conn, held, Correct(REFERENCE, (Answer("urgency", "wait"),), "U4"), LATER)
        assert await rights.correct(conn, held, Correct(REFERENCE, (Answer("story", "Zaunkoenig"),)), LATER)
        assert not await rights.correct(conn, held, Correct("N-222-222", (Answer("place", "Liepa"),)), LATER)
        stranger = await agree(conn, "another")
        assert not await rights.correct(conn, stranger, topic, LATER)
        found = await reading.submission(conn, REFERENCE)
        listed = await reading.submissions(conn, EVERYTHING, Filters(topic="HEA.doctor", place="liepa"), None, 10)
    assert found is not None
    answers = {answer.question: answer for answer in found.answers}
    assert {name: answer.value for name, answer in answers.items() if name != "phone"} == {
        "topic": "HEA", "detail": "HEA.doctor", "story": "Zaunkoenig", "place": "Liepa", "urgency": "wait",
    }  # fmt: skip
    assert [was.value for was in answers["urgency"].earlier] == ["week", "today"]
    assert (answers["place"].earlier[0].value, answers["place"].earlier[0].until) == (PLACE, LATER)
    assert answers["story"].earlier[0].files == (VOICE,)
    assert (found.urgency, found.urgency_staff, found.version) == ("wait", "U1", 4)  # raised, and never lowered
    assert [row.reference for row in listed.rows] == [REFERENCE]
    assert [(event.sort, event.who) for event in found.events] == [("status", "person"), *[("corrected", "person")] * 4]


async def test_what_rested_on_a_yes_ends_with_it(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        await submissions.create(conn, held, need(), "telegram", NOW)
        await submissions.create(conn, held, idea("M-222-222", Answer("idea", "Ein Cafe")), "telegram", NOW)
        await submissions.complete(conn, held, Complete(REFERENCE, (Answer("group", "older65"),)), NOW)
        shared = (Answer("regional", "yes"), Answer("transnational", "yes"))
        await submissions.complete(conn, held, Complete("M-222-222", shared), NOW)
        other = await agree(conn, "another")
        group = replace(need("N-333-333"), answers=(Answer("group", "migrant"),))
        await submissions.create(conn, other, group, "telegram", NOW)

        await rights.take_back(conn, held, "group", LATER)
        await rights.take_back(conn, held, "share-transnational", LATER)
        rows = {row["reference"]: row for row in await submissions.export_rows(conn, 0, 10)}
        assert "group" not in rows[REFERENCE]["answers"]
        assert rows["M-222-222"]["answers"]["regional"] == "yes"
        assert rows["M-222-222"]["answers"]["transnational"] == "no"
        assert rows["N-333-333"]["answers"] == {"group": "migrant"}

        await rights.take_back(conn, held, "help", LATER)
        rows = {row["reference"]: row for row in await submissions.export_rows(conn, 0, 10)}
        assert rows[REFERENCE]["status"] == "withdrawn"
        assert (rows[REFERENCE]["answers"], rows[REFERENCE]["place"]) == ({}, None)
        assert (rows["M-222-222"]["status"], rows["N-333-333"]["status"]) == ("new", "new")

        await casework.restrict(conn, held, True, LATER)
        assert [row["reference"] for row in await submissions.export_rows(conn, 0, 10)] == ["N-333-333"]


async def test_a_deletion_is_proved_by_its_number_alone(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        await people.erase(conn, held, LATER, proof="D-7KM-4QX")
        assert await people.proved(conn, "d 7km 4qx") == NOW.replace(hour=0)
        assert await people.proved(conn, "D-7KM-4QY") is None


async def test_whoever_took_back_their_yes_still_has_what_they_sent(database: Database) -> None:
    """Unfinished answers go within a day, as before any consent; the rights to the rest stay."""
    async with database.write() as conn:
        held = await agree(conn)
        await submissions.create(conn, held, need(), "telegram", NOW)
        talk = replace(held.conversation, consent=False, purposes=("followup",), paused=True)
        await conversations.save(conn, [(held, talk)], NOW)
        await retention.sweep(conn, NOW + TRANSIT + DAY)
        again = await hold_one(conn, now=NOW + 2 * DAY)
    assert (again.person_id, again.conversation.purposes) == (held.person_id, ("followup",))
    assert again.conversation.paused


async def test_one_thing_that_was_sent_is_forgotten_with_all_that_belongs_to_it(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        await submissions.create(conn, held, need(), "telegram", NOW)
        await submissions.create(conn, held, idea("M-222-222", Answer("idea", "Ein Cafe")), "telegram", NOW)
        stranger = await agree(conn, "another")
        assert not await rights.forget(conn, stranger, "M-222-222", LATER)
        assert await rights.forget(conn, held, "M-222-222", LATER)
        assert [row["reference"] for row in await submissions.export_rows(conn, 0, 10)] == [REFERENCE]

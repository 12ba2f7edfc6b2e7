"""A morning at the office: several needs and an idea, one of them answered. For the browser, and for looking at."""

from __future__ import annotations

from datetime import timedelta

from dialogs.terms import Answer
from storage import casework
from tests.admin.given import ARABIC, DAY, HOUR, KRISTINA, NASTY, Office

ANSWERED = "N-4RT-9KD"
FIRST = "N-8HF-2WX"
QUESTION = "Can you be at the bus stop on Monday at 9?"


async def busy(office: Office) -> int:
    """Fills the office; gives Kristina's id."""
    kristina = await office.hire()
    jonas = await office.hire("jonas@example.org", "coordinator", "de")
    await office.need(
        FIRST, story="We have no place to sleep from tomorrow. I am here with my two children.", topic="HOM",
        detail="HOM.none", place="Rendsburg", urgency=("today", "U1"), ago=3 * HOUR,
    )  # fmt: skip
    await office.need(
        ANSWERED, story=ARABIC, language="ar", topic="MOB", detail="MOB.ride_doctor", place="Heide",
        urgency=("week", "U2"), ago=2 * DAY,
    )  # fmt: skip
    await office.need("N-7KM-4QX", ago=8 * DAY, place="Wesselburen")
    await office.need(
        "N-2PQ-6VB", story=NASTY, topic="LRN", detail="LRN.phone", place="Husum", urgency=("month", "U3"), ago=DAY
    )
    await office.need(
        "N-3MK-7TR", story=None, topic="CAR", detail="CAR.check", place="Tönning", urgency=("month", "U3"),
        language="de", ago=5 * DAY,
    )  # fmt: skip
    await _idea(office)
    await office.need(
        "N-9WS-5LG".replace("L", "K"), story="My daughter would like to play football.", topic="FAM",
        detail="FAM.care", place="Heide", urgency=("wait", "U4"), ago=12 * DAY,
    )  # fmt: skip
    await _worked_on(office, kristina, jonas)
    await office.rings(FIRST, "person")
    await office.blocks("N-3MK-7TR")
    return kristina


async def _idea(office: Office) -> None:
    told = (
        Answer("problem", "Older people sit at home alone in winter."),
        Answer("who", "older65,rural_alone"),
        Answer("place", "Kleinwaldhausen"),
        Answer("idea", "A café in the old school, two afternoons a week. We bake ourselves."),
        Answer("with", "group"),
        Answer("have", "room,skills"),
        Answer("help", "money"),
        Answer("money", "up_2000"),
        Answer("good", "When somebody comes who has not been out for a month."),
    )
    await office.need("M-5KJ-8TW", kind="idea", answers=told, language="en", urgency=("wait", "U4"), ago=4 * DAY)


async def _worked_on(office: Office, kristina: int, jonas: int) -> None:
    then, office.moment = office.moment, office.moment - timedelta(hours=20)
    async with office.database.write() as conn:
        await casework.set_status(conn, ANSWERED, "accepted", None, jonas, None, office.now())
        await casework.assign(conn, ANSWERED, KRISTINA, jonas, None, office.now())
        await casework.add_note(
            conn, ANSWERED, "The ride service in Heide has free seats on Mondays.", jonas, "1", office.now()
        )
        message = await casework.write_message(conn, ANSWERED, QUESTION, "en", "1", kristina, office.now())
        await casework.set_status(conn, "N-9WS-5KG", "done", None, kristina, None, office.now())
        await casework.set_status(conn, "N-2PQ-6VB", "waiting_user", None, kristina, None, office.now())
        await casework.assign(conn, "N-2PQ-6VB", "jonas@example.org", kristina, None, office.now())
    await office.delivers(ANSWERED, message, words=QUESTION)
    office.moment = then - HOUR
    await office.replies(ANSWERED, message, "نعم، أستطيع. شكرًا لكم.")
    office.moment = then

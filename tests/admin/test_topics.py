"""What a need could also be about: proposed from its words, taken over by one tap, and never by the program itself."""

from __future__ import annotations

import re

from admin import topic_set
from locales import topics
from storage import reading
from storage.database import Database
from tests.admin.given import Desk, Office, open_office

PATH = "/admin/submissions/N-7KM-4QX"
STORY = "Ich komme ohne Auto nicht zur Dialyse"


async def detail(office: Office) -> reading.Detail:
    async with office.database.read() as conn:
        found = await reading.submission(conn, "N-7KM-4QX")
    assert found is not None
    return found


async def test_what_the_words_say_is_proposed_and_taken_by_one_tap(database: Database) -> None:
    async with open_office(database, suggest=topics.suggest) as office, Desk(office) as desk:
        await desk.take_seat(await office.hire())
        await office.need(language="de", topic="MON", detail="MON.forms", story=STORY)
        page = await desk.get(PATH)
        proposals = re.findall(r'data-field="proposal" data-value="([^"]+)"', page.text)
        assert proposals[0] == "MOB.ride_doctor"
        assert 1 <= len(proposals) <= topic_set.MOST
        form = {"csrf": page.csrf, "version": page.hidden("version"), "detail": proposals[0]}
        assert (await desk.post(f"{PATH}/topic", form)).status == 200
        now = await detail(office)
        assert (now.topic, now.detail) == ("MOB", "MOB.ride_doctor")
        assert {answer.value for answer in now.answers} >= {"MON", "MON.forms"}  # what the person said, unchanged
        assert [event.sort for event in now.events][-1] == "coded"
        text = (await desk.get(PATH)).text
        assert "<h1>Getting around: Ride to the doctor" in text
        assert 'data-value="MOB.ride_doctor"' not in text.partition('id="conversation"')[0]
        form["detail"] = "MOB.no_bus"
        assert (await desk.post(f"{PATH}/topic", form)).status == 409  # somebody was faster


async def test_up_to_two_further_codes_by_one_tap_each(database: Database) -> None:
    async with open_office(database, suggest=topics.suggest) as office, Desk(office) as desk:
        await desk.take_seat(await office.hire())
        await office.need(language="de", topic="MON", detail="MON.forms", story=STORY)
        await office.need("N-222-222", topic="HEA", detail="HEA.doctor")
        page = await desk.get(PATH)
        form = {"csrf": page.csrf, "version": page.hidden("version"), "do": "add"}
        added = await desk.post(f"{PATH}/further", form | {"detail": "MOB.ride_doctor"})
        assert (added.status, added.path) == (200, f"{PATH}?done=further")
        about = added.text.partition('id="about"')[2].partition('id="conversation"')[0]
        assert 'data-field="further" data-value="MOB.ride_doctor"' in about
        assert 'data-field="proposal" data-value="MOB.ride_doctor"' not in about
        assert (await desk.post(f"{PATH}/further", form | {"detail": "MON.food"})).status == 409  # somebody was faster
        for code, status in (("MON.food", 200), ("MON.food", 200), ("HEA.doctor", 422), ("XXX.nothing", 422)):
            form["version"] = (await desk.get(PATH)).hidden("version")
            assert (await desk.post(f"{PATH}/further", form | {"detail": code})).status == status, code
        now = await detail(office)
        assert (now.detail, now.further) == ("MON.forms", ("MOB.ride_doctor", "MON.food"))
        assert now.urgency_staff == "U2"
        for topic, found in (("MOB", ["N-7KM-4QX"]), ("MON.food", ["N-7KM-4QX"]), ("MON", ["N-7KM-4QX"]), ("CAR", [])):
            listed = await desk.get(f"/admin/submissions?topic={topic}")
            assert (listed.references(), f'data-count="{len(found)}"' in listed.text) == (found, bool(found))
        assert (await desk.get("/admin/submissions?topic=MOB.ride_doctor&place=Liepa")).references() == ["N-7KM-4QX"]
        table = (await desk.get("/admin/submissions/export?format=csv")).text
        assert table.splitlines()[0].endswith(",updated_at,further")
        assert [line.rpartition(",")[2] for line in table.splitlines()[1:]].count("MOB.ride_doctor MON.food") == 1
        form["version"] = (await desk.get(PATH)).hidden("version")
        assert (await desk.post(f"{PATH}/topic", form | {"detail": "MOB.ride_doctor"})).status == 200
        form |= {"version": (await desk.get(PATH)).hidden("version"), "do": "remove"}
        gone = await desk.post(f"{PATH}/further", form | {"detail": "MON.food"})
        assert 'data-field="further"' not in gone.text
        now = await detail(office)
        assert (now.detail, now.further) == ("MOB.ride_doctor", ())
        sorts = [event.sort for event in now.events]
        assert sorts[1:] == ["also_coded", "also_coded", "coded", "uncoded"]


async def test_a_further_code_of_danger_makes_a_case(desk: Desk, office: Office) -> None:
    await office.need(urgency=("month", "U3"))
    await desk.does("further", do="add", detail="SAF.exploit")
    now = await detail(office)
    assert (now.detail, now.further, now.urgency_staff) == ("MOB.no_bus", ("SAF.exploit",), "U1")
    assert 'data-field="safeguarding" data-value="yes"' in (await desk.get(PATH)).text


async def test_an_urgent_topic_raises_urgency_and_danger_becomes_a_case(desk: Desk, office: Office) -> None:
    await office.need(urgency=("month", "U3"))
    for code, urgent in (("MON.food", "U2"), ("MOB.no_bus", "U2"), ("SAF.exploit", "U1")):
        page = await desk.get(PATH)
        form = {"csrf": page.csrf, "version": page.hidden("version"), "detail": code}
        assert (await desk.post(f"{PATH}/topic", form)).status == 200
        assert (await detail(office)).urgency_staff == urgent
    assert 'data-field="safeguarding" data-value="yes"' in (await desk.get(PATH)).text


async def test_a_topic_that_does_not_exist_is_refused(desk: Desk, office: Office) -> None:
    await office.need()
    page = await desk.get(PATH)
    assert 'data-field="proposal"' not in page.text  # nothing recognises here
    for wrong in ("", "MOB", "MOB.boat", "XXX.no_bus"):
        form = {"csrf": page.csrf, "version": page.hidden("version"), "detail": wrong}
        assert (await desk.post(f"{PATH}/topic", form)).status == 422
    assert (await detail(office)).detail == "MOB.no_bus"

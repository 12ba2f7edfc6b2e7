"""Others that may be about the same, whatever their languages: shown with why, and joined by a person alone."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from locales import likeness
from storage import casework, masking, staff
from storage.database import Database
from storage.masks import BAR
from storage.tables_audit import audit_entries
from storage.tables_casework import submission_links, submission_vectors
from tests.admin.given import ARABIC, DAY, HTMX, Answered, Desk, Office, open_office

OURS, GERMAN, ARAB, OTHER, CASE = "N-7KM-4QX", "N-222-222", "N-333-333", "N-444-444", "N-555-555"
PATH = f"/admin/submissions/{OURS}"


@pytest.fixture
async def office(database: Database) -> AsyncIterator[Office]:
    async with open_office(database, meaning=likeness) as opened:
        yield opened


async def several(office: Office) -> None:
    """The same need in three languages, another one of the same topic and place, and a case of safeguarding."""
    async with office.database.write() as conn:
        guard = await staff.add(conn, "guard@example.org", "reader", office.now())
        await staff.name_for_safeguarding(conn, guard, True)
    await office.need(
        OURS,
        story="The bus to the doctor does not run on Mondays, and I live alone in the village.",
        detail="MOB.ride_doctor",
    )
    await office.need(
        GERMAN, story="Montags fährt kein Bus zum Arzt, und ich wohne allein im Dorf.", language="de",
        detail="MOB.ride_doctor", ago=3 * DAY,
    )  # fmt: skip
    await office.need(ARAB, story=ARABIC, language="ar", place="Husum", ago=40 * DAY)
    await office.need(OTHER, story="A season ticket for the train costs more than I can pay.", detail="MOB.cost")
    await office.need(CASE, story="No bus runs to the doctor on Mondays. He hits me.", topic="SAF", detail="SAF.hurt")


def shown(page: Answered) -> list[tuple[str, str]]:
    """Reference and reasons of each."""
    return re.findall(r'data-field="alike" data-reference="([^"]+)".*?data-field="why">([^<]*)<', page.text, re.DOTALL)


async def test_the_same_need_is_found_in_other_languages_with_why(desk: Desk, office: Office) -> None:
    await several(office)
    first = await desk.get(PATH)
    assert f'<a href="{PATH}/alike">' in first.text  # the part is asked for when it comes into sight, or by this link
    for headers in (HTMX, {}):
        page = await desk.get(f"{PATH}/alike", headers=headers)
        assert shown(page) == [(GERMAN, "same place · same topic · alike words"), (ARAB, "alike words")]
        assert ('lang="ar" dir="rtl"' in page.text, ARABIC[:20] in page.text) == (True, True)
        assert ("<html" in page.text) == (not headers)
        assert ("He hits me" in page.text, CASE in page.text) == (False, False)
    async with office.database.read() as conn:
        assert await conn.scalar(select(func.count()).select_from(submission_vectors)) == 4
        assert await conn.scalar(select(func.count()).select_from(submission_links)) == 0  # software joins nothing
        looks = select(audit_entries.c.submission_id, func.count()).where(audit_entries.c.action == "alike")
        noted = (await conn.execute(looks.group_by(audit_entries.c.submission_id))).all()
    assert sorted(count for _, count in noted) == [2, 2, 2]  # of each that was shown, and of the one beside them


async def test_one_tap_joins_and_one_tap_undoes(desk: Desk, office: Office) -> None:
    await several(office)
    part = await desk.get(f"{PATH}/alike")
    done = await desk.post(f"{PATH}/links", {"csrf": part.csrf, "reference": GERMAN, "sort": "same_need"})
    assert (done.status, done.path) == (200, f"{PATH}?done=link")
    assert ("They are joined." in done.text, "joined it with another one" in done.text) == (True, True)
    assert shown(await desk.get(f"{PATH}/alike")) == [(ARAB, "alike words")]  # that one is settled
    other = await desk.get(f"/admin/submissions/{GERMAN}")
    assert f'data-field="link" data-value="same_need" data-reference="{OURS}"' in other.text
    assert "joined it with another one" in other.text
    gone = await desk.post(f"/admin/submissions/{GERMAN}/unlink", {"csrf": part.csrf, "link": other.hidden("link")})
    assert ("The link is gone." in gone.text, 'data-field="link"' in gone.text) == (True, False)
    again = await desk.post(f"{PATH}/unlink", {"csrf": part.csrf, "link": other.hidden("link")})
    assert (again.status, "This link is gone already." in again.text) == (422, True)


async def test_by_hand_both_ends_have_to_be_seen(desk: Desk, office: Office) -> None:
    await several(office)
    csrf = (await desk.get(PATH)).csrf
    said = {
        CASE: "Nothing can be joined under this number.",
        "N-999-999": "Nothing can be joined under this number.",
        OURS: "This is the number of this page.",
        "": "Nothing can be joined under this number.",
    }
    for wrong, why in said.items():
        answer = await desk.post(f"{PATH}/links", {"csrf": csrf, "reference": wrong, "sort": "same_person"})
        assert (answer.status, why in answer.text) == (422, True), wrong
        assert f'name="reference" value="{wrong}" required' in answer.text
    missing = await desk.post(f"{PATH}/links", {"csrf": csrf, "reference": OTHER})
    assert (missing.status, "Say what they have in common." in missing.text) == (422, True)
    done = await desk.post(f"{PATH}/links", {"csrf": csrf, "reference": f" {OTHER.lower()} ", "sort": "duplicate"})
    assert f'data-field="link" data-value="duplicate" data-reference="{OTHER}"' in done.text


async def test_a_hidden_part_is_neither_shown_nor_compared(desk: Desk, office: Office) -> None:
    await several(office)
    assert "Montags" in (await desk.get(f"{PATH}/alike")).text
    async with office.database.write() as conn:
        await masking.mask(conn, GERMAN, "Montags", 1, None, office.now())
    page = await desk.get(f"{PATH}/alike")
    assert ("Montags" in page.text, f"{BAR} fährt kein Bus" in page.text) == (False, True)


async def test_a_reader_looks_and_joins_nothing_and_what_is_stopped_is_not_compared(office: Office) -> None:
    await several(office)
    async with Desk(office) as reader:
        await reader.take_seat(await office.hire("reader@example.org", "reader"))
        page = await reader.get(f"{PATH}/alike")
        assert (len(shown(page)), f"{PATH}/links" in page.text) == (2, False)
        refused = await reader.post(f"{PATH}/links", {"csrf": page.csrf, "reference": GERMAN, "sort": "same_need"})
        assert refused.status == 403
        async with office.database.write() as conn:
            await casework.set_status(conn, GERMAN, "withdrawn", None, 1, None, office.now())
        assert [reference for reference, _ in shown(await reader.get(f"{PATH}/alike"))] == [ARAB]
        assert 'data-state="unused"' in (await reader.get(f"/admin/submissions/{GERMAN}/alike")).text


class Slow:
    """Counts what it is asked."""

    MODEL = "test/1"

    def __init__(self) -> None:
        self.made = 0

    def packed(self, texts: Sequence[str], /) -> list[bytes]:
        self.made += len(texts)
        return [b"x"] * len(texts)

    def nearness(self, one: bytes, others: Sequence[bytes], /) -> list[float]:
        assert one == b"x"
        return [1.0] * len(others)


async def test_a_look_makes_a_bounded_number_and_the_next_one_goes_on(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("admin.likeness_show.LOOK", 4)
    slow = Slow()
    async with open_office(database, meaning=slow) as office, Desk(office) as desk:
        await desk.take_seat(await office.hire())
        await office.need()
        for number in range(2, 10):
            await office.need(f"N-{number}{number}{number}-222", ago=timedelta(hours=number))
        made, left = [], []
        for _ in range(4):
            page = await desk.get(f"{PATH}/alike")
            made.append(slow.made)
            left += re.findall(r'data-field="left" data-value="(\d+)"', page.text)
        assert (made, left) == ([4, 8, 9, 9], ["5", "1"])
        assert len(shown(page)) == 5


async def test_without_what_compares_the_part_says_so_and_links_by_hand_work(database: Database) -> None:
    async with open_office(database) as office, Desk(office) as desk:
        await desk.take_seat(await office.hire())
        await several(office)
        page = await desk.get(PATH)
        assert ("Comparing words is switched off here." in page.text, f"{PATH}/alike" in page.text) == (True, False)
        assert 'data-state="off"' in (await desk.get(f"{PATH}/alike")).text
        done = await desk.post(f"{PATH}/links", {"csrf": page.csrf, "reference": OTHER, "sort": "same_person"})
        assert 'data-field="link" data-value="same_person"' in done.text

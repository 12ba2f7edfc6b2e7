"""The trouble page: what failed, without a word of anybody's, and what staff can do about it."""

from __future__ import annotations

import re
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.async_api import expect
from sqlalchemy import select

from storage import inbox, outbox, staff
from storage.database import open_database
from storage.sealed import Keyring
from storage.tables_audit import audit_entries
from tests.admin.given import DAY, Answered, Desk, Office, open_office
from tests.admin.looking import browser, fine, window

OURS, THEIRS = "N-222-222", "N-777-777"  # the second one is of safeguarding
WORDS = "marsh"


@pytest.fixture
async def troubled(office: Office) -> Office:
    await office.need(OURS, story=WORDS)
    await office.need(THEIRS, topic="SAF", detail="SAF.hurt", story=WORDS)
    for reference in (OURS, THEIRS):
        await office.fails(reference, "turns", "KeyError", WORDS)
        await office.fails(reference, "sends", "too_long", WORDS)
    return office


def _rows(shown: Answered, sort: str) -> list[tuple[str, str, str]]:
    """Of each row of a section: number, reason, and the submission that it leads to."""
    found = []
    for item in re.findall(
        rf'<li class="sheet" data-field="trouble" data-value="{sort}".*?</li>', shown.text, re.DOTALL
    ):
        [row] = re.findall(r'name="row" value="(\d+)"', item)
        [reason] = re.findall(r'data-field="reason" data-value="([^"]*)"', item)
        found.append((row, reason, "".join(re.findall(r'href="/admin/submissions/([^"]+)#conversation"', item))))
    return found


async def test_it_shows_reason_and_time_and_leads_to_what_may_be_read(troubled: Office) -> None:
    guard = await troubled.hire("guard@example.org", "reader")
    async with troubled.database.write() as conn:
        await staff.name_for_safeguarding(conn, guard, True)
    for role, leads in (("coordinator", OURS), ("administrator", "")):
        async with Desk(troubled) as desk:
            await desk.take_seat(await troubled.hire(f"{role}@example.org", role))
            shown = await desk.get("/admin/trouble")
            assert (shown.status, WORDS in shown.text) == (200, False)
            assert [(reason, to) for _, reason, to in _rows(shown, "turns")] == [("KeyError", ""), ("KeyError", leads)]
            assert [(reason, to) for _, reason, to in _rows(shown, "sends")] == [("too_long", ""), ("too_long", leads)]
            assert "a fault of the program (KeyError)" in shown.text
            assert "it was too long" in shown.text
            assert 'href="/admin/trouble"' in shown.text


@pytest.mark.parametrize("sort", ["turns", "sends"])
async def test_it_is_tried_again_or_put_away_once(troubled: Office, sort: str) -> None:
    async with Desk(troubled) as desk:
        await desk.take_seat(await troubled.hire("boss@example.org", "coordinator"))
        shown = await desk.get("/admin/trouble")
        (newer, *_), (older, *_) = _rows(shown, sort)
        form = {"csrf": shown.csrf, "sort": sort}
        for act, row, said in (("again", newer, "tried again now"), ("away", older, "put away")):
            answer = await desk.post("/admin/trouble", {**form, "act": act, "row": row})
            assert (answer.status, said in answer.text) == (200, True)
            answer = await desk.post("/admin/trouble", {**form, "act": act, "row": row})
            assert (answer.status, "does not wait here any more" in answer.text) == (422, True)
        assert _rows(await desk.get("/admin/trouble"), sort) == []
    async with troubled.database.read() as conn:
        waiting = [row.id for row in await inbox.due(conn, troubled.now() + DAY, 10)]
        ready = [row.id for row in await outbox.ready(conn, "telegram", troubled.now() + DAY, 10, [])]
        noted = list(await conn.scalars(select(audit_entries.c.action).order_by(audit_entries.c.id.desc()).limit(2)))
    assert (waiting if sort == "turns" else ready) == [int(newer)]
    assert (ready if sort == "turns" else waiting) == []
    assert noted == ["put_away", "tried_again"]


async def test_more_stand_on_further_pages_of_their_section(troubled: Office) -> None:
    for number in range(26):
        await troubled.fails(OURS, "sends", f"Fault{number}", WORDS)
    async with Desk(troubled) as desk:
        await desk.take_seat(await troubled.hire("boss@example.org", "coordinator"))
        first = await desk.get("/admin/trouble")
        [following] = re.findall(r'rel="next" href="([^"#]+)#sends"', first.text)
        second = await desk.get(following)
        sends = [*_rows(first, "sends"), *_rows(second, "sends")]
        assert (len(_rows(first, "sends")), len(sends), len(set(sends))) == (25, 28, 28)
        assert _rows(second, "turns") == _rows(first, "turns")
        assert (await desk.get("/admin/trouble?sends=x")).status == 404


async def test_nothing_is_tried_for_somebody_who_was_erased(troubled: Office) -> None:
    async with Desk(troubled) as desk:
        await desk.take_seat(await troubled.hire("boss@example.org", "coordinator"))
        shown = await desk.get("/admin/trouble")
        row = next(row for row, _, to in _rows(shown, "sends") if to == OURS)
        troubled.moment += timedelta(minutes=1)
        await troubled.erases(OURS)
        assert OURS not in (await desk.get("/admin/trouble")).text
        again = await desk.post("/admin/trouble", {"csrf": shown.csrf, "sort": "sends", "act": "again", "row": row})
        assert again.status == 422


async def test_it_is_accessible(sqlite_template: Path, tmp_path: Path, keyring: Keyring) -> None:
    shutil.copy(sqlite_template, tmp_path / "sempre.sqlite")
    database = open_database(f"sqlite:///{tmp_path / 'sempre.sqlite'}", keyring)
    async with open_office(database) as office, browser() as on:
        await office.need(OURS, story=WORDS)
        boss = await office.hire("boss@example.org", "coordinator", "de")
        async with window(on, office, await office.token(boss)) as page:
            await page.goto("/admin/trouble")
            await expect(page.locator("[data-empty=yes]")).to_have_count(2)
            await fine(page)
            await office.fails(OURS, "turns", "KeyError", WORDS)
            await office.fails(OURS, "sends", "too_long", WORDS)
            await page.reload()
            await fine(page)
            await page.locator("[data-value=sends] [value=again]").click()
            await expect(page.locator("#done")).to_have_text("Es wird jetzt neu versucht.")
            await expect(page.locator("[data-field=trouble]")).to_have_count(1)
            await fine(page)
    await database.close()

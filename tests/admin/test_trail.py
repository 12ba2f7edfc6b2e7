"""Whoever looks, and whatever they do, is noted; nothing of what they saw or wrote is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sqlalchemy import RowMapping, select, text

from admin import app, trail
from storage.tables import staff as staff_table
from storage.tables import submissions
from storage.tables_audit import audit_entries
from tests.admin.given import HTMX, KRISTINA, PASSWORD, Desk, Office

PATH = "/admin/submissions/N-7KM-4QX"


async def noted(office: Office) -> Sequence[RowMapping]:
    async with office.database.read() as conn:
        return (await conn.execute(select(audit_entries).order_by(audit_entries.c.id))).mappings().all()


async def actions(office: Office) -> list[str]:
    return [entry["action"] for entry in await noted(office)]


def test_every_page_is_noted_or_known_to_show_nothing_that_people_told() -> None:
    shown = {handler for method, _, handler, _ in app.ROUTES if method == "GET"}
    assert shown == set(trail.VIEWS) | trail.PLAIN
    assert not set(trail.VIEWS) & trail.PLAIN


async def test_each_look_is_one_entry_with_who_when_and_what(desk: Desk, office: Office) -> None:
    await office.need()
    photo = await office.sends_file("N-7KM-4QX", b"not a picture" * 9)
    for path in ("/admin/submissions", "/admin/translate", PATH, f"{PATH}/files/{photo}"):
        await desk.get(path)
    await desk.get("/admin/submissions/export?format=csv")
    async with office.database.read() as conn:
        member = await conn.scalar(select(staff_table.c.id).where(staff_table.c.email == KRISTINA))
        one = await conn.scalar(select(submissions.c.id))
    found = await noted(office)
    assert [(entry["action"], entry["submission_id"]) for entry in found] == [
        ("list", None),
        ("list", None),
        ("view", one),
        ("file", one),
        ("export", None),
    ]
    assert {(entry["who"], entry["staff_id"], entry["role"], entry["at"]) for entry in found} == {
        ("staff", member, "caseworker", office.now())
    }
    assert (await desk.get("/admin/submissions/N-222-222")).status == 404
    watched = (await desk.get(PATH)).text
    [asked] = {part.split('"')[0].replace("&amp;", "&") for part in watched.split('hx-get="')[1:]}
    assert (await desk.get(asked, headers=HTMX)).status == 204  # nothing new was shown
    assert (await actions(office))[5:] == ["view"]
    assert (await desk.get(f"{PATH}/conversation", headers=HTMX)).status == 200
    assert (await actions(office))[6:] == ["view"]


async def test_each_deed_is_one_entry_and_holds_no_words(desk: Desk, office: Office) -> None:
    await office.need(language="ar")
    deeds = {
        "status": {"status": "accepted", "reason": "canary"},
        "assign": {"email": KRISTINA},
        "notes": {"text": "canary"},
        "messages": {"text": "canary", "language": "ar"},
        "translation": {"text": "canary", "language": "en"},
    }
    for address, fields in deeds.items():
        assert (await desk.does(address, **fields)).status == 200, address
    form = await desk.get("/admin/submissions")
    await desk.post("/admin/search", {"csrf": form.csrf, "q": "canary"})
    found = [entry for entry in await noted(office) if entry["action"] not in ("view", "list")]
    assert [entry["action"] for entry in found] == ["status", "assign", "note", "message", "translate", "search"]
    assert "canary" not in repr(found)


async def test_signing_in_and_out_and_a_wrong_password_are_noted(office: Office) -> None:
    member = await office.hire()
    async with Desk(office) as browser:
        await browser.sign_in(password="wrong one entirely")
        await browser.sign_in(email="canary@example.org")
        page = await browser.sign_in(password=PASSWORD)
        await browser.post("/admin/sign-out", {"csrf": page.csrf})
    found = [entry for entry in await noted(office) if entry["action"] != "list"]
    assert [(entry["action"], entry["who"], entry["staff_id"], entry["concerns_id"]) for entry in found] == [
        ("sign_in_failed", "system", None, member),
        ("sign_in_failed", "system", None, None),
        ("sign_in", "staff", member, None),
        ("sign_out", "staff", member, None),
    ]
    assert "canary" not in repr(found)


@pytest.mark.parametrize("path", [PATH, "/admin/submissions/export?format=csv"])
async def test_what_cannot_be_noted_is_not_shown(desk: Desk, office: Office, path: str) -> None:
    await office.need()
    async with office.database.write() as conn:
        await conn.execute(text("ALTER TABLE audit_entries RENAME TO elsewhere"))
    answer = await desk.get(path)
    assert (answer.status, "The bus stopped" in answer.text) == (500, False)

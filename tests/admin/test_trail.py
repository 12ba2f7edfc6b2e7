"""Whoever looks, and whatever they do, is noted; nothing of what they saw or wrote is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import RowMapping, select, text

from admin import app, trail, trail_list, wording
from storage import audit, audit_chain
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


async def test_what_was_not_shown_is_not_noted(desk: Desk, office: Office) -> None:
    await office.need()
    photo = await office.sends_file("N-7KM-4QX", b"not a picture" * 9)
    export = "/admin/submissions/export"
    for path in (f"{PATH}/files/{photo + 1}", f"{PATH}/files/x", f"{export}?format=pdf", f"{export}?found=gone"):
        assert (await desk.get(path)).status == 404, path
    assert (await desk.get("/admin/submissions?found=gone")).status == 410
    assert (await desk.get(f"{PATH}/files/{photo}", headers={"Range": "bytes=900-"})).status == 416
    assert await actions(office) == []
    assert (await desk.get(f"{PATH}/files/{photo}", headers={"Range": "bytes=3-5"})).status == 206
    assert await actions(office) == ["file"]


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


# -- the page of the data-protection officer ------------------------------------------------------


async def test_the_officer_reads_who_looked_page_by_page(desk: Desk, office: Office) -> None:
    await office.need()
    await office.need("N-222-333")
    for _ in range(trail_list.LIMIT):
        await desk.get(PATH)
    await desk.get("/admin/submissions/N-222-333")
    assert (await desk.get("/admin/audit")).status == 403
    async with office.database.write() as conn:
        await audit.note(conn, office.now(), who="staff", action="break_glass", submission_id=999, reason="a call")
    await audit_chain.seal(office.database, office.now())
    async with Desk(office) as officer:
        await officer.take_seat(await office.hire("officer@example.org", "data-protection-officer"))
        page = (await officer.get("/admin/audit")).text
        assert page.count('data-field="entry"') == trail_list.LIMIT
        assert "number 999, not here any more" in page
        assert "Why: a call" in page
        assert "1-" in page.split('data-field="head" data-value="')[1][:2]
        [following] = re.findall(r'rel="next" href="([^"]+)"', page)
        rest = (await officer.get(following)).text
        assert rest.count('data-field="entry"') in (2, 3)  # the officer's own look may be among them already
        assert 'rel="next"' not in rest
        of_one = (await officer.get("/admin/audit?reference=n-222-333")).text
        assert re.findall(r'data-field="entry" data-value="(\w+)"', of_one) == ["view"]
        assert f"{KRISTINA} (caseworker)" in of_one
        for nothing in ("reference=N-999-999", "reference=nonsense", "reference=N-222-333&staff=999", "before=1"):
            assert 'data-empty="yes"' in (await officer.get(f"/admin/audit?{nothing}")).text
        [member] = re.findall(rf'<option value="(\d+)">{KRISTINA}', page)
        mine = (await officer.get(f"/admin/audit?staff={member}&reference=N-222-333")).text
        assert mine.count('data-field="entry"') == 1
    assert "The bus stopped" not in page + rest


def test_every_deed_has_a_name() -> None:
    """Words that stand in the code behind `action=`, and those that are put together there."""
    words = wording.load(ZoneInfo("Europe/Berlin"), "DE")["en"]
    root = Path(audit.__file__).parent.parent
    noted = set(trail.VIEWS.values()) | {"status", "assign", "note", "message", "translate", "mask", "unmask", "redact"}
    for path in (*root.glob("storage/*.py"), *root.glob("admin/*.py"), *root.glob("bot/commands/*.py")):
        noted |= set(re.findall(r'\baction="([a-z_]+)"', path.read_text()))
    noted |= {f"organisation_{deed}" for deed in ("add", "places")} | {"guarded", "released", "kept", "restricted"}
    noted |= set(re.findall(r'return \(?"(\w+_\w+)", "', (root / "bot/commands/staff.py").read_text()))
    assert [action for action in sorted(noted) if not words.has(f"audit_action.{action}")] == []

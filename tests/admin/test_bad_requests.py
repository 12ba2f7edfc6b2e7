"""What comes from elsewhere, is forged, missing, damaged or too much: clear and harmless."""

from __future__ import annotations

import asyncio
import re

import pytest

from admin import app
from bot import headers
from storage import submissions
from storage.database import Database, Unavailable
from tests.admin.given import KRISTINA, PASSWORD, Desk, Office, open_office

PATH = "/admin/submissions/N-7KM-4QX"
POSTS = [path.replace("{reference:[^/]+}", "N-7KM-4QX") for method, path, *_ in app.ROUTES if method == "POST"]


async def statuses(office: Office) -> list[str]:
    async with office.database.read() as conn:
        return [str(row["status"]) for row in await submissions.export_rows(conn, 0, 10)]


@pytest.mark.parametrize("path", POSTS)
async def test_no_form_works_without_its_value_or_from_elsewhere(desk: Desk, office: Office, path: str) -> None:
    await office.need()
    page = await desk.get(PATH)
    fields = {"status": "accepted", "text": "kept <safe>", "email": KRISTINA, "password": PASSWORD, "language": "de"}
    for forged in ("", "0" * 32, page.csrf[:-1], "ä"):
        answer = await desk.post(f"/admin{path}", {**fields, "csrf": forged})
        assert (answer.status, "did not come from this page" in answer.text) == (403, True)
        assert "kept &lt;safe&gt;" in answer.text
    for header in (
        {"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"}, {"Origin": f"{office.url}.evil.example"},
    ):  # fmt: skip
        answer = await desk.post(f"/admin{path}", {**fields, "csrf": page.csrf}, headers=header)
        assert answer.status == 403, header
    assert await statuses(office) == ["new"]
    assert (await desk.get(PATH)).status == 200  # still signed in


async def test_ones_own_origin_is_welcome(desk: Desk, office: Office) -> None:
    await office.need()
    page = await desk.get(PATH)
    fields = {"csrf": page.csrf, "text": "a note"}
    answer = await desk.post(f"{PATH}/notes", fields, headers={"Origin": office.url, "Sec-Fetch-Site": "same-origin"})
    assert answer.status == 200


async def test_behind_a_proxy_the_public_address_is_ones_own_and_cookies_are_secure(database: Database) -> None:
    async with open_office(database, public_url="https://sempre.example.org/") as office, Desk(office) as at:
        await office.hire()
        form = await at.get("/admin/sign-in")
        assert "Secure" in form.headers["Set-Cookie"]
        assert "max-age" in form.headers["Strict-Transport-Security"]
        door = re.search(r"sempre_door=([^;]+)", form.headers["Set-Cookie"])
        assert door is not None
        fields = {"csrf": form.csrf, "email": KRISTINA, "password": PASSWORD}
        # What a browser would send back over https alone.
        headers = {"Origin": "https://sempre.example.org", "Cookie": f"sempre_door={door[1]}"}
        opened = await at.post("/admin/sign-in", fields, follow=False, headers=headers)
        assert opened.status == 303
        assert "Secure" in opened.headers["Set-Cookie"]


@pytest.mark.parametrize(
    "reference", ["N-222-222", "N-7KM-4QO", "x", "..%2f..%2fetc", "%00", "1' OR 1=1--", "N" * 5000, "ن"]
)
@pytest.mark.parametrize("rest", ["", "/conversation"])
async def test_what_does_not_exist_says_so(desk: Desk, office: Office, reference: str, rest: str) -> None:
    await office.need()
    answer = await desk.get(f"/admin/submissions/{reference}{rest}")
    if rest and reference == "N-222-222":
        assert "deleted" in answer.text
    else:
        assert (answer.status, "There is nothing here" in answer.text) == (404, True)
        assert "Back to the submissions" in answer.text


async def test_a_reference_may_be_typed_in_small_letters(desk: Desk, office: Office) -> None:
    await office.need()
    assert (await desk.get(PATH.lower())).status == 200


@pytest.mark.parametrize("action", ["status", "notes", "assign", "messages", "translation"])
async def test_nothing_can_be_done_with_what_does_not_exist(desk: Desk, action: str) -> None:
    page = await desk.get("/admin/help")
    fields = {"csrf": page.csrf, "text": "x", "status": "seen", "email": "", "language": "en"}
    assert (await desk.post(f"/admin/submissions/N-222-222/{action}", fields)).status == 404


async def test_other_methods_and_pages(desk: Desk) -> None:
    assert (await desk.get("/admin/sign-out")).status == 405
    assert (await desk.get("/admin/nowhere")).status == 404
    page = await desk.get("/admin/help")
    assert (await desk.post("/admin/nowhere", {"csrf": page.csrf})).status == 404
    assert (await desk.post("/admin/language", {"csrf": page.csrf, "language": "xx"})).status == 422
    assert (await desk.get("/admin/static/nothing.js")).status == 404
    assert (await desk.get("/admin/static/..%2fapp.py")).status == 404


async def test_a_body_that_is_no_form(desk: Desk, office: Office) -> None:
    await office.need()
    page = await desk.get(PATH)
    for sort in ("application/json", "multipart/form-data; boundary=x", "text/plain"):
        answer = await desk.post(f"{PATH}/notes", {"csrf": page.csrf, "text": "x"}, headers={"Content-Type": sort})
        assert answer.status == 415
    sort = "application/x-www-form-urlencoded; charset=nonsense"
    assert (await desk.post(f"{PATH}/notes", {"csrf": "x"}, headers={"Content-Type": sort})).status in {403, 415}


async def test_control_signs_and_overrides_never_arrive(desk: Desk, office: Office) -> None:
    await office.need()
    saved = await desk.does("notes", text="a\x00b\x1b[31m\u202egnp.exe\u2066c")
    assert "ab[31mgnp.exec" in saved.text


async def test_every_answer_carries_the_headers(desk: Desk, office: Office) -> None:
    await office.need()
    for path in (
        "/admin/submissions",
        PATH,
        "/admin/nowhere",
        "/admin/submissions/export",
        "/admin/static/panel.css",
        "/admin",
    ):
        answer = await desk.get(path, follow=False)
        assert (
            answer.headers["Content-Security-Policy"] == headers.PANEL
            if answer.headers["Content-Type"].startswith("text/html")
            else headers.NOTHING
        ), path
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        stays = "immutable" in answer.headers["Cache-Control"]
        assert stays if "static" in path else answer.headers["Cache-Control"] == "no-store"


async def test_pages_hold_no_inline_script_or_style(desk: Desk, office: Office) -> None:
    await office.need()
    for path in ("/admin/submissions", PATH, "/admin/help", "/admin/account", "/admin/translate", "/admin/nowhere"):
        text = (await desk.get(path)).text
        assert not re.search(r"<script(?![^>]*src=)|<style|\sstyle=|\son\w+=|javascript:", text), path
        assert not re.search(r'(?:src|href|action)="(?:https?:)?//', text), path


async def test_a_database_that_is_away_is_said_and_what_was_typed_comes_back(
    desk: Desk, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Taken away between two requests, as a disk that fills up is."""
    await office.need()
    page = await desk.get(PATH)
    whole = office.database.write

    def away() -> object:
        raise Unavailable("full")

    monkeypatch.setattr(office.database, "write", away)
    answer = await desk.post(f"{PATH}/notes", {"csrf": page.csrf, "text": "ten minutes"})
    assert (answer.status, "ten minutes" in answer.text, answer.headers["Retry-After"]) == (503, True, "5")
    monkeypatch.setattr(office.database, "write", whole)
    assert (await desk.post(f"{PATH}/notes", {"csrf": page.csrf, "text": "ten minutes"})).status == 200


async def test_a_fault_of_ours_is_a_page_without_a_trace(
    desk: Desk, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> object:
        raise RuntimeError("with a secret in it")

    monkeypatch.setattr(office.database, "read", broken)
    answer = await desk.get("/admin/sign-in?link=x")
    assert (answer.status, "not your fault" in answer.text, "secret" in answer.text) == (500, True, False)


async def test_many_at_once(desk: Desk, office: Office) -> None:
    """Twenty notes in one moment: all of them are there."""
    await office.need()
    page = await desk.get(PATH)
    sent = [desk.post(f"{PATH}/notes", {"csrf": page.csrf, "text": f"note {n}", "nonce": str(n)}) for n in range(20)]
    assert {answer.status for answer in await asyncio.gather(*sent)} == {200}
    assert (await desk.get(PATH)).text.count('data-field="note"') == 20

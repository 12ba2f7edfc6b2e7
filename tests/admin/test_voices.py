"""What is said in voices, on the panel: drafted by a machine where staff ask, kept as they confirm it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import expect

from bot.scribe import Scribe
from locales import topics
from storage import casework, masking, staff, voices
from storage.database import Database, open_database
from storage.sealed import Keyring
from tests import speaking
from tests.admin.given import HOUR, KRISTINA, Desk, Office, open_office
from tests.admin.looking import browser, fine, window
from tests.pictures import jpeg, ogg

REFERENCE = "N-7KM-4QX"
PATH = f"/admin/submissions/{REFERENCE}"
HEARD = "The bus does not run on Sundays, says Wiedehopf."
DRAFT = "Write down what is said"


@pytest.fixture
async def one(sqlite_template: Path, tmp_path: Path, keyring: Keyring) -> AsyncIterator[Database]:
    shutil.copy(sqlite_template, tmp_path / "sempre.sqlite")
    database = open_database(f"sqlite:///{tmp_path / 'sempre.sqlite'}", keyring)
    yield database
    await database.close()


@asynccontextmanager
async def listening(database: Database, language: str = "en") -> AsyncIterator[tuple[Desk, Office, str, list[str]]]:
    """Kristina at a panel where voices are written down, a need with a voice, its address, and who was woken."""
    woken: list[str] = []
    async with open_office(database, listen=lambda: woken.append("bot"), suggest=topics.suggest) as office:
        await office.need(story=None, language=language, topic="MON", detail="MON.forms")
        file = await office.sends_file(REFERENCE, ogg(), "voice")
        async with Desk(office) as desk:
            await desk.take_seat(await office.hire())
            yield desk, office, f"{PATH}/files/{file}", woken


async def drafted(office: Office, state: str, text: str | None = None) -> None:
    """As the process that listens does it."""
    async with office.database.write() as conn:
        asked = await voices.take_asked(conn, office.now())
        assert asked is not None
        await voices.settle(conn, asked.id, state, text, office.now())


async def test_without_the_extra_nothing_changes(desk: Desk, office: Office) -> None:
    await office.need()
    at = f"{PATH}/files/{await office.sends_file(REFERENCE, ogg(), 'voice')}"
    page = await desk.get(PATH)
    assert (f'src="{at}"' in page.text, f"{at}/" in page.text, DRAFT in page.text) == (True, False, False)
    assert (await desk.post(f"{at}/draft", {"csrf": page.csrf})).status == 404
    assert DRAFT not in (await desk.get(f"{at}/words")).text


async def test_a_draft_is_put_right_and_confirmed_and_stands_beside_the_voice(database: Database) -> None:
    async with listening(database) as (desk, office, at, woken):
        page = await desk.get(PATH)
        assert page.text.count(f'action="{at}/draft"') == 1  # with the words that it came with, not in the talk again
        waiting = await desk.post(f"{at}/draft", {"csrf": page.csrf})
        assert (waiting.path, woken) == (f"{at}/words", ["bot"])
        assert "A program on our own machine is writing it down." in waiting.text
        assert (await desk.get(f"{at}/words", headers={"HX-Request": "true"})).status == 204
        await drafted(office, "written", HEARD)
        shown = await desk.get(f"{at}/words")
        assert re.search(rf'<textarea [^>]*lang="en" dir="ltr"[^>]*>{HEARD}</textarea>', shown.text)
        assert "It makes mistakes" in shown.text
        assert f'src="{at}"' in shown.text
        assert HEARD not in (await desk.get(PATH)).text
        form = {"csrf": shown.csrf, "version": shown.hidden("version"), "text": f"{HEARD} Monday too."}
        saved = await desk.post(f"{at}/words", form)
        assert saved.path == f"{PATH}?done=written"
        assert "What is said is written down." in saved.text
        assert f'data-field="voice">{HEARD} Monday too.</blockquote>' in saved.text
        assert f"listened to by {KRISTINA}" in saved.text
        assert "kristina@example.org: wrote down what is said" in saved.text
        assert f'src="{at}"' in saved.text  # the recording stays
        assert 'data-field="proposal"' in saved.text  # what it is about, by these words
        stale = await desk.post(f"{at}/words", {**form, "text": "Something else."})
        assert (stale.status, "Something else." in stale.text) == (409, True)
        assert f'action="{at}/words"' in stale.text
        exported = await desk.get("/admin/submissions/export?format=jsonl")
        assert HEARD not in exported.text
        assert json.loads(exported.text)["answers"].get("story") is None
        found = await desk.post("/admin/search", {"csrf": page.csrf, "q": "sundays"})
        assert found.references() == [REFERENCE]


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("too_long", "longer than five minutes"), ("silent", "heard no words"), ("damaged", "recording is damaged"),
        ("late", "took too long"), ("ended", "stopped in the middle"), ("wrong_model", "not installed as it should be"),
        ("something_new", "stopped in the middle"),
    ],
)  # fmt: skip
async def test_why_there_is_no_draft_is_said_in_a_sentence_and_it_can_be_asked_again(
    one: Database, state: str, said: str
) -> None:
    async with listening(one) as (desk, office, at, woken):
        page = await desk.get(PATH)
        await desk.post(f"{at}/draft", {"csrf": page.csrf})
        await drafted(office, state)
        for path in (PATH, f"{at}/words"):
            shown = await desk.get(path)
            assert said in shown.text
            assert f'action="{at}/draft"' in shown.text
        await desk.post(f"{at}/draft", {"csrf": page.csrf})
        assert "is writing it down" in (await desk.get(PATH)).text
        assert woken == ["bot", "bot"]


@pytest.mark.parametrize(("language", "name"), [("ti", "Tigrinya"), ("kmr", "Kurdish"), ("so", "Somali")])
async def test_a_language_that_no_program_understands_is_named_and_nothing_is_offered(
    one: Database, language: str, name: str
) -> None:
    async with listening(one, language) as (desk, _, at, woken):
        page = await desk.get(PATH)
        assert "No program here understands spoken" in page.text
        assert name in page.text
        assert f"{at}/" not in page.text
        assert (await desk.post(f"{at}/draft", {"csrf": page.csrf})).status == 404
        assert woken == []


async def test_what_is_wrong_is_said_at_the_field_and_what_was_typed_stays(one: Database) -> None:
    async with listening(one) as (desk, office, at, _):
        page = await desk.get(PATH)
        await desk.post(f"{at}/draft", {"csrf": page.csrf})
        await drafted(office, "written", HEARD)
        for text, said in ((" ", "Write what is said first."), ("x" * 20_001, "has 20001 characters")):
            again = await desk.post(f"{at}/words", {"csrf": page.csrf, "text": text})
            assert (again.status, said in again.text, f">{text}</textarea>" in again.text) == (422, True, True)
        await office.erases(REFERENCE)
        assert (await desk.post(f"{at}/words", {"csrf": page.csrf, "text": HEARD})).status == 404


async def test_only_voices_of_this_submission(one: Database) -> None:
    async with listening(one) as (desk, office, at, _):
        page = await desk.get(PATH)
        picture = await office.sends_file(REFERENCE, jpeg())
        await office.need("N-2PQ-6VB")
        number = at.rpartition("/")[2]
        for wrong in (f"{PATH}/files/{picture}", f"/admin/submissions/N-2PQ-6VB/files/{number}", f"{PATH}/files/x"):
            assert (await desk.get(f"{wrong}/words")).status == 404
            for deed in ("draft", "words"):
                assert (await desk.post(f"{wrong}/{deed}", {"csrf": page.csrf, "text": HEARD})).status == 404


async def test_a_hidden_part_is_hidden_there_and_shown_again_before_the_text_is_changed(one: Database) -> None:
    async with listening(one) as (desk, office, at, _):
        async with office.database.write() as conn:
            kristina = await staff.by_email(conn, KRISTINA)
            assert kristina is not None
            file = int(at.rpartition("/")[2])
            await voices.confirm(conn, REFERENCE, file, HEARD, kristina.id, None, office.now())
            await masking.mask(conn, REFERENCE, "Wiedehopf", kristina.id, None, office.now())
        shown = await desk.get(f"{at}/words")
        assert "Wiedehopf" not in shown.text + (await desk.get(PATH)).text
        assert "<textarea" not in shown.text
        assert "Show it again before you change the text." in shown.text


async def test_a_voice_in_a_reply_shows_its_text_while_the_page_is_open(one: Database) -> None:
    async with listening(one) as (desk, office, _, _):
        async with office.database.write() as conn:
            message = await casework.write_message(conn, REFERENCE, "Where?", "en", "1", 1, office.now())
        await office.delivers(REFERENCE, message)
        reply = await office.sends_file(REFERENCE, ogg(), "voice", message=message)
        page = await desk.get(PATH)
        watch = re.search(r'data-hx-get="([^"]+)"', page.text)
        assert watch is not None
        asked = watch[1].replace("&amp;", "&")
        assert (await desk.get(asked)).status == 204
        await desk.post(f"{PATH}/files/{reply}/draft", {"csrf": page.csrf})
        await drafted(office, "written", HEARD)
        assert "Check the draft" in (await desk.get(asked)).text


# -- in a browser, and for real --------------------------------------------------------------------


@pytest.mark.parametrize(("language", "scripts"), [("en", True), ("de", False)])
async def test_from_a_voice_to_its_text_in_a_browser(one: Database, language: str, scripts: bool) -> None:
    """Somebody reads in English; with scripts the draft appears by itself, without them by asking again."""
    async with open_office(one, listen=lambda: None) as office, browser() as on:
        await office.need(story=None)
        file = await office.sends_file(REFERENCE, speaking.reading(6), "voice")
        scribe = Scribe(one, office.now)
        kristina = await office.hire(language=language)
        async with window(on, office, await office.token(kristina), java_script_enabled=scripts) as page:
            await page.goto(PATH)
            if scripts:
                await fine(page)
            await page.locator(f"form[action$='/files/{file}/draft'] button").click()
            await expect(page.locator("#live")).to_have_attribute("data-state", "asked")
            if scripts:
                await fine(page)
            assert await scribe.once()
            if not scripts:
                await page.locator("#live a.button").click()
            field = page.locator("#voice-text")
            await expect(field).to_contain_text(speaking.SAID[0], timeout=8000)
            assert await field.evaluate("e => [e.lang, getComputedStyle(e).direction]") == ["en", "ltr"]
            if scripts:
                await fine(page)
            await field.fill("It was the best of times.")
            await page.locator("#live button").click()
            await expect(page.locator("#done")).to_be_visible()
            await expect(page.locator("[data-field=voice]")).to_have_text("It was the best of times.")
            if scripts:
                await fine(page)
                await page.goto(f"{PATH}/files/{file}/words")
                await field.fill("")
                await page.evaluate("for (const form of document.forms) form.noValidate = true")
                await page.locator("#live button").click()
                await expect(page.locator("[aria-invalid=true]")).to_be_focused()
                await fine(page)
        scribe.stop()
        await scribe.run()


async def test_a_draft_that_nobody_confirms_is_gone_and_may_be_asked_anew(one: Database) -> None:
    async with listening(one) as (desk, office, at, _):
        page = await desk.get(PATH)
        await desk.post(f"{at}/draft", {"csrf": page.csrf})
        await drafted(office, "written", HEARD)
        office.moment += voices.LASTS + HOUR
        async with office.database.write() as conn:
            assert await voices.sweep(conn, office.now()) == 1
        async with Desk(office) as later:
            await later.take_seat(1)
            assert f'action="{at}/draft"' in (await later.get(PATH)).text

"""Pictures and voices on the panel in a real browser: seen, heard, saved; from a person's phone to the panel."""

from __future__ import annotations

import re
import shutil
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, expect

from bot.media import known
from storage import staff
from storage.database import open_database
from storage.sealed import Keyring
from tests.admin.given import KRISTINA, Office, open_office
from tests.admin.looking import browser, sign, too_wide, violations, window
from tests.admin.test_whole_way import sign_in, write
from tests.emulators.bot_api_people import Person
from tests.pictures import heic, jpeg, mp3
from tests.serving import Process, answer, asked, bot_api, free_port, settings, tell_need, until

REFERENCE = "N-7KM-4QX"
PATH = f"/admin/submissions/{REFERENCE}"
PLAYS = "audio => audio.play().then(() => audio.duration)"


@pytest.fixture
async def office(sqlite_template: Path, tmp_path: Path, keyring: Keyring) -> AsyncIterator[Office]:
    file = tmp_path / "sempre.sqlite"
    shutil.copy(sqlite_template, file)
    database = open_database(f"sqlite:///{file}", keyring)
    async with open_office(database) as opened:
        yield opened
    await database.close()


@pytest.fixture
async def page(office: Office) -> AsyncIterator[Page]:
    kristina = await office.hire()
    await office.need()
    async with browser() as on, window(on, office, await office.token(kristina)) as opened:
        yield opened


async def seen(picture: Locator) -> bool:
    await picture.scroll_into_view_if_needed()
    await expect(picture).to_have_js_property("complete", True)
    wide: int = await picture.evaluate("image => image.naturalWidth")
    return wide > 0


async def test_seen_heard_and_saved(page: Page, office: Office, tmp_path: Path) -> None:
    picture = await office.sends_file(REFERENCE, jpeg())
    await office.sends_file(REFERENCE, mp3(), "voice")
    letter = await office.sends_file(REFERENCE, b"<script>document.title = 'run'</script>", "document")
    await page.goto(PATH)
    pictures = page.get_by_role("img", name="Photo from the person")
    assert [await seen(one) for one in await pictures.all()] == [True, True]
    for player in await page.locator("audio").all():
        assert 0.4 < float(await player.evaluate(PLAYS)) < 0.7
    for number, name, kept in (
        (picture, f"{REFERENCE}-{picture}.jpg", known(jpeg()).content),
        (letter, f"{REFERENCE}-{letter}", b"<script>document.title = 'run'</script>"),
    ):
        async with page.expect_download() as waiting:
            await page.locator(f"#added-{number}").get_by_role("link", name="Save").click()
        download = await waiting.value
        assert download.suggested_filename == name
        await download.save_as(tmp_path / "saved")
        assert (tmp_path / "saved").read_bytes() == kept


async def test_opened_by_itself_it_may_do_nothing(office: Office) -> None:
    member = await office.hire()
    await office.need()
    number = await office.sends_file(REFERENCE, jpeg())
    async with browser() as on:  # not in a `window`: the browser's own viewer is refused its style, and says so
        context = await on.new_context(base_url=office.url)
        await sign(context, await office.token(member))
        page = await context.new_page()
        await page.goto(f"{PATH}/files/{number}")
        assert await seen(page.locator("img"))
        assert await page.evaluate("window.origin") == "null"  # so it has none of our cookies
        await context.close()


async def test_news_neither_stop_a_voice_nor_take_the_focus(page: Page, office: Office) -> None:
    number = await office.sends_file(REFERENCE, mp3() * 40, "voice")
    await page.goto(PATH)
    player = page.locator(f"#said-{number}-play")
    await player.evaluate("audio => { audio.kept = true; return audio.play() }")
    save = page.locator(f"#said-{number}").get_by_role("link", name="Save")
    await save.focus()
    await office.sends_file(REFERENCE, jpeg())
    await expect(page.locator("#live img")).to_have_count(1, timeout=8000)
    assert await player.evaluate("audio => [audio.kept === true, audio.paused]") == [True, False]
    await expect(save).to_be_focused()


@pytest.mark.parametrize("language", ["en", "de"])
async def test_accessible_and_never_too_wide(page: Page, office: Office, language: str) -> None:
    for content, media in (
        (jpeg(), "photo"),
        (mp3(), "voice"),
        (heic(), "photo"),
        (None, "voice"),
        (b"\xff\xd8\xff", "photo"),
    ):
        await office.sends_file(REFERENCE, content, media)
    async with office.database.write() as conn:
        found = await staff.by_email(conn, KRISTINA)
        assert found is not None
        await staff.set_language(conn, found.id, language)
    await page.goto(PATH)
    for width, scheme, rules in ((1280, "light", None), (1280, "dark", "color-contrast"), (320, "dark", None)):
        await page.set_viewport_size({"width": width, "height": 800})
        await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        assert await violations(page, rules) == [], (width, scheme)
        assert await too_wide(page) <= 0, width


# -- the whole way --------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_a_voice_and_a_photo_from_a_phone_to_the_panel(
    tmp_path: Path, kind: str, request: pytest.FixtureRequest
) -> None:
    """The story is a voice without a word, the answer to our message a photo that says it is a PDF."""
    more = {} if kind == "sqlite" else {"database_url": request.getfixturevalue("postgres_url")}
    async with bot_api() as api, browser() as on:
        process = Process(settings(tmp_path / "data", api, mode="polling", port=free_port(), **more))
        await process.start()
        context = await on.new_context(base_url=f"http://127.0.0.1:{process.settings.port}")
        page = await context.new_page()
        try:
            person = api.person()
            reference = await _tell_by_voice(person)
            await tell_need(api.person())
            await sign_in(page, process.log)
            await write(page, reference, "Can you send us a photo of the timetable?")
            await until(lambda: any("timetable" in shown.text for shown in person.messages), 15)
            player = page.locator("#words-title ~ .file audio")
            assert float(await player.evaluate(PLAYS)) > 0.4
            await person.sends_document(jpeg())
            await expect(page.locator(".reply img")).to_have_count(1, timeout=15000)
            assert await seen(page.locator(".reply img"))
            await page.locator("#words-title ~ .file form button").click()
            await expect(page.locator("#live[data-state=silent]")).to_be_visible(timeout=20000)
        finally:
            await context.close()
            await process.end(signal.SIGKILL)


async def _tell_by_voice(person: Person) -> str:
    spoken = False
    await person.says("/start")
    while True:
        shown = await person.hears()
        if found := re.search(r"N-\w{3}-\w{3}", shown.text):
            return found[0]
        if asked(shown) == "story" and not spoken:
            spoken = True
            await person.sends_voice(mp3())
        else:
            await answer(person, shown, "en")

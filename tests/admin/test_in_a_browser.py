"""The panel in a real browser: a working day by mouse, by keyboard alone, without scripts; every page with axe."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from storage import staff
from storage.database import open_database
from storage.sealed import Keyring
from tests.admin.busy import ANSWERED, FIRST, busy
from tests.admin.given import KRISTINA, PASSWORD, STORY, Office, open_office
from tests.admin.looking import browser, too_wide, violations, window
from tests.numbers import CARD, IDS

# One browser for all tests of a worker: starting it anew would take longer than most of them.
pytestmark = pytest.mark.asyncio(loop_scope="module")

NEW = "N-7KM-4QX"


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def on() -> AsyncIterator[Browser]:
    async with browser() as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="module")
async def office(sqlite_template: Path, tmp_path: Path, keyring: Keyring) -> AsyncIterator[Office]:
    file = tmp_path / "sempre.sqlite"
    shutil.copy(sqlite_template, file)
    database = open_database(f"sqlite:///{file}", keyring)
    async with open_office(database) as opened:
        yield opened
    await database.close()


@pytest_asyncio.fixture(loop_scope="module")
async def at(on: Browser, office: Office) -> AsyncIterator[Page]:
    """Kristina's browser on a busy morning."""
    kristina = await busy(office)
    async with window(on, office, await office.token(kristina)) as page:
        yield page


# -- a working day --------------------------------------------------------------------------------


async def test_by_mouse(on: Browser, office: Office, tmp_path: Path) -> None:
    """Sign in, find, read, answer, get the reply, change the status, take the list along."""
    await busy(office)
    async with window(on, office) as page:
        await page.goto("/admin")
        await page.get_by_label("E-mail address").fill(KRISTINA)
        await page.get_by_label("Password").fill(PASSWORD)
        await page.get_by_role("button", name="Sign in").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("Submissions")
        await expect(page.locator("tbody tr").first).to_have_attribute("data-reference", FIRST)

        await page.get_by_text("Filters").click()
        await page.get_by_label("Topic").select_option(label="Getting around")
        await page.get_by_label("Status").select_option(label="New")
        await page.get_by_role("button", name="Show", exact=True).click()
        assert "topic=MOB" in page.url
        await expect(page.locator("tbody tr")).to_have_count(1)
        await page.get_by_role("link", name="Getting around: No bus, or wrong time").click()

        await expect(page.locator("blockquote")).to_have_text(STORY)
        await page.get_by_label("Your message", exact=True).fill("We look for a ride for you.")
        await page.get_by_role("button", name="Send").click()
        await expect(page.get_by_text("Your message is on its way.")).to_be_in_viewport()
        await _answer_comes(office, page)

        await page.get_by_label("New status").select_option(label="Getting in touch")
        await page.get_by_role("button", name="Save the status").click()
        await expect(page.get_by_text("The status is saved.")).to_be_in_viewport()
        await page.get_by_role("button", name="I take care of it").click()
        await expect(page.locator("#who")).to_contain_text(KRISTINA)
        await page.get_by_label("New note").fill("Call the ride service.")
        await page.get_by_role("button", name="Save the note").click()
        await expect(page.locator("#notes")).to_contain_text("Call the ride service.")

        await page.get_by_role("link", name="All submissions").click()
        async with page.expect_download() as waiting:
            await page.get_by_role("link", name="Table (CSV)").click()
        download = await waiting.value
        assert download.suggested_filename == "submissions-2026-11-25.csv"
        await download.save_as(tmp_path / "list.csv")
        assert NEW in (tmp_path / "list.csv").read_text("utf-8-sig")
        await page.get_by_role("button", name="Sign out").click()
        await expect(page.get_by_text("You are signed out.")).to_be_visible()


async def _answer_comes(office: Office, page: Page) -> None:
    """It is sent, and answered, while the page stays as it is and something is being typed."""
    line = page.locator("[data-message]")
    await expect(line).to_have_attribute("data-state", "waiting")
    message = int(await line.get_attribute("data-message") or 0)
    await page.get_by_label("New note").fill("half a sen")
    await office.delivers(NEW, message)
    await expect(line).to_have_attribute("data-state", "sent", timeout=8000)
    await office.replies(NEW, message, "Thank you, Monday is good.")
    await expect(page.locator("[data-message] .reply")).to_contain_text("Monday is good", timeout=8000)
    await expect(page.get_by_role("status").filter(has_text="1 new message from the person")).to_be_visible()
    await expect(page.get_by_label("New note")).to_be_focused()
    await expect(page.get_by_label("New note")).to_have_value("half a sen")


async def tab_to(page: Page, name: str) -> None:
    """Presses Tab until the element of this name has the focus, which must be seen."""
    for _ in range(80):
        await page.keyboard.press("Tab")
        found: str = await page.evaluate(
            "() => { const e = document.activeElement;"
            " return (e.labels?.[0]?.textContent || e.textContent || '').trim() }"
        )
        if found.startswith(name):
            outline = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", name
            covered = await page.evaluate(
                "() => { const e = document.activeElement, r = e.getBoundingClientRect();"
                " const top = document.elementFromPoint(r.left + r.width / 2, r.top + Math.min(r.height / 2, 12));"
                " return !(top === e || e.contains(top) || top?.contains(e)) }"
            )
            assert not covered, name
            return
    raise AssertionError(f"{name} cannot be reached by Tab")


async def test_by_keyboard_alone(on: Browser, office: Office) -> None:
    await busy(office)
    async with window(on, office) as page:
        keys = page.keyboard
        await page.goto("/admin/sign-in")
        await tab_to(page, "E-mail")
        await keys.type(KRISTINA)
        await tab_to(page, "Password")
        await keys.type(PASSWORD)
        await keys.press("Enter")
        await page.wait_for_url("**/submissions")

        await keys.press("Tab")
        await expect(page.get_by_role("link", name="Go to the content")).to_be_focused()
        await keys.press("Enter")
        await tab_to(page, "Words from")
        await keys.type("market")
        await keys.press("Enter")
        await page.wait_for_url("**found=*")
        await tab_to(page, "Getting around")
        await keys.press("Enter")
        await page.wait_for_url(f"**/{NEW}")

        await tab_to(page, "Your message")
        await keys.type("We look for a ride.")
        await tab_to(page, "Send")
        await keys.press("Enter")
        await page.wait_for_url("**done=message*")
        await tab_to(page, "New status")
        await keys.type("Acc")
        await tab_to(page, "Save the status")
        await keys.press("Enter")
        await page.wait_for_url("**done=status*")
        await expect(page.locator(".head [data-field=status]")).to_have_text("Accepted")
        await keys.press("Tab")  # the way goes on where something was saved, not at the top of the page
        await expect(page.get_by_label("New status")).to_be_focused()


async def test_everything_but_live_news_works_without_scripts(on: Browser, office: Office) -> None:
    kristina = await busy(office)
    async with window(on, office, await office.token(kristina), java_script_enabled=False) as page:
        await page.goto("/admin/submissions?urgency=U1")
        await page.locator("a.what").click()
        await page.get_by_label("Your message", exact=True).fill("There is a room for you tonight.")
        await page.get_by_role("button", name="Send").click()
        await page.get_by_label("New status").select_option("contacting")
        await page.get_by_role("button", name="Save the status").click()
        await expect(page.locator(".head [data-field=status]")).to_have_text("Getting in touch")
        await expect(page.locator("[data-message]")).to_have_attribute("data-state", "waiting")
        await expect(page.locator("footer")).to_contain_text("you are signed out at 11:30")


async def test_two_at_once(on: Browser, at: Page, office: Office) -> None:
    await at.goto(f"/admin/submissions/{NEW}")
    member = await office.hire("mette@example.org", "coordinator")
    async with window(on, office, await office.token(member)) as other:
        await other.goto(f"/admin/submissions/{NEW}")
        await other.get_by_label("New status").select_option("accepted")
        await other.get_by_role("button", name="Save the status").click()
        await expect(other.get_by_text("The status is saved.")).to_be_visible()
    await at.get_by_label("New status").select_option("not_possible")
    await at.locator("#state-reason").fill("No bus runs there")
    await at.get_by_role("button", name="Save the status").click()
    await expect(at.get_by_role("heading", level=1)).to_have_text("Somebody was faster")
    await expect(at.get_by_text("mette@example.org changed this")).to_be_visible()
    await expect(at.get_by_label("Why")).to_have_value("No bus runs there")
    await at.get_by_role("button", name="Save mine all the same").click()
    await expect(at.locator(".head [data-field=status]")).to_have_text("Not possible")


async def test_a_session_says_before_it_ends_and_one_key_extends_it(at: Page, office: Office) -> None:
    await at.clock.install()
    await at.goto("/admin/submissions")
    words, ending = at.get_by_role("searchbox"), at.locator("#ending")
    await words.fill("mark")
    await at.clock.fast_forward("25:00")
    await expect(ending).to_be_hidden()
    await at.clock.fast_forward("01:30")
    await expect(ending).to_contain_text("because nothing happened here")
    await expect(at.get_by_role("button", name="Stay signed in")).to_be_visible()
    await expect(words).to_be_focused()  # it only speaks
    await accessible(at, "ending")
    office.moment += timedelta(minutes=26.5)
    await at.keyboard.press("End")
    await expect(ending).to_be_hidden()
    office.moment += timedelta(minutes=29)
    await at.keyboard.type("et")
    await at.keyboard.press("Enter")
    await expect(at.locator("tbody tr")).to_have_attribute("data-reference", NEW)


async def test_a_session_that_has_ended_takes_the_conversation_off_the_screen(at: Page, office: Office) -> None:
    await at.goto(f"/admin/submissions/{NEW}")
    await at.wait_for_load_state("networkidle")  # its icon is asked for last, and would be a sign of life
    office.moment += timedelta(minutes=31)
    await expect(at.locator("#live")).to_have_count(0, timeout=8000)
    await expect(at.get_by_text("You were signed out.")).to_be_visible()


# -- how it looks and sounds ----------------------------------------------------------------------


async def test_a_story_with_markup_does_nothing(at: Page) -> None:
    await at.goto("/admin/submissions/N-2PQ-6VB")
    assert "stolen" not in await at.title()
    await expect(at.locator("blockquote")).to_contain_text("<script>document.title='stolen'</script>")
    assert await at.locator("main script, main img").count() == 0


async def test_arabic_runs_from_right_to_left_on_an_english_page(at: Page) -> None:
    await at.goto(f"/admin/submissions/{ANSWERED}")
    story = at.locator("blockquote").first
    assert await story.evaluate("e => [e.lang, e.dir, getComputedStyle(e).direction]") == ["ar", "rtl", "rtl"]
    assert await at.locator("html").get_attribute("dir") == "ltr"


async def test_main_targets_are_large_and_nothing_needs_scrolling_sideways(at: Page) -> None:
    for width, zoom in ((320, 1), (1280, 1), (320, 1.5)):
        await at.set_viewport_size({"width": width, "height": 700})
        for path in ("", f"/{ANSWERED}", f"/{FIRST}", "/N-2PQ-6VB", "?topic=MOB"):
            await at.goto(f"/admin/submissions{path}")
            if zoom > 1:  # larger letters and the spacing of WCAG 1.4.12
                await at.evaluate(
                    "() => { for (const e of document.querySelectorAll('*')) { e.style.lineHeight = '1.5';"
                    " e.style.letterSpacing = '0.12em'; e.style.wordSpacing = '0.16em' }"
                    " document.documentElement.style.fontSize = '150%' }"
                )
            assert await too_wide(at) <= 0, (path, width, zoom)
            small = await at.evaluate(
                "() => [...document.querySelectorAll('button, select, .button, input:not([type=hidden]), nav a')]"
                ".filter(e => e.offsetParent && e.getBoundingClientRect().height < 43.9).map(e => e.outerHTML)"
            )
            assert small == []


async def test_switching_the_language_stays_on_the_page(at: Page) -> None:
    await at.goto(f"/admin/submissions/{ANSWERED}")
    await at.get_by_label("Language", exact=True).select_option(label="Deutsch (Entwurf)")
    await at.get_by_role("button", name="Change").click()
    await expect(at.locator("html")).to_have_attribute("lang", "de")
    await expect(at.get_by_role("heading", level=1)).to_have_text("Unterwegs sein: Fahrt zum Arzt")
    await expect(at.get_by_role("heading", name="In eigenen Worten")).to_be_visible()


async def _sent(page: Page, path: str, button: str, **fields: str) -> None:
    """Opens a page, fills a form as only a browser without checks would, and sends it."""
    await page.goto(path)
    await page.evaluate("for (const f of document.forms) f.noValidate = true")
    for name, value in fields.items():
        if not await page.locator(f"[name={name}]:visible").count():
            await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        await page.locator(f"[name={name}]:visible").first.fill(value)
    form = page.locator(f"form[action$='{button}']").first
    await form.evaluate("f => { const folded = f.closest('details'); if (folded) folded.open = true }")
    async with page.expect_navigation():
        await form.locator("button").first.click()


STATES = {
    "list": "/admin/submissions",
    "filtered": "/admin/submissions?topic=MOB&status=new",
    "nothing": "/admin/submissions?topic=WRK",
    "beyond": "/admin/submissions?after=x",
    "one": f"/admin/submissions/{ANSWERED}",
    "urgent": f"/admin/submissions/{FIRST}",
    "unreachable": "/admin/submissions/N-3MK-7TR",
    "idea": "/admin/submissions/M-5KJ-8TW",
    "saved": f"/admin/submissions/{NEW}?done=status",
    "markup": "/admin/submissions/N-2PQ-6VB",
    "translate": "/admin/translate",
    "translating": f"/admin/submissions/{ANSWERED}?translate=1",
    "no_more": "/admin/translate?after=x",
    "desk": "/admin/desk",
    "account": "/admin/account",
    "with_a_reason": "/admin/break-glass",
    "help": "/admin/help",
    "missing": "/admin/submissions/N-222-222",
}
ERRORS = {
    "no_words": ("/admin/submissions", "/search", {"q": "?!"}),
    "short_part": (f"/admin/submissions/{NEW}", "/hide", {"part": "x"}),
    "empty_note": (f"/admin/submissions/{NEW}", "/notes", {}),
    "keep_why": (f"/admin/submissions/{NEW}", "/keep", {}),
    "long_message": (f"/admin/submissions/{NEW}", "/messages", {"text": "x" * 3001}),
    "short_password": ("/admin/account", "/account", {"password": "short", "again": "short"}),
}


async def accessible(page: Page, where: str) -> None:
    """No violation in light and dark, narrow and wide. Width changes the layout, the scheme colours alone."""
    for width, scheme, rules in ((1280, "light", None), (1280, "dark", "color-contrast"), (320, "dark", None)):
        await page.set_viewport_size({"width": width, "height": 800})
        await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        assert await violations(page, rules) == [], (where, width, scheme)
    assert await too_wide(page) <= 0, where


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("state", STATES)
async def test_every_page_is_accessible(at: Page, office: Office, state: str, language: str) -> None:
    await _speak(office, language)
    await at.goto(STATES[state])
    assert await at.locator("html").get_attribute("lang") == language
    await accessible(at, state)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("state", ERRORS)
async def test_every_error_is_accessible_and_stands_at_its_field(
    at: Page, office: Office, state: str, language: str
) -> None:
    await _speak(office, language)
    path, action, fields = ERRORS[state]
    await _sent(at, path, action, **fields)
    field = at.locator("[aria-invalid=true]").first
    await expect(field).to_be_focused()
    assert "wrong" in (await field.get_attribute("aria-describedby") or "")
    await accessible(at, state)


@pytest.mark.parametrize("language", ["en", "de"])
async def test_pages_before_signing_in_and_empty_ones_are_accessible(
    on: Browser, office: Office, language: str
) -> None:
    member = await office.hire()
    await _speak(office, language)
    link = await office.link(member)
    async with window(on, office, locale=language) as page:
        for path in ("/admin/sign-in", f"/admin/sign-in?link={link}", "/admin/sign-in?link=x", "/admin/help"):
            await page.goto(path)
            await accessible(page, path)
        await _sent(page, "/admin/sign-in", "/sign-in", email=KRISTINA, password="wrong")
        await accessible(page, "wrong password")
    async with window(on, office, await office.token(member)) as page:
        for path in ("/admin/submissions", "/admin/translate"):
            await page.goto(path)
            await accessible(page, path)
    ada = await office.hire("ada@example.org", "administrator", language)
    async with window(on, office, await office.token(ada)) as page:
        await page.goto("/admin/submissions")
        await accessible(page, "forbidden")


async def test_a_conflict_is_accessible(at: Page) -> None:
    await at.goto(f"/admin/submissions/{ANSWERED}")
    await at.evaluate("for (const f of document.querySelectorAll('[name=version]')) f.value = '0'")
    await at.locator("#state-reason").fill("a reason")
    await at.get_by_role("button", name="Save the status").click()
    await expect(at.get_by_role("heading", level=1)).to_have_text("Somebody was faster")
    await accessible(at, "conflict")


@pytest.mark.parametrize("language", ["en", "de"])
async def test_hiding_deleting_and_the_trail_are_accessible(on: Browser, office: Office, language: str) -> None:
    await office.need(story=f"The card is {CARD}, the number {IDS['EE']}, I am Gimpel.")
    boss = await office.hire("boss@example.org", "coordinator,data-protection-officer", language)
    async with window(on, office, await office.token(boss)) as page:
        await page.goto("/admin/submissions/N-7KM-4QX")
        await page.locator("#hide [data-field=suggestion] button").first.click()
        await expect(page.locator("#hide [data-field=mask]")).to_have_count(1)
        await accessible(page, "hidden")
        await page.locator("#hide [data-field=suggestion] button").nth(1).click()
        await accessible(page, "sure?")
        await page.locator("[name=reason]").fill("told by mistake")
        await page.locator("main button").click()
        await expect(page.locator("#done")).to_be_visible()
        await page.goto("/admin/audit")
        await expect(page.locator("[data-field=entry]")).not_to_have_count(0)
        await accessible(page, "audit")


async def _speak(office: Office, language: str) -> None:
    async with office.database.write() as conn:
        found = await staff.by_email(conn, KRISTINA)
        assert found is not None
        await staff.set_language(conn, found.id, language)

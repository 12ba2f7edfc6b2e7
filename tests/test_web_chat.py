"""The web chat in a real browser: by mouse, by keyboard, on a phone, over a line that breaks, every state with axe."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from bot.service import Service, running
from storage import casework, conversations, doors, inbox, staff
from tests.admin.looking import ARGUMENTS, chromium, too_wide, violations
from tests.browsing import STORY
from tests.cable import Cable
from tests.pictures import SECRET, jpeg
from tests.serving import REFERENCE, exported, settings, traces, until

pytestmark = pytest.mark.asyncio(loop_scope="module")

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True}
ANSWER = "Your answer in your own words"


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def on() -> AsyncIterator[Browser]:
    microphone = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=chromium(), args=[*ARGUMENTS, *microphone])
        yield opened
        await opened.close()


@pytest_asyncio.fixture(loop_scope="module")
async def service(tmp_path: Path) -> AsyncIterator[Service]:
    async with running(settings(tmp_path / "data", organisation="Vidzeme Care", country="LV")) as opened:
        yield opened


@asynccontextmanager
async def window(on: Browser, port: int, *, broken: bool = False, **options: Any) -> AsyncIterator[Page]:
    """A private window. A fault in the console, or a request elsewhere, fails; `broken`: where the line is cut."""
    url = f"http://127.0.0.1:{port}"
    context = await on.new_context(base_url=url, locale="en-GB", **options)
    context.set_default_timeout(6000)
    faults: list[str] = []
    context.on("page", lambda page: _watch(page, url, faults, broken))
    try:
        yield await context.new_page()
    finally:
        await context.close()
    assert not faults


POLICY = "Permissions-Policy"
"""A feature there that the browser does not know is a warning to it, on every page."""


def _watch(page: Page, url: str, faults: list[str], broken: bool) -> None:
    def request(address: str) -> None:
        if not address.startswith((url, "blob:", "data:")):
            faults.append(address)

    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda asked: request(asked.url))
    if not broken:
        page.on(
            "console", lambda said: faults.append(said.text) if said.type == "error" or POLICY in said.text else None
        )


def button(page: Page, name: str) -> Locator:
    return page.locator(":is(#choices, #ways)").get_by_role("button", name=name)


async def choose(page: Page, *names: str) -> None:
    for name in names:
        await button(page, name).click()


async def write(page: Page, words: str) -> None:
    await page.locator("#words").fill(words)
    await page.locator("#words").press("Enter")


async def said(page: Page) -> str:
    """Our latest message, as it is read."""
    text = await page.locator(".m.bot, .m.staff").last.inner_text()
    return re.sub("[\u2066-\u2069]", "", text)


async def own(page: Page) -> list[str]:
    return [re.sub(r"^You\n+", "", text).strip() for text in await page.locator(".m.you").all_inner_texts()]


async def begin(page: Page) -> None:
    await page.goto("/chat")
    await choose(page, "English", "Yes, save them")


async def tell(page: Page) -> str:
    """From the first question after consent to the reference."""
    await choose(page, "Getting around", "No bus")
    await write(page, STORY)
    await expect(page.locator(".m.bot").last).to_contain_text("Where do you live?")
    await write(page, "Liepa")
    await choose(page, "This week", "Send")
    await expect(page.locator(".m.bot").last).to_contain_text("Your number is")
    (reference,) = REFERENCE.findall(await said(page))
    return str(reference)


# -- a talk from hello to sent --------------------------------------------------------------------


async def test_by_mouse(on: Browser, service: Service) -> None:
    async with window(on, service.port, viewport={"width": 1280, "height": 900}) as page:
        await page.goto("/")
        assert await violations(page) == []
        await page.get_by_role("link", name="Write to us here").click()
        await expect(button(page, "1. English")).to_be_visible()
        await choose(page, "English", "Yes, save them")
        reference = await tell(page)
        assert await violations(page) == []
    rows = await exported(service.on.settings)
    assert [(row["reference"], row["answers"]["story"]) for row in rows] == [(reference, STORY)]


async def test_in_arabic_on_a_phone(on: Browser, service: Service) -> None:
    async with window(on, service.port, **PHONE) as page:
        await page.goto("/")
        await page.get_by_role("link", name="العربية").tap()
        await page.get_by_role("link", name="اكتب إلينا هنا").tap()
        await button(page, "نعم، احفظوها").tap()  # the language was chosen on the start page
        await button(page, "التنقل").or_(page.locator("#choices button").nth(2)).first.tap()
        await expect(page.locator("html")).to_have_attribute("dir", "rtl")
        assert await page.evaluate("getComputedStyle(document.querySelector('.m.bot')).direction") == "rtl"
        await page.locator("#choices button.choice").first.tap()
        await write(page, "توقفت الحافلة في الشهر الماضي ولا أستطيع الذهاب إلى السوق")
        await page.locator("#words").fill("Liepa")
        await page.get_by_role("button", name="إرسال").tap()
        await page.locator('[data-payload^="urgency:week"]').tap()
        await page.locator('[data-payload^="check:send"]').tap()
        await expect(page.locator('[data-payload^="check:send"]')).to_have_count(0)
        assert REFERENCE.search(await said(page))
        assert await too_wide(page) == 0
        assert await violations(page) == []
        small = "[...document.querySelectorAll('button, summary, a, textarea')].filter(e => e.offsetParent"
        small += " && !e.classList.contains('skip') && e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"
        assert await page.evaluate(small) == []


async def test_who_speaks_is_said_in_the_language_of_the_page(on: Browser, service: Service) -> None:
    async with window(on, service.port) as page:
        await begin(page)
        await page.locator('[data-payload="!language"]').first.click()
        await button(page, "العربية").click()
        await expect(page.locator("html")).to_have_attribute("lang", "ar")
        labels = await page.locator(".m .who").evaluate_all("all => all.map(one => `${one.lang} ${one.textContent}`)")
        assert set(labels) == {"ar برنامج حاسوب", "ar أنت"}


async def test_by_keyboard_alone(on: Browser, service: Service) -> None:
    async with window(on, service.port) as page:
        await page.goto("/chat")
        await expect(button(page, "English")).to_be_visible()
        await page.keyboard.press("Tab")
        assert await focused(page) == "Go to the answer"
        await page.keyboard.press("Enter")
        for name in ("1. English", "1. Yes, save them"):
            await page.keyboard.press("Tab")
            assert await focused(page) == name
            await page.keyboard.press("Enter")
            await expect(button(page, name)).to_have_count(0)
            assert await page.evaluate("document.activeElement.id") == "choices"
        await page.keyboard.press("Tab")
        assert await focused(page) == "1. Health"
        await page.locator("#words").focus()
        for words, asked in (
            ("3", "what is it about"), ("1", "tell us"), (STORY, "Where"), ("Liepa", "When"), ("3", "check"),
            ("1", "number"),
        ):  # fmt: skip
            await page.keyboard.type(words)
            await page.keyboard.press("Enter")
            await expect(page.locator(".m.bot").last).to_contain_text(re.compile(asked, re.IGNORECASE))
            assert await page.evaluate("document.activeElement.id") == "words"  # focus is not taken from who writes
        assert REFERENCE.search(await said(page))


async def focused(page: Page) -> str:
    text: str = await page.evaluate("document.activeElement.innerText")
    return text.strip()


async def test_a_screen_reader_hears_what_is_new_and_not_what_was_there(on: Browser, service: Service) -> None:
    async with window(on, service.port) as page:
        await begin(page)
        log = page.get_by_role("log", name="Messages")
        await expect(log).to_have_attribute("aria-live", "polite")
        await expect(page.get_by_role("group", name="Possible answers")).to_be_visible()
        await page.reload()
        await expect(page.locator(".m.bot")).to_have_count(3)
        assert await log.get_attribute("aria-live") == "off"
        await expect(log).to_have_attribute("aria-live", "polite")


async def test_marks_change_in_place_and_focus_stays(on: Browser, service: Service) -> None:
    async with window(on, service.port) as page:
        await begin(page)
        await choose(page, "I have an idea")
        await expect(page.locator(".m.bot")).to_have_count(4)
        for _ in range(8):
            if await page.locator('[data-payload^="have:"]').count():
                break
            count = await page.locator(".m.bot").count()
            if await page.locator('[data-payload^="consent:yes"]').count():
                await page.locator('[data-payload^="consent:yes"]').click()
            elif await page.locator('[data-payload*="!skip"]').count():
                await page.locator('[data-payload*="!skip"]').click()
            else:
                await write(page, "Nobody meets in our village any more in winter")
            await expect(page.locator(".m.bot")).to_have_count(count + 1)
        count = await page.locator(".m.bot").count()
        first = page.locator('[data-payload^="have:+"]').first
        await first.focus()
        await page.keyboard.press("Enter")
        await expect(page.locator('#choices [data-payload^="have:-"]')).to_have_count(1)
        assert await focused(page) == await page.locator('#choices [data-payload^="have:-"]').inner_text()
        assert await page.locator(".m.bot").count() == count


# -- lines that break -----------------------------------------------------------------------------


async def test_the_line_is_cut_in_the_middle(on: Browser, service: Service) -> None:
    async with Cable(service.port) as cable, window(on, cable.port, broken=True) as page:
        await begin(page)
        await choose(page, "Getting around", "No bus")
        cable.cut()
        await expect(page.locator("#state")).to_contain_text("There is no connection")
        await write(page, STORY)
        await expect(page.locator(".m.you").last).to_contain_text("Not sent yet")
        cable.mend()
        await expect(page.locator(".m.bot").last).to_contain_text("Where do you live?", timeout=15_000)
        await expect(page.locator(".m.you .how")).to_have_count(0)
        assert (await own(page)).count(STORY) == 1
        assert await violations(page) == []


async def test_what_was_written_without_a_line_goes_out_when_the_page_comes_back(on: Browser, service: Service) -> None:
    async with Cable(service.port) as cable, window(on, cable.port, broken=True) as page:
        await begin(page)
        await choose(page, "Getting around", "No bus")
        await page.context.set_offline(True)
        await expect(page.locator("#state")).to_contain_text("There is no connection")
        await write(page, STORY)
        await expect(page.locator(".m.you").last).to_contain_text("Not sent yet")
        cable.cut()
        await page.context.set_offline(False)
        cable.mend()
        await page.goto("/")  # away, and back
        await page.goto("/chat")
        await expect(page.locator(".m.bot").last).to_contain_text("Where do you live?", timeout=15_000)
        assert (await own(page)).count(STORY) == 1


async def test_an_acknowledgement_that_was_lost_doubles_nothing(on: Browser, service: Service) -> None:
    async with Cable(service.port) as cable, window(on, cable.port, broken=True) as page:
        await begin(page)
        await expect(button(page, "Getting around")).to_be_visible()
        cable.deaf = True  # what we answer gets lost on the way
        await button(page, "Getting around").click()
        await until(lambda: received(service) == 4)
        cable.cut()
        cable.mend()
        await expect(button(page, "No bus")).to_be_visible(timeout=15_000)
        assert (await own(page)).count("Getting around") == 1
        assert received(service) == 4


def received(service: Service) -> float:
    number: float = service.on.metrics.received.labels("web")._value.get()
    return number


async def test_two_tabs(on: Browser, service: Service) -> None:
    async with window(on, service.port) as one:
        await begin(one)
        other = await one.context.new_page()
        await other.goto("/chat")
        await expect(button(other, "Getting around")).to_be_visible()
        await choose(one, "Getting around")
        await expect(button(other, "No bus")).to_be_visible()
        await choose(other, "No bus")
        await expect(one.locator(".m.bot").last).to_contain_text("tell us a little more")
        assert (
            await own(one)
            == await own(other)
            == ["English", "Yes, save them", "Getting around", "No bus, or wrong time"]
        )


async def test_the_service_starts_again(on: Browser, tmp_path: Path) -> None:
    of = settings(tmp_path / "data")
    async with running(of):
        context = await on.new_context(base_url=f"http://127.0.0.1:{of.port}", locale="en-GB")
        page = await context.new_page()
        await begin(page)
        await choose(page, "Getting around", "No bus")
        await expect(page.locator(".m.bot").last).to_contain_text("tell us")
    await write(page, STORY)
    await expect(page.locator(".m.you").last).to_contain_text("Not sent yet")
    async with running(of):
        await expect(page.locator(".m.bot").last).to_contain_text("Where do you live?", timeout=15_000)
        assert (await own(page)).count(STORY) == 1
        await context.close()


# -- an answer from staff -------------------------------------------------------------------------


async def test_an_answer_is_read_after_closing_the_tab(on: Browser, service: Service) -> None:
    async with window(on, service.port) as page:
        await begin(page)
        reference = await tell(page)
        await page.close()
        now = service.on.now()
        async with service.on.database.write() as conn:
            member = await staff.add(conn, "kristina@example.org", "caseworker", now)
            words = "We can drive you on Friday. Is 9:00 fine?"
            await casework.write_message(conn, reference, words, "en", "nonce", member, now)
        page = await on.contexts[-1].new_page()
        await page.goto("/chat")
        await expect(page.locator(".m.staff")).to_contain_text("on Friday")
        await expect(page.locator(".m.staff")).to_contain_text("A person from")
        await write(page, "Yes, 9:00 is fine. Thank you very much!")
        await expect(page.locator(".m.bot").last).to_contain_text("passed on")
        assert await violations(page) == []


# -- voice and pictures ---------------------------------------------------------------------------


async def test_a_voice_message(on: Browser, service: Service) -> None:
    async with window(on, service.port) as page:
        await begin(page)
        await choose(page, "Getting around", "No bus")
        await page.get_by_role("button", name="Speak").click()
        await expect(page.locator("#parcel-text")).to_contain_text("Speak now")
        await asyncio.sleep(0.5)
        await page.get_by_role("button", name="Stop recording").click()
        await expect(page.locator("#preview audio")).to_be_visible()
        assert await violations(page) == []
        await page.locator("#post").click()
        await expect(page.locator(".m.bot").last).to_contain_text("Where do you live?")
        await until(lambda: kept(service) == [])
        await page.reload()
        await expect(page.locator(".m.you", has_text="Voice message")).to_be_visible()
        player = page.locator(".m.you audio")
        await expect(player).to_have_js_property("readyState", 4)  # HAVE_ENOUGH_DATA: it can be heard again
        assert await violations(page) == []


async def test_a_picture_loses_its_place(on: Browser, service: Service, tmp_path: Path) -> None:
    async with window(on, service.port) as page:
        await begin(page)
        await choose(page, "Getting around", "No bus")
        photo = {"name": "kitchen.jpg", "mimeType": "image/jpeg", "buffer": jpeg()}
        await page.locator("#picture").set_input_files(photo)  # type: ignore[arg-type]
        await expect(page.get_by_alt_text("Your picture")).to_have_count(1)
        await page.locator("#discard").click()
        await page.locator("#picture").set_input_files(photo)  # type: ignore[arg-type]
        await page.locator("#post").click()
        await expect(page.locator(".m.bot").last).to_contain_text("Where do you live?")
        await page.reload()
        await page.locator(".m.you img").scroll_into_view_if_needed()
        await page.wait_for_function("document.querySelector('.m.you img').naturalWidth > 0")
    assert traces(tmp_path / "data", [SECRET.decode()]) == []


async def test_a_file_that_we_cannot_take_is_told(on: Browser, service: Service) -> None:
    async with window(on, service.port, broken=True) as page:
        await begin(page)
        await expect(
            button(page, "Getting around")
        ).to_be_visible()  # an answer that comes later would clear what is told
        film = {"name": "film.jpg", "mimeType": "image/jpeg", "buffer": b"<html>"}
        await page.locator("#picture").set_input_files(film)  # type: ignore[arg-type]
        await page.locator("#post").click()
        await expect(page.locator("#state")).to_contain_text("pictures and voice messages only")
        await expect(page.locator(".m.you").last).to_contain_text("This was not sent.")
        await choose(page, "Getting around")
        await expect(button(page, "No bus")).to_be_visible()


def kept(service: Service) -> list[int]:
    return [] if service.on.metrics.fetched.labels("web")._value.get() else [1]


# -- coming back, and leaving ---------------------------------------------------------------------


async def test_a_code_opens_the_talk_elsewhere(on: Browser, service: Service) -> None:
    async with window(on, service.port) as page, window(on, service.port, broken=True) as other:
        await begin(page)
        await page.get_by_text("Come back later").click()
        await page.get_by_role("button", name="Show my code").first.click()
        await expect(page.locator("#code")).to_have_text(re.compile(r"(\w{4}-){3}\w{4}"))
        code = await page.locator("#code").inner_text()
        assert await violations(page) == []
        await other.bring_to_front()
        await other.goto("/")
        await other.get_by_role("link", name="I have a code").click()
        await expect(other.get_by_label("Your code")).to_be_focused()
        await other.keyboard.type("ABCD EFGH JKLM NPQR")
        await other.keyboard.press("Enter")
        await expect(other.locator("#typed-wrong")).to_contain_text("We do not know this code")
        assert await violations(other) == []
        await other.get_by_label("Your code").fill(code.lower())
        await other.keyboard.press("Enter")
        await expect(button(other, "Getting around")).to_be_visible()
        assert await own(other) == ["English", "Yes, save them"]


async def test_a_shared_computer_keeps_nothing(on: Browser, service: Service) -> None:
    async with window(on, service.port, broken=True) as page:
        await begin(page)
        await page.locator("#size").click()
        await page.get_by_text("This is a shared computer").click()
        await page.get_by_role("button", name="Close my talk now").click()
        await expect(page.locator("#state")).to_contain_text("closed on this computer")
        await expect(page.locator(".m")).to_have_count(0)
        assert await violations(page) == []
        assert await page.context.cookies() == []
        assert await page.evaluate("localStorage.length") == 0
        await page.get_by_role("button", name="Begin a new talk").click()
        await expect(button(page, "English")).to_be_visible()
        assert await own(page) == []


async def test_a_talk_that_ended_says_so(on: Browser, service: Service) -> None:
    async with window(on, service.port, broken=True) as page:
        await begin(page)
        await page.context.clear_cookies()
        assert service.chat is not None
        for visit in tuple(service.chat._visits):
            await visit._socket.close()
        await expect(page.locator("#state")).to_contain_text("This talk is closed on this device", timeout=10_000)
        await page.get_by_role("button", name="Begin a new talk").click()
        await expect(button(page, "English")).to_be_visible()


# -- how it looks ---------------------------------------------------------------------------------

LOOKS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
    "narrow": {"viewport": {"width": 320, "height": 640}},
    "still": {"reduced_motion": "reduce"},
    "strong": {"contrast": "more"},
}


async def link_from_app(service: Service) -> str:
    """The path of a link by which something begun on a messenger goes on in the browser."""
    now = service.on.now()
    async with service.on.database.write() as conn:
        await conversations.hold(conn, {inbox.lane("telegram", "1:1"): ("telegram", "1:1")}, now)
        return f"/chat/link/{await doors.new_link(conn, 'telegram', '1:1', 1, now)}"


@pytest.mark.parametrize("look", LOOKS)
async def test_every_page_in_every_look(on: Browser, service: Service, look: str) -> None:
    link = await link_from_app(service)
    async with window(on, service.port, **LOOKS[look]) as page:
        for language in ("en", "ar"):
            for path in ("/", "/privacy", "/accessibility", "/chat/mail/stop", link):
                await page.goto(f"{path}?language={language}")
                assert [path, *await violations(page)] == [path]
                assert await too_wide(page) == 0
        await begin(page)
        for summary in await page.locator("summary").all():
            await summary.click()
        assert await violations(page) == []
        assert await too_wide(page) == 0
        assert await page.evaluate("document.getAnimations().length") == 0


async def test_large_text_is_remembered_and_nothing_is_cut(on: Browser, service: Service) -> None:
    async with window(on, service.port, viewport={"width": 320, "height": 640}) as page:
        await begin(page)
        before = await page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
        await page.get_by_role("button", name="Larger text").click()
        await page.reload()
        await expect(button(page, "Getting around")).to_be_visible()
        assert await page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= before * 1.3
        await expect(page.get_by_role("button", name="Larger text")).to_have_attribute("aria-pressed", "true")
        await page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert await too_wide(page) == 0
        assert await violations(page) == []
        # Text spacing as WCAG 2.2 has it (1.4.12)
        spacing = "for (const e of document.querySelectorAll('*')) Object.assign(e.style, {lineHeight: '1.5',"
        await page.evaluate(spacing + "letterSpacing: '.12em', wordSpacing: '.16em'})")
        assert await too_wide(page) == 0


async def test_without_scripts_other_ways_are_shown(on: Browser, service: Service) -> None:
    async with window(on, service.port, java_script_enabled=False) as page:
        await page.goto("/chat")
        await expect(page.get_by_text("This chat needs JavaScript")).to_be_visible()
        await expect(page.get_by_role("link", name="Ways to write to us")).to_be_visible()


async def test_a_copy_of_ones_data(on: Browser, service: Service) -> None:
    async with window(on, service.port, **PHONE) as page:
        await begin(page)
        await write(page, "my data")
        await choose(page, "Yes, send it")
        link = page.locator(".m.bot").last.get_by_role("link", name="Get my data")
        await expect(link).to_be_visible()
        assert await violations(page) == []
        await link.click()
        await expect(page.get_by_role("button")).to_have_count(2)  # there are no files
        assert await violations(page) == []
        assert await too_wide(page) == 0
        async with page.expect_download() as waiting:
            await page.get_by_role("button", name="A page to read").click()
        copied = await waiting.value
        assert copied.suggested_filename == "my-data.html"
        assert "Who looked at it" in Path(await copied.path()).read_text()  # noqa: ASYNC240
        await page.reload()
        await expect(page.get_by_role("button")).to_have_count(1)

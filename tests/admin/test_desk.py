"""The desk, the whole way: staff enter what somebody says, the person takes the talk home and goes on with it."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from html import unescape
from pathlib import Path

import pytest
from playwright.async_api import Browser as Chromium
from playwright.async_api import Page, expect
from sqlalchemy import func, select

from bot.service import Service, running
from dialogs.terms import Sort
from storage import desk as talks
from storage import doors, retention
from storage.database import Unavailable
from storage.tables import consents, submission_events
from storage.tables_desk import desk_talks
from tests.admin.given import ARABIC, DAY, Answered, Desk, Office
from tests.admin.looking import browser, too_wide, violations, window
from tests.admin.test_in_a_browser import tab_to
from tests.browsing import Browser
from tests.serving import exported, settings

BEGUN = {"language": "ar", "way": "phone", "dialog": "need"}


@pytest.fixture(params=["sqlite", "postgresql"])
async def service(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Service]:
    more = {} if request.param == "sqlite" else {"database_url": request.getfixturevalue("postgres_url")}
    of = settings(tmp_path / "data", organisation="Hilfe", country="DE", public_url="http://sempre.example.org", **more)
    async with running(of) as opened:
        yield opened


def office_of(service: Service) -> Office:
    return Office(service.on.database, service.on.words, f"http://127.0.0.1:{service.port}", service.on.now())


@pytest.fixture
async def desk(service: Service) -> AsyncIterator[Desk]:
    office = office_of(service)
    member = await office.hire()
    async with Desk(office) as at:
        await at.take_seat(member)
        yield at


async def begins(desk: Desk, **more: str) -> Answered:
    form = await desk.get("/admin/desk")
    return await desk.post("/admin/desk", {"csrf": form.csrf, **BEGUN, **more})


def question(page: Answered) -> str | None:
    found = re.search(r'data-question="(\w*)"', page.text)
    return found[1] if found else None


def button(page: Answered, begin: str) -> str:
    values: list[str] = re.findall(r'name="press" value="([^"]+)"', page.text)
    return next(value for value in values if value.startswith(begin))


async def enters(desk: Desk, page: Answered, **fields: str) -> Answered:
    """Sends the form of the page with what was entered in it."""
    known = {"csrf": page.csrf, "nonce": page.hidden("nonce"), "seq": page.hidden("seq")}
    return await desk.post(page.path.partition("?")[0].partition("#")[0], known | fields)


async def presses(desk: Desk, page: Answered, begin: str, **fields: str) -> Answered:
    return await enters(desk, page, press=button(page, begin), **fields)


async def tells(desk: Desk, page: Answered) -> Answered:
    """From the question whether we may save to what is said after sending."""
    page = await presses(desk, page, "consent:yes")
    page = await presses(desk, page, "topic:MOB")
    page = await presses(desk, page, "detail:MOB.no_bus")
    page = await enters(desk, page, text=ARABIC)
    page = await enters(desk, page, text="Liepa")
    page = await presses(desk, page, "urgency:week")
    assert "Liepa" in page.text  # what was said so far, in the language of staff
    return await presses(desk, page, "check:send")


async def test_a_need_told_by_phone_goes_home_on_paper_and_becomes_the_persons_own(
    service: Service, desk: Desk
) -> None:
    page = await begins(desk)
    assert question(page) == "consent"
    for text in ("هل تسمح لنا بحفظها", "May we save them", "نعم، احفظوها", "Yes, save them", "Press yes only when"):
        assert text in page.text, text
    assert 'dir="rtl"' in page.text
    page = await tells(desk, page)
    (reference,) = re.findall(r'data-reference="(N-[^"]+)"', page.text)

    (row,) = await exported(service.on.settings)
    assert (row["reference"], row["channel"], row["language"], row["answers"]["story"]) == (
        reference, "desk", "ar", ARABIC,
    )  # fmt: skip
    async with service.on.database.read() as conn:
        assert list(await conn.scalars(select(consents.c.method))) == ["staff-noted"]
        assert list(await conn.scalars(select(submission_events.c.who))) == ["staff"]
    shown = await desk.get(f"/admin/submissions/{reference}")
    for text in ("kristina@example.org: wrote it down at the desk", "the desk", "only with their receipt"):
        assert text in shown.text, text
    await desk.does("messages", reference, text="We look for a ride.", language="en")

    receipt = await desk.post(f"{_talk(page)}/receipt", {"csrf": page.csrf})
    assert "no-store" in receipt.headers["Cache-Control"]
    code = _field(receipt, "code")
    assert _field(receipt, "reference") == reference
    assert "<svg" in receipt.text
    assert "http://sempre.example.org/chat" in receipt.text
    assert code not in (await desk.get(f"{_talk(page)}/receipt")).text  # shown once
    await _goes_on(service, desk, page, code, reference)


async def _goes_on(service: Service, desk: Desk, page: Answered, code: str, reference: str) -> None:
    """The person, in their own browser; and staff, who have the talk no more."""
    async with Browser(service.port, "ar") as person:
        await person.get("/chat")
        assert await person.post("/chat/open", {"code": code.lower()}) == (200, {"type": "opened"})
        async with person.page() as own:
            while "We look for a ride." not in (await own.until("message"))["text"]:
                pass
            assert ARABIC in [one["text"] for one in own.shown if one["from"] == "you"]
            stale = await enters(desk, page, text="Something that staff typed too late")
            assert (stale.status, "Something that staff typed too late" in stale.text) == (409, True)
            assert "goes on with this talk themselves" in (await desk.get(_talk(page))).text
            await own.says("شكرا لكم، هذا جيد جدا لي")
            await own.hears()
    shown = await desk.get(f"/admin/submissions/{reference}")
    assert "شكرا لكم" in unescape(shown.text)
    assert "only with their receipt" not in shown.text
    assert 'data-state="sent"' in shown.text
    assert "Go on:" not in (await desk.get("/admin/desk")).text
    async with service.on.database.write() as conn:
        assert await conn.scalar(select(func.count()).select_from(desk_talks)) == 1
        await retention.sweep(conn, service.on.now() + 91 * DAY)
        assert await conn.scalar(select(func.count()).select_from(desk_talks)) == 0


def _talk(page: Answered) -> str:
    found = re.search(r'action="(/admin/desk/[^"/]+)"', page.text) or re.search(r"(/admin/desk/[^/#?]+)", page.path)
    assert found is not None
    return found[1]


def _field(page: Answered, name: str) -> str:
    found = re.search(rf'data-field="{name}"[^>]*>([^<]+)<', page.text)
    assert found is not None
    return found[1]


async def test_nothing_that_was_typed_is_lost_and_nothing_counts_twice(desk: Desk) -> None:
    page = await begins(desk, language="en", dialog="idea", way="counter")
    assert "Great that you have an idea!" in page.text
    first = await presses(desk, page, "consent:yes")
    assert question(first) == "problem"
    empty = await enters(desk, first)
    assert (empty.status, "Choose an answer" in empty.text) == (422, True)
    long = await enters(desk, first, text="x" * 8001)
    assert (long.status, "x" * 8001 in long.text) == (422, True)
    second = await enters(desk, first, text="Older people sit alone.")
    again = await enters(desk, first, text="Older people sit alone.")  # the same form, sent twice
    assert (question(second), again.status, question(again)) == ("who", 409, "who")
    assert "Older people sit alone." in again.text.split("<textarea")[1]
    third = await enters(
        desk, second, **{"mark.older65": "on", "mark.carer": "on", "press": button(second, "who:done")}
    )
    assert question(third) == "place"
    back = await presses(desk, third, "place!back")
    assert 'name="mark.older65" checked' in back.text
    assert question(await enters(desk, back, **{"mark.carer": "on", "press": button(back, "who:done")})) == "place"
    assert "Care for someone" in (await desk.get(_talk(third))).text
    assert "Older people<" not in (await desk.get(_talk(third))).text.split("So far")[1]

    assert "Go on:" in (await desk.get("/admin/desk")).text  # taken up again, by the same member of staff alone
    jonas = await desk.office.hire("jonas@example.org")
    async with Desk(desk.office) as other:
        await other.take_seat(jonas)
        assert (await other.get(_talk(third))).status == 404
        assert "Go on:" not in (await other.get("/admin/desk")).text
        form = await other.get("/admin/desk")
        assert (await other.post("/admin/desk", {"csrf": form.csrf, "way": "phone"})).status == 422
    reader = await desk.office.hire("reader@example.org", "reader")
    async with Desk(desk.office) as other:
        await other.take_seat(reader)
        assert (await other.get("/admin/desk")).status == 403
    await desk.post(f"{_talk(third)}/end", {"csrf": third.csrf})
    assert "Go on:" not in (await desk.get("/admin/desk")).text


async def test_danger_is_told_to_staff_in_their_language_and_no_leaves_nothing(service: Service, desk: Desk) -> None:
    page = await enters(desk, await begins(desk), text="أريد أن أموت")
    assert "The person may be in danger" in page.text
    assert 'data-field="alarm" data-value="die"' in page.text
    assert "112" in page.text.split('class="lines"')[1]
    refused = await presses(desk, await begins(desk), "consent:no")
    assert 'lang="ar"' in refused.text
    assert await exported(service.on.settings) == []
    async with service.on.database.write() as conn:
        await retention.sweep(conn, service.on.now() + 2 * DAY)
        assert await conn.scalar(select(func.count()).select_from(desk_talks)) == 1  # the refused one has gone


async def test_while_an_answer_waits_nobody_takes_the_talk_away(service: Service, desk: Desk) -> None:
    page = await begins(desk)
    receipt = await desk.post(f"{_talk(page)}/receipt", {"csrf": page.csrf})
    service.turner.stop()
    async with service.on.database.write() as conn:
        (member,) = await conn.scalars(select(desk_talks.c.staff_id))
        of = await talks.find(conn, _talk(page).rpartition("/")[2], member)
        assert of is not None
        await talks.enter(conn, of, [(Sort.TEXT, "words")], 0, "1", service.on.now())
        with pytest.raises(Unavailable):
            await doors.open_by_code(conn, _field(receipt, "code"), service.on.now())


# -- in a browser ---------------------------------------------------------------------------------


@pytest.fixture
async def on() -> AsyncIterator[Chromium]:
    async with browser() as opened:
        yield opened


@pytest.mark.parametrize("service", ["sqlite"], indirect=True)
async def test_by_keyboard_alone_and_every_page_is_accessible(on: Chromium, service: Service) -> None:
    office = office_of(service)
    token = await office.token(await office.hire())
    async with window(on, office, token, viewport={"width": 1000, "height": 800}) as page:
        keys = page.keyboard
        await page.goto("/admin/desk")
        await _fits(page)
        await tab_to(page, "Language of the person")
        await keys.type("Arab")
        await tab_to(page, "on the phone")
        await keys.press("Space")
        await tab_to(page, "Begin")
        await keys.press("Enter")
        await expect(page.locator("[data-question=consent]")).to_be_visible()
        await _fits(page)
        await tab_to(page, "نعم")
        await keys.press("Enter")
        await expect(page.locator("[data-question=topic]")).to_be_visible()
        await tab_to(page, "الصحة")
        await keys.press("Enter")
        await expect(page.locator("[data-question=detail]")).to_be_visible()
        await _fits(page)
        await page.locator("button.pick").first.press("Enter")
        await tab_to(page, "What the person says")
        await keys.type("My knee hurts")
        await keys.press("Tab")
        await keys.press("Enter")
        await expect(page.locator("[data-question=place]")).to_be_visible()
        await page.goto(f"{page.url.partition('#')[0]}/receipt")
        await page.get_by_role("button", name="Make the code").press("Enter")
        await expect(page.locator("[data-field=code]")).to_be_visible()
        await _fits(page)
        await page.emulate_media(media="print")
        await expect(page.locator("header.top")).to_be_hidden()
        code = await page.locator("[data-field=code]").inner_text()
        await page.context.clear_cookies()
        await page.goto(f"/chat#code={code}")
        await expect(page.locator("#typed")).to_have_value(code)
        assert "#" not in page.url
        await page.emulate_media(media="screen")
        await page.locator("#open-talk button").press("Enter")
        await expect(page.locator(".m.bot").last).to_contain_text("أين تسكن")


async def _fits(page: Page) -> None:
    for width in (1000, 320):
        await page.set_viewport_size({"width": width, "height": 800})
        assert await violations(page) == []
        assert await too_wide(page) <= 0
    await page.set_viewport_size({"width": 1000, "height": 800})

"""The web chat over its protocol: what design.md §5 promises, without a screen."""

from __future__ import annotations

import asyncio
import re
import uuid
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.service import Service, running
from storage import casework, staff
from storage.database import Database
from tests.browsing import STORY, Browser, Page, agree, tell_need
from tests.serving import REFERENCE, exported, settings, traces, until


@pytest.fixture
async def service(tmp_path: Path) -> AsyncIterator[Service]:
    async with running(settings(tmp_path / "data", organisation="Vidzeme Care", country="LV")) as opened:
        yield opened


@pytest.fixture
async def browser(service: Service) -> AsyncIterator[Browser]:
    async with Browser(service.port) as opened:
        yield opened


def plain(text: str) -> str:
    return re.sub("[\u2066-\u2069]", "", text)


def seqs(page: Page) -> list[int]:
    return [frame["seq"] for frame in page.shown]


async def test_a_new_talk_is_greeted(browser: Browser) -> None:
    async with browser.page() as page:
        greeting = await page.hears()
        assert {"type", "seq", "from", "text", "lang", "dir", "question", "buttons"} <= greeting.keys()
        assert (greeting["from"], greeting["question"], greeting["lang"], greeting["dir"]) == (
            "bot",
            "language",
            "en",
            "ltr",
        )
        labels = [button["label"] for row in greeting["buttons"] for button in row]
        assert labels[:2] == ["1. English", "2. العربية"]
        assert await page.silent()


async def test_a_need_from_hello_to_sent_and_its_export(service: Service, browser: Browser) -> None:
    async with browser.page() as page:
        done = await tell_need(page)
        (reference,) = REFERENCE.findall(plain(done["text"]))
        assert seqs(page) == sorted(set(seqs(page)))
        own = [frame for frame in page.shown if frame["from"] == "you"]
        assert [frame["text"] for frame in own][:2] == ["English", "Yes, save them"]
        assert {frame["id"] for frame in own} == set(page.acknowledged)
        assert sum(frame["question"] is not None for frame in page.shown) <= 9
    (row,) = await exported(service.on.settings)
    assert (row["reference"], row["channel"], row["detail"], row["answers"]["story"]) == (
        reference,
        "web",
        "MOB.no_bus",
        STORY,
    )


async def test_arabic_runs_from_right_to_left(browser: Browser) -> None:
    async with browser.page() as page:
        await page.hears()
        asked = await page.chooses("language:ar")
        assert (asked["lang"], asked["dir"]) == ("ar", "rtl")
        await page.says("/help")
        helped = await page.hears()
        assert helped["dir"] == "rtl"
        await page.send({"type": "text", "id": "x"})
        refused = await page.until("error")
        assert (refused["code"], refused["id"]) == ("malformed", "x")
        assert re.search("[\u0600-\u06ff]", refused["text"])


async def test_an_acknowledgement_comes_after_the_commit(service: Service, browser: Browser) -> None:
    async with browser.page() as page:
        await page.hears()
        name = await page.presses("language:en")
        assert await page.until("ack") == {"type": "ack", "id": name}
        received = service.on.metrics.received.labels("web")._value.get()
        assert received == 2  # the hello and the press


async def test_hello_replays_what_came_after(browser: Browser) -> None:
    async with browser.page() as page:
        await agree(page)
        first = page.shown
    async with browser.page() as page:
        for _ in first:
            await page.until("message")
        assert page.shown == first
        assert await page.silent()
    for place, frame in enumerate(first):
        async with browser.page(after=frame["seq"]) as page:
            for _ in first[place + 1 :]:
                await page.until("message")
            assert page.shown == first[place + 1 :]
            assert await page.silent(0.1)


async def test_a_number_from_another_talk_shows_everything(browser: Browser) -> None:
    async with browser.page() as page:
        greeting = await page.hears()
    async with browser.page(after=10**12) as page:
        assert await page.hears() == greeting


async def test_a_message_sent_again_counts_once(service: Service, browser: Browser) -> None:
    name = str(uuid.uuid4())
    async with browser.page() as page:
        await agree(page)
        await page.says("The roof of my house leaks when it rains", name)
        await page.until("ack")
        last = await page.hears()
    async with browser.page(after=last["seq"]) as page:  # the acknowledgement was lost on the way
        await page.says("The roof of my house leaks when it rains", name)
        assert await page.until("ack") == {"type": "ack", "id": name}
        assert await page.silent()
    assert service.on.metrics.duplicates.labels("web")._value.get() == 1


async def test_two_pages_of_one_talk_show_the_same(browser: Browser) -> None:
    async with browser.page() as one, browser.page() as other:
        await one.hears()
        await other.hears()
        name = await one.presses("language:en")
        assert await one.hears() == await other.hears()
        assert [frame["id"] for frame in other.shown if frame["from"] == "you"] == [name]
        assert await other.silent()
        assert len([frame for frame in other.shown if frame["question"] == "language"]) == 1  # greeted once


async def test_words_that_wait_for_their_turn_are_shown_once(browser: Browser) -> None:
    async with browser.page() as page:
        await agree(page)
        names = [await page.says(f"Word number {number} is short") for number in range(5)]
        while not await page.silent():
            pass
        own = [frame["id"] for frame in page.shown if frame["from"] == "you"]
        assert own[-5:] == names
        assert len(own) == len(set(own))
        shown = page.shown
    async with browser.page() as again:
        while len(again.shown) < len(shown):
            await again.until("message")
        assert sorted(frame["seq"] for frame in again.shown) == [frame["seq"] for frame in again.shown]
        assert {(frame["from"], frame["text"]) for frame in again.shown} == {
            (frame["from"], frame["text"]) for frame in shown
        }


async def test_seen_settles_what_was_shown_and_nothing_else(service: Service, browser: Browser) -> None:
    async with browser.page() as page:
        greeting = await page.hears()
        await page.send({"type": "seen", "seq": 10**15})
        await page.send({"type": "seen", "seq": greeting["seq"]})
        await until(lambda: waiting(service, 0))
        await page.chooses("language:en")
        await asyncio.sleep(0.7)
        assert await waiting(service, 1)


async def waiting(service: Service, number: int) -> bool:
    from storage import outbox

    async with service.on.database.read() as conn:
        return await outbox.waiting(conn) == number


async def test_staff_write_and_the_answer_is_filed(service: Service, browser: Browser) -> None:
    async with browser.page() as page:
        done = await tell_need(page)
        (reference,) = REFERENCE.findall(plain(done["text"]))
        await write(service.on.database, service, reference, "We can drive you on Friday. Is 9:00 fine?")
        asked = await page.hears()
        assert (asked["from"], "on Friday" in asked["text"]) == ("staff", True)
    async with browser.page(after=done["seq"]) as page:  # closed, and opened again
        assert await page.hears() == asked
        await page.says("Yes, 9:00 is fine. Thank you very much!")
        await page.hears()


async def write(database: Database, service: Service, reference: str, text: str) -> None:
    now = service.on.now()
    async with database.write() as conn:
        member = await staff.add(conn, "kristina@example.org", "caseworker", now)
        await casework.write_message(conn, reference, text, "en", "nonce", member, now)


async def test_what_another_process_wrote_is_shown_soon(service: Service, browser: Browser) -> None:
    async with browser.page() as page:
        await page.hears()
        service.chat._hub.wake = lambda: None  # type: ignore[method-assign, union-attr]  # nobody here was told
        begin = asyncio.get_running_loop().time()
        await page.presses("language:en")
        await page.hears()
        assert asyncio.get_running_loop().time() - begin < 0.9


async def test_a_toggle_says_that_it_replaces(browser: Browser) -> None:
    async with browser.page() as page:
        asked = await tell_need(page)
        payloads = [button["payload"] for row in asked["buttons"] for button in row]
        assert "!idea" in payloads or "extra" in str(asked["question"]), asked
        await page.presses("!idea")
        asked = await page.hears()
        while asked["question"] != "have":
            payloads = [button["payload"] for row in asked["buttons"] for button in row]
            wanted = next((one for one in payloads if re.match(r"consent:yes|\w+:keep|\w+!skip", one)), None)
            if wanted and asked["question"] != "problem":
                await page.presses(wanted)
            else:
                await page.says("Nobody meets in our village any more in winter")
            asked = await page.hears()
        value = next(b["payload"] for row in asked["buttons"] for b in row if b["payload"].startswith("have:+"))
        await page.presses(value)
        toggled = await page.hears()
        assert toggled.get("toggles") is True
        assert "toggles" not in asked


async def test_erased_is_forgotten_and_the_talk_begins_anew(service: Service, browser: Browser, tmp_path: Path) -> None:
    async with browser.page() as page:
        await tell_need(page)
        await page.presses("!delete")
        await page.hears()
        farewell = await page.chooses("erase:yes")
        await page.send({"type": "seen", "seq": farewell["seq"]})
        await until(lambda: waiting(service, 0))
    async with browser.page() as page:
        assert (await page.hears())["question"] == "language"
    assert traces(tmp_path / "data", [STORY]) == []


async def test_the_language_of_the_address_comes_first(browser: Browser) -> None:
    async with browser.page(query="?language=ar") as page:
        assert (await page.hears())["lang"] == "ar"


# -- coming back, and leaving ---------------------------------------------------------------------


async def test_a_code_opens_the_talk_in_another_browser(service: Service, browser: Browser) -> None:
    async with browser.page() as page:
        await agree(page)
        shown = page.shown
    status, said = await browser.post("/chat/code")
    assert status == 200
    assert re.fullmatch(r"([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}", said["code"])
    async with Browser(service.port) as other:
        await other.get("/chat")
        status, _ = await other.post("/chat/open", {"code": said["code"].lower().replace("-", " ")})
        assert status == 200
        assert other.cookie != browser.cookie
        async with other.page() as page:
            for _ in shown:
                await page.until("message")
            assert page.shown == shown
        _, newer = await other.post("/chat/code")
        assert (await browser.post("/chat/open", {"code": said["code"]}))[0] == 403  # the older one is over
        assert (await browser.post("/chat/open", {"code": newer["code"]}))[0] == 200


async def test_a_wrong_code_is_named_and_guessing_is_slowed(browser: Browser) -> None:
    await browser.get("/chat")
    answers = [await browser.post("/chat/open", {"code": "ABCD-EFGH-JKLM-NPQR"}) for _ in range(8)]
    assert [status for status, _ in answers] == [403] * 6 + [429] * 2
    assert (answers[0][1]["code"], answers[-1][1]["code"]) == ("code_wrong", "many_tries")


async def test_a_shared_computer_is_forgotten(service: Service, browser: Browser) -> None:
    async with browser.page() as page:
        await page.hears()
        cookie = browser.cookie
        status, _ = await browser.post("/chat/end")
        assert (status, browser.cookie) == (200, "")
        assert (await page.until("error"))["code"] == "expired"
        assert (await page.socket.receive()).type.name in {"CLOSE", "CLOSING", "CLOSED"}
    async with Browser(service.port) as thief:
        status, _ = await thief.get("/chat/visit", cookies={"sempre_chat": cookie}, headers={"Origin": thief.url})
        assert status == 403


async def test_a_page_that_is_open_elsewhere_ends_too(
    service: Service, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when another process was told to forget the cookie."""
    from bot import chat_socket
    from storage import doors

    monkeypatch.setattr(chat_socket, "LOOK_AGAIN", 0.05)
    async with browser.page() as page:
        await page.hears()
        async with service.on.database.write() as conn:
            await doors.close(conn, browser.cookie)
        assert (await page.until("error"))["code"] == "expired"


async def test_a_talk_that_nobody_used_is_over_after_a_day(tmp_path: Path) -> None:
    async with running(settings(tmp_path / "data", environment="test")) as service, Browser(service.port) as browser:
        await browser.get("/chat")
        cookie = browser.cookie
        async with browser.page() as page:
            await page.hears()
    late = settings(tmp_path / "data", environment="test", clock_offset="+2d")
    async with running(late) as service, Browser(service.port) as browser:
        status, _ = await browser.get("/chat/visit", cookies={"sempre_chat": cookie})
        assert status == 403


async def test_a_talk_that_was_used_lasts(tmp_path: Path) -> None:
    async with running(settings(tmp_path / "data", environment="test")) as service, Browser(service.port) as browser:
        async with browser.page() as page:
            await tell_need(page)
            shown = len(page.shown)
        cookie = browser.cookie
    late = settings(tmp_path / "data", environment="test", clock_offset="+90d")
    async with running(late) as service, Browser(service.port) as browser:
        await browser.get("/chat", cookies={"sempre_chat": cookie})
        assert browser.cookie == cookie
        async with browser.page() as page:
            while len(page.shown) < shown:
                await page.until("message")


async def test_the_service_starts_again_and_nothing_is_lost(tmp_path: Path) -> None:
    of = settings(tmp_path / "data")
    async with Browser(of.port) as browser:
        async with running(of), browser.page() as page:
            await agree(page)
            shown = page.shown
            name = await page.says("The roof of my house leaks when it rains")
            await page.until("ack")
        async with running(of), browser.page(after=shown[-1]["seq"]) as page:
            await page.says("The roof of my house leaks when it rains", name)
            assert (await page.hears())["question"] is not None
            assert len([frame for frame in page.shown if frame["from"] == "you"]) == 1


async def test_pages_are_told_that_the_service_starts_again(tmp_path: Path) -> None:
    of = settings(tmp_path / "data")
    async with Browser(of.port) as browser, running(of) as service, browser.page() as page:
        await page.hears()
        assert service.chat is not None
        await service.chat.stop()
        assert (await page.until("error"))["code"] == "stopping"

"""The pages as they are served: what stands on them, how heavy they are, and what they may load."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.scribe import serves
from bot.service import Service, running
from tests.browsing import Browser
from tests.serving import bot_api, settings

HEAVIEST = 60_000
"""Bytes of a first visit, not packed."""


@pytest.fixture
async def service(tmp_path: Path) -> AsyncIterator[Service]:
    of = settings(
        tmp_path / "data", organisation="Heide <b>Service", country="LV", public_url="http://sempre.example.org",
        smtp_url="smtp://127.0.0.1:1",
    )  # fmt: skip
    async with running(of) as opened:
        yield opened


@pytest.fixture
async def browser(service: Service) -> AsyncIterator[Browser]:
    async with Browser(service.port) as opened:
        yield opened


def attributes(page: str, name: str) -> list[str]:
    return re.findall(rf'\b{name}="([^"]*)"', page)


async def test_the_start_page_names_the_ways_in(browser: Browser) -> None:
    status, page = await browser.get("/")
    assert status == 200
    assert "Heide &lt;b&gt;Service" in page
    assert "<b>" not in page
    assert 'href="/chat"' in page
    assert page.count("<svg") == 1  # the picture code of the chat
    assert re.search(r'lang="ar" dir="rtl" hreflang="ar">العربية<', page)
    assert "112" in page
    assert {"/privacy", "/accessibility"} <= set(attributes(page, "href"))


async def test_the_link_to_telegram_comes_from_telegram(tmp_path: Path) -> None:
    async with bot_api() as api, running(settings(tmp_path / "data", api)) as service, Browser(service.port) as browser:
        _, page = await browser.get("/")
        assert f'href="https://t.me/{api.me["username"]}"' in page
        assert page.count("<svg") == 2
        asked = len(api.calls("getMe"))
        await browser.get("/")
        assert len(api.calls("getMe")) == asked  # it is told once


async def test_a_telegram_that_does_not_answer_costs_the_page_nothing(tmp_path: Path) -> None:
    async with bot_api() as api:
        api.order("500", "getMe", times=5)
        async with running(settings(tmp_path / "data", api)) as service, Browser(service.port) as browser:
            status, page = await browser.get("/")
            assert (status, "t.me" in page) == (200, False)


@pytest.mark.parametrize(
    ("wished", "path", "shown"),
    [
        ("ar-EG,ar;q=0.9,en;q=0.5", "/", "ar"),
        ("fr, en;q=0.1, ar;q=0.7", "/", "ar"),
        ("fr", "/", "en"),
        ("", "/", "en"),
        (",;q=x,*, <b>", "/", "en"),
        ("ar;q=0, en;q=0.1", "/", "en"),
        ("en", "/?language=ar", "ar"),
        ("ar", "/?language=xx", "ar"),
    ],
)
async def test_the_language_of_a_page(service: Service, wished: str, path: str, shown: str) -> None:
    async with Browser(service.port, wished) as browser:
        _, page = await browser.get(path)
        direction = "rtl" if shown == "ar" else "ltr"
        assert f'<html lang="{shown}" dir="{direction}">' in page
    assert ("?language=ar" in attributes(page, "href")[-1]) == ("=ar" in path)


async def test_the_notices_are_whole_in_each_language(browser: Browser) -> None:
    for language, words in (("en", ("Who sees it", "180 days", "data protection")), ("ar", ("180",))):
        _, page = await browser.get(f"/privacy?language={language}")
        assert all(word in page for word in words)
        status, page = await browser.get(f"/accessibility?language={language}")
        assert (status, "WCAG 2.2" in page) == (200, True)


@pytest.mark.parametrize("recognisers", ["on", "off"])
async def test_people_are_told_that_their_voices_may_be_written_down(tmp_path: Path, recognisers: str) -> None:
    of = settings(tmp_path / "data", recognisers=recognisers)
    async with running(of) as service, Browser(service.port) as browser:
        _, page = await browser.get("/privacy")
        assert ("may write down your voice message" in page) == serves(of)


async def test_the_church_has_an_office_of_its_own(tmp_path: Path) -> None:
    of = settings(tmp_path / "data", legal_regime="dsg-ekd")
    async with running(of) as service, Browser(service.port) as browser:
        _, page = await browser.get("/privacy")
        assert "data protection office of the church" in page
        assert "office of your country" not in page


async def test_a_first_visit_is_light_and_comes_from_here_alone(browser: Browser) -> None:
    for path in ("/", "/chat"):
        _, page = await browser.get(path)
        weight = len(page.encode())
        wanted = {one for one in attributes(page, "src") + attributes(page, "href") if one.startswith("/pages/")}
        seen: set[str] = set()
        while wanted:
            address = wanted.pop()
            seen.add(address)
            status, text = await browser.get(address, headers={"Accept-Encoding": "identity"})
            assert status == 200
            weight += len(text.encode())
            assert not re.search(r"(?:src|href|url\(|fetch\()\s*=?[\"'(]?https?://", text)
            imported = {f"{address.rpartition('/')[0]}/{name}" for name in re.findall(r'from "\./([\w.]+)"', text)}
            wanted |= imported - seen
        assert weight <= HEAVIEST, (path, weight)
        loaded = [one for one in attributes(page, "src") if "//" in one]
        assert not loaded


async def test_what_changes_its_content_changes_its_address(browser: Browser) -> None:
    _, page = await browser.get("/chat")
    address = next(one for one in attributes(page, "src") if one.endswith("chat.js"))
    async with browser.session.get(browser.url + address) as answer:
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
        assert answer.headers["Content-Encoding"] == "gzip"
    async with browser.session.get(f"{browser.url}/pages/older/chat.js") as answer:
        assert (answer.status, answer.headers["Cache-Control"]) == (200, "no-cache")
    assert (await browser.get("/pages/x/../../settings.py"))[0] == 404
    status, page = await browser.get("/old-link?language=ar", headers={"Accept": "text/html"})
    assert (status, "ليست لدينا هذه الصفحة" in page, 'href="/chat' in page) == (404, True, True)
    assert (await browser.get("/pages/x/%2e%2e%2fchat.html"))[0] == 404


async def test_texts_of_a_language_for_a_page_that_is_open(browser: Browser) -> None:
    async with browser.session.get(f"{browser.url}/chat/texts?language=ar") as answer:
        said: dict[str, Any] = await answer.json()
    assert (said["lang"], said["dir"], said["texts"]["chat.send"]) == ("ar", "rtl", "إرسال")


async def test_the_page_of_a_talk_speaks_its_language(browser: Browser) -> None:
    async with browser.page() as page:
        await page.hears()
        await page.chooses("language:ar")
    _, html = await browser.get("/chat")
    assert '<html lang="ar" dir="rtl">' in html


async def test_no_name_ends_the_script_it_stands_in(tmp_path: Path) -> None:
    name = "</script><script>alert(1)//"
    async with running(settings(tmp_path / "data", organisation=name)) as service, Browser(service.port) as browser:
        _, page = await browser.get("/chat")
        assert "<script>alert" not in page


async def test_switched_off(tmp_path: Path) -> None:
    async with running(settings(tmp_path / "data", web="off")) as service, Browser(service.port) as browser:
        status, page = await browser.get("/")
        assert (status, "/chat" in page) == (200, False)
        assert (await browser.get("/chat"))[0] == 404
        assert (await browser.get("/privacy"))[0] == 200


async def test_search_engines_stay_out_of_talks(browser: Browser) -> None:
    assert "Disallow: /chat" in (await browser.get("/robots.txt"))[1]
    assert '<meta name="robots" content="noindex">' in (await browser.get("/chat"))[1]

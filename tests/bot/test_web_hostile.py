"""Whoever means ill, or is broken: refused in words, and the others go on as if nothing were."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import WSMsgType
from sqlalchemy import delete

from bot.chat_forms import LARGEST_FILE
from bot.service import Service, running
from storage import files
from storage.database import Unavailable
from storage.tables_web import web_uploads
from tests.browsing import STORY, Browser, Page, agree, tell_need
from tests.pictures import SECRET, jpeg, ogg, webm
from tests.serving import settings, traces, until


@pytest.fixture
async def service(tmp_path: Path) -> AsyncIterator[Service]:
    async with running(settings(tmp_path / "data")) as opened:
        yield opened


@pytest.fixture
async def browser(service: Service) -> AsyncIterator[Browser]:
    async with Browser(service.port) as opened:
        yield opened


@asynccontextmanager
async def somebody_else(service: Service) -> AsyncIterator[None]:
    """Another person, from the same address, tells a need meanwhile, and waits for nothing."""
    async with Browser(service.port) as browser, browser.page() as page:
        telling = asyncio.create_task(tell_need(page))
        yield
        begin = time.monotonic()
        assert (await telling)["text"]
        assert time.monotonic() - begin < 5


# -- frames ---------------------------------------------------------------------------------------

ID = "5a8b0f3e-6d53-4b1c-9d0e-3d1c2f7f0a11"


FRAMES = [
    ("", "not_json"),
    ("{", "not_json"),
    ("[" * 50_000, "not_json"),
    ("null", "not_json"),
    ("[]", "not_json"),
    ("{}", "malformed"),
    ('{"type": "dance"}', "malformed"),
    ('{"type": ["text"]}', "malformed"),
    ('{"type": "text", "text": "x"}', "malformed"),
    (json.dumps({"type": "text", "id": ID, "text": 7}), "malformed"),
    (json.dumps({"type": "text", "id": "x" * 65, "text": "x"}), "malformed"),
    (json.dumps({"type": "text", "id": "a\u202eb", "text": "x"}), "malformed"),
    (json.dumps({"type": "text", "id": "\ud800", "text": 7}), "malformed"),
    (json.dumps({"type": "text", "id": ID, "text": "x" * 20_001}), "too_long"),
    (json.dumps({"type": "text", "id": ID, "text": "x" * 1_000_000}), "too_long"),
    (json.dumps({"type": "press", "id": ID, "payload": "x" * 65}), "malformed"),
    (json.dumps({"type": "file", "id": ID, "file": "no-such-file"}), "file_gone"),
    (json.dumps({"type": "hello", "after": -1}), "malformed"),
    (json.dumps({"type": "hello", "after": True}), "malformed"),
    (json.dumps({"type": "seen", "seq": "9"}), "malformed"),
    (json.dumps({"type": "seen", "seq": 10**30}), "malformed"),
]


async def test_a_frame_that_cannot_be_followed_is_named(browser: Browser) -> None:
    async with browser.page() as page:
        await page.hears()
        for frame, code in FRAMES:
            await page.socket.send_str(frame)
            refused = await page.until("error")
            assert (refused["code"], bool(refused["text"])) == (code, True), frame[:100]
        await page.chooses("language:en")


async def test_bytes_are_no_frame(browser: Browser) -> None:
    async with browser.page() as page:
        await page.socket.send_bytes(b"\x00\xff")
        assert (await page.until("error"))["code"] == "not_json"


async def test_what_is_far_too_large_ends_the_connection_alone(service: Service, browser: Browser) -> None:
    async with somebody_else(service), browser.page() as page:
        await page.hears()
        await page.socket.send_str(json.dumps({"type": "text", "id": ID, "text": "x" * 3_000_000}))
        async with asyncio.timeout(5):
            message = await page.socket.receive()
        assert message.type in {WSMsgType.CLOSE, WSMsgType.CLOSED, WSMsgType.CLOSING, WSMsgType.ERROR}
    async with browser.page() as page:
        await page.hears()


async def test_a_thousand_messages_a_second_are_slowed(service: Service, browser: Browser) -> None:
    async with browser.page() as page:
        await agree(page)
        async with somebody_else(service):
            for number in range(1000):
                await page.send({"type": "text", "id": f"flood-{number}", "text": f"flood {number}"})
            refused = await page.until("error", 10)
            assert (refused["code"], bool(refused["text"])) == ("too_fast", True)
        assert len(page.acknowledged) <= 120
    received: float = service.on.metrics.received.labels("web")._value.get()
    assert received < 200


async def test_a_talk_has_so_many_windows(browser: Browser) -> None:
    await browser.get("/chat")
    opened = [browser.page() for _ in range(12)]
    try:
        for one in opened:
            await one.__aenter__()
        with pytest.raises(aiohttp.WSServerHandshakeError) as caught:
            await browser.page().__aenter__()
        assert caught.value.status == 429
    finally:
        for one in opened:
            await one.__aexit__(None, None, None)
    async with browser.page() as page:
        await page.hears()


# -- doors ----------------------------------------------------------------------------------------


FOREIGN = ("http://evil.example", "null", None, "http://127.0.0.1", "https://127.0.0.1.evil")


async def test_a_foreign_page_gets_no_socket(browser: Browser) -> None:
    await browser.get("/chat")
    for origin in FOREIGN:
        with pytest.raises(aiohttp.WSServerHandshakeError) as caught:
            await browser.page(origin=origin).__aenter__()
        assert caught.value.status == 403


async def test_a_foreign_page_changes_nothing(browser: Browser) -> None:
    await browser.get("/chat")
    for path in ("/chat/files", "/chat/code", "/chat/open", "/chat/end", "/chat/mail"):
        for origin in FOREIGN:
            status, said = await browser.post(path, {"code": "x"}, origin=origin)
            assert (status, said["code"]) == (403, "foreign")
    assert browser.cookie


@pytest.mark.parametrize("cookie", ["", "stolen", "x" * 5000, "a/../b", "ü"])
async def test_a_cookie_that_opens_nothing(browser: Browser, cookie: str) -> None:
    headers = {"Origin": browser.url, "Cookie": f"sempre_chat={cookie}", "Accept-Language": "ar"}
    async with aiohttp.ClientSession(headers=headers) as session:
        with pytest.raises(aiohttp.WSServerHandshakeError) as caught:
            await session.ws_connect(f"{browser.url}/chat/ws")
        assert caught.value.status == 403
        async with session.get(f"{browser.url}/chat/ws") as answer:
            said = await answer.json()
            assert (said["code"], said["text"]) == ("expired", "هذه المحادثة مغلقة على هذا الجهاز.")
        async with session.post(f"{browser.url}/chat/files", data={"file": "x"}) as answer:
            assert answer.status == 403


async def test_the_cookie_is_out_of_reach_of_scripts_and_others(tmp_path: Path) -> None:
    of = settings(tmp_path / "data", public_url="https://sempre.example.org")
    async with running(of) as service, Browser(service.port) as browser:
        async with browser.session.get(f"{browser.url}/chat") as answer:
            cookie = answer.headers["Set-Cookie"]
            assert {"HttpOnly", "Secure", "SameSite=Lax", "Path=/chat"} <= set(cookie.split("; "))
            policy = answer.headers["Content-Security-Policy"]
            assert {"default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"} <= set(
                policy.split("; ")
            )
            assert answer.headers["Cache-Control"] == "no-store"
        headers = {"Cookie": cookie.split(";")[0], "Origin": "https://sempre.example.org"}
        async with browser.session.ws_connect(f"{browser.url}/chat/ws", headers=headers) as socket:
            await socket.send_json({"type": "hello", "after": 0})
            assert (await socket.receive_json())["question"] == "language"


async def test_a_plain_request_is_no_socket(browser: Browser) -> None:
    await browser.get("/chat")
    assert (await browser.get("/chat/ws", headers={"Origin": browser.url}))[0] == 400


async def test_many_new_talks_from_one_address_are_bounded(service: Service) -> None:
    assert service.chat is not None
    service.chat.limits.new_talks._levels["127.0.0.1"] = (0.0, time.monotonic())
    async with Browser(service.port) as browser:
        status, page = await browser.get("/chat")
        assert (status, "That was very fast" in page, browser.cookie) == (429, True, "")
        # A proxy on this machine says for whom it asks.
        assert (await browser.get("/chat", headers={"X-Forwarded-For": "1.2.3.4, 203.0.113.9"}))[0] == 200


# -- uploads --------------------------------------------------------------------------------------


LIES = [
    (b"<html><script>alert(1)</script>", "image/jpeg", 415, "file_other"),
    (b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "image/png", 415, "file_other"),
    (b"%PDF-1.7", "application/pdf", 415, "file_other"),
    (b"", "image/jpeg", 415, "file_other"),
    (webm(b"V_VP8"), "audio/webm", 415, "file_video"),
    (jpeg()[:-40], "image/jpeg", 415, "file_damaged"),
    (ogg() + bytes(LARGEST_FILE), "audio/ogg", 413, "file_too_large"),
]


async def test_a_file_that_lies_is_refused(service: Service, browser: Browser) -> None:
    await browser.get("/chat")
    async with somebody_else(service):
        for content, kind, status, code in LIES:
            answered, said = await browser.upload(content, kind)
            assert (answered, said["code"], bool(said["text"])) == (status, code, True)


async def test_a_form_that_is_none(browser: Browser) -> None:
    await browser.get("/chat")
    assert (await browser.upload(jpeg(), name="other"))[1]["code"] == "malformed"
    assert (await browser.post("/chat/files", b"no form at all"))[1]["code"] == "malformed"
    headers = {"Content-Type": "multipart/form-data; boundary=x", "Origin": browser.url}
    async with browser.session.post(f"{browser.url}/chat/files", data=b"--y", headers=headers) as answer:
        assert answer.status == 400
    assert (await browser.post("/chat/code", b"x" * 10_000))[0] == 200  # nothing of it is read
    assert (await browser.post("/chat/open", {"code": "x" * 10_000}))[1]["code"] == "malformed"


async def test_files_are_bounded(browser: Browser) -> None:
    await browser.get("/chat")
    answers = [await browser.upload(b"no picture") for _ in range(21)]
    assert [status for status, _ in answers] == [415] * 20 + [429]


async def test_a_photo_is_kept_sealed_and_without_its_place(service: Service, browser: Browser, tmp_path: Path) -> None:
    async with browser.page() as page:
        await tell_to_story(page)
        _, said = await browser.upload(jpeg(), "application/octet-stream")
        assert (said["media"], said["type"]) == ("photo", "image/jpeg")
        await page.sends_file(said["file"])
        assert (await page.hears())["question"] == "place"
        own = [frame for frame in page.shown if frame["from"] == "you"][-1]
        assert (own["text"], own["media"]) == ("Picture", "photo")
    await until(lambda: kept(service))
    assert traces(tmp_path / "data", [SECRET.decode(), said["file"]]) == []


async def test_the_file_of_another_talk_is_not_there(service: Service, browser: Browser) -> None:
    await browser.get("/chat")
    _, said = await browser.upload(ogg())
    async with Browser(service.port) as other, other.page() as page:
        await page.hears()
        await page.sends_file(said["file"], "mine")
        refused = await page.until("error")
        assert (refused["code"], refused["id"]) == ("file_gone", "mine")


async def tell_to_story(page: Page) -> None:
    await agree(page)
    await page.chooses("topic:MOB")
    await page.chooses("detail:MOB.no_bus")


async def kept(service: Service) -> bool:
    from sqlalchemy import select

    from storage.tables import files as table

    async with service.on.database.read() as conn:
        row = (await conn.execute(select(table.c.content, table.c.type))).first()
        assert not await files.wanted(conn, "nowhere", service.on.now(), 1)
    return row is not None and row.type == "image/jpeg" and row.content is not None


# -- a database that is away ----------------------------------------------------------------------


async def test_a_file_is_given_back_to_who_sent_it_and_to_nobody_else(service: Service, browser: Browser) -> None:
    async with browser.page() as page:
        await agree(page)
        _, sent = await browser.upload(ogg())
        await page.sends_file(sent["file"])
        await page.hears()
        (frame,) = [frame for frame in page.shown if frame.get("file")]
    await until(lambda: service.on.metrics.fetched.labels("web")._value.get())
    at = f"/chat/files/{frame['file']}"
    async with service.on.database.write() as conn:
        await conn.execute(delete(web_uploads))  # it came a day ago
    async with browser.session.get(browser.url + at) as answer:
        body = await answer.read()
        assert (answer.status, answer.content_type, body[:4]) == (200, "audio/ogg", b"OggS")
        assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert (answer.headers["Cache-Control"], answer.headers["X-Content-Type-Options"]) == ("no-store", "nosniff")
    for asked, status, part in (("bytes=2-5", 206, body[2:6]), ("bytes=-3", 206, body[-3:]), ("x", 200, body)):
        async with browser.session.get(browser.url + at, headers={"Range": asked}) as answer:
            assert (answer.status, await answer.read()) == (status, part)
    async with browser.session.get(browser.url + at, headers={"Range": "bytes=9999999-"}) as answer:
        assert (answer.status, answer.headers["Content-Range"]) == (416, f"bytes */{len(body)}")
    assert (await browser.get("/chat/files/other"))[0] == 404
    async with Browser(service.port) as stranger:
        assert (await stranger.get(at))[0] == 403
        await stranger.get("/chat")
        assert (await stranger.get(at))[0] == 404


async def test_nothing_is_acknowledged_that_is_not_kept(
    service: Service, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with browser.page() as page:
        await agree(page)

        def away(**_: Any) -> Any:
            raise Unavailable("full")

        with monkeypatch.context() as broken:
            broken.setattr(service.on.database, "write", away)
            name = await page.says(STORY)
            refused = await page.until("error")
            assert (refused["code"], refused["id"], page.acknowledged.count(name)) == ("busy", name, 0)
            status, text = await Browserless(service.port).get()
            assert (status, "try again" in text) == (503, True)
        await page.says(STORY, name)
        await page.until("ack")


class Browserless:
    """Somebody who comes for the first time."""

    def __init__(self, port: int) -> None:
        self._port = port

    async def get(self) -> tuple[int, str]:
        async with Browser(self._port) as new:
            return await new.get("/chat")

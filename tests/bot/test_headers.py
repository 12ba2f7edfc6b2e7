"""What each answer of a running service tells a browser: pages, files, figures, refusals, errors."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import aiohttp
import pytest

from bot import headers
from bot.service import Service, running
from storage import staff
from tests.browsing import Browser
from tests.serving import SECRET, bot_api, settings

FILLED = {"name": "telegram", "version": "0", "reference": "N-7KM-4QX", "file": "1", "prefix": "x"}
HTTPS = "https://sempre.example.org"


@pytest.fixture
async def service(tmp_path: Path) -> AsyncIterator[Service]:
    async with bot_api() as api:
        of = settings(tmp_path / "data", api, mode="webhook")
        async with running(of.model_copy(update={"public_url": HTTPS})) as opened:
            yield opened


def routes(service: Service) -> set[tuple[str, str]]:
    """Method and address of every route, with something in place of each variable."""
    found = set()
    for route in service.application.router.routes():
        resource = route.resource
        assert resource is not None
        template = re.sub(r"\{(\w+)(?::[^}]*)?\}", lambda name: FILLED.get(name[1], "x"), resource.canonical)
        found.add((route.method, template))
    return found


def sound(method: str, path: str, status: int, said: Mapping[str, str]) -> None:
    about = f"{method} {path} {status}"
    assert "Server" not in said, about
    for name, value in headers.ALWAYS.items():
        if name not in {"Cache-Control", "Cross-Origin-Resource-Policy"}:
            assert said.get(name) == value, f"{about}: {name}"
    assert said["Cross-Origin-Resource-Policy"] == "same-origin", about
    assert said["Strict-Transport-Security"] == "max-age=31536000", about
    policy = said["Content-Security-Policy"]
    assert "default-src 'none'" in policy, about
    assert "unsafe" not in policy, about
    assert "frame-ancestors 'none'" in policy, about
    page = said.get("Content-Type", "").startswith("text/html")
    assert ("script-src 'self'" in policy) == page, about
    assert ("microphone=(self)" in said["Permissions-Policy"]) == (path == "/chat"), about
    assert "camera=()" in said["Permissions-Policy"], about
    kept = said["Cache-Control"] != "no-store"
    assert not kept or path.startswith(("/pages/", "/admin/static/")), about


async def test_every_route_says_them_to_whoever_asks(service: Service) -> None:
    url = f"http://127.0.0.1:{service.port}"
    async with service.on.database.write() as conn:
        member = await staff.add(conn, "kristina@example.org", "caseworker", service.on.now())
        token, _ = await staff.open_session(conn, member, service.on.now())
    walked = routes(service) | {("GET", "/nowhere"), ("DELETE", "/chat"), ("GET", "/admin/nowhere"), ("PUT", "/admin")}
    static = next(iter((Path(headers.__file__).parent.parent / "admin" / "static").glob("*.css"))).name
    walked |= {("GET", f"/admin/static/{static}"), ("GET", "/pages/x/pages.css")}
    seen = set()
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
        for method, path in sorted(walked):
            for cookies in ({}, {"Cookie": f"sempre_staff={token}; sempre_chat=x", "Origin": HTTPS}):
                asked = {"X-Telegram-Bot-Api-Secret-Token": SECRET, **cookies} if cookies else {}
                async with session.request(method, url + path, headers=asked, allow_redirects=False) as answer:
                    sound(method, path, answer.status, answer.headers)
                    seen.add(answer.status)
    assert {200, 303, 400, 401, 403, 404, 405} <= seen


async def test_the_openapi_document_names_every_address(service: Service) -> None:
    """An address that is new, or gone, has to be written into docs/openapi.json as well."""
    named = json.loads((Path(headers.__file__).parent.parent / "docs" / "openapi.json").read_text())["paths"]
    documented = {(method.upper(), path) for path, operations in named.items() for method in operations}
    there = {
        (route.method, route.resource.canonical) for route in service.application.router.routes() if route.resource
    }
    assert documented == {(method, path) for method, path in there if method != "HEAD"}


async def test_without_https_nothing_is_promised_of_it(tmp_path: Path) -> None:
    async with running(settings(tmp_path / "data")) as service, Browser(service.port) as browser:
        answer = await browser.session.get(f"{browser.url}/chat")
        assert "Strict-Transport-Security" not in answer.headers
        policy = answer.headers["Content-Security-Policy"]
        assert f"connect-src 'self' ws://127.0.0.1:{service.port};" in policy
        assert "upgrade-insecure-requests" not in policy


async def test_a_fault_of_ours_says_them_and_nothing_else(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where no page of ours catches it."""

    async def broken() -> str:
        raise RuntimeError("a secret")

    monkeypatch.setattr(service.readiness, "trouble", broken)
    async with Browser(service.port) as browser:
        answer = await browser.session.get(f"{browser.url}/readyz", headers={"Accept": "text/html"})
        assert (answer.status, await answer.text()) == (500, "failed\n")
        sound("GET", "/readyz", 500, answer.headers)


BROKEN = [
    b"personal words that are no HTTP\r\n\r\n",
    b"GET / HTTP/1.1\r\npersonal\x00: words\r\n\r\n",
    b"GET /" + b"personal" * 2000 + b" HTTP/1.1\r\n\r\n",
    b"GET / HTTP/1.1\r\n" + b"X-Personal: words\r\n" * 500 + b"\r\n",
    b"POST /chat/open HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\npersonal",
    b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
]


@pytest.mark.parametrize("sent", BROKEN)
async def test_what_is_no_http_is_told_so_and_not_quoted(service: Service, sent: bytes) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", service.port)
    writer.write(sent)
    async with asyncio.timeout(5):
        answer = (await reader.read()).decode()
    writer.close()
    assert answer.startswith("HTTP/1.0 400 ")
    assert answer.endswith("not_http\n")
    assert not re.search(r"personal|Server:|aiohttp", answer, re.IGNORECASE)
    assert "nosniff" in answer


WORDS = {"code", "csrf", "email", "password", "q", "reason", "text"}


def test_no_form_puts_words_or_secrets_into_an_address() -> None:
    """A form without `method="post"` stands in the address with all that was typed into it, and so in histories."""
    root, forms = Path(headers.__file__).parent.parent, 0
    for template in [*(root / "admin" / "templates").glob("*.html"), *(root / "bot" / "pages").glob("*.html")]:
        for opening, inside in re.findall(r"<form\b([^>]*)>(.*?)</form>", template.read_text(), re.DOTALL):
            forms += 1
            asked = set(re.findall(r'\bname="([^"{]+)"', inside))
            if 'method="post"' not in opening:  # also where a script sends it: it may not have come yet
                assert not asked & WORDS, template.name
                assert "<textarea" not in inside, template.name
    assert forms > 10

"""Connections: who asks, and how little those cost who say nothing."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import AsyncIterator
from ipaddress import ip_network
from pathlib import Path

import aiohttp
import pytest

from bot import gate
from bot.gate import peer
from bot.service import Service, running
from bot.turnstile import Turnstile
from tests.browsing import Browser
from tests.serving import get, settings

OURS = (ip_network("127.0.0.1"), ip_network("10.0.0.0/8"), ip_network("::1"))


@pytest.mark.parametrize(
    ("remote", "forwarded", "asks"),
    [
        ("203.0.113.9", [], "203.0.113.9"),
        ("203.0.113.9", ["198.51.100.1"], "203.0.113.9"),  # nobody's proxy
        ("127.0.0.1", [], "127.0.0.1"),
        ("127.0.0.1", ["198.51.100.1"], "198.51.100.1"),
        ("127.0.0.1", ["1.2.3.4, 198.51.100.1"], "198.51.100.1"),  # the first one is what a visitor wrote
        ("127.0.0.1", ["1.2.3.4", "198.51.100.1, 10.1.2.3"], "198.51.100.1"),  # through two proxies of ours
        ("127.0.0.1", ["10.0.0.7, 10.1.2.3"], "10.0.0.7"),
        ("127.0.0.1", ["unknown"], "127.0.0.1"),
        ("127.0.0.1", ["<script>"], "127.0.0.1"),
        ("::ffff:127.0.0.1", ["198.51.100.1"], "198.51.100.1"),
        ("2001:db8:1:2:aaaa::1", [], "2001:db8:1:2::/64"),
        ("::1", ["2001:db8:1:2:bbbb::1"], "2001:db8:1:2::/64"),
        ("fe80::1%eth0", [], "fe80::/64"),
        ("::1", [], "::1"),
        (None, ["198.51.100.1"], ""),
    ],
)
def test_who_asks(remote: str | None, forwarded: list[str], asks: str) -> None:
    assert peer(remote, forwarded, OURS) == asks


@pytest.fixture
async def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Service]:
    monkeypatch.setattr(gate, "HEAD_SECONDS", 0.3)
    monkeypatch.setattr(gate, "most_connections", lambda: 40)
    async with running(settings(tmp_path / "data")) as opened:
        yield opened


async def test_who_says_nothing_or_never_comes_to_an_end_is_let_go(service: Service) -> None:
    for said in (b"", b"GET / HTTP/1.1\r\nX-Slow: "):
        reader, writer = await asyncio.open_connection("127.0.0.1", service.port)
        writer.write(said)
        async with asyncio.timeout(5):
            assert await reader.read() == b""
        writer.close()


async def test_a_line_that_was_used_may_be_used_again(service: Service) -> None:
    async with Browser(service.port) as browser, browser.page() as page:
        await page.hears()
        await asyncio.sleep(0.4)
        await page.chooses("language:en")  # longer than a silent connection is borne


async def test_silent_ones_make_room_for_who_speaks(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "HEAD_SECONDS", 60)
    silent = [await asyncio.open_connection("127.0.0.1", service.port) for _ in range(120)]
    async with Browser(service.port) as browser, browser.page() as page:
        await page.hears()
    assert await get(service.port, "/healthz") == (200, "alive\n")
    async with asyncio.timeout(5):
        assert await silent[0][0].read() == b""  # the oldest went first
    for _, writer in silent:
        writer.close()


async def test_what_is_packed_is_not_unpacked(service: Service) -> None:
    """Ten megabytes in ten thousand bytes."""
    packed = gzip.compress(b"code=" + b"x" * 10_000_000)
    headers = {
        "Content-Encoding": "gzip",
        "Content-Type": "application/x-www-form-urlencoded",
        "Origin": f"http://127.0.0.1:{service.port}",
    }
    async with aiohttp.ClientSession() as session:
        for path, status in (("/chat/open", 413), ("/admin/sign-in", 415), ("/channels/telegram", 404)):
            address = f"http://127.0.0.1:{service.port}{path}"
            async with session.post(address, data=packed, headers=headers) as answer:
                assert answer.status in {status, 403}, path


async def test_of_a_flood_few_are_worked_on_and_others_have_their_turn() -> None:
    turnstile, order = Turnstile(at_once=2, longest=60), list[str]()
    hold = asyncio.Event()

    async def asks(address: str) -> None:
        async with turnstile.turn(address):
            order.append(address)
            await hold.wait()

    flood = [asyncio.create_task(asks("flood")) for _ in range(50)]
    await asyncio.sleep(0)
    ordinary = asyncio.create_task(asks("village"))
    gone = asyncio.create_task(asks("gone"))
    await asyncio.sleep(0)
    assert order == ["flood", "flood"]
    gone.cancel()
    hold.set()
    await asyncio.gather(*flood, ordinary)
    assert order.index("village") <= 3
    assert (order.count("flood"), "gone" in order) == (50, False)


async def test_who_is_slow_holds_nobody_up() -> None:
    turnstile = Turnstile(at_once=1, longest=0.01)
    async with turnstile.turn("slow"), asyncio.timeout(5), turnstile.turn("quick"):
        pass

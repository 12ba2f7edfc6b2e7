"""What nobody should send: each has a clear answer, is counted, and is nowhere in a log."""

from __future__ import annotations

import contextlib
import io
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.service import running
from tests.emulators.bot_api import BotApi
from tests.serving import SECRET, figure, settings


@pytest.mark.parametrize(
    ("path", "body", "secret", "status"),
    [
        ("telegram", b"{", SECRET, 400),
        ("telegram", b"\xff\xfe", SECRET, 400),
        ("telegram", b"{}", "wrong", 403),
        ("telegram", b"{}", "", 403),
        ("telegram", b'{"update_id": 1, "purple": {}}', SECRET, 200),
        ("telegram", b'{"update_id": 1, "message": {"message_id": 2}}', SECRET, 200),
        ("telegram", b" " * 10_000_000, SECRET, 413),
        ("carrier-pigeon", b"{}", SECRET, 404),
    ],
)
async def test_odd_requests_have_clear_answers(
    tmp_path: Path, api: BotApi, path: str, body: bytes, secret: str, status: int
) -> None:
    of = settings(tmp_path / "data", api, mode="webhook")
    async with running(of), aiohttp.ClientSession() as session:
        address = f"http://127.0.0.1:{of.port}/channels/{path}"
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
        async with session.post(address, data=io.BytesIO(body), headers=headers) as answer:
            assert answer.status == status
            assert len(await answer.text()) < 40


async def test_a_large_body_in_pieces_is_not_read_whole(tmp_path: Path, api: BotApi) -> None:
    sent = 0

    async def pieces() -> AsyncIterator[bytes]:
        nonlocal sent
        for _ in range(1_000):
            yield b" " * 65_536
            sent += 65_536

    of = settings(tmp_path / "data", api, mode="webhook")
    async with running(of), aiohttp.ClientSession() as session:
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
        # Where the connection is closed while we still send, the answer is lost on the way: then the count tells.
        with contextlib.suppress(aiohttp.ClientError):
            async with session.post(f"{of.public_url}/channels/telegram", data=pieces(), headers=headers) as answer:
                assert answer.status == 413
        assert await refusals(of.port, "too_large") == 1
    assert sent < 65_536_000


async def refusals(port: int, reason: str) -> float:
    return await figure(port, "sempre_refused_total", reason=reason)

"""No channel test reaches any network but this machine's own."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Iterator

import pytest

from bot.channels.telegram import Telegram
from tests.emulators.bot_api import BotApi

_LOOPBACK = ("127.0.0.1", "::1")
_watching = False


def _refuse_other_networks(event: str, arguments: tuple[object, ...]) -> None:
    if _watching and event == "socket.connect":
        address = arguments[1]
        if isinstance(address, tuple) and address[0] not in _LOOPBACK:
            raise RuntimeError("a channel test tried to reach another machine")


sys.addaudithook(_refuse_other_networks)


@pytest.fixture(autouse=True)
def no_other_network() -> Iterator[None]:
    global _watching
    _watching = True
    yield
    _watching = False


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi(per_second=1000) as api:
        yield api


@pytest.fixture
async def channel(api: BotApi) -> AsyncIterator[Telegram]:
    channel = Telegram(api.token, api_url=api.url, poll_seconds=1, total_seconds=2)
    yield channel
    await channel.stop()

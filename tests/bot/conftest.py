"""What the tests of the bot stand on."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.emulators.bot_api import BotApi
from tests.serving import bot_api


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with bot_api() as api:
        yield api

"""What holds for every test of the whole way: no log of it, of whichever process, holds anything personal."""

from __future__ import annotations

import io
import json
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from tests.emulators.bot_api import BotApi
from tests.serving import bot_api

CANARIES = ("bus stopped", "cannot get to town", "the market", "Liepa", "canary", "want to die")
"""Words that people say in these tests."""


@pytest.fixture
async def api(tmp_path: Path, log: io.StringIO) -> AsyncIterator[BotApi]:
    """A Bot API. After the test its logs are read: our own, and those of each process."""
    async with bot_api() as api:
        yield api
    _nothing_personal([log.getvalue(), *_written(tmp_path)], (*CANARIES, api.token, *map(str, api.chats)))


def _written(folder: Path) -> list[str]:
    return [path.read_text() for path in sorted(folder.rglob("*.log"))]


def _nothing_personal(logs: Sequence[str], secret: Sequence[str]) -> None:
    assert [word for text in logs for word in secret if word in text] == []
    lines = [json.loads(line) for text in logs for line in text.splitlines() if line.startswith("{")]
    assert [line for line in lines if "left_out" in line or line["event"] in {"unnamed", "crashed"}] == []

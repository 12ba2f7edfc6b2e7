from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import pytest

from bot import receive, web
from bot.metrics import Metrics
from bot.service import Service, running
from storage.database import open_database
from storage.sealed import Keyring
from tests.serving import SECRET, bot_api, get, settings

pytestmark = pytest.mark.usefixtures("log")

HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}


def message(number: int) -> dict[str, object]:
    chat = {"id": 5, "type": "private", "first_name": "Test"}
    sent_at = int(datetime.now(UTC).timestamp())
    sent = {"message_id": number, "date": sent_at, "chat": chat, "from": {**chat, "is_bot": False}, "text": "hello"}
    return {"update_id": number, "message": sent}


@asynccontextmanager
async def serving(tmp_path: Path) -> AsyncIterator[tuple[Service, aiohttp.ClientSession, str]]:
    async with bot_api() as api:
        of = settings(tmp_path / "data", api, mode="webhook")
        async with running(of) as service, aiohttp.ClientSession(headers=HEADERS) as session:
            yield service, session, f"{of.public_url}/channels/telegram"


async def test_a_message_is_stored_before_it_is_acknowledged(tmp_path: Path) -> None:
    async with serving(tmp_path) as (service, session, address):
        async with session.post(address, json=message(1)) as answer:
            assert answer.status == 200
        with sqlite3.connect(tmp_path / "data" / "sempre.db") as file:
            assert file.execute("SELECT count(*) FROM inbox").fetchone() == (1,)
        file.close()
        assert service.receiver.trouble is None


async def test_a_full_queue_sends_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with serving(tmp_path) as (service, session, address):
        monkeypatch.setattr(receive, "MOST_PENDING", 0)
        async with session.post(address, json=message(1)) as answer:
            assert (answer.status, answer.headers["Retry-After"], await answer.text()) == (503, "2", "queue_full\n")
        assert await get(service.port, "/readyz") == (503, "queue_full\n")
        monkeypatch.undo()
        async with session.post(address, json=message(1)) as answer:
            assert answer.status == 200
        assert await get(service.port, "/readyz") == (200, "ready\n")


async def test_while_stopping_nothing_is_taken(tmp_path: Path) -> None:
    async with serving(tmp_path) as (service, session, address):
        service.readiness.draining = True
        async with session.post(address, json=message(1)) as answer:
            assert (answer.status, answer.headers["Retry-After"]) == (503, "2")


async def test_a_body_that_never_comes_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "BODY_SECONDS", 0.1)
    async with serving(tmp_path) as (service, _, _):
        reader, writer = await asyncio.open_connection("127.0.0.1", service.port)
        writer.write(
            b"POST /channels/telegram HTTP/1.1\r\nHost: here\r\nContent-Length: 100\r\n"
            b"X-Telegram-Bot-Api-Secret-Token: " + SECRET.encode() + b"\r\n\r\n{"
        )
        assert b" 408 " in await asyncio.wait_for(reader.readline(), 2)
        writer.close()


async def test_readiness_asks_the_database_itself(sqlite_file: Path, keyring: Keyring) -> None:
    database = open_database(f"sqlite:///{sqlite_file}", keyring, patience=0.05)
    receiver = receive.Receiver(database, lambda: datetime.now(UTC), Metrics(), lambda: None)
    readiness = web.Readiness(database, receiver)
    other = sqlite3.connect(sqlite_file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert await readiness.trouble() == "locked"
    other.execute("ROLLBACK")
    other.close()
    assert await readiness.trouble() == "locked"  # known for a second, so that many who ask cost little
    readiness._asked_at = float("-inf")
    assert await readiness.trouble() is None
    await database.close()

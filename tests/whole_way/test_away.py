"""What everything stands on is away for a while: the platform is told to come back, nothing is lost, it goes on."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import aiohttp
import pytest

from bot.settings import Settings
from tests.emulators.bot_api import BotApi
from tests.emulators.bot_api_people import Person
from tests.postgres import Server
from tests.serving import SECRET, Process, exported, figure, get, settings, tell_need, traces, until
from tests.whole_way.conftest import CANARIES
from tests.whole_way.disks import WAYS

ADDED = [f"Part {number} of what I forgot: the canary." for number in range(12)]
LONG = " It is long, as what people write when they are in need may be." * 40


async def ready(port: int, word: str) -> bool:
    return (await get(port, "/readyz"))[1].strip() == word


async def refused(of: Settings, reason: str) -> None:
    """What a platform hears meanwhile: come back, and when; and an operator: why."""
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
    chat = {"id": 5, "type": "private", "first_name": "Test"}
    body = {"message_id": 7, "date": 1_780_000_000, "chat": chat, "from": {**chat, "is_bot": False}, "text": LONG}
    async with aiohttp.ClientSession(f"http://127.0.0.1:{of.port}", headers=headers) as session:
        async with session.post("/channels/telegram", json={"update_id": 1, "message": body}) as answer:
            assert (answer.status, await answer.text()) == (503, f"{reason}\n")
            assert int(answer.headers["Retry-After"]) > 0
        async with session.get("/readyz") as answer:
            assert (answer.status, await answer.text()) == (503, f"{reason}\n")
            assert int(answer.headers["Retry-After"]) > 0
        async with session.get("/healthz") as answer:
            assert answer.status == 200


async def add(person: Person, parts: Sequence[str], more: str = "") -> None:
    for part in parts:
        await person.says(part + more)


async def kept(of: Settings, reference: str, parts: Sequence[str], more: str = "") -> None:
    """All of the words stand with the submission, once and in their order."""
    (row,) = [row for row in await exported(of) if row["reference"] == reference]
    assert row["answers"]["added"] == "\n".join(part + more for part in parts)


@pytest.mark.parametrize("way", WAYS)
async def test_a_full_disk_loses_nothing(tmp_path: Path, api: BotApi, way: str) -> None:
    with WAYS[way](tmp_path / "disk") as disk:
        of = settings(disk.folder / "data", api, mode="webhook")
        async with Process(of) as process:
            person = api.person()
            reference, _ = await tell_need(person)
            disk.fill(process.pid)
            await add(person, ADDED, LONG)
            await until(lambda: ready(of.port, "full"), 15)
            await refused(of, "full")
            disk.free(process.pid)
            for _ in ADDED:
                await person.hears(20)
            await until(lambda: ready(of.port, "ready"), 10)
            await kept(of, reference, ADDED, LONG)
            await tell_need(api.person())
            assert await process.end() == 0
        assert traces(disk.folder, [*CANARIES, str(person.id)]) == []


async def test_while_postgresql_is_away_nothing_is_lost_and_nothing_overtakes(tmp_path: Path, api: BotApi) -> None:
    server = await asyncio.to_thread(Server)
    try:
        server.run("CREATE DATABASE sempre")
        of = settings(tmp_path / "data", api, mode="webhook", database_url=server.url("sempre"))
        async with Process(of) as process:
            person, other = api.person(), api.person()
            reference, _ = await tell_need(person)
            await asyncio.to_thread(server.stop)
            await until(lambda: ready(of.port, "down"), 15)
            await add(person, ADDED)
            telling = asyncio.create_task(tell_need(other, patience=30))
            await refused(of, "down")
            assert await figure(of.port, "sempre_database_up") == 0
            await asyncio.sleep(4)  # long enough for every part to have tried, and to wait before it tries again
            await refused(of, "down")
            await asyncio.to_thread(server.start)
            for _ in ADDED:
                await person.hears(20)
            await until(lambda: ready(of.port, "ready"), 15)
            assert await figure(of.port, "sempre_database_up") == 1
            await telling
            await kept(of, reference, ADDED)
            assert await process.end() == 0
        await asyncio.to_thread(server.stop)
        secret = [*CANARIES, str(person.id), str(other.id), api.token]
        assert traces(server.folder / "data", secret) == []
        assert [word for word in secret if word in (server.folder / "log").read_text(errors="replace")] == []
    finally:
        server.stop(keep=False)


async def test_a_locked_file_is_waited_for(tmp_path: Path, api: BotApi) -> None:
    of = settings(tmp_path / "data", api, mode="webhook")
    async with Process(of):
        person = api.person()
        other = sqlite3.connect(of.data_dir / "sempre.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await person.says("/start")
        await until(lambda: ready(of.port, "locked"), 15)
        other.execute("ROLLBACK")
        other.close()
        assert (await person.hears(20)).text
        await until(lambda: ready(of.port, "ready"), 10)

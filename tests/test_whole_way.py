"""From a person's phone to the export and back, over real ports, real files and real processes."""

from __future__ import annotations

import asyncio
import io
import random
import signal
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot import deliver
from bot.service import running
from tests.emulators.bot_api import Answer, BotApi
from tests.emulators.bot_api_people import Person
from tests.postgres import Server
from tests.serving import (
    NEED,
    SECRET,
    STORY,
    Process,
    answer,
    asked,
    bot_api,
    exported,
    figure,
    get,
    settings,
    tell_need,
    traces,
    until,
)

QUESTIONS = list(NEED)
FAULTS: tuple[Answer, ...] = ("429", "500", "drop")


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with bot_api() as api:
        yield api


@pytest.mark.parametrize("mode", ["webhook", "polling"])
async def test_needs_from_hello_to_the_export(tmp_path: Path, api: BotApi, mode: str) -> None:
    of = settings(tmp_path / "data", api, mode=mode)
    people = {language: api.person(language_code=language) for language in ("en", "ar")}
    async with Process(of) as process:
        told = {language: await tell_need(person, language) for language, person in people.items()}
        await until(lambda: not any(person.spinning for person in people.values()))
        rows = {row["language"]: row for row in await exported(of)}
        assert await process.end() == 0
    for language, (reference, questions) in told.items():
        assert questions == QUESTIONS
        row = rows.pop(language)
        assert row["reference"] == reference
        assert (row["kind"], row["status"], row["channel"]) == ("need", "new", "telegram")
        assert (row["topic"], row["detail"], row["urgency"], row["place"]) == ("MOB", "MOB.no_bus", "week", "Liepa")
        assert row["answers"]["story"] == STORY
    assert rows == {}
    ids = [str(person.id) for person in people.values()]
    assert traces(tmp_path, ["bus stopped", "cannot get to town", "market", "Liepa", api.token, *ids]) == []


async def test_the_same_on_postgresql_with_two_processes(tmp_path: Path, api: BotApi, postgres_url: str) -> None:
    first = settings(tmp_path / "one", api, mode="webhook", database_url=postgres_url, data_key="11" * 32)
    second = settings(tmp_path / "two", api, mode="webhook", database_url=postgres_url, data_key="11" * 32)
    people = [api.person() for _ in range(6)]
    async with Process(first) as one, Process(second):
        telling = [asyncio.create_task(tell_need(person, patience=20)) for person in people]
        await until(lambda: len(api.calls("sendMessage")) > 12, 20)
        await one.end(signal.SIGKILL)  # perhaps the elected sender: the other one takes over
        await asyncio.gather(*telling)
        rows = await exported(second)
    assert len({row["reference"] for row in rows}) == len(rows) == len(people)


async def test_killed_at_any_moment_it_goes_on(tmp_path: Path, api: BotApi) -> None:
    of = settings(tmp_path / "data", api, mode="webhook")
    person = api.person()
    dice = random.Random(11)  # noqa: S311
    process = Process(of)
    await process.start()
    telling = asyncio.create_task(tell_need(person, patience=30))
    kills = 0
    while not telling.done() and kills < 4:
        before = len(api.requests)
        await until(lambda before=before: len(api.requests) > before or telling.done(), 20)  # type: ignore[misc]
        await asyncio.sleep(dice.uniform(0, 0.02))
        await process.end(signal.SIGKILL)
        kills += 1
        await process.start()
    reference, questions = await telling
    assert list(dict.fromkeys(questions)) == QUESTIONS
    (row,) = await exported(of)
    assert row["reference"] == reference
    await until(lambda: _waiting(of.port, 0))
    assert await process.end() == 0


async def _waiting(port: int, count: int) -> bool:
    inbox, outbox = await figure(port, "sempre_inbox_waiting"), await figure(port, "sempre_outbox_waiting")
    return inbox == outbox == count


async def test_faults_of_the_platform_lose_no_reply_and_double_no_submission(
    tmp_path: Path, api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliver, "PAUSES", (0.05, 0.5))
    for fault in FAULTS:
        api.order(fault, share=0.05)
    people = [api.person() for _ in range(20)]
    of = settings(tmp_path / "data", api, mode="webhook")
    async with running(of):
        await asyncio.gather(*(tell_need(person, patience=40) for person in people))
        rows = await exported(of)
    assert len({row["reference"] for row in rows}) == len(rows) == 20


async def test_a_service_that_is_asked_to_stop_stops_soon_and_loses_nothing(tmp_path: Path, api: BotApi) -> None:
    people = [api.person() for _ in range(10)]
    api.latency = 0.05
    of = settings(tmp_path / "data", api, mode="polling")
    loop = asyncio.get_running_loop()
    async with Process(of) as process:
        telling = [asyncio.create_task(tell_need(person, patience=20)) for person in people]
        await until(lambda: len(api.calls("sendMessage")) > 30, 20)
        start = loop.time()
        assert await process.end(signal.SIGTERM) == 0
        assert loop.time() - start < 5
        await process.start()
        await asyncio.gather(*telling)
        assert len(await exported(of)) == 10


# -- the database is away -------------------------------------------------------------------------


async def test_while_postgresql_is_away_the_platform_is_told_to_come_back(tmp_path: Path, api: BotApi) -> None:
    server = await asyncio.to_thread(Server)
    try:
        server.run("CREATE DATABASE sempre")
        of = settings(tmp_path / "data", api, mode="webhook", database_url=server.url("sempre"))
        async with Process(of) as process:
            person = api.person()
            await tell_need(person)
            await asyncio.to_thread(server.stop)
            await until(lambda: _ready(of.port, "down"), 15)
            await person.says("/help")
            await until(lambda: api.updates.webhook is not None and api.updates.webhook.failures > 0)
            assert (await get(of.port, "/healthz"))[0] == 200
            assert await figure(of.port, "sempre_database_up") in {0, 1}
            await asyncio.to_thread(server.start)
            assert (await person.hears(20)).text
            await until(lambda: _ready(of.port, "ready"), 15)
            assert await process.end() == 0
    finally:
        server.stop(keep=False)


async def _ready(port: int, word: str) -> bool:
    return (await get(port, "/readyz"))[1].strip() == word


async def test_a_locked_file_is_waited_for(tmp_path: Path, api: BotApi) -> None:
    of = settings(tmp_path / "data", api, mode="webhook")
    async with Process(of):
        person = api.person()
        other = sqlite3.connect(of.data_dir / "sempre.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await person.says("/start")
        await until(lambda: _ready(of.port, "locked"), 15)
        other.execute("ROLLBACK")
        other.close()
        assert (await person.hears(20)).text
        await until(lambda: _ready(of.port, "ready"), 10)


async def test_a_full_disk_loses_nothing(tmp_path: Path, api: BotApi) -> None:
    of = settings(tmp_path / "data", api, mode="webhook")
    async with running(of) as service:
        person = api.person()
        await person.says("/start")
        await person.hears()
        # As full as a disk may be: not one page more.
        async with service.on.database._writer.connect() as conn:
            pages = (await conn.exec_driver_sql("PRAGMA page_count")).scalar_one()
            await conn.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            await conn.rollback()
        for _ in range(20):
            await person.says("word " * 800)
        await until(lambda: _ready(of.port, "full"), 15)
        async with service.on.database._writer.connect() as conn:
            await conn.exec_driver_sql("PRAGMA max_page_count = 1000000")
            await conn.rollback()
        for _ in range(20):
            await person.hears(20)
        await until(lambda: _ready(of.port, "ready"), 10)


# -- what nobody should send ----------------------------------------------------------------------


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
        try:
            async with session.post(f"{of.public_url}/channels/telegram", data=pieces(), headers=headers) as answer:
                assert answer.status == 413
        except aiohttp.ClientError:  # the connection was closed while we were still sending
            pass
    assert sent < 65_536_000


async def test_files_are_fetched_after_consent_and_kept_sealed(tmp_path: Path, api: BotApi) -> None:
    of = settings(tmp_path / "data", api, mode="polling")
    content = b"OggS a voice that nobody else should hear" * 100
    async with running(of) as service:
        person = api.person()
        await _tell_by_voice(person, content)
        await until(lambda: _fetched(service.port), 10)
    assert traces(tmp_path, ["a voice that nobody else"]) == []


async def _fetched(port: int) -> bool:
    return "sempre_fetched_total{" in (await get(port, "/metrics"))[1]


async def _tell_by_voice(person: Person, content: bytes) -> None:
    await person.says("/start")
    while True:
        shown = await person.hears()
        if asked(shown) == "story":
            await person.sends_voice(content)
            await person.hears()
            return
        await answer(person, shown, "en")


async def test_the_addresses_say_what_they_should(tmp_path: Path) -> None:
    async with running(settings(tmp_path / "data", organisation="Heide <b>Service")) as service:
        assert await get(service.port, "/healthz") == (200, "alive\n")
        assert await get(service.port, "/readyz") == (200, "ready\n")
        status, page = await get(service.port, "/")
        assert (status, "Heide &lt;b&gt;Service" in page, "<b>" in page) == (200, True, False)
        _, figures = await get(service.port, "/metrics")
        assert {"sempre_inbox_waiting 0.0", "sempre_outbox_waiting 0.0"} <= set(figures.splitlines())
        service.readiness.draining = True
        assert await get(service.port, "/readyz") == (503, "stopping\n")

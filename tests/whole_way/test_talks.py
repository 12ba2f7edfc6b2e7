"""From a person's phone to the export and back, over real ports, real files and real processes."""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import Mapping
from pathlib import Path

import asyncpg
import pytest

from bot import account, deliver
from bot.service import running
from storage.elections import ELECTIONS
from tests.emulators.bot_api import Answer, BotApi
from tests.emulators.bot_api_people import Person
from tests.postgres import Server
from tests.serving import (
    NEED,
    STORY,
    Process,
    answer,
    asked,
    exported,
    get,
    settings,
    tell_need,
    traces,
    until,
)

QUESTIONS = list(NEED)
FAULTS: tuple[Answer, ...] = ("429", "500", "drop", "hang")


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


async def test_who_lost_the_election_sends_no_more_yet_answers_presses_and_may_win_again(
    tmp_path: Path, api: BotApi, postgres: Server, postgres_url: str
) -> None:
    of = settings(tmp_path / "data", api, mode="webhook", database_url=postgres_url, data_key="11" * 32)
    name = postgres_url.partition("?")[0].rpartition("/")[2]
    async with running(of):
        person = api.person()
        await person.says("/start")
        shown = await person.hears()
        other = await asyncpg.connect(host=str(postgres.folder), user="postgres", database=name)
        key = (ELECTIONS, zlib.crc32(b"telegram") - 2**31)
        own = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND objid = $1::bigint::oid"
        elected = await other.fetchval(own, key[1] % 2**32)
        next_one = asyncio.create_task(other.execute("SELECT pg_advisory_lock($1, $2)", *key))
        await asyncio.sleep(0.2)
        # Its session ends, as by a restart of a pooler; the other one wins in the same moment.
        postgres.run(f"SELECT pg_terminate_backend({elected})", database=name)
        await next_one
        person.presses_payload(shown.payloads[0], shown)
        await until(lambda: person.spinning == [], 5)
        await person.hears_nothing(account.ASK + 0.5)  # sending is for the other one, from its first moment
        await other.close()
        assert (await person.hears()).text


CRY = "I want to die"
CROWD = 150
"""People who write in one moment. At 30 sends a second, the last of them waits for 5 s."""


@pytest.mark.parametrize("mode", ["webhook", "polling"])
async def test_who_may_be_in_danger_is_answered_within_two_seconds(tmp_path: Path, api: BotApi, mode: str) -> None:
    """G2 of domain.md, from the message on the platform to the answer there, while a crowd waits for its answers."""
    of = settings(tmp_path / "data", api, mode=mode, sends_per_second=30)
    loop = asyncio.get_running_loop()
    async with Process(of):
        before, refused, within = (api.person() for _ in range(3))
        await _answers(refused, 2, {**NEED, "consent": "consent:no"})
        await _answers(within, 4, NEED)
        for person in [api.person() for _ in range(CROWD)]:
            await person.says("/start")
        await within.says("There is more to it, and now I write it down.")  # an answer that waits with the crowd's
        start = loop.time()
        for person in (before, refused, within):
            await person.says(CRY)
        for person in (before, refused, within):
            while "112" not in (await person.hears(5)).text:
                pass
            assert loop.time() - start < 2
        crowd = len(api.calls("sendMessage")) - 10
        assert crowd < CROWD, "the crowd was answered before: this test shows nothing"


async def _answers(person: Person, count: int, words: Mapping[str, str]) -> None:
    """Greets, answers so many questions, and hears what comes then."""
    await person.says("/start")
    for _ in range(count):
        await answer(person, await person.hears(), "en", words)
    await person.hears()


async def test_faults_of_the_platform_lose_no_reply_and_double_no_submission(
    tmp_path: Path, api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliver, "PAUSES", (0.05, 0.5))
    monkeypatch.setattr(deliver, "SEND_SECONDS", 1.0)  # what hangs is given up after that
    for fault in FAULTS:
        api.order(fault, share=0.1 / len(FAULTS))
    people = [api.person() for _ in range(20)]
    of = settings(tmp_path / "data", api, mode="webhook")
    async with running(of):
        await asyncio.gather(*(tell_need(person, patience=40) for person in people))
        rows = await exported(of)
    assert {asked.status for asked in api.calls("sendMessage")} == {200, 0, 429, 500}
    assert len({row["reference"] for row in rows}) == len(rows) == 20


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

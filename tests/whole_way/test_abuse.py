"""A hundred hostile clients beside thirty ordinary conversations and one desk: the ordinary ones notice nothing."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any

import pytest

from tests import browsing, serving
from tests.browsing import Browser, Page
from tests.emulators.bot_api import BotApi
from tests.emulators.bot_api_people import Person, Shown
from tests.serving import Process, get, settings

OF_EACH = 15
"""Conversations in the browser, and as many over Telegram."""

HOSTILE_SECONDS = 8.0
LARGEST_MEMORY = 600  # MB

LONGEST_P95 = 2.0
"""Seconds. The goal is one, and the figure is printed; here the attackers share two processors with the service."""


class Timed:
    """How long each answer took, in seconds."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self._since: float | None = None

    def said(self) -> None:
        self._since = time.monotonic()

    def heard(self) -> None:
        if self._since is not None:
            self.seconds.append(time.monotonic() - self._since)
            self._since = None


class TimedPage(Page):
    def __init__(self, page: Page, timed: Timed) -> None:
        super().__init__(page.socket)
        self._timed = timed

    async def _utters(self, frame: dict[str, Any], name: str | None) -> str:
        await asyncio.sleep(0.3)  # people think
        self._timed.said()
        return await super()._utters(frame, name)

    async def hears(self, seconds: float = 15) -> dict[str, Any]:
        frame = await super().hears(seconds)
        self._timed.heard()
        return frame


class TimedPerson(Person):
    def __init__(self, api: BotApi, timed: Timed) -> None:
        person = api.person(language_code="en")
        super().__init__(api, person.chat, "en", "Test")
        self._timed = timed

    async def hears(self, timeout: float = 15) -> Shown:  # noqa: ASYNC109
        shown = await super().hears(timeout)
        self._timed.heard()
        await asyncio.sleep(0.3)
        self._timed.said()  # says what comes next at once
        return shown


async def on_the_web(port: int, timed: Timed, begin: float) -> None:
    await asyncio.sleep(begin)
    async with Browser(port) as browser, browser.page() as page:
        assert (await browsing.tell_need(TimedPage(page, timed)))["text"]


async def over_telegram(api: BotApi, timed: Timed, begin: float) -> None:
    await asyncio.sleep(begin)
    await serving.tell_need(TimedPerson(api, timed), patience=15)


async def probed(port: int, answers: list[Any], ended: asyncio.Event) -> None:
    """Asks for health and readiness all the while."""
    while not ended.is_set():
        begin = time.monotonic()
        alive, ready = await get(port, "/healthz"), await get(port, "/readyz")
        answers.append((alive, ready, (time.monotonic() - begin) / 2))
        await asyncio.sleep(0.25)


@asynccontextmanager
async def hostile(port: int, said: dict[str, Any]) -> AsyncIterator[None]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.hostile", str(port), str(HOSTILE_SECONDS),
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    yield
    out, err = await process.communicate()
    assert process.returncode == 0, err.decode()
    said.update(json.loads(out))


def memory(pid: int) -> int:
    """Bytes that the process holds now."""
    [line] = [line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1]) * 1024


@dataclass(frozen=True)
class Seen:
    """What one attack did."""

    said: dict[str, Any]
    probes: list[Any]
    seconds: list[float]
    megabytes: tuple[int, int]
    log: str

    @property
    def p95(self) -> float:
        return quantiles(self.seconds, n=100)[94]

    def __str__(self) -> str:
        return (
            f"{self.said['clients']} hostile clients, {2 * OF_EACH} talks, {len(self.seconds)} answers: "
            f"half within {quantiles(self.seconds, n=100)[49]:.2f} s, 95 % within {self.p95:.2f} s, "
            f"longest {max(self.seconds):.2f} s; probes at most {max(probe[2] for probe in self.probes):.2f} s; "
            f"{self.megabytes[0]} MB before, {self.megabytes[1]} MB after\n{self.said['seen']}"
        )


async def attacked(api: BotApi, folder: Path) -> Seen:
    of, said, probes, ended = settings(folder, api), dict[str, Any](), list[Any](), asyncio.Event()
    async with Process(of) as process:
        await on_the_web(of.port, Timed(), 0)  # a service that has been at work
        before, timed = memory(process.pid), [Timed() for _ in range(2 * OF_EACH)]
        probing = asyncio.create_task(probed(of.port, probes, ended))
        async with hostile(of.port, said), asyncio.TaskGroup() as talks:
            await asyncio.sleep(0.5)
            for number, one in enumerate(timed):
                begin = number * 0.1
                talks.create_task(on_the_web(of.port, one, begin) if number % 2 else over_telegram(api, one, begin))
        after = memory(process.pid)
        ended.set()
        await probing
        log = process.log
        assert await get(of.port, "/readyz") == (200, "ready\n")
    seconds = [second for one in timed for second in one.seconds]
    return Seen(said, probes, seconds, (before >> 20, after >> 20), log)


@pytest.mark.alone
async def test_ordinary_talks_go_on_beside_a_hundred_hostile_clients(
    api: BotApi, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with asyncio.timeout(100):
        seen = await attacked(api, tmp_path / "data")
    with capsys.disabled():
        print(f"\n{seen}")
    assert (seen.said["clients"], seen.said["faults"]) == (100, [])
    assert {probe[:2] for probe in seen.probes} == {((200, "alive\n"), (200, "ready\n"))}
    assert seen.megabytes[1] < LARGEST_MEMORY
    assert [line for line in seen.log.splitlines() if '"level": "error"' in line or '"level":"error"' in line] == []
    assert seen.p95 < LONGEST_P95

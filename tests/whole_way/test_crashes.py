"""Ended at any moment, by force or politely: it goes on where it was."""

from __future__ import annotations

import asyncio
import random
import re
import signal
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.emulators.bot_api import BotApi
from tests.emulators.bot_api_people import Person, Shown
from tests.serving import NEED, REFERENCE, STORY, Process, answer, exported, settings, tell_need, until

QUESTIONS = list(NEED)
KILLS = 4  # in each of the two modes
PEOPLE = 5


@dataclass
class Talk:
    """A person who tells a need at a pace of their own, and does not answer what they have answered."""

    person: Person
    words: Mapping[str, str]
    dice: random.Random
    questions: list[str] = field(default_factory=list)
    said: int = 0
    repeats: int = 0

    async def tell(self) -> str:
        """Gives the reference."""
        await self.person.says("/start")
        self.said += 1
        heard: set[tuple[str, Sequence[object]]] = set()
        while True:
            shown = await self.person.hears(30)
            if (shown.text, shown.buttons) in heard:
                self.repeats += 1
                continue
            heard.add((shown.text, shown.buttons))
            if (reference := _reference(shown)) is not None:
                return reference
            await asyncio.sleep(self.dice.uniform(0, 0.1))
            if (question := await answer(self.person, shown, "en", self.words)) is not None:
                self.questions.append(question)
                self.said += 1


def _reference(shown: Shown) -> str | None:
    found = REFERENCE.search(re.sub("[\u2066-\u2069]", "", shown.text))
    return None if found is None else found[0]


def _count(of: Settings, what: str) -> int:
    with closing(sqlite3.connect(of.data_dir / "sempre.db")) as file:
        (number,) = file.execute(f"SELECT count(*) FROM {what}").fetchone()  # noqa: S608
        return int(number)


async def _killed(process: Process, api: BotApi, dice: random.Random) -> int:
    """Kills it in the middle of something and starts it again. Gives how many sends were not settled by then."""
    before, more = len(api.requests), dice.randint(1, 9)
    await until(lambda: len(api.requests) >= before + more, 20)
    await asyncio.sleep(dice.uniform(0, 0.03))
    await process.end(signal.SIGKILL)
    unsettled = _count(process.settings, "outbox WHERE settled_at IS NULL")
    if dice.random() < 0.5:  # and once more while it starts
        await process.spawn()
        await asyncio.sleep(dice.uniform(0.1, 0.9))
        await process.end(signal.SIGKILL)
        unsettled += _count(process.settings, "outbox WHERE settled_at IS NULL")
    await process.start()
    return unsettled


@pytest.mark.parametrize("mode", ["webhook", "polling"])
async def test_killed_at_any_moment_it_goes_on(tmp_path: Path, api: BotApi, mode: str) -> None:
    of = settings(tmp_path / "data", api, mode=mode)
    dice = random.Random(f"{mode} 11")  # noqa: S311
    words = [dict(NEED, story=f"{STORY} This is number {number}.", place=f"Liepa {number}") for number in range(PEOPLE)]
    talks = [Talk(api.person(), one, random.Random(number)) for number, one in enumerate(words)]  # noqa: S311
    async with Process(of) as process:
        telling = [asyncio.create_task(talk.tell()) for talk in talks]
        unsettled = 0
        for _ in range(KILLS):
            assert not all(task.done() for task in telling), "the talks were over before the last kill"
            unsettled += await _killed(process, api, dice)
        references = await asyncio.gather(*telling)
        await until(lambda: _count(of, "inbox WHERE settled_at IS NULL") == 0)
        await until(lambda: _count(of, "outbox WHERE settled_at IS NULL") == 0)
        assert await process.end() == 0

    # Nothing lost, nothing taken twice, nothing asked anew, and no message repeated but those that were on their way.
    assert _count(of, "inbox") == sum(talk.said for talk in talks)
    assert _count(of, "inbox WHERE parked_at IS NOT NULL") + _count(of, "outbox WHERE parked_at IS NOT NULL") == 0
    assert [talk.questions for talk in talks] == [QUESTIONS] * PEOPLE
    assert sum(talk.repeats for talk in talks) <= unsettled
    rows = {row["reference"]: row["answers"] for row in await exported(of)}
    assert sorted(rows) == sorted(references)
    for talk, reference in zip(talks, references, strict=True):
        told = rows[reference]
        assert (told["story"], told["place"]) == (talk.words["story"], talk.words["place"])
        assert (told["topic"], told["detail"], told["urgency"]) == ("MOB", "MOB.no_bus", "week")


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
        assert "stopped_late" not in process.log
        await process.start()
        await asyncio.gather(*telling)
        assert len(await exported(of)) == 10

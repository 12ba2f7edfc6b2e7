"""A platform that fails at every tenth send: what people notice of it, and whether it was asked again too soon."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tests.crash.place import Place
from tests.crash.report import Report, report
from tests.crash.talks import InTelegram, note
from tests.emulators.bot_api import Answer, Asked
from tests.serving import bot_api, until

SHARE = 0.1
RETRY_AFTER = 2
"""Seconds that the platform asks for."""

FAULTS: Mapping[str, Answer] = {"429": "429", "500": "500", "hanging": "hang", "answer lost": "drop"}

SETTLES = 60.0


@dataclass(frozen=True)
class Faults:
    """`too_soon`: sends to a chat before its time was up. `repeated` may be as many as answers were lost."""

    sends: int
    failed: int
    answers_lost: int
    too_soon: int
    longest: float
    of: Report

    @property
    def shown(self) -> Mapping[str, object]:
        return {
            "sends": self.sends,
            "of these failed": self.failed,
            "talks from hello to sent": self.of.talks,
            "replies lost": self.of.unanswered,
            "submissions missing": self.of.missing,
            "submissions doubled": self.of.doubled,
            "wrong content": self.of.wrong,
            "asked again before `retry_after`": self.too_soon,
            "repeated bot messages": self.of.repeated,
            "seconds of the longest talk": round(self.longest),
        }

    def faults(self) -> list[str]:
        found = replace(self.of, in_flight=self.answers_lost).faults()
        return found + ([f"asked again before `retry_after`: {self.too_soon}"] if self.too_soon else [])


async def under(answer: Answer, folder: Path, people: int) -> Faults:
    """So many people tell a need at once, while every tenth send of the service fails in this way."""
    async with bot_api() as api:
        place = Place(answer, folder / answer, api, "webhook", answer)
        await place.start()
        try:
            api.order(answer, share=SHARE, retry_after=RETRY_AFTER)
            place.notes = [note(f"{answer}-{number}") for number in range(people)]
            place.no_more()
            talks = [place.in_telegram(one) for one in place.notes]
            began = time.monotonic()
            ended = await asyncio.gather(*(_timed(talk) for talk in talks))
            await until(place.settled, SETTLES)
        finally:
            await place.process.end()
        sends = api.calls("sendMessage")
        return Faults(
            sends=len(sends),
            failed=sum(one.status != 200 for one in sends),
            answers_lost=sum(one.status == 0 for one in sends) if answer == "drop" else 0,
            too_soon=_too_soon(sends),
            longest=max(ended) - began,
            of=await report(place),
        )


async def _timed(talk: InTelegram) -> float:
    await talk.tell()
    return time.monotonic()


def _too_soon(sends: Sequence[Asked]) -> int:
    until_then: dict[object, float] = {}
    count = 0
    for asked in sends:
        chat = asked.parameters["chat_id"]
        count += asked.at < until_then.get(chat, 0)
        if asked.status == 429:
            until_then[chat] = asked.at + RETRY_AFTER
    return count


def table(columns: Mapping[str, Faults]) -> str:
    """Markdown."""
    lines = [f"| | {' | '.join(columns)} |", f"|---|{'---|' * len(columns)}"]
    labels = next(iter(columns.values())).shown
    lines += [f"| {label} | {' | '.join(str(one.shown[label]) for one in columns.values())} |" for label in labels]
    return "\n".join(lines)

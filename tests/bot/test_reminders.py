"""A reminder is a row that falls due: once, at the morning that was named, and not after an erasure."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.metrics import Metrics
from bot.turns import Turner
from dialogs.schema import load_scripts
from dialogs.terms import Heard, Sort
from storage import inbox, outbox
from storage.database import Database
from storage.inbox import Arrival
from storage.outbox import Outcome
from tests.bot.test_staff_turns import WORDS
from tests.storage.given import NOW

pytestmark = pytest.mark.usefixtures("log")


class Talk:
    """One person on their way through a need."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.at = NOW
        self.messages = 0
        self.turner = Turner(database, WORDS, load_scripts(), lambda: self.at, Metrics())

    async def says(self, *texts: str) -> None:
        for text in texts:
            self.messages += 1
            self.at += timedelta(seconds=2)
            heard = Heard(Sort.TEXT, self.at, text, str(self.messages))
            arrival = Arrival("telegram", "4815162342", str(self.messages), self.messages, heard)
            async with self.database.write() as conn:
                await inbox.put(conn, [arrival], self.at)
            await self.hears()

    async def hears(self) -> list[str]:
        """Everything that is said now, a text each."""
        await self.turner.all()
        texts = []
        async with self.database.write() as conn:
            while ready := await outbox.ready(conn, "telegram", self.at, 1, ()):
                say = ready[0].say
                assert say is not None
                texts.append("\n".join(say.paragraphs))
                await outbox.settle(conn, [Outcome(ready[0].id, "sent", "m")], self.at)
        return texts


async def test_a_reminder_comes_once_in_the_morning(database: Database) -> None:
    talk = Talk(database)
    await talk.says("English", "yes", "3", "menu", "remind me later")
    talk.at += timedelta(days=1)
    assert await talk.hears() == []
    talk.at += timedelta(days=1, hours=2)
    (said,) = await talk.hears()
    assert said.startswith("You wanted to be reminded.")
    assert "what is it about?" in said
    talk.at += timedelta(days=9)
    assert await talk.hears() == []


async def test_the_erased_are_not_reminded(database: Database) -> None:
    talk = Talk(database)
    await talk.says("English", "yes", "3", "menu", "remind me later", "delete", "yes")
    talk.at += timedelta(days=3)
    assert await talk.hears() == []

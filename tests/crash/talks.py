"""People who tell one need after the other while the service is killed around them, on Telegram and in the browser.

Each keeps a note of what was said and heard; `calm` is set after the last kill. They do what people and apps do: wait,
answer what is asked, ignore what they have read before; a browser connects again, says how far it has read, and
repeats what nobody acknowledged.
"""

from __future__ import annotations

import asyncio
import random
import re
import uuid
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from tests.browsing import Browser, Page
from tests.emulators.bot_api import BotApi
from tests.emulators.bot_api_people import Person, Shown
from tests.serving import NEED, REFERENCE, STORY, asked

QUESTIONS = tuple(NEED)
PATIENCE = 90.0
"""Seconds without a kill after which whoever was acknowledged counts as unanswered."""

LONGEST_TALK = 3600.0
THINKS = 0.25
CONNECTS_AGAIN = (0.05, 0.4)


@dataclass
class Note:
    """What one person said and heard. `added` is what they wrote after sending, while they pressed Send once more."""

    number: str
    story: str
    place: str
    in_browser: bool = False
    questions: list[str] = field(default_factory=list)
    said: int = 0
    reference: str | None = None
    added: str | None = None
    reset: bool = False
    unanswered: bool = False
    repeats: int = 0

    def answers(self, question: str) -> str:
        """The payload to press or the words to write."""
        own = {"story": self.story, "place": self.place}
        return (own.get(question) or NEED[question]).format(language="en")

    def hears(self, question: str) -> None:
        """A question to be answered. One that comes again although it was answered means that we were forgotten."""
        if question in self.questions:
            self.reset = True
        self.questions.append(question)


def note(number: str) -> Note:
    return Note(number, f"{STORY} This is number {number}.", f"Liepa {number}")


def reference(text: str) -> str | None:
    found = REFERENCE.search(re.sub("[\u2066-\u2069]", "", text))
    return None if found is None else found[0]


class InTelegram:
    """Tells a need in a chat. `hasty`: writes more words after sending and presses Send again in the same moment."""

    def __init__(self, api: BotApi, told: Note, dice: random.Random, calm: asyncio.Event, *, hasty: bool) -> None:
        self.note = told
        self._calm = calm
        self._person: Person = api.person(language_code="en")
        self._dice = dice
        self._hasty = hasty
        self._heard: set[tuple[str, object]] = set()

    async def tell(self) -> None:
        await self._person.says("/start")
        self.note.said += 1
        while self.note.reference is None and not self.note.unanswered:
            shown = await self._hears()
            if shown is None:
                self.note.unanswered = True
                return
            if (shown.text, shown.buttons) in self._heard:
                self.note.repeats += 1
                continue
            self._heard.add((shown.text, shown.buttons))
            await self._answer(shown)

    async def _hears(self) -> Shown | None:
        """None where nothing came in all the time since the last kill."""
        while True:
            calm = self._calm.is_set()
            try:
                return await self._person.hears(PATIENCE)
            except TimeoutError:
                if calm:
                    return None

    async def _answer(self, shown: Shown) -> None:
        self.note.reference = reference(shown.text)
        question = asked(shown)
        if self.note.reference is not None or question is None:
            return
        await asyncio.sleep(self._dice.uniform(0, THINKS))
        self.note.hears(question)
        wanted = self.note.answers(question)
        payload = next((one for one in shown.payloads if one.partition("~")[0] == wanted), None)
        if payload is None:
            await self._person.says(wanted)
        else:
            self._person.presses_payload(payload, shown)
        self.note.said += 1
        if question == "check" and self._hasty and payload is not None:
            await self._add(payload, shown)

    async def _add(self, payload: str, shown: Shown) -> None:
        while self.note.reference is None:
            sent = await self._hears()
            if sent is None:
                self.note.unanswered = True
                return
            self.note.reference = reference(sent.text)
        self.note.added = f"One more thing about number {self.note.number}."
        await self._person.says(self.note.added)
        self._person.presses_payload(payload, shown)
        self.note.said += 2


class InBrowser:
    """Tells a need in the web chat, over as many connections as it takes."""

    def __init__(self, port: int, told: Note, dice: random.Random, calm: asyncio.Event) -> None:
        self.note = told
        self._calm = calm
        told.in_browser = True
        self._browser = Browser(port)
        self._dice = dice
        self._after = 0
        self._waiting: dict[str, Any] | None = None  # the frame that nobody has acknowledged yet

    async def tell(self) -> None:
        try:
            async with self._browser, asyncio.timeout(LONGEST_TALK):
                while self.note.reference is None:
                    try:
                        async with self._page() as page:
                            await self._read(page)
                    except (aiohttp.ClientError, OSError, _Ended):
                        await asyncio.sleep(self._dice.uniform(*CONNECTS_AGAIN))
        except _GivenUp:
            return
        except TimeoutError:
            self.note.unanswered = True

    @asynccontextmanager
    async def _page(self) -> AsyncIterator[Page]:
        if not self._browser.cookie:
            status, _ = await self._browser.get("/chat")
            if status != 200:
                raise _Ended
        async with self._browser.page(self._after) as page:
            if self._waiting is not None:
                await page.send(self._waiting)
            yield page

    async def _read(self, page: Page) -> None:
        while self.note.reference is None:
            frame = await self._next(page)
            match frame:
                case {"type": "ack", "id": name} if self._waiting and name == self._waiting["id"]:
                    self._waiting = None
                case {"type": "error"}:
                    raise _Ended  # "busy" or "stopping": the page connects again, as ours does
                case {"type": "message", "seq": seq} if seq <= self._after:
                    self.note.repeats += 1
                case {"type": "message", "seq": seq, "from": sender}:
                    self._after = seq
                    if sender != "you":
                        await self._answer(page, frame)

    async def _next(self, page: Page) -> Mapping[str, Any]:
        calm = self._calm.is_set()
        try:
            return await page.next(PATIENCE)
        except AssertionError:
            raise _Ended from None  # the connection was closed
        except TimeoutError:
            self.note.unanswered = calm
            raise (_GivenUp if calm else _Ended) from None

    async def _answer(self, page: Page, frame: Mapping[str, Any]) -> None:
        self.note.reference = reference(frame["text"])
        question = frame["question"]
        if self.note.reference is not None or question not in NEED:
            return
        await asyncio.sleep(self._dice.uniform(0, THINKS))
        self.note.hears(question)
        wanted = self.note.answers(question)
        payloads = [button["payload"] for row in frame["buttons"] for button in row]
        payload = next((one for one in payloads if one.partition("~")[0] == wanted), None)
        said = {"type": "text", "text": wanted} if payload is None else {"type": "press", "payload": payload}
        self._waiting = {**said, "id": str(uuid.uuid4())}
        self.note.said += 1
        await page.send(self._waiting)
        await page.send({"type": "seen", "seq": self._after})


class _Ended(Exception):
    """This connection."""


class _GivenUp(Exception):
    """Nothing came for so long that nothing will."""

"""What the tests of storage begin with: arrivals, held conversations, something said and something sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.terms import Answer, Consented, Conversation, File, Form, Heard, Say, Sort, Submit
from storage import conversations, inbox, people
from storage.conversations import Held
from storage.inbox import Arrival, Waiting
from storage.outbox import Parcel
from storage.scope import Scope

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

STORY = "Der Bus nach Kleinwaldhausen faehrt nicht mehr"
PLACE = "Kleinwaldhausen"
ADDRESS = "4815162342"
VOICE = File("file-ref-771", "voice", 1000, "audio/ogg")

AGREED = Consented("help", True, "Yes, Sempre may save my answers.", "en", "tap")
REFUSED = Consented("help", False, "Yes, Sempre may save my answers.", "en", "tap")

EVERYTHING = Scope(0, 0, reads=True, works=True, places=None, guards=True, officer=False)
"""What may be seen by a coordinator who is named for safeguarding."""

_keys = count(1)


def heard(text: str = STORY, sort: Sort = Sort.TEXT, at: datetime = NOW) -> Heard:
    return Heard(sort, at, text)


def arrival(address: str = ADDRESS, *, order: int = 1, text: str = STORY, sort: Sort = Sort.TEXT) -> Arrival:
    return Arrival("telegram", address, f"key-{next(_keys)}", order, heard(text, sort))


async def put_one(conn: AsyncConnection, one: Arrival | None = None, now: datetime = NOW) -> Waiting:
    """Stores an arrival, and gives the newest row of its lane as it waits."""
    one = one or arrival()
    await inbox.put(conn, [one], now)
    lane = inbox.lane(one.channel, one.address)
    return max(
        (row for row in await inbox.due(conn, now + 365 * DAY, 1000) if row.lane == lane), key=lambda row: row.id
    )


async def hold_one(conn: AsyncConnection, address: str = ADDRESS, now: datetime = NOW) -> Held:
    lane = inbox.lane("telegram", address)
    return (await conversations.hold(conn, {lane: ("telegram", address)}, now))[lane]


async def agree(conn: AsyncConnection, address: str = ADDRESS, now: datetime = NOW) -> Held:
    """A conversation of somebody who agreed."""
    held = await hold_one(conn, address, now)
    person = await people.consent(conn, held, AGREED, "telegram", now)
    held = replace(held, person_id=person)
    await conversations.save(conn, [(held, Conversation(language="de", consent=True, last_draft=1))], now)
    return await hold_one(conn, address, now)


def say(*paragraphs: str, toggles: bool = False) -> Say:
    return Say(paragraphs or ("What do you need?",), toggles=toggles)


def parcel(held: Held, words: str = "What do you need?", **other: object) -> Parcel:
    made = Parcel(held.id, held.contact_id, held.channel, "reply", "say", say(words))
    return replace(made, **other)  # type: ignore[arg-type]


def talk(*, language: str = "de", consent: bool | None = None, text: str = STORY) -> Conversation:
    """In the middle of a form, the story told."""
    form = Form("need", 1, answers=(Answer("story", text),))
    return Conversation(language=language, consent=consent, forms=(form,), last_draft=1)


def need(reference: str = "N-7KM-4QX", draft: int = 1, answers: Sequence[Answer] | None = None) -> Submit:
    told = answers or (
        Answer("topic", "MOB"),
        Answer("detail", "MOB.no_bus"),
        Answer("story", STORY, files=(VOICE,)),
        Answer("place", PLACE),
        Answer("urgency", "week"),
        Answer("phone", None),
    )
    return Submit(reference, "need", draft, "de", tuple(told), "U2")

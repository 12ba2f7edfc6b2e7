"""What every channel is: a way in, a way out, and one closed table of what can go wrong on the way out.

A channel classifies; `bot.deliver` decides. Nothing here, and no exception of a channel, ever holds an
address, a token or a person's words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Protocol

from dialogs.terms import Button, File, Heard, Say, Sort

# -- in -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Inbound:
    """One thing that arrived. `key` names it for ever, whatever the platform repeats."""

    key: str
    address: str
    order: int  # place within the chat, as the platform counts; 0: before all that waits
    heard: Heard
    acknowledge: str | None = None  # id of the button press to answer, best effort
    # Latitude and longitude of a location: becomes a place, and is neither kept nor shown anywhere.
    point: tuple[float, float] | None = field(default=None, repr=False)


Arrived = Callable[[Sequence[Inbound]], Awaitable[None]]
"""Takes what arrived, and returns only after it is committed."""


class Unreadable(Exception):
    """This is no message of the platform. `reason` is a machine word."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def loaded(raw: bytes | str) -> dict[str, Any]:
    """The one JSON object that these bytes are. Raises `Unreadable`: not_json."""
    try:
        said = json.loads(raw.decode("utf-8") if isinstance(raw, bytes) else raw)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        raise Unreadable("not_json")
    return said


# Bidi controls (UAX #9) belong to display, never to stored text (I-21). Zero-width joiners stay: Persian needs them.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """The text as it may be stored: no control characters but line feed and tab, no bidi controls, valid Unicode."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _LONE_SURROGATE.sub("\ufffd", _UNWANTED.sub("", text))


_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@\w+)?(?=\s|$)")
_LINK_TOKEN = re.compile(r"[A-Za-z0-9_-]{1,64}")  # https://core.telegram.org/bots/features#deep-linking


def command(text: str) -> tuple[str, str] | None:
    """The bare word of a command in lower case, and the person's own words after it; None if it is none."""
    found = _COMMAND.match(text)
    if found is None:
        return None
    word, rest = found[1].lower(), text[found.end() :].strip()
    # After /start, a single token is not theirs, but the link's that they came by.
    return word, "" if word == "start" and _LINK_TOKEN.fullmatch(rest) else rest


def command_apart(inbound: Inbound) -> tuple[Inbound, ...]:
    """A text that is a command becomes one, and the words after it a text of its own: whoever types
    "/help I want to die" must be heard. Anything else as it is.
    """
    found = command(inbound.heard.text or "") if inbound.heard.sort is Sort.TEXT else None
    if found is None:
        return (inbound,)
    word, rest = found
    first = replace(inbound, heard=replace(inbound.heard, sort=Sort.COMMAND, text=word))
    if not rest:
        return (first,)
    words = replace(inbound, key=f"{inbound.key}:words", heard=replace(inbound.heard, text=rest), acknowledge=None)
    return first, words


# -- out ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Document:
    """A file that we made for this person. Its name is neutral, for others may see it in a list."""

    name: str
    type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Outbound:
    """One thing to send. `edits` is the platform's id of an own message that this one may replace. `documents` go
    before the words.

    `parts`: what a channel that must cut a long text has sent of it but for the last part, as the platform's ids.
    The channel adds to it, and goes on after it when the same thing is sent again.
    """

    address: str
    action: str  # "say", "leave"
    say: Say | None = None
    edits: str | None = None
    parts: list[str] = field(default_factory=list, compare=False)
    documents: Sequence[Document] = ()


class Fault(StrEnum):
    """Everything that a send can end in, but success. The list is closed; its rules are in `RULES`."""

    AGAIN_AFTER = "again_after"
    AGAIN = "again"
    GONE = "gone"
    OURS = "ours"


@dataclass(frozen=True, slots=True)
class Rule:
    """What follows from a fault."""

    whose: str  # "platform", "network", "person", "us"
    retry: bool
    deliver: str  # what deliver does with the outbox row
    sentence: str  # for the operator


RULES: Mapping[Fault, Rule] = {
    Fault.AGAIN_AFTER: Rule(
        "platform",
        True,
        "waits as long as the platform asks, then sends the same row; the account slows down",
        "The platform asks us to slow down. Messages wait and go out by themselves.",
    ),
    Fault.AGAIN: Rule(
        "network",
        True,
        "sends the same row again, later each time",
        "The platform could not be reached or did not answer. Messages wait and go out by themselves.",
    ),
    Fault.GONE: Rule(
        "person",
        False,
        "settles the row as gone and marks the contact as not reachable",
        "This person cannot be written to here any more. Use another way if there is one.",
    ),
    Fault.OURS: Rule(
        "us",
        False,
        "parks the row for an operator; other conversations go on",
        "The platform refused what we sent. Look at the reason; the message is kept and can be sent again.",
    ),
}

REASONS: Mapping[str, str] = {
    # again_after
    "flood": "More messages than the platform takes at once.",
    # again
    "server": "The platform's server reported an error of its own.",
    "timeout": "The platform did not answer in time.",
    "network": "The platform could not be reached: name, network or certificate.",
    "garbled": "The answer was not what the platform documents.",
    "closed": "The channel is being stopped.",
    "copy": "The copy of a person's data could not be made just now.",
    # gone
    "blocked": "The person blocked the bot.",
    "deactivated": "The person's account does not exist any more.",
    "unknown": "The platform does not know this chat.",
    "kicked": "The bot is not a member of this chat any more.",
    "never_started": "The person never wrote to the bot, so it may not write first.",
    "no_rights": "The bot may not write in this chat.",
    "moved": "The group became another chat.",
    "forbidden": "The platform forbids writing to this chat.",
    # ours
    "token": "The platform does not accept the token, or the address of its server is wrong.",
    "conflict": "Somebody else takes the messages of this account: a second service, or a webhook.",
    "too_long": "The message is longer than the platform takes.",
    "payload": "A button's payload is not what the platform takes.",
    "too_large": "The file is larger than the platform hands out.",
    "file_gone": "The platform does not have this file any more.",
    "damaged": "The file cannot be read to its end.",
    "empty": "The message has no text.",
    "wrong_account": "The address belongs to another account of this platform.",
    "not_modified": "The message already says this.",
    "cannot_edit": "The message can not be edited any more.",
    "refused": "The platform refused the request.",
}
"""Every machine word a `SendError` may carry → what it means, for the operator."""


class SendError(Exception):
    """A send or a fetch that did not succeed. `retry_after` is in seconds and set with AGAIN_AFTER only."""

    def __init__(self, sort: Fault, retry_after: float | None = None, reason: str = "refused") -> None:
        super().__init__(f"{sort}: {reason}")
        self.sort = sort
        self.retry_after = retry_after
        self.reason = reason

    @property
    def rule(self) -> Rule:
        return RULES[self.sort]


def with_number(button: Button) -> str:
    """A label with the number that may be typed instead: nobody types a number that is not shown."""
    return button.label if button.number is None else f"{button.number}. {button.label}"


_GOOD_CUTS = (
    re.compile(r"\n\s*\n|\n"),  # between paragraphs or lines
    re.compile(r"(?<=[.!?…。؟۔።])\s+"),  # between sentences, in the scripts we speak
    re.compile(r"\s+"),
)


def split(text: str, longest: int) -> list[str]:
    """The text in parts of at most `longest` UTF-16 code units: cut between paragraphs,
    else sentences, else words, else anywhere."""
    parts: list[str] = []
    rest = text.strip()
    while _units(rest) > longest:
        cut = _cut(rest, longest)
        parts.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*parts, rest] if rest else parts


def _cut(text: str, longest: int) -> int:
    """Where to cut, as an index: the last good place of the best sort that leaves a part of at least half the limit."""
    end, units = 0, 0
    for character in text:
        units += 2 if ord(character) > 0xFFFF else 1
        if units > longest:
            break
        end += 1
    for places in _GOOD_CUTS:
        found = [place.start() for place in places.finditer(text, 0, end + 1) if place.start() > 0]
        if found and found[-1] >= end // 2:
            return found[-1]
    return end


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


# -- both -----------------------------------------------------------------------------------------


class Channel(Protocol):
    """A way to talk with people. Push: we send. Pull: the reader fetches from the outbox by sequence number."""

    name: str
    push: bool

    async def read(self, raw: bytes) -> Sequence[Inbound]:
        """What is in one raw message of the platform. Raises `Unreadable`, and nothing else."""
        ...

    async def send(self, outbound: Outbound) -> str | None:
        """Send, and give the platform's id of the message. Raises `SendError`."""
        ...

    async def acknowledge(self, inbound: Inbound) -> None:
        """Tell the platform that a press arrived. Best effort: never raises."""
        ...

    async def fetch(self, file: File) -> bytes:
        """The content of a file that a person sent. Raises `SendError`."""
        ...

    async def start(self, arrived: Arrived) -> None:
        """Begin to take messages in the background; returns at once."""
        ...

    async def pause(self) -> None:
        """Take no more messages, until another `start`. What is sent and acknowledged still goes out."""
        ...

    async def stop(self) -> None:
        """Take no more messages and close all connections. Call it after the last send: later ones end in AGAIN."""
        ...

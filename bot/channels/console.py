"""The console: Sempre in a terminal, for trying it, for showing it, and for a talk without any platform.

A pull channel: its reader fetches what was said from the outbox. What arrives is one JSON object:
`{"id": "…"}` with one of `"text": "…"`, `"press": "<payload>"`, `"hello": true`, and perhaps `"language": "ar"`.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from bot.channels.base import (
    Arrived,
    Fault,
    Inbound,
    Outbound,
    SendError,
    Unreadable,
    clean,
    command_apart,
    loaded,
    with_number,
)
from dialogs.terms import Button, File, Heard, Say, Sort

LONGEST_ID, LONGEST_TEXT, LONGEST_PAYLOAD = 64, 20_000, 64
_FIELDS = frozenset({"id", "text", "press", "hello", "language"})


class Console:
    """The console channel of one talk, known by `address`."""

    name = "console"
    push = False

    def __init__(self, address: str = "console", clock_offset: timedelta = timedelta(0)) -> None:
        self.address = address
        self._clock_offset = clock_offset
        self._order = 0

    async def read(self, raw: bytes) -> Sequence[Inbound]:
        said = _load(raw)
        sort, text = _content(said)
        language = said.get("language")
        # Milliseconds, so that the order goes on after a restart; never twice the same.
        self._order = max(self._order + 1, time.time_ns() // 1_000_000)
        heard = Heard(
            sort=sort,
            at=datetime.now(UTC).replace(microsecond=0) + self._clock_offset,
            text=text,
            message=None if sort is Sort.HELLO else str(said["id"]),
            device_language=clean(language)[:35] if isinstance(language, str) and language else None,
        )
        return command_apart(Inbound(f"{self.address}:{said['id']}", self.address, self._order, heard))

    async def send(self, outbound: Outbound) -> str | None:  # noqa: ARG002
        """Nothing to do: the reader fetches it."""
        return None

    async def acknowledge(self, inbound: Inbound) -> None:
        """Nothing spins in a terminal."""

    async def fetch(self, file: File) -> bytes:  # noqa: ARG002
        raise SendError(Fault.OURS, None, "file_gone")

    async def start(self, arrived: Arrived) -> None:
        """Nothing to do: whoever holds the terminal hands over what was typed."""

    async def pause(self) -> None:
        """Nothing comes by itself."""

    async def stop(self) -> None:
        """Nothing is open."""


def message(key: str, said: Mapping[str, object], language: str | None = None) -> bytes:
    """What `read` takes. `said` is what `typed` gave, or `{"hello": True}`; `key` names it for ever."""
    return json.dumps({"id": key, **said, **({"language": language} if language else {})}).encode()


def lines(say: Say) -> list[str]:
    """The message as lines of a terminal: paragraphs, then numbered choices each on its line, then rows of words.

    Isolates stay: a terminal that knows right-to-left needs them, and another one shows nothing for them.
    """
    shown = [line for paragraph in say.paragraphs for line in (*paragraph.split("\n"), "")]
    choices = [button for row in say.buttons for button in row if button.number is not None]
    shown += [f"  {with_number(button)}" for button in choices]
    words = [[f"[{button.label}]" for button in row if button.number is None] for row in say.buttons]
    if choices and any(words):
        shown.append("")
    shown += ["  " + " ".join(row) for row in words if row]
    return shown if shown[-1:] != [""] else shown[:-1]


def typed(line: str, say: Say | None) -> Mapping[str, object]:
    """What a typed line says, given the message that stands there: a press of one of its buttons, else text."""
    for button in (button for row in say.buttons for button in row) if say else ():
        if _names(line, button):
            return {"press": button.payload}
    return {"text": line}


def _names(line: str, button: Button) -> bool:
    said = clean(line).strip()
    digits = said.rstrip(".)").strip()
    if button.number is not None and digits.isdecimal():  # in any script: int() reads them all
        return int(digits) == button.number
    label = clean(button.label).removeprefix("✓").strip()
    return said.strip("[]").casefold() == label.casefold()


def _load(raw: bytes) -> Mapping[str, object]:
    said = loaded(raw)
    key = said.get("id")
    if said.keys() - _FIELDS or not isinstance(key, str) or not 0 < len(key) <= LONGEST_ID or clean(key) != key:
        raise Unreadable("malformed")
    return said


def _content(said: Mapping[str, object]) -> tuple[Sort, str | None]:
    given = [(field, said[field]) for field in ("text", "press", "hello") if field in said]
    match given:
        case [("text", str(text))] if len(text) <= LONGEST_TEXT:
            text = clean(text)
            return (Sort.TEXT, text) if text.strip() else (Sort.OTHER, None)
        case [("press", str(payload))] if 0 < len(payload.encode("utf-8", "replace")) <= LONGEST_PAYLOAD:
            return Sort.PRESS, clean(payload)
        case [("hello", True)]:
            return Sort.HELLO, None
    raise Unreadable("malformed")

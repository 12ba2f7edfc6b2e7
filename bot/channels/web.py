"""The web chat: a talk in the browser, without any platform between.

A pull channel: the page fetches what was said from the outbox. What arrives is an envelope around a frame of the page,
made by `message`: `{"address": "…", "language": "ar", "frame": {"type": "text", "id": "…", "text": "…"}}`.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from bot.channels.base import Arrived, Fault, Inbound, Outbound, SendError, Unreadable, clean, command_apart, loaded
from dialogs import record
from dialogs.terms import File, Heard, Sort

LONGEST_ID, LONGEST_TEXT, LONGEST_PAYLOAD = 64, 20_000, 64
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")

Content = Callable[[str], Awaitable[bytes | None]]
"""The content of what was uploaded under a ref; None where there is nothing (any more)."""


class Web:
    """All talks of the web chat; the address of each is what its cookie opens."""

    name = "web"
    push = False

    def __init__(self, content: Content, clock_offset: timedelta = timedelta(0)) -> None:
        self._content = content
        self._clock_offset = clock_offset
        self._order = 0

    async def read(self, raw: bytes) -> Sequence[Inbound]:
        address, language, name, frame = _load(raw)
        sort, text, files = _said(frame)
        # Milliseconds, so that the order goes on after a restart; never twice the same.
        self._order = max(self._order + 1, time.time_ns() // 1_000_000)
        heard = Heard(
            sort=sort,
            at=datetime.now(UTC).replace(microsecond=0) + self._clock_offset,
            text=text,
            message=None if sort is Sort.HELLO else name,
            files=files,
            device_language=language,
        )
        return command_apart(Inbound(f"{address}:{name}", address, self._order, heard))

    async def send(self, outbound: Outbound) -> str | None:  # noqa: ARG002
        """Nothing to do: the page fetches it."""
        return None

    async def acknowledge(self, inbound: Inbound) -> None:
        """The page hears of the commit by its own connection."""

    async def fetch(self, file: File) -> bytes:
        content = await self._content(file.ref)
        if content is None:
            raise SendError(Fault.OURS, None, "file_gone")
        return content

    async def start(self, arrived: Arrived) -> None:
        """Nothing to do: the pages come by HTTP (see `bot.chat`)."""

    async def pause(self) -> None:
        """Nothing comes by itself."""

    async def stop(self) -> None:
        """Nothing is open."""


def message(address: str, frame: Mapping[str, object], language: str | None = None) -> bytes:
    """What `read` takes. `frame` is one that `checked` let pass; its `file` a `File`, not its ref alone."""
    said = {name: record.dump(value) if isinstance(value, File) else value for name, value in frame.items()}
    return json.dumps({"address": address, "language": language, "frame": said}).encode()


def checked(data: str) -> Mapping[str, object]:
    """A frame of the page as a mapping with its type. Raises `Unreadable`: not_json, malformed, too_long."""
    frame = loaded(data)
    kind = frame.get("type")
    if not isinstance(kind, str) or kind not in _FIELDS:
        raise Unreadable("malformed")
    field, fits = _FIELDS[kind]
    if not fits(frame.get(field)) or (field not in _COUNTED and not _is_name(frame.get("id"))):
        text = frame.get("text")
        too_long = kind == "text" and isinstance(text, str) and len(text) > LONGEST_TEXT
        raise Unreadable("too_long" if too_long else "malformed")
    return {"type": kind, field: frame[field], **({"id": frame["id"]} if field not in _COUNTED else {})}


def _is_name(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value) <= LONGEST_ID and value.isprintable() and clean(value) == value


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_TEXT


def _is_payload(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value.encode("utf-8", "replace")) <= LONGEST_PAYLOAD


_FIELDS: Mapping[str, tuple[str, Callable[[object], bool]]] = {
    "hello": ("after", _is_count),
    "text": ("text", _is_text),
    "press": ("payload", _is_payload),
    "file": ("file", _is_name),
    "seen": ("seq", _is_count),
}
"""Type of a frame → the field that it must have, and what fits there."""

_COUNTED = frozenset({"after", "seq"})  # frames with these say where the page stands, and need no id


def _load(raw: bytes) -> tuple[str, str | None, str, Mapping[str, object]]:
    """Address, language of the browser, id and frame."""
    said = loaded(raw)
    address, language, frame = said.get("address"), said.get("language"), said.get("frame")
    if not _is_name(address) or not isinstance(frame, dict) or not _is_name(frame.get("id")):
        raise Unreadable("malformed")
    known = isinstance(language, str) and _LANGUAGE.fullmatch(language)
    return str(address), str(language) if known else None, str(frame["id"]), frame


def _said(frame: Mapping[str, object]) -> tuple[Sort, str | None, tuple[File, ...]]:
    match frame.get("type"):
        case "hello":
            return Sort.HELLO, None, ()
        case "text" if _is_text(frame.get("text")):
            text = clean(str(frame["text"]))
            return (Sort.TEXT, text, ()) if text.strip() else (Sort.OTHER, None, ())
        case "press" if _is_payload(frame.get("payload")):
            return Sort.PRESS, clean(str(frame["payload"])), ()
        case "file":
            return Sort.FILE, None, (_file(frame.get("file")),)
    raise Unreadable("malformed")


def _file(said: object) -> File:
    try:
        file = record.load_file(said)
    except (AttributeError, KeyError, TypeError, ValueError):
        raise Unreadable("malformed") from None
    if not (_is_name(file.ref) and isinstance(file.media, str)):
        raise Unreadable("malformed")
    return file

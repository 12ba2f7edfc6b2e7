"""Logs as JSON lines on standard error: machine words, counts and row ids, never what a person wrote or who it was.

Three things make that hold whatever a caller or a library does:

1. A key passes only if it stands in `NUMBERS` or `WORDS`. In service an unknown one is left out, a test fails.
2. A value passes only in the shape of its key: a number, or one machine word. `left_out` counts what did not pass.
3. An exception is its type and the places it passed, never its message or its variables. A library's record is
   its level, logger and place, never its text: aiohttp, asyncio and SQLAlchemy quote what they were given.
"""

from __future__ import annotations

import contextlib
import logging
import re
import sys
import threading
import traceback
from collections.abc import Iterable, Mapping, MutableMapping
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO, cast

import structlog
from structlog.typing import EventDict, WrappedLogger

NUMBERS = frozenset({
    "alarm", "answered", "bytes", "contact", "conversation", "count", "dropped", "erased", "failed", "file", "inbox",
    "kept", "lanes", "late", "outbox", "parked", "pid", "port", "row", "seconds", "sent", "staff", "status", "tries",
    "waiting",
})  # fmt: skip
"""Keys whose value is a number: counts, seconds, and the ids of rows."""

WORDS = frozenset({
    "action", "channel", "code", "database", "environment", "error", "fault", "head", "kind", "language", "languages",
    "leg", "logger", "method", "mode", "name", "part", "path", "place", "reason", "route", "sort", "state", "version",
})  # fmt: skip
"""Keys whose value is a machine word: a name that we or a platform's documentation chose, never a person's."""

EVENT = re.compile(r"[a-z][a-z0-9_.]{0,59}")
WORD = re.compile(r"[A-Za-z0-9_.,:/{}+-]{1,80}")
FRAMES = 8
ROOT = Path(__file__).resolve().parent.parent

_RESERVED = frozenset({"event", "level", "at", "exception", "frames", "caused_by", "left_out"})


class Unloggable(Exception):
    """A key or a value that must not reach a log. Raised in tests only; it names the key, not the value."""


def start(level: int = logging.INFO, stream: TextIO | None = None, *, strict: bool = False) -> None:
    """Sends the logs of this process, ours and the libraries', to `stream` (standard error)."""
    out = cast("TextIO", _Lossy(sys.stderr if stream is None else stream))
    structlog.configure(
        processors=[
            structlog.stdlib.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
            _place_exceptions,
            _Allowed(strict),
            structlog.processors.JSONRenderer(ensure_ascii=True),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(out),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(handlers=[_Library()], level=max(level, logging.WARNING), force=True)
    logging.captureWarnings(True)
    logging.raiseExceptions = False  # else a broken record is printed whole
    logging.getLogger("aiohttp.access").disabled = True  # its lines hold addresses


def catch_crashes() -> None:
    """From here on Python's own last words, which quote the message of an exception, go the same way."""
    sys.excepthook = _crashed
    threading.excepthook = lambda gone: _crashed(gone.exc_type, gone.exc_value, gone.exc_traceback)
    sys.unraisablehook = lambda gone: _crashed(gone.exc_type, gone.exc_value, gone.exc_traceback)


def places(trace: TracebackType | None) -> list[str]:
    """Where an exception passed, innermost last: `bot/turns.py:88`. Code only, no message, no variables."""
    return [f"{_short(frame.f_code.co_filename)}:{line}" for frame, line in traceback.walk_tb(trace)][-FRAMES:]


class _Lossy:
    """What cannot be written is lost: a full disk must not end the service that wants to say so."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        with contextlib.suppress(OSError, ValueError):  # ValueError: it is closed
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            self._stream.flush()


class _Allowed:
    def __init__(self, strict: bool) -> None:
        self.strict = strict

    def __call__(self, _logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
        kept: dict[str, Any] = {"at": event["at"], "level": event["level"]}
        left_out = 0
        name = event.get("event")
        if isinstance(name, str) and EVENT.fullmatch(name):
            kept["event"] = name
        else:
            kept["event"] = self._refused("event")
        for key, value in event.items():
            if key in _RESERVED:
                if key in {"exception", "frames", "caused_by"}:
                    kept[key] = value
            elif _fits(key, value):
                kept[key] = _plain(value)
            else:
                self._refused(key)
                left_out += 1
        return kept | {"left_out": left_out} if left_out else kept

    def _refused(self, key: str) -> str:
        if self.strict:
            raise Unloggable(f"the log key {key[:40]!r} is unknown, or its value is no number or machine word")
        return "unnamed"


def _fits(key: str, value: object) -> bool:
    if value is None or isinstance(value, bool):
        return key in NUMBERS or key in WORDS
    if isinstance(value, int | float):
        return key in NUMBERS
    if isinstance(value, str):
        return key in WORDS and WORD.fullmatch(value) is not None
    if isinstance(value, Mapping):
        return False
    return isinstance(value, Iterable) and all(isinstance(one, str) and _fits(key, one) for one in value)


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | bool | int):
        return str(value) if isinstance(value, str) else value
    return round(value, 3) if isinstance(value, float) else [str(one) for one in value]


def _place_exceptions(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    given = event.pop("exc_info", None)
    event.pop("stack_info", None)
    for key in ("exception", "frames", "caused_by"):  # only this function may fill them
        event.pop(key, None)
    if given is True or (given and not isinstance(given, BaseException | tuple)):
        given = sys.exc_info()
    error = given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        event["exception"] = type(error).__name__
        event["frames"] = places(error.__traceback__)
        causes = [type(cause).__name__ for cause in _causes(error)]
        if causes:
            event["caused_by"] = causes
    return event


def _causes(error: BaseException) -> Iterable[BaseException]:
    seen = {id(error)}
    following = error.__cause__ or error.__context__
    while following is not None and id(following) not in seen and len(seen) < FRAMES:
        yield following
        seen.add(id(following))
        following = following.__cause__ or following.__context__


def _short(path: str) -> str:
    """`bot/turns.py` for a file of ours, `aiohttp/web.py` for a library's: no folder of this machine."""
    file = Path(path)
    if file.is_relative_to(ROOT) and "site-packages" not in file.parts:
        return str(file.relative_to(ROOT))
    return "/".join(file.parts[-2:])


class _Library(logging.Handler):
    """Routes a library's record without its text."""

    def emit(self, record: logging.LogRecord) -> None:
        place = f"{_short(record.pathname)}:{record.lineno}"
        level = record.levelname.lower()
        extra: MutableMapping[str, Any] = {"logger": record.name, "place": place}
        if record.exc_info and record.exc_info[1] is not None:
            extra["exc_info"] = record.exc_info
        known = level if level in {"debug", "info", "warning", "error", "critical"} else "warning"
        getattr(structlog.get_logger(), known)("library", **extra)


def _crashed(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    shown = error if error is not None else kind()
    structlog.get_logger().critical("crashed", exc_info=(kind, shown, trace))

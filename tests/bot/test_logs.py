"""Logs: what a caller or a library may try, the canary never comes out."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog

from bot import logs

CANARY = "canary Liepa 4917"


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    before = structlog.get_config()
    root = logging.getLogger()
    handlers, level, raising = root.handlers[:], root.level, logging.raiseExceptions
    access = logging.getLogger("aiohttp.access").disabled
    out = io.StringIO()
    logs.start(logging.DEBUG, out)
    yield out
    structlog.configure(**before)
    logging.captureWarnings(False)
    logging.raiseExceptions = raising
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.getLogger("aiohttp.access").disabled = access


def written(stream: io.StringIO) -> list[dict[str, Any]]:
    assert "canary" not in stream.getvalue()
    assert "Liepa" not in stream.getvalue()
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert not any("4917" in str(value) for line in lines for key, value in line.items() if key != "at")
    return lines


def test_a_line_is_json_with_event_level_and_time(stream: io.StringIO) -> None:
    structlog.get_logger().info("turn_taken", channel="telegram", count=3, seconds=0.25, languages=["en", "ar"])
    [line] = written(stream)
    assert line.pop("at").endswith("Z")
    assert line == {
        "event": "turn_taken", "level": "info", "channel": "telegram", "count": 3, "seconds": 0.25,
        "languages": ["en", "ar"],
    }  # fmt: skip


@pytest.mark.parametrize(
    "values",
    [
        {"text": "canary"},
        {"reason": CANARY},
        {"channel": "Līvija_canary"},
        {"count": "4917"},
        {"row": ["4917"]},
        {"reason": {"canary": 1}},
        {"languages": ["en", CANARY]},
        {"languages": [["canary"]]},
        {"exception": "canary"},
        {"frames": ["canary"]},
        {"caused_by": ["canary"]},
        {"stack_info": "canary"},
        {"address": 4917},
        {"reason": object()},
    ],
)
def test_what_is_no_number_or_machine_word_is_dropped(stream: io.StringIO, values: dict[str, Any]) -> None:
    structlog.get_logger().warning("turn_failed", tries=2, **values)
    [line] = written(stream)
    assert (line["event"], line["tries"]) == ("turn_failed", 2)
    reserved = {"exception", "frames", "caused_by", "stack_info"} & set(values)
    assert line.get("left_out") == (None if reserved else 1)
    assert set(line) - {"left_out"} == {"event", "level", "at", "tries"}


def test_an_event_that_is_a_sentence_is_dropped(stream: io.StringIO) -> None:
    structlog.get_logger().info(f"heard {CANARY}")
    assert written(stream)[0]["event"] == "unnamed"


@pytest.mark.parametrize("values", [{"text": "x"}, {"reason": "two words"}, {"count": "3"}])
def test_a_test_refuses_what_service_drops(values: dict[str, Any], stream: io.StringIO) -> None:
    logs.start(stream=stream, strict=True)
    with pytest.raises(logs.Unloggable):
        structlog.get_logger().info("turn_taken", **values)
    with pytest.raises(logs.Unloggable):
        structlog.get_logger().info("A sentence.")
    assert stream.getvalue() == ""


def test_a_disk_that_is_full_ends_nobody() -> None:
    program = (
        "from bot import logs; import structlog; logs.start()\nfor _ in range(9): structlog.get_logger().warning('x')"
    )
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([sys.executable, "-c", program], stderr=full, check=False)
    assert done.returncode == 0


def test_an_exception_is_its_type_and_place(stream: io.StringIO) -> None:
    story = CANARY
    try:
        try:
            int(story)
        except ValueError as inner:
            raise RuntimeError(story) from inner
    except RuntimeError:
        structlog.get_logger().exception("turn_failed", row=7)
    [line] = written(stream)
    assert line["exception"] == "RuntimeError"
    assert line["caused_by"] == ["ValueError"]
    assert line["frames"][-1].startswith("tests/bot/test_logs.py:")


def test_an_exception_may_be_handed_over(stream: io.StringIO) -> None:
    error = KeyError(CANARY)
    structlog.get_logger().error("send_failed", exc_info=error)
    assert written(stream)[0]["exception"] == "KeyError"


def test_a_library_loses_its_words_but_not_its_place(stream: io.StringIO) -> None:
    library = logging.getLogger("aiohttp.server")
    try:
        raise ConnectionError(CANARY)
    except ConnectionError:
        library.exception("Error handling request from %s", CANARY, extra={"reason": CANARY})
    library.warning(CANARY, stack_info=True)
    logging.getLogger("aiohttp.access").error(CANARY)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn(CANARY, RuntimeWarning, stacklevel=1)
    lines = written(stream)
    assert [(line["event"], line["logger"], line["level"]) for line in lines] == [
        ("library", "aiohttp.server", "error"),
        ("library", "aiohttp.server", "warning"),
        ("library", "py.warnings", "warning"),
    ]
    assert lines[0]["exception"] == "ConnectionError"
    assert lines[0]["place"].startswith("tests/bot/test_logs.py:")


def test_a_library_that_formats_wrongly_is_not_printed(stream: io.StringIO, capsys: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("strange").error("%d", CANARY)
    assert written(stream)[0]["logger"] == "strange"
    assert "canary" not in capsys.readouterr().err


async def test_asyncio_reports_a_task_that_nobody_awaited(stream: io.StringIO) -> None:
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": CANARY, "exception": ValueError(CANARY), "story": CANARY})
    [line] = written(stream)
    assert (line["logger"], line["exception"]) == ("asyncio", "ValueError")


CRASHES = {
    "main": "raise RuntimeError(story)",
    "thread": "import threading; t = threading.Thread(target=lambda: int(story)); t.start(); t.join(); 1 / 0",
    "unraisable": "class Gone:\n  def __del__(self): raise RuntimeError(story)\ng = Gone(); del g; 1 / 0",
}


@pytest.mark.parametrize("name", CRASHES)
def test_a_crash_prints_no_message(name: str) -> None:
    program = f"from bot import logs; logs.start(); logs.catch_crashes(); story = '{CANARY}'\n{CRASHES[name]}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "canary" not in done.stdout + done.stderr
    assert json.loads(done.stderr.splitlines()[0])["event"] == "crashed"

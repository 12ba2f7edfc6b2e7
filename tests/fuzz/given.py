"""How much is tried, and a service that stands while it is. `make fuzz` sets FUZZ to try as many times as much, each
time something else; without it the same little is tried each time."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings

from tests.serving import SECRET, Process, bot_api
from tests.serving import settings as of_service

FUZZ = int(os.environ.get("FUZZ", "0"))


def tries(count: int) -> settings:
    return settings(
        max_examples=count * max(1, FUZZ), deadline=None, derandomize=not FUZZ, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip


@dataclass(frozen=True)
class Standing:
    """A real `sempre serve` with Telegram by webhook. `run` runs something beside it, and gives what that gives."""

    port: int
    log: Path
    run: Callable[[Any], Any]
    api: Any

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def headers(self) -> dict[str, str]:
        return {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Origin": self.url}

    def faults(self) -> list[str]:
        """Lines of the log that say that something of ours went wrong."""
        return [line for line in self.log.read_text().splitlines() if '"error"' in line or '"critical"' in line]


@contextmanager
def standing(folder: Path) -> Iterator[Standing]:
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    stack = AsyncExitStack()

    def run(work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, loop).result(60)

    try:
        api = run(stack.enter_async_context(bot_api()))
        of = of_service(folder / "data", api, mode="webhook")
        process = run(stack.enter_async_context(Process(of)))
        yield Standing(of.port, process._log, run, api)
    finally:
        run(stack.aclose())
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()

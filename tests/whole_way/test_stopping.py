"""Asked to stop, politely: it goes on where it was. What happens by force stands in `tests/crash`."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

from tests.emulators.bot_api import BotApi
from tests.serving import Process, exported, settings, tell_need, until


async def test_a_service_that_is_asked_to_stop_stops_soon_and_loses_nothing(tmp_path: Path, api: BotApi) -> None:
    people = [api.person() for _ in range(10)]
    api.latency = 0.05
    of = settings(tmp_path / "data", api, mode="polling")
    loop = asyncio.get_running_loop()
    async with Process(of) as process:
        telling = [asyncio.create_task(tell_need(person, patience=20)) for person in people]
        await until(lambda: len(api.calls("sendMessage")) > 30, 20)
        start = loop.time()
        assert await process.end(signal.SIGTERM) == 0
        assert loop.time() - start < 5
        assert "stopped_late" not in process.log
        await process.start()
        await asyncio.gather(*telling)
        assert len(await exported(of)) == 10

"""Several processes on one PostgreSQL: stopped in turn, killed, and with a database that stands still."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from itertools import count, pairwise
from pathlib import Path
from typing import Self

from tests.cable import passed
from tests.emulators.bot_api import BotApi
from tests.postgres import Server
from tests.serving import NEED, Process, exported, free_port, get, settings, tell_need, until

KEY = "11" * 32
SENDS_AGAIN = 5.0
"""Seconds within which another process sends."""


class Balancer:
    """Gives each new connection to the next process that answers, as what stands in front of several does."""

    def __init__(self, to: Sequence[int]) -> None:
        self.port = free_port()
        self._to = to
        self._turns = count()
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", self.port)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        turn = next(self._turns)
        for number in range(len(self._to)):
            try:
                there, back = await asyncio.open_connection("127.0.0.1", self._to[(turn + number) % len(self._to)])
            except OSError:
                continue
            for first, second in ((reader, back), (there, writer)):
                task = asyncio.create_task(passed(first, second))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
            return
        writer.transport.abort()


@asynccontextmanager
async def processes(folder: Path, api: BotApi, url: str, number: int) -> AsyncIterator[list[Process]]:
    ports = [free_port() for _ in range(number)]
    async with AsyncExitStack() as stack:
        balancer = await stack.enter_async_context(Balancer(ports))
        more = {"database_url": url, "data_key": KEY, "recognisers": "off"}
        own = [settings(folder / str(port), api, mode="webhook", port=port, **more) for port in ports]
        public = {"public_url": f"http://127.0.0.1:{balancer.port}"}
        yield [await stack.enter_async_context(Process(of.model_copy(update=public))) for of in own]


class Crowd:
    """People who tell a need one after the other, so many at a time, until the test is done with them."""

    def __init__(self, api: BotApi, at_a_time: int) -> None:
        self._api = api
        self._over = False
        self._telling = [asyncio.create_task(self._tell()) for _ in range(at_a_time)]

    async def _tell(self) -> list[str]:
        references = []
        while not self._over:
            reference, questions = await tell_need(self._api.person(), patience=30)
            assert list(dict.fromkeys(questions)) == list(NEED)  # a crash may repeat one; nobody begins anew
            references.append(reference)
        return references

    async def goes_on(self, seconds: float = 20) -> None:
        """Somebody is answered once more."""
        sent = len(self._api.calls("sendMessage"))
        await until(lambda: len(self._api.calls("sendMessage")) > sent, seconds)

    async def all_told(self, of: Process) -> None:
        """Each was asked everything, and all that they sent is there, once."""
        self._over = True
        references = [one for told in await asyncio.gather(*self._telling) for one in told]
        assert sorted(row["reference"] for row in await exported(of.settings)) == sorted(references)


def repeated(api: BotApi) -> list[str]:
    """What somebody was told twice in a row."""
    texts = [[shown.text for shown in chat.shown.values()] for chat in api.chats.values()]
    return [one for told in texts for one, after in pairwise(told) if one == after]


async def ready(process: Process, status: int) -> bool:
    return (await get(process.settings.port, "/readyz"))[0] == status


async def test_restarted_one_after_the_other_they_lose_nothing(tmp_path: Path, api: BotApi, postgres_url: str) -> None:
    async with processes(tmp_path, api, postgres_url, 2) as running:
        people = Crowd(api, 5)
        for process in running:
            await people.goes_on()
            assert await process.end(signal.SIGTERM) == 0
            assert "stopped_late" not in process.log  # how long it takes, `test_stopping` measures
            await people.goes_on(SENDS_AGAIN)
            await process.start()
        await people.all_told(running[0])
        assert repeated(api) == []


async def test_another_one_sends_within_five_seconds(
    tmp_path: Path, api: BotApi, postgres: Server, postgres_url: str
) -> None:
    async with processes(tmp_path, api, postgres_url, 2) as running:
        await until(lambda: any("account_begins" in one.log for one in running))
        elected, other = sorted(running, key=lambda one: "account_begins" not in one.log)
        people = Crowd(api, 4)
        await people.goes_on()
        await other.end(signal.SIGKILL)  # a worker
        await people.goes_on(SENDS_AGAIN)
        await other.start()
        await elected.end(signal.SIGKILL)
        await people.goes_on(SENDS_AGAIN)
        assert "account_begins" in other.log
        await elected.start()
        with postgres.paused():
            await until(lambda: ready(elected, 503), 20)
            await until(lambda: ready(other, 503), 20)
        await people.goes_on(SENDS_AGAIN)
        await people.all_told(other)

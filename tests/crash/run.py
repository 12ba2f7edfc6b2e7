"""The kills, on one database: a service by webhook and one that polls, each with browsers, until all kills are done."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.crash.place import Place
from tests.crash.report import Report, report
from tests.postgres import Server
from tests.serving import bot_api, until

MODES = ("webhook", "polling")
OF_POSTGRESQL = 0.2
"""The share of kills that strike PostgreSQL itself."""

PEOPLE = (8, 4)
"""At a time, in each of the two services: in chats, and in browsers."""

SETTLES = 60.0
LONGEST = 3600.0


@dataclass
class Outcome:
    by_mode: dict[str, Report]
    of_server: int = 0


Run = Callable[[Path, int, str, tuple[int, int]], Awaitable[Outcome]]
"""With a folder, the number of kills, the seed of chance, and how many people at a time, as `PEOPLE`."""


async def on_sqlite(folder: Path, kills: int, seed: str, people: tuple[int, int]) -> Outcome:
    async with _places(folder, seed, lambda _: None) as places:
        return Outcome(await _kill(places, people, kills, None))


async def on_postgresql(folder: Path, kills: int, seed: str, people: tuple[int, int]) -> Outcome:
    of_server = max(1, round(kills * OF_POSTGRESQL))
    server = await asyncio.to_thread(Server, durable=True)
    try:
        for mode in MODES:
            server.run(f"CREATE DATABASE {mode}")
        async with _places(folder, seed, server.url) as places:
            by_mode = await _kill(
                places, people, kills - of_server, lambda: _kill_server(server, of_server, places, seed)
            )
            return Outcome(by_mode, of_server)
    finally:
        await asyncio.to_thread(server.stop, keep=False)


@asynccontextmanager
async def _places(folder: Path, seed: str, url: Callable[[str], str | None]) -> AsyncIterator[list[Place]]:
    async with contextlib.AsyncExitStack() as stack:
        places = []
        for mode in MODES:
            api = await stack.enter_async_context(bot_api(token=f"70000{MODES.index(mode)}1:emulated-token"))
            place = Place(mode, folder / mode, api, mode, f"{seed} {mode}", url(mode))
            stack.push_async_callback(place.process.end, 9)
            await place.start()
            places.append(place)
        yield places


async def _kill(
    places: list[Place], people: tuple[int, int], kills: int, beside: Callable[[], Awaitable[None]] | None
) -> dict[str, Report]:
    """Half of the kills for each of the places, while people talk."""
    shares = [kills - kills // 2, kills // 2]
    talking = [asyncio.create_task(place.talks(*people)) for place in places]
    async with asyncio.TaskGroup() as killing:
        for place, share in zip(places, shares, strict=True):
            killing.create_task(_kills(place, share))
        if beside is not None:
            killing.create_task(_run(beside))
    for place in places:
        place.no_more()
    await asyncio.gather(*talking)
    for place in places:
        await until(place.settled, SETTLES)
        await place.process.end()
    return {place.name: await report(place) for place in places}


async def _run(work: Callable[[], Awaitable[None]]) -> None:
    await work()


async def _kills(place: Place, times: int) -> None:
    for _ in range(times):
        await place.killed()


async def _kill_server(server: Server, times: int, places: list[Place], seed: str) -> None:
    """Spread over the kills of the services: all of it, or one of its processes, after which it recovers by itself."""
    dice = random.Random(f"{seed} server")  # noqa: S311
    for number in range(times):
        due = number / OF_POSTGRESQL * (1 - OF_POSTGRESQL)
        await until(lambda due=due: sum(place.killed_so_far for place in places) >= due, LONGEST)  # type: ignore[misc]
        await asyncio.sleep(dice.uniform(0, 3))
        if dice.random() < 0.5:
            await asyncio.to_thread(server.kill)
            await asyncio.sleep(dice.uniform(0, 1))
            await asyncio.to_thread(server.start)
        else:
            await asyncio.to_thread(server.kill_one)

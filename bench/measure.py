"""One run of one bot: a fresh folder, a fresh process, and what it cost between two moments when all was warm."""

from __future__ import annotations

import asyncio
import shutil
import socket
import statistics
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import uvloop

from bench.bots import Bot, Running, cpu_of_this
from bench.people import World

PEOPLE = 300
WARM = 2.0
AWAY = 0.05
MIDDLE = 4
"""Answers after which a conversation is left open: it stands in the middle of its form."""


@dataclass(frozen=True, slots=True)
class Full:
    """At full load: updates a second, processor seconds per 1,000 updates of the bot, of its database server and of
    the people; the bot's highest memory in MB; the share of presses that were answered; answers that came twice;
    submissions that were thanked for and are not stored, and those stored that nobody was thanked for.
    """

    per_second: float
    cpu: float
    beside: float
    people: float
    memory: float
    pressed: float
    repeats: int
    lost: int
    doubled: int


@dataclass(frozen=True, slots=True)
class Half:
    """At half of that load: milliseconds until the answer."""

    p50: float
    p99: float


class NotReady(Exception):
    """A bot did not set its webhook in time; the end of its log is in the message."""


def full(bot: Bot, seconds: float) -> Full:
    return uvloop.run(_full(bot, seconds))


def half(bot: Bot, rate: float, seconds: float) -> Half:
    """`rate`: updates a second."""
    return uvloop.run(_half(bot, rate, seconds))


def away(bot: Bot, seconds: float) -> float:
    """Updates a second with the Bot API `AWAY` seconds away."""
    return uvloop.run(_away(bot, seconds))


def many_open(bot: Bot, conversations: int) -> float:
    """The bot's highest memory in MB, once so many conversations are open."""
    return uvloop.run(_many_open(bot, conversations))


async def _full(bot: Bot, seconds: float) -> Full:
    world = World()
    async with _running(bot, world) as running:
        world.full(PEOPLE)
        await _warm(world)
        loop, count = asyncio.get_running_loop(), world.figures.answers
        at, cpu, beside, people = loop.time(), running.cpu(), running.beside(), cpu_of_this()
        await asyncio.sleep(seconds)
        took, count = loop.time() - at, world.figures.answers - count
        thousands = max(count, 1) / 1000
        cpu, beside, people = running.cpu() - cpu, running.beside() - beside, cpu_of_this() - people
        memory = running.memory()
        world.stop()
        await _until_quiet(world)
        figures = world.figures
        pressed = figures.callbacks / max(figures.presses, 1)
        await world.close()
        await asyncio.to_thread(running.end)
        stored = await asyncio.to_thread(bot.stored, running)
        lost = max(0, world.figures.talks - stored)
        doubled = max(0, stored - world.figures.talks)
    return Full(
        count / took,
        cpu / thousands,
        beside / thousands,
        people / thousands,
        memory,
        pressed,
        figures.repeats,
        lost,
        doubled,
    )


async def _half(bot: Bot, rate: float, seconds: float) -> Half:
    world = World()
    async with _running(bot, world):
        await world.at_rate(rate, WARM)
        await _until_quiet(world)
        world.figures.delays.clear()
        await world.at_rate(rate, seconds)
        delays = sorted(world.figures.delays) or [0.0]
    return Half(statistics.median(delays) * 1000, delays[min(len(delays) - 1, int(len(delays) * 0.99))] * 1000)


async def _away(bot: Bot, seconds: float) -> float:
    world = World(AWAY)
    async with _running(bot, world):
        world.full(PEOPLE)
        await _warm(world)
        count, at = world.figures.answers, asyncio.get_running_loop().time()
        await asyncio.sleep(seconds)
        return (world.figures.answers - count) / (asyncio.get_running_loop().time() - at)


async def _many_open(bot: Bot, conversations: int) -> float:
    world = World(leave_at=MIDDLE)
    async with _running(bot, world) as running:
        world.full(PEOPLE)
        await world.left(conversations)
        return running.memory()


@asynccontextmanager
async def _running(bot: Bot, world: World) -> AsyncIterator[Running]:
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    api = f"http://127.0.0.1:{await world.open()}"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = await asyncio.to_thread(bot.start, port, api, folder)
    try:
        await _ready(bot, world, running, port)
        yield running
    finally:
        await world.close()
        await asyncio.to_thread(running.end)
        if running.server is not None:
            await asyncio.to_thread(running.server.stop, keep=False)
        shutil.rmtree(folder, ignore_errors=True)


async def _ready(bot: Bot, world: World, running: Running, port: int) -> None:
    try:
        async with asyncio.timeout(30):
            await world.ready.wait()
            for own in (port, *running.further):
                await _until_listening(own)
            await world.connect([port, *running.further], running.path, running.secret)
    except TimeoutError:
        raise NotReady(f"{bot.key}: {(running.folder / 'log').read_text()[-2000:]}") from None


async def _until_listening(port: int) -> None:
    while True:
        try:
            _, out = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.1)
        else:
            return out.close()


async def _warm(world: World) -> None:
    """Some load what they need with the first messages."""
    for _ in range(600):
        if world.figures.answers >= PEOPLE:
            break
        await asyncio.sleep(0.1)
    await asyncio.sleep(WARM)


async def _until_quiet(world: World) -> None:
    """Until every talk that began has come to its end, or nothing more happens."""
    before, quiet = world.figures.answers, 0
    while world.open_talks and quiet < 30:
        await asyncio.sleep(0.1)
        quiet = 0 if world.figures.answers != before else quiet + 1
        before = world.figures.answers
    await asyncio.sleep(0.2)  # presses are answered beside the answers

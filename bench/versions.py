"""On what it was measured: machine and versions, so that a figure can be judged later."""

from __future__ import annotations

import json
import os
import platform
import sqlite3
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from bench.bots import HERE, REDIS, Sempre, node


def lines() -> list[str]:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    used = [
        f"CPython {platform.python_version()}",
        *(f"{name} {version(name)}" for name in ("python-telegram-bot", "aiogram", "aiohttp", "SQLAlchemy")),
        f"SQLite {sqlite3.sqlite_version}",
        f"PostgreSQL {Sempre.postgres_version or 'not used'}",
        f"Redis {_said(str(REDIS), '--version').split('v=')[1].split()[0]}",
        f"grammY {_grammy()}",
        f"Node {_said(str(node()), '--version').lstrip('v')}",
    ]
    machine = (
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC. {os.cpu_count()} cores ({_processor()}), {memory:.0f} GiB, "
        f"{platform.system()} {platform.release()}, load {os.getloadavg()[0]:.1f} at the end."
    )
    return [machine, f"{', '.join(used)}."]


def _processor() -> str:
    found = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    return found[0].partition(":")[2].strip() if found else platform.machine()


def _grammy() -> str:
    packages = json.loads((HERE / "peers/grammy/package-lock.json").read_text())["packages"]
    return str(packages["node_modules/grammy"]["version"])


def _said(*words: str) -> str:
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()

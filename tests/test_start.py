"""A start is quick, because it loads and does no more than it needs; and what it makes is for its owner's eyes only."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

from tests.command import environment
from tests.emulators.bot_api import BotApi
from tests.serving import Process, exported, get, settings, tell_need, until

SECONDS = 3.0

# Where a command loads a module that is not its own business, all of its users wait for it.
HEAVY = {
    "alembic": "the tables are of this version already",
    "holidays.countries.germany": "no office hours of Germany are asked for",
    "openpyxl": "it is for tests",
    "telegram.ext": "its framework is not ours",
}


def loaded(program: str) -> set[str]:
    """The modules that a program has loaded at its end."""
    shown = f"import json, sys\n{program}\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", shown], capture_output=True, check=True, env=environment())
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_help_needs_no_library() -> None:
    words = ["doctor", "--help"]
    program = f"import bot.__main__, contextlib\nwith contextlib.suppress(SystemExit): bot.__main__.main({words})"
    assert loaded(program) & {"sqlalchemy", "pydantic", "aiohttp", "telegram", "babel", "structlog"} == set()


def test_a_start_loads_what_it_needs(sqlite_file: Path) -> None:
    program = (
        "import bot.service, locales, storage.database\nfrom bot.settings import Settings\n"
        f"storage.database.upgrade('sqlite:///{sqlite_file}')\n"
        "bot.service._catalogue(Settings(_env_file=None, languages='en,ar'))"
    )
    assert loaded(program) & set(HEAVY) == set()


async def test_a_second_start_takes_no_three_seconds(tmp_path: Path) -> None:
    process = Process(settings(tmp_path / "data"))
    async with process:
        await process.end()
    async with process:
        assert _worked(process.pid) < SECONDS
        assert await process.end() == 0


def _worked(pid: int) -> float:
    """Seconds of processor time: another program on this machine changes the clock on the wall, but not this."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def test_whatever_it_writes_is_for_its_owner_alone(tmp_path: Path) -> None:
    async with BotApi(per_second=1000, chat_burst=100) as api:
        of = settings(tmp_path / "data", api)
        process = Process(of)
        for _ in range(2):
            await process.spawn(umask=0)  # what the system would let others read
            await until(lambda: _ready(of.port), 20)
            await tell_need(api.person())
            assert open_to_others(of.data_dir) == []
            assert {path.name for path in of.data_dir.iterdir()} >= {"sempre.db", "sempre.db-wal", "keys"}
            await process.end()
            # As an earlier version left it.
            (of.data_dir / "sempre.db").chmod(0o644)
        assert len(await exported(of)) == 2


async def _ready(port: int) -> bool:
    return (await get(port, "/readyz"))[0] == 200


def open_to_others(folder: Path) -> list[str]:
    return [path.name for path in (folder, *folder.rglob("*")) if stat.S_IMODE(path.stat().st_mode) & 0o077]

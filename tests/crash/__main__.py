"""`make crash`: kills at random moments, on each database, and a table of what came of it. Any fault: exit code 1."""

from __future__ import annotations

import argparse
import asyncio
import platform
import secrets
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from tests.crash import faults
from tests.crash.report import table
from tests.crash.run import PEOPLE, Outcome, Run, on_postgresql, on_sqlite

PEOPLE_UNDER_FAULTS = 100
RUNS: dict[str, Run] = {"sqlite": on_sqlite, "postgresql": on_postgresql}


def main() -> int:
    asked = argparse.ArgumentParser(prog="make crash", description=__doc__)
    asked.add_argument("--kills", type=int, default=200)
    asked.add_argument("--seed", default=None)
    asked.add_argument("--only", choices=[*RUNS, "faults"], action="append")
    given = asked.parse_args()
    seed = given.seed or secrets.token_hex(4)
    wanted = given.only or [*RUNS, "faults"]
    wrong = [one for name in RUNS if name in wanted for one in _kills(name, given.kills, seed)]
    if "faults" in wanted:
        wrong += _faults()
    for one in wrong:
        print(one, file=sys.stderr)
    return 1 if wrong else 0


def _kills(name: str, kills: int, seed: str) -> list[str]:
    print(f"{name}: {kills} kills, SEED={seed}; 200 take about a quarter of an hour …", file=sys.stderr, flush=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="sempre-crash-") as folder:
        outcome = asyncio.run(_run(RUNS[name], Path(folder), kills, seed))
    print(shown(name, outcome, seed, time.monotonic() - began), flush=True)
    return [f"{name}, {mode}: {one}" for mode, of in outcome.by_mode.items() for one in of.faults()]


def _faults() -> list[str]:
    with tempfile.TemporaryDirectory(prefix="sempre-crash-") as folder:
        seen = {
            name: asyncio.run(faults.under(answer, Path(folder), PEOPLE_UNDER_FAULTS))
            for name, answer in faults.FAULTS.items()
        }
    print(f"\nEvery tenth send fails, {PEOPLE_UNDER_FAULTS} people at once\n\n{faults.table(seen)}", flush=True)
    return [f"{name}: {one}" for name, of in seen.items() for one in of.faults()]


async def _run(run: Run, folder: Path, kills: int, seed: str) -> Outcome:
    return await run(folder, kills, seed, PEOPLE)


def shown(name: str, outcome: Outcome, seed: str, seconds: float) -> str:
    first, second = outcome.by_mode.values()
    columns = {f"{mode} and browsers": of for mode, of in outcome.by_mode.items()} | {"together": first + second}
    killed = first.kills + second.kills + outcome.of_server
    of_server = f", {outcome.of_server} of them of PostgreSQL itself" if outcome.of_server else ""
    version = f"SQLite {sqlite3.sqlite_version}" if name == "sqlite" else "PostgreSQL"
    head = f"{version}, Python {platform.python_version()}: {killed} kills{of_server}, {seconds:.0f} s, SEED={seed}"
    return f"\n{head}\n\n{table(columns)}"


if __name__ == "__main__":
    sys.exit(main())

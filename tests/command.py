"""The `sempre` command as a process of its own, in a folder of its own, with no settings but those given."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from bot.__main__ import main
from tests import canaries

SEMPRE = Path(sys.executable).parent / "sempre"


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str


def environment(**settings: str) -> dict[str, str]:
    """This process's environment without its settings, and with `settings` (`port` is SEMPRE_PORT)."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SEMPRE_")}
    return kept | {f"SEMPRE_{name.upper()}": value for name, value in settings.items()}


def sempre(folder: Path, *words: str, stdin: str = "", **settings: str) -> Done:
    done = subprocess.run(
        [SEMPRE, *words],
        cwd=folder,
        env=environment(**settings),
        input=stdin.encode(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    said = done.stderr.decode()
    canaries.wrote(" ".join(words[:2]), "".join(line for line in said.splitlines(True) if line.startswith("{")))
    return Done(done.returncode, done.stdout.decode(), said)


def here(folder: Path, *words: str, **settings: str) -> Done:
    """The same in this process, which is quicker; for what reads no standard input and starts no logs."""
    mask = os.umask(0o077)  # the command sets it, and this process goes on
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    with (
        contextlib.chdir(folder),
        mock.patch.dict(os.environ, environment(**settings), clear=True),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            code = main(words)
        except SystemExit as end:  # how argparse ends
            code = int(end.code or 0)
        finally:
            os.umask(mask)
    return Done(code, _written(out), _written(err))


def _written(file: io.TextIOWrapper) -> str:
    file.flush()
    raw = file.buffer
    assert isinstance(raw, io.BytesIO)
    return raw.getvalue().decode()


def lines(*said: str) -> str:
    return "".join(f"{line}\n" for line in said)

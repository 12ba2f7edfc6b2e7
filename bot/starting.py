"""What stands in the way of a start, each in one line with its remedy."""

from __future__ import annotations

import contextlib
import errno
from pathlib import Path

from bot.problem import Problem, damaged
from bot.settings import Settings
from storage.database import Unavailable


class CannotStart(Problem):
    """One line: what is in the way, and the remedy."""


def writable(folder: Path) -> None:
    """Makes the folder where there is none. Raises `CannotStart`."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        trial = folder / ".writable"
        trial.touch()
        trial.unlink()
    except OSError as error:
        raise CannotStart(
            f"The data folder {folder} cannot be written to ({error.strerror}). "
            "Give it to the user who runs Sempre, or choose another one with SEMPRE_DATA_DIR."
        ) from None


def private(settings: Settings) -> None:
    """For what a version made that left it to the system who may read. SQLite gives its log the mode of the file."""
    if settings.sqlite_file is not None:
        for ending in ("", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                settings.sqlite_file.with_name(settings.sqlite_file.name + ending).chmod(0o600)


def no_database(settings: Settings, away: Unavailable) -> str:
    if away.reason == "corrupt":
        return damaged(settings.sqlite_file)
    remedy = {
        "down": "Start it, or mend SEMPRE_DATABASE_URL.",
        "locked": "Another program holds it; end that one and start again.",
        "full": "Make room on its disk and start again.",
    }[away.reason]
    where = "in the data folder" if settings.database_url is None else "of SEMPRE_DATABASE_URL"
    return f"The database {where} cannot be used ({away.reason}). {remedy}"


def no_port(settings: Settings, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {settings.port} is in use by another program. End that one, or choose another SEMPRE_PORT."
    if error.errno == errno.EACCES:
        return f"Port {settings.port} is kept for the administrator. Choose a SEMPRE_PORT above 1023."
    return f"{settings.host} is no address of this machine. Choose another SEMPRE_HOST, like 127.0.0.1 or 0.0.0.0."

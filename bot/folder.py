"""Folders on a disk: their lock (on SQLite one process turns conversations and sends), and names that last."""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path
from types import TracebackType

PATIENCE = 2.0
"""Seconds to wait for a short holder, such as a conversation in a terminal that takes one turn."""


class FolderBusy(Exception):
    """Another process holds the folder. The message is one line with the remedy."""


class FolderLock:
    """An advisory lock on `<folder>/lock`. The system lets go of it when the process ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "lock"
        self._handle: int | None = None

    def take(self, patience: float = PATIENCE) -> None:
        """Waits up to `patience` seconds; blocks meanwhile. Raises `FolderBusy`."""
        until = time.monotonic() + patience
        while not self.try_take():
            if time.monotonic() >= until:
                raise FolderBusy(
                    f"The data folder {self.path.parent} is in use by another `sempre serve`. "
                    "Stop that one first, or give this one a folder of its own with SEMPRE_DATA_DIR."
                )
            time.sleep(0.05)

    def try_take(self) -> bool:
        """Whether the lock is ours now."""
        if self._handle is not None:
            return True
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return False
        self._handle = handle
        return True

    def free(self) -> None:
        if self._handle is not None:
            os.close(self._handle)  # closing lets go of the lock
            self._handle = None

    def __enter__(self) -> FolderLock:
        self.take()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.free()


def settle(folder: Path) -> None:
    """Writes the names of the folder to the disk: a file that was moved or linked is there after a power cut too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

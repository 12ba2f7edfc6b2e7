"""Disks that fill up: a small filesystem where we may mount one, and everywhere a limit for one process."""

from __future__ import annotations

import contextlib
import resource
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

MEGABYTES = 24
PIECE = 4096


class Disk(Protocol):
    folder: Path

    def fill(self, pid: int) -> None: ...
    def free(self, pid: int) -> None: ...


class Small:
    """A filesystem of its own. What fills it is a file, as an operator's would be."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self, pid: int) -> None:  # noqa: ARG002
        with (self.folder / "ballast").open("wb", buffering=0) as ballast, contextlib.suppress(OSError):
            while True:
                ballast.write(bytes(PIECE))

    def free(self, pid: int) -> None:  # noqa: ARG002
        (self.folder / "ballast").unlink()


class Limited:
    """No file of the process may grow. The system says EFBIG where a disk says ENOSPC."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self, pid: int) -> None:
        sizes = [path.stat().st_size for path in self.folder.rglob("sempre.db-wal")]
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (max(sizes), resource.RLIM_INFINITY))

    def free(self, pid: int) -> None:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


@contextlib.contextmanager
def mounted(folder: Path) -> Iterator[Disk]:
    folder.mkdir()
    options = f"size={MEGABYTES}m,mode=700"
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=True, capture_output=True)
    try:
        yield Small(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextlib.contextmanager
def limited(folder: Path) -> Iterator[Disk]:
    folder.mkdir()
    yield Limited(folder)


def can_mount() -> bool:
    with tempfile.TemporaryDirectory() as folder:
        try:
            with mounted(Path(folder) / "trial"):
                return True
        except (OSError, subprocess.CalledProcessError):
            return False


WAYS = {"limit": limited} | ({"filesystem": mounted} if can_mount() else {})

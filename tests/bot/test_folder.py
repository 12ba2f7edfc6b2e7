"""One `serve` on a data folder; a short holder is waited for."""

from __future__ import annotations

import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from bot.folder import FolderBusy, FolderLock

HOLDER = """
import sys, time
from pathlib import Path
from bot.folder import FolderLock
with FolderLock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_the_second_is_refused_in_one_line_with_the_remedy(tmp_path: Path) -> None:
    with FolderLock(tmp_path):
        second = FolderLock(tmp_path)
        assert not second.try_take()
        with pytest.raises(FolderBusy) as busy:
            second.take(patience=0.1)
    assert str(tmp_path) in str(busy.value)
    assert "SEMPRE_DATA_DIR" in str(busy.value)
    assert "\n" not in str(busy.value)
    assert second.try_take()
    second.free()


def test_taking_twice_is_taking_once_and_freeing_frees(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path / "var")
    lock.take()
    assert lock.try_take()
    lock.free()
    lock.free()
    with FolderLock(tmp_path / "var"):
        pass
    assert stat.S_IMODE(lock.path.stat().st_mode) == 0o600


def test_a_short_holder_is_waited_for(tmp_path: Path) -> None:
    holder = FolderLock(tmp_path)
    holder.take()
    threading.Timer(0.3, holder.free).start()
    begun = time.monotonic()
    with FolderLock(tmp_path):
        assert 0.2 < time.monotonic() - begun < 2


def test_a_killed_holder_holds_nothing(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        assert not FolderLock(tmp_path).try_take()
        process.send_signal(signal.SIGKILL)
        process.wait()
    with FolderLock(tmp_path):
        pass

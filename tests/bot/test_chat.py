"""`sempre chat`: a whole need by pipe, in two languages; interrupted, killed, and beside a running `serve`."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from bot.folder import FolderLock
from tests.command import SEMPRE, environment, here, lines, sempre
from tests.serving import free_port

REFERENCE = re.compile(r"N-[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}")
STORY = {
    "en": "The canary bus stopped and I cannot reach the doctor",
    "ar": "توقفت الحافلة ولا أستطيع الوصول إلى الطبيب",
}
TELL = {
    "en": ("1", "3", "1", STORY["en"], "Liepa", "3", "1"),
    "ar": ("١", "٣", "١", STORY["ar"], "Liepa", "٣", "١"),
}
"""From consent to Send, in the digits of the language."""

QUESTIONS = ("consent", "topic", "detail", "story", "place", "urgency", "check")


def exported(folder: Path) -> list[dict[str, object]]:
    done = here(folder, "export", "submissions")
    assert done.code == 0, done.err
    return [json.loads(line) for line in done.out.splitlines()]


@contextmanager
def serving(folder: Path) -> Iterator[subprocess.Popen[str]]:
    port = free_port()
    process = subprocess.Popen(
        [SEMPRE, "serve"], cwd=folder, env=environment(port=str(port)), text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    try:
        for _ in range(400):
            try:
                with urlopen(f"http://127.0.0.1:{port}/readyz") as answer:
                    assert answer.status == 200
                break
            except (URLError, ConnectionError):
                assert process.poll() is None
                time.sleep(0.05)
        yield process
    finally:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("language", TELL)
def test_a_need_is_told_by_pipe(tmp_path: Path, language: str) -> None:
    done = sempre(tmp_path, "chat", "--language", language, stdin=lines(*TELL[language]))
    assert (done.code, done.err) == (0, "")
    [reference] = REFERENCE.findall(re.sub("[\u2066-\u2069\u200f]", "", done.out))
    [row] = exported(tmp_path)
    assert (row["reference"], row["language"], row["channel"]) == (reference, language, "console")
    assert row["answers"] == {
        "language": language, "consent": "yes", "topic": "MOB", "detail": "MOB.ride_doctor",
        "story": STORY[language], "place": "Liepa", "urgency": "week",
    }  # fmt: skip


def test_words_labels_and_navigation_work_line_by_line(tmp_path: Path) -> None:
    said = lines("", "Yes, save them", "Getting around", "back", "3", "menu", "help", "person", "language")
    done = sempre(tmp_path, "chat", "--language", "en", stdin=said)
    assert (done.code, done.err) == (0, "")
    assert exported(tmp_path) == []


def test_it_goes_on_where_it_was(tmp_path: Path) -> None:
    said = TELL["en"]
    for part in (said[:2], said[2:4], said[4:]):
        words = ("--language", "en") if part == said[:2] else ()
        done = sempre(tmp_path, "chat", "--as", "Aino", *words, stdin="\n".join(part))  # no end of the last line
        assert (done.code, done.err) == (0, "")
    assert len(exported(tmp_path)) == 1


def test_another_name_is_another_person(tmp_path: Path) -> None:
    sempre(tmp_path, "chat", "--as", "Aino", "--language", "en", stdin=lines("1", "3"))
    other = sempre(tmp_path, "chat", "--as", "Samir", stdin="")
    assert "Getting around" not in other.out


def test_a_killed_chat_goes_on(tmp_path: Path) -> None:
    """Killed at any moment of an answer: what was typed is there once, and the talk goes on."""
    sempre(tmp_path, "chat", "--as", "Aino", "--language", "en", stdin=lines("1", "3", "1"))
    for delay in (0.3, 0.5, 0.6, 0.7, 0.9):
        process = subprocess.Popen(
            [SEMPRE, "chat", "--as", "Aino"], cwd=tmp_path, env=environment(), stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
        )  # fmt: skip
        assert process.stdin is not None
        process.stdin.write(b"help\n")
        process.stdin.flush()
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    done = sempre(tmp_path, "chat", "--as", "Aino", stdin=lines(*TELL["en"][3:]))
    assert (done.code, done.err) == (0, "")
    assert len(exported(tmp_path)) == 1


def test_beside_a_running_serve(tmp_path: Path) -> None:
    with serving(tmp_path) as process:
        done = sempre(tmp_path, "chat", "--language", "en", stdin=lines(*TELL["en"]))
        assert (done.code, done.err) == (0, "")
        assert len(exported(tmp_path)) == 1
        assert any(line.endswith("is running on this folder") for line in here(tmp_path, "doctor").out.splitlines())
        second = sempre(tmp_path, "serve", port=str(free_port()))
        assert second.code == 1
        assert second.err == (
            f"sempre: The data folder {tmp_path}/var is in use by another `sempre serve`. "
            "Stop that one first, or give this one a folder of its own with SEMPRE_DATA_DIR.\n"
        )
        process.send_signal(signal.SIGTERM)
        out, _ = process.communicate(timeout=10)
        assert process.returncode == 0
    assert "Sempre is running at http://127.0.0.1:" in out
    assert ".venv/bin/sempre chat --language ar" in out  # the hints of a first start
    assert "SEMPRE_TELEGRAM_TOKEN" in out
    files = b"".join(path.read_bytes() for path in (tmp_path / "var").iterdir() if path.is_file())
    for word in ("canary", "reach the doctor", "Liepa"):
        assert word.encode() not in files
        assert word not in out


def test_hints_are_for_the_first_start_alone(tmp_path: Path) -> None:
    assert here(tmp_path, "db", "upgrade").code == 0
    outs = []
    for folder in (tmp_path / "new", tmp_path / "new"):
        folder.mkdir(exist_ok=True)
        with serving(folder) as process:
            process.send_signal(signal.SIGTERM)
            outs.append(process.communicate(timeout=30)[0])
    assert "This is the first start" in outs[0]
    assert "data.key" in outs[0]
    assert "This is the first start" not in outs[1]


def test_a_holder_that_does_not_turn_is_said(tmp_path: Path) -> None:
    impatient = "import sys, bot.__main__ as m; from bot.commands import chat; chat.PATIENCE = 0.3; sys.exit(m.main())"
    with FolderLock(tmp_path / "var"):
        done = subprocess.run(
            [sys.executable, "-c", impatient, "chat", "--language", "en"], cwd=tmp_path, env=environment(),
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == "sempre: No answer comes, though the message is stored. `sempre doctor` may say why.\n"


@pytest.mark.parametrize(
    ("words", "start"),
    [
        (("--language", "xx"), "sempre: --language xx is not offered. There are: "),
        (("--as", "x" * 65), "sempre: --as takes a name of up to 64 characters"),
        (("--as", "a\u202eb"), "sempre: --as takes a name"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(tmp_path: Path, words: tuple[str, ...], start: str) -> None:
    done = sempre(tmp_path, "chat", *words)
    assert done.code == 2
    assert done.err.startswith(start)
    assert done.err.count("\n") == 1


def test_what_is_no_text_and_what_is_too_long_get_an_answer(tmp_path: Path) -> None:
    process = subprocess.run(
        [SEMPRE, "chat", "--language", "en"], cwd=tmp_path, env=environment(), capture_output=True, check=False,
        input=b"\xff\xfe\x00 \xe2\x80\xae\n" + b"x" * 30_000 + b"\n1\n",
    )  # fmt: skip
    assert (process.returncode, process.stderr) == (0, b"")
    assert b"at most 20000 characters" in process.stdout
    assert b"What do you need help with?" in process.stdout


@pytest.mark.parametrize("end", [b"\x03", b"\x04"], ids=["ctrl-c", "ctrl-d"])
def test_a_terminal_is_left_politely(tmp_path: Path, end: bytes) -> None:
    pid, terminal = pty.fork()
    if pid == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # tests that run in the background are started without it
        os.chdir(tmp_path)
        os.execve(SEMPRE, [str(SEMPRE), "chat", "--language", "en", "--as", "Aino"], environment())  # noqa: S606
    shown = b""
    while b"\n> " not in shown.replace(b"\r", b""):
        shown += os.read(terminal, 4096)
    os.write(terminal, end)
    while True:
        try:
            shown += os.read(terminal, 4096)
        except OSError:  # Linux says so when the other end is closed
            break
    _, status = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    assert b"Goodbye. `sempre chat --as Aino` goes on from here." in shown
    assert b"Traceback" not in shown

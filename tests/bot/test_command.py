"""The command as an operator types it: usage, errors in one line, export, doctor."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import os
import re
import shutil
import sqlite3
import stat
import subprocess
from pathlib import Path

import openpyxl
import pytest

from bot.commands.dialogs import graph
from dialogs.schema import load_scripts
from locales import speech
from tests.command import SEMPRE, Done, environment, here, lines, sempre
from tests.emulators.bot_api import BotApi
from tests.serving import free_port

COMMANDS = ("serve", "chat", "export", "dialogs", "locales", "db", "audit", "doctor")
STORY = "The canary bus stopped and I cannot reach the doctor"

TELL = lines("1", "3", "1", STORY, "Liepa", "3", "1")
"""From consent to Send: yes, getting around, its first detail, words, place, this week, send."""


def one_line(done: Done, start: str, code: int = 1) -> None:
    assert done.code == code
    assert done.err.startswith(start)
    assert done.err.count("\n") == 1
    assert "Traceback" not in done.err


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which one need was told."""
    folder = tmp_path_factory.mktemp("told")
    done = sempre(folder, "chat", "--language", "en", "--as", "Aino", stdin=TELL)
    assert done.code == 0, done.err
    assert re.search(r"N-[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}", done.out), done.out
    return folder


@pytest.fixture
def copy(told: Path, tmp_path: Path) -> Path:
    shutil.copytree(told / "var", tmp_path / "var")
    return tmp_path


# -- usage ----------------------------------------------------------------------------------------


def test_help_names_every_command_and_where_to_begin(tmp_path: Path) -> None:
    done = here(tmp_path, "--help")
    assert done.code == 0
    for command in COMMANDS:
        assert re.search(rf"^    {command} ", done.out, re.MULTILINE)
        assert here(tmp_path, command, "--help").code == 0
    assert "docs/settings.md" in done.out
    assert not (tmp_path / "var").exists()


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("fly",),
        ("export",),
        ("export", "people"),
        ("export", "submissions", "--format", "pdf"),
        ("dialogs",),
        ("dialogs", "graph"),
        ("db", "downgrade"),
        ("serve", "now"),
    ],
)
def test_wrong_usage_is_two(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = here(tmp_path, *words)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("usage: sempre")


def test_the_version_is_that_of_the_project(tmp_path: Path) -> None:
    assert re.fullmatch(r"sempre \d+\.\d+\.\d+\n", here(tmp_path, "--version").out)


@pytest.mark.parametrize("words", [("serve",), ("chat",), ("export", "submissions"), ("db", "upgrade")])
def test_wrong_settings_stop_every_command_in_one_line(tmp_path: Path, words: tuple[str, ...]) -> None:
    one_line(here(tmp_path, *words, port="many"), "SEMPRE_PORT: it should be a valid integer")
    one_line(here(tmp_path, *words, tokken="x"), "SEMPRE_TOKKEN: there is no setting of that name")
    assert not (tmp_path / "var").exists()


def test_a_language_that_is_not_whole_is_refused(tmp_path: Path) -> None:
    one_line(sempre(tmp_path, "serve", languages="en,xx", port=str(free_port())), "sempre: The texts in 'xx'")


def test_a_database_that_is_away_is_said_in_one_line(tmp_path: Path) -> None:
    away = f"postgresql://nobody:canary@127.0.0.1:{free_port()}/sempre"
    for words in (("serve",), ("export", "submissions"), ("db", "upgrade"), ("chat",)):
        done = sempre(tmp_path, *words, database_url=away)
        one_line(done, "sempre: The database")
        assert "canary" not in done.err


def test_a_port_that_is_taken_is_said_in_one_line(tmp_path: Path) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        one_line(sempre(tmp_path, "serve", port=str(port)), f"sempre: Port {port} is in use")


# -- dialogs, locales, db -------------------------------------------------------------------------


def test_dialogs_and_locales_are_whole(tmp_path: Path) -> None:
    done = here(tmp_path, "dialogs", "check")
    assert (done.code, done.out.splitlines()[-1]) == (0, "All dialogs are whole.")
    done = here(tmp_path, "locales", "check")
    assert (done.code, done.out) == (0, "The texts of all languages are whole.\n")
    done = here(tmp_path, "locales", "status")
    assert done.code == 0
    assert re.search(r"^ar\b", done.out, re.MULTILINE)


def test_a_graph_draws_every_question_and_its_condition(tmp_path: Path) -> None:
    need = load_scripts()["need"]
    done = here(tmp_path, "dialogs", "graph", "need")
    assert done.code == 0
    assert done.out == graph(need) + "\n"
    assert done.out.startswith("flowchart TD\n  begin([need])\n")
    nodes = set(re.findall(r"^  (\w+)[\[(]", done.out, re.MULTILINE))
    assert nodes == {"begin", "finish", *(f"q_{question.key}" for question in need.questions)}
    for source, target in re.findall(r"^  (\w+) -->(?:\|\".*\"\|)? (\w+)$", done.out, re.MULTILINE):
        assert {source, target} <= nodes
    one_line(here(tmp_path, "dialogs", "graph", "nede"), "sempre: There is no dialog 'nede'. There are: ", code=2)


def test_the_tables_can_be_brought_up_by_hand_and_twice(tmp_path: Path) -> None:
    for _ in range(2):
        done = here(tmp_path, "db", "upgrade")
        assert (done.code, done.out) == (0, "The database has the tables of this version.\n")
    assert [text for text in findings(here(tmp_path, "doctor"))["ok"] if "data.key is good" in text]  # serve can start


# -- export ---------------------------------------------------------------------------------------


def test_an_export_before_anything_was_told_says_what_to_do(tmp_path: Path) -> None:
    one_line(here(tmp_path, "export", "submissions"), "sempre: There is no database at")
    assert not (tmp_path / "var").exists()


def test_a_need_comes_out_with_every_key(told: Path) -> None:
    done = here(told, "export", "submissions")
    assert (done.code, done.err) == (0, "")
    [row] = [json.loads(line) for line in done.out.splitlines()]
    assert (row["kind"], row["status"], row["language"], row["channel"]) == ("need", "new", "en", "console")
    assert row["answers"]["story"] == STORY
    assert row["place"] == "Liepa"
    assert row["urgency"] == "week"
    assert row["urgency_staff"] == "U2"
    assert row["detail"].startswith(f"{row['topic']}.")
    assert row["created_at"].endswith("Z")


def test_tables_and_sheets_hold_the_same(told: Path) -> None:
    [plain] = [json.loads(line) for line in here(told, "export", "submissions").out.splitlines()]
    table = here(told, "export", "submissions", "--format", "csv").out
    [row] = csv.DictReader(io.StringIO(table.removeprefix("\ufeff")))
    assert (row["reference"], json.loads(row["answers"])) == (plain["reference"], plain["answers"])
    assert here(told, "export", "submissions", "--format", "xlsx", "--out", "needs.xlsx").out == ""
    cells = list(openpyxl.load_workbook(told / "needs.xlsx").worksheets[0].values)
    assert cells[0] == tuple(plain)
    assert cells[1][0] == plain["reference"]
    assert stat.S_IMODE((told / "needs.xlsx").stat().st_mode) == 0o600


def test_a_file_appears_whole_or_not_at_all(told: Path, tmp_path: Path) -> None:
    (tmp_path / "old.jsonl").write_text("old")
    done = here(told, "export", "submissions", "--out", str(tmp_path / "old.jsonl"))
    assert (done.code, json.loads((tmp_path / "old.jsonl").read_text())["place"]) == (0, "Liepa")
    assert (done.err.count("\n"), "Delete it soon" in done.err) == (1, True)
    one_line(here(told, "export", "submissions", "--out", str(tmp_path / "no" / "x")), f"sempre: {tmp_path}/no cannot")
    one_line(here(told, "export", "submissions", "--out", str(tmp_path)), f"sempre: {tmp_path} could not be written")
    assert [path.name for path in tmp_path.iterdir()] == ["old.jsonl"]


def test_no_export_into_the_data_folder(told: Path, tmp_path: Path) -> None:
    (tmp_path / "aside").symlink_to(told / "var")
    before = sorted((told / "var").iterdir())
    for out in ("var/needs.csv", "./var/../var/keys/needs.csv", "var", str(tmp_path / "aside" / "needs.csv")):
        done = here(told, "export", "submissions", "--out", out)
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1), done.err
        assert "inside the data folder (SEMPRE_DATA_DIR)" in done.err
        assert "Choose an --out in a folder of your own" in done.err
    assert sorted((told / "var").iterdir()) == before


def test_a_reader_that_leaves_is_no_crash(told: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [SEMPRE, "export", "submissions"],
        cwd=told,
        env=environment(),
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


def test_many_needs_come_page_by_page(copy: Path) -> None:
    with sqlite3.connect(copy / "var" / "sempre.db") as file:
        columns = [row[1] for row in file.execute("PRAGMA table_info(submissions)") if row[1] != "id"]
        others = ", ".join(column for column in columns if column not in {"reference", "draft"})
        file.execute(
            "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 1201) "  # noqa: S608
            f"INSERT INTO submissions (reference, draft, {others}) "
            f"SELECT 'N-' || i, 1000 + i, {others} FROM submissions, n"
        )
    rows = [json.loads(line) for line in here(copy, "export", "submissions").out.splitlines()]
    assert len({row["reference"] for row in rows}) == len(rows) == 1201
    assert rows[-1]["reference"] == "N-1201"


def test_another_key_opens_nothing_and_is_said_in_one_line(copy: Path) -> None:
    done = here(copy, "export", "submissions", data_key="0f" * 32)
    one_line(done, "sempre: ")
    assert "data.key" in done.err


# -- doctor ---------------------------------------------------------------------------------------


def findings(done: Done) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"ok": [], "warning": [], "problem": []}
    for line in done.out.splitlines()[:-1]:
        level, _, text = line.partition(" ")
        found[level].append(text.strip())
    return found


def test_a_fresh_machine_is_well_and_stays_untouched(tmp_path: Path) -> None:
    done = here(tmp_path, "doctor")
    assert done.code == 0
    assert findings(done)["problem"] == []
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_use_is_well(told: Path) -> None:
    done = here(told, "doctor", country="DE")
    assert done.code == 0
    assert any("answers, has the tables of this version" in text for text in findings(done)["ok"])
    assert any("DE:116 111" in text for text in findings(done)["warning"])
    confirmed = here(told, "doctor", country="DE", confirmed_numbers="DE:116 111")
    assert not any("DE:116 111" in text for text in findings(confirmed)["warning"])


def test_doctor_says_what_is_understood(tmp_path: Path) -> None:
    assert any("recognised, with the vote of CLD2" in text for text in findings(here(tmp_path, "doctor"))["ok"])
    voices = "written down on this machine" if speech.missing() is None else "`make voice` installs it"
    assert any(voices in text for text in findings(here(tmp_path, "doctor"))["ok"])
    off = findings(here(tmp_path, "doctor", recognisers="off"))["ok"]
    assert sum("is off" in text and "SEMPRE_RECOGNISERS" in text for text in off) == 3


def test_doctor_names_wrong_settings(tmp_path: Path) -> None:
    done = here(tmp_path, "doctor", port="x")
    assert done.code == 1
    assert "SEMPRE_PORT" in findings(done)["problem"][0]


def test_doctor_sees_what_others_may_read(copy: Path) -> None:
    (copy / "var").chmod(0o755)
    (copy / "var" / "keys" / "data.key").chmod(0o644)
    found = findings(here(copy, "doctor"))
    assert any("chmod 700" in text for text in found["warning"])
    assert any("chmod 600" in text for text in found["problem"])


def test_doctor_sees_a_missing_key_and_a_wrong_one(copy: Path) -> None:
    key = copy / "var" / "keys" / "data.key"
    right = key.read_text()
    key.write_text("0f" * 32)
    assert any("not the one that sealed" in text for text in findings(here(copy, "doctor"))["problem"])
    key.write_text("0f")
    assert any("it has 1 bytes" in text for text in findings(here(copy, "doctor"))["problem"])
    key.unlink()
    assert any("is missing" in text for text in findings(here(copy, "doctor"))["problem"])
    one_line(sempre(copy, "serve"), f"{key}: it is missing, but the database")
    key.write_text(right)
    key.chmod(0o600)
    assert findings(here(copy, "doctor"))["problem"] == []


def test_doctor_sees_old_tables_a_damaged_file_and_what_lies_aside(copy: Path) -> None:
    file = copy / "var" / "sempre.db"
    with sqlite3.connect(file) as database:
        database.execute("UPDATE inbox SET parked_at = received_at WHERE id = 1")
    assert any("1 were given up" in text for text in findings(here(copy, "doctor"))["warning"])
    with sqlite3.connect(file) as database:
        database.execute("UPDATE alembic_version SET version_num = '0000'")
    assert any("tables of another version" in text for text in findings(here(copy, "doctor"))["problem"])
    with sqlite3.connect(file) as database:
        database.execute("DELETE FROM alembic_version")
    assert any("no tables yet" in text for text in findings(here(copy, "doctor"))["warning"])
    for path in (copy / "var").glob("sempre.db*"):
        path.unlink()
    file.write_bytes(b"no database " * 1000)
    done = here(copy, "doctor")
    assert done.code == 1
    assert any(text.startswith("database") for text in findings(done)["problem"])


@pytest.mark.parametrize("where", ["everywhere", "behind the first page", "in one page"])
def test_a_damaged_file_is_named_with_the_remedy(copy: Path, where: str) -> None:
    file = copy / "var" / "sempre.db"
    with sqlite3.connect(file) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    size = file.stat().st_size
    start, length = {"everywhere": (0, size), "behind the first page": (4096, size - 4096)}.get(
        where, (size // 2, 4096)
    )
    with file.open("r+b") as handle:
        handle.seek(start // 4096 * 4096)
        handle.write(b"\xa5" * length)
    said = f"The database {file} is damaged"
    problems = findings(here(copy, "doctor"))["problem"]
    assert [text for text in problems if said in text and "backup" in text]
    if where != "in one page":  # one page is noticed only by who reads it
        one_line(here(copy, "export", "submissions"), f"sempre: {said}")
        one_line(here(copy, "db", "upgrade"), f"sempre: {said}")
        one_line(sempre(copy, "serve", port=str(free_port())), f"sempre: {said}")


def test_a_missing_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine that was set up before the library was needed."""
    (tmp_path / "aiosmtplib.py").write_text("raise ModuleNotFoundError(name=__name__)")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    done = sempre(tmp_path, "doctor")
    assert done.code == 1
    assert findings(done)["problem"] == ["program    the library aiosmtplib is missing: `make setup` installs it"]
    one_line(sempre(tmp_path, "serve"), "sempre: The library aiosmtplib is missing. `make setup`")


async def test_doctor_asks_telegram(tmp_path: Path) -> None:
    """The emulator knows its own token, and refuses another one."""
    async with BotApi() as api:
        known = {"telegram_token": api.token, "telegram_api_url": api.url}
        done = await asyncio.to_thread(sempre, tmp_path, "doctor", **known)
        assert done.code == 0
        assert any(text.startswith("telegram   answers") for text in findings(done)["ok"])
        done = await asyncio.to_thread(sempre, tmp_path, "doctor", **known | {"telegram_token": "1:canary"})
        assert done.code == 1
        assert any("does not accept the token" in text for text in findings(done)["problem"])
        assert "canary" not in done.out + done.err


# -- rights ---------------------------------------------------------------------------------------


def test_a_copy_of_ones_data_and_a_proof_that_it_is_gone(copy: Path) -> None:
    """In one talk: the copy lies where the person is, for their eyes only; the number of the farewell says when."""
    done = sempre(copy, "chat", "--as", "Aino", stdin=lines("my data", "1", "delete", "1"))
    assert done.code == 0, done.err
    page, machine = copy / "my-data.html", copy / "my-data.json"
    assert all(f"  {path}" in done.out for path in (page, machine))
    assert {stat.S_IMODE(path.stat().st_mode) for path in (page, machine)} == {0o600}
    assert STORY in page.read_text()
    assert json.loads(machine.read_text())["sent"][0]["topic"] == "MOB"
    assert not (copy / "my-data.zip").exists()
    proof = re.search(r"D-[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}", re.sub("[\u2066-\u2069]", "", done.out))
    assert proof is not None
    found = here(copy, "proof", proof[0].lower())
    assert (found.code, bool(re.search(r"deleted on \d{4}-\d\d-\d\d", found.out))) == (0, True)
    assert here(copy, "proof", "D-222-222").code == 1

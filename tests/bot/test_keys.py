"""The keyring as text, its copy on paper, and the commands that change it."""

from __future__ import annotations

import re
import shutil
import sqlite3
import stat
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot import keyring_text, recovery
from bot.recovery import LETTERS, Slip
from storage.sealed import Keyring
from tests.command import SEMPRE, Done, environment, here, lines, sempre

A, B, C = (bytes([letter]) * 32 for letter in b"abc")
ROTATED = Keyring(B, 2, {1: A})
RETIRED = Keyring(C, 3, {2: B}, Keyring(A).hash_key)

# -- as text --------------------------------------------------------------------------------------


@pytest.mark.parametrize("ring", [Keyring(A), ROTATED, RETIRED, keyring_text.rotated(Keyring(A), later=True)])
@pytest.mark.parametrize("between", ["\n", ",", " ,\n# a line that somebody wrote\n"])
def test_a_keyring_is_read_as_it_was_written(ring: Keyring, between: str) -> None:
    again = keyring_text.read(keyring_text.write(ring, between))
    assert (again.numbers, again.hash_key) == (ring.numbers, ring.hash_key)
    assert [again.key(number) for number in ring.numbers] == [ring.key(number) for number in ring.numbers]
    assert again.hash("contact", "telegram", "1") == Keyring(A).hash("contact", "telegram", "1")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (f"2:{B.hex()}", "the key of the hashes is missing"),
        (f"1:{A.hex()},1:{B.hex()}", "each number stands once"),
        (f"0:{A.hex()}", "needs a number"),
        (f"256:{A.hex()},1:{A.hex()}", "from 1 to 255"),
        (f"{A.hex()},{B.hex()}", "needs a number"),
        (f"hash:{A.hex()}", "no data key"),
        ("1:abcd", "it has 3 bytes"),
        ("", "it has 0 bytes"),
    ],
)
def test_what_is_no_keyring_is_refused_without_repeating_it(text: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong) as refused:
        keyring_text.read(text)
    assert A.hex() not in str(refused.value)


def test_rotations_follow_each_other() -> None:
    waits = keyring_text.rotated(Keyring(A), later=True)
    assert (waits.numbers, keyring_text.waiting(waits)) == ((1, 2), 2)
    seals = keyring_text.rotated(waits)
    assert (seals.numbers, seals.key(2), keyring_text.waiting(seals)) == ((2, 1), waits.key(2), None)
    assert keyring_text.rotated(seals).numbers == (3, 2, 1)
    with pytest.raises(keyring_text.NoMoreNumbers):
        keyring_text.rotated(Keyring(A, 255, {1: B}))


# -- on paper -------------------------------------------------------------------------------------


@given(some.binary(min_size=32, max_size=32), some.integers(1, 255))
def test_a_sheet_typed_in_gives_the_keys(key: bytes, number: int) -> None:
    ring = Keyring(key, number, {}, A)
    typed = [recovery.read_line(f"{line.name.lower()}  {line.text.lower()}") for line in recovery.lines(ring)]
    again = recovery.keyring({line.name: line.text for line in typed})
    assert (again.number, again.key(number), again.fingerprint) == (number, key, again.fingerprint)


def test_a_sheet_is_short_and_nothing_on_it_looks_alike() -> None:
    sheet = recovery.lines(Keyring(A))
    assert [line.name for line in sheet] == ["1.1", "1.2", "1.3", "1.4"]
    assert all(re.fullmatch(rf"([{LETTERS}]{{4}} ?){{4}}", line.text) for line in sheet)
    assert not set("OILU") & set(LETTERS)
    assert [line.name for line in recovery.lines(RETIRED)][-1] == "H.4"
    zero = recovery.lines(Keyring(bytes(32)))[0]
    assert recovery.same(zero, zero.text.replace("0", "o"))


@given(some.integers(0, 3), some.integers(0, 15), some.sampled_from(LETTERS))
def test_one_wrong_letter_is_found_in_its_line(line: int, place: int, letter: str) -> None:
    right = recovery.lines(Keyring(A))[line]
    plain = right.text.replace(" ", "")
    wrong = plain[:place] + letter + plain[place + 1 :]
    assert recovery.same(right, wrong) == (wrong == plain)
    if wrong != plain:
        typed = {one.name: one.text.replace(" ", "") for one in recovery.lines(Keyring(A))} | {right.name: wrong}
        # One in a thousand passes the line; the whole then does not.
        with pytest.raises(Slip, match=rf"line {right.name} is not|do not belong together"):
            recovery.keyring({name: recovery.read_line(f"{name} {text}").text for name, text in typed.items()})


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [("hello", "begins with its name"), ("1.1 ABCD", "needs 16"), ("1.2 " + "0" * 16, "not as it was printed")],
)
def test_a_line_that_is_none(typed: str, wrong: str) -> None:
    with pytest.raises(Slip, match=wrong):
        recovery.read_line(typed)


def test_lines_that_are_missing() -> None:
    typed = {line.name: line.text.replace(" ", "") for line in recovery.lines(RETIRED)}
    with pytest.raises(Slip, match=r"line 2\.3 is missing"):
        recovery.keyring({name: text for name, text in typed.items() if name != "2.3"})
    with pytest.raises(Slip, match=r"lines H\.1 to H\.4"):
        recovery.keyring({name: text for name, text in typed.items() if name[0] != "H"})
    with pytest.raises(Slip, match="no line"):
        recovery.keyring({})


# -- commands -------------------------------------------------------------------------------------


def sheet_of(done: Done) -> dict[str, str]:
    assert done.code == 0, done.err
    return dict(re.findall(r"^ +([0-9H]+\.[1-4])   (.+)$", done.out, re.MULTILINE))


def key_file(folder: Path) -> Path:
    return folder / "var" / "keys" / "data.key"


@pytest.fixture(scope="module")
def greeted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which somebody has said hello."""
    folder = tmp_path_factory.mktemp("greeted")
    assert sempre(folder, "chat", "--as", "Aino", stdin="hello\n", languages="en").code == 0
    return folder


@pytest.fixture
def started(greeted: Path, tmp_path: Path) -> Path:
    shutil.copytree(greeted / "var", tmp_path / "var")
    return tmp_path


def test_from_the_first_copy_to_the_key_that_is_dropped(started: Path) -> None:
    assert re.search(r"warning +keys .*`sempre keys recovery`", here(started, "doctor").out)
    sheet = sheet_of(here(started, "keys", "recovery"))
    wrong = sempre(started, "keys", "confirm", stdin=lines(*["0000"] * 6))
    assert (wrong.code, "was not confirmed" in wrong.err) == (1, True)
    assert _typed_back(started, sheet) == 0
    assert re.search(r"ok +keys .*copy", here(started, "doctor").out)

    assert here(started, "keys", "rotate").code == 0
    assert stat.S_IMODE(key_file(started).stat().st_mode) == 0o600
    assert re.search(r"warning +keys .*`sempre keys recovery`", here(started, "doctor").out)
    status = here(started, "keys", "status").out
    assert re.search(r"^Data key 2 seals since 20\d\d-", status, re.MULTILINE)
    assert re.search(r"^Data key 1 still opens; still needed for .*contacts, ", status, re.MULTILINE)

    kept = key_file(started).read_text()
    refused = here(started, "keys", "retire")
    assert (refused.code, refused.out, refused.err.count("\n")) == (1, "", 1), refused.err
    assert re.search(
        r"copy of data key 2, .*`sempre keys recovery`, then `sempre keys confirm`; .*--anyway", refused.err
    )
    assert key_file(started).read_text() == kept
    assert _typed_back(started, sheet_of(here(started, "keys", "recovery"))) == 0
    retired = here(started, "keys", "retire")
    assert (retired.code, "key 1 any more, and it was dropped" in retired.out) == (0, True), retired.err
    assert [line.partition(":")[0] for line in key_file(started).read_text().split()] == ["2", "hash"]
    assert here(started, "keys", "retire").out == "Data key 2 is the only one. Nothing is to be done.\n"
    again = sempre(started, "chat", "--as", "Aino", stdin="1\n", languages="en")
    assert (again.code, "once more" in again.out.casefold()) == (0, False), again.err

    key_file(started).write_text("61" * 32)
    refused = sempre(started, "chat", "--as", "Aino", stdin="hello\n")
    assert refused.code == 1
    assert "data key 2" in refused.err.casefold()
    assert re.search(r"problem +keys +data key 2 is missing", here(started, "doctor").out)
    key_file(started).unlink()
    old = sempre(started, "keys", "restore", stdin=lines(*(f"{name} {text}" for name, text in sheet.items())))
    assert (old.code, "sealed with another key" in old.err) == (1, True), old.err


def _typed_back(folder: Path, sheet: dict[str, str]) -> int:
    """Answers what `keys confirm` asks, the first line in small letters and without spaces. The exit code."""
    command = [SEMPRE, "keys", "confirm"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "cwd": folder}
    with subprocess.Popen(command, env=environment(), **pipes) as process:  # type: ignore[call-overload]
        for line in process.stdout:
            if found := re.match(r"Line (\S+):", line):
                process.stdin.write(sheet[found[1]].lower().replace(" ", "") + "\n")
                process.stdin.flush()
    return int(process.returncode)


def test_a_lost_key_is_typed_in_again(started: Path) -> None:
    kept = key_file(started).read_text()
    sheet = [f"{name} {text}" for name, text in sheet_of(here(started, "keys", "recovery", "--out", "sheet")).items()]
    assert sheet == []
    text = (started / "sheet").read_text()
    assert stat.S_IMODE((started / "sheet").stat().st_mode) == 0o600
    assert here(started, "keys", "recovery", "--out", "sheet").code == 1
    sheet = re.findall(r"^ +(\d\.\d   .+)$", text, re.MULTILINE)
    key_file(started).unlink()
    slip = sempre(started, "keys", "restore", stdin=lines(sheet[0], sheet[1][:-1] + "!", *sheet[2:]))
    assert (slip.code, "line 1.2 needs" in slip.err, key_file(started).exists()) == (1, True, False)
    done = sempre(started, "keys", "restore", stdin=lines(*sheet))
    assert (done.code, "It opens the database." in done.out) == (0, True), done.err
    assert key_file(started).read_text() == kept
    other = [f"{line.name} {line.text}" for line in recovery.lines(Keyring(A))]
    refused = sempre(started, "keys", "restore", stdin=lines(*other))
    assert (refused.code, "Put that file aside first" in refused.err) == (1, True)
    assert key_file(started).read_text() == kept


def test_several_machines_know_a_key_before_it_seals(started: Path) -> None:
    assert "waits" in here(started, "keys", "rotate", "--later").out
    assert here(started, "keys", "rotate", "--later").code == 1
    assert here(started, "keys", "retire").code == 1
    assert "Data key 1 seals" in here(started, "keys", "status").out
    assert here(started, "keys", "rotate").code == 0
    assert "Data key 2 seals" in here(started, "keys", "status").out


def test_with_the_key_in_the_environment_it_says_what_to_set(started: Path) -> None:
    key = key_file(started).read_text().strip()
    done = here(started, "keys", "rotate", data_key=key)
    assert done.code == 0
    first, then = re.findall(r"^   (\d:.*)$", done.out, re.MULTILINE)
    assert (first.split(":")[0], then.split(":")[0]) == ("1", "2")
    assert set(first.split(",")) == set(then.split(","))
    assert key_file(started).read_text().strip() == key
    retired = here(started, "keys", "retire", "--anyway", data_key=then)
    (last,) = re.findall(r"^   (\d:.*)$", retired.out, re.MULTILINE)
    assert last.startswith("2:")
    assert ",hash:" in last
    assert here(started, "export", "submissions", data_key=last).code == 0
    assert here(started, "keys", "restore", data_key=last).code == 2


def test_the_key_in_a_file_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "elsewhere.key"
    assert sempre(tmp_path, "chat", "--as", "a", stdin="hello\n", languages="en", data_key_file=str(file)).code == 0
    assert re.fullmatch(r"[0-9a-f]{64}\n", file.read_text())
    assert not key_file(tmp_path).exists()
    both = here(tmp_path, "doctor", data_key_file=str(file), data_key="61" * 32)
    assert (both.code, "SEMPRE_DATA_KEY_FILE: SEMPRE_DATA_KEY is set as well" in both.out) == (1, True)


def test_no_key_is_in_the_database(started: Path) -> None:
    here(started, "keys", "rotate")
    with closing(sqlite3.connect(started / "var" / "sempre.db")) as file:
        text = "\n".join(file.iterdump())
    keys = re.findall(r"[0-9a-f]{64}", key_file(started).read_text())
    assert len(keys) == 2
    assert [key for key in keys if key in text.casefold()] == []

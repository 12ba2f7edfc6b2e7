"""`make crash` in small: the same kills, fewer of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.crash.run import Run, on_postgresql, on_sqlite

PEOPLE = (2, 1)


@pytest.mark.parametrize(("on", "kills"), [(on_sqlite, 3), (on_postgresql, 4)])
async def test_killed_at_any_moment_nothing_is_lost(tmp_path: Path, on: Run, kills: int) -> None:
    outcome = await on(tmp_path, kills, "2026", PEOPLE)
    first, second = outcome.by_mode.values()
    assert first.kills + second.kills + outcome.of_server == kills
    assert (first + second).talks >= 2 * sum(PEOPLE)
    assert {mode: one.faults() for mode, one in outcome.by_mode.items()} == {"webhook": [], "polling": []}

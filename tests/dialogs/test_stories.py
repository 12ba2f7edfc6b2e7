"""Every story is told again, word for word."""

from __future__ import annotations

from pathlib import Path

import pytest

import locales
from tests.dialogs.story import FOLDER, retell

STORIES = sorted(FOLDER.glob("*.story"))


@pytest.mark.parametrize("path", STORIES, ids=[path.stem for path in STORIES])
def test_story(path: Path, request: pytest.FixtureRequest) -> None:
    told = retell(path)
    if request.config.getoption("--update"):
        path.write_text(told, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == told


def test_there_are_stories_in_every_language() -> None:
    assert {path.stem.split("-")[0] for path in STORIES} == set(locales.complete())

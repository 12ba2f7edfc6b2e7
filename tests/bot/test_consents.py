"""`sempre consents`: that somebody who has gone had agreed, by the address that they tell, and by nothing else."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot import keys
from bot.settings import Settings
from storage import people
from storage.database import open_database
from tests.command import here, sempre
from tests.storage.given import ADDRESS, AGREED, NOW, agree


def test_what_somebody_who_has_gone_had_agreed_to(tmp_path: Path) -> None:
    assert here(tmp_path, "staff", "add", "first@example.org", "--role", "reader").code == 0

    async def fill() -> None:
        current = Settings(data_dir=tmp_path / "var")
        database = open_database(current.database, keys.load(current).ring)
        async with database.write() as conn:
            await people.erase(conn, await agree(conn), NOW)
            await agree(conn, "another")
        await database.close()

    asyncio.run(fill())
    shown = sempre(tmp_path, "consents", "telegram", stdin=f"{ADDRESS}\n")
    assert (shown.code, shown.out.splitlines()[0]) == (0, f"2026-11-22 yes to help, by {AGREED.method}, in en")
    for nobody in ("another", "4815162343"):
        assert sempre(tmp_path, "consents", "telegram", stdin=nobody).code == 1
    misspelt = sempre(tmp_path, "consents", "telegramm", stdin=f"{ADDRESS}\n")
    assert (misspelt.code, misspelt.err) == (2, "sempre: CHANNEL is one of telegram, web, desk, console.\n")
    empty = sempre(tmp_path, "consents", "telegram", stdin="")
    assert (empty.code, "standard input" in empty.err) == (1, True)

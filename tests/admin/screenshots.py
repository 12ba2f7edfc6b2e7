"""`make screenshots`: the two pictures of the README, with generated people, into docs/screenshots.

With a folder (and a language) every page in every look, to look at: `python -m tests.admin.screenshots FOLDER de`.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.async_api import Browser

from storage import staff
from storage.database import open_database, upgrade
from storage.sealed import Keyring
from tests.admin.busy import ANSWERED, busy
from tests.admin.given import Office, open_office
from tests.admin.looking import browser, window

PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2}
NARROW = {"viewport": {"width": 320, "height": 640}}
PAGES = {
    "list": "/admin/submissions",
    "one": f"/admin/submissions/{ANSWERED}",
    "idea": "/admin/submissions/M-5KJ-8TW",
    "translate": "/admin/translate",
    "help": "/admin/help",
    "account": "/admin/account",
    "form": f"/admin/submissions/{ANSWERED}?translate=1",
    "nothing": "/admin/submissions?topic=WRK",
    "missing": "/admin/submissions/N-222-222",
    "nasty": "/admin/submissions/N-2PQ-6VB",
}
LOOKS: dict[str, dict[str, Any]] = {
    "": {},
    "-dark": {"color_scheme": "dark"},
    "-phone": PHONE,
    "-phone-dark": {**PHONE, "color_scheme": "dark"},
    "-narrow": NARROW,
}
README = ("list", "one-phone")


async def _shoot(on: Browser, office: Office, token: str, folder: Path, only: tuple[str, ...] | None) -> None:
    for look, options in LOOKS.items():
        async with window(on, office, token, **options) as page:
            for name, path in PAGES.items():
                if only is not None and f"{name}{look}" not in only:
                    continue
                await page.goto(path)
                whole = f"{name}{look}" not in README
                await page.screenshot(path=folder / f"{name}{look}.png", full_page=whole)


async def main(folder: Path, language: str, only: tuple[str, ...] | None) -> None:
    with tempfile.TemporaryDirectory() as data:
        url = f"sqlite:///{data}/sempre.db"
        await asyncio.to_thread(upgrade, url)
        database = open_database(url, Keyring(bytes(range(32))))
        async with open_office(database) as office, browser() as on:
            kristina = await busy(office)
            async with database.write() as conn:
                await staff.set_language(conn, kristina, language)
            async with window(on, office) as page:
                if only is None:
                    await page.goto("/admin/sign-in")
                    await page.screenshot(path=folder / "sign-in.png")
            await _shoot(on, office, await office.token(kristina), folder, only)
        await database.close()


if __name__ == "__main__":
    given = [*sys.argv[1:], "en"]
    into, language, only = (
        (Path("docs/screenshots"), "en", README) if len(given) == 1 else (Path(given[0]), given[1], None)
    )
    into.mkdir(parents=True, exist_ok=True)
    asyncio.run(main(into, language, only))

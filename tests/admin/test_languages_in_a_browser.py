"""The panel in its further languages, in a real browser: everybody can use it, and nothing is wider than a phone."""

from __future__ import annotations

from pathlib import Path

from storage import staff
from storage.database import open_database
from storage.sealed import Keyring
from tests.admin.busy import ANSWERED, busy
from tests.admin.given import open_office
from tests.admin.looking import browser, fine, too_wide, window
from tests.admin.test_languages import WORDINGS

PAGES = ("/admin/submissions", f"/admin/submissions/{ANSWERED}", "/admin/desk", "/admin/account")


async def test_it_is_fine_in_lithuanian_and_fits_in_every_language(sqlite_file: Path, keyring: Keyring) -> None:
    database = open_database(f"sqlite:///{sqlite_file}", keyring)
    async with open_office(database) as office, browser() as on:
        kristina = await busy(office)
        async with window(on, office, locale="lt") as page:
            await page.goto("/admin/sign-in")
            assert await page.locator("html").get_attribute("lang") == "lt"
            await fine(page)
        async with window(on, office, await office.token(kristina), viewport={"width": 320, "height": 640}) as page:
            for language in WORDINGS:
                async with database.write() as conn:
                    await staff.set_language(conn, kristina, language)
                for path in PAGES:
                    await page.goto(path)
                    assert await page.locator("html").get_attribute("lang") == language
                    assert await too_wide(page) <= 0, (language, path)
                    if language == "lt" and path in PAGES[:2]:
                        await fine(page)
    await database.close()

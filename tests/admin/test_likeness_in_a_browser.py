"""What may be the same, in a real browser: it comes by itself, is joined by one tap, and everybody can use it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import expect

from locales import likeness
from storage.database import open_database
from storage.sealed import Keyring
from tests.admin.given import open_office
from tests.admin.looking import browser, fine, window
from tests.admin.test_likeness import ARAB, GERMAN, OTHER, PATH, several


@pytest.mark.parametrize("language", ["en", "de"])
async def test_it_comes_into_sight_and_one_tap_joins(sqlite_file: Path, keyring: Keyring, language: str) -> None:
    database = open_database(f"sqlite:///{sqlite_file}", keyring)
    async with open_office(database, meaning=likeness) as office, browser() as on:
        await several(office)
        kristina = await office.hire(language=language)
        async with window(on, office, await office.token(kristina)) as page:
            await page.goto(PATH)
            await page.locator("#links").scroll_into_view_if_needed()
            near = page.locator("#alike [data-reference]")
            await expect(near).to_have_count(2)
            assert [await one.get_attribute("data-reference") for one in await near.all()] == [GERMAN, ARAB]
            assert page.url.endswith(PATH)
            await fine(page)
            await page.locator(f"[data-reference='{ARAB}'] button").first.press("Enter")
            link = page.locator("[data-field=link]")
            await expect(link).to_have_attribute("data-reference", ARAB)
            await expect(page.locator("#done")).to_be_in_viewport()
            await page.locator("#links summary").click()
            await page.locator("#link-reference").fill("N-999-999")
            await page.locator("#link-reference").press("Enter")
            await expect(page.locator("#link-reference")).to_be_focused()
            await fine(page)
            await page.locator("#link-reference").fill(OTHER)
            await page.locator("#link-sort").select_option("duplicate")
            await page.locator("#link-reference").press("Enter")
            await expect(link).to_have_count(2)
            await link.first.get_by_role("button").click()
            await expect(link).to_have_count(1)
        async with window(on, office, await office.token(kristina), java_script_enabled=False) as page:
            await page.goto(PATH)
            await page.locator("#alike a").click()
            await expect(page.locator("#alike [data-reference]")).to_have_count(1)  # the other one is joined
            await page.locator(f"[data-reference='{GERMAN}'] button").first.click()
            await expect(page.locator("[data-field=link]")).to_have_count(2)
        async with window(on, office, await office.token(kristina)) as page:
            await page.goto(f"{PATH}/alike")
            await fine(page)
    await database.close()

"""The second step set up and used in a real browser, without scripts, every page of it looked at with axe."""

from __future__ import annotations

import base64
import shutil
from datetime import timedelta
from pathlib import Path

from playwright.async_api import Page, expect

from storage import second_factor
from storage.database import open_database
from storage.sealed import Keyring
from tests.admin.given import PASSWORD, Office, open_office
from tests.admin.looking import browser, fine, window

HEAD = "head@example.org"


async def _sign_in(page: Page) -> None:
    await page.goto("/admin")
    await page.get_by_label("E-Mail-Adresse").fill(HEAD)
    await page.get_by_label("Passwort").fill(PASSWORD)
    await page.get_by_role("button", name="Anmelden").click()


async def test_set_up_and_used(sqlite_template: Path, tmp_path: Path, keyring: Keyring) -> None:
    file = tmp_path / "sempre.sqlite"
    shutil.copy(sqlite_template, file)
    database = open_database(f"sqlite:///{file}", keyring)
    async with open_office(database, second_factor="required") as office, browser() as on:
        await office.hire(HEAD, "data-protection-officer", language="de")
        async with window(on, office, locale="de") as page:
            await _sign_in(page)
            await expect(page.get_by_role("img", name="Ein Bild-Code")).to_be_visible()
            await fine(page)
            secret = base64.b32decode((await page.locator(".secret").inner_text()).replace(" ", ""))
            await page.get_by_label("Sechs Ziffern").fill(_shown(secret, office))
            await page.get_by_role("button", name="Einschalten").click()
            await expect(page.locator(".codes li")).to_have_count(10)
            await fine(page)
            await page.get_by_role("link", name="Ich habe sie aufbewahrt").click()
            await expect(page.get_by_role("heading", level=1)).to_have_text("Eingänge")
            for path in ("/admin/openings", "/admin/second-factor", "/admin/account"):
                await page.goto(path)
                await fine(page)
            await page.get_by_role("button", name="Abmelden").click()
            office.moment += timedelta(seconds=second_factor.STEP)
            await _sign_in(page)
            await page.get_by_label("Die sechs Ziffern").fill("123")
            await page.get_by_role("button", name="Anmelden").click()
            await expect(page.get_by_role("alert")).to_contain_text("passen nicht")
            await fine(page)
            await page.get_by_label("Die sechs Ziffern").fill(_shown(secret, office))
            await page.keyboard.press("Enter")
            await expect(page.get_by_role("heading", level=1)).to_have_text("Eingänge")
    await database.close()


def _shown(secret: bytes, office: Office) -> str:
    return second_factor._totp(secret).generate(int(office.now().timestamp())).decode()

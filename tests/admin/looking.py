"""A browser for the tests: Debian's Chromium, driven by Playwright."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from tests.admin.given import Office

AXE = (Path(__file__).parent.parent / "vendor" / "axe-4.14.1.min.js").read_text(encoding="utf-8")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NEED = "apt-get install -y --no-install-recommends chromium fonts-noto-core"


def chromium() -> str:
    """The path of the browser; says how to get one."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    assert found, f"There is no Chromium for the browser tests. Install it with:\n    {NEED}"
    return found


@asynccontextmanager
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        try:
            yield opened
        finally:
            await opened.close()


@asynccontextmanager
async def window(on: Browser, office: Office, token: str | None = None, **options: Any) -> AsyncIterator[Page]:
    """A page at the panel; with `token`, somebody is signed in. A fault in the console or a request elsewhere fails."""
    context = await on.new_context(base_url=office.url, **{"viewport": {"width": 1280, "height": 900}, **options})
    page = await context.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(office.url) else faults.append(request.url))
    try:
        if token:
            await sign(context, token)
        yield page
    finally:
        await context.close()
    # A refusal that a test is about is told by the browser too.
    expected = ("the server responded with a status of",)
    assert not [fault for fault in faults if not any(known in fault for known in expected)], faults


async def sign(context: BrowserContext, token: str) -> None:
    await context.add_cookies([
        {"name": "sempre_staff", "value": token, "domain": "127.0.0.1", "path": "/admin", "httpOnly": True}
    ])  # fmt: skip


async def violations(page: Page, rule: str | None = None) -> list[str]:
    """What axe finds, each as rule and place. Put in by `evaluate`: the page's own policy lets no other script in."""
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(AXE)
    chosen = {"type": "rule", "values": [rule]} if rule else {"type": "tag", "values": TAGS}
    found = await page.evaluate("chosen => axe.run(document, {runOnly: chosen, resultTypes: ['violations']})", chosen)
    return [
        f"{broken['id']}: {node['target']} {node['failureSummary']}"
        for broken in found["violations"]
        for node in broken["nodes"]
    ]


async def too_wide(page: Page) -> int:
    """By how many pixels one would have to scroll sideways."""
    wide: int = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wide


async def fine(page: Page) -> None:
    """No violation, and nothing wider than the window: on a computer in the light, on a phone in the dark."""
    for width, scheme in ((1280, "light"), (320, "dark")):
        await page.set_viewport_size({"width": width, "height": 800})
        await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        assert await violations(page) == [], (page.url, width)
        assert await too_wide(page) <= 0, page.url

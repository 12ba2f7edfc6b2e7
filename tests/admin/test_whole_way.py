"""The whole way: a real `sempre serve`, a person on Telegram, another at a terminal, staff in a browser."""

from __future__ import annotations

import asyncio
import re
import signal
import sys
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from bot.settings import Settings
from tests.admin.looking import browser
from tests.emulators.bot_api_people import Person
from tests.serving import Process, bot_api, environment, free_port, settings, tell_need, until

TELL = ("There is no bus to the doctor on Monday", "1", "1", "1", "1", "Liepa", "3", "1")
QUESTION = "Can you be at the stop on Monday at 9?"
ISOLATES = dict.fromkeys(range(0x2066, 0x206A))


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_two_people_tell_and_staff_answer_both(tmp_path: Path, kind: str, request: pytest.FixtureRequest) -> None:
    more = {} if kind == "sqlite" else {"database_url": request.getfixturevalue("postgres_url")}
    async with bot_api() as api, browser() as on:
        of = settings(tmp_path / "data", api, mode="polling", port=free_port(), **more)
        process = Process(of)
        await process.start()
        context = await on.new_context(base_url=f"http://127.0.0.1:{of.port}")
        page = await context.new_page()
        try:
            person = api.person()
            on_telegram, _ = await tell_need(person)
            at_terminal = await chat(of, *TELL)
            await sign_in(page, process.log)
            references = await page.locator("tbody tr").evaluate_all("rows => rows.map(row => row.dataset.reference)")
            assert on_telegram in references
            assert len(references) == 2
            [from_terminal] = set(references) - {on_telegram}
            assert from_terminal in at_terminal

            await answered_on_telegram(page, process, person, on_telegram)
            await write(page, from_terminal, "We found a ride.")
            await until(lambda: arrives(of, "We found a ride."), 15)
        finally:
            await context.close()
            await process.end(signal.SIGKILL)


async def sign_in(page: Page, log: str) -> None:
    """With the link that the first start printed; then everything that came in is there."""
    found = re.search(r"(/admin/sign-in\?link=\S+)", log)
    assert found is not None, log
    await page.goto(found[1])
    await page.get_by_role("button", name="Sign in").click()
    await page.get_by_role("link", name="Submissions").click()
    await expect(page.locator("tbody tr")).to_have_count(2)


async def answered_on_telegram(page: Page, process: Process, person: Person, reference: str) -> None:
    """Our question arrives once though the service is restarted at that moment; the answer appears by itself."""
    await write(page, reference, QUESTION)
    assert await process.end() == 0  # killed, it may send a second time what it had not yet noted as sent
    await process.start()
    await until(lambda: any(QUESTION in shown.text.translate(ISOLATES) for shown in person.messages), 20)
    await expect(page.locator("[data-message]")).to_have_attribute("data-state", "sent", timeout=15000)
    await person.says("Yes, I will be there.")
    await expect(page.locator("[data-message] .reply")).to_contain_text("Yes, I will be there.", timeout=15000)
    await page.get_by_label("New status").select_option("started")
    await page.get_by_role("button", name="Save the status").click()
    await expect(page.get_by_text("The status is saved.")).to_be_visible()
    await person.says("/requests")
    await until(lambda: reference in person.messages[-1].text.translate(ISOLATES), 10)
    assert "started" in person.messages[-1].text
    asked = [shown for shown in person.messages if QUESTION in shown.text.translate(ISOLATES)]
    assert len(asked) == 1


async def write(page: Page, reference: str, words: str) -> None:
    await page.goto(f"/admin/submissions/{reference}")
    await page.get_by_label("Your message", exact=True).fill(words)
    await page.get_by_role("button", name="Send").click()
    await expect(page.get_by_text("Your message is on its way.")).to_be_visible()


async def arrives(of: Settings, words: str) -> bool:
    """Whether it stands in the terminal the next time that its person looks."""
    return words in await chat(of)


async def chat(of: Settings, *said: str) -> str:
    """`sempre chat` beside the service: says these lines, and gives what stood in the terminal."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "chat", "--language", "en", "--as", "Aino", env=environment(of),
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, err = await process.communicate("".join(f"{line}\n" for line in said).encode())
    assert process.returncode == 0, err.decode()
    return out.decode().translate(ISOLATES)

"""What a person may ask for, from their phone and from their browser: a copy, a pause, a correction, an end."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import jsonschema
from sqlalchemy import select

from bot.service import Service, running
from storage import people
from storage.tables import files
from tests.browsing import Browser
from tests.browsing import tell_need as tell_in_browser
from tests.emulators.bot_api import BotApi
from tests.emulators.bot_api_people import Person, Shown
from tests.pictures import jpeg
from tests.serving import STORY, exported, settings, tell_need, traces, until
from tests.storage.test_canaries import opened
from tests.storage.test_own_data import SCHEMA

PROOF = re.compile(r"D-[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}")
ISOLATES = re.compile("[\u2066-\u2069]")


async def asks(person: Person, word: str, *presses: str) -> Shown:
    await person.says(word)
    shown = await person.hears()
    for payload in presses:
        found = next(one for one in shown.payloads if one.startswith(payload))
        person.presses_payload(found, shown)
        shown = await person.hears()
    return shown


async def kept_a_file(service: Service) -> bool:
    async with service.on.database.read() as conn:
        return await conn.scalar(select(files.c.id).where(files.c.content.is_not(None))) is not None


async def nothing_left(service: Service, *words: str) -> bool:
    """In any row of any table, sealed columns opened; the farewell goes as soon as it is settled."""
    async with service.on.database.read() as conn:
        return not [word for _, row in await opened(conn) for word in words if word in row]


def read(page: bytes) -> str:
    """The page as it is: complete in itself, without anything that runs or is loaded."""
    text = page.decode()
    assert re.search(r"<script|<link|<img|src=|https?:", text) is None
    return ISOLATES.sub("", text)


async def test_a_copy_a_pause_and_an_end_by_telegram(tmp_path: Path, api: BotApi) -> None:
    of = settings(tmp_path / "data", api)
    person = api.person(language_code="ar")
    async with running(of) as service:
        reference, _ = await tell_need(person, "ar")
        page = await asks(person, "بياناتي", "alone:yes")
        assert page.upload is not None
        machine, words = (await person.hears()).upload, await person.hears()
        assert machine is not None
        assert words.upload is None
        assert (page.upload.name, machine.name) == ("my-data.html", "my-data.json")
        text = read(page.upload.content)
        assert '<html lang="ar" dir="rtl">' in text
        assert [one for one in (STORY, "Liepa", reference) if one not in text] == []
        data = json.loads(machine.content)
        jsonschema.validate(data, SCHEMA, format_checker=jsonschema.FormatChecker())
        assert data["talks"][0]["address"].endswith(str(person.id))

        await asks(person, "موافقاتي", "purpose:pause")
        assert await exported(of) == []
        await asks(person, "موافقاتي", "purpose:lift")
        assert [row["reference"] for row in await exported(of)] == [reference]
        await asks(person, "موافقاتي", "purpose:stop_help", "stop:yes")
        (row,) = await exported(of)
        assert (row["status"], row["answers"], row["place"]) == ("withdrawn", {}, None)

        farewell = await asks(person, "احذف", "erase:yes")
        proof = PROOF.search(ISOLATES.sub("", farewell.text))
        assert proof is not None
        assert await exported(of) == []
        async with service.on.database.read() as conn:
            assert await people.proved(conn, proof[0]) is not None
        await until(lambda: not person.spinning)
        await until(lambda: nothing_left(service, STORY, "Liepa", reference, str(person.id)))
    assert traces(tmp_path / "data", [STORY, "Liepa", reference, str(person.id)]) == []


async def test_a_copy_in_the_browser_once_each_and_for_nobody_else(tmp_path: Path, api: BotApi) -> None:
    of = settings(tmp_path / "data", api)
    async with running(of) as service, Browser(service.port) as browser, Browser(service.port) as stranger:
        async with browser.page() as page:
            await tell_in_browser(page)
            _, sent = await browser.upload(jpeg())
            await page.sends_file(sent["file"])
            await page.hears()
            await until(lambda: kept_a_file(service))
            await page.says("my data")
            await page.hears()
            offered = (await page.chooses("alone:yes"))["data"]
        status, shown = await browser.get(offered)
        assert (status, shown.count("<form")) == (200, 3)
        await stranger.get("/chat")
        assert (await stranger.get(offered))[1].count("<form") == 0
        assert (
            await stranger.session.post(f"{stranger.url}{offered}/html", headers={"Origin": stranger.url})
        ).status == 410
        assert (
            await browser.session.post(f"{browser.url}{offered}/html", headers={"Origin": "http://x"})
        ).status == 403

        async def get(form: str) -> tuple[int, bytes, str]:
            post = browser.session.post(f"{browser.url}{offered}/{form}", headers={"Origin": browser.url})
            async with post as answer:
                return answer.status, await answer.read(), answer.headers.get("Content-Disposition", "")

        status, content, disposition = await get("html")
        assert (status, disposition) == (200, 'attachment; filename="my-data.html"')
        assert STORY in read(content)
        assert (await get("html"))[0] == 410
        status, content, _ = await get("zip")
        packed = zipfile.ZipFile(io.BytesIO(content))
        assert set(packed.namelist()) == {"my-data.html", "my-data.json", "file-001.jpg"}
        data = json.loads(packed.read("my-data.json"))
        jsonschema.validate(data, SCHEMA, format_checker=jsonschema.FormatChecker())
        assert data["talks"][0]["address"] is None
        assert (await get("json"))[0] == 200
        assert (await browser.get(offered))[1].count("<form") == 0

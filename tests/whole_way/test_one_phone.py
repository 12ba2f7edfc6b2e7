"""Samir and his wife: one phone, two needs, one of them asks for deletion, staff answer the other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.service import Service, running
from storage import casework, inbox, phones, reading, staff, talk
from tests.browsing import Browser, Page
from tests.emulators.bot_api import BotApi
from tests.emulators.bot_api_people import Person, Shown
from tests.serving import NEED, REFERENCE, answer, asked, exported, figure, settings, until

HIS = {**NEED, "story": "His canary: the bus stopped and he cannot get to town."}
HERS = {**NEED, "topic": "topic:HEA", "detail": "detail:HEA.doctor", "story": "Her canary: no doctor takes new people."}
LINK = re.compile(r"http://\S+(/chat/link/[\w-]+)\?language=en")


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest) -> Mapping[str, Any]:
    if request.param == "sqlite":
        return {}
    return {"database_url": request.getfixturevalue("postgres_url"), "data_key": "11" * 32}


async def tell(person: Person, shown: Shown, words: Mapping[str, str]) -> str:
    """From what is shown to the reference."""
    while not (found := REFERENCE.search(bare(shown.text))):
        await answer(person, shown, "en", words)
        shown = await person.hears()
    return found[0]


def bare(text: str) -> str:
    return re.sub("[\u2066-\u2069]", "", text)


async def presses(person: Person, payload: str) -> Shown:
    shown = next(one for one in reversed(person.messages) if any(p.startswith(payload) for p in one.payloads))
    person.presses_payload(next(p for p in shown.payloads if p.startswith(payload)), shown)
    return await person.hears()


async def someone_else(person: Person, payload: str) -> Shown:
    await person.says("someone else")
    assert "Who is writing now?" in (await person.hears()).text
    return await presses(person, payload)


async def staff_write(service: Service, reference: str, text: str) -> None:
    async with service.on.database.write() as conn:
        ada = await staff.by_email(conn, "ada@example.org")
        number = ada.id if ada else await staff.add(conn, "ada@example.org", "caseworker", service.on.now())
        await casework.write_message(conn, reference, text, "en", text, number, service.on.now())


async def lines(service: Service, address: str) -> str:
    """All that this person and we wrote, as one text."""
    async with service.on.database.read() as conn:
        found = await talk.after(conn, inbox.lane("telegram", address), 0)
    said = [paragraph for line in found if line.say for paragraph in line.say.paragraphs]
    return "\n".join([*said, *(line.heard.text or "" for line in found if line.heard)])


async def test_two_people_behind_one_phone(tmp_path: Path, api: BotApi, where: Mapping[str, Any]) -> None:
    of = settings(tmp_path / "data", api, mode="webhook", **where)
    person = api.person(language_code="en")
    first = f"{api.token.partition(':')[0]}:{person.id}"
    hers = phones.address_of(first, 2)
    async with running(of) as service:
        await person.says("/start")
        his_number = await tell(person, await person.hears(), HIS)
        her_number = await tell(person, await someone_else(person, "speaker:new"), HERS)
        assert "His canary" in await lines(service, first)
        assert "Her canary" in await lines(service, hers)
        assert "Her canary" not in await lines(service, first)
        assert "His canary" not in await lines(service, hers)

        for number in (his_number, her_number):
            assert await _shared(service, number)

        # Staff write to him while she holds the phone; he answers by the app's own means.
        await staff_write(service, his_number, "When can we call you, canary?")
        shown = await person.hears()
        assert bare(shown.text).startswith("For person 1 on this phone:")
        assert "When can we call you, canary?" in shown.text
        assert [bare(label) for label in shown.labels] == ["I am person 1"]
        await until(lambda: _settled(service))
        await person.replies(shown.id, "His canary answer: on Monday.")
        assert "I have passed on your words" in (await person.hears()).text
        assert "His canary answer" in await lines(service, first)

        # She goes. He, and what he sent, stay.
        await someone_else(person, "speaker:p2")
        await person.says("delete")
        await person.hears()
        assert "We deleted your data" in (await presses(person, "erase:yes")).text
        assert "Getting around" not in (await presses(person, "speaker:p1")).text
        await until(lambda: _gone(service, hers))
        rows = {row["reference"] for row in await exported(of)}
        assert rows == {his_number}
        assert her_number not in await lines(service, first)
        await staff_write(service, his_number, "We found a ride, canary.")
        assert "We found a ride, canary." in (await person.hears()).text
        await person.says("Thank you so much for this canary")
        assert "I have passed on your words" in (await person.hears()).text


async def _shared(service: Service, reference: str) -> bool:
    """What the panel warns staff of."""
    async with service.on.database.read() as conn:
        found = await reading.submission(conn, reference)
    assert found is not None
    return found.shared


async def _settled(service: Service) -> bool:
    return await figure(service.port, "sempre_outbox_waiting") == 0


async def _gone(service: Service, address: str) -> bool:
    return await lines(service, address) == ""


async def test_what_is_sensitive_goes_on_on_a_web_page(tmp_path: Path, api: BotApi, where: Mapping[str, Any]) -> None:
    of = settings(tmp_path / "data", api, mode="polling", **where)
    person = api.person(language_code="en")
    async with running(of) as service, Browser(service.port) as browser:
        await person.says("/start")
        while asked(shown := await person.hears()) != "detail":
            await answer(person, shown, "en", HERS)
        shown = await presses(person, "detail:HEA.doctor")
        linked = LINK.search((await presses(person, "!page")).text)
        assert linked is not None
        path = linked[1]

        # Whoever only looks, as an app that shows a preview, spends nothing.
        for _ in range(2):
            status, page = await browser.get(path)
            assert status == 200
            assert 'method="post"' in page
            assert "doctor" not in page
        assert (await browser.post(path, origin="http://evil.example.org", allow_redirects=False))[0] == 403
        async with browser.session.post(
            browser.url + path, headers={"Origin": browser.url}, allow_redirects=False
        ) as opened:
            assert (opened.status, opened.headers["Location"]) == (303, "/chat")
        assert "We go on there." in (await person.hears()).text
        async with browser.page() as there:
            reference = await _tell_there(there)
        for status, text in [await browser.get(path), await _spend(browser, path)]:
            assert status == 410
            assert "This link does not work any more." in text
        (row,) = await exported(of)
        assert (row["reference"], row["channel"], row["detail"]) == (reference, "web", "HEA.doctor")
        assert row["answers"]["story"] == HERS["story"]

        # Staff answer on the page. The app says only that they did, and opens the same talk, also in another browser.
        await staff_write(service, reference, "Doctor canary, on Tuesday?")
        told = await person.hears()
        assert "There is a message for you on the web page." in told.text
        assert "canary" not in told.text
        again = LINK.search((await presses(person, "!page")).text)
        assert again is not None
        async with Browser(service.port) as tablet:
            await _spend(tablet, again[1])
            async with tablet.page() as there:
                frame = await there.hears()
                while "Doctor canary, on Tuesday?" not in frame["text"]:
                    frame = await there.hears()
                assert frame["from"] == "staff"

        assert not await _shared(service, reference)

        # One person: what they delete in the app is gone on the page as well.
        await person.says("delete")
        await person.hears()
        await presses(person, "erase:yes")
        assert await exported(of) == []


async def _spend(browser: Browser, path: str) -> tuple[int, str]:
    status, page = await browser.post(path)
    return status, page["text"]


async def _tell_there(there: Page) -> str:
    shown = await there.hears()
    assert "We go on here." in shown["text"]
    assert shown["question"] == "story"
    await there.says(HERS["story"])
    assert (await there.hears())["question"] == "place"
    await there.says(HERS["place"])
    await there.hears()
    await there.chooses("urgency:week")
    found = REFERENCE.search(bare((await there.chooses("check:send"))["text"]))
    assert found is not None
    return found[0]

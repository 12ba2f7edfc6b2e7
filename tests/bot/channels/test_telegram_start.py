"""How messages come in: by polling, with an offset that moves only after the commit, and by webhook."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Any

import pytest
from aiohttp import web

from bot.channels import telegram
from bot.channels.base import Inbound, SendError
from bot.channels.telegram import WEBHOOK_PATH, Telegram
from dialogs.terms import Sort
from storage.database import Unavailable
from tests.emulators.bot_api import Answer, BotApi


class Inbox:
    """A receiver that commits to a list; `away` is how often it cannot."""

    def __init__(self, away: int = 0) -> None:
        self.stored: list[Inbound] = []
        self.away = away
        self.changed = asyncio.Event()

    async def arrived(self, inbounds: Sequence[Inbound]) -> None:
        await asyncio.sleep(0)
        if self.away:
            self.away -= 1
            raise Unavailable("locked")
        self.stored += inbounds
        self.changed.set()

    @property
    def texts(self) -> list[str | None]:
        return [one.heard.text for one in self.stored]

    async def holds(self, count: int) -> list[str | None]:
        async with asyncio.timeout(10):
            while len(self.stored) < count:
                self.changed.clear()
                await self.changed.wait()
        return self.texts


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telegram, "LONGEST_PAUSE", 0.05)


async def test_polling(api: BotApi, channel: Telegram) -> None:
    person, inbox = api.person(5, "ar"), Inbox()
    await person.says("before the start")
    await channel.start(inbox.arrived)
    await inbox.holds(1)
    await person.says("after it")
    assert await inbox.holds(2) == ["before the start", "after it"]
    assert inbox.stored[0].heard.device_language == "ar"
    await until(lambda: not api.updates.pending)
    first = api.calls("getUpdates")[0].parameters
    assert (first["timeout"], first["allowed_updates"]) == (
        1,
        ["message", "edited_message", "callback_query", "my_chat_member"],
    )
    assert "offset" not in first
    assert api.calls("deleteWebhook")[0].parameters == {"drop_pending_updates": False}


async def test_its_own_name_is_asked_for_once(api: BotApi, channel: Telegram) -> None:
    group, inbox = api.group(-100), Inbox()
    await channel.start(inbox.arrived)
    await until(lambda: api.calls("getUpdates"))
    assert await channel.link() == await channel.link() == f"https://t.me/{api.me['username']}"
    assert len(api.calls("getMe")) == 1
    await group.says("@weatherbot hi")
    await group.says(f"@{api.me['username']} hi")
    await inbox.holds(1)
    assert [one.heard.sort for one in inbox.stored] == [Sort.GROUP]


async def test_without_its_own_name_messages_come_in_all_the_same(api: BotApi, channel: Telegram) -> None:
    inbox = Inbox()
    api.order("500", "getMe", share=1)
    await channel.start(inbox.arrived)
    await api.person(5).says("here")
    assert await inbox.holds(1) == ["here"]


async def test_the_offset_moves_only_after_the_commit(api: BotApi, channel: Telegram) -> None:
    person, inbox = api.person(5), Inbox()
    committing = asyncio.Event()

    async def arrived(inbounds: Sequence[Inbound]) -> None:
        await committing.wait()
        await inbox.arrived(inbounds)

    await person.says("kept")
    await channel.start(arrived)
    await until(lambda: api.calls("getUpdates"))
    await asyncio.sleep(0.1)
    assert len(api.calls("getUpdates")) == 1
    assert len(api.updates.pending) == 1
    committing.set()
    await until(lambda: not api.updates.pending)
    assert inbox.texts == ["kept"]


async def test_a_database_that_is_away_loses_nothing(api: BotApi, channel: Telegram) -> None:
    person, inbox = api.person(5), Inbox(away=3)
    await person.says("one")
    await person.says("two")
    await channel.start(inbox.arrived)
    assert await inbox.holds(2) == ["one", "two"]
    assert len(api.calls("getUpdates")) <= 2


async def test_a_stop_in_the_middle_of_a_commit_lets_it_end(api: BotApi, channel: Telegram) -> None:
    person, inbox = api.person(5), Inbox()
    begun = asyncio.Event()

    async def arrived(inbounds: Sequence[Inbound]) -> None:
        begun.set()
        await asyncio.sleep(0.1)
        await inbox.arrived(inbounds)

    await person.says("kept")
    await channel.start(arrived)
    await begun.wait()
    await channel.stop()
    assert inbox.texts == ["kept"]
    assert len(api.updates.pending) == 1  # comes again, and is known by its key


async def test_a_restarted_numbering_of_updates_is_no_trouble(api: BotApi, channel: Telegram) -> None:
    person, inbox = api.person(5), Inbox()
    await person.says("one")
    await channel.start(inbox.arrived)
    await inbox.holds(1)
    await until(lambda: len(api.calls("getUpdates")) >= 3)  # one empty answer came after it
    api.updates.next_id = 1000
    await person.says("two")
    assert await inbox.holds(2) == ["one", "two"]
    await until(lambda: not api.updates.pending)


async def test_odd_updates_hold_up_nobody(api: BotApi, channel: Telegram) -> None:
    person, inbox = api.person(5), Inbox()
    odd: list[dict[str, Any]] = [
        {"update_id": 500_000_002, "message": {"text": 5}},
        {"update_id": 500_000_003, "hologram": {"chat": {"id": 5, "type": "private"}}},
        {"update_id": 500_000_004},
    ]
    await person.says("one")
    for update in odd:
        api.updates.add_raw(5, "message", update)
    api.updates.next_id = 500_000_005
    await person.says("two")
    await channel.start(inbox.arrived)
    await inbox.holds(3)
    assert [(one.heard.sort, one.heard.text) for one in inbox.stored] == [
        (Sort.TEXT, "one"),
        (Sort.OTHER, None),
        (Sort.TEXT, "two"),
    ]
    await until(lambda: not api.updates.pending)


@pytest.mark.parametrize("answer", ["429", "500", "garbage", "odd", "drop", "400"])
async def test_polling_goes_on_after_errors(api: BotApi, channel: Telegram, answer: Answer) -> None:
    person, inbox = api.person(5), Inbox()
    api.order(answer, "deleteWebhook", retry_after=0)
    api.order(answer, "setMyCommands")
    api.order(answer, "getUpdates", times=2, retry_after=0)
    await person.says("kept")
    channel._commands = {"en": [("start", "Begin")]}
    await channel.start(inbox.arrived)
    assert await inbox.holds(1) == ["kept"]
    assert channel.trouble is None


async def test_updates_without_a_number_make_no_haste(api: BotApi, channel: Telegram) -> None:
    api.updates.add_raw(5, "message", {"update_id": "x"})
    await channel.start(Inbox().arrived)
    await until(lambda: channel.trouble == "garbled")


async def test_a_webhook_that_somebody_set_is_taken_away(api: BotApi, channel: Telegram) -> None:
    person, inbox = api.person(5), Inbox()
    await channel.start(inbox.arrived)
    await until(lambda: api.calls("getUpdates"))
    other = Telegram(api.token, api_url=api.url, mode="webhook", public_url="http://127.0.0.1:9", secret="s")
    await other.start(inbox.arrived)
    await until(lambda: api.calls("setWebhook"))
    await person.says("kept")
    assert await inbox.holds(1) == ["kept"]
    await other.stop()


async def test_a_wrong_token_is_named_as_the_trouble(api: BotApi) -> None:
    channel = Telegram("7000001:another", api_url=api.url)
    await channel.start(Inbox().arrived)
    await until(lambda: channel.trouble == "token")
    await channel.stop()


COMMANDS = {"en": [("start", "Begin"), ("help", "Help")], "ar": [("start", "ابدأ"), ("help", "مساعدة")]}


async def test_commands_are_offered_in_every_language(api: BotApi) -> None:
    channel = Telegram(api.token, api_url=api.url, commands=COMMANDS)
    await channel.start(Inbox().arrived)
    await until(lambda: len(api.commands) == 3)
    assert list(api.commands) == ["", "en", "ar"]
    assert api.commands[""] == api.commands["en"]
    assert api.commands["ar"][1] == {"command": "help", "description": "مساعدة"}
    await channel.stop()


# -- webhook --------------------------------------------------------------------------------------


class Door:
    """The HTTP door as `bot.web` has it: read, store, then 200. `refusals` are answered first."""

    def __init__(self, channel: Telegram, inbox: Inbox, refusals: list[int]) -> None:
        self.channel, self.inbox, self.refusals = channel, inbox, refusals

    async def post(self, request: web.Request) -> web.Response:
        if not self.channel.admit(request.headers):
            return web.Response(status=403)
        if self.refusals:
            return web.Response(status=self.refusals.pop(), headers={"Retry-After": "0.05"})
        await self.inbox.arrived(await self.channel.read(await request.read()))
        return web.Response()


@pytest.fixture
async def port() -> AsyncIterator[Callable[[Door], Any]]:
    runners: list[web.AppRunner] = []

    async def opened(door: Door) -> int:
        app = web.Application()
        app.router.add_post(WEBHOOK_PATH, door.post)
        runners.append(web.AppRunner(app))
        await runners[-1].setup()
        await web.TCPSite(runners[-1], "127.0.0.1", 0).start()
        return int(runners[-1].addresses[0][1])

    yield opened
    for runner in runners:
        await runner.cleanup()


async def test_webhook(api: BotApi, port: Callable[[Door], Any]) -> None:
    inbox = Inbox()
    door = Door(Telegram(api.token, api_url=api.url), inbox, [503, 500])
    url = f"http://127.0.0.1:{await port(door)}"
    door.channel = Telegram(api.token, api_url=api.url, mode="webhook", public_url=f"{url}/", secret="s3cret-A_9")
    api.order("500", "setWebhook", times=2)
    person = api.person(5)
    await person.says("before the start")
    await door.channel.start(inbox.arrived)
    assert await inbox.holds(1) == ["before the start"]
    await person.says("after it")
    assert await inbox.holds(2) == ["before the start", "after it"]
    asked = api.calls("setWebhook")[-1]
    assert (asked.status, dict(asked.parameters)) == (
        200,
        {
            "url": f"{url}/channels/telegram",
            "secret_token": "s3cret-A_9",
            "allowed_updates": ["message", "edited_message", "callback_query", "my_chat_member"],
            "max_connections": 40,
            "drop_pending_updates": False,
        },
    )
    await until(lambda: not api.updates.pending)
    await door.channel.stop()


@pytest.mark.parametrize(
    ("mode", "secret", "headers", "admitted"),
    [
        ("webhook", "s3cret", {"X-Telegram-Bot-Api-Secret-Token": "s3cret"}, True),
        ("webhook", "s3cret", {"x-telegram-bot-api-secret-token": "s3cret"}, True),
        ("webhook", "s3cret", {"X-Telegram-Bot-Api-Secret-Token": "other"}, False),
        ("webhook", "s3cret", {"X-Telegram-Bot-Api-Secret-Token": "š\udcff"}, False),
        ("webhook", "s3cret", {}, False),
        ("webhook", "", {"X-Telegram-Bot-Api-Secret-Token": ""}, False),
        ("polling", "s3cret", {"X-Telegram-Bot-Api-Secret-Token": "s3cret"}, False),
    ],
)
def test_admit(mode: Any, secret: str, headers: dict[str, str], admitted: bool) -> None:
    assert Telegram("1:x", mode=mode, public_url="https://x", secret=secret).admit(headers) is admitted


async def test_a_channel_can_be_started_again(api: BotApi, channel: Telegram) -> None:
    person, inbox = api.person(5), Inbox()
    await channel.start(inbox.arrived)
    await channel.stop()
    with pytest.raises(SendError):
        await channel._call(channel._delete_webhook())
    await channel.start(inbox.arrived)
    await person.says("kept")
    assert await inbox.holds(1) == ["kept"]

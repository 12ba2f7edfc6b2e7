"""The emulator refuses what the Bot API refuses, and keeps what it keeps. Asked in plain HTTP, as by any client."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from tests.emulators.bot_api import BotApi


class Client:
    def __init__(self, api: BotApi, session: aiohttp.ClientSession) -> None:
        self.api, self.session = api, session

    async def __call__(self, method: str, **parameters: Any) -> Any:
        async with self.session.post(f"{self.api.url}/bot{self.api.token}/{method}", json=parameters) as answer:
            body = await answer.json()
            assert body["ok"] == (answer.status == 200)
            return body["result"] if body["ok"] else (answer.status, body["description"])


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with BotApi(per_second=1000) as api:
        yield api


@pytest.fixture
async def call(api: BotApi) -> AsyncIterator[Client]:
    async with aiohttp.ClientSession() as session:
        yield Client(api, session)


def keyboard(payload: str, label: str = "Yes") -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": label, "callback_data": payload}]]}


REFUSED: list[tuple[str, dict[str, Any], int, str]] = [
    ("sendMessage", {"text": "x"}, 400, "chat_id"),
    ("sendMessage", {"chat_id": 5}, 400, "text"),
    ("sendMessage", {"chat_id": 5, "text": "x", "colour": "red"}, 400, "unknown parameter colour"),
    ("sendMessage", {"chat_id": 5, "text": " "}, 400, "text is empty"),
    ("sendMessage", {"chat_id": 5, "text": "😀" * 2049}, 400, "too long"),
    ("sendMessage", {"chat_id": 5, "text": "x", "reply_markup": keyboard("x" * 65)}, 400, "BUTTON_DATA_INVALID"),
    ("sendMessage", {"chat_id": 5, "text": "x", "reply_markup": keyboard("")}, 400, "BUTTON_DATA_INVALID"),
    ("sendMessage", {"chat_id": 5, "text": "x", "reply_markup": keyboard("x", " ")}, 400, "non-empty"),
    ("sendMessage", {"chat_id": 5, "text": "x", "reply_markup": {"inline_keyboard": [[{"text": "x"}]]}}, 400, "button"),
    ("sendMessage", {"chat_id": 5, "text": "x", "reply_markup": "{not json"}, 400, "can't parse"),
    ("sendMessage", {"chat_id": 5, "text": "x", "link_preview_options": {"off": True}}, 400, "unknown field off"),
    ("sendMessage", {"chat_id": 6, "text": "x"}, 400, "chat not found"),
    ("editMessageText", {"chat_id": 5, "message_id": 1, "text": "x"}, 400, "to edit not found"),
    ("answerCallbackQuery", {"callback_query_id": "1"}, 400, "query is too old"),
    ("getFile", {"file_id": "nothing"}, 400, "wrong file_id"),
    ("leaveChat", {"chat_id": 5}, 400, "private"),
    ("setMyCommands", {"commands": [{"command": "Über", "description": "x"}]}, 400, "BOT_COMMAND_INVALID"),
    ("setWebhook", {"url": "ftp://x"}, 400, "bad webhook"),
    ("flyToTheMoon", {}, 404, "method not found"),
]


@pytest.mark.parametrize(("method", "parameters", "status", "words"), REFUSED)
async def test_refuses(
    api: BotApi, call: Client, method: str, parameters: dict[str, Any], status: int, words: str
) -> None:
    api.person(5)
    answered = await call(method, **parameters)
    assert answered[0] == status
    assert words in answered[1]


async def test_refuses_another_token(api: BotApi) -> None:
    async with aiohttp.ClientSession() as session, session.get(f"{api.url}/bot1:x/getMe") as answer:
        assert answer.status == 401


async def test_takes_a_form_with_json_in_it(api: BotApi) -> None:
    person = api.person(5)
    form = {"chat_id": "5", "text": "x", "reply_markup": json.dumps(keyboard("y")), "protect_content": "true"}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{api.url}/bot{api.token}/sendmessage", data=form) as answer,
    ):
        assert answer.status == 200
    assert (await person.hears()).payloads == ("y",)


async def test_takes_an_uploaded_file(api: BotApi) -> None:
    person = api.person(5)
    form = aiohttp.FormData({"chat_id": "5", "caption": "a letter"})
    form.add_field("document", b"%PDF-", filename="letter.pdf")
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{api.url}/bot{api.token}/sendDocument", data=form) as answer,
    ):
        assert answer.status == 200
    shown = await person.hears()
    assert (shown.media, shown.text) == ("document", "a letter")


async def test_an_update_stays_until_an_offset_acknowledges_it(api: BotApi, call: Client) -> None:
    person = api.person(language_code="ar")
    await person.says("one")
    await person.says("two")
    first = await call("getUpdates", limit=1)
    assert await call("getUpdates", limit=1) == first
    rest = await call("getUpdates", offset=first[0]["update_id"] + 1)
    assert [update["message"]["text"] for update in rest] == ["two"]
    assert await call("getUpdates", offset=rest[0]["update_id"] + 1) == []
    assert await call("getUpdates") == []


async def test_a_long_poll_waits_for_the_next_update(api: BotApi, call: Client) -> None:
    polling = asyncio.create_task(call("getUpdates", timeout=5))
    await asyncio.sleep(0.05)
    await api.person().says("now")
    assert [update["message"]["text"] for update in await polling] == ["now"]


async def test_polling_conflicts_with_a_second_poll_and_with_a_webhook(call: Client) -> None:
    first = asyncio.create_task(call("getUpdates", timeout=5))
    await asyncio.sleep(0.05)
    assert await call("getUpdates") == []
    assert (await first)[0] == 409
    await call("setWebhook", url="http://127.0.0.1:1/")
    assert (await call("getUpdates"))[0] == 409
    await call("deleteWebhook")
    assert await call("getUpdates") == []


async def test_only_allowed_updates_are_kept(api: BotApi, call: Client) -> None:
    await call("getUpdates", allowed_updates=["message"])
    person = api.person()
    await person.blocks()
    await person.says("x")
    assert ["message" in update for update in await call("getUpdates")] == [True]


async def test_a_webhook_is_repeated_in_order_while_presses_overtake(api: BotApi, call: Client) -> None:
    seen: list[str] = []
    refusals = 3
    complete = asyncio.Event()

    async def hook(request: web.Request) -> web.Response:
        nonlocal refusals
        assert request.headers["X-Telegram-Bot-Api-Secret-Token"] == "s3cret"
        update = await request.json()
        kind = "press" if "callback_query" in update else update["message"]["text"]
        if kind == "one" and refusals:
            refusals -= 1
            return web.Response(status=500)
        seen.append(kind)
        if len(seen) == 3:
            complete.set()
        return web.Response()

    app = web.Application()
    app.router.add_post("/hook", hook)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    person = api.person()
    await call("sendMessage", chat_id=person.id, text="?", reply_markup=keyboard("yes"))
    await call("setWebhook", url=f"http://127.0.0.1:{runner.addresses[0][1]}/hook", secret_token="s3cret")
    await person.says("one")
    await person.says("two")
    await person.presses("Yes")
    await asyncio.wait_for(complete.wait(), 5)
    assert seen == ["press", "one", "two"]
    await runner.cleanup()
    await asyncio.sleep(0.05)
    info = await call("getWebhookInfo")
    assert (info["pending_update_count"], info["last_error_message"]) == (
        0,
        "Wrong response from the webhook: 500 Internal Server Error",
    )
    await runner.cleanup()


async def test_a_short_burst_to_one_chat_passes_then_one_a_second(call: Client) -> None:
    async with BotApi(chat_burst=3) as api:
        call.api = api
        api.person(5)
        answers = [await call("sendMessage", chat_id=5, text=str(number)) for number in range(4)]
    assert [isinstance(answer, dict) for answer in answers] == [True, True, True, False]
    assert answers[3] == (429, "Too Many Requests: retry after 1")


async def test_the_account_has_a_rate_too(call: Client) -> None:
    async with BotApi(per_second=2) as api:
        call.api = api
        for chat in (5, 6, 7):
            api.person(chat)
        answers = [await call("sendMessage", chat_id=chat, text="x") for chat in (5, 6, 7)]
    assert [isinstance(answer, dict) for answer in answers] == [True, True, False]


async def test_edits(api: BotApi, call: Client) -> None:
    person = api.person()
    sent = await call("sendMessage", chat_id=person.id, text="a", reply_markup=keyboard("y"))
    same = await call(
        "editMessageText", chat_id=person.id, message_id=sent["message_id"], text="a", reply_markup=keyboard("y")
    )
    assert same[0] == 400
    assert "not modified" in same[1]
    await call("editMessageReplyMarkup", chat_id=person.id, message_id=sent["message_id"], reply_markup=keyboard("z"))
    assert [(shown.text, shown.payloads, shown.edited) for shown in person.messages] == [("a", ("z",), True)]
    own = await person.says("mine")
    assert "can't be edited" in (await call("editMessageText", chat_id=person.id, message_id=own, text="b"))[1]


async def test_a_press_spins_until_it_is_answered_once(api: BotApi, call: Client) -> None:
    person = api.person()
    await call("sendMessage", chat_id=person.id, text="a", reply_markup=keyboard("y"))
    query = await person.presses("y")
    assert person.spinning == [query]
    assert await call("answerCallbackQuery", callback_query_id=query, text="") is True
    assert person.spinning == []
    assert (await call("answerCallbackQuery", callback_query_id=query))[0] == 400
    with pytest.raises(AssertionError, match="no button 'No'"):
        await person.presses("No")


async def test_files(api: BotApi, call: Client) -> None:
    person = api.person()
    await person.sends_voice(b"my voice")
    await person.sends_document(size=21 * 1024 * 1024)
    voice, document = (update["message"] for update in await call("getUpdates"))
    path = (await call("getFile", file_id=voice["voice"]["file_id"]))["file_path"]
    async with call.session.get(f"{api.url}/file/bot{api.token}/{path}") as answer:
        assert await answer.read() == b"my voice"
    async with call.session.get(f"{api.url}/file/bot{api.token}/other") as answer:
        assert answer.status == 404
    assert await call("getFile", file_id=document["document"]["file_id"]) == (400, "Bad Request: file is too big")


async def test_who_blocked_us_or_went_away(api: BotApi, call: Client) -> None:
    person, group = api.person(), api.group()
    await person.blocks()
    assert (await call("sendMessage", chat_id=person.id, text="x"))[0] == 403
    await person.unblocks()
    assert (await call("sendMessage", chat_id=person.id, text="x"))["text"] == "x"
    await person.deletes_account()
    assert "deactivated" in (await call("sendChatAction", chat_id=person.id, action="typing"))[1]
    await group.adds_bot()
    assert await call("leaveChat", chat_id=group.id) is True
    assert (await call("sendMessage", chat_id=group.id, text="x"))[0] == 403
    await group.removes_bot()
    await group.becomes(-200)
    async with call.session.post(
        f"{api.url}/bot{api.token}/sendMessage", json={"chat_id": group.id, "text": "x"}
    ) as answer:
        assert (await answer.json())["parameters"] == {"migrate_to_chat_id": -200}


@pytest.mark.parametrize(("answer", "status"), [("429", 429), ("403", 403), ("400", 400), ("500", 500)])
async def test_ordered_answers(api: BotApi, call: Client, answer: Any, status: int) -> None:
    api.person(5)
    api.order(answer, times=2)
    got = [await call("sendMessage", chat_id=5, text="x") for _ in range(3)]
    assert [one[0] if isinstance(one, tuple) else 200 for one in got] == [status, status, 200]
    assert [asked.status for asked in api.calls("sendMessage")] == [status, status, 200]


async def test_a_share_of_requests_can_fail(api: BotApi, call: Client) -> None:
    api.order("500", "getMe", share=0.5)
    answers = [await call("getMe") for _ in range(40)]
    assert 8 < sum(isinstance(answer, tuple) for answer in answers) < 32
    api.no_more_orders()
    assert (await call("getMe"))["is_bot"] is True


async def test_accept_and_drop_does_it_and_cuts_the_line(api: BotApi, call: Client) -> None:
    person = api.person()
    api.order("drop")
    with pytest.raises(aiohttp.ClientError):
        await call("sendMessage", chat_id=person.id, text="x")
    assert (await person.hears()).text == "x"


async def test_hanging_ends_with_the_caller(api: BotApi, call: Client) -> None:
    api.order("hang", "getMe")
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(call("getMe"), 0.1)
    assert (await call("getMe"))["id"] == 7000001

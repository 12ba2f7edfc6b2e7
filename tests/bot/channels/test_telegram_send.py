"""Outbound → exact request → outcome, and every refusal → whose fault it is."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import socket
import traceback
from dataclasses import replace
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.channels.base import Document, Fault, Inbound, Outbound, SendError
from bot.channels.telegram import Telegram
from bot.channels.telegram_connection import refusal
from dialogs.terms import Button, File, Say
from tests.emulators.bot_api import Answer, BotApi

ROWS = ((Button("consent:yes~k3", "Yes, save them", 1),), (), (Button("!help", "Help"), Button("!person", "Person")))
KEYBOARD = {
    "inline_keyboard": [
        [{"text": "1. Yes, save them", "callback_data": "consent:yes~k3"}],
        [{"text": "Help", "callback_data": "!help"}, {"text": "Person", "callback_data": "!person"}],
    ]
}
NO_PREVIEW = {"is_disabled": True}


def address(api: BotApi, chat: int) -> str:
    return f"{api.me['id']}:{chat}"


def say(api: BotApi, *paragraphs: str, edits: str | None = None, rows: Any = (), chat: int = 5) -> Outbound:
    return Outbound(address(api, chat), "say", Say(paragraphs, rows), edits)


async def failing(channel: Telegram, outbound: Outbound) -> SendError:
    with pytest.raises(SendError) as caught:
        await channel.send(outbound)
    return caught.value


async def test_one_message_with_its_keyboard(api: BotApi, channel: Telegram) -> None:
    person = api.person(5)
    sent = await channel.send(say(api, "<b>Hello</b> & welcome_!", "May we save them?", rows=ROWS))
    assert [(asked.method, asked.parameters) for asked in api.requests] == [
        (
            "sendMessage",
            {
                "chat_id": 5,
                "text": "<b>Hello</b> & welcome_!\n\nMay we save them?",
                "link_preview_options": NO_PREVIEW,
                "reply_markup": KEYBOARD,
            },
        )
    ]
    shown = await person.hears()
    assert (str(shown.id), shown.payloads) == (sent, ("consent:yes~k3", "!help", "!person"))


async def test_without_buttons_there_is_no_keyboard(api: BotApi, channel: Telegram) -> None:
    api.person(5)
    await channel.send(say(api, "Thank you."))
    assert "reply_markup" not in api.requests[0].parameters


async def test_a_long_text_is_split_and_the_buttons_hang_on_the_last(api: BotApi, channel: Telegram) -> None:
    person = api.person(5)
    sent = await channel.send(say(api, "a" * 3000, "😀" * 1500, "c", rows=ROWS))
    assert [(len(shown.text), bool(shown.buttons)) for shown in person.messages] == [(3000, False), (1503, True)]
    assert sent == str(person.messages[-1].id)


async def test_a_toggle_edits_its_message(api: BotApi, channel: Telegram) -> None:
    person = api.person(5)
    first = await channel.send(say(api, "Which?", rows=((Button("have:+room~k3", "Room", 1),),)))
    assert await channel.send(say(api, "Which?", rows=((Button("have:-room~k3", "✓ Room", 1),),), edits=first)) == first
    assert [(shown.labels, shown.edited) for shown in person.messages] == [(("1. ✓ Room",), True)]
    assert api.requests[-1].parameters == {
        "chat_id": 5,
        "message_id": int(first or 0),
        "text": "Which?",
        "link_preview_options": NO_PREVIEW,
        "reply_markup": {"inline_keyboard": [[{"text": "1. ✓ Room", "callback_data": "have:-room~k3"}]]},
    }


async def test_an_edit_without_a_change_counts_as_sent(api: BotApi, channel: Telegram) -> None:
    api.person(5)
    first = await channel.send(say(api, "Which?"))
    assert await channel.send(say(api, "Which?", edits=first)) == first


async def test_what_cannot_be_edited_is_sent_anew(api: BotApi, channel: Telegram) -> None:
    person = api.person(5)
    own = await person.says("mine")
    for edits in ("1", str(own), "not a number"):
        assert await channel.send(say(api, f"instead of {edits}", edits=edits)) not in (None, edits)
    assert len(person.messages) == 3


async def test_an_edit_that_fails_is_no_new_message(api: BotApi, channel: Telegram) -> None:
    api.person(5)
    first = await channel.send(say(api, "a"))
    api.order("429", "editMessageText", retry_after=7)
    error = await failing(channel, say(api, "b", edits=first))
    assert (error.sort, error.retry_after, len(api.calls("sendMessage"))) == (Fault.AGAIN_AFTER, 7, 1)


async def test_leave(api: BotApi, channel: Telegram) -> None:
    group = api.group(-100)
    leave = Outbound(address(api, -100), "leave")
    assert await channel.send(leave) is None
    assert api.left == [group.id]
    assert await channel.send(leave) is None  # who is out is out
    api.order("500", "leaveChat")
    assert (await failing(channel, leave)).sort is Fault.AGAIN


@pytest.mark.parametrize(
    ("outbound", "reason"),
    [
        (Outbound("7000001:5", "say", Say(())), "empty"),
        (Outbound("7000001:5", "say", Say((" ", ""))), "empty"),
        (Outbound("7000001:5", "say"), "empty"),
        (Outbound("7000002:5", "say", Say(("x",))), "wrong_account"),
        (Outbound("5", "say", Say(("x",))), "wrong_account"),
        (Outbound("7000001:five", "say", Say(("x",))), "wrong_account"),
        (Outbound("7000001:5", "say", Say(("x",), ((Button("x" * 65, "x"),),))), "payload"),
        (Outbound("7000001:5", "say", Say(("x",), ((Button("x", " "),),))), "refused"),
    ],
)
async def test_our_own_faults(api: BotApi, channel: Telegram, outbound: Outbound, reason: str) -> None:
    api.person(5)
    error = await failing(channel, outbound)
    assert (error.sort, error.reason) == (Fault.OURS, reason)


REFUSALS: list[tuple[int, str, Fault, str]] = [
    (400, "Bad Request: chat not found", Fault.GONE, "unknown"),
    (400, "Bad Request: PEER_ID_INVALID", Fault.GONE, "unknown"),
    (400, "Bad Request: user not found", Fault.GONE, "unknown"),
    (400, "Bad Request: CHAT_WRITE_FORBIDDEN", Fault.GONE, "no_rights"),
    (400, "Bad Request: not enough rights to send text messages to the chat", Fault.GONE, "no_rights"),
    (400, "Bad Request: group chat was upgraded to a supergroup chat", Fault.GONE, "moved"),
    (400, "Bad Request: INPUT_USER_DEACTIVATED", Fault.GONE, "deactivated"),
    (403, "Forbidden: bot was blocked by the user", Fault.GONE, "blocked"),
    (403, "Forbidden: user is deactivated", Fault.GONE, "deactivated"),
    (403, "Forbidden: bot was kicked from the supergroup chat", Fault.GONE, "kicked"),
    (403, "Forbidden: bot is not a member of the channel chat", Fault.GONE, "kicked"),
    (403, "Forbidden: bot can't initiate conversation with a user", Fault.GONE, "never_started"),
    (403, "Forbidden: bot can't send messages to bots", Fault.GONE, "forbidden"),
    (400, "Bad Request: message is too long", Fault.OURS, "too_long"),
    (400, "Bad Request: BUTTON_DATA_INVALID", Fault.OURS, "payload"),
    (400, "Bad Request: message text is empty", Fault.OURS, "empty"),
    (400, "Bad Request: something new", Fault.OURS, "refused"),
    (401, "Unauthorized", Fault.OURS, "token"),
    (404, "Not Found", Fault.OURS, "token"),
    (409, "Conflict: terminated by other getUpdates request", Fault.OURS, "conflict"),
    (413, "Request Entity Too Large", Fault.OURS, "too_large"),
    (302, "", Fault.OURS, "refused"),
    (418, "I'm a teapot", Fault.OURS, "refused"),
    (429, "Too Many Requests", Fault.AGAIN_AFTER, "flood"),
    (500, "Internal Server Error", Fault.AGAIN, "server"),
    (502, "Bad Gateway", Fault.AGAIN, "server"),
    (504, "", Fault.AGAIN, "server"),
]


@pytest.mark.parametrize(("status", "said", "fault", "reason"), REFUSALS)
def test_refusal(status: int, said: str, fault: Fault, reason: str) -> None:
    error = refusal(status, json.dumps({"ok": False, "error_code": status, "description": said}).encode())
    assert (error.sort, error.reason) == (fault, reason)


@pytest.mark.parametrize(
    ("body", "seconds"),
    [
        ('{"parameters": {"retry_after": 35}}', 35.0),
        ('{"parameters": {"retry_after": 0}}', 1.0),
        ('{"parameters": {"retry_after": "soon"}}', 1.0),
        ('{"parameters": {"retry_after": NaN}}', 1.0),
        ('{"parameters": {"retry_after": 1e99}}', 86_400.0),
        ('{"parameters": []}', 1.0),
        ("<html>", 1.0),
        ("[" * 50_000, 1.0),
    ],
)
def test_how_long_to_wait(body: str, seconds: float) -> None:
    assert refusal(429, body.encode()).retry_after == seconds


ORDERED: list[tuple[Answer, Fault, str]] = [
    ("429", Fault.AGAIN_AFTER, "flood"),
    ("403", Fault.GONE, "blocked"),
    ("400", Fault.OURS, "refused"),
    ("500", Fault.AGAIN, "server"),
    ("hang", Fault.AGAIN, "timeout"),
    ("drop", Fault.AGAIN, "network"),
    ("garbage", Fault.AGAIN, "garbled"),
    ("odd", Fault.AGAIN, "garbled"),
]


@pytest.mark.parametrize(("answer", "fault", "reason"), ORDERED)
async def test_faults_of_a_real_server(api: BotApi, answer: Answer, fault: Fault, reason: str) -> None:
    channel = Telegram(api.token, api_url=api.url, total_seconds=0.3)
    api.person(5)
    api.order(answer)
    error = await failing(channel, say(api, "x"))
    assert (error.sort, error.reason) == (fault, reason)
    assert await channel.send(say(api, "x"))
    await channel.stop()


async def test_people_and_groups_that_went_away(api: BotApi, channel: Telegram) -> None:
    blocked, deleted, group = api.person(5), api.person(6), api.group(-100)
    await blocked.blocks()
    await deleted.deletes_account()
    await group.becomes(-200)
    errors = [await failing(channel, say(api, "x", chat=chat)) for chat in (5, 6, -100, 7)]
    assert [(error.sort, error.reason) for error in errors] == [
        (Fault.GONE, "blocked"),
        (Fault.GONE, "deactivated"),
        (Fault.GONE, "moved"),
        (Fault.GONE, "unknown"),
    ]


async def test_a_burst_is_answered_with_how_long_to_wait(channel: Telegram) -> None:
    async with BotApi(chat_burst=2) as api:
        channel = Telegram(api.token, api_url=api.url)
        api.person(5)
        await asyncio.gather(*(channel.send(say(api, "x")) for _ in range(2)))
        error = await failing(channel, say(api, "x"))
        assert (error.sort, error.retry_after) == (Fault.AGAIN_AFTER, 1)
        await channel.stop()


async def test_nobody_there() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound, but nobody listens
        channel = Telegram("7000001:x", api_url=f"http://127.0.0.1:{taken.getsockname()[1]}")
        error = await failing(channel, Outbound("7000001:5", "say", Say(("x",))))
        await channel.stop()
    assert (error.sort, error.reason) == (Fault.AGAIN, "network")


async def test_after_the_end_messages_wait_for_the_next_start(api: BotApi, channel: Telegram) -> None:
    api.person(5)
    await channel.stop()
    error = await failing(channel, say(api, "x"))
    assert (error.sort, error.reason) == (Fault.AGAIN, "closed")


# -- presses and files ----------------------------------------------------------------------------


async def test_a_press_is_acknowledged_once_and_a_second_time_is_no_error(api: BotApi, channel: Telegram) -> None:
    person = api.person(5)
    await channel.send(say(api, "x", rows=ROWS))
    query = await person.presses("Help")
    (pressed,) = await channel.read(json.dumps(api.updates.pending[-1][1]).encode())
    assert pressed.acknowledge == query
    await channel.acknowledge(pressed)
    assert person.spinning == []
    await channel.acknowledge(pressed)
    await channel.acknowledge(Inbound(pressed.key, pressed.address, 1, pressed.heard))
    assert [asked.status for asked in api.calls("answerCallbackQuery")] == [200, 400]


async def test_fetch(api: BotApi, channel: Telegram) -> None:
    await api.person(5).sends_voice(b"my voice")
    (inbound,) = await channel.read(json.dumps(api.updates.pending[-1][1]).encode())
    assert await channel.fetch(inbound.heard.files[0]) == b"my voice"


async def test_a_file_that_is_too_large(api: BotApi, channel: Telegram) -> None:
    await api.person(5).sends_document(size=21 * 1024 * 1024)
    ref = api.updates.pending[-1][1]["message"]["document"]["file_id"]
    for file in (File(ref, "document"), File(ref, "document", size=21 * 1024 * 1024)):
        with pytest.raises(SendError) as caught:
            await channel.fetch(file)
        assert (caught.value.sort, caught.value.reason) == (Fault.OURS, "too_large")
    assert len(api.calls("getFile")) == 1


async def test_a_file_that_is_larger_than_it_said(api: BotApi, channel: Telegram) -> None:
    ref = api.keep_file("document", b"x" * (20 * 1024 * 1024 + 1), 5)
    with pytest.raises(SendError, match="too_large"):
        await channel.fetch(File(ref, "document"))


async def test_a_file_that_went_away_in_between(api: BotApi, channel: Telegram) -> None:
    for path in ("../outside", ""):
        ref = api.keep_file("document", b"x", None)
        api.files[ref] = (path, b"x", 1)
        with pytest.raises(SendError, match="file_gone"):
            await channel.fetch(File(ref, "document"))


async def test_check(api: BotApi) -> None:
    await Telegram(api.token, api_url=api.url).check()
    with pytest.raises(SendError, match="token"):
        await Telegram("7000001:another", api_url=api.url).check()


# -- what nobody may read -------------------------------------------------------------------------


async def test_the_token_and_the_words_reach_no_log_and_no_error(api: BotApi) -> None:
    records = io.StringIO()
    handler = logging.StreamHandler(records)
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    said: list[str] = []
    answers: tuple[Answer, ...] = ("429", "403", "400", "500", "hang", "drop", "garbage")
    try:
        with capture_logs() as logs:
            channel = Telegram(api.token, api_url=api.url, total_seconds=0.2)
            api.person(5)
            await channel.send(say(api, "a secret story"))
            for answer in answers:
                api.order(answer)
                error = await failing(channel, say(api, "a secret story"))
                said += [str(error), repr(error), "".join(traceback.format_exception(error)), repr(error.__context__)]
            await channel.stop()
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
    everything = records.getvalue() + repr(logs) + "".join(said)
    assert api.token not in everything
    assert "secret story" not in everything.replace('say(api, "a secret story")', "")


async def test_documents_that_are_out_are_not_sent_again(api: BotApi, channel: Telegram) -> None:
    """The second is refused for now; the row is tried again, with what is out already."""
    person = api.person(5)
    documents = [Document(f"my-data.{form}", "text/html", form.encode()) for form in ("html", "json")]
    outbound = replace(say(api, "Here is your data."), documents=documents)
    api.order("429", "sendDocument", times=1, after=1)
    assert (await failing(channel, outbound)).sort is Fault.AGAIN_AFTER
    assert await channel.send(outbound)
    shown = [await person.hears() for _ in range(3)]
    assert [one.upload and (one.upload.name, one.upload.content) for one in shown] == [
        ("my-data.html", b"html"), ("my-data.json", b"json"), None,
    ]  # fmt: skip
    assert shown[2].text == "Here is your data."

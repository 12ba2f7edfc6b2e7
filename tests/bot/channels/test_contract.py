"""What holds for every channel. A new one adds one case to `RIGS`."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.base import Channel, Document, Inbound, Outbound, SendError, Unreadable
from bot.channels.console import Console, message
from bot.channels.desk import Desk
from bot.channels.telegram import Telegram
from bot.channels.web import Web
from bot.channels.web import message as web_message
from dialogs.terms import Button, File, Say, Sort
from tests.emulators.bot_api import BotApi

SAY = Say(("Hello!", "Shall we go on?"), ((Button("consent:yes~k3", "Yes"),),))


@dataclass
class Rig:
    """A channel, and its platform's raw form of a message with this number."""

    channel: Channel
    address: str
    text: Callable[[int, str], bytes]
    press: Callable[[int, str], bytes]


def telegram_rig(api: BotApi) -> Rig:
    chat = {"id": api.person(5).id, "type": "private"}
    person = {"id": 5, "is_bot": False, "first_name": "T"}

    def text(number: int, text: str) -> bytes:
        body = {"message_id": number, "date": 1_780_000_000, "chat": chat, "from": person, "text": text}
        return json.dumps({"update_id": number, "message": body}).encode()

    def press(number: int, payload: str) -> bytes:
        pressed = {"message_id": 1, "date": 1_780_000_000, "chat": chat}
        body = {"id": str(number), "from": person, "chat_instance": "1", "data": payload, "message": pressed}
        return json.dumps({"update_id": number, "callback_query": body}).encode()

    return Rig(Telegram(api.token, api_url=api.url, poll_seconds=1), f"{api.me['id']}:5", text, press)


def console_rig(_api: BotApi) -> Rig:
    return Rig(
        Console("here"),
        "here",
        lambda number, text: message(f"t{number}", {"text": text}),
        lambda number, payload: message(f"p{number}", {"press": payload}),
    )


def web_rig(_api: BotApi) -> Rig:
    async def nothing(_ref: str) -> None:
        return None

    return Rig(
        Web(nothing),
        "here",
        lambda number, text: web_message("here", {"type": "text", "id": f"t{number}", "text": text}),
        lambda number, payload: web_message("here", {"type": "press", "id": f"p{number}", "payload": payload}),
    )


def desk_rig(_api: BotApi) -> Rig:
    def raw(number: int, **said: str) -> bytes:
        return json.dumps({"address": "here", "id": f"{sorted(said)}{number}", **said}).encode()

    return Rig(
        Desk(), "here", lambda number, text: raw(number, text=text), lambda number, payload: raw(number, press=payload)
    )


RIGS = {"telegram": telegram_rig, "console": console_rig, "web": web_rig, "desk": desk_rig}


@pytest.fixture(params=RIGS)
async def rig(request: pytest.FixtureRequest, api: BotApi) -> AsyncIterator[Rig]:
    rig = RIGS[request.param](api)
    assert rig.channel.name == request.param
    yield rig
    await rig.channel.stop()


async def test_text(rig: Rig) -> None:
    (inbound,) = await rig.channel.read(rig.text(3, "No\x00 \u202ebus"))
    assert (inbound.heard.sort, inbound.heard.text, inbound.address) == (Sort.TEXT, "No bus", rig.address)
    assert inbound.heard.at.utcoffset() is not None
    assert inbound.heard.at.microsecond == 0
    assert inbound.heard.message


async def test_command(rig: Rig) -> None:
    (inbound,) = await rig.channel.read(rig.text(3, "/Help"))
    assert (inbound.heard.sort, inbound.heard.text) == (Sort.COMMAND, "help")


async def test_words_after_a_command_are_a_text(rig: Rig) -> None:
    command, words = await rig.channel.read(rig.text(3, "/Help I want to die"))
    assert (command.heard.sort, command.heard.text) == (Sort.COMMAND, "help")
    assert (words.heard.sort, words.heard.text) == (Sort.TEXT, "I want to die")
    assert (command.key != words.key, command.order <= words.order) == (True, True)


async def test_press(rig: Rig) -> None:
    (inbound,) = await rig.channel.read(rig.press(3, "topic:MOB~k3"))
    assert (inbound.heard.sort, inbound.heard.text, inbound.address) == (Sort.PRESS, "topic:MOB~k3", rig.address)


async def test_the_same_message_has_the_same_key_and_no_other_has(rig: Rig) -> None:
    raws = [form(number, "x") for form, number in itertools.product((rig.text, rig.press), (3, 4))]
    keys = [(await rig.channel.read(raw))[0].key for raw in raws]
    again = [(await rig.channel.read(raw))[0].key for raw in raws]
    assert keys == again
    assert len(set(keys)) == 4


async def test_messages_of_a_chat_have_an_order(rig: Rig) -> None:
    orders = [(await rig.channel.read(rig.text(number, "x")))[0].order for number in (3, 4, 5)]
    assert orders == sorted(set(orders))


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"{}", b"\xff", b"null", b"[" * 50_000])
async def test_what_is_no_message_is_unreadable(rig: Rig, raw: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        await rig.channel.read(raw)
    assert caught.value.reason


@given(
    raw=st.binary() | st.dictionaries(st.text(), st.text() | st.integers()).map(lambda data: json.dumps(data).encode())
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_or_unreadable(rig: Rig, raw: bytes) -> None:
    reading = rig.channel.read(raw)
    with pytest.raises((StopIteration, Unreadable)):
        reading.send(None)


async def test_send_gives_an_id_where_we_push(rig: Rig) -> None:
    sent = await rig.channel.send(Outbound(rig.address, "say", SAY))
    assert (sent is not None) is rig.channel.push


async def test_acknowledge_never_raises(rig: Rig) -> None:
    (inbound,) = await rig.channel.read(rig.press(3, "topic:MOB~k3"))
    await rig.channel.acknowledge(inbound)
    (inbound,) = await rig.channel.read(rig.text(3, "x"))
    await rig.channel.acknowledge(inbound)


async def test_a_file_that_is_not_there(rig: Rig) -> None:
    with pytest.raises(SendError) as caught:
        await rig.channel.fetch(File("nowhere", "voice"))
    assert (caught.value.reason, caught.value.rule.retry) == ("file_gone", False)


async def test_start_returns_at_once_and_stop_may_come_twice(rig: Rig) -> None:
    async def arrived(inbounds: Sequence[Inbound]) -> None:
        raise AssertionError(inbounds)

    async with asyncio.timeout(2):
        await rig.channel.start(arrived)
        await rig.channel.stop()
        await rig.channel.stop()


async def test_documents_go_before_the_words_and_the_words_end_it(rig: Rig) -> None:
    documents = [
        Document("my-data.html", "text/html", b"<p>canary"),
        Document("my-data.json", "application/json", b"{}"),
    ]
    outbound = Outbound(rig.address, "say", SAY, documents=documents)
    sent = await rig.channel.send(outbound)
    assert (sent is not None, len(outbound.parts)) == (rig.channel.push, 2 * rig.channel.push)
    assert "canary" not in repr(outbound)

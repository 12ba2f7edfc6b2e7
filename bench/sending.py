"""`make sending`: 10,000 messages that wait, sent by a real `sempre serve` at the rate that is set.

First at 30 a second, to an emulated Bot API that refuses more than 30 a second and one a second to a chat, with some
chats that get two; somebody writes every few seconds and waits for the answer. Then at 1,000 a second, to bare sockets.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import uvloop

from bench.people import TOKEN, World
from bot.service import Service
from bot.settings import Settings
from dialogs.terms import Say
from storage import conversations, inbox, outbox
from storage.outbox import Parcel
from tests.emulators.bot_api import BotApi
from tests.serving import SECRET, Process, free_port, until

MESSAGES = 10_000
TWICE = 10
"""Every so manyth chat gets two messages."""

EVERY = 5.0
"""Seconds between two who write."""

TEXT = "The repair café is open on Saturday, from 14 to 17. Would you like to come?"


async def wait_in_line(settings: Settings, account: str, chats: Sequence[int]) -> None:
    """A broadcast to these chats, as rows that wait to be sent."""
    async with Service.quiet(settings) as service:
        for start in range(0, len(chats), 500):
            addresses = [f"{account}:{chat}" for chat in chats[start : start + 500]]
            lanes = {inbox.lane("telegram", address): ("telegram", address) for address in addresses}
            now = datetime.now(UTC)
            async with service.on.database.write() as conn:
                held = await conversations.hold(conn, lanes, now)
                they = [held[inbox.lane("telegram", address)] for address in addresses]
                said = [Parcel(one.id, one.contact_id, "telegram", "broadcast", "say", Say((TEXT,))) for one in they]
                await outbox.put(conn, said, now)


def _settings(folder: Path, api: str, token: str, rate: float) -> Settings:
    port = free_port()
    return Settings(
        _env_file=None, data_dir=folder, port=port, public_url=f"http://127.0.0.1:{port}", languages=("en", "ar"),
        telegram_token=token, telegram_api_url=api, telegram_mode="webhook", telegram_webhook_secret=SECRET,
        sends_per_second=rate,
    )  # fmt: skip


async def at_the_limit(messages: int, rate: float) -> str:
    """To a platform that refuses what is too much."""
    async with BotApi(per_second=rate, chat_per_second=1, chat_burst=1) as api:
        people = [api.person() for _ in range(messages * TWICE // (TWICE + 1))]
        chats = [person.id for person in people]
        chats += chats[::TWICE][: messages - len(chats)]
        with tempfile.TemporaryDirectory() as folder:
            settings = _settings(Path(folder) / "var", api.url, api.token, rate)
            settings.data_dir.mkdir()
            await wait_in_line(settings, str(api.me["id"]), chats)
            async with Process(settings):
                waits: list[float] = []
                writing = asyncio.create_task(_write(api, waits))
                await until(lambda: len(api.calls("sendMessage")) >= len(chats), len(chats) / rate * 2)
                writing.cancel()
    calls = [call for call in api.calls("sendMessage") if call.status == 200]
    refused = len(api.calls("sendMessage")) - len(calls)
    reached = (len(calls) - 1) / (calls[-1].at - calls[0].at)
    return (
        f"| {len(chats):,} at {rate:g} a second | {reached:.1f} a second, {reached / rate:.1%} | {refused} "
        f"| {max(waits, default=0.0):.2f} s, of {len(waits)} people |"
    )


async def _write(api: BotApi, waits: list[float]) -> None:
    """Somebody new writes now and then; `waits` gets the seconds until the answer."""
    while True:
        await asyncio.sleep(EVERY)
        person = api.person()
        began = time.perf_counter()
        await person.says("/start")
        await person.hears(60)
        waits.append(time.perf_counter() - began)


async def as_fast(messages: int, rate: float) -> str:
    """To bare sockets, which refuse nothing."""
    world = World()
    api = f"http://127.0.0.1:{await world.open()}"
    with tempfile.TemporaryDirectory() as folder:
        settings = _settings(Path(folder) / "var", api, TOKEN, rate)
        settings.data_dir.mkdir()
        await wait_in_line(settings, TOKEN.partition(":")[0], range(1, messages + 1))
        async with Process(settings):
            await until(lambda: len(world.figures.sent_at) >= messages, messages / rate * 20)
    await world.close()
    reached = (messages - 1) / (world.figures.sent_at[-1] - world.figures.sent_at[0])
    return f"| {messages:,} at {rate:g} a second | {reached:.0f} a second, {reached / rate:.1%} | 0 | – |"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.sending", description=__doc__)
    parser.add_argument("--messages", type=int, default=MESSAGES)
    parser.add_argument("--rate", type=float, default=30.0)
    parser.add_argument("--fast", type=float, default=1000.0)
    chosen = parser.parse_args()
    print("| set | reached | refused | longest wait for a reply meanwhile |\n|---|---|---|---|")
    print(uvloop.run(at_the_limit(chosen.messages, chosen.rate)), flush=True)
    print(uvloop.run(as_fast(chosen.messages, chosen.fast)))


if __name__ == "__main__":
    main()

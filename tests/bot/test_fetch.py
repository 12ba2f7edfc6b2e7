from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.channels.telegram import Telegram
from bot.fetch import Fetcher
from bot.media import LARGEST, known
from bot.metrics import Metrics
from dialogs.terms import File
from storage import conversations, inbox, tables
from storage import files as wanted_files
from storage.database import Database
from tests.emulators.bot_api import BotApi
from tests.pictures import SECRET, jpeg
from tests.serving import bot_api, until

pytestmark = pytest.mark.usefixtures("log")

CONTENT = b"OggS" + bytes(range(256)) * 10


class Clock:
    def __init__(self) -> None:
        self.at = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.at


@asynccontextmanager
async def fetching(database: Database, api: BotApi, clock: Clock, ref: str) -> AsyncIterator[Fetcher]:
    """A fetcher, and one file that is wanted."""
    lane = inbox.lane("telegram", "7000001:5")
    async with database.write() as conn:
        held = (await conversations.hold(conn, {lane: ("telegram", "7000001:5")}, clock()))[lane]
        await wanted_files.want(conn, held, [File(ref, "voice", len(CONTENT), "audio/ogg")], None, clock())
    channel = Telegram(api.token, api_url=api.url, total_seconds=0.5)
    yield Fetcher(channel, database, clock, Metrics())
    await channel.stop()


async def kept(database: Database) -> tuple[bytes | None, str | None, bool]:
    table = tables.files
    async with database.read() as conn:
        row = (await conn.execute(select(table.c.content, table.c.reason, table.c.settled_at))).one()
    return row.content, row.reason, row.settled_at is not None


async def test_a_file_is_fetched_once_and_kept(database: Database) -> None:
    async with bot_api() as api, fetching(database, api, Clock(), api.keep_file("voice", CONTENT, None)) as fetcher:
        assert await fetcher.batch() == 1
        assert await kept(database) == (CONTENT, None, True)
        assert await fetcher.batch() == 0


@pytest.mark.parametrize("fault", ["500", "429", "hang", "drop"])
async def test_what_fails_is_tried_again_later(database: Database, fault: str) -> None:
    clock = Clock()
    async with bot_api() as api, fetching(database, api, clock, api.keep_file("voice", CONTENT, None)) as fetcher:
        api.order(fault, "getFile", times=1)  # type: ignore[arg-type]
        assert await fetcher.batch() == 1
        assert (await kept(database))[2] is False
        assert await fetcher.batch() == 0
        clock.at += timedelta(seconds=2)
        assert await fetcher.batch() == 1
        assert (await kept(database))[0] == CONTENT


async def test_a_file_that_is_gone_is_given_up_with_its_reason(database: Database) -> None:
    async with bot_api() as api, fetching(database, api, Clock(), "AgADvoice00") as fetcher:
        assert await fetcher.batch() == 1
        assert await kept(database) == (None, "file_gone", True)


async def test_a_photo_that_says_it_is_a_voice_is_known_and_forgets_its_place(database: Database) -> None:
    async with bot_api() as api, fetching(database, api, Clock(), api.keep_file("voice", jpeg(), None)) as fetcher:
        assert await fetcher.batch() == 1
        content, reason, _ = await kept(database)
        assert reason is None
        assert content == known(jpeg()).content
        assert SECRET not in content
        async with database.read() as conn:
            assert await conn.scalar(select(tables.files.c.type)) == "image/jpeg"


@pytest.mark.parametrize(
    ("content", "reason"), [(jpeg()[:80], "damaged"), (bytes(LARGEST + 1), "too_large")], ids=["damaged", "too_large"]
)
async def test_what_cannot_be_kept_is_given_up_with_its_reason(database: Database, content: bytes, reason: str) -> None:
    async with bot_api() as api, fetching(database, api, Clock(), api.keep_file("voice", content, 10)) as fetcher:
        assert await fetcher.batch() == 1
        assert await kept(database) == (None, reason, True)


async def test_the_loop_fetches_when_woken_and_ends_when_cancelled(database: Database) -> None:
    async with bot_api() as api, fetching(database, api, Clock(), api.keep_file("voice", CONTENT, None)) as fetcher:
        running = asyncio.create_task(fetcher.run())
        fetcher.wake()
        await until(lambda: _settled(database))
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running


async def _settled(database: Database) -> bool:
    return (await kept(database))[2]


class Faulty(Telegram):
    """The channel, but for a fault that no test of ours has found yet."""

    async def fetch(self, file: File) -> bytes:
        raise LookupError(file.media)


async def test_a_channel_that_raises_gives_up_that_file_only(database: Database) -> None:
    async with bot_api() as api, fetching(database, api, Clock(), "any") as fetcher:
        faulty = Faulty(api.token, api_url=api.url)
        await Fetcher(faulty, database, fetcher._now, Metrics()).batch()
        assert await kept(database) == (None, "LookupError", True)
        await faulty.stop()

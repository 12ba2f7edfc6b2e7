"""What a message asks of the database on its whole way, whatever the load. Timings are for `make bench`."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

import locales
from bot.channels.base import Inbound
from bot.channels.telegram import Telegram
from bot.deliver import Deliverer
from bot.metrics import Metrics
from bot.receive import Receiver
from bot.turns import Turner
from dialogs.schema import load_scripts
from dialogs.terms import Heard, Sort
from locales.calendar import OfficeHours
from storage.database import Database
from storage.tables import outbox
from tests.emulators.bot_api import BotApi
from tests.serving import until
from tests.statements import counted

PEOPLE = 60

pytestmark = pytest.mark.usefixtures("log")


def now() -> datetime:
    return datetime.now(UTC)


async def test_so_many_at_once_cost_hardly_more_than_one(database: Database, api: BotApi) -> None:
    telegram, metrics = Telegram(api.token, api_url=api.url), Metrics()
    words = locales.load(
        ["en"], organisation="Heide", country="DE", time_zone=ZoneInfo("Europe/Berlin"),
        office_hours=OfficeHours.parse("mo-fr 9-16"),
    )  # fmt: skip
    receiver = Receiver(database, now, metrics, lambda: None)
    turner = Turner(database, words, load_scripts(), now, metrics)
    deliverer = Deliverer(telegram, database, now, metrics, per_second=10_000)

    with counted(database) as statements:
        await asyncio.gather(*(receiver.arrived(telegram, [_hello(api)]) for _ in range(PEOPLE)))
    assert _commits(metrics, "receive") <= 3
    assert len(statements) <= 2 * 3, statements

    with counted(database) as statements:
        assert await turner.all() == PEOPLE
    assert _commits(metrics, "turn") == 1
    assert len(statements) <= 14, statements

    with counted(database) as statements:
        sending = asyncio.create_task(deliverer.run())
        await until(lambda: _sent(database), 20)
        deliverer.stop()
        await sending
    # Those that are sent while a commit is under way share the next one; how many do depends on the machine.
    assert _commits(metrics, "deliver") <= PEOPLE / 2
    settled = [one for one in statements if one.startswith("UPDATE outbox")]
    assert len(settled) <= _commits(metrics, "deliver"), settled
    assert not [one for one in statements if one.startswith("INSERT")]
    await telegram.stop()


def _hello(api: BotApi) -> Inbound:
    person = api.person()
    address = f"{person.api.me['id']}:{person.id}"
    return Inbound(f"{address}:1", address, 1, Heard(Sort.COMMAND, now(), text="start"))


def _commits(metrics: Metrics, leg: str) -> float:
    return metrics.registry.get_sample_value("sempre_commits_total", {"leg": leg}) or 0


async def _sent(database: Database) -> bool:
    async with database.read() as conn:
        found = await conn.scalar(select(func.count()).select_from(outbox).where(outbox.c.state == "sent"))
    return found == PEOPLE

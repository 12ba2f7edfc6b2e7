from __future__ import annotations

from storage import alarms
from storage.database import Database
from tests.storage.given import HOUR, NOW, hold_one


async def test_rings_once_until_it_has_ended(database: Database) -> None:
    async with database.write() as conn:
        held = await hold_one(conn)
        assert await alarms.ring(conn, held, "die", NOW)
        assert not await alarms.ring(conn, held, "die", NOW + HOUR)
        (one,) = await alarms.open_alarms(conn, 10)
        assert (one.contact_id, one.channel, one.sort, one.rung_at) == (held.contact_id, "telegram", "die", NOW)
        await alarms.calm(conn, held, NOW + HOUR)
        assert await alarms.open_alarms(conn, 10) == []
        assert await alarms.ring(conn, held, "die", NOW + HOUR)


async def test_oldest_first_and_bounded(database: Database) -> None:
    async with database.write() as conn:
        for number, address in enumerate("abc"):
            await alarms.ring(conn, await hold_one(conn, address), "hurt", NOW + number * HOUR)
        assert [one.rung_at for one in await alarms.open_alarms(conn, 2)] == [NOW, NOW + HOUR]


async def test_i_am_fine_does_not_call_off_a_wish_for_a_human(database: Database) -> None:
    async with database.write() as conn:
        held = await hold_one(conn)
        await alarms.ring(conn, held, "die", NOW)
        await alarms.ring(conn, held, "person", NOW)
        await alarms.calm(conn, held, NOW)
        assert [one.sort for one in await alarms.open_alarms(conn, 10)] == ["person"]

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import insert, select

from dialogs.terms import Sort
from storage import inbox
from storage.database import Database
from storage.inbox import LANE_BOUND, Full
from storage.tables import inbox as table
from tests.storage.given import ADDRESS, DAY, HOUR, MINUTE, NOW, STORY, arrival, put_one


async def test_what_is_put_comes_back_whole(database: Database) -> None:
    one = replace(arrival(order=7), due_at=None)
    async with database.write() as conn:
        assert await inbox.put(conn, [one], NOW) == (True,)
    async with database.read() as conn:
        (row,) = await inbox.due(conn, NOW, 10)
    assert (row.channel, row.address, row.order, row.tries) == ("telegram", ADDRESS, 7, 0)
    assert (row.heard, row.received_at, row.lane) == (one.heard, NOW, inbox.lane("telegram", ADDRESS))


async def test_nothing_to_put(database: Database) -> None:
    async with database.write() as conn:
        assert await inbox.put(conn, [], NOW) == ()
        assert await inbox.due(conn, NOW, 10) == []
        assert await inbox.still_waiting(conn, []) == set()
        await inbox.settle(conn, [], NOW)


async def test_a_key_counts_once(database: Database) -> None:
    first, second = arrival(), arrival()
    async with database.write() as conn:
        assert await inbox.put(conn, [first, first, second], NOW) == (True, False, True)
    async with database.write() as conn:
        assert await inbox.put(conn, [second, arrival()], NOW) == (False, True)
        assert await inbox.waiting(conn) == 3


async def test_a_key_counts_once_also_when_settled(database: Database) -> None:
    one = arrival()
    async with database.write() as conn:
        row = await put_one(conn, one)
        await inbox.settle(conn, [row.id], NOW)
        assert await inbox.put(conn, [one], NOW) == (False,)
        assert await inbox.due(conn, NOW, 10) == []


async def test_the_same_key_of_another_channel_is_another(database: Database) -> None:
    one = arrival()
    async with database.write() as conn:
        assert await inbox.put(conn, [one, replace(one, channel="web")], NOW) == (True, True)


async def test_oldest_lane_first_and_whole(database: Database) -> None:
    async with database.write() as conn:
        await inbox.put(conn, [arrival("a", order=2)], NOW)
        await inbox.put(conn, [arrival("b", order=1)], NOW + MINUTE)
        await inbox.put(conn, [arrival("a", order=1), arrival("a", order=3)], NOW + 2 * MINUTE)
        rows = await inbox.due(conn, NOW + HOUR, 1)
        assert [(row.address, row.order) for row in rows] == [("a", 1), ("a", 2), ("a", 3)]
        rows = await inbox.due(conn, NOW + HOUR, 10)
        assert [row.address for row in rows] == ["a", "a", "a", "b"]


async def test_same_order_by_arrival(database: Database) -> None:
    async with database.write() as conn:
        await inbox.put(conn, [arrival(order=1, text="one"), arrival(order=1, text="two")], NOW)
        assert [row.heard.text for row in await inbox.due(conn, NOW, 10)] == ["one", "two"]


async def test_a_timer_waits_for_its_time_and_blocks_nobody(database: Database) -> None:
    async with database.write() as conn:
        await inbox.put(conn, [replace(arrival(order=0), due_at=NOW + DAY), arrival(order=1)], NOW)
        assert [row.order for row in await inbox.due(conn, NOW, 10)] == [1]
        assert [row.order for row in await inbox.due(conn, NOW + DAY, 10)] == [0, 1]


async def test_a_row_tried_again_blocks_only_its_lane(database: Database) -> None:
    async with database.write() as conn:
        row = await put_one(conn, arrival("a", order=1))
        await inbox.put(conn, [arrival("a", order=2), arrival("b", order=1)], NOW)
        await inbox.fail(conn, row.id, "bug", NOW + MINUTE)
        assert [row.address for row in await inbox.due(conn, NOW, 10)] == ["b"]
        later = await inbox.due(conn, NOW + MINUTE, 10)
        assert sorted((row.address, row.order, row.tries) for row in later) == [("a", 1, 1), ("a", 2, 0), ("b", 1, 0)]


async def test_many_rows_behind_a_blocked_one_starve_nobody(database: Database) -> None:
    async with database.write() as conn:
        row = await put_one(conn, arrival("a", order=1))
        await inbox.put(conn, [arrival("a", order=order) for order in range(2, 50)], NOW)
        await inbox.put(conn, [arrival("b")], NOW + MINUTE)
        await inbox.fail(conn, row.id, "bug", NOW + DAY)
        assert [row.address for row in await inbox.due(conn, NOW + HOUR, 5)] == ["b"]


async def test_a_parked_row_blocks_nothing(database: Database) -> None:
    async with database.write() as conn:
        row = await put_one(conn, arrival(order=1))
        await inbox.put(conn, [arrival(order=2)], NOW)
        await inbox.fail(conn, row.id, "bug", None)
        assert [row.order for row in await inbox.due(conn, NOW, 10)] == [2]
        assert await inbox.still_waiting(conn, [row.id]) == set()
        assert await conn.scalar(select(table.c.reason).where(table.c.id == row.id)) == "bug"


async def test_still_waiting(database: Database) -> None:
    async with database.write() as conn:
        first, second = await put_one(conn, arrival("a")), await put_one(conn, arrival("b"))
        await inbox.settle(conn, [first.id], NOW)
        assert await inbox.still_waiting(conn, [first.id, second.id]) == {second.id}


async def test_full(database: Database) -> None:
    async with database.write() as conn:
        await inbox.put(conn, [arrival() for _ in range(4)], NOW, bound=5)
    with pytest.raises(Full):
        async with database.write() as conn:
            await inbox.put(conn, [arrival(), arrival()], NOW, bound=5)
    async with database.write() as conn:
        assert await inbox.waiting(conn) == 4
        assert await inbox.put(conn, [arrival()], NOW, bound=5) == (True,)
    with pytest.raises(Full):
        async with database.write() as conn:
            await inbox.put(conn, [arrival()], NOW, bound=5)


async def test_room_again_once_rows_are_settled(database: Database) -> None:
    async with database.write() as conn:
        row = await put_one(conn)
    with pytest.raises(Full):
        async with database.write() as conn:
            await inbox.put(conn, [arrival()], NOW, bound=1)
    async with database.write() as conn:
        await inbox.settle(conn, [row.id], NOW)
        assert await inbox.put(conn, [arrival()], NOW, bound=1) == (True,)


async def test_timers_take_no_room(database: Database) -> None:
    async with database.write() as conn:
        await inbox.put(conn, [replace(arrival(), due_at=NOW + DAY) for _ in range(5)], NOW, bound=5)
        assert await inbox.put(conn, [arrival()], NOW, bound=5) == (True,)
        assert await inbox.waiting(conn, now=NOW) == 1
        assert await inbox.waiting(conn, bound=3) == 3


async def test_a_row_of_another_version_stops_nobody(database: Database) -> None:
    async with database.write() as conn:
        await inbox.put(conn, [arrival("a")], NOW)
        row: dict[str, Any] = {
            "key_hash": b"0123456789abcdef",
            "lane": inbox.lane("telegram", "b"),
            "channel": "telegram",
            "address": "b",
            "ordinal": 1,
            "sort": "hologram",
            "heard": {"sort": "hologram", "at": NOW.isoformat(), "text": STORY},
            "received_at": NOW,
            "ready_at": NOW,
            "tries": 0,
        }
        await conn.execute(insert(table).values(row))
        found = {row.address: row.heard.sort for row in await inbox.due(conn, NOW, 10)}
    assert found == {"a": Sort.TEXT, "b": Sort.OTHER}


async def test_a_flood_is_taken_in_parts_and_in_order_and_holds_up_nobody(database: Database) -> None:
    async with database.write() as conn:
        await inbox.put(conn, [arrival("flood", order=order) for order in range(250)], NOW)
        await inbox.put(conn, [arrival("calm")], NOW)
        batches: list[list[tuple[str, int]]] = []
        while rows := await inbox.due(conn, NOW, 30):
            batches.append([(row.address, row.order) for row in rows])
            await inbox.settle(conn, [row.id for row in rows], NOW)
    assert ("calm", 1) in batches[0]
    assert max(len(batch) for batch in batches) <= LANE_BOUND + 1
    assert [order for batch in batches for address, order in batch if address == "flood"] == list(range(250))


async def test_a_long_queue_comes_in_parts_and_in_order(database: Database) -> None:
    async with database.write() as conn:
        await inbox.put(conn, [arrival(address, order=order) for order in range(5) for address in "abcdef"], NOW)
        rows = await inbox.due(conn, NOW, 3)
        assert [(row.address, row.order) for row in rows] == [(a, o) for a in "abc" for o in range(4)]
        assert len(rows) == 12

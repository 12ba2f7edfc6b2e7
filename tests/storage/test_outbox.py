from __future__ import annotations

from typing import Literal

from sqlalchemy import select

from dialogs.terms import Sort
from storage import outbox
from storage.database import Database
from storage.outbox import Outcome
from storage.tables import outbox as table
from tests.storage.given import ADDRESS, DAY, HOUR, MINUTE, NOW, arrival, hold_one, parcel, put_one, say

State = Literal["sent", "parked"]


async def test_what_is_put_comes_back_whole(database: Database) -> None:
    async with database.write() as conn:
        held = await hold_one(conn)
        await outbox.put(conn, [parcel(held, say=say("a", "b"), inbox_id=5)], NOW)
        (row,) = await outbox.ready(conn, "telegram", NOW, 10, ())
    assert (row.contact_id, row.conversation_id, row.address) == (held.contact_id, held.id, ADDRESS)
    assert (row.action, row.say, row.tries, row.edits, row.lane_kind) == ("say", say("a", "b"), 0, None, "reply")


async def test_nothing_to_put(database: Database) -> None:
    async with database.write() as conn:
        await outbox.put(conn, [], NOW)
        await outbox.settle(conn, [], NOW)
        assert await outbox.ready(conn, "telegram", NOW, 10, ()) == []
        assert await outbox.waiting(conn) == 0


async def test_one_of_each_lane_at_a_time_in_order(database: Database) -> None:
    async with database.write() as conn:
        a, b = await hold_one(conn, "a"), await hold_one(conn, "b")
        await outbox.put(conn, [parcel(a, "1"), parcel(a, "2"), parcel(b, "3")], NOW)
        rows = await outbox.ready(conn, "telegram", NOW, 10, ())
        assert [row.say for row in rows] == [say("1"), say("3")]
        assert await outbox.ready(conn, "telegram", NOW, 10, {a.contact_id, b.contact_id}) == []
        assert [row.say for row in await outbox.ready(conn, "telegram", NOW, 10, [a.contact_id])] == [say("3")]
        await outbox.settle(conn, [Outcome(rows[0].id, "sent", "m1")], NOW)
        assert {row.say for row in await outbox.ready(conn, "telegram", NOW, 10, ())} == {say("2"), say("3")}


async def test_replies_before_broadcasts(database: Database) -> None:
    async with database.write() as conn:
        a, b = await hold_one(conn, "a"), await hold_one(conn, "b")
        await outbox.put(
            conn, [parcel(a, "news", lane_kind="broadcast"), parcel(b, "news", lane_kind="broadcast")], NOW
        )
        await outbox.put(conn, [parcel(a, "reply")], NOW + MINUTE)
        rows = await outbox.ready(conn, "telegram", NOW + HOUR, 2, ())
        assert [(row.lane_kind, row.say) for row in rows] == [("reply", say("reply")), ("broadcast", say("news"))]
        assert len(await outbox.ready(conn, "telegram", NOW + HOUR, 10, ())) == 3


async def test_a_row_tried_again_holds_up_only_its_lane(database: Database) -> None:
    async with database.write() as conn:
        a, b = await hold_one(conn, "a"), await hold_one(conn, "b")
        await outbox.put(conn, [parcel(a, "1"), parcel(a, "2"), parcel(b, "3")], NOW)
        first = (await outbox.ready(conn, "telegram", NOW, 1, ()))[0]
        await outbox.settle(conn, [Outcome(first.id, "again", None, "slow", NOW + MINUTE)], NOW)
        assert [row.say for row in await outbox.ready(conn, "telegram", NOW, 10, ())] == [say("3")]
        later = await outbox.ready(conn, "telegram", NOW + MINUTE, 10, ())
        assert {(row.say, row.tries) for row in later} == {(say("1"), 1), (say("3"), 0)}


async def test_gone_and_parked_make_room_for_the_next(database: Database) -> None:
    async with database.write() as conn:
        held = await hold_one(conn)
        await outbox.put(conn, [parcel(held, str(number)) for number in range(3)], NOW)
        for state in ("gone", "parked"):
            (row,) = await outbox.ready(conn, "telegram", NOW, 10, ())
            await outbox.settle(conn, [Outcome(row.id, state, None, "why")], NOW)
        assert [row.say for row in await outbox.ready(conn, "telegram", NOW, 10, ())] == [say("2")]
        states = (
            await conn.execute(select(table.c.state, table.c.reason, table.c.parked_at).order_by(table.c.id))
        ).all()
    assert [tuple(row) for row in states] == [("gone", "why", None), ("parked", "why", NOW), (None, None, None)]


async def test_settled_twice_keeps_the_first(database: Database) -> None:
    async with database.write() as conn:
        held = await hold_one(conn)
        await outbox.put(conn, [parcel(held)], NOW)
        (row,) = await outbox.ready(conn, "telegram", NOW, 10, ())
        await outbox.settle(conn, [Outcome(row.id, "sent", "m1"), Outcome(99_999, "sent", "m2")], NOW)
        await outbox.settle(conn, [Outcome(row.id, "parked")], NOW)
        assert await conn.scalar(select(table.c.state)) == "sent"
        assert await outbox.waiting(conn) == 0


async def test_due_later_and_other_channels_wait(database: Database) -> None:
    async with database.write() as conn:
        held = await hold_one(conn)
        await outbox.put(conn, [parcel(held, due_at=NOW + DAY)], NOW)
        assert await outbox.ready(conn, "telegram", NOW, 10, ()) == []
        assert await outbox.ready(conn, "web", NOW + DAY, 10, ()) == []
        assert len(await outbox.ready(conn, "telegram", NOW + DAY, 10, ())) == 1
        assert (await outbox.waiting(conn), await outbox.waiting(conn, 0)) == (1, 0)


async def test_leave_says_nothing(database: Database) -> None:
    async with database.write() as conn:
        held = await hold_one(conn)
        await outbox.put(conn, [parcel(held, action="leave", say=None)], NOW)
        (row,) = await outbox.ready(conn, "telegram", NOW, 10, ())
        assert (row.action, row.say) == ("leave", None)
        assert await outbox.after(conn, held.id, 0, 10) == []


async def _toggle(database: Database, sort: Sort, *, message: str | None = "m1", state: State = "sent") -> str | None:
    """Marks a choice in the message before, caused by something of this sort; gives what may be edited."""
    async with database.write() as conn:
        held = await hold_one(conn)
        first = await put_one(conn, arrival(order=1))
        await outbox.put(conn, [parcel(held, inbox_id=first.id)], NOW)
        (row,) = await outbox.ready(conn, "telegram", NOW, 10, ())
        await outbox.settle(conn, [Outcome(row.id, state, message)], NOW)
        second = await put_one(conn, arrival(order=2, sort=sort))
        await outbox.put(conn, [parcel(held, say=say(toggles=True), inbox_id=second.id)], NOW)
        (row,) = await outbox.ready(conn, "telegram", NOW, 10, ())
        return row.edits


async def test_a_toggle_edits_the_message_before(database: Database) -> None:
    assert await _toggle(database, Sort.PRESS) == "m1"


async def test_a_typed_toggle_is_a_message_of_its_own(database: Database) -> None:
    assert await _toggle(database, Sort.TEXT) is None


async def test_a_toggle_edits_only_what_was_sent(database: Database) -> None:
    assert await _toggle(database, Sort.PRESS, message=None, state="parked") is None


async def test_a_toggle_after_a_message_without_number(database: Database) -> None:
    assert await _toggle(database, Sort.PRESS, message=None) is None


async def test_a_toggle_does_not_edit_across_another_message(database: Database) -> None:
    async with database.write() as conn:
        held = await hold_one(conn)
        rows = [parcel(held), parcel(held, "news", lane_kind="broadcast"), parcel(held, say=say(toggles=True))]
        await outbox.put(conn, rows, NOW)
        (first, _) = await outbox.ready(conn, "telegram", NOW, 10, ())
        await outbox.settle(conn, [Outcome(first.id, "sent", "m1")], NOW)
        assert [row.edits for row in await outbox.ready(conn, "telegram", NOW, 10, ())] == [None, None]


async def test_pull_reads_after_a_number_and_again(database: Database) -> None:
    async with database.write() as conn:
        held = await hold_one(conn)
        await outbox.put(conn, [parcel(held, "1"), parcel(held, "2", sender="staff"), parcel(held, "3")], NOW)
        rows = await outbox.after(conn, held.id, 0, 2)
        assert [(said, who) for _, said, who in rows] == [(say("1"), "bot"), (say("2"), "staff")]
        assert [said for _, said, _ in await outbox.after(conn, held.id, rows[-1][0], 10)] == [say("3")]
        await outbox.seen(conn, held.id, rows[-1][0], NOW)
        assert await outbox.waiting(conn) == 1
        assert len(await outbox.after(conn, held.id, 0, 10)) == 3


async def test_a_number_is_never_given_twice(database: Database) -> None:
    """A reader remembers the last number it saw, also when that row has been erased."""
    async with database.write() as conn:
        held = await hold_one(conn)
        await outbox.put(conn, [parcel(held)], NOW)
        ((first, _, _),) = await outbox.after(conn, held.id, 0, 10)
        await conn.execute(table.delete())
        await outbox.put(conn, [parcel(held)], NOW)
        ((second, _, _),) = await outbox.after(conn, held.id, 0, 10)
    assert second > first

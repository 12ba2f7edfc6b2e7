"""A talk in one order, its doors, its uploads and its notices: on both databases."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.terms import Button, File, Heard, Say, Sort
from storage import conversations, doors, files, inbox, notices, outbox, people, retention, talk, uploads
from storage.conversations import Held
from storage.database import Database
from storage.doors import LASTS, UNUSED, Visitor
from storage.inbox import Arrival
from storage.outbox import Parcel
from storage.tables_web import web_doors, web_notices, web_uploads
from storage.talk import STEP
from tests.storage.given import ADDRESS, AGREED, DAY, HOUR, MINUTE, NOW, agree

_numbers = iter(range(1, 10_000))


async def came(conn: AsyncConnection, visitor: Visitor, text: str, sort: Sort = Sort.TEXT) -> int:
    """Gives the row."""
    number = next(_numbers)
    heard = Heard(sort, NOW, text, message=f"m{number}")
    await inbox.put(conn, [Arrival("web", visitor.address, f"{visitor.address}:{number}", number, heard)], NOW)
    return (await talk.latest(conn, [visitor.lane])).get(visitor.lane, talk.Latest(0, 0)).heard


async def settle(conn: AsyncConnection, row: int) -> None:
    await inbox.settle(conn, [row], NOW)


async def says(conn: AsyncConnection, held: Held, text: str, row: int | None, toggles: bool = False) -> None:
    say = Say((text,), ((Button("a:b", "B"),),), toggles=toggles)
    await outbox.put(conn, [Parcel(held.id, held.contact_id, "web", "reply", "say", say, row)], NOW)


async def begun(conn: AsyncConnection) -> tuple[Visitor, Held]:
    cookie = await doors.new_visitor(conn, NOW)
    visitor = await doors.visitor(conn, cookie, NOW)
    assert visitor is not None
    held = await conversations.hold(conn, {visitor.lane: ("web", visitor.address)}, NOW)
    return visitor, held[visitor.lane]


async def read(conn: AsyncConnection, visitor: Visitor, seq: int = 0) -> list[str]:
    lines = await talk.after(conn, visitor.lane, seq)
    return [line.say.paragraphs[0] if line.say else str(line.heard and line.heard.text) for line in lines]


async def test_what_was_said_stands_before_its_answer(database: Database) -> None:
    async with database.write() as conn:
        visitor, held = await begun(conn)
        hello = await came(conn, visitor, "", Sort.HELLO)
        await says(conn, held, "Hello", hello)
        first = await came(conn, visitor, "one")
        second = await came(conn, visitor, "two")
        assert await read(conn, visitor) == ["Hello", "one", "two"]
        await says(conn, held, "to one", first)
        assert await read(conn, visitor) == ["Hello", "one", "to one", "two"]
        await says(conn, held, "to two", second)
        assert await read(conn, visitor) == ["Hello", "one", "to one", "two", "to two"]
        lines = await talk.after(conn, visitor.lane, 0)
        seqs = [line.seq for line in lines]
        assert seqs == sorted(set(seqs))
        for place, seq in enumerate(seqs):
            assert [line.seq for line in await talk.after(conn, visitor.lane, seq)] == seqs[place + 1 :]


async def test_a_talk_is_read_in_parts(database: Database) -> None:
    async with database.write() as conn:
        visitor, held = await begun(conn)
        for number in range(talk.AT_ONCE + 50):
            await says(conn, held, f"s{number}", await came(conn, visitor, f"h{number}"))
        for number in range(talk.AT_ONCE + 50):
            await came(conn, visitor, f"late {number}")
        seq, told = 0, []
        while lines := await talk.after(conn, visitor.lane, seq):
            assert len(lines) <= 2 * talk.AT_ONCE
            told += [line.say.paragraphs[0] if line.say else str(line.heard and line.heard.text) for line in lines]
            seq = lines[-1].seq
        pairs = [f"{side}{number}" for number in range(talk.AT_ONCE + 50) for side in "hs"]
        assert told == pairs + [f"late {number}" for number in range(talk.AT_ONCE + 50)]


async def test_a_broadcast_has_no_question_before_it(database: Database) -> None:
    async with database.write() as conn:
        visitor, held = await begun(conn)
        row = await came(conn, visitor, "one")
        await says(conn, held, "news", None)
        await says(conn, held, "to one", row)
        assert await read(conn, visitor) == ["news", "one", "to one"]


async def test_marks_replace_the_message_before_them_unless_words_came_between(database: Database) -> None:
    async with database.write() as conn:
        visitor, held = await begun(conn)
        await says(conn, held, "which", await came(conn, visitor, "go", Sort.PRESS))
        await says(conn, held, "which +", await came(conn, visitor, "+", Sort.PRESS), toggles=True)
        await says(conn, held, "which ++", await came(conn, visitor, "words"), toggles=True)
        lines = await talk.after(conn, visitor.lane, 0)
        assert [line.toggled for line in lines if line.say] == [False, True, False]
        press = next(line for line in lines if line.heard and line.heard.text == "+")
        assert [line.toggled for line in await talk.after(conn, visitor.lane, press.seq)] == [True, False, False]


async def test_the_buttons_before(database: Database) -> None:
    async with database.write() as conn:
        visitor, held = await begun(conn)
        for number in range(3):
            await says(conn, held, f"s{number}", None)
        seq = (await talk.after(conn, visitor.lane, 0))[1].seq
        before = await talk.said_before(conn, visitor.lane, seq, 8)
        assert [say.paragraphs[0] for say in before] == ["s1", "s0"]
        assert await talk.said_before(conn, b"nobody", seq, 8) == []


async def test_seen_and_latest(database: Database) -> None:
    async with database.write() as conn:
        visitor, held = await begun(conn)
        assert await talk.latest(conn, [visitor.lane, b"nobody"]) == {visitor.lane: talk.Latest(0, 0)}
        row = await came(conn, visitor, "one")
        await says(conn, held, "a", row)
        await says(conn, held, "b", row)
        first, second = [line.row for line in await talk.after(conn, visitor.lane, 0) if line.say]
        assert await talk.latest(conn, [visitor.lane]) == {visitor.lane: talk.Latest(second, row)}
        await talk.seen(conn, visitor.lane, first * STEP + 1, NOW)
        assert await outbox.waiting(conn) == 1
        await talk.seen(conn, b"nobody", 10 * STEP, NOW)


# -- doors ----------------------------------------------------------------------------------------


async def test_a_cookie_opens_one_talk_until_it_ends(database: Database) -> None:
    async with database.write() as conn:
        cookie = await doors.new_visitor(conn, NOW)
        found = await doors.visitor(conn, cookie, NOW)
        assert found is not None
        assert (found.lane, found.until) == (inbox.lane("web", found.address), NOW + UNUSED)
        assert doors.wants_keeping(found, NOW)
        assert await doors.visitor(conn, cookie + "x", NOW) is None
        assert await doors.visitor(conn, cookie, NOW + UNUSED) is None
        await doors.keep(conn, cookie, NOW)
        kept = await doors.visitor(conn, cookie, NOW + 100 * DAY)
        assert kept == replace(found, until=NOW + LASTS)
        assert not doors.wants_keeping(kept, NOW + HOUR)
        await doors.close(conn, cookie)
        assert await doors.visitor(conn, cookie, NOW) is None


async def test_a_code_opens_the_same_talk_however_it_is_typed(database: Database) -> None:
    async with database.write() as conn:
        visitor, _ = await begun(conn)
        code = await doors.new_code(conn, visitor, NOW)
        for typed in (code, code.lower(), code.replace("-", ""), f"  {code.replace('-', ' ')} \n"):
            cookie = await doors.open_by_code(conn, typed, NOW)
            assert cookie is not None
            opened = await doors.visitor(conn, cookie, NOW)
            assert opened is not None
            assert opened.address == visitor.address
        for wrong in ("", "ABCD", code + "2", "2" * 16, "\u0000" * 16):
            assert await doors.open_by_code(conn, wrong, NOW) is None
        assert await doors.open_by_code(conn, code, NOW + LASTS) is None
        await doors.new_code(conn, visitor, NOW)
        assert await doors.open_by_code(conn, code, NOW) is None


async def test_a_link_is_spent_once_and_in_time(database: Database) -> None:
    async with database.write() as conn:
        held = await agree(conn)
        old = await doors.new_link(conn, "telegram", ADDRESS, 7, NOW)
        token = await doors.new_link(conn, "telegram", ADDRESS, 7, NOW)
        assert await doors.linked(conn, old, NOW) is None  # the newest alone
        for _ in range(2):
            assert await doors.linked(conn, token, NOW) == doors.Linked("telegram", ADDRESS, 7, "de", None)
        assert await doors.spend_link(conn, token, NOW + doors.LINK) is None  # and it is gone
        token = await doors.new_link(conn, "telegram", ADDRESS, 7, NOW)
        cookie = await doors.spend_link(conn, token, NOW)
        assert cookie is not None
        opened = await doors.visitor(conn, cookie, NOW)
        assert await doors.spend_link(conn, token, NOW) is None
        assert opened is not None
        (row,) = await inbox.due(conn, NOW, 10)
        assert (row.lane, row.heard.text, row.heard.subject) == (held.lane, opened.address, "7")
        # Without a form it leads to the talk that was begun before.
        begun_there = replace(held.conversation, page=opened.address)
        await conversations.save(conn, [(held, begun_there)], NOW)
        token = await doors.new_link(conn, "telegram", ADDRESS, None, NOW)
        cookie = await doors.spend_link(conn, token, NOW)
        assert cookie is not None
        assert replace(opened, until=NOW + LASTS) == await doors.visitor(conn, cookie, NOW)
        assert await inbox.waiting(conn) == 1
        token = await doors.new_link(conn, "telegram", ADDRESS, 7, NOW)
        await doors.forget(conn, [held.lane], NOW)
        assert await doors.linked(conn, token, NOW) is None


async def test_a_cookie_is_no_code(database: Database) -> None:
    async with database.write() as conn:
        visitor, _ = await begun(conn)
        code = await doors.new_code(conn, visitor, NOW)
        assert await doors.visitor(conn, code.replace("-", ""), NOW) is None


async def test_erasure_leaves_the_browser_a_day_for_the_farewell(database: Database) -> None:
    async with database.write() as conn:
        cookie = await doors.new_visitor(conn, NOW)
        await doors.keep(conn, cookie, NOW)
        visitor = await doors.visitor(conn, cookie, NOW)
        assert visitor is not None
        held = (await conversations.hold(conn, {visitor.lane: ("web", visitor.address)}, NOW))[visitor.lane]
        held = replace(held, person_id=await people.consent(conn, held, AGREED, "web", NOW))
        await doors.new_code(conn, visitor, NOW)
        await uploads.put(conn, visitor.lane, File("", "photo"), b"pixels", NOW)
        await notices.leave(conn, visitor.lane, held.id, "anna@example.org", "en")
        await people.erase(conn, held, NOW)
        left = [await conn.scalar(select(func.count()).select_from(t)) for t in (web_doors, web_uploads, web_notices)]
        assert left == [1, 0, 0]
        after = await doors.visitor(conn, cookie, NOW)
        assert after is not None
        assert after.until == NOW + UNUSED
        await retention.sweep(conn, NOW + UNUSED)
        assert await conn.scalar(select(func.count()).select_from(web_doors)) == 0


# -- uploads --------------------------------------------------------------------------------------


async def test_an_upload_belongs_to_its_talk_and_goes_after_a_day(database: Database) -> None:
    async with database.write() as conn:
        visitor, held = await begun(conn)
        file = await uploads.put(conn, visitor.lane, File("", "photo", 6, "image/jpeg"), b"pixels", NOW)
        assert await uploads.find(conn, visitor.lane, file.ref, NOW) == file
        assert await uploads.find(conn, b"other", file.ref, NOW) is None
        assert await uploads.content(conn, file.ref) == b"pixels"
        await files.want(conn, held, [file], None, NOW)
        assert [one.file for one in await files.wanted(conn, "web", NOW, 10)] == [file]
        await doors.sweep(conn, NOW + DAY)
        assert await uploads.content(conn, file.ref) is None
        assert await uploads.find(conn, visitor.lane, file.ref, NOW) is None


# -- notices --------------------------------------------------------------------------------------


async def confirmed(conn: AsyncConnection) -> None:
    (asked,) = await notices.take_questions(conn, NOW, 10)
    assert await notices.take_questions(conn, NOW, 10) == []
    assert not await notices.confirm(conn, "another word", NOW)
    assert not await notices.confirm(conn, asked.confirm, NOW + notices.UNCONFIRMED)
    assert await notices.confirm(conn, asked.confirm, NOW)
    assert not await notices.confirm(conn, asked.confirm, NOW)


async def test_whoever_has_unread_messages_is_told_once_until_they_read(database: Database) -> None:
    async with database.write() as conn:
        visitor, held = await begun(conn)
        await says(conn, held, "before", None)
        await notices.leave(conn, visitor.lane, held.id, "anna@example.org", "en")
        await confirmed(conn)
        await talk.seen(conn, visitor.lane, 10**12, NOW)
        assert await notices.take_due(conn, NOW + MINUTE, 10) == []
        await says(conn, held, "first", None)
        assert await notices.take_due(conn, NOW - MINUTE, 10) == []  # an open page would have shown it by now
        (due,) = await notices.take_due(conn, NOW + MINUTE, 10)
        assert (due.email, due.language) == ("anna@example.org", "en")
        await says(conn, held, "second", None)
        assert await notices.take_due(conn, NOW + MINUTE, 10) == []
        await talk.seen(conn, visitor.lane, 10**12, NOW)
        await says(conn, held, "third", None)
        (due,) = await notices.take_due(conn, NOW + MINUTE, 10)
        assert not await notices.stop(conn, "another word")
        assert await notices.stop(conn, due.stop)
        assert not await notices.stop(conn, due.stop)


async def test_a_new_address_takes_the_place_of_the_old_one(database: Database) -> None:
    async with database.write() as conn:
        visitor, held = await begun(conn)
        await notices.leave(conn, visitor.lane, held.id, "anna@example.org", "en")
        await notices.leave(conn, visitor.lane, held.id, "berta@example.org", "ar")
        await confirmed(conn)
        await says(conn, held, "news", None)
        (due,) = await notices.take_due(conn, NOW + MINUTE, 10)
        assert (due.email, due.language) == ("berta@example.org", "ar")
        await notices.leave(conn, visitor.lane, held.id, "", "ar")
        assert await conn.scalar(select(func.count()).select_from(web_notices)) == 0

"""Staff: accounts, one-time links, sessions, tries."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from storage import guessing, passwords, staff
from storage.database import Database
from storage.tables import staff as table
from storage.tables_staff import staff_links, staff_sessions, staff_tries
from tests.storage.given import HOUR, MINUTE, NOW

SECOND = timedelta(seconds=1)


# -- accounts -------------------------------------------------------------------------------------


async def test_an_address_is_one_account_however_it_is_written(database: Database) -> None:
    async with database.write() as conn:
        ada = await staff.add(conn, " Ada@Example.org ", "caseworker", NOW)
        with pytest.raises(staff.Exists):
            await staff.add(conn, "ADA@example.org", "reader", NOW)
        found = await staff.by_email(conn, "aDa@example.org ")
        assert found is not None
        assert found == await staff.by_id(conn, ada)
        assert (found.email, found.role, found.language, found.disabled_at) == (
            "ada@example.org",
            "caseworker",
            None,
            None,
        )
        assert await staff.by_email(conn, "nobody@example.org") is None
        assert await staff.by_id(conn, ada + 1) is None


async def test_several_roles(database: Database) -> None:
    async with database.write() as conn:
        ada = await staff.add(conn, "ada@example.org", "administrator, caseworker,administrator", NOW)
        found = await staff.by_id(conn, ada)
        assert found is not None
        assert found.roles == {"administrator", "caseworker"}
        for wrong in ("chief", "", "reader,chief", "Reader"):
            with pytest.raises(staff.UnknownRole):
                await staff.add(conn, "bo@example.org", wrong, NOW)


async def test_language_and_password(database: Database) -> None:
    async with database.write() as conn:
        ada = await staff.add(conn, "ada@example.org", "reader", NOW)
        await staff.set_language(conn, ada, "de")
        await staff.set_password_hash(conn, ada, passwords.hashed("correct horse"))
        found = await staff.by_id(conn, ada)
    assert found is not None
    assert found.language == "de"
    assert passwords.fits(found.password_hash, "correct horse")
    assert not passwords.fits(found.password_hash, "correct horse ")
    assert (found.password_hash or "-") not in repr(found)


async def test_who_is_switched_off_is_out_at_once(database: Database) -> None:
    async with database.write() as conn:
        ada = await staff.add(conn, "ada@example.org", "reader", NOW)
        token, _ = await staff.open_session(conn, ada, NOW)
        link = await staff.make_link(conn, ada, NOW)
        await staff.disable(conn, ada, NOW)
        assert await staff.session(conn, token, NOW) is None
        assert await staff.link_holder(conn, link, NOW) is None
        assert await staff.spend_link(conn, link, NOW) is None
        late = await staff.make_link(conn, ada, NOW)
        assert await staff.spend_link(conn, late, NOW) is None
        assert await staff.active(conn) == []


def test_passwords() -> None:
    kept = passwords.hashed("Grüße, Łódź \ud800")
    assert kept.startswith("$argon2id$")
    assert passwords.fits(kept, "Grüße, Łódź \ud800")
    assert not passwords.fits(None, "nobody")
    assert not passwords.fits("no hash at all", "anything")
    for wrong in ("", "x" * (passwords.SHORTEST - 1), "x" * (passwords.LONGEST + 1)):
        with pytest.raises(passwords.WrongLength):
            passwords.hashed(wrong)
    assert not passwords.fits(kept, "x" * 1_000_000)


# -- one-time links -------------------------------------------------------------------------------


async def test_a_link_is_looked_at_often_and_spent_once(database: Database) -> None:
    async with database.write() as conn:
        ada = await staff.add(conn, "ada@example.org", "reader", NOW)
        token = await staff.make_link(conn, ada, NOW)
        for _ in range(3):
            holder = await staff.link_holder(conn, token, NOW + staff.LINK_LASTS - SECOND)
            assert holder is not None
            assert holder.id == ada
        spent = await staff.spend_link(conn, token, NOW + staff.LINK_LASTS - SECOND)
        assert spent == holder
        assert await staff.spend_link(conn, token, NOW) is None
        assert await staff.link_holder(conn, token, NOW) is None
        row = (await conn.execute(select(staff_links))).one()
    assert token.encode() not in bytes(row.token_hash)


async def test_a_link_ends_after_a_quarter_of_an_hour(database: Database) -> None:
    async with database.write() as conn:
        token = await staff.make_link(conn, await staff.add(conn, "ada@example.org", "reader", NOW), NOW)
        assert await staff.link_holder(conn, token, NOW + 15 * MINUTE) is None
        assert await staff.spend_link(conn, token, NOW + 15 * MINUTE) is None
        for wrong in ("", "x", token + "x", token[:-1]):
            assert await staff.spend_link(conn, wrong, NOW) is None


async def test_of_many_at_once_one_spends_it(database: Database) -> None:
    async with database.write() as conn:
        token = await staff.make_link(conn, await staff.add(conn, "ada@example.org", "reader", NOW), NOW)

    async def spend() -> bool:
        async with database.write() as conn:
            return await staff.spend_link(conn, token, NOW) is not None

    assert sum(await asyncio.gather(*(spend() for _ in range(12)))) == 1


async def test_the_first_link(database: Database) -> None:
    """Each start gives one, until somebody has signed in."""
    async with database.write() as conn:
        assert await staff.first_link(conn, NOW) is not None
        token = await staff.first_link(conn, NOW)
        assert token is not None
        first = await staff.spend_link(conn, token, NOW)
        assert first is not None
        assert first.roles == {"administrator", "caseworker"}
        assert await staff.count(conn) == 1
        await staff.open_session(conn, first.id, NOW)
        assert await staff.first_link(conn, NOW) is None


async def test_the_first_link_of_two_processes_that_start_together(database: Database) -> None:
    async def start(held: float) -> str | None:
        async with database.write() as conn:
            link = await staff.first_link(conn, NOW)
            await asyncio.sleep(held)
            return link

    links = await asyncio.gather(start(0.2), start(0))
    assert None not in links
    assert len(set(links)) == 2


async def test_no_first_link_where_staff_were_added(database: Database) -> None:
    async with database.write() as conn:
        await staff.add(conn, "ada@example.org", "reader", NOW)
        assert await staff.first_link(conn, NOW) is None


# -- sessions -------------------------------------------------------------------------------------


async def test_a_session_ends_when_nobody_is_there(database: Database) -> None:
    async with database.write() as conn:
        ada = await staff.add(conn, "ada@example.org", "reader", NOW)
        token, csrf = await staff.open_session(conn, ada, NOW)
        found = await staff.session(conn, token, NOW + 29 * MINUTE)
        assert found is not None
        assert (found.staff.id, found.csrf, found.idle_until) == (ada, csrf, NOW + staff.IDLE)
        assert found.staff.signed_in_at == NOW
        assert csrf not in repr(found)
        assert await staff.session(conn, token, NOW + 30 * MINUTE) is None
        await staff.touch(conn, found.id, NOW + 29 * MINUTE)
        again = await staff.session(conn, token, NOW + 30 * MINUTE)
        assert again is not None
        assert (again.idle_until, again.until) == (NOW + 59 * MINUTE, NOW + 12 * HOUR)


async def test_a_session_is_touched_once_a_minute(database: Database) -> None:
    async with database.write() as conn:
        token, _ = await staff.open_session(conn, await staff.add(conn, "ada@example.org", "reader", NOW), NOW)
        found = await staff.session(conn, token, NOW)
        assert found is not None
        assert [found.wants_touch(NOW + n * SECOND) for n in (0, 59, 60)] == [False, False, True]


async def test_after_half_a_day_a_session_ends_anyway(database: Database) -> None:
    async with database.write() as conn:
        token, _ = await staff.open_session(conn, await staff.add(conn, "ada@example.org", "reader", NOW), NOW)
        now = NOW
        while found := await staff.session(conn, token, now):
            assert found.idle_until <= NOW + 12 * HOUR
            await staff.touch(conn, found.id, now)
            now += 20 * MINUTE
        assert now == NOW + 12 * HOUR


async def test_signed_out(database: Database) -> None:
    async with database.write() as conn:
        ada = await staff.add(conn, "ada@example.org", "reader", NOW)
        token, csrf = await staff.open_session(conn, ada, NOW)
        other, other_csrf = await staff.open_session(conn, ada, NOW)
        assert (token, csrf) != (other, other_csrf)
        await staff.end_session(conn, token)
        assert await staff.session(conn, token, NOW) is None
        assert await staff.session(conn, other, NOW) is not None
        assert await staff.session(conn, csrf, NOW) is None


async def test_what_is_over_is_swept(database: Database) -> None:
    async with database.write() as conn:
        ada = await staff.add(conn, "ada@example.org", "reader", NOW)
        await staff.make_link(conn, ada, NOW)
        await staff.open_session(conn, ada, NOW)
        await guessing.wrong(conn, "ada@example.org", "192.0.2.1", "", NOW)
        assert await staff.sweep(conn, NOW + MINUTE) == 0
        assert await staff.sweep(conn, NOW + HOUR) == 5
        left = [
            await conn.scalar(select(func.count()).select_from(t)) for t in (staff_links, staff_sessions, staff_tries)
        ]
        assert left == [0, 0, 0]
        assert await conn.scalar(select(func.count()).select_from(table)) == 1

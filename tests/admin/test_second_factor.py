"""The second step at the sign-in, the sessions that are open, and guessing that locks nobody out."""

from __future__ import annotations

import base64
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from storage import guessing, second_factor, staff
from storage.database import Database, open_database
from storage.sealed import Keyring
from tests.admin.given import HTMX, KRISTINA, PASSWORD, Answered, Desk, Office, open_office
from tests.storage.given import NOW

MINUTE = timedelta(minutes=1)
STEP = timedelta(seconds=second_factor.STEP)
HEAD = "head@example.org"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@asynccontextmanager
async def office_with(database: Database, rule: str) -> AsyncIterator[Office]:
    async with open_office(database, second_factor=rule) as opened:
        yield opened


def number(secret: str, office: Office) -> str:
    totp = second_factor._totp(base64.b32decode(secret))
    return totp.generate(int(office.now().timestamp())).decode()


async def enrol(at: Desk, office: Office, path: str = "/admin/second-factor") -> tuple[str, list[str]]:
    """Sets it up; gives the secret and the codes for paper."""
    page = await at.get(path)
    secret = "".join(re.findall(r'data-field="secret"[^>]*>([A-Z2-7 ]+)<', page.text)[0].split())
    fields = {"csrf": page.csrf, "do": "confirm", "next": "/admin/submissions?status=new"}
    assert (await at.post("/admin/second-factor", {**fields, "code": "000000"})).status == 422
    shown = number(secret, office)
    done = await at.post("/admin/second-factor", {**fields, "code": f" {shown[:3]} {shown[3:]}"})
    codes = re.findall(r'data-field="recovery"><code>([^<]+)<', done.text)
    assert (done.status, len(codes), "/admin/submissions?status=new" in done.text) == (200, 10, True)
    return secret, codes


async def code(at: Desk, written: str) -> Answered:
    page = await at.get("/admin/sign-in/code")
    return await at.post("/admin/sign-in/code", {"csrf": page.csrf, "code": written, "next": "/admin/help"})


async def test_a_role_that_asks_for_it_sets_it_up_at_the_next_sign_in(database: Database) -> None:
    async with office_with(database, "optional") as office:
        await office.hire(HEAD, "coordinator")
        async with Desk(office) as at:
            asked = await at.sign_in(HEAD)
            assert (asked.status, asked.path.split("?")[0]) == (200, "/admin/second-factor")
            assert (await at.get("/admin/submissions", follow=False)).headers["Location"] == "/admin/second-factor"
            assert (await at.get("/admin/submissions", headers=HTMX)).status == 401
            [before] = [one.value for one in at.cookies if one.key == "sempre_staff"]
            secret, codes = await enrol(at, office)
            assert (await at.get("/admin/submissions")).path == "/admin/submissions"
            async with Desk(office, Cookie=f"sempre_staff={before}") as thief:
                assert (await thief.get("/admin/account", follow=False)).status == 303
        office.moment += STEP
        async with Desk(office) as at:
            assert (await at.sign_in(HEAD)).path == "/admin/sign-in/code"
            assert (await at.get("/admin/second-factor")).path == "/admin/sign-in/code"
            assert (await code(at, "12345")).status == 401
            right = number(secret, office)
            assert (await code(at, right)).path == "/admin/help"
        async with Desk(office) as again:
            await again.sign_in(HEAD)
            assert (await code(again, right)).status == 401  # somebody looked over the shoulder
            assert (await code(again, codes[0].lower())).path == "/admin/help"
        async with Desk(office) as again:
            await again.sign_in(HEAD)
            assert (await code(again, codes[0])).status == 401
            office.moment += 11 * MINUTE
            assert (await again.get("/admin/sign-in/code")).path.startswith("/admin/sign-in?next=")


async def test_wrong_numbers_cost_a_wait_that_grows(database: Database) -> None:
    async with database.write() as conn:
        ada = await staff.add(conn, "ada@example.org", "coordinator", NOW)
        secret, now = await second_factor.begin(conn, ada, NOW), NOW
        assert await second_factor.begin(conn, ada, NOW + MINUTE) == secret

        def right() -> str:
            return second_factor._totp(secret).generate(int(now.timestamp())).decode()

        for drift in (-2, 2):
            now = NOW + drift * STEP
            late = right()
            now = NOW
            assert await second_factor.confirm(conn, ada, late, NOW) is None
        codes = await second_factor.confirm(conn, ada, right(), NOW)
        assert codes is not None
        for minutes in (1, 2, 4, 8):
            await second_factor.accepts(conn, ada, "000000", now)
            for _ in range(4 if minutes == 1 else 0):
                await second_factor.accepts(conn, ada, "000000", now)
            with pytest.raises(second_factor.Wait) as wait:
                await second_factor.accepts(conn, ada, "000000", now)
            assert wait.value.until - now == minutes * MINUTE
            with pytest.raises(second_factor.Wait):
                await second_factor.accepts(conn, ada, right(), now + minutes * MINUTE - STEP)
            now += minutes * MINUTE
        assert await second_factor.accepts(conn, ada, codes[3], now)  # a code of 50 bits is not guessed
        assert await second_factor.accepts(conn, ada, right(), now)
        assert (await second_factor.of(conn, ada)) == second_factor.Factor(NOW, 9)
        for ten in codes:
            assert await second_factor.accepts(conn, ada + 1, ten, now) is False
        assert await second_factor.forget(conn, ada)
        assert await second_factor.of(conn, ada) is None


async def test_who_asks_for_it(sqlite_file: Path, keyring: Keyring) -> None:
    """The setting beats the role, and what somebody set up."""
    roles = {role: frozenset({role}) for role in staff.ROLES}
    rules = ("off", "optional", "required")
    assert {rule: {role for role, of in roles.items() if second_factor.demanded(rule, of)} for rule in rules} == {
        "off": set(),
        "optional": {"coordinator", "administrator", "data-protection-officer"},
        "required": set(staff.ROLES),
    }
    database = open_database(f"sqlite:///{sqlite_file}", keyring)
    async with office_with(database, "optional") as office:
        member = await office.hire()
        async with Desk(office) as at:
            assert (await at.sign_in()).path == "/admin/submissions"
            _, codes = await enrol(at, office)
        async with Desk(office) as at:
            assert (await at.sign_in()).path == "/admin/sign-in/code"
            link = await office.link(member)
            form = await at.get(f"/admin/sign-in?link={link}")  # a link is no way round it
            assert (await at.post("/admin/sign-in", {"csrf": form.csrf, "link": link})).path == "/admin/sign-in/code"
    async with office_with(database, "off") as office, Desk(office) as at:
        assert (await at.sign_in()).path == "/admin/submissions"
        assert (await at.get("/admin/second-factor")).status == 404
    async with office_with(database, "optional") as office, Desk(office) as at:
        await at.take_seat(member)
        office.moment += STEP
        page = await at.get("/admin/second-factor")
        assert 'data-field="factor" data-value="on"' in page.text
        wrong = await at.post("/admin/second-factor", {"csrf": page.csrf, "do": "off", "code": "1"})
        assert wrong.status == 422
        fresh = {"csrf": page.csrf, "do": "codes", "code": codes[0]}
        renewed = re.findall(r'"recovery"><code>([^<]+)<', (await at.post("/admin/second-factor", fresh)).text)
        assert (len(renewed), set(renewed) & set(codes)) == (10, set())
        gone = await at.post("/admin/second-factor", {**fresh, "do": "off", "code": renewed[0]})
        assert (gone.path, "The second step is off." in gone.text) == ("/admin/account?done=factor", True)
    await database.close()


async def test_sessions_are_listed_and_ended(office: Office) -> None:
    member = await office.hire()
    async with Desk(office, **{"User-Agent": FIREFOX}) as here, Desk(office) as there, Desk(office) as third:
        await here.sign_in()
        for other in (there, third):
            await other.take_seat(member)
        account = await here.get("/admin/account")
        assert account.text.count('data-field="session"') == 3
        assert 'data-field="session" data-value="this"' in account.text
        assert "Firefox, Linux" in account.text
        [first, *_] = re.findall(r'name="session" value="(\d+)"', account.text)
        ended = await here.post("/admin/account/sessions", {"csrf": account.csrf, "session": first})
        assert (ended.text.count('data-field="session"'), "It is ended." in ended.text) == (2, True)
        fields = {"csrf": account.csrf, "password": PASSWORD + "!", "again": PASSWORD + "!"}
        changed = await here.post("/admin/account", fields)
        assert changed.text.count('data-field="session"') == 1
        for other in (there, third):
            assert (await other.get("/admin/account", follow=False)).status == 303
        stranger = await office.hire("jonas@example.org")
        async with Desk(office) as jonas:
            await jonas.take_seat(stranger)
            mine = re.findall(r'name="session" value="(\d+)"', account.text)
            csrf = (await jonas.get("/admin/account")).csrf
            for one in [*mine, "x", "9" * 30]:
                await jonas.post("/admin/account/sessions", {"csrf": csrf, "session": one})
        assert (await here.get("/admin/account", follow=False)).status == 200
        await there.take_seat(member)
        await here.post("/admin/account/sessions", {"csrf": account.csrf, "session": "others"})
        assert (await there.get("/admin/account", follow=False)).status == 303


async def test_guessing_from_everywhere_does_not_lock_out_a_known_browser(database: Database) -> None:
    async with database.write() as conn:
        word = guessing.known_word(KRISTINA)
        for n in range(guessing.MOST_BY_STRANGERS):
            assert not await guessing.refused(conn, KRISTINA, f"198.51.100.{n}", "", NOW)
            await guessing.wrong(conn, KRISTINA, f"198.51.100.{n}", "", NOW)
        assert await guessing.refused(conn, KRISTINA, "203.0.113.1", "", NOW)
        assert await guessing.refused(conn, KRISTINA, "203.0.113.1", guessing.known_word("else@example.org"), NOW)
        for _ in range(guessing.MOST):
            assert not await guessing.refused(conn, KRISTINA, "203.0.113.1", word, NOW)
            await guessing.wrong(conn, KRISTINA, "203.0.113.1", word, NOW)
        assert await guessing.refused(conn, KRISTINA, "203.0.113.1", word, NOW)  # a stolen word guesses no more often
        await guessing.right(conn, KRISTINA, "203.0.113.1", word)
        assert not await guessing.refused(conn, KRISTINA, "203.0.113.1", word, NOW)
        assert not await guessing.refused(conn, "jonas@example.org", "198.51.100.1", "", NOW)
        for n in range(guessing.MOST_AT_ADDRESS):
            await guessing.wrong(conn, f"{n}@example.org", "198.51.100.1", "", NOW)
        assert await guessing.refused(conn, "jonas@example.org", "198.51.100.1", "", NOW)
        assert not await guessing.refused(conn, KRISTINA, "203.0.113.1", "", NOW + staff.TRIES_LAST)

"""Every address of the panel with every role: what is answered for each sort of submission, in one table (R-15)."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import update

from admin import app
from storage import casework, organisations, staff
from storage.database import open_database
from storage.sealed import Keyring
from storage.tables import submissions as table
from tests.admin.given import Desk, Office, open_office

OURS = "N-222-222"  # in Liepa, where everybody in the table works
ELSEWHERE = "N-333-333"  # in Husum, which is nobody's place
NOWHERE = "N-444-444"  # no place was told
GIVEN = "N-555-555"  # in Husum, and given to each of them
THEIRS = "N-666-666"  # of another organisation
CASE = "N-777-777"  # of safeguarding, in Liepa
RESTRICTED = "N-888-888"
NOTHING = "N-999-999"
SORTS = (OURS, ELSEWHERE, NOWHERE, GIVEN, THEIRS, CASE, RESTRICTED, NOTHING)

# What each may see, in the order of SORTS. `bound`: to the place Liepa. `named`: for safeguarding.
SEEN = {
    "reader": "+ + + + . . . .",
    "reader bound": "+ . + + . . . .",
    "caseworker": "+ + + + . . . .",
    "caseworker bound": "+ . + + . . . .",
    "caseworker bound named": "+ . + + . + . .",
    "coordinator": "+ + + + . . . .",
    "coordinator bound": "+ + + + . . . .",
    "coordinator named": "+ + + + . + . .",
    "analyst": ". . . . . . . .",
    "administrator": ". . . . . . . .",
    "data-protection-officer": ". . . . . . + .",
    "data-protection-officer,caseworker bound": "+ . + + . . + .",
}

READ, WORK, SEE, OFFICE = (
    {"reader", "caseworker", "coordinator"},
    {"caseworker", "coordinator"},
    {"reader", "caseworker", "coordinator", "data-protection-officer"},
    {"data-protection-officer"},
)
EVERY = set(staff.ROLES)
NOBODY_ASKED = {"anybody"}

# Who comes in. A submission that is not seen is answered with 404 also then.
ROUTES = {
    "GET /admin": EVERY,
    "GET /admin/static/{name}": NOBODY_ASKED,
    "GET /admin/sign-in": NOBODY_ASKED,
    "POST /admin/sign-in": NOBODY_ASKED,
    "GET /admin/sign-in/code": EVERY,
    "POST /admin/sign-in/code": EVERY,
    "GET /admin/second-factor": EVERY,
    "POST /admin/second-factor": EVERY,
    "POST /admin/account/sessions": EVERY,
    "POST /admin/sign-out": EVERY,
    "POST /admin/session": EVERY,
    "GET /admin/account": EVERY,
    "POST /admin/account": EVERY,
    "POST /admin/language": EVERY,
    "GET /admin/help": NOBODY_ASKED,
    "GET /admin/submissions": SEE,
    "POST /admin/search": READ,
    "GET /admin/submissions/export": WORK,
    "GET /admin/translate": READ,
    "GET /admin/submissions/{reference}": SEE,
    "GET /admin/submissions/{reference}/conversation": SEE,
    "GET /admin/submissions/{reference}/alike": READ,
    "GET /admin/submissions/{reference}/files/{file}": SEE,
    "GET /admin/submissions/{reference}/files/{file}/words": WORK,
    "POST /admin/submissions/{reference}/files/{file}/words": WORK,
    "POST /admin/submissions/{reference}/files/{file}/draft": WORK,
    "POST /admin/submissions/{reference}/status": WORK,
    "POST /admin/submissions/{reference}/notes": WORK,
    "POST /admin/submissions/{reference}/assign": WORK,
    "POST /admin/submissions/{reference}/messages": WORK,
    "POST /admin/submissions/{reference}/translation": WORK,
    "POST /admin/submissions/{reference}/keep": WORK,
    "POST /admin/submissions/{reference}/topic": WORK,
    "POST /admin/submissions/{reference}/further": WORK,
    "POST /admin/submissions/{reference}/links": WORK,
    "POST /admin/submissions/{reference}/unlink": WORK,
    "POST /admin/submissions/{reference}/hide": WORK,
    "POST /admin/submissions/{reference}/show": {"coordinator"},
    "POST /admin/submissions/{reference}/redact": {"coordinator", "data-protection-officer"},
    "POST /admin/submissions/{reference}/safeguarding": WORK,
    "GET /admin/desk": WORK,
    "POST /admin/desk": WORK,
    "GET /admin/desk/{talk}": WORK,
    "POST /admin/desk/{talk}": WORK,
    "POST /admin/desk/{talk}/end": WORK,
    "GET /admin/desk/{talk}/receipt": WORK,
    "POST /admin/desk/{talk}/receipt": WORK,
    "GET /admin/break-glass": WORK,
    "POST /admin/break-glass": WORK,
    "GET /admin/openings": OFFICE,
    "GET /admin/audit": OFFICE,
    "GET /admin/trouble": {"coordinator", "administrator"},
    "POST /admin/trouble": {"coordinator", "administrator"},
}
HOUSE = {"POST /admin/sign-out", "POST /admin/account", "GET /admin/second-factor", "POST /admin/second-factor"}
"""Everybody's own affair, and would end what the test stands on."""


def _table() -> dict[str, set[str]]:
    named = ((method, re.sub(r"{(\w+):[^}]*}", r"{\1}", path), roles) for method, path, _, roles in app.ROUTES)
    return {f"{method} /admin{path}": set(roles) for method, path, roles in named}


def test_the_table_names_every_address_with_its_roles() -> None:
    assert _table() == ROUTES


@asynccontextmanager
async def _at_work(office: Office, who: str) -> AsyncIterator[Desk]:
    roles, *more = who.split(" ")
    member = await office.hire(f"{who.replace(' ', '.').replace(',', '.')}@example.org", roles)
    async with office.database.write() as conn:
        if "bound" in more:
            await staff.set_places(conn, member, ["Liepa"])
        if "named" in more:
            await staff.name_for_safeguarding(conn, member, True)
        await conn.execute(update(table).where(table.c.reference == GIVEN).values(assignee_id=member))
    async with Desk(office) as desk:
        await desk.take_seat(member)
        yield desk


async def _submissions(office: Office) -> None:
    async with office.database.write() as conn:
        caritas = await organisations.add(conn, "Caritas", "local", office.now())
        await organisations.take_places(conn, caritas, ["Tönning"])
        other = await staff.add(conn, "other@example.org", "coordinator", office.now())
        await staff.move(conn, other, caritas)
        guard = await staff.add(conn, "guard@example.org", "reader", office.now())
        await staff.name_for_safeguarding(conn, guard, True)
    for reference, place in (
        (OURS, "Liepa"),
        (ELSEWHERE, "Husum"),
        (NOWHERE, ""),
        (GIVEN, "Husum"),
        (THEIRS, "tonning"),
    ):
        await office.need(reference, place=place, story="marsh", language="de")
    await office.need(CASE, place="Liepa", topic="SAF", detail="SAF.hurt", story="marsh", language="de")
    held = await office.need(RESTRICTED, place="Liepa", story="marsh", language="de")
    async with office.database.write() as conn:
        await conn.execute(update(table).where(table.c.reference == NOWHERE).values(place_hash=None, place=None))
        await casework.restrict(conn, held, True, office.now())


async def test_lists_hold_what_is_seen(office: Office) -> None:
    """On both databases."""
    await _submissions(office)
    for who, marks in SEEN.items():
        async with _at_work(office, who) as at:
            await _the_list_and_what_counts(at, _roles(who), _mine(marks))


def _roles(who: str) -> set[str]:
    return set(who.split(" ")[0].split(","))


def _mine(marks: str) -> list[str]:
    return [reference for reference, mark in zip(SORTS, marks.split(), strict=True) if mark == "+"]


async def _the_list_and_what_counts(at: Desk, roles: set[str], mine: list[str]) -> None:
    """List, count, filters hold what is seen; what uses it leaves out what may only be kept."""
    used = [one for one in mine if one != RESTRICTED]
    if roles & SEE:
        shown = await at.get("/admin/submissions")
        assert (sorted(shown.references()), f'data-count="{len(mine)}"' in shown.text) == (mine, True)
        filtered = await at.get("/admin/submissions?topic=SAF")
        assert sorted(filtered.references()) == [one for one in mine if one == CASE]
    if roles & READ:
        found = await at.post("/admin/search", {"csrf": shown.csrf, "q": "marsh"})
        assert (sorted(found.references()), f'data-count="{len(used)}"' in found.text) == (used, True)
        queue = await at.get("/admin/translate")
        assert sorted(re.findall(r'data-reference="([^"]+)"', queue.text)) == used
    if roles & WORK:
        exported = await at.get("/admin/submissions/export?format=jsonl")
        assert sorted(json.loads(line)["reference"] for line in exported.text.splitlines()) == used


async def test_every_address_for_every_role_and_sort_of_submission(sqlite_file: Path, keyring: Keyring) -> None:
    database = open_database(f"sqlite:///{sqlite_file}", keyring)
    async with open_office(database) as office:
        await _submissions(office)
        for who, marks in SEEN.items():
            async with _at_work(office, who) as at:
                await _every_address(at, who, _roles(who), _mine(marks))
    await database.close()


async def _every_address(at: Desk, who: str, roles: set[str], mine: list[str]) -> None:
    csrf = (await at.get("/admin/help")).csrf
    for route, allowed in ROUTES.items():
        if route in HOUSE or allowed == NOBODY_ASKED:
            continue
        several = SORTS if roles & allowed else (OURS,)
        for reference in several if "{reference}" in route else ("",):
            expected = "in" if roles & allowed else "refused"
            missing = "{talk}" in route or "{file}" in route
            if expected == "in" and (missing or (reference and reference not in mine)):
                expected = "nothing"
            assert await _answered(at, route, reference, csrf) == expected, (who, route, reference)


async def _answered(at: Desk, route: str, reference: str, csrf: str) -> str:
    """Whether one is refused for one's role, finds nothing, or comes in: then an empty form is told what it lacks."""
    method, path = route.replace("{reference}", reference).replace("{file}", "9").replace("{talk}", "x").split(" ")
    fields = {"csrf": csrf, "case": "yes", "email": "nobody"}
    answer = await (at.get(path) if method == "GET" else at.post(path, fields))
    if answer.status in (403, 404):
        assert "marsh" not in answer.text
        return "refused" if answer.status == 403 else "nothing"
    assert answer.status in (200, 422), (route, answer.status)
    return "in"

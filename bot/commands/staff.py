"""`sempre staff …`: accounts on the panel. `add` prints a link that signs in once; again: a new link."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial

from sqlalchemy.ext.asyncio import AsyncConnection

from bot import hints, placing, settings
from bot.problem import Problem, WrongUsage
from bot.service import Ground, ground
from bot.settings import Settings
from storage import audit, organisations, passwords, scope, second_factor, staff
from storage.staff import Staff

LONGEST_EMAIL = 254
"""Characters of an address (RFC 5321, erratum 1690)."""

Act = Callable[[Ground, AsyncConnection, Staff, argparse.Namespace], Awaitable[tuple[str, str]]]
"""Does it, and gives what the trail notes and what to say."""


def run(arguments: argparse.Namespace) -> int:
    if arguments.action == "list":
        asyncio.run(_list(settings.load()))
        return 0
    arguments.email = _address(arguments.email)
    if arguments.action == "add":
        arguments.role = _roles(arguments.role)
        _few(arguments.place)
        current = settings.load()
        arguments.password_hash = _password() if arguments.password_stdin else None
        asyncio.run(_add(current, arguments))
        return 0
    if arguments.action == "safeguarding" and arguments.value not in {"on", "off"}:
        raise WrongUsage("Say on or off: `sempre staff safeguarding ada@example.org on`.")
    if arguments.action == "role":
        arguments.value = _roles(arguments.value)
    if arguments.action == "places":
        _few(arguments.value)
    asyncio.run(_change(settings.load(), arguments))
    return 0


def _few(places: Sequence[str]) -> None:
    if len(places) > scope.MOST_PLACES or not all(place.strip() for place in places):
        raise WrongUsage(f"PLACE is the name of a town or village; at most {scope.MOST_PLACES} of them.")


def _address(text: str) -> str:
    address = staff.normal(text)
    name, _, domain = address.rpartition("@")
    if not (name and domain and address.isprintable() and len(address) <= LONGEST_EMAIL) or " " in address:
        raise WrongUsage("EMAIL must be an e-mail address, like ada@example.org.")
    return address


def _roles(text: str) -> str:
    roles = [one.strip() for one in text.split(",")]
    if not set(roles) <= set(staff.ROLES):
        raise WrongUsage(f"ROLE is one of {', '.join(staff.ROLES)}, or several with commas between.")
    return ",".join(dict.fromkeys(roles))


def _password() -> str:
    password = sys.stdin.buffer.readline(4 * passwords.LONGEST).decode("utf-8", "surrogateescape").rstrip("\r\n")
    try:
        return passwords.hashed(password)
    except passwords.WrongLength:
        raise Problem(
            "The password, one line of standard input, must have "
            f"{passwords.SHORTEST} to {passwords.LONGEST} characters."
        ) from None


# -- add ------------------------------------------------------------------------------------------


async def _add(current: Settings, arguments: argparse.Namespace) -> None:
    async with ground(current) as on, on.database.write() as conn:
        said, staff_id = await _account(on, conn, arguments)
        noted = partial(audit.note, conn, on.now(), who="system", role="command", concerns_id=staff_id)
        await noted(action="link_made")
        if arguments.password_hash is not None:
            await noted(action="password_set")
            await staff.set_password_hash(conn, staff_id, arguments.password_hash)
            said += " The password is set."
        token = await staff.make_link(conn, staff_id, on.now())
    link = hints.sign_in(current, current.port, token)
    print(f"{said}\nThis link signs in once, within {hints.LINK_MINUTES} minutes:\n{link}")


async def _account(on: Ground, conn: AsyncConnection, arguments: argparse.Namespace) -> tuple[str, int]:
    """What happened, and whose account it is."""
    address, roles, now = arguments.email, arguments.role, on.now()
    known = await staff.by_email(conn, address)
    if known is None:
        organisation = await _organisation(on, conn, arguments.organisation)
        made = await staff.add(conn, address, roles, now)
        await staff.move(conn, made, organisation)
        await staff.set_places(conn, made, placing.named(arguments.place, on.settings.country))
        await audit.note(conn, now, who="system", role="command", action="staff_added", concerns_id=made)
        return f"{address} works here now, as {roles}.", made
    if known.disabled_at is not None:
        raise Problem(f"The account {address} is switched off. `sempre staff enable {address}` lets it in again.")
    if known.roles != set(roles.split(",")):
        raise Problem(f"{address} works here already, as {known.role}. With --role {known.role} you get a new link.")
    if arguments.organisation or arguments.place:
        raise Problem(f"{address} works here already: `sempre staff organisation` and `staff places` change that.")
    return f"{address} works here already, as {known.role}.", known.id


async def _organisation(on: Ground, conn: AsyncConnection, name: str | None) -> int:
    if name is None or organisations.normal(name) == on.settings.organisation:
        return organisations.OWN
    try:
        return await organisations.by_name(conn, name)
    except organisations.Unknown:
        raise Problem("There is no organisation of that name. `sempre organisation list` names them.") from None


# -- change ---------------------------------------------------------------------------------------


async def _change(current: Settings, arguments: argparse.Namespace) -> None:
    async with ground(current) as on, on.database.write() as conn:
        member = await staff.by_email(conn, arguments.email)
        if member is None:
            raise Problem(f"Nobody works here as {arguments.email}. `sempre staff list` names everybody.")
        action, said = await ACTS[arguments.action](on, conn, member, arguments)
        await audit.note(conn, on.now(), who="system", role="command", action=action, concerns_id=member.id)
    print(f"{member.email} {said}.")


async def _role(_: Ground, conn: AsyncConnection, member: Staff, arguments: argparse.Namespace) -> tuple[str, str]:
    await staff.set_roles(conn, member.id, arguments.value)
    return "role_changed", f"works as {arguments.value} now"


async def _move(on: Ground, conn: AsyncConnection, member: Staff, arguments: argparse.Namespace) -> tuple[str, str]:
    await staff.move(conn, member.id, await _organisation(on, conn, arguments.value))
    return "staff_moved", f"works for {organisations.normal(arguments.value)} now"


async def _places(on: Ground, conn: AsyncConnection, member: Staff, arguments: argparse.Namespace) -> tuple[str, str]:
    chosen = placing.named(arguments.value, on.settings.country)
    await staff.set_places(conn, member.id, chosen)
    where = "; ".join(place.name for place in chosen) or "all places of their organisation"
    return "places_changed", f"works in {where}"


async def _safeguarding(
    _: Ground, conn: AsyncConnection, member: Staff, arguments: argparse.Namespace
) -> tuple[str, str]:
    named = arguments.value == "on"
    if named and not member.roles & scope.READS:
        raise Problem(f"{member.email} reads no submission as {member.role}: give another role first.")
    await staff.name_for_safeguarding(conn, member.id, named)
    return ("safeguarding_on", "sees cases of safeguarding") if named else ("safeguarding_off", "sees none any more")


async def _disable(on: Ground, conn: AsyncConnection, member: Staff, _: argparse.Namespace) -> tuple[str, str]:
    await staff.disable(conn, member.id, on.now())
    return "staff_disabled", "is not let in any more"


async def _enable(_: Ground, conn: AsyncConnection, member: Staff, __: argparse.Namespace) -> tuple[str, str]:
    await staff.enable(conn, member.id)
    return "staff_enabled", "is let in again"


async def _reset(_: Ground, conn: AsyncConnection, member: Staff, __: argparse.Namespace) -> tuple[str, str]:
    await second_factor.forget(conn, member.id)
    await staff.end_others(conn, member.id, None)
    return "factor_reset", "is signed out, and sets the second factor up anew at the next sign-in if it is asked for"


ACTS: Mapping[str, Act] = {
    "role": _role,
    "organisation": _move,
    "places": _places,
    "safeguarding": _safeguarding,
    "disable": _disable,
    "enable": _enable,
    "reset-second-factor": _reset,
}


# -- list -----------------------------------------------------------------------------------------


async def _list(current: Settings) -> None:
    async with ground(current) as on, on.database.read() as conn:
        names = {one.id: one.name for one in await organisations.every(conn)}
        members = [(one, await staff.places_of(conn, one.id)) for one in await staff.everybody(conn)]
    if not members:
        print("Nobody works here yet. `sempre staff add ada@example.org --role caseworker` begins.")
    for one, places in members:
        parts = [one.role, names.get(one.organisation_id, on.settings.organisation), ", ".join(places) or "all places"]
        if one.safeguarding:
            parts.append("safeguarding")
        parts.append("never signed in" if one.signed_in_at is None else f"last on {one.signed_in_at:%Y-%m-%d}")
        if one.disabled_at is not None:
            parts.append("not let in")
        print(f"{one.email}: {' · '.join(parts)}")

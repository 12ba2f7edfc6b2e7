"""`sempre staff add`: an account on the panel, and a link that signs in once. Again for an account that is there."""

from __future__ import annotations

import argparse
import asyncio
import sys
from datetime import datetime
from functools import partial

from sqlalchemy.ext.asyncio import AsyncConnection

from bot import hints, settings
from bot.problem import Problem, WrongUsage
from bot.service import ground
from bot.settings import Settings
from storage import audit, passwords, staff

LONGEST_EMAIL = 254
"""Characters of an address (RFC 5321, erratum 1690)."""


def run(arguments: argparse.Namespace) -> int:
    address, roles = _address(arguments.email), _roles(arguments.role)
    current = settings.load()
    password_hash = _password() if arguments.password_stdin else None
    asyncio.run(_add(current, address, roles, password_hash))
    return 0


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


async def _add(current: Settings, address: str, roles: str, password_hash: str | None) -> None:
    async with ground(current) as on, on.database.write() as conn:
        said, staff_id = await _account(conn, address, roles, on.now())
        noted = partial(audit.note, conn, on.now(), who="system", role="command", concerns_id=staff_id)
        await noted(action="link_made")
        if password_hash is not None:
            await noted(action="password_set")
            await staff.set_password_hash(conn, staff_id, password_hash)
            said += " The password is set."
        token = await staff.make_link(conn, staff_id, on.now())
    link = hints.sign_in(current, current.port, token)
    print(f"{said}\nThis link signs in once, within {hints.LINK_MINUTES} minutes:\n{link}")


async def _account(conn: AsyncConnection, address: str, roles: str, now: datetime) -> tuple[str, int]:
    """What happened, and whose account it is."""
    known = await staff.by_email(conn, address)
    if known is None:
        made = await staff.add(conn, address, roles, now)
        await audit.note(conn, now, who="system", role="command", action="staff_added", concerns_id=made)
        return f"{address} works here now, as {roles}.", made
    if known.disabled_at is not None:
        raise Problem(f"The account {address} is switched off.")
    if known.roles != set(roles.split(",")):
        raise Problem(f"{address} works here already, as {known.role}. With --role {known.role} you get a new link.")
    return f"{address} works here already, as {known.role}.", known.id

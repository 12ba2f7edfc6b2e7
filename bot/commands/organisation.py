"""`sempre organisation …`: who shares this service, and whose a place is. None: all is the service's own."""

from __future__ import annotations

import argparse
import asyncio

from sqlalchemy.ext.asyncio import AsyncConnection

from bot import placing, settings
from bot.problem import Problem, WrongUsage
from bot.service import Ground, ground
from bot.settings import Settings
from storage import audit, organisations


def run(arguments: argparse.Namespace) -> int:
    if arguments.action == "list":
        asyncio.run(_list(settings.load()))
        return 0
    name = organisations.normal(arguments.name)
    if not (1 <= len(name) <= organisations.LONGEST and name.isprintable()):
        raise WrongUsage(f"NAME is the name of the organisation, 1 to {organisations.LONGEST} characters.")
    if arguments.action == "add" and arguments.level not in organisations.LEVELS:
        raise WrongUsage(f"LEVEL is one of {', '.join(organisations.LEVELS)}.")
    if not all(place.strip() for place in arguments.place):
        raise WrongUsage("PLACE is the name of a town or village.")
    asyncio.run(_write(settings.load(), name, arguments))
    return 0


async def _write(current: Settings, name: str, arguments: argparse.Namespace) -> None:
    async with ground(current) as on, on.database.write() as conn:
        taken_now = placing.named(arguments.place, current.country)
        if arguments.action == "add":
            found = await _add(on, conn, name, arguments.level)
        else:
            found = await _known(conn, name)
            await organisations.leave_places(conn, found, placing.known(arguments.without, current.country))
        try:
            await organisations.take_places(conn, found, taken_now)
        except organisations.Taken as taken:
            raise Problem(
                f"{taken} is another organisation's. `sempre organisation list` says whose; "
                "`sempre organisation places NAME --without PLACE` gives it up."
            ) from None
        await audit.note(conn, on.now(), who="system", role="command", action=f"organisation_{arguments.action}")
        (one,) = [each for each in await organisations.every(conn) if each.id == found]
    print(_line(one))


async def _add(on: Ground, conn: AsyncConnection, name: str, level: str) -> int:
    if name == on.settings.organisation:
        raise Problem(f"{name} is the service's own organisation (SEMPRE_ORGANISATION) already.")
    try:
        return await organisations.add(conn, name, level, on.now())
    except organisations.Exists:
        raise Problem(f"{name} is there already. `sempre organisation places` changes its places.") from None


async def _known(conn: AsyncConnection, name: str) -> int:
    try:
        return await organisations.by_name(conn, name)
    except organisations.Unknown:
        raise Problem("There is no organisation of that name. `sempre organisation list` names them.") from None


async def _list(current: Settings) -> None:
    async with ground(current) as on, on.database.read() as conn:
        every = await organisations.every(conn)
    print(f"{on.settings.organisation}: the service's own · {'all other places' if every else 'all places'}")
    for one in every:
        print(_line(one))


def _line(one: organisations.Organisation) -> str:
    return f"{one.name}: {one.level} · {', '.join(one.places) or 'no places'}"

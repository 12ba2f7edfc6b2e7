"""Conversations as they last: one sealed record, and beside it only what queries need."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Boolean, bindparam, case, func, null, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs import record
from dialogs.terms import UNSENT, Conversation
from storage.database import insert_all, insert_or_ignore
from storage.inbox import lane
from storage.phones import parted
from storage.tables import contacts
from storage.tables import conversations as table

TRANSIT = timedelta(hours=23)
"""How long what was said before consent stays. The sweep runs each hour, so that it is gone within 24."""

DRAFT = UNSENT
"""How long an unfinished form stays (R-16); without consent, language and hash of the address too."""


@dataclass(frozen=True, slots=True)
class Held:
    """A conversation in the hands of this transaction."""

    id: int
    lane: bytes
    contact_id: int
    person_id: int | None
    channel: str
    conversation: Conversation
    version: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Which question stands open in a conversation, and its language."""

    question: str | None = None
    language: str | None = None


class Stale(Exception):
    """A conversation was changed since it was held, so nothing was saved: hold it again."""


_held = (
    select(
        table.c.id,
        table.c.lane,
        table.c.contact_id,
        table.c.person_id,
        table.c.channel,
        table.c.state,
        table.c.version,
        contacts.c.address.is_(None).label("nameless"),
    )
    .join_from(table, contacts, contacts.c.id == table.c.contact_id)
    .where(table.c.lane.in_(bindparam("lanes", expanding=True)))
    .with_for_update(of=table, skip_locked=True)
)


_standing = select(table.c.lane, table.c.language, table.c.state).where(
    table.c.lane.in_(bindparam("lanes", expanding=True))
)


async def standing(conn: AsyncConnection, lanes: Collection[bytes]) -> dict[bytes, Standing]:
    """Where these conversations stood a moment ago: nothing is held, and the next turn may find them elsewhere."""
    if not lanes:
        return {}
    rows = await conn.execute(_standing, {"lanes": list(lanes)})
    return {row.lane: Standing(record.open_question(row.state), row.language) for row in rows}


async def bare(conn: AsyncConnection, lane: bytes) -> Held | None:
    """The conversation without its state, for what has to be said even where that cannot be read. Never save it."""
    of = select(table.c.id, table.c.contact_id, table.c.person_id, table.c.channel, table.c.language, table.c.version)
    row = (await conn.execute(of.where(table.c.lane == lane))).first()
    if row is None:
        return None
    known = Conversation(language=row.language)
    return Held(row.id, lane, row.contact_id, row.person_id, row.channel, known, row.version)


async def hold(conn: AsyncConnection, addresses: Mapping[bytes, tuple[str, str]], now: datetime) -> dict[bytes, Held]:
    """The conversations of these lanes (lane → channel, address), made where there is none, until the commit.

    A lane that is missing from the answer is in the hands of another process.
    """
    held, nameless = await _hold(conn, addresses)
    missing = {lane: addresses[lane] for lane in addresses if lane not in held}
    if missing:
        await _create(conn, missing, now)
        held |= (await _hold(conn, missing))[0]
    if nameless:
        await _name_again(conn, {lane: addresses[lane] for lane in nameless}, now)
    return {lane: held[lane] for lane in addresses if lane in held}


async def _hold(conn: AsyncConnection, lanes: Collection[bytes]) -> tuple[dict[bytes, Held], list[bytes]]:
    if not lanes:
        return {}, []
    rows = (await conn.execute(_held, {"lanes": list(lanes)})).all()
    held = {
        row.lane: Held(
            row.id,
            row.lane,
            row.contact_id,
            row.person_id,
            row.channel,
            record.load_conversation(row.state),
            row.version,
        )
        for row in rows
    }
    return held, [row.lane for row in rows if row.nameless]


_made = select(contacts.c.id, contacts.c.lane).where(contacts.c.lane.in_(bindparam("lanes", expanding=True)))


async def _create(conn: AsyncConnection, missing: Mapping[bytes, tuple[str, str]], now: datetime) -> None:
    # In one order everywhere: two processes that make the same contacts then cannot wait for each other.
    lanes = sorted(missing)
    await insert_all(
        conn,
        insert_or_ignore(conn, contacts),
        [
            {
                "lane": lane,
                "channel": missing[lane][0],
                "address": missing[lane][1],
                "address_until": now + TRANSIT,
                "reachable": True,
                "created_at": now,
            }
            for lane in lanes
        ],
    )
    made = await conn.execute(_made, {"lanes": lanes})
    ids = {row.lane: row.id for row in made}
    fresh = record.dump(Conversation())
    await insert_all(
        conn,
        insert_or_ignore(conn, table),
        [
            {
                "lane": lane,
                "contact_id": ids[lane],
                "channel": missing[lane][0],
                "phone": _phone(*missing[lane]),
                "state": fresh,
                "version": 0,
                "created_at": now,
                "updated_at": now,
                "transit_until": now + TRANSIT,
                "draft_until": now + DRAFT,
            }
            for lane in lanes
        ],
    )


def _phone(channel: str, address: str) -> bytes | None:
    """The lane of the first person of this phone, where this is a further one."""
    first, number = parted(address)
    return None if number == 1 else lane(channel, first)


async def _name_again(conn: AsyncConnection, found: Mapping[bytes, tuple[str, str]], now: datetime) -> None:
    """Somebody whose address we had let go writes again."""
    await conn.execute(
        update(contacts)
        .where(contacts.c.lane == bindparam("of"))
        .values(address=bindparam("named"), address_until=bindparam("until")),
        [{"of": lane, "named": address, "until": now + TRANSIT} for lane, (_, address) in found.items()],
    )


_save = (
    update(table)
    .where(table.c.id == bindparam("held"), table.c.version == bindparam("seen"))
    .values(
        state=bindparam("next"),
        language=bindparam("spoken"),
        version=table.c.version + 1,
        updated_at=bindparam("now"),
        # Counted from the first word, and never put off by the next one.
        transit_until=case(
            (bindparam("consented", type_=Boolean), null()),
            else_=func.coalesce(table.c.transit_until, bindparam("transit", type_=table.c.transit_until.type)),
        ),
        draft_until=bindparam("draft"),
        # Whoever starts again after the farewell is no longer leaving.
        leaving=case((bindparam("empty", type_=Boolean), table.c.leaving), else_=null()),
    )
)


async def save(conn: AsyncConnection, changes: Sequence[tuple[Held, Conversation]], now: datetime) -> None:
    """Writes the conversations that this transaction holds. Raises `Stale` where one was not held."""
    if not changes:
        return
    result = await conn.execute(_save, [_change(held, conversation, now) for held, conversation in changes])
    if result.rowcount not in (-1, len(changes)):  # -1: the driver does not count; there the rows are locked
        raise Stale


def _change(held: Held, conversation: Conversation, now: datetime) -> dict[str, Any]:
    consented = conversation.consent is True
    unfinished = bool(conversation.forms or conversation.kept)
    bare = not (consented and conversation.sent)  # nothing else keeps it
    return {
        "held": held.id,
        "seen": held.version,
        "next": record.dump(conversation),
        "spoken": conversation.language,
        "now": now,
        "consented": consented,
        "transit": now + TRANSIT,
        "draft": now + DRAFT if unfinished or bare else None,
        "empty": not (unfinished or consented or conversation.sent),
    }

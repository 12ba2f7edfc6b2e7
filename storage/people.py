"""People, and how they may be reached. A contact is not a person: one phone may serve two, one person have three."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, literal, select, union_all, update
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.terms import Consented
from storage.conversations import Held
from storage.database import insert_all, insert_or_ignore
from storage.erasure import erase, forget_transit, proved
from storage.tables import Id, consents, contacts, conversations, people, person_contacts

__all__ = ["Said", "consent", "consent_all", "erase", "forget_transit", "of_all", "person_of", "proved", "reachable"]


@dataclass(frozen=True, slots=True)
class Said:
    """A yes or no to a purpose, in a conversation, over a channel."""

    held: Held
    effect: Consented
    channel: str


async def consent(conn: AsyncConnection, held: Held, effect: Consented, channel: str, now: datetime) -> int | None:
    """As `consent_all` for one. A no of somebody we do not keep leaves nothing, and gives None."""
    if not effect.given and await _current(conn, held) is None:
        return None
    return (await consent_all(conn, [Said(held, effect, channel)], now))[held.id]


async def consent_all(conn: AsyncConnection, said: Sequence[Said], now: datetime) -> dict[int, int]:
    """Records each yes or no with the hash of the text that was read (R-03). Gives conversation → person.

    A first yes makes the person. So many statements, however many said something.
    """
    people_of = await of_all(conn, [one.held for one in said], now)
    records = [_record(people_of[one.held.id], one.effect, one.channel, now) for one in said]
    await insert_all(conn, insert(consents), records)
    return people_of


def _record(person: int, effect: Consented, channel: str, now: datetime) -> dict[str, Any]:
    return {
        "person_id": person,
        "purpose": effect.purpose,
        "given": effect.given,
        "text_sha256": hashlib.sha256(effect.text.encode("utf-8", "surrogatepass")).digest(),
        "language": effect.language,
        "channel": channel,
        "method": effect.method,
        "created_at": now,
    }


async def person_of(conn: AsyncConnection, held: Held, now: datetime) -> int:
    """The person who chats in this conversation, made where there is none. Their address then stays."""
    return (await of_all(conn, [held], now))[held.id]


async def of_all(conn: AsyncConnection, chats: Sequence[Held], now: datetime) -> dict[int, int]:
    """The person of each conversation, made where there is none."""
    found = {held.id: held.person_id for held in chats}
    unknown = [number for number, person in found.items() if person is None]
    if unknown:  # asked anew: an earlier effect of the same turn may have made the person
        found |= {row.id: row.person_id for row in await conn.execute(_persons, {"chats": unknown})}
    fresh = [held for held in {held.id: held for held in chats}.values() if found[held.id] is None]
    if fresh:
        made = await conn.execute(insert(people).returning(people.c.id), [{"created_at": now} for _ in fresh])
        made_for = dict(zip((held.id for held in fresh), made.scalars(), strict=True))
        await _link(conn, [(made_for[held.id], held) for held in fresh])
        found |= made_for
    return {number: person for number, person in found.items() if person is not None}


_persons = select(conversations.c.id, conversations.c.person_id).where(
    conversations.c.id.in_(bindparam("chats", expanding=True))
)
_becomes = update(conversations).where(conversations.c.id == bindparam("chat")).values(person_id=bindparam("of"))
_stays = update(contacts).where(contacts.c.id == bindparam("contact")).values(address_until=None)


async def _link(conn: AsyncConnection, pairs: Sequence[tuple[int, Held]]) -> None:
    """These people chat in these conversations; the addresses stay."""
    await insert_all(
        conn,
        insert_or_ignore(conn, person_contacts),
        [{"person_id": person, "contact_id": held.contact_id} for person, held in pairs],
    )
    chats = [{"chat": held.id, "of": person} for person, held in pairs]
    await conn.execute(_becomes, chats)
    await conn.execute(_stays, [{"contact": held.contact_id} for _, held in pairs])


async def also_here(conn: AsyncConnection, held: Held, there: Held) -> Held:
    """The person who chats in `held` chats in `there` as well (R-29). Gives `there` as it is then."""
    person = await _current(conn, held)
    if person is None:
        return there
    await _link(conn, [(person, there)])
    return replace(there, person_id=person)


async def _current(conn: AsyncConnection, held: Held) -> int | None:
    """Asked anew where it is not known: an earlier effect of the same turn may have made the person."""
    if held.person_id is not None:
        return held.person_id
    person: int | None = await conn.scalar(select(conversations.c.person_id).where(conversations.c.id == held.id))
    return person


async def reachable(conn: AsyncConnection, contact_id: int, reachable: bool, reason: str | None, now: datetime) -> None:
    """Of everybody on that phone: a platform blocks and unblocks a chat. `reason` is a machine word."""
    phone = select(func.coalesce(conversations.c.phone, conversations.c.lane))
    first = phone.where(conversations.c.contact_id == contact_id).scalar_subquery()
    theirs = select(conversations.c.contact_id)
    # As one list: of "this one, or one of those", PostgreSQL would read every contact.
    everybody = union_all(
        select(literal(contact_id, Id)),
        theirs.where(conversations.c.lane == first),
        theirs.where(conversations.c.phone == first),
    )
    await conn.execute(
        update(contacts)
        .where(contacts.c.id.in_(everybody), contacts.c.reachable != reachable)
        .values(reachable=reachable, reachable_reason=reason, reachable_at=now)
    )

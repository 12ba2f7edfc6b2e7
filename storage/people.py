"""People, and how they may be reached. A contact is not a person: one phone may serve two, one person have three."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime

from sqlalchemy import func, insert, or_, select, union_all, update
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.terms import Consented
from storage.conversations import Held
from storage.database import insert_or_ignore
from storage.erasure import erase, forget_transit, proved
from storage.tables import consents, contacts, conversations, people, person_contacts

__all__ = ["consent", "erase", "forget_transit", "person_of", "proved", "reachable"]


async def consent(conn: AsyncConnection, held: Held, effect: Consented, channel: str, now: datetime) -> int | None:
    """Records yes or no to a purpose, with the hash of the text that was read (R-03). Gives the person.

    A first yes makes the person. A no of somebody we do not keep leaves nothing, and gives None.
    """
    person = await _current(conn, held)
    if person is None:
        if not effect.given:
            return None
        person = await _make(conn, held, now)
    await conn.execute(
        insert(consents).values(
            person_id=person,
            purpose=effect.purpose,
            given=effect.given,
            text_sha256=hashlib.sha256(effect.text.encode("utf-8", "surrogatepass")).digest(),
            language=effect.language,
            channel=channel,
            method=effect.method,
            created_at=now,
        )
    )
    return person


async def person_of(conn: AsyncConnection, held: Held, now: datetime) -> int:
    """The person who chats in this conversation, made where there is none. Their address then stays."""
    person = await _current(conn, held)
    return await _make(conn, held, now) if person is None else person


async def _make(conn: AsyncConnection, held: Held, now: datetime) -> int:
    made = await conn.execute(insert(people).values(created_at=now).returning(people.c.id))
    person = int(made.scalar_one())
    await conn.execute(insert_or_ignore(conn, person_contacts).values(person_id=person, contact_id=held.contact_id))
    await conn.execute(update(conversations).where(conversations.c.id == held.id).values(person_id=person))
    await conn.execute(update(contacts).where(contacts.c.id == held.contact_id).values(address_until=None))
    return person


async def also_here(conn: AsyncConnection, held: Held, there: Held) -> Held:
    """The person who chats in `held` chats in `there` as well (R-29). Gives `there` as it is then."""
    person = await _current(conn, held)
    if person is None:
        return there
    await conn.execute(insert_or_ignore(conn, person_contacts).values(person_id=person, contact_id=there.contact_id))
    await conn.execute(update(conversations).where(conversations.c.id == there.id).values(person_id=person))
    await conn.execute(update(contacts).where(contacts.c.id == there.contact_id).values(address_until=None))
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
    everybody = union_all(theirs.where(conversations.c.lane == first), theirs.where(conversations.c.phone == first))
    await conn.execute(
        update(contacts)
        .where(
            or_(contacts.c.id == contact_id, contacts.c.id.in_(everybody)),
            contacts.c.reachable != reachable,
        )
        .values(reachable=reachable, reachable_reason=reason, reachable_at=now)
    )

"""Cases in which somebody may be in danger at another's hands, and who sees them (R-41): those named for it alone.

What counts is decided when something is sent and when an alarm rings, and a human may change it. An alarm that nobody
can see would be worse than one that too many see: where nobody is named, the next rung of the ladder stands in.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import bindparam, exists, false, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import alarms, staff, submissions
from storage.tables_staff import organisations, staff_places

TOPIC = "SAF"
DETAILS = frozenset({"FAM.fights", "FAM.worry"})
"""domain.md §3.3: details of other topics with the flag S."""

ALARMS = frozenset({"child", "die", "hurt"})
"""Sorts of an alarm that make a case of what the same conversation has sent and sends."""

LADDER = ("named", "coordinator", "caseworker", "reader")
"""Who sees such cases of an organisation: the first rung on which anybody stands."""

MOST = 2_000
"""Accounts of one organisation that are looked at for the ladder."""


@dataclass(frozen=True, slots=True)
class Guardians:
    """Who sees the cases of an organisation now. `rung` is one of `LADDER`; None where nobody works there."""

    rung: str | None
    ids: frozenset[int]


def told(topic: str | None, detail: str | None) -> bool:
    """Whether what somebody chose makes a case of it."""
    return topic == TOPIC or detail in DETAILS


# No list of sorts where the index is looked for: there are one or two alarms in a conversation.
_ringing = select(alarms.c.conversation_id).where(
    alarms.c.conversation_id.in_(bindparam("conversations", expanding=True)),
    alarms.c.calmed_at.is_(None),
    alarms.c.sort.in_(sorted(ALARMS)),
)


async def ringing(conn: AsyncConnection, conversations: Collection[int]) -> set[int]:
    """Those in which an alarm stands open that makes a case of what they send."""
    return set(await conn.scalars(_ringing, {"conversations": list(conversations)}))


async def rung(conn: AsyncConnection, conversation_id: int, sort: str) -> None:
    """An alarm of this sort rings: what this conversation has sent is seen by those named alone."""
    if sort in ALARMS:
        theirs = (submissions.c.conversation_id == conversation_id, submissions.c.safeguarding == false())
        await conn.execute(update(submissions).where(*theirs).values(safeguarding=True))


@dataclass(frozen=True, slots=True)
class Gap:
    """What may be overlooked in an organisation, which has no `name` if it is the service's own.

    `sort`: unnamed (nobody is named; `rung` stands in), nobody (works there), bound (all to places).
    """

    sort: str
    name: str | None
    rung: str | None = None


async def gaps(conn: AsyncConnection) -> list[Gap]:
    """Nothing for a service of its own where nobody has an account yet."""
    others = [(row.id, row.name) for row in await conn.execute(select(organisations.c.id, organisations.c.name))]
    found = []
    for number, name in [(0, None), *others]:
        standing = (await guardians(conn, number)).rung
        if standing is None and name is not None:
            found.append(Gap("nobody", name))
        elif standing is not None:
            found += [Gap("unnamed", name, standing)] if standing != LADDER[0] else []
            found += [Gap("bound", name)] if await _all_bound(conn, number) else []
    return found


async def _all_bound(conn: AsyncConnection, organisation_id: int) -> bool:
    """Whether what comes from a place that is nobody's would be seen by nobody."""
    bound = exists().where(staff_places.c.staff_id == staff.c.id)
    rows = await conn.execute(
        select(staff.c.role, bound.label("bound"))
        .where(staff.c.organisation_id == organisation_id, staff.c.disabled_at.is_(None))
        .limit(MOST)
    )
    read = [(set(row.role.split(",")), row.bound) for row in rows if set(row.role.split(",")) & set(LADDER)]
    return bool(read) and all(bound and "coordinator" not in roles for roles, bound in read)


async def guardians(conn: AsyncConnection, organisation_id: int) -> Guardians:
    """Who sees the cases of this organisation."""
    rows = await conn.execute(
        select(staff.c.id, staff.c.role, staff.c.safeguarding)
        .where(staff.c.organisation_id == organisation_id, staff.c.disabled_at.is_(None))
        .order_by(staff.c.id)
        .limit(MOST)
    )
    standing: dict[str, set[int]] = {rung: set() for rung in LADDER}
    for row in rows:
        roles = set(row.role.split(",")) & set(LADDER)
        for role in roles:
            standing[role].add(row.id)
        if roles and row.safeguarding:
            standing["named"].add(row.id)
    first = next((rung for rung in LADDER if standing[rung]), None)
    return Guardians(first, frozenset() if first is None else frozenset(standing[first]))

"""What a member of staff may see: the one home of that question (R-15, R-23, R-41).

A scope is made anew for each request, so a change of role counts at once. It becomes a condition on `submissions`, for
one row, and shares, each a range of an index in the order of work, for lists. Whatever no share holds does not exist.

- reader, caseworker: their organisation; where they have places, what comes from those, what has no place, and what
  was given to them
- coordinator: the whole organisation
- whoever is named for safeguarding: also such cases of the whole organisation (`storage.safeguarding`)
- data-protection officer: what its person has restricted, of every organisation, and nobody else sees that
- analyst, administrator: no submission
- caseworker, coordinator: for an hour, one submission that they opened with a reason (`storage.break_glass`)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, false, literal, or_, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import safeguarding
from storage.staff import Staff
from storage.tables import staff, submissions
from storage.tables_casework import break_glass
from storage.tables_staff import staff_places

READS = frozenset({"reader", "caseworker", "coordinator"})
WORKS = frozenset({"caseworker", "coordinator"})
WHOLE = "coordinator"
OFFICER = "data-protection-officer"

MOST_PLACES = 30
"""Of one member of staff: each is a range of its own in every list."""


@dataclass(frozen=True, slots=True)
class Share:
    """Rows that stand together in an index, in the order of work: `within` are its first columns.

    A `narrow` share has a column of its own there, so that a filter cannot lead.
    """

    within: tuple[ColumnElement[bool], ...]
    narrow: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """`places` None: the whole organisation. `guards`: its cases of safeguarding too. `officer`: what is restricted."""

    staff_id: int
    organisation_id: int
    reads: bool
    works: bool
    places: tuple[bytes, ...] | None
    guards: bool
    officer: bool

    def shares(self) -> list[Share]:
        """Empty for whoever may see no submission. A row may be in several."""
        found: list[Share] = []
        if self.reads:
            for cases in (False, True) if self.guards else (False,):
                found += self._of_organisation(cases)
        if self.officer:
            found.append(Share((submissions.c.restricted_at.is_not(None),), narrow=True))
        return found

    def _of_organisation(self, cases: bool) -> list[Share]:
        column = submissions.c
        within = (column.organisation_id == self.organisation_id, column.safeguarding == (true() if cases else false()))
        if self.places is None or cases:
            return [Share((*within, column.restricted_at.is_(None)))]
        narrower = [column.assignee_id == self.staff_id, column.place_hash.is_(None)]
        narrower += [column.place_hash == place for place in self.places]
        return [Share((*within, one, column.restricted_at.is_(None)), narrow=True) for one in narrower]

    def using(self) -> Scope:
        """For what works with many at once: what may only be kept is not among them, whoever looks (R-23)."""
        return replace(self, officer=False)

    def holds(self) -> ColumnElement[bool]:
        """True for a row of `submissions` that may be seen without more ado."""
        return or_(false(), *(and_(*share.within) for share in self.shares()))

    def sees(self, now: datetime) -> ColumnElement[bool]:
        """True for a row that may be seen, also because it was opened with a reason."""
        if not self.works:
            return self.holds()
        opened = exists().where(
            break_glass.c.submission_id == submissions.c.id,
            break_glass.c.staff_id == self.staff_id,
            break_glass.c.until > now,
        )
        return or_(self.holds(), and_(submissions.c.restricted_at.is_(None), opened))


async def of(conn: AsyncConnection, member: Staff) -> Scope:
    """The scope of somebody who works here, as things are now."""
    reads = bool(member.roles & READS)
    places = None
    if reads and WHOLE not in member.roles:
        mine = select(staff_places.c.place_hash).where(staff_places.c.staff_id == member.id).limit(MOST_PLACES)
        places = tuple((await conn.scalars(mine)).all()) or None
    return Scope(
        member.id,
        member.organisation_id,
        reads,
        bool(member.roles & WORKS),
        places,
        reads and await _guards(conn, member),
        OFFICER in member.roles,
    )


async def _guards(conn: AsyncConnection, member: Staff) -> bool:
    return member.safeguarding or member.id in (await safeguarding.guardians(conn, member.organisation_id)).ids


# -- one submission -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Seen:
    """A submission that may be seen. `opened_until`: only a reason opened it. `talk`: its conversation may be, too."""

    id: int
    organisation_id: int
    safeguarding: bool
    opened_until: datetime | None
    talk: bool


async def seen(conn: AsyncConnection, scope: Scope, reference: str, now: datetime) -> Seen | None:
    """None where there is no such submission, or it may not be seen: nobody can tell which."""
    column = submissions.c
    until = (
        select(break_glass.c.until)
        .where(
            break_glass.c.submission_id == column.id,
            break_glass.c.staff_id == scope.staff_id,
            break_glass.c.until > now,
        )
        .order_by(break_glass.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    row = (
        await conn.execute(
            select(
                column.id,
                column.organisation_id,
                column.safeguarding,
                column.conversation_id,
                scope.holds().label("held"),
                until.label("until"),
            ).where(column.reference == reference, scope.sees(now))
        )
    ).first()
    if row is None:
        return None
    talk = await _talk(conn, scope, row.conversation_id, now)
    return Seen(row.id, row.organisation_id, row.safeguarding, None if row.held else row.until, talk)


async def _talk(conn: AsyncConnection, scope: Scope, conversation_id: int, now: datetime) -> bool:
    """A conversation tells of all that was sent in it: it is shown to whoever may see each of these, whatever place."""
    beyond = ~replace(scope, places=None).sees(now)
    other = select(literal(1)).where(submissions.c.conversation_id == conversation_id, beyond).limit(1)
    return await conn.scalar(other) is None


async def assignable(conn: AsyncConnection, organisation_id: int, cases: bool) -> Sequence[tuple[int, str]]:
    """Id and address of everybody who can be given a submission: they will see it because it was given to them."""
    rows = await conn.execute(
        select(staff.c.id, staff.c.email, staff.c.role)
        .where(staff.c.organisation_id == organisation_id, staff.c.disabled_at.is_(None))
        .order_by(staff.c.email)
        .limit(safeguarding.MOST)
    )
    able = [(row.id, row.email) for row in rows if set(row.role.split(",")) & READS]
    if not cases:
        return able
    ids = (await safeguarding.guardians(conn, organisation_id)).ids
    return [one for one in able if one[0] in ids]

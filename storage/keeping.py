"""How long what was sent is kept (R-16): by kind and status, from the latest contact on, to the end of that day.

A contact is whatever the person says about it, every message to them, and every change of its status. The days end at
midnight UTC, so that what is over goes in one night, and nobody can tell from a number in the statistics when it came.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, and_, case, literal

from storage.database import UtcTime
from storage.statuses import CLOSED, WAIT_FOR_THE_PERSON
from storage.tables import submissions as table

FINISHED = timedelta(days=365)
UNANSWERED = timedelta(days=90)
STOPPED = timedelta(days=90)
OPEN = timedelta(days=730)
IDEA = timedelta(days=730)
VOICE = timedelta(days=30)

EXTENSIONS = 2
"""How often staff may keep something longer (R-40), each time as long again."""

FREED = timedelta(days=30)
"""What was restricted and is over by now stays at least so long when it may be used again."""


def period(kind: str, status: str) -> timedelta:
    """ "Unanswered" in R-16 is read as: by the person. What we have not answered is work, and must not go by itself."""
    if status == "withdrawn":
        return STOPPED  # nobody uses it any more
    if kind == "idea":
        return IDEA
    if status in CLOSED:
        return FINISHED
    return UNANSWERED if status in WAIT_FOR_THE_PERSON else OPEN


def until(kind: str, status: str, contact: datetime) -> datetime:
    """The first moment in which it need not be kept, where the latest contact was then."""
    return midnight(contact + period(kind, status))


def until_at_least(kind: str, status: str, contact: datetime) -> ColumnElement[datetime]:
    """For an UPDATE of `submissions`: the same, but what staff have extended is never cut short."""
    new = literal(until(kind, status, contact), UtcTime())
    return case((and_(table.c.extended > 0, table.c.keep_until > new), table.c.keep_until), else_=new)


def voice_until(status: str, now: datetime) -> datetime | None:
    """When the voice messages of a submission go; None as long as it is open."""
    return midnight(now + VOICE) if status in CLOSED else None


def midnight(moment: datetime) -> datetime:
    """The end of that day, in UTC."""
    began = day(moment)
    return began if began == moment else began + timedelta(days=1)


def day(moment: datetime) -> datetime:
    """The beginning of that day, in UTC."""
    return moment.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)

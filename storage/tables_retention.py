"""What is left when time is up: figures that belong to nobody, and proofs that somebody had agreed."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, LargeBinary, Table, Text

from storage.database import UtcTime
from storage.tables import Id, metadata

# How many people told of the same thing. No row number, so no order of arrival and no key back to anybody:
# a row is what it says. "" where something is not known.
statistics = Table(
    "statistics",
    metadata,
    Column("month", Text, primary_key=True),  # in which it was sent, "2026-11"
    Column("kind", Text, primary_key=True),  # need, idea
    Column("area", Text, primary_key=True),  # ISO 3166-2: "FI-12"
    Column("field", Text, primary_key=True),  # MOB
    Column("sub", Text, primary_key=True),  # no_bus
    Column("groups", Text, primary_key=True),  # older65,carer: only where the person agreed
    Column("urgency", Text, primary_key=True),  # U0–U4, as staff saw it
    Column("outcome", Text, primary_key=True),  # solved, partly, not, unknown
    Column("barrier", Text, primary_key=True),
    Column("language", Text, primary_key=True),  # a group of languages
    Column("told", Integer, nullable=False),  # people
    sqlite_with_rowid=False,
)

# Of people who have gone: that they had agreed, or not, to what, in which words. Found by their address alone.
consent_proofs = Table(
    "consent_proofs",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("who", LargeBinary, nullable=False, index=True),  # keyed hash of an address, of no use elsewhere
    Column("purpose", Text, nullable=False),
    Column("given", Boolean, nullable=False),
    Column("text_sha256", LargeBinary, nullable=False),
    Column("language", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("method", Text, nullable=False),
    Column("day", UtcTime, nullable=False),
    Column("until", UtcTime, nullable=False, index=True),
    sqlite_autoincrement=True,
)

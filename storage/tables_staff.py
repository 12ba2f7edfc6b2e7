"""Organisations, and what belongs to somebody who works here: places, ways to sign in, what a reason opened."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, Text, UniqueConstraint

from storage.database import UtcTime
from storage.sealed import SealedBytes, SealedText
from storage.tables import Id, _table, _to

organisations = _table(
    "organisations",
    Column("name", Text, nullable=False, unique=True),
    Column("level", Text, nullable=False),  # local, regional, transnational
    Column("created_at", UtcTime, nullable=False),
)

# Whose a place is. Sealed, because its name beside its hash would name the place of every submission.
organisation_places = _table(
    "organisation_places",
    _to("organisations.id", "organisation_id"),
    Column("place_hash", LargeBinary, nullable=False, unique=True),
    Column("place", SealedText("organisation_places.place"), nullable=False),
)

staff_places = _table(
    "staff_places",
    _to("staff.id", "staff_id", index=False),
    Column("place_hash", LargeBinary, nullable=False),
    Column("place", SealedText("staff_places.place"), nullable=False),
    UniqueConstraint("staff_id", "place_hash"),
)

# -- signing in -----------------------------------------------------------------------------------

staff_links = _table(
    "staff_links",
    _to("staff.id", "staff_id"),
    Column("token_hash", LargeBinary, nullable=False, unique=True),
    Column("until", UtcTime, nullable=False, index=True),
    Column("spent_at", UtcTime),
)

staff_sessions = _table(
    "staff_sessions",
    _to("staff.id", "staff_id"),
    Column("token_hash", LargeBinary, nullable=False, unique=True),
    Column("created_at", UtcTime, nullable=False),
    Column("seen_at", UtcTime, nullable=False, index=True),
    Column("wants", Text),  # what is missing until it is one: code, enrolment
    Column("device", Text),  # roughly, as "Firefox, Linux"
)

staff_tries = _table(
    "staff_tries",
    Column("key_hash", LargeBinary, nullable=False),
    Column("tried_at", UtcTime, nullable=False, index=True),
)
Index("ix_staff_tries_key", staff_tries.c.key_hash, staff_tries.c.tried_at)

# A program on a phone that shows a new number every 30 seconds (RFC 6238). One for each account.
staff_factors = _table(
    "staff_factors",
    Column("staff_id", Id, ForeignKey("staff.id"), nullable=False, unique=True),
    Column("secret", SealedBytes("staff_factors.secret"), nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("confirmed_at", UtcTime),  # NULL: no number of it has come yet
    Column("last_step", BigInteger, nullable=False, server_default="0"),  # the one a number was used of: never again
    Column("wrong", Integer, nullable=False, server_default="0"),  # numbers in a row
    Column("wrong_at", UtcTime),
)

staff_recovery_codes = _table(
    "staff_recovery_codes",
    _to("staff.id", "staff_id"),
    Column("code_hash", LargeBinary, nullable=False, unique=True),
    Column("spent_at", UtcTime),
)

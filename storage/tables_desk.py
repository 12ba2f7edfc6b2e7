"""The table of the desk (`storage.desk`): talks that staff write down for somebody."""

from __future__ import annotations

from sqlalchemy import Column, Index, LargeBinary, Table, Text

from storage.database import UtcTime
from storage.sealed import SealedText
from storage.tables import Id, metadata

desk_talks = Table(
    "desk_talks",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("lane", LargeBinary, nullable=False, unique=True),
    Column("address", SealedText("desk_talks.address"), nullable=False),
    Column("staff_id", Id, nullable=False),  # no foreign key: staff are switched off, never removed
    Column("way", Text, nullable=False),  # phone, counter, paper
    Column("language", Text, nullable=False),
    Column("began_at", UtcTime, nullable=False),
    Column("until", UtcTime, nullable=False, index=True),
    Column("handed_at", UtcTime),  # when the person took it on in the web chat
    Column("ended_at", UtcTime),  # when staff took it off their list
    sqlite_autoincrement=True,
)
_open = desk_talks.c.handed_at.is_(None) & desk_talks.c.ended_at.is_(None)
Index("ix_desk_talks_open", desk_talks.c.staff_id, desk_talks.c.id, sqlite_where=_open, postgresql_where=_open)

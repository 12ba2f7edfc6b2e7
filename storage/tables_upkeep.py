"""What the keeper of the machine did, and how far it got: keys in use, a recovery copy confirmed, the last backup."""

from __future__ import annotations

from sqlalchemy import Column, Table, Text

from storage.database import UtcTime
from storage.tables import metadata

upkeep = Table(
    "upkeep",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),  # a machine word: a number, a fingerprint; never a key
    Column("at", UtcTime, nullable=False),
)

"""The tables of the trail (`storage.audit`). Triggers of the database refuse to change what stands there."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from storage.database import UtcTime
from storage.sealed import SealedJson
from storage.tables import Id, metadata

audit_entries = Table(
    "audit_entries",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("at", UtcTime, nullable=False),
    Column("who", Text, nullable=False),  # staff, person, system
    # No foreign keys: what is noted stays when the account or the submission has gone.
    Column("staff_id", Id),
    Column("role", Text),
    Column("action", Text, nullable=False),
    Column("submission_id", Id),
    Column("reason", SealedJson("audit_entries.reason")),  # [salt, text]; the one column that may be emptied
    Column("reason_hash", LargeBinary),
    Column("mac", LargeBinary, nullable=False),  # keyed hash of all the others but the reason
    Column("concerns_id", Id),  # of the staff member it is about
    sqlite_autoincrement=True,
)
_of_submission = audit_entries.c.submission_id.is_not(None)
Index(
    "ix_audit_entries_submission",
    audit_entries.c.submission_id,
    audit_entries.c.id,
    sqlite_where=_of_submission,
    postgresql_where=_of_submission,
)
_of_staff = audit_entries.c.staff_id.is_not(None)
Index(
    "ix_audit_entries_staff",
    audit_entries.c.staff_id,
    audit_entries.c.id,
    sqlite_where=_of_staff,
    postgresql_where=_of_staff,
)

# One link of the chain for each batch of entries.
audit_seals = Table(
    "audit_seals",
    metadata,
    Column("number", Id, primary_key=True, autoincrement=False),
    Column("from_id", Id, nullable=False, unique=True),
    Column("to_id", Id, nullable=False, unique=True),
    Column("count", Integer, nullable=False),
    Column("sealed_at", UtcTime, nullable=False),
    Column("hash", LargeBinary, nullable=False),  # of the seal before and of its entries
)

# Two rows: "head", the newest seal there ever was, and "anchor", the last one that went when its time was up.
audit_marks = Table(
    "audit_marks",
    metadata,
    Column("name", Text, primary_key=True),
    Column("number", Id, nullable=False),
    Column("entry_id", Id, nullable=False),  # the last of that seal
    Column("at", UtcTime, nullable=False),  # head: when it was sealed; anchor: when the last entry that went was noted
    Column("hash", LargeBinary, nullable=False),
    Column("mac", LargeBinary, nullable=False),
)

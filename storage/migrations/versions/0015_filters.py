"""The index of each filter holds what it is combined with, so that several filters at once are as quick as one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

WITHIN = ("organisation_id", "safeguarding")
QUEUE = ("rank", "status_since", "id")
FILTERS = (
    ("place", "place_hash"), ("assignee_id", "assignee_id"), ("topic", "topic"), ("detail", "detail"),
    ("urgency", "urgency"), ("urgency_staff", "urgency_staff"), ("language", "language"), ("status", "status"),
    ("kind", "kind"),
)  # fmt: skip
"""Name of the index, and its column."""

BEHIND = {
    "place": ("assignee_id", "topic", "detail", "urgency", "urgency_staff", "language", "status", "kind"),
    "assignee_id": ("topic", "detail", "urgency", "urgency_staff", "language", "status", "kind"),
    "topic": ("urgency", "urgency_staff", "language", "status", "kind"),
    "detail": ("urgency", "urgency_staff", "language", "status", "kind"),
    "urgency": ("language", "status", "kind"),
    "urgency_staff": ("language", "status", "kind"),
    "language": ("status", "kind"),
    "status": ("kind",),
    "kind": (),
}
NOWHERE = sa.text("place_hash IS NULL")


def upgrade() -> None:
    _drop()
    for name, column in FILTERS:
        _index(name, [*WITHIN, column, *QUEUE, *BEHIND[name], "restricted_at"])
    _index("queue", [*WITHIN, *QUEUE, "restricted_at"])
    _nowhere([*WITHIN, *QUEUE, *BEHIND["place"], "restricted_at"])


def downgrade() -> None:
    _drop()
    for name, column in FILTERS:
        _index(name, [*WITHIN, column, *QUEUE])
    _index("queue", [*WITHIN, *QUEUE])
    _nowhere([*WITHIN, *QUEUE])


def _drop() -> None:
    for name in (*(name for name, _ in FILTERS), "queue", "nowhere"):
        op.drop_index(f"ix_submissions_{name}", "submissions")


def _index(name: str, columns: list[str]) -> None:
    op.create_index(f"ix_submissions_{name}", "submissions", columns)


def _nowhere(columns: list[str]) -> None:
    op.create_index("ix_submissions_nowhere", "submissions", columns, sqlite_where=NOWHERE, postgresql_where=NOWHERE)

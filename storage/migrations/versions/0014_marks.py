"""Each tombstone gets a mark of its own, so that a restored backup can be told which of them it lacks."""

from __future__ import annotations

import hashlib

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

MESSAGE = sa.text("sort = 'message'")


def upgrade() -> None:
    op.add_column("tombstones", sa.Column("mark", sa.LargeBinary(), nullable=True))
    _mark(op.get_bind())
    op.create_index("ix_tombstones_mark", "tombstones", ["mark"], unique=True)
    op.create_index("ix_tombstones_message", "tombstones", ["day"], sqlite_where=MESSAGE, postgresql_where=MESSAGE)


def _mark(connection: sa.Connection) -> None:
    """Made of the row, not of chance: the same tombstone in an older backup gets the same mark."""
    last = 0
    page = sa.text("SELECT id, hash FROM tombstones WHERE id > :last ORDER BY id LIMIT 1000")
    marked = sa.text("UPDATE tombstones SET mark = :mark WHERE id = :id")
    while rows := connection.execute(page, {"last": last}).all():
        marks = [
            {"id": id_, "mark": hashlib.sha256(b"%d " % id_ + bytes(hashed)).digest()[:16]} for id_, hashed in rows
        ]
        connection.execute(marked, marks)
        last = rows[-1][0]


def downgrade() -> None:
    op.execute(sa.text("DELETE FROM tombstones WHERE sort = 'message'"))
    op.drop_index("ix_tombstones_message", "tombstones")
    op.drop_index("ix_tombstones_mark", "tombstones")
    op.drop_column("tombstones", "mark")

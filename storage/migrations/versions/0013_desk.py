"""The desk: talks that staff write down for somebody."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "desk_talks",
        sa.Column("id", ID, nullable=False),
        sa.Column("lane", sa.LargeBinary(), nullable=False),
        sa.Column("address", sa.LargeBinary(), nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("began_at", TIME, nullable=False),
        sa.Column("until", TIME, nullable=False),
        sa.Column("handed_at", TIME),
        sa.Column("ended_at", TIME),
        sa.PrimaryKeyConstraint("id", name="pk_desk_talks"),
        sa.UniqueConstraint("lane", name="uq_desk_talks_lane"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_desk_talks_until", "desk_talks", ["until"])
    mine = sa.text("handed_at IS NULL AND ended_at IS NULL")
    op.create_index("ix_desk_talks_open", "desk_talks", ["staff_id", "id"], sqlite_where=mine, postgresql_where=mine)


def downgrade() -> None:
    op.drop_table("desk_talks")

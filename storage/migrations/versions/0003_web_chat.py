"""The web chat: what opens a talk, files on their way, and who wishes to be told of news."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "web_doors",
        sa.Column("id", ID, nullable=False),
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("lane", sa.LargeBinary(), nullable=False),
        sa.Column("address", sa.LargeBinary(), nullable=False),
        sa.Column("until", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_web_doors"),
        sa.UniqueConstraint("hash", name="uq_web_doors_hash"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "web_uploads",
        sa.Column("id", ID, nullable=False),
        sa.Column("ref_hash", sa.LargeBinary(), nullable=False),
        sa.Column("lane", sa.LargeBinary(), nullable=False),
        sa.Column("file", sa.LargeBinary(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("until", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_web_uploads"),
        sa.UniqueConstraint("ref_hash", name="uq_web_uploads_ref_hash"),
        sqlite_autoincrement=True,
    )
    for table in ("web_doors", "web_uploads"):
        for column in ("lane", "until"):
            op.create_index(f"ix_{table}_{column}", table, [column])
    op.create_table(
        "web_notices",
        sa.Column("id", ID, nullable=False),
        sa.Column("lane", sa.LargeBinary(), nullable=False),
        sa.Column("email", sa.LargeBinary(), nullable=False),
        sa.Column("stop_hash", sa.LargeBinary(), nullable=False),
        sa.Column("stop", sa.LargeBinary(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("told", ID, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_web_notices"),
        sa.UniqueConstraint("lane", name="uq_web_notices_lane"),
        sa.UniqueConstraint("stop_hash", name="uq_web_notices_stop_hash"),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    for table in ("web_notices", "web_uploads", "web_doors"):
        op.drop_table(table)

"""Parts of a text that stand behind a bar."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "masks",
        sa.Column("id", ID, nullable=False),
        sa.Column("submission_id", ID, nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_masks"),
        sa.ForeignKeyConstraint(["submission_id"], ["submissions.id"], name="fk_masks_submission_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_masks_submission_id", "masks", ["submission_id"])


def downgrade() -> None:
    op.drop_table("masks")

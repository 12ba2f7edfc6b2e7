"""What a person has sent may be kept without being used (Art. 18, R-23)."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("submissions", sa.Column("restricted_at", sa.DateTime(timezone=True)))
    there = sa.text("restricted_at IS NOT NULL")
    op.create_index("ix_submissions_restricted", "submissions", ["id"], sqlite_where=there, postgresql_where=there)


def downgrade() -> None:
    op.drop_index("ix_submissions_restricted", "submissions")
    op.drop_column("submissions", "restricted_at")

"""Several people behind one phone, and the link by which a form goes on in a browser."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("conversations", sa.Column("phone", sa.LargeBinary()))
    there = sa.text("phone IS NOT NULL")
    op.create_index("ix_conversations_phone", "conversations", ["phone"], sqlite_where=there, postgresql_where=there)
    op.add_column("web_doors", sa.Column("draft", ID))


def downgrade() -> None:
    op.drop_index("ix_conversations_phone", "conversations")
    op.drop_column("conversations", "phone")
    op.drop_column("web_doors", "draft")

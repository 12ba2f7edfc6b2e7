"""E-mails of the web chat go to addresses whose holders said that they are theirs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

TIME = sa.DateTime(timezone=True)
INDEXES = (
    ("ix_web_notices_unasked", "asked_at IS NULL", "id"),
    ("ix_web_notices_unconfirmed", "confirmed_at IS NULL", "asked_at"),
    ("ix_web_notices_confirm", "confirm_hash IS NOT NULL", "confirm_hash"),
)


def upgrade() -> None:
    for name, kind in (("confirm_hash", sa.LargeBinary()), ("asked_at", TIME), ("confirmed_at", TIME)):
        op.add_column("web_notices", sa.Column(name, kind))
    for name, condition, column in INDEXES:
        where = sa.text(condition)
        op.create_index(name, "web_notices", [column], sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    for name, _, _ in INDEXES:
        op.drop_index(name, table_name="web_notices")
    for name in ("confirmed_at", "asked_at", "confirm_hash"):
        op.drop_column("web_notices", name)

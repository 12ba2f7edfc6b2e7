"""An entry of the trail may be about somebody of the staff."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
BEFORE = "id, at, who, staff_id, role, action, submission_id, reason_hash, mac"


def upgrade() -> None:
    op.add_column("audit_entries", sa.Column("concerns_id", ID))
    _fix(f"{BEFORE}, concerns_id")


def downgrade() -> None:
    _fix(BEFORE)
    op.drop_column("audit_entries", "concerns_id")


def _fix(columns: str) -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    op.execute("DROP TRIGGER audit_entries_fixed" + (" ON audit_entries" if postgresql else ""))
    does = (
        "FOR EACH ROW EXECUTE FUNCTION audit_refuse()"
        if postgresql
        else "BEGIN SELECT RAISE(ABORT, 'the trail is not changed'); END"
    )
    op.execute(f"CREATE TRIGGER audit_entries_fixed BEFORE UPDATE OF {columns} ON audit_entries {does}")

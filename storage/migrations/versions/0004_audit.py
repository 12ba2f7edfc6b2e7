"""The trail: who did or looked at what, sealed as a chain. The database itself refuses to change it.

Whoever alters one of these tables "in batch" on SQLite makes it anew, and has to make its triggers anew too.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)

# What stood before the anchor may go: setting it is how retention asks (`storage.audit.forget`).
PAST = {
    "audit_entries": "OLD.id <= (SELECT entry_id FROM audit_marks WHERE name = 'anchor')",
    "audit_seals": "OLD.number <= (SELECT number FROM audit_marks WHERE name = 'anchor')",
}
# The reason may be emptied, and sealed anew with another key: a keyed hash of it stands beside it.
FIXED = ("id", "at", "who", "staff_id", "role", "action", "submission_id", "reason_hash", "mac")
REFUSED = "the trail is not changed"


def upgrade() -> None:
    _tables()
    if op.get_bind().dialect.name == "postgresql":
        _guard_postgresql()
    else:
        _guard_sqlite()


def downgrade() -> None:
    for table in ("audit_entries", "audit_seals", "audit_marks"):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION audit_refuse()")
        op.execute("DROP FUNCTION audit_refuse_deletion()")


def _tables() -> None:
    op.create_table(
        "audit_entries",
        sa.Column("id", ID, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("staff_id", ID),
        sa.Column("role", sa.Text()),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("submission_id", ID),
        sa.Column("reason", sa.LargeBinary()),
        sa.Column("reason_hash", sa.LargeBinary()),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_entries"),
        sqlite_autoincrement=True,
    )
    for name in ("submission", "staff"):
        there = sa.text(f"{name}_id IS NOT NULL")
        op.create_index(
            f"ix_audit_entries_{name}",
            "audit_entries",
            [f"{name}_id", "id"],
            sqlite_where=there,
            postgresql_where=there,
        )
    op.create_table(
        "audit_seals",
        sa.Column("number", ID, nullable=False, autoincrement=False),
        sa.Column("from_id", ID, nullable=False),
        sa.Column("to_id", ID, nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("sealed_at", TIME, nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_audit_seals"),
        sa.UniqueConstraint("from_id", name="uq_audit_seals_from_id"),
        sa.UniqueConstraint("to_id", name="uq_audit_seals_to_id"),
    )
    op.create_table(
        "audit_marks",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("number", ID, nullable=False),
        sa.Column("entry_id", ID, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_audit_marks"),
    )


def _guard_sqlite() -> None:
    for table, past in PAST.items():
        op.execute(
            f"CREATE TRIGGER {table}_stay BEFORE DELETE ON {table} WHEN ({past}) IS NOT TRUE "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
        )
    for table, columns in (("audit_entries", f" OF {', '.join(FIXED)}"), ("audit_seals", "")):
        op.execute(
            f"CREATE TRIGGER {table}_fixed BEFORE UPDATE{columns} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
        )
    op.execute(
        f"CREATE TRIGGER audit_marks_stay BEFORE DELETE ON audit_marks BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
    )


def _guard_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSED}' USING ERRCODE = '42501'; END $$"
    )
    op.execute(
        "CREATE FUNCTION audit_refuse_deletion() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_TABLE_NAME = 'audit_entries' THEN IF {PAST['audit_entries']} THEN RETURN OLD; END IF; "
        f"ELSIF {PAST['audit_seals']} THEN RETURN OLD; END IF; "
        f"RAISE EXCEPTION '{REFUSED}' USING ERRCODE = '42501'; END $$"
    )
    each = "FOR EACH ROW EXECUTE FUNCTION"
    for table in PAST:
        op.execute(f"CREATE TRIGGER {table}_stay BEFORE DELETE ON {table} {each} audit_refuse_deletion()")
    for table, columns in (("audit_entries", f" OF {', '.join(FIXED)}"), ("audit_seals", "")):
        op.execute(f"CREATE TRIGGER {table}_fixed BEFORE UPDATE{columns} ON {table} {each} audit_refuse()")
    op.execute(f"CREATE TRIGGER audit_marks_stay BEFORE DELETE ON audit_marks {each} audit_refuse()")
    for table in ("audit_entries", "audit_seals", "audit_marks"):
        once = "FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()"
        op.execute(f"CREATE TRIGGER {table}_whole BEFORE TRUNCATE ON {table} {once}")

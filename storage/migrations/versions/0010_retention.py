"""When what was sent goes, and what is left of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def where(condition: str) -> dict[str, Any]:
    """A partial index, on either database."""
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def upgrade() -> None:
    op.add_column("submissions", sa.Column("keep_until", TIME))
    op.add_column("submissions", sa.Column("extended", sa.SmallInteger(), nullable=False, server_default="0"))
    op.add_column("files", sa.Column("until", TIME))
    _fill()
    op.create_index("ix_submissions_keep_until", "submissions", ["keep_until"], **where("restricted_at IS NULL"))
    op.create_index("ix_files_until", "files", ["until"], **where("until IS NOT NULL"))
    _statistics()
    _proofs()


def downgrade() -> None:
    op.drop_table("consent_proofs")
    op.drop_table("statistics")
    op.drop_index("ix_files_until", "files")
    op.drop_column("files", "until")
    op.drop_index("ix_submissions_keep_until", "submissions")
    op.drop_column("submissions", "extended")
    op.drop_column("submissions", "keep_until")


CLOSED = ("done", "not_possible", "withdrawn")
WAITING = ("contacting", "waiting_user")


def _fill() -> None:
    """As if each had been touched for the last time when it was changed for the last time."""
    sent = sa.table("submissions", *(sa.column(name) for name in ("id", "kind", "status", "updated_at", "keep_until")))
    kept = sa.case(
        (sent.c.status == "withdrawn", _later(sent.c.updated_at, 91)),
        (sent.c.kind == "idea", _later(sent.c.updated_at, 731)),
        (sent.c.status.in_(CLOSED), _later(sent.c.updated_at, 366)),
        (sent.c.status.in_(WAITING), _later(sent.c.updated_at, 91)),
        else_=_later(sent.c.updated_at, 731),
    )
    op.execute(sa.update(sent).values(keep_until=kept))
    files = sa.table("files", *(sa.column(name) for name in ("submission_id", "wanted_at", "until")))
    loose = sa.update(files).where(files.c.submission_id.is_(None))
    op.execute(loose.values(until=_later(files.c.wanted_at, 91)))
    closed = sa.update(files).where(files.c.submission_id.in_(sa.select(sent.c.id).where(sent.c.status.in_(CLOSED))))
    op.execute(closed.values(until=_later(files.c.wanted_at, 31)))


def _later(column: sa.ColumnElement[Any], days: int) -> sa.ColumnElement[Any]:
    """So many days later, at midnight UTC."""
    if op.get_bind().dialect.name == "postgresql":
        return sa.func.date_trunc("day", column, "UTC") + sa.literal(timedelta(days=days), sa.Interval())
    return sa.func.strftime("%Y-%m-%d 00:00:00.000000", column, f"+{days} days")


def _statistics() -> None:
    names = ("month", "kind", "area", "field", "sub", "groups", "urgency", "outcome", "barrier", "language")
    op.create_table(
        "statistics",
        *(sa.Column(name, sa.Text(), nullable=False) for name in names),
        sa.Column("told", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(*names, name="pk_statistics"),
        sqlite_with_rowid=False,
    )


def _proofs() -> None:
    op.create_table(
        "consent_proofs",
        sa.Column("id", ID, nullable=False),
        sa.Column("who", sa.LargeBinary(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("text_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("day", TIME, nullable=False),
        sa.Column("until", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_consent_proofs"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_consent_proofs_who", "consent_proofs", ["who"])
    op.create_index("ix_consent_proofs_until", "consent_proofs", ["until"])

"""Organisations, what each may see, cases of safeguarding, break-glass, a second factor for staff."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)
WITHIN = ("organisation_id", "safeguarding")
QUEUE = ("rank", "status_since", "id")
FILTERS = ("kind", "status", "topic", "detail", "urgency", "urgency_staff", "language", "assignee_id")
NEW = ("staff_recovery_codes", "staff_factors", "break_glass", "staff_places", "organisation_places", "organisations")


def upgrade() -> None:
    _organisations()
    _members()
    _break_glass()
    _factors()
    _submissions()


def downgrade() -> None:
    for name in ("queue", *FILTERS, "place", "nowhere", "restricted"):
        op.drop_index(f"ix_submissions_{name}", "submissions")
    for name in WITHIN:
        op.drop_column("submissions", name)
    _indexes(())
    _partial("restricted", "restricted_at IS NOT NULL", "id")
    for table in NEW:
        op.drop_table(table)
    for name in ("wants", "device"):
        op.drop_column("staff_sessions", name)
    op.drop_index("ix_staff_organisation_id", "staff")
    for name in WITHIN:
        op.drop_column("staff", name)


def _within() -> tuple[sa.Column[int], sa.Column[bool]]:
    return (
        sa.Column("organisation_id", ID, nullable=False, server_default="0"),
        sa.Column("safeguarding", sa.Boolean(), nullable=False, server_default=sa.text("false")),
    )


def _submissions() -> None:
    for column in _within():
        op.add_column("submissions", column)
    op.execute(
        "UPDATE submissions SET safeguarding = true WHERE topic = 'SAF' OR detail IN ('FAM.worry', 'FAM.fights')"
        " OR conversation_id IN (SELECT conversation_id FROM alarms"
        " WHERE calmed_at IS NULL AND sort IN ('child', 'die', 'hurt'))"
    )
    for name in ("queue", *FILTERS, "place", "restricted"):
        op.drop_index(f"ix_submissions_{name}", "submissions")
    _indexes(WITHIN)
    _partial("nowhere", "place_hash IS NULL", *WITHIN, *QUEUE)
    _partial("restricted", "restricted_at IS NOT NULL", *QUEUE)


def _indexes(within: tuple[str, ...]) -> None:
    op.create_index("ix_submissions_queue", "submissions", [*within, *QUEUE])
    for name in FILTERS:
        op.create_index(f"ix_submissions_{name}", "submissions", [*within, name, *QUEUE])
    op.create_index("ix_submissions_place", "submissions", [*within, "place_hash", *QUEUE])


def _partial(name: str, condition: str, *columns: str) -> None:
    there = sa.text(condition)
    op.create_index(f"ix_submissions_{name}", "submissions", [*columns], sqlite_where=there, postgresql_where=there)


def _organisations() -> None:
    op.create_table(
        "organisations",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organisations"),
        sa.UniqueConstraint("name", name="uq_organisations_name"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "organisation_places",
        sa.Column("id", ID, nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("place_hash", sa.LargeBinary(), nullable=False),
        sa.Column("place", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name="fk_organisation_places_organisation_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_organisation_places"),
        sa.UniqueConstraint("place_hash", name="uq_organisation_places_place_hash"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_organisation_places_organisation_id", "organisation_places", ["organisation_id"])


def _members() -> None:
    for column in _within():
        op.add_column("staff", column)
    op.create_index("ix_staff_organisation_id", "staff", ["organisation_id"])
    op.create_table(
        "staff_places",
        sa.Column("id", ID, nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("place_hash", sa.LargeBinary(), nullable=False),
        sa.Column("place", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_staff_places_staff_id"),
        sa.PrimaryKeyConstraint("id", name="pk_staff_places"),
        sa.UniqueConstraint("staff_id", "place_hash", name="uq_staff_places_staff_id"),
        sqlite_autoincrement=True,
    )
    for name in ("wants", "device"):
        op.add_column("staff_sessions", sa.Column(name, sa.Text()))


def _break_glass() -> None:
    op.create_table(
        "break_glass",
        sa.Column("id", ID, nullable=False),
        sa.Column("submission_id", ID, nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("opened_at", TIME, nullable=False),
        sa.Column("until", TIME, nullable=False),
        sa.ForeignKeyConstraint(["submission_id"], ["submissions.id"], name="fk_break_glass_submission_id"),
        sa.PrimaryKeyConstraint("id", name="pk_break_glass"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_break_glass_submission", "break_glass", ["submission_id", "staff_id"])


def _factors() -> None:
    op.create_table(
        "staff_factors",
        sa.Column("id", ID, nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("confirmed_at", TIME),
        sa.Column("last_step", sa.BigInteger(), nullable=False, server_default="0"),
        sa.Column("wrong", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("wrong_at", TIME),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_staff_factors_staff_id"),
        sa.PrimaryKeyConstraint("id", name="pk_staff_factors"),
        sa.UniqueConstraint("staff_id", name="uq_staff_factors_staff_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "staff_recovery_codes",
        sa.Column("id", ID, nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("spent_at", TIME),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_staff_recovery_codes_staff_id"),
        sa.PrimaryKeyConstraint("id", name="pk_staff_recovery_codes"),
        sa.UniqueConstraint("code_hash", name="uq_staff_recovery_codes_code_hash"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_staff_recovery_codes_staff_id", "staff_recovery_codes", ["staff_id"])

"""Further codes beside the main one, vectors of what was told, and links between submissions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
FURTHER = ("second_topic", "second_detail", "third_topic", "third_detail")
WITHIN = ("organisation_id", "safeguarding")
QUEUE = ("rank", "status_since", "id")
BEHIND = ("urgency", "urgency_staff", "language", "status", "kind")
TOPICS = ("topic", "detail")
NOWHERE = sa.text("place_hash IS NULL")


def upgrade() -> None:
    for name in FURTHER:
        op.add_column("submissions", sa.Column(name, sa.Text()))
    _before_topics((*TOPICS, *FURTHER))
    for name in FURTHER:
        there = sa.text(f"{name} IS NOT NULL")
        columns = [*WITHIN, name, *QUEUE, *BEHIND, "restricted_at"]
        op.create_index(
            f"ix_submissions_{name}", "submissions", columns, sqlite_where=there, postgresql_where=there
        )  # fmt: skip
    _vectors()
    _links()


def downgrade() -> None:
    op.drop_table("submission_links")
    op.drop_table("submission_vectors")
    for name in FURTHER:
        op.drop_index(f"ix_submissions_{name}", "submissions")
    _before_topics(TOPICS)
    for name in FURTHER:
        op.drop_column("submissions", name)


def _before_topics(topics: tuple[str, ...]) -> None:
    """The indexes that hold a topic beside what they begin with."""
    for name in ("place", "assignee_id", "nowhere"):
        op.drop_index(f"ix_submissions_{name}", "submissions")
    behind = (*topics, *BEHIND, "restricted_at")
    op.create_index("ix_submissions_place", "submissions", [*WITHIN, "place_hash", *QUEUE, "assignee_id", *behind])
    op.create_index("ix_submissions_assignee_id", "submissions", [*WITHIN, "assignee_id", *QUEUE, *behind])
    op.create_index(
        "ix_submissions_nowhere", "submissions", [*WITHIN, *QUEUE, "assignee_id", *behind],
        sqlite_where=NOWHERE, postgresql_where=NOWHERE,
    )  # fmt: skip


def _vectors() -> None:
    op.create_table(
        "submission_vectors",
        sa.Column("id", ID, nullable=False),
        sa.Column("submission_id", ID, nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_submission_vectors"),
        sa.ForeignKeyConstraint(["submission_id"], ["submissions.id"], name="fk_submission_vectors_submission_id"),
        sa.UniqueConstraint("submission_id", name="uq_submission_vectors_submission_id"),
        sqlite_autoincrement=True,
    )


def _links() -> None:
    op.create_table(
        "submission_links",
        sa.Column("id", ID, nullable=False),
        sa.Column("submission_id", ID, nullable=False),
        sa.Column("other_id", ID, nullable=False),
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_submission_links"),
        sa.ForeignKeyConstraint(["submission_id"], ["submissions.id"], name="fk_submission_links_submission_id"),
        sa.ForeignKeyConstraint(["other_id"], ["submissions.id"], name="fk_submission_links_other_id"),
        sa.UniqueConstraint("submission_id", "other_id", "sort", name="uq_submission_links_submission_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_submission_links_other_id", "submission_links", ["other_id"])

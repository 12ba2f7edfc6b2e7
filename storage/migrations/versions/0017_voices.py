"""What is said in voices: drafts of a machine, and what a person confirmed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)
ASKED = sa.text("state = 'asked'")


def upgrade() -> None:
    op.create_table(
        "voice_texts",
        sa.Column("id", ID, nullable=False),
        sa.Column("submission_id", ID, nullable=False),
        sa.Column("file_id", ID, nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_voice_texts"),
        sa.ForeignKeyConstraint(["submission_id"], ["submissions.id"], name="fk_voice_texts_submission_id"),
        sa.UniqueConstraint("submission_id", "file_id", name="uq_voice_texts_submission_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "voice_drafts",
        sa.Column("id", ID, nullable=False),
        sa.Column("submission_id", ID, nullable=False),
        sa.Column("file_id", ID, nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=True),
        sa.Column("asked_at", TIME, nullable=False),
        sa.Column("taken_at", TIME, nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("until", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_voice_drafts"),
        sa.ForeignKeyConstraint(["submission_id"], ["submissions.id"], name="fk_voice_drafts_submission_id"),
        sa.UniqueConstraint("file_id", name="uq_voice_drafts_file_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_voice_drafts_submission_id", "voice_drafts", ["submission_id"])
    op.create_index("ix_voice_drafts_until", "voice_drafts", ["until"])
    op.create_index("ix_voice_drafts_asked", "voice_drafts", ["asked_at"], sqlite_where=ASKED, postgresql_where=ASKED)


def downgrade() -> None:
    op.drop_table("voice_drafts")
    op.drop_table("voice_texts")

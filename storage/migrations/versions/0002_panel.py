"""Staff, and what they do with what was sent."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)
QUEUE = ("rank", "status_since", "id")
FILTERS = ("kind", "status", "topic", "detail", "urgency", "urgency_staff", "language", "assignee_id")


def where(condition: str) -> dict[str, Any]:
    """A partial index, on either database."""
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def upgrade() -> None:
    _outbox()
    _submissions()
    _submission_events()
    _casework()
    _search()
    _staff()


def downgrade() -> None:
    for table in (
        "staff_tries",
        "staff_sessions",
        "staff_links",
        "staff",
        "searches",
        "word_index",
        "translations",
        "message_replies",
        "staff_messages",
        "notes",
    ):
        op.drop_table(table)
    for column in ("sort", "who", "staff_id", "concerns_id"):
        op.drop_column("submission_events", column)
    for name in ("queue", "place", *FILTERS):
        op.drop_index(f"ix_submissions_{name}", "submissions")
    for column in ("has_words", "version", "assignee_id", "status_since", "rank", "heard_at"):
        op.drop_column("submissions", column)
    op.create_index("ix_submissions_place_hash", "submissions", ["place_hash"])
    for name in ("message", "staff_message"):
        op.drop_index(f"ix_outbox_{name}", "outbox")
    for column in ("staff_message_id", "message_hash"):
        op.drop_column("outbox", column)


def _outbox() -> None:
    op.add_column("outbox", sa.Column("staff_message_id", ID))
    op.add_column("outbox", sa.Column("message_hash", sa.LargeBinary()))
    op.create_index(
        "ix_outbox_message", "outbox", ["conversation_id", "message_hash"], **where("message_hash IS NOT NULL")
    )
    op.create_index("ix_outbox_staff_message", "outbox", ["staff_message_id"], **where("staff_message_id IS NOT NULL"))


def _submissions() -> None:
    for column in (
        sa.Column("has_words", sa.Boolean(), nullable=False, server_default=sa.text("true")),
        sa.Column("version", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("assignee_id", ID),
        sa.Column("status_since", TIME, nullable=False, server_default=sa.text("'1970-01-01 00:00:00'")),
        sa.Column("rank", sa.SmallInteger(), nullable=False, server_default="3"),
        sa.Column("heard_at", TIME),
    ):
        op.add_column("submissions", column)
    op.execute(
        "UPDATE submissions SET status_since = updated_at, rank = CASE"
        " WHEN status IN ('done', 'not_possible', 'withdrawn') THEN 9"
        " WHEN urgency_staff IN ('U0', 'U1', 'U2', 'U3', 'U4') THEN CAST(substr(urgency_staff, 2, 1) AS INTEGER)"
        " ELSE 3 END"
    )
    op.drop_index("ix_submissions_place_hash", "submissions")
    op.create_index("ix_submissions_queue", "submissions", list(QUEUE))
    for name in FILTERS:
        op.create_index(f"ix_submissions_{name}", "submissions", [name, *QUEUE])
    op.create_index("ix_submissions_place", "submissions", ["place_hash", *QUEUE])


def _submission_events() -> None:
    for column in (
        sa.Column("sort", sa.Text(), nullable=False, server_default="status"),
        sa.Column("who", sa.Text(), nullable=False, server_default="person"),
        sa.Column("staff_id", ID),
        sa.Column("concerns_id", ID),
    ):
        op.add_column("submission_events", column)


def _casework() -> None:
    _notes()
    _staff_messages()
    _message_replies()
    _translations()


def _notes() -> None:
    op.create_table(
        "notes",
        sa.Column("id", ID, nullable=False),
        sa.Column("submission_id", ID, nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("nonce_hash", sa.LargeBinary(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["submission_id"], ["submissions.id"], name="fk_notes_submission_id"),
        sa.PrimaryKeyConstraint("id", name="pk_notes"),
        sa.UniqueConstraint("submission_id", "nonce_hash", name="uq_notes_submission_id"),
        sqlite_autoincrement=True,
    )


def _staff_messages() -> None:
    op.create_table(
        "staff_messages",
        sa.Column("id", ID, nullable=False),
        sa.Column("submission_id", ID, nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("nonce_hash", sa.LargeBinary(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["submission_id"], ["submissions.id"], name="fk_staff_messages_submission_id"),
        sa.PrimaryKeyConstraint("id", name="pk_staff_messages"),
        sa.UniqueConstraint("submission_id", "nonce_hash", name="uq_staff_messages_submission_id"),
        sqlite_autoincrement=True,
    )


def _message_replies() -> None:
    op.create_table(
        "message_replies",
        sa.Column("id", ID, nullable=False),
        sa.Column("submission_id", ID, nullable=False),
        sa.Column("message_id", ID, nullable=False),
        sa.Column("text", sa.LargeBinary()),
        sa.Column("files", sa.LargeBinary()),
        sa.Column("created_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["submission_id"], ["submissions.id"], name="fk_message_replies_submission_id"),
        sa.ForeignKeyConstraint(["message_id"], ["staff_messages.id"], name="fk_message_replies_message_id"),
        sa.PrimaryKeyConstraint("id", name="pk_message_replies"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_message_replies_submission_id", "message_replies", ["submission_id"])
    op.create_index("ix_message_replies_message_id", "message_replies", ["message_id"])


def _translations() -> None:
    op.create_table(
        "translations",
        sa.Column("id", ID, nullable=False),
        sa.Column("submission_id", ID, nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["submission_id"], ["submissions.id"], name="fk_translations_submission_id"),
        sa.PrimaryKeyConstraint("id", name="pk_translations"),
        sa.UniqueConstraint("submission_id", "language", name="uq_translations_submission_id"),
        sqlite_autoincrement=True,
    )


def _search() -> None:
    _word_index()
    _searches()


def _word_index() -> None:
    op.create_table(
        "word_index",
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("submission_id", ID, nullable=False, autoincrement=False),
        sa.ForeignKeyConstraint(["submission_id"], ["submissions.id"], name="fk_word_index_submission_id"),
        sa.PrimaryKeyConstraint("hash", "submission_id", name="pk_word_index"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_word_index_submission_id", "word_index", ["submission_id"])


def _searches() -> None:
    op.create_table(
        "searches",
        sa.Column("id", ID, nullable=False),
        sa.Column("found", sa.Text(), nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("hashes", sa.LargeBinary(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("until", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_searches"),
        sa.UniqueConstraint("found", name="uq_searches_found"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_searches_until", "searches", ["until"])


def _staff() -> None:
    _members()
    _staff_links()
    _staff_sessions()
    _staff_tries()


def _members() -> None:
    op.create_table(
        "staff",
        sa.Column("id", ID, nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("language", sa.Text()),
        sa.Column("password_hash", sa.Text()),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("signed_in_at", TIME),
        sa.Column("disabled_at", TIME),
        sa.PrimaryKeyConstraint("id", name="pk_staff"),
        sa.UniqueConstraint("email", name="uq_staff_email"),
        sqlite_autoincrement=True,
    )


def _staff_links() -> None:
    op.create_table(
        "staff_links",
        sa.Column("id", ID, nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("until", TIME, nullable=False),
        sa.Column("spent_at", TIME),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_staff_links_staff_id"),
        sa.PrimaryKeyConstraint("id", name="pk_staff_links"),
        sa.UniqueConstraint("token_hash", name="uq_staff_links_token_hash"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_staff_links_staff_id", "staff_links", ["staff_id"])
    op.create_index("ix_staff_links_until", "staff_links", ["until"])


def _staff_sessions() -> None:
    op.create_table(
        "staff_sessions",
        sa.Column("id", ID, nullable=False),
        sa.Column("staff_id", ID, nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("seen_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name="fk_staff_sessions_staff_id"),
        sa.PrimaryKeyConstraint("id", name="pk_staff_sessions"),
        sa.UniqueConstraint("token_hash", name="uq_staff_sessions_token_hash"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_staff_sessions_staff_id", "staff_sessions", ["staff_id"])
    op.create_index("ix_staff_sessions_seen_at", "staff_sessions", ["seen_at"])


def _staff_tries() -> None:
    op.create_table(
        "staff_tries",
        sa.Column("id", ID, nullable=False),
        sa.Column("key_hash", sa.LargeBinary(), nullable=False),
        sa.Column("tried_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_staff_tries"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_staff_tries_key", "staff_tries", ["key_hash", "tried_at"])
    op.create_index("ix_staff_tries_tried_at", "staff_tries", ["tried_at"])

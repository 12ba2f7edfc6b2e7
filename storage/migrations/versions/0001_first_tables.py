"""The first tables.

Sealed columns are bytes here: a migration knows nothing of keys, and says how the tables were on its day.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)


def where(condition: str) -> dict[str, Any]:
    """A partial index, on either database."""
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def upgrade() -> None:
    _contacts()
    _inbox()
    _people()
    _tombstones()
    _consents()
    _conversations()
    _person_contacts()
    _alarms()
    _outbox()
    _submissions()
    _files()
    _submission_events()
    _submission_words()


def downgrade() -> None:
    for table in (
        "submission_words",
        "submission_events",
        "files",
        "submissions",
        "outbox",
        "alarms",
        "person_contacts",
        "conversations",
        "consents",
        "tombstones",
        "people",
        "inbox",
        "contacts",
    ):
        op.drop_table(table)


def _contacts() -> None:
    op.create_table(
        "contacts",
        sa.Column("id", ID, nullable=False),
        sa.Column("lane", sa.LargeBinary(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("address", sa.LargeBinary()),
        sa.Column("address_until", TIME),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.Column("reachable_reason", sa.Text()),
        sa.Column("reachable_at", TIME),
        sa.Column("created_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_contacts"),
        sa.UniqueConstraint("lane", name="uq_contacts_lane"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_contacts_address_until", "contacts", ["address_until"], **where("address_until IS NOT NULL"))


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", ID, nullable=False),
        sa.Column("key_hash", sa.LargeBinary(), nullable=False),
        sa.Column("lane", sa.LargeBinary()),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("address", sa.LargeBinary()),
        sa.Column("ordinal", sa.BigInteger(), nullable=False),
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("heard", sa.LargeBinary()),
        sa.Column("received_at", TIME, nullable=False),
        sa.Column("ready_at", TIME, nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("settled_at", TIME),
        sa.Column("parked_at", TIME),
        sa.Column("reason", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint("key_hash", name="uq_inbox_key_hash"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_inbox_lane", "inbox", ["lane", "id"])
    op.create_index("ix_inbox_parked", "inbox", ["received_at"], **where("parked_at IS NOT NULL"))
    op.create_index("ix_inbox_ready", "inbox", ["ready_at", "id"], **where("settled_at IS NULL"))
    op.create_index("ix_inbox_retried", "inbox", ["lane", "ready_at"], **where("settled_at IS NULL AND tries > 0"))
    op.create_index("ix_inbox_waiting", "inbox", ["lane", "id"], **where("settled_at IS NULL"))


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("id", ID, nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sqlite_autoincrement=True,
    )


def _tombstones() -> None:
    op.create_table(
        "tombstones",
        sa.Column("id", ID, nullable=False),
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("day", TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_tombstones"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_tombstones_hash", "tombstones", ["hash"])


def _consents() -> None:
    op.create_table(
        "consents",
        sa.Column("id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("text_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_consents_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_consents"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_consents_person_id", "consents", ["person_id"])


def _conversations() -> None:
    op.create_table(
        "conversations",
        sa.Column("id", ID, nullable=False),
        sa.Column("lane", sa.LargeBinary(), nullable=False),
        sa.Column("contact_id", ID, nullable=False),
        sa.Column("person_id", ID),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("language", sa.Text()),
        sa.Column("state", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("updated_at", TIME, nullable=False),
        sa.Column("transit_until", TIME),
        sa.Column("draft_until", TIME),
        sa.Column("leaving", sa.Text()),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_conversations_contact_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_conversations_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_conversations"),
        sa.UniqueConstraint("contact_id", name="uq_conversations_contact_id"),
        sa.UniqueConstraint("lane", name="uq_conversations_lane"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_conversations_draft_until", "conversations", ["draft_until"], **where("draft_until IS NOT NULL")
    )
    op.create_index("ix_conversations_leaving", "conversations", ["id"], **where("leaving IS NOT NULL"))
    op.create_index("ix_conversations_person_id", "conversations", ["person_id"])
    op.create_index(
        "ix_conversations_transit_until", "conversations", ["transit_until"], **where("transit_until IS NOT NULL")
    )


def _person_contacts() -> None:
    op.create_table(
        "person_contacts",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("contact_id", ID, nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_person_contacts_contact_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_person_contacts_person_id"),
        sa.PrimaryKeyConstraint("person_id", "contact_id", name="pk_person_contacts"),
    )
    op.create_index("ix_person_contacts_contact_id", "person_contacts", ["contact_id"])


def _alarms() -> None:
    op.create_table(
        "alarms",
        sa.Column("id", ID, nullable=False),
        sa.Column("conversation_id", ID, nullable=False),
        sa.Column("sort", sa.Text(), nullable=False),
        sa.Column("rung_at", TIME, nullable=False),
        sa.Column("calmed_at", TIME),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], name="fk_alarms_conversation_id"),
        sa.PrimaryKeyConstraint("id", name="pk_alarms"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_alarms_conversation_id", "alarms", ["conversation_id"])
    op.create_index("ix_alarms_open", "alarms", ["id"], **where("calmed_at IS NULL"))
    op.create_index("uq_alarms_open", "alarms", ["conversation_id", "sort"], unique=True, **where("calmed_at IS NULL"))


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", ID, nullable=False),
        sa.Column("conversation_id", ID, nullable=False),
        sa.Column("contact_id", ID, nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("lane_kind", sa.SmallInteger(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("say", sa.LargeBinary()),
        sa.Column("toggles", sa.Boolean(), nullable=False),
        sa.Column("inbox_id", ID),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("ready_at", TIME, nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("settled_at", TIME),
        sa.Column("state", sa.Text()),
        sa.Column("parked_at", TIME),
        sa.Column("message", sa.LargeBinary()),
        sa.Column("reason", sa.Text()),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], name="fk_outbox_conversation_id"),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_conversation", "outbox", ["conversation_id", "id"])
    op.create_index("ix_outbox_parked", "outbox", ["parked_at"], **where("parked_at IS NOT NULL"))
    op.create_index(
        "ix_outbox_ready", "outbox", ["channel", "lane_kind", "ready_at", "id"], **where("settled_at IS NULL")
    )
    op.create_index(
        "ix_outbox_waiting", "outbox", ["conversation_id", "lane_kind", "id"], **where("settled_at IS NULL")
    )


def _submissions() -> None:
    op.create_table(
        "submissions",
        sa.Column("id", ID, nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("conversation_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("draft", sa.Integer(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text()),
        sa.Column("topic", sa.Text()),
        sa.Column("detail", sa.Text()),
        sa.Column("urgency", sa.Text()),
        sa.Column("urgency_staff", sa.Text()),
        sa.Column("place", sa.LargeBinary()),
        sa.Column("place_hash", sa.LargeBinary()),
        sa.Column("answers", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("updated_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], name="fk_submissions_conversation_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_submissions_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_submissions"),
        sa.UniqueConstraint("conversation_id", "draft", name="uq_submissions_conversation_id"),
        sa.UniqueConstraint("reference", name="uq_submissions_reference"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_submissions_person_id", "submissions", ["person_id"])
    op.create_index("ix_submissions_place_hash", "submissions", ["place_hash"])


def _files() -> None:
    op.create_table(
        "files",
        sa.Column("id", ID, nullable=False),
        sa.Column("conversation_id", ID, nullable=False),
        sa.Column("submission_id", ID),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("ref_hash", sa.LargeBinary(), nullable=False),
        sa.Column("file", sa.LargeBinary(), nullable=False),
        sa.Column("type", sa.Text()),
        sa.Column("content", sa.LargeBinary()),
        sa.Column("wanted_at", TIME, nullable=False),
        sa.Column("ready_at", TIME, nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("settled_at", TIME),
        sa.Column("reason", sa.Text()),
        sa.ForeignKeyConstraint(["conversation_id"], ["conversations.id"], name="fk_files_conversation_id"),
        sa.ForeignKeyConstraint(["submission_id"], ["submissions.id"], name="fk_files_submission_id"),
        sa.PrimaryKeyConstraint("id", name="pk_files"),
        sa.UniqueConstraint("conversation_id", "ref_hash", name="uq_files_conversation_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_files_ready", "files", ["channel", "ready_at", "id"], **where("settled_at IS NULL"))
    op.create_index("ix_files_submission_id", "files", ["submission_id"])


def _submission_events() -> None:
    op.create_table(
        "submission_events",
        sa.Column("id", ID, nullable=False),
        sa.Column("submission_id", ID, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("reason", sa.LargeBinary()),
        sa.Column("created_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["submission_id"], ["submissions.id"], name="fk_submission_events_submission_id"),
        sa.PrimaryKeyConstraint("id", name="pk_submission_events"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_submission_events_submission_id", "submission_events", ["submission_id"])


def _submission_words() -> None:
    op.create_table(
        "submission_words",
        sa.Column("id", ID, nullable=False),
        sa.Column("submission_id", ID, nullable=False),
        sa.Column("text", sa.LargeBinary()),
        sa.Column("files", sa.LargeBinary()),
        sa.Column("created_at", TIME, nullable=False),
        sa.ForeignKeyConstraint(["submission_id"], ["submissions.id"], name="fk_submission_words_submission_id"),
        sa.PrimaryKeyConstraint("id", name="pk_submission_words"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_submission_words_submission_id", "submission_words", ["submission_id"])

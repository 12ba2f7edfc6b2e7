"""What staff do with a submission: notes, messages, translations, what they hide, search for, or open with a reason."""

from __future__ import annotations

from sqlalchemy import Column, Index, LargeBinary, Text, UniqueConstraint

from storage.database import UtcTime
from storage.sealed import SealedJson, SealedText
from storage.tables import Id, _table, _to, submission_events, submission_words, word_index

notes = _table(
    "notes",
    _to("submissions.id", "submission_id", index=False),
    Column("staff_id", Id, nullable=False),
    Column("nonce_hash", LargeBinary, nullable=False),
    Column("text", SealedText("notes.text"), nullable=False),
    Column("created_at", UtcTime, nullable=False),
    UniqueConstraint("submission_id", "nonce_hash"),
)

staff_messages = _table(
    "staff_messages",
    _to("submissions.id", "submission_id", index=False),
    Column("staff_id", Id, nullable=False),
    Column("nonce_hash", LargeBinary, nullable=False),
    Column("text", SealedText("staff_messages.text"), nullable=False),
    Column("language", Text, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    UniqueConstraint("submission_id", "nonce_hash"),
)

message_replies = _table(
    "message_replies",
    _to("submissions.id", "submission_id"),
    _to("staff_messages.id", "message_id"),
    Column("text", SealedText("message_replies.text")),
    Column("files", SealedJson("message_replies.files")),
    Column("created_at", UtcTime, nullable=False),
)

translations = _table(
    "translations",
    _to("submissions.id", "submission_id", index=False),
    Column("language", Text, nullable=False),
    Column("text", SealedText("translations.text"), nullable=False),
    Column("staff_id", Id, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    UniqueConstraint("submission_id", "language"),
)

# Parts of the texts of a submission that stand behind a bar for staff.
masks = _table(
    "masks",
    _to("submissions.id", "submission_id"),
    Column("text", SealedText("masks.text"), nullable=False),
    Column("staff_id", Id, nullable=False),
    Column("created_at", UtcTime, nullable=False),
)

searches = _table(
    "searches",
    Column("found", Text, nullable=False, unique=True),  # random; stands in the address of the page
    Column("staff_id", Id, nullable=False),
    Column("hashes", SealedJson("searches.hashes"), nullable=False),
    Column("text", SealedText("searches.text"), nullable=False),
    Column("until", UtcTime, nullable=False, index=True),
)

# Submissions that somebody opened beyond what they may see, with a reason, for an hour.
break_glass = _table(
    "break_glass",
    _to("submissions.id", "submission_id", index=False),
    Column("staff_id", Id, nullable=False),
    Column("reason", SealedText("break_glass.reason"), nullable=False),
    Column("opened_at", UtcTime, nullable=False),
    Column("until", UtcTime, nullable=False),
)
Index("ix_break_glass_submission", break_glass.c.submission_id, break_glass.c.staff_id)

OF_SUBMISSION = (
    message_replies, staff_messages, notes, translations, masks, word_index, submission_words, submission_events,
    break_glass,
)  # fmt: skip
"""What goes with a submission, in the order in which it can be deleted."""

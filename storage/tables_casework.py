"""What staff do with a submission: notes, messages, links; what they hide, search for or open with a reason."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Text, UniqueConstraint, literal_column

from storage.database import UtcTime
from storage.sealed import SealedJson, SealedText, SealedVector
from storage.tables import Id, _partial, _table, _to, submission_events, submission_words, word_index

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

# What is said in a voice, as a person wrote it down or confirmed it. It outlives the recording, and goes with what the
# voice belongs to, as the file does: so no foreign key leads there.
voice_texts = _table(
    "voice_texts",
    _to("submissions.id", "submission_id", index=False),
    Column("file_id", Id, nullable=False),
    Column("language", Text, nullable=False),
    Column("text", SealedText("voice_texts.text"), nullable=False),
    Column("staff_id", Id, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    UniqueConstraint("submission_id", "file_id"),
)

# The same as a machine wrote it down, until a person has confirmed it, or a day is over.
voice_drafts = _table(
    "voice_drafts",
    _to("submissions.id", "submission_id"),
    Column("file_id", Id, nullable=False, unique=True),
    Column("language", Text, nullable=False),
    Column("state", Text, nullable=False),  # asked, written, or why it is not: see `storage.voices`
    Column("text", SealedText("voice_drafts.text")),
    Column("asked_at", UtcTime, nullable=False),
    Column("taken_at", UtcTime),  # since when a process is at it
    Column("tries", Integer, nullable=False),
    Column("until", UtcTime, nullable=False, index=True),
)
_partial("ix_voice_drafts_asked", voice_drafts.c.state == literal_column("'asked'"), voice_drafts.c.asked_at)

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

# What a submission is about, as numbers that lie near to those of others that mean the same (`storage.likeness`).
submission_vectors = _table(
    "submission_vectors",
    Column("submission_id", Id, ForeignKey("submissions.id"), nullable=False, unique=True),
    Column("model", Text, nullable=False),  # what made it; those of another are made anew
    Column("vector", SealedVector("submission_vectors.vector"), nullable=False),
)

# What somebody joined, as two needs of one person. Nothing is merged. Both ends see it (`storage.links`).
submission_links = _table(
    "submission_links",
    _to("submissions.id", "submission_id", index=False),
    _to("submissions.id", "other_id"),
    Column("sort", Text, nullable=False),  # same_person, same_need, duplicate
    Column("staff_id", Id, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    UniqueConstraint("submission_id", "other_id", "sort"),
)

OF_SUBMISSION = (
    message_replies, staff_messages, notes, translations, voice_texts, voice_drafts, masks, word_index,
    submission_words, submission_events, break_glass, submission_vectors,
)  # fmt: skip
"""What goes with a submission, in the order in which it can be deleted; a link goes with either of its ends."""

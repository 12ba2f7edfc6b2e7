"""What is kept, and where. Personal columns are sealed; what must be found is a plain code or a keyed hash.

`settled_at IS NULL` means "waiting" in the queues. It stands in the partial indexes, so that looking for work costs
the same whatever lies settled; a bound parameter (`state = ?`) would not let SQLite use them.
Every foreign key has an index: otherwise erasing one person would read whole tables.
"""

from __future__ import annotations

import os
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    and_,
    literal_column,
    text,
)
from sqlalchemy.sql.elements import ColumnElement

from storage.database import UtcTime
from storage.sealed import SealedBytes, SealedJson, SealedText

REPLY = 0
BROADCAST = 1

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite counts rows by INTEGER alone. AUTOINCREMENT below: a number is never given twice, also after erasure, because
# readers remember sequence numbers and deliveries in flight remember ids.
Id = BigInteger().with_variant(Integer, "sqlite")


def _id() -> Column[int]:
    return Column("id", Id, primary_key=True, autoincrement=True)


def _table(name: str, *columns: Column[Any] | UniqueConstraint) -> Table:
    """A table whose rows are numbered."""
    return Table(name, metadata, _id(), *columns, sqlite_autoincrement=True)


def _to(column: str, name: str, *, nullable: bool = False, index: bool = True) -> Column[int]:
    return Column(name, Id, ForeignKey(column), nullable=nullable, index=index)


def _partial(name: str, condition: ColumnElement[bool], *columns: Column[Any], unique: bool = False) -> Index:
    return Index(name, *columns, unique=unique, sqlite_where=condition, postgresql_where=condition)


people = _table(
    "people",
    Column("created_at", UtcTime, nullable=False),
)

contacts = _table(
    "contacts",
    Column("lane", LargeBinary, nullable=False, unique=True),  # keyed hash of channel and address
    Column("channel", Text, nullable=False),
    Column("address", SealedText("contacts.address")),  # NULL: known by its hash alone
    Column("address_until", UtcTime),  # before consent: when the address goes
    Column("reachable", Boolean, nullable=False),
    Column("reachable_reason", Text),
    Column("reachable_at", UtcTime),
    Column("created_at", UtcTime, nullable=False),
)
_partial("ix_contacts_address_until", contacts.c.address_until.is_not(None), contacts.c.address_until)

person_contacts = Table(
    "person_contacts",
    metadata,
    Column("person_id", Id, ForeignKey("people.id"), primary_key=True),
    Column("contact_id", Id, ForeignKey("contacts.id"), primary_key=True, index=True),
)

conversations = _table(
    "conversations",
    Column("lane", LargeBinary, nullable=False, unique=True),
    Column("contact_id", Id, ForeignKey("contacts.id"), nullable=False, unique=True),
    _to("people.id", "person_id", nullable=True),  # who chats here now; set by consent
    Column("channel", Text, nullable=False),
    Column("phone", LargeBinary),  # of a further person on one phone: the lane of the first (see `storage.phones`)
    Column("language", Text),
    Column("state", SealedJson("conversations.state"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("updated_at", UtcTime, nullable=False),
    Column("transit_until", UtcTime),  # before consent: when what was said goes
    Column("draft_until", UtcTime),  # when an unfinished form goes; before consent the conversation with it
    Column("leaving", Text),  # "erased" or "refused", until the farewell is settled
)
_partial("ix_conversations_transit_until", conversations.c.transit_until.is_not(None), conversations.c.transit_until)
_partial("ix_conversations_draft_until", conversations.c.draft_until.is_not(None), conversations.c.draft_until)
_partial("ix_conversations_phone", conversations.c.phone.is_not(None), conversations.c.phone)
_partial("ix_conversations_leaving", conversations.c.leaving.is_not(None), conversations.c.id)

inbox = _table(
    "inbox",
    Column("key_hash", LargeBinary, nullable=False, unique=True),  # stays for good: what was seen is never new
    Column("lane", LargeBinary),  # NULL: emptied
    Column("channel", Text, nullable=False),
    Column("address", SealedText("inbox.address")),
    Column("ordinal", BigInteger, nullable=False),
    Column("sort", Text, nullable=False),
    Column("heard", SealedJson("inbox.heard")),
    Column("received_at", UtcTime, nullable=False),
    Column("ready_at", UtcTime, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("settled_at", UtcTime),
    Column("parked_at", UtcTime),
    Column("reason", Text),
)
_partial("ix_inbox_ready", inbox.c.settled_at.is_(None), inbox.c.ready_at, inbox.c.id)
_partial("ix_inbox_waiting", inbox.c.settled_at.is_(None), inbox.c.lane, inbox.c.id)
RETRIED = and_(inbox.c.settled_at.is_(None), inbox.c.tries > literal_column("0"))
_partial("ix_inbox_retried", RETRIED, inbox.c.lane, inbox.c.ready_at)
_partial("ix_inbox_parked", inbox.c.parked_at.is_not(None), inbox.c.received_at)
Index("ix_inbox_lane", inbox.c.lane, inbox.c.id)

outbox = _table(
    "outbox",
    _to("conversations.id", "conversation_id", index=False),
    Column(
        "contact_id", Id, nullable=False
    ),  # no foreign key: both go together, and its index would serve nothing else
    Column("channel", Text, nullable=False),
    Column("lane_kind", SmallInteger, nullable=False),  # REPLY, BROADCAST
    Column("action", Text, nullable=False),
    Column("sender", Text, nullable=False),  # bot, staff
    Column("say", SealedJson("outbox.say")),
    Column("toggles", Boolean, nullable=False),
    Column("inbox_id", Id),
    Column("staff_message_id", Id),  # the message from staff that this row shows; both go together
    Column("created_at", UtcTime, nullable=False),
    Column("ready_at", UtcTime, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("settled_at", UtcTime),
    Column("state", Text),  # sent, gone, parked, seen; NULL while waiting
    Column("parked_at", UtcTime),
    Column("message", SealedText("outbox.message")),  # the platform's id; some platforms write a number into it
    Column("message_hash", LargeBinary),  # by which a reply to it finds what was asked
    Column("reason", Text),
)
_waiting = outbox.c.settled_at.is_(None)
_partial("ix_outbox_ready", _waiting, outbox.c.channel, outbox.c.lane_kind, outbox.c.ready_at, outbox.c.id)
_partial("ix_outbox_waiting", _waiting, outbox.c.conversation_id, outbox.c.lane_kind, outbox.c.id)
_partial("ix_outbox_parked", outbox.c.parked_at.is_not(None), outbox.c.parked_at)
Index("ix_outbox_conversation", outbox.c.conversation_id, outbox.c.id)
_partial("ix_outbox_message", outbox.c.message_hash.is_not(None), outbox.c.conversation_id, outbox.c.message_hash)
_partial("ix_outbox_staff_message", outbox.c.staff_message_id.is_not(None), outbox.c.staff_message_id)

FURTHER = ("second_topic", "second_detail", "third_topic", "third_detail")
"""What it is also about, as staff say (`storage.coding`)."""

submissions = _table(
    "submissions",
    Column("reference", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    _to("conversations.id", "conversation_id", index=False),
    _to("people.id", "person_id"),
    Column("draft", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("organisation", Text),  # its name at the time
    Column("organisation_id", Id, nullable=False, server_default="0"),  # 0: the service's own
    Column("safeguarding", Boolean, nullable=False, server_default=text("false")),  # for those named for it
    Column("topic", Text),
    Column("detail", Text),
    *(Column(name, Text) for name in FURTHER),
    Column("urgency", Text),
    Column("urgency_staff", Text),
    Column("place", SealedText("submissions.place")),
    Column("place_hash", LargeBinary),
    Column("answers", SealedJson("submissions.answers"), nullable=False),
    Column("has_words", Boolean, nullable=False, server_default=text("true")),  # own words, that may need a translation
    Column("version", Integer, nullable=False, server_default="0"),  # counts what staff and the person changed
    # No foreign key: SQLite adds none to a table that stands, and staff are switched off, never removed.
    Column("assignee_id", Id),
    Column("status_since", UtcTime, nullable=False, server_default=text("'1970-01-01 00:00:00'")),
    Column("rank", SmallInteger, nullable=False, server_default="3"),  # see `storage.submissions.rank`
    Column("heard_at", UtcTime),  # when the person last added words or answered staff
    Column("restricted_at", UtcTime),  # since when it is kept and not used: for the data-protection officer alone
    Column("keep_until", UtcTime),  # see `storage.keeping`
    Column("extended", SmallInteger, nullable=False, server_default="0"),  # how often staff put that off
    Column("created_at", UtcTime, nullable=False),
    Column("updated_at", UtcTime, nullable=False),
    UniqueConstraint("conversation_id", "draft"),
)
# The list of the panel is read in this order, whatever it is filtered by: one index for each filter. Each begins with
# what nobody may look beyond, so that a small organisation's list costs the same beside a large one (`storage.scope`).
QUEUE = (submissions.c.rank, submissions.c.status_since, submissions.c.id)
_WITHIN = (submissions.c.organisation_id, submissions.c.safeguarding)
# Where several filters meet, the first of these leads, and its index holds the others: what does not fit is passed over
# without a look at its row. The names beside each other never meet.
FILTERS = (("place_hash",), ("assignee_id",), ("topic", "detail", *FURTHER), ("urgency", "urgency_staff"),
           ("language",), ("status",), ("kind",))  # fmt: skip


def _compared(*before: str) -> list[Column[Any]]:
    """What an index holds besides its order: the filters that follow the one that leads, and who may see a row."""
    names = [name for group in FILTERS for name in group]
    behind = names[max((names.index(name) + 1 for name in before), default=0) :]
    return [submissions.c[name] for name in (*behind, "restricted_at")]


for _group in FILTERS:
    for _name in _group:
        _index, _held = (
            f"ix_submissions_{_name.removesuffix('_hash')}",
            (submissions.c[_name], *QUEUE, *_compared(*_group)),
        )
        if _name in FURTHER:  # few have any
            _partial(_index, submissions.c[_name].is_not(None), *_WITHIN, *_held)
        else:
            Index(_index, *_WITHIN, *_held)
Index("ix_submissions_queue", *_WITHIN, *QUEUE, submissions.c.restricted_at)
_partial("ix_submissions_nowhere", submissions.c.place_hash.is_(None), *_WITHIN, *QUEUE, *_compared("place_hash"))
_partial("ix_submissions_restricted", submissions.c.restricted_at.is_not(None), *QUEUE)
_partial("ix_submissions_keep_until", submissions.c.restricted_at.is_(None), submissions.c.keep_until)

submission_words = _table(
    "submission_words",
    _to("submissions.id", "submission_id"),
    Column("text", SealedText("submission_words.text")),
    Column("files", SealedJson("submission_words.files")),
    Column("created_at", UtcTime, nullable=False),
)

submission_events = _table(
    "submission_events",
    _to("submissions.id", "submission_id"),
    # status, assigned, translated, written, kept, restricted, unrestricted, corrected, guarded, released, opened
    Column("sort", Text, nullable=False, server_default="status"),
    Column("status", Text, nullable=False),  # as it is from then on
    Column("reason", SealedText("submission_events.reason")),
    Column("who", Text, nullable=False, server_default="person"),  # person, staff, system
    Column("staff_id", Id),
    Column("concerns_id", Id),  # of the staff member it was assigned to
    Column("created_at", UtcTime, nullable=False),
)

# Which word stems (keyed hashes of them) occur in what was sent. Read by hash, newest submission first.
word_index = Table(
    "word_index",
    metadata,
    Column("hash", LargeBinary, primary_key=True),
    Column("submission_id", Id, ForeignKey("submissions.id"), primary_key=True, autoincrement=False, index=True),
    sqlite_with_rowid=False,
)

consents = _table(
    "consents",
    _to("people.id", "person_id"),
    Column("purpose", Text, nullable=False),
    Column("given", Boolean, nullable=False),
    Column("text_sha256", LargeBinary, nullable=False),
    Column("language", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("method", Text, nullable=False),
    Column("created_at", UtcTime, nullable=False),
)

files = _table(
    "files",
    _to("conversations.id", "conversation_id", index=False),
    _to("submissions.id", "submission_id", nullable=True),
    Column("channel", Text, nullable=False),
    Column("ref_hash", LargeBinary, nullable=False),
    Column("file", SealedJson("files.file"), nullable=False),
    Column("type", Text),
    Column("content", SealedBytes("files.content")),
    Column("wanted_at", UtcTime, nullable=False),
    Column("ready_at", UtcTime, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("settled_at", UtcTime),
    Column("reason", Text),
    Column("until", UtcTime),  # of a file that belongs to nothing yet, or to what is closed: when somebody looks at it
    UniqueConstraint("conversation_id", "ref_hash"),
)
_partial("ix_files_until", files.c.until.is_not(None), files.c.until)
_partial("ix_files_ready", files.c.settled_at.is_(None), files.c.channel, files.c.ready_at, files.c.id)

alarms = _table(
    "alarms",
    _to("conversations.id", "conversation_id"),
    Column("sort", Text, nullable=False),
    Column("rung_at", UtcTime, nullable=False),
    Column("calmed_at", UtcTime),
)
_partial("uq_alarms_open", alarms.c.calmed_at.is_(None), alarms.c.conversation_id, alarms.c.sort, unique=True)
_partial("ix_alarms_open", alarms.c.calmed_at.is_(None), alarms.c.id)

tombstones = _table(
    "tombstones",
    Column("mark", LargeBinary, default=lambda: os.urandom(16)),  # tells two of a hash apart, and one from a copy of it
    Column("sort", Text, nullable=False),  # contact, submission, forgotten, message, proof
    Column("hash", LargeBinary, nullable=False, index=True),
    Column("day", UtcTime, nullable=False),
)
Index("ix_tombstones_mark", tombstones.c.mark, unique=True)
_partial("ix_tombstones_message", tombstones.c.sort == literal_column("'message'"), tombstones.c.day)

staff = _table(
    "staff",
    Column("email", Text, nullable=False, unique=True),
    Column("role", Text, nullable=False),
    Column("language", Text),
    Column("password_hash", Text),
    Column("created_at", UtcTime, nullable=False),
    Column("signed_in_at", UtcTime),  # the last time
    Column("disabled_at", UtcTime),
    Column("organisation_id", Id, nullable=False, index=True, server_default="0"),  # 0: the service's own
    Column("safeguarding", Boolean, nullable=False, server_default=text("false")),  # named for such cases
)

"""What is kept, and where. Personal columns are sealed; what must be found is a plain code or a keyed hash.

`settled_at IS NULL` means "waiting" in the queues. It stands in the partial indexes, so that looking for work costs
the same whatever lies settled; a bound parameter (`state = ?`) would not let SQLite use them.
Every foreign key has an index: otherwise erasing one person would read whole tables.
"""

from __future__ import annotations

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


def _to(column: str, name: str, *, nullable: bool = False, index: bool = True) -> Column[int]:
    return Column(name, Id, ForeignKey(column), nullable=nullable, index=index)


def _partial(name: str, condition: ColumnElement[bool], *columns: Column[Any], unique: bool = False) -> Index:
    return Index(name, *columns, unique=unique, sqlite_where=condition, postgresql_where=condition)


people = Table(
    "people",
    metadata,
    _id(),
    Column("created_at", UtcTime, nullable=False),
    sqlite_autoincrement=True,
)

contacts = Table(
    "contacts",
    metadata,
    _id(),
    Column("lane", LargeBinary, nullable=False, unique=True),  # keyed hash of channel and address
    Column("channel", Text, nullable=False),
    Column("address", SealedText("contacts.address")),  # NULL: known by its hash alone
    Column("address_until", UtcTime),  # before consent: when the address goes
    Column("reachable", Boolean, nullable=False),
    Column("reachable_reason", Text),
    Column("reachable_at", UtcTime),
    Column("created_at", UtcTime, nullable=False),
    sqlite_autoincrement=True,
)
_partial("ix_contacts_address_until", contacts.c.address_until.is_not(None), contacts.c.address_until)

person_contacts = Table(
    "person_contacts",
    metadata,
    Column("person_id", Id, ForeignKey("people.id"), primary_key=True),
    Column("contact_id", Id, ForeignKey("contacts.id"), primary_key=True, index=True),
)

conversations = Table(
    "conversations",
    metadata,
    _id(),
    Column("lane", LargeBinary, nullable=False, unique=True),
    Column("contact_id", Id, ForeignKey("contacts.id"), nullable=False, unique=True),
    _to("people.id", "person_id", nullable=True),  # who chats here now; set by consent
    Column("channel", Text, nullable=False),
    Column("language", Text),
    Column("state", SealedJson("conversations.state"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("updated_at", UtcTime, nullable=False),
    Column("transit_until", UtcTime),  # before consent: when what was said goes
    Column("draft_until", UtcTime),  # when an unfinished form goes; before consent the conversation with it
    Column("leaving", Text),  # "erased" or "refused", until the farewell is settled
    sqlite_autoincrement=True,
)
_partial("ix_conversations_transit_until", conversations.c.transit_until.is_not(None), conversations.c.transit_until)
_partial("ix_conversations_draft_until", conversations.c.draft_until.is_not(None), conversations.c.draft_until)
_partial("ix_conversations_leaving", conversations.c.leaving.is_not(None), conversations.c.id)

inbox = Table(
    "inbox",
    metadata,
    _id(),
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
    sqlite_autoincrement=True,
)
_partial("ix_inbox_ready", inbox.c.settled_at.is_(None), inbox.c.ready_at, inbox.c.id)
_partial("ix_inbox_waiting", inbox.c.settled_at.is_(None), inbox.c.lane, inbox.c.ordinal, inbox.c.id)
RETRIED = and_(inbox.c.settled_at.is_(None), inbox.c.tries > literal_column("0"))
_partial("ix_inbox_retried", RETRIED, inbox.c.lane, inbox.c.ready_at)
_partial("ix_inbox_parked", inbox.c.parked_at.is_not(None), inbox.c.received_at)
Index("ix_inbox_lane", inbox.c.lane, inbox.c.id)

outbox = Table(
    "outbox",
    metadata,
    _id(),
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
    Column("created_at", UtcTime, nullable=False),
    Column("ready_at", UtcTime, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("settled_at", UtcTime),
    Column("state", Text),  # sent, gone, parked, seen; NULL while waiting
    Column("parked_at", UtcTime),
    Column("message", SealedText("outbox.message")),  # the platform's id; some platforms write a number into it
    Column("reason", Text),
    sqlite_autoincrement=True,
)
_waiting = outbox.c.settled_at.is_(None)
_partial("ix_outbox_ready", _waiting, outbox.c.channel, outbox.c.lane_kind, outbox.c.ready_at, outbox.c.id)
_partial("ix_outbox_waiting", _waiting, outbox.c.conversation_id, outbox.c.lane_kind, outbox.c.id)
_partial("ix_outbox_parked", outbox.c.parked_at.is_not(None), outbox.c.parked_at)
Index("ix_outbox_conversation", outbox.c.conversation_id, outbox.c.id)

submissions = Table(
    "submissions",
    metadata,
    _id(),
    Column("reference", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    _to("conversations.id", "conversation_id", index=False),
    _to("people.id", "person_id"),
    Column("draft", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("organisation", Text),
    Column("topic", Text),
    Column("detail", Text),
    Column("urgency", Text),
    Column("urgency_staff", Text),
    Column("place", SealedText("submissions.place")),
    Column("place_hash", LargeBinary, index=True),
    Column("answers", SealedJson("submissions.answers"), nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("updated_at", UtcTime, nullable=False),
    UniqueConstraint("conversation_id", "draft"),
    sqlite_autoincrement=True,
)

submission_words = Table(
    "submission_words",
    metadata,
    _id(),
    _to("submissions.id", "submission_id"),
    Column("text", SealedText("submission_words.text")),
    Column("files", SealedJson("submission_words.files")),
    Column("created_at", UtcTime, nullable=False),
    sqlite_autoincrement=True,
)

submission_events = Table(
    "submission_events",
    metadata,
    _id(),
    _to("submissions.id", "submission_id"),
    Column("status", Text, nullable=False),
    Column("reason", SealedText("submission_events.reason")),
    Column("created_at", UtcTime, nullable=False),
    sqlite_autoincrement=True,
)

consents = Table(
    "consents",
    metadata,
    _id(),
    _to("people.id", "person_id"),
    Column("purpose", Text, nullable=False),
    Column("given", Boolean, nullable=False),
    Column("text_sha256", LargeBinary, nullable=False),
    Column("language", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("method", Text, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    sqlite_autoincrement=True,
)

files = Table(
    "files",
    metadata,
    _id(),
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
    UniqueConstraint("conversation_id", "ref_hash"),
    sqlite_autoincrement=True,
)
_partial("ix_files_ready", files.c.settled_at.is_(None), files.c.channel, files.c.ready_at, files.c.id)

alarms = Table(
    "alarms",
    metadata,
    _id(),
    _to("conversations.id", "conversation_id"),
    Column("sort", Text, nullable=False),
    Column("rung_at", UtcTime, nullable=False),
    Column("calmed_at", UtcTime),
    sqlite_autoincrement=True,
)
_partial("uq_alarms_open", alarms.c.calmed_at.is_(None), alarms.c.conversation_id, alarms.c.sort, unique=True)
_partial("ix_alarms_open", alarms.c.calmed_at.is_(None), alarms.c.id)

tombstones = Table(
    "tombstones",
    metadata,
    _id(),
    Column("sort", Text, nullable=False),  # contact, submission
    Column("hash", LargeBinary, nullable=False, index=True),
    Column("day", UtcTime, nullable=False),
    sqlite_autoincrement=True,
)

"""The web chat: what opens a talk, files on their way, and who wishes to be told of news."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, Text

from storage.database import UtcTime
from storage.sealed import SealedBytes, SealedJson, SealedText
from storage.tables import Id, _partial, _table

# What opens a talk in a browser: a cookie, or a code on paper. Only their hashes are kept.
web_doors = _table(
    "web_doors",
    Column("sort", Text, nullable=False),  # cookie, code, link
    Column("hash", LargeBinary, nullable=False, unique=True),
    Column("lane", LargeBinary, nullable=False, index=True),
    Column("address", SealedText("web_doors.address"), nullable=False),
    Column("until", UtcTime, nullable=False, index=True),
    Column("draft", Id),  # of a link: the form that goes on behind it
)

# Files on their way: from the upload until the turn wants them, a day at most.
web_uploads = _table(
    "web_uploads",
    Column("ref_hash", LargeBinary, nullable=False, unique=True),
    Column("lane", LargeBinary, nullable=False, index=True),
    Column("file", SealedJson("web_uploads.file"), nullable=False),
    Column("content", SealedBytes("web_uploads.content"), nullable=False),
    Column("until", UtcTime, nullable=False, index=True),
)

# Who wishes to be told by e-mail that there is something new.
web_notices = _table(
    "web_notices",
    Column("lane", LargeBinary, nullable=False, unique=True),
    Column("email", SealedText("web_notices.email"), nullable=False),
    Column("stop_hash", LargeBinary, nullable=False, unique=True),
    Column("stop", SealedText("web_notices.stop"), nullable=False),  # the word in the link that ends it
    Column("language", Text, nullable=False),
    Column("told", Id, nullable=False),  # the outbox row up to which they were told
    Column("confirm_hash", LargeBinary),  # of the word in the link by which they say that the address is theirs
    Column("asked_at", UtcTime),  # when that link was sent; NULL: it waits to be
    Column("confirmed_at", UtcTime),  # NULL: not yet, and nothing else is sent there
)
_partial("ix_web_notices_unasked", web_notices.c.asked_at.is_(None), web_notices.c.id)
_partial("ix_web_notices_unconfirmed", web_notices.c.confirmed_at.is_(None), web_notices.c.asked_at)
_partial("ix_web_notices_confirm", web_notices.c.confirm_hash.is_not(None), web_notices.c.confirm_hash)

"""Everything that is kept: how long, counted from what, and by which rule. docs/data-protection.md prints this table.

Nothing is kept without a line here: a test compares it with the tables there are.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from storage import (
    audit_chain,
    break_glass,
    doors,
    keeping,
    notices,
    proofs,
    retention,
    staff,
    voices,
    words_index,
)
from storage.conversations import DRAFT, TRANSIT
from storage.statuses import STATUSES

BACKUP = timedelta(days=35)
"""How long an operator keeps a backup at most (R-16): what was deleted is gone from everywhere then."""


@dataclass(frozen=True, slots=True)
class Rule:
    """`period` None: `since` alone says how long. `tables`: where it lies; "" is not in the database."""

    what: str
    period: timedelta | None
    since: str
    source: str
    tables: tuple[str, ...]

    @property
    def span(self) -> str:
        return _span(self.period)

    def line(self) -> str:
        """As a row of a table in Markdown."""
        return f"| {self.what} | {self.span} | {self.since} | {self.source} |"


def _span(period: timedelta | None) -> str:
    if period is None:
        return "–"
    if period < timedelta(hours=1):
        return f"{period // timedelta(minutes=1)} minutes"
    if period < timedelta(days=1):
        hours = period // timedelta(hours=1)
        return f"{hours} hour{'s' if hours > 1 else ''}"
    return f"{period.days} day{'s' if period.days > 1 else ''}"


def _need(what: str, period: timedelta) -> str:
    """With the statuses for which the code has this period."""
    named = [status for status in STATUSES[:-1] if keeping.period("need", status) == period]
    return f"a need {what} ({', '.join(f'`{one}`' for one in named if one != 'withdrawn')})"


_TALK = ("conversations", "contacts", "inbox", "outbox")
_SENT = (
    "submissions", "submission_words", "submission_events", "notes", "staff_messages", "message_replies",
    "translations", "voice_texts", "masks", "word_index", "break_glass", "submission_vectors", "submission_links",
)  # fmt: skip
_CONTACT = "the latest contact: their words, ours, or a change of status"

RULES: Collection[Rule] = (
    Rule("what is said before a consent, and the address", TRANSIT, "it was said; looked at each hour", "R-01", _TALK),
    Rule("the language and the keyed hash of an address without a consent", DRAFT, "the latest message", "R-01", _TALK),
    Rule("an unfinished need or idea", DRAFT, "the person's last word", "R-16", ("conversations",)),
    Rule(_need("that is open", keeping.OPEN), keeping.OPEN, _CONTACT, "ours: R-16 names none", _SENT),
    Rule(_need("that waits for the person", keeping.UNANSWERED), keeping.UNANSWERED, _CONTACT, "R-16", _SENT),
    Rule(_need("that is closed", keeping.FINISHED), keeping.FINISHED, _CONTACT, "R-16", _SENT),
    Rule("an idea", keeping.IDEA, _CONTACT, "R-16", _SENT),
    Rule("a need or idea that its person stopped (`withdrawn`)", keeping.STOPPED, "that", "R-04, ours", _SENT),
    Rule("a need or idea whose use is restricted", None, "as long as its person wants", "R-23", _SENT),
    Rule("a voice message", keeping.VOICE, "the end of what it belongs to", "R-16", ("files",)),
    Rule("a machine's draft of what is said in it", voices.LASTS, "it was made", "R-24, ours", ("voice_drafts",)),
    Rule("other files", None, "with the need or idea they belong to", "R-16", ("files",)),
    Rule(
        "a file that belongs to nothing",
        DRAFT,
        "it came, or with its unfinished form",
        "R-16",
        ("files", "web_uploads"),
    ),
    Rule(
        "messages, ended alarms",
        DRAFT,
        "before the oldest need or idea of the talk that is there, they go when another one goes",
        "R-16",
        ("inbox", "outbox", "alarms"),
    ),
    Rule("an alarm that nobody ended", retention.UNHEARD, "it rang", "ours", ("alarms",)),
    Rule(
        "a person, how to reach them, their talk",
        DRAFT,
        "their last word, once nothing that they sent is left",
        "R-16",
        ("people", "person_contacts", *_TALK),
    ),
    Rule("a consent", None, "as long as its person", "R-03", ("consents",)),
    Rule("a proof of consent", proofs.KEPT, "its person went", "R-16", ("consent_proofs",)),
    Rule("a figure", None, "for good: it belongs to nobody", "R-17", ("statistics",)),
    Rule("the trail", audit_chain.KEPT, "it was noted", "R-16", ("audit_entries", "audit_seals", "audit_marks")),
    Rule("the way in of a browser", doors.LASTS, "the latest message", "ours", ("web_doors",)),
    Rule("the way in of a browser with which nobody wrote", doors.UNUSED, "it was made", "ours", ("web_doors",)),
    Rule("a one-time link", doors.LINK, "it was made", "R-29", ("web_doors",)),
    Rule(
        "an e-mail address for notices",
        None,
        "as long as its talk, or until it is taken back",
        "R-02",
        ("web_notices",),
    ),
    Rule("one that nobody confirmed", notices.UNCONFIRMED, "it was asked", "ours", ("web_notices",)),
    Rule("which talk staff write down for somebody", DRAFT, "they last took it up", "ours", ("desk_talks",)),
    Rule("a search", words_index.LASTS, "it was made", "ours", ("searches",)),
    Rule(
        "what was opened with a reason",
        break_glass.LASTS,
        "it was opened; the note of it as long as what it is about",
        "R-15",
        ("break_glass",),
    ),
    Rule("a session of staff", staff.IDLE, "the latest use", "ours", ("staff_sessions",)),
    Rule(
        "a link to sign in, tries to sign in", staff.TRIES_LAST, "it was made", "ours", ("staff_links", "staff_tries")
    ),
    Rule(
        "an account of staff, organisations",
        None,
        "until an administrator ends it: the trail names it",
        "R-33",
        ("staff", "staff_factors", "staff_recovery_codes", "staff_places", "organisations", "organisation_places"),
    ),
    Rule(
        "the keyed hash of a message, a tombstone",
        None,
        "for good: it leads to nobody",
        "R-21",
        ("inbox", "tombstones"),
    ),
    Rule("where the machine stands in its own work", None, "for good: it is about nobody", "–", ("upkeep",)),
    Rule("a backup", BACKUP, "it was made; by whoever runs the service", "R-16", ("",)),
)

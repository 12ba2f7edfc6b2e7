"""What may become of a need or an idea."""

from __future__ import annotations

STATUSES = (
    "new",
    "seen",
    "accepted",
    "contacting",
    "waiting_user",
    "referred_sent",
    "referred_accepted",
    "referred_rejected",
    "started",
    "done",
    "not_possible",
    "withdrawn",
    "erased",
)
"""domain.md §8.4, in the order of the work. `erased` is what a tombstone stands for; no row has it."""

CLOSED = frozenset({"done", "not_possible", "withdrawn"})

WAIT_FOR_THE_PERSON = frozenset({"contacting", "waiting_user"})
"""We try to reach them, or have asked them something: the next word is theirs."""

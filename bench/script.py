"""The talk that every bot of the bench holds: eight things heard, eight answers, one submission that is stored.

A first visitor writes a sentence; it is kept, becomes the story, and so is not asked for. A press names what its
button's payload begins with, since bots number their drafts in different ways.
"""

from __future__ import annotations

STORY = "The bus stopped last month and I cannot get to town for the market."
PLACE = "Liepa"

STEPS: tuple[tuple[str, str], ...] = (
    ("text", STORY),
    ("press", "language:en"),
    ("press", "consent:yes"),
    ("press", "topic:MOB"),
    ("press", "detail:MOB.no_bus"),
    ("text", PLACE),
    ("press", "urgency:week"),
    ("press", "check:send"),
)

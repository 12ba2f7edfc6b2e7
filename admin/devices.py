"""Roughly which device somebody signed in with, for their own eyes: no version, no model."""

from __future__ import annotations

BROWSERS = (
    ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"),
    ("Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari"),
)  # fmt: skip
"""The word in the header and the name. Each names those that stand before it as well, so the order counts."""

SYSTEMS = (
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"),
    ("CrOS", "Chromebook"), ("Linux", "Linux"),
)  # fmt: skip


def rough(agent: str) -> str | None:
    """As "Firefox, Linux"; None where nothing is known of it."""
    found = [next((name for word, name in words if word in agent), None) for words in (BROWSERS, SYSTEMS)]
    return ", ".join(name for name in found if name) or None

"""The fields of need and their details: codes, flags, mappings (data/taxonomy.toml)."""

from __future__ import annotations

from functools import cache

from dialogs.terms import Topic
from locales.source import DATA, read_toml


@cache
def topics() -> tuple[Topic, ...]:
    """In the order in which they are shown. Flags as in domain.md 3.3: `9`, `!`, `S`, `U0` … `U4`."""
    return tuple(
        Topic(code, {detail: frozenset(entry["flags"]) for detail, entry in field["details"].items()})
        for code, field in read_toml(DATA / "taxonomy.toml").items()
        if isinstance(field, dict)
    )


@cache
def version() -> int:
    """Counts up with every change of a code (T1)."""
    return int(read_toml(DATA / "taxonomy.toml")["version"])

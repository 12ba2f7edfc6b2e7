"""What stops a command or a start, said to the person at the terminal."""

from __future__ import annotations

from pathlib import Path


class Problem(Exception):
    """One line, the remedy in it. Never holds what a person wrote, an address or a secret."""


class WrongUsage(Problem):
    """What was typed behind `sempre` cannot be: exit code 2."""


def damaged(file: Path | None) -> str:
    """What to say of a database whose `file` (None: on a server) is not whole."""
    remedy = f"restore your last backup{' with --replace' if file else ''}"
    return (
        f"The database {file or 'of SEMPRE_DATABASE_URL'} is damaged, or is no database. "
        f"Stop Sempre, {remedy}, and start again. docs/operating.md says more."
    )

"""The `sempre` command, one file for each word of it. `bot/__main__.py` puts them together."""

from __future__ import annotations


class Problem(Exception):
    """What stops a command: one line for the person at the terminal, the remedy in it."""

"""What stops a command or a start, said to the person at the terminal."""

from __future__ import annotations


class Problem(Exception):
    """One line, the remedy in it. Never holds what a person wrote, an address or a secret."""

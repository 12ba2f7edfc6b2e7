"""The one clock. Everything that asks for the time asks here, so that a test may put it on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from bot.settings import Settings

Clock = Callable[[], datetime]
"""Gives the present moment, aware, in UTC."""


def clock(settings: Settings) -> Clock:
    """The clock of this process. `SEMPRE_CLOCK_OFFSET` is refused outside of `SEMPRE_ENVIRONMENT=test`."""
    offset = settings.clock_offset
    return lambda: datetime.now(UTC) + offset

"""How much one browser, and one address, may ask of the web chat at a time.

The limits of an address are high: a whole village may stand behind one. Those of a browser are what a person needs.
"""

from __future__ import annotations

import time
from collections.abc import Callable

MOST_KEYS = 20_000


class Bucket:
    """Each key may do `burst` things at once, and `rate` a second from then on."""

    def __init__(self, rate: float, burst: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._burst = burst
        self._clock = clock
        self._levels: dict[str | bytes, tuple[float, float]] = {}

    def take(self, key: str | bytes) -> float:
        """0.0 if it may; else the seconds after which it may again, and nothing is counted."""
        now = self._clock()
        level, since = self._levels.get(key, (self._burst, now))
        level = min(self._burst, level + (now - since) * self._rate)
        if level < 1:
            return (1 - level) / self._rate
        if len(self._levels) >= MOST_KEYS and key not in self._levels:
            self._drop_full(now)
        self._levels[key] = (level - 1, now)
        return 0.0

    def _drop_full(self, now: float) -> None:
        """Whoever has waited long enough is as good as new; where nobody has, the oldest half goes."""
        waits = {
            key: (level, since)
            for key, (level, since) in self._levels.items()
            if level + (now - since) * self._rate < self._burst
        }
        if len(waits) >= MOST_KEYS:
            waits = dict(list(waits.items())[MOST_KEYS // 2 :])
        self._levels = waits


class Places:
    """How many of something are open at one time, for each key and in all."""

    def __init__(self, each: int, all_together: int) -> None:
        self._each = each
        self._all = all_together
        self._open: dict[str | bytes, int] = {}
        self._count = 0

    def enter(self, key: str | bytes) -> bool:
        """Whether there was room. Whoever entered must leave."""
        if self._count >= self._all or self._open.get(key, 0) >= self._each:
            return False
        self._open[key] = self._open.get(key, 0) + 1
        self._count += 1
        return True

    def leave(self, key: str | bytes) -> None:
        self._count -= 1
        self._open[key] -= 1
        if not self._open[key]:
            del self._open[key]

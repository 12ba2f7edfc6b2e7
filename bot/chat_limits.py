"""How much one browser, and one address, may ask of the web chat at a time.

The limits of an address are high: a whole village may stand behind one. Those of a browser are what a person needs.
Whoever is refused hears after how many seconds it may go on, and the page keeps what was typed and tries again then.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bot.chat_forms import Refused

MOST_KEYS = 20_000

MB = 1024 * 1024
HELD_BY_ADDRESS = 48 * MB
HELD_IN_ALL = 96 * MB
"""Bytes of uploads that are in memory while they arrive: a few pictures of the largest size, hundreds of usual ones."""


class Limits:
    """Every one of them. A method or a `with` raises `Refused` (429, or 503 where all together are too many)."""

    def __init__(self) -> None:
        self.pace = Bucket(rate=10, burst=60)  # frames of a talk
        self.new_talks = Bucket(rate=10, burst=1000)  # of an address
        self._tries = {"each": Bucket(rate=1 / 60, burst=6), "together": Bucket(rate=1 / 5, burst=60)}  # of a code
        self._changes = Bucket(rate=1 / 30, burst=10)  # codes and e-mails of a talk
        self._files = {"each": Bucket(rate=1 / 30, burst=20), "together": Bucket(rate=1, burst=200)}
        self._opened = {"each": Bucket(rate=1, burst=40), "together": Bucket(rate=50, burst=2000)}
        self._windows = {"each": Places(12, 20_000), "together": Places(2000, 20_000)}
        self._looking = Places(6, 64)  # as many lines as a browser opens to one server
        self._uploading = {"each": Places(2, 64), "together": Places(16, 64)}
        self._held = Places(HELD_BY_ADDRESS, HELD_IN_ALL)

    def new_talk(self, address: str) -> None:
        _wait(self.new_talks.take(address), "too_fast")

    def code(self, cookie: str, address: str) -> None:
        """One try to open a talk by its code."""
        _wait(self._tries["together"].take(address), "many_tries")
        _wait(self._tries["each"].take(cookie or address), "many_tries")

    def change(self, lane: bytes) -> None:
        _wait(self._changes.take(lane), "many_tries")

    @contextmanager
    def window(self, lane: bytes, address: str) -> Iterator[None]:
        _wait(self._opened["each"].take(lane), "too_fast")
        _wait(self._opened["together"].take(address), "too_fast")
        with _inside(self._windows["each"], lane, "too_many"), _inside(self._windows["together"], address, "too_many"):
            yield

    @contextmanager
    def looking(self, lane: bytes) -> Iterator[None]:
        with _inside(self._looking, lane, "too_fast"):
            yield

    @contextmanager
    def uploading(self, lane: bytes, address: str) -> Iterator[Callable[[int], None]]:
        """Gives what is to be called with the bytes of each piece before it is kept in memory."""
        _wait(self._files["each"].take(lane), "too_fast")
        _wait(self._files["together"].take(address), "too_fast")
        held = 0

        def more(size: int) -> None:
            nonlocal held
            if not self._held.enter(address, size):
                raise Refused(503, "busy", 5)
            held += size

        with _inside(self._uploading["each"], lane, "too_fast"), _inside(self._uploading["together"], address, "busy"):
            try:
                yield more
            finally:
                self._held.leave(address, held)


def _wait(seconds: float, code: str) -> None:
    if seconds:
        raise Refused(429, code, seconds)


@contextmanager
def _inside(places: Places, key: str | bytes, code: str) -> Iterator[None]:
    if not places.enter(key):
        raise Refused(503 if code == "busy" else 429, code, 5)
    try:
        yield
    finally:
        places.leave(key)


class Bucket:
    """Each key may do `burst` things at once, and `rate` a second from then on."""

    def __init__(self, rate: float, burst: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._burst = burst
        self._clock = clock
        self._levels: dict[str | bytes, tuple[float, float]] = {}

    def take(self, key: str | bytes, amount: float = 1) -> float:
        """0.0 if it may do `amount` of them; else the seconds after which it may, and nothing is counted."""
        now = self._clock()
        level, since = self._levels.get(key, (self._burst, now))
        level = min(self._burst, level + (now - since) * self._rate)
        if level < amount:
            return (amount - level) / self._rate
        if len(self._levels) >= MOST_KEYS and key not in self._levels:
            self._drop_full(now)
        self._levels[key] = (level - amount, now)
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

    def enter(self, key: str | bytes, size: int = 1) -> bool:
        """Whether there was room for `size` of them. Whoever entered must leave."""
        if self._count + size > self._all or self._open.get(key, 0) + size > self._each:
            return False
        self._open[key] = self._open.get(key, 0) + size
        self._count += size
        return True

    def leave(self, key: str | bytes, size: int = 1) -> None:
        self._count -= size
        if left := self._open.get(key, 0) - size:
            self._open[key] = left
        else:
            self._open.pop(key, None)

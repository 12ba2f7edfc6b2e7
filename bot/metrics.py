"""The figures at `/metrics`: counts and durations, with the name of a channel and a machine word at most."""

from __future__ import annotations

import time

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from storage import health, inbox, outbox
from storage.database import Database, Unavailable

BOUND = 1_000_000
"""Waiting rows are counted up to here: a scrape must not grow with a backlog without end."""

MOST_PARKED = 1_000

FRESH = 0.5
"""Seconds for which a count is used again, so that many scrapes cost the database little."""


class Metrics:
    """One registry for one service, so that two services in one process do not share figures."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        take = self.registry
        self.inbox_waiting = Gauge("sempre_inbox_waiting", "Messages stored and not yet turned", registry=take)
        self.outbox_waiting = Gauge("sempre_outbox_waiting", "Messages to people not yet sent", registry=take)
        self.parked_rows = Gauge("sempre_parked_rows", "Messages put aside that nobody has looked at", registry=take)
        self.database_up = Gauge("sempre_database_up", "Whether the database answered the last question", registry=take)
        self.received = Counter("sempre_received", "Messages stored", ["channel"], registry=take)
        self.duplicates = Counter("sempre_duplicates", "Messages that had come before", ["channel"], registry=take)
        self.refused = Counter("sempre_refused", "Requests sent back", ["channel", "reason"], registry=take)
        self.commits = Counter("sempre_commits", "Commits of a leg", ["leg"], registry=take)
        self.turns = Counter("sempre_turns", "Messages turned", registry=take)
        self.turns_failed = Counter("sempre_turns_failed", "Turns that raised", registry=take)
        self.turn_seconds = Histogram("sempre_turn_seconds", "How long a batch of turns took", registry=take)
        self.submissions = Counter("sempre_submissions", "Needs and ideas sent", ["kind"], registry=take)
        self.alarms = Counter("sempre_alarms", "Alarms for staff", ["sort"], registry=take)
        self.sent = Counter("sempre_sent", "Messages to people sent", ["channel"], registry=take)
        self.failed = Counter("sempre_failed", "Sends that did not succeed", ["channel", "fault"], registry=take)
        self.fetched = Counter("sempre_fetched", "Files fetched and kept", ["channel"], registry=take)
        self.parked = Counter("sempre_parked", "Rows put aside for staff", ["leg"], registry=take)
        self.readings_failed = Counter("sempre_readings_failed", "Recognisers that raised", ["name"], registry=take)


class Gauges:
    """Reads the two queues when somebody asks, at most every `FRESH` seconds."""

    def __init__(self, metrics: Metrics, database: Database) -> None:
        self._metrics = metrics
        self._database = database
        self._read_at = float("-inf")

    async def text(self) -> bytes:
        """The whole page in Prometheus' text format. The last known counts stand while the database is away."""
        if time.monotonic() - self._read_at >= FRESH:
            self._read_at = time.monotonic()
            await self._refresh()
        return generate_latest(self._metrics.registry)

    async def _refresh(self) -> None:
        try:
            async with self._database.read() as conn:
                self._metrics.inbox_waiting.set(await inbox.waiting(conn, BOUND))
                self._metrics.outbox_waiting.set(await outbox.waiting(conn, BOUND))
                self._metrics.parked_rows.set(await health.parked(conn, MOST_PARKED))
            self._metrics.database_up.set(1)
        except Unavailable:
            self._metrics.database_up.set(0)

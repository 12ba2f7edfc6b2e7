"""Turn, the second leg: conversation, submission, replies and "row done" are one commit.

All that waits, up to `MOST`, is turned together. The engine is pure, so a batch that cannot be committed is simply
turned again, without the row that was in its way. That row is tried again later, and at last parked.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import structlog

from bot import readings
from bot.clock import Clock
from bot.effects import Rows
from bot.metrics import Metrics
from dialogs.engine import advance
from dialogs.safety import CLASSES
from dialogs.terms import Alarm, Conversation, Dialog, Effect, Heard, Say, Sort, Words
from storage import conversations, inbox, outbox
from storage.conversations import Held, Stale
from storage.database import Database, Unavailable
from storage.inbox import Waiting
from storage.submissions import ReferenceTaken

MOST = 300
"""Rows in one transaction."""

POLL = 0.2
"""Seconds until rows that another process wrote are noticed."""

PAUSES = (timedelta(seconds=0.25), timedelta(seconds=1))
"""Before the second and the third try of a row. After the third it is parked. Short: the lane waits meanwhile, and its
next row may be a cry for help, to be answered within 2 s (domain.md G2).
"""

RERUNS = 5
"""Times that a batch is turned again as a whole; then each conversation is turned by itself."""

AWAY = (0.2, 5.0)
"""Seconds between two questions whether the database is back: the first pause, and the longest."""

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # 32 signs that nobody confuses: no 0 O, 1 I

_REPEATED = frozenset({Sort.COMMAND, Sort.HELLO})

_log = structlog.get_logger()

Lanes = Mapping[bytes, Sequence[Waiting]]


class _RowFailed(Exception):
    """Row `row` cannot be turned; its cause is why."""

    def __init__(self, row: int) -> None:
        super().__init__(row)
        self.row = row


@dataclass(frozen=True, slots=True)
class Turned:
    """What one transaction did: rows that left the queue, whoever must hear of it, and what to count."""

    rows: int
    channels: frozenset[str] = frozenset()
    wanted: frozenset[str] = frozenset()


Told = Callable[[Turned], None]


class Turner:
    """`told` is called after each commit."""

    def __init__(
        self,
        database: Database,
        words: Words,
        scripts: Mapping[str, Dialog],
        now: Clock,
        metrics: Metrics,
        told: Told = lambda _: None,
        *,
        organisation: str | None = None,
    ) -> None:
        self._database = database
        self._words = words
        self._scripts = scripts
        self._now = now
        self._metrics = metrics
        self._told = told
        self._organisation = organisation
        self._awake = asyncio.Event()
        self._stopping = False

    def wake(self) -> None:
        self._awake.set()

    def stop(self) -> None:
        """`run` ends after the batch at hand."""
        self._stopping = True
        self._awake.set()

    async def run(self) -> None:
        away = 0.0
        while not self._stopping:
            self._awake.clear()
            try:
                turned = await self.batch()
            except Unavailable as reason:
                if not away:
                    _log.warning("turns_wait", reason=reason.reason)
                away = min(AWAY[1], away * 2 or AWAY[0])
                await self._rest(away)
                continue
            except Exception as error:  # this loop is the last one standing: whatever it is, people wait
                _log.error("turns_failed", exc_info=error)
                await self._rest(AWAY[1])
                continue
            away = 0.0
            if not turned:
                await self._rest(POLL)

    async def all(self) -> int:
        """Turns whatever is due now. Gives the number of rows."""
        count = 0
        while turned := await self.batch():
            count += turned
        return count

    async def batch(self) -> int:
        """Turns up to `MOST` due rows; gives how many left the queue, or were put off. Raises `Unavailable`."""
        async with self._database.read() as conn:
            waiting = await inbox.due(conn, self._now(), MOST)
            replied = await outbox.asked(conn, [one for row in waiting if (one := _replies_to(row)) is not None])
        if not waiting:
            return 0
        start = time.perf_counter()
        heard = await asyncio.to_thread(readings.read, waiting, self._metrics)
        lanes: dict[bytes, list[Waiting]] = {}
        for row, understood in zip(waiting, heard, strict=True):
            lanes.setdefault(row.lane, []).append(replace(row, heard=_with_question(row, understood, replied)))
        count = await self._turn(lanes)
        self._metrics.turn_seconds.observe(time.perf_counter() - start)
        return count

    async def _rest(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._awake.wait()
        except TimeoutError:
            pass

    async def _turn(self, lanes: Lanes) -> int:
        guilty: dict[int, str] = {}
        for _ in range(RERUNS):
            try:
                return await self._commit(lanes, guilty)
            except (ReferenceTaken, Stale):
                continue  # the next run draws another number, of 32⁶, or holds the conversations again
            except _RowFailed as failed:
                guilty[failed.row] = type(failed.__cause__).__name__
            except Unavailable:
                raise
            except Exception as error:
                if len(lanes) == 1:
                    return await self._put_off(_blamed(lanes, guilty), error)
                break
        if len(lanes) == 1:
            return await self._put_off(_blamed(lanes, guilty), RuntimeError())
        return sum([await self._turn({lane: rows}) for lane, rows in lanes.items()])

    async def _commit(self, lanes: Lanes, guilty: Mapping[int, str]) -> int:
        async with self._database.write() as conn:
            batch = _Batch(self._words, self._scripts, Rows(conn, self._now(), self._organisation), guilty)
            count = await batch.take(lanes)
        self._metrics.commits.labels("turn").inc()
        self._count(batch)
        self._told(
            Turned(
                count,
                frozenset(parcel.channel for parcels in batch.rows.parcels.values() for parcel in parcels),
                frozenset(batch.rows.wanted),
            )
        )
        return count

    async def _put_off(self, row: Waiting, error: Exception) -> int:
        """The last resort: nothing of this row can be written, so only its failure is."""
        _log.error("turn_failed", inbox=row.id, exc_info=error)
        async with self._database.write() as conn:
            now = self._now()
            again_at = now + PAUSES[row.tries] if row.tries < len(PAUSES) else None
            await inbox.fail(conn, row.id, type(error).__name__, again_at)
        self._metrics.turns_failed.inc()
        if again_at is None:
            self._metrics.parked.labels("turn").inc()
        return 1

    def _count(self, batch: _Batch) -> None:
        self._metrics.turns.inc(batch.turned)
        self._metrics.turns_failed.inc(batch.failed)
        self._metrics.parked.labels("turn").inc(batch.parked)
        for (what, word), number in batch.rows.counts.items():
            counter = self._metrics.submissions if what == "submissions" else self._metrics.alarms
            counter.labels(word).inc(number)


class _Batch:
    """The turns of one transaction."""

    def __init__(self, words: Words, scripts: Mapping[str, Dialog], rows: Rows, guilty: Mapping[int, str]) -> None:
        self.words = words
        self.scripts = scripts
        self.rows = rows
        self.guilty = guilty
        self.done: list[int] = []
        self.turned = self.failed = self.parked = 0

    async def take(self, lanes: Lanes) -> int:
        conn, now = self.rows.conn, self.rows.now
        addresses = {lane: (rows[0].channel, rows[0].address) for lane, rows in lanes.items()}
        held = await conversations.hold(conn, addresses, now)
        # Between reading and holding, another process may have turned some of these rows.
        still = await inbox.still_waiting(conn, [row.id for lane in held for row in lanes[lane]])
        for number, (lane, one) in enumerate(held.items()):
            rows = _without_repeats([row for row in lanes[lane] if row.id in still], self.done)
            if rows:
                await self._lane(one, rows)
            if number % 16 == 15:
                await asyncio.sleep(0)  # the engine is quick, but who arrives meanwhile should not wait for 300 turns
        await self.rows.write()
        if self.done:
            await inbox.settle(conn, self.done, now)
        return len(self.done) + self.failed

    async def _lane(self, held: Held, rows: Sequence[Waiting]) -> None:
        conversation = held.conversation
        for row in rows:
            if row.id in self.guilty:
                await self._fail(held, conversation, row, self.guilty[row.id])
                break
            try:
                turn = advance(
                    conversation, replace(row.heard, reference=reference()), self.rows.now, self.words, self.scripts
                )
            except Exception as error:
                _log.error("turn_failed", inbox=row.id, exc_info=error)
                await self._fail(held, conversation, row, type(error).__name__)
                break
            held = await self._apply(held, row, turn.effects)
            conversation = turn.conversation
            self.done.append(row.id)
            self.turned += 1
        self.rows.change(held, conversation)

    async def _apply(self, held: Held, row: Waiting, effects: tuple[Effect, ...]) -> Held:
        try:
            return await self.rows.apply(held, row, effects)
        except (ReferenceTaken, Unavailable):
            raise
        except Exception as error:
            _log.error("turn_failed", inbox=row.id, exc_info=error)
            raise _RowFailed(row.id) from error

    async def _fail(self, held: Held, conversation: Conversation, row: Waiting, reason: str) -> None:
        """Later rows of the lane wait for this one. When it is given up, the person hears that somebody will look."""
        self.failed += 1
        crisis = row.heard.readings.crisis
        if row.tries < len(PAUSES) and crisis is None:
            await inbox.fail(self.rows.conn, row.id, reason, self.rows.now + PAUSES[row.tries])
            return
        # Who may be in danger is not kept waiting for another try: staff are called, and the numbers are shown.
        self.parked += 1
        await inbox.fail(self.rows.conn, row.id, reason, None)
        effects: tuple[Effect, ...] = (self._apology(conversation, row.heard),)
        await self.rows.apply(held, row, effects if crisis is None else (Alarm(crisis), *effects))

    def _apology(self, conversation: Conversation, heard: Heard) -> Say:
        wished = (conversation.language, heard.device_language)
        language = next((code for code in wished if code in self.words.languages and code), self.words.languages[0])
        crisis = heard.readings.crisis
        said = [self.words.text(language, "phrase.parked")]
        if crisis in CLASSES:
            numbers = self.words.help_lines(language, (crisis,))
            said = [self.words.text(language, f"phrase.crisis.{crisis}"), "\n".join(numbers), *said]
        return Say(tuple(said), language=language)


def _replies_to(row: Waiting) -> tuple[bytes, str] | None:
    """Lane and id of the message that this one answers by the platform's own means."""
    return None if row.heard.reply_to is None else (row.lane, row.heard.reply_to)


def _with_question(row: Waiting, heard: Heard, replied: Mapping[tuple[bytes, str], tuple[int, str]]) -> Heard:
    to = _replies_to(row)
    if to is None or to not in replied:
        return heard
    return replace(heard, readings=replace(heard.readings, replied=replied[to]))


def _blamed(lanes: Lanes, guilty: Mapping[int, str]) -> Waiting:
    rows = [row for rows in lanes.values() for row in rows]
    return next((row for row in rows if row.id in guilty), rows[0])


def reference() -> str:
    """A fresh number for what a person may send now, as `7KM-4QX`."""
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(6))
    return f"{drawn[:3]}-{drawn[3:]}"


def _without_repeats(rows: Sequence[Waiting], done: list[int]) -> list[Waiting]:
    """Eleven queued `/start` get one reply: of neighbours that ask for the same, only the last is turned.

    The others are added to `done`.
    """
    kept: list[Waiting] = []
    for number, row in enumerate(rows):
        following = rows[number + 1].heard if number + 1 < len(rows) else None
        if following is not None and row.heard.sort in _REPEATED and _same(row.heard, following):
            done.append(row.id)
        else:
            kept.append(row)
    return kept


def _same(one: Heard, other: Heard) -> bool:
    return one.sort is other.sort and one.text == other.text

"""Turn, the second leg: conversation, submission, replies and "row done" are one commit.

All that waits, up to `MOST`, is turned together. The engine is pure, so a batch that cannot be committed is simply
turned again, without the row that was in its way. That row is tried again later, and at last parked.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

import structlog

from bot import aside, readings, replies
from bot.clock import Clock
from bot.effects import Rows
from bot.metrics import Metrics
from bot.talks import Script, Step, Talk, Talks
from dialogs import phone
from dialogs.terms import Alarm, Dialog, Effect, Heard, Sort, Words
from storage import conversations, inbox, outbox
from storage.conversations import Held, Stale, Standing
from storage.database import Database, Unavailable
from storage.inbox import Waiting
from storage.sealed import Unopened
from storage.submissions import ReferenceTaken

MOST = 300
"""Rows in one transaction."""

MANY = 16
LINGER = 0.01
"""After a batch of so many rows, seconds in which the next one gathers: many write, and what a batch costs by itself is
then shared by more of them. Where few write nobody waits.
"""

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
    """`told` is called after each commit. `shared` are the channels on which several people may share a chat, `page`
    is the address below which the web chat takes one-time links, where it does (see `bot.talks`), `country` is where
    places are looked for (None: wherever we know some). `suggest` says what a text may be about; without it, topics are
    chosen by buttons alone.
    """

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
        country: str | None = None,
        shared: Collection[str] = (),
        page: str | None = None,
        suggest: readings.Suggest | None = None,
        languages: bool = True,
    ) -> None:
        self._database = database
        self._script = Script(words, scripts, frozenset(shared), page)
        self._now = now
        self._metrics = metrics
        self._told = told
        self._organisation = organisation
        self._suggest = suggest
        self._languages = languages
        self._country = country
        self._awake = asyncio.Event()
        self._stopping = False

    def wake(self) -> None:
        self._awake.set()

    def stop(self) -> None:
        """`run` ends after the batch at hand."""
        self._stopping = True
        self._awake.set()

    async def run(self) -> None:
        load = partial(readings.loading, languages=self._languages, country=self._country)
        for part in load(self._metrics, self._suggest):
            if not self._stopping:
                await asyncio.to_thread(part)
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
            elif turned >= MANY and not self._stopping:
                await asyncio.sleep(LINGER)

    async def all(self) -> int:
        """Turns whatever is due now. Gives the number of rows."""
        count = 0
        while turned := await self.batch():
            count += turned
        return count

    async def batch(self) -> int:
        """Turns up to `MOST` due rows; gives how many left the queue, or were put off. Raises `Unavailable`."""
        try:
            waiting, replied, standing = await self._waiting()
        except Unopened:
            return await self._set_aside()
        if not waiting:
            return 0
        start = time.perf_counter()
        read = partial(readings.read, languages=self._languages, country=self._country)
        heard = await asyncio.to_thread(read, waiting, self._metrics, self._suggest, standing)
        lanes: dict[bytes, list[Waiting]] = {}
        for row, understood in zip(waiting, heard, strict=True):
            lanes.setdefault(row.lane, []).append(replace(row, heard=replies.with_question(row, understood, replied)))
        count = await self._turn(lanes)
        self._metrics.turn_seconds.observe(time.perf_counter() - start)
        return count

    async def _waiting(self) -> tuple[list[Waiting], replies.Replied, Mapping[bytes, Standing]]:
        """What is due, what it replies to, and where its conversations stand. Raises `Unopened`."""
        async with self._database.read() as conn:
            waiting = await inbox.due(conn, self._now(), MOST)
            telling = {row.lane for row in waiting if readings.may_tell(row.heard)} if self._suggest else set()
            try:
                replied = await outbox.asked(conn, [to for row in waiting for to in replies.to(row)])
                return waiting, replied, await conversations.standing(conn, telling)
            except Unopened:  # without it a turn knows less; what is damaged shows again when it is held
                return waiting, {}, {}

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
            now = self._now()
            talks = Talks(conn, now, self._script)
            batch = _Batch(talks, Rows(conn, now, self._organisation, self._script.page), guilty)
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
        """The last resort: nothing of what this row means can be written, so its failure is."""
        _log.error("turn_failed", inbox=row.id, exc_info=error)
        crisis, last = row.heard.readings.crisis, row.tries >= len(PAUSES)
        self._metrics.turns_failed.inc()
        # Who may be in danger is not kept waiting; and hears whom to call even where staff cannot be.
        for ring in (True, False) if last else (True,) if crisis is not None else ():
            if await self._give_up(row, type(error).__name__, ring):
                return 1
        async with self._database.write() as conn:
            await inbox.fail(conn, row.id, type(error).__name__, None if last else self._now() + PAUSES[row.tries])
        if last:
            self._metrics.parked.labels("turn").inc()
        return 1

    async def _give_up(self, row: Waiting, reason: str, ring: bool) -> bool:
        """Parks the row and says so. False where even that fails. Raises `Unavailable`."""
        try:
            async with self._database.write() as conn:
                await inbox.fail(conn, row.id, reason, None)
                await aside.say_so(conn, self._script.words, row, self._now(), ring=ring)
        except Unavailable:
            raise
        except Exception as error:
            _log.error("turn_failed", inbox=row.id, exc_info=error)
            return False
        self._metrics.parked.labels("turn").inc()
        self._told(Turned(1, frozenset({row.channel})))
        return True

    async def _set_aside(self) -> int:
        """Parks due rows whose sealed content does not open, so that they stop nobody else. Gives their number."""
        async with self._database.write() as conn:
            now = self._now()
            damaged = await inbox.unopened(conn, now, MOST)
            for row in damaged:
                _log.error("turn_failed", inbox=row.id, error=Unopened.__name__)
                await inbox.fail(conn, row.id, Unopened.__name__, None)
                await aside.say_so(conn, self._script.words, row, now)
        self._metrics.turns_failed.inc(len(damaged))
        self._metrics.parked.labels("turn").inc(len(damaged))
        return len(damaged)

    def _count(self, batch: _Batch) -> None:
        self._metrics.turns.inc(batch.turned)
        self._metrics.turns_failed.inc(batch.failed)
        self._metrics.parked.labels("turn").inc(batch.parked)
        for (what, word), number in batch.rows.counts.items():
            counter = self._metrics.submissions if what == "submissions" else self._metrics.alarms
            counter.labels(word).inc(number)


class _Batch:
    """The turns of one transaction."""

    def __init__(self, talks: Talks, rows: Rows, guilty: Mapping[int, str]) -> None:
        self.talks = talks
        self.rows = rows
        self.guilty = guilty
        self.done: list[int] = []
        self.turned = self.failed = self.parked = 0

    async def take(self, lanes: Lanes) -> int:
        conn, now = self.rows.conn, self.rows.now
        held = await self.talks.hold({lane: (rows[0].channel, rows[0].address) for lane, rows in lanes.items()})
        # Between reading and holding, another process may have turned some of these rows.
        still = await inbox.still_waiting(conn, [row.id for lane in held for row in lanes[lane]])
        for number, (lane, one) in enumerate(held.items()):
            for row in _without_repeats([row for row in lanes[lane] if row.id in still], self.done):
                if not await self._row(one, row):
                    break
            if number % 16 == 15:
                await asyncio.sleep(0)  # the engine is quick, but who arrives meanwhile should not wait for 300 turns
        for talk in self.talks.held.values():
            self.rows.change(talk.held, talk.conversation)
        await self.rows.write()
        if self.done:
            await inbox.settle(conn, self.done, now)
        return len(self.done) + self.failed

    async def _row(self, talk: Talk, row: Waiting) -> bool:
        """One row with all that follows from it. False: it failed, or has to wait, and so do later rows of its lane."""
        hearing = await self.talks.hearing(talk, row)
        if hearing is None:
            return False
        try:
            steps = await self.talks.steps(hearing, row)
        except Exception as error:
            _log.error("turn_failed", inbox=row.id, exc_info=error)
            await self._fail(hearing, row, type(error).__name__)
            return False
        if steps is None:
            return False
        if row.id in self.guilty:
            await self._fail(hearing, row, self.guilty[row.id])
            return False
        row = await self._theirs(hearing, row)
        for number, step in enumerate(steps):
            before = steps[number - 1] if number else None
            step.talk.held = await self._apply(step, row, before)
            step.talk.conversation = step.turn.conversation
            await self.talks.learn(step.talk)
        self.done.append(row.id)
        self.turned += 1
        return True

    async def _theirs(self, hearing: Talk, row: Waiting) -> Waiting:
        """The row in the lane of whoever hears it: it came through the chat that several share.

        Changed words that none of them is known to have written could be another's, and are not kept.
        """
        shared, changed = hearing.conversation.phone.shared, row.heard.sort is Sort.EDIT
        if shared and changed and not phone.wrote(hearing.conversation, row.heard.message):
            row = await inbox.forget_words(self.rows.conn, row)
        if hearing.held.lane == row.lane:
            return row
        return await inbox.move(self.rows.conn, row, hearing.address)

    async def _apply(self, step: Step, row: Waiting, before: Step | None) -> Held:
        held = step.talk.held
        try:
            if before is not None and step.given is not None:
                held = await self.rows.hand_over(before.talk.held, held, step.given)
            return await self.rows.apply(
                held, replace(row, channel=held.channel, address=step.talk.address), step.turn.effects
            )
        except (ReferenceTaken, Unavailable):
            raise
        except Exception as error:
            _log.error("turn_failed", inbox=row.id, exc_info=error)
            raise _RowFailed(row.id) from error

    async def _fail(self, talk: Talk, row: Waiting, reason: str) -> None:
        """Later rows of the lane wait for this one. When it is given up, the person hears that somebody will look."""
        self.failed += 1
        crisis = row.heard.readings.crisis
        if row.tries < len(PAUSES) and crisis is None:
            await inbox.fail(self.rows.conn, row.id, reason, self.rows.now + PAUSES[row.tries])
            return
        # Who may be in danger is not kept waiting for another try: staff are called, and the numbers are shown.
        self.parked += 1
        row = await self._theirs(talk, row)
        await inbox.fail(self.rows.conn, row.id, reason, None)
        wished = (talk.conversation.language, row.heard.device_language)
        effects: tuple[Effect, ...] = (aside.apology(self.talks.script.words, wished, crisis),)
        await self.rows.apply(talk.held, row, effects if crisis is None else (Alarm(crisis), *effects))


def _blamed(lanes: Lanes, guilty: Mapping[int, str]) -> Waiting:
    rows = [row for rows in lanes.values() for row in rows]
    return next((row for row in rows if row.id in guilty), rows[0])


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

"""Receive, the first leg: what arrives is stored and committed, and only then acknowledged.

Whatever arrives while a commit is under way shares the next one (group commit), so the cost per message falls
as load rises. A caller learns of success only after its own commit.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import structlog
from sqlalchemy.exc import DataError, StatementError

from bot.channels.base import Channel, Inbound
from bot.clock import Clock
from bot.metrics import Metrics
from dialogs.terms import Heard, Sort
from locales import places
from storage import inbox
from storage.database import Database, Unavailable
from storage.inbox import Arrival

MOST_PENDING = 2_000
"""Arrivals that may wait in memory for a commit. Beyond it the platform is told to come back."""

MOST_TOGETHER = 300
"""Arrivals in one commit."""

MANY = 8
LINGER = 0.003
"""After a commit for so many callers, seconds in which the next one gathers: many write at the moment."""

MOST_ACKNOWLEDGEMENTS = 2_000
ACKNOWLEDGERS = 64

_log = structlog.get_logger()


@dataclass(slots=True)
class _Caller:
    channel: str
    arrivals: tuple[Arrival, ...]
    stored: asyncio.Future[tuple[bool, ...]]


class Receiver:
    """`woken` is called after each commit that stored something new."""

    def __init__(self, database: Database, now: Clock, metrics: Metrics, woken: Callable[[], None]) -> None:
        self._database = database
        self._now = now
        self._metrics = metrics
        self._woken = woken
        self._callers: list[_Caller] = []
        self._pending = 0
        self._writer: asyncio.Task[None] | None = None
        self._acknowledgements = _Acknowledgements()
        self.trouble: str | None = None
        """Why the last commit failed, as a machine word; None after one that succeeded."""
        self.tried_at = float("-inf")
        """When the last commit ended, well or not, on the monotonic clock."""

    @property
    def full(self) -> bool:
        return self._pending >= MOST_PENDING

    async def arrived(self, channel: Channel, inbounds: Sequence[Inbound]) -> None:
        """Returns once all of `inbounds` are committed, now or earlier. Raises `Unavailable` or `inbox.Full`."""
        if not inbounds:
            return
        if self._pending + len(inbounds) > MOST_PENDING:
            raise inbox.Full
        heard = [await _heard(one) for one in inbounds]
        arrivals = tuple(
            Arrival(channel.name, one.address, one.key, one.order, what)
            for one, what in zip(inbounds, heard, strict=True)
        )
        caller = _Caller(channel.name, arrivals, asyncio.get_running_loop().create_future())
        self._callers.append(caller)
        self._pending += len(arrivals)
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write())
        fresh = await caller.stored
        self._metrics.received.labels(channel.name).inc(sum(fresh))
        self._metrics.duplicates.labels(channel.name).inc(len(fresh) - sum(fresh))
        for inbound in inbounds:
            if inbound.acknowledge is not None:
                self._acknowledgements.put(channel, inbound)

    async def close(self) -> None:
        """Commits what is pending. Acknowledgements still under way are given up: they are best effort."""
        if self._writer is not None:
            await self._writer
        await self._acknowledgements.close()

    async def _write(self) -> None:
        while self._callers:
            together = self._next()
            try:
                await self._store(together)
            except (Unavailable, inbox.Full) as refusal:
                _refuse(together, refusal)
            except Exception as error:
                await self._one_by_one(together, error)
            finally:
                self._pending -= sum(len(caller.arrivals) for caller in together)
                _refuse(together, Unavailable("down"))  # only whoever is still waiting, as when this task is cancelled
            if len(together) >= MANY:
                await asyncio.sleep(LINGER)

    def _next(self) -> list[_Caller]:
        count = size = 0
        for caller in self._callers:
            size += len(caller.arrivals)
            if count and size > MOST_TOGETHER:
                break
            count += 1
        together, self._callers = self._callers[:count], self._callers[count:]
        return together

    async def _store(self, together: Sequence[_Caller]) -> None:
        arrivals = [arrival for caller in together for arrival in caller.arrivals]
        try:
            async with self._database.write() as conn:
                fresh = await inbox.put(conn, arrivals, self._now())
        except Unavailable as away:
            self.trouble = away.reason
            raise
        except inbox.Full:
            self.trouble = "queue_full"
            raise
        finally:
            self.tried_at = time.monotonic()
        self.trouble = None
        self._metrics.commits.labels("receive").inc()
        start = 0
        for caller in together:
            end = start + len(caller.arrivals)
            if not caller.stored.done():  # a caller may have gone away meanwhile
                caller.stored.set_result(tuple(fresh[start:end]))
            start = end
        if any(fresh):
            self._woken()

    async def _one_by_one(self, together: Sequence[_Caller], error: Exception) -> None:
        """One arrival that cannot be stored must not take the others with it, nor stop its platform's queue."""
        if len(together) == 1:
            _log.error("receive_failed", channel=together[0].channel, exc_info=error)
            await self._without_content(together[0], error)
            return
        for caller in together:
            try:
                await self._store([caller])
            except (Unavailable, inbox.Full) as refusal:
                _refuse([caller], refusal)
            except Exception as own:
                await self._one_by_one([caller], own)

    async def _without_content(self, caller: _Caller, error: Exception) -> None:
        """What no database takes is stored as "something arrived", so that the person is asked again.

        Only where the content is the fault: for any other the platform comes back with it. Polling hands over a
        hundred at once, so each of them is tried by itself.
        """
        if not _unstorable(error):
            _refuse([caller], error)
            return
        if len(caller.arrivals) > 1:
            await self._apart(caller, error)
            return
        [odd] = caller.arrivals
        caller.arrivals = (replace(odd, order=0, heard=Heard(Sort.OTHER, odd.heard.at)),)
        try:
            await self._store([caller])
        except Exception as own:
            _refuse([caller], own)

    async def _apart(self, caller: _Caller, error: Exception) -> None:
        loop = asyncio.get_running_loop()
        alone = [_Caller(caller.channel, (one,), loop.create_future()) for one in caller.arrivals]
        await self._one_by_one(alone, error)
        results = await asyncio.gather(*(one.stored for one in alone), return_exceptions=True)
        refusals = [result for result in results if isinstance(result, Exception)]
        if refusals:
            _refuse([caller], refusals[0])  # the platform comes back with all; those that are stored count once
        elif not caller.stored.done():
            caller.stored.set_result(
                tuple(fresh for result in results if not isinstance(result, BaseException) for fresh in result)
            )


async def _heard(one: Inbound) -> Heard:
    """With the place in which its point is: the point itself goes no further, not even to the queue (domain.md 3.6)."""
    if one.point is None:
        return one.heard
    return replace(one.heard, place=await asyncio.to_thread(places.pointed, *one.point))


def _unstorable(error: BaseException | None) -> bool:
    """A lone surrogate, a number beyond 64 bits: wrong in itself, whenever it is tried."""
    while error is not None:
        if isinstance(error, DataError | ValueError | OverflowError):
            return True
        error = error.__cause__ or (error.orig if isinstance(error, StatementError) else None)
    return False


def _refuse(callers: Sequence[_Caller], reason: Exception) -> None:
    for caller in callers:
        if not caller.stored.done():
            caller.stored.set_exception(reason)


class _Acknowledgements:
    """Answers to button presses, so that the button stops spinning: best effort, outside of the outbox."""

    def __init__(self) -> None:
        self._waiting: asyncio.Queue[tuple[Channel, Inbound]] = asyncio.Queue(MOST_ACKNOWLEDGEMENTS)
        self._workers: set[asyncio.Task[None]] = set()

    def put(self, channel: Channel, inbound: Inbound) -> None:
        try:
            self._waiting.put_nowait((channel, inbound))
        except asyncio.QueueFull:
            return  # the platform lets it spin for a while; the reply itself comes by the outbox
        if len(self._workers) < ACKNOWLEDGERS:
            worker = asyncio.create_task(self._work())
            self._workers.add(worker)
            worker.add_done_callback(self._workers.discard)

    async def close(self) -> None:
        for worker in tuple(self._workers):
            worker.cancel()
        await asyncio.gather(*self._workers, return_exceptions=True)

    async def _work(self) -> None:
        while not self._waiting.empty():
            channel, inbound = self._waiting.get_nowait()
            try:
                await channel.acknowledge(inbound)
            except Exception as error:
                _log.info("acknowledge_failed", channel=channel.name, error=type(error).__name__)

"""Deliver, the third leg: an outbox row is sent and settled.

The channel classifies what went wrong, this file decides. Each chat has one message on its way at a time, so its
order holds through retries; all chats together keep the account's rate. Results are settled in batches.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.channels.base import Channel, Document, Fault, Outbound, SendError
from bot.clock import Clock
from bot.metrics import Metrics
from storage import outbox, people, phones
from storage.database import Database, Unavailable
from storage.outbox import Outcome, Ready
from storage.sealed import Unopened

POLL = 0.2
"""Seconds until rows that another process wrote, or that fell due, are noticed."""

AHEAD = 0.25
"""Seconds of sends that are claimed before their time. A reply overtakes broadcasts but for these."""

MOST_CLAIMED = 300
MOST_IN_FLIGHT = 1_000

LINGER = 0.005
"""Seconds in which results gather before they are settled together."""

SEND_SECONDS = 60.0
"""The longest a send may take, whatever the channel allows itself."""

PACE = 1.0
"""Seconds between two messages to one chat, where the second is a broadcast or a follow-up."""

PAUSES = (1.0, 300.0)
"""Seconds before a send is tried again: at first, and at most. They double, with jitter."""

MOST_TRIES = 300
"""Tries of one row, about a day of them; then it is parked."""

ACCOUNT = frozenset({"token", "conflict"})
"""Reasons that concern the account and not the message: nothing is parked for them, everything waits."""

DRAIN = 3.5
"""Seconds that sends on their way are given when the service stops."""

Copying = Callable[[int], Awaitable[Mapping[str, Document]]]
"""Makes the copy of the data of whoever talks in this conversation, in each form (see `bot.own_data`)."""

_log = structlog.get_logger()


class Pace:
    """The account's rate: sends evenly spaced, a little faster only to make up for a late start."""

    def __init__(self, per_second: float, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._gap = 1 / per_second
        self._slack = max(self._gap, 0.05)
        self._monotonic = monotonic
        self._next = float("-inf")

    def free(self, ahead: float) -> int:
        """How many sends may start within `ahead` seconds."""
        now = self._monotonic()
        return max(0, int((now + ahead - max(self._next, now - self._slack)) / self._gap))

    def reserve(self) -> float:
        """Takes the next place; gives the seconds until it."""
        now = self._monotonic()
        at = max(self._next, now - self._slack)
        self._next = at + self._gap
        return max(0.0, at - now)

    def missed(self, at: float) -> bool:
        """Whether the place at this monotonic time has passed, as when the whole process was held up."""
        return self._monotonic() > at + self._slack

    def pause(self, seconds: float) -> None:
        """No place before `seconds` have passed."""
        self._next = max(self._next, self._monotonic() + seconds)


@dataclass(frozen=True, slots=True)
class _Result:
    outcome: Outcome
    contact_id: int


class Deliverer:
    """Sends what waits for one channel. One of them runs for an account (see `bot.account`), and may run again."""

    def __init__(
        self,
        channel: Channel,
        database: Database,
        now: Clock,
        metrics: Metrics,
        per_second: float,
        copies: Copying | None = None,
    ) -> None:
        self._channel = channel
        self._database = database
        self._now = now
        self._metrics = metrics
        self._pace = Pace(per_second)
        self._copies = copies
        self._awake = asyncio.Event()
        self._stopping = False
        self._sends: dict[int, asyncio.Task[None]] = {}  # contact → its message on the way
        self._chats: set[str] = set()  # addresses of the chats to which a message is on its way
        self._results: list[_Result] = []
        self._paused: dict[int, float] = {}  # contact → monotonic time until which the platform wants no message to it
        self._spoken: dict[int, float] = {}  # contact → monotonic time of the last message to it
        # Row → the parts of it that are out. In memory alone: after a crash, or on another process, a long text
        # begins anew, so that some of it may be read twice, and nothing is lost.
        self._parts: dict[int, list[str]] = {}
        self._account_until = 0.0
        self._flooded: int | None = None  # the contact of the last send, if that one was answered "slow down"
        self._refusals = 0

    def wake(self) -> None:
        self._awake.set()

    def begin(self) -> None:
        """Before each `run` but the first."""
        self._stopping = False

    def stop(self) -> None:
        """`run` waits for what is on its way, settles it and ends."""
        self._stopping = True
        self._awake.set()

    async def run(self) -> None:
        try:
            while not self._stopping:
                self._awake.clear()
                try:
                    ready = await self._settle_and_claim()
                except Unavailable as away:
                    _log.warning("deliver_waits", channel=self._channel.name, reason=away.reason)
                    await asyncio.sleep(POLL)
                    continue
                except Exception as error:  # this loop is the last one standing: whatever it is, people wait
                    if isinstance(error, Unopened) and await self._set_aside():
                        continue
                    _log.error("deliver_failed", channel=self._channel.name, exc_info=error)
                    await asyncio.sleep(1)
                    continue
                for row in ready:
                    # A reply and a broadcast for one chat, or for two people in it: one after the other.
                    if row.contact_id not in self._sends and _chat(row) not in self._chats:
                        self._start(row)
                await self._rest(full=len(ready) > 0)
        finally:
            await asyncio.shield(self._drain())

    async def _rest(self, *, full: bool) -> None:
        """Until there is something to do. Where rows were found there may be more as soon as there is room."""
        if full and not self._sends:
            return
        try:
            async with asyncio.timeout(AHEAD / 2 if full else POLL):
                await self._awake.wait()
        except TimeoutError:
            return
        if self._results and not self._stopping:
            await asyncio.sleep(LINGER)

    # -- claim and settle -------------------------------------------------------------------------

    async def _settle_and_claim(self) -> list[Ready]:
        results, self._results = self._results, []
        room = self._room()
        if not results and not room:
            return []
        try:
            if not results:
                async with self._database.read() as conn:
                    return await outbox.ready(conn, self._channel.name, self._now(), room, self._busy())
            async with self._database.write() as conn:
                await self._settle(conn, results)
                ready = await outbox.ready(conn, self._channel.name, self._now(), room, self._busy()) if room else []
        except BaseException:
            # Nothing was settled: these chats stay busy, so that nothing is sent twice.
            self._results = results + self._results
            raise
        self._metrics.commits.labels("deliver").inc()
        return ready

    async def _set_aside(self) -> bool:
        """Parks what waits and does not open, so that it holds up nobody else. False where nothing was found."""
        try:
            async with self._database.write() as conn:
                damaged = await outbox.unopened(conn, self._channel.name, MOST_IN_FLIGHT)
                gone = [Outcome(row, "parked", None, Unopened.__name__) for row in damaged]
                await outbox.settle(conn, gone, self._now())
        except Unavailable:
            return False
        for row in damaged:
            _log.error("send_parked", channel=self._channel.name, outbox=row, reason=Unopened.__name__)
        self._metrics.parked.labels("deliver").inc(len(damaged))
        return bool(damaged)

    async def _settle(self, conn: AsyncConnection, results: list[_Result]) -> None:
        now = self._now()
        for result in results:
            if result.outcome.state == "gone":
                await people.reachable(conn, result.contact_id, False, result.outcome.reason, now)
        await outbox.settle(conn, [result.outcome for result in results], now)

    def _room(self) -> int:
        """How many rows may be claimed now."""
        if self._stopping or time.monotonic() < self._account_until:
            return 0
        return min(MOST_CLAIMED, MOST_IN_FLIGHT - len(self._sends), self._pace.free(AHEAD))

    def _busy(self) -> set[int]:
        """Contacts to leave alone: a message is on its way or not settled, or the platform wants none now."""
        now = time.monotonic()
        self._paused = {contact: until for contact, until in self._paused.items() if until > now}
        return {*self._sends, *self._paused, *(result.contact_id for result in self._results)}

    # -- send -------------------------------------------------------------------------------------

    def _start(self, row: Ready) -> None:
        delay = self._pace.reserve()
        now = time.monotonic()
        if row.lane_kind != "reply":
            self._spoken = {contact: at for contact, at in self._spoken.items() if at > now - PACE}
            delay = max(delay, self._spoken.get(row.contact_id, 0.0) + PACE - now)
        self._spoken[row.contact_id] = now + delay
        self._chats.add(_chat(row))
        self._sends[row.contact_id] = asyncio.create_task(self._send(row, delay))

    async def _send(self, row: Ready, delay: float) -> None:
        try:
            await self._in_place(delay)
            if self._stopping or time.monotonic() < self._account_until:
                return  # it was not tried, and waits in the outbox
            outcome = await self._try(row)
            self._results.append(_Result(outcome, row.contact_id))
        finally:
            del self._sends[row.contact_id]
            self._chats.discard(_chat(row))
            self._awake.set()

    async def _in_place(self, delay: float) -> None:
        """Waits for the place. Sends that were held up together take new places, so that they do not leave together."""
        at = time.monotonic() + delay
        await asyncio.sleep(delay)
        while self._pace.missed(at):
            delay = self._pace.reserve()
            at = time.monotonic() + delay
            await asyncio.sleep(delay)

    async def _try(self, row: Ready) -> Outcome:
        try:
            documents = await self._documents(row)
        except Exception as error:
            _log.error("copy_failed", channel=self._channel.name, outbox=row.id, exc_info=error)
            return self._judge(row, SendError(Fault.AGAIN, None, "copy"))
        outbound = Outbound(_chat(row), row.action, row.say, row.edits, self._parts.pop(row.id, []), documents)
        outcome = await self._sent(row, outbound)
        if outcome.state == "again" and outbound.parts:
            self._parts[row.id] = outbound.parts
        return outcome

    async def _documents(self, row: Ready) -> Sequence[Document]:
        """What goes with it is made now: it lies nowhere before, and nowhere afterwards."""
        if self._copies is None or row.say is None or not row.say.data:
            return ()
        made = await self._copies(row.conversation_id)
        return [made[form] for form in row.say.data if form in made]

    async def _sent(self, row: Ready, outbound: Outbound) -> Outcome:
        name = self._channel.name
        try:
            async with asyncio.timeout(SEND_SECONDS):
                message = await self._channel.send(outbound)
        except SendError as error:
            return self._judge(row, error)
        except TimeoutError:
            return self._judge(row, SendError(Fault.AGAIN, None, "timeout"))
        except Exception as error:
            # A fault of ours in this one message; the type is all that may be told.
            _log.error("send_raised", channel=name, outbox=row.id, exc_info=error)
            return self._judge(row, SendError(Fault.OURS, None, type(error).__name__))
        self._flooded = None
        self._refusals = 0
        self._metrics.sent.labels(name).inc()
        return Outcome(row.id, "sent", message, None, None)

    def _judge(self, row: Ready, error: SendError) -> Outcome:
        """What follows from a fault: the only place where that is decided."""
        self._metrics.failed.labels(self._channel.name, error.sort.value).inc()
        if error.reason in ACCOUNT:
            return self._again(row, self._hold_account(error.reason), error.reason)
        match error.sort:
            case Fault.AGAIN_AFTER:
                return self._again(row, self._slow_down(row, error.retry_after or PAUSES[0]), error.reason)
            case Fault.AGAIN:
                if row.tries + 1 < MOST_TRIES:
                    return self._again(row, pause(row.tries), error.reason)
            case Fault.GONE:
                _log.info("person_gone", channel=self._channel.name, outbox=row.id, reason=error.reason)
                return Outcome(row.id, "gone", None, error.reason, None)
            case Fault.OURS:
                pass
        self._metrics.parked.labels("deliver").inc()
        _log.error("send_parked", channel=self._channel.name, outbox=row.id, reason=error.reason, tries=row.tries + 1)
        return Outcome(row.id, "parked", None, error.reason, None)

    def _again(self, row: Ready, seconds: float, reason: str) -> Outcome:
        return Outcome(row.id, "again", None, reason, self._now() + timedelta(seconds=seconds))

    def _slow_down(self, row: Ready, seconds: float) -> float:
        """Pauses this chat. The platform does not say whether it means the chat or the account: when the next
        answer, to another chat, is the same, it means the account.
        """
        until = time.monotonic() + seconds
        self._paused[row.contact_id] = until
        if self._flooded is not None and self._flooded != row.contact_id:
            self._account_until = max(self._account_until, until)
            _log.warning("account_slows_down", channel=self._channel.name, seconds=seconds)
        self._flooded = row.contact_id
        return seconds

    def _hold_account(self, reason: str) -> float:
        seconds = pause(min(self._refusals, 6))
        if time.monotonic() >= self._account_until:  # once for all sends that were on their way together
            self._refusals += 1
            _log.error("account_refused", channel=self._channel.name, reason=reason, seconds=seconds)
        self._account_until = max(self._account_until, time.monotonic() + seconds)
        return seconds

    # -- the end ----------------------------------------------------------------------------------

    async def _drain(self) -> None:
        """What is on its way is waited for and settled; what has not left stays in the outbox."""
        self._stopping = True
        sends = list(self._sends.values())
        if sends:
            _, late = await asyncio.wait(sends, timeout=DRAIN)
            for send in late:
                send.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        try:
            while self._results:
                await self._settle_and_claim()
        except Exception as error:
            _log.error("deliver_unsettled", channel=self._channel.name, count=len(self._results), exc_info=error)


def _chat(row: Ready) -> str:
    """The address as the platform knows it: several people may share it."""
    return phones.parted(row.address)[0]


def pause(tries: int) -> float:
    """Seconds before the next try: doubled each time up to a limit, with jitter so that chats do not come together."""
    longest = min(PAUSES[1], PAUSES[0] * 2.0 ** min(tries, 20))
    return longest * random.uniform(0.5, 1.0)  # noqa: S311 (spreads load, guards nothing)

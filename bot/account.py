"""The account of a push channel: one elected process of many polls, sends and fetches for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import structlog

from bot.channels.base import Arrived, Channel
from bot.deliver import Deliverer
from bot.fetch import Fetcher
from storage.elections import Election

ASK = 2.0
"""Seconds between two questions whether this process is the elected one."""

FETCH_SECONDS = 1.0
"""Within which the file at hand is kept when a term ends; else it is fetched again by the next one."""

_log = structlog.get_logger()


class Account:
    """A lost election ends sending and fetching, a won one begins anew: `fetcher` makes the leg for a term of office.

    The deliverer is one for all terms. What it sent and could not write down, and for whom the platform wants a pause,
    is as true in the next one.
    """

    def __init__(
        self,
        channel: Channel,
        election: Election,
        arrived: Arrived,
        deliverer: Deliverer,
        fetcher: Callable[[], Fetcher],
    ) -> None:
        self.channel = channel
        self._election = election
        self._arrived = arrived
        self._deliverer = deliverer
        self._new_fetcher = fetcher
        self._fetcher: Fetcher | None = None
        self._stopped = asyncio.Event()

    def spoken(self) -> None:
        """There is something to send."""
        self._deliverer.wake()

    def wanted(self) -> None:
        """There is a file to fetch."""
        if self._fetcher is not None:
            self._fetcher.wake()

    def stop(self) -> None:
        """`run` ends after what is on its way."""
        self._stopped.set()

    async def run(self) -> None:
        try:
            async with self._election:
                while not self._stopped.is_set():
                    if await self._election.won():
                        await self._term()
                    else:
                        await self._rest()
        finally:
            await self.channel.stop()

    async def _term(self) -> None:
        deliverer = self._deliverer
        deliverer.begin()
        fetcher = self._fetcher = self._new_fetcher()
        _log.info("account_begins", channel=self.channel.name)
        sends = asyncio.create_task(deliverer.run(), name="deliver")
        fetches = asyncio.create_task(fetcher.run(), name="fetch")
        try:
            await self.channel.start(self._arrived)
            while not self._stopped.is_set() and not self._election.lost.is_set() and await self._election.won():
                await self._rest()
        finally:
            self._fetcher = None
            deliverer.stop()
            fetcher.stop()
            # A question to the database that is broken off takes its connection with it; a long download may be.
            await asyncio.wait([fetches], timeout=FETCH_SECONDS)
            fetches.cancel()
            await asyncio.gather(sends, fetches, return_exceptions=True)
            # Only paused: presses may still be posted to this process, and are answered by it.
            await self.channel.pause()
            _log.info("account_ends", channel=self.channel.name)

    async def _rest(self) -> None:
        """Until it is time to ask, or there is no need to."""
        ends = [asyncio.ensure_future(one.wait()) for one in (self._stopped, self._election.lost)]
        await asyncio.wait(ends, timeout=ASK, return_when=asyncio.FIRST_COMPLETED)
        for end in ends:
            end.cancel()

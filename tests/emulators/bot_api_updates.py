"""What the emulated Bot API keeps for the bot: updates until they are acknowledged, by offset or by a webhook's 2xx.

As the official server does: one webhook update after the other within a queue, repeated until it is taken, and
messages and button presses of a chat in separate queues that may overtake each other.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from tests.emulators.bot_api_schema import Refused

PRESS = "callback_query"
NOT_SENT_UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
LONGEST_POLL = 50  # seconds

Lane = tuple[int, str]


@dataclass
class Webhook:
    url: str
    secret: str = ""
    max_connections: int = 40
    last_error: str = ""
    failures: int = 0
    lanes: dict[Lane, asyncio.Task[None]] = field(default_factory=dict)


class Updates:
    def __init__(self, first_id: int, first_pause: float, longest_pause: float) -> None:
        self.pending: list[tuple[Lane, dict[str, Any]]] = []
        self.webhook: Webhook | None = None
        self.allowed: Sequence[str] | None = None
        self.next_id = first_id  # a test may set it back: after a quiet week the real one restarts at random
        self._first_pause = first_pause
        self._longest_pause = longest_pause
        self._changed = asyncio.Event()
        self._poll = 0
        self._session: aiohttp.ClientSession | None = None
        self._connections = asyncio.Semaphore(40)

    async def close(self) -> None:
        await self.set_webhook(None)
        self._poll += 1
        self._wake()
        if self._session is not None:
            await self._session.close()
            self._session = None

    def add(self, kind: str, chat: int, body: Any) -> None:
        """Keep an update for the bot, unless it asked for other kinds only."""
        wanted = kind not in NOT_SENT_UNASKED if not self.allowed else kind in self.allowed
        if wanted:
            self.add_raw(chat, PRESS if kind == PRESS else "message", {"update_id": self.next_id, kind: body})
            self.next_id += 1

    def add_raw(self, chat: int, queue: str, update: dict[str, Any]) -> None:
        self.pending.append(((chat, queue), update))
        self._wake()
        self._deliver()

    # -- getUpdates -------------------------------------------------------------------------------

    async def get(self, offset: int | None, limit: int, seconds: float) -> list[dict[str, Any]]:
        if self.webhook is not None:
            raise Refused(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        self._poll += 1
        mine = self._poll
        self._wake()
        self._acknowledge(offset)
        end = time.monotonic() + min(seconds, LONGEST_POLL)
        while not self.pending and (left := end - time.monotonic()) > 0:
            self._changed.clear()
            try:
                await asyncio.wait_for(self._changed.wait(), left)
            except TimeoutError:
                break
            if mine != self._poll:
                by = "setWebhook" if self.info()["url"] else "other getUpdates"
                raise Refused(409, f"Conflict: terminated by {by} request; make sure that only one bot instance runs")
        return [update for _, update in self.pending[: max(1, min(limit, 100))]]

    def _acknowledge(self, offset: int | None) -> None:
        if offset is None or offset == 0:
            return
        if offset < 0:
            self.pending = self.pending[offset:]
        else:
            self.pending = [(lane, update) for lane, update in self.pending if update["update_id"] >= offset]

    def _wake(self) -> None:
        # Every waiter holds the same event, cleared only by itself before it waits.
        self._changed.set()

    # -- webhook ----------------------------------------------------------------------------------

    async def set_webhook(self, webhook: Webhook | None) -> None:
        if self.webhook is not None:
            for task in self.webhook.lanes.values():
                task.cancel()
            await asyncio.gather(*self.webhook.lanes.values(), return_exceptions=True)
        self.webhook = webhook
        if webhook is not None:
            self._poll += 1
            self._wake()
            self._connections = asyncio.Semaphore(webhook.max_connections)
        self._deliver()

    def _deliver(self) -> None:
        if self.webhook is None:
            return
        for lane in dict.fromkeys(lane for lane, _ in self.pending):
            task = self.webhook.lanes.get(lane)
            if task is None or task.done():
                self.webhook.lanes[lane] = asyncio.create_task(self._deliver_lane(self.webhook, lane))

    async def _deliver_lane(self, webhook: Webhook, lane: Lane) -> None:
        pause = self._first_pause
        while (update := next((update for of, update in self.pending if of == lane), None)) is not None:
            async with self._connections:
                wait = await self._post(webhook, update)
            if wait is None:
                self.pending = [kept for kept in self.pending if kept[1] is not update]
                pause = self._first_pause
            else:
                webhook.failures += 1
                await asyncio.sleep(wait or pause)
                pause = min(self._longest_pause, pause * 2)

    async def _post(self, webhook: Webhook, update: dict[str, Any]) -> float | None:
        """None: taken. Else how long to wait in seconds; 0 where the webhook does not say."""
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30))
        headers = {"Content-Type": "application/json"}
        if webhook.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = webhook.secret
        try:
            async with self._session.post(webhook.url, data=json.dumps(update), headers=headers) as answer:
                await answer.read()
                if 200 <= answer.status < 300:
                    return None
                webhook.last_error = f"Wrong response from the webhook: {answer.status} {answer.reason}"
                asked = answer.headers.get("Retry-After", "0")
                return float(asked) if asked.replace(".", "", 1).isdecimal() else 0.0
        except (aiohttp.ClientError, TimeoutError) as error:
            webhook.last_error = type(error).__name__
            return 0.0

    def info(self) -> dict[str, Any]:
        """A WebhookInfo, https://core.telegram.org/bots/api#webhookinfo"""
        webhook = self.webhook
        found: dict[str, Any] = {
            "url": "" if webhook is None else webhook.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self.pending),
        }
        if webhook is not None:
            found["max_connections"] = webhook.max_connections
            if webhook.last_error:
                found |= {"last_error_date": int(time.time()), "last_error_message": webhook.last_error}
        if self.allowed:
            found["allowed_updates"] = list(self.allowed)
        return found

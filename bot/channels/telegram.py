"""Telegram: python-telegram-bot as the typed client, its requests over aiohttp, polling or webhook.

The token is part of every address of the Bot API. So no message of an HTTP error is ever passed on, and the
library's own loggers, which write addresses and texts, are off.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import hmac
import logging
import random
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any, Literal, TypeVar

import structlog
from telegram import Bot, BotCommand
from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData

from bot.channels import telegram_updates
from bot.channels.base import (
    Arrived,
    Document,
    Fault,
    Inbound,
    Outbound,
    SendError,
    Unreadable,
    loaded,
    split,
)
from bot.channels.telegram_calls import Calls
from bot.channels.telegram_connection import LARGEST_FILE, Connection, parse
from dialogs.terms import File

LONGEST_TEXT = 4096  # UTF-16 code units, https://core.telegram.org/bots/api#sendmessage
WEBHOOK_PATH = "/channels/telegram"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105
UPDATES_AT_ONCE = 100
TOTAL_SECONDS, FILE_SECONDS, LONGEST_PAUSE = 15.0, 60.0, 60.0

log = structlog.get_logger()
_T = TypeVar("_T")
_dice = random.SystemRandom()

# Its debug records hold the token and what people read; the records of its answers hold what people wrote.
logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)


class _Failed(TelegramError):
    """A `SendError` on its way through the library, which would wrap any other exception in its own words."""

    def __init__(self, error: SendError) -> None:
        super().__init__(str(error))
        self.error = error


class _Requests(BaseRequest):
    """The library's requests, over our connection."""

    __slots__ = ("_connection", "_seconds")

    def __init__(self, connection: Connection, seconds: float) -> None:
        self._connection = connection
        self._seconds = seconds

    @property
    def read_timeout(self) -> float:
        return self._seconds

    async def initialize(self) -> None:
        self._connection.open()

    async def shutdown(self) -> None:
        await self._connection.close()

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_args: object, **_timeouts: object
    ) -> tuple[int, bytes]:
        parameters = None if request_data is None else request_data.parameters
        files = None if request_data is None else _uploads(request_data)
        seconds = FILE_SECONDS if method == "GET" or files else self._seconds
        try:
            return 200, await self._connection.exchange(method, url, parameters, seconds, files)
        except SendError as error:
            failed = error
        raise _Failed(failed)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Replaces the library's own, which logs what it cannot read."""
        try:
            return parse(payload)
        except SendError as error:
            failed = error
        raise _Failed(failed)


def _uploads(request: RequestData) -> dict[str, tuple[str, bytes, str]]:
    """Field → name, content and media type of what goes along."""
    return {
        field: (name, content if isinstance(content, bytes) else content.read(), kind)
        for field, (name, content, kind) in request.multipart_data.items()
    }


class Telegram:
    """The Telegram channel of one bot account.

    `token`, `api_url`, `mode`, `public_url`, `secret`: as the settings of design.md §5. `commands`: language →
    (command, description) in the order shown. `poll_seconds`: how long one getUpdates waits. `clock_offset` is
    added to the platform's times, so that they agree with a test's clock.
    """

    name = "telegram"
    push = True

    def __init__(
        self,
        token: str,
        *,
        api_url: str = "https://api.telegram.org",
        mode: Literal["polling", "webhook"] = "polling",
        public_url: str | None = None,
        secret: str = "",
        commands: Mapping[str, Sequence[tuple[str, str]]] | None = None,
        connections: int = 64,
        poll_seconds: int = 25,
        total_seconds: float = TOTAL_SECONDS,
        clock_offset: timedelta = timedelta(0),
    ) -> None:
        base = api_url.rstrip("/")
        self.bot_id = token.partition(":")[0]
        self.mode = mode
        self.trouble: str | None = None  # why messages do not come in at present: a word of `base.REASONS`
        self._secret = secret
        self._webhook_url = f"{(public_url or '').rstrip('/')}{WEBHOOK_PATH}"
        self._commands = commands or {}
        self._poll_seconds = poll_seconds
        self._clock_offset = clock_offset
        self._get_updates = f"{base}/bot{token}/getUpdates"
        # One connection more: a long poll must not take one from the senders.
        self._connection = Connection(connections + (mode == "polling"))
        self._calls = Calls(self._connection, f"{base}/bot{token}", total_seconds)
        self._requests = _Requests(self._connection, total_seconds)
        self._bot = Bot(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=self._requests,
            get_updates_request=self._requests,
        )
        self._user_name: str | None = None
        self._asking = asyncio.Lock()
        self._task: asyncio.Task[None] | None = None
        self._handing_over = asyncio.Lock()

    # -- in ---------------------------------------------------------------------------------------

    async def read(self, raw: bytes) -> Sequence[Inbound]:
        update = loaded(raw)
        return telegram_updates.inbounds(update, self.bot_id, self._clock_offset, self._user_name)

    def admit(self, headers: Mapping[str, str]) -> bool:
        """Whether a request to the webhook comes from the platform: it knows the secret that we set."""
        given = next((value for name, value in headers.items() if name.lower() == SECRET_HEADER.lower()), "")
        known = hmac.compare_digest(given.encode("utf-8", "replace"), self._secret.encode())
        return known and bool(self._secret) and self.mode == "webhook"

    async def check(self) -> None:
        """Whether the platform answers and knows the token. Raises `SendError`."""
        try:
            await self._call(self._bot.get_me())
        finally:
            if self._task is None:  # nobody else would close what was opened for this
                await self._connection.close()
                self._connection.open()

    async def link(self) -> str | None:
        """The address at which the app opens the chat with us. Raises `SendError`."""
        name = await self._own_name()
        return f"https://t.me/{name}" if name else None

    async def _own_name(self) -> str | None:
        """Our user name; asked for once, for nobody changes it. Raises `SendError`."""
        async with self._asking:
            if self._user_name is None:
                self._user_name = (await self._call(self._bot.get_me())).username
        return self._user_name

    async def start(self, arrived: Arrived) -> None:
        await self._requests.initialize()
        self._task = asyncio.create_task(self._receive(arrived), name="telegram")

    async def pause(self) -> None:
        if self._task is not None:
            # What was fetched is either committed whole or comes again: nobody is interrupted in between.
            async with self._handing_over:
                self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    async def stop(self) -> None:
        await self.pause()
        await self._requests.shutdown()

    async def _receive(self, arrived: Arrived) -> None:
        await self._until_done(self._set_webhook if self.mode == "webhook" else self._delete_webhook)
        try:
            await self._own_name()
        except SendError as error:  # without it, a mention in a group is not taken as one of us
            log.warning("own_name_unknown", channel=self.name, reason=error.reason)
        await self._offer_commands()
        if self.mode == "webhook":
            return
        await self._poll(arrived)

    async def _set_webhook(self) -> object:
        return await self._bot.set_webhook(
            self._webhook_url,
            secret_token=self._secret,
            allowed_updates=telegram_updates.ALLOWED_UPDATES,
            max_connections=40,
            drop_pending_updates=False,
        )

    async def _delete_webhook(self) -> object:
        return await self._bot.delete_webhook(drop_pending_updates=False)

    async def _offer_commands(self) -> None:
        """Best effort: without the menu of commands everything still works."""
        lists = [(None, self._commands["en"])] if "en" in self._commands else []
        for language, commands in [*lists, *self._commands.items()]:
            offered = [BotCommand(command, description) for command, description in commands]
            try:
                await self._call(self._bot.set_my_commands(offered, language_code=language))
            except SendError as error:
                log.warning("commands_not_offered", channel=self.name, reason=error.reason)

    async def _poll(self, arrived: Arrived) -> None:
        """Fetch, hand over, and only then move on: an update is acknowledged by the fetch after its commit."""
        offset: int | None = None
        while True:
            updates = await self._until_done(functools.partial(self._fetch_updates, offset))
            inbounds = self._inbounds(updates)
            if inbounds:
                await self._hand_over(arrived, inbounds)
            # After an empty answer all is acknowledged, and the offset is dropped: the platform may go on with a
            # lower id after a quiet week.
            numbers = [number for one in updates if (number := telegram_updates.number(one)) is not None]
            offset = numbers[-1] + 1 if numbers else None
            if updates and not numbers:
                await self._pause(0, SendError(Fault.AGAIN, None, "garbled"))

    async def _fetch_updates(self, offset: int | None) -> Sequence[object]:
        wanted: dict[str, object] = {
            "timeout": self._poll_seconds,
            "limit": UPDATES_AT_ONCE,
            "allowed_updates": list(telegram_updates.ALLOWED_UPDATES),
        }
        if offset is not None:
            wanted["offset"] = offset
        # Not by the library's typed method: one odd object would make the whole answer unreadable.
        seconds = self._poll_seconds + TOTAL_SECONDS
        result = parse(await self._connection.exchange("POST", self._get_updates, wanted, seconds))["result"]
        if not isinstance(result, list):
            raise SendError(Fault.AGAIN, None, "garbled")
        return result

    def _inbounds(self, updates: Sequence[object]) -> list[Inbound]:
        found: list[Inbound] = []
        for update in updates:
            try:
                found.extend(telegram_updates.inbounds(update, self.bot_id, self._clock_offset, self._user_name))
            except Unreadable as error:  # one odd update must not hold up the others
                log.warning("update_unreadable", channel=self.name, reason=error.reason)
        return found

    async def _hand_over(self, arrived: Arrived, inbounds: Sequence[Inbound]) -> None:
        """Until it is committed: the database may be away for a while, and an update is never dropped."""
        tries = 0
        while True:
            async with self._handing_over:
                try:
                    await arrived(inbounds)
                    return
                except Exception as error:
                    log.warning(
                        "arrivals_not_stored", channel=self.name, error=type(error).__name__, count=len(inbounds)
                    )
            await asyncio.sleep(_backoff(tries))
            tries += 1

    async def _until_done(self, work: Callable[[], Awaitable[_T]]) -> _T:
        tries = 0
        while True:
            try:
                result = await self._call(work())
            except SendError as error:
                await self._pause(tries, error)
                tries += 1
                if error.reason == "conflict":  # somebody set a webhook meanwhile; polling takes it away
                    with contextlib.suppress(SendError):
                        await self._call(self._delete_webhook())
            else:
                self.trouble = None
                return result

    async def _pause(self, tries: int, error: SendError) -> None:
        self.trouble = error.reason
        seconds = _backoff(tries) if error.retry_after is None else error.retry_after
        log.warning(
            "channel_waits", channel=self.name, fault=error.sort.value, reason=error.reason, seconds=round(seconds, 2)
        )
        await asyncio.sleep(seconds)

    # -- out --------------------------------------------------------------------------------------

    async def send(self, outbound: Outbound) -> str | None:
        chat = self._chat(outbound.address)
        if outbound.action == "leave":
            await self._leave(chat)
            return None
        say = outbound.say
        texts = [] if say is None else split("\n\n".join(part for part in say.paragraphs if part.strip()), LONGEST_TEXT)
        if say is None or not texts:
            raise SendError(Fault.OURS, None, "empty")
        if outbound.edits is not None and len(texts) == 1:
            edited = await self._calls.edit(chat, outbound.edits, texts[0], say)
            if edited is not None:
                return edited
        for document in outbound.documents[len(outbound.parts) :]:
            outbound.parts.append(await self._give(chat, document))
        for text in texts[len(outbound.parts) - len(outbound.documents) : -1]:
            outbound.parts.append(await self._calls.say(chat, text, None))
        return await self._calls.say(chat, texts[-1], say)

    async def acknowledge(self, inbound: Inbound) -> None:
        if inbound.acknowledge is None:
            return
        try:
            await self._calls.answer(inbound.acknowledge)
        except SendError as error:
            log.info("press_not_acknowledged", channel=self.name, reason=error.reason)

    async def fetch(self, file: File) -> bytes:
        if file.size is not None and file.size > LARGEST_FILE:
            raise SendError(Fault.OURS, None, "too_large")
        found = await self._call(self._bot.get_file(file.ref))
        if not found.file_path:
            raise SendError(Fault.OURS, None, "file_gone")
        return await self._call(self._requests.retrieve(found.file_path))

    async def _give(self, chat: int, document: Document) -> str:
        sent = await self._call(self._bot.send_document(chat, document.content, filename=document.name))
        return str(sent.message_id)

    async def _leave(self, chat: int) -> None:
        try:
            await self._call(self._bot.leave_chat(chat))
        except SendError as error:
            if error.sort is not Fault.GONE:  # who is not there any more has left
                raise

    def _chat(self, address: str) -> int:
        account, _, chat = address.rpartition(":")
        if account != self.bot_id or not re.fullmatch(r"-?[0-9]{1,19}", chat):
            raise SendError(Fault.OURS, None, "wrong_account")
        return int(chat)

    async def _call(self, work: Awaitable[_T]) -> _T:
        """The result, or a `SendError`."""
        try:
            return await work
        except _Failed as error:
            failed = error.error
        except (TelegramError, KeyError, TypeError, ValueError, AttributeError):
            failed = SendError(Fault.AGAIN, None, "garbled")  # the typed model did not fit the answer
        # Raised out here, so that no traceback leads back to the request.
        raise failed


def _backoff(tries: int) -> float:
    """Seconds until the next try: doubled each time, with jitter, so that many processes do not come at once."""
    return min(LONGEST_PAUSE, 0.25 * 2.0 ** min(tries, 10)) * _dice.uniform(0.5, 1.0)

"""The calls of the Bot API that most messages need: say something, change what was said, answer a press.

Made by hand, as the fetching of updates is: building the library's types, for the request and for an answer of which
only the id counts, took as much time as the rest. https://core.telegram.org/bots/api
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.channels.base import Fault, SendError, with_number
from bot.channels.telegram_connection import Connection, parse
from dialogs.terms import Say

NO_PREVIEW = {"is_disabled": True}


class Calls:
    """`base` is the address of this bot, with its token. Every call raises `SendError`."""

    def __init__(self, connection: Connection, base: str, seconds: float) -> None:
        self._connection = connection
        self._send = f"{base}/sendMessage"
        self._edit = f"{base}/editMessageText"
        self._answer = f"{base}/answerCallbackQuery"
        self._seconds = seconds

    async def say(self, chat: int, text: str, say: Say | None) -> str:
        """Gives the platform's id of the message. `say` brings the buttons, if there shall be any."""
        result = await self._call(self._send, {"chat_id": chat} | _message(text, say))
        number = result.get("message_id") if isinstance(result, dict) else None
        if not isinstance(number, int):
            raise SendError(Fault.AGAIN, None, "garbled")
        return str(number)

    async def edit(self, chat: int, message: str, text: str, say: Say) -> str | None:
        """The message's id; None where the platform lets this message be edited no more."""
        if not message.isdecimal():
            return None
        try:
            await self._call(self._edit, {"chat_id": chat, "message_id": int(message)} | _message(text, say))
        except SendError as error:
            if error.reason == "cannot_edit":
                return None
            if error.reason != "not_modified":
                raise
        return message

    async def answer(self, press: str) -> None:
        await self._call(self._answer, {"callback_query_id": press})

    async def _call(self, url: str, parameters: Mapping[str, object]) -> Any:
        return parse(await self._connection.exchange("POST", url, parameters, self._seconds))["result"]


def _message(text: str, say: Say | None) -> dict[str, object]:
    message: dict[str, object] = {"text": text, "link_preview_options": NO_PREVIEW}
    rows = [
        [{"text": with_number(one), "callback_data": one.payload} for one in row]
        for row in (() if say is None else say.buttons)
        if row
    ]
    if rows:
        message["reply_markup"] = {"inline_keyboard": rows}
    return message

"""The HTTP side of the Bot API: one session of bounded connections, and what each refusal means.

The token is part of every address of the Bot API, and the errors of aiohttp name the address. So they end here:
what leaves this file is a body or a `SendError` with a machine word.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import aiohttp

from bot.channels.base import Fault, SendError

LARGEST_FILE = 20 * 1024 * 1024  # bytes, https://core.telegram.org/bots/api#getfile
CONNECT_SECONDS = 5.0
LONGEST_WAIT = 86_400.0  # seconds; more than a day is no answer to "when may I try again?"

# What the platform says → whose fault it is. The first line that fits counts; the words are matched in lower case.
REFUSALS: tuple[tuple[int, str, Fault, str], ...] = (
    (401, "", Fault.OURS, "token"),
    (404, "", Fault.OURS, "token"),
    (409, "", Fault.OURS, "conflict"),
    (413, "", Fault.OURS, "too_large"),
    (403, "blocked by the user", Fault.GONE, "blocked"),
    (403, "deactivated", Fault.GONE, "deactivated"),
    (403, "can't initiate conversation", Fault.GONE, "never_started"),
    (403, "kicked", Fault.GONE, "kicked"),
    (403, "not a member", Fault.GONE, "kicked"),
    (403, "", Fault.GONE, "forbidden"),
    (400, "deactivated", Fault.GONE, "deactivated"),
    (400, "upgraded to a supergroup", Fault.GONE, "moved"),
    (400, "chat not found", Fault.GONE, "unknown"),
    (400, "user not found", Fault.GONE, "unknown"),
    (400, "chat_id_invalid", Fault.GONE, "unknown"),
    (400, "peer_id_invalid", Fault.GONE, "unknown"),
    (400, "chat was deleted", Fault.GONE, "unknown"),
    (400, "kicked", Fault.GONE, "kicked"),
    (400, "not a member", Fault.GONE, "kicked"),
    (400, "rights to send", Fault.GONE, "no_rights"),
    (400, "chat_write_forbidden", Fault.GONE, "no_rights"),
    (400, "message is not modified", Fault.OURS, "not_modified"),
    (400, "to edit not found", Fault.OURS, "cannot_edit"),
    (400, "can't be edited", Fault.OURS, "cannot_edit"),
    (400, "message_id_invalid", Fault.OURS, "cannot_edit"),
    (400, "no text in the message to edit", Fault.OURS, "cannot_edit"),
    (400, "file is too big", Fault.OURS, "too_large"),
    (400, "file_id", Fault.OURS, "file_gone"),
    (400, "too long", Fault.OURS, "too_long"),
    (400, "text is empty", Fault.OURS, "empty"),
    (400, "text must be non-empty", Fault.OURS, "empty"),
    (400, "button_data_invalid", Fault.OURS, "payload"),
    (400, "", Fault.OURS, "refused"),
)


class Connection:
    """At most `connections` connections, opened when first needed."""

    def __init__(self, connections: int) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None
        self._closed = False

    def open(self) -> None:
        self._closed = False

    async def close(self) -> None:
        self._closed = True
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def exchange(
        self,
        method: str,
        url: str,
        parameters: Mapping[str, object] | None,
        seconds: float,
        files: Mapping[str, tuple[str, bytes, str]] | None = None,
    ) -> bytes:
        """The body of a successful answer. `files`: field → name, content, media type. Raises `SendError`."""
        body: dict[str, Any] = {"data": _form(parameters or {}, files)} if files else _json(parameters)
        status, said, failed = 0, b"", "network"
        try:
            # A redirect would carry the token to another host.
            async with self._open().request(
                method, url, timeout=_within(seconds), allow_redirects=False, **body
            ) as answer:
                said, status, failed = await _body(answer), answer.status, ""
        except TimeoutError:
            failed = "timeout"
        except (aiohttp.ClientError, OSError, ValueError):
            failed = "network"
        # Raised out here, so that no traceback leads back to the address.
        if failed:
            raise SendError(Fault.AGAIN, None, failed)
        if not 200 <= status < 300:
            raise (
                SendError(Fault.OURS, None, "file_gone") if (method, status) == ("GET", 404) else refusal(status, said)
            )
        return said

    def _open(self) -> aiohttp.ClientSession:
        if self._closed:
            raise SendError(Fault.AGAIN, None, "closed")
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections), cookie_jar=aiohttp.DummyCookieJar()
            )
        return self._session


@cache
def _within(seconds: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=seconds, sock_connect=CONNECT_SECONDS)


_JSON = {"Content-Type": "application/json"}
_as_json = json.JSONEncoder(separators=(",", ":")).encode


def _json(parameters: Mapping[str, object] | None) -> dict[str, Any]:
    return {} if parameters is None else {"data": _as_json(parameters).encode(), "headers": _JSON}


def _form(parameters: Mapping[str, object], files: Mapping[str, tuple[str, bytes, str]]) -> aiohttp.FormData:
    form = aiohttp.FormData()
    for field, value in parameters.items():
        if field not in files:
            form.add_field(field, value if isinstance(value, str) else json.dumps(value))
    for field, (name, content, kind) in files.items():
        form.add_field(field, content, filename=name, content_type=kind)
    return form


def parse(body: bytes) -> dict[str, Any]:
    """A successful answer of the Bot API. Raises `SendError`."""
    answer = _object(body)
    if "result" not in answer:
        raise SendError(Fault.AGAIN, None, "garbled")
    return answer


def refusal(status: int, body: bytes) -> SendError:
    """What an unsuccessful answer means, https://core.telegram.org/bots/api#making-requests"""
    answer = _object(body)
    parameters = answer.get("parameters")
    parameters = parameters if isinstance(parameters, dict) else {}
    if status == 429:
        return SendError(Fault.AGAIN_AFTER, _seconds(parameters.get("retry_after")), "flood")
    if "migrate_to_chat_id" in parameters:
        return SendError(Fault.GONE, None, "moved")
    if status >= 500:
        return SendError(Fault.AGAIN, None, "server")
    said = str(answer.get("description", "")).lower()
    for refused, words, fault, reason in REFUSALS:
        if status == refused and words in said:
            return SendError(fault, None, reason)
    return SendError(Fault.OURS, None, "refused")


def _seconds(wait: object) -> float:
    is_number = isinstance(wait, int | float) and not isinstance(wait, bool)
    return min(float(wait), LONGEST_WAIT) if is_number and wait > 0 else 1.0  # type: ignore[arg-type, operator]


def _object(body: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}


async def _body(answer: aiohttp.ClientResponse) -> bytes:
    if answer.content_length is not None and answer.content_length <= LARGEST_FILE:
        return await answer.read()
    body = bytearray()
    async for piece in answer.content.iter_chunked(65_536):
        body += piece
        if len(body) > LARGEST_FILE:
            raise SendError(Fault.OURS, None, "too_large")
    return bytes(body)

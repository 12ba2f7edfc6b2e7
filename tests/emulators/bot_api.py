"""A Bot API server of our own, for real requests over a real loopback port.

    async with BotApi() as api:
        channel = Telegram(api.token, api_url=api.url)
        person = api.person(language_code="ar")
        await person.says("hello")
        shown = await person.hears()

It refuses what the official server refuses, and does on order what networks do (`order`).
"""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Any, Literal, Self

from aiohttp import web

from tests.emulators.bot_api_people import Chat, Group, Person, Shown, Upload, rows_of
from tests.emulators.bot_api_schema import Refused, check, method_name
from tests.emulators.bot_api_updates import Updates, Webhook

LARGEST_FILE = 20 * 1024 * 1024
LARGEST_UPLOAD = 50 * 1024 * 1024  # https://core.telegram.org/bots/api#senddocument

Parameters = dict[str, Any]
Answer = Literal["429", "403", "400", "500", "hang", "drop", "garbage", "odd"]


@dataclass(frozen=True)
class Asked:
    """A request as it was understood, and the status it was answered with (0: not at all)."""

    method: str
    parameters: Mapping[str, Any]
    status: int
    at: float


@dataclass
class Order:
    """What the next requests of a method are answered, but for the first few: so many times, or a share for good."""

    answer: Answer
    method: str
    times: int
    share: float
    retry_after: int
    after: int


class Bucket:
    """A token bucket: `rate` a second, at most `burst` at once."""

    def __init__(self, rate: float, burst: float) -> None:
        self.rate, self.burst, self.left, self.at = rate, burst, burst, time.monotonic()

    def take(self) -> float:
        """0 when there was one to take, else seconds until there is."""
        now = time.monotonic()
        self.left, self.at = min(self.burst, self.left + (now - self.at) * self.rate), now
        if self.left < 1:
            return (1 - self.left) / self.rate
        self.left -= 1
        return 0.0


class BotApi:
    """One bot account. Rates: `per_second` sends overall; `chat_burst` to one chat, then `chat_per_second`."""

    def __init__(
        self,
        token: str = "7000001:emulated-token",  # noqa: S107
        *,
        per_second: float = 30.0,
        chat_per_second: float = 1.0,
        chat_burst: float = 20.0,
        webhook_pauses: tuple[float, float] = (0.05, 1.0),
        latency: float = 0.0,
        first_update_id: int = 500_000_001,
    ) -> None:
        self.token = token
        self.me: dict[str, Any] = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": "Sempre",
            "username": "sempre_bot",
        }
        self.latency = latency
        self.updates = Updates(first_update_id, *webhook_pauses)
        self.requests: list[Asked] = []
        self.queries: dict[str, int] = {}  # presses not answered yet → chat
        self.commands: dict[str, list[dict[str, str]]] = {}  # language → what setMyCommands set
        self.chats: dict[int, Chat] = {}
        self.left: list[int] = []
        self.files: dict[str, tuple[str, bytes, int]] = {}
        self._orders: list[Order] = []
        self._dice = random.Random(7)  # noqa: S311
        self._overall = Bucket(per_second, per_second)
        self._chat_rate = (chat_per_second, chat_burst)
        self._buckets: dict[int, Bucket] = {}
        self._number = 100
        self._edit_date = 0
        self._runner: web.AppRunner | None = None
        self._stopping = asyncio.Event()
        self.port = 0

    # -- running ----------------------------------------------------------------------------------

    async def start(self, port: int = 0) -> None:
        app = web.Application(client_max_size=60 * 1024 * 1024)
        app.router.add_route("*", "/bot{token}/{method}", self._serve)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        self._stopping.clear()
        self._runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.2, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        self._stopping.set()
        await self.updates.close()
        if self._runner is not None:
            await self._runner.cleanup()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _tb: TracebackType | None
    ) -> None:
        await self.stop()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    # -- for tests --------------------------------------------------------------------------------

    def person(self, chat_id: int | None = None, language_code: str | None = None, name: str = "Test") -> Person:
        chat = Chat(self.me["id"] * 10 + len(self.chats) if chat_id is None else chat_id)
        return Person(self, self.chats.setdefault(chat.id, chat), language_code, name)

    def group(self, chat_id: int = -100_500, kind: str = "group") -> Group:
        return Group(self, self.chats.setdefault(chat_id, Chat(chat_id, kind)))

    def order(
        self,
        answer: Answer,
        method: str = "sendMessage",
        *,
        times: int = 1,
        share: float = 0.0,
        retry_after: int = 1,
        after: int = 0,
    ) -> None:
        """The next `times` requests of `method` get this answer, `after` so many that do not; with a `share`, that
        part of all of them."""
        self._orders.append(Order(answer, method, times, share, retry_after, after))

    def no_more_orders(self) -> None:
        self._orders.clear()

    def calls(self, method: str) -> list[Asked]:
        return [asked for asked in self.requests if asked.method == method]

    def next_number(self) -> int:
        self._number += 1
        return self._number

    def next_edit_date(self) -> int:
        # Two edits of one test happen within one second, two edits of a person do not.
        self._edit_date = max(int(time.time()), self._edit_date + 1)
        return self._edit_date

    def new_query(self, chat: int) -> str:
        query = str(4_000_000_000_000_000_000 + self.next_number())
        self.queries[query] = chat
        return query

    def keep_file(self, kind: str, content: bytes, size: int | None) -> str:
        ref = f"AgAD{kind}{self.next_number():08d}"
        self.files[ref] = (f"{kind}/file_{len(self.files)}", content, len(content) if size is None else size)
        return ref

    # -- requests ---------------------------------------------------------------------------------

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        if self.latency:
            await asyncio.sleep(self.latency)
        method, given = request.match_info["method"], dict[str, Any]()
        try:
            if request.match_info["token"] != self.token:
                raise Refused(401, "Unauthorized")
            method = method_name(method)
            given, uploads = await _parameters(request)
            parameters = check(method, given) | uploads
            carry_out = self._methods().get(method)
            if carry_out is None:
                raise Refused(404, f"Not Found: the emulator has no {method}")
            ordered = self._take_order(method)
            if ordered is not None and ordered.answer != "drop":
                return await self._as_ordered(ordered, method, given)
            result = await carry_out(parameters)
            if ordered is not None:
                return self._cut(request, method, given)
        except Refused as refused:
            return self._answer(method, given, refused.status, refused.description, refused.parameters)
        self.requests.append(Asked(method, given, 200, time.monotonic()))
        return web.json_response({"ok": True, "result": result})

    def _answer(
        self, method: str, given: Parameters, status: int, said: str, parameters: Mapping[str, int] | None = None
    ) -> web.Response:
        self.requests.append(Asked(method, given, status, time.monotonic()))
        body: dict[str, Any] = {"ok": False, "error_code": status, "description": said}
        if parameters:
            body["parameters"] = parameters
        return web.json_response(body, status=status)

    def _take_order(self, method: str) -> Order | None:
        for ordered in self._orders:
            if ordered.method != method:
                continue
            if ordered.after > 0:
                ordered.after -= 1
            elif ordered.share:
                if self._dice.random() < ordered.share:
                    return ordered
            elif ordered.times > 0:
                ordered.times -= 1
                return ordered
        return None

    async def _as_ordered(self, ordered: Order, method: str, given: Parameters) -> web.StreamResponse:
        match ordered.answer:
            case "429":
                wait = ordered.retry_after
                return self._answer(method, given, 429, f"Too Many Requests: retry after {wait}", {"retry_after": wait})
            case "403":
                return self._answer(method, given, 403, "Forbidden: bot was blocked by the user")
            case "400":
                return self._answer(method, given, 400, "Bad Request: ordered by a test")
            case "garbage":
                self.requests.append(Asked(method, given, 200, time.monotonic()))
                return web.Response(text="<html>not the Bot API</html>", content_type="text/html")
            case "odd":
                self.requests.append(Asked(method, given, 200, time.monotonic()))
                return web.json_response({"ok": True, "result": "not what is documented"})
            case "hang":
                self.requests.append(Asked(method, given, 0, time.monotonic()))
                await self._stopping.wait()
        return self._answer(method, given, 500, "Internal Server Error")

    def _cut(self, request: web.Request, method: str, given: Parameters) -> web.Response:
        self.requests.append(Asked(method, given, 0, time.monotonic()))
        if request.transport is not None:
            request.transport.abort()
        return web.Response()

    async def _download(self, request: web.Request) -> web.Response:
        for path, content, _ in self.files.values():
            if request.match_info["token"] == self.token and path == request.match_info["path"]:
                return web.Response(body=content)
        return web.json_response({"ok": False, "error_code": 404, "description": "Not Found"}, status=404)

    # -- methods ----------------------------------------------------------------------------------

    def _methods(self) -> Mapping[str, Callable[[Parameters], Awaitable[Any]]]:
        return {
            "getMe": self._get_me,
            "getUpdates": self._get_updates,
            "setWebhook": self._set_webhook,
            "deleteWebhook": self._delete_webhook,
            "getWebhookInfo": self._get_webhook_info,
            "setMyCommands": self._set_my_commands,
            "sendMessage": self._send,
            "sendDocument": self._send,
            "sendVoice": self._send,
            "sendChatAction": self._send_chat_action,
            "editMessageText": self._edit,
            "editMessageReplyMarkup": self._edit,
            "answerCallbackQuery": self._answer_callback_query,
            "getFile": self._get_file,
            "leaveChat": self._leave_chat,
        }

    async def _get_me(self, _: Parameters) -> Any:
        more = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}
        return {**self.me, **more}

    async def _get_updates(self, asked: Parameters) -> Any:
        if "allowed_updates" in asked:
            self.updates.allowed = asked["allowed_updates"]
        return await self.updates.get(asked.get("offset"), asked.get("limit", 100), asked.get("timeout", 0))

    async def _set_webhook(self, asked: Parameters) -> Any:
        if not asked["url"].startswith(("https://", "http://")):
            raise Refused(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
        if "allowed_updates" in asked:
            self.updates.allowed = asked["allowed_updates"]
        if asked.get("drop_pending_updates"):
            self.updates.pending.clear()
        webhook = Webhook(asked["url"], asked.get("secret_token", ""), asked.get("max_connections", 40))
        await self.updates.set_webhook(webhook)
        return True

    async def _delete_webhook(self, asked: Parameters) -> Any:
        if asked.get("drop_pending_updates"):
            self.updates.pending.clear()
        await self.updates.set_webhook(None)
        return True

    async def _get_webhook_info(self, _: Parameters) -> Any:
        return self.updates.info()

    async def _set_my_commands(self, asked: Parameters) -> Any:
        self.commands[asked.get("language_code", "")] = asked["commands"]
        return True

    async def _send(self, asked: Parameters) -> Any:
        chat = self._writable(asked["chat_id"])
        self._pace(chat)
        media = next((field for field in ("document", "voice") if field in asked), "text")
        text = str(asked.get("text", asked.get("caption", "")))
        sent = asked.get(media)
        upload = sent if isinstance(sent, Upload) else None
        if upload is not None and not 0 < len(upload.content) <= LARGEST_UPLOAD:
            raise Refused(413, "Request Entity Too Large")
        shown = Shown(self.next_number(), text, rows_of(asked.get("reply_markup")), media=media, upload=upload)
        chat.show(shown)
        return self._message(chat, shown)

    async def _edit(self, asked: Parameters) -> Any:
        chat = self._writable(asked["chat_id"])
        self._pace(chat)
        number = asked["message_id"]
        if number in chat.own:
            raise Refused(400, "Bad Request: message can't be edited")
        old = chat.shown.get(number)
        if old is None:
            raise Refused(400, "Bad Request: message to edit not found")
        new = replace(
            old, text=str(asked.get("text", old.text)), buttons=rows_of(asked.get("reply_markup")), edited=True
        )
        if (new.text, new.buttons) == (old.text, old.buttons):
            raise Refused(
                400,
                "Bad Request: message is not modified: specified new message content and reply markup are exactly the "
                "same as a current content and reply markup of the message",
            )
        chat.show(new)
        return self._message(chat, new)

    async def _send_chat_action(self, asked: Parameters) -> Any:
        self._writable(asked["chat_id"])
        return True

    async def _answer_callback_query(self, asked: Parameters) -> Any:
        if self.queries.pop(asked["callback_query_id"], None) is None:
            raise Refused(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        return True

    async def _get_file(self, asked: Parameters) -> Any:
        known = self.files.get(asked["file_id"])
        if known is None:
            raise Refused(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        path, _, size = known
        if size > LARGEST_FILE:
            raise Refused(400, "Bad Request: file is too big")
        return {"file_id": asked["file_id"], "file_unique_id": "u", "file_size": size, "file_path": path}

    async def _leave_chat(self, asked: Parameters) -> Any:
        chat = self._writable(asked["chat_id"])
        if chat.type == "private":
            raise Refused(400, "Bad Request: chat member status can't be changed in private chats")
        chat.refuses = (403, f"Forbidden: bot is not a member of the {chat.type} chat")
        self.left.append(chat.id)
        return True

    def _writable(self, chat_id: int | str) -> Chat:
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise Refused(400, "Bad Request: chat not found")
        if chat.moved_to is not None:
            said = "Bad Request: group chat was upgraded to a supergroup chat"
            raise Refused(400, said, migrate_to_chat_id=chat.moved_to)
        if chat.refuses is not None:
            raise Refused(*chat.refuses)
        return chat

    def _pace(self, chat: Chat) -> None:
        bucket = self._buckets.setdefault(chat.id, Bucket(*self._chat_rate))
        wait = self._overall.take() or bucket.take()
        if wait:
            seconds = int(wait) + 1  # the platform counts whole seconds
            raise Refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)

    def _message(self, chat: Chat, shown: Shown) -> dict[str, Any]:
        place = {"id": chat.id, "type": chat.type}
        found: dict[str, Any] = {"message_id": shown.id, "date": int(time.time()), "chat": place, "from": self.me}
        if shown.buttons:
            keys = [[{"text": label, "callback_data": payload} for label, payload in row] for row in shown.buttons]
            found["reply_markup"] = {"inline_keyboard": keys}
        return {**found, "text" if shown.media == "text" else "caption": shown.text}


async def _parameters(request: web.Request) -> tuple[Parameters, dict[str, Upload]]:
    """From the query, a form, a multipart body or JSON: the Bot API takes all four. The files by their fields."""
    found: Parameters = dict(request.query)
    if request.content_type == "application/json":
        try:
            body = json.loads(await request.read())
        except ValueError:
            raise Refused(400, "Bad Request: can't parse JSON object") from None
        if not isinstance(body, dict):
            raise Refused(400, "Bad Request: object expected as JSON body")
        return found | body, {}
    uploads = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            uploads[name] = Upload(value.filename, value.content_type, value.file.read())
            found[name] = f"attach://{name}"  # as a file_id would stand there
        else:
            found[name] = value
    return found, uploads

"""(c) The bare reference: durable and nothing else. Update.de_json, plain sqlite3, everything that waits in one commit
before the 200, and PTB's types and client (over aiohttp) to send. No language, no panel, no seal, no retry.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import sys
from typing import Any

import aiohttp
import uvloop
from aiohttp import web
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.request import BaseRequest, RequestData

STEPS = {
    "language": ("consent", "May we save it?", ("consent:yes", "consent:no")),
    "consent": ("topic", "What is it about?", ("topic:MOB", "topic:HEA", "topic:HOM")),
    "topic": ("detail", "More exactly?", ("detail:MOB.no_bus", "detail:MOB.other")),
    "detail": ("place", "Where do you live?", ()),
    "place": ("urgency", "When?", ("urgency:now", "urgency:week")),
    "urgency": ("check", "Is this right?", ("check:send", "check:change")),
    "check": (None, "Thank you.", ()),
}


class Requests(BaseRequest):
    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return 5

    async def initialize(self) -> None:
        self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=100))

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        assert self._session is not None
        data = None if request_data is None else request_data.json_parameters
        async with self._session.request(method, url, data=data) as answer:
            return answer.status, await answer.read()


class Reference:
    def __init__(self, bot: Bot, folder: str) -> None:
        self._bot = bot
        self._database = sqlite3.connect(f"{folder}/submissions.db", isolation_level=None, check_same_thread=False)
        self._database.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            "CREATE TABLE seen (id INTEGER PRIMARY KEY); CREATE TABLE talks (chat INTEGER PRIMARY KEY, state TEXT);"
            "CREATE TABLE submissions (chat INTEGER, told TEXT);"
            "CREATE TABLE outbox (id INTEGER PRIMARY KEY, chat INTEGER, text TEXT, buttons TEXT,"
            " sent INTEGER DEFAULT 0)"
        )
        self._waiting: list[tuple[Update, asyncio.Future[None]]] = []
        self._awake = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._sent: list[int] = []

    async def hook(self, request: web.Request) -> web.Response:
        update = Update.de_json(json.loads(await request.read()), self._bot)
        done = asyncio.get_running_loop().create_future()
        self._waiting.append((update, done))
        self._awake.set()
        await done
        return web.Response()

    async def run(self) -> None:
        while True:
            await self._awake.wait()
            self._awake.clear()
            batch, self._waiting = self._waiting, []
            sent, self._sent = self._sent, []
            out = await asyncio.to_thread(self._commit, [update for update, _ in batch], sent)
            for _, done in batch:
                done.set_result(None)
            for row in out:
                task = asyncio.create_task(self._send(*row))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)

    def _commit(self, updates: list[Update], sent: list[int]) -> list[tuple[int, int, str, str, str | None]]:
        database, out = self._database, []
        database.execute("BEGIN IMMEDIATE")
        database.executemany("UPDATE outbox SET sent = 1 WHERE id = ?", [(one,) for one in sent])
        for update in updates:
            if not database.execute("INSERT OR IGNORE INTO seen VALUES (?)", (update.update_id,)).rowcount:
                continue
            chat, said, query = _heard(update)
            row = database.execute("SELECT state FROM talks WHERE chat = ?", (chat,)).fetchone()
            state: dict[str, Any] = json.loads(row[0]) if row else {"step": None}
            step = state["step"]
            if step is None:
                state, text, payloads = (
                    {"step": "language", "story": said},
                    "Which language?",
                    ("language:en", "language:ar"),
                )
            else:
                state[step] = said
                following, text, payloads = STEPS[step]
                state["step"] = following
                if following is None:
                    database.execute("INSERT INTO submissions VALUES (?, ?)", (chat, json.dumps(state)))
            database.execute("INSERT OR REPLACE INTO talks VALUES (?, ?)", (chat, json.dumps(state)))
            buttons = json.dumps(payloads)
            number = database.execute(
                "INSERT INTO outbox (chat, text, buttons) VALUES (?, ?, ?)", (chat, text, buttons)
            ).lastrowid
            out.append((int(number or 0), chat, text, buttons, query))
        database.execute("COMMIT")
        return out

    async def _send(self, number: int, chat: int, text: str, buttons: str, query: str | None) -> None:
        rows = [[InlineKeyboardButton(one, callback_data=one)] for one in json.loads(buttons)]
        if query is not None:
            await self._bot.answer_callback_query(query)
        await self._bot.send_message(chat, text, reply_markup=InlineKeyboardMarkup(rows) if rows else None)
        self._sent.append(number)


def _heard(update: Update) -> tuple[int, str, str | None]:
    if update.callback_query is not None:
        return update.callback_query.from_user.id, update.callback_query.data or "", update.callback_query.id
    assert update.message is not None
    return update.message.chat.id, update.message.text or "", None


async def main(port: int, api: str, token: str, folder: str) -> None:
    bot = Bot(token, base_url=f"{api}/bot", request=Requests())
    await bot.initialize()
    reference = Reference(bot, folder)
    app = web.Application()
    app.router.add_post("/hook", reference.hook)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await bot.set_webhook(f"http://127.0.0.1:{port}/hook")
    await reference.run()


if __name__ == "__main__":
    uvloop.run(main(int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]))

"""(b) aiogram: its FSM with RedisStorage, behind its aiohttp webhook."""

from __future__ import annotations

import sqlite3
import sys

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.redis import RedisStorage
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

router = Router()


class Need(StatesGroup):
    language = State()
    consent = State()
    topic = State()
    detail = State()
    place = State()
    urgency = State()
    check = State()


def keyboard(*payloads: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text=one, callback_data=one)] for one in payloads]
    )


NEXT = {
    "language": (Need.consent, "May we save it?", ("consent:yes", "consent:no")),
    "consent": (Need.topic, "What is it about?", ("topic:MOB", "topic:HEA", "topic:HOM")),
    "topic": (Need.detail, "More exactly?", ("detail:MOB.no_bus", "detail:MOB.other")),
    "detail": (Need.place, "Where do you live?", ()),
    "urgency": (Need.check, "Is this right?", ("check:send", "check:change")),
}


@router.message(Need.place, F.text)
async def place(message: Message, state: FSMContext) -> None:
    await state.update_data(place=message.text)
    await state.set_state(Need.urgency)
    await message.answer("When?", reply_markup=keyboard("urgency:now", "urgency:week"))


@router.message(F.text)
async def begin(message: Message, state: FSMContext) -> None:
    await state.update_data(story=message.text)
    await state.set_state(Need.language)
    await message.answer("Which language?", reply_markup=keyboard("language:en", "language:ar"))


@router.callback_query(Need.check)
async def send(query: CallbackQuery, state: FSMContext) -> None:
    await query.answer()
    told = await state.get_data()
    with DATABASE:
        DATABASE.execute("INSERT INTO submissions (chat, told) VALUES (?, ?)", (query.from_user.id, str(told)))
    await state.clear()
    if query.message is not None:
        await query.message.answer("Thank you.")


@router.callback_query()
async def pressed(query: CallbackQuery, state: FSMContext) -> None:
    await query.answer()
    key = (query.data or "").partition(":")[0]
    following, text, payloads = NEXT[key]
    await state.update_data({key: query.data})
    await state.set_state(following)
    if query.message is not None:
        await query.message.answer(text, reply_markup=keyboard(*payloads) if payloads else None)


def main(port: int, api: str, token: str, redis: str) -> None:
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(api)))
    dispatcher = Dispatcher(storage=RedisStorage.from_url(redis))
    dispatcher.include_router(router)

    async def started() -> None:
        await bot.set_webhook(f"http://127.0.0.1:{port}/hook")

    dispatcher.startup.register(started)
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot).register(app, path="/hook")
    setup_application(app, dispatcher, bot=bot)
    web.run_app(app, host="127.0.0.1", port=port, access_log=None, print=None)


if __name__ == "__main__":
    DATABASE = sqlite3.connect(f"{sys.argv[4]}/submissions.db")
    DATABASE.execute("CREATE TABLE submissions (chat INTEGER, told TEXT)")
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[5])

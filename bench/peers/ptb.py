"""(a) python-telegram-bot: ConversationHandler with PicklePersistence, as its own examples put them together."""

from __future__ import annotations

import sqlite3
import sys
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

LANGUAGE, CONSENT, TOPIC, DETAIL, PLACE, URGENCY, CHECK = range(7)
Context = ContextTypes.DEFAULT_TYPE


def keyboard(*payloads: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(one, callback_data=one)] for one in payloads])


async def begin(update: Update, context: Context) -> int:
    assert update.message is not None and context.user_data is not None
    context.user_data["story"] = update.message.text
    await update.message.reply_text("Which language?", reply_markup=keyboard("language:en", "language:ar"))
    return LANGUAGE


def pressed(key: str, text: str, following: int, *payloads: str) -> Any:
    async def handler(update: Update, context: Context) -> int:
        query = update.callback_query
        assert query is not None and context.user_data is not None and update.effective_chat is not None
        await query.answer()
        context.user_data[key] = query.data
        await context.bot.send_message(update.effective_chat.id, text, reply_markup=keyboard(*payloads))
        return following

    return CallbackQueryHandler(handler, pattern=f"^{key}:")


async def place(update: Update, context: Context) -> int:
    assert update.message is not None and context.user_data is not None
    context.user_data["place"] = update.message.text
    await update.message.reply_text("When?", reply_markup=keyboard("urgency:now", "urgency:week"))
    return URGENCY


async def send(update: Update, context: Context) -> int:
    query = update.callback_query
    assert query is not None and context.user_data is not None and update.effective_chat is not None
    await query.answer()
    with DATABASE:
        DATABASE.execute(
            "INSERT INTO submissions (chat, told) VALUES (?, ?)", (update.effective_chat.id, str(context.user_data))
        )
    context.user_data.clear()
    await context.bot.send_message(update.effective_chat.id, "Thank you.")
    return ConversationHandler.END


def main(port: int, api: str, token: str, folder: str) -> None:
    application = (
        Application.builder()
        .token(token)
        .base_url(f"{api}/bot")
        .persistence(PicklePersistence(filepath=f"{folder}/talks.pickle"))
        .build()
    )
    application.add_handler(
        ConversationHandler(
            entry_points=[MessageHandler(filters.TEXT & ~filters.COMMAND, begin)],
            states={
                LANGUAGE: [pressed("language", "May we save it?", CONSENT, "consent:yes", "consent:no")],
                CONSENT: [pressed("consent", "What is it about?", TOPIC, "topic:MOB", "topic:HEA", "topic:HOM")],
                TOPIC: [pressed("topic", "More exactly?", DETAIL, "detail:MOB.no_bus", "detail:MOB.other")],
                DETAIL: [pressed("detail", "Where do you live?", PLACE)],
                PLACE: [MessageHandler(filters.TEXT & ~filters.COMMAND, place)],
                URGENCY: [pressed("urgency", "Is this right?", CHECK, "check:send", "check:change")],
                CHECK: [CallbackQueryHandler(send, pattern="^check:")],
            },
            fallbacks=[],
            name="need",
            persistent=True,
        )
    )
    application.run_webhook(
        "127.0.0.1", port, "hook", webhook_url=f"http://127.0.0.1:{port}/hook", drop_pending_updates=False
    )


if __name__ == "__main__":
    DATABASE = sqlite3.connect(f"{sys.argv[4]}/submissions.db")
    DATABASE.execute("CREATE TABLE submissions (chat INTEGER, told TEXT)")
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4])

"""What is left to do for a row that cannot be turned: its person hears that somebody will look, staff are called."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.safety import CLASSES
from dialogs.terms import Say, Words
from storage import alarms, conversations, outbox
from storage.inbox import Waiting
from storage.outbox import Parcel


def apology(words: Words, wished: Sequence[str | None], crisis: str | None) -> Say:
    """That somebody will look, in the first language wished that we speak. In danger, whom to call comes first."""
    language = next((code for code in wished if code and code in words.languages), words.languages[0])
    said = [words.text(language, "phrase.parked")]
    if crisis in CLASSES:
        said = [
            words.text(language, f"phrase.crisis.{crisis}"),
            "\n".join(words.help_lines(language, (crisis,))),
            *said,
        ]
    return Say(tuple(said), language=language)


async def say_so(conn: AsyncConnection, words: Words, row: Waiting, now: datetime, *, ring: bool = True) -> None:
    """To whoever wrote this row, even where their conversation cannot be read. `ring`: staff are called as well."""
    held = await conversations.bare(conn, row.lane)
    if held is None and row.address:
        held = (await conversations.hold(conn, {row.lane: (row.channel, row.address)}, now)).get(row.lane)
    if held is None:
        return  # they never had an answer of ours, and their address is what does not open
    crisis = row.heard.readings.crisis
    if crisis is not None and ring:
        await alarms.ring(conn, held, crisis, now)
    said = apology(words, (held.conversation.language, row.heard.device_language), crisis)
    await outbox.put(conn, [Parcel(held.id, held.contact_id, held.channel, "reply", "say", said, row.id)], now)
    if crisis is not None:
        await outbox.hurry(conn, {held.id}, now)

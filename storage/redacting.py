"""Wherever the words of one submission stand: they are counted there, or written over for good (`storage.masking`)."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import Any

from sqlalchemy import Column, Table, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs import record
from dialogs.terms import Answer, Conversation, Heard, Say, Sort
from storage import masks as hiding
from storage.masks import GONE, hide
from storage.places import place_hash
from storage.submissions import CODED
from storage.tables import conversations, inbox, outbox, submission_events, submission_words, submissions
from storage.tables_casework import (
    break_glass,
    masks,
    message_replies,
    notes,
    staff_messages,
    translations,
    voice_drafts,
    voice_texts,
)

SLICE = 500
TOLD = frozenset({Sort.TEXT, Sort.FILE, Sort.EDIT, Sort.STAFF})
"""What is heard in words; of the others the text is a payload or a code."""

TEXTS: tuple[tuple[Table, Column[Any]], ...] = (
    (submission_words, submission_words.c.text),
    (message_replies, message_replies.c.text),
    (notes, notes.c.text),
    (translations, translations.c.text),
    (voice_texts, voice_texts.c.text),
    (voice_drafts, voice_drafts.c.text),
    (staff_messages, staff_messages.c.text),
    (submission_events, submission_events.c.reason),
    (break_glass, break_glass.c.reason),
)
"""Tables of a submission with words in one column."""


class Texts:
    """Wherever the words of a submission stand, in its own rows and in the talk of its person."""

    def __init__(self, conn: AsyncConnection, row: Any, hidden: re.Pattern[str]) -> None:
        self.conn = conn
        self.row = row
        self.hidden = hidden
        self.found = 0

    async def count(self) -> int:
        return await self._through(write=False)

    async def overwrite(self) -> int:
        return await self._through(write=True)

    def _gone(self, text: str) -> str:
        left, times = self.hidden.subn(lambda _: GONE, text)
        self.found += times
        return left

    async def _through(self, *, write: bool) -> int:
        for table, column in TEXTS:
            rows = select(table.c.id, column).where(table.c.submission_id == self.row.id, column.is_not(None))
            for number, text in (await self.conn.execute(rows)).all():
                await self._keep(write, table, number, column, text, self._gone(text))
        await self._answers(write)
        await self._talk(write)
        if write:
            await self._masks()
        return self.found

    async def _keep(self, write: bool, table: Table, number: int, column: Column[Any], old: Any, new: Any) -> None:
        if write and new != old:
            await self.conn.execute(update(table).where(table.c.id == number).values({column: new}))

    def _answer(self, one: Answer) -> Answer:
        if one.question in CODED:
            return one
        for text in (one.value, one.label, *(part.text for part in one.parts), *(was.value for was in one.earlier)):
            self._gone(text or "")
        return hiding.answer(one, self.hidden, GONE)

    async def _answers(self, write: bool) -> None:
        before = self.found
        left = [self._answer(record.load_answer(one)) for one in self.row.answers]
        values: dict[str, Any] = {}
        if self.found > before:
            values["answers"] = record.dump(left)
        if self.row.place is not None and (place := hide(self.row.place, self.hidden, GONE)) != self.row.place:
            values |= {"place": place, "place_hash": place_hash(place or "")}
        if write and values:
            await self.conn.execute(update(submissions).where(submissions.c.id == self.row.id).values(**values))

    async def _talk(self, write: bool) -> None:
        mine = conversations.c.id == self.row.conversation_id
        if self.row.person_id is not None:
            mine = or_(mine, conversations.c.person_id == self.row.person_id)
        wanted = select(conversations.c.id, conversations.c.lane, conversations.c.state).where(mine).with_for_update()
        for chat in (await self.conn.execute(wanted)).all():
            await self._draft(write, chat)
            async for number, data in self._pages(inbox, inbox.c.heard, inbox.c.lane == chat.lane):
                await self._noun(write, inbox, inbox.c.heard, number, data, self._heard)
            async for number, data in self._pages(outbox, outbox.c.say, outbox.c.conversation_id == chat.id):
                await self._noun(write, outbox, outbox.c.say, number, data, self._said)

    async def _draft(self, write: bool, chat: Any) -> None:
        """What they are just telling, or putting right. A turn that runs meanwhile is done again, by the version."""
        before = self.found
        held = record.load_conversation(chat.state)
        forms = tuple(replace(form, answers=tuple(self._answer(one) for one in form.answers)) for form in held.forms)
        kept = tuple(replace(one, text=self._gone(one.text)) if one.text else one for one in held.kept)
        if write and self.found > before:
            changed: Conversation = replace(held, forms=forms, kept=kept)
            values = {"state": record.dump(changed), "version": conversations.c.version + 1}
            await self.conn.execute(update(conversations).where(conversations.c.id == chat.id).values(**values))

    async def _noun(
        self, write: bool, table: Table, column: Column[Any], number: int, data: Any, change: Callable[[Any], Any]
    ) -> None:
        before = self.found
        changed = change(data)
        if self.found > before:
            await self._keep(write, table, number, column, data, record.dump(changed))

    async def _pages(self, table: Table, column: Column[Any], mine: Any) -> AsyncIterator[tuple[int, Any]]:
        after = 0
        while True:
            page = select(table.c.id, column).where(mine, table.c.id > after).order_by(table.c.id).limit(SLICE)
            rows = (await self.conn.execute(page)).all()
            for number, data in rows:
                if data is not None:
                    yield number, data
            if len(rows) < SLICE:
                return
            after = rows[-1][0]

    def _heard(self, data: Any) -> Heard:
        heard = record.load_heard(data)
        return replace(heard, text=self._gone(heard.text)) if heard.text and heard.sort in TOLD else heard

    def _said(self, data: Any) -> Say:
        say = record.load_say(data)
        rows = tuple(tuple(replace(one, label=self._gone(one.label)) for one in row) for row in say.buttons)
        return replace(say, paragraphs=tuple(self._gone(text) for text in say.paragraphs), buttons=rows)

    async def _masks(self) -> None:
        mine = select(masks.c.id, masks.c.text).where(masks.c.submission_id == self.row.id)
        for number, text in (await self.conn.execute(mine)).all():
            left = self.hidden.sub(GONE, text)
            if left == GONE:
                await self.conn.execute(delete(masks).where(masks.c.id == number))
            elif left != text:
                await self.conn.execute(update(masks).where(masks.c.id == number).values(text=left))

"""A talk at the desk as its page shows it: what is read to the person, and the same for staff in their language."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aiohttp import web

from admin import panel
from admin.panel import Panel
from admin.refusals import not_found
from dialogs.asking import Asking
from dialogs.terms import Button, Conversation, Say
from storage import desk
from storage.desk import Intake, Stand

PATIENCE = 8.0
"""Seconds that a page waits for an answer before it says that it is on its way."""

GLANCE = 0.05


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of the message. `own` is its label for staff, None where they read the person's language."""

    payload: str
    value: str
    label: str
    own: str | None
    on: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A message in parts. `marks`: of a question of several choices; `done` is the button that closes it.

    `others` change or keep something, `ways` lead out of the question. `own` are its paragraphs in `spoken`, the
    language of staff as far as we speak it.
    """

    say: Say
    own: Sequence[str]
    spoken: str
    choices: Sequence[Choice] = ()
    marks: Sequence[Choice] = ()
    done: Choice | None = None
    others: Sequence[Choice] = ()
    ways: Sequence[Choice] = ()


async def mine(request: web.Request) -> Intake:
    """Raises `Refused` where there is none, or it is a colleague's."""
    async with panel.of(request).database.read() as conn:
        found = await desk.find(conn, request.match_info["talk"][:64], request[panel.SESSION].staff.id)
    if found is None:
        raise not_found()
    return found


async def standing(on: Panel, of: Intake) -> Stand:
    """Where it stands once all that was entered is answered, or when patience ends."""
    end = asyncio.get_running_loop().time() + PATIENCE
    while True:
        async with on.database.read() as conn:
            found = await desk.stand(conn, of)
        if of.handed or (found.answered and found.say is not None) or asyncio.get_running_loop().time() > end:
            return found
        await asyncio.sleep(GLANCE)


def spoken(on: Panel, language: str) -> str:
    """The language of staff, where people are offered it as well; else the first that they are."""
    return language if language in on.words.languages else on.words.languages[0]


def shown(on: Panel, stand: Stand, language: str) -> Shown | None:
    if stand.say is None:
        return None
    say, reads = stand.say, spoken(on, language)
    asking = None if stand.conversation is None or reads == say.language else _asked(on, stand.conversation, say, reads)
    labels = {} if asking is None else {one.payload: one.label for row in asking.buttons() for one in row}
    found = Shown(say, () if asking is None else asking.paragraphs(), reads)
    sorts: dict[str, list[Choice]] = {"choices": [], "marks": [], "others": [], "ways": []}
    done = None
    for button in (button for row in say.buttons for button in row):
        choice = _choice(button, labels)
        sort = _sort(button)
        if sort == "done":
            done = choice
        else:
            sorts[sort].append(choice)
    return Shown(found.say, found.own, found.spoken, done=done, **sorts)


def _asked(on: Panel, conversation: Conversation, say: Say, language: str) -> Asking | None:
    """The question that stands open, as it would be put in that language; None where none does."""
    form = next((form for form in conversation.forms if form.draft == say.draft), None)
    dialog = None if form is None else on.scripts[form.dialog]
    question = None if dialog is None or say.question is None else dialog.question(say.question)
    if form is None or dialog is None or question is None:
        return None
    return Asking(conversation, form, dialog, question, on.words, language)


def _choice(button: Button, labels: Mapping[str, str]) -> Choice:
    _, _, value = button.payload.partition("~")[0].partition(":")
    own = labels.get(button.payload)
    label = button.label.removeprefix("✓ ")
    other = None if own is None else own.removeprefix("✓ ")
    return Choice(button.payload, value.lstrip("+-"), label, None if other == label else other, value.startswith("-"))


def _sort(button: Button) -> str:
    question, colon, value = button.payload.partition("~")[0].partition(":")
    if not colon:
        out = question.endswith(("!back", "!skip")) or question in ("!person", "!help", "!language", "!menu", "!delete")
        return "ways" if out else "others"
    if value == "done":
        return "done"
    if value[:1] in ("+", "-"):
        return "marks"
    return "choices" if button.number is not None else "others"

"""One phone, several people: each has a conversation of their own, and only one of them writes at a time.

The first (number 1) is the one that the platform's messages reach. `hears` says who of them hears a message; what
one of them changes about the phone, all see (`shown_to`, `learnt`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from dialogs.asking import Rows
from dialogs.forms import draft_code
from dialogs.step import Step
from dialogs.terms import Button, Conversation, Heard, Phone, Sort

MOST = 5  # people on one phone

_CHOSEN = re.compile(r"speaker:p([1-9])(?:~[0-9a-z]{1,12})?")

OF_NOBODY = frozenset({Sort.GROUP, Sort.BLOCKED, Sort.UNBLOCKED})  # about the chat itself
BY_ITSELF = frozenset({Sort.STATUS, Sort.STAFF, Sort.FOLLOW_UP, Sort.REMIND, Sort.MOVE, Sort.NEWS, Sort.HERE})

# -- around a step: for whoever holds the conversations -------------------------------------------


def hears(first: Conversation, heard: Heard) -> int:
    """The number of the person who hears what arrived in the chat of `first`.

    Whoever is chosen by a button, is answered by the platform's own means, or changed their message, is the one who
    writes from now on.
    """
    if heard.sort in OF_NOBODY | BY_ITSELF:
        return first.phone.number
    chosen = _CHOSEN.fullmatch(heard.text or "") if heard.sort is Sort.PRESS else None
    if chosen is not None and int(chosen[1]) in first.phone.people:
        return int(chosen[1])
    if heard.readings.person is not None:
        return heard.readings.person
    if heard.sort is Sort.EDIT and wrote(first, heard.message):
        return first.phone.number
    return first.phone.speaking


def wrote(conversation: Conversation, message: str | None) -> bool:
    """Whether the words of that message are known here."""
    answers = [answer for form in conversation.forms for answer in form.answers]
    known = {answer.message for answer in answers} | {part.message for answer in answers for part in answer.parts}
    known |= {kept.message for kept in conversation.kept}
    known |= {one for sent in conversation.sent for one in sent.messages}
    return message is not None and message in known


def shown_to(number: int, of: Conversation, first: Conversation) -> Conversation:
    """The conversation `of` this number, as it sees the phone now."""
    return replace(of, phone=replace(first.phone, number=number))


def learnt(first: Conversation, of: Conversation) -> Conversation:
    """The first conversation, after another one changed something about the phone."""
    return replace(first, phone=replace(of.phone, number=first.phone.number))


def next_speaker(heard: Heard, after: Conversation) -> int | None:
    """Whom this turn has made the one who writes; None where that did not change."""
    return after.phone.speaking if heard.sort not in OF_NOBODY | BY_ITSELF and after.phone.aside else None


# -- in a step ------------------------------------------------------------------------------------


def speak(step: Step) -> None:
    """Whoever is heard is the one who writes."""
    if not step.conversation.phone.aside:
        return
    step.change(phone=replace(step.conversation.phone, speaking=step.conversation.phone.number))
    if step.heard.sort is Sort.PRESS and _CHOSEN.fullmatch(step.heard.text or ""):
        arrive(step, "phrase.speaking")
    else:
        _close_question(step)
        # They answered or changed something older; what is written next is taken for theirs, so they are told.
        step.say("phrase.speaking", number=step.conversation.phone.number)


def _close_question(step: Step) -> None:
    for form in step.conversation.forms:
        if form.dialog == "speaker":
            step.close_form(form)


def arrive(step: Step, said: str) -> None:
    """From now on the person writes here: they are told so, and what stands open is asked."""
    step.drop_light_forms()
    if step.conversation.language is not None:
        step.say(said, number=step.conversation.phone.number)
        if step.top is None:
            step.open_form("menu")
    if step.conversation.page is not None and "page" in step.heard.can:
        step.first_rows = to_page(step)


def to_page(step: Step) -> Rows:
    return ((Button("!page", step.text("button.open_page")),),)


def offers(phone: Phone) -> tuple[str, ...]:
    """Who may be chosen as the one who writes."""
    people = sorted({*phone.people, phone.number})
    fresh = ("new",) if len(people) < MOST else ()
    return (*(f"p{number}" for number in people), *fresh)


def others(step: Step) -> Rows:
    """A way to each of the others, for one who leaves."""
    phone = step.conversation.phone
    numbers = [number for number in phone.people if number != phone.number]
    return tuple((Button(f"speaker:p{n}", step.text("button.as_person", number=n)),) for n in numbers)


def press(step: Step, value: str, draft: str | None) -> None:
    """A number may be chosen from anywhere. A new person is made once: a second tap of a shaky hand makes nobody."""
    form = step.top
    asked = form is not None and form.dialog == "speaker" and draft_code(form.draft) == draft
    known = value in offers(step.conversation.phone)
    if known and (asked or value != "new"):
        choose(step, value)
    elif not known:
        step.say("phrase.old_button")


def choose(step: Step, value: str) -> None:
    """From now on that person writes: another one is heard, and says so."""
    phone = step.conversation.phone
    free = (number for number in range(1, MOST + 1) if number not in {*phone.people, phone.number})
    number = next(free) if value == "new" else int(value[1:])
    if number == phone.number:
        _close_question(step)
    else:
        step.drop_light_forms()
        step.change(phone=replace(phone, speaking=number))
        step.quiet = True

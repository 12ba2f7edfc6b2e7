"""Buttons, new and old. Payloads (design.md §5):

<question>:<value>~<draft>      an answer; several choices +value, -value, done
<question>!back~<draft>         back, skip, more: for that question
change:<question>~<draft>       at the check: which answer to change
language:<code>                 from anywhere, also for a language that is not shown
speaker:p<number>~<draft>       who writes now, where several share a phone; without a draft from anywhere
!<word>                         a word of navigation
"""

from __future__ import annotations

import re
from dataclasses import replace

from dialogs import forms, moves, phone, safety
from dialogs.answering import answer, choose_language
from dialogs.answers import Chosen, Marked, pressed
from dialogs.asking import Asking
from dialogs.step import Step
from dialogs.terms import Answer, Form, Kind, Sent

WORD = re.compile(r"!([a-z]+)")
MOVE = re.compile(r"([a-z][a-z0-9_]*)!(back|skip|more)~([0-9a-z]{1,12})")
VALUE = re.compile(r"([a-z][a-z0-9_]*):([^~]+)~([0-9a-z]{1,12})")
SPEAKER = re.compile(r"speaker:(p[1-9]|new)(?:~([0-9a-z]{1,12}))?")
LANGUAGE = re.compile(r"language:([A-Za-z]{2,3}(?:-[A-Za-z]+)?)(?:~[0-9a-z]{1,12})?")


def press(step: Step) -> None:
    payload = step.heard.text or ""
    if match := WORD.fullmatch(payload):
        if not moves.go(step, match[1]):
            step.say("phrase.old_button")
    elif (match := LANGUAGE.fullmatch(payload)) and match[1] in step.words.languages:
        choose_language(step, match[1])
    elif match := SPEAKER.fullmatch(payload):
        phone.press(step, match[1], match[2])
    elif match := MOVE.fullmatch(payload):
        _move(step, match[1], match[2], int(match[3], 36))
    elif match := VALUE.fullmatch(payload):
        _value(step, match[1], match[2], int(match[3], 36))
    else:
        step.say("phrase.old_button")


def _form(step: Step, draft: int) -> Form | None:
    """The form of that draft, brought up from under a menu; if there is none, its button is explained."""
    form = next((form for form in step.conversation.forms if form.draft == draft), None)
    if form is not None:
        step.bring_up(form)
        return form
    _explain(step, next((sent for sent in step.conversation.sent if sent.draft == draft), None))
    return None


def _explain(step: Step, sent: Sent | None) -> None:
    """An old button never changes what was sent; a second Send repeats the reference."""
    if sent is None:
        step.say("phrase.old_button")
    elif (step.heard.text or "").startswith("check:send"):
        step.say("phrase.again_sent", reference=sent.reference)
    else:
        step.say("phrase.was_sent", reference=sent.reference)


def _move(step: Step, question: str, word: str, draft: int) -> None:
    """Back, skip or more for that question. A second tap of a shaky hand finds another question open: nothing moves."""
    if _form(step, draft) is None:
        return
    asking = step.open_question()
    if asking is not None and asking.question.key == question:
        moves.more(step, asking) if word == "more" else moves.MOVES[word](step)


def _value(step: Step, question: str, value: str, draft: int) -> None:
    form = _form(step, draft)
    asking = step.open_question()
    if form is None or asking is None:
        return
    if question == "change" and asking.dialog.submits:
        moves.change(step, asking, value)
    elif question == asking.question.key:
        if asking.question.kind is Kind.CHECK:
            asking = _at_rest(asking)
        answer(step, asking, pressed(asking, value))
    else:
        _old(step, form, question, value)


def _at_rest(asking: Asking) -> Asking:
    """The check itself, also while change or add is under way: its own buttons still stand in the chat."""
    return replace(asking, form=forms.drop(asking.form, asking.question.key))


def _old(step: Step, form: Form, key: str, value: str) -> None:
    """A button of an earlier question of this draft changes that answer, if its value is still offered."""
    asking = step.asking(form, key)
    before = forms.answer_to(form, key)
    understood = pressed(asking, value) if asking else None
    if asking is None or asking.question.kind is Kind.CHECK or not isinstance(understood, Chosen | Marked):
        if value != "keep":
            step.say("phrase.old_button")
    elif key == "consent":
        if understood == Chosen("no", getattr(understood, "label", "")):
            moves.delete(step)
    elif isinstance(understood, Marked):
        marked = [v for v in asking.marked() if v not in understood.values]
        values = ",".join([*marked, *(understood.values if understood.on else ())])
        step.replace_form(forms.put(form, Answer(key, values or None)))
        step.say("phrase.changed")
    elif asking.question.kind is Kind.PLACE:
        step.replace_form(forms.pick(form, key, understood.value))
        step.say("phrase.changed")
    elif before is None or before.value != understood.value or not before.closed or forms.suggested(form):
        step.replace_form(forms.put(form, Answer(key, understood.value, label=understood.label)))
        safety.of_answer(step, key, understood.value)
        step.say("phrase.changed")

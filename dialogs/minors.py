"""Young people (R-11, R-12): asked for their age only where what they told suggests it, and then protected by it.

A need is help that was asked for (Recital 38 of the GDPR): it stays, with a number to call and a person who writes. An
idea rests on consent, and below the age of the country it needs an adult's yes: without one it is not kept. What
suggests it are answers, not words: until words are understood, somebody who only writes "I am 12" is not asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from dialogs import forms, rights
from dialogs.asking import Asking
from dialogs.step import Step
from dialogs.terms import Alarm, Answer, Forget, Form

YOUNG = frozenset({"FAM.youth", "youth"})  # a detail of a need; a group, also of those an idea is for


def suggested(answers: Sequence[Answer]) -> bool:
    return any(YOUNG.intersection((answer.value or "").split(",")) for answer in answers)


def without_group(form: Form) -> Form:
    """Groups say much about a person, and rest on consent alone: somebody so young is not asked."""
    if form.dialog != "after" or forms.answer_to(form, "group") is not None:
        return form
    return forms.put(form, Answer("group", on_file=True))


def ask(step: Step, reference: str) -> None:
    """Once in a talk: on top of whatever is asked about what was sent."""
    if step.conversation.young is None:
        step.change(young=False)
        step.open_form("minor", reference)


def answered(step: Step, asking: Asking, value: str | None) -> None:
    """An answer, or None where it was skipped."""
    form, is_idea = asking.form, (asking.form.subject or "").startswith("M-")
    if asking.question.key == "guardian":
        step.close_form(form)
        if value == "yes":
            rights.decide(step, "guardian", True, "\n".join(asking.paragraphs()), "tap")
            step.say("phrase.thanks")
        else:
            _not_alone(step, form)
    elif value == "under" and is_idea:
        return  # the next question is about the adult
    else:
        step.close_form(form)
        if value == "under":
            _look_after(step)
        elif value is None and is_idea:
            _close_sharing(step, form)
    if value == "under" and "group" in step.conversation.purposes:
        rights.decide(step, "group", False, "\n".join(asking.paragraphs()), "tap")


def _not_alone(step: Step, form: Form) -> None:
    reference = form.subject or ""
    _close_sharing(step, form)
    step.effects.append(Forget(reference))
    step.change(sent=tuple(sent for sent in step.conversation.sent if sent.reference != reference))
    step.say("phrase.not_alone")
    _look_after(step)


def _close_sharing(step: Step, form: Form) -> None:
    """Nobody elsewhere sees the idea of somebody who may be too young to agree to that."""
    of_idea = ("sharing", form.subject)
    step.change(forms=tuple(one for one in step.conversation.forms if (one.dialog, one.subject) != of_idea))


def _look_after(step: Step) -> None:
    step.change(young=True)
    for form in step.conversation.forms:
        step.replace_form(without_group(form))
    step.effects.append(Alarm("person"))
    _, date = step.words.promise(step.language, "U1", step.now)
    step.say("phrase.person", date=date)
    lines = step.words.help_lines(step.language, ("child",))
    step.said.append("\n".join((step.text("phrase.young"), *lines)))

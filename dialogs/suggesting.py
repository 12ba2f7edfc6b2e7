"""A topic told in words: suggested by a recogniser, and confirmed by one answer (domain.md §4.a).

The words themselves are the story. What they seem to be about is asked where the detail would be: one detail with yes
and no, or up to three where it is less sure. No means "something else", and nobody guesses a second time. Until then
nothing counts: the form holds the suggestion in `offers`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dialogs import forms, safety
from dialogs.asking import Asking
from dialogs.step import Step
from dialogs.terms import Answer, Form, Heard

SURE = 0.5  # from which one detail is asked about by itself
LEAST = 0.15  # below which nothing is suggested
MOST = 3
ELSE = "OTH"


def about(heard: Heard) -> tuple[str, ...]:
    """The details to ask about, best first; none where that is not clear enough."""
    found = heard.readings.topics
    if not found or found[0][1] < LEAST:
        return ()
    return tuple(code for code, _ in found[: 1 if found[0][1] >= SURE else MOST])


def fits(step: Step, asking: Asking) -> bool:
    """Whether what was heard can be taken as the topic that is asked for."""
    asked = asking.question.source == "topics" and step.consented and asking.form.subject is None
    return asked and bool(about(step.heard))


def suggest(step: Step, form: Form, codes: Sequence[str]) -> Form:
    """The form with these details suggested, where it asks for a topic and has none yet."""
    dialog = step.scripts[form.dialog]
    question = next((question for question in dialog.questions if question.source == "topics"), None)
    known = {f"{topic.code}.{detail}" for topic in step.words.topics for detail in topic.details}
    offers = tuple(code for code in codes if code in known)
    if question is None or not offers:
        return form
    before = forms.answer_to(form, question.key)
    if before is not None and before.closed:
        return form
    form = forms.put(forms.drop(form, forms.DETAIL), Answer(question.key, offers[0].partition(".")[0]))
    return replace(form, offers=offers)


def answer(step: Step, form: Form, value: str) -> None:
    """One of the suggested details is it, or none is."""
    field = ELSE if value == forms.NONE else value.partition(".")[0]
    form = forms.put(form, Answer("topic", field, label=step.text(f"topic.{field}")))
    if value != forms.NONE:
        label = step.text(f"detail.{value}")
        form = forms.put(form, Answer(forms.DETAIL, value, label=label, message=step.heard.message))
    step.replace_form(form)
    safety.of_answer(step, forms.DETAIL, value)

"""When somebody may be in danger: numbers first, staff are told, and the talk goes on (domain.md §3.7, G1–G10)."""

from __future__ import annotations

from dialogs import urgency
from dialogs.step import Step
from dialogs.terms import Alarm

CLASSES = frozenset({"now", "die", "hurt", "child"})  # of crisis; each has its words, and its kinds of help line


def ring(step: Step, sort: str) -> None:
    """The numbers, and an alarm for staff, once each turn."""
    if any(isinstance(effect, Alarm) for effect in step.effects):
        return
    form = step.telling()
    step.effects.append(Alarm(sort))
    step.change(alarm=sort, alarm_draft=0 if form is None else form.draft)
    numbers(step, sort)
    watched = step.words.watched(step.now)
    step.say("phrase.crisis.program")
    step.say("phrase.crisis.watched" if watched else "phrase.crisis.unwatched")
    step.first_rows = ((step.button("fine"),),)


def numbers(step: Step, sort: str) -> None:
    """What to do and whom to call, without an alarm."""
    step.say(f"phrase.crisis.{sort}")
    lines = step.words.help_lines(step.language, (sort,))
    step.said.append("\n".join(lines))
    if len(lines) == 1:
        step.say("phrase.crisis.where")


def of_answer(step: Step, question: str, value: str | None) -> None:
    """Some choices speak of danger, however they were made: by a tap, by an old button, by an edited message.

    Numbers come first, and staff are told where life may depend on it.
    """
    if question == "urgency" and value == "now":
        ring(step, "now")
    elif value in urgency.ALARMING:
        ring(step, urgency.SAFETY_OF_DETAIL[value])
    elif value in urgency.SAFETY_OF_DETAIL:
        numbers(step, urgency.SAFETY_OF_DETAIL[value])


def fine(step: Step) -> None:
    """The button "I am fine": a false alarm is taken back with one tap, and the talk goes on (G10)."""
    if step.conversation.alarm is not None:
        step.effects.append(Alarm(step.conversation.alarm, false=True))
        step.change(alarm=None, alarm_draft=None)
    step.say("phrase.fine")

"""When somebody may be in danger: numbers first, staff are told, and the talk goes on (domain.md §3.7, G1–G10)."""

from __future__ import annotations

from dialogs.step import Step
from dialogs.terms import Alarm

# Which help lines each class of crisis needs, in the order in which they are shown.
LINES = {
    "now": ("emergency",),
    "die": ("emergency", "low_mood"),
    "hurt": ("emergency", "violence"),
    "child": ("emergency", "child"),
}


def ring(step: Step, sort: str) -> None:
    """The numbers, and an alarm for staff, once each turn."""
    if any(isinstance(effect, Alarm) for effect in step.effects):
        return
    step.effects.append(Alarm(sort))
    step.change(alarm=sort)
    numbers(step, sort)
    watched = step.words.watched(step.now)
    step.say("phrase.crisis.program")
    step.say("phrase.crisis.watched" if watched else "phrase.crisis.unwatched")
    step.first_rows = ((step.button("fine"),),)


def numbers(step: Step, sort: str) -> None:
    """What to do and whom to call, without an alarm."""
    step.say(f"phrase.crisis.{sort}")
    lines = step.words.help_lines(step.language, LINES[sort])
    step.said.append("\n".join(lines))
    if len(lines) == 1:
        step.say("phrase.crisis.where")


def fine(step: Step) -> None:
    """The button "I am fine": a false alarm is taken back with one tap, and the talk goes on (G10)."""
    if step.conversation.alarm is not None:
        step.effects.append(Alarm(step.conversation.alarm, false=True))
        step.change(alarm=None)
    step.say("phrase.fine")

"""What each question offers: its values in order, and the labels under which people see them in every catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dialogs.schema import BASES, OWN, load_scripts
from dialogs.terms import Kind
from locales import texts
from locales.source import HERE

DIALOGS = ("need", "idea", "after", "followup")
"""Those whose answers are typed; the others are pressed, or are words."""


@cache
def questions() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Key of a question → each value that it offers, in order → contexts of its labels, under every legal basis."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for basis in BASES:
        scripts = load_scripts(basis)
        for question in (question for name in DIALOGS for question in scripts[name].questions):
            if question.choices and question.source in OWN:
                values = found.setdefault(question.key, {})
                for choice in question.choices:
                    values[choice.value] = tuple(dict.fromkeys((*values.get(choice.value, ()), choice.label)))
    return found


@cache
def several(question: str) -> bool:
    """Whether more than one value may be chosen at the question with this key."""
    scripts = load_scripts(BASES[0])
    asked = (one for name in DIALOGS for one in scripts[name].questions)
    return any(one.key == question and one.kind is Kind.CHOICES for one in asked)


@cache
def offered() -> tuple[str, ...]:
    """The languages that have a catalogue."""
    return (texts.SOURCE_LANGUAGE, *sorted(path.parts[-3] for path in HERE.glob("*/LC_MESSAGES/messages.po")))

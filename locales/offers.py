"""What each question offers: its values in order, and the labels under which people see them in every catalogue."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from dialogs.schema import BASES, OWN, load_scripts
from locales import texts
from locales.folding import label, number
from locales.source import HERE

DIALOGS = ("need", "idea", "after", "followup")
"""Those whose answers are typed; the others are pressed, or are words."""

_SEVERAL = re.compile(r"[,;+&،؛、\s]+")


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


def chosen(text: str, question: str) -> tuple[str, ...]:
    """The values that a typed answer names by number or whole label, in any language; empty where it names none."""
    values = tuple(questions()[question])
    numbers = [number(part) for part in _SEVERAL.split(text) if part]
    if numbers and all(found is not None and 1 <= found <= len(values) for found in numbers):
        return tuple(dict.fromkeys(values[found - 1] for found in numbers if found))
    labels = _labels(question)
    return next((labels[code, wanted] for code in _offered() if (code, wanted := label(code, text)) in labels), ())


@cache
def _offered() -> tuple[str, ...]:
    """The languages that have a catalogue."""
    return (texts.SOURCE_LANGUAGE, *sorted(path.parts[-3] for path in HERE.glob("*/LC_MESSAGES/messages.po")))


@cache
def _labels(question: str) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """(Language, label as it is compared) → the value. The first that offers a label has it."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for code in _offered():
        forms = texts.read(code).forms
        for value, contexts in questions()[question].items():
            for context in contexts:
                found.setdefault((code, label(code, forms.get(context, ("",))[-1])), (value,))
    return {key: value for key, value in found.items() if key[1]}

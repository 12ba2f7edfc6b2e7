"""What was understood beforehand: crisis, word of navigation, language.

Runs in a thread, outside of any transaction. A recogniser that raises costs its own suggestion and nothing else:
the person still gets an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

import structlog

from bot.metrics import Metrics
from dialogs.terms import Heard, Readings, Sort
from locales import crisis, detect, navigation
from storage.inbox import Waiting

MACHINE_MADE = frozenset(
    {Sort.PRESS, Sort.COMMAND, Sort.STAFF, Sort.STATUS, Sort.HELLO, Sort.BLOCKED, Sort.UNBLOCKED, Sort.GROUP}
)
"""Sorts whose `text` no person wrote to us: payloads, states, words of staff, and what is said in a group."""

Understood = TypeVar("Understood")

_log = structlog.get_logger()


def read(waiting: Sequence[Waiting], metrics: Metrics) -> list[Heard]:
    """What was heard, in the same order, each with its readings."""
    return [replace(row.heard, readings=_readings(row.heard, metrics)) for row in waiting]


def _readings(heard: Heard, metrics: Metrics) -> Readings:
    text = heard.text
    if not text or heard.sort in MACHINE_MADE:
        return Readings()
    # Words of crisis count wherever they stand, also under a photo and in an edited message (domain.md §3.7, G1).
    found = _ask("crisis", crisis.detect, text, metrics)
    if heard.sort is not Sort.TEXT:
        return Readings(crisis=found)
    word, words = _ask("word", navigation.reading, text, metrics) or (None, ())
    language = None if word else _ask("language", detect.suggest, text, metrics)
    return Readings(crisis=found, word=word, words=words, language=language)


def _ask(name: str, recogniser: Callable[[str], Understood], text: str, metrics: Metrics) -> Understood | None:
    try:
        return recogniser(text)
    except Exception as error:
        metrics.readings_failed.labels(name).inc()
        _log.error("reading_failed", name=name, error=type(error).__name__)
        return None

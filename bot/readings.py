"""What was understood beforehand: crisis, word of navigation, language, what a story is about; the last two may be off.

Runs in a thread, outside of any transaction. A recogniser that raises costs its own suggestion and nothing else:
the person still gets an answer.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from threading import Thread
from typing import TypeVar

import structlog

from bot.metrics import Metrics
from dialogs.answers import LONGEST_PLACE, is_story
from dialogs.terms import Heard, Readings, Sort
from locales import answers, crisis, detect, navigation, places
from storage.conversations import Standing
from storage.inbox import Waiting

MACHINE_MADE = frozenset(
    {Sort.PRESS, Sort.COMMAND, Sort.STAFF, Sort.STATUS, Sort.HELLO, Sort.BLOCKED, Sort.UNBLOCKED, Sort.GROUP}
)
"""Sorts whose `text` no person wrote to us: payloads, states, words of staff, and what is said in a group."""

OPENING = frozenset({None, "language", "consent", "topic", "menu", "extra"})
"""Open questions at which a story may begin a need. None: there is no question."""

TOPICS_SECONDS = 0.5
"""Of each batch for topics: they cost the most, and under a crowd the buttons serve as well."""

Understood = TypeVar("Understood")

Suggest = Callable[[str, str | None], Sequence[tuple[str, float]]]
"""Details that a text may be about, best first, for a person of this language (see `locales.topics.suggest`)."""

_log = structlog.get_logger()


def may_tell(heard: Heard) -> bool:
    """Whether it may say what a need is about, as far as the message itself shows that."""
    return heard.sort is Sort.TEXT and any(letter.isalpha() for letter in heard.text or "")


def loading(
    metrics: Metrics, suggest: Suggest | None = None, *, languages: bool = True, country: str | None = None
) -> Iterator[Callable[[], object]]:
    """The work that would else be done at the first message, in parts of a second or two."""
    yield lambda: _ask("crisis", crisis.detect, ".", metrics)
    yield lambda: _ask("word", navigation.reading, ".", metrics)
    if languages:
        yield lambda: _ask("place", partial(places.meant, country=country), "Husum", metrics)
        yield lambda: _ask("language", lambda _: detect.load(), ".", metrics)
    # Typed answers need two seconds more: whoever types one may wait for it, the others need not.
    yield Thread(target=_ask, args=("answer", lambda _: answers.load(), ".", metrics), daemon=True).start
    if suggest is not None:
        yield lambda: _ask("topic", lambda text: suggest(text, None), "help", metrics)


def read(
    waiting: Sequence[Waiting],
    metrics: Metrics,
    suggest: Suggest | None = None,
    standing: Mapping[bytes, Standing] | None = None,
    *,
    languages: bool = True,
    country: str | None = None,
) -> list[Heard]:
    """What was heard, in the same order, each with its readings.

    `standing`: where the lanes that may tell stand. `country`: the service's, where it has one.
    """
    found = (_readings(row.heard, metrics, languages, country) for row in waiting)
    heard = [  # most are presses, of which nothing has to be understood
        row.heard if row.heard.readings == one else replace(row.heard, readings=one)
        for row, one in zip(waiting, found, strict=True)
    ]
    if suggest is None:
        return heard
    until = time.monotonic() + TOPICS_SECONDS
    lanes = standing or {}
    return [
        _with_topics(one, lanes.get(row.lane, Standing()), suggest, metrics) if time.monotonic() < until else one
        for row, one in zip(waiting, heard, strict=True)
    ]


def _with_topics(heard: Heard, stands: Standing, suggest: Suggest, metrics: Metrics) -> Heard:
    """Only where a topic is asked, or a story may begin one: where that is not so any more, it is not used."""
    text, read = heard.text or "", heard.readings
    asked = stands.question == "topic" or (stands.question in OPENING and is_story(text))
    if not (asked and may_tell(heard)) or read.word is not None:
        return heard
    language = stands.language or read.language
    found = _ask("topic", lambda text: suggest(text, language), text, metrics)
    return replace(heard, readings=replace(read, topics=tuple(found or ())))


def _readings(heard: Heard, metrics: Metrics, languages: bool, country: str | None) -> Readings:
    text = heard.text
    if not text or heard.sort in MACHINE_MADE:
        return Readings()
    # Words of crisis count wherever they stand, also under a photo and in an edited message (domain.md §3.7, G1).
    found = _ask("crisis", crisis.detect, text, metrics)
    # Which question is open is known later; what is too long to be a place is not looked at.
    short = languages and len(text) <= LONGEST_PLACE and heard.sort in (Sort.TEXT, Sort.EDIT)
    named = (_ask("place", partial(places.meant, country=country), text, metrics) if short else None) or ()
    if heard.sort is not Sort.TEXT:
        return Readings(crisis=found, places=named)
    word, words, guess = _ask("word", navigation.reading, text, metrics) or (None, (), None)
    suggest = partial(detect.suggest, device=heard.device_language)
    language, surely = (_ask("language", suggest, text, metrics) if languages else None) or (None, False)
    return Readings(crisis=found, word=word, words=words, guess=guess, language=language, surely=surely, places=named)


def _ask(name: str, recogniser: Callable[[str], Understood], text: str, metrics: Metrics) -> Understood | None:
    try:
        return recogniser(text)
    except Exception as error:
        metrics.readings_failed.labels(name).inc()
        _log.error("reading_failed", name=name, error=type(error).__name__)
        return None

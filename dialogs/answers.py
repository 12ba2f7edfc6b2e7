"""What counts as an answer, for each kind of question.

  choice   a button, the number, the label in the chosen language or in any offered one, yes and no in any words
  choices  the same, several at once ("1, 3"), then Done
  words    any words, a voice message, a file
  place    any words that can be a name, a location; once there are words, also one of the places that they may mean
  check    as choice; while words are being added, any words

A message that is none of these is `Unclear`; the engine keeps its words and repairs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dialogs.asking import ELSE, Asking
from dialogs.terms import Choice, File, Heard, Kind, Place

OWN = ("here", "offered", "answers")  # sources whose values are never typed
LONGEST_PLACE = 120  # characters; what is longer is a story
ISOLATES = dict.fromkeys((*range(0x2066, 0x206A), 0x200E, 0x200F))  # of display, never of what is stored (I-21)
SURE, VERY_SURE = (
    0.8,
    0.9,
)  # from which a typed answer that is no label counts; and in a whole sentence, or if much follows
GRAVE = frozenset({("consent", "yes"), ("check", "send"), ("helped", "stop")})
MOVING = frozenset({"help", "back", "skip", "stop", "menu", "delete", "language"})  # words that move, whatever is asked
SEVERAL = re.compile(r"[,;+&،؛、\s]+")


@dataclass(frozen=True, slots=True)
class Chosen:
    """One offered value, and the label under which the person saw it."""

    value: str
    label: str
    method: str = "tap"


@dataclass(frozen=True, slots=True)
class Marked:
    """Values set or cleared at a question of several choices."""

    values: tuple[str, ...]
    on: bool = True


@dataclass(frozen=True, slots=True)
class Done:
    """Several choices are complete."""


@dataclass(frozen=True, slots=True)
class Kept:
    """After Back: the answer stays as it was."""


@dataclass(frozen=True, slots=True)
class Told:
    """The person's own words or files, as they came."""

    text: str | None
    files: tuple[File, ...] = ()
    places: tuple[Place, ...] = ()
    how: str | None = None


@dataclass(frozen=True, slots=True)
class Unclear:
    """No answer to this question. `words` says whether it is long enough to be worth keeping: a story's words."""

    words: bool = False


Understood = Chosen | Marked | Done | Kept | Told | Unclear


def understand(asking: Asking, heard: Heard) -> Understood:
    """What a message that was typed, spoken or sent says to this question."""
    kind, text = asking.question.kind, (heard.text or "").strip()
    if kind is Kind.WORDS or asking.mode == "add":
        return Told(text or None, heard.files)
    if kind is Kind.PLACE:
        return _place(asking, text, heard)
    if not text:
        return Unclear(words=bool(heard.files))
    if kind is Kind.CHOICES:
        return _several(asking, text, heard) or _unclear(asking, text, heard)
    choice = _choice(asking, text, heard)
    return _chosen(asking, choice, "words") if choice else _unclear(asking, text, heard)


def pressed(asking: Asking, value: str) -> Understood:
    """What a button says to this question; `Unclear` if the value is not offered (any more)."""
    kind = asking.question.kind
    if value == "keep":
        return Kept()
    if kind is Kind.CHOICES:
        if value == "done":
            return Done()
        values = {choice.value for choice in asking.choices()}
        return Marked((value[1:],), value[0] == "+") if value[:1] in "+-" and value[1:] in values else Unclear()
    choice = next((choice for choice in asking.choices() if choice.value == value), None)
    return _chosen(asking, choice, "tap") if choice else Unclear()


def _chosen(asking: Asking, choice: Choice, method: str) -> Chosen:
    return Chosen(choice.value, asking.label(choice).translate(ISOLATES), method)


def is_story(text: str) -> bool:
    """Four words or more are something told, not an answer that went wrong (design.md §3)."""
    return len(text.split()) >= 4


def _unclear(asking: Asking, text: str, heard: Heard) -> Unclear:
    """At the topic even one word tells something, if it is no number and no word of navigation."""
    word = heard.readings.word_in(asking.language)
    telling = asking.question.source == "topics" and asking.words.number(text) is None and word is None
    return Unclear(words=telling or is_story(text))


def _choice(asking: Asking, text: str, heard: Heard) -> Choice | None:
    choices = asking.choices()
    number = asking.words.number(text)
    if number is not None:
        return choices[number - 1] if 1 <= number <= len(choices) else None
    by_label = _by_label(asking, choices, text) or _yes_or_no(asking, choices, heard.readings.word_in(asking.language))
    if by_label is not None:
        return by_label
    # What is only guessed binds nobody: a suggestion is seen again at the check, and more questions can be skipped.
    guess = heard.readings.guess if asking.suggested or asking.question.key == "extra" else None
    return next(iter(_meant(asking, choices, text, heard)), None) or _yes_or_no(asking, choices, guess)


def _yes_or_no(asking: Asking, choices: tuple[Choice, ...], word: str | None) -> Choice | None:
    yes = choices[0].value if len(asking.suggested) == 1 else "yes"
    value = {"yes": yes, "no": "no"}.get(word or "")
    return next((choice for choice in choices if choice.value == value), None)


def _meant(asking: Asking, choices: tuple[Choice, ...], text: str, heard: Heard) -> tuple[Choice, ...]:
    """What an answer in other words than the labels means, where that is sure; a story is none."""
    question = asking.question
    if question.source != "here" or heard.readings.word_in(asking.language) in MOVING:
        return ()
    found = asking.words.answer(asking.language, question.key, [choice.value for choice in choices], text)
    if not found or (question.kind is not Kind.CHOICES and len(found) > 1 and found[0][1] == found[1][1]):
        return ()
    named = [value for value, sureness in found if sureness == found[0][1]]
    much = is_story(text) or any((question.key, value) in GRAVE for value in named)
    if found[0][1] < (VERY_SURE if much else SURE):
        return ()
    return tuple(choice for choice in choices if choice.value in named)


def _by_label(asking: Asking, choices: tuple[Choice, ...], text: str) -> Choice | None:
    if asking.question.source == "languages" and asking.mode is None:
        return _language(asking, choices, text)
    if asking.question.source == "sent":  # references are no words, and nobody types them in capitals
        return next((choice for choice in choices if choice.value == text.upper()), None)
    if text in [choice.value for choice in choices] and asking.question.source not in OWN:
        return next(choice for choice in choices if choice.value == text)
    words = asking.words
    for language in dict.fromkeys([asking.language, *words.languages]):
        wanted = words.label(language, text)
        for choice in choices:
            if choice.value.startswith(ELSE):
                continue
            if wanted and words.label(language, words.text(language, choice.label)) == wanted:
                return choice
    return None


def _language(asking: Asking, choices: tuple[Choice, ...], text: str) -> Choice | None:
    """A language by its own name, a clear part of it, or its code."""
    for choice in choices:
        wanted = asking.words.label(choice.value, text)
        name = asking.words.label(choice.value, asking.words.own_name(choice.value))
        if wanted and (wanted == name or wanted == choice.value or (len(wanted) >= 3 and wanted in name)):
            return choice
    return None


def _several(asking: Asking, text: str, heard: Heard) -> Understood | None:
    words = asking.words
    if words.label(asking.language, text) == words.label(asking.language, asking.button("done")):
        return Done()
    choices = asking.choices()
    one = _by_label(asking, choices, text)
    if one is not None:
        return Marked((one.value,))
    numbers = [words.number(part) for part in SEVERAL.split(text) if part]
    if numbers and all(number is not None and 1 <= number <= len(choices) for number in numbers):
        return Marked(tuple(choices[number - 1].value for number in numbers if number))
    labels = [_by_label(asking, choices, part.strip()) for part in re.split(r"[,;،؛、]", text)]
    found = tuple(label.value for label in labels if label is not None)
    if found and len(found) == len(labels):
        return Marked(found)
    meant = tuple(choice.value for choice in _meant(asking, choices, text, heard))
    return Marked(meant) if meant else None


def _place(asking: Asking, text: str, heard: Heard) -> Understood:
    if heard.place is not None:
        return Told(heard.place.name, places=(heard.place,), how="picked")
    choices, number = asking.choices(), asking.words.number(text)
    if number is not None and 1 <= number <= len(choices):
        return _chosen(asking, choices[number - 1], "words")
    if not text or not any(letter.isalpha() for letter in text):
        return Unclear(words=bool(heard.files))
    if len(text) > LONGEST_PLACE:
        return Unclear(words=True)
    places = heard.readings.places
    return Told(text, places=places, how="typed" if places else None)

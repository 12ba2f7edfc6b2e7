"""Whole conversations as text files, as a coordinator can read them.

  # a remark
  @ 2026-05-04T08:00      the clock stands here (UTC); `@ +31d` moves it on
  device: ar              what the person's device says
  changed: need.consent.3 from here on this text says something else than before
  > some words            what the person says; `\\n` is a new line
  > [Health]              presses the button with that label, the latest one if there are several
  > {topic:MOB~k3}        presses a button that is not in sight; a draft can be named `~1st`, `~2nd`
  > (location) 54.2 9.1   sends a point
  > (voice)               sends something: voice, photo, sticker, location, contact, poll, other, group, blocked …
                          `(photo album=a)`, `(late) words`, `(old /start)`, `(edit 3) words`: the third message,
                          `(reply 2) words`: to our second; `(staff) words`, `(follow_up)`: what is not the person's
                          `(means MOB.no_bus) words`: what they seem to be about, several where that is less sure;
                          (`(staff 2) words`: to person 2 on this phone); `(move)`: the link was opened
  places: DE              what is typed is looked for in the gazetteer of that country
  way: page               what the way offers: several people in one chat (`share`, where nothing is said), a web `page`
  < what we say           a paragraph a line
    [1 Health]  [Back]    the buttons, a row a line
  = topic: MOB            an answer of what was sent
  ! Alarm die             whatever else follows
  ! person 2              who of this phone heard that, where it is another one than before

Everything but what the person says is written by `pytest tests/dialogs/test_stories.py --update`. Between every turn
the conversation and what was heard go through JSON, as they do through storage.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

import locales
from dialogs import phone, record
from dialogs.engine import ON_PAGE, advance, taken_over
from dialogs.forms import draft_code
from dialogs.schema import load_scripts
from dialogs.terms import Conversation, Effect, File, HandOver, Heard, Readings, Say, Sort, Submit, Words
from locales import crisis, detect, navigation, places
from locales.calendar import OfficeHours

FOLDER = Path(__file__).parent.parent / "stories"
START = datetime(2026, 5, 4, 8, 0, tzinfo=UTC)
MEDIA = {"voice", "photo", "video", "document"}
ISOLATES = re.compile("[\u2066-\u2069\u200e\u200f]")
SENT = re.compile(r"\((?P<what>\w+)(?: (?P<number>\d+))?(?: album=(?P<album>\w+))?\) ?(?P<text>.*)", re.DOTALL)
MEANS = re.compile(r"\(means (?P<topics>[\w. ]+)\) (?P<text>.*)", re.DOTALL)
ORDINALS = ("1st", "2nd", "3rd", "4th")
PUBLIC_TASK = "basis: public-task"


def catalogue(country: str | None = "DE", own: str = "en") -> locales.Catalogue:
    """English and Arabic are always offered, and the story's own language after them."""
    return locales.load(
        list(dict.fromkeys(["en", "ar", own])),
        organisation="Heide Social Service",
        country=country,
        time_zone=ZoneInfo("Europe/Berlin"),
        office_hours=OfficeHours.parse("mo-fr 9-16"),
        clock=lambda: START,
    )


class Changed:
    """The words, but for one text that a new version says otherwise."""

    def __init__(self, words: Words, context: str) -> None:
        self._words = words
        self._context = context

    def __getattr__(self, name: str) -> Any:
        return getattr(self._words, name)

    def text(self, language: str, context: str, /, **values: str | int) -> str:
        text = self._words.text(language, context, **values)
        return f"{text} (new)" if context == self._context else text


@dataclass
class Teller:
    """One story being told: the conversation as it stands, and what was seen so far."""

    words: Words
    basis: str = "consent"
    now: datetime = START
    device: str | None = None
    country: str | None = None  # in which places are looked for
    can: tuple[str, ...] = ("share",)
    people: dict[int, Conversation] = field(default_factory=lambda: {1: Conversation()})
    number: int = 1  # who of this phone heard something last
    said: list[Say] = field(default_factory=list)
    said_to: list[int] = field(default_factory=list)
    messages: int = 0
    page: Conversation = field(default_factory=Conversation)  # their talk on the web page

    @property
    def conversation(self) -> Conversation:
        return self.people[self.number]

    def hears(self, line: str) -> list[str]:
        """What follows, as the lines of a story."""
        heard = self._heard(line.replace("\\n", "\n"))
        heard = replace(record.load_heard(json.loads(json.dumps(record.dump(heard)))), can=self.can)
        of = SENT.fullmatch(line)
        to_one = of is not None and heard.sort in phone.BY_ITSELF and of["number"]
        number = int(of["number"]) if of and to_one else self._whose(heard)
        told = self._turn(number, heard)
        following = phone.next_speaker(heard, self.people[number])
        if following is not None:
            told += self._turn(
                following, Heard(Sort.HERE, heard.at, device_language=heard.device_language, can=self.can)
            )
        self.now += timedelta(seconds=7)
        return told

    def _whose(self, heard: Heard) -> int:
        wrote = (n for n, of in self.people.items() if heard.sort is Sort.EDIT and phone.wrote(of, heard.message))
        return next(wrote, phone.hears(self.people[1], heard))

    def _turn(self, number: int, heard: Heard) -> list[str]:
        of = phone.shown_to(number, self.people.get(number, Conversation()), self.people[1])
        kept = record.load_conversation(json.loads(json.dumps(record.dump(of))))
        assert kept == of
        turn = advance(kept, heard, self.now, self.words, load_scripts(self.basis))
        self.people[number] = turn.conversation
        self.people[1] = phone.learnt(self.people[1], turn.conversation)
        told = [f"! person {number}"] if number != self.number else []
        self.number = number
        return told + [line for effect in turn.effects for line in self._follows(effect)]

    def _follows(self, effect: Effect) -> list[str]:
        if isinstance(effect, Say):
            self.said.append(effect)
            self.said_to.append(self.number)
        told = shown(effect)
        if isinstance(effect, HandOver):
            here = Heard(Sort.HERE, self.now, ON_PAGE)
            self.page = taken_over(self.page, effect.given)
            turn = advance(self.page, here, self.now, self.words, load_scripts(self.basis))
            self.page = turn.conversation
            told += [f"! there {line}" for one in turn.effects for line in shown(one)]
        return told

    def moves(self, clock: str) -> None:
        if match := re.fullmatch(r"\+(\d+)([smhd])", clock):
            unit = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}[match[2]]
            self.now += timedelta(**{unit: int(match[1])})
        else:
            self.now = datetime.fromisoformat(clock).replace(tzinfo=UTC)

    # -- what the person does ---------------------------------------------------------------------

    def _heard(self, line: str) -> Heard:
        self.messages += 1
        plain = Heard(
            Sort.TEXT,
            at=self.now,
            text=line,
            message=str(self.messages),
            device_language=self.device,
            reference=f"7KM-{4 + self.messages // 9}Q{'23456789A'[self.messages % 9]}",
        )
        if match := re.fullmatch(r"\[(.+)\]", line):
            return replace(plain, sort=Sort.PRESS, text=self._payload(match[1]))
        if match := re.fullmatch(r"\{(.+)\}", line):
            return replace(plain, sort=Sort.PRESS, text=self._with_draft(match[1]))
        if match := re.fullmatch(r"\(old /(\w+)\)", line):
            return replace(plain, sort=Sort.COMMAND, text=match[1], at=self.now - timedelta(minutes=5))
        if match := re.fullmatch(r"/(\w+)", line):
            return replace(plain, sort=Sort.COMMAND, text=match[1])
        if match := MEANS.fullmatch(line):
            codes = match["topics"].split()
            topics = tuple((code, 0.9 if len(codes) == 1 else 0.3) for code in codes)
            plain = replace(plain, text=match["text"], readings=Readings(topics=topics))
        elif match := SENT.fullmatch(line):
            plain = self._sent(plain, match)
        return replace(plain, readings=self._readings(plain))

    def _sent(self, plain: Heard, match: re.Match[str]) -> Heard:
        what, text = match["what"], match["text"] or None
        plain = replace(plain, text=text, album=match["album"])
        if what == "late":
            return replace(plain, at=self.now - timedelta(minutes=5))
        if what == "reply":
            say = self.said[int(match["number"]) - 1]
            replied = (say.draft or 0, say.question or "")
            to = self.said_to[int(match["number"]) - 1]
            return replace(plain, readings=Readings(replied=replied, person=to))
        if what == "edit":
            return replace(plain, sort=Sort.EDIT, message=match["number"])
        if what in MEDIA:
            return replace(plain, sort=Sort.FILE, files=(File(f"file{self.messages}", what),))
        if what.startswith("status_"):
            reference = self.conversation.sent[-1].reference
            return replace(plain, sort=Sort.STATUS, text=what.removeprefix("status_"), subject=reference)
        of = self.people[int(match["number"] or self.number)]
        draft = of.forms[0].draft if match["number"] and of.forms else of.last_draft
        sent = of.sent
        if what == "remind":
            return replace(plain, sort=Sort.REMIND, subject=text or str(draft))
        if what == "follow_up":
            return replace(plain, sort=Sort.FOLLOW_UP, subject=sent[-1].reference)
        if what == "move":
            return replace(plain, sort=Sort.MOVE, subject=str(draft), text="web")
        if what == "staff":
            return replace(
                plain, sort=Sort.STAFF, message=f"s{self.messages}", subject=sent[-1].reference if sent else None
            )
        if what == "location" and text:
            return replace(plain, sort=Sort.LOCATION, text=None, place=places.pointed(*map(float, text.split())))
        return replace(plain, sort=Sort(what))

    def _readings(self, heard: Heard) -> Readings:
        text = heard.text or ""
        named = places.meant(text, self.country) if self.country and heard.sort in (Sort.TEXT, Sort.EDIT) else ()
        if heard.sort is not Sort.TEXT:
            return replace(heard.readings, crisis=crisis.detect(text), places=named)
        word, words, guess = navigation.reading(text)
        language, surely = detect.suggest(text, heard.device_language)
        return replace(
            heard.readings,
            crisis=crisis.detect(text),
            word=word,
            words=words,
            guess=guess,
            language=language,
            surely=surely,
            places=named,
        )

    def _payload(self, label: str) -> str:
        for say in reversed(self.said):
            for row in say.buttons:
                for button in row:
                    if bare(button.label).removeprefix("✓ ") == label:
                        return button.payload
        raise AssertionError(f"no button says {label!r}")

    def _with_draft(self, payload: str) -> str:
        drafts = list(dict.fromkeys(say.draft for say in self.said if say.draft is not None))
        for place, ordinal in enumerate(ORDINALS[: len(drafts)]):
            payload = payload.replace(f"~{ordinal}", f"~{draft_code(drafts[place])}")
        return payload


def bare(text: str) -> str:
    """Without the invisible marks that keep values in order; the catalogue's own tests look at those."""
    return ISOLATES.sub("", text)


def shown(effect: Effect) -> list[str]:
    """An effect as the lines of a story."""
    if isinstance(effect, Say):
        said = [f"< {line}" for paragraph in effect.paragraphs for line in bare(paragraph).split("\n")]
        rows = ["".join(f"  [{_label(button.number, button.label)}]" for button in row) for row in effect.buttons]
        link = [] if effect.link is None else [f"! link before paragraph {effect.link + 1}"]
        return said + rows + link + ["! with a copy of their data"] * bool(effect.data)
    if isinstance(effect, Submit):
        answers = [f"= {a.question}: {_value(a.value, a.files)}" for a in effect.answers]
        placed = [f"= {a.question} is {a.places[0].code}, {a.how}" for a in effect.answers if a.places]
        return [f"! Submit {effect.reference} {effect.kind} {effect.language} {effect.urgency}", *answers, *placed]
    if isinstance(effect, HandOver):
        return ["! HandOver"]
    values = record.dump(effect)
    values.pop("text", None) if type(effect).__name__ == "Consented" else None
    return [" ".join(["!", type(effect).__name__, *(str(value) for value in values.values())])]


def _label(number: int | None, label: str) -> str:
    return bare(label) if number is None else f"{number} {bare(label)}"


def _value(value: str | None, files: tuple[File, ...]) -> str:
    parts = [value.replace("\n", "\\n")] if value else []
    return " + ".join([*parts, *(file.media for file in files)]) or "not answered"


def retell(path: Path) -> str:
    """The story with everything but the person's own lines made anew."""
    lines = path.read_text(encoding="utf-8").split("\n")
    basis = "public-task" if PUBLIC_TASK in lines else "consent"
    named = next((line.removeprefix("country: ") for line in lines if line.startswith("country: ")), "DE")
    country = None if named == "none" else named
    teller = Teller(catalogue(country, path.stem.split("-")[0]), basis)
    told: list[str] = []
    for line in lines:
        if line.startswith(("< ", "  [", "! ", "= ")):
            continue
        told.append(line)
        if line.startswith("> "):
            told += teller.hears(line[2:])
        elif line.startswith("@ "):
            teller.moves(line[2:].strip())
        elif line.startswith("way:"):
            teller.can = tuple(line.removeprefix("way:").split())
        elif line.startswith("changed: "):
            teller.words = cast("Words", Changed(teller.words, line.removeprefix("changed: ")))
        elif line.startswith("places: "):
            teller.country = line.removeprefix("places: ").strip()
        elif line.startswith("device: "):
            teller.device = line.removeprefix("device: ").strip()
    return "\n".join(told)

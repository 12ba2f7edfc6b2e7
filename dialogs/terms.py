"""The nouns of a conversation: what is asked, what was answered, what is heard, what follows.

Everything here is a frozen value. `dialogs.engine.advance` turns one `Conversation` and one `Heard`
into a `Turn`; the effects in it are nouns that one can print, and `bot.turns` turns them into rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

UNSENT = timedelta(days=90)
"""How long what was begun and not sent is kept after the person's last word (R-16)."""

# -- what is asked --------------------------------------------------------------------------------


class Kind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"  # exactly one of the offered values
    CHOICES = "choices"  # several of the offered values, then Done
    WORDS = "words"  # free words, a voice message or a file
    PLACE = "place"  # a town or village, in words
    CHECK = "check"  # the summary before sending: send, change, add


@dataclass(frozen=True, slots=True)
class Choice:
    """An offered value. `label` is the catalogue context of its label, as in `need.urgency:week`."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Condition:
    """True where the closed answer to `question` is one of `values` (or none of them, if `negated`)."""

    question: str
    values: frozenset[str]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a dialog.

    `text` are the catalogue contexts of its paragraphs, in order. `source` names where the choices come
    from: `here` (the dialog file), or `languages`, `topics`, `details`. `skip` is true where "not
    answered" is accepted. `pages` are the contexts of the further information behind the value `more`.
    `repairs` are the contexts of the first two repairs: said otherwise with an example, then buttons only.
    """

    key: str
    kind: Kind
    text: tuple[str, ...]
    choices: tuple[Choice, ...] = ()
    source: str = "here"
    skip: bool = False
    conditions: tuple[Condition, ...] = ()
    pages: tuple[str, ...] = ()
    repairs: tuple[str, ...] = ()
    summary: str | None = None  # context of its line in the check; None: no line
    same: tuple[str, ...] = ()  # versions of earlier wordings of a consent that asked for the same


@dataclass(frozen=True, slots=True)
class Dialog:
    """A dialog as a coordinator wrote it. `submits` is the kind of submission it ends in, if any.

    `telling` is the question of words that takes what is told without being asked.
    """

    name: str
    questions: tuple[Question, ...]
    submits: str | None = None
    telling: str | None = None
    basis: str = "consent"
    english: Mapping[str, str] = field(default_factory=dict)  # context → English source text

    def question(self, key: str) -> Question | None:
        for question in self.questions:  # asked dozens of times a turn: a generator would take twice as long
            if question.key == key:
                return question
        return None


# -- what was answered ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class File:
    """A voice message, photo or document that a person sent. `ref` is the channel's own handle of it."""

    ref: str
    media: str  # "voice", "photo", "video", "document"
    size: int | None = None  # bytes, where the channel says so
    type: str | None = None  # the media type as the channel claims it


@dataclass(frozen=True, slots=True)
class Kept:
    """Words or files as they came in one message: told before they had a place, or part of a longer answer."""

    text: str | None
    files: tuple[File, ...] = ()
    message: str | None = None
    topics: tuple[str, ...] = ()  # what it seems to be about, to be asked once there is a consent


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an answer was before the person put it right (R-20), and until when (UTC)."""

    value: str | None
    files: tuple[File, ...]
    until: datetime


@dataclass(frozen=True, slots=True)
class Place:
    """A town or village that words may mean, as the gazetteer has it. Two official names are joined by " / "."""

    code: str  # the gazetteer's, "FI-632978"
    name: str
    region: str  # ISO 3166-2
    area: str  # the region's name, which stands behind that of the place


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to one question. Open until it counts; `value` None and closed means "not answered"."""

    question: str
    value: str | None = None  # a code, several codes joined by ",", or the person's own words
    closed: bool = True
    label: str | None = None  # what the person saw when choosing, kept when a value is no longer offered
    files: tuple[File, ...] = ()
    message: str | None = None  # the channel's id of the message it came from, so that an edit finds it
    page: int = 0  # which page of further information is shown, while open
    on_file: bool = False  # known from before this form: Back does not go there
    parts: tuple[Kept, ...] = ()  # of words that came in several messages, so that an edit finds its own
    earlier: tuple[Earlier, ...] = ()  # of something that was sent: what it was before, oldest first
    places: tuple[Place, ...] = ()  # what its words mean, the likely one first; once sent that one alone
    how: str | None = None  # how that was found: typed, picked (by the person), staff


@dataclass(frozen=True, slots=True)
class Form:
    """Whatever asks. (dialog, subject, draft, ordered answers, tries per question): no position."""

    dialog: str
    draft: int
    subject: str | None = None  # a reference, where the form is about something sent before
    answers: tuple[Answer, ...] = ()
    tries: Mapping[str, int] = field(default_factory=dict)
    words: str | None = None  # what staff asked, where staff ask
    offers: tuple[str, ...] = ()  # references, where one of them is to be chosen; details that are suggested


@dataclass(frozen=True, slots=True)
class Asked:
    """The question that stands open, and when its outbox row was first written (UTC)."""

    draft: int
    question: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Sent:
    """Something that was sent, as the person may ask for it."""

    reference: str
    kind: str
    draft: int
    status: str
    at: datetime
    until: str | None = None  # the day promised, as ISO 8601
    messages: tuple[str, ...] = ()  # ids of the messages it was made of, so that an edit finds it


@dataclass(frozen=True, slots=True)
class FromStaff:
    """A message from staff, and the draft it was asked with, so that a reply finds it."""

    message: str
    draft: int
    reference: str | None


@dataclass(frozen=True, slots=True)
class Phone:
    """Who shares one chat of a messenger: a contact is not a person. Each has a conversation, and each sees the same.

    `number` is whom this conversation is of, `people` who else is known here (empty: nobody said that there are
    several), `speaking` who writes now.
    """

    number: int = 1
    people: tuple[int, ...] = ()
    speaking: int = 1

    @property
    def shared(self) -> bool:
        return len(self.people) > 1 or self.number > 1 or self.speaking > 1

    @property
    def aside(self) -> bool:
        """Whether somebody else holds the phone now."""
        return self.speaking != self.number

    def left(self) -> Phone:
        """The phone when everything of this person is forgotten."""
        return replace(self, people=tuple(number for number in self.people if number != self.number))


@dataclass(frozen=True, slots=True)
class Permission:
    """The latest word on one purpose: yes or no, when, and which version of which language's text was read."""

    purpose: str
    given: bool
    at: datetime
    language: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """All that one talk is: a language, preferences and a short stack of forms (the last is on top)."""

    language: str | None = None
    consent: bool | None = None  # to saving at all; None: not asked yet
    purposes: tuple[str, ...] = ()  # what was agreed to, each by itself
    forms: tuple[Form, ...] = ()
    kept: tuple[Kept, ...] = ()
    sent: tuple[Sent, ...] = ()
    from_staff: tuple[FromStaff, ...] = ()  # the latest ones
    asked: Asked | None = None
    last_draft: int = 0
    album: str | None = None  # the album whose first part was answered
    stopped: bool = False  # asked us not to write by ourselves
    alarm: str | None = None  # class of the last crisis alarm, until "I am fine"
    alarm_draft: int | None = None  # the draft it was told in; 0: words that have no draft yet
    seen_at: datetime | None = None  # when the person last wrote (UTC)
    phone: Phone = Phone()
    page: str | None = None  # the address of their talk on the web page, where one was begun from here
    app: tuple[str, str] | None = None  # channel and address of the talk from which this one was begun
    permissions: tuple[Permission, ...] = ()  # what was read, yes or no: the latest word on each purpose
    young: bool | None = None  # below the age of consent; False also where they did not say, None: not asked
    paused: bool = False  # nobody may use what they told, until they say so
    other_languages: tuple[str, ...] = ()  # in which they wrote, and were asked whether to go on in it


# -- what is heard --------------------------------------------------------------------------------


class Sort(StrEnum):
    """What arrived."""

    TEXT = "text"
    PRESS = "press"  # a button; `text` holds its payload
    COMMAND = "command"  # `text` holds the bare word: start, need, …
    FILE = "file"  # voice, photo, video, document, with an optional caption in `text`
    LOCATION = "location"
    CONTACT = "contact"
    STICKER = "sticker"
    POLL = "poll"
    OTHER = "other"  # anything a channel may invent
    EDIT = "edit"  # an edited message: `message` is the id of what was edited
    GROUP = "group"  # anything from a group chat
    BLOCKED = "blocked"  # the person blocked us
    UNBLOCKED = "unblocked"
    STATUS = "status"  # staff changed the state of a submission: `subject`, `text` = new status
    STAFF = (
        "staff"  # staff write: `text`, about `subject`; `message` is the id of their message, `language` its language
    )
    FOLLOW_UP = "follow_up"  # it is time to ask about `subject` whether help came
    REMIND = "remind"  # the reminder that the person wished for draft `subject` is due
    HELLO = "hello"  # a reader opened the talk (web, console)
    MOVE = "move"  # the form of draft `subject` is to go on in the talk at the address `text`
    NEWS = "news"  # there is a message in the talk that was begun from here
    HERE = "here"  # from now on it is this conversation in which the person writes


@dataclass(frozen=True, slots=True)
class Readings:
    """What was understood beforehand, outside the transaction. Every one of them is a suggestion."""

    crisis: str | None = None  # class of crisis: die, hurt, child, now
    word: str | None = None  # word of navigation, if the whole message is one: help, back, skip, …
    words: tuple[tuple[str, str | None], ...] = ()  # language → what it is for who chose that one, where it differs
    guess: str | None = None  # word of navigation that it may be although no list holds it
    language: str | None = None  # the language the text is written in, where that is clear
    surely: bool = False  # it is four words or more, and hardly a doubt is left
    replied: tuple[int, str] | None = None  # (draft, question) of the message it replies to by the platform's own means
    person: int | None = None  # for whom on this phone that message was
    topics: tuple[tuple[str, float], ...] = ()  # details that it may be about, best first, and how sure (0–1)
    places: tuple[Place, ...] = ()  # the places that the text may name, likely ones first

    def word_in(self, language: str | None) -> str | None:
        """The word of navigation that the message is for somebody who chose this language."""
        return dict(self.words).get(language or "", self.word)


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing that moves a conversation."""

    sort: Sort
    at: datetime  # when the person sent it, by the channel's clock (UTC)
    text: str | None = None
    message: str | None = None  # the channel's id of the message
    reply_to: str | None = None
    album: str | None = None
    files: tuple[File, ...] = ()
    subject: str | None = None
    device_language: str | None = None
    language: str | None = None  # of a message from staff
    reference: str = ""  # a fresh reference without its letter, as "7KM-4QX", should this turn send something
    readings: Readings = Readings()
    can: tuple[str, ...] = ()  # what this way offers: `share` a chat with others, go on on a web `page`
    place: Place | None = None  # in which a location is; the point itself is not kept (domain.md 3.6)


# -- what follows ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Button:
    """A label and what pressing it says. `number` is what a person may type instead, where choices are numbered."""

    payload: str
    label: str
    number: int | None = None


COPY = ("html", "json", "zip")
"""The forms of a copy of one's data: to be read, for other programs (R-19), and everything with the files."""


@dataclass(frozen=True, slots=True)
class Say:
    """One message to the person: paragraphs in reading order, and rows of buttons.

    `toggles` marks a message that differs from the one before only in its marks, so that a channel may
    edit that one instead. The text is what the person really reads, bidi isolates included.
    """

    paragraphs: tuple[str, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()
    language: str = "en"
    question: str | None = None
    draft: int | None = None
    toggles: bool = False
    from_staff: str | None = None  # id of the message from staff that this shows, the first time
    # Before which paragraph a link stands, by which the form of `draft` goes on on the web page; without a draft the
    # link only leads there.
    link: int | None = None
    data: tuple[str, ...] = ()  # a copy of the person's data comes with it, in these forms: see `COPY`


@dataclass(frozen=True, slots=True)
class Consented:
    """The person said yes or no to a purpose, having read `text` (in `language`)."""

    purpose: str
    given: bool
    text: str
    language: str
    method: str  # "tap", "words", "objection"


@dataclass(frozen=True, slots=True)
class Submit:
    """A form was checked and sent. Happens once for each (conversation, draft)."""

    reference: str
    kind: str
    draft: int
    language: str
    answers: tuple[Answer, ...]  # closed, applicable, in the order of the dialog
    urgency: str  # U0–U4: what the answers alone ask for; staff may raise it


@dataclass(frozen=True, slots=True)
class Amend:
    """Words or files added to something that was sent before."""

    reference: str
    text: str | None
    files: tuple[File, ...] = ()


@dataclass(frozen=True, slots=True)
class Complete:
    """More answers about something that was sent before: asked after sending, or at a follow-up."""

    reference: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Correct:
    """Answers of something sent before, given anew (R-20). `urgency` is U0–U4 where that was one of them."""

    reference: str
    answers: tuple[Answer, ...]
    urgency: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """The person's words to a message from staff. `message` is the id of that message."""

    message: str
    reference: str | None
    text: str | None
    files: tuple[File, ...] = ()


@dataclass(frozen=True, slots=True)
class Withdraw:
    """The person stops what was sent before."""

    reference: str


@dataclass(frozen=True, slots=True)
class Restrict:
    """Nobody may use what the person told, or: they may again (R-23)."""

    on: bool


@dataclass(frozen=True, slots=True)
class Forget:
    """What was sent under this reference is not kept: nobody may agree to it alone (R-12)."""

    reference: str


@dataclass(frozen=True, slots=True)
class Keep:
    """Files to fetch from the channel and keep sealed. Only after consent."""

    files: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class HandOver:
    """The person goes on in their talk at `address`, as `given`; what is under way there takes this place here."""

    address: str
    given: Conversation


@dataclass(frozen=True, slots=True)
class Remind:
    """The person wished for one reminder of a draft, at this moment (UTC)."""

    draft: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Alarm:
    """Staff should look: `sort` is a class of crisis, `person` when somebody asks for a human, `objection` (R-04).

    `false` is set when the person says "I am fine".
    """

    sort: str
    false: bool = False


@dataclass(frozen=True, slots=True)
class Erase:
    """Forget everything about this person; the farewell keeps the address until it is settled.

    `proof` is a number that the person was told: it shows later that something was deleted, and not whose it was.
    """

    proof: str | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """The person said no before anything was saved: what is in transit goes."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave a group chat."""


@dataclass(frozen=True, slots=True)
class Reachable:
    """The person blocked or unblocked us."""

    reachable: bool


Effect = (
    Say
    | Consented
    | Submit
    | Amend
    | Complete
    | Correct
    | Reply
    | Withdraw
    | Restrict
    | Forget
    | Remind
    | Keep
    | HandOver
    | Alarm
    | Erase
    | Refused
    | Leave
    | Reachable
)


@dataclass(frozen=True, slots=True)
class Turn:
    conversation: Conversation
    effects: tuple[Effect, ...]


# -- the words ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Topic:
    """A field of need, and its details: code → flags (see domain.md §3.3)."""

    code: str
    details: Mapping[str, frozenset[str]]


class Words(Protocol):
    """Texts and label matching, as `locales` gives them. The engine never sees a catalogue."""

    languages: Sequence[str]
    """Codes of the offered languages, in the order in which they are shown."""

    topics: Sequence[Topic]

    def text(self, language: str, context: str, /, **values: str | int) -> str:
        """The text of `context`, its placeholders filled with isolated values (I-21)."""

    def own_name(self, language: str, /) -> str:
        """The language's name in itself: "العربية"."""

    def label(self, language: str, text: str, /) -> str:
        """The form in which two texts are compared as labels: folded, without marks, quotes, emoji."""

    def number(self, text: str, /) -> int | None:
        """The number a message is, in any script's digits; None if it is anything else."""

    def answer(self, language: str, question: str, values: Sequence[str], text: str, /) -> Sequence[tuple[str, float]]:
        """Which of the offered values a typed answer names, with how sure that is (0–1), best first.

        Values of the same confidence are all named. Empty where none is.
        """

    def promise(self, language: str, urgency: str, now: datetime, /) -> tuple[date, str]:
        """Until when a person answers (office hours and public holidays counted), and that date in words."""

    def day(self, language: str, moment: datetime | date, /) -> str:
        """A date in words, with weekday and month name (I-06)."""

    def morning(self, now: datetime, days: int, /) -> datetime:
        """Ten o'clock local time, `days` days after `now`: never in anybody's night (UTC)."""

    def help_lines(self, language: str, classes: Sequence[str], /) -> tuple[str, ...]:
        """Lines "what: number" for the classes of help, of the service's country; always at least 112."""

    def watched(self, now: datetime, /) -> bool:
        """Whether staff are in the office at this moment."""

"""How a question is put: its paragraphs, its choices with their numbers, and the ways out that are always there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dialogs.forms import answer_to, counted, draft_code, offered, offers_values, suggested, told, value_of
from dialogs.terms import Answer, Button, Choice, Conversation, Dialog, Form, Kind, Place, Question, Words

SHOWN_AT_ONCE = 12  # choices in one message; what is beyond comes with More
LANGUAGES_AT_ONCE = 8
STORY_IN_CHECK = 300  # characters of the person's own words that the check shows

SENSITIVE = frozenset({"9", "S"})  # flags of a detail: of Article 9, or of somebody's safety

ELSE = "else."  # at the check, before the code of a place that may be meant as well

Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """A form's open question, and everything needed to put it into words."""

    conversation: Conversation
    form: Form
    dialog: Dialog
    question: Question
    words: Words
    language: str
    first_languages: Sequence[str] = ()  # of a person who has not chosen yet: what the device or the text says
    can: Sequence[str] = ()  # what the way offers on which they write
    consent: tuple[str, ...] = ()  # contexts of the consent that this question is about

    @property
    def open_answer(self) -> Answer | None:
        return answer_to(self.form, self.question.key)

    @property
    def mode(self) -> str | None:
        """At the check: `change` or `add` while that is under way."""
        answer = self.open_answer
        return answer.value if answer and not answer.closed and self.question.kind is Kind.CHECK else None

    @property
    def suggested(self) -> tuple[str, ...]:
        """Details that the person's words seem to be about, where this question asks whether they are."""
        return suggested(self.form) if self.question.source == "details" else ()

    # -- choices ----------------------------------------------------------------------------------

    def choices(self) -> tuple[Choice, ...]:
        """All that is offered, in the order of the numbers; numbers run on over pages."""
        if self.mode == "change":
            return tuple(Choice(q.key, q.summary) for q in self.changeable() if q.summary)
        if self.mode == "add":
            return ()
        found = offered(self.question, self.form, self.dialog, self.words)
        if self.question.kind is Kind.PLACE:
            return tuple(Choice(place.code, place.code) for place in places(self.open_answer))
        if self.question.kind is Kind.CHECK:
            return (*found, *(Choice(f"{ELSE}{place.code}", place.code) for place in self.other_places()))
        if self.question.source == "languages":
            first = [code for code in self.first_languages if code in self.words.languages]
            rank = {code: place for place, code in enumerate(dict.fromkeys([*first, *self.words.languages]))}
            return tuple(sorted(found, key=lambda choice: rank[choice.value]))
        if self.form.dialog == "menu" and "share" not in self.can:
            return tuple(choice for choice in found if choice.value != "other")
        return found

    def other_places(self) -> tuple[Place, ...]:
        """What the answer about the place may mean as well, offered at the check without a turn of its own."""
        counting = counted(self.form, self.dialog, self.words)
        return tuple(place for answer in counting for place in answer.places[1:])

    def changeable(self) -> tuple[Question, ...]:
        """The questions whose answers have a line in the check, in its order."""
        keys = [answer.question for answer in counted(self.form, self.dialog, self.words)]
        return tuple(q for q in self.dialog.questions if q.key in keys and q.summary)

    def label(self, choice: Choice) -> str:
        if self.question.source == "languages" and self.mode is None:
            return self.words.own_name(choice.value)
        if self.question.source == "sent":
            return choice.value
        if self.question.kind is Kind.PLACE:
            return self._in_its_area(next(one for one in places(self.open_answer) if one.code == choice.value))
        if choice.value.startswith(ELSE):
            other = next(one for one in self.other_places() if one.code == choice.label)
            label = self.words.text(self.language, f"{self.dialog.name}.place.summary")
            return self.words.text(self.language, "phrase.line", label=label, value=self._in_its_area(other))
        return self.words.text(self.language, choice.label)

    def _in_its_area(self, place: Place) -> str:
        return self.words.text(self.language, "phrase.place", name=place.name, area=place.area)

    def payload(self, choice: Choice) -> str:
        draft = draft_code(self.form.draft)
        if self.form.dialog == "menu":
            return f"!{choice.value}"
        if self.mode == "change":
            return f"change:{choice.value}~{draft}"
        if self.question.kind is Kind.CHOICES:
            sign = "-" if choice.value in self.marked() else "+"
            return f"{self.question.key}:{sign}{choice.value}~{draft}"
        return f"{self.question.key}:{choice.value}~{draft}"

    def marked(self) -> tuple[str, ...]:
        """The values chosen so far at a question of several choices."""
        answer = self.open_answer
        return tuple(answer.value.split(",")) if answer and answer.value else ()

    # -- the message ------------------------------------------------------------------------------

    def paragraphs(self) -> tuple[str, ...]:
        if self.mode == "change":
            return (self.text("phrase.which_change"),)
        if self.mode == "add":
            return (self.text("phrase.add_words"),)
        if self.suggested:
            return (self._is_it_about(self.suggested),)
        answer = self.open_answer
        if answer and answer.page and answer.page <= len(self.question.pages):
            return (self.text(self.question.pages[answer.page - 1]), self.text(self.question.text[-1]))
        if self.question.source == "languages" and self.conversation.language is None:
            return self.in_several_languages()
        said = tuple(self.text(context) for context in (*self.question.text, *self.consent))
        return (*said, self.text("phrase.idea_too")) if self.question.source == "topics" else said

    def _is_it_about(self, codes: Sequence[str]) -> str:
        if len(codes) > 1:
            return self.text("phrase.about_which")
        field = codes[0].partition(".")[0]
        labels = (self.words.text(self.language, label) for label in (f"topic.{field}", f"detail.{codes[0]}"))
        return self.words.text(
            self.language, "phrase.is_it_about", **dict(zip(("topic", "detail"), labels, strict=True))
        )

    def in_several_languages(self) -> tuple[str, ...]:
        """Before a language is chosen, the question stands in up to three of them."""
        languages = list(dict.fromkeys([*self.first_languages, *self.words.languages]))
        shown = [code for code in languages if code in self.words.languages][:3]
        return tuple(self.words.text(code, context) for code in shown for context in self.question.text)

    def text(self, context: str) -> str:
        values: dict[str, str | int] = {}
        topic = answer_to(self.form, "topic")
        if topic and topic.value:
            choices = {topic.code: f"topic.{topic.code}" for topic in self.words.topics}
            values["topic"] = self._value_label(topic.value, choices, topic)
        if self.form.subject:
            values["reference"] = self.form.subject
            values["state"] = state(self.conversation, self.form.subject, self.words, self.language)
        if self.form.dialog == "staff":
            values["words"] = (self.form.words or "").strip() or "…"
        if self.question.kind is Kind.CHECK:
            values["summary"] = "\n".join(self.summary())
        return self.words.text(self.language, context, **values)

    def summary(self) -> tuple[str, ...]:
        """One line an answer, in the order of the dialog; what was skipped says so."""
        lines = []
        for answer in counted(self.form, self.dialog, self.words):
            question = self.dialog.question(answer.question)
            unconfirmed = answer.question == "topic" and bool(suggested(self.form))
            if question and question.summary and not unconfirmed:
                label = self.words.text(self.language, question.summary)
                value = self.shown(question, answer)
                lines.append(self.words.text(self.language, "phrase.line", label=label, value=value))
        return tuple(lines)

    def shown(self, question: Question, answer: Answer) -> str:
        """An answer as the person would say it: labels for codes, the own words cut only in the display."""
        if not told(answer):
            return self.words.text(self.language, "phrase.not_answered")
        if offers_values(question) and answer.value is not None:
            choices = {c.value: c.label for c in offered(question, self.form, self.dialog, self.words)}
            return self._listed([self._value_label(value, choices, answer) for value in answer.value.split(",")])
        if answer.places and answer.value:
            return self._located(answer.value, answer.places[0])
        parts = [_cut(answer.value, self.words.text(self.language, "phrase.all_kept"))] if answer.value else []
        for file in answer.files:
            name = {"voice": "voice", "photo": "photo"}.get(file.media, "file")
            parts.append(self.words.text(self.language, f"phrase.{name}"))
        return self._listed(parts)

    def _located(self, typed: str, place: Place) -> str:
        """The own words, and what they are taken for, once where that is the same."""
        found = self._in_its_area(place)
        if typed.casefold() in (place.name.casefold(), *place.name.casefold().split(" / ")):
            return found
        return self.words.text(self.language, "phrase.place_typed", typed=typed, place=found)

    def _listed(self, parts: Sequence[str]) -> str:
        """With the comma of the language: that of Arabic is another one."""
        return self.words.text(self.language, "phrase.comma").join(parts)

    def _value_label(self, value: str, choices: dict[str, str], answer: Answer) -> str:
        if value in choices:
            return self.words.text(self.language, choices[value])
        return answer.label or value

    # -- the buttons ------------------------------------------------------------------------------

    def buttons(self) -> Rows:
        idea = ((Button("!idea", self.button("idea")),),) if self.question.source == "topics" else ()
        page = ((Button("!page", self.button("page")),),) if self.offers_page() else ()
        return (*self.choice_rows(), *idea, *page, *self.keep_row(), *self.ways_out())

    def offers_page(self) -> bool:
        """Before something sensitive is told in an app of others, there is another way (R-29)."""
        if "page" not in self.can or self.question.key != self.dialog.telling:
            return False
        topic = value_of(self.form, "topic", self.dialog, self.words)
        details = next((topic_.details for topic_ in self.words.topics if topic_.code == topic), {})
        detail = (value_of(self.form, "detail", self.dialog, self.words) or "").partition(".")[2]
        if detail in details and detail != "other":
            return bool(details[detail] & SENSITIVE)
        flagged = sum(bool(flags & SENSITIVE) for flags in details.values())
        return flagged * 2 > len(details)

    def choice_rows(self) -> Rows:
        choices = self.choices()
        at_once = LANGUAGES_AT_ONCE if self.question.source == "languages" else SHOWN_AT_ONCE
        answer = self.open_answer
        pages = -(-len(choices) // at_once) or 1
        page = (answer.page if answer and not self.question.pages else 0) % pages
        marked = self.marked() if self.question.kind is Kind.CHOICES else ()
        rows = [
            (Button(self.payload(choice), ("✓ " if choice.value in marked else "") + self.label(choice), number),)
            for number, choice in enumerate(choices, 1)
            if page * at_once < number <= (page + 1) * at_once
        ]
        draft = draft_code(self.form.draft)
        if pages > 1:
            rows.append((Button(f"{self.question.key}!more~{draft}", self.button("more")),))
        if self.question.kind is Kind.CHOICES:
            rows.append((Button(f"{self.question.key}:done~{draft}", self.button("done")),))
        return tuple(rows)

    def keep_row(self) -> Rows:
        """After Back: the answer stays as it is, without being typed or looked for again."""
        answer = self.open_answer
        several = self.question.kind in (Kind.CHOICES, Kind.CHECK)
        if several or answer is None or answer.closed or answer.page or not told(answer):
            return ()
        return ((Button(f"{self.question.key}:keep~{draft_code(self.form.draft)}", self.button("keep")),),)

    def ways_out(self) -> Rows:
        """Back, skip, a person, help and another language stand under every question."""
        key, draft = self.question.key, draft_code(self.form.draft)
        first = []
        if self.question.source != "languages" or self.conversation.language is not None:
            first.append(Button(f"{key}!back~{draft}", self.button("back")))
        if self.question.skip:
            first.append(Button(f"{key}!skip~{draft}", self.button("skip")))
        second = [Button(f"!{word}", self.button(word)) for word in ("person", "help", "language")]
        if self.form.dialog == "menu":
            return ((first[0],),)
        if self.question.source == "languages":
            second = second[:2]
        others = self.conversation.phone.shared and self.form.dialog != "speaker"
        third = [Button("!other", self.button("other"))] if others else []
        return tuple(tuple(row) for row in (first, second, third) if row)

    def button(self, key: str) -> str:
        return self.words.text(self.language, f"button.{key}")


def places(answer: Answer | None) -> tuple[Place, ...]:
    return answer.places if answer is not None else ()


def state(conversation: Conversation, reference: str, words: Words, language: str) -> str:
    """What became of a submission, in plain words, and who acts next until when."""
    sent = next((sent for sent in conversation.sent if sent.reference == reference), None)
    if sent is None:
        return ""
    said = words.text(language, f"phrase.state.{sent.status}")
    if sent.status in ("new", "seen") and sent.until:
        day = words.day(language, date.fromisoformat(sent.until))
        return words.text(language, "phrase.state_until", state=said, date=day)
    return said


def _cut(text: str, note: str) -> str:
    if len(text) <= STORY_IN_CHECK:
        return text
    return f"{text[:STORY_IN_CHECK].rstrip()} … ({note})"

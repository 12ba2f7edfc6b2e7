"""One step under way: the conversation as it changes, what is to be said, what follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from dialogs import forms, urgency
from dialogs.asking import Asking, Rows
from dialogs.terms import (
    Answer,
    Asked,
    Button,
    Conversation,
    Correct,
    Dialog,
    Effect,
    File,
    Form,
    Heard,
    Phone,
    Question,
    Say,
    Sort,
    Turn,
    Words,
)

# Forms that hold nothing of the person's: they close by themselves when something else is said.
LIGHT = frozenset({"menu", "language", "erase", "requests", "speaker", "permissions", "data", "correct"})
ABOUT_SENT = frozenset({"after", "sharing", "followup"})  # forms whose answers complete something sent before
PURPOSE = {"need": "help", "idea": "idea"}  # what the consent of a dialog is for
CONSENT = {
    "help": ("need", "consent"),
    "idea": ("idea", "consent"),
    "group": ("after", "group"),
    "guardian": ("minor", "guardian"),
    "share-regional": ("sharing", "regional"),
    "share-transnational": ("sharing", "transnational"),
}
"""Purpose → dialog and question that ask for it (R-02)."""
ABOUT_CONSENT = frozenset({"allow", "renew"})  # questions that show the words of a consent again
OTHER_CODES = {"no": "nb", "nn": "nb", "prs": "fa", "ku": "kmr", "in": "id", "iw": "he"}


class Step:
    def __init__(
        self, conversation: Conversation, heard: Heard, now: datetime, words: Words, scripts: Mapping[str, Dialog]
    ) -> None:
        self.conversation = conversation
        self.heard = heard
        self.now = now
        self.words = words
        self.scripts = scripts
        self.effects: list[Effect] = []
        self.said: list[str] = []
        self.first_rows: Rows = ()
        self.last_rows: Rows = ()  # what is offered beside the question: nobody has to answer it
        self.quiet = False  # nothing is said at all
        self.ended = False  # what is said stands alone: no question follows
        self.bare = False  # not even a way to the menu
        self.toggles = False
        self.link: int | None = None  # how many paragraphs stand before a link to the web page
        self.copy: tuple[str, ...] = ()  # a copy of the person's data comes with what is said

    # -- language ---------------------------------------------------------------------------------

    @property
    def first_languages(self) -> tuple[str, ...]:
        """Before one is chosen: the language of the text, then that of the device."""
        device = (self.heard.device_language or "").lower().split("-")[0]
        guesses = (self.heard.readings.language, OTHER_CODES.get(device, device))
        return tuple(code for code in guesses if code and code in self.words.languages)

    @property
    def language(self) -> str:
        chosen = self.conversation.language
        if chosen in self.words.languages and chosen is not None:
            return chosen
        return next(iter((*self.first_languages, *self.words.languages)))

    def text(self, context: str, **values: str | int) -> str:
        return self.words.text(self.language, context, **values)

    def say(self, context: str, **values: str | int) -> None:
        self.said.append(self.text(context, **values))

    def button(self, word: str) -> Button:
        return Button(f"!{word}", self.text(f"button.{word}"))

    # -- forms ------------------------------------------------------------------------------------

    @property
    def consented(self) -> bool:
        return self.conversation.consent is True

    @property
    def known(self) -> bool:
        """Whether anything of theirs is kept: after a yes, and after one that was taken back."""
        return self.consented or bool(self.conversation.sent)

    @property
    def top(self) -> Form | None:
        return self.conversation.forms[-1] if self.conversation.forms else None

    def change(self, **changes: object) -> None:
        self.conversation = replace(self.conversation, **changes)  # type: ignore[arg-type]  # checked by the noun

    def open_form(self, dialog: str, subject: str | None = None) -> Form:
        """A new form on top. Its draft number never comes again, not even after an erasure: it holds the time."""
        draft = max(self.conversation.last_draft + 1, int(self.now.timestamp()))
        form = Form(dialog, draft, subject)
        if dialog == "need" and subject is None:
            form = self._with_what_is_known(form)
        self.change(forms=(*self.conversation.forms, form), last_draft=draft)
        if self.conversation.alarm_draft == 0 and self.scripts[dialog].telling and subject is None:
            self.change(alarm_draft=draft)
        return form

    def _with_what_is_known(self, form: Form) -> Form:
        """Nothing is asked twice (I-14)."""
        if self.conversation.language is not None:
            form = forms.put(form, Answer("language", self.conversation.language, on_file=True))
        if PURPOSE["need"] in self.conversation.purposes:
            form = forms.put(form, Answer("consent", "yes", on_file=True))
        return form

    def replace_form(self, form: Form) -> None:
        changed = (form if other.draft == form.draft else other for other in self.conversation.forms)
        self.change(forms=tuple(changed))

    def close_form(self, form: Form) -> None:
        self.change(forms=tuple(other for other in self.conversation.forms if other.draft != form.draft))

    def bring_up(self, form: Form) -> None:
        """Light forms above it close."""
        place = [other.draft for other in self.conversation.forms].index(form.draft)
        above = (other for other in self.conversation.forms[place + 1 :] if other.dialog not in LIGHT)
        self.change(forms=(*self.conversation.forms[:place], *above, form))

    def drop_light_forms(self) -> None:
        self.change(forms=tuple(form for form in self.conversation.forms if form.dialog not in LIGHT))

    def telling(self) -> Form | None:
        """The topmost form that takes words without being asked."""
        for form in reversed(self.conversation.forms):
            if self.scripts[form.dialog].telling and form.subject is None:
                return form
        return None

    def add_words(self, form: Form, text: str | None, files: Sequence[File], message: str | None) -> Form:
        """The form with these words in the place that its dialog has for them, if there is room."""
        question = self.scripts[form.dialog].telling
        return forms.add_words(form, question, text, files, message) if question else form

    def asking(self, form: Form, question: str | None = None) -> Asking | None:
        """The form's open question (or the one named) as it would be put now."""
        dialog = self.scripts[form.dialog]
        asked = dialog.question(question) if question else forms.next_question(form, dialog, self.words)
        if asked is None:
            return None
        read = self._read(form.subject) if asked.key in ABOUT_CONSENT and form.subject else ()
        known = (self.words, self.language, self.first_languages, self.heard.can)
        return Asking(self.conversation, form, dialog, asked, *known, read)

    def _read(self, purpose: str) -> tuple[str, ...]:
        """Contexts of the words by which this purpose is asked for."""
        return ("phrase.allow_followup",) if purpose == "followup" else self.consent_of(purpose).text

    def consent_of(self, purpose: str) -> Question:
        """The question that asks for this purpose."""
        dialog, key = CONSENT[purpose]
        return next(question for question in self.scripts[dialog].questions if question.key == key)

    def open_question(self) -> Asking | None:
        return self.asking(self.top) if self.top else None

    # -- the end of the step ----------------------------------------------------------------------

    def turn(self) -> Turn:
        if self.conversation.language is None and not self.conversation.forms and not (self.ended or self.quiet):
            self.open_form("need")
        self._close_finished()
        if self.conversation.alarm_draft == 0 and not self.conversation.kept:
            self.change(alarm_draft=None)  # the words were not kept, or belong to what was sent
        self._note_person()
        asking = None if self.ended or self.quiet else self.open_question()
        if asking is None and not (self.said or self.quiet):
            self.open_form("menu")
            asking = self.open_question()
        if asking is None:
            if not self.quiet:
                self.change(asked=None)
                self._say_alone()
        else:
            self._ask(asking)
        return Turn(self.conversation, tuple(self.effects))

    def _close_finished(self) -> None:
        """A form that asks about something sent before ends by itself when nothing is left to ask."""
        if self.top is not None and forms.corrects(self.top, self.scripts[self.top.dialog]):
            self._close_corrected(self.top)
        while (form := self.top) is not None and form.dialog in ABOUT_SENT and self.asking(form) is None:
            self.close_form(form)
            if not self.said:
                self.say("phrase.thanks")

    def _note_person(self) -> None:
        """Where several share a phone, whoever has begun to talk is one of them."""
        one = self.conversation
        begun = bool(one.language or one.forms or one.sent) or one.consent is not None
        if one.phone != Phone() and begun and one.phone.number not in one.phone.people:
            self.change(phone=replace(one.phone, people=tuple(sorted((*one.phone.people, one.phone.number)))))

    def _close_corrected(self, form: Form) -> None:
        if self.asking(form) is not None:
            return
        dialog = self.scripts[form.dialog]
        counting = forms.counted(form, dialog, self.words)
        answers = tuple(forms.settled(answer) for answer in counting if not answer.on_file)
        level: str | None = urgency.level(form, dialog, self.words)
        if level == urgency.DEFAULT and not any(answer.question == "urgency" for answer in answers):
            level = None  # nothing that was corrected says how soon
        self.close_form(form)
        self.effects.append(Correct(form.subject or "", answers, level))
        self.say("phrase.corrected", reference=form.subject or "")

    def _ask(self, asking: Asking) -> None:
        if self.conversation.phone.aside:
            self._ask_aside(asking)
            return
        draft, key = asking.form.draft, asking.question.key
        asked = self.conversation.asked
        if asked is None or (asked.draft, asked.question) != (draft, key):
            self.change(asked=Asked(draft, key, self.now))
        paragraphs = (*self.said, *asking.paragraphs())
        rows = (*self.first_rows, *asking.buttons(), *self.last_rows)
        from_staff = self.heard.message if self.heard.sort is Sort.STAFF else None
        self.effects.append(
            Say(paragraphs, rows, self.language, key, draft, self.toggles, from_staff, self.link, self.copy)
        )

    def _ask_aside(self, asking: Asking) -> None:
        """Somebody else holds the phone: what staff wrote is shown whole at once, anything else waits."""
        from_staff = self.heard.sort is Sort.STAFF
        said = asking.paragraphs() if from_staff else (self.text("phrase.waits"),)
        shows = self.heard.message if from_staff else None
        self._say_aside(said, question=asking.question.key, draft=asking.form.draft, from_staff=shows)

    def _say_aside(self, said: tuple[str, ...], **more: Any) -> None:
        number = self.conversation.phone.number
        paragraphs = (self.text("phrase.for_person", number=number), *said)
        rows = ((Button(f"speaker:p{number}", self.text("button.as_person", number=number)),),)
        self.effects.append(Say(paragraphs, rows, self.language, **more))

    def _say_alone(self) -> None:
        rows = () if self.bare else (*self.first_rows, *self.last_rows) or ((self.button("menu"),),)
        if self.conversation.phone.shared and not (self.bare or self.ended):
            rows = (*rows, (self.button("other"),))
        if self.heard.sort is Sort.NEWS and self.conversation.phone.aside:
            self._say_aside(tuple(self.said))
            return
        self.effects.append(Say(tuple(self.said), rows, self.language, data=self.copy, link=self.link))

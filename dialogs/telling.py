"""Words and files that find a place although nobody asked for them: nothing that is told is lost.

Before consent they wait in `kept`; after it they join the story of the open form; after sending they are
added to what was sent, once the person has said that they belong to it.
"""

from __future__ import annotations

from dataclasses import replace

from dialogs import forms, safety, suggesting
from dialogs.answers import Chosen, is_story, understand
from dialogs.asking import Asking
from dialogs.step import ABOUT_SENT, LIGHT, Step
from dialogs.terms import Amend, Answer, Form, FromStaff, Keep, Kept, Kind, Reply, Sent, Sort

MOST_CHARACTERS = 20_000  # about five of the longest messages of Telegram, in one draft
MOST_FILES = 40
LIGHT_OR_WORDS = LIGHT | ABOUT_SENT | {"words"}  # forms that take no story


def keep(step: Step) -> bool:
    """Keep what was heard: in the story after consent, in transit before. Says nothing but that it is enough.

    A conversation is written whole at every turn, so what one draft holds is bounded. What comes beyond it is still
    in the transcript.
    """
    heard = step.heard
    text = (heard.text or "").strip() or None
    form = step.telling()
    top = step.top
    if not _room(step, form, text):
        step.say("phrase.enough")
        return False
    if step.consented and top is not None and top.subject is not None and _is_about_sent(step, top):
        step.effects.append(Amend(top.subject, text, heard.files))
        keep_files(step)
    elif step.consented and form is not None:
        told = step.add_words(form, text, heard.files, heard.message)
        step.replace_form(suggesting.suggest(step, told, suggesting.about(heard)))
        keep_files(step)
    else:
        kept = Kept(text, heard.files, heard.message, suggesting.about(heard))
        step.change(kept=(*step.conversation.kept, kept))
    if heard.album:
        step.change(album=heard.album)
    return True


def _is_about_sent(step: Step, form: Form) -> bool:
    return form.dialog in ABOUT_SENT or forms.corrects(form, step.scripts[form.dialog])


def _room(step: Step, form: Form | None, text: str | None) -> bool:
    """Whether the draft, or what waits for consent, can hold this as well."""
    told = [(kept.text, kept.files) for kept in step.conversation.kept]
    if form is not None:
        told += [(answer.value, answer.files) for answer in form.answers]
    characters = sum(len(words or "") for words, _ in told) + len(text or "")
    files = sum(len(sent) for _, sent in told) + len(step.heard.files)
    return characters <= MOST_CHARACTERS and files <= MOST_FILES


def keep_files(step: Step) -> None:
    if step.heard.files and step.consented:
        step.effects.append(Keep(step.heard.files))


def say_kept(step: Step) -> None:
    if step.heard.files:
        step.say("phrase.file_kept" if step.consented else "phrase.file_transit")
    else:
        step.say("phrase.noted" if step.consented else "phrase.transit")


def kept_becomes_story(step: Step, form: Form) -> Form:
    """At consent: what was told before is the story, seen at the check, and is not asked for again."""
    about = next((told.topics for told in step.conversation.kept if told.topics), ())
    for told in step.conversation.kept:
        form = step.add_words(form, told.text, told.files, told.message)
        if told.files:
            step.effects.append(Keep(told.files))
    step.change(kept=())
    return suggesting.suggest(step, form, about)


def late(step: Step, asking: Asking) -> bool:
    """A message from before the whole second in which the open question was first put is no answer to it."""
    asked = step.conversation.asked
    takes_story = asking.form.dialog not in LIGHT_OR_WORDS
    if asked is None or step.heard.sort is not Sort.TEXT or not takes_story:
        return False
    if (asked.draft, asked.question) != (asking.form.draft, asking.question.key):
        return False
    if step.heard.at >= asked.at.replace(microsecond=0):
        return False
    if step.consented and step.telling() is not None:
        if keep(step):
            step.say("phrase.late")
    elif step.consented and step.conversation.sent:
        add(step, step.conversation.sent[-1].reference)
    elif step.consented:
        return False
    elif is_story(step.heard.text or "") and keep(step):
        say_kept(step)
    return True


def unasked(step: Step) -> None:
    """A message while no question is open: a story, words for what was sent, or just a hello."""
    heard = step.heard
    text = heard.text or ""
    telling = bool(heard.files) or (is_story(text) and heard.readings.word_in(step.conversation.language) is None)
    if step.consented and step.conversation.sent and telling:
        if keep(step):
            step.open_form("words", step.conversation.sent[-1].reference)
    elif step.consented and step.conversation.sent:
        step.open_form("menu")
    else:
        form = step.open_form("need")
        if telling and keep(step):
            say_kept(step)
            step.bring_up(step.telling() or form)


def add(step: Step, reference: str) -> None:
    """What was heard belongs to what was sent before."""
    if keep(step):
        add_to_sent(step, reference)


def add_to_sent(step: Step, reference: str) -> None:
    """The kept words belong to what was sent before."""
    for told in step.conversation.kept:
        step.effects.append(Amend(reference, told.text, told.files))
        if told.files:
            step.effects.append(Keep(told.files))
        if told.message:
            step.change(sent=tuple(_with_message(sent, reference, told.message) for sent in step.conversation.sent))
    step.change(kept=())
    step.say("phrase.added", reference=reference)


def reply(step: Step, form: Form) -> None:
    """The next free words after a message from staff are filed with it; before consent they wait for a yes."""
    step.close_form(form)
    asked = next((asked for asked in step.conversation.from_staff if asked.draft == form.draft), None)
    if not step.consented or asked is None:
        if step.telling() is None:
            step.open_form("need")
        if keep(step):
            say_kept(step)
        return
    file_reply(step, asked)


def file_reply(step: Step, asked: FromStaff) -> None:
    heard = step.heard
    step.effects.append(Reply(asked.message, asked.reference, (heard.text or "").strip() or None, heard.files))
    keep_files(step)
    step.say("phrase.passed_on")


def _with_message(sent: Sent, reference: str, message: str) -> Sent:
    return replace(sent, messages=(*sent.messages, message)) if sent.reference == reference else sent


def edited(step: Step) -> bool:
    """An edited message changes a draft; after sending it is added words. False: nobody knows that message."""
    heard = step.heard
    for form in reversed(step.conversation.forms):
        for answer in form.answers:
            if heard.message is not None and _edit(step, form, answer):
                step.say("phrase.edited")
                return True
    if any(told.message == heard.message for told in step.conversation.kept):
        kept = tuple(replace(t, text=heard.text) if t.message == heard.message else t for t in step.conversation.kept)
        step.change(kept=kept)
        step.say("phrase.edited")
        return True
    for sent in step.conversation.sent:
        if heard.message in sent.messages:
            step.effects.append(Amend(sent.reference, heard.text, heard.files))
            step.say("phrase.added", reference=sent.reference)
            return True
    return False


def _edit(step: Step, form: Form, answer: Answer) -> bool:
    """The answer that this message gave, or the part of a longer one."""
    message, text = step.heard.message, (step.heard.text or "").strip() or None
    if any(part.message == message for part in answer.parts):
        parts = [replace(part, text=text) if part.message == message else part for part in answer.parts]
        edited = forms.joined(answer.question, parts)
        answers = tuple(edited if other.question == answer.question else other for other in form.answers)
        step.replace_form(replace(form, answers=answers))
        return True
    return answer.message == message and _edit_answer(step, form, answer)


def _edit_answer(step: Step, form: Form, answer: Answer) -> bool:
    asking = step.asking(form, answer.question)
    if asking is None:
        return False
    text = (step.heard.text or "").strip()
    if asking.question.kind in (Kind.WORDS, Kind.PLACE):
        value = text or None
    else:
        understood = understand(asking, step.heard)
        if not isinstance(understood, Chosen) or asking.question.source == "languages":
            return False
        value = understood.value
    places = step.heard.readings.places if asking.question.kind is Kind.PLACE else ()
    edited = replace(answer, value=value, places=places, how="typed" if places else None)
    answers = tuple(edited if a.question == answer.question else a for a in form.answers)
    step.replace_form(replace(form, answers=answers))
    safety.of_answer(step, answer.question, value)
    return True

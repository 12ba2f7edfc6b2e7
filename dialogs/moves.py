"""The words of navigation: what each does, from any state.

Only a whole message is one; buttons carry them as `!word`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from dialogs import forms, minors, phone, rights, safety, suggesting
from dialogs.asking import Asking, state
from dialogs.step import LIGHT, Step
from dialogs.terms import UNSENT, Alarm, Answer, Button, Kind, Refused, Remind

REMIND_AFTER_DAYS = 2


def go(step: Step, word: str) -> bool:
    """Follow a word of navigation. False: there is no such word."""
    move = MOVES.get(word)
    if move is None:
        return False
    move(step)
    return True


def start(step: Step) -> None:
    step.change(stopped=False)
    step.drop_light_forms()
    if step.top is None:
        step.open_form("need")


def need(step: Step) -> None:
    _bring(step, "need")


def _bring(step: Step, dialog: str) -> None:
    """The open form of that dialog, or a new one."""
    rights.remind_of_pause(step)
    form = next((form for form in step.conversation.forms if form.dialog == dialog and form.subject is None), None)
    if form is not None:
        step.bring_up(form)
        return
    step.drop_light_forms()
    step.open_form(dialog)
    if step.conversation.language is None and dialog != "need":
        step.open_form("language")


def idea(step: Step) -> None:
    _bring(step, "idea")


def menu(step: Step) -> None:
    step.drop_light_forms()
    if step.conversation.language is not None:
        step.open_form("menu")


def requests(step: Step) -> None:
    """What was sent, newest first, and what became of it."""
    step.drop_light_forms()
    if not step.conversation.sent:
        step.say("phrase.no_requests")
        return
    form = step.open_form("requests")
    references = tuple(sent.reference for sent in reversed(step.conversation.sent))
    if len(references) == 1:
        step.replace_form(replace(form, subject=references[0]))
        return
    lines = [step.text("phrase.requests")]
    for reference in references:
        now = state(step.conversation, reference, step.words, step.language)
        lines.append(step.text("phrase.request", reference=reference, state=now))
    step.said.append("\n".join(lines))
    step.replace_form(replace(form, offers=references))


def help_(step: Step) -> None:
    step.say("phrase.help")
    step.say("phrase.help_words")
    lines = step.words.help_lines(step.language, ("die", "hurt", "child"))
    step.said.append("\n".join((step.text("phrase.help_lines"), *lines)))


def person(step: Step) -> None:
    """A human will write. Before consent we keep the address for this, and nothing else."""
    step.effects.append(Alarm("person"))
    _, date = step.words.promise(step.language, "U1", step.now)
    step.say("phrase.person" if step.consented else "phrase.person_transit", date=date)


def language(step: Step) -> None:
    asking = step.open_question()
    if asking is None or asking.question.source != "languages":
        step.drop_light_forms()
        step.open_form("language")


def stop(step: Step) -> None:
    """No more messages from us. What was not agreed to goes; a draft stays, and its buttons still work."""
    if not step.known:
        step.effects.append(Refused())
        step.change(forms=(), kept=())
    step.change(stopped=True)
    step.drop_light_forms()
    step.say("phrase.stopped")
    step.first_rows = ((Button("!start", step.text("button.start")),),)
    step.ended = True


def delete(step: Step) -> None:
    """Asked once more, always."""
    step.drop_light_forms()
    step.open_form("erase")


def later(step: Step) -> None:
    """One reminder of what is not sent yet, because the person wished for it."""
    step.drop_light_forms()
    form = step.telling()
    if form is None or not step.consented:
        step.say("phrase.nothing_open")
        return
    at = step.words.morning(step.now, REMIND_AFTER_DAYS)
    step.effects.append(Remind(form.draft, at))
    day = step.words.day
    step.say("phrase.later", until=day(step.language, step.now + UNSENT), date=day(step.language, at))
    step.ended = True


def other(step: Step) -> None:
    """Somebody else wants to write on this phone."""
    step.drop_light_forms()
    if "share" not in step.heard.can:
        step.say("phrase.other_alone")
        return
    form = step.open_form("speaker")
    step.replace_form(replace(form, offers=phone.offers(step.conversation.phone)))


def page(step: Step) -> None:
    """What is sensitive need not be told in an app of others (R-29). Whoever does not open the link just goes on."""
    asking = step.open_question()
    offered = asking is not None and asking.offers_page()
    if not offered and ("page" not in step.heard.can or step.conversation.page is None):
        step.say("phrase.old_button")
        return
    step.say("phrase.page_link")
    step.link = len(step.said)
    if offered:
        step.say("phrase.page_stay")
    else:
        step.ended = True


def skip(step: Step) -> None:
    asking = step.open_question()
    if asking is None:
        return
    if not asking.question.skip or asking.mode:
        step.say("phrase.must")
        return
    if asking.form.dialog == "minor":
        minors.answered(step, asking, None)
    elif asking.suggested:
        suggesting.answer(step, asking.form, forms.NONE)
    elif asking.form.dialog == "staff" or asking.question.key == "extra":
        step.close_form(asking.form)
    else:
        step.replace_form(forms.put(asking.form, Answer(asking.question.key)))


def back(step: Step) -> None:
    """The latest answer is open again, and is shown (I-08)."""
    asking = step.open_question()
    if asking is None:
        return
    if asking.form.dialog in LIGHT or asking.form.dialog == "staff":
        step.close_form(asking.form)
    elif not _back_inside(step, asking):
        _reopen_latest(step, asking)


def _back_inside(step: Step, asking: Asking) -> bool:
    """Leave what is under way inside a question: change or add at the check, a suggestion, a page of information."""
    answer = asking.open_answer
    if asking.mode and asking.question.kind is Kind.CHECK:
        step.replace_form(forms.drop(asking.form, asking.question.key))
        return True
    if asking.suggested:  # nobody has answered that yet
        step.replace_form(forms.drop(asking.form, "topic"))
        return True
    if answer is None or answer.closed or not answer.page:
        return False
    turned = replace(answer, page=answer.page - 1)
    others = tuple(turned if other.question == answer.question else other for other in asking.form.answers)
    step.replace_form(replace(asking.form, answers=others))
    return True


def _reopen_latest(step: Step, asking: Asking) -> None:
    last = forms.latest(asking.form, asking.dialog, step.words)
    if last is None and forms.corrects(asking.form, asking.dialog):
        step.close_form(asking.form)
        step.say("phrase.not_withdrawn")
    elif last is None:
        step.say("phrase.first")
    else:
        reopen(step, asking, last)


def reopen(step: Step, asking: Asking, answer: Answer) -> None:
    """Ask one question again, with the answer as it stands."""
    step.replace_form(forms.reopen(asking.form, answer.question))
    question = asking.dialog.question(answer.question)
    if question is not None and forms.told(answer) and question.source != "languages":
        step.say("phrase.your_answer", answer=asking.shown(question, answer))


def change(step: Step, asking: Asking, question: str) -> None:
    """At the check: ask one of its questions again, then come back."""
    chosen = forms.answer_to(asking.form, question)
    if chosen is None or not forms.counts(chosen, asking.form, asking.dialog, step.words):
        step.say("phrase.old_button")
        return
    check = asking.dialog.questions[-1].key
    reopen(step, replace(asking, form=forms.drop(asking.form, check)), chosen)


def more(step: Step, asking: Asking) -> None:
    """The next page: of information behind a question, or of its choices."""
    answer = asking.open_answer or Answer(asking.question.key, closed=False)
    pages = len(asking.question.pages)
    page = (answer.page + 1) % (pages + 1) if pages else answer.page + 1
    turned = replace(answer, closed=False, page=page)
    others = tuple(other for other in asking.form.answers if other.question != turned.question)
    step.replace_form(replace(asking.form, answers=(*others, turned)))


MOVES: Mapping[str, Callable[[Step], None]] = {
    "start": start,
    "hello": start,
    "need": need,
    "idea": idea,
    "menu": menu,
    "requests": requests,
    "status": requests,
    "permissions": rights.permissions,
    "data": rights.data,
    "help": help_,
    "person": person,
    "language": language,
    "stop": stop,
    "delete": delete,
    "later": later,
    "other": other,
    "page": page,
    "skip": skip,
    "back": back,
    "fine": safety.fine,
}

"""What an answer does: it closes a question, moves the check, sends, erases; and what is said when it was none."""

from __future__ import annotations

from dataclasses import replace

from dialogs import forms, minors, moves, phone, rights, safety, suggesting, telling, urgency
from dialogs.answers import Chosen, Done, Kept, Marked, Told, Unclear, Understood
from dialogs.asking import ELSE, Asking
from dialogs.step import ABOUT_SENT, PURPOSE, Step
from dialogs.terms import (
    Alarm,
    Answer,
    Button,
    Complete,
    Conversation,
    Erase,
    Form,
    Kind,
    Refused,
    Sent,
    Submit,
    Withdraw,
)

LETTER = {"need": "N", "idea": "M"}  # what a reference begins with
SENT_REMEMBERED = 20  # how many of the latest submissions a conversation can speak of


def answer(step: Step, asking: Asking, understood: Understood) -> None:
    match understood:
        case Chosen():
            _choose(step, asking, understood)
        case Marked():
            _mark(step, asking, understood)
        case Done() | Kept():
            _close(step, asking, asking.open_answer or Answer(asking.question.key))
        case Told():
            _tell(step, asking, understood)
        case _:
            repair(step, asking, understood)


def _close(step: Step, asking: Asking, given: Answer) -> None:
    closed = replace(given, closed=True, page=0)
    step.replace_form(forms.put(asking.form, closed))
    if asking.form.dialog in ABOUT_SENT and asking.form.subject is not None:
        _complete(step, asking, closed)


def _complete(step: Step, asking: Asking, closed: Answer) -> None:
    """An answer about something sent before counts at once: nobody has to reach an end."""
    dialog, key, subject = asking.form.dialog, asking.question.key, asking.form.subject or ""
    if key == "extra":
        return
    if dialog == "sharing" and closed.value == "yes":
        _agree(step, asking, f"share-{key}", "tap")
    if key == "group" and closed.value not in (None, "nosay"):
        _agree(step, asking, "group", "tap")
    if key == "helped":
        _agree_to_follow_ups(step, asking, closed.value != "stop")
    if (key, closed.value) == ("now", "worse"):
        step.effects.append(Alarm("worse"))
    step.effects.append(Complete(subject, (closed,)))
    if minors.suggested((closed,)):
        minors.ask(step, subject)


# -- a choice -------------------------------------------------------------------------------------


def _choose(step: Step, asking: Asking, chosen: Chosen) -> None:
    form, value = asking.form, chosen.value
    if asking.mode == "change":
        moves.change(step, asking, value)
    elif asking.question.kind is Kind.CHECK:
        _check(step, asking, value)
    elif asking.question.source == "languages":
        choose_language(step, value)
    elif asking.question.key == "consent":
        _consent(step, asking, chosen)
    elif asking.suggested:
        suggesting.answer(step, form, value)
    elif form.dialog == "menu":
        step.close_form(form)
        moves.go(step, value)
    elif form.dialog == "speaker":
        phone.choose(step, value)
    elif form.dialog == "erase":
        _erase(step, form, value)
    elif form.dialog == "words":
        _place_words(step, form, value)
    elif form.dialog == "requests":
        _request(step, asking, value)
    elif asking.question.kind is Kind.PLACE:
        step.replace_form(forms.pick(form, asking.question.key, value))
    elif form.dialog in rights.DIALOGS:
        rights.choose(step, asking, value, chosen.method)
    elif form.dialog == "minor":
        step.replace_form(forms.put(form, Answer(asking.question.key, value)))
        minors.answered(step, asking, value)
    else:
        _close(step, asking, Answer(asking.question.key, value, label=chosen.label, message=step.heard.message))
        safety.of_answer(step, asking.question.key, value)


def choose_language(step: Step, language: str) -> None:
    """From now on, everything is said in this language; a question that stood open is put again."""
    step.change(language=language)
    for form in step.conversation.forms:
        if form.dialog == "language":
            step.close_form(form)
        elif step.scripts[form.dialog].question("language"):
            before = forms.answer_to(form, "language")
            known = before is not None and before.on_file
            step.replace_form(forms.put(form, Answer("language", language, on_file=known)))


def _consent(step: Step, asking: Asking, chosen: Chosen) -> None:
    purpose = PURPOSE[asking.form.dialog]
    if chosen.value == "more":
        moves.more(step, asking)
    elif chosen.value == "yes":
        if purpose not in step.conversation.purposes:
            _agree(step, asking, purpose, chosen.method)
        form = forms.put(asking.form, Answer("consent", "yes", label=chosen.label))
        step.replace_form(telling.kept_becomes_story(step, form))
    elif set(step.conversation.purposes) - {purpose} or step.conversation.sent:
        step.close_form(asking.form)
        step.say("phrase.not_saved")
    else:
        refuse(step)


def _agree(step: Step, asking: Asking, purpose: str, method: str) -> None:
    """A yes to one purpose, with the words that were read."""
    rights.decide(step, purpose, True, _read(asking), method)


def _agree_to_follow_ups(step: Step, asking: Asking, given: bool) -> None:
    """The first of them asks for this as well: its answer is free, and "Stop asking" stands beside the others."""
    if given != ("followup" in step.conversation.purposes) or not given:
        rights.decide(step, "followup", given, _read(asking), "tap")
    if not given:
        step.change(stopped=True)


def _read(asking: Asking) -> str:
    return "\n".join(asking.text(context) for context in asking.question.text)


def refuse(step: Step) -> None:
    """No is a good answer: nothing is saved, and there are still numbers to call."""
    step.effects.append(Erase() if step.consented else Refused())
    step.conversation = Conversation(
        language=step.conversation.language,
        consent=False,
        last_draft=step.conversation.last_draft,
        seen_at=step.conversation.seen_at,
        phone=step.conversation.phone,
    )
    step.say("phrase.refused")
    lines = step.words.help_lines(step.language, ("die", "hurt", "child", "victims", "medical"))
    step.said.append("\n".join(lines))
    step.say("phrase.refused_again")
    step.first_rows = (*phone.others(step), (Button("!start", step.text("button.start")),))
    step.ended = True


def _erase(step: Step, form: Form, value: str) -> None:
    step.close_form(form)
    if value == "no":
        step.say("phrase.not_erased")
        return
    proof = f"D-{step.heard.reference}"
    step.effects.append(Erase(proof))
    step.say("phrase.erased", date=step.words.day(step.language, step.now))
    step.say("phrase.erased_proof", reference=proof)
    step.say("phrase.erased_app")
    step.first_rows = (*phone.others(step), (Button("!start", step.text("button.start")),))
    step.conversation = Conversation(phone=step.conversation.phone.left())
    step.ended = True


def _place_words(step: Step, form: Form, value: str) -> None:
    """Words that came after sending: to what was sent, or the story of something new."""
    step.close_form(form)
    if value == "add" and form.subject is not None:
        telling.add_to_sent(step, form.subject)
    else:
        new = step.open_form("need")
        step.replace_form(telling.kept_becomes_story(step, new))
        step.say("phrase.noted")


def _request(step: Step, asking: Asking, value: str) -> None:
    """One step of `requests`: which, what to do with it, and whether they are sure."""
    form = asking.form
    if asking.question.key == "which":
        step.replace_form(replace(forms.put(form, Answer("which", value)), subject=value))
    elif asking.question.key == "sure":
        step.close_form(form)
        _withdraw(step, form.subject or "", value)
    elif value == "person":
        step.close_form(form)
        moves.person(step)
    elif value == "change":
        step.close_form(form)
        rights.correct(step, form.subject or "")
    else:
        step.replace_form(forms.put(form, Answer(asking.question.key, value)))


def _withdraw(step: Step, reference: str, value: str) -> None:
    if value == "no":
        step.say("phrase.not_withdrawn")
        return
    step.effects.append(Withdraw(reference))
    sent = (replace(s, status="withdrawn") if s.reference == reference else s for s in step.conversation.sent)
    step.change(sent=tuple(sent))
    step.say("phrase.withdrawn", reference=reference)


# -- several choices ------------------------------------------------------------------------------


def _mark(step: Step, asking: Asking, marked: Marked) -> None:
    chosen = [value for value in asking.marked() if value not in marked.values]
    if marked.on:
        order = [choice.value for choice in asking.choices()]
        chosen = sorted([*chosen, *marked.values], key=order.index)
    given = Answer(asking.question.key, ",".join(chosen) or None, closed=False)
    others = tuple(other for other in asking.form.answers if other.question != given.question)
    step.replace_form(replace(asking.form, answers=(*others, given)))
    step.toggles = True


# -- words ----------------------------------------------------------------------------------------


def _tell(step: Step, asking: Asking, told: Told) -> None:
    if asking.mode == "add":
        step.replace_form(forms.drop(asking.form, asking.question.key))
        if telling.keep(step):
            step.say("phrase.added_here")
        return
    if asking.form.dialog == "staff":
        telling.reply(step, asking.form)
        return
    if asking.form.dialog == "requests":
        step.close_form(asking.form)
        telling.add(step, asking.form.subject or "")
        return
    told_now = Answer(asking.question.key, told.text, files=told.files, message=step.heard.message)
    _close(step, asking, replace(told_now, places=told.places, how=told.how))
    telling.keep_files(step)
    if step.heard.album:
        step.change(album=step.heard.album)


def repair(step: Step, asking: Asking, unclear: Unclear) -> None:
    """Three different repairs in a row: said otherwise, buttons only, a person (I-10). Words are kept at once."""
    form, count = asking.form, 0
    if unclear.words and suggesting.fits(step, asking):
        if telling.keep(step):
            telling.say_kept(step)
        return
    if step.heard.readings.crisis is None:
        form, count = forms.try_again(form, asking.question.key)
        step.replace_form(form)
    if unclear.words and telling.keep(step):
        telling.say_kept(step)
    repairs = asking.question.repairs
    if count >= 3:
        step.say("phrase.person_offer" if step.consented else "phrase.person_offer_transit")
    elif 0 < count <= len(repairs):
        step.said.append(asking.text(repairs[count - 1]))


# -- the check ------------------------------------------------------------------------------------


def _check(step: Step, asking: Asking, value: str) -> None:
    if value == "send":
        _send(step, asking)
    elif value.startswith(ELSE):
        step.replace_form(forms.pick(asking.form, "place", value.removeprefix(ELSE)))
    else:
        open_answer = Answer(asking.question.key, value, closed=False)
        form = forms.drop(asking.form, asking.question.key)
        step.replace_form(replace(form, answers=(*form.answers, open_answer)))


def _drop_empty_needs(step: Step) -> None:
    """Whoever came past the questions of a need only to tell an idea is not asked about a need afterwards."""
    for form in step.conversation.forms:
        if form.dialog == "need" and {one.question for one in form.answers} <= {"language", "consent"}:
            step.close_form(form)


def _send(step: Step, asking: Asking) -> None:
    """The form becomes a submission. Its draft number makes sure that this happens once."""
    form, dialog = asking.form, asking.dialog
    kind = dialog.submits or dialog.name
    reference = f"{LETTER[kind]}-{step.heard.reference}"
    answers = tuple(map(forms.settled, forms.counted(form, dialog, step.words)))
    level = urgency.level(form, dialog, step.words) if kind == "need" else "U4"
    rang = step.conversation.alarm_draft == form.draft
    if rang:
        level = "U0"
    step.effects.append(Submit(reference, kind, form.draft, step.language, answers, level))
    messages = tuple(given.message for given in answers if given.message)
    step.close_form(form)
    if kind == "idea":
        _drop_empty_needs(step)
    day, date = step.words.promise(step.language, level, step.now)
    sent = Sent(reference, kind, form.draft, "new", step.now, day.isoformat(), messages)
    step.change(sent=(*step.conversation.sent, sent)[-SENT_REMEMBERED:])
    if rang:
        step.change(alarm=None, alarm_draft=None)
    step.say("phrase.done_idea" if kind == "idea" else "phrase.done", reference=reference, date=date)
    step.say("phrase.done_menu")
    if not step.conversation.forms:
        form = step.open_form("sharing" if kind == "idea" else "after", reference)
        step.replace_form(minors.without_group(form) if step.conversation.young else form)
    if minors.suggested(answers):
        minors.ask(step, reference)

"""What a person decides about their data: each permission alone, a pause, a copy, another answer (domain.md §4.d)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256

from dialogs import forms
from dialogs.asking import Asking
from dialogs.step import LIGHT, PURPOSE, Step
from dialogs.terms import (
    COPY,
    Alarm,
    Answer,
    Button,
    Complete,
    Consented,
    Permission,
    Question,
    Restrict,
    Sent,
    Withdraw,
)

SAVING = frozenset(PURPOSE.values())  # purposes without which nothing new is saved
RENEWED = (*PURPOSE.values(), "share-regional", "share-transnational")  # asked again when their words change
SHARING = {"share-regional": "regional", "share-transnational": "transnational"}  # purpose → its answer
OF_CHOICE: Mapping[str, str] = {"regional": "share-regional", "transnational": "share-transnational"}
UNTOUCHED = frozenset({"done", "not_possible", "withdrawn"})  # statuses in which there is nothing left to stop


# -- one yes or no --------------------------------------------------------------------------------


def decide(step: Step, purpose: str, given: bool, text: str, method: str) -> None:
    """Yes or no to one purpose, from now on. `text` is what was read."""
    step.effects.append(Consented(purpose, given, text, step.language, method))
    _note(step, purpose, given)
    purposes = tuple(other for other in step.conversation.purposes if other != purpose)
    purposes = (*purposes, purpose) if given else purposes
    consent = given or step.conversation.consent
    if not given and purpose in SAVING and not SAVING.intersection(purposes):
        consent = False
    step.change(purposes=purposes, consent=consent)


def _note(step: Step, purpose: str, given: bool) -> None:
    version = "" if purpose == "followup" else _version(step, step.consent_of(purpose), step.language)
    word = Permission(purpose, given, step.now, step.language, version)
    others = tuple(other for other in step.conversation.permissions if other.purpose != purpose)
    step.change(permissions=(*others, word))


def latest(step: Step, purpose: str) -> Permission | None:
    return next((word for word in step.conversation.permissions if word.purpose == purpose), None)


def _version(step: Step, question: Question, language: str) -> str:
    """Names the wording of a consent in one language, whoever runs the service."""
    text = "\n".join(step.words.text(language, context, org="{org}") for context in question.text)
    return _digest(text)


@lru_cache(maxsize=256)
def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


# -- asked again when a text changes (R-05) ---------------------------------------------------------


def renew(step: Step) -> None:
    """Opens the question for a consent whose words are others now than those that were read."""
    if step.top is not None and step.top.dialog in LIGHT:
        return  # whoever wants to delete, or to see the menu, gets that first
    asked = {form.subject for form in step.conversation.forms if form.dialog == "renew"}
    for purpose in RENEWED:
        if purpose in step.conversation.purposes and purpose not in asked and _is_outdated(step, purpose):
            step.open_form("renew", purpose)
            return


def _is_outdated(step: Step, purpose: str) -> bool:
    word = latest(step, purpose)
    if word is None or not word.version:  # from before versions were kept
        return False
    question = step.consent_of(purpose)
    # In the language in which it was read: the wordings of one version differ from language to language.
    return word.version != _version(step, question, word.language) and word.version not in question.same


def _renewed(step: Step, asking: Asking, value: str, method: str) -> None:
    purpose = asking.form.subject or ""
    text = "\n".join(asking.paragraphs())
    step.close_form(asking.form)
    if value == "yes":
        decide(step, purpose, True, text, method)
        step.say("phrase.thanks")
    elif purpose == "help" and asking.dialog.basis != "consent":
        _object(step, text)
    else:
        _take_back(step, purpose, text, method)


# -- my permissions ---------------------------------------------------------------------------------


def permissions(step: Step) -> None:
    """What was said yes to, since when; each can be taken back by itself."""
    step.drop_light_forms()
    offers = _offers(step)
    if not offers:
        step.say("phrase.nothing_saved")
        return
    lines = [_line(step, purpose) for purpose in step.conversation.purposes if not _by_law(step, purpose)]
    if _by_law(step, "help"):
        step.say("phrase.public_task")
    if lines:
        step.said.append("\n".join((step.text("phrase.permissions"), *lines)))
    elif not _by_law(step, "help"):
        step.say("phrase.no_permissions")
    if step.conversation.paused:
        step.say("phrase.paused_still")
    form = step.open_form("permissions")
    step.replace_form(replace(form, offers=offers))


def _line(step: Step, purpose: str) -> str:
    what = step.text(f"phrase.purpose.{purpose}")
    word = latest(step, purpose)
    if word is None:
        return what
    return step.text("phrase.permission", what=what, date=step.words.day(step.language, word.at))


def _by_law(step: Step, purpose: str) -> bool:
    """The basis is a public task, not the person's yes: they may object, and there is nothing to take back."""
    agreed = purpose in step.conversation.purposes
    return purpose == "help" and agreed and step.scripts["need"].basis != "consent"


def _offers(step: Step) -> tuple[str, ...]:
    has = step.conversation.purposes
    sent = step.conversation.sent
    idea = "idea" in has and any(one.kind == "idea" for one in sent)
    found = ["object_help" if _by_law(step, "help") else "stop_help"] if "help" in has else []
    found += [f"stop_{purpose}" for purpose in ("idea", "group") if purpose in has]
    for name, purpose in OF_CHOICE.items():
        if purpose in has:
            found.append(f"stop_{name}")
        elif idea and (name == "regional" or "share-regional" in has):
            found.append(f"allow_{name}")
    asked = latest(step, "followup")
    if asked is not None or "followup" in has:
        found.append("stop_followup" if "followup" in has else "allow_followup")
    if step.conversation.paused:
        found.append("lift")
    elif sent:
        found.append("pause")
    return tuple(found)


def _change(step: Step, asking: Asking, value: str, method: str) -> None:
    """One step of `permissions`: what, and where it has consequences whether they are sure."""
    form = asking.form
    if asking.question.key == "purpose":
        _first(step, asking, value, method)
        return
    step.close_form(form)
    purpose, text = form.subject or "", "\n".join(asking.paragraphs())
    if value == "no":
        step.say("phrase.not_withdrawn")
    elif asking.question.key == "stop":
        _take_back(step, purpose, text, method)
    elif asking.question.key == "object":
        _object(step, text)
    else:
        _allow(step, purpose, text, method)


def _first(step: Step, asking: Asking, value: str, method: str) -> None:
    word, _, name = value.partition("_")
    purpose = OF_CHOICE.get(name, name)
    if word in ("pause", "lift"):
        step.close_form(asking.form)
        pause(step, word == "pause")
    elif word == "stop" and purpose not in SAVING:
        _take_back(step, purpose, asking.label(next(one for one in asking.choices() if one.value == value)), method)
        permissions(step)
    else:
        form = forms.put(asking.form, Answer("purpose", value))
        step.replace_form(replace(form, subject=purpose))


def _allow(step: Step, purpose: str, text: str, method: str) -> None:
    decide(step, purpose, True, text, method)
    if purpose == "followup":
        step.change(stopped=False)
    if purpose in SHARING:
        _answer_ideas(step, purpose, "yes")
    step.say("phrase.permission_given")


def _take_back(step: Step, purpose: str, text: str, method: str) -> None:
    decide(step, purpose, False, text, method)
    if purpose in SHARING:
        _answer_ideas(step, purpose, "no")
    if purpose == "share-regional" and "share-transnational" in step.conversation.purposes:
        _take_back(step, "share-transnational", text, method)  # further than it may go is not far enough away
    elif purpose in SAVING:
        _stop(step, purpose)
    else:
        step.say("phrase.permission_stopped")


def _answer_ideas(step: Step, purpose: str, value: str) -> None:
    for sent in step.conversation.sent:
        if sent.kind == "idea" and sent.status not in UNTOUCHED:
            step.effects.append(Complete(sent.reference, (Answer(SHARING[purpose], value),)))


def _stop(step: Step, purpose: str) -> None:
    """All that was sent for this purpose ends, and what was not sent yet goes."""
    kind = next(dialog for dialog, of in PURPOSE.items() if of == purpose)
    ended = {sent.reference for sent in step.conversation.sent if sent.kind == kind}
    for form in step.conversation.forms:
        if form.dialog == kind or form.subject in ended:
            step.close_form(form)
    step.change(sent=tuple(_withdrawn(step, sent, kind) for sent in step.conversation.sent))
    step.say("phrase.help_stopped")
    step.say("phrase.delete_too")
    if kind == "need":
        lines = step.words.help_lines(step.language, ("die", "hurt", "child"))
        step.said.append("\n".join((step.text("phrase.help_lines"), *lines)))


def _withdrawn(step: Step, sent: Sent, kind: str) -> Sent:
    if sent.kind != kind or sent.status in UNTOUCHED:
        return sent
    step.effects.append(Withdraw(sent.reference))
    return replace(sent, status="withdrawn")


def _object(step: Step, text: str) -> None:
    """Where a public task is the basis: nobody uses it until a person has looked at the objection (Art. 18, 21)."""
    step.effects += [Consented("help", False, text, step.language, "objection"), Restrict(True), Alarm("objection")]
    _note(step, "help", given=False)
    step.change(paused=True)
    _, date = step.words.promise(step.language, "U1", step.now)
    step.say("phrase.objected", date=date)


# -- a pause (R-23) -----------------------------------------------------------------------------------


def pause(step: Step, on: bool) -> None:
    step.effects.append(Restrict(on))
    step.change(paused=on)
    step.say("phrase.paused" if on else "phrase.lifted")


def remind_of_pause(step: Step) -> None:
    """Whoever paused everything and tells more should know that nobody reads the earlier answers."""
    if step.conversation.paused:
        step.say("phrase.paused_still")
        step.first_rows = (*step.first_rows, (Button("!permissions", step.text("button.permissions")),))


# -- a copy (R-18, R-19) ------------------------------------------------------------------------------


def data(step: Step) -> None:
    step.drop_light_forms()
    if step.consented or step.conversation.sent:
        step.open_form("data")
    else:
        step.say("phrase.nothing_saved")


def _copy(step: Step, asking: Asking, value: str) -> None:
    step.close_form(asking.form)
    if value == "no":
        step.say("phrase.no_data_now")
        return
    step.say("phrase.data")
    step.say("phrase.data_safe")
    step.copy = COPY


# -- another answer (R-20) ----------------------------------------------------------------------------


def correct(step: Step, reference: str) -> None:
    """Which answer of what was sent? Those that stand in its check."""
    sent = next((sent for sent in step.conversation.sent if sent.reference == reference), None)
    if sent is None or sent.status in UNTOUCHED:
        step.say("phrase.cannot_correct", reference=reference)
        return
    questions = step.scripts[sent.kind].questions
    keys = tuple(f"{sent.kind}.{one.key}" for one in questions if one.summary and one.source != "details")
    form = step.open_form("correct", reference)
    step.replace_form(replace(form, offers=keys))


def _ask_again(step: Step, asking: Asking, value: str) -> None:
    """The question as it was asked, in a form of its own: everything else of it stands."""
    form = asking.form
    step.close_form(form)
    kind = form.offers[0].split(".")[0]
    dialog = step.scripts[kind]
    asked = {value} | {one.key for one in dialog.questions if value == "topic" and one.source == "details"}
    again = step.open_form(kind, form.subject)
    known = tuple(Answer(one.key, on_file=True) for one in dialog.questions if one.key not in asked)
    step.replace_form(replace(again, answers=known))


# -- which of these -----------------------------------------------------------------------------------


def choose(step: Step, asking: Asking, value: str, method: str) -> None:
    """An answer to one of the forms above."""
    match asking.form.dialog:
        case "permissions":
            _change(step, asking, value, method)
        case "renew":
            _renewed(step, asking, value, method)
        case "correct":
            _ask_again(step, asking, value)
        case _:
            _copy(step, asking, value)


DIALOGS = frozenset({"permissions", "renew", "correct", "data"})

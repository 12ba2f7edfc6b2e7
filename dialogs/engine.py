"""One step of a conversation. Pure: `advance(conversation, heard, now, words, scripts) → Turn`.

The rules, in the order in which they are asked; the first that fits decides:

   0  a phone of several      `phone.hears` says whose conversation it is that hears
   1  a group chat            we say that we talk with one person at a time, and leave
   2  blocked, unblocked      noted; nothing is said
   3  staff                   a state is noted, for when the person asks; a message is shown whole at once
      a move, news, a change  the form goes on in another talk; there is a message there; another person writes here
   4  words of crisis         numbers first, staff are told; then the message is read like any other
   5  a button                see `pressing`: current, old and foreign ones
   6  a hello, a command      see `moves`
   7  the rest of an album    joins its first part, without a second reply
   8  an edited message       changes a draft; after sending it is added words
   9  a clear choice          of the open question: its number, its label
  10  a word of navigation    only if it is the whole message
  11  a late message          from before the open question was put: added words, and the question repeats
  12  a platform's reply      goes to the question it replies to
  13  what cannot be read     is named, kindly, and the question repeats
  14  an answer               to the open question; or a repair, with the words kept
  15  anything else           a story, words for what was sent, or a hello

Whatever happened, the next question is the first applicable one without a closed answer: nothing stores a position.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from dialogs import answering, forms, moves, phone, pressing, rights, safety, telling
from dialogs.answers import Chosen, Done, Marked, Unclear, is_story, understand
from dialogs.asking import Asking
from dialogs.step import LIGHT, Step
from dialogs.terms import (
    Button,
    Conversation,
    Dialog,
    FromStaff,
    HandOver,
    Heard,
    Kind,
    Leave,
    Phone,
    Reachable,
    Sort,
    Turn,
    Words,
)

STAFF_REMEMBERED = 10  # how many of the latest messages from staff a late reply still finds
LONG_PAUSE = timedelta(days=1)  # after which a person is told where the talk stands (I-12)
ON_PAGE = "page"  # the text of a `Sort.HERE` that comes to the web page
UNREADABLE = {
    Sort.LOCATION: "phrase.location",
    Sort.CONTACT: "phrase.contact",
    Sort.STICKER: "phrase.sticker",
    Sort.POLL: "phrase.poll",
    Sort.OTHER: "phrase.other",
}


def advance(
    conversation: Conversation, heard: Heard, now: datetime, words: Words, scripts: Mapping[str, Dialog]
) -> Turn:
    """What a conversation becomes by what was heard, and what follows from it. `now` is aware, UTC."""
    step = Step(conversation, heard, now, words, scripts)
    match heard.sort:
        case Sort.GROUP:
            _group(step)
        case Sort.BLOCKED | Sort.UNBLOCKED:
            step.effects.append(Reachable(heard.sort is Sort.UNBLOCKED))
            step.quiet = True
        case Sort.STATUS:
            _status(step)
        case Sort.STAFF:
            _staff(step)
        case Sort.FOLLOW_UP:
            _follow_up(step)
        case Sort.REMIND:
            _remind(step)
        case Sort.MOVE:
            _move(step)
        case Sort.NEWS:
            _news(step)
        case Sort.HERE:
            _here(step)
        case _:
            _person(step)
    return step.turn()


def _group(step: Step) -> None:
    step.say("phrase.group")
    step.effects.append(Leave())
    step.bare = step.ended = True


def _status(step: Step) -> None:
    status = step.heard.text or ""
    sent = (replace(s, status=status) if s.reference == step.heard.subject else s for s in step.conversation.sent)
    step.change(sent=tuple(sent))
    step.quiet = True


def _staff(step: Step) -> None:
    """A message from staff counts as asked: shown whole at once; an open form is offered again after the reply."""
    heard = step.heard
    for form in step.conversation.forms:
        if form.dialog == "staff":
            step.close_form(form)
    step.drop_light_forms()
    form = step.open_form("staff", heard.subject)
    step.replace_form(replace(form, words=heard.text))
    asked = FromStaff(heard.message or "", form.draft, heard.subject)
    step.change(from_staff=(*step.conversation.from_staff, asked)[-STAFF_REMEMBERED:])


def _remind(step: Step) -> None:
    """The one reminder that was wished for; of nothing that was sent, erased or stopped meanwhile."""
    form = next((form for form in step.conversation.forms if str(form.draft) == step.heard.subject), None)
    if form is None or step.conversation.stopped or step.conversation.paused:
        step.quiet = True
        return
    step.bring_up(form)
    step.say("phrase.reminder")


def _follow_up(step: Step) -> None:
    """It is time to ask whether help came; never where the person said stop, or took it back."""
    sent = next((sent for sent in step.conversation.sent if sent.reference == step.heard.subject), None)
    asked = rights.latest(step, "followup")
    unwanted = step.conversation.stopped or step.conversation.paused or (asked is not None and not asked.given)
    if sent is None or sent.status == "withdrawn" or unwanted:
        step.quiet = True
        return
    step.drop_light_forms()
    step.open_form("followup", sent.reference)


def _move(step: Step) -> None:
    """The link to the web page was opened: what it was made for goes on there, and nothing here says what it was."""
    before = step.conversation
    moved = next((form for form in before.forms if str(form.draft) == step.heard.subject), None)
    alarm = before.alarm if moved is not None and before.alarm_draft == moved.draft else None
    given = replace(
        before, forms=() if moved is None else (moved,), kept=(), sent=(), from_staff=(), asked=None, album=None,
        alarm=alarm, alarm_draft=before.alarm_draft if alarm else None, stopped=False, phone=Phone(), page=None,
    )  # fmt: skip
    step.effects.append(HandOver(step.heard.text or "", given))
    step.quiet = moved is None or before.phone.aside
    step.ended = True
    step.change(page=step.heard.text)
    step.first_rows = (*phone.to_page(step), (step.button("menu"),))
    if moved is not None:
        step.close_form(moved)
        step.say("phrase.moved")


def taken_over(there: Conversation, given: Conversation) -> Conversation:
    """The talk on the web page, after what is under way came to it. What was told there before stays."""
    alarm = given if given.alarm is not None else there
    kept = tuple(form for form in there.forms if form.dialog not in LIGHT)
    return replace(
        given, forms=(*kept, *given.forms), kept=there.kept, sent=there.sent, from_staff=there.from_staff,
        last_draft=max(there.last_draft, given.last_draft), alarm=alarm.alarm, alarm_draft=alarm.alarm_draft,
        stopped=there.stopped,
    )  # fmt: skip


def _news(step: Step) -> None:
    """Somebody wrote to them on the web page: here it is only said that they did."""
    step.say("phrase.news")
    step.first_rows = (*phone.to_page(step), (step.button("menu"),))
    step.ended = True


def _here(step: Step) -> None:
    """From now on the person writes here, and is told so."""
    phone.arrive(step, "phrase.page_here" if step.heard.text == ON_PAGE else "phrase.speaking")


def _person(step: Step) -> None:
    """Something that a person did."""
    heard = step.heard
    phone.speak(step)
    _welcome_back(step)
    step.change(seen_at=step.now)
    if heard.readings.crisis is not None:
        safety.ring(step, heard.readings.crisis)
    match heard.sort:
        case Sort.PRESS:
            pressing.press(step)
        case Sort.HELLO:
            _hello(step)
        case Sort.COMMAND if _answered_already(step):
            step.quiet = True
        case Sort.COMMAND:
            if not moves.go(step, heard.text or ""):
                step.say("phrase.unknown_command")
        case _:
            _message(step)
    if not (step.quiet or step.ended):
        _another_language(step)
        rights.renew(step)


def _welcome_back(step: Step) -> None:
    """One line after a long pause: no recovery is needed, the form is the state."""
    before, asking = step.conversation.seen_at, step.open_question()
    if before is None or asking is None or not step.consented or step.now - before < LONG_PAUSE:
        return
    if asking.dialog.submits is None:
        return
    step.say("phrase.welcome_back")
    if lines := asking.summary():
        step.say("phrase.so_far", answers="; ".join(lines))


def _another_language(step: Step) -> None:
    """Somebody who writes in another language than the chosen one is asked, in both, once for each: L2 forbids more."""
    readings, before = step.heard.readings, step.conversation
    other = readings.language
    if other is None or not readings.surely or readings.crisis is not None:
        return
    if before.language is None or other in (before.language, *before.other_languages):
        return
    if other in step.words.languages:
        name = step.words.own_name(other)
        step.change(other_languages=(*before.other_languages, other))
        step.said += [step.words.text(code, "phrase.other_language", language=name) for code in (other, step.language)]
        step.last_rows = ((Button(f"language:{other}", name),),)


def _answered_already(step: Step) -> bool:
    """Eleven queued /start get one reply: the others are from before the question that the first one brought."""
    asked, asking = step.conversation.asked, step.open_question()
    if asked is None or asking is None or step.heard.text != "start":
        return False
    open_still = (asked.draft, asked.question) == (asking.form.draft, asking.question.key)
    return open_still and step.heard.at < asked.at.replace(microsecond=0)


def _hello(step: Step) -> None:
    if step.top is None and step.conversation.language is not None:
        step.open_form("menu")


def _message(step: Step) -> None:
    heard = step.heard
    if heard.album is not None and heard.album == step.conversation.album:
        telling.keep(step)
        step.quiet = not step.said  # words of crisis under a picture are answered all the same
    elif heard.sort is Sort.EDIT:
        _edited(step)
    elif heard.sort in UNREADABLE and not _points_at_home(step):
        step.say(UNREADABLE[heard.sort])
    else:
        _words(step)


def _points_at_home(step: Step) -> bool:
    """A location answers the question where somebody lives, and no other."""
    asking = step.open_question()
    return step.heard.place is not None and asking is not None and asking.question.kind is Kind.PLACE


def _edited(step: Step) -> None:
    if telling.edited(step):
        return
    # Where several share a phone, whose message it was is not known, and nobody gets the words of another.
    if is_story(step.heard.text or "") and not step.conversation.phone.shared:
        if step.top is None:
            telling.unasked(step)
        elif telling.keep(step):
            telling.say_kept(step)
    else:
        step.say("phrase.edit_unknown")


def _words(step: Step) -> None:
    """Text, or a file with or without words."""
    asking = step.open_question()
    word = step.heard.readings.word_in(step.conversation.language) if step.heard.sort is Sort.TEXT else None
    if asking is not None and forms.offers_values(asking.question) and _clear_choice(step, asking):
        return
    if word is not None and word not in ("yes", "no") and moves.go(step, word):
        return
    if asking is None:
        _unasked(step)
    elif telling.late(step, asking) or _reply_elsewhere(step, asking):
        return
    elif _closes_by_itself(step, asking) and not _short(step):
        step.drop_light_forms()
        _words(step)
    else:
        understood = understand(asking, step.heard)
        if not isinstance(understood, Unclear) or not _guessed(step, asking):
            answering.answer(step, asking, understood)


def _guessed(step: Step, asking: Asking) -> bool:
    """A word of navigation that no list holds moves where a choice is asked and the text is none; at the topic any
    words tell something. Before consent nothing that was told is dropped for a guess.
    """
    word = step.heard.readings.guess
    if word is None or not forms.offers_values(asking.question) or asking.question.source == "topics":
        return False
    return (word != "stop" or step.known) and moves.go(step, word)


def _unasked(step: Step) -> None:
    """No question is open. The name of a language as the very first word is its choice."""
    if step.conversation.language is None and step.words.number(step.heard.text or "") is None:
        step.open_form("need")
        asking = step.open_question()
        if asking is not None and _clear_choice(step, asking):
            return
        step.change(forms=())
    telling.unasked(step)


def _clear_choice(step: Step, asking: Asking) -> bool:
    """A number or a label of the open question wins over a word of navigation of the same sound, unless it is late."""
    understood = understand(asking, step.heard)
    if not isinstance(understood, Chosen | Marked | Done) or telling.late(step, asking):
        return isinstance(understood, Chosen | Marked | Done)
    answering.answer(step, asking, understood)
    return True


def _reply_elsewhere(step: Step, asking: Asking) -> bool:
    """A reply by the platform's own means goes to the question it replies to, if that is of an open draft."""
    replied = step.heard.readings.replied
    if replied is None or replied == (asking.form.draft, asking.question.key):
        return False
    asked = next((asked for asked in step.conversation.from_staff if asked.draft == replied[0]), None)
    if asked is not None and step.consented:
        telling.file_reply(step, asked)
        return True
    form = next((form for form in step.conversation.forms if form.draft == replied[0]), None)
    other = step.asking(form, replied[1]) if form else None
    if form is None or other is None or forms.answer_to(form, replied[1]) is None:
        return False
    understood = understand(other, step.heard)
    if isinstance(understood, Unclear):
        return False
    answering.answer(step, other, understood)
    step.say("phrase.changed")
    return True


def _closes_by_itself(step: Step, asking: Asking) -> bool:
    """A light form gives way to a story; but who has chosen no language yet is asked for it first."""
    light = asking.form.dialog in LIGHT and forms.offers_values(asking.question)
    return light and step.conversation.language is not None


def _short(step: Step) -> bool:
    return not step.heard.files and not is_story(step.heard.text or "")

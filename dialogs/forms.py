"""A form, and the one rule that replaces a position.

The next question is the first applicable one without a closed answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from dialogs.terms import Answer, Choice, Condition, Dialog, File, Form, Kept, Kind, Question, Words

DETAIL = "detail"  # the question that a topic told in words is confirmed at
NONE = "no"  # none of what is suggested there


@lru_cache(maxsize=1024)  # once for each button
def draft_code(draft: int) -> str:
    """A draft number as payloads carry it: base 36."""
    digits = ""
    while draft:
        draft, rest = divmod(draft, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
    return digits or "0"


def answer_to(form: Form, question: str) -> Answer | None:
    """The answer as it stands, open or closed, whether it counts or not."""
    for answer in form.answers:
        if answer.question == question:
            return answer
    return None


def corrects(form: Form, dialog: Dialog) -> bool:
    """Whether it asks anew for an answer of something that was sent before."""
    return dialog.submits is not None and form.subject is not None


def told(answer: Answer) -> bool:
    """Whether it says anything: a skipped answer is "not answered", not "no" (I-09)."""
    return answer.value is not None or bool(answer.files)


def offered(question: Question, form: Form, dialog: Dialog, words: Words) -> tuple[Choice, ...]:
    """The values a question offers now, in the order in which they are shown and numbered."""
    if question.source == "languages":
        return tuple(_known("language:", code) for code in words.languages)
    if question.source == "topics":
        return tuple(_known("topic.", topic.code) for topic in words.topics)
    if question.source == "details" and (found := suggested(form)):
        said = (f"detail.{code}" for code in found) if len(found) > 1 else ("button.yes",)
        no = Choice(NONE, "button.no" if len(found) == 1 else "button.none")
        return (*(Choice(code, label) for code, label in zip(found, said, strict=True)), no)
    if question.source == "details":
        code = value_of(form, "topic", dialog, words)
        details = next((topic.details for topic in words.topics if topic.code == code), {})
        return tuple(_known("detail.", f"{code}.{detail}") for detail in details)
    if question.source == "sent":
        return tuple(Choice(reference, reference) for reference in form.offers)
    if question.source == "answers":
        return tuple(Choice(key, f"{kind}.{key}.summary") for kind, key in (offer.split(".") for offer in form.offers))
    if question.source == "offered":
        return tuple(choice for choice in question.choices if choice.value in form.offers)
    return question.choices


def suggested(form: Form) -> tuple[str, ...]:
    """The details that are suggested and not yet confirmed: a topic that is chosen or opened anew ends that."""
    topic = answer_to(form, "topic")
    if topic is None or not topic.closed or answer_to(form, DETAIL) is not None:
        return ()
    return form.offers


@cache
def _known(prefix: str, code: str) -> Choice:
    """Of the taxonomy and of the languages: always the same few."""
    return Choice(code, f"{prefix}{code}")


def offers_values(question: Question) -> bool:
    return question.kind in (Kind.CHOICE, Kind.CHOICES, Kind.CHECK)


def applies(question: Question, form: Form, dialog: Dialog, words: Words) -> bool:
    if question.source in ("details", "sent") and not offered(question, form, dialog, words):
        return False
    return all(_holds(condition, form, dialog, words) for condition in question.conditions)


def counts(answer: Answer, form: Form, dialog: Dialog, words: Words) -> bool:
    """Closed, while its question applies and its value is offered. Otherwise it is hidden, and may return.

    A value that a new version of the dialog no longer offers keeps the label under which it was chosen.
    """
    question = dialog.question(answer.question)
    if question is None or not answer.closed or not applies(question, form, dialog, words):
        return False
    if not offers_values(question) or answer.value is None or question.source in ("languages", "sent"):
        return True
    if question.source == "details":
        return answer.value.split(".")[0] == value_of(form, "topic", dialog, words)
    return True


def value_of(form: Form, question: str, dialog: Dialog, words: Words) -> str | None:
    answer = answer_to(form, question)
    return answer.value if answer is not None and counts(answer, form, dialog, words) else None


def next_question(form: Form, dialog: Dialog, words: Words) -> Question | None:
    """The first applicable question without a closed answer. None: there is nothing left to ask."""
    for question in dialog.questions:
        answer = answer_to(form, question.key)
        if answer is not None and counts(answer, form, dialog, words):
            continue
        if applies(question, form, dialog, words):
            return question
    return None


def put(form: Form, answer: Answer) -> Form:
    """The form with this answer as its latest."""
    others = tuple(other for other in form.answers if other.question != answer.question)
    tries = {key: count for key, count in form.tries.items() if key != answer.question}
    offers = () if answer.question == "topic" else form.offers  # what was suggested before was about another topic
    return replace(form, answers=(*others, answer), tries=tries, offers=offers)


def pick(form: Form, question: str, code: str) -> Form:
    """With that one of the places that the answer's words may mean in front: the person says that it is meant."""
    answers = tuple(_picked(answer, code) if answer.question == question else answer for answer in form.answers)
    return replace(form, answers=answers)


def _picked(answer: Answer, code: str) -> Answer:
    places = sorted(answer.places, key=lambda place: place.code != code)
    return replace(answer, places=tuple(places), how="picked", closed=True, page=0)


def settled(answer: Answer) -> Answer:
    """As it is sent: of the places that its words may mean, the first."""
    return replace(answer, places=answer.places[:1])


def drop(form: Form, question: str) -> Form:
    return replace(form, answers=tuple(answer for answer in form.answers if answer.question != question))


def reopen(form: Form, question: str) -> Form:
    """The answer stays to be seen, but the question is asked again."""
    answers = tuple(replace(a, closed=False, page=0) if a.question == question else a for a in form.answers)
    return replace(form, answers=answers)


def try_again(form: Form, question: str) -> tuple[Form, int]:
    """Count a message that was no answer. Returns the form and how often that happened at this question."""
    count = form.tries.get(question, 0) + 1
    return replace(form, tries={**form.tries, question: count}), count


def latest(form: Form, dialog: Dialog, words: Words) -> Answer | None:
    """The latest answer that Back can go to: it counts, and it was given in this form."""
    for answer in reversed(form.answers):
        if not answer.on_file and counts(answer, form, dialog, words):
            return answer
    return None


def counted(form: Form, dialog: Dialog, words: Words) -> tuple[Answer, ...]:
    """The answers that count, in the order of the dialog."""
    answers = {answer.question: answer for answer in form.answers if counts(answer, form, dialog, words)}
    return tuple(answers[question.key] for question in dialog.questions if question.key in answers)


def add_words(
    form: Form, question: str, text: str | None, files: Sequence[File] = (), message: str | None = None
) -> Form:
    """Words that belong to a question of words whatever is asked now; what was told before stays in front."""
    before = answer_to(form, question)
    if before is not None and told(before):
        first = before.parts or (Kept(before.value, before.files, before.message),)
        answer = joined(question, (*first, Kept(text, tuple(files), message)))
    else:
        answer = Answer(question, text, files=tuple(files), message=message)
    if before is None:
        return replace(form, answers=(*form.answers, answer))
    answers = tuple(answer if other.question == question else other for other in form.answers)
    return replace(form, answers=answers)


def joined(question: str, parts: Sequence[Kept]) -> Answer:
    """One answer of the words and files of several messages, in their order."""
    value = "\n\n".join(part.text for part in parts if part.text) or None
    return Answer(question, value, files=tuple(file for part in parts for file in part.files), parts=tuple(parts))


def _holds(condition: Condition, form: Form, dialog: Dialog, words: Words) -> bool:
    value = value_of(form, condition.question, dialog, words)
    return (value in condition.values) != condition.negated

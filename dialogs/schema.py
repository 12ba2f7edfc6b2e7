"""Dialog files, read and checked whole: a broken one is refused with its file, its question and the rule it breaks.

The rules, each with one bad file in the tests:

  readable      the file is TOML, in UTF-8
  known-keys    there is no key that nobody reads (a misspelt `skipp` must not pass silently)
  types         every key holds what it should: text, a list of texts, true or false
  name          the file has a name, and it is the file's own
  questions     there is at least one question, and each has a key that is a plain word, once
  kind, source  are among those that exist
  text          every question says something
  choices       a choice has at least two values, each a plain word, and labels; free words have none
  conditions    name an earlier question and values that it offers
  check         a dialog that submits ends in exactly one check; another has none
  telling       names a question of words
  placeholders  are among those that the engine fills
  payload       the longest payload of every choice fits into 64 bytes
  forbidden     nobody is asked for nationality, religion, an ID number, a diagnosis, a criminal record (R-09)
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import product
from pathlib import Path
from string import Formatter
from typing import Any

from dialogs.terms import Choice, Condition, Dialog, Kind, Question

SCRIPTS = Path(__file__).parent / "scripts"
BASES = ("consent", "public-task")
REGIMES = ("gdpr", "dsg-ekd")
SOURCES = ("here", "offered", "languages", "topics", "details", "sent", "answers")
OWN = ("here", "offered")  # whose choices stand in the dialog file
PLACEHOLDERS = frozenset({"org", "topic", "summary", "reference", "state", "words"})
QUESTION_KEYS: Mapping[str, type] = {
    "key": str,
    "kind": str,
    "source": str,
    "text": list,
    "skip": bool,
    "repairs": list,
    "pages": list,
    "summary": str,
    "when": dict,
    "unless": dict,
    "same": list,
    "choices": dict,
    "public-task": dict,
    "dsg-ekd": dict,
}
PLAIN = re.compile(r"[a-z][a-z0-9_]{0,19}")
FORBIDDEN = ("nationality", "religion", "ethnic", "residence", "criminal", "diagnosis", "birth_date", "id_number")
LONGEST_DRAFT = "zzzzzzz"  # 36 ** 7 seconds after 1970 is past the year 4000


class BadDialog(ValueError):
    """A dialog file that must not be used. `rule` is one of the words in the module's list."""

    def __init__(self, file: str, question: str | None, rule: str, why: str) -> None:
        where = f"{file}: question {question!r}" if question else file
        super().__init__(f"{where}: {why} [{rule}]")
        self.file, self.question, self.rule = file, question, rule


@cache
def load_scripts(basis: str = "consent", regime: str = "gdpr") -> Mapping[str, Dialog]:
    """Every dialog by name, for one legal basis and the law under which data is protected. Raises `BadDialog`."""
    paths = sorted(path for path in SCRIPTS.glob("*.toml") if path.stem != "phrases")
    return {path.stem: load_file(path, basis, regime) for path in paths}


@cache
def load_phrases(path: Path = SCRIPTS / "phrases.toml") -> Mapping[str, str]:
    """Catalogue context → English text of what is said around the questions. Raises `BadDialog`."""
    data = _read(path)
    english: dict[str, str] = {}
    for key, value in _flat({key: value for key, value in data.items() if key != "name"}):
        if not isinstance(value, str):
            raise BadDialog(path.name, None, "types", f"{key} must be text")
        english[key] = value
    return english


def load_english() -> Mapping[str, str]:
    """Every English source text of the dialog files: all legal bases and regimes, and the phrases."""
    english = dict(load_phrases())
    for basis, regime in product(BASES, REGIMES):
        for dialog in load_scripts(basis, regime).values():
            english.update(dialog.english)
    return english


def load_file(path: Path, basis: str = "consent", regime: str = "gdpr") -> Dialog:
    """One dialog file, checked whole. Raises `BadDialog`."""
    data = _read(path)
    _only(data, {"name": str, "submits": str, "telling": str, "question": list}, path.name, None)
    name = data.get("name", "")
    if name != path.stem:
        raise BadDialog(path.name, None, "name", f"the name must be {path.stem!r}, as the file's")
    tables = data.get("question", [])
    if not tables:
        raise BadDialog(path.name, None, "questions", "there is no question")
    english: dict[str, str] = {}
    questions: list[Question] = []
    for table in tables:
        questions.append(_question(table, path.name, name, (basis, regime), questions, english))
    submits = data.get("submits")
    _check_check(questions, submits, path.name)
    telling = data.get("telling")
    if telling is not None and not any(q.key == telling and q.kind is Kind.WORDS for q in questions):
        raise BadDialog(path.name, telling, "telling", "there is no such question of words")
    return Dialog(name, tuple(questions), submits, telling, basis, english)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadDialog(path.name, None, "readable", f"this is not TOML in UTF-8: {error}") from None
    except OSError:
        raise BadDialog(path.name, None, "readable", "the file cannot be read") from None


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterable[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def _only(table: Mapping[str, Any], known: Mapping[str, type], file: str, question: str | None) -> None:
    for key, value in table.items():
        if key not in known:
            raise BadDialog(file, question, "known-keys", f"nobody reads {key!r}; known are {', '.join(known)}")
        if not isinstance(value, known[key]):
            raise BadDialog(file, question, "types", f"{key!r} must be {known[key].__name__}")
        if isinstance(value, list) and known is QUESTION_KEYS and not all(isinstance(item, str) for item in value):
            raise BadDialog(file, question, "types", f"{key!r} must be a list of texts")


def _question(
    table: Mapping[str, Any],
    file: str,
    name: str,
    law: tuple[str, str],
    before: list[Question],
    english: dict[str, str],
) -> Question:
    key = str(table.get("key", ""))
    _only(table, QUESTION_KEYS, file, key)
    _check_key(key, before, file)
    stem = f"{name}.{key}"
    basis, regime = law
    if basis in table:
        other: Mapping[str, Any] = table[basis]
        _only(other, {"text": list, "choices": dict}, file, key)
        table = {**table, **other}
        stem = f"{stem}.{basis}"
    kind, source = _kind(table, key, file)
    choices = _choices(table, kind, source, stem, key, file, english)
    question = Question(
        key=key,
        kind=kind,
        text=_texts(table.get("text", []), stem, english),
        choices=choices,
        source=source,
        skip=table.get("skip", False),
        conditions=tuple(_conditions(table, before, key, file)),
        pages=_pages(table, f"{name}.{key}", regime, english),
        repairs=_texts(table.get("repairs", []), f"{name}.{key}.repair", english),
        summary=_summary(table, f"{name}.{key}", english),
        same=tuple(table.get("same", [])),
    )
    if not question.text:
        raise BadDialog(file, key, "text", "the question says nothing")
    _check_texts(question, english, file)
    _check_payloads(question, file)
    return question


def _check_key(key: str, before: list[Question], file: str) -> None:
    if not PLAIN.fullmatch(key):
        raise BadDialog(file, key, "questions", "the key must be a plain word of at most 20 letters")
    if any(question.key == key for question in before):
        raise BadDialog(file, key, "questions", "two questions have this key")
    if any(word in key for word in FORBIDDEN):
        raise BadDialog(file, key, "forbidden", "this must not be asked")


def _kind(table: Mapping[str, Any], key: str, file: str) -> tuple[Kind, str]:
    kind, source = table.get("kind", ""), table.get("source", "here")
    if kind not in list(Kind):
        raise BadDialog(file, key, "kind", f"the kind must be one of {', '.join(Kind)}")
    if source not in SOURCES:
        raise BadDialog(file, key, "source", f"the source must be one of {', '.join(SOURCES)}")
    return Kind(kind), source


def _texts(texts: list[str], stem: str, english: dict[str, str]) -> tuple[str, ...]:
    contexts = tuple(f"{stem}.{number}" for number in range(1, len(texts) + 1))
    english.update(zip(contexts, texts, strict=True))
    return contexts


def _pages(table: Mapping[str, Any], stem: str, regime: str, english: dict[str, str]) -> tuple[str, ...]:
    """The further information; another law says some of its pages otherwise, each by its number."""
    pages = list(_texts(table.get("pages", []), f"{stem}.page", english))
    others: Mapping[str, str] = table.get(regime, {}).get("pages", {})
    for number, text in others.items():
        context = f"{stem}.{regime}.page.{number}"
        english[context] = text
        pages[int(number) - 1] = context
    return tuple(pages)


def _summary(table: Mapping[str, Any], stem: str, english: dict[str, str]) -> str | None:
    if "summary" not in table:
        return None
    english[f"{stem}.summary"] = table["summary"]
    return f"{stem}.summary"


def _choices(
    table: Mapping[str, Any], kind: Kind, source: str, stem: str, key: str, file: str, english: dict[str, str]
) -> tuple[Choice, ...]:
    labels: Mapping[str, Any] = table.get("choices", {})
    wanted = kind in (Kind.CHOICE, Kind.CHOICES, Kind.CHECK) and source in OWN
    if wanted and len(labels) < 2:
        raise BadDialog(file, key, "choices", "there must be at least two choices")
    if labels and not wanted:
        raise BadDialog(file, key, "choices", "this question takes no choices of its own")
    for value, label in labels.items():
        if not PLAIN.fullmatch(value) or not isinstance(label, str) or not label.strip():
            raise BadDialog(file, key, "choices", f"{value!r} must be a plain word with a label")
        english[f"{stem}:{value}"] = label
    return tuple(Choice(value, f"{stem}:{value}") for value in labels)


def _conditions(table: Mapping[str, Any], before: list[Question], key: str, file: str) -> Iterable[Condition]:
    for word, negated in (("when", False), ("unless", True)):
        for question, values in table.get(word, {}).items():
            asked = next((earlier for earlier in before if earlier.key == question), None)
            if asked is None:
                raise BadDialog(file, key, "conditions", f"{question!r} is no earlier question")
            if not isinstance(values, list) or not values or not all(isinstance(value, str) for value in values):
                raise BadDialog(file, key, "conditions", f"{question!r} needs a list of values")
            known = {choice.value for choice in asked.choices}
            if asked.source in OWN and not known.issuperset(values):
                raise BadDialog(file, key, "conditions", f"{question!r} does not offer all of {', '.join(values)}")
            yield Condition(question, frozenset(values), negated)


def _check_texts(question: Question, english: Mapping[str, str], file: str) -> None:
    for context in (*question.text, *question.pages, *question.repairs):
        if not english[context].strip():
            raise BadDialog(file, question.key, "text", "a text is empty")
        try:
            names = {name for _, name, _, _ in Formatter().parse(english[context]) if name is not None}
        except ValueError:
            names = {"{"}
        if unknown := names - PLACEHOLDERS:
            raise BadDialog(file, question.key, "placeholders", f"nobody fills {', '.join(sorted(unknown))}")


def _check_payloads(question: Question, file: str) -> None:
    longest = max((len(choice.value) for choice in question.choices), default=len("MOB.ride_doctor"))
    payload = len(f"{question.key}:+~{LONGEST_DRAFT}") + longest
    if payload > 64:
        raise BadDialog(file, question.key, "payload", f"a payload would have {payload} bytes, at most 64 are allowed")


def _check_check(questions: list[Question], submits: str | None, file: str) -> None:
    checks = [question for question in questions if question.kind is Kind.CHECK]
    if submits is None and checks:
        raise BadDialog(file, checks[0].key, "check", "a dialog that submits nothing has no check")
    if submits is not None and checks != questions[-1:]:
        raise BadDialog(file, None, "check", "a dialog that submits ends in exactly one check")

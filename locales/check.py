"""Whether the catalogues can be used: each problem is one line that names language, context and rule.

missing       every English text has its translation, made from this very text        (L9)
extra         no translation is left over from a text that is gone
readable      the file is a gettext catalogue in UTF-8
placeholders  the same ones as in English, in every plural form
plurals       exactly the categories that CLDR gives the language, in its order       (L8, I-25)
length        labels have at most 24 characters, buttons 20                           (I-19)
labels        two labels of one question do not read the same                         (I-07)
isolates      what opens is closed, and nothing overrides the direction               (I-21)
direction     a right-to-left text does not begin left-to-right                       (I-22)
questions     one prompt asks one thing                                               (I-01)
sentences     at most 3 a message, none too long; at most 300 characters              (I-02)
emoji         at most one, at the start                                               (I-16)
instead, address, same, dates   plain words: see `plain`                              (I-03 to I-06)
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from gettext import c2py
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog

from locales import bidi, languages, money, plain, texts
from locales.folding import label
from locales.source import HERE, Source, english

DOMAINS = ("messages", "staff")
LABEL, BUTTON, MESSAGE, SENTENCES = 24, 20, 300, 3
_QUESTION_MARKS = re.compile("[?\u037e\u061f\u055e\u1367\uff1f]")  # Greek, Arabic, Armenian, Ethiopic, full width
_SENTENCE_END = re.compile(r"[.!?\u061f\u1362]+[»”\"')]*\s+|\n")
_NUMBERED = re.compile(r"(.+)\.\d+$")
_CHOICE = re.compile(r"(.+):[^:]+$")
_FORMS = re.compile(r"nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*(.+?)\s*;?\s*$")


@dataclass(frozen=True, slots=True)
class Status:
    language: str
    domain: str
    translated: int
    total: int
    reviewed: str | None  # the date on which a native speaker read it all; None: a draft

    def __str__(self) -> str:
        state = "draft, no native speaker has read it"
        if self.language == texts.SOURCE_LANGUAGE:
            state = "the source"
        elif self.reviewed:
            state = f"read by a native speaker on {self.reviewed}"
        return f"{self.language:6} {self.domain:8} {self.translated:4} of {self.total} texts  {state}"


def status(folder: Path = HERE) -> list[Status]:
    """One line for each catalogue: people's first, then the panel's, in the order of data/languages.toml."""
    return [
        Status(code, domain, total - len(texts.read(code, domain, folder).missing), total, language.reviewed)
        for domain in DOMAINS
        if (total := len(english(domain)))
        for code, language in languages.known().items()
        if _stands(code, domain, folder)
    ]


def problems(
    wanted: Sequence[str] | None = None,
    folder: Path = HERE,
    source: Callable[[str], Mapping[str, Source]] = english,
) -> list[str]:
    """What is wrong with these languages, or with English and all that have a catalogue; empty if nothing is.

    A language may have a catalogue for people, for the panel, or both. `source` gives the English texts of a domain.
    """
    found: list[str] = []
    for code in languages.known() if wanted is None else wanted:
        domains = [domain for domain in DOMAINS if _stands(code, domain, folder)]
        if not domains and wanted is not None:
            found.append(f"{code}: there is no catalogue of this language [missing]")
        for domain in domains:
            lines = _language(code, domain, texts.po_path(code, domain, folder), source(domain))
            found.extend(f"{code}: {line}" for line in lines)
    return found


def _stands(code: str, domain: str, folder: Path) -> bool:
    known = code in languages.known()
    return known and (code == texts.SOURCE_LANGUAGE or texts.po_path(code, domain, folder).exists())


def _language(code: str, domain: str, path: Path, source: Mapping[str, Source]) -> Iterator[str]:
    if code == texts.SOURCE_LANGUAGE:
        yield from _wording(code, domain, {context: text.forms for context, text in source.items()})
        return
    try:
        catalog = texts.read_catalog(path, code)
    except (OSError, ValueError) as error:
        yield f"{path.name} cannot be read: {type(error).__name__} [readable]"
        return
    yield from _compared(catalog, source, code)
    yield from _wording(code, domain, _translated(catalog))


def _compared(catalog: Catalog, source: Mapping[str, Source], code: str) -> Iterator[str]:
    """The translation beside its English source."""
    seen = set()
    for message in catalog:
        if not message.id:
            continue
        context, strings = message.context or "", texts.as_forms(message.string)
        known = source.get(context)
        if known is None:
            yield f"{context}: the dialogs do not have this text any more [extra]"
            continue
        seen.add(context)
        if texts.as_forms(message.id) != known.forms:
            yield f"{context}: the English text has changed to {known.forms[0]!r} [missing]"
        elif message.fuzzy:
            yield f"{context}: the translation is marked as fuzzy [missing]"
        elif not all(strings):
            yield f"{context}: there is no translation [missing]"
        else:
            yield from _placeholders(context, known, strings)
    yield from (f"{context}: there is no translation [missing]" for context in source if context not in seen)
    yield from _plurals(catalog, source, code)


def _placeholders(context: str, source: Source, strings: Sequence[str]) -> Iterator[str]:
    expected = _names(source.forms[-1])
    for string in strings:
        # A form for exactly one, or two, may say the number in a word.
        if (found := _names(string)) != expected and not (len(strings) > 1 and found == expected - {"n"}):
            names = ", ".join(sorted(expected)) or "none"
            yield f"{context}: the placeholders must be {names} [placeholders]"


def _names(text: str) -> frozenset[str]:
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        return frozenset({"{"})


def _plurals(catalog: Catalog, source: Mapping[str, Source], code: str) -> Iterator[str]:
    categories = texts.categories(code)
    for message in catalog:
        known = source.get(message.context or "")
        if known and len(known.forms) > 1 and len(texts.as_forms(message.string)) != len(categories):
            yield f"{message.context}: there must be a form for each of {', '.join(categories)} [plurals]"
    if catalog.num_plurals != len(categories) or not _counts_like_cldr(catalog.plural_expr, code):
        yield f"Plural-Forms must give {len(categories)} forms in this order: {', '.join(categories)} [plurals]"


def _counts_like_cldr(expression: str, code: str) -> bool:
    """Whether the header's C expression gives every number the place of its CLDR category."""
    categories = texts.categories(code)
    rule = texts.plural_rule(code)
    try:
        place = c2py(expression)
    except ValueError:
        return False
    return all(place(number) == categories.index(rule(number)) for number in range(1001))


def _translated(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    return {message.context or "": texts.as_forms(message.string) for message in catalog if message.id}


def _wording(code: str, domain: str, translated: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """What each text must keep to by itself, and the texts of one question together."""
    language = languages.known()[code]
    for context, forms in translated.items():
        for text in forms:
            yield from (f"{context}: {line}" for line in _text(context, text, language))
            if domain == "messages":  # staff know their own words
                yield from (f"{context}: {line}" for line in plain.lint(code, text))
    yield from _prompts(translated)
    yield from _same_labels(code, translated)


def _text(context: str, text: str, language: languages.Language) -> Iterator[str]:
    # The count in UTF-16 is never smaller than that in user-perceived characters, so it holds for both.
    most = _most(context)
    size = len(_filled(text, language.code).encode("utf-16-le")) // 2
    if most and size > most:
        yield f"{text!r} has {size} characters, at most {most} are allowed [length]"
    if not bidi.is_balanced(text):
        yield "an isolate is not closed, or the direction is overridden [isolates]"
    if language.rtl and bidi.first_strong(re.sub(r"{\w+}", "", text)) == "L":
        yield "the text begins left-to-right [direction]"
    if not most:
        yield from _sentences(text, language.sentence)
    emoji = [place for place, character in enumerate(text) if unicodedata.category(character) == "So"]
    if len(emoji) > 1 or (emoji and emoji[0] > 0):
        yield "at most one emoji, at the start [emoji]"


def _filled(text: str, language: str) -> str:
    """With the longest amount that any country puts in the place of a step, isolated as people get it."""
    longest: dict[str, str] = {}
    for country in money.countries():
        for value, amount in money.amounts(country, language).items():
            longest[value] = max(longest.get(value, ""), bidi.isolate(amount), key=len)
    return re.sub(r"{(\w+)}", lambda found: longest.get(found[1], found[0]), text)


def _most(context: str) -> int | None:
    if context.startswith("button."):
        return BUTTON
    return LABEL if _CHOICE.match(context) or context.startswith(("topic.", "detail.")) else None


def _sentences(text: str, words: int) -> Iterator[str]:
    sentences = [sentence for sentence in _SENTENCE_END.split(text) if sentence.strip()]
    for sentence in sentences:
        if (count := len(sentence.split())) > words:
            yield f"a sentence has {count} words, at most {words} are allowed: {sentence!r} [sentences]"
    if len(sentences) > SENTENCES or len(text) > MESSAGE:
        yield f"at most {SENTENCES} sentences and {MESSAGE} characters in a message [sentences]"


def _prompts(translated: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    asked: dict[str, int] = defaultdict(int)
    for context, forms in translated.items():
        numbered = _NUMBERED.match(context)
        whole = numbered is not None and not numbered[1].endswith((".page", ".repair"))
        prompt = numbered[1] if numbered and whole else context
        asked[prompt] += max(len(_QUESTION_MARKS.findall(form)) for form in forms)
    yield from (
        f"{prompt}: {marks} question marks, one prompt asks one thing [questions]"
        for prompt, marks in asked.items()
        if marks > 1
    )


def _same_labels(code: str, translated: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """A label that is typed must lead to one choice: of a question, of the topics, of the details of a topic."""
    seen: dict[tuple[str, str], str] = {}
    for context, forms in translated.items():
        choice = _CHOICE.match(context)
        group = choice[1] if choice else context.rpartition(".")[0] if _most(context) else None
        if group and (folded := label(code, forms[0])):
            other = seen.setdefault((group, folded), context)
            if other != context:
                yield f"{context}: reads the same as {other} [labels]"

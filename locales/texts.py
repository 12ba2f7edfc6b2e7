"""Catalogues as they lie on disk: gettext .po files, one for each language and domain, read at start."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po
from babel.plural import PluralRule

from locales.languages import babel_code
from locales.source import HERE, english

# CLDR's order of plural categories, which is the order of msgstr[0], msgstr[1] … in our files.
CATEGORIES = ("zero", "one", "two", "few", "many", "other")
SOURCE_LANGUAGE = "en"


class Incomplete(Exception):
    """A language that cannot be offered: a text is missing in it. Names the language and what is missing."""

    def __init__(self, language: str, missing: tuple[str, ...]) -> None:
        shown = ", ".join(missing[:5]) + (f" and {len(missing) - 5} more" if len(missing) > 5 else "")
        super().__init__(f"The texts in {language!r} are not complete: {shown}.")
        self.language, self.missing = language, missing


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of one language. `forms`: context → one text, or one for each plural category in CLDR's order."""

    language: str
    forms: Mapping[str, tuple[str, ...]]
    missing: tuple[str, ...] = ()

    def find(self, context: str, number: int | None) -> str:
        forms = self.forms[context]
        if len(forms) == 1 or number is None:
            return forms[-1]
        return forms[categories(self.language).index(plural_rule(self.language)(number))]


@cache
def plural_rule(language: str) -> PluralRule:
    """Number → category, as CLDR says it."""
    return Locale.parse(babel_code(language)).plural_form


@cache
def categories(language: str) -> tuple[str, ...]:
    """The plural categories that CLDR gives a language, in CLDR's order; `other` is always one of them."""
    tags = plural_rule(language).tags | {"other"}
    return tuple(category for category in CATEGORIES if category in tags)


def po_path(language: str, domain: str = "messages", folder: Path = HERE) -> Path:
    return folder / language / "LC_MESSAGES" / f"{domain}.po"


def read_catalog(path: Path, language: str) -> Catalog:
    """The parsed file. Raises OSError, or ValueError where it is no catalogue."""
    try:
        with path.open("rb") as file:
            return read_po(file, locale=babel_code(language), abort_invalid=True)
    except OSError:
        raise
    except PoFileError as error:
        raise ValueError(str(error)) from None
    except Exception as error:  # Babel raises whatever it ran into, as LookupError for a charset that nobody knows
        raise ValueError(f"this is no catalogue ({type(error).__name__})") from None


def read(language: str, domain: str = "messages", folder: Path = HERE) -> Texts:
    """The texts of a language, by context. A text is missing if it is empty, fuzzy, or made from an older source.

    Raises `Incomplete` where the file cannot be read at all.
    """
    source = english(domain)
    if language == SOURCE_LANGUAGE:
        return Texts(language, {context: text.forms for context, text in source.items()})
    path = po_path(language, domain, folder)
    if not path.exists():
        return Texts(language, {}, tuple(source))
    try:
        catalog = read_catalog(path, language)
    except (OSError, ValueError) as error:
        raise Incomplete(language, (f"all of {path.name}, which cannot be read ({error})",)) from None
    forms = {context: found for context, text in source.items() if (found := _forms(catalog, context, text.forms))}
    missing = tuple(context for context in source if context not in forms)
    return Texts(language, forms, missing)


def _forms(catalog: Catalog, context: str, source: tuple[str, ...]) -> tuple[str, ...] | None:
    message = catalog.get(source[0], context)
    if message is None or message.fuzzy:
        return None
    strings, ids = as_forms(message.string), as_forms(message.id)
    return strings if ids == source and all(strings) else None


def as_forms(value: str | Sequence[str | None] | None) -> tuple[str, ...]:
    """The texts of a message, or its sources: one, or one for each plural category; empty where there is none."""
    return (value or "",) if isinstance(value, str | None) else tuple(form or "" for form in value)

"""The languages we know by name: how they call themselves, which way they run, how they write a date."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from babel import Locale

from locales.source import DATA, read_toml

UNDERSTOOD = (
    "en", "de", "da", "sv", "fi", "et", "lv", "lt", "pl", "nb", "ru", "uk",
    "be", "ar", "fa", "ps", "ckb", "kmr", "tr", "so", "ti", "ro", "fr", "es",
)  # fmt: skip
"""Whose typed words the recognisers take, whether or not they are offered."""

_OTHER_CODES = {"no": "nb", "nn": "nb", "prs": "fa", "ku": "kmr", "sdh": "ckb"}
"""Codes that apps and standards use for one of these."""


@dataclass(frozen=True, slots=True)
class Language:
    """`code` is a BCP 47 tag (L7). `day` patterns and `months` are explained in data/languages.toml."""

    code: str
    name: str
    tier: int
    script: str
    direction: str = "ltr"
    sentence: int = 12  # words
    day: str | None = None
    day_of_year: str | None = None
    months: str | None = None
    reviewed: str | None = None

    @property
    def rtl(self) -> bool:
        return self.direction == "rtl"


@cache
def known() -> dict[str, Language]:
    return {code: Language(code, **entry) for code, entry in read_toml(DATA / "languages.toml").items()}


def understood(code: str | None) -> str | None:
    """The one of `UNDERSTOOD` that a language tag in any form means ("de-AT", "nn", "ku_Arab"), or None."""
    parts = (code or "").casefold().replace("_", "-").split("-")
    if parts[0] == "ku" and "arab" in parts:
        return "ckb"
    found = _OTHER_CODES.get(parts[0], parts[0])
    return found if found in UNDERSTOOD else None


def babel_code(code: str) -> str:
    """The name under which CLDR knows a language: Kurmanji is `ku` there, and tags have an underscore."""
    return {"kmr": "ku"}.get(code, code.replace("-", "_"))


def country(language: str, code: str) -> str:
    """The name of a country in a language: FI in German is "Finnland". Its code where CLDR has no name."""
    return str(Locale.parse(babel_code(language)).territories.get(code, code))

"""The panel's texts in one language: words, codes, times. What people told is never among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_skeleton

from locales import languages, money, texts
from locales.bidi import first_strong, isolate
from locales.languages import babel_code
from locales.source import HERE

DIALOGS = ("need", "idea", "after", "followup")
"""Whose answers stand in a submission, in the order in which a label is looked for."""


class Wording:
    """`found` is the staff catalogue of one language; `country` is where the office is."""

    def __init__(self, found: texts.Texts, zone: ZoneInfo, country: str | None = None) -> None:
        self.language = found.language
        known = languages.known()[found.language]
        self.direction = known.direction
        self.own_name = known.name
        self.draft = known.reviewed is None and found.language != texts.SOURCE_LANGUAGE
        self._texts = found
        self._zone = zone
        self._amounts = money.amounts(country, found.language)
        # CLDR writes English dates the American way, which nobody in our countries expects.
        self._locale = "en_GB" if found.language == "en" else babel_code(found.language)

    def __call__(self, context: str, /, **values: str | int) -> str:
        """The text of a context. Raises KeyError for one that does not exist: that is a fault of the program."""
        number = values.get("n")
        template = self._texts.find(context, number if isinstance(number, int) else None)
        given = {**self._amounts, **values}
        return template.format_map({name: self._inside(str(value)) for name, value in given.items()})

    def has(self, context: str) -> bool:
        return context in self._texts.forms

    def code(self, table: str, code: str | None) -> str:
        """The label of a code, as in ("status", "new"). One that we do not know is shown as it is."""
        context = f"{table}.{code}"
        return self(context) if self.has(context) else code or ""

    def codes(self, table: str, codes: Sequence[str]) -> str:
        return ", ".join(self.code(table, code) for code in codes)

    def answer(self, kind: str, question: str, value: str) -> str | None:
        """The label of a chosen value; None where it is none that is offered now."""
        if question == "topic":
            context = f"topic.{value}"
            return self(context) if self.has(context) else None
        if question == "detail":
            context = f"detail.{value}"
            return self(context) if self.has(context) else None
        contexts = (f"{dialog}.{question}:{value}" for dialog in dict.fromkeys((kind, *DIALOGS)))
        return next((self(context) for context in contexts if self.has(context)), None)

    def reason(self, word: str | None) -> str:
        context = f"reason.{word}"
        return self(context if self.has(context) else "reason.other")

    def spoken(self, code: str) -> str:
        """The name of a language in this one, as "Arabic"; its own name where CLDR has none."""
        known = languages.known().get(code)
        from_cldr: str | None = Locale.parse(babel_code(self.language)).languages.get(babel_code(code))
        return from_cldr or (known.name if known else code)

    # -- times ------------------------------------------------------------------------------------

    def moment(self, at: datetime, now: datetime) -> str:
        """ "today 14:05", "yesterday 09:10", "Mon 3 May, 14:05"."""
        local, today = at.astimezone(self._zone), now.astimezone(self._zone).date()
        clock = f"{local:%H:%M}"
        if local.date() == today:
            return self("when.today", time=clock)
        if local.date() == today - timedelta(days=1):
            return self("when.yesterday", time=clock)
        return self("when.day", day=self.day(at, now), time=clock)

    def day(self, at: datetime, now: datetime) -> str:
        local, today = at.astimezone(self._zone).date(), now.astimezone(self._zone).date()
        skeleton = "MMMEd" if local.year == today.year else "yMMMEd"
        written: str = format_skeleton(skeleton, local, locale=self._locale)
        return written

    def clock(self, at: datetime) -> str:
        return f"{at.astimezone(self._zone):%H:%M}"

    def full(self, at: datetime) -> str:
        local = at.astimezone(self._zone)
        return f"{format_date(local.date(), 'full', locale=self._locale)}, {local:%H:%M}"

    def span(self, length: timedelta, table: str = "when") -> str:
        """How long, in its largest unit: "2 days"; with the table `since`, "for 2 days"."""
        minutes = int(length.total_seconds() // 60)
        if minutes < 1:
            return self(f"{table}.now")
        if minutes < 60:
            return self(f"{table}.minutes", n=minutes)
        if minutes < 24 * 60:
            return self(f"{table}.hours", n=minutes // 60)
        return self(f"{table}.days", n=minutes // (24 * 60))

    def _inside(self, value: str) -> str:
        """The value, isolated where its direction could reach the text around it (I-21)."""
        return value if value.isascii() and self.direction == "ltr" else isolate(value)


def load(zone: ZoneInfo, country: str | None = None, folder: Path = HERE) -> Mapping[str, Wording]:
    """Every language whose staff catalogue is whole, English first. `sempre locales check` names what others lack."""
    there = [code for code in languages.known() if texts.po_path(code, "staff", folder).exists()]
    read = [texts.read(code, "staff", folder) for code in (texts.SOURCE_LANGUAGE, *there)]
    return {one.language: Wording(one, zone, country) for one in read if not one.missing}


def direction(text: str, language: str | None) -> str:
    """Which way a person's text runs: by its first strong letter, else as its language does."""
    strong = first_strong(text[:1000])
    if strong is not None:
        return "ltr" if strong == "L" else "rtl"
    known = languages.known().get(language or "")
    return known.direction if known else "ltr"

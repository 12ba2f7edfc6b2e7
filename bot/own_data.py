"""A copy of all that is kept about a person, for that person: a page to read, JSON, and everything with the files.

It is made when it is sent or fetched, and lies nowhere: what is not there cannot be stolen, and shows what holds now.
"""

from __future__ import annotations

import asyncio
import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import jinja2

from bot.channels.base import Document
from bot.clock import Clock
from dialogs.terms import COPY, Dialog, Question
from locales import Catalogue, languages
from storage import own_data
from storage.database import Database
from storage.own_data import OwnData

HERE = Path(__file__).parent / "pages"
TYPES = {"html": "text/html", "json": "application/json", "zip": "application/zip"}
ASKED_IN = {"need": ("need", "after", "followup"), "idea": ("idea", "sharing", "followup")}
"""Kind of what was sent → the dialogs that may have asked for an answer of it."""

_EVENTS = {"corrected": "changed", "assigned": "passed", "restricted": "paused", "unrestricted": "lifted"}
_SEEN = frozenset({"view", "alike"})


def name(form: str) -> str:
    """Neutral: it may stand in a list of downloads that somebody else sees."""
    return f"my-data.{form}"


class Copies:
    def __init__(
        self, database: Database, words: Catalogue, scripts: Mapping[str, Dialog], now: Clock, zone: ZoneInfo
    ) -> None:
        self._database = database
        self._words = words
        self._scripts = scripts
        self._now = now
        self._zone = zone
        self._page = jinja2.Environment(
            loader=jinja2.FileSystemLoader(HERE), autoescape=True, undefined=jinja2.StrictUndefined,
            trim_blocks=True, lstrip_blocks=True,
        ).get_template("own_data.html")  # fmt: skip

    async def make(self, conversation_id: int) -> Mapping[str, Document]:
        """Each form of `COPY` → the document; the last only where there are files. Raises `Unavailable`."""
        async with self._database.read() as conn:
            own = await own_data.gather(conn, conversation_id, self._now(), self._zone)
        return await asyncio.to_thread(self._written, own)

    def _written(self, own: OwnData) -> Mapping[str, Document]:
        code = own.language if own.language in self._words.languages else self._words.languages[0]
        page = self._page.render(_Reading(self._words, self._scripts, self._zone, code or "en").values(own)).encode()
        machine = json.dumps(own.data, ensure_ascii=False, indent=2).encode()
        contents = {"html": page, "json": machine, "zip": _packed(own, page, machine)}
        forms = COPY if own.files else COPY[:2]
        return {form: Document(name(form), TYPES[form], contents[form]) for form in forms}


def _packed(own: OwnData, page: bytes, machine: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name("html"), page)
        packed.writestr(name("json"), machine)
        for file, content in own.files.items():
            packed.writestr(file, content, zipfile.ZIP_STORED)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _Reading:
    """Codes, times and roles as the person reads them."""

    words: Catalogue
    scripts: Mapping[str, Dialog]
    zone: ZoneInfo
    language: str

    def values(self, own: OwnData) -> dict[str, Any]:
        helpers: dict[str, Callable[..., Any]] = {
            "t": lambda context, **given: self.words.text(self.language, f"mydata.{context}", **given),
            "asked": self.asked, "said": self.said, "when": self.when, "day": self.day, "who": self.who,
            "event": self.event, "did": self.did, "purpose": self.purpose, "status": self.status,
        }  # fmt: skip
        rtl = languages.known()[self.language].rtl
        return {
            **helpers,
            "data": own.data,
            "notice": self.notice(),
            "lang": self.language,
            "dir": "rtl" if rtl else "ltr",
        }

    def notice(self) -> list[str]:
        """What stands behind "Tell me more" at the consent, but for the app: this is read without one."""
        consent = self.scripts["need"].question("consent")
        pages = () if consent is None else consent.pages
        return [self.words.text(self.language, page) for page in pages if not page.endswith(".page.5")]

    def _questions(self, kind: str, key: str) -> Iterator[tuple[Dialog, Question]]:
        for dialog in (self.scripts[one] for one in ASKED_IN.get(kind, (kind,)) if one in self.scripts):
            if (question := dialog.question(key)) is not None:
                yield dialog, question

    def asked(self, kind: str, key: str) -> str:
        """The question as a line of the check has it, or in its own words."""
        for dialog, question in self._questions(kind, key):
            context = question.summary or next((one for one in question.text if "{" not in dialog.english[one]), None)
            if context is not None:
                return self.words.text(self.language, context)
        return key

    def said(self, kind: str, key: str, value: str | None, label: str | None = None) -> str:
        if value is None:
            return self.words.text(self.language, "phrase.not_answered")
        comma = self.words.text(self.language, "phrase.comma")
        for _, question in self._questions(kind, key):
            if question.choices or question.source != "here":
                return comma.join(self._label(question, one, label) for one in value.split(","))
        return value

    def _label(self, question: Question, value: str, label: str | None) -> str:
        if question.source == "languages":
            return self.words.own_name(value)
        contexts = {choice.value: choice.label for choice in question.choices}
        if question.source in ("topics", "details"):
            contexts[value] = f"{question.source.removesuffix('s')}.{value}"
        try:
            return self.words.text(self.language, contexts[value])
        except KeyError:  # a value that is offered no more
            return label or value

    def when(self, moment: str | None) -> str:
        if moment is None:
            return ""
        local = datetime.fromisoformat(moment).astimezone(self.zone)
        return f"{self.words.day(self.language, local)}, {local:%H:%M}"

    def day(self, moment: str) -> str:
        """Of a time, or of a plain date."""
        if "T" in moment:
            return self.words.day(self.language, datetime.fromisoformat(moment))
        return self.words.day(self.language, date.fromisoformat(moment))

    def who(self, code: str) -> str:
        """A role, several with commas between, or one of those who talk."""
        found = [self._find("mydata.role", one) or self._find("mydata.who", one) for one in code.split(",")]
        staff = self.words.text(self.language, "mydata.who.staff")
        return self.words.text(self.language, "phrase.comma").join(one or staff for one in found)

    def _find(self, table: str, code: str) -> str | None:
        try:
            return self.words.text(self.language, f"{table}.{code}")
        except KeyError:
            return None

    def purpose(self, code: str) -> str:
        return self._find("phrase.purpose", code) or code

    def status(self, code: str) -> str:
        return self._find("phrase.state", code) or code

    def event(self, sort: str, status: str) -> str:
        if sort == "status":
            return self.status(status)
        return self.words.text(self.language, f"mydata.{_EVENTS.get(sort, 'other')}")

    def did(self, action: str, times: int) -> str:
        what = self.words.text(self.language, "mydata.saw" if action in _SEEN else "mydata.worked")
        return self.words.text(self.language, "mydata.times", what=what, n=times) if times > 1 else what

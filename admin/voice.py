"""What is written down of the voices of a submission, as its pages show it."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web

from admin import panel
from locales import speech
from storage.reading import Detail
from storage.voices import Voices


@dataclass(frozen=True, slots=True)
class Hearing:
    """`on`: whether voices can be written down here. `able`: also those in this `language`."""

    voices: Voices
    on: bool
    able: bool
    language: str


def hearing(request: web.Request, detail: Detail) -> Hearing:
    on = panel.of(request).listen is not None
    return Hearing(detail.voices, on, on and detail.language in speech.LANGUAGES, detail.language)

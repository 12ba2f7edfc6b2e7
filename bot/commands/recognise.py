"""`sempre try`: what a recogniser makes of typed lines. One line in, one line out, at once; no data folder is needed.

best code TAB confidence from 0 to 1 [TAB further candidate]…        `-` where nothing fits
"""

from __future__ import annotations

import argparse
import io
import sys

from bot.problem import Problem, WrongUsage
from bot.settings import TIME_ZONES
from locales import languages, offers, recognisers


def run(arguments: argparse.Namespace) -> int:
    recogniser = _recogniser(arguments.recogniser)
    language, country, question = _language(arguments), _country(arguments), _question(arguments)
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):  # whatever the terminal's locale: what is typed is UTF-8
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    for text in sys.stdin:
        print(line(recogniser.read(text.strip(), language, country, question)), flush=True)
    return 0


def line(found: recognisers.Found) -> str:
    """The answer to one text, without its end of line."""
    if not found:
        return "-\t0.00"
    (best, confidence), *others = found
    return "\t".join((best, f"{confidence:.2f}", *(code for code, _ in others)))


def _recogniser(name: str) -> recognisers.Recogniser:
    if name not in recognisers.NAMES:
        raise WrongUsage(f"There is no recogniser {name!r}. There are: {', '.join(recognisers.NAMES)}.")
    found = recognisers.installed()
    if name not in found:
        raise Problem(f"The recogniser {name} is not installed. There are: {', '.join(found)}.")
    return found[name]


def _language(arguments: argparse.Namespace) -> str | None:
    given: str | None = arguments.language
    found = languages.understood(given)
    if given is not None and found is None:
        raise WrongUsage(f"--language: {given!r} is not understood. There are: {', '.join(languages.UNDERSTOOD)}.")
    return found


def _country(arguments: argparse.Namespace) -> str | None:
    given: str | None = arguments.country
    if given is not None and given.upper() not in TIME_ZONES:
        raise WrongUsage(f"--country: {given!r} is not known. There are: {', '.join(TIME_ZONES)}.")
    return given and given.upper()


def _question(arguments: argparse.Namespace) -> str | None:
    given: str | None = arguments.question
    known = ", ".join(offers.questions()) if given is not None or arguments.recogniser == "answer" else ""
    if arguments.recogniser == "answer" and given is None:
        raise WrongUsage(f"--question is missing: which question is answered? There are: {known}.")
    if given is not None and given not in offers.questions():
        raise WrongUsage(f"--question: {given!r} is not asked with choices. There are: {known}.")
    return given

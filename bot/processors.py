"""Who carries people's messages for us: the list of processors, and the channels that lack an entry (R-28).

A TOML file with a table for each channel that runs over somebody else's machines:

    [telegram]
    name = "the company in the contract"
    country = "AE"                    # ISO 3166-1: where it is
    contract = 2026-05-01             # the day of the contract, or of the assessment that takes its place
    until = 2028-05-01                # the day on which it ends, if it does
    transfer = "standard contractual clauses"   # by what data may leave the European Economic Area; "none" within
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.settings import PREFIX, Settings, WrongSettings

FILE = "processors.toml"
CHANNELS = ("telegram", "mail")
"""What runs over others' machines. The web chat, the terminal and the desk run on ours."""

PLATFORM = "api.telegram.org"
RIGHT = "Right would be: a table for each of " + ", ".join(CHANNELS) + " with name, country, contract and transfer"


class Processor(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    name: str = Field(min_length=1, max_length=200)
    country: str = Field(pattern=r"^[A-Z]{2}$")
    contract: date
    until: date | None = None
    transfer: str = Field(min_length=1, max_length=200)

    def holds(self, today: date) -> bool:
        return self.contract <= today and (self.until is None or today <= self.until)


def read(settings: Settings) -> Mapping[str, Processor]:
    """The list, empty where there is no file. Raises `WrongSettings` for one that cannot be used."""
    path = settings.processors or settings.data_dir / FILE
    if settings.processors is None and not path.exists():
        return {}
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise WrongSettings([_wrong(path, f"cannot be read ({error.strerror})")]) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise WrongSettings([_wrong(path, "is no TOML")]) from None
    lines: list[str] = []
    found: dict[str, Processor] = {}
    for channel, table in tables.items():
        if channel not in CHANNELS:
            lines.append(_wrong(path, f"there is no channel {channel[:20]!r}"))
            continue
        try:
            found[channel] = Processor.model_validate(table)
        except ValidationError as wrong:
            lines += [_wrong(path, f"[{channel}] {_part(error['loc'])}: {error['msg']}") for error in wrong.errors()]
    if lines:
        raise WrongSettings(lines)
    return found


def unlisted(settings: Settings, listed: Mapping[str, Processor], today: date) -> tuple[str, ...]:
    """Channels that are on without an entry, or whose contract does not hold today."""
    on = {"telegram": settings.telegram_token is not None, "mail": settings.smtp_url is not None}
    return tuple(name for name in CHANNELS if on[name] and not (name in listed and listed[name].holds(today)))


def insist(settings: Settings, missing: tuple[str, ...]) -> None:
    """Raises `WrongSettings` where real people would write through a platform that nobody has looked at.

    That is taken to be so with an https address of our own and the platform's own server; else a warning is enough.
    """
    public = settings.public_url is not None and settings.public_url.startswith("https://")
    if "telegram" in missing and public and urlsplit(settings.telegram_api_url).hostname == PLATFORM:
        path = settings.processors or settings.data_dir / FILE
        raise WrongSettings([_wrong(path, "Telegram is on, and the list of processors has no entry that holds today")])


def _wrong(path: Path, wrong: str) -> str:
    return f"{PREFIX}PROCESSORS: {path}: {wrong}. {RIGHT}; docs/data-protection.md has an example."


def _part(place: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in place)[:40] or "it"

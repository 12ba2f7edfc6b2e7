"""The settings: environment variables `SEMPRE_…` or lines of a `.env` file, each with a default.

The description of a field is the sentence "right would be …" of its error line, so it names the accepted
form and gives an example. `docs/settings.md` is tested against this file.
"""

from __future__ import annotations

import difflib
import os
import re
from datetime import timedelta
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from locales import helplines
from locales.calendar import OfficeHours

PREFIX = "SEMPRE_"

TIME_ZONES = {
    "DE": "Europe/Berlin",
    "DK": "Europe/Copenhagen",
    "EE": "Europe/Tallinn",
    "FI": "Europe/Helsinki",
    "LT": "Europe/Vilnius",
    "LV": "Europe/Riga",
    "NO": "Europe/Oslo",
    "PL": "Europe/Warsaw",
    "SE": "Europe/Stockholm",
}
"""The nine countries whose help lines and holidays are known, and the zone of their offices."""

Network = IPv4Network | IPv6Network

UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


class WrongSettings(Exception):
    """One line for each setting that cannot be used: its name, what was wrong, what would be right."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


class Settings(BaseSettings):
    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    database_url: SecretStr | None = Field(
        None, description="empty for SQLite in the data folder, sqlite:///FILE, or postgresql://USER:PASSWORD@HOST/NAME"
    )
    data_dir: Path = Field(Path("var"), description="a folder that this program may write to, like ./var")
    data_key: SecretStr | None = Field(
        None,
        description="32 bytes as 64 hexadecimal digits or in base64; or several as NUMBER:KEY with commas between, "
        "first the one that seals",
    )
    data_key_file: Path | None = Field(None, description="a file that holds the data key, like /run/secrets/data.key")
    secret_key: SecretStr | None = Field(None, description="32 bytes as 64 hexadecimal digits or in base64")
    host: str = Field("127.0.0.1", description="an address of this machine to listen on, like 127.0.0.1 or 0.0.0.0")
    port: int = Field(8080, ge=0, le=65535, description="a port number from 1 to 65535, like 8080; 0 takes a free one")
    public_url: str | None = Field(
        None, description="the address at which people reach this service, like https://sempre.example.org"
    )
    trusted_proxies: Annotated[tuple[Network, ...], NoDecode] = Field(
        (ip_network("127.0.0.1"), ip_network("::1")),
        description="addresses or networks of your own proxies with commas between, like 127.0.0.1,10.0.0.0/8",
    )
    organisation: str = Field(
        "Sempre", description="the name of your organisation as people know it, 1 to 60 characters"
    )
    country: str | None = Field(None, description=f"empty, or one of {', '.join(TIME_ZONES)}")
    time_zone: Annotated[ZoneInfo | None, NoDecode] = Field(
        None, description="the name of a time zone, like Europe/Riga"
    )
    languages: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="empty for all that are complete, or codes with commas between, like en,ar"
    )
    legal_basis: Literal["consent", "public-task"] = Field("consent", description="consent or public-task")
    legal_regime: Literal["gdpr", "dsg-ekd"] = Field("gdpr", description="gdpr or dsg-ekd")
    processors: Path | None = Field(
        None, description="a file in TOML, like ./processors.toml; see docs/data-protection.md"
    )
    smtp_url: SecretStr | None = Field(
        None, description="smtp://USER:PASSWORD@HOST:587, or smtps:// for a connection that is encrypted from the start"
    )
    second_factor: Literal["off", "optional", "required"] = Field("off", description="off, optional or required")
    web: Literal["on", "off"] = Field("on", description="on or off")
    telegram_token: SecretStr | None = Field(
        None,
        description="the token that BotFather gave you, digits, a colon and letters, like 123456:ABC-DEF; empty: off",
    )
    telegram_api_url: str = Field(
        "https://api.telegram.org", description="the base address of the Bot API server, like https://api.telegram.org"
    )
    telegram_mode: Literal["polling", "webhook"] = Field("polling", description="polling or webhook")
    telegram_webhook_secret: SecretStr | None = Field(
        None, description="1 to 256 characters from A-Z a-z 0-9 _ and -; empty: derived from the secret key"
    )
    sends_per_second: float = Field(
        30, gt=0, allow_inf_nan=False, description="a number above 0, like 30 (what Telegram allows a bot)"
    )
    recognisers: Literal["on", "off"] = Field("on", description="on or off")
    office_hours: Annotated[OfficeHours, NoDecode] = Field(
        OfficeHours.parse("mo-fr 9-16"), description="days and hours, like mo-fr 9-16"
    )
    confirmed_numbers: Annotated[tuple[str, ...], NoDecode] = Field(
        (),
        description="help lines that you have called yourself, as COUNTRY:NUMBER with commas between, like DE:116111",
    )
    environment: Literal["production", "test"] = Field("production", description="production or test")
    clock_offset: Annotated[timedelta, NoDecode] = Field(
        timedelta(), description="only with SEMPRE_ENVIRONMENT=test: how far the clock is put on, like +31d or -2h"
    )

    # -- what is read from text -------------------------------------------------------------------

    @field_validator("data_dir", "data_key_file", "processors", mode="after")
    @classmethod
    def _absolute(cls, value: Path | None) -> Path | None:
        return None if value is None else value.expanduser().absolute()

    @field_validator("database_url", mode="after")
    @classmethod
    def _known_database(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            asynchronous(value.get_secret_value())
        return value

    @field_validator("public_url", "telegram_api_url", mode="after")
    @classmethod
    def _web_address(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = _split(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError("it does not start with https:// and the name of a machine")
        if parts.query or parts.fragment or parts.username:
            raise ValueError("it holds more than a machine, a port and a path")
        return value.rstrip("/")

    @field_validator("telegram_api_url", mode="after")
    @classmethod
    def _official_is_encrypted(cls, value: str) -> str:
        if _split(value).scheme == "http" and _split(value).hostname == "api.telegram.org":
            raise ValueError("Telegram's own server is only reached by https; plain http is for one's own server")
        return value

    @field_validator("host", mode="after")
    @classmethod
    def _host_alone(cls, value: str) -> str:
        if not re.fullmatch(r"[A-Za-z0-9.:\-]+", value) or "//" in value:
            raise ValueError("it is not the name or number of a machine")
        return value

    @field_validator("organisation", mode="after")
    @classmethod
    def _printable_name(cls, value: str) -> str:
        if len(value.splitlines()) > 1:
            raise ValueError("it has more than one line")
        name = " ".join(value.split())
        if not 1 <= len(name) <= 60:
            raise ValueError(f"it has {len(name)} characters")
        if not name.isprintable():
            raise ValueError("it holds characters that cannot be seen")
        return name

    @field_validator("country", mode="after")
    @classmethod
    def _known_country(cls, value: str | None) -> str | None:
        if value is not None and value.upper() not in TIME_ZONES:
            raise ValueError("its help lines are not known to us")
        return value.upper() if value else None

    @field_validator("time_zone", mode="before")
    @classmethod
    def _known_zone(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        try:
            return ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError("there is no time zone of that name") from None

    @field_validator("languages", mode="before")
    @classmethod
    def _codes(cls, value: Any) -> Any:
        codes = _list(value)
        strange = [code for code in codes if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z]{2,4})?", code)]
        if strange:
            raise ValueError(f"{strange[0][:20]!r} is no code of a language")
        return codes

    @field_validator("confirmed_numbers", mode="before")
    @classmethod
    def _numbers(cls, value: Any) -> Any:
        entries = (
            tuple(entry.replace(" ", "").upper() for entry in value.split(",")) if isinstance(value, str) else value
        )
        for entry in entries:
            country, _, number = entry.partition(":")
            if country not in TIME_ZONES or not re.fullmatch(r"\+?[0-9]{3,15}", number):
                raise ValueError(f"{entry[:20]!r} is not a country, a colon and a number")
            if not helplines.known(country, number):
                raise ValueError(f"there is no line {entry[:20]!r}")
        return tuple(dict.fromkeys(entries))

    @field_validator("trusted_proxies", mode="before")
    @classmethod
    def _networks(cls, value: Any) -> Any:
        found = []
        for part in _list(value) if isinstance(value, str) else ():
            try:
                found.append(ip_network(part))
            except ValueError:
                raise ValueError(f"{part[:45]!r} is neither an address nor a network") from None
        if any(network.prefixlen == 0 for network in found):
            raise ValueError("it trusts everybody, so anybody could say to be somebody else")
        return tuple(found) if isinstance(value, str) else value

    @field_validator("office_hours", mode="before")
    @classmethod
    def _hours(cls, value: Any) -> Any:
        return OfficeHours.parse(value) if isinstance(value, str) else value

    @field_validator("smtp_url", mode="after")
    @classmethod
    def _mail_server(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            parts = _split(value.get_secret_value())
            if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
                raise ValueError("it is not the address of a mail server")
        return value

    @field_validator("telegram_token", mode="after")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]+", value.get_secret_value()):
            raise ValueError("it does not look like a token")
        return value

    @field_validator("telegram_webhook_secret", mode="after")
    @classmethod
    def _webhook_secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
            raise ValueError("Telegram does not accept it")
        return value

    @field_validator("clock_offset", mode="before")
    @classmethod
    def _offset(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        found = re.fullmatch(r"([+-]?)([0-9]{1,6})([smhdw])", value.strip())
        if not found:
            raise ValueError("it is not a sign, a number and one of s m h d w")
        length = timedelta(**{UNITS[found[3]]: int(found[2])})
        return -length if found[1] == "-" else length

    @model_validator(mode="after")
    def _together(self) -> Settings:
        if self.clock_offset and self.environment != "test":
            raise ValueError(
                "clock_offset|it is set, but this is not a test|leave it empty, or SEMPRE_ENVIRONMENT=test"
            )
        if self.data_key and self.data_key_file:
            raise ValueError("data_key_file|SEMPRE_DATA_KEY is set as well|one of the two")
        if self.telegram_token and self.telegram_mode == "webhook" and not self.public_url:
            raise ValueError(
                "telegram_mode|a webhook needs an address that Telegram can reach|"
                "set SEMPRE_PUBLIC_URL to your https address, or SEMPRE_TELEGRAM_MODE=polling"
            )
        return self

    # -- what follows from them -------------------------------------------------------------------

    @property
    def database(self) -> str:
        """The URL in the form SQLAlchemy wants it, with the asynchronous driver. May hold a password."""
        if self.database_url is None:
            return f"sqlite+aiosqlite:///{self.data_dir / 'sempre.db'}"
        return asynchronous(self.database_url.get_secret_value())

    @property
    def on_sqlite(self) -> bool:
        return self.sqlite_file is not None

    @property
    def sqlite_file(self) -> Path | None:
        """The file of the database; None on PostgreSQL."""
        driver, _, path = self.database.partition(":///")
        return Path(path.partition("?")[0]) if driver.startswith("sqlite") else None

    @property
    def zone(self) -> ZoneInfo:
        """The zone of the office: as set, else the country's, else Berlin's."""
        return self.time_zone or ZoneInfo(TIME_ZONES[self.country or "DE"])

    @property
    def address(self) -> str:
        """Where a browser finds the service: the public address, else the one it listens on."""
        host = "127.0.0.1" if self.host in {"0.0.0.0", "::"} else self.host  # noqa: S104 (shown, not bound)
        return self.public_url or f"http://{f'[{host}]' if ':' in host else host}:{self.port}"


NAMES = tuple(sorted(PREFIX + field.upper() for field in Settings.model_fields))


def load(env_file: Path | None = Path(".env")) -> Settings:
    """The settings of this process. Raises `WrongSettings` with every fault at once."""
    lines = [_unknown(name) for name in sorted(_given(env_file) - set(NAMES))]
    try:
        # Empty and unreadable are told apart here: pydantic-settings passes over a file that is not there.
        settings = Settings(_env_file=env_file, _env_file_encoding="utf-8")
    except ValidationError as wrong:
        raise WrongSettings(lines + [_line(error) for error in wrong.errors()]) from None
    if lines:
        raise WrongSettings(lines)
    return settings


def asynchronous(url: str) -> str:
    """`url` with the driver that speaks asyncio. Raises ValueError for a database we do not speak to."""
    scheme, colon, rest = url.partition("://")
    dialect = scheme.partition("+")[0]
    if not colon or dialect not in {"sqlite", "postgresql", "postgres"}:
        raise ValueError("it is neither SQLite nor PostgreSQL")
    if dialect == "sqlite":
        if not rest.startswith("/") or len(rest) == 1 or rest == "/:memory:":
            raise ValueError("it names no file")
        return f"sqlite+aiosqlite://{rest}"
    if "@" not in rest and not rest.startswith("/") and "/" not in rest:
        raise ValueError("it names no database")
    # libpq's word for it is sslmode; asyncpg takes the same values under the name ssl.
    return "postgresql+asyncpg://" + re.sub(r"([?&])sslmode=", r"\1ssl=", rest)


def _split(value: str) -> Any:
    parts = urlsplit(value)
    _ = parts.port  # raises ValueError where the port is no number
    return parts


def _list(value: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(re.split(r"[,\s]+", value.strip(", \t")))) if isinstance(value, str) else tuple(value)


def _given(env_file: Path | None) -> set[str]:
    names = {name.upper() for name in os.environ}
    if env_file is not None and env_file.is_file():
        try:
            names |= {name.upper() for name in dotenv_values(env_file, interpolate=False, encoding="utf-8")}
        except (OSError, UnicodeDecodeError) as error:
            raise WrongSettings(
                [f"{env_file}: cannot be read ({type(error).__name__}). Right would be: UTF-8."]
            ) from None
    return {name for name in names if name.startswith(PREFIX)}


def _unknown(name: str) -> str:
    # Without the prefix, which all have in common: with it, anything would be near to something.
    fields = [known.removeprefix(PREFIX) for known in NAMES]
    near = difflib.get_close_matches(name.removeprefix(PREFIX), fields, n=1, cutoff=0.7)
    remedy = f"did you mean {PREFIX}{near[0]}?" if near else "see docs/settings.md for the names that are."
    return f"{name}: there is no setting of that name; {remedy}"


def _line(error: ErrorDetails) -> str:
    if not error["loc"]:
        field, wrong, right = error["msg"].removeprefix("Value error, ").split("|")
    else:
        field = str(error["loc"][0])
        wrong = _wrong(error)
        right = Settings.model_fields[field].description or ""
    return f"{PREFIX}{field.upper()}: {wrong}. Right would be: {right}."


def _wrong(error: ErrorDetails) -> str:
    if error["type"] == "value_error":
        return error["msg"].removeprefix("Value error, ").rstrip(".")
    if error["type"] == "literal_error":
        return "it is none of the known values"
    return error["msg"].replace("Input should", "it should")

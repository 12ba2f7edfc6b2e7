"""Settings: what each wrong value is told, and what nobody may read."""

from __future__ import annotations

import base64
import os
import stat
from datetime import timedelta
from pathlib import Path

import pytest

from bot import keys, settings
from bot.clock import clock
from bot.settings import Settings, WrongSettings

HEX_KEY = "0f" * 32
TOKEN = "123456:AAbbCCddEEffGGhhIIjjKKll"


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in os.environ:
        if name.upper().startswith(settings.PREFIX):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def load(monkeypatch: pytest.MonkeyPatch, **values: str) -> Settings:
    for name, value in values.items():
        monkeypatch.setenv(f"SEMPRE_{name.upper()}", value)
    return settings.load()


def lines(monkeypatch: pytest.MonkeyPatch, **values: str) -> list[str]:
    with pytest.raises(WrongSettings) as wrong:
        load(monkeypatch, **values)
    return wrong.value.lines


def test_everything_has_a_default(tmp_path: Path) -> None:
    current = settings.load()
    assert current.data_dir == tmp_path / "var"
    assert current.database == f"sqlite+aiosqlite:///{tmp_path}/var/sempre.db"
    assert current.sqlite_file == tmp_path / "var" / "sempre.db"
    assert (current.host, current.port, current.organisation) == ("127.0.0.1", 8080, "Sempre")
    assert str(current.zone) == "Europe/Berlin"
    assert current.languages == ()
    assert current.telegram_token is None
    assert current.address == "http://127.0.0.1:8080"


WRONG = [
    ("port", "abc", "SEMPRE_PORT: it should be a valid integer"),
    ("port", "70000", "SEMPRE_PORT: it should be less than or equal to 65535"),
    ("host", "http://x", "SEMPRE_HOST: it is not the name or number of a machine"),
    ("trusted_proxies", "127.0.0.1,proxy", "SEMPRE_TRUSTED_PROXIES: 'proxy' is neither an address nor a network"),
    ("trusted_proxies", "0.0.0.0/0", "SEMPRE_TRUSTED_PROXIES: it trusts everybody"),
    ("database_url", "mysql://u:p@h/d", "SEMPRE_DATABASE_URL: it is neither SQLite nor PostgreSQL"),
    ("database_url", "sqlite://", "SEMPRE_DATABASE_URL: it names no file"),
    ("database_url", "sqlite:///:memory:", "SEMPRE_DATABASE_URL: it names no file"),
    ("database_url", "postgresql://host", "SEMPRE_DATABASE_URL: it names no database"),
    ("public_url", "sempre.example.org", "SEMPRE_PUBLIC_URL: it does not start with https://"),
    ("public_url", "https://sempre.example.org/?a=1", "SEMPRE_PUBLIC_URL: it holds more than"),
    ("public_url", "https://sempre.example.org:x", "SEMPRE_PUBLIC_URL: "),
    ("organisation", "x" * 61, "SEMPRE_ORGANISATION: it has 61 characters"),
    ("organisation", "Help\u202e office", "SEMPRE_ORGANISATION: it holds characters that cannot be seen"),
    ("organisation", "Help\noffice", "SEMPRE_ORGANISATION: it has more than one line"),
    ("country", "FR", "SEMPRE_COUNTRY: its help lines are not known to us. Right would be: empty, or one of DE, DK"),
    ("time_zone", "Berlin", "SEMPRE_TIME_ZONE: there is no time zone of that name"),
    ("time_zone", "../etc/passwd", "SEMPRE_TIME_ZONE: there is no time zone of that name"),
    ("languages", "en, German", "SEMPRE_LANGUAGES: 'German' is no code of a language"),
    ("legal_basis", "maybe", "SEMPRE_LEGAL_BASIS: it is none of the known values. Right would be: consent or"),
    ("legal_regime", "none", "SEMPRE_LEGAL_REGIME: it is none of the known values"),
    ("smtp_url", "mail.example.org", "SEMPRE_SMTP_URL: it is not the address of a mail server"),
    ("second_factor", "yes", "SEMPRE_SECOND_FACTOR: it is none of the known values"),
    ("telegram_token", "hello world", "SEMPRE_TELEGRAM_TOKEN: it does not look like a token"),
    ("telegram_api_url", "http://api.telegram.org", "SEMPRE_TELEGRAM_API_URL: Telegram's own server"),
    ("telegram_mode", "push", "SEMPRE_TELEGRAM_MODE: it is none of the known values"),
    ("telegram_webhook_secret", "with blanks", "SEMPRE_TELEGRAM_WEBHOOK_SECRET: Telegram does not accept it"),
    ("sends_per_second", "0", "SEMPRE_SENDS_PER_SECOND: it should be greater than 0"),
    ("sends_per_second", "inf", "SEMPRE_SENDS_PER_SECOND: it should be a finite number"),
    ("recognisers", "1", "SEMPRE_RECOGNISERS: it is none of the known values"),
    ("office_hours", "always", "SEMPRE_OFFICE_HOURS: "),
    ("confirmed_numbers", "116111", "SEMPRE_CONFIRMED_NUMBERS: '116111' is not a country, a colon and a number"),
    ("confirmed_numbers", "DE:116111,DE:123456", "SEMPRE_CONFIRMED_NUMBERS: there is no line 'DE:123456'"),
    ("environment", "staging", "SEMPRE_ENVIRONMENT: it is none of the known values"),
    ("clock_offset", "+31d", "SEMPRE_CLOCK_OFFSET: it is set, but this is not a test"),
    ("clock_offset", "soon", "SEMPRE_CLOCK_OFFSET: it is not a sign, a number and one of s m h d w"),
]


@pytest.mark.parametrize(("name", "value", "start"), WRONG, ids=[f"{name}-{value[:12]}" for name, value, _ in WRONG])
def test_a_wrong_value_is_named_with_its_remedy(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, start: str
) -> None:
    [line] = lines(monkeypatch, **{name: value})
    assert line.startswith(start)
    assert ". Right would be: " in line
    assert line.endswith(".")
    assert "\n" not in line


def test_every_fault_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    told = lines(monkeypatch, port="x", country="FR", langages="en")
    assert [line.partition(":")[0] for line in told] == ["SEMPRE_LANGAGES", "SEMPRE_PORT", "SEMPRE_COUNTRY"]


def test_an_unknown_name_gets_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    [line] = lines(monkeypatch, telegram_tokn=TOKEN)
    assert line == "SEMPRE_TELEGRAM_TOKN: there is no setting of that name; did you mean SEMPRE_TELEGRAM_TOKEN?"


@pytest.mark.parametrize("name", ["foo", "x", "webhook", "date"])
def test_an_unknown_name_that_is_near_to_nothing(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    [line] = lines(monkeypatch, **{name: "1"})
    assert line.endswith("there is no setting of that name; see docs/settings.md for the names that are.")


def test_an_unknown_name_in_the_file_is_refused_too(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("SEMPRE_PROT=9000\nOTHER_PROGRAM=1\n")
    with pytest.raises(WrongSettings) as wrong:
        settings.load()
    assert wrong.value.lines == ["SEMPRE_PROT: there is no setting of that name; did you mean SEMPRE_PORT?"]


def test_the_environment_beats_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("SEMPRE_PORT=9000\nSEMPRE_ORGANISATION='Help in the country'\n")
    assert load(monkeypatch, port="9001").port == 9001
    assert settings.load().organisation == "Help in the country"


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"SEMPRE_ORGANISATION=\xff\xfe")
    with pytest.raises(WrongSettings, match="Right would be: UTF-8"):
        settings.load()


def test_an_empty_value_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    current = load(monkeypatch, port="", telegram_token="", clock_offset="", country="")
    assert (current.port, current.telegram_token, current.country) == (8080, None, None)


def test_a_webhook_needs_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    [line] = lines(monkeypatch, telegram_token=TOKEN, telegram_mode="webhook")
    assert line.startswith("SEMPRE_TELEGRAM_MODE: a webhook needs an address")
    monkeypatch.setenv("SEMPRE_PUBLIC_URL", "https://sempre.example.org/")
    assert settings.load().public_url == "https://sempre.example.org"


@pytest.mark.parametrize("country", sorted(settings.TIME_ZONES))
def test_each_country_brings_its_zone(monkeypatch: pytest.MonkeyPatch, country: str) -> None:
    current = load(monkeypatch, country=country.lower())
    assert current.country == country
    assert str(current.zone) == settings.TIME_ZONES[country]
    assert str(load(monkeypatch, time_zone="Europe/Rome").zone) == "Europe/Rome"


@pytest.mark.parametrize("text", ["en,ar", "en ar", " en , ar,en "])
def test_languages_are_separated_by_commas_or_spaces(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    assert load(monkeypatch, languages=text).languages == ("en", "ar")


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("sqlite:////srv/s.db", "sqlite+aiosqlite:////srv/s.db"),
        ("postgresql://u:p@h:5/d", "postgresql+asyncpg://u:p@h:5/d"),
        ("postgres://u@h/d?sslmode=require", "postgresql+asyncpg://u@h/d?ssl=require"),
        ("postgresql+psycopg://h/d", "postgresql+asyncpg://h/d"),
        ("postgresql:///d?host=/run/pg", "postgresql+asyncpg:///d?host=/run/pg"),
    ],
)
def test_the_database_address_gets_our_driver(monkeypatch: pytest.MonkeyPatch, url: str, wanted: str) -> None:
    assert load(monkeypatch, database_url=url).database == wanted


def test_secrets_print_as_stars(monkeypatch: pytest.MonkeyPatch) -> None:
    secret = "canary"
    current = load(
        monkeypatch,
        telegram_token=f"1:{secret}",
        data_key=HEX_KEY,
        secret_key=HEX_KEY,
        telegram_webhook_secret=secret,
        database_url=f"postgresql://u:{secret}@h/d",
        smtp_url=f"smtp://u:{secret}@h",
    )
    shown = f"{current!r} {current} {current.model_dump()}"
    assert secret not in shown
    assert HEX_KEY not in shown


@pytest.mark.parametrize("name", ["telegram_token", "data_key", "database_url", "smtp_url", "telegram_webhook_secret"])
def test_a_wrong_secret_is_not_repeated(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    with pytest.raises(WrongSettings) as wrong:
        keys.load(load(monkeypatch, **{name: "canary canary"}))
    assert "canary" not in str(wrong.value)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("+31d", timedelta(days=31)), ("-2h", timedelta(hours=-2)), ("90m", timedelta(minutes=90)), ("1w", timedelta(7))],
)
def test_the_clock_is_put_on_in_a_test(monkeypatch: pytest.MonkeyPatch, text: str, wanted: timedelta) -> None:
    plain = clock(settings.load())
    put_on = clock(load(monkeypatch, environment="test", clock_offset=text))
    assert abs(put_on() - plain() - wanted) < timedelta(seconds=5)
    assert put_on().utcoffset() == timedelta()


# -- keys -----------------------------------------------------------------------------------------


def test_keys_are_made_once_for_their_owner_alone(tmp_path: Path) -> None:
    current = settings.load()
    first = keys.load(current)
    again = keys.load(current)
    assert [path.name for path in first.made] == ["data.key", "secret.key"]
    assert again.made == ()
    assert (again.ring.key(1), again.secret) == (first.ring.key(1), first.secret)
    assert len(first.ring.key(1)) == len(first.secret) == 32
    assert first.ring.key(1) != first.secret
    folder = tmp_path / "var" / "keys"
    assert sorted(path.name for path in folder.iterdir()) == ["data.key", "secret.key"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "var").stat().st_mode) == 0o700
    assert repr(first.ring.key(1)) not in repr(first)


@pytest.mark.parametrize(
    "text",
    [
        HEX_KEY,
        HEX_KEY.upper(),
        base64.b64encode(b"\xff" * 32).decode(),
        base64.urlsafe_b64encode(b"\xff" * 32).decode().rstrip("="),
    ],
)
def test_keys_may_be_hexadecimal_or_base64(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str) -> None:
    loaded = keys.load(load(monkeypatch, data_key=text, secret_key=text))
    assert loaded.ring.key(1) in {b"\x0f" * 32, b"\xff" * 32}
    assert not (tmp_path / "var").exists()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [("0f" * 16, "it has 24 bytes"), ("abcd", "it has 3 bytes"), ("ö" * 32, "neither"), ("z" * 64, "neither")],
)
def test_a_key_of_a_wrong_form_is_refused_by_name(monkeypatch: pytest.MonkeyPatch, text: str, wrong: str) -> None:
    with pytest.raises(WrongSettings) as refused:
        keys.load(load(monkeypatch, secret_key=text))
    [line] = refused.value.lines
    assert line.startswith("SEMPRE_SECRET_KEY: ")
    assert wrong in line
    assert text not in line


def test_a_damaged_key_file_is_refused_by_name(tmp_path: Path) -> None:
    keys.load(settings.load())
    path = tmp_path / "var" / "keys" / "data.key"
    path.write_text("0f0f")
    with pytest.raises(WrongSettings) as refused:
        keys.load(settings.load())
    assert str(path) in refused.value.lines[0]


def test_no_new_key_beside_an_old_database(tmp_path: Path) -> None:
    """A fresh key could open nothing of it, so losing the file must not look like a first run."""
    current = settings.load()
    keys.load(current)
    (tmp_path / "var" / "sempre.db").write_bytes(b"SQLite format 3\0")
    (tmp_path / "var" / "keys" / "data.key").unlink()
    with pytest.raises(WrongSettings, match="it is missing, but the database"):
        keys.load(current)
    assert not (tmp_path / "var" / "keys" / "data.key").exists()


def test_a_data_folder_that_cannot_be_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WrongSettings, match=r"^SEMPRE_DATA_DIR: .* cannot be written to"):
        keys.load(load(monkeypatch, data_dir=str(tmp_path / "file" / "var")))


def test_the_webhook_secret_is_derived_or_set(monkeypatch: pytest.MonkeyPatch) -> None:
    derived = keys.webhook_secret(load(monkeypatch, secret_key=HEX_KEY, data_key=HEX_KEY), keys.load(settings.load()))
    assert derived == keys.webhook_secret(settings.load(), keys.load(settings.load()))
    assert len(derived) == 64
    assert derived != HEX_KEY
    current = load(monkeypatch, telegram_webhook_secret="chosen-1")
    assert keys.webhook_secret(current, keys.load(current)) == "chosen-1"

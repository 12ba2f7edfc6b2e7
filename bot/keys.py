"""The two keys: made on first run in `<data dir>/keys/`, or given by the settings.

`data.key` seals stories, contacts and files: who loses it loses them. `secret.key` signs what may be signed anew.
Both are kept apart from the database, and no backup holds them.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import SecretStr

from bot.settings import Settings, WrongSettings

LENGTH = 32


@dataclass(frozen=True, slots=True)
class Keys:
    data: bytes = field(repr=False)
    secret: bytes = field(repr=False)
    made: tuple[Path, ...] = ()  # files written just now, for which a copy should be kept elsewhere


def folder(settings: Settings) -> Path:
    return settings.data_dir / "keys"


def load(settings: Settings) -> Keys:
    """The keys; makes what is missing. Raises `WrongSettings` for a key that is damaged or of a wrong length."""
    made: list[Path] = []
    data = _key(settings, "data", settings.data_key, made)
    secret = _key(settings, "secret", settings.secret_key, made)
    return Keys(data, secret, tuple(made))


def existing(settings: Settings, name: str) -> bytes:
    """The key `data` or `secret` where there is one; makes nothing. Raises `WrongSettings`."""
    given = settings.data_key if name == "data" else settings.secret_key
    if given is not None:
        return _decoded(given.get_secret_value(), f"SEMPRE_{name.upper()}_KEY")
    path = folder(settings) / f"{name}.key"
    return _decoded(_read(path), str(path))


def webhook_secret(settings: Settings, keys: Keys) -> str:
    """What Telegram must say to be believed: as set, else derived, so that each process derives the same."""
    if settings.telegram_webhook_secret is not None:
        return settings.telegram_webhook_secret.get_secret_value()
    return hmac.new(keys.secret, b"telegram webhook", hashlib.sha256).hexdigest()


def decode(text: str) -> bytes:
    """A key from 64 hexadecimal digits or from base64 (either alphabet). Raises ValueError, without the text."""
    text = text.strip()
    try:
        key = bytes.fromhex(text) if len(text) == 2 * LENGTH else _base64(text)
    except (ValueError, binascii.Error):
        raise ValueError("it is neither hexadecimal nor base64") from None
    if len(key) != LENGTH:
        raise ValueError(f"it has {len(key)} bytes")
    return key


def _base64(text: str) -> bytes:
    plain = text.rstrip("=").replace("-", "+").replace("_", "/")
    return base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True)


def _key(settings: Settings, name: str, given: SecretStr | None, made: list[Path]) -> bytes:
    path = folder(settings) / f"{name}.key"
    if given is None:
        _folder(settings)
        if not path.exists():
            _refuse_if_used(settings, path)
            _make(path)
            made.append(path)
    return existing(settings, name)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii")
    except FileNotFoundError:
        raise WrongSettings([f"{path}: it is not there. `sempre serve` makes it at its first start."]) from None
    except (OSError, UnicodeDecodeError) as error:
        raise WrongSettings([f"{path}: cannot be read ({type(error).__name__}). Put back your copy of it."]) from None


def _refuse_if_used(settings: Settings, path: Path) -> None:
    """A new key beside an old database would lock everybody out of it, so the old key has to come back."""
    if settings.sqlite_file is not None and settings.sqlite_file.exists():
        raise WrongSettings([
            f"{path}: it is missing, but the database {settings.sqlite_file} is there and needs it. Put back your copy."
        ])  # fmt: skip


def _decoded(text: str, name: str) -> bytes:
    try:
        return decode(text)
    except ValueError as wrong:
        right = Settings.model_fields["data_key"].description
        raise WrongSettings([f"{name}: {wrong}. Right would be: {right}."]) from None


def _folder(settings: Settings) -> None:
    try:
        settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder(settings).mkdir(mode=0o700, exist_ok=True)
        folder(settings).chmod(0o700)
    except OSError as error:
        wrong = f"{settings.data_dir} cannot be written to ({error.strerror})"
        raise WrongSettings([f"SEMPRE_DATA_DIR: {wrong}. Right would be: a folder of yours."]) from None


def _make(path: Path) -> None:
    """Writes a new key. Of two processes that start at once the first wins: a link does not overwrite."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        _write(draft, secrets.token_hex(LENGTH) + "\n")
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(draft)
    except OSError as error:
        wrong = f"cannot be written ({error.strerror})"
        raise WrongSettings([f"{path}: {wrong}. Make room, or give the folder its right owner."]) from None
    finally:
        draft.unlink(missing_ok=True)


def _write(path: Path, text: str) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    folder_handle = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder_handle)
    finally:
        os.close(folder_handle)

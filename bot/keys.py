"""The two keys: made on first run in `<data dir>/keys/`, or given by the settings.

`data.key` seals stories, contacts and files: who loses it loses them. It may hold several keys, see
`bot.keyring_text`. `secret.key` signs what may be signed anew. Both are kept apart from the database, and no backup
holds them.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import hmac
import os
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from bot import keyring_text
from bot.folder import settle
from bot.settings import Settings, WrongSettings
from storage.sealed import KEY_BYTES, Keyring

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Keys:
    ring: Keyring = field(repr=False)
    secret: bytes = field(repr=False)
    made: tuple[Path, ...] = ()  # files written just now, for which a copy should be kept elsewhere


def folder(settings: Settings) -> Path:
    return settings.data_dir / "keys"


def data_file(settings: Settings) -> Path:
    return settings.data_key_file or folder(settings) / "data.key"


def load(settings: Settings) -> Keys:
    """The keys; makes what is missing. Raises `WrongSettings` for a key that is damaged or of a wrong length."""
    made: list[Path] = []
    if settings.data_key is None:
        _ensure(settings, data_file(settings), made)
    if settings.secret_key is None:
        _ensure(settings, folder(settings) / "secret.key", made)
    return Keys(ring(settings), secret(settings), tuple(made))


def ring(settings: Settings) -> Keyring:
    """The data keys where there are any; makes nothing. Raises `WrongSettings`."""
    return _given_or_kept(settings, "data_key", data_file(settings), keyring_text.read)


def secret(settings: Settings) -> bytes:
    """The other key where there is one; makes nothing. Raises `WrongSettings`."""
    return _given_or_kept(settings, "secret_key", folder(settings) / "secret.key", keyring_text.decode)


def _given_or_kept(settings: Settings, field: str, path: Path, understand: Callable[[str], Read]) -> Read:
    """What a setting says, else what its file holds."""
    given = getattr(settings, field)
    name, text = (
        (f"SEMPRE_{field.upper()}", given.get_secret_value()) if given is not None else (str(path), _read(path))
    )
    try:
        return understand(text)
    except ValueError as wrong:
        right = Settings.model_fields[field].description
        raise WrongSettings([f"{name}: {wrong}. Right would be: {right}."]) from None


def renewal(settings: Settings) -> Callable[[], Keyring | None]:
    """Gives the keyring when its file is another one than before; None else, also while it cannot be read."""
    if settings.data_key is not None:
        return lambda: None
    path = data_file(settings)
    seen: tuple[int, int, int] | None = None

    def renewed() -> Keyring | None:
        nonlocal seen
        now = _state(path)
        if now in (seen, None):
            return None
        try:
            found = ring(settings)
        except WrongSettings:
            return None  # somebody is writing it with an editor, or it is damaged: what was read before still holds
        seen = now
        return found

    return renewed


def keep(settings: Settings, keyring: Keyring) -> Path:
    """Writes the data keys into their file, whole or not at all. Raises OSError where that may not be written to."""
    path = data_file(settings)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        _write(draft, keyring_text.write(keyring) + "\n")
        draft.replace(path)
        settle(path.parent)
    finally:
        draft.unlink(missing_ok=True)
    return path


@contextlib.contextmanager
def changing(settings: Settings) -> Iterator[None]:
    """One command at a time changes the data keys: of two that add one each, the key of the first would be lost."""
    place = data_file(settings).parent
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(place, os.O_RDONLY)
    except OSError as error:
        raise WrongSettings(
            [f"{place}: cannot be used ({error.strerror}). Right would be: a folder of yours."]
        ) from None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _state(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def webhook_secret(settings: Settings, keys: Keys) -> str:
    """What Telegram must say to be believed: as set, else derived, so that each process derives the same."""
    if settings.telegram_webhook_secret is not None:
        return settings.telegram_webhook_secret.get_secret_value()
    return hmac.new(keys.secret, b"telegram webhook", hashlib.sha256).hexdigest()


def _ensure(settings: Settings, path: Path, made: list[Path]) -> None:
    _folder(settings)
    if not path.exists():
        if path == data_file(settings):  # the other one signs what may be signed anew
            _refuse_if_used(settings, path)
        _make(path)
        made.append(path)


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
        _write(draft, secrets.token_hex(KEY_BYTES) + "\n")
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
    settle(path.parent)

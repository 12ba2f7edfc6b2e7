from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from sqlalchemy.dialects import sqlite

from storage import sealed
from storage.sealed import HASH_BYTES, Keyring, Locked, SealedBytes, SealedJson, SealedText, Unopened

KEYRING = Keyring(b"k" * 32)


@given(some.binary(max_size=200), some.text(max_size=20))
def test_what_is_sealed_opens(plain: bytes, label: str) -> None:
    assert KEYRING.open(KEYRING.seal(plain, label), label) == plain


def test_sealed_twice_looks_different() -> None:
    assert KEYRING.seal(b"a bus", "t.c") != KEYRING.seal(b"a bus", "t.c")


def test_sealed_value_shows_nothing() -> None:
    assert b"a bus" not in KEYRING.seal(b"a bus", "t.c")


def test_moved_to_another_column_does_not_open() -> None:
    with pytest.raises(Unopened, match="other"):
        KEYRING.open(KEYRING.seal(b"a bus", "t.c"), "t.other")


def test_another_data_key_does_not_open() -> None:
    with pytest.raises(Unopened):
        Keyring(b"x" * 32).open(KEYRING.seal(b"a bus", "t.c"), "t.c")


@pytest.mark.parametrize("position", [1, 5, 13, -1])
def test_damaged_does_not_open(position: int) -> None:
    value = bytearray(KEYRING.seal(b"a bus", "t.c"))
    value[position] ^= 1
    with pytest.raises(Unopened):
        KEYRING.open(bytes(value), "t.c")


@pytest.mark.parametrize("value", [b"", b"\x01", b"\x01short", b"\x02" + bytes(40)])
def test_not_one_of_ours(value: bytes) -> None:
    with pytest.raises(Unopened):
        KEYRING.open(value, "t.c")


def test_key_number_stands_in_front() -> None:
    assert KEYRING.seal(b"", "t.c")[:1] == b"\x01"


def test_key_of_wrong_length() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Keyring(b"short")


def test_hash_is_stable_keyed_and_short() -> None:
    assert KEYRING.hash("contact", "telegram", "1") == Keyring(b"k" * 32).hash("contact", "telegram", "1")
    assert KEYRING.hash("contact", "telegram", "1") != Keyring(b"x" * 32).hash("contact", "telegram", "1")
    assert len(KEYRING.hash("contact")) == HASH_BYTES


def test_parts_of_a_hash_do_not_run_together() -> None:
    hashes = {
        KEYRING.hash(*parts) for parts in [("a", "b", "c"), ("a", "bc"), ("ab", "c"), ("abc",), ("a", "b", "c", "")]
    }
    assert len(hashes) == 5


def test_a_keyring_prints_as_stars() -> None:
    assert "k" * 4 not in repr(KEYRING)


@pytest.fixture
def _unlocked() -> None:
    sealed.unlock(KEYRING)


@pytest.mark.usefixtures("_unlocked")
@pytest.mark.parametrize("text", ["", "Ängelholm", "مرحبا", "\ud83d", "\x00"])
def test_text_column(text: str) -> None:
    column, dialect = SealedText("t.c"), sqlite.dialect()
    value = column.process_bind_param(text, dialect)
    assert isinstance(value, bytes)
    assert column.process_result_value(value, dialect) == text


@pytest.mark.usefixtures("_unlocked")
def test_json_column() -> None:
    column, dialect = SealedJson("t.c"), sqlite.dialect()
    values: list[object] = [{"a": [1, "ü", None]}, [], "\ud83d"]
    for value in values:
        assert column.process_result_value(column.process_bind_param(value, dialect), dialect) == value


@pytest.mark.usefixtures("_unlocked")
def test_null_stays_null() -> None:
    dialect = sqlite.dialect()
    for column in (SealedText("t.c"), SealedJson("t.c"), SealedBytes("t.c")):
        assert column.process_bind_param(None, dialect) is None
        assert column.process_result_value(None, dialect) is None


def test_locked_before_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "_unlocked", None)
    with pytest.raises(Locked):
        SealedBytes("t.c").process_bind_param(b"x", sqlite.dialect())

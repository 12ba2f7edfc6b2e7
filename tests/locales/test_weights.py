"""Small models that are shipped as bytes: what is weighed, and that nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from locales import weights
from locales.weights import Model

SIZE = 64


def model(**bytes_of: int) -> Model:
    """One class, in which these parts weigh something."""
    row = bytearray([weights.NOTHING] * SIZE)
    for part, byte in bytes_of.items():
        row[weights.slots_of([part], SIZE)[0]] = byte
    return Model(
        ("one", "other"), (bytes(row), bytes([weights.NOTHING] * SIZE)), (0.1, 0.1), (0.0, -2.0), "x", {"de": 0.5}
    )


def test_what_is_written_is_read_again() -> None:
    assert weights.read(weights.written(model(a=200))) == model(a=200)


def test_parts_weigh_for_and_against_each_class_by_itself() -> None:
    found = model(a=200, b=28)
    assert found.scores(["a"])["one"] > 0.99
    assert found.scores(["b"])["one"] < 0.01
    assert found.scores(["a", "a", "b"])["one"] < found.scores(["a"])["one"]
    assert found.scores(["c"])["one"] == 0.5
    assert found.scores(["a"])["other"] == pytest.approx(0.119, abs=0.001)


def test_nothing_to_weigh_is_nothing() -> None:
    assert model(a=200).scores([]) == {"one": 0.0, "other": 0.0}


def test_what_no_byte_can_hold_overflows_nothing() -> None:
    assert Model(("one",), (bytes([0] * SIZE),), (1e9,), (0.0,)).scores(["a", "b"])["one"] < 1e-9


def test_a_changed_list_has_another_digest(tmp_path: Path) -> None:
    (tmp_path / "de.toml").write_text("a = []", encoding="utf-8")
    before = weights.digest([tmp_path])
    assert weights.digest([tmp_path]) == before
    (tmp_path / "de.toml").write_text("a = [1]", encoding="utf-8")
    assert weights.digest([tmp_path]) != before

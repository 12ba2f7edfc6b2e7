"""Files that people write: dialogs, catalogues, settings. Broken in any way, they are refused in words."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import settings as of_service
from bot.settings import WrongSettings
from dialogs.schema import SCRIPTS, BadDialog, load_file, load_phrases
from locales import texts
from tests.fuzz.given import tries

Mutation = Callable[[str, random.Random], str]
DIALOGS = sorted(path.name for path in SCRIPTS.glob("*.toml"))
JUNK = (
    "[",
    "]",
    '"',
    "'",
    "=",
    "\\",
    "{",
    "}",
    "\n",
    "\x00",
    "é",
    "\u202e",
    "[[question]]\n",
    "true",
    "1e999",
    "{org",
    "%(",
)


def cut(text: str, dice: random.Random) -> str:
    return text[: dice.randrange(len(text) + 1)]


def junk(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text) + 1)
    return text[:at] + dice.choice(JUNK) + text[at:]


def swap(text: str, dice: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    first, second = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    return "".join(lines)


def drop(text: str, dice: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    del lines[dice.randrange(len(lines))]
    return "".join(lines)


def twice(text: str, dice: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    at = dice.randrange(len(lines))
    return "".join([*lines[: at + 1], lines[at], *lines[at + 1 :]])


def value(text: str, dice: random.Random) -> str:
    """One `key = value` gets a value of another kind."""
    lines = text.splitlines(keepends=True)
    at = dice.choice([number for number, line in enumerate(lines) if "=" in line] or [0])
    key = lines[at].partition("=")[0]
    given = dice.choice(
        ("1", "true", "[]", "[1]", '""', "{}", "{a = 1}", '[["a"]]', "2026-01-01", "nan", '{a = ["b"]}')
    )
    lines[at] = f"{key}= {given}\n"
    return "".join(lines)


MUTATIONS: tuple[Mutation, ...] = (cut, junk, swap, drop, twice, value, value)


def mutated(text: str, seed: int) -> str:
    dice = random.Random(seed)  # noqa: S311
    for _ in range(dice.randrange(1, 4)):
        if text:
            text = dice.choice(MUTATIONS)(text, dice)
    return text


@tries(250)
@given(name=st.sampled_from(DIALOGS), seed=st.integers(0, 2**32))
def test_a_broken_dialog_is_refused_with_its_file_and_rule(name: str, seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(mutated((SCRIPTS / name).read_text(encoding="utf-8"), seed).encode("utf-8", "surrogatepass"))
        for basis in ("consent", "public-task"):
            try:
                load_phrases(path) if name == "phrases.toml" else load_file(path, basis)
            except BadDialog as bad:
                assert bad.file == name
                assert bad.rule in str(bad)


@tries(25)
@given(language=st.sampled_from(["ar", "de", "fi", "ru"]), seed=st.integers(0, 2**32))
def test_a_broken_catalogue_is_refused_or_lacks_a_text(language: str, seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = texts.po_path(language, folder=Path(folder))
        path.parent.mkdir(parents=True)
        whole = texts.po_path(language).read_text(encoding="utf-8")
        path.write_bytes(mutated(whole, seed).encode("utf-8", "surrogatepass"))
        try:
            found = texts.read(language, folder=Path(folder))
        except texts.Incomplete as wrong:
            assert language in str(wrong)
        else:
            assert all(all(forms) for forms in found.forms.values())


SETTINGS = [name for name in of_service.NAMES if "DATA_DIR" not in name]


@tries(120)
@given(
    given_values=st.dictionaries(
        st.sampled_from(SETTINGS) | st.text("ABCDEFGHIJ_", min_size=1, max_size=9).map(lambda name: f"SEMPRE_{name}"),
        st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=40)
        | st.sampled_from(
            ["http://[", "https://a:b@c", "[::1", "0.0.0.0/0", "1e400", "nan", "sqlite:///", "smtp://:x", "+9w"]),
        min_size=1, max_size=3,
    )
)  # fmt: skip
def test_a_wrong_setting_is_refused_in_one_line_by_name(given_values: dict[str, str]) -> None:
    with pytest.MonkeyPatch.context() as environment:
        for name, said in given_values.items():
            environment.setenv(name, said)
        try:
            of_service.load(None)
        except WrongSettings as wrong:
            assert wrong.lines
            assert all(line.startswith("SEMPRE_") and len(line.splitlines()) == 1 for line in wrong.lines)

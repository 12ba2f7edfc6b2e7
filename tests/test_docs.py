"""The documents against the code: what one names the other has, and what they tell to type works."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.__main__ import _parser
from bot.metrics import Metrics
from bot.settings import NAMES, Settings
from storage.periods import RULES
from storage.schema import metadata
from tests.command import environment, sempre

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SETTINGS = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
OPERATING = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def blocks(text: str, language: str) -> Iterator[str]:
    return (found[1] for found in re.finditer(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))


# -- settings -------------------------------------------------------------------------------------


def test_every_setting_is_explained_once() -> None:
    explained = re.findall(r"^`(SEMPRE_[A-Z_]+)` \(default", SETTINGS, re.MULTILINE)
    assert sorted(explained) == list(NAMES)


def test_the_example_holds_every_setting_once() -> None:
    assert sorted(re.findall(r"^#(SEMPRE_[A-Z_]+)=", EXAMPLE, re.MULTILINE)) == list(NAMES)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_no_document_names_a_setting_that_is_none(path: Path) -> None:
    assert set(re.findall(r"SEMPRE_[A-Z_]+[A-Z]", path.read_text(encoding="utf-8"))) <= set(NAMES)


def test_the_defaults_are_those_of_the_code() -> None:
    plain = {name: field.default for name, field in Settings.model_fields.items()}
    for name, shown in re.findall(r"^`SEMPRE_([A-Z_]+)` \(default `([^`]+)`", SETTINGS, re.MULTILINE):
        default = plain[name.lower()]
        if name == "OFFICE_HOURS":
            assert default == Settings(office_hours=shown).office_hours
        else:
            assert shown.removeprefix("./") == f"{default:g}" if isinstance(default, float) else str(default)


def test_the_example_is_accepted(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(re.sub(r"^#(?=SEMPRE_)", "", EXAMPLE, flags=re.MULTILINE), encoding="utf-8")
    assert sempre(tmp_path, "doctor").code == 0


# -- commands, targets, figures, addresses ---------------------------------------------------------


def commands() -> set[str]:
    """Every command, each with every word that may follow it."""
    return {" ".join(words) for words in _words(_parser())}


def _words(parser: argparse.ArgumentParser) -> Iterator[tuple[str, ...]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, follows in action.choices.items():
                yield from ((name, *rest) for rest in _words(follows))
            return
        if action.choices is not None and not action.option_strings:
            yield from ((str(choice),) for choice in action.choices)
            return
    yield ()


def test_every_command_is_named_and_every_named_one_exists() -> None:
    table = set(re.findall(r"^\| `sempre ([a-z -]+?)(?: NAME)?` \|", OPERATING, re.MULTILINE))
    assert table == commands()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_no_document_names_a_command_that_is_none(path: Path) -> None:
    known = {name.split()[0] for name in commands()}
    named = re.findall(r"(?:\.venv/bin/|`)sempre ([a-z]+)", path.read_text(encoding="utf-8"))
    assert set(named) <= known


def test_every_target_is_named_and_every_named_one_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    helped = set(re.findall(r"^([a-z]+):.* ## .", makefile, re.MULTILINE))
    assert helped == targets - {"help"}
    documents = "".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)
    named = set(
        re.findall(r"make ([a-z]+)", " ".join(re.findall(r"`make [a-z]+`|^make [a-z]+", documents, re.MULTILINE)))
    )
    assert named == targets - {"help"}


def test_every_figure_is_named_and_every_named_one_exists() -> None:
    families = Metrics().registry.collect()
    figures = {
        f"{family.name}{'_total' if family.type == 'counter' else ''}": family.documentation for family in families
    }
    assert dict(re.findall(r"^\| `(sempre_[a-z_]+)` \| (.*) \|$", OPERATING, re.MULTILINE)) == figures


def test_everything_that_is_kept_has_a_period_and_the_document_names_it() -> None:
    text = (ROOT / "docs" / "data-protection.md").read_text(encoding="utf-8")
    assert "\n".join(rule.line() for rule in RULES) in text
    assert {table for rule in RULES for table in rule.tables} - {""} == set(metadata.tables)


# -- what stands there to be typed -----------------------------------------------------------------


def test_the_tour_works_as_written(tmp_path: Path) -> None:
    """The blocks marked `sh`, in one folder, one after the other."""
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "sempre").symlink_to(Path(sys.executable).parent / "sempre")
    tour = list(blocks(README, "sh"))
    assert len(tour) >= 4
    for block in tour:
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", block],
            cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "needs.xlsx").stat().st_size > 0


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), target


def test_the_paths_that_contributors_read_exist() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for found in re.findall(r"`((?:dialogs|locales|storage|bot|tests|docs)/[\w/.-]+)`", text):
        assert (ROOT / found).exists(), found

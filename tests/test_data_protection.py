"""The papers against the code: record of processing, assessment, list of rules. And what tests may not hold."""

from __future__ import annotations

import copy
import re
import runpy
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from locales import texts
from storage import keeping
from storage.migrations import newest

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
RULES = (DOCS / "data-protection.md").read_text(encoding="utf-8")


# -- R-16 -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "ar", "de", "fi", "ru"])
def test_people_are_told_how_long_each_kind_is_kept(language: str) -> None:
    told = texts.read(language)
    needs = [keeping.OPEN.days * 12 // 365, keeping.FINISHED.days * 12 // 365, keeping.UNANSWERED.days]
    assert [int(number) for number in re.findall(r"\d+", told.find("need.consent.page.4", None))] == needs
    assert keeping.STOPPED == keeping.UNANSWERED
    ideas = [keeping.IDEA.days * 12 // 365]
    assert [int(number) for number in re.findall(r"\d+", told.find("idea.consent.page.3", None))] == ideas


# -- R-26, R-27 -----------------------------------------------------------------------------------


RECORD = runpy.run_path(str(ROOT / ".ci" / "record.py"))
FACTS = tomllib.loads((DOCS / "record-of-processing.toml").read_text(encoding="utf-8"))


def test_the_record_of_processing_is_that_of_the_tables() -> None:
    assert list(RECORD["problems"](FACTS)) == []
    assert RECORD["text"](FACTS) == (DOCS / "record-of-processing.md").read_text(encoding="utf-8"), "make record"


def test_a_table_that_nobody_explained_is_named() -> None:
    facts = copy.deepcopy(FACTS)
    facts["table"]["graves"] = facts["table"].pop("tombstones")
    del facts["table"]["submissions"]["plain"]["urgency_staff"]
    facts["table"]["notes"]["plain"] = {"text": "what was noted"}
    named = {line.partition(":")[0] for line in RECORD["problems"](facts)}
    assert named == {"tombstones", "tombstones.sort", "graves", "notes.text", "submissions.urgency_staff"}


def test_the_assessment_is_of_this_data_model() -> None:
    """Whoever changes the tables reads docs/dpia.md again, and then writes the new number into it."""
    [assessed] = re.findall(r"^Data model: (\S+)$", (DOCS / "dpia.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert assessed == newest()


# -- the list of rules ----------------------------------------------------------------------------


def rows() -> list[tuple[str, str, str, str]]:
    return re.findall(r"^\| (R-\d\d) \| (.+?) \| (.+?) \| (.+?) \|$", RULES, re.MULTILINE)


def test_every_rule_stands_once_and_in_order() -> None:
    assert [rule for rule, *_ in rows()] == [f"R-{number:02}" for number in range(1, 43)]


@pytest.mark.parametrize(("rule", "where", "proof"), [(rule, where, proof) for rule, _, where, proof in rows()])
def test_a_rule_names_where_it_is_built_and_what_proves_it(rule: str, where: str, proof: str) -> None:
    if where.startswith("not yet:"):
        assert proof == "none"
        return
    places = re.findall(r"`([^`]+)`", where)
    assert places, rule
    for place in places:
        assert (ROOT / place).exists(), f"{rule}: {place}"
    proofs = re.findall(r"`(tests/[\w/.-]+)(?:::(\w+))?`", proof)
    assert proofs, rule
    for path, name in proofs:
        assert (ROOT / path).exists(), f"{rule}: {path}"
        if name:
            text = (ROOT / path).read_text(encoding="utf-8")
            assert re.search(rf"^(async )?def {name}\(", text, re.MULTILINE), f"{rule}: {path} has no {name}"


# -- nobody real stands in a test ------------------------------------------------------------

OURS = re.compile(r"@(?:[\w-]+\.)*(?:example|\w)(?:\.\w+)?$|@(?:localhost|\d)", re.IGNORECASE)
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\w.:/+-])\+\d[\d ]{8,14}\d\b")
MADE_UP = re.compile(r"\+(?:999|0|1 ?555|\d{1,3} ?(?:0{3,}|1{3,}|12 ?34|170 1234567$|4321 987 65$))")


def fixtures() -> Iterator[Path]:
    for folder in ("tests", "docs"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".py", ".story", ".toml", ".txt", ".md", ".json"} and "vendor" not in path.parts:
                yield path


def test_no_address_and_no_number_of_somebody_real() -> None:
    found = []
    for path in fixtures():
        text = path.read_text(encoding="utf-8")
        found += [f"{path.name}: {one}" for one in ADDRESS.findall(text) if not OURS.search(one)]
        found += [f"{path.name}: {one}" for one in PHONE.findall(text) if not MADE_UP.match(one)]
    assert not found

"""What `make audit` decides where no source of advisories is reached: licences, hashes, the bill of materials."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def audit(root: Path, *words: str, strict: bool = False) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, root / ".ci" / "audit.py", *words],
        env={"STRICT": "1"} if strict else {}, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert not done.stderr, done.stderr
    return done.returncode, done.stdout


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """All that the audit reads, to be changed."""
    for name in (
        ".ci/audit.py",
        "pyproject.toml",
        "requirements.lock",
        "requirements-voice.lock",
        "docs/dependencies.md",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "admin" / "static", tmp_path / "admin" / "static")
    audit(tmp_path, "bill")
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_is_locked_is_in_order_and_the_bill_is_that_of_the_lock() -> None:
    code, said = audit(ROOT)
    assert "bill of materials are in order" in said
    assert code == 0 or "known vulnerabilities" in said  # found where a source is reached: then it has to be mended


def test_not_having_looked_is_no_all_clear(copy: Path) -> None:
    (copy / "pip_audit.py").write_text("raise SystemExit(1)  # what it does without a network\n")
    change(copy / ".ci" / "audit.py", 'sys.executable, "-m", "pip_audit"', f'sys.executable, "{copy / "pip_audit.py"}"')
    code, said = audit(copy)
    assert code == 0
    assert "NOT looked for" in said
    assert audit(copy, strict=True)[0] == 1


def test_a_version_that_is_not_installed(copy: Path) -> None:
    lock = copy / "requirements.lock"
    lock.write_text(re.sub(r"^jinja2==\S+", "jinja2==0.1", lock.read_text(encoding="utf-8"), flags=re.MULTILINE))
    code, said = audit(copy)
    assert code == 1
    assert "jinja2:" in said
    assert "0.1 is locked" in said
    assert "bill-of-materials.json: is not that of today's lock" in said


def test_a_package_without_a_hash(copy: Path) -> None:
    change(copy / "requirements.lock", "aiohttp==", "nothing==1\naiohttp==")
    assert "nothing: has no hash" in audit(copy)[1]


def test_a_package_without_a_reason(copy: Path) -> None:
    change(copy / "docs" / "dependencies.md", "| `segno` |", "| segno |")
    code, said = audit(copy)
    assert code == 1
    assert "segno: has no line in docs/dependencies.md" in said


def test_a_licence_that_cannot_be_part_of_it(copy: Path) -> None:
    change(copy / "docs" / "dependencies.md", "| `segno` | BSD-3-Clause |", "| `segno` | AGPL-3.0-only |")
    assert "segno: AGPL-3.0-only is none of the licences" in audit(copy)[1]


def test_a_licence_that_is_not_the_one_it_names(copy: Path) -> None:
    change(copy / "docs" / "dependencies.md", "| `alembic` | MIT |", "| `alembic` | ISC |")
    assert "alembic: says MIT, docs/dependencies.md says ISC" in audit(copy)[1]


def test_every_library_that_was_chosen_stands_among_the_chosen() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = re.findall(r"^(?:dependencies|recognisers|voice) = \[\n(.*?)^\]", project, re.MULTILINE | re.DOTALL)
    chosen = set(re.findall(r'^  "([\w-]+)', "".join(listed), re.MULTILINE))
    assert len(listed) == 3
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    first = page.partition("## Chosen")[2].partition("## Needed")[0]
    assert set(re.findall(r"^\| `([\w-]+)`", first, re.MULTILINE)) == chosen


def test_the_bill_leads_to_nobody() -> None:
    bill = json.loads((ROOT / "docs" / "bill-of-materials.json").read_text(encoding="utf-8"))
    assert bill.pop("$schema") == "http://cyclonedx.org/schema/bom-1.6.schema.json"
    assert "://" not in json.dumps(bill)
    assert {one["name"] for one in bill["components"]} >= {"aiohttp", "cryptography", "htmx"}

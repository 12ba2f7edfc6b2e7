"""What Sempre is made of, looked at before others rely on it: licences, hashes, the bill of materials, advisories.

    python .ci/audit.py bill     writes docs/bill-of-materials.json anew (CycloneDX 1.6)
    python .ci/audit.py          prints one line a finding; exit code 1 where something has to be mended

Standard library alone, so that looking at what is installed adds nothing to it. Advisories are read by pip-audit.
"""

from __future__ import annotations

import importlib.metadata
import itertools
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
LOCK = ROOT / "requirements.lock"
VOICE = ROOT / "requirements-voice.lock"
"""What `make voice` adds; where both name a package, it is the same version."""

REASONS = ROOT / "docs" / "dependencies.md"
BILL = ROOT / "docs" / "bill-of-materials.json"

ALLOWED = frozenset(
    {
        "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "LGPL-2.1-or-later", "LGPL-3.0-only",
        "MIT", "MIT-0", "MPL-2.0", "PSF-2.0", "Zlib",
    }
)  # fmt: skip
"""What may be part of a service under the EUPL 1.2 that others run and change. AGPL and GPL stay in the tests."""

CLASSIFIED = {
    "Apache Software License": "Apache-2.0",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""Older packages name their licence by one of these classifiers. "BSD License" does not say which, so it is out."""


@dataclass(frozen=True, slots=True)
class Locked:
    name: str
    version: str
    hashes: tuple[str, ...]  # SHA-256 of each of its files


@dataclass(frozen=True, slots=True)
class Reason:
    name: str
    licence: str  # SPDX expression
    why: str


def locked(*paths: Path) -> Mapping[str, Locked]:
    found: dict[str, Locked] = {}
    blocks = (re.split(r"\n(?=\S)", path.read_text(encoding="utf-8").strip()) for path in paths)
    for block in itertools.chain.from_iterable(blocks):
        head = re.match(r"([\w.-]+)==([\w.!+-]+)", block)
        if head is not None:
            found[head[1]] = Locked(head[1], head[2], tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", block)))
    return found


def reasons(path: Path = REASONS) -> Mapping[str, Reason]:
    rows = re.findall(r"^\| `([\w.-]+)` \| ([^|]+?) \| ([^|]+?) \|$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {name: Reason(name, licence, why) for name, licence, why in rows}


# -- problems -------------------------------------------------------------------------------------


def problems(lock: Mapping[str, Locked], known: Mapping[str, Reason]) -> Iterator[str]:
    for one in lock.values():
        if not one.hashes:
            yield f"{one.name}: has no hash: `make lock`"
        reason = known.get(one.name)
        if reason is None:
            yield f"{one.name}: has no line in docs/dependencies.md: say why it is there, and its licence"
            continue
        if not allowed(reason.licence):
            yield f"{one.name}: {reason.licence} is none of the licences that Sempre may be made of"
        yield from _installed(one, reason)
    for name in known.keys() - lock.keys():
        yield f"{name}: stands in docs/dependencies.md, but is not locked any more"
    if not BILL.exists() or json.loads(BILL.read_text(encoding="utf-8")) != bill(lock, known):
        yield f"{BILL.name}: is not that of today's lock: `make audit` writes it anew"


def allowed(expression: str) -> bool:
    """Of an SPDX expression: every part of an AND, one part of an OR."""
    return any(
        all(part.strip(" ()") in ALLOWED for part in choice.split(" AND ")) for choice in expression.split(" OR ")
    )


def _installed(one: Locked, reason: Reason) -> Iterator[str]:
    try:
        about = importlib.metadata.metadata(one.name)
    except importlib.metadata.PackageNotFoundError:
        return  # for another system: uvloop on Windows
    if about["Version"] != one.version:
        yield f"{one.name}: {about['Version']} is installed, {one.version} is locked: `make setup`"
    stated = about.get("License-Expression")
    if stated is not None and stated != reason.licence:
        yield f"{one.name}: says {stated}, docs/dependencies.md says {reason.licence}"
    classified = {CLASSIFIED[name] for name in _classifiers(about.get_all("Classifier") or []) if name in CLASSIFIED}
    if stated is None and classified and not classified & set(re.split(r" (?:AND|OR) ", reason.licence)):
        yield f"{one.name}: is classified {' '.join(classified)}, docs/dependencies.md says {reason.licence}"


def _classifiers(lines: list[str]) -> Iterator[str]:
    return (line.split("::")[-1].strip() for line in lines if line.startswith("License ::"))


# -- the bill of materials ------------------------------------------------------------------------


def bill(lock: Mapping[str, Locked], known: Mapping[str, Reason]) -> dict[str, object]:
    """CycloneDX 1.6. Without a time or a number of its own, so that the same lock makes the same file."""
    project = re.search(r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert project is not None
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "sempre",
                "name": "sempre",
                "version": project[1],
                "licenses": [{"license": {"id": "EUPL-1.2"}}],
            }
        },
        "components": [_component(one, known[one.name]) for one in lock.values() if one.name in known]
        + list(_vendored()),
    }


def _component(one: Locked, reason: Reason) -> dict[str, object]:
    # Which of the files of a version is installed depends on the machine; the lock holds the hashes of all.
    purl = f"pkg:pypi/{one.name}@{one.version}"
    return {
        "type": "library",
        "bom-ref": purl,
        "name": one.name,
        "version": one.version,
        "description": reason.why,
        "licenses": [{"expression": reason.licence}],
        "purl": purl,
        "properties": [{"name": "sempre:sha256", "value": value} for value in one.hashes],
    }


def _vendored() -> Iterator[dict[str, object]]:
    """Front-end files that lie in the repository: name-version, with the licence beside them."""
    for licence in sorted(ROOT.glob("*/static/*.LICENSE.txt")):
        name, version = licence.name.removesuffix(".LICENSE.txt").rsplit("-", 1)
        said = re.search(r"^(Zero-Clause BSD|MIT License)", licence.read_text(encoding="utf-8"), re.MULTILINE)
        assert said is not None, licence
        yield {
            "type": "library",
            "bom-ref": f"pkg:npm/{name}@{version}",
            "name": name,
            "version": version,
            "licenses": [{"expression": {"Zero-Clause BSD": "0BSD", "MIT License": "MIT"}[said[1]]}],
            "purl": f"pkg:npm/{name}@{version}",
        }


# -- advisories -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Asked:
    """What a source of advisories said: known vulnerabilities, one line each, and the packages it did not know."""

    holes: list[str]
    unknown: list[str]


def advisories() -> Asked | None:
    """None: no source could be reached. A source that knows no package of ours is a mirror without advisories."""
    for source in ("pypi", "osv"):
        done = subprocess.run(
            [sys.executable, "-m", "pip_audit", "--requirement", str(LOCK), "--requirement", str(VOICE),
             "--require-hashes", "--disable-pip",
             "--vulnerability-service", source, "--format", "json", "--progress-spinner", "off", "--timeout", "20"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        try:
            said = json.loads(done.stdout)["dependencies"]
        except (json.JSONDecodeError, KeyError):
            continue
        unknown = [one["name"] for one in said if "skip_reason" in one]
        if len(unknown) < len(said):
            return Asked([_hole(one, hole) for one in said for hole in one.get("vulns", [])], unknown)
    return None


def _hole(package: Mapping[str, str], hole: Mapping[str, Any]) -> str:
    return (
        f"{package['name']} {package['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions']) or 'none'}"
    )


def main(words: list[str]) -> int:
    lock, known = locked(LOCK, VOICE), reasons()
    if words == ["bill"]:
        BILL.write_text(json.dumps(bill(lock, known), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        return 0
    wrong = list(problems(lock, known))
    state = "are not in order" if wrong else "are in order"
    print(f"{len(lock)} packages: hashes, licences and bill of materials {state}")
    asked = advisories()
    if asked is None:
        print("No source of advisories could be reached: known vulnerabilities were NOT looked for.")
    else:
        print(f"{len(asked.holes)} known vulnerabilities")
        wrong += asked.holes
        if asked.unknown:
            print(f"NOT looked for, because the source does not know them: {', '.join(asked.unknown)}")
    if os.environ.get("STRICT") == "1" and (asked is None or asked.unknown):
        wrong.append("STRICT=1: vulnerabilities of every package have to be looked for")
    for line in wrong:
        print(f"  {line}")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""The record of processing (Art. 30 GDPR, R-27), from the tables as they are and docs/record-of-processing.toml.

    python .ci/record.py          writes docs/record-of-processing.md anew

A table or a plain column that the facts do not explain is refused by name, and so is one that is explained but gone.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Boolean, Column, LargeBinary, Table, Text

from storage.migrations import newest
from storage.periods import RULES
from storage.schema import metadata
from storage.sealed import SealedBytes, SealedJson, SealedText

ROOT = Path(__file__).parent.parent
FACTS = ROOT / "docs" / "record-of-processing.toml"
RECORD = ROOT / "docs" / "record-of-processing.md"

SEALED = (SealedText, SealedJson, SealedBytes)

HEAD = """# Record of processing

Made by `make record` from the tables themselves and from the facts in
[record-of-processing.toml](record-of-processing.toml). Data model {revision}. A draft: the controller adds its name,
its contact and that of its data-protection officer, and signs.

- **Controller**: the organisation that runs Sempre (`SEMPRE_ORGANISATION`).
- **Legal basis**: {basis}
- **Receivers**: {receivers}
- **Outside the European Economic Area**: {transfer}
- **Measures**: {measures}

"sealed" is AES-256-GCM with a key that is not in the database; "keyed hash" can be compared by whoever has that key,
and read by nobody; "plain" is a code or a word of ours, never what somebody wrote.
"""


def problems(facts: Mapping[str, Any]) -> Iterator[str]:
    known = facts["table"]
    for name in sorted(metadata.tables.keys() - known.keys()):
        yield f"{name}: this table is not explained in {FACTS.name}"
    for name in sorted(known.keys() - metadata.tables.keys()):
        yield f"{name}: is explained in {FACTS.name}, but there is no such table"
    for name, table in metadata.tables.items():
        explained = set(known.get(name, {}).get("plain", {}))
        plain = {column.name for column in table.columns if _is_plain(column)}
        yield from (
            f"{name}.{column}: holds plain text, and nobody has said what" for column in sorted(plain - explained)
        )
        yield from (f"{name}.{column}: is explained as plain text, and is not" for column in sorted(explained - plain))


def text(facts: Mapping[str, Any]) -> str:
    parts = [HEAD.format(revision=newest(), **facts["record"])]
    for purpose, title in facts["purpose"].items():
        of_purpose = [name for name in facts["table"] if facts["table"][name]["purpose"] == purpose]
        parts.append(f"\n## {title}\n")
        parts += [_table(metadata.tables[name], facts["table"][name]) for name in of_purpose]
    return "\n".join(part.rstrip("\n") + "\n" for part in parts)


def _table(table: Table, about: Mapping[str, Any]) -> str:
    sealed = [column.name for column in table.columns if isinstance(column.type, SEALED)]
    hashed = [column.name for column in table.columns if _is_hash(column)]
    lines = [
        f"### `{table.name}`",
        "",
        f"{about['holds']} About: {about['about']}.",
        "",
        *(f"- kept: {rule}" for rule in _kept(table)),
        *([f"- sealed: {_names(sealed)}"] if sealed else []),
        *([f"- keyed hash: {_names(hashed)}"] if hashed else []),
        *(f"- plain: `{name}`, {what}" for name, what in about.get("plain", {}).items()),
    ]
    rest = [column.name for column in table.columns if column.name not in {*sealed, *hashed, *about.get("plain", {})}]
    return "\n".join([*lines, f"- numbers, times, yes and no: {_names(rest)}", ""])


def _kept(table: Table) -> Iterator[str]:
    for rule in RULES:
        if table.name in rule.tables:
            yield f"{rule.what}: {f'{rule.span} from: ' if rule.period else ''}{rule.since}"


def _is_plain(column: Column[Any]) -> bool:
    return isinstance(column.type, Text) and not isinstance(column.type, SEALED)


def _is_hash(column: Column[Any]) -> bool:
    return isinstance(column.type, LargeBinary) and not isinstance(column.type, (*SEALED, Boolean))


def _names(columns: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in columns)


def main() -> int:
    facts = tomllib.loads(FACTS.read_text(encoding="utf-8"))
    wrong = list(problems(facts))
    for line in wrong:
        print(line)
    if not wrong:
        RECORD.write_text(text(facts), encoding="utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())

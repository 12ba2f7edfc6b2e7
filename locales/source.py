"""The English source texts: the dialog files, the taxonomy and the names of help lines, each under its context."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
DATA = HERE / "data"
SCRIPTS = HERE.parent / "dialogs" / "scripts"
REGIMES = ("dsg-ekd",)  # laws under which some pages of further information say something else
BASES = ("public-task",)  # tables of a question that replace its text under another legal basis

# What the answers of a submission say: topics, details, choices; but for the questions that leave no answer there.
_LABEL = re.compile(r"(topic|detail)\.|(need|idea|after|followup)\.(?!language|consent|check|extra)\w+:")


@dataclass(frozen=True, slots=True)
class Source:
    """One text to translate. Two English forms where the text counts something, else one."""

    context: str
    forms: tuple[str, ...]


def read_toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def dialog_texts(data: Mapping[str, Any]) -> Iterator[Source]:
    """The texts of a parsed dialog file (or of the phrases), in reading order."""
    if "question" not in data:
        yield from _flat({key: value for key, value in data.items() if isinstance(value, dict)}, "")
        return
    for table in data["question"]:
        stem = f"{data['name']}.{table['key']}"
        yield from _asked(table, stem)
        yield from _numbered(table.get("pages", []), f"{stem}.page")
        yield from _numbered(table.get("repairs", []), f"{stem}.repair")
        if "summary" in table:
            yield Source(f"{stem}.summary", (table["summary"],))
        for regime in REGIMES:
            for number, text in table.get(regime, {}).get("pages", {}).items():
                yield Source(f"{stem}.{regime}.page.{number}", (text,))
        for basis in BASES:
            if basis in table:
                yield from _asked({**table, **table[basis]}, f"{stem}.{basis}")


def taxonomy_texts(data: Mapping[str, Any]) -> Iterator[Source]:
    for code, field in data.items():
        if isinstance(field, dict):
            yield Source(f"topic.{code}", (field["label"],))
            for detail, entry in field["details"].items():
                yield Source(f"detail.{code}.{detail}", (entry["label"],))


def label_texts(data: Mapping[str, Any]) -> Iterator[Source]:
    """Tables of plain texts: context is table and key, as in `help.child`."""
    return _flat(data, "")


@cache
def messages() -> Mapping[str, Source]:
    """Every text that a person may read, by context, in reading order."""
    found: dict[str, Source] = {}
    for path in sorted(SCRIPTS.glob("*.toml")):
        found.update((source.context, source) for source in dialog_texts(read_toml(path)))
    labelled = [(label_texts, DATA / name) for name in ("labels.toml", "web.toml", "mydata.toml")]
    for texts, path in ((taxonomy_texts, DATA / "taxonomy.toml"), *labelled):
        found.update((source.context, source) for source in texts(read_toml(path)))
    return found


@cache
def staff() -> Mapping[str, Source]:
    """Every text of the panel: its own, and the labels of what people chose, which staff read in their language."""
    found = {source.context: source for source in label_texts(read_toml(DATA / "staff.toml"))}
    found.update({context: source for context, source in messages().items() if _LABEL.match(context)})
    return found


def english(domain: str = "messages") -> Mapping[str, Source]:
    """The source of a catalogue: `messages` for people, `staff` for the panel."""
    return messages() if domain == "messages" else staff()


def _asked(table: Mapping[str, Any], stem: str) -> Iterator[Source]:
    yield from _numbered(table.get("text", []), stem)
    for value, label in table.get("choices", {}).items():
        yield Source(f"{stem}:{value}", (label,))


def _numbered(texts: list[str], stem: str) -> Iterator[Source]:
    for number, text in enumerate(texts, 1):
        yield Source(f"{stem}.{number}", (text,))


def _flat(table: Mapping[str, Any], prefix: str) -> Iterator[Source]:
    for key, value in table.items():
        if isinstance(value, str):
            yield Source(prefix + key, (value,))
        elif value.keys() == {"one", "other"}:  # {n} is the number that decides between them
            yield Source(prefix + key, (value["one"], value["other"]))
        else:
            yield from _flat(value, f"{prefix}{key}.")

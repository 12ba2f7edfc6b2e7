"""Babel finds every text of the dialog files, with its context, through its own command line."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

from babel.messages.pofile import read_po

from locales import extract
from locales.source import english
from locales.texts import as_forms

ROOT = Path(__file__).parents[2]


def test_the_template_holds_exactly_the_source_texts(tmp_path: Path) -> None:
    template = tmp_path / "messages.pot"
    command = ["-q", "extract", "-F", "locales/babel.cfg", "-o", str(template), "."]
    subprocess.run([sys.executable, "-m", "babel.messages.frontend", *command], cwd=ROOT, check=True)
    with template.open("rb") as file:
        found = {message.context: as_forms(message.id) for message in read_po(file) if message.id}
    assert found == {context: source.forms for context, source in english().items()}


def test_a_line_is_named_where_the_text_stands_and_a_text_that_counts_has_two_forms() -> None:
    data = b"""name = "phrases"

[phrase]
hello = "Hello."

[phrase.days]
one = "{n} day"
other = "{n} days"
"""
    assert list(extract.dialog(io.BytesIO(data), [], [], options={})) == [
        (4, "pgettext", ("phrase.hello", "Hello."), []),
        (7, "npgettext", ("phrase.days", "{n} day", "{n} days"), []),
    ]

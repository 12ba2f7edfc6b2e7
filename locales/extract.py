"""Babel extractors for texts that stand in data: dialog files, the taxonomy, names of help lines.

`python -m babel.messages.frontend extract -F locales/babel.cfg -o messages.pot .` collects them, each with its context.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import IO, Any

from locales.source import Source, dialog_texts, label_texts, taxonomy_texts

# (line, gettext function, its arguments, comments for translators): what Babel expects of an extractor.
Found = tuple[int, str, tuple[str, ...], list[str]]


def dialog(file: IO[bytes], *_: Any, options: Any = None) -> Iterator[Found]:  # noqa: ARG001 Babel names it
    return _extract(file, dialog_texts)


def taxonomy(file: IO[bytes], *_: Any, options: Any = None) -> Iterator[Found]:  # noqa: ARG001 Babel names it
    return _extract(file, taxonomy_texts)


def labels(file: IO[bytes], *_: Any, options: Any = None) -> Iterator[Found]:  # noqa: ARG001 Babel names it
    return _extract(file, label_texts)


def _extract(file: IO[bytes], texts: Callable[[Mapping[str, Any]], Iterable[Source]]) -> Iterator[Found]:
    written = file.read().decode("utf-8")
    lines = written.splitlines()
    at = 0
    for source in texts(tomllib.loads(written)):
        # TOML forgets the lines; the texts come in the order of the file, so the search goes on from the last one.
        later = (number for number, line in enumerate(lines) if number >= at and source.forms[0] in line)
        at = next(later, next((number for number, line in enumerate(lines) if source.forms[0] in line), at))
        function = "pgettext" if len(source.forms) == 1 else "npgettext"
        yield at + 1, function, (source.context, *source.forms), []

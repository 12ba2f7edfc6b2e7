"""How alike are two texts by what they mean, whatever their languages?

A text becomes `embedding.SIZE` numbers, each in one byte, which are kept; two of them are compared after the directions
in which whole languages differ are taken out, as the model of topics does it. Only where `embedding.available`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from locales import embedding

if TYPE_CHECKING:
    from locales.topic_model import Floats

MODEL = "e5-small/1"
"""What makes the numbers. Those of another model can not be compared with these."""

ALIKE = 0.4
"""From which nearness on words are called alike. How it was chosen: docs/languages.md."""


class Meaning(Protocol):
    """What the panel asks: this module, or nothing where nothing is recognised."""

    @property
    def MODEL(self) -> str: ...  # noqa: N802 as the module names it

    def packed(self, texts: Sequence[str], /) -> list[bytes]: ...

    def nearness(self, one: bytes, others: Sequence[bytes], /) -> list[float]: ...


def packed(texts: Sequence[str]) -> list[bytes]:
    """What is kept of each text; nothing where it has no words. About 10 ms of CPU for each that has some."""
    import numpy as np

    kept = [b""] * len(texts)
    told = [number for number, text in enumerate(texts) if any(letter.isalpha() for letter in text)]
    if told:
        raw = embedding.vectors([texts[number] for number in told])
        steps = np.abs(raw).max(1, keepdims=True) / 127
        for number, row in zip(told, np.round(raw / steps).astype(np.int8), strict=True):
            kept[number] = row.tobytes()
    return kept


def nearness(one: bytes, others: Sequence[bytes]) -> list[float]:
    """Of one text to each of the others, by what `packed` gave: about 0 for what has nothing in common, 1 for the same.

    0 where either has no words. About 3 ms of CPU for 300.
    """
    found = [0.0] * len(others)
    told = [number for number, other in enumerate(others) if other]
    if one and told:
        rows = _turned([one, *(others[number] for number in told)])
        for number, near in zip(told, rows[1:] @ rows[0], strict=True):
            found[number] = float(near)
    return found


def _turned(kept: Sequence[bytes]) -> Floats:
    import numpy as np

    from locales import topic_model

    raw = np.frombuffer(b"".join(kept), np.int8).reshape(len(kept), embedding.SIZE).astype(np.float32)
    return topic_model.read().turned(raw / np.linalg.norm(raw, axis=1, keepdims=True))

"""Small linear models over what a text is made of: `danger` and `navigation` ask them where no list holds it.

A text is cut into parts (words, pairs of words, runs of letters); each weighs for or against each class. Scripts in .ci
learn the weights from the lists and write them into one file, a row of bytes a class, which is read here. Nothing is
needed for it but the standard library.
"""

from __future__ import annotations

import hashlib
import json
import math
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter
from pathlib import Path

NOTHING = 128
"""The byte of a part that weighs nothing."""


@dataclass(frozen=True, slots=True)
class Model:
    """`rows`: for each name its bytes, all of the same number; `scale` and `bias` of each.

    `made_of`: the `digest` of what it learned from. `limits`: the probability that is enough, by name or by language.
    """

    names: tuple[str, ...]
    rows: tuple[bytes, ...]
    scale: tuple[float, ...]
    bias: tuple[float, ...]
    made_of: str = ""
    limits: Mapping[str, float] = field(default_factory=dict)

    def only(self, names: Sequence[str]) -> Model:
        """Those of its classes."""
        at = [self.names.index(name) for name in names]
        return replace(
            self,
            names=tuple(names),
            rows=tuple(self.rows[one] for one in at),
            scale=tuple(self.scale[one] for one in at),
            bias=tuple(self.bias[one] for one in at),
        )

    def scores(self, parts: Iterable[str]) -> dict[str, float]:
        """Name → probability from 0 to 1; each by itself, so that all may be low. Without parts nothing is likely."""
        slots = slots_of(parts, len(self.rows[0]))
        if not slots:
            return dict.fromkeys(self.names, 0.0)
        pick, length, nothing = itemgetter(*slots, slots[0]), math.sqrt(len(slots)), NOTHING * len(slots)
        found = {}
        for name, row, scale, bias in zip(self.names, self.rows, self.scale, self.bias, strict=True):
            total = sum(pick(row)) - row[slots[0]] - nothing
            found[name] = 1 / (1 + math.exp(-max(-50.0, total * scale / length + bias)))
        return found


def slots_of(parts: Iterable[str], size: int) -> list[int]:
    """Where the weights of these parts stand, each once. Parts share slots, by a checksum."""
    return list({zlib.crc32(part.encode()) % size for part in parts})


def runs(word: str, lengths: Sequence[int]) -> Iterator[str]:
    """Runs of so many letters of a word, its edges included."""
    edged = f"<{word}>"
    for length in lengths:
        for at in range(len(edged) - length + 1):
            yield edged[at : at + length]


def joined(models: Sequence[Model]) -> Model:
    """The classes of all of them in one, which was made of what the first was."""
    return replace(
        models[0],
        names=tuple(name for model in models for name in model.names),
        rows=tuple(row for model in models for row in model.rows),
        scale=tuple(scale for model in models for scale in model.scale),
        bias=tuple(bias for model in models for bias in model.bias),
        limits={name: limit for model in models for name, limit in model.limits.items()},
    )


def written(model: Model) -> bytes:
    """The bytes of the file."""
    head = {
        "names": model.names,
        "scale": model.scale,
        "bias": model.bias,
        "made_of": model.made_of,
        "limits": dict(model.limits),
    }
    return json.dumps(head).encode() + b"\n" + zlib.compress(b"".join(model.rows), 9)


def read(data: bytes) -> Model:
    """What `written` wrote."""
    head, _, packed = data.partition(b"\n")
    told, rows = json.loads(head), zlib.decompress(packed)
    size = len(rows) // len(told["names"])
    return Model(
        names=tuple(told["names"]),
        rows=tuple(rows[at : at + size] for at in range(0, len(rows), size)),
        scale=tuple(told["scale"]),
        bias=tuple(told["bias"]),
        made_of=told["made_of"],
        limits=told["limits"],
    )


def digest(folders: Iterable[Path]) -> str:
    """A short name of the lists in these folders as they are today: a model says of which it was made."""
    hashed = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.glob("*.toml")):
            hashed.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return hashed.hexdigest()[:16]

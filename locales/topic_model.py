"""The model of topics: every example as a short vector, and what its nearness to a text says about each detail.

Kernel ridge regression: score(detail) = Σ over examples of exp(T · (cosine − 1)) · weight(example, detail). A text is
turned as the examples were: the mean vector and the directions in which whole languages differ are taken out, and
the `KEPT` directions that matter most are kept. `make topics` (.ci/topics.py) makes data/topics.npz anew from the
examples; it says of which (`topics.digest`).
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from locales import embedding
from locales.source import DATA

PATH = DATA / "topics.npz"
KEPT = 256
T = 2.0
RIDGE = 0.1
_AT_ONCE = 2048  # examples that are turned into numbers of four bytes for one comparison

Floats = NDArray[np.float32]
Bytes = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Model:
    """`vectors` (examples × KEPT; of length 1 when times `step`, KEPT), `weights` (examples × details), `mean`, `turn`
    (SIZE × KEPT). The vectors stay bytes, because they are most of what the service keeps in memory for topics; the
    weights do not, because thousands of them are added up and so are their roundings.
    """

    codes: tuple[str, ...]
    vectors: Bytes
    step: Floats
    weights: Floats
    mean: Floats
    turn: Floats
    made_of: str

    def turned(self, raw: Floats) -> Floats:
        """Vectors of `embedding` as the examples' are."""
        return _unit(np.asarray((raw - self.mean) @ self.turn, dtype=np.float32))

    def scores(self, raw: Floats) -> Floats:
        """(texts × SIZE) → (texts × details): about 1 for what a text is about, about 0 for the rest."""
        asked = self.turned(raw) * self.step
        found: Floats = np.zeros((len(raw), len(self.codes)), dtype=np.float32)
        for start in range(0, len(self.vectors), _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            near = asked @ self.vectors[part].astype(np.float32).T
            found += np.exp(T * (near - 1)) @ self.weights[part]
        return found


def scores(text: str) -> Mapping[str, float]:
    """For each detail how much the text is about it: about 0 to 1. Only where `embedding.available`."""
    model = read()
    row = model.scores(embedding.vectors([text]))[0]
    return {code: float(score) for code, score in zip(model.codes, row, strict=True)}


def fitted(raw: Floats, languages: Sequence[str], about: Sequence[str], made_of: str) -> Model:
    """The model of these examples: their vectors of `embedding`, languages and codes."""
    codes = tuple(sorted(set(about)))
    mean = raw.mean(0)
    moved = raw - mean
    of = np.array(languages)
    spoken = np.array([moved[of == language].mean(0) for language in sorted(set(languages))])
    _, sizes, directions = np.linalg.svd(spoken, full_matrices=False)
    directions = directions[sizes > 1e-6]
    without = np.eye(raw.shape[1], dtype=np.float32) - directions.T @ directions
    _, _, main = np.linalg.svd(moved @ without, full_matrices=False)
    turn = (without @ main[:KEPT].T).astype(np.float16).astype(np.float32)
    exact = _unit(moved @ turn)
    step = _step(exact, 127)
    vectors = np.round(exact / step).astype(np.int8)
    near = vectors * step
    kernel = near @ near.T
    kernel -= 1
    kernel *= T
    np.exp(kernel, out=kernel)
    kernel[np.diag_indices_from(kernel)] += RIDGE
    wanted = np.array([[float(code == one) for code in codes] for one in about], dtype=np.float32)
    weights = np.linalg.solve(kernel, wanted).astype(np.float32)
    fine = _step(weights, 32767)
    return Model(codes, vectors, step, np.round(weights / fine) * fine, mean, turn, made_of)


def write(model: Model, path: Path = PATH) -> None:
    """The same model makes the same file, byte for byte."""
    fine = _step(model.weights, 32767)
    parts: dict[str, NDArray[Any]] = {
        "codes": np.array(model.codes),
        "made_of": np.array(model.made_of),
        "mean": model.mean,
        "turn": model.turn.astype(np.float16),
        "vectors": model.vectors,
        "step": model.step,
        "weights": np.round(model.weights / fine).astype(np.int16),
        "fine": fine,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            with file.open(zipfile.ZipInfo(f"{name}.npy"), "w") as into:
                np.lib.format.write_array(into, part, allow_pickle=False)


@cache
def read(path: Path = PATH) -> Model:
    with np.load(path, allow_pickle=False) as parts:
        return Model(
            tuple(str(code) for code in parts["codes"]),
            parts["vectors"],
            parts["step"],
            parts["weights"] * parts["fine"],
            parts["mean"],
            parts["turn"].astype(np.float32),
            str(parts["made_of"]),
        )


def _unit(rows: Floats) -> Floats:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    found: Floats = (rows / np.maximum(lengths, 1e-9)).astype(np.float32)
    return found


def _step(table: Floats, steps: int) -> Floats:
    """What one of so many steps is worth, in each column."""
    found: Floats = np.maximum(np.abs(table).max(0) / steps, 1e-9).astype(np.float32)
    return found

"""Makes the model of topics (locales/data/topics.npz) anew from the examples in locales/data/topics.

    python .ci/topics.py            writes the model; about four minutes, 3 GB of memory
    python .ci/topics.py measure    leaves every eighth example out in turn, and prints how many are found again

On another processor the last digits of a vector differ, and so may single bytes of the file; what it says does not.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import numpy as np

from locales import embedding, topic_model, topics
from locales.folding import fold

PARTS = 8


def main() -> None:
    if reason := embedding.missing():
        sys.exit(f"The model cannot be made here: {reason}.")
    examples = list(topics.examples())
    print(f"{len(examples)} examples …")
    raw = embedding.vectors([example.text for example in examples])
    if sys.argv[1:] == ["measure"]:
        measure(raw, examples)
        return
    model = topic_model.fitted(raw, [e.language for e in examples], [e.code for e in examples], topics.digest())
    topic_model.write(model)
    print(f"Written: {topic_model.PATH.name}, {topic_model.PATH.stat().st_size / 1e6:.1f} MB, of {model.made_of}.")


def measure(raw: topic_model.Floats, examples: Sequence[topics.Example]) -> None:
    part = np.random.default_rng(7).permutation(len(examples)) % PARTS
    found: dict[str, list[tuple[bool, bool, bool, bool, float]]] = {}
    for one in range(PARTS):
        known, left = np.flatnonzero(part != one), np.flatnonzero(part == one)
        model = topic_model.fitted(
            raw[known], [examples[i].language for i in known], [examples[i].code for i in known], ""
        )
        for i, row in zip(left, model.scores(raw[left]), strict=True):
            example = examples[i]
            said = topics.keywords_in(fold(example.text).split(), example.language)
            scores = {c: float(s) + topics.KEYWORD * said.get(c, 0.0) for c, s in zip(model.codes, row, strict=True)}
            alone = max(model.codes, key=lambda code: float(row[model.codes.index(code)])) == example.code
            ranked = sorted(scores, key=lambda code: -scores[code])
            chance = np.exp(topics.SHARPNESS * (np.array([scores[c] for c in ranked]) - scores[ranked[0]]))
            right = ranked[0] == example.code
            field = ranked[0][:3] == example.code[:3]
            found.setdefault(example.language, []).append(
                (right, example.code in ranked[:3], field, alone, float(chance[0] / chance.sum()))
            )
    print(f"{'':6}{'first':>8}{'of three':>10}{'field':>8}{'no keywords':>13}")
    for language, rows in found.items():
        shares = np.array([row[:4] for row in rows]).mean(0) * 100
        print(f"{language:6}{shares[0]:7.1f} {shares[1]:9.1f} {shares[2]:7.1f} {shares[3]:12.1f}")
    every = [row for rows in found.values() for row in rows]
    for low in (0.0, 0.2, 0.4, 0.6, 0.8):
        right = [one[0] for one in every if low <= min(one[4], 0.999) < low + 0.2]
        print(f"confidence from {low:.1f}: {len(right)} messages, {100 * sum(right) / max(1, len(right)):.0f} % right")


if __name__ == "__main__":
    main()

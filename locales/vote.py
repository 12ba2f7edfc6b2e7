"""The vote of CLD2, which counts longer runs of letters than we do; without it (no wheel for a machine) nobody votes.

The one place that imports `pycld2`.
"""

from __future__ import annotations

from collections.abc import Mapping

try:
    import pycld2
except ImportError:  # the lock leaves it out where it would have to be compiled
    pycld2 = None

AVAILABLE = pycld2 is not None

_OTHER_CODES = {"no": "nb", "nn": "nb", "ku": "kmr", "bs": "hr", "sr-ME": "hr"}


def ask(text: str) -> Mapping[str, float]:
    """Share of the text by language code, at most three; nothing where it cannot say."""
    if pycld2 is None:
        return {}
    try:
        _, _, found = pycld2.detect(text, bestEffort=True)
    except pycld2.error:
        return {}
    return {_OTHER_CODES.get(code, code): share / 100 for _, code, share, _ in found if code != "un"}

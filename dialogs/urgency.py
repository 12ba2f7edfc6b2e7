"""How soon somebody should look, and when numbers to call come first (domain.md §3.3, §3.5, §3.7)."""

from __future__ import annotations

from dialogs.forms import value_of
from dialogs.terms import Dialog, Form, Words

OWN_LEVEL = {"now": "U0", "today": "U1", "week": "U2", "month": "U3", "wait": "U4"}
DEFAULT = "U3"

# Which numbers are shown once such a detail is chosen; the classes in ALARMING also ring at staff.
SAFETY_OF_DETAIL = {
    "HEA.mind": "die",
    "SAF.die": "die",
    "SAF.hurt": "hurt",
    "SAF.exploit": "hurt",
    "FAM.fights": "hurt",
    "SAF.child": "child",
    "SAF.now": "now",
    "HOM.none": "now",
}
ALARMING = frozenset({"SAF.now", "SAF.hurt", "SAF.die", "SAF.child"})


def level(form: Form, dialog: Dialog, words: Words) -> str:
    """U0–U4: what the person said, raised by what the need is, never lowered (domain.md §3.5)."""
    own = value_of(form, "urgency", dialog, words)
    detail = value_of(form, "detail", dialog, words) or "."
    levels = [OWN_LEVEL[own]] if own in OWN_LEVEL else [_by_default(detail)]
    topic, _, code = detail.partition(".")
    flags = next((found.details.get(code, frozenset()) for found in words.topics if found.code == topic), frozenset())
    levels += [flag for flag in flags if flag in OWN_LEVEL.values()]
    return min(levels)


def _by_default(detail: str) -> str:
    return "U4" if detail == "PEO.volunteer" else DEFAULT

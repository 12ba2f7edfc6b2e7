"""What an action raises when it will not do it: a page with the status, a reason in words, and what was typed."""

from __future__ import annotations

from collections.abc import Mapping

KNOWN = (403, 404, 405, 408, 413, 415, 422, 429, 500, 503)


class Refused(Exception):
    """`lead` is the context of the sentence below the title, filled by `values`; `typed` is given back."""

    def __init__(
        self,
        status: int,
        lead: str | None = None,
        values: Mapping[str, str | int] | None = None,
        *,
        typed: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(status)
        self.status = status
        self.lead = lead
        self.values = dict(values or {})
        self.typed = typed
        self.headers = dict(headers or {})


def not_found() -> Refused:
    return Refused(404, "error.404_lead")

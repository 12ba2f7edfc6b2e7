"""The trail, for the data-protection officer: who looked at what and did what, the newest first."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web

from admin import forms, panel
from admin.rendering import page
from admin.submission_show import REFERENCE, number
from storage import audit, audit_chain, staff, submissions

LIMIT = 50
NOTHING = -1
"""Of which there is no entry: for a reference that nobody knows."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What stands in the address. Somebody of the staff is a number there, never an e-mail address."""

    reference: str
    staff: int | None
    before: int | None


async def show(request: web.Request) -> web.Response:
    asked = _asked(request)
    async with panel.of(request).database.read() as conn:
        about = await submissions.number(conn, asked.reference) if asked.reference else None
        wanted = NOTHING if asked.reference and about is None else about
        rows = await audit.entries(
            conn, submission_id=wanted, staff_id=asked.staff, before=asked.before, limit=LIMIT + 1
        )
        members = await staff.everybody(conn)
        head = await audit_chain.head(conn)
    chosen = {"reference": asked.reference, "staff": str(asked.staff or "")}
    kept = {key: value for key, value in chosen.items() if value}
    following = None if len(rows) <= LIMIT else "/admin/audit" + forms.query(**kept, before=str(rows[LIMIT - 1].id))
    return page(
        request, "audit.html", rows=rows[:LIMIT], members=members, chosen=chosen, head=head, following=following,
        later=asked.before is not None,
    )  # fmt: skip


def _asked(request: web.Request) -> Asked:
    given = request.query.get("reference", "").strip().upper()
    member, before = number(request.query.get("staff", "")), number(request.query.get("before", ""))
    reference = given if REFERENCE.fullmatch(given) else "?" if given else ""
    return Asked(reference, member or None, before or None)

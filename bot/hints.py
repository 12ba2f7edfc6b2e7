"""What `sempre serve` says when it is up: where it is, and what to try next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import structlog

from bot.clock import Clock
from bot.keys import Keys
from bot.settings import Settings
from storage import safeguarding, staff
from storage.database import Database, Unavailable
from storage.safeguarding import Gap
from storage.staff import LINK_LASTS

_log = structlog.get_logger()

LINK_MINUTES = LINK_LASTS // timedelta(minutes=1)

TRY = (
    ("sempre chat", "be a person who tells a need"),
    ("sempre chat --language ar", "the same, from right to left"),
    ("sempre export submissions", "see what was told"),
    ("sempre doctor", "is everything as it should be?"),
)


def sign_in(settings: Settings, port: int, token: str) -> str:
    """The address of the page that signs in with a one-time link."""
    return f"{_where(settings, port)}/admin/sign-in?link={token}"


def _where(settings: Settings, port: int) -> str:
    return settings.address if settings.public_url or settings.port else f"http://{settings.host}:{port}"


def overlooked(gap: Gap) -> str:
    """What staff may overlook, and the remedy."""
    where = f" of {gap.name}" if gap.name else ""
    match gap.sort:
        case "unnamed":
            return (
                f"nobody{where} is named for safeguarding, so every {gap.rung} sees such cases: "
                "`sempre staff safeguarding EMAIL on`"
            )
        case "nobody":
            return f"nobody works for {gap.name}, so nobody sees what comes from its places: `sempre staff add`"
        case _:
            return f"everybody{where} works in certain places: nobody sees what comes from others. A coordinator would"


def text(settings: Settings, keys: Keys, port: int, token: str | None = None, gaps: Sequence[Gap] = ()) -> str:
    """A few paragraphs for a terminal; more of them where the keys were made just now. `port`: as bound.

    `token` is that of a link for the first account, while nobody has signed in yet.
    """
    parts = [f"Sempre is running at {_where(settings, port)} (Ctrl-C stops it)."]
    if keys.made:
        parts.append(_first_run(settings, keys))
    if token is not None:
        parts.append(
            "Nobody has signed in to the panel yet. This link does it once, within "
            f"{LINK_MINUTES} minutes; each start gives a new one:\n  {sign_in(settings, port, token)}\n"
            "Then give your colleagues, and yourself, accounts of their own:\n"
            "  .venv/bin/sempre staff add ada@example.org --role caseworker"
        )
    parts += [f"Beware: {overlooked(gap)}." for gap in gaps]
    if settings.telegram_token is None:
        parts.append(
            "Telegram is off. To switch it on, ask @BotFather in Telegram for a bot of your own, write the line\n"
            "  SEMPRE_TELEGRAM_TOKEN=the token you were given\n"
            "into a file .env in this folder, and start again."
        )
    if settings.country is None:
        parts.append("No country is set, so people in danger see 112 alone. SEMPRE_COUNTRY=DE (or another) shows more.")
    return "\n\n".join(parts) + "\n"


def _first_run(settings: Settings, keys: Keys) -> str:
    width = max(len(command) for command, _ in TRY)
    tries = "\n".join(f"  .venv/bin/{command:{width}}   {what}" for command, what in TRY)
    made = ", ".join(str(path) for path in keys.made)
    return (
        f"This is the first start: the database and the keys were made in {settings.data_dir}.\n"
        f"Keep a copy of the keys ({made}) away from this machine:\n"
        "without data.key nobody can read what was stored, and no backup holds it.\n"
        "`.venv/bin/sempre keys recovery` prints it, `.venv/bin/sempre keys confirm` asks for it.\n\n"
        f"What to try next, in a second terminal:\n{tries}"
    )


async def of_staff(database: Database, now: Clock) -> tuple[str | None, list[Gap]]:
    """A link for the first account while nobody has signed in, else what staff may overlook.

    Nothing while the database is away: messages are taken as soon as it is back, the link comes with the next start.
    """
    try:
        async with database.write() as conn:
            link = await staff.first_link(conn, now())
            gaps = await safeguarding.gaps(conn) if link is None else []
    except Unavailable:
        return None, []
    for gap in gaps:
        _log.warning("staff_overlook", sort=gap.sort)
    return link, gaps

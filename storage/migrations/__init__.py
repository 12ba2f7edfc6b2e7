"""Steps from one version of the tables to the next. What version there is can be told without Alembic,
whose import would make every start a tenth of a second longer.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, inspect, text

HERE = Path(__file__).parent

_REVISION = re.compile(r'^(down_)?revision = "(\w+)"$', re.MULTILINE)


@cache
def newest() -> str:
    """The version that this program wants: that of the one step which no other follows."""
    versions, followed = _steps()
    (found,) = versions - followed
    return found


def known() -> set[str]:
    """Every version that this program can bring a database to, and on from there."""
    return _steps()[0]


def _steps() -> tuple[set[str], set[str]]:
    versions: set[str] = set()
    followed: set[str] = set()
    for path in (HERE / "versions").glob("[0-9]*.py"):
        for down, name in _REVISION.findall(path.read_text(encoding="utf-8")):
            (followed if down else versions).add(name)
    return versions, followed


def current(connection: Connection) -> str | None:
    """The version of the tables in this database; None where there are none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return version

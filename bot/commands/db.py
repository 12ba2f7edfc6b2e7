"""`sempre db upgrade`: the tables of this version."""

from __future__ import annotations

import argparse

from bot import settings
from storage.database import upgrade


def run(_: argparse.Namespace) -> int:
    current = settings.load()
    current.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    upgrade(current.database)
    print("The database has the tables of this version.")
    return 0

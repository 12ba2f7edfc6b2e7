"""`sempre db upgrade`: the tables of this version."""

from __future__ import annotations

import argparse

from bot import backups, keys, settings
from bot.clock import clock


def run(_: argparse.Namespace) -> int:
    current = settings.load()
    current.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    keys.load(current)  # a database that came before its key would look as if the key was lost
    made = backups.upgraded(current, clock(current)())
    kept = f" As it was before, it is in {made}." if made else ""
    print(f"The database has the tables of this version.{kept}")
    return 0

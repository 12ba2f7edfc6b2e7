"""`sempre serve`: the service, until it is asked to stop."""

from __future__ import annotations

import argparse

from bot import logs, service, settings


def run(_: argparse.Namespace) -> int:
    current = settings.load()
    logs.start()
    logs.catch_crashes()
    return service.run(current)

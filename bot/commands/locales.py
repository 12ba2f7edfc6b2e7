"""`sempre locales check` and `sempre locales status`."""

from __future__ import annotations

import argparse

from locales import check


def run(arguments: argparse.Namespace) -> int:
    return _status() if arguments.action == "status" else _check()


def _check() -> int:
    problems = check.problems(None)
    for problem in problems:
        print(problem)
    if problems:
        print(f"{len(problems)} problems in the texts.")
        return 1
    print("The texts of all languages are whole.")
    return 0


def _status() -> int:
    for line in check.status():
        print(line)
    return 0

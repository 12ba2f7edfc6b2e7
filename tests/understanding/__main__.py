"""`make understanding`: how good each recogniser is on the test sets, a table each, a row for each language.

python -m tests.understanding [--bare] [RECOGNISER …]
"""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from locales import recognisers
from locales.languages import UNDERSTOOD
from tests.understanding import floors
from tests.understanding.counting import COUNTED, Figures, mean
from tests.understanding.sets import SETS, Asked, ask, read


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.understanding")
    parser.add_argument("--bare", action="store_true", help="do not tell the recognisers the language of the person")
    parser.add_argument("--floors", action="store_true", help="write floors.toml from what is reached now")
    parser.add_argument("--sets", type=Path, default=SETS, help="another folder of sets")
    parser.add_argument("recogniser", nargs="*", metavar="RECOGNISER", help=", ".join(recognisers.NAMES))
    arguments = parser.parse_args()
    if unknown := set(arguments.recogniser) - set(recognisers.NAMES):
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    installed = recognisers.installed()
    if arguments.floors:
        _write_floors(installed)
        return
    for name in arguments.recogniser or recognisers.NAMES:
        sets = read(name, arguments.sets)
        if name not in installed or not sets:
            print(f"\n{name}: {'there is no test set' if name in installed else 'is not installed'}")
            continue
        before = _memory()
        asked = {group: ask(installed[name], cases, bare=arguments.bare) for group, cases in sets.items() if cases}
        for line in _report(name, asked):
            print(line)
        times = sorted(one.cpu for answers in asked.values() for one in answers)
        print(
            f"CPU a text: half below {statistics.median(times):.2f} ms, 95 of 100 below {_percentile(times):.2f} ms; ",
            end="",
        )
        print(f"memory: {_memory() - before:.0f} MB more, {_memory():.0f} MB in all")


def _write_floors(installed: Mapping[str, recognisers.Recogniser]) -> None:
    lines = ["# What `python -m tests.understanding --floors` found, with a little room; explained in floors.py."]
    for name, recogniser in installed.items():
        sets = read(name)
        groups = [group for group, cases in sets.items() if cases and (name != "language" or group in UNDERSTOOD)]
        if groups:
            lines += ["", floors.table(name, groups, floors.reached(recogniser, sets, groups))]
    floors.FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _report(name: str, asked: Mapping[str, Sequence[Asked]]) -> Iterator[str]:
    rows = {group: COUNTED[name](answers) for group, answers in asked.items()}
    for columns in dict.fromkeys(tuple(row) for row in rows.values()):  # strangers have other columns
        table = {group: row for group, row in rows.items() if tuple(row) == columns}
        yield from _table(name, table)
    if name in ("answer", "words"):
        kinds: dict[str, list[Asked]] = {}
        for one in (one for answers in asked.values() for one in answers):
            kinds.setdefault(one.case.further if name == "answer" else one.case.expected, []).append(one)
        title = "answer, by question" if name == "answer" else "words, by word"
        yield from _table(title, {key: COUNTED[name](ones) for key, ones in sorted(kinds.items())})


def _table(title: str, rows: Mapping[str, Figures]) -> Iterator[str]:
    columns = list(next(iter(rows.values())))
    yield f"\n{title:20} " + " ".join(f"{column:>14}" for column in columns)
    for group, row in [*rows.items(), ("mean", mean(rows.values()))]:
        yield f"{group:20} " + " ".join(f"{_shown(column, row[column]):>14}" for column in columns)


def _shown(column: str, figure: float | None) -> str:
    if figure is None:
        return ""
    return f"{figure:.0f}" if column[0] == "#" else f"{100 * figure:.1f} %"


def _percentile(times: Sequence[float]) -> float:
    return times[min(len(times) - 1, round(0.95 * len(times)))]


def _memory() -> float:
    """Megabytes that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


if __name__ == "__main__":
    main()

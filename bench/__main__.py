"""`make bench`: one table from one run, peers beside us in the same talk.

Processor time is the figure to compare: wall time on a shared machine is noisy. Each run has a fresh folder and a fresh
process; the bots take turns, so that a slow minute does not hit one of them alone.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bench import measure, versions
from bench.bots import ALL, Bot
from bench.measure import Full, Half

OPEN = 10_000


@dataclass(slots=True)
class Figures:
    """What was measured of one bot, a value for each run."""

    full: list[Full] = field(default_factory=list)
    half: list[Half] = field(default_factory=list)
    away: list[float] = field(default_factory=list)
    open: list[float] = field(default_factory=list)


def main() -> None:
    chosen = _arguments()
    bots = [bot for bot in ALL if not chosen.bots or bot.key in chosen.bots]
    figures = {bot.key: Figures() for bot in bots}
    for number in range(chosen.runs):
        for bot in bots:
            _run(bot, figures[bot.key], chosen.seconds, cpu_only=chosen.cpu)
            full = figures[bot.key].full[-1]
            print(f"run {number + 1}: {bot.key}: {full.per_second:,.0f}/s, {full.cpu:.2f} CPU s", file=sys.stderr)
            _write(chosen.json, figures)
    if not chosen.cpu:
        for bot in bots:
            if bot.ours and not bot.beside:
                figures[bot.key].open.append(measure.many_open(bot, OPEN))
    print("\n".join([*versions.lines(), "", *_table(bots, figures), "", *_notes(bots, figures)]))
    _write(chosen.json, figures)


def _write(path: Path | None, figures: dict[str, Figures]) -> None:
    if path is not None:
        path.write_text(json.dumps({key: asdict(of) for key, of in figures.items()}))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = [bot.key for bot in ALL]
    parser.add_argument("bots", nargs="*", metavar="bot", help=f"of {', '.join(names)}; without any, all")
    parser.add_argument("--runs", type=int, default=3, help="of each bot; the table shows their medians")
    parser.add_argument("--seconds", type=float, default=8.0, help="measured in each part of a run, after a warm-up")
    parser.add_argument("--cpu", action="store_true", help="full load only: no delays, no far Bot API, no memory")
    parser.add_argument("--json", type=Path, help="write every figure there as well")
    chosen = parser.parse_args()
    unknown = [name for name in chosen.bots if name not in names]
    if unknown:
        parser.error(f"no bot {', '.join(unknown)}: it is one of {', '.join(names)}")
    if chosen.runs < 1 or chosen.seconds < 1:
        parser.error("--runs and --seconds are at least 1")
    return chosen


def _run(bot: Bot, figures: Figures, seconds: float, *, cpu_only: bool) -> None:
    full = measure.full(bot, seconds)
    figures.full.append(full)
    if not cpu_only:
        figures.half.append(measure.half(bot, max(1.0, full.per_second / 2), seconds))
        figures.away.append(measure.away(bot, seconds))


COLUMNS = (
    "bot", "updates/s", "CPU s per 1,000", "of (a)", "of (c)", "of (d)", "p50 / p99 ms at half load", "memory MB",
    "updates/s, Bot API 50 ms away", "lost / doubled",
)  # fmt: skip


def _table(bots: Sequence[Bot], figures: dict[str, Figures]) -> list[str]:
    lines = [f"| {' | '.join(COLUMNS)} |", f"|---{'|--:' * (len(COLUMNS) - 1)}|"]
    for bot in bots:
        of = figures[bot.key]
        cpu, beside = _median(of.full, lambda run: run.cpu), _median(of.full, lambda run: run.beside)
        cells = [
            bot.name,
            f"{_median(of.full, lambda run: run.per_second):,.0f}",
            f"{cpu:.2f}" + (f" + {beside:.2f}" if bot.beside else ""),
            *(_share(cpu, figures.get(peer)) for peer in ("ptb", "bare", "grammy")),
            _delays(of.half),
            f"{_median(of.full, lambda run: run.memory):.0f}",
            f"{statistics.median(of.away):,.0f}" if of.away else "",
            f"{sum(run.lost for run in of.full)} / {sum(run.doubled for run in of.full)}",
        ]  # fmt: skip
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def _delays(half: Sequence[Half]) -> str:
    return f"{_median(half, lambda run: run.p50):.1f} / {_median(half, lambda run: run.p99):.0f}" if half else ""


def _share(cpu: float, peer: Figures | None) -> str:
    return "" if peer is None else f"{cpu / _median(peer.full, lambda run: run.cpu):.2f}"


def _notes(bots: Sequence[Bot], figures: dict[str, Figures]) -> list[str]:
    runs = [run for of in figures.values() for run in of.full]
    beside = ", ".join(f"{bot.name}: {bot.beside}" for bot in bots if bot.beside)
    lines = [
        f"{measure.PEOPLE} people at once, medians of {len(next(iter(figures.values())).full)}.",
        f"Presses answered: {min(run.pressed for run in runs):.0%} or more, by each bot.",
        f"The people and the Bot API took {max(run.people for run in runs):.2f} CPU s per 1,000 at most.",
    ]
    if beside:
        lines.append(f"After the plus: what the database server took ({beside}).")
    twice = {bot.name: sum(run.repeats for run in figures[bot.key].full) for bot in bots}
    lines += [f"{name}: {count:,} answers came twice." for name, count in twice.items() if count]
    lines += [
        f"{bot.name}: {of.open[0]:.0f} MB with {OPEN:,} open conversations."
        for bot in bots
        if (of := figures[bot.key]).open
    ]
    return lines


def _median(runs: Sequence[Full] | Sequence[Half], what: Callable[..., float]) -> float:
    return statistics.median(what(run) for run in runs)


if __name__ == "__main__":
    main()

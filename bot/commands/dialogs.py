"""`sempre dialogs check` and `sempre dialogs graph NAME`."""

from __future__ import annotations

import argparse

from bot.problem import WrongUsage
from dialogs.schema import load_scripts
from dialogs.terms import Condition, Dialog, Question


def run(arguments: argparse.Namespace) -> int:
    scripts = load_scripts()
    if arguments.action == "graph":
        if arguments.name not in scripts:
            raise WrongUsage(f"There is no dialog {arguments.name!r}. There are: {', '.join(sorted(scripts))}.")
        print(graph(scripts[arguments.name]))
        return 0
    for name in sorted(scripts):
        questions = len(scripts[name].questions)
        print(f"{name}: {questions} question{'s' if questions != 1 else ''}")
    print("All dialogs are whole.")
    return 0


def graph(dialog: Dialog) -> str:
    """The dialog as a Mermaid flow chart: questions in order, and beside an arrow when its question applies."""
    lines = ["flowchart TD", f"  begin([{dialog.name}])"]
    lines.extend(f'  {_node(question.key)}["{_label(question, dialog)}"]' for question in dialog.questions)
    end = f"send {dialog.submits}" if dialog.submits else "end"
    lines.append(f"  finish([{end}])")
    lines.extend(_arrows(dialog))
    return "\n".join(lines)


def _arrows(dialog: Dialog) -> list[str]:
    """From each question to every one that may come next: up to and with the first that always applies."""
    keys = [("begin", ())] + [(_node(question.key), question.conditions) for question in dialog.questions]
    arrows = []
    for place, (source, _) in enumerate(keys):
        for target, conditions in keys[place + 1 :]:
            reason = " and ".join(_words(condition) for condition in conditions)
            arrows.append(f'  {source} -->|"{reason}"| {target}' if reason else f"  {source} --> {target}")
            if not conditions:
                break
        else:
            arrows.append(f"  {source} --> finish")
    return arrows


def _node(key: str) -> str:
    return f"q_{key}"  # a bare `end` is a word of Mermaid's


def _label(question: Question, dialog: Dialog) -> str:
    first = dialog.english.get(question.text[0], question.text[0]) if question.text else ""
    skip = ", may be skipped" if question.skip else ""
    return f"{question.key} ({question.kind}{skip})<br/>{first.replace(chr(34), '#quot;')}"


def _words(condition: Condition) -> str:
    values = " or ".join(sorted(condition.values))
    return f"{condition.question} is {'not ' if condition.negated else ''}{values}"

"""`sempre try`: one line in, one line out; what cannot be asked is refused by name."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.command import SEMPRE, environment, here, sempre


def test_each_line_is_answered_by_one_line_and_nothing_is_made(tmp_path: Path) -> None:
    done = sempre(tmp_path, "try", "words", stdin="help\n\nthe bus comes on Monday\r\nstop")
    lines = [line.split("\t") for line in done.out.splitlines()]
    assert [(best, float(confidence) > 0.9) for best, confidence in lines] == [
        ("help", True),
        ("-", False),
        ("-", False),
        ("stop", True),
    ]
    assert (done.code, done.err) == (0, "")
    assert list(tmp_path.iterdir()) == []


def test_a_line_is_answered_before_the_next_comes(tmp_path: Path) -> None:
    with subprocess.Popen(
        [SEMPRE, "try", "crisis"], cwd=tmp_path, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for text, answer in ((b"I want to die", b"die\t0.95\n"), (b"\xff the bus", b"-\t0.00\n")):
            process.stdin.write(text + b"\n")
            process.stdin.flush()
            assert process.stdout.readline() == answer


def test_several_values_of_one_answer_follow_each_other(tmp_path: Path) -> None:
    done = sempre(tmp_path, "try", "answer", "--question", "have", "--language", "de-AT", stdin="1, ٣\n")
    assert done.out == "time\t0.99\troom\n"


@pytest.mark.parametrize(
    ("words", "start"),
    [
        (["feelings"], "sempre: There is no recogniser 'feelings'. There are: language, topic,"),
        (["words", "--language", "xx"], "sempre: --language: 'xx' is not understood. There are: en, de,"),
        (["words", "--country", "FR"], "sempre: --country: 'FR' is not known. There are: DE, DK,"),
        (["answer"], "sempre: --question is missing: which question is answered? There are: consent, urgency,"),
        (["answer", "--question", "story"], "sempre: --question: 'story' is not asked with choices. There are: con"),
    ],
)
def test_what_cannot_be_asked_is_refused_by_name(words: list[str], start: str, tmp_path: Path) -> None:
    done = here(tmp_path, "try", *words)
    assert done.code == 2
    assert done.err.startswith(start)
    assert done.err.count("\n") == 1

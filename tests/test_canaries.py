"""A leak on purpose, in each way in which one may come about: the test that leaks fails, the next one does not."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

LEAKS = """
import sys

import structlog

from bot.metrics import Metrics
from tests import canaries


def test_a_word_that_looks_like_a_machine_word():
    structlog.get_logger().warning("turn_failed", reason="Liepa")


def test_what_somebody_said():
    canaries.said("Kernobst_aus_Vilnius")
    structlog.get_logger().error("turn_failed", exc_info=RuntimeError("hidden"), reason="Kernobst_aus_Vilnius")


def test_a_figure():
    Metrics().refused.labels("web", "kristina@sempre.example").inc()


def test_standard_error():
    print("Liepa", file=sys.stderr)


def test_another_process(tmp_path):
    (tmp_path / "serve.log").write_text("liepa")


def test_nothing():
    canaries.said("Kernobst_aus_Riga")
    structlog.get_logger().warning("turn_failed", reason="timeout", row=7)
    print("turn_failed", file=sys.stderr)
"""


def test_a_leak_fails_its_test(tmp_path: Path) -> None:
    file = tmp_path / "test_leaks.py"
    file.write_text(LEAKS)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-rA", "-p", "no:cacheprovider", "-p", "tests.conftest", "-c",
         str(ROOT / "pyproject.toml"), "--rootdir", str(ROOT), f"--basetemp={tmp_path / 'inner'}", str(file)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    bad = set(re.findall(r"^(?:ERROR|FAILED) \S*::test_(\w+)", done.stdout, re.MULTILINE))
    written = set(re.findall(r"^def test_(\w+)", LEAKS, re.MULTILINE))
    assert bad == written - {"nothing"}, done.stdout

"""A pytest plugin, as `-p tests.every_test_runs`: a test that was skipped fails the run.

A skipped test looks green and checks nothing. What a test needs is installed by `make test`.
"""

from __future__ import annotations

import pytest


class _EveryTestRuns:
    def __init__(self) -> None:
        self.skipped: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.skipped:
            self.skipped.add(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.skipped:
            self.skipped.add(report.nodeid)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.skipped and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        for name in sorted(self.skipped):
            terminalreporter.write_line(f"SKIPPED, so this run fails: {name}", red=True)


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):  # under xdist the reports come together in the main process
        config.pluginmanager.register(_EveryTestRuns(), "every-test-runs")

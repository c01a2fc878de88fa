from __future__ import annotations

import os
import subprocess
import sys

import pytest

import first_run
from checkout import FIRST_RUN
from tests.support.processes import ROOT

pytestmark = [pytest.mark.window, pytest.mark.qt]
DEADLINE_SECONDS = 180


def run_first(*arguments: str) -> subprocess.CompletedProcess[str]:
    root = ("--allow-root",) if os.geteuid() == 0 else ()
    return subprocess.run(
        [sys.executable, "packaging/first_run.py", *root, *arguments],
        cwd=ROOT,
        # Chromium's sandbox cannot work for root; for everybody else it stays on.
        env={**os.environ, **({"QTWEBENGINE_DISABLE_SANDBOX": "1"} if root else {})},
        capture_output=True,
        text=True,
        timeout=DEADLINE_SECONDS,
    )


def test_the_first_run_holds_its_conversation_and_reports_every_step() -> None:
    done = run_first()
    assert done.returncode == 0, done.stderr
    page = (FIRST_RUN / "report.html").read_text("utf-8")
    assert f"All {len(first_run.STEPS)} steps went well" in page
    assert page.count('<li class="done">') == len(first_run.STEPS)
    assert page.count("data:image/png;base64,") == 6
    assert first_run.FILE_NAME in page


def test_a_program_that_does_not_start_fails_the_first_run_with_its_own_exit_code() -> None:
    done = run_first("--no-such-option")
    assert done.returncode == 2
    assert "“The window opens” failed" in done.stderr
    assert "Traceback" not in done.stderr

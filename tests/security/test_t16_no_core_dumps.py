"""T16: a crash leaves no core behind, and so no key that was in memory."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from app.services.early_secret import EarlySecret
from tests.support.waiting import wait_until
from tests.support.windows import open_window

CRASH = "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"
FORBID = "from app.window.hardening import forbid_core_dumps; forbid_core_dumps();"
PROJECT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="as Linux writes cores")


def crash(folder: Path, code: str) -> bool:
    """Crash a program that may write as much as it likes, and say whether a core was written."""
    command = ["sh", "-c", f'ulimit -c unlimited 2>/dev/null; exec "{sys.executable}" -c "{code}"']
    environ = {**os.environ, "PYTHONPATH": str(PROJECT)}
    process = subprocess.Popen(command, cwd=folder, env=environ)
    _pid, status, _usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert os.WTERMSIG(status) == signal.SIGSEGV
    return os.WCOREDUMP(status)


def test_t16_a_crash_writes_no_core(tmp_path: Path) -> None:
    assert not crash(tmp_path, FORBID + CRASH)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.window
@pytest.mark.qt
def test_t16_no_process_of_the_program_may_write_one(tmp_path: Path) -> None:
    with open_window("qt", tmp_path) as app:
        family = [app.as_process(), *app.children()]
        limits = {each.rlimit(psutil.RLIMIT_CORE) for each in family if each.status() != psutil.STATUS_ZOMBIE}
    assert limits == {(1, 1)}


def test_t16_the_process_that_makes_the_first_secret_may_write_none() -> None:
    early = EarlySecret()
    try:
        wait_until(lambda: psutil.Process(early.pid).rlimit(psutil.RLIMIT_CORE) == (1, 1), what="the limit")
    finally:
        early.end()


def test_t16_a_crash_writes_one_without_that_twin(tmp_path: Path) -> None:
    if resource.getrlimit(resource.RLIMIT_CORE)[1] != resource.RLIM_INFINITY:
        pytest.skip("this system lets nothing write a core")
    assert crash(tmp_path, CRASH)

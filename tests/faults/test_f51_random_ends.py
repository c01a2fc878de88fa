"""F51, F52: 200 ends at any moment of a start and after it: exit code 0 each time, and nothing is left."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import psutil
import pytest

from app.observability.crash_notes import CRASH_NOTES_NAME
from app.window.lifecycle import SIGNALS
from tests.support.processes import ROOT
from tests.support.running_app import window_environment
from tests.support.waiting import wait_until

ENDS = 200
AT_ONCE = 2
# From the first signal that the program can hear at all to a window in which a person could write.
LATEST_SECONDS = 1.4
END_SECONDS = 10.0
CHILDREN_SECONDS = 6.0
MARK = "TEST_RUN"


@dataclass(frozen=True)
class Run:
    """One start that is ended after so many seconds, in a data folder that it shares with every second other."""

    number: int
    engine: str
    seconds: float
    folder: Path

    @property
    def data_dir(self) -> Path:
        return self.folder / "data"

    @property
    def crash_notes(self) -> str:
        file = self.data_dir / CRASH_NOTES_NAME
        return file.read_text() if file.exists() else ""

    @property
    def mark(self) -> str:
        return f"{self.folder}#{self.number}"


@pytest.mark.window
@pytest.mark.qt
@pytest.mark.gtk
def test_f51_f52_two_hundred_ends_at_random_moments(tmp_path: Path) -> None:
    chance = random.Random(51)
    engines = cycle(["qt"] * 9 + ["gtk"])
    runs = [
        Run(number, next(engines), chance.uniform(0, LATEST_SECONDS), tmp_path / str(number % AT_ONCE))
        for number in range(ENDS)
    ]
    began_at = time.monotonic()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        outcomes = pool.map(lambda group: [fault for run in group for fault in faults_of(run)], groups(runs))
        faults = [fault for outcome in outcomes for fault in outcome]
    # Printed as well: what an assertion quotes is shortened in its middle.
    print(f"{ENDS} ends in {time.monotonic() - began_at:.0f} s", *faults, sep="\n")
    assert not faults
    for folder in sorted(tmp_path.iterdir()):
        log = "".join(path.read_text() for path in folder.glob("data/log/agentnook.log*"))
        assert "Traceback" not in log, log
        assert " ERROR " not in log, log


@pytest.mark.parametrize("number", SIGNALS)
def test_f51_a_start_can_be_interrupted_from_its_first_moment(tmp_path: Path, number: signal.Signals) -> None:
    """Before there is a log, a lock or a window, so that no screen is needed."""
    faults = list(faults_of(Run(0, "qt", 0.0, tmp_path), number, QT_QPA_PLATFORM="offscreen"))
    assert not faults, faults
    assert not (tmp_path / "data" / "settings.json").exists()


def groups(runs: list[Run]) -> list[list[Run]]:
    """Return the runs of each data folder: a folder is one program's at a time."""
    return [runs[first::AT_ONCE] for first in range(AT_ONCE)]


def faults_of(run: Run, number: signal.Signals = signal.SIGTERM, **environ: str) -> Iterator[str]:
    """Start a program, end it, and say what was wrong with its end."""
    with subprocess.Popen(
        [sys.executable, "-m", "app", "--data-dir", str(run.data_dir), "--engine", run.engine, "--allow-root"],
        cwd=ROOT,
        env=window_environment(**{MARK: run.mark}, **environ),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        ends_at = time.monotonic() + run.seconds
        # Before that a signal is Python's own affair, and there is nothing that could be left behind. Python has no
        # handler of its own for SIGTERM, and the program takes that signal over last.
        wait_until(lambda: hears(program.pid, signal.SIGTERM), what="a program that hears signals")
        time.sleep(max(0.0, ends_at - time.monotonic()))
        program.send_signal(number)
        try:
            _, errors = program.communicate(timeout=END_SECONDS)
        except subprocess.TimeoutExpired:
            program.send_signal(signal.SIGABRT)  # which adds to its crash notes what each thread was at
            _, errors = program.communicate(timeout=END_SECONDS)
            yield f"{run}: still there after {END_SECONDS} s: {errors}\n{run.crash_notes}"
            return
    if program.returncode != 0 or "Traceback" in errors:
        yield f"{run}: ended with {program.returncode}: {errors}"
    if run.crash_notes:
        yield f"{run}: crash notes: {run.crash_notes}"
    try:
        wait_until(lambda: not marked(run.mark), deadline_seconds=CHILDREN_SECONDS)
    except AssertionError:
        yield f"{run}: left {marked(run.mark)}"


def hears(process_id: int, number: signal.Signals) -> bool:
    """Say whether a process has a handler for a signal."""
    status = Path(f"/proc/{process_id}/status").read_text()
    caught = next(line for line in status.splitlines() if line.startswith("SigCgt:"))
    return bool(int(caught.split()[1], 16) >> (number - 1) & 1)


def marked(mark: str) -> list[str]:
    """Return every living process that a run has left, also one that has left its family."""
    return [name for process in psutil.process_iter() if (name := _name_if_marked(process, mark))]


def _name_if_marked(process: psutil.Process, mark: str) -> str:
    try:
        found = process.environ().get(MARK) == mark and process.status() != psutil.STATUS_ZOMBIE
        return f"{process.pid} {process.name()}" if found else ""
    except (psutil.Error, OSError):
        return ""


def test_f51_a_process_that_hears_nothing_is_seen() -> None:
    assert not hears(os.getpid(), signal.SIGUSR2)
    assert hears(os.getpid(), signal.SIGINT)

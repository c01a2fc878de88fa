"""The command that the program is started again with, in its own place."""

from __future__ import annotations

import subprocess
import sys

import pytest

from app.restart import OwnStart
from tests.support.processes import ROOT

AGAIN = """
import os, sys
from app.restart import OwnStart
start = OwnStart.of_this_process()
print(os.getpid(), os.environ.get("KEPT"), start.is_anew, sys.argv[1:], os.path.exists("/dev/fd/77"), flush=True)
if os.environ.get("KEPT") == "yes":
    os.dup2(0, 77, inheritable=True)
    os.environ["KEPT"], sys.argv = "no", sys.argv[:1]
    start = OwnStart(start.program, {**start.environ, "KEPT": "anew"})
    start.again(["--safe-mode", "--data-dir=x"])
"""


@pytest.mark.parametrize(
    ("original", "arguments", "wanted"),
    [
        (["python3", "-m", "app", "--dev"], ["--dev"], ["-m", "app"]),
        (["python3", "/usr/bin/agentnook"], [], ["/usr/bin/agentnook"]),
    ],
)
def test_the_program_is_what_stands_before_its_arguments(
    monkeypatch: pytest.MonkeyPatch, original: list[str], arguments: list[str], wanted: list[str]
) -> None:
    monkeypatch.setattr(sys, "orig_argv", original)
    monkeypatch.setattr(sys, "argv", ["whatever", *arguments])
    start = OwnStart.of_this_process()
    assert start.program == (sys.executable, *wanted)


def test_a_bundle_is_a_program_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert OwnStart.of_this_process().program == (sys.executable,)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows begins another process")
def test_it_begins_in_its_own_place_with_the_environment_it_was_given() -> None:
    done = subprocess.run(
        [sys.executable, "-c", AGAIN, "--data-dir", "x"],
        cwd=ROOT,
        env={"KEPT": "yes"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    first, second = done.stdout.splitlines()
    pid = first.split()[0]
    assert first == f"{pid} yes False ['--data-dir', 'x'] False"
    assert second == f"{pid} anew True ['--safe-mode', '--data-dir=x'] False"

"""The command that the program is started again with, in its own place."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.restart import command_to_start_again, own_command

ROOT = Path(__file__).parents[2]
AGAIN = """
import os, sys
from app.restart import start_again
print(os.getpid(), os.environ.get("KEPT"), sys.argv[1:], os.path.exists("/dev/fd/77"), flush=True)
if os.environ.get("KEPT") == "yes":
    os.dup2(0, 77, inheritable=True)
    start_again({**os.environ, "KEPT": "anew"}, safe_mode=True)
"""


@pytest.mark.parametrize(
    ("given", "safe_mode", "wanted"),
    [
        (["python", "-m", "app"], False, ["python", "-m", "app"]),
        (["python", "-m", "app", "--data-dir", "x"], True, ["python", "-m", "app", "--data-dir", "x", "--safe-mode"]),
        (["agentnook", "--safe-mode"], True, ["agentnook", "--safe-mode"]),
        (["agentnook", "--", "-file"], True, ["agentnook", "--safe-mode", "--", "-file"]),
        (["agentnook", "--safe-mode"], False, ["agentnook"]),
    ],
)
def test_the_command_is_the_one_before_but_for_the_flag(given: list[str], safe_mode: bool, wanted: list[str]) -> None:
    assert command_to_start_again(given, safe_mode=safe_mode) == wanted


def test_a_bundle_names_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "argv", ["ignored", "--zoom-percent", "150"])
    assert own_command() == [sys.executable, "--zoom-percent", "150"]


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
    assert first == f"{pid} yes ['--data-dir', 'x'] False"
    assert second == f"{pid} anew ['--data-dir', 'x', '--safe-mode'] False"

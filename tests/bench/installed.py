"""Measures how soon one can write in the installed program, against the program run from source.

What is measured is the package that `dev.py build` made last, unpacked. Nothing can look into it, so the clock stops
for both when the box where one writes is seen to have the keyboard.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from app.brand import BRAND
from checkout import DIST
from tests.bench.targets import Target
from tests.support.installed_app import camera, has_outline, shown_window
from tests.support.processes import started
from tests.support.running_app import window_environment
from tests.support.waiting import wait_until

ROUNDS = 9
START = Target("installed start / start from source", 1.1, 1.0)
SOURCE = (sys.executable, "-m", "app")


def measure() -> list[str]:
    """Print the figure; returns the floor if it was missed."""
    packages = sorted(DIST.glob("*.deb"))
    if not packages:
        print("\ninstalled: nothing to measure, `packaging/dev.py build` makes it")
        return []
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["dpkg-deb", "--extract", packages[-1], folder], check=True)
        installed = (str(Path(folder) / "usr" / "lib" / BRAND.slug / BRAND.slug),)
        pairs = [pair_of_starts(installed, number) for number in range(ROUNDS + 1)][1:]  # the first warms the cache
    print("\ninstalled: median (smallest - largest)")
    spread = [ours / source for ours, source in pairs]
    START.print_out(spread)
    of_each = (sorted(times)[ROUNDS // 2] for times in zip(*pairs, strict=True))
    print("  seconds until one can write: installed {:.2f}, from source {:.2f}".format(*of_each))
    return [START.name] if START.missed(spread) else []


def pair_of_starts(installed: tuple[str, ...], number: int) -> tuple[float, float]:
    """Return the seconds of both, which begin in turns."""
    order = (installed, SOURCE) if number % 2 else (SOURCE, installed)
    seconds = {command: start_seconds(command) for command in order}
    return seconds[installed], seconds[SOURCE]


def start_seconds(command: Sequence[str]) -> float:
    """Return how long it takes from the start of the process until one can write, where nobody has been before."""
    with tempfile.TemporaryDirectory() as folder:
        began_at = time.monotonic()
        options = ("--allow-root", "--engine", "qt", "--data-dir", folder)
        with started([*command, *options], environ=window_environment()):
            wait_until(is_ready, what="a box to write in")
            return time.monotonic() - began_at


def is_ready() -> bool:
    """Say whether one can write."""
    window = shown_window()
    return window != "" and has_outline(camera().grab(int(window)))

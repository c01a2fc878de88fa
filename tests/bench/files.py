"""Measures how files of 100 MB come into the composer of a stand-in: how long it takes, and how much Python grows."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psutil

from tests.bench.targets import Target
from tests.support.attaching_app import Attaching, attaching
from tests.support.waiting import wait_until

ROUNDS = 5
FILE_BYTES = 100 * 1000 * 1000
LOOK_EVERY_SECONDS = 0.002
MEGABYTE = 1e6
SETTLE_SECONDS = 2.0
PICKED = Target("100 MB picker to composer, ms", 100, 20)
GROWTH = Target("100 MB picked: Python grows by, MB", 32, 4)
# The shell's own limit of a hosted agent stands in the way of so large a file.
WITHOUT_LIMIT = ("--without", "file size")


def measure(engines: Sequence[str]) -> list[str]:
    """Print every figure; returns the floors that were missed, which count for Qt only."""
    missed: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "large.pdf"
        file.write_bytes(bytes(FILE_BYTES))
        for engine in engines:
            print(f"\n{engine}: {ROUNDS} rounds, median (smallest - largest)")
            milliseconds, growth = picked(engine, file)
            for target, spread in ((PICKED, milliseconds), (GROWTH, growth)):
                target.print_out(spread)
                if engine == "qt" and target.missed(spread):
                    missed.append(target.name)
            print(f"  100 MB dropped on the bar: Python grows by {dropped(engine, file):.0f} MB")
            print(f"  100 MB from the command line: Python is larger by {given(engine, file):.0f} MB")
    return missed


def picked(engine: str, file: Path) -> tuple[list[float], list[float]]:
    """Return how many milliseconds each file took from the dialog on, and by how many MB Python grew meanwhile."""
    with (
        tempfile.TemporaryDirectory() as folder,
        attaching(engine, Path(folder), options=("--picks", str(file))) as window,
    ):
        rounds = [pick(window, file) for _ in range(ROUNDS + 1)][1:]  # the first only warms the file cache
    return [milliseconds for milliseconds, _growth in rounds], [growth for _milliseconds, growth in rounds]


def pick(window: Attaching, file: Path) -> tuple[float, float]:
    """Pick the file once."""
    with watched(window) as growth:
        arrived = arrive(window, window.press_attach_by_keyboard)
    return arrived - float(file.with_suffix(".picked").read_text()) * 1000, growth()


def dropped(engine: str, file: Path) -> float:
    """Return by how many MB Python grows at most, when the file is dropped."""
    with tempfile.TemporaryDirectory() as folder, attaching(engine, Path(folder), options=WITHOUT_LIMIT) as window:
        with watched(window) as growth:
            arrive(window, lambda: window.drop_on_bar(file))
        return growth()


def given(engine: str, file: Path) -> float:
    """Return by how many MB Python is larger when it was started with the file."""
    return held(engine, file) - held(engine)


def held(engine: str, *files: Path) -> float:
    """Return how many MB Python holds once the files are attached."""
    with (
        tempfile.TemporaryDirectory() as folder,
        attaching(engine, Path(folder), *files, options=WITHOUT_LIMIT) as window,
    ):
        wait_until(lambda: len(window.component.attached()) == len(files), deadline_seconds=30, what="the file")
        time.sleep(SETTLE_SECONDS)  # not a wait for a condition: both starts get the same time to settle
        return float(psutil.Process(window.app.process.pid).memory_info().rss / MEGABYTE)


def arrive(window: Attaching, begin: Callable[[], None]) -> float:
    """Let a file come, and return when it was in the composer, in milliseconds since 1970."""
    before = len(window.component.attached())
    begin()
    wait_until(lambda: len(window.component.attached()) > before, deadline_seconds=30, what="the file")
    return float(window.component.attached()[-1]["at"])


@contextmanager
def watched(window: Attaching) -> Iterator[Callable[[], float]]:
    """Watch the memory of Python for the length of a block; gives how to ask by how many MB it grew at most."""
    process, ended = psutil.Process(window.app.process.pid), threading.Event()
    before = most = process.memory_info().rss

    def watch() -> None:
        nonlocal most
        while not ended.wait(LOOK_EVERY_SECONDS):
            most = max(most, process.memory_info().rss)

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield lambda: (most - before) / MEGABYTE
    finally:
        ended.set()
        thread.join()

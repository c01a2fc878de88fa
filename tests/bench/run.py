"""Measures Agentnook's window against a bare pywebview window with the same static page; only a missed floor fails.

usage: run.py [--rounds N] [--engine qt|gtk|both]

Each round starts both programs, one after the other, in turns; a ratio is taken within a round, and the median of the
rounds is what counts. Times of the window are seconds from the start of its process.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

PROJECT = Path(__file__).resolve().parents[2]
PROBE = Path(__file__).with_name("probe.py")
ROUNDS = 9
DEADLINE_SECONDS = 60.0
# How long after the composer can be used memory is counted: by then the chat host answers.
SETTLE_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Target:
    """A figure that is judged: a floor that must hold, a goal to reach, and whether more is better."""

    name: str
    floor: float
    goal: float
    more_is_better: bool = False

    def judge(self, value: float) -> str:
        """Say whether a value meets the goal, the floor, or neither."""
        sign = -1 if self.more_is_better else 1
        if sign * value <= sign * self.goal:
            return "goal"
        return "floor" if sign * value <= sign * self.floor else "MISSED"


TARGETS = (
    Target("first paint / stock's", 0.95, 0.80),
    Target("composer usable / stock's first paint", 1.3, 1.1),
    Target("bridge calls in sequence / stock's", 1.2, 1.2, more_is_better=True),
    Target("bridge calls in parallel / stock's", 3.0, 7.0, more_is_better=True),
    Target("Python threads at 20,000 calls", 12, 12),
    Target("memory of everything (PSS) / stock's", 1.5, 1.35),
)


def main() -> int:
    """Measure and print; exit 1 when a floor of Qt's is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--engine", choices=("qt", "gtk", "both"), default="both")
    options = parser.parse_args()
    engines = ("qt", "gtk") if options.engine == "both" else (options.engine,)
    with tempfile.TemporaryDirectory() as folder:
        page = write_static_page(Path(folder) / "page")
        missed = [name for engine in engines for name in measure_engine(engine, options.rounds, page)]
    for name in missed:
        print(f"missed floor: {name}")
    return 1 if missed else 0


def measure_engine(engine: str, rounds: int, page: Path) -> list[str]:
    """Measure one engine and print it; returns the floors it missed, which count for Qt only."""
    stock: list[dict[str, float]] = []
    ours: list[dict[str, float]] = []
    for number in range(rounds + 1):
        order = [(ours, "agentnook"), (stock, "stock")]
        for results, kind in order if number % 2 else reversed(order):
            result = run_once(kind, engine, page)
            if number:  # the first round only warms the file cache
                results.append(result)
    print(f"\n{engine}: {rounds} rounds, median (smallest - largest)")
    describe("stock", stock)
    describe("agentnook", ours)
    values = ratios(stock, ours)
    for target, spread in zip(TARGETS, values, strict=True):
        value = statistics.median(spread)
        print(
            f"  {target.name:<40} {value:8.2f} ({min(spread):.2f} - {max(spread):.2f})"
            f"   goal {target.goal:g}   floor {target.floor:g}   {target.judge(value)}"
        )
    if engine != "qt":
        return []
    return [
        f"{engine}: {target.name}"
        for target, spread in zip(TARGETS, values, strict=True)
        if target.judge(statistics.median(spread)) == "MISSED"
    ]


def ratios(stock: list[dict[str, float]], ours: list[dict[str, float]]) -> list[list[float]]:
    """Return the values of each target, one a round."""
    pairs = list(zip(stock, ours, strict=True))
    return [
        [our["first_paint"] / their["first_paint"] for their, our in pairs],
        [our["composer"] / their["first_paint"] for their, our in pairs],
        [our["sequential"] / their["sequential"] for their, our in pairs],
        [our["parallel"] / their["parallel"] for their, our in pairs],
        [our["threads"] for our in ours],
        [our["memory_mb"] / their["memory_mb"] for their, our in pairs],
    ]


def describe(kind: str, results: list[dict[str, float]]) -> None:
    """Print the raw figures of one program."""
    for name in results[0]:
        values = [result[name] for result in results]
        print(f"  {kind:<10} {name:<14} {statistics.median(values):10.3f} ({min(values):.3f} - {max(values):.3f})")


def run_once(kind: str, engine: str, page: Path) -> dict[str, float]:
    """Start one program, let it measure itself, and end it."""
    with tempfile.TemporaryDirectory() as folder:
        result_file = Path(folder) / "result"
        place = page if kind == "stock" else Path(folder) / "data"
        environment = {
            **os.environ,
            "QTWEBENGINE_DISABLE_SANDBOX": "1",
            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
            "WEBKIT_DISABLE_DMABUF_RENDERER": "1",
        }
        command = [sys.executable, str(PROBE), kind, engine, str(result_file), str(place)]
        started_at = time.time()
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            painted = wait_for(process, result_file.with_suffix(".painted"))
            time.sleep(SETTLE_SECONDS)  # not a wait for a condition: both programs get the same time to settle
            memory_mb = memory_of_tree(process.pid)
            result_file.with_suffix(".go").touch()
            done = wait_for(process, result_file.with_suffix(".done"))
        finally:
            end_tree(process)
    if not done["right"]:
        raise SystemExit(f"{kind} on {engine}: a call was answered wrongly: {done.get('error')}")
    result = {
        "first_paint": painted["first_paint_ms"] / 1000 - started_at,
        "sequential": done["sequential"],
        "parallel": done["parallel"],
        "memory_mb": memory_mb,
    }
    if kind == "agentnook":
        result |= {"composer": painted["composer_ms"] / 1000 - started_at, "threads": done["threads"]}
    return result


def wait_for(process: subprocess.Popen[bytes], file: Path) -> dict[str, Any]:
    """Return what the probe wrote, once it is there."""
    ends_at = time.monotonic() + DEADLINE_SECONDS
    while not file.exists():
        if process.poll() is not None or time.monotonic() > ends_at:
            raise SystemExit(f"no {file.suffix} from {process.args!r}, exit code {process.poll()}")
        time.sleep(0.01)
    result: dict[str, Any] = json.loads(file.read_text())
    return result


def memory_of_tree(process_id: int) -> float:
    """Return the proportional set size of a process and all below it, in MB."""
    total = 0
    root = psutil.Process(process_id)
    for process in [root, *root.children(recursive=True)]:
        with suppress(psutil.Error):
            total += process.memory_full_info().pss
    return total / 1e6


def end_tree(process: subprocess.Popen[bytes]) -> None:
    """End a program and whatever it leaves behind."""
    with suppress(psutil.NoSuchProcess):
        below = psutil.Process(process.pid).children(recursive=True)
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(3)
        for each in [*below, psutil.Process(process.pid)] if process.poll() is None else below:
            with suppress(psutil.NoSuchProcess):
                each.kill()
    process.wait(5)


def write_static_page(folder: Path) -> Path:
    """Write the shell's page without its scripts: what bare pywebview shows."""
    shutil.copytree(PROJECT / "assets" / "styles", folder / "styles")
    shutil.copytree(PROJECT / "assets" / "icons", folder / "icons")
    page = (PROJECT / "assets" / "shell" / "index.html").read_text()
    page = re.sub(r"<link rel=\"(module)?preload\"[^>]*>|<script[^>]*></script>", "", page)
    (folder / "index.html").write_text(page.replace("../", "./"))
    return folder


if __name__ == "__main__":
    sys.exit(main())

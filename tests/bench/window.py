"""Measures Agentnook's window against a bare pywebview window with the same static page.

Each round starts the programs, one after the other, in turns; a ratio is taken within a round, and the median of the
rounds is what counts. Times of the window are seconds from the start of its process.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psutil

from tests.bench.targets import Target

PROJECT = Path(__file__).resolve().parents[2]
PROBE = Path(__file__).with_name("probe.py")
DEADLINE_SECONDS = 60.0
# How long after the composer can be used memory is counted: by then the chat host answers.
SETTLE_SECONDS = 5.0

TARGETS = (
    Target("first paint / stock's", 0.95, 0.80),
    Target("composer usable / stock's first paint", 1.3, 1.1),
    Target("bridge calls in sequence / stock's", 1.2, 1.2, more_is_better=True),
    Target("bridge calls in parallel / stock's", 3.0, 7.0, more_is_better=True),
    Target("Python threads at 20,000 calls", 12, 12),
    Target("memory of everything (PSS) / stock's", 1.5, 1.35),
)
FIRST_TOKEN = Target("guide's first token / stock's first paint", 4.5, 2.2)


def measure(engines: Sequence[str], rounds: int) -> list[str]:
    """Measure and print each engine; return the floors that were missed, which count for Qt only."""
    with tempfile.TemporaryDirectory() as folder:
        page = write_static_page(Path(folder) / "page")
        missed = {engine: measure_engine(engine, rounds, page) for engine in engines}
    return [f"qt: {name}" for name in missed.get("qt", ())]


def measure_engine(engine: str, rounds: int, page: Path) -> list[str]:
    """Measure one engine and print it; returns the floors it missed."""
    stock: list[dict[str, float]] = []
    ours: list[dict[str, float]] = []
    for number in range(rounds + 1):
        order = [(ours, "agentnook"), (stock, "stock")]
        for results, kind in order if number % 2 else reversed(order):
            result = run_once(kind, engine, page)
            if number:  # the first round only warms the file cache
                results.append(result)
        if number and engine == "qt":  # on GTK nobody but the page itself reaches into the chat document
            ours[-1]["first_token"] = first_token_seconds(engine, page)
    print(f"\n{engine}: {rounds} rounds, median (smallest - largest)")
    describe("stock", stock)
    describe("agentnook", ours)
    judged = list(zip(TARGETS, ratios(stock, ours), strict=True))
    if engine == "qt":
        pairs = zip(stock, ours, strict=True)
        judged.append((FIRST_TOKEN, [our["first_token"] / their["first_paint"] for their, our in pairs]))
    for target, spread in judged:
        target.print_out(spread)
    return [target.name for target, spread in judged if target.missed(spread)]


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
    with running(kind, engine, page) as (process, result_file, started_at):
        painted = wait_for(process, result_file.with_suffix(".painted"))
        time.sleep(SETTLE_SECONDS)  # not a wait for a condition: both programs get the same time to settle
        memory_mb = memory_of_tree(process.pid)
        result_file.with_suffix(".go").touch()
        done = wait_for(process, result_file.with_suffix(".done"))
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


def first_token_seconds(engine: str, page: Path) -> float:
    """Return when the first words of an answer are seen, whose message is sent as soon as the composer takes it."""
    with running("talk", engine, page) as (process, result_file, started_at):
        done = wait_for(process, result_file.with_suffix(".done"))
    return float(done["first_token_ms"]) / 1000 - started_at


@contextmanager
def running(kind: str, engine: str, page: Path) -> Iterator[tuple[subprocess.Popen[bytes], Path, float]]:
    """Start one program; give its process, the file it writes to and when it was started, and end it."""
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
            yield process, result_file, started_at
        finally:
            end_tree(process)


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

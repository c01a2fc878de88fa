"""Measures diagnostics, cold, and how soon its panel is painted; and the starts that end without a window."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from app.errors import FileMissing
from app.resources import text
from tests.bench.targets import Target
from tests.support.running_app import PROJECT, RunningApp, window_environment

ROUNDS = 9
DOCTOR = Target("agentnook doctor, cold, s", 2.0, 1.0)
REFUSED = Target("a start that is refused, s", 2.0, 1.0)
AGAIN = Target("a second start, until the open window has heard of it, s", 1.0, 0.5)
PAINTED = Target("the panel is painted after opening, ms", 300, 100)
MORE = "() => document.querySelector('#bar-more').click()"
# From the choice in the menu to the frame in which the panel is painted, and to the one with a check's words in it; the
# panel's script is fetched meanwhile, as this document has not had it yet.
MEASURE = """async ([label, words]) => {
    const seen = (isThere) => new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error('not seen')), 20_000);
        const look = () => {
            const sheet = document.querySelector('dialog.sheet[open]');
            if (sheet === null || !isThere(sheet)) return;
            watcher.disconnect();
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
        };
        const watcher = new MutationObserver(look);
        watcher.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
    });
    const choice = [...document.querySelectorAll('[role=menuitem]')].find((each) => each.textContent.trim() === label);
    const [opened, told] = [seen(() => true), seen((sheet) => sheet.textContent.includes(words))];
    const began = performance.now();
    choice.click();
    return [(await opened) - began, (await told) - began];
}"""


def measure() -> list[str]:
    """Print the figures; returns the floors that were missed."""
    print("\ndiagnostics: median (smallest - largest)")
    spreads = [
        (DOCTOR, [doctor_seconds() for _ in range(ROUNDS)]),
        (REFUSED, [refused_seconds() for _ in range(ROUNDS)]),
    ]
    with tempfile.TemporaryDirectory() as folder, RunningApp(Path(folder) / "data") as app:
        app.connect()
        opened, told = zip(
            *[open_panel(app) for _ in range(ROUNDS + 1)][1:], strict=True
        )  # the first warms the file cache
        spreads.append((AGAIN, [second_start_seconds(app) for _ in range(ROUNDS)]))
    spreads.append((PAINTED, list(opened)))
    for target, spread in spreads:
        target.print_out(spread)
    print(f"  what was found is painted after opening, ms: {sorted(told)[len(told) // 2]:.0f}")
    return [target.name for target, spread in spreads if target.missed(spread)]


def refused_seconds() -> float:
    """Return how long it takes until a terminal says why there is no window: there is no screen, and no such file."""
    environ = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    command = [sys.executable, "-m", "app", "--allow-root", "gone.pdf"]
    began_at = time.monotonic()
    done = subprocess.run(command, cwd=PROJECT, env=environ, capture_output=True, check=False)
    assert done.returncode == FileMissing.exit_code
    return time.monotonic() - began_at


def second_start_seconds(app: RunningApp) -> float:
    """Return how long a start takes that finds a window open."""
    command = [sys.executable, "-m", "app", "--allow-root", "--data-dir", str(app.data_dir)]
    began_at = time.monotonic()
    subprocess.run(command, cwd=PROJECT, env=window_environment(), check=True)
    return time.monotonic() - began_at


def doctor_seconds() -> float:
    """Return how long the command takes where nothing of it was compiled before."""
    with tempfile.TemporaryDirectory() as folder:
        environ = {**os.environ, "PYTHONPYCACHEPREFIX": str(Path(folder) / "compiled")}
        command = (sys.executable, "-m", "app", "doctor", "--data-dir", str(Path(folder) / "data"))
        began = time.monotonic()
        subprocess.run(command, cwd=PROJECT, env=environ, stdout=subprocess.DEVNULL, check=False)
        return time.monotonic() - began


def open_panel(app: RunningApp) -> tuple[float, float]:
    """Open the panel in a document that never had it."""
    app.shell.reload()
    app.composer()
    app.shell.evaluate(MORE)
    label = text("shell.more.diagnostics")
    app.shell.get_by_role("menuitem", name=label).wait_for()
    opened, told = app.shell.evaluate(MEASURE, [label, text("doctor.program.title")])
    return float(opened), float(told)

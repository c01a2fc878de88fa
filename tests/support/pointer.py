"""A hand at the mouse of the virtual screen: what is done here is an X event like any other."""

from __future__ import annotations

import itertools
import math
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support import drag_source
from tests.support.processes import started
from tests.support.running_app import RunningApp
from tests.support.waiting import wait_until

SECONDS = 10.0
LEAST_AREA_PX = 2_500


def windows_of(app: RunningApp) -> list[str]:
    """Return the ids of the windows that a run of the program shows on the screen, without toolkits' tiny helpers."""
    found = _xdotool("search", "--all", "--onlyvisible", "--pid", str(app.process.pid), "--name", ".*").split()
    return [window for window in found if _area(window) >= LEAST_AREA_PX]


def main_window(app: RunningApp) -> str | None:
    """Return the largest window of a run, which is the one that a person sees."""
    return max(windows_of(app), key=_area, default=None)


def size_of(window: str) -> tuple[int, int]:
    """Return how wide and how high a window is, which is nothing once it has closed and xdotool has no answer."""
    values = dict(line.split("=") for line in _xdotool("getwindowgeometry", "--shell", window).split())
    return int(values.get("WIDTH", 0)), int(values.get("HEIGHT", 0))


def click(app: RunningApp, x: float, y: float) -> None:
    """Press and release the first button at a place of the window's content."""
    _xdotool(*_move(app, (x, y)), "click", "1")


def drag_from_outside(
    app: RunningApp, addresses: Sequence[str], place: tuple[float, float], arrived: Callable[[], bool]
) -> None:
    """Drag addresses from a window of another program to a place of the window's content.

    The button is released once the page has `arrived` told that something is above it: a hand waits for that, too.
    """
    with TemporaryDirectory() as folder:
        answers = Path(folder, "answers")
        with started([sys.executable, drag_source.__file__, *addresses], log=answers):
            _xdotool("search", "--sync", "--onlyvisible", "--name", drag_source.TITLE)
            middle = str(drag_source.SIZE_PX // 2)
            _xdotool("mousemove", middle, middle, "mousedown", "1")
            steps = itertools.count()

            def approach() -> bool:
                step = next(steps)
                _xdotool(*_move(app, (place[0] - step % 7, place[1])))
                return arrived()

            try:
                wait_until(approach, what="something above the page")
                _xdotool(*_move(app, place))
                # Let go of before what it rests on has said that it takes it, it would fly back to where it came from.
                wait_until(lambda: _last_line(answers) not in ("", "0"), what="the drop to be accepted")
            finally:
                _xdotool("mouseup", "1")
            # Only now the other program sees that the hand has let go, and lets the thing drop: it must not end before.
            wait_until(lambda: _last_line(answers) == drag_source.ENDED, what="the end of the drag")


def _last_line(file: Path) -> str:
    return next(reversed(file.read_text().splitlines()), "")


def _move(app: RunningApp, place: tuple[float, float]) -> list[str]:
    window = wait_until(lambda: main_window(app), what="the window")
    return ["mousemove", "--window", window, *(str(round(value)) for value in place)]


def _area(window: str) -> int:
    return math.prod(size_of(window))


def _xdotool(*arguments: str) -> str:
    done = subprocess.run(["xdotool", *arguments], capture_output=True, text=True, timeout=SECONDS, check=False)
    return done.stdout

"""A hand at the mouse of the virtual screen: what is done here is an X event like any other."""

from __future__ import annotations

import subprocess

from tests.support.running_app import RunningApp
from tests.support.waiting import wait_until

SECONDS = 10.0


def windows_of(app: RunningApp) -> list[str]:
    """Return the ids of the windows that a run of the program shows on the screen."""
    return _xdotool("search", "--all", "--onlyvisible", "--pid", str(app.process.pid), "--name", ".*").split()


def main_window(app: RunningApp) -> str | None:
    """Return the largest window of a run, which is the one that a person sees."""
    return max(windows_of(app), key=_area, default=None)


def click(app: RunningApp, x: float, y: float) -> None:
    """Press and release the first button at a place of the window's content."""
    _xdotool(*_move(app, (x, y)), "click", "1")


def drag(app: RunningApp, start: tuple[float, float], end: tuple[float, float], steps: int = 8) -> None:
    """Press the first button at a place of the window's content, move as a hand does, and release it."""
    _xdotool(*_move(app, start), "mousedown", "1")
    for step in range(1, steps + 1):
        x, y = (begin + (stop - begin) * step / steps for begin, stop in zip(start, end, strict=True))
        _xdotool(*_move(app, (x, y)), "sleep", "0.03")
    _xdotool("mouseup", "1")


def _move(app: RunningApp, place: tuple[float, float]) -> list[str]:
    window = wait_until(lambda: main_window(app), what="the window")
    return ["mousemove", "--window", window, *(str(round(value)) for value in place)]


def _area(window: str) -> int:
    values = dict(line.split("=") for line in _xdotool("getwindowgeometry", "--shell", window).split())
    return int(values["WIDTH"]) * int(values["HEIGHT"])


def _xdotool(*arguments: str) -> str:
    done = subprocess.run(["xdotool", *arguments], capture_output=True, text=True, timeout=SECONDS, check=False)
    return done.stdout

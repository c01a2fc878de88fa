"""Starts the program as `python -m app` does, with a fault planted in it that lasts as long as a file is there.

`--fault` names it and `--while` the file. `--page-seconds` gives pages less time to answer than a person's have, and
`--watch` writes down for how long the window's own thread has been out of reach at most.
"""

from __future__ import annotations

import argparse
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

WATCH_EVERY_SECONDS = 0.05
HEARTBEATS_PER_DEADLINE = 2.5


def lose_the_shell_s_script(flag: Path) -> None:
    """Answer 404 for the script that the shell starts with."""
    from app.window import page_server
    from app.window.page_request import Refusal

    kind: Any = page_server.PageServer
    find = kind._find

    def find_most(server: Any, request: Any, place: Any) -> Any:
        if place.path == "shell/main.js" and flag.exists():
            return page_server._refuse(Refusal.NOT_FOUND)
        return find(server, request, place)

    kind._find = find_most


def end_the_page_server(flag: Path) -> None:
    """Let the thread that serves the pages die of a fault of its own, once."""
    from app.window.page_server import PageServer

    kind: Any = PageServer
    dismiss = kind._dismiss_late_visitors

    def die(server: Any) -> None:
        if flag.exists():
            flag.unlink()
            raise RuntimeError("a fault planted by the test")
        dismiss(server)

    kind._dismiss_late_visitors = die


FAULTS: Mapping[str, Callable[[Path], None]] = {
    "no script": lose_the_shell_s_script,
    "page server": end_the_page_server,
}


def hurry_pages(seconds: float) -> None:
    """Give pages less time to answer, and ask them as much more often."""
    from app.bridge.channel import Channel

    make: Any = Channel.__init__
    make.__kwdefaults__.update(deadline_seconds=seconds, heartbeat_seconds=seconds / HEARTBEATS_PER_DEADLINE)


def watch_the_window(note: Path) -> None:
    """Ask the window's own thread again and again whether it is there, and note the longest wait."""
    from app.window.main_window import MainWindow

    kind: Any = MainWindow
    show = kind._before_show

    def before_show(window: Any, pywebview_window: Any) -> None:
        show(window, pywebview_window)
        threading.Thread(target=_watch, args=(window._engine.run_later, note), daemon=True).start()

    kind._before_show = before_show


def _watch(run_later: Callable[[Callable[[], None]], None], note: Path) -> None:
    longest = 0.0
    while True:
        answered, asked_at = threading.Event(), time.monotonic()
        run_later(answered.set)
        answered.wait()
        if (took := time.monotonic() - asked_at) > longest:
            longest = took
            note.write_text(str(longest))
        time.sleep(WATCH_EVERY_SECONDS)


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--fault", choices=sorted(FAULTS))
    parser.add_argument("--while", type=Path, dest="flag")
    parser.add_argument("--page-seconds", type=float)
    parser.add_argument("--watch", type=Path)
    parser.add_argument("program", nargs=argparse.REMAINDER)
    arguments = parser.parse_args(argv)
    if arguments.fault:
        FAULTS[arguments.fault](arguments.flag)
    if arguments.page_seconds:
        hurry_pages(arguments.page_seconds)
    if arguments.watch:
        watch_the_window(arguments.watch)
    sys.argv = ["app", *arguments.program[1:]]
    from app.__main__ import main as run_program

    return run_program()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

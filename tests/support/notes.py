"""Notes what happens inside a running program, in a file that a test outside can read."""

from __future__ import annotations

import json
import os
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

from app.bridge.dispatcher import Dispatcher
from app.bridge.gate import Gate
from app.window.engines.seams import SeamCounters
from app.window.main_window import MainWindow

LOOK_EVERY_SECONDS = 0.005
WRITE_EVERY_LOOKS = 10


class Notes:
    """Watches the bridge's parts as they are made and the threads all the time."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._gates: list[Gate] = []
        self._seams: list[SeamCounters] = []
        self._handled: Counter[str] = Counter()
        self._most_threads = 0
        self._watch(Gate, self._gates)
        self._watch(SeamCounters, self._seams)
        self._watch_handlers()
        self._watch_page_loads()

    def start(self) -> None:
        """Look at the threads and write, until the program ends."""
        threading.Thread(target=self._keep, name="test-notes", daemon=True).start()

    def _watch(self, kind: type[Any], made: list[Any]) -> None:
        make = kind.__init__

        def make_and_keep(new: Any, *arguments: Any, **named: Any) -> None:
            make(new, *arguments, **named)
            made.append(new)

        kind.__init__ = make_and_keep

    def _watch_handlers(self) -> None:
        dispatch = Dispatcher.dispatch

        def note(dispatcher: Dispatcher, command: Any, args: dict[str, Any], reply_to: Any) -> None:
            self._handled[command.name] += 1
            dispatch(dispatcher, command, args, reply_to)

        Dispatcher.dispatch = note  # type: ignore[method-assign]

    def _watch_page_loads(self) -> None:
        self._loads = 0
        loading = MainWindow._page_loading

        def note(window: MainWindow) -> None:
            self._loads += 1
            loading(window)

        MainWindow._page_loading = note  # type: ignore[method-assign]

    def _keep(self) -> None:
        looks = 0
        while True:
            # This thread is the test's own.
            self._most_threads = max(self._most_threads, threading.active_count() - 1)
            if looks % WRITE_EVERY_LOOKS == 0:
                self._write()
            looks += 1
            time.sleep(LOOK_EVERY_SECONDS)

    def _write(self) -> None:
        counters = [gate.counters for gate in self._gates]
        notes = {
            "at": time.monotonic(),
            "passed": sum(counter.passed for counter in counters),
            "refused": sum(counter.refused for counter in counters),
            "dropped": sum(counter.dropped for counter in counters),
            "stock_calls": sum(seam.dropped for seam in self._seams),
            "handled": dict(self._handled),
            "most_threads": self._most_threads,
            "loads": self._loads,
        }
        new = self._file.with_suffix(".new")
        new.write_text(json.dumps(notes))
        os.replace(new, self._file)

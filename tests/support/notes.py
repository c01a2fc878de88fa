"""Notes what happens inside a running program, in a file that a test outside can read."""

from __future__ import annotations

import json
import threading
import time
import weakref
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.bridge.channel import Channel
from app.bridge.dispatcher import Dispatcher
from app.bridge.gate import Gate
from app.window.engines.seams import SeamCounters
from app.window.main_window import MainWindow

LOOK_EVERY_SECONDS = 0.005
WRITE_EVERY_LOOKS = 10
THREAD_NAME = "test-notes"


class Notes:
    """Watches the bridge's parts as they are made, and the threads all the time."""

    def __init__(self, file: Path, canary: str) -> None:
        self._file, self._canary = file, canary
        self._counts: Counter[str] = Counter()
        self._handled: Counter[str] = Counter()
        self._dialogs_ended_on: list[str] = []
        self._most_threads: list[str] = []
        self._gates = _made(Gate)
        self._seams = _made(SeamCounters)
        self._windows = _made(MainWindow)
        _before(Gate, "_knock", lambda _gate: self.note("knocks"))
        _before(MainWindow, "_page_loading", lambda _window: self.note("page_loads"))
        _before(MainWindow, "_link_asked", lambda _window, _url, _acted: self.note("links_asked"))
        _before(Dispatcher, "dispatch", lambda _dispatcher, command, *_rest: self._handled.update((command.name,)))

        _before(Channel, "_tell_window", lambda _channel, _tell, *texts: self._look_for_canary(texts))

    def note(self, what: str) -> None:
        """Count one of something, from any thread."""
        self._counts[what] += 1

    def watch_dialog(self, dialog: Any) -> Any:
        """Note the thread on which a dialog of GTK's will end; returns the dialog."""
        weakref.finalize(dialog, lambda: self._dialogs_ended_on.append(threading.current_thread().name))
        return dialog

    def start(self) -> None:
        """Look at the threads and write, until the program ends."""
        threading.Thread(target=self._keep, name=THREAD_NAME, daemon=True).start()

    def _keep(self) -> None:
        looks = 0
        while True:
            threads = sorted(thread.name for thread in threading.enumerate() if not _is_apart(thread.name))
            self._most_threads = max(self._most_threads, threads, key=len)
            if looks % WRITE_EVERY_LOOKS == 0:
                self._write()
            looks += 1
            time.sleep(LOOK_EVERY_SECONDS)

    def _look_for_canary(self, texts: tuple[object, ...]) -> None:
        if self._canary and any(self._canary in str(text) for text in texts):
            self.note("scripts_with_canary")

    def _write(self) -> None:
        at = time.monotonic()
        counters = [gate.counters for gate in self._gates]
        # Copies: the program goes on counting while this looks.
        limiters = [limiter for gate in list(self._gates) for limiter in list(gate._limiters.values())]
        notes = {
            "at": at,
            "passed": sum(counter.passed for counter in counters),
            "refused": sum(counter.refused for counter in counters),
            "dropped": sum(counter.dropped for counter in counters),
            "open_calls": sum(limiter._in_flight for limiter in limiters),
            "knocks": self._counts["knocks"],
            "page_loads": self._counts["page_loads"],
            "links_asked": self._counts["links_asked"],
            "page_opens": sum(window.page_loads for window in list(self._windows)),
            "scripts_with_canary": self._counts["scripts_with_canary"],
            "stock_calls": sum(seam.dropped for seam in self._seams) + self._counts["stock_calls"],
            "handled": dict(self._handled),
            "most_threads": self._most_threads,
            "dialogs_ended_on": self._dialogs_ended_on,
            "token": self._gates[-1].token if self._gates else "",
        }
        new = self._file.with_suffix(".new")
        new.write_text(json.dumps(notes))
        new.replace(self._file)


def _is_apart(name: str) -> bool:
    """Say whether a thread is no answer to a page: the test's own, or of the checks, which run once at a time."""
    return name in (THREAD_NAME, "keyring") or name.startswith("check-")


def _made(kind: type[Any]) -> list[Any]:
    """Return a list that will hold every object of a class."""
    made: list[Any] = []
    _before(kind, "__init__", lambda new, *_arguments, **_named: made.append(new))
    return made


def _before(kind: type[Any], name: str, look: Callable[..., object]) -> None:
    """Look at the calls of a method before it runs."""
    method = getattr(kind, name)

    def look_and_run(*arguments: Any, **named: Any) -> Any:
        look(*arguments, **named)
        return method(*arguments, **named)

    setattr(kind, name, look_and_run)

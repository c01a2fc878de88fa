"""Owns the last entries of a developer's log, numbered, for a page that looks on; what comes here is redacted."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

RECENT_LINES = 500
MOST_LINE_CHARACTERS = 8_000
# What is handed out at once: a page that is far behind gets the rest when it asks again.
MOST_CHARACTERS = 200_000
LEVELS = ("debug", "info", "warning", "error")


class RecentLine(NamedTuple):
    """One entry; a traceback belongs to it."""

    number: int
    level: str
    text: str


class RecentLines:
    """A stream that keeps the last entries; safe on every thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._lines: deque[RecentLine] = deque(maxlen=RECENT_LINES)
        self._count = 0

    def write(self, words: str) -> None:
        """Keep an entry; the oldest makes room."""
        # Half a character is no character: no page could be told of it.
        whole = words.encode("utf-8", "backslashreplace").decode()
        with self._lock:
            self._count += 1
            self._lines.append(RecentLine(self._count, level_of(whole), whole.rstrip("\n")[:MOST_LINE_CHARACTERS]))

    def write_all(self, entries: Iterable[str]) -> None:
        """Keep several entries."""
        for entry in entries:
            self.write(entry)

    def flush(self) -> None:
        """Do nothing: memory is all there is."""

    def after(self, number: int) -> list[RecentLine]:
        """Return the entries that follow the one of this number, as many as may be handed out at once."""
        with self._lock:
            return list(_first_of([line for line in self._lines if line.number > number]))


def level_of(entry: str) -> str:
    """Return the level of an entry, which is its second word."""
    word = entry.split(maxsplit=2)[1].lower()
    return "error" if word == "critical" else word if word in LEVELS else "info"


def _first_of(lines: list[RecentLine]) -> Iterator[RecentLine]:
    room = MOST_CHARACTERS
    for line in lines:
        room -= len(line.text)
        if room < 0:
            return
        yield line

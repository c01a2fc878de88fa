"""Owns how often libraries may log the same thing: once a minute, or a stranger's nonsense would fill the log."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PAUSE_SECONDS = 60.0
MOST_REMEMBERED = 100


class Repetitions(logging.Filter):
    """Lets a record pass unless one with the same first line did so within the last minute."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._passed_at: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether the record is news."""
        now = self._clock()
        self._passed_at = {line: at for line, at in self._passed_at.items() if now - at < PAUSE_SECONDS}
        # What follows the first line differs each time: sockets, addresses, a traceback.
        line = record.getMessage().partition("\n")[0]
        if line in self._passed_at or len(self._passed_at) >= MOST_REMEMBERED:
            return False
        self._passed_at[line] = now
        return True


@contextmanager
def without_repetitions(*names: str) -> Iterator[None]:
    """Keep these loggers from repeating themselves within the block."""
    repetitions = Repetitions()
    loggers = [logging.getLogger(name) for name in names]
    for each in loggers:
        each.addFilter(repetitions)
    try:
        yield
    finally:
        for each in loggers:
            each.removeFilter(repetitions)

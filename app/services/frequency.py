"""Owns the question whether something that should be rare has become too frequent."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable


class Frequency:
    """Counts one kind of event; more than `allowed` of them within a stretch of time are too many. One thread only."""

    def __init__(self, allowed: int, within_seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._within_seconds, self._clock = within_seconds, clock
        self._times: deque[float] = deque(maxlen=allowed + 1)

    def add(self) -> bool:
        """Count one more, and say whether that makes too many."""
        now = self._clock()
        self._times.append(now)
        return len(self._times) == self._times.maxlen and now - self._times[0] < self._within_seconds

    def forget(self) -> None:
        """Begin anew."""
        self._times.clear()

"""Owns the limits of one command: how many calls may be open at once, and how many may begin in a second."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

from app.bridge.declarations import Limits


class TokenBucket:
    """Lets `per_second` pass in the long run and as many at once after a quiet second; one thread only."""

    __slots__ = ("_capacity", "_clock", "_level", "_refilled_at")

    def __init__(self, per_second: int, clock: Callable[[], float]) -> None:
        self._capacity = float(per_second)
        self._level = self._capacity
        self._clock = clock
        self._refilled_at = clock()

    def take(self) -> bool:
        """Take one token; False when there is none."""
        now = self._clock()
        self._level = min(self._capacity, self._level + (now - self._refilled_at) * self._capacity)
        self._refilled_at = now
        if self._level < 1.0:
            return False
        self._level -= 1.0
        return True


class CallLimiter:
    """Admits calls of one command; admitted on the window's thread, released on any."""

    __slots__ = ("_bucket", "_in_flight", "_lock", "_most_in_flight")

    def __init__(self, limits: Limits, clock: Callable[[], float]) -> None:
        self._bucket = TokenBucket(limits.per_second, clock)
        self._most_in_flight = limits.in_flight
        self._in_flight = 0
        self._lock = Lock()

    def admit(self) -> bool:
        """Count one call in; False when it is one too many."""
        with self._lock:
            if self._in_flight >= self._most_in_flight or not self._bucket.take():
                return False
            self._in_flight += 1
            return True

    def release(self) -> None:
        """Count one call out."""
        with self._lock:
            self._in_flight -= 1

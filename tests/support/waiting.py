"""Waiting for a condition with a deadline, so that no test sleeps for a guessed time."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

POLL_SECONDS = 0.01


def wait_until(condition: Callable[[], T | None], *, deadline_seconds: float = 30.0, what: str = "") -> T:
    """Return the first truthy value of `condition`, or fail the test once the deadline has passed."""
    ends_at = time.monotonic() + deadline_seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() >= ends_at:
            raise AssertionError(f"waited {deadline_seconds:g} s for {what or condition!r}, last value {value!r}")
        time.sleep(POLL_SECONDS)


def holds_for(seconds: float, condition: Callable[[], object]) -> bool:
    """Watch whether a condition stays true; for what must not happen, where there is nothing to wait for."""
    ends_at = time.monotonic() + seconds
    while time.monotonic() < ends_at:
        if not condition():
            return False
        time.sleep(POLL_SECONDS)
    return True

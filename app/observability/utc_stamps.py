"""Owns how records and reports write a moment: in UTC, to the second."""

from __future__ import annotations

import calendar
import time

FORMAT = "%Y-%m-%dT%H:%M:%SZ"


def utc_stamp(seconds: float) -> str:
    """Return how a moment is written, given in seconds since 1970."""
    return time.strftime(FORMAT, time.gmtime(seconds))


def seconds_of(stamp: str) -> int:
    """Return the moment that was written; raises ValueError or OverflowError for what is none."""
    return calendar.timegm(time.strptime(stamp, FORMAT))

"""Owns the measurement of what redaction costs an ordinary line of the log, in microseconds."""

from __future__ import annotations

import time

from app.observability.own_names import OwnNames
from app.observability.redaction import Redactor

ROUNDS = 9
REPEATS = 2_000
ORDINARY_LINES = (
    "2026-11-22T12:03:04.123Z INFO     app.window.page_server Serving 41 files on both loopback addresses",
    "2026-11-22T12:03:04.123Z DEBUG    app.bridge.lanes settings.read answered in 3.2 ms (quick, 2 in flight)",
    "2026-11-22T12:03:04.123Z INFO     app.services.chat_host_process The chat host is ready after 1.94 s",
    "2026-11-22T12:03:04.123Z INFO     app.window.main_window Shown at 1200x800, zoom 100, engine Qt 6.11.3, dark",
    "2026-11-22T12:03:04.123Z WARNING  app.window.recovery The renderer ended; the page is loaded again (1 of 3)",
)


def measure_redaction() -> float:
    """Return the median time of one ordinary line in microseconds, with as many secrets known as in a real run."""
    redactor = Redactor(OwnNames(homes=("/home/ann.smith",), users=("ann.smith", "Ann Smith"), hosts=("workbox-7",)))
    for number in range(4):
        redactor.register(f"{number}abcDEF_-0123456789abcdefXYZ")
    return sorted(_round(redactor) for _ in range(ROUNDS))[ROUNDS // 2]


def _round(redactor: Redactor) -> float:
    began = time.perf_counter()
    for _ in range(REPEATS):
        for line in ORDINARY_LINES:
            redactor.redact(line)
    return (time.perf_counter() - began) / (REPEATS * len(ORDINARY_LINES)) * 1e6


if __name__ == "__main__":
    print(f"redaction of an ordinary line: {measure_redaction():.2f} us")

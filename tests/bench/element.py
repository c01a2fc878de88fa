"""Measures the chat element: its size, how long a streaming answer holds up the page, and long threads."""

from __future__ import annotations

import gzip
import os
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
# As a script, this folder is looked in first; what it needs is found from the project's.
sys.path[0] = str(PROJECT)

from tests.bench.long_threads import measure_long_threads  # noqa: E402 - see above
from tests.bench.streaming import measure_streaming  # noqa: E402
from tests.bench.targets import Target  # noqa: E402
from tests.support.element_stage import open_stage  # noqa: E402

DIST = PROJECT / "assets" / "chat" / "dist"
SIZE = Target("element, kB gzipped", 110, 110)


def measure_size() -> list[str]:
    """Print what the element weighs, and beside it the colours of code, fetched with the first code block only."""
    code_kilobytes = gzipped_kilobytes("agentnook-code.js")
    return SIZE.tell(gzipped_kilobytes("agentnook-chat.js"), note=f"(and with the first code {code_kilobytes:.0f})")


def gzipped_kilobytes(name: str) -> float:
    """Return the size of a built file as `gzip -9` leaves it."""
    return len(gzip.compress((DIST / name).read_bytes(), compresslevel=9)) / 1000


def measure() -> list[str]:
    """Measure and print the element's figures; return the floors it missed."""
    missed = measure_size()
    with tempfile.TemporaryDirectory() as folder, open_stage(Path(folder)) as stage:
        print(f"  load of this machine, 1 minute: {os.getloadavg()[0]:.1f}")
        missed += [*measure_long_threads(stage), *measure_streaming(stage)]
    print(f"  load of this machine at the end: {os.getloadavg()[0]:.1f}")
    return missed


def main() -> int:
    """Measure and print; exit 1 when a floor is missed."""
    missed = measure()
    for name in missed:
        print(f"missed floor: {name}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

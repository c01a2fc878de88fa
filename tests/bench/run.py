"""Measures Agentnook: its window against bare pywebview's, and each of its parts; only a missed floor fails.

usage: run.py [--part PART] [--rounds N] [--engine qt|gtk|both]

Parts are window, host, element, hosted, tools, files, diagnostics and installed; without one, all are measured.

Rounds are of the window, the engine is of window and files.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

# As a script, this folder is looked in first; the parts are found from the project's, and from where it is packed.
PROJECT = Path(__file__).resolve().parents[2]
sys.path[:1] = [str(PROJECT), str(PROJECT / "packaging")]

from tests.bench import chat_host, diagnostics, element, files, hosted, installed, tools, window  # noqa: E402 - see above

ROUNDS = 9
PARTS = ("window", "host", "element", "hosted", "tools", "files", "diagnostics", "installed")


def main() -> int:
    """Measure and print; exit 1 when a floor is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=(*PARTS, "all"), default="all")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--engine", choices=("qt", "gtk", "both"), default="both")
    options = parser.parse_args()
    # On a person's computer what was compiled once is kept; a shell may forbid that, and then every start compiles.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    engines = ("qt", "gtk") if options.engine == "both" else (options.engine,)
    parts = PARTS if options.part == "all" else (options.part,)
    missed: list[str] = []
    if "window" in parts:
        missed += window.measure(engines, options.rounds)
    if "host" in parts:
        missed += chat_host.measure()
    if "element" in parts:
        missed += element.measure()
    if "hosted" in parts:
        missed += hosted.measure()
    if "tools" in parts:
        missed += tools.measure()
    if "files" in parts:
        missed += files.measure(engines)
    if "diagnostics" in parts:
        missed += diagnostics.measure()
    if "installed" in parts:
        missed += installed.measure()
    for name in missed:
        print(f"missed floor: {name}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

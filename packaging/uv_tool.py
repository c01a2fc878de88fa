"""Finds `uv`, which makes the locked environment, or installs a private copy below build/tools."""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from app.errors import Unavailable
from checkout import BIN, TOOLS, program_in
from programs import answer_of, run_quietly, say

OLDEST_UV = (0, 8)
# What pip downloads is one version of uv, and only a wheel whose hash stands here.
REQUIREMENTS = Path(__file__).with_name("uv-requirements.txt")
PINNED = ("--require-hashes", "--only-binary", ":all:", "--requirement", str(REQUIREMENTS))
PRIVATE_ENVIRONMENT = TOOLS / "uv-environment"
PRIVATE_FOLDER = TOOLS / "uv-folder"
SYSTEM_PYTHON = "/usr/bin/python3"
DEBIAN_PACKAGE = "python3-venv"


def packages_for_uv() -> tuple[str, ...]:
    """Return the Debian packages without which no uv can be had: stock Debian has neither venv's pip nor pip."""
    return () if _present_uv() or _can("ensurepip") or _can("pip") else (DEBIAN_PACKAGE,)


def bring_uv() -> str:
    """Return a uv that is new enough, installing a private copy if this machine has none."""
    found = next((path for path in _present_uv_candidates() if _is_new_enough(path)), None)
    return found or _install()


def _present_uv() -> str | None:
    return next(_present_uv_candidates(), None)


def _present_uv_candidates() -> Iterator[str]:
    on_path = shutil.which("uv")
    if on_path:
        yield on_path
    for private in (program_in(PRIVATE_ENVIRONMENT, "uv"), *_in_folder()):
        if private.exists():
            yield str(private)


def _in_folder() -> list[Path]:
    return [PRIVATE_FOLDER / folder / name for folder in ("bin", BIN) for name in ("uv", "uv.exe")]


def _is_new_enough(path: str) -> bool:
    answer = re.match(r"uv (\d+)\.(\d+)", answer_of([path, "--version"]) or "")
    return bool(answer) and (int(answer[1]), int(answer[2])) >= OLDEST_UV  # type: ignore[index]


def _install() -> str:
    say("installing uv, which sets up the Python environment, below build/tools")
    TOOLS.mkdir(parents=True, exist_ok=True)
    if _can("ensurepip"):
        _install_in_environment(sys.executable)
    elif _can("pip"):
        command = [sys.executable, "-m", "pip", "install", "--upgrade", "--target", str(PRIVATE_FOLDER), *PINNED]
        run_quietly(command, task="Installing uv", log_name="uv-install.log")
    else:
        _install_in_environment(SYSTEM_PYTHON)
    found = next((path for path in _present_uv_candidates() if _is_new_enough(path)), None)
    if found is None:
        raise Unavailable("Installing uv left no uv that runs.", hint=f"Look into {TOOLS}, or put uv on the PATH.")
    return found


def _install_in_environment(python: str) -> None:
    shutil.rmtree(PRIVATE_ENVIRONMENT, ignore_errors=True)
    create = [python, "-m", "venv", str(PRIVATE_ENVIRONMENT)]
    run_quietly(create, task="Making a place for uv", log_name="uv-install.log")
    pip = [str(program_in(PRIVATE_ENVIRONMENT, "python")), "-m", "pip", "install", *PINNED]
    run_quietly(pip, task="Installing uv", log_name="uv-install.log")


def _can(module: str) -> bool:
    return importlib.util.find_spec(module) is not None

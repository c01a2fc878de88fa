"""Finds the Python that the environment is made from: on Linux one that also reaches GTK, where there is one."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.errors import PythonUnsuitable
from programs import answer_of

# The same range as `requires-python` in pyproject.toml.
OLDEST = (3, 11)
BEYOND = (3, 15)
SYSTEM_PYTHON = Path("/usr/bin/python3")

PROBE = """
import json, os, sys
base = getattr(sys, "_base_executable", "") or sys.executable
try:
    import gi
except ImportError:
    gi = None
print(json.dumps([base, sys.version_info[:2], gi is not None, sys.prefix != sys.base_prefix]))
"""


@dataclass(frozen=True)
class Interpreter:
    """A Python that fits."""

    path: Path
    has_gtk: bool

    @property
    def lends_site_packages(self) -> bool:
        """Tell whether the environment should see this Python's own packages: Debian's `gi` is one of them."""
        return self.has_gtk or self.path == SYSTEM_PYTHON


def choose_interpreter(uv: str) -> Interpreter:
    """Return the best Python of this machine, or raise PythonUnsuitable; nothing is downloaded."""
    fitting: list[Interpreter] = []
    for candidate in _unique(_candidates()):
        interpreter = examine(candidate)
        if interpreter and interpreter.has_gtk:
            return interpreter
        if interpreter:
            fitting.append(interpreter)
    fitting = fitting or [found for found in (_found_by_uv(uv),) if found]
    if not fitting:
        raise PythonUnsuitable(f"No Python from {_named(OLDEST)} up to before {_named(BEYOND)} was found.")
    return fitting[0]


def examine(path: Path) -> Interpreter | None:
    """Return what a Python is good for, or None when it does not fit; an environment's Python stands for its base."""
    answer = answer_of([str(path), "-c", PROBE])
    if answer is None:
        return None
    base, version, has_gtk, is_environment = json.loads(answer)
    if is_environment and Path(base) != path:
        return examine(Path(base))
    if not OLDEST <= tuple(version) < BEYOND:
        return None
    return Interpreter(_plain(Path(base)), has_gtk)


def _candidates() -> Iterator[Path]:
    if sys.platform == "linux":
        yield SYSTEM_PYTHON
    yield Path(getattr(sys, "_base_executable", "") or sys.executable)
    names = ["python3", "python", *(f"python3.{minor}" for minor in range(BEYOND[1] - 1, OLDEST[1] - 1, -1))]
    for name in names:
        for folder in os.get_exec_path():
            found = shutil.which(name, path=folder)
            if found:
                yield Path(found)


def _found_by_uv(uv: str) -> Interpreter | None:
    wanted = f">={_named(OLDEST)},<{_named(BEYOND)}"
    answer = answer_of([uv, "python", "find", "--no-project", "--no-python-downloads", wanted])
    return examine(Path(answer.strip())) if answer else None


def _unique(paths: Iterator[Path]) -> Iterator[Path]:
    seen: set[Path] = set()
    for path in paths:
        real = path.resolve()
        if real not in seen and path.exists():
            seen.add(real)
            yield path


def _plain(base: Path) -> Path:
    """Prefer the name that survives a minor upgrade of the system's Python."""
    if SYSTEM_PYTHON.exists() and base.resolve() == SYSTEM_PYTHON.resolve():
        return SYSTEM_PYTHON
    return base


def _named(version: tuple[int, int]) -> str:
    return f"{version[0]}.{version[1]}"

"""Owns what is written of an error: its kind and the places in the code, never its own words.

Those may quote anything, such as what a person wrote or the name of a file they picked, and no shape tells them apart.
"""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import PurePath

MOST_ERRORS = 8
MOST_FRAMES = 64
HEAD = "Traceback (most recent call last):"


def kind_of(error: BaseException) -> str:
    """Return what kind of error it is; of the system's, also what the system calls its number."""
    kind = type(error).__name__
    if isinstance(error, OSError) and isinstance(error.errno, int):
        return f"{kind}: [Errno {error.errno}] {os.strerror(error.errno)}"
    if isinstance(error, ModuleNotFoundError) and error.name:
        return f"{kind}: {error.name}"
    return kind


def place_of(error: BaseException) -> str:
    """Return where in the code it was raised: file, line and function."""
    places = _places(error)
    return "{}:{} {}".format(*places[-1]) if places else "an unknown place"


def trace_of(error: BaseException) -> str:
    """Return the places it came through and its kind, after those of the errors that led to it."""
    chain = [error]
    while len(chain) < MOST_ERRORS and (before := _led_to_by(chain[-1])) is not None and before not in chain:
        chain.append(before)
    return "\n".join(_one_trace(each) for each in reversed(chain))


def _one_trace(error: BaseException) -> str:
    frames = [f'  File "{file}", line {line}, in {function}' for file, line, function in _places(error)[-MOST_FRAMES:]]
    return "\n".join([HEAD, *frames, kind_of(error)])


def _led_to_by(error: BaseException) -> BaseException | None:
    return error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _places(error: BaseException) -> list[tuple[str, int, str]]:
    """Return file, line and function of each frame, the outermost first."""
    frames = ((frame.f_code, line) for frame, line in traceback.walk_tb(error.__traceback__))
    return [(_below_its_root(code.co_filename), line, code.co_qualname) for code, line in frames]


def _below_its_root(path: str) -> str:
    """Return where a module is below the folder that it was imported from: where that is, is nobody's business."""
    roots = [each.rstrip(os.sep) + os.sep for each in sys.path if each]
    root = max((each for each in roots if path.startswith(each)), key=len, default="")
    return path.removeprefix(root) if root else "/".join(PurePath(path).parts[-2:])

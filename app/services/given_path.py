"""Owns what a person is told about a path that cannot be attached, before anything is made of it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from app.errors import FileMissing, FileRefused
from app.resources import text


def check_given(path: Path) -> None:
    """Raise FileMissing or FileRefused, in a sentence that names the file, unless it is one that can be read."""
    name = shown_name(path)
    try:
        mode = path.stat().st_mode
    except PermissionError as error:
        raise FileMissing(text("attach.unreadable", name=name), detail=type(error).__name__) from error
    except (OSError, ValueError) as error:
        raise FileMissing(text("attach.missing", name=name), detail=type(error).__name__) from error
    if stat.S_ISDIR(mode):
        raise FileRefused(text("attach.folder", name=name), hint=text("attach.folder_hint"))
    if not stat.S_ISREG(mode):
        raise FileRefused(text("attach.no_file", name=name))
    if not os.access(path, os.R_OK):
        raise FileMissing(text("attach.unreadable", name=name))


def shown_name(path: Path) -> str:
    """Return a file's name without its folders; bytes that are no text are question marks."""
    return path.name.encode("utf-8", "replace").decode("utf-8")

"""Owns what a person is told about a path that cannot be attached, before anything is made of it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePath

from app.errors import FileMissing, FileRefused
from app.private_file import open_plain
from app.resources import text

KERNEL_FOLDERS = (Path("/proc"), Path("/sys"))


def check_given(path: Path) -> None:
    """Raise FileMissing or FileRefused, in a sentence that names the file, unless it is one that can be read."""
    name = shown_name(path)
    try:
        status = path.stat()
    except PermissionError as error:
        raise FileMissing(text("attach.unreadable", name=name), detail=type(error).__name__) from error
    except (OSError, ValueError) as error:
        raise FileMissing(text("attach.missing", name=name), detail=type(error).__name__) from error
    if stat.S_ISDIR(status.st_mode):
        raise FileRefused(text("attach.folder", name=name), hint=text("attach.folder_hint"))
    if not stat.S_ISREG(status.st_mode):
        raise FileRefused(text("attach.no_file", name=name))
    if not os.access(path, os.R_OK):
        raise FileMissing(text("attach.unreadable", name=name))
    check_contents(path, status)


def check_contents(path: Path, status: os.stat_result) -> None:
    """Raise FileRefused, in a sentence that names the file, for one that the system makes up when it is read.

    SECURITY: T27, such a file tells of the computer and its programs, their keys among it, and none is a document.
    """
    if status.st_dev in _devices_of_the_kernel() or (status.st_size == 0 and _has_bytes(path)):
        raise FileRefused(text("attach.no_file", name=shown_name(path)))


def _devices_of_the_kernel() -> Iterator[int]:
    """Yield the file systems that hold such files only."""
    for folder in KERNEL_FOLDERS:
        with suppress(OSError):
            device = folder.stat().st_dev
            if device != folder.parent.stat().st_dev:
                yield device


def _has_bytes(path: Path) -> bool:
    """Say whether a file that has no size has something in it all the same."""
    try:
        descriptor = open_plain(path, follow_links=True)
    except OSError:
        return False
    try:
        return os.read(descriptor, 1) != b""
    except OSError:
        return True
    finally:
        os.close(descriptor)


def shown_name(path: PurePath) -> str:
    """Return a file's name without its folders; bytes that are no text are question marks."""
    return path.name.encode("utf-8", "replace").decode("utf-8")

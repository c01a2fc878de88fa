"""Owns the files of the log: for the owner's eyes only, limited in size and number, and never a trap to open."""

from __future__ import annotations

import os
import stat
import threading
from contextlib import suppress
from pathlib import Path

FILE_MODE = 0o600
FOLDER_MODE = 0o700
MAXIMUM_FILE_BYTES = 1_048_576
OLD_FILES = 4

_PLAIN = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
# SECURITY: neither a link nor a pipe in the file's place leads us elsewhere or makes us wait.
_CAREFUL = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)


def open_private(path: Path, flags: int) -> int:
    """Open a file that only its owner can read, making it and its folder where needed; OSError when it is no file."""
    path.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    descriptor = os.open(path, flags | os.O_CREAT | _PLAIN | _CAREFUL, FILE_MODE)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(f"not a plain file: {path}")
        if status.st_mode & 0o077 and hasattr(os, "fchmod"):
            os.fchmod(descriptor, FILE_MODE)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


class PrivateLog:
    """A text stream over one file and its older ones: `name`, `name.1` ... `name.4`, the youngest first."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._descriptor = -1
        self._size = 0
        self._closed = False
        self._open()

    def write(self, words: str) -> None:
        """Append these words as a whole; whatever the disk refuses is an OSError."""
        data = words.encode("utf-8", "backslashreplace")
        with self._lock:
            if self._closed:
                raise OSError("the log is closed")
            if self._size + len(data) > MAXIMUM_FILE_BYTES:
                self._put_aside()
            if self._descriptor < 0:
                self._open()
            self._size += os.write(self._descriptor, data)

    def flush(self) -> None:
        """Do nothing: every write is with the system at once."""

    def close(self) -> None:
        """Close the file; writing is an OSError from now on."""
        with self._lock:
            self._closed = True
            self._close_file()

    def _open(self) -> None:
        self._descriptor = open_private(self._path, os.O_WRONLY | os.O_APPEND)
        self._size = os.fstat(self._descriptor).st_size

    def _close_file(self) -> None:
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)

    def _put_aside(self) -> None:
        self._close_file()
        for number in range(OLD_FILES, 0, -1):
            with suppress(FileNotFoundError):
                self._numbered(number - 1).replace(self._numbered(number))

    def _numbered(self, number: int) -> Path:
        return self._path.with_name(f"{self._path.name}.{number}") if number else self._path

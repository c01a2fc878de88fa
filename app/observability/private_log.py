"""Owns the files of the log: for the owner's eyes only, limited in size and number, and never a trap to open."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from pathlib import Path

from app.private_file import open_private

MAXIMUM_FILE_BYTES = 1_048_576
OLD_FILES = 4


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
            self._append(data)

    def flush(self) -> None:
        """Do nothing: every write is with the system at once."""

    def close(self) -> None:
        """Close the file; writing is an OSError from now on."""
        with self._lock:
            self._closed = True
            self._close_file()

    def _append(self, data: bytes) -> None:
        """Write it all; what a full disk takes only a part of is taken back, so that no half line stands there."""
        written = 0
        try:
            while written < len(data):
                written += os.write(self._descriptor, data[written:])
        except OSError:
            if written and os.fstat(self._descriptor).st_size == self._size + written:
                os.ftruncate(self._descriptor, self._size)
            raise
        self._size += written

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

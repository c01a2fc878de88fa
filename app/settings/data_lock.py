"""Owns the lock that lets one window at a time use a data folder; the system gives it back however its holder ends."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from app.errors import AlreadyRunning, CannotWrite
from app.private_file import FILE_MODE, PLAIN, WITHOUT_LINKS, WITHOUT_WAITING, make_private_folder
from app.resources import text

POLL_SECONDS = 0.05


class DataLock:
    """The lock of one data folder. Its file stays there: taking it away would let two holders lock two files."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    @property
    def is_held(self) -> bool:
        """Whether this object holds the lock."""
        return self._descriptor is not None

    def acquire(self, timeout_seconds: float = 0.0) -> None:
        """Take the lock, or raise AlreadyRunning when another holds it until the time is over."""
        if self._descriptor is None:
            descriptor = self._open()
            try:
                _wait_for_lock(descriptor, time.monotonic() + timeout_seconds)
            except BaseException:
                os.close(descriptor)
                raise
            self._descriptor = descriptor

    def release(self) -> None:
        """Give the lock back; without one, do nothing."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.release()

    def _open(self) -> int:
        try:
            make_private_folder(self._path.parent)
            # No child inherits it (Python's descriptors close on exec), so none can keep it locked after our end.
            return os.open(self._path, os.O_RDWR | os.O_CREAT | PLAIN | WITHOUT_LINKS | WITHOUT_WAITING, FILE_MODE)
        except OSError as error:
            raise CannotWrite(text("settings.no_lock"), detail=str(error)) from error


def _wait_for_lock(descriptor: int, deadline: float) -> None:
    try:
        while not _try_lock(descriptor):
            if time.monotonic() >= deadline:
                raise AlreadyRunning
            time.sleep(POLL_SECONDS)
    except OSError as error:
        raise CannotWrite(text("settings.no_lock"), detail=str(error)) from error


if sys.platform == "win32":

    def _try_lock(descriptor: int) -> bool:
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    # The lock that filelock takes, without the 40 ms that importing it would put before the first paint.
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

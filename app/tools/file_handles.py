"""Owns the handles that stand for picked files: a page or an agent holds a handle, only Python knows the path."""

from __future__ import annotations

import mimetypes
import secrets
import stat
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from app.errors import FileRefused

MOST_HANDLES = 1000


class FileDescription(TypedDict):
    """What a page and an agent may know about a picked file."""

    handle: str
    name: str
    size_bytes: int
    type: str


@dataclass(frozen=True, slots=True)
class HeldFile:
    """A picked file as it was when it was picked; `device` and `inode` tell a swapped one."""

    path: Path
    connection: str
    device: int
    inode: int
    size_bytes: int


class FileHandles:
    """Handles of this session; each works for the connection it was made for and no other."""

    def __init__(self) -> None:
        self._held: dict[str, HeldFile] = {}
        self._lock = threading.Lock()

    def issue(self, path: str, connection: str) -> FileDescription:
        """Take a picked regular file in; raises FileRefused for anything else."""
        try:
            status = Path(path).stat()
        except OSError as error:
            raise FileRefused(detail=str(error)) from error
        if not stat.S_ISREG(status.st_mode):
            raise FileRefused
        handle = secrets.token_urlsafe(16)
        held = HeldFile(Path(path), connection, status.st_dev, status.st_ino, status.st_size)
        with self._lock:
            if len(self._held) >= MOST_HANDLES:
                self._held.pop(next(iter(self._held)))
            self._held[handle] = held
        kind = mimetypes.guess_type(held.path.name)[0] or "application/octet-stream"
        return {"handle": handle, "name": held.path.name, "size_bytes": held.size_bytes, "type": kind}

    def find(self, handle: str, connection: str) -> HeldFile:
        """Return the file a handle stands for; raises FileRefused when it is not this connection's."""
        with self._lock:
            held = self._held.get(handle)
        if held is None or held.connection != connection:
            raise FileRefused
        return held

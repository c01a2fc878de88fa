"""Owns the handles that stand for picked files: a page or an agent holds a handle, only Python knows the path."""

from __future__ import annotations

import errno
import mimetypes
import secrets
import stat
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from app.errors import FileRefused
from app.private_file import open_plain, read_bounded
from app.resources import text
from app.tools.tool import PickedFile

MOST_HANDLES = 1000
MEGABYTE = 1024 * 1024


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

    @property
    def type(self) -> str:
        """Its media type, by its name."""
        return mimetypes.guess_type(self.path.name, strict=False)[0] or "application/octet-stream"


class FileHandles:
    """Handles of this session; each works for the connection it was made for and no other."""

    def __init__(self) -> None:
        self._held: dict[str, HeldFile] = {}
        self._lock = threading.Lock()

    def issue(self, path: str, connection: str, *, follow_links: bool = True) -> FileDescription:
        """Take a picked regular file in; raises FileRefused for anything else."""
        try:
            # A picked link stands for what it leads to now; where it leads later is another file.
            resolved = Path(path).resolve(strict=True) if follow_links else Path(path)
            status = resolved.stat(follow_symlinks=False)
        except (OSError, RuntimeError) as error:
            raise FileRefused(detail=type(error).__name__) from error
        if not stat.S_ISREG(status.st_mode):
            raise FileRefused
        handle = secrets.token_urlsafe(16)
        held = HeldFile(resolved, connection, status.st_dev, status.st_ino, status.st_size)
        with self._lock:
            if len(self._held) >= MOST_HANDLES:
                self._held.pop(next(iter(self._held)))
            self._held[handle] = held
        return {"handle": handle, "name": Path(path).name, "size_bytes": held.size_bytes, "type": held.type}

    def name_of(self, handle: str, connection: str) -> str:
        """Return the name of a picked file; raises FileRefused."""
        return self.find(handle, connection).path.name

    def read(self, handle: str, connection: str, most_bytes: int) -> PickedFile:
        """Return what is in a picked file now; raises FileRefused when it is another one, or has grown beyond a cap."""
        held = self.find(handle, connection)
        try:
            data = read_bounded(held.path, most_bytes, identity=(held.device, held.inode))
        except OSError as error:
            if error.errno == errno.EFBIG:
                raise FileRefused(text("file.too_large", most=most_bytes // MEGABYTE)) from error
            raise FileRefused(text("file.changed"), detail=type(error).__name__) from error
        return PickedFile(held.path.name, held.type, data)

    def open(self, handle: str, connection: str) -> int:
        """Return a descriptor of a picked file; raises FileRefused when it is another one now."""
        held = self.find(handle, connection)
        try:
            return open_plain(held.path, identity=(held.device, held.inode))
        except OSError as error:
            raise FileRefused(text("file.changed"), detail=type(error).__name__) from error

    def find(self, handle: str, connection: str) -> HeldFile:
        """Return the file a handle stands for; raises FileRefused when it is not this connection's."""
        with self._lock:
            held = self._held.get(handle)
        if held is None or held.connection != connection:
            raise FileRefused
        return held

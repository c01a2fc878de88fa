"""Owns the handles that stand for picked files: a page or an agent holds a handle, only Python knows the path."""

from __future__ import annotations

import errno
import mimetypes
import secrets
import stat
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NotRequired, TypedDict

from app.errors import FileRefused, TooLong
from app.private_file import open_plain, read_bounded
from app.resources import text
from app.services.given_path import check_contents, shown_name
from app.tools.fitting import written
from app.tools.tool import PickedFile

MOST_HANDLES = 1000
MEGABYTE = 1024 * 1024


class FileDescription(TypedDict):
    """What a page and an agent may know about a picked file; of a link also the name of what it leads to."""

    handle: str
    name: str
    size_bytes: int
    type: str
    leads_to: NotRequired[str]


@dataclass(frozen=True, slots=True)
class HeldFile:
    """A picked file as it was when it was picked; `device` and `inode` tell a swapped one.

    `name` is the one it was picked by, `leads_to` its own where that was a link; `agent` is where its connection led.
    """

    name: str
    leads_to: str
    path: Path
    connection: str
    agent: str
    device: int
    inode: int
    size_bytes: int

    @property
    def type(self) -> str:
        """Its media type, by its name."""
        return mimetypes.guess_type(self.path.name, strict=False)[0] or "application/octet-stream"

    def described(self, handle: str) -> FileDescription:
        """Return what may be known about it."""
        found: FileDescription = {
            "handle": handle,
            "name": self.name,
            "size_bytes": self.size_bytes,
            "type": self.type,
        }
        return {**found, "leads_to": self.leads_to} if self.leads_to else found

    def in_words(self) -> str:
        """Return its name for the person, who may have been given a link with a harmless one."""
        return text("file.link", name=self.name, target=self.leads_to) if self.leads_to else self.name


class FileHandles:
    """Handles of this session; each works for the connection it was made for and no other.

    `leads_to` says where a connection leads: one that was described anew is another one.
    """

    def __init__(self, leads_to: Callable[[str], str] = lambda _connection: "") -> None:
        self._leads_to = leads_to
        self._held: dict[str, HeldFile] = {}
        self._lock = threading.Lock()

    def issue(
        self, path: str, connection: str, *, follow_links: bool = True, room_characters: int | None = None
    ) -> FileDescription:
        """Take a picked regular file in; raises FileRefused for anything else.

        With `room_characters` it raises TooLong, and takes nothing in, where its description does not fit.
        """
        held = self._look_at(Path(path), connection, follow_links=follow_links)
        handle = secrets.token_urlsafe(16)
        described = held.described(handle)
        if room_characters is not None and len(written(described)) > room_characters:
            raise TooLong
        with self._lock:
            if len(self._held) >= MOST_HANDLES:
                self._held.pop(next(iter(self._held)))
            self._held[handle] = held
        return described

    def _look_at(self, picked: Path, connection: str, *, follow_links: bool) -> HeldFile:
        try:
            # A picked link stands for what it leads to now; where it leads later is another file.
            resolved = picked.resolve(strict=True) if follow_links else picked
            is_link = follow_links and picked.is_symlink()
            status = resolved.stat(follow_symlinks=False)
        except (OSError, RuntimeError, ValueError) as error:
            raise FileRefused(detail=type(error).__name__) from error
        if not stat.S_ISREG(status.st_mode):
            raise FileRefused
        check_contents(resolved, status)
        return HeldFile(
            name=shown_name(picked),
            leads_to=shown_name(resolved) if is_link else "",
            path=resolved,
            connection=connection,
            agent=self._leads_to(connection),
            device=status.st_dev,
            inode=status.st_ino,
            size_bytes=status.st_size,
        )

    def name_of(self, handle: str, connection: str) -> str:
        """Return the name of a picked file; raises FileRefused."""
        return self.find(handle, connection).in_words()

    def read(self, handle: str, connection: str, most_bytes: int) -> PickedFile:
        """Return what is in a picked file now; raises FileRefused when it is another one, or has grown beyond a cap."""
        held = self.find(handle, connection)
        try:
            data = read_bounded(held.path, most_bytes, identity=(held.device, held.inode))
        except OSError as error:
            if error.errno == errno.EFBIG:
                raise FileRefused(text("file.too_large", most=most_bytes // MEGABYTE)) from error
            raise FileRefused(text("file.changed"), detail=type(error).__name__) from error
        return PickedFile(held.name, held.type, data)

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
        # SECURITY: T08, a connection that leads elsewhere now has another agent, to whom nobody gave the file.
        if held is None or held.connection != connection or held.agent != self._leads_to(connection):
            raise FileRefused
        return held

"""Owns how private files are opened, read and written: nothing planted in their place hangs, floods or misleads us."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

FILE_MODE = 0o600
FOLDER_MODE = 0o700
# What the umask takes away from is what every other program makes files with.
NEW_DOCUMENT_MODE = 0o666
TEMPORARY_SUFFIX = ".new"
MARK_DIGITS = 16

# SECURITY: opening a fifo or a device in a file's place neither waits nor takes over the terminal.
WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
# SECURITY: a link in a file's place is not followed.
WITHOUT_LINKS = getattr(os, "O_NOFOLLOW", 0)
PLAIN = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)

# How opening refuses a link (two systems' words), a socket, a folder; and our own word for the rest that is no file.
NOT_A_FILE = (errno.ELOOP, errno.EMLINK, errno.ENXIO, errno.EISDIR, errno.ENODEV)
# What a folder's fsync answers on file systems that have no use for it.
NEEDLESS = (errno.EINVAL, errno.ENOTSUP)


def open_private(path: Path, flags: int) -> int:
    """Open a file that only its owner can read, making it and its folder where needed; OSError when it is no file."""
    make_private_folder(path.parent)
    descriptor = os.open(path, flags | os.O_CREAT | PLAIN | WITHOUT_WAITING | WITHOUT_LINKS, FILE_MODE)
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


def read_bounded(
    path: Path, most_bytes: int, *, follow_links: bool = False, identity: tuple[int, int] | None = None
) -> bytes:
    """Return a file's bytes; OSError with EFBIG when they are more, else as `open_plain`."""
    descriptor = open_plain(path, follow_links=follow_links, identity=identity)
    try:
        # SECURITY: one byte more than allowed is enough to know; the rest is never read.
        data = _read(descriptor, most_bytes + 1)
    finally:
        os.close(descriptor)
    if len(data) > most_bytes:
        raise OSError(errno.EFBIG, "too large")
    return data


def open_plain(path: Path, *, follow_links: bool = False, identity: tuple[int, int] | None = None) -> int:
    """Open a file to read it; OSError with one of NOT_A_FILE when it is no plain file.

    With an `identity`, the numbers of its device and of itself there, another file in its place is no plain file.
    """
    if sys.platform == "win32" and not follow_links and path.is_symlink():
        raise OSError(errno.ELOOP, "a link")
    descriptor = os.open(path, os.O_RDONLY | PLAIN | WITHOUT_WAITING | (0 if follow_links else WITHOUT_LINKS))
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode) or identity not in (None, (status.st_dev, status.st_ino)):
        os.close(descriptor)
        raise OSError(errno.ENODEV, "not a plain file")
    return descriptor


def write_atomically(path: Path, data: bytes) -> None:
    """Replace a file by its new content, for its owner's eyes only: after a crash it is the old one or the new one."""
    _replace(path, path.with_name(f".{path.name}.{_mark()}{TEMPORARY_SUFFIX}"), data, FILE_MODE)


def write_document(path: Path, data: bytes) -> None:
    """Replace a file of the person's own by its new content: as above, but with the mode that such a file has.

    A link stays, and what it leads to is replaced. One that is there keeps its mode, a new one has the mode of every
    new file; neither can be run.
    """
    place = path.resolve()
    mode = _mode_of(place)
    # The name may be as long as a name can be: that of the temporary is not made of it.
    _replace(place, place.with_name(f".{_mark()}{TEMPORARY_SUFFIX}"), data, NEW_DOCUMENT_MODE, mode)


def _mode_of(place: Path) -> int | None:
    """Return what a file that is there may be used for, without running it; OSError where it is no file."""
    try:
        status = place.stat(follow_symlinks=False)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.ENODEV, "not a plain file")
    return status.st_mode & NEW_DOCUMENT_MODE


def _mark() -> str:
    return os.urandom(MARK_DIGITS // 2).hex()


def _replace(path: Path, temporary: Path, data: bytes, new_mode: int, mode: int | None = None) -> None:
    try:
        _write_new(temporary, data, new_mode, mode)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(path.parent)


def set_aside(path: Path) -> bool:
    """Move a damaged file out of the way, with the time in its name; says whether that could be done."""
    stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    try:
        path.replace(path.with_name(f"{path.name}.damaged-{stamp}"))
    except OSError:
        return False
    return True


def remove_leftovers(path: Path) -> None:
    """Remove what killed writers of a file left beside it; only for who holds the lock that every writer takes."""
    _remove_all(path.parent.glob(f".{path.name}.*{TEMPORARY_SUFFIX}"))


def remove_leftovers_in(folder: Path) -> None:
    """Remove what killed writers of any file left in a folder; only for who alone writes there."""
    _remove_all(folder.glob(f".*.{'[0-9a-f]' * MARK_DIGITS}{TEMPORARY_SUFFIX}"))


def make_private_folder(path: Path) -> None:
    """Create a folder that only its owner can look into, unless it is there."""
    path.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)


def sync_folder(folder: Path) -> None:
    """Make sure that the names in a folder survive a loss of power."""
    if sys.platform == "win32":  # Windows has no such call; its file system keeps a journal of names.
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in NEEDLESS:
            raise
    finally:
        os.close(descriptor)


def _read(descriptor: int, most_bytes: int) -> bytes:
    chunks: list[bytes] = []
    while most_bytes > 0 and (chunk := os.read(descriptor, most_bytes)):
        chunks.append(chunk)
        most_bytes -= len(chunk)
    return b"".join(chunks)


def _remove_all(leftovers: Iterable[Path]) -> None:
    for leftover in leftovers:
        with suppress(OSError):
            leftover.unlink()


def _write_new(path: Path, data: bytes, new_mode: int, mode: int | None) -> None:
    # SECURITY: the mode is there before the first byte, and O_EXCL never opens what somebody planted.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | PLAIN | WITHOUT_LINKS
    descriptor = os.open(path, flags, new_mode if mode is None else mode)
    with os.fdopen(descriptor, "wb") as file:
        if mode is not None and hasattr(os, "fchmod"):
            os.fchmod(descriptor, mode)  # what the umask took is given back
        file.write(data)
        file.flush()
        os.fsync(descriptor)

"""Owns the bytes of attachments: a folder beside the database, each file whole or not there, and never a program.

A file is called what its attachment's id says; what the person called it only stands in the database.
"""

from __future__ import annotations

import asyncio
import errno
import logging
import os
from collections.abc import AsyncIterator, Callable, Collection, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO, TypeVar

from app.errors import AppError, CannotWrite
from app.private_file import TEMPORARY_SUFFIX, open_plain, open_private, sync_folder
from app.resources import text

FOLDER = "attachments"
# So much is written at a time: a disk is slower than a page that sends, and every wait for it is one in a thread.
WRITTEN_AT_ONCE = 1024 * 1024
NO_ROOM = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})

logger = logging.getLogger(__name__)
Result = TypeVar("Result")


def folder_beside(database: Path) -> Path:
    """Return where the attachments of the conversations in a database are kept."""
    return database.with_name(FOLDER)


class AttachmentFiles:
    """The folder; it is made with the first file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def keep(self, attachment_id: str, pieces: AsyncIterator[bytes]) -> int:
        """Keep a file as it comes, and return its size; whatever ends it earlier leaves nothing behind."""
        temporary = self._folder / f".{attachment_id}.{os.urandom(8).hex()}{TEMPORARY_SUFFIX}"
        try:
            size = await self._write(temporary, pieces)
            await in_thread(partial(self._finish, temporary, attachment_id))
        except BaseException as error:
            await in_thread(partial(_remove, temporary))
            if isinstance(error, OSError):
                raise tell_failure(error) from error
            raise
        return size

    def open(self, attachment_id: str) -> BinaryIO:
        """Return a file to read from; FileNotFoundError when it is gone."""
        return os.fdopen(open_plain(self._folder / attachment_id), "rb")

    def remove(self, attachment_ids: Iterable[str]) -> None:
        """Delete files; one that cannot be deleted now is when the program starts again."""
        for each in attachment_ids:
            _remove(self._folder / each)

    def remove_all_but(self, attachment_ids: Collection[str]) -> None:
        """Delete every file that nothing names, and what a killed upload left; only while nothing is uploaded."""
        with suppress(FileNotFoundError):
            for each in self._folder.iterdir():
                if each.name not in attachment_ids:
                    _remove(each)

    async def _write(self, path: Path, pieces: AsyncIterator[bytes]) -> int:
        file = await in_thread(partial(_begin, path))
        size, waiting = 0, bytearray()
        try:
            async for piece in pieces:
                size += len(piece)
                waiting += piece
                if len(waiting) >= WRITTEN_AT_ONCE:
                    await in_thread(partial(file.write, waiting))
                    waiting.clear()
            await in_thread(partial(_end, file, waiting))
        finally:
            # What could not be written is tried once more at closing, and fails once more.
            with suppress(OSError):
                file.close()
        return size

    def _finish(self, temporary: Path, attachment_id: str) -> None:
        temporary.replace(self._folder / attachment_id)
        sync_folder(self._folder)


async def in_thread(work: Callable[[], Result]) -> Result:
    """Return what some work with the disk returns; what was begun ends, also when nobody waits for it any more."""
    doing = asyncio.ensure_future(asyncio.to_thread(work))
    try:
        return await asyncio.shield(doing)
    except asyncio.CancelledError:
        await asyncio.wait({doing})
        raise


def tell_failure(error: OSError) -> AppError:
    """Return what a failed write means to a person."""
    if error.errno in NO_ROOM:
        return CannotWrite(text("chat_host.disk_full"), hint=text("chat_host.disk_full.hint"), detail=str(error))
    if error.errno in READ_ONLY:
        return CannotWrite(text("chat_host.read_only"), hint=text("chat_host.read_only.hint"), detail=str(error))
    return CannotWrite(detail=str(error))


def _begin(path: Path) -> BinaryIO:
    # SECURITY: the mode is there before the first byte, and has no x: nothing that is attached can be started.
    descriptor = open_private(path, os.O_WRONLY | os.O_EXCL)
    return os.fdopen(descriptor, "wb")


def _end(file: BinaryIO, rest: bytearray) -> None:
    with file:
        file.write(rest)
        file.flush()
        os.fsync(file.fileno())


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        logger.warning("an attachment cannot be deleted: %s", error.strerror)

"""Owns attachments: how one is announced, taken in, shown again and forgotten, with its row and its file together.

A type is what a page declares it to be: nothing looks into a file here, and nothing ever runs one.
"""

from __future__ import annotations

import re
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import PurePosixPath, PureWindowsPath
from typing import BinaryIO, TypeVar

from chatkit.store import AttachmentStore, NotFoundError
from chatkit.types import (
    Attachment,
    AttachmentCreateParams,
    AttachmentUploadDescriptor,
    FileAttachment,
    ImageAttachment,
    ThreadItem,
    UserMessageItem,
)
from pydantic import AnyUrl
from typing_extensions import override

from app.chat_host.attachment_files import AttachmentFiles
from app.chat_host.attachment_rows import AttachmentRows
from app.chat_host.ids import new_id
from app.chat_host.stand_ins import StandIns
from app.chat_host.titles import bound
from app.chat_host.upload_body import file_too_large
from app.errors import Invalid, InvalidArguments, NotOffered
from app.resources import text

# What a person may attach here; `assets/shell/attachment_limits.js` tells the pages the same.
MOST_BYTES = 100 * 1024 * 1024
MOST_IN_A_MESSAGE = 10
# Pictures that every engine draws; a larger one is attached like any file, and only named.
PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
MOST_PICTURE_BYTES = 20 * 1024 * 1024
MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]{0,62}/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}")
ANY_TYPE = "application/octet-stream"
UNSENT_SECONDS = 24 * 60 * 60

Kept = TypeVar("Kept", bound=ThreadItem)


class Attachments(AttachmentStore[None]):
    """The attachments of one database, under addresses of this start."""

    def __init__(self, rows: AttachmentRows, files: AttachmentFiles, stand_ins: StandIns[str]) -> None:
        self._rows, self._files, self._stand_ins = rows, files, stand_ins
        # One of an attachment at a time: the second one would write over, or remove, what the first has brought.
        self._arriving: set[str] = set()

    @override
    async def create_attachment(self, input: AttachmentCreateParams, context: None) -> Attachment:
        """Return an attachment that says where its file is to be sent; the caller keeps it."""
        if input.size < 0:
            raise InvalidArguments
        if input.size > MOST_BYTES:
            raise file_too_large(MOST_BYTES)
        made = self._describe(new_id("attachment"), input.name, input.mime_type, input.size)
        place = AttachmentUploadDescriptor(url=AnyUrl(self._stand_ins.for_upload(made.id)), method="PUT")
        return made.model_copy(update={"upload_descriptor": place})

    @override
    async def delete_attachment(self, attachment_id: str, context: None) -> None:
        """Delete the file of an attachment that was not sent; the caller forgets the rest."""
        if self._rows.load(attachment_id).thread_id is not None:
            raise Invalid(text("chat_host.does_not_fit"))
        self._files.remove([attachment_id])

    async def take(self, name: str, pieces: AsyncIterator[bytes]) -> Attachment:
        """Take in the file that belongs at an address of ours; raises an AppError when it is not what was announced."""
        attachment = self._rows.load(self._stand_ins.uploads.find(name))
        if self._rows.is_whole(attachment.id) or attachment.id in self._arriving:
            raise Invalid(text("chat_host.does_not_fit"))
        self._arriving.add(attachment.id)
        try:
            size = await self._files.keep(attachment.id, pieces)
            with self._removed_on_failure(attachment.id):
                if size != size_of(attachment):
                    raise InvalidArguments
                self._rows.mark_whole(attachment.id)
            return self._kept(attachment.id)
        finally:
            self._arriving.discard(attachment.id)

    async def take_unannounced(self, name: str, mime_type: str, pieces: AsyncIterator[bytes]) -> Attachment:
        """Take in a file that comes without having asked for a place."""
        attachment_id = new_id("attachment")
        size = await self._files.keep(attachment_id, pieces)
        with self._removed_on_failure(attachment_id):
            self._rows.save(self._describe(attachment_id, name, mime_type, size))
            self._rows.mark_whole(attachment_id)
        return self._kept(attachment_id)

    def open_picture(self, name: str) -> tuple[Attachment, BinaryIO]:
        """Return the picture at an address of ours, and its bytes; raises NotFoundError."""
        attachment = self._rows.load(self._stand_ins.previews.find(name))
        return attachment, self.open(attachment.id)

    def open(self, attachment_id: str) -> BinaryIO:
        """Return the bytes of an attachment; raises NotFoundError."""
        try:
            return self._files.open(attachment_id)
        except FileNotFoundError:
            raise NotFoundError(attachment_id) from None

    def with_address(self, attachment: Attachment) -> Attachment:
        """Return an attachment whose picture can be loaded now; an address is good for one start."""
        if not isinstance(attachment, ImageAttachment):
            return attachment
        return attachment.model_copy(update={"preview_url": self._address(attachment.id)})

    def with_addresses(self, item: Kept) -> Kept:
        """Return an item whose pictures can be loaded now."""
        if not isinstance(item, UserMessageItem) or not item.attachments:
            return item
        return item.model_copy(update={"attachments": [self.with_address(each) for each in item.attachments]})

    def forget_files(self, attachment_ids: Sequence[str]) -> None:
        """Delete the files of what the database has forgotten."""
        self._files.remove(attachment_ids)

    def require_sendable(self, attachment: Attachment, thread_id: str | None) -> None:
        """Refuse what has not come whole, and what is part of another conversation, with which it will be deleted."""
        if not self._rows.is_whole(attachment.id):
            raise Invalid(text("chat_host.not_whole"), hint=text("chat_host.not_whole.hint"))
        if attachment.thread_id not in (None, thread_id):
            raise Invalid(text("chat_host.does_not_fit"))

    def sweep(self) -> None:
        """Delete what was never sent, after a day, and every file that nothing names; before anything is taken in."""
        self._rows.delete(self._rows.unsent_before(time.time() - UNSENT_SECONDS))
        self._files.remove_all_but(set(self._rows.all()))

    @contextmanager
    def _removed_on_failure(self, attachment_id: str) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self._files.remove([attachment_id])
            raise

    def _kept(self, attachment_id: str) -> Attachment:
        return self.with_address(self._rows.load(attachment_id))

    def _describe(self, attachment_id: str, name: str, mime_type: str, size: int) -> Attachment:
        kind = media_type(mime_type)
        shown = {"id": attachment_id, "name": file_name(name), "mime_type": kind, "metadata": {"size": size}}
        if kind in PICTURES and size <= MOST_PICTURE_BYTES:
            return ImageAttachment.model_validate({**shown, "preview_url": self._address(attachment_id)})
        return FileAttachment.model_validate(shown)

    def _address(self, attachment_id: str) -> AnyUrl:
        return AnyUrl(self._stand_ins.for_preview(attachment_id))


class NoAttachments(AttachmentStore[None]):
    """The place of attachments on a connection that takes none."""

    @override
    async def create_attachment(self, input: AttachmentCreateParams, context: None) -> Attachment:
        """Take none."""
        raise NotOffered

    @override
    async def delete_attachment(self, attachment_id: str, context: None) -> None:
        """Find none."""
        raise NotFoundError(attachment_id)


def size_of(attachment: Attachment) -> int:
    """Return how many bytes an attachment has."""
    size = (attachment.metadata or {}).get("size")
    return size if isinstance(size, int) else 0


def media_type(declared: str) -> str:
    """Return what a page says a file is, without parameters; what is no such word says nothing."""
    kind = declared.partition(";")[0].strip().lower()
    return kind if MEDIA_TYPE.fullmatch(kind) else ANY_TYPE


def file_name(given: str) -> str:
    """Return the name of a file without folders, as one line of at most so many characters."""
    # SECURITY: a page has no business with where a file is, and a name is only ever shown.
    return bound(PureWindowsPath(PurePosixPath(given).name).name) or text("chat_host.unnamed_file")

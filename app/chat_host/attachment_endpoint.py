"""Owns attachments over HTTP: a file comes to its place or in a form, and a picture is shown."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import BinaryIO

from chatkit.types import Attachment
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from app.chat_host.attachments import MOST_BYTES, Attachments
from app.chat_host.form_file import FormFile
from app.chat_host.guard import DIRECT_PATH, PICTURE_HEADERS, PREVIEWS_PATH, UPLOADS_PATH
from app.chat_host.upload_body import UploadBody

SENT_AT_ONCE = 64 * 1024
# What a form has around its file.
FORM_BYTES = 16 * 1024


class AttachmentEndpoint:
    """Answers requests of the chat document for the files of this computer's conversations."""

    def __init__(self, attachments: Attachments) -> None:
        self._attachments = attachments

    @property
    def routes(self) -> tuple[Route, ...]:
        """Where files come and go."""
        return (
            Route(f"{UPLOADS_PATH}/{{name}}", self.upload, methods=["POST", "PUT"]),
            Route(f"{PREVIEWS_PATH}/{{name}}", self.preview, methods=["GET"]),
            Route(DIRECT_PATH, self.upload_form, methods=["POST"]),
        )

    async def upload(self, request: Request) -> Response:
        """Take in the bytes of a file that was announced."""
        body = UploadBody(request, MOST_BYTES)
        name = request.path_params["name"]
        return await body.unless_left(self._take(name, body))

    async def upload_form(self, request: Request) -> Response:
        """Take in a form with a file that nobody announced."""
        body = UploadBody(request, MOST_BYTES + FORM_BYTES)
        return await body.unless_left(self._take_form(request.headers.get("content-type", ""), body))

    async def preview(self, request: Request) -> Response:
        """Return a picture."""
        attachment, file = self._attachments.open_picture(request.path_params["name"])
        return StreamingResponse(_pieces(file), media_type=attachment.mime_type, headers=PICTURE_HEADERS)

    async def _take(self, name: str, body: UploadBody) -> Response:
        return _told(await self._attachments.take(name, body.pieces()))

    async def _take_form(self, content_type: str, body: UploadBody) -> Response:
        file = FormFile(content_type, body.pieces())
        await file.begin()
        return _told(await self._attachments.take_unannounced(file.name, file.mime_type, file.pieces()))


def _told(attachment: Attachment) -> Response:
    said = attachment.model_dump_json(exclude_none=True, context={"exclude_metadata": True})
    return Response(said, media_type="application/json")


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    with closing(file):
        while piece := file.read(SENT_AT_ONCE):
            yield piece

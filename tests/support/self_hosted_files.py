"""A ChatKit server of one's own that takes files in two phases, made of the SDK as its guide says."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from chatkit.store import AttachmentStore
from chatkit.types import (
    Attachment,
    AttachmentCreateParams,
    AttachmentUploadDescriptor,
    FileAttachment,
    ImageAttachment,
    ThreadMetadata,
    ThreadStreamEvent,
    UserMessageItem,
)
from pydantic import AnyUrl
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from app.chat_host.http import Answer
from app.chat_host.sdk import ChatKitServer, StreamingResult
from app.chat_host.server import ConversationServer
from app.chat_host.store import ConversationStore
from tests.support.hosts_in_threads import served_in_thread
from tests.support.scripted_agents import AT, Scripted, event
from tests.support.self_hosted import echo

UPLOAD_KEY = "key-of-one-upload"


@dataclass
class FilesAtServer:
    """The server as a test sees it: where its files are told to be, what came, and with which heads."""

    url: str = ""
    # Where a file is said to go and to come from, if not to this server itself.
    elsewhere: str = ""
    kept: dict[str, bytes] = field(default_factory=dict)
    heads: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)

    @property
    def origin(self) -> str:
        """Return where the files are."""
        return self.elsewhere or self.url.removesuffix("/chatkit")


def preview_of(told: FilesAtServer, name: str) -> str:
    """Return where the picture of a file is."""
    return f"{told.origin}/files/{name}?size=small"


class Files(AttachmentStore[None]):
    """Says where the bytes of a file belong."""

    def __init__(self, told: FilesAtServer) -> None:
        self._told = told

    async def create_attachment(self, input: AttachmentCreateParams, context: None) -> Attachment:
        """Return a new attachment whose bytes are still to come."""
        made = self.generate_attachment_id(input.mime_type, context)
        descriptor = AttachmentUploadDescriptor(
            url=AnyUrl(f"{self._told.origin}/files/{made}"), method="PUT", headers={"X-Upload-Key": UPLOAD_KEY}
        )
        kind: dict[str, Any] = {"id": made, "name": input.name, "mime_type": input.mime_type}
        if not input.mime_type.startswith("image/"):
            return FileAttachment(upload_descriptor=descriptor, **kind)
        preview = AnyUrl(preview_of(self._told, made))
        return ImageAttachment(upload_descriptor=descriptor, preview_url=preview, **kind)

    async def delete_attachment(self, attachment_id: str, context: None) -> None:
        """Forget its bytes."""
        self._told.kept.pop(attachment_id, None)


class Store(ConversationStore):
    """Keeps attachments in memory."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection)
        self._attachments: dict[str, Attachment] = {}

    async def save_attachment(self, attachment: Attachment, context: None) -> None:
        """Keep one."""
        self._attachments[attachment.id] = attachment

    async def load_attachment(self, attachment_id: str, context: None) -> Attachment:
        """Return one."""
        return self._attachments[attachment_id]

    async def delete_attachment(self, attachment_id: str, context: None) -> None:
        """Forget one."""
        self._attachments.pop(attachment_id, None)


class FilesServer(ChatKitServer[None]):
    """Says what it was sent."""

    async def respond(
        self, thread: ThreadMetadata, input_user_message: UserMessageItem | None, context: None
    ) -> AsyncIterator[ThreadStreamEvent]:
        """Name what was attached."""
        names = [each.name for each in input_user_message.attachments] if input_user_message else []
        item = {"type": "assistant_message", "id": self.store.generate_item_id("message", thread, context)}
        content = [{"type": "output_text", "text": f"It got {', '.join(names) or 'no file'}.", "annotations": []}]
        yield event("thread.item.done", item={**item, "thread_id": thread.id, "created_at": AT, "content": content})


@contextmanager
def self_hosted_with_files(token: str = "") -> Iterator[FilesAtServer]:
    """Serve until the end of the block. With a token, nobody else is answered."""
    told = FilesAtServer()

    def build(given: ConversationServer, _port: int) -> Starlette:
        server = FilesServer(Store(given.store._connection), Files(told))

        async def converse(request: Request) -> Response:
            result = await server.process(await request.body(), None)
            if isinstance(result, StreamingResult):
                return StreamingResponse(result, media_type="text/event-stream")
            return Response(result.json, media_type="application/json")

        async def put(request: Request) -> Response:
            name = request.path_params["name"]
            told.kept[name] = await request.body()
            picture = {"type": "image", "mime_type": "image/png", "preview_url": preview_of(told, name)}
            return JSONResponse({**picture, "size": len(told.kept[name])})

        async def get(request: Request) -> Response:
            found = told.kept.get(request.path_params["name"])
            return Response(status_code=404) if found is None else Response(found, media_type="image/png")

        def checked(answer: Answer) -> Answer:
            async def check_and_answer(request: Request) -> Response:
                told.heads.append((request.method, request.url.path, dict(request.headers)))
                if token and request.headers.get("authorization") != f"Bearer {token}":
                    return Response(status_code=401)
                return await answer(request)

            return check_and_answer

        return Starlette(
            routes=[
                Route("/chatkit", checked(converse), methods=["POST"]),
                Route("/files/{name}", checked(put), methods=["PUT"]),
                Route("/files/{name}", checked(get), methods=["GET"]),
            ]
        )

    with served_in_thread(lambda: Scripted(echo), build) as port:
        told.url = f"http://127.0.0.1:{port}/chatkit"
        yield told

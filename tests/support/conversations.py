"""Conversations for tests: requests as the chat document sends them, and events as the SDK's own types read them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import closing, contextmanager
from typing import Any

from chatkit.types import (
    AssistantMessageContent,
    AssistantMessageItem,
    ThreadCreatedEvent,
    ThreadItemAddedEvent,
    ThreadItemDoneEvent,
    ThreadItemUpdatedEvent,
    ThreadMetadata,
    ThreadStreamEvent,
    UserMessageItem,
)
from pydantic import TypeAdapter

from app.chat_host.agents.guide import Guide
from app.chat_host.database import open_in_memory
from app.chat_host.sdk import StreamingResult
from app.chat_host.server import ConversationServer
from app.chat_host.store import ConversationStore

EVENTS: TypeAdapter[ThreadStreamEvent] = TypeAdapter(ThreadStreamEvent)
TOOLS = ("switch_theme", "pick_files")


def request(operation: str, **params: object) -> dict[str, object]:
    """Return a request's body as an object."""
    return {"type": operation, "params": params}


def body(operation: str, **params: object) -> bytes:
    """Return a request's body."""
    return json.dumps(request(operation, **params)).encode()


def words(text: str, attachments: Iterable[str] = ()) -> dict[str, object]:
    """Return what a person sends."""
    return {
        "content": [{"type": "input_text", "text": text}],
        "attachments": list(attachments),
        "inference_options": {},
    }


def read_events(pieces: Iterable[bytes]) -> list[ThreadStreamEvent]:
    """Return the events of a stream; each must be one that the SDK's own types accept."""
    lines = b"".join(pieces).split(b"\n\n")
    return [EVENTS.validate_json(line.removeprefix(b"data: ")) for line in lines if line]


def said(events: Iterable[ThreadStreamEvent]) -> str:
    """Return what the agent said in a stream, from its finished messages."""
    items = [event.item for event in events if isinstance(event, ThreadItemDoneEvent)]
    return "".join(part.text for item in items if isinstance(item, AssistantMessageItem) for part in item.content)


def thread_id_of(events: Iterable[ThreadStreamEvent]) -> str:
    """Return the id of the thread that a stream began with."""
    return next(event.thread.id for event in events if isinstance(event, ThreadCreatedEvent))


@contextmanager
def open_store() -> Iterator[ConversationStore]:
    """Give a store that nobody keeps."""
    with closing(open_in_memory()) as connection:
        yield ConversationStore(connection)


@contextmanager
def open_server() -> Iterator[ConversationServer]:
    """Give a server with the guide, which speaks without a pause."""
    with open_store() as store:
        yield ConversationServer(store, Guide(TOOLS, pace_seconds=0))


async def ask(server: ConversationServer, operation: str, **params: object) -> list[ThreadStreamEvent]:
    """Send a request that is answered by a stream, and return all of it."""
    result = await server.process(body(operation, **params), None)
    assert isinstance(result, StreamingResult)
    return read_events([piece async for piece in result])


async def fetch(server: ConversationServer, operation: str, **params: object) -> Any:
    """Send a request that is answered by one object, and return it."""
    result = await server.process(body(operation, **params), None)
    assert not isinstance(result, StreamingResult)
    return json.loads(result.json)


class Chatterbox:
    """An agent that never ends by itself; `spoken` counts its pieces."""

    def __init__(self, wait: Any) -> None:
        self.spoken = 0
        self._wait = wait

    async def answer(self, turn: Any) -> AsyncIterator[ThreadStreamEvent]:
        """Say "word " for ever."""
        item = AssistantMessageItem.model_validate(assistant_message(turn.thread.id, turn.new_id("message"), ""))
        yield ThreadItemAddedEvent(item=item.model_copy(update={"content": []}))
        while True:
            update = {"type": "assistant_message.content_part.text_delta", "content_index": 0, "delta": "word "}
            yield ThreadItemUpdatedEvent.model_validate({"item_id": item.id, "update": update})
            self.spoken += 1
            await self._wait()


def assistant_message(
    thread_id: str, item_id: str, text: str, created_at: str = "2026-01-01T00:00:00Z"
) -> dict[str, Any]:
    """Return an assistant's message as plain data."""
    content = AssistantMessageContent(text=text).model_dump()
    return {"id": item_id, "thread_id": thread_id, "created_at": created_at, "content": [content]}


def message_item(item_id: str, text: str = "hello", *, created_at: str = "2026-01-01T00:00:00Z") -> UserMessageItem:
    """Return a person's message as the store keeps it."""
    return UserMessageItem.model_validate(
        {"id": item_id, "thread_id": "thr_1", "created_at": created_at, **words(text), "attachments": []}
    )


def thread(thread_id: str = "thr_1", title: str | None = None) -> ThreadMetadata:
    """Return a thread as the store keeps it."""
    return ThreadMetadata.model_validate({"id": thread_id, "created_at": "2026-01-01T00:00:00Z", "title": title})

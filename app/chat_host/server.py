"""Owns the conversation: ChatKit's server with the edges of its SDK made safe, and an agent that answers."""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator, AsyncIterator
from typing import Any

import anyio
from chatkit.actions import Action
from chatkit.errors import CustomStreamError
from chatkit.store import NotFoundError
from chatkit.types import (
    ClientToolCallItem,
    ErrorEvent,
    FeedbackKind,
    NonStreamingReq,
    StreamingReq,
    SyncCustomActionResponse,
    ThreadItem,
    ThreadMetadata,
    ThreadsRetryAfterItemReq,
    ThreadStreamEvent,
    UserMessageItem,
    WidgetItem,
    is_streaming_req,
)
from typing_extensions import override

from app.chat_host.agents.agent import Agent, Turn, message_text
from app.chat_host.operations import attachment_ids, parse_operation
from app.chat_host.sdk import ChatKitServer, NonStreamingResult, StreamingResult
from app.chat_host.store import ConversationStore, NoAttachments
from app.errors import AppError, InternalError, Invalid, NotFound, UnknownCommand
from app.resources import text

TITLE_LENGTH = 60

logger = logging.getLogger(__name__)


class ConversationServer(ChatKitServer[None]):
    """Serves one store with one agent."""

    store: ConversationStore

    def __init__(self, store: ConversationStore, agent: Agent) -> None:
        super().__init__(store, NoAttachments())
        self._agent = agent

    @override
    async def process(self, request: str | bytes | bytearray, context: None) -> StreamingResult | NonStreamingResult:
        """Answer one request."""
        # WORKAROUND(openai-chatkit 1.6.5): its own version builds a validator for each request (7 ms), and lets what
        # fails before the first event end the stream without a word. Remove when both are fixed upstream.
        operation = parse_operation(bytes(request) if isinstance(request, bytearray) else request)
        await self._require_what_it_names(operation)
        if is_streaming_req(operation):
            return StreamingResult(self._stream(operation, context))
        return NonStreamingResult(await self._process_non_streaming(operation, context))

    @override
    async def respond(
        self,
        thread: ThreadMetadata,
        input_user_message: UserMessageItem | None,
        context: None,
    ) -> AsyncIterator[ThreadStreamEvent]:
        """Let the agent answer what the person said or what a tool brought."""
        if thread.title is None and input_user_message is not None:
            thread.title = shorten(message_text(input_user_message)) or None
        turn = Turn(
            thread=thread,
            message=input_user_message,
            tool_call=None if input_user_message else await self._finished_tool_call(thread),
            new_id=lambda kind: self.store.generate_item_id(kind, thread, context),
        )
        try:
            async for event in self._agent.answer(turn):
                yield event
        except AppError as error:
            raise CustomStreamError(error.sentence, allow_retry=error.retryable) from error

    @override
    def action(
        self,
        thread: ThreadMetadata,
        action: Action[str, Any],
        sender: WidgetItem | None,
        context: None,
    ) -> AsyncIterator[ThreadStreamEvent]:
        """Say that no widget of this agent does anything."""
        raise CustomStreamError(UnknownCommand.default_sentence)

    @override
    async def sync_action(
        self,
        thread: ThreadMetadata,
        action: Action[str, Any],
        sender: WidgetItem | None,
        context: None,
    ) -> SyncCustomActionResponse:
        """Say that no widget of this agent does anything."""
        raise UnknownCommand

    @override
    async def add_feedback(self, thread_id: str, item_ids: list[str], feedback: FeedbackKind, context: None) -> None:
        """Keep what the person thinks of an answer."""
        await self.store.save_feedback(thread_id, item_ids, feedback)

    @override
    async def handle_stream_cancelled(
        self, thread: ThreadMetadata, pending_items: list[ThreadItem], context: None
    ) -> None:
        """Keep what was said until the person stopped it."""
        # The request's cancel scope cancels every further wait in here, and with it the write, unless it is shielded.
        with anyio.CancelScope(shield=True):
            await super().handle_stream_cancelled(thread, pending_items, context)

    async def _require_what_it_names(self, operation: StreamingReq | NonStreamingReq) -> None:
        """Refuse before the first event what would otherwise leave an empty thread or an empty stream behind."""
        for attachment_id in attachment_ids(operation):
            await self.store.load_attachment(attachment_id, None)
        if isinstance(operation, ThreadsRetryAfterItemReq):
            await self.store.load_item(operation.params.thread_id, operation.params.item_id, None)

    async def _finished_tool_call(self, thread: ThreadMetadata) -> ClientToolCallItem | None:
        newest = await self.store.load_thread_items(thread.id, None, 1, "desc", None)
        item = newest.data[0] if newest.data else None
        return item if isinstance(item, ClientToolCallItem) and item.status == "completed" else None

    async def _stream(self, operation: StreamingReq, context: None) -> AsyncGenerator[bytes, None]:
        """Frame the events of one answer; what breaks it becomes its last event."""
        try:
            async for event in self._process_streaming_impl(operation, context):
                yield self._frame(event)
        except NotFoundError:
            yield self._frame(error_event(NotFound()))
        except AppError as error:
            yield self._frame(error_event(error))
        except ValueError as error:
            # This is how the SDK says that a request does not fit: no tool waits for this result, no form for this
            # answer. Its message stays out of the log, it may quote what a person wrote.
            logger.warning("an answer broke off: %s", type(error).__name__)
            yield self._frame(error_event(Invalid(text("chat_host.does_not_fit"))))
        except Exception as error:  # noqa: BLE001 -- a store or an agent may raise anything
            # A stream that ends without a word looks like a lost network. What it was stands in the log by its kind
            # only, as its message may quote what a person wrote.
            logger.error("an answer broke off: %s", type(error).__name__)
            yield self._frame(error_event(InternalError()))

    def _frame(self, event: ThreadStreamEvent) -> bytes:
        return b"data: " + self._serialize(event) + b"\n\n"


def error_event(error: AppError) -> ErrorEvent:
    """Return how a stream tells an error."""
    return ErrorEvent(code="custom", message=error.sentence, allow_retry=error.retryable)


def shorten(words: str) -> str:
    """Return the first line of a message, cut at a word, for a thread's title."""
    line = " ".join(words.split())
    if len(line) <= TITLE_LENGTH:
        return line
    return line[:TITLE_LENGTH].rsplit(" ", 1)[0] + "…"

"""Owns the conversation: ChatKit's server with the edges of its SDK made safe, and an agent that answers."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing, suppress
from functools import partial
from typing import Any

import anyio
from chatkit.actions import Action
from chatkit.errors import BaseStreamError
from chatkit.store import NotFoundError
from chatkit.types import (
    ClientToolCallItem,
    FeedbackKind,
    NonStreamingReq,
    StreamingReq,
    StructuredInputItem,
    SyncCustomActionResponse,
    ThreadCreatedEvent,
    ThreadItem,
    ThreadItemDoneEvent,
    ThreadItemUpdatedEvent,
    ThreadMetadata,
    ThreadsAddStructuredInputReq,
    ThreadsCreateReq,
    ThreadsCustomActionReq,
    ThreadsDeleteReq,
    ThreadsRetryAfterItemReq,
    ThreadsSyncCustomActionReq,
    ThreadStreamEvent,
    ThreadsUpdateReq,
    UserMessageItem,
    WidgetItem,
    is_streaming_req,
)
from typing_extensions import override

from app.chat_host.agents.agent import ActsAtOnce, Agent, AttachedFile, Turn, WidgetAction, message_text
from app.chat_host.answers import Answer, Answers
from app.chat_host.attachments import MOST_IN_A_MESSAGE, NoAttachments, size_of
from app.chat_host.broken_answers import as_stream_error, last_event
from app.chat_host.operations import attachment_ids, parse_operation
from app.chat_host.sdk import ChatKitServer, NonStreamingResult, StreamingResult
from app.chat_host.store import ConversationStore
from app.chat_host.titles import shorten
from app.chat_host.transactions import StoreFailure
from app.chat_host.unfinished import worth_keeping
from app.errors import InternalError, Invalid, InvalidArguments, NotFound, NotOffered
from app.resources import text


class ConversationServer(ChatKitServer[None]):
    """Serves one store with one agent."""

    store: ConversationStore

    def __init__(self, store: ConversationStore, agent: Agent) -> None:
        super().__init__(store, store.attachments or NoAttachments())
        self._agent = agent
        self._answers = Answers()

    @override
    async def process(self, request: str | bytes | bytearray, context: None) -> StreamingResult | NonStreamingResult:
        """Answer one request."""
        # WORKAROUND(openai-chatkit 1.6.5): its own version builds a validator for each request (7 ms), and lets what
        # fails before the first event end the stream without a word. Remove when both are fixed upstream.
        operation = parse_operation(bytes(request) if isinstance(request, bytearray) else request)
        await self._require_what_it_names(operation)
        if not is_streaming_req(operation):
            result = await self._process_non_streaming(operation, context)
            self._tell_answer(operation)
            return NonStreamingResult(result)
        if not isinstance(operation, ThreadsCreateReq):
            await self._answers.wait_for_turn(operation.params.thread_id)
        return StreamingResult(self._stream(operation, context))

    @override
    async def respond(
        self,
        thread: ThreadMetadata,
        input_user_message: UserMessageItem | None,
        context: None,
    ) -> AsyncIterator[ThreadStreamEvent]:
        """Let the agent answer what the person said or filled in, or what a tool brought."""
        if thread.title is None and input_user_message is not None:
            thread.title = shorten(message_text(input_user_message) or _first_name(input_user_message)) or None
        form = None if input_user_message else await self._answered_form(thread)
        tool_call = None if input_user_message or form else await self._finished_tool_call(thread)
        turn = self._turn(thread, message=input_user_message, tool_call=tool_call, structured_input=form)
        async for event in self._let_answer(turn):
            yield event

    @override
    async def action(
        self,
        thread: ThreadMetadata,
        action: Action[str, Any],
        sender: WidgetItem | None,
        context: None,
    ) -> AsyncIterator[ThreadStreamEvent]:
        """Let the agent answer what the person did with a widget."""
        async for event in self._let_answer(self._turn(thread, action=_as_widget_action(action, sender))):
            yield event

    @override
    async def sync_action(
        self,
        thread: ThreadMetadata,
        action: Action[str, Any],
        sender: WidgetItem | None,
        context: None,
    ) -> SyncCustomActionResponse:
        """Let the agent change one item at once, and keep it."""
        if not isinstance(self._agent, ActsAtOnce):
            raise NotOffered
        item = await self._agent.act_at_once(self._turn(thread, action=_as_widget_action(action, sender)))
        if item is not None:
            await self.store.save_item(thread.id, item, context)
        return SyncCustomActionResponse(updated_item=item)

    @override
    async def add_feedback(self, thread_id: str, item_ids: list[str], feedback: FeedbackKind, context: None) -> None:
        """Keep what the person thinks of an answer."""
        await self.store.save_feedback(thread_id, item_ids, feedback)

    @override
    async def handle_stream_cancelled(
        self, thread: ThreadMetadata, pending_items: list[ThreadItem], context: None
    ) -> None:
        """Keep what was said and done until the person stopped it, and that it was stopped."""
        # The request's cancel scope cancels every further wait in here, and with it the write, unless it is shielded.
        # Whatever fails, the cancellation itself has to go on.
        with anyio.CancelScope(shield=True), suppress(NotFoundError, StoreFailure):
            for item in worth_keeping(pending_items):
                await self.store.add_thread_item(thread.id, item, context)
            await super().handle_stream_cancelled(thread, [], context)

    @override
    def _update_pending_items(self, pending_items: dict[str, ThreadItem], event: ThreadItemUpdatedEvent) -> None:
        # WORKAROUND(openai-chatkit 1.6.5): it keeps what was begun to itself, and drops it when an agent fails. Remove
        # when it keeps that as it does for an answer that is stopped.
        super()._update_pending_items(pending_items, event)
        pending = pending_items.get(event.item_id)
        answer = self._answers.of(pending.thread_id) if pending else None
        if answer is not None:
            answer.pending = pending_items

    async def _require_what_it_names(self, operation: StreamingReq | NonStreamingReq) -> None:
        """Refuse before the first event what would otherwise leave an empty thread or an empty stream behind."""
        await self._require_attachments(attachment_ids(operation), getattr(operation.params, "thread_id", None))
        if isinstance(operation, ThreadsRetryAfterItemReq):
            await self.store.load_item(operation.params.thread_id, operation.params.item_id, None)
        if isinstance(operation, ThreadsCustomActionReq | ThreadsSyncCustomActionReq) and operation.params.item_id:
            item = await self.store.load_item(operation.params.thread_id, operation.params.item_id, None)
            if not isinstance(item, WidgetItem):
                raise Invalid(text("chat_host.does_not_fit"))

    async def _require_attachments(self, ids: Sequence[str], thread_id: str | None) -> None:
        if len(ids) > MOST_IN_A_MESSAGE:
            raise InvalidArguments
        for each in ids:
            attachment = await self.store.load_attachment(each, None)
            if self.store.attachments is not None:
                self.store.attachments.require_sendable(attachment, thread_id)

    def _tell_answer(self, operation: NonStreamingReq) -> None:
        """Let the answer that a thread is being given know that the thread is gone, or has a new title."""
        if not isinstance(operation, ThreadsDeleteReq | ThreadsUpdateReq):
            return
        answer = self._answers.of(operation.params.thread_id)
        if answer is None:
            return
        if isinstance(operation, ThreadsDeleteReq):
            answer.end()
        elif answer.thread is not None:
            # The SDK keeps its own copy when the agent changes it, with the title that this one has.
            answer.thread.title = operation.params.title

    def _turn(
        self,
        thread: ThreadMetadata,
        *,
        message: UserMessageItem | None = None,
        tool_call: ClientToolCallItem | None = None,
        action: WidgetAction | None = None,
        structured_input: StructuredInputItem | None = None,
    ) -> Turn:
        return Turn(
            thread=thread,
            message=message,
            tool_call=tool_call,
            new_id=lambda kind: self.store.generate_item_id(kind, thread, None),
            action=action,
            structured_input=structured_input,
            files=self._files(message),
        )

    def _files(self, message: UserMessageItem | None) -> tuple[AttachedFile, ...]:
        kept = self.store.attachments
        if message is None or kept is None:
            return ()
        return tuple(
            AttachedFile(each.name, each.mime_type, size_of(each), partial(kept.open, each.id))
            for each in message.attachments
        )

    async def _answered_form(self, thread: ThreadMetadata) -> StructuredInputItem | None:
        answer = self._answers.of(thread.id)
        if answer is None or not isinstance(answer.operation, ThreadsAddStructuredInputReq):
            return None
        item = await self.store.load_item(thread.id, answer.operation.params.item_id, None)
        return item if isinstance(item, StructuredInputItem) else None

    async def _finished_tool_call(self, thread: ThreadMetadata) -> ClientToolCallItem | None:
        newest = await self.store.load_thread_items(thread.id, None, 1, "desc", None)
        item = newest.data[0] if newest.data else None
        return item if isinstance(item, ClientToolCallItem) and item.status == "completed" else None

    async def _let_answer(self, turn: Turn) -> AsyncIterator[ThreadStreamEvent]:
        """Pass the agent's answer on; where it fails, what it has said until then is kept."""
        answer = self._answers.of(turn.thread.id)
        if answer is None:
            raise InternalError
        answer.thread = turn.thread
        failure: BaseStreamError | None = None
        try:
            async for event in answer.until_ended(self._agent.answer(turn)):
                yield event
        except Exception as error:  # noqa: BLE001 -- an agent may raise anything
            failure = as_stream_error(error)
        if answer.ended:
            # Otherwise the SDK would try to keep what the agent changed in a thread that is gone.
            raise as_stream_error(NotFound())
        if failure:
            for item in worth_keeping(answer.pending.values()):
                yield ThreadItemDoneEvent(item=item)
            raise failure

    async def _stream(self, operation: StreamingReq, context: None) -> AsyncGenerator[bytes, None]:
        """Frame the events of one answer; what breaks it becomes its last event."""
        answer, told = Answer(operation), False
        try:
            with self._answers.giving(answer):
                async with aclosing(self._events(answer, context)) as events:
                    async for event in events:
                        yield self._frame(event)
                        told = event.type == "error"
                        if answer.ended:
                            break
            if answer.ended and not told:
                raise NotFoundError
        except Exception as error:  # noqa: BLE001 -- a store may raise anything
            # A stream that ends without a word looks like a lost network. The SDK may have told it, and then failed
            # at the same thing once more.
            if not told:
                yield self._frame(last_event(error))

    async def _events(self, answer: Answer, context: None) -> AsyncGenerator[ThreadStreamEvent, None]:
        """Answer; a new thread is only spoken of once its first message is kept, for only then it is there."""
        async with aclosing(self._process_streaming_impl(answer.operation, context)) as events:
            if isinstance(answer.operation, ThreadsCreateReq):
                beginning = [await anext(events), await anext(events)]
                for event in beginning:
                    if isinstance(event, ThreadCreatedEvent):
                        self._answers.begin(event.thread.id, answer)
                for event in beginning:
                    yield event
            async for event in events:
                yield event

    def _frame(self, event: ThreadStreamEvent) -> bytes:
        return b"data: " + self._serialize(event) + b"\n\n"


def _first_name(message: UserMessageItem) -> str:
    return message.attachments[0].name if message.attachments else ""


def _as_widget_action(action: Action[str, Any], widget: WidgetItem | None) -> WidgetAction:
    return WidgetAction(action.type, action.payload or {}, widget.id if widget else None, widget)

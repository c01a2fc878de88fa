"""Owns which threads are being answered: one answer a thread at a time, ended when its thread is deleted."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import contextmanager

import anyio
from chatkit.types import StreamingReq, ThreadItem, ThreadMetadata, ThreadStreamEvent

from app.errors import Busy
from app.resources import text

# Who stops an answer and asks anew at once is faster than the news that the page has hung up.
PATIENCE_SECONDS = 1.0


class Answer:
    """One answer while it is given.

    `thread` is the SDK's live copy, which it keeps when it changes; `pending` is what was begun and is not kept yet.
    """

    def __init__(self, operation: StreamingReq) -> None:
        self.operation = operation
        self.thread: ThreadMetadata | None = None
        self.pending: dict[str, ThreadItem] = {}
        self.ended = False
        self.over = asyncio.Event()
        self._waiting: anyio.CancelScope | None = None

    def end(self) -> None:
        """End this answer, also while its agent is still thinking."""
        self.ended = True
        if self._waiting is not None:
            self._waiting.cancel()

    async def until_ended(self, events: AsyncIterator[ThreadStreamEvent]) -> AsyncGenerator[ThreadStreamEvent, None]:
        """Pass on what an agent says, until it has said everything or this answer is ended."""
        while not self.ended:
            with anyio.CancelScope() as self._waiting:
                try:
                    event = await anext(events)
                except StopAsyncIteration:
                    return
            self._waiting = None
            # An agent may answer its cancellation with one more event.
            if not self.ended:
                yield event


class Answers:
    """The answers that are being given, by thread."""

    def __init__(self) -> None:
        self._running: dict[str, Answer] = {}

    async def wait_for_turn(self, thread_id: str) -> None:
        """Wait a moment for an answer that is just being stopped; raise Busy when it goes on."""
        running = self._running.get(thread_id)
        if running is None:
            return
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await running.over.wait()
        except TimeoutError:
            raise Busy(text("chat_host.answering")) from None

    @contextmanager
    def giving(self, answer: Answer) -> Iterator[None]:
        """Take a thread's turn for one answer, or raise Busy; a new thread gets its name later, by `begin`."""
        named: str | None = getattr(answer.operation.params, "thread_id", None)
        if named is not None:
            self.begin(named, answer)
        try:
            yield
        finally:
            for thread_id in [each for each, running in self._running.items() if running is answer]:
                del self._running[thread_id]
            answer.over.set()

    def begin(self, thread_id: str, answer: Answer) -> None:
        """Let one answer have a thread's turn."""
        if thread_id in self._running:
            raise Busy(text("chat_host.answering"))
        self._running[thread_id] = answer

    def of(self, thread_id: str) -> Answer | None:
        """Return the answer that a thread is being given."""
        return self._running.get(thread_id)

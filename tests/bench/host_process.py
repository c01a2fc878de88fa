"""Runs inside the measured chat host: the host itself, with an agent whose words say when they were said."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime

from chatkit.types import (
    AssistantMessageContent,
    AssistantMessageContentPartTextDelta,
    AssistantMessageItem,
    ThreadItemAddedEvent,
    ThreadItemDoneEvent,
    ThreadItemUpdatedEvent,
    ThreadStreamEvent,
)

from app.chat_host import composition, process, rehearsal
from app.chat_host.agents.agent import Turn, message_text


class Clock:
    """Says as many words as it is asked for; each is the moment it was said, in nanoseconds of the system's clock."""

    def __init__(self, _tools: Sequence[str] = (), **_options: object) -> None:
        pass

    async def answer(self, turn: Turn) -> AsyncIterator[ThreadStreamEvent]:
        """Say them, one after the other, without a pause."""
        count = int(message_text(turn.message) or 1) if turn.message else 1
        item = AssistantMessageItem(
            id=turn.new_id("message"), thread_id=turn.thread.id, created_at=datetime.now(UTC), content=[]
        )
        yield ThreadItemAddedEvent(item=item)
        for _ in range(count):
            await asyncio.sleep(0)
            words = AssistantMessageContentPartTextDelta(content_index=0, delta=f"{time.perf_counter_ns()} ")
            yield ThreadItemUpdatedEvent(item_id=item.id, update=words)
        whole = AssistantMessageContent(text="done")
        yield ThreadItemDoneEvent(item=item.model_copy(update={"content": [whole]}))


if __name__ == "__main__":
    for each in (composition, rehearsal):
        vars(each).update(Guide=Clock)
    sys.exit(process.main())

"""Owns how the parts of an answer become the events of a ChatKit stream, and how quickly they are said."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from chatkit.store import StoreItemType
from chatkit.types import (
    AssistantMessageItem,
    ClientToolCallItem,
    StructuredInputItem,
    ThreadItemAddedEvent,
    ThreadItemDoneEvent,
    ThreadItemReplacedEvent,
    ThreadItemUpdatedEvent,
    ThreadStreamEvent,
    WidgetItem,
    WorkflowItem,
)

from app.chat_host.agents.agent import Turn
from app.chat_host.agents.guide.parts import (
    CALLED_BY,
    Choice,
    OpenQuestion,
    Part,
    Questions,
    Step,
    Steps,
    ToolCall,
    Widget,
    Words,
)

# A person follows words that come one after the other; all at once they are a wall.
PACE_SECONDS = 0.008
PACES_OF_A_STEP = 25
PIECES = re.compile(r"\s*\S+\s*")


async def speak(part: Part, turn: Turn, pace_seconds: float) -> AsyncIterator[ThreadStreamEvent]:
    """Stream one part of an answer."""
    match part:
        case Words():
            async for event in _say(part, turn, pace_seconds):
                yield event
        case Steps():
            async for event in _walk(part, turn, pace_seconds * PACES_OF_A_STEP):
                yield event
        case Widget():
            yield _show(part, turn)
        case Questions():
            item = StructuredInputItem.model_validate(_base(turn, "message") | {"inputs": _inputs(part.inputs)})
            yield ThreadItemDoneEvent(item=item)
        case ToolCall():
            call_id = turn.new_id("tool_call") + (CALLED_BY + part.widget_id if part.widget_id else "")
            call = {"call_id": call_id, "name": part.tool, "arguments": dict(part.arguments)}
            yield ThreadItemDoneEvent(item=ClientToolCallItem.model_validate(_base(turn, "tool_call") | call))


async def _say(words: Words, turn: Turn, pace_seconds: float) -> AsyncIterator[ThreadStreamEvent]:
    item = AssistantMessageItem.model_validate(_base(turn, "message") | {"content": []})
    yield ThreadItemAddedEvent(item=item)
    yield _update(item.id, "assistant_message.content_part.added", content_index=0, content={"text": ""})
    pieces = PIECES.findall(words.text)
    for number, piece in enumerate(pieces):
        # The first word comes at once: nobody has anything to read yet.
        if number > 0:
            await asyncio.sleep(pace_seconds)
        yield _update(item.id, "assistant_message.content_part.text_delta", content_index=0, delta=piece)
    content = {"text": words.text}
    yield _update(item.id, "assistant_message.content_part.done", content_index=0, content=content)
    done = AssistantMessageItem.model_validate({**item.model_dump(), "content": [content]})
    yield ThreadItemDoneEvent(item=done)


async def _walk(steps: Steps, turn: Turn, pace_seconds: float) -> AsyncIterator[ThreadStreamEvent]:
    def item(done: Sequence[Step], **more: Any) -> WorkflowItem:
        workflow = {"type": "custom", "expanded": True, "tasks": [_task(step, "complete") for step in done], **more}
        return WorkflowItem.model_validate({**base, "workflow": workflow})

    base = _base(turn, "workflow")
    yield ThreadItemAddedEvent(item=item(()))
    for number, step in enumerate(steps.steps):
        yield _update(base["id"], "workflow.task.added", task_index=number, task=_task(step, "loading"))
        await asyncio.sleep(pace_seconds)
        yield _update(base["id"], "workflow.task.updated", task_index=number, task=_task(step, "complete"))
    yield ThreadItemDoneEvent(item=item(steps.steps, summary={"title": steps.title}))


def _show(widget: Widget, turn: Turn) -> ThreadStreamEvent:
    shown = _base(turn, "message") | {"widget": widget.root, "copy_text": widget.copy_text}
    if widget.replaces is None:
        return ThreadItemDoneEvent(item=WidgetItem.model_validate(shown))
    return ThreadItemReplacedEvent(item=WidgetItem.model_validate(shown | {"id": widget.replaces}))


def _inputs(inputs: Sequence[Choice | OpenQuestion]) -> list[Mapping[str, Any]]:
    return [_choice(each) if isinstance(each, Choice) else _open_question(each) for each in inputs]


def _choice(choice: Choice) -> Mapping[str, Any]:
    options = [{"value": option} for option in choice.options]
    return {"type": "multiple_choice", "id": choice.id, "question": choice.question, "options": options}


def _open_question(asked: OpenQuestion) -> Mapping[str, Any]:
    return {"type": "freeform", "id": asked.id, "question": asked.question, "description": asked.description}


def _task(step: Step, status: str) -> Mapping[str, Any]:
    content = step.content if status == "complete" else None
    return {"type": "custom", "title": step.title, "icon": step.icon, "content": content, "status_indicator": status}


def _base(turn: Turn, kind: StoreItemType) -> dict[str, Any]:
    return {"id": turn.new_id(kind), "thread_id": turn.thread.id, "created_at": datetime.now(UTC)}


def _update(item_id: str, kind: str, **more: Any) -> ThreadItemUpdatedEvent:
    return ThreadItemUpdatedEvent.model_validate({"item_id": item_id, "update": {"type": kind, **more}})

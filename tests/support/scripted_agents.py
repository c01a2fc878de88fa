"""Agents with a script: one that says everything the protocol knows, and some that fail or wait on purpose."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

from chatkit.types import ThreadItem, ThreadStreamEvent
from pydantic import TypeAdapter

from app.chat_host.agents.agent import Turn
from tests.support.conversations import EVENTS, assistant_message

ITEMS: TypeAdapter[ThreadItem] = TypeAdapter(ThreadItem)
AT = "2026-01-01T00:00:00Z"
URL = {"type": "url", "title": "A page", "url": "https://example.com/", "attribution": "Example"}
FILE = {"type": "file", "title": "A file", "filename": "a.txt"}
ENTITY = {"type": "entity", "id": "e1", "title": "A thing", "icon": "cube", "interactive": True, "data": {"n": 1}}
TASKS: tuple[dict[str, Any], ...] = (
    {"type": "custom", "title": "Read", "icon": "book-open", "content": "Text", "status_indicator": "loading"},
    {"type": "web_search", "title": "Search", "title_query": "q", "queries": ["q"], "sources": [URL]},
    {"type": "thought", "title": "Think", "content": "Because."},
    {"type": "file", "title": "Files", "sources": [FILE]},
    {"type": "image", "title": "Image", "status_indicator": "complete"},
)
FORM = {
    "type": "Form",
    "onSubmitAction": {"type": "save", "payload": {"kind": "form"}},
    "children": [
        {"type": "Label", "fieldName": "name", "value": "Name"},
        {"type": "Input", "name": "name", "required": True},
        {"type": "Select", "name": "size", "options": [{"label": "Small", "value": "s"}]},
        {"type": "Checkbox", "name": "agreed", "label": "Agreed"},
        {"type": "Button", "submit": True, "label": "Save"},
    ],
}
CARD = {"type": "Card", "children": [{"type": "Text", "id": "words", "value": "", "streaming": True}, FORM]}
LIST = {"type": "ListView", "children": [{"type": "ListViewItem", "children": [{"type": "Text", "value": "One"}]}]}
BASIC = {"type": "Basic", "children": [{"type": "Markdown", "value": "**One**"}]}
QUESTIONS = [
    {"type": "multiple_choice", "id": "colour", "question": "Which?", "options": [{"value": "red"}, {"value": "blue"}]},
    {"type": "freeform", "id": "why", "question": "Why?", "description": "In a word."},
]


def event(kind: str, **fields: object) -> ThreadStreamEvent:
    """Return an event from plain data."""
    return EVENTS.validate_python({"type": kind, **fields})


def item_of(turn: Turn, kind: str, item_id: str, **fields: object) -> dict[str, Any]:
    """Return an item of the turn's thread as plain data."""
    return {"type": kind, "id": item_id, "thread_id": turn.thread.id, "created_at": AT, **fields}


def say(turn: Turn, words: str) -> ThreadStreamEvent:
    """Return a whole message."""
    return event("thread.item.done", item={"type": "assistant_message", **_message(turn, words)})


def begin(turn: Turn, words: str, item_id: str = "msg_begun") -> Iterator[ThreadStreamEvent]:
    """Say something without finishing the message."""
    yield event("thread.item.added", item={"type": "assistant_message", **_message(turn, "", item_id), "content": []})
    yield update(item_id, "assistant_message.content_part.text_delta", content_index=0, delta=words)


def update(item_id: str, kind: str, **fields: object) -> ThreadStreamEvent:
    """Return an update of an item."""
    return event("thread.item.updated", item_id=item_id, update={"type": kind, **fields})


class Everything:
    """Answers a message with every event and every item there is, and whatever else comes with a word about it."""

    def __init__(self) -> None:
        self.turns: list[Turn] = []

    async def answer(self, turn: Turn) -> AsyncIterator[ThreadStreamEvent]:
        """Answer one turn."""
        self.turns.append(turn)
        if turn.message is None:
            yield say(
                turn, f"action {turn.action.type}" if turn.action else "form" if turn.structured_input else "tool"
            )
            return
        for each in (*_around(turn), *_message_events(turn), *_workflow_events(turn), *_widget_events(turn)):
            yield each
        turn.thread.allowed_image_domains = ["example.com"]
        for each in (*_item_events(turn), *_last_events(turn)):
            yield each

    async def act_at_once(self, turn: Turn) -> ThreadItem | None:
        """Show another list in the widget that asked; any other wish changes nothing."""
        self.turns.append(turn)
        if turn.action is None or turn.action.widget is None:
            return None
        return ITEMS.validate_python(item_of(turn, "widget", turn.action.widget.id, widget=LIST))


class Scripted:
    """Answers every turn by what one function yields."""

    def __init__(self, script: Callable[[Turn], AsyncIterator[ThreadStreamEvent]]) -> None:
        self._script = script

    def answer(self, turn: Turn) -> AsyncIterator[ThreadStreamEvent]:
        """Answer one turn."""
        return self._script(turn)


class Waiting:
    """Begins to answer, then waits until it is let go; `begun` tells that it waits."""

    def __init__(self) -> None:
        self.begun = asyncio.Event()
        self.go = asyncio.Event()
        self.cancelled = False

    async def answer(self, turn: Turn) -> AsyncIterator[ThreadStreamEvent]:
        """Say half, wait, and say the rest."""
        item_id = turn.new_id("message")
        for each in begin(turn, "half ", item_id):
            yield each
        self.begun.set()
        try:
            await self.go.wait()
        except asyncio.CancelledError:
            self.cancelled = True
            raise
        yield event("thread.item.done", item={"type": "assistant_message", **_message(turn, "half whole", item_id)})


def _message(turn: Turn, words: str, item_id: str = "") -> dict[str, Any]:
    return assistant_message(turn.thread.id, item_id or turn.new_id("message"), words)


def _around(turn: Turn) -> Iterator[ThreadStreamEvent]:
    yield event("stream_options", stream_options={"allow_cancel": False})
    yield event("progress_update", text="Reading", icon="search")
    for level in ("info", "warning", "danger"):
        yield event("notice", level=level, message="A **notice**.", title="Notice")
    yield event("client_effect", name="highlight", data={"thread": turn.thread.id})


def _message_events(turn: Turn) -> Iterator[ThreadStreamEvent]:
    yield from begin(turn, "words", "msg_every")
    yield update(
        "msg_every", "assistant_message.content_part.added", content_index=1, content={"text": "", "annotations": []}
    )
    for number, source in enumerate((URL, FILE, ENTITY)):
        yield update(
            "msg_every",
            "assistant_message.content_part.annotation_added",
            content_index=0,
            annotation_index=number,
            annotation={"source": source, "index": number},
        )
    annotations = [{"type": "annotation", "source": source, "index": 1} for source in (URL, FILE, ENTITY)]
    part = {"type": "output_text", "text": "words", "annotations": annotations}
    yield update("msg_every", "assistant_message.content_part.done", content_index=0, content=part)
    yield event("thread.item.done", item=item_of(turn, "assistant_message", "msg_every", content=[part]))


def _workflow_events(turn: Turn) -> Iterator[ThreadStreamEvent]:
    empty = {"type": "reasoning", "tasks": []}
    yield event("thread.item.added", item=item_of(turn, "workflow", "wf_1", workflow=empty))
    for number, task in enumerate(TASKS):
        yield update("wf_1", "workflow.task.added", task_index=number, task=task)
    done = {**TASKS[0], "status_indicator": "complete"}
    yield update("wf_1", "workflow.task.updated", task_index=0, task=done)
    for number, summary in enumerate(({"duration": 3}, {"title": "Read it", "icon": "check"})):
        workflow = {"type": ("reasoning", "custom")[number], "tasks": list(TASKS), "summary": summary, "expanded": True}
        yield event("thread.item.done", item=item_of(turn, "workflow", f"wf_{number + 1}", workflow=workflow))
    yield event("thread.item.done", item=item_of(turn, "task", "tsk_1", task=TASKS[2]))


def _widget_events(turn: Turn) -> Iterator[ThreadStreamEvent]:
    yield event("thread.item.added", item=item_of(turn, "widget", "msg_card", widget=CARD))
    yield update("msg_card", "widget.streaming_text.value_delta", component_id="words", delta="Hello", done=True)
    yield update(
        "msg_card",
        "widget.component.updated",
        component_id="words",
        component={"type": "Text", "id": "words", "value": "Hello"},
    )
    yield update("msg_card", "widget.root.updated", widget=CARD)
    yield event("thread.item.done", item=item_of(turn, "widget", "msg_card", widget=CARD, copy_text="Hello"))
    for number, root in enumerate((LIST, BASIC)):
        yield event("thread.item.done", item=item_of(turn, "widget", f"msg_root_{number}", widget=root))


def _item_events(turn: Turn) -> Iterator[ThreadStreamEvent]:
    yield event("thread.item.added", item=item_of(turn, "generated_image", "msg_image"))
    image = {"id": "img_1", "url": "data:image/png;base64,AAAA"}
    yield update("msg_image", "generated_image.updated", image=image, progress=0.5)
    yield event("thread.item.done", item=item_of(turn, "generated_image", "msg_image", image=image))
    yield event("thread.item.done", item=item_of(turn, "hidden_context_item", "msg_hidden", content={"secret": 1}))
    yield event("thread.item.done", item=item_of(turn, "sdk_hidden_context", "shcx_1", content="secret"))
    yield event("thread.item.done", item=item_of(turn, "end_of_turn", "msg_end"))
    yield event("thread.item.done", item=item_of(turn, "task", "tsk_gone", task=TASKS[1]))
    yield event("thread.item.removed", item_id="tsk_gone")
    yield event("thread.item.replaced", item=item_of(turn, "task", "tsk_1", task=TASKS[3]))


def _last_events(turn: Turn) -> Iterator[ThreadStreamEvent]:
    yield event("thread.item.done", item=item_of(turn, "structured_input", "msg_form", inputs=QUESTIONS))
    yield event("error", code="stream.error", allow_retry=True)
    yield event("error", code="custom", message="Not today.")
    arguments = {"theme": "dark"}
    yield event(
        "thread.item.done",
        item=item_of(turn, "client_tool_call", "tc_1", call_id="call_1", name="switch_theme", arguments=arguments),
    )

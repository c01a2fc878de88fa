"""An agent that does on demand whatever the protocol knows, so that each kind of event and item can be recorded."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from typing import Any

from chatkit.store import StoreItemType
from chatkit.types import ThreadItem, ThreadStreamEvent
from pydantic import TypeAdapter

from app.chat_host.agents.agent import Turn, message_text

CREATED_AT = "2026-01-01T00:00:00Z"
EVENTS: TypeAdapter[ThreadStreamEvent] = TypeAdapter(ThreadStreamEvent)
ITEMS: TypeAdapter[ThreadItem] = TypeAdapter(ThreadItem)

ID_KINDS: dict[str, StoreItemType] = {"client_tool_call": "tool_call", "workflow": "workflow", "task": "task"}

URL_SOURCE = {
    "type": "url",
    "title": "Tea",
    "url": "https://example.org/tea",
    "description": "All about tea",
    "attribution": "Example",
    "group": "Web",
}
FILE_SOURCE = {"type": "file", "title": "Notes", "filename": "notes.txt"}
ENTITY_SOURCE = {
    "type": "entity",
    "id": "ann",
    "title": "Ann",
    "icon": "user",
    "inline_label": "@Ann",
    "interactive": True,
    "data": {"team": "tea"},
}
TASKS: tuple[dict[str, Any], ...] = (
    {"type": "custom", "title": "Boil water", "icon": "bolt", "content": "In a **kettle**."},
    {"type": "web_search", "title_query": "tea", "queries": ["green tea"], "sources": [URL_SOURCE]},
    {"type": "thought", "title": "Hm", "content": "Green or black?"},
    {"type": "file", "title": "Read notes", "sources": [FILE_SOURCE]},
    {"type": "image", "title": "Draw a cup"},
)
QUESTIONS: tuple[dict[str, Any], ...] = (
    {
        "type": "multiple_choice",
        "id": "kind",
        "question": "Which tea?",
        "options": [{"value": "Green"}, {"value": "Black"}],
        "multiple": True,
    },
    {"type": "freeform", "id": "why", "question": "Why?", "description": "In a few words"},
)
PICTURE = {"id": "picture", "url": "data:image/gif;base64,R0lGODlhAQABAAAAACw="}


def card(value: str, label: str = "Order") -> dict[str, Any]:
    """Return a card with a text that streams, a form and a row of a table."""
    action = {"type": "order", "handler": "server"}
    form = [
        {"type": "Input", "name": "cups", "required": True},
        {"type": "Button", "id": "order", "label": label, "submit": True},
    ]
    row = {"type": "Table.Row", "children": [{"type": "Table.Cell", "children": {"type": "Text", "value": "Green"}}]}
    children = [
        {"type": "Text", "id": "text", "value": value, "streaming": True},
        {"type": "Form", "onSubmitAction": action, "children": form},
        {"type": "Table", "children": [row]},
        {"type": "Transition", "children": {"type": "Badge", "key": "new", "label": "New"}},
    ]
    return {"type": "Card", "size": "md", "children": children}


class Showcase:
    """Answers each message with the scene it names."""

    async def answer(self, turn: Turn) -> AsyncIterator[ThreadStreamEvent]:
        """Play a scene."""
        if turn.message is not None:
            scene = message_text(turn.message)
        else:
            scene = "order" if turn.action else "thanks" if turn.structured_input else "tool result"
        for event in SCENES[scene](Scene(turn)):
            yield EVENTS.validate_python(event)
        if scene == "wait":
            await asyncio.Event().wait()
        if scene == "fail":
            raise RuntimeError("the kettle is empty")

    async def act_at_once(self, turn: Turn) -> ThreadItem | None:
        """Call the card's button otherwise."""
        widget = turn.action.widget if turn.action else None
        if widget is None:
            return None
        return ITEMS.validate_python(widget.model_dump() | {"widget": card("Tea is ready.", "Ordered")})


class Scene:
    """Words a turn's events as plain data."""

    def __init__(self, turn: Turn) -> None:
        self.turn = turn

    def item(self, kind: str, **fields: object) -> dict[str, Any]:
        """Return an item with an id of its own."""
        item_id = self.turn.new_id(ID_KINDS.get(kind, "message"))
        return {"type": kind, "id": item_id, "thread_id": self.turn.thread.id, "created_at": CREATED_AT, **fields}


Events = Iterable[dict[str, Any]]


def added(item: dict[str, Any]) -> dict[str, Any]:
    """Return the event that begins an item."""
    return {"type": "thread.item.added", "item": item}


def done(item: dict[str, Any]) -> dict[str, Any]:
    """Return the event that ends an item."""
    return {"type": "thread.item.done", "item": item}


def updated(item: dict[str, Any], kind: str, **fields: object) -> dict[str, Any]:
    """Return an event that changes an item."""
    return {"type": "thread.item.updated", "item_id": item["id"], "update": {"type": kind, **fields}}


def say(scene: Scene, text: str) -> Events:
    """Say something at once."""
    yield done(scene.item("assistant_message", content=[{"text": text}]))


def answer(scene: Scene) -> Events:
    """Write an answer with sources, piece by piece."""
    item = scene.item("assistant_message", content=[])
    part = "assistant_message.content_part"
    yield added(item)
    yield updated(item, f"{part}.added", content_index=0, content={"text": ""})
    pieces = ["Green tea ", "is **green**", ".\n\n```py\nprint('té')\n```"]
    for piece in pieces:
        yield updated(item, f"{part}.text_delta", content_index=0, delta=piece)
    annotations = [{"source": source, "index": 9} for source in (URL_SOURCE, FILE_SOURCE, ENTITY_SOURCE)]
    for index, annotation in enumerate(annotations):
        change = {"content_index": 0, "annotation_index": index, "annotation": annotation}
        yield updated(item, f"{part}.annotation_added", **change)
    content = {"text": "".join(pieces), "annotations": annotations}
    yield updated(item, f"{part}.done", content_index=0, content=content)
    yield done(item | {"content": [content]})
    yield done(scene.item("end_of_turn"))


def wait(scene: Scene) -> Events:
    """Begin an answer that never ends by itself."""
    item = scene.item("assistant_message", content=[])
    yield added(item)
    yield updated(item, "assistant_message.content_part.text_delta", content_index=0, delta="So far")


def tool(scene: Scene) -> Events:
    """Ask the page for something."""
    yield from say(scene, "Let me look.")
    yield done(scene.item("client_tool_call", call_id="call", name="switch_theme", arguments={"theme": "dark"}))


def widget(scene: Scene) -> Events:
    """Show a card that changes in every way it can."""
    item = scene.item("widget", widget=card(""), copy_text="Tea is ready.")
    yield added(item)
    value = "widget.streaming_text.value_delta"
    yield updated(item, value, component_id="text", delta="Tea is ", done=False)
    yield updated(item, value, component_id="text", delta="ready.", done=True)
    button = {"type": "Button", "id": "order", "label": "Order now", "submit": True}
    yield updated(item, "widget.component.updated", component_id="order", component=button)
    yield updated(item, "widget.root.updated", widget=card("Tea is ready."))
    yield done(item | {"widget": card("Tea is ready.")})
    listed = {"type": "ListViewItem", "children": [{"type": "Text", "value": "Green"}]}
    yield done(scene.item("widget", widget={"type": "ListView", "limit": 3, "children": [listed]}))


def order(scene: Scene) -> Events:
    """Answer a form: the card is replaced, and something is said."""
    action = scene.turn.action
    if action is None or action.widget is None:
        raise LookupError("there is no card")
    shown = action.widget.model_dump() | {"widget": card("Ordered.")}
    yield {"type": "thread.item.replaced", "item": shown}
    yield from say(scene, f"{action.payload['cups']} cups.")


def work(scene: Scene) -> Events:
    """Work through tasks of every kind, then on one of its own."""
    flow = {"type": "reasoning", "tasks": [], "expanded": False}
    item = scene.item("workflow", workflow=flow)
    yield added(item)
    for index, task in enumerate(TASKS):
        yield updated(item, "workflow.task.added", task_index=index, task=task | {"status_indicator": "loading"})
        yield updated(item, "workflow.task.updated", task_index=index, task=task | {"status_indicator": "complete"})
    tasks = [task | {"status_indicator": "complete"} for task in TASKS]
    yield done(item | {"workflow": flow | {"tasks": tasks, "summary": {"duration": 12}}})
    summary = {"title": "Made tea", "icon": "check-circle"}
    custom = {"type": "custom", "tasks": tasks[:1], "summary": summary, "expanded": True}
    yield done(scene.item("workflow", workflow=custom))
    yield done(scene.item("task", task=TASKS[0]))


def image(scene: Scene) -> Events:
    """Make a picture in steps."""
    item = scene.item("generated_image", image=None)
    yield added(item)
    yield updated(item, "generated_image.updated", image=PICTURE, progress=0.5)
    yield done(item | {"image": PICTURE})


def questions(scene: Scene) -> Events:
    """Ask back."""
    yield done(scene.item("structured_input", inputs=QUESTIONS))


def signals(scene: Scene) -> Events:
    """Say everything that is no item, and take something back."""
    yield {"type": "progress_update", "icon": "search", "text": "Looking"}
    yield {"type": "client_effect", "name": "shine", "data": {"much": True}}
    for level in ("info", "warning", "danger"):
        message = f"A notice of [{level}](https://example.org)."
        yield {"type": "notice", "level": level, "title": level.title(), "message": message}
    mistake = scene.item("assistant_message", content=[{"text": "Wrong."}])
    yield done(mistake)
    yield {"type": "thread.item.removed", "item_id": mistake["id"]}
    yield done(scene.item("hidden_context_item", content="For the agent only."))
    yield {"type": "error", "code": "custom", "message": "The kettle is empty.", "allow_retry": True}


def fail(scene: Scene) -> Events:
    """Begin an answer, and break off."""
    yield from wait(scene)


SCENES: dict[str, Callable[[Scene], Events]] = {
    "answer": answer,
    "wait": wait,
    "tool": tool,
    "tool result": lambda scene: say(scene, "It is dark now."),
    "widget": widget,
    "order": order,
    "work": work,
    "image": image,
    "questions": questions,
    "thanks": lambda scene: say(scene, "Thanks."),
    "signals": signals,
    "fail": fail,
}

"""Turns for the guide, and what came of them: the items it sent, its words, the components of its widgets."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from chatkit.types import (
    AssistantMessageItem,
    StructuredInputItem,
    ThreadItem,
    ThreadItemDoneEvent,
    ThreadItemReplacedEvent,
    ThreadStreamEvent,
    WidgetItem,
)

from app.chat_host.agents.agent import Turn, WidgetAction
from app.chat_host.agents.guide import Guide
from app.chat_host.agents.guide.cards import THINGS_TO_TRY
from app.chat_host.agents.guide.topics import TOPICS
from app.chat_host.ids import new_id
from tests.support.conversations import (
    EVENTS,
    TOOLS,
    message_item,
    thread,
)

GUIDE = Guide(TOOLS, pace_seconds=0)


def turn(said: str | None = None, **more: Any) -> Turn:
    """Return a turn in which a person says something, or whatever else is given."""
    message = message_item("msg_1", said) if said is not None else None
    return Turn(**{"thread": thread(), "message": message, "tool_call": None, "new_id": new_id, **more})


def acted(kind: str, widget_id: str | None = "wgt_1", **payload: Any) -> Turn:
    """Return a turn in which a person used a widget of the guide."""
    return turn(action=WidgetAction(f"guide.{kind}", payload, widget_id))


def answer(asked: Turn, guide: Guide = GUIDE) -> list[ThreadStreamEvent]:
    """Return everything the guide streams to a turn."""

    async def collect() -> list[ThreadStreamEvent]:
        return [event async for event in guide.answer(asked)]

    return asyncio.run(collect())


def items_of(events: Sequence[ThreadStreamEvent]) -> list[ThreadItem]:
    """Return the finished items of a stream, in order."""
    return [event.item for event in events if isinstance(event, ThreadItemDoneEvent | ThreadItemReplacedEvent)]


def said_by(items: Sequence[ThreadItem]) -> str:
    """Return the words of messages."""
    messages = (item for item in items if isinstance(item, AssistantMessageItem))
    return "\n\n".join(part.text for message in messages for part in message.content)


def widgets_of(items: Sequence[ThreadItem]) -> list[dict[str, Any]]:
    """Return the widgets among items as they are sent."""
    shown = (item.widget for item in items if isinstance(item, WidgetItem))
    return [json.loads(root.model_dump_json(exclude_none=True)) for root in shown]


def nodes(root: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return a component and everything in it."""
    return [root, *(node for child in root.get("children", ()) for node in nodes(child))]


def of_kind(kind: str, root: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the components of a kind in a widget."""
    return [node for node in nodes(root) if node["type"] == kind]


def every_turn() -> list[Turn]:
    """Return a turn for everything the guide can say or show."""
    topics = [turn(" ".join(sorted(group)[0] for group in max(each.clues, key=len))) for each in TOPICS]
    themes = [acted("theme", theme=theme) for theme in ("light", "dark", "system")]
    presses = [acted("press", button=button) for button in ("first", "second")]
    rows = [acted("topic", topic=name) for name in THINGS_TO_TRY]
    inputs = [turn(structured_input=given) for given in (answered("A form", "thanks"), answered(skipped=True))]
    trips = [acted("trip"), acted("trip", destination="Rome", transport="car", day="2026-05-01", alone=True, note="x")]
    return [*topics, *themes, *presses, *rows, *inputs, *trips, turn("zzz"), turn("sk-proj-abcdefghijklmnop"), turn()]


def answered(choice: str = "", note: str = "", *, skipped: bool = False) -> StructuredInputItem:
    """Return the guide's question with a person's answers."""
    item = next(item for item in items_of(answer(turn("ask me something"))) if isinstance(item, StructuredInputItem))
    record = item.model_dump()
    for asked, value in zip(record["inputs"], (choice, note), strict=True):
        asked["answer"] = {"values": [value] if value else [], "skipped": not value}
    return StructuredInputItem.model_validate({**record, "status": "skipped" if skipped else "answered"})


def without_ids(events: Sequence[ThreadStreamEvent]) -> str:
    """Return a stream as text, without what is new each time."""
    told = json.dumps([EVENTS.dump_python(event, mode="json") for event in events])
    return re.sub(r'"(item_id|id|call_id|created_at)": "[^"]*"', "", told)

"""Owns what the guide answers when a person used one of its widgets or answered its question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from chatkit.types import StructuredInput, StructuredInputItem

from app.chat_host.agents.agent import WidgetAction
from app.chat_host.agents.guide.cards import BUTTONS, THINGS_TO_TRY, example_card
from app.chat_host.agents.guide.foreign_text import code_span
from app.chat_host.agents.guide.knowledge import OFFERED, Knowledge
from app.chat_host.agents.guide.parts import Answer, Widget, Words
from app.chat_host.agents.guide.themes import THEMES
from app.chat_host.agents.guide.trip_form import read_trip, trip_form, trip_summary
from app.chat_host.agents.guide.understanding import words_in
from app.resources import text

React = Callable[[Mapping[str, Any], str | None, Knowledge], Answer | None]


def react_to_action(action: WidgetAction, knowledge: Knowledge) -> Answer:
    """Answer what a person did with a widget; the payload may hold anything."""
    react = REACTIONS.get(action.type)
    answer = react(action.payload, action.widget_id, knowledge) if react else None
    return answer or knowledge.answer_anything_else()


def react_to_input(item: StructuredInputItem, knowledge: Knowledge) -> Answer:
    """Answer what a person chose or wrote, or that it was skipped."""
    given = {asked.id: values for asked in item.inputs if (values := _values(asked))}
    if item.status == "skipped" or not given:
        return (Words(text("guide.question.skipped")),)
    said = [text(f"guide.question.{name}.given", answer=code_span(" ".join(given[name]))) for name in sorted(given)]
    return (Words("\n\n".join(said)), *_what_was_chosen(" ".join(given.get("next", ())), knowledge))


def _what_was_chosen(choice: str, knowledge: Knowledge) -> Answer:
    labels = {text(f"guide.question.{name}"): name for name in OFFERED}
    if choice in labels:
        return knowledge.answer_topic(labels[choice])
    return knowledge.answer_message(choice) if choice else ()


def _values(asked: StructuredInput) -> list[str]:
    return asked.answer.values if asked.answer is not None and not asked.answer.skipped else []


def _topic(payload: Mapping[str, Any], _widget_id: str | None, knowledge: Knowledge) -> Answer | None:
    topic = payload.get("topic")
    if not isinstance(topic, str) or topic not in THINGS_TO_TRY:
        return None
    # A row of the list says what it stands for, and that is what was asked.
    words = () if topic == "themes" else words_in(text(f"guide.try.{topic}"))
    return knowledge.answer_topic(topic, words)


def _theme(payload: Mapping[str, Any], widget_id: str | None, knowledge: Knowledge) -> Answer | None:
    theme = payload.get("theme")
    if theme not in THEMES:
        return None
    return knowledge.switch_theme(theme, widget_id)


def _trip(payload: Mapping[str, Any], widget_id: str | None, _knowledge: Knowledge) -> Answer | None:
    trip = read_trip(payload)
    return (*_instead(trip_form(trip, widget_id)), Words(text("guide.form.filled")), trip_summary(trip))


def _press(payload: Mapping[str, Any], widget_id: str | None, _knowledge: Knowledge) -> Answer | None:
    button = payload.get("button")
    if button not in BUTTONS:
        return None
    return (*_instead(example_card(button, widget_id)), Words(text("guide.card.pressed")))


def _instead(widget: Widget) -> tuple[Widget, ...]:
    """Return a widget that takes another's place, where there is one."""
    return (widget,) if widget.replaces else ()


REACTIONS: Mapping[str, React] = {
    "guide.topic": _topic,
    "guide.theme": _theme,
    "guide.trip": _trip,
    "guide.press": _press,
}

"""The guide's widgets are ChatKit's: nothing in them is lost or changed by the SDK's own types."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from chatkit.widgets import StrictWidgetRoot
from pydantic import TypeAdapter

from app.chat_host.agents.guide.cards import example_card, list_of_things, theme_card
from app.chat_host.agents.guide.parts import Widget
from app.chat_host.agents.guide.trip_form import Trip, trip_form, trip_summary
from tests.support.conversations import TOOLS
from tests.support.guide_turns import nodes

ROOTS: TypeAdapter[StrictWidgetRoot] = TypeAdapter(StrictWidgetRoot)
TRIP = Trip("Rome", "train", "", True, "By the sea")
WIDGETS = {
    "list": list_of_things(frozenset(TOOLS)),
    "themes": theme_card(),
    "theme chosen": theme_card("dark", "wgt_1"),
    "card": example_card(),
    "card pressed": example_card("second", "wgt_1"),
    "form": trip_form(),
    "form filled": trip_form(TRIP, "wgt_1"),
    "summary": trip_summary(TRIP),
}


def lost(sent: object, kept: object, where: str = "") -> list[str]:
    """Return where something that was sent is not what is kept; more may be kept than was sent."""
    if isinstance(sent, Mapping) and isinstance(kept, Mapping):
        return [fault for name, value in sent.items() for fault in lost(value, kept.get(name), f"{where}/{name}")]
    if isinstance(sent, list) and isinstance(kept, list) and len(sent) == len(kept):
        pairs = enumerate(zip(sent, kept, strict=True))
        return [fault for place, (one, other) in pairs for fault in lost(one, other, f"{where}[{place}]")]
    return [] if sent == kept else [where]


@pytest.mark.parametrize("widget", WIDGETS.values(), ids=WIDGETS.keys())
def test_a_widget_is_one_of_the_sdks(widget: Widget) -> None:
    kept = json.loads(ROOTS.dump_json(ROOTS.validate_python(widget.root)))
    assert lost(widget.root, kept) == []
    assert widget.copy_text


def test_what_is_lost_is_seen() -> None:
    assert lost({"a": [{"b": 1}, {"c": 2}]}, {"a": [{"b": 1, "x": 0}, {}], "y": 1}) == ["/a[1]/c"]
    assert lost({"a": [1]}, {"a": []}) == ["/a"]


@pytest.mark.parametrize("widget", WIDGETS.values(), ids=WIDGETS.keys())
def test_whatever_is_pressed_has_a_name(widget: Widget) -> None:
    buttons = [node for node in nodes(widget.root) if node["type"] == "Button"]
    assert all(button["label"] for button in buttons)
    pressable = [node for node in nodes(widget.root) if "onClickAction" in node]
    assert all(node["onClickAction"]["type"].startswith("guide.") for node in pressable)


@pytest.mark.parametrize("widget", WIDGETS.values(), ids=WIDGETS.keys())
def test_nothing_in_a_widget_is_read_as_markdown_or_loaded(widget: Widget) -> None:
    assert not {"Markdown", "Image"} & {node["type"] for node in nodes(widget.root)}


def test_names_of_fields_and_keys_of_rows_are_unique() -> None:
    names = [node["name"] for node in nodes(trip_form().root) if "name" in node]
    keys = [node["key"] for node in list_of_things(frozenset(TOOLS)).root["children"]]
    assert len(set(names)) == len(names) == 5
    assert len(set(keys)) == len(keys)

"""What the guide makes of pressed buttons, filled forms and answered questions."""

from __future__ import annotations

import json
from typing import Any

import pytest
from chatkit.types import (
    ClientToolCallItem,
    StructuredInputItem,
    ThreadItemReplacedEvent,
)

from app.chat_host.agents.agent import WidgetAction
from app.resources import text
from tests.support.guide_turns import (
    acted,
    answer,
    answered,
    items_of,
    nodes,
    of_kind,
    said_by,
    turn,
    widgets_of,
)


def test_a_form_asks_with_every_kind_of_field() -> None:
    [root] = widgets_of(items_of(answer(turn("show me a form"))))
    [form] = of_kind("Form", root)
    kinds = {"Input", "Select", "DatePicker", "Checkbox", "Textarea"}
    names = {node["name"] for kind in kinds for node in of_kind(kind, form)}
    assert names == {"destination", "transport", "day", "alone", "note"}
    assert {label["fieldName"] for label in of_kind("Label", form)} == names - {"alone"}
    assert form["onSubmitAction"]["type"] == "guide.trip"
    assert [button["submit"] for button in of_kind("Button", form)] == [True]


FILLED = {
    "destination": "Rome",
    "transport": "train",
    "day": "2026-05-04",
    "alone": True,
    "note": "By the *sea*\n\nplease",
}


def test_a_filled_form_is_summed_up_and_closed() -> None:
    items = items_of(answer(acted("trip", "wgt_9", **FILLED)))
    assert [item.id == "wgt_9" for item in items] == [True, False, False]
    form, summary = widgets_of(items)
    fields = [node for node in nodes(form) if "name" in node]
    assert all(node["disabled"] for node in [*fields, *of_kind("Button", form)])
    values = {node["name"]: node.get("defaultValue", node.get("defaultChecked")) for node in fields}
    assert values == {**FILLED, "day": "2026-05-04T00:00:00", "note": "By the *sea*\n\nplease"}
    lines = [node["value"] for node in of_kind("Text", summary)]
    assert lines == ["Rome", "By train", "2026-05-04", "Yes", "By the *sea*\n\nplease"]
    assert said_by(items) == text("guide.form.filled")


@pytest.mark.parametrize(
    "payload",
    [
        {},
        {"destination": 7, "transport": "rocket", "day": "tomorrow", "alone": "perhaps", "note": None},
        {"destination": ["a"], "transport": {"a": 1}, "day": 20260504, "alone": [], "note": {"b": 2}},
        {"destination": "", "transport": "", "day": "", "alone": False, "note": ""},
    ],
)
def test_a_form_with_nothing_sensible_in_it_is_empty(payload: dict[str, Any]) -> None:
    _form, summary = widgets_of(items_of(answer(acted("trip", **payload))))
    empty = text("guide.trip.nothing")
    assert [node["value"] for node in of_kind("Text", summary)] == [empty, empty, empty, "No", empty]


def test_values_of_a_form_are_never_read_as_markdown() -> None:
    evil = "[click](https://evil.example) <b>`x`</b>"
    items = items_of(answer(acted("trip", destination=evil, note=evil)))
    assert evil not in said_by(items)
    for root in widgets_of(items):
        assert not of_kind("Markdown", root)
        assert evil in json.dumps(root)


def test_a_long_value_is_cut() -> None:
    _form, summary = widgets_of(items_of(answer(acted("trip", destination="x" * 10**6, note="y" * 10**6))))
    assert len(json.dumps(summary)) < 3000


@pytest.mark.parametrize("button", ["first", "second"])
def test_a_pressed_button_is_told_and_pressed_once(button: str) -> None:
    items = items_of(answer(acted("press", "wgt_3", button=button)))
    [root] = widgets_of(items)
    assert items[0].id == "wgt_3"
    assert text(f"guide.card.{button}.pressed") in json.dumps(root, ensure_ascii=False)
    assert [node["disabled"] for node in of_kind("Button", root)] == [True, True]


@pytest.mark.parametrize(
    "action",
    [
        WidgetAction("guide.nothing"),
        WidgetAction("guide.topic", {"topic": "../x"}),
        WidgetAction("guide.topic", {"topic": ["about"]}),
        WidgetAction("guide.topic", {}),
        WidgetAction("guide.theme", {"theme": "pink"}),
        WidgetAction("guide.theme", {"theme": {}}),
        WidgetAction("guide.press", {"button": []}),
        WidgetAction(""),
    ],
)
def test_an_action_that_makes_no_sense_is_told(action: WidgetAction) -> None:
    assert said_by(items_of(answer(turn(action=action)))) == text("guide.unknown")


def test_an_action_without_a_widget_replaces_none() -> None:
    alone = (
        (acted("theme", None, theme="dark"), 0),
        (acted("press", None, button="first"), 0),
        (acted("trip", None), 1),
    )
    for each, shown in alone:
        events = answer(each)
        assert not any(isinstance(event, ThreadItemReplacedEvent) for event in events)
        assert len(widgets_of(items_of(events))) == shown


def test_a_question_can_be_answered_with_an_option() -> None:
    items = items_of(answer(turn(structured_input=answered("A form", "see [you](x)"))))
    assert "You chose `A form`." in said_by(items)
    assert "You added `see [you](x)`." in said_by(items)
    assert of_kind("Form", widgets_of(items)[0])


def test_a_question_can_be_answered_in_own_words() -> None:
    *_, call = items_of(answer(turn(structured_input=answered("use dark mode"))))
    assert isinstance(call, ClientToolCallItem)
    items = items_of(answer(turn(structured_input=answered("turtles"))))
    assert "You chose `turtles`." in said_by(items)
    assert text("guide.unknown") in said_by(items)


@pytest.mark.parametrize("given", [answered(skipped=True), answered("A form", skipped=True), answered()])
def test_a_question_can_be_skipped(given: StructuredInputItem) -> None:
    assert said_by(items_of(answer(turn(structured_input=given)))) == text("guide.question.skipped")

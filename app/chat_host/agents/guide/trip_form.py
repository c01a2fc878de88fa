"""Owns the example form about a trip: what it asks, how its values are read, and the card that sums them up.

What a person enters is shown as plain text only, and goes nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.chat_host.agents.guide.cards import action, labelled
from app.chat_host.agents.guide.foreign_text import one_line, several_lines
from app.chat_host.agents.guide.parts import Component, Widget
from app.resources import text

TRANSPORTS = ("train", "plane", "car", "bicycle")
MOST_NOTE_CHARACTERS = 1000
DATE_CHARACTERS = 10


@dataclass(frozen=True, slots=True)
class Trip:
    """The values of the form; what was left out, or makes no sense, is empty."""

    destination: str = ""
    transport: str = ""
    day: str = ""
    alone: bool = False
    note: str = ""


def read_trip(payload: Mapping[str, Any]) -> Trip:
    """Return the values a form has sent; anything may stand in them."""
    destination, transport, note = (payload.get(name) for name in ("destination", "transport", "note"))
    return Trip(
        destination=one_line(destination) if isinstance(destination, str) else "",
        transport=transport if isinstance(transport, str) and transport in TRANSPORTS else "",
        day=_day(payload.get("day")),
        alone=payload.get("alone") in (True, "true", "on"),
        note=several_lines(note, MOST_NOTE_CHARACTERS) if isinstance(note, str) else "",
    )


def trip_form(filled: Trip | None = None, replaces: str | None = None) -> Widget:
    """Return the form, or with its values the one that was sent, in which nothing can be changed any more."""
    trip, fixed = filled or Trip(), {"disabled": True} if filled else {}
    form = {
        "type": "Form",
        "direction": "col",
        "gap": 3,
        "onSubmitAction": action("trip"),
        "children": [
            _field("destination", "Input", required=True, **_default(trip.destination), **fixed),
            _field("transport", "Select", options=_transports(), **_default(trip.transport), **fixed),
            _field("day", "DatePicker", **_default(trip.day), **fixed),
            _checkbox(trip.alone, fixed),
            _field("note", "Textarea", rows=3, **_default(trip.note), **fixed),
            _submit(is_sent=filled is not None),
        ],
    }
    title = labelled("Title", text("guide.trip.title"), size="sm")
    return Widget({"type": "Card", "size": "md", "children": [title, form]}, text("guide.trip.title"), replaces)


def trip_summary(trip: Trip) -> Widget:
    """Return the card that says what was entered."""
    transport = text(f"guide.trip.transport.{trip.transport}") if trip.transport else ""
    alone = text("guide.trip.yes") if trip.alone else text("guide.trip.no")
    values = {
        "destination": trip.destination,
        "transport": transport,
        "day": trip.day,
        "alone": alone,
        "note": trip.note,
    }
    rows = [(text(f"guide.trip.{name}"), value or text("guide.trip.nothing")) for name, value in values.items()]
    title = text("guide.trip.summary")
    root = {
        "type": "Card",
        "size": "md",
        "children": [labelled("Title", title, size="sm"), *(_line(name, value) for name, value in rows)],
    }
    return Widget(root, "\n".join([title, *(f"{name}: {value}" for name, value in rows)]))


def _field(name: str, kind: str, **more: Any) -> Component:
    label = {"type": "Label", "value": text(f"guide.trip.{name}"), "fieldName": name}
    placeholder = {"placeholder": text(f"guide.trip.{name}.placeholder")}
    return {"type": "Col", "gap": 1, "children": [label, {"type": kind, "name": name, **placeholder, **more}]}


def _checkbox(checked: bool, fixed: Mapping[str, bool]) -> Component:
    label = text("guide.trip.alone.label")
    return {"type": "Checkbox", "name": "alone", "label": label, "defaultChecked": checked, **fixed}


def _submit(*, is_sent: bool) -> Component:
    label = text("guide.trip.sent") if is_sent else text("guide.trip.submit")
    button: Component = {"type": "Button", "submit": True, "style": "primary", "label": label}
    return {"type": "Row", "children": [button | ({"disabled": True, "iconStart": "check"} if is_sent else {})]}


def _line(name: str, value: str) -> Component:
    children = [labelled("Caption", name), labelled("Text", value)]
    return {"type": "Col", "gap": 0, "children": children}


def _transports() -> list[Component]:
    return [{"value": name, "label": text(f"guide.trip.transport.{name}")} for name in TRANSPORTS]


def _default(value: str) -> Component:
    return {"defaultValue": value} if value else {}


def _day(value: object) -> str:
    """Return the day of an ISO date, with or without a time behind it."""
    try:
        return date.fromisoformat(value[:DATE_CHARACTERS]).isoformat() if isinstance(value, str) else ""
    except ValueError:
        return ""

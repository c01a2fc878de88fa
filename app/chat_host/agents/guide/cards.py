"""Owns the widgets the guide shows as they are: the list of things to try, the choice of themes, an example card.

They are plain data in the shape of ChatKit's widgets, so that this works with any version of the SDK's own classes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.chat_host.agents.guide.parts import Component, Widget
from app.chat_host.agents.guide.themes import THEMES
from app.resources import text

# What a person may try first, with the tool it needs and its icon.
THINGS_TO_TRY: Mapping[str, tuple[str, str]] = {
    "about": ("", "info"),
    "private": ("", "keys"),
    "connect": ("", "globe"),
    "themes": ("switch_theme", "lightbulb"),
    "files": ("pick_files", "document"),
    "form": ("", "write"),
    "card": ("", "cube"),
    "code": ("", "square-code"),
    "question": ("", "circle-question"),
    "work": ("", "compass"),
    "shortcuts": ("", "bolt"),
}
# As many as leave the words above them in sight; the element shows the others when asked for more.
ROWS_AT_FIRST = 6
BUTTONS = ("first", "second")


def action(kind: str, **payload: Any) -> Component:
    """Return what a press of something sends to the guide."""
    return {"type": f"guide.{kind}", "payload": payload}


def labelled(kind: str, words: str, **more: Any) -> Component:
    """Return a component that shows words as they are: `Text`, `Title` or `Caption`."""
    return {"type": kind, "value": words, **more}


def list_of_things(tools: frozenset[str]) -> Widget:
    """Return the list of things to try, without those for which this window has no tool."""
    names = [name for name, (tool, _icon) in THINGS_TO_TRY.items() if not tool or tool in tools]
    root = {"type": "ListView", "limit": ROWS_AT_FIRST, "children": [_thing(name) for name in names]}
    return Widget(root, "\n".join(text(f"guide.try.{name}") for name in names))


def theme_card(chosen: str = "", replaces: str | None = None) -> Widget:
    """Return the choice of themes; it stays usable, so that a person can look at one after the other."""
    buttons = [_theme_button(theme, is_chosen=theme == chosen) for theme in THEMES]
    root = _card(labelled("Title", text("guide.themes.title"), size="sm"), _row(buttons))
    return Widget(root, _lines("guide.themes.title", *(f"guide.themes.{theme}" for theme in THEMES)), replaces)


def example_card(pressed: str = "", replaces: str | None = None) -> Widget:
    """Return a card with the parts that cards mostly have; once a button was pressed, it says which."""
    badge = {"type": "Badge", "label": text("guide.card.badge"), "color": "info"}
    title = labelled("Title", text("guide.card.title"), size="sm")
    said = text(f"guide.card.{pressed}.pressed") if pressed else text("guide.card.text")
    root = _card(
        {"type": "Row", "align": "center", "gap": 2, "children": [title, badge]},
        labelled("Text", said),
        {"type": "Divider"},
        _row([_example_button(name, pressed) for name in BUTTONS]),
    )
    return Widget(root, f"{text('guide.card.title')}\n{said}", replaces)


def _thing(name: str) -> Component:
    words: Component = {
        "type": "Col",
        "gap": 0,
        "children": [
            labelled("Text", text(f"guide.try.{name}")),
            labelled("Caption", text(f"guide.try.{name}.detail")),
        ],
    }
    icon = {"type": "Icon", "name": THINGS_TO_TRY[name][1], "color": "secondary"}
    return {
        "type": "ListViewItem",
        "key": name,
        "gap": 3,
        "align": "center",
        "children": [icon, words],
        "onClickAction": action("topic", topic=name),
    }


def _theme_button(theme: str, *, is_chosen: bool) -> Component:
    button = {"type": "Button", "key": theme, "label": text(f"guide.themes.{theme}")}
    look = {"style": "primary", "iconStart": "check"} if is_chosen else {"style": "secondary"}
    return {**button, **look, "onClickAction": action("theme", theme=theme)}


def _example_button(name: str, pressed: str) -> Component:
    return {
        "type": "Button",
        "key": name,
        "label": text(f"guide.card.{name}"),
        "style": "primary" if name == (pressed or BUTTONS[0]) else "secondary",
        "disabled": bool(pressed),
        "onClickAction": action("press", button=name),
    }


def _card(*children: Component) -> Component:
    return {"type": "Card", "size": "md", "children": list(children)}


def _row(children: Sequence[Component]) -> Component:
    return {"type": "Row", "gap": 2, "wrap": "wrap", "children": list(children)}


def _lines(*keys: str) -> str:
    return "\n".join(text(key) for key in keys)

"""Widgets as a server sends them: one of each kind of component, and all the ways in which a server can be wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Widget = dict[str, Any]

# A picture of 2 x 2 pixels.
PIXELS = (
    "data:image/png;base64,"
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAAFUlEQVR42mNkYPhfz8DAwMAABYwMAAn5Ae0T1uR8AAAAAElFTkSuQmCC"
)


def action(kind: str, payload: Any = None, **more: Any) -> dict[str, Any]:
    """Return an action as `ActionConfig` is sent."""
    return {"type": kind, "payload": payload, **more}


def item(root: Widget, item_id: str = "wid_1") -> dict[str, Any]:
    """Return a thread item that holds a widget."""
    return {
        "id": item_id,
        "thread_id": "thr_1",
        "created_at": "2026-01-01T00:00:00Z",
        "type": "widget",
        "widget": root,
        "copy_text": None,
    }


TRIP_CARD: Widget = {
    "type": "Card",
    "size": "md",
    "status": {"text": "Trip to Lisbon", "icon": "map-pin"},
    "children": [
        {
            "type": "Row",
            "children": [
                {
                    "type": "Col",
                    "gap": 0,
                    "flex": 1,
                    "children": [
                        {"type": "Title", "value": "Hotel Avenida", "size": "lg"},
                        {"type": "Caption", "value": "Two nights, breakfast included"},
                    ],
                },
                {"type": "Badge", "label": "Confirmed", "color": "success"},
            ],
        },
        {"type": "Divider"},
        {
            "type": "Row",
            "children": [
                {"type": "Icon", "name": "calendar", "color": "secondary"},
                {"type": "Text", "value": "12 to 14 March", "size": "sm"},
                {"type": "Spacer"},
                {"type": "Text", "value": "€ 240", "weight": "semibold"},
            ],
        },
        {"type": "Markdown", "value": "Check in **after three**. The key is at the *front desk*."},
        {
            "type": "Row",
            "wrap": "wrap",
            "children": [
                {
                    "type": "Button",
                    "label": "Show on a map",
                    "iconStart": "maps",
                    "onClickAction": action("trip.map", {"hotel": 7}),
                },
                {
                    "type": "Button",
                    "label": "Cancel the booking",
                    "color": "danger",
                    "variant": "ghost",
                    "onClickAction": action("trip.cancel", {"hotel": 7}, streaming=False),
                },
            ],
        },
    ],
}

BOOKING_FORM: Widget = {
    "type": "Card",
    "asForm": True,
    "size": "md",
    "children": [
        {"type": "Title", "value": "Book a table"},
        {"type": "Label", "value": "Your name", "fieldName": "guest.name"},
        {"type": "Input", "name": "guest.name", "required": True},
        {"type": "Label", "value": "Email", "fieldName": "guest.email"},
        {
            "type": "Input",
            "name": "guest.email",
            "inputType": "email",
            "required": True,
            "placeholder": "name@example.com",
        },
        {
            "type": "Row",
            "children": [
                {
                    "type": "Col",
                    "children": [
                        {"type": "Label", "value": "People", "fieldName": "people"},
                        {"type": "Input", "name": "people", "inputType": "number", "defaultValue": "2"},
                    ],
                },
                {
                    "type": "Col",
                    "children": [
                        {"type": "Label", "value": "Day", "fieldName": "day"},
                        {
                            "type": "DatePicker",
                            "name": "day",
                            "defaultValue": "2026-03-12T00:00:00Z",
                            "min": "2026-01-01T00:00:00Z",
                        },
                    ],
                },
            ],
        },
        {"type": "Label", "value": "Seat", "fieldName": "seat"},
        {
            "type": "RadioGroup",
            "name": "seat",
            "direction": "row",
            "defaultValue": "inside",
            "options": [{"label": "Inside", "value": "inside"}, {"label": "Outside", "value": "outside"}],
        },
        {"type": "Label", "value": "Menu", "fieldName": "menu"},
        {
            "type": "Select",
            "name": "menu",
            "placeholder": "Choose a menu",
            "options": [
                {"label": "Fish", "value": "fish"},
                {"label": "Vegetables", "value": "vegetables", "description": "of the season"},
            ],
        },
        {"type": "Label", "value": "Anything else", "fieldName": "note"},
        {"type": "Textarea", "name": "note", "rows": 2, "autoResize": True, "maxRows": 6},
        {"type": "Checkbox", "name": "newsletter", "label": "Tell me about new menus"},
    ],
    "confirm": {"label": "Book", "action": action("table.book", {"restaurant": 12})},
    "cancel": {"label": "Not now", "action": action("table.leave")},
}

TASK_LIST: Widget = {
    "type": "ListView",
    "limit": 3,
    "status": {"text": "Tasks for today", "icon": "check-circle"},
    "children": [
        {
            "type": "ListViewItem",
            "key": f"task-{number}",
            "onClickAction": action("task.open", {"id": number}),
            "children": [
                {"type": "Icon", "name": "document", "color": "secondary"},
                {
                    "type": "Col",
                    "gap": 0,
                    "children": [
                        {"type": "Text", "value": name},
                        {"type": "Caption", "value": "Due this afternoon"},
                    ],
                },
            ],
        }
        for number, name in enumerate(["Write the minutes", "Answer Ana", "Order paper", "Water the plants", "Call"])
    ],
}

SETTINGS: Widget = {
    "type": "Basic",
    "children": [
        {
            "type": "Card",
            "size": "md",
            "children": [
                {"type": "Title", "value": "Search"},
                {"type": "Label", "value": "Language", "fieldName": "language"},
                {
                    "type": "Select",
                    "name": "language",
                    "defaultValue": "en",
                    "clearable": True,
                    "options": [{"label": "English", "value": "en"}, {"label": "Português", "value": "pt"}],
                    "onChangeAction": action("settings.language", {"page": 1}),
                },
                {
                    "type": "Checkbox",
                    "name": "safe",
                    "label": "Leave out what is not for children",
                    "defaultChecked": True,
                    "onChangeAction": action("settings.safe", handler="client"),
                },
                {
                    "type": "RadioGroup",
                    "name": "order",
                    "ariaLabel": "Order",
                    "options": [{"label": "Newest first", "value": "new"}, {"label": "Oldest first", "value": "old"}],
                    "onChangeAction": action("settings.order"),
                },
            ],
        },
        {
            "type": "Form",
            "onSubmitAction": action("note.rename", {"id": 3}),
            "children": [
                {
                    "type": "Text",
                    "value": "Untitled note",
                    "size": "lg",
                    "editable": {"name": "title", "required": True, "placeholder": "Title"},
                },
                {"type": "Button", "label": "Rename", "submit": True, "style": "primary"},
            ],
        },
    ],
}

WORDS: Widget = {
    "type": "Card",
    "size": "lg",
    "children": [
        {"type": "Title", "value": "Sizes and colours", "size": "2xl"},
        *({"type": "Text", "value": f"A text of size {size}", "size": size} for size in ("xs", "sm", "md", "lg", "xl")),
        {"type": "Text", "value": "Struck and italic", "italic": True, "lineThrough": True, "color": "secondary"},
        {"type": "Text", "value": "One line, cut off at the end of it. " * 6, "truncate": True},
        {"type": "Text", "value": "Two lines, then no more. " * 12, "maxLines": 2},
        {"type": "Text", "value": "On its way", "streaming": True, "minLines": 2},
        {
            "type": "Row",
            "wrap": "wrap",
            "children": [
                {"type": "Badge", "label": f"{color} {variant}", "color": color, "variant": variant}
                for color in ("secondary", "success", "danger", "warning", "info", "discovery")
                for variant in ("solid", "soft", "outline")
            ],
        },
        {
            "type": "Row",
            "wrap": "wrap",
            "children": [
                {"type": "Button", "label": f"{color} {variant}", "color": color, "variant": variant}
                for color in ("primary", "secondary", "danger")
                for variant in ("solid", "soft", "outline", "ghost")
            ],
        },
        {
            "type": "Row",
            "children": [
                {"type": "Button", "iconStart": "lucide:trash-2", "uniform": True, "size": "sm"},
                {"type": "Button", "label": "Large", "size": "xl", "pill": True, "iconEnd": "chevron-right"},
                {"type": "Button", "label": "Off", "disabled": True},
            ],
        },
        {
            "type": "Box",
            "background": {"light": "blue-100", "dark": "blue-900"},
            "padding": 3,
            "radius": "lg",
            "border": {"size": 1, "color": {"light": "blue-300", "dark": "blue-700"}},
            "children": [{"type": "Text", "value": "On a colour for each scheme"}],
        },
        {
            "type": "Box",
            "background": "#fff4e5",
            "padding": {"x": 4, "y": 2},
            "radius": "md",
            "children": [{"type": "Text", "value": "On a light colour in both"}],
        },
    ],
}

PICTURES: Widget = {
    "type": "Card",
    "size": "md",
    "children": [
        {"type": "Image", "src": PIXELS, "alt": "Four green pixels", "height": 80, "width": 120, "frame": True},
        {"type": "Image", "src": "https://pictures.example/cat.png", "alt": "A cat on a roof"},
        {
            "type": "Table",
            "children": [
                {
                    "type": "Table.Row",
                    "header": True,
                    "children": [
                        {"type": "Table.Cell", "children": [{"type": "Text", "value": name, "size": "sm"}]}
                        for name in ("City", "Nights")
                    ],
                },
                {
                    "type": "Table.Row",
                    "children": [
                        {"type": "Table.Cell", "children": [{"type": "Text", "value": "Lisbon", "size": "sm"}]},
                        {
                            "type": "Table.Cell",
                            "align": "end",
                            "children": [{"type": "Badge", "label": "2", "color": "info"}],
                        },
                    ],
                },
            ],
        },
        {
            "type": "Chart",
            "data": [{"month": "January", "rain": 110, "sun": 5}, {"month": "June", "rain": 12, "sun": 11}],
            "series": [
                {"type": "bar", "dataKey": "rain", "label": "Rain (mm)"},
                {"type": "line", "dataKey": "sun", "label": "Sun (hours)"},
            ],
            "xAxis": {"dataKey": "month", "labels": {"January": "Jan"}},
        },
        {"type": "Transition", "children": {"type": "Text", "value": "This came in softly"}},
    ],
}

FOLDED: Widget = {
    "type": "Card",
    "size": "md",
    "collapsed": True,
    "theme": "dark",
    "status": {"text": "Sent", "icon": "check"},
    "children": [{"type": "Text", "value": "What was sent"}],
}

UNKNOWN: Widget = {
    "type": "Card",
    "size": "md",
    "children": [
        {"type": "Carousel", "children": [{"type": "Text", "value": "A slide of something new"}]},
        {"type": "Gauge", "label": "Fuel", "value": "Half full"},
        {"type": "Sparkline"},
    ],
}

PASSWORD: Widget = {
    "type": "Card",
    "asForm": True,
    "size": "md",
    "children": [{"type": "Input", "name": "password", "inputType": "password", "placeholder": "Password"}],
    "confirm": {"label": "Send", "action": action("login")},
}

GOOD: Mapping[str, Widget] = {
    "trip": TRIP_CARD,
    "booking": BOOKING_FORM,
    "tasks": TASK_LIST,
    "settings": SETTINGS,
    "words": WORDS,
    "pictures": PICTURES,
    "folded": FOLDED,
    "unknown": UNKNOWN,
    "password": PASSWORD,
}

# What stands where words, numbers, colours, names or addresses are expected.
POISON: tuple[Any, ...] = (
    None,
    True,
    -1,
    0,
    1e308,
    "",
    "constructor",
    "__proto__",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "red; background: url(https://attacker.example/a)",
    "url(https://attacker.example/a)",
    "calc(1px * 1e9)",
    "999999999px",
    "(a+)+$",
    "\u202e\u0000\ud83d",
    "long " * 2_000,
    [],
    [1, [2], {"a": 3}],
    {},
    {"type": "x"},
    {"light": "url(a)", "dark": {"light": 1}},
    {"__proto__": {"polluted": True}, "type": ["x"]},
)


def poisoned(root: Widget, poison: Any) -> Widget:
    """Return the widget with every field replaced; its types and its tree stay."""
    children = root.get("children")
    kept = {"type": root["type"]}
    if isinstance(children, list):
        return {**dict.fromkeys(root, poison), **kept, "children": [poisoned(child, poison) for child in children]}
    if isinstance(children, dict):
        return {**dict.fromkeys(root, poison), **kept, "children": poisoned(children, poison)}
    return {**dict.fromkeys(root, poison), **kept}

"""Owns how the chat of one connection looks and what its composer offers: each value checked, whoever wrote it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from app.errors import ConnectionUnusable
from app.resources import text
from app.services.connection_details import clean_line

RADII = ("", "pill", "round", "soft", "sharp")
DENSITIES = ("", "compact", "normal", "spacious")
BASE_SIZES = (0, 14, 15, 16, 17, 18)
MOST_PROMPTS = 8
# A whole connection has to fit into one message of a page.
MOST_LOOK_CHARACTERS = MappingProxyType(
    {"accent": 80, "theme": 8_000, "placeholder": 120, "greeting": 200, "title": 120, "disclaimer": 500}
)
MOST_PROMPT_CHARACTERS = MappingProxyType({"label": 100, "prompt": 500})

# SECURITY: as the page has it (assets/chat/untrusted.js): nothing that loads, refers or ends a declaration.
_COLOUR = re.compile(
    r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|[a-z]{3,24}|(?:rgb|hsl|hwb|oklab|oklch)a?\([\w\s.,%/+-]{1,60}\)",
    re.IGNORECASE | re.ASCII,
)
# What a theme of ChatKit has at its top, and what the guide's has there.
_THEME_FIELDS = frozenset(("color", "colorScheme", "density", "fontFamily", "palette", "radius", "theme", "typography"))


@dataclass(frozen=True, slots=True)
class StartPrompt:
    """One thing to begin with: what stands on the card, and what it sends."""

    label: str
    prompt: str


@dataclass(frozen=True, slots=True)
class ChatLook:
    """What a person may set about one chat; empty, or 0, leaves it to the interface. `theme` is JSON, as pasted."""

    accent: str = ""
    radius: str = ""
    density: str = ""
    base_size: int = 0
    theme: str = ""
    placeholder: str = ""
    attachments: bool = True
    dictation: bool = False
    greeting: str = ""
    prompts: tuple[StartPrompt, ...] = ()
    title: str = ""
    history: bool = True
    feedback: bool = False
    retry: bool = False
    disclaimer: str = ""


PLAIN_LOOK = ChatLook()


def check_look(record: Mapping[str, object]) -> ChatLook:
    """Return the look that was typed; raises ConnectionUnusable, in words where a person can have typed it wrongly."""
    values: dict[str, Any] = {name: check(record[name]) for name, check in _CHECKS.items()}
    return ChatLook(**values)


def read_look(record: object) -> ChatLook:
    """Return the look that a file describes; what is odd in it is as if it were not there."""
    return ChatLook(**_judged(record)[0])


def refused_in(record: object) -> tuple[str, ...]:
    """Return the names of what a file describes and nobody can have so."""
    return _judged(record)[1]


def _judged(record: object) -> tuple[dict[str, Any], tuple[str, ...]]:
    found, values = record if isinstance(record, dict) else {}, dict[str, Any]()
    for name in _CHECKS.keys() & found.keys():
        with suppress(ConnectionUnusable):
            values[name] = _CHECKS[name](found[name])
    return values, tuple(sorted((_CHECKS.keys() & found.keys()) - values.keys()))


def _line(name: str, most: Mapping[str, int] = MOST_LOOK_CHARACTERS) -> Callable[[object], str]:
    return lambda value: clean_line(_text(value), most[name])


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ConnectionUnusable
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ConnectionUnusable
    return value


def _choice(choices: tuple[object, ...]) -> Callable[[object], object]:
    def check(value: object) -> object:
        if value not in choices:
            raise ConnectionUnusable
        return choices[choices.index(value)]  # what is only equal to it, such as 14.0, is not it

    return check


def _accent(value: object) -> str:
    accent = clean_line(_text(value), MOST_LOOK_CHARACTERS["accent"])
    if accent and not _COLOUR.fullmatch(accent):
        raise ConnectionUnusable(text("connection.fault.accent"))
    return accent


def _theme(value: object) -> str:
    """Take a pasted theme as it is: what of it ChatKit knows is decided where its options are made."""
    pasted = _text(value).strip()
    try:
        theme = json.loads(pasted) if pasted else None
        pasted.encode()
    except (ValueError, RecursionError):
        raise ConnectionUnusable(text("connection.fault.theme")) from None
    is_theme = isinstance(theme, dict) and not _THEME_FIELDS.isdisjoint(theme)
    if pasted and not (is_theme and len(pasted) <= MOST_LOOK_CHARACTERS["theme"]):
        raise ConnectionUnusable(text("connection.fault.theme"))
    return pasted


def _prompts(value: object) -> tuple[StartPrompt, ...]:
    if not isinstance(value, list | tuple):
        raise ConnectionUnusable
    return tuple(each for each in map(_prompt, value[:MOST_PROMPTS]) if each.label and each.prompt)


def _prompt(value: object) -> StartPrompt:
    if not isinstance(value, dict):
        raise ConnectionUnusable
    label, prompt = (_line(name, MOST_PROMPT_CHARACTERS)(value.get(name)) for name in ("label", "prompt"))
    return StartPrompt(label, prompt)


_CHECKS: Mapping[str, Callable[[object], object]] = {
    "accent": _accent,
    "radius": _choice(RADII),
    "density": _choice(DENSITIES),
    "base_size": _choice(BASE_SIZES),
    "theme": _theme,
    "placeholder": _line("placeholder"),
    "attachments": _flag,
    "dictation": _flag,
    "greeting": _line("greeting"),
    "prompts": _prompts,
    "title": _line("title"),
    "history": _flag,
    "feedback": _flag,
    "retry": _flag,
    "disclaimer": _line("disclaimer"),
}

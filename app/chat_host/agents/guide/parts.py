"""Owns what an answer of the guide is made of: words, widgets, questions, steps and calls of tools, in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Component = dict[str, Any]
# In the id of a tool's call, what stands before the id of the widget that was pressed for it.
CALLED_BY = ":"


@dataclass(frozen=True, slots=True)
class Words:
    """Something said, as markdown."""

    text: str


@dataclass(frozen=True, slots=True)
class Widget:
    """Something shown; with `replaces` it takes the place of the widget of that id."""

    root: Component
    copy_text: str
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with options; a person may also write an answer of their own."""

    id: str
    question: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that is answered in a person's own words."""

    id: str
    question: str
    description: str


@dataclass(frozen=True, slots=True)
class Questions:
    """Something asked; the person may answer or skip it."""

    inputs: tuple[Choice | OpenQuestion, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """Something the guide did, with what came of it as markdown."""

    title: str
    content: str
    icon: str


@dataclass(frozen=True, slots=True)
class Steps:
    """What the guide did, step by step."""

    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class ToolCall:
    """A call of one of the window's tools; it has to be the last part.

    `widget_id` names the widget that a person pressed for it; it comes back with the result.
    """

    tool: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    widget_id: str | None = None


Part = Words | Widget | Questions | Steps | ToolCall
Answer = tuple[Part, ...]

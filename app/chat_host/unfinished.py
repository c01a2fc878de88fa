"""Owns what is kept of an answer's items that were begun and never finished."""

from __future__ import annotations

from collections.abc import Iterable

from chatkit.types import AssistantMessageItem, TaskItem, ThreadItem, WorkflowItem


def worth_keeping(items: Iterable[ThreadItem]) -> list[ThreadItem]:
    """Return what a person has already seen of items that were never finished, as it can be kept."""
    return [_at_rest(item) for item in items if _has_something(item)]


def _has_something(item: ThreadItem) -> bool:
    match item:
        case AssistantMessageItem():
            return any(part.text.strip() for part in item.content)
        case WorkflowItem():
            return bool(item.workflow.tasks)
        case _:
            return isinstance(item, TaskItem)


def _at_rest(item: ThreadItem) -> ThreadItem:
    """Return an item without anything that would seem to go on for ever."""
    item = item.model_copy(deep=True)
    tasks = item.workflow.tasks if isinstance(item, WorkflowItem) else [item.task] if isinstance(item, TaskItem) else []
    for task in tasks:
        if task.status_indicator == "loading":
            task.status_indicator = "none"
    return item

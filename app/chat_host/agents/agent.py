"""Owns what every agent on this computer is: something that answers a turn with a stream of events."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Protocol, runtime_checkable

from chatkit.store import StoreItemType
from chatkit.types import (
    ClientToolCallItem,
    StructuredInputItem,
    ThreadItem,
    ThreadMetadata,
    ThreadStreamEvent,
    UserMessageItem,
    WidgetItem,
)


@dataclass(frozen=True, slots=True)
class WidgetAction:
    """What a person did with a widget, the values of its form in the payload; without an id the page itself asked.

    `widget` is the whole item as it is kept.
    """

    type: str
    payload: Mapping[str, Any] = field(default_factory=dict)
    widget_id: str | None = None
    widget: WidgetItem | None = None


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that came with a message; `mime_type` is what the page declared, and `open` gives the bytes."""

    name: str
    mime_type: str
    size_bytes: int
    open: Callable[[], BinaryIO]


@dataclass(frozen=True, slots=True)
class Turn:
    """What an agent answers: exactly one of a message, a tool's result, an action of a widget, and answered questions.

    None of them stands there when what was to be answered cannot be read any more. `files` came with the message.
    """

    thread: ThreadMetadata
    message: UserMessageItem | None
    tool_call: ClientToolCallItem | None
    new_id: Callable[[StoreItemType], str]
    action: WidgetAction | None = None
    structured_input: StructuredInputItem | None = None
    files: tuple[AttachedFile, ...] = ()


class Agent(Protocol):
    """Answers turns."""

    def answer(self, turn: Turn) -> AsyncIterator[ThreadStreamEvent]:
        """Stream the answer to one turn."""
        ...


@runtime_checkable
class ActsAtOnce(Protocol):
    """An agent whose widgets may also ask for one change at once, instead of for an answer."""

    async def act_at_once(self, turn: Turn) -> ThreadItem | None:
        """Return the item that the turn's action changes, or None when it changes nothing that is seen."""
        ...


def message_text(message: UserMessageItem) -> str:
    """Return the words of a person's message."""
    return "".join(part.text for part in message.content)
